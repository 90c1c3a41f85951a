"""A manager runs the rounds; nobody else does."""

from datetime import date

import pytest

from core.domain.windows import DateWindow
from programmes import services
from programmes.models import Round, Update
from tests.factories.programmes import ActionFactory, UpdateFactory
from tests.programmes.answers import NOW, submitted

pytestmark = pytest.mark.usefixtures("july")

MAY, LATER = DateWindow.month(2026, 5), DateWindow.month(2027, 6)
HERE = "/p/tees/updates/rounds/DP/2026-27-q1/"


def test_a_manager_opens_the_next_round(client, action, manager):
    client.force_login(manager)
    assert f"{HERE}open/" in client.get("/p/tees/updates/").content.decode()
    text = client.get(f"{HERE}open/").content.decode()
    assert ("1 action is asked for an update." in text, "14 July 2026" in text) == (True, True)

    page = client.post(f"{HERE}open/", follow=True)

    assert page.redirect_chain == [(HERE, 302)]
    assert "Q1 2026/27 is open." in page.content.decode()
    assert Update.objects.get().action == action


def test_the_opening_says_what_becomes_of_each_action_before_it_is_pressed(
    client, plan, theme, action, update, officer, manager
):
    silent = ActionFactory(plan=plan, theme=theme, reference="ES-02", title="Open a hub", original=LATER)
    UpdateFactory(round=update.round, action=silent)
    submitted(update, officer, stage="complete", confidence="", actual_on=date(2026, 6, 30))
    ActionFactory(plan=plan, theme=theme, reference="ES-03", title="Late", original=MAY)
    ActionFactory(plan=plan, theme=theme, reference="ES-04", title="New", original=LATER)
    client.force_login(manager)

    page = client.get(HERE.replace("q1", "q2") + "open/")

    assert page.context["rolled_words"] == "3 actions are asked for an update; 1 complete."
    assert [(row.cells[0], row.cells[3]) for row in page.context["rolled"]] == [
        ("ES-02", "Ask about it. Nothing came in last quarter."),
        ("ES-03", "Ask about it. Its date has passed. Move it with a reason, or say that it is done."),
        ("ES-04", "Carried on"),
        ("ES-01", "Complete"),
    ]
    assert Round.objects.count() == 1


def test_closing_and_locking_say_what_is_missing_first(client, update, manager):
    client.force_login(manager)

    for act in ("close", "lock"):
        page = client.get(f"{HERE}{act}/")
        assert [row.cells[0] for row in page.context["missing"]] == ["ES-01"]
        client.post(f"{HERE}{act}/")

    assert Round.objects.get().state == "locked"


def test_a_round_that_is_open_is_not_locked_at_once(client, round, manager):
    client.force_login(manager)

    page = client.post(f"{HERE}lock/")

    assert (page.status_code, Round.objects.get().state) == (422, "open")
    assert "stands at open and cannot move to locked from there." in page.content.decode()


def test_locking_twice_is_said_in_words(client, round, manager):
    services.close_round(round=round, by=manager)
    client.force_login(manager)
    client.post(f"{HERE}lock/")

    page = client.post(f"{HERE}lock/")

    assert page.status_code == 422
    assert "This round is already locked." in page.content.decode()


def test_a_closed_round_opens_again_until_a_new_date(client, round, manager):
    services.close_round(round=round, by=manager)
    client.force_login(manager)
    assert client.post(f"{HERE}open-again/", {"due": "", "reason": "Two are late."}).status_code == 422

    client.post(f"{HERE}open-again/", {"due": "31 July 2026", "reason": "Two are late."})

    round.refresh_from_db()
    assert (round.state, round.due_on) == ("open", date(2026, 7, 31))


def test_named_updates_are_reopened_with_a_reason(client, plan, theme, update, officer, manager):
    other = UpdateFactory(round=update.round, action=ActionFactory(plan=plan, theme=theme, reference="ES-02"))
    submitted(update, officer)
    services.close_round(round=update.round, by=manager)
    services.lock_round(round=update.round, by=manager, now=NOW)
    client.force_login(manager)
    page = client.post(f"{HERE}reopen/", {"updates": [update.pk], "reason": ""})
    assert page.status_code == 422
    assert "Say why these updates are reopened." in page.content.decode()

    client.post(f"{HERE}reopen/", {"updates": [update.pk], "reason": "A wrong figure."})

    update.refresh_from_db()
    other.refresh_from_db()
    assert (update.is_reopened, update.reopened_why, other.is_reopened) == (True, "A wrong figure.", False)
    client.force_login(officer)
    text = client.get("/p/tees/updates/2026-27-q1/ES-01/").content.decode()
    assert ("A wrong figure." in text, "Save and submit" in text) == (True, True)


def test_an_update_of_another_round_cannot_be_named(client, round, manager):
    elsewhere = UpdateFactory()
    services.close_round(round=round, by=manager)
    client.force_login(manager)

    page = client.post(f"{HERE}reopen/", {"updates": [elsewhere.pk], "reason": "x"})

    elsewhere.refresh_from_db()
    assert (page.status_code, elsewhere.is_reopened) == (422, False)


def test_dates_are_changed_in_their_order(client, round, manager):
    client.force_login(manager)
    dates = {
        "opens_on": "1 July 2026",
        "due_on": "14 July 2026",
        "sign_off_on": "10 July 2026",
        "lock_on": "21 July 2026",
        "version": 1,
    }

    page = client.post(f"{HERE}edit/", dates)
    assert page.status_code == 422
    assert "This date is before the due date." in page.content.decode()
    client.post(f"{HERE}edit/", dates | {"sign_off_on": "20 July 2026"})

    round.refresh_from_db()
    assert round.sign_off_on == date(2026, 7, 20)


@pytest.mark.parametrize("person", ["officer", "theme_lead", "chief_executive"])
def test_nobody_else_runs_a_round_but_all_may_read_it(client, request, update, person):
    client.force_login(request.getfixturevalue(person))

    page = client.get(HERE)

    assert (page.status_code, page.context["actions"]) == (200, [])
    for act in ("open", "close", "lock", "open-again", "reopen"):
        assert client.post(f"{HERE}{act}/").status_code == 403
    assert client.get(f"{HERE}edit/").status_code == 403
    assert Round.objects.get().state == "open"


def test_a_stranger_is_told_there_is_no_such_round(client, round, stranger):
    client.force_login(stranger)

    assert [client.get(HERE + tail).status_code for tail in ("", "close/", "edit/")] == [404, 404, 404]


@pytest.mark.parametrize("tail", ["explode/", "../2026-27-q2/", "../2026-27-q2/close/"])
def test_what_a_round_cannot_do_and_rounds_there_are_none_of_are_not_there(client, round, manager, tail):
    client.force_login(manager)
    address = HERE + tail if ".." not in tail else HERE.replace("2026-27-q1/", tail.removeprefix("../"))

    assert client.get(address).status_code == 404
