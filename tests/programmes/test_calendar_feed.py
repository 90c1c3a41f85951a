"""A person's calendar of deadlines, at an address only they know."""

import pytest
from django.test import Client

from core.domain.windows import DateWindow
from programmes import services
from programmes.models import CalendarFeed
from tests.factories.programmes import ActionFactory, MilestoneFactory
from tests.programmes.answers import NOW

pytestmark = pytest.mark.usefixtures("july")


def address(client):
    """The address the page shows, without the server's name."""
    return client.get("/updates/calendar/").context["address"].removeprefix("http://127.0.0.1:8000")


def test_anybody_with_the_address_reads_the_deadlines_and_nobody_elses(client, update, plan, theme, officer):
    MilestoneFactory(action=update.action, number=3, title="Survey done", original=DateWindow.month(2026, 8))
    ActionFactory(plan=plan, theme=theme, reference="ES-09", title="Somebody else's")
    client.force_login(officer)
    client.post("/updates/calendar/", {"do": "make"})

    answer = Client().get(address(client))

    text = answer.content.decode()
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert [line for line in text.split("\r\n") if line.startswith(("SUMMARY", "DTSTART"))] == [
        "DTSTART;VALUE=DATE:20260630",
        "SUMMARY:ES-01 Share apprenticeship levy",
        "DTSTART;VALUE=DATE:20260714",
        f"SUMMARY:Updates due: {plan.partnership}\\, Q1 2026/27",
        "DTSTART;VALUE=DATE:20260831",
        "SUMMARY:ES-01: Survey done",
    ]


def test_a_revoked_address_says_so_and_a_new_one_ends_the_old(client, update, officer):
    client.force_login(officer)
    client.post("/updates/calendar/", {"do": "make"})
    first = address(client)
    client.post("/updates/calendar/", {"do": "make"})
    second = address(client)
    before = [Client().get(one).status_code for one in (first, second)]

    client.post("/updates/calendar/", {"do": "revoke"})

    answer = Client().get(second)
    assert (before, answer.status_code) == ([410, 200], 410)
    assert answer.content.decode() == ("This calendar's address was revoked. Its owner can make a new one.\n")
    assert client.get("/updates/calendar/").context["address"] == ""


def test_somebody_who_left_has_no_calendar(client, update, officer):
    feed = services.make_feed(person=officer, now=NOW)
    officer.is_active = False
    officer.save()

    assert Client().get(f"/calendar/{services.token_of(feed)}.ics").status_code == 410


@pytest.mark.parametrize("token", ["1", "nonsense", "MQ:1wabcd:forged"])
def test_an_address_nobody_was_given_is_not_there(update, officer, token):
    services.make_feed(person=officer, now=NOW)

    assert Client().get(f"/calendar/{token}.ics").status_code == 404


def test_a_calendar_s_address_is_no_partner_s_link(update, officer):
    feed = services.make_feed(person=officer, now=NOW)

    assert Client().get(f"/answer/{services.token_of(feed)}/").status_code == 404
    assert CalendarFeed.history.count() == 1
