"""Letters about what is missing: to whom, when, once; and who stands in."""

from datetime import date, datetime
from io import StringIO

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.management import call_command

from programmes import services
from programmes.models import Reminder, Update
from tests.factories.partnerships import GrantFactory, PartnershipFactory
from tests.factories.programmes import ActionFactory, PlanFactory, RoundFactory, UpdateFactory
from tests.programmes.answers import NOW, submitted

FIRST, SOON, DUE, LATE = (date(2026, 7, day) for day in (1, 9, 14, 16))


def run(day, *options):
    """What the command says on a day, and how many letters it sent."""
    mail.outbox.clear()
    said = StringIO()
    with time_machine.travel(datetime(day.year, day.month, day.day, 8, 0), tick=False):
        call_command("send_reminders", *options, stdout=said, stderr=said)
    return said.getvalue()


def test_one_letter_lists_everything_one_person_has_to_write(update, plan, theme, officer):
    UpdateFactory(
        round=update.round, action=ActionFactory(plan=plan, theme=theme, reference="ES-02", lead=officer)
    )
    other = PlanFactory(partnership=PartnershipFactory(slug="wear", name="Wear"))
    UpdateFactory(
        round=RoundFactory(plan=other), action=ActionFactory(plan=other, reference="W-01", lead=officer)
    )

    run(FIRST)

    assert [(one.to, one.cc, one.subject) for one in mail.outbox] == [
        ([officer.email], [], "3 updates are due on 14 July 2026")
    ]
    text, page = mail.outbox[0].body, mail.outbox[0].alternatives[0].content
    for words in ("ES-01", "ES-02", "W-01", "Wear, Q1 2026/27, due 14 July 2026", "/updates/"):
        assert (words in text, words in page) == (True, True)


def test_nothing_is_sent_twice_however_often_the_timer_runs(update, officer):
    sent = []
    for day in (FIRST, FIRST, date(2026, 7, 2), SOON, SOON, DUE, DUE, LATE, LATE, date(2026, 7, 20)):
        run(day)
        sent.append(len(mail.outbox))

    assert sent == [1, 0, 0, 1, 0, 1, 0, 1, 0, 0]
    occasions = Reminder.objects.order_by("pk").values_list("occasion", flat=True)
    assert list(occasions) == ["opened", "due_soon", "due_today", "late"]


def test_a_timer_that_missed_days_catches_up_with_one_letter(update, officer):
    run(DUE)

    assert len(mail.outbox) == 1
    assert list(Reminder.objects.values_list("occasion", flat=True)) == ["due_today"]


def test_a_new_due_date_begins_again(update, officer, manager):
    run(LATE)
    services.close_round(round=update.round, by=manager)
    update.round.refresh_from_db()
    services.reopen_round(round=update.round, due_on=date(2026, 7, 24), reason="Half missing", by=manager)

    run(date(2026, 7, 21))

    assert [one.subject for one in mail.outbox] == ["1 update is due on 24 July 2026"]


def test_the_lead_has_a_copy_once_it_is_late(update, officer, theme_lead):
    copies = []
    for day in (FIRST, SOON, DUE, LATE):
        run(day)
        copies.append([one.cc for one in mail.outbox])

    assert copies == [[[]], [[]], [[]], [[theme_lead.email]]]


def test_letters_stop_when_everything_is_in(update, officer):
    submitted(update, officer)

    assert run(DUE) == "Nobody has to be reminded today.\n"
    assert mail.outbox == []


def test_a_dry_run_says_who_would_be_written_to_and_sends_nothing(update, officer, theme_lead):
    said = run(LATE, "--dry-run")

    assert said == (
        f"A letter would go to {officer.email}, with a copy to {theme_lead.email} (late): ES-01.\n"
    )
    assert (mail.outbox, Reminder.objects.count()) == ([], 0)


def test_a_partner_s_officers_are_asked_where_an_action_has_no_lead(update, action, borough, partner_officer):
    action.lead, action.owner = None, borough
    action.save()

    run(FIRST)

    assert [one.to for one in mail.outbox] == [[partner_officer.email]]


def test_an_action_for_which_nobody_can_be_asked_is_named(update, action):
    action.lead = None
    action.save()

    assert run(FIRST) == (
        "Nobody can be asked for ES-01 in Q1 2026/27: it has no lead, and its owner no officer.\n"
        "Nobody has to be reminded today.\n"
    )


def test_a_mail_server_that_refuses_is_tried_again(update, officer, monkeypatch):
    def refuse(self, *args, **kwargs):
        raise ConnectionRefusedError("no server")

    with monkeypatch.context() as patched:
        patched.setattr("django.core.mail.EmailMultiAlternatives.send", refuse)
        said = run(FIRST)
    assert said == (
        f"A letter could not go to {officer.email} (opened): ES-01.\n1 letter left for the next run.\n"
    )

    run(FIRST)

    assert len(mail.outbox) == 1


# --- standing in -----------------------------------------------------------------------------------


def stand_in(officer, other_officer, first=FIRST, last=date(2026, 7, 20)):
    return services.stand_in(
        person=officer, cover=other_officer, first=first, last=last, by=officer, today=FIRST
    )


def test_the_letters_of_somebody_away_go_to_whoever_stands_in(update, officer, other_officer):
    stand_in(officer, other_officer)

    sent = []
    for day in (FIRST, date(2026, 7, 21)):  # away, and back again
        run(day)
        sent += [(one.to, f"{officer.name} is away" in one.body) for one in mail.outbox]

    assert sent == [([other_officer.email], True), ([officer.email], False)]
    assert list(Reminder.objects.values_list("person", flat=True)) == [officer.pk, officer.pk]


def test_whoever_stands_in_finds_the_updates_writes_them_and_stops_on_the_last_day(
    client, update, officer, other_officer
):
    stand_in(officer, other_officer)
    client.force_login(other_officer)
    with time_machine.travel(NOW, tick=False):
        listed = client.get("/updates/").context["groups"][0]["tasks"]
        page = client.post(
            "/p/tees/updates/2026-27-q1/ES-01/",
            {
                "stage": "in_progress",
                "confidence": "on_track",
                "words": "All is well.",
                "version": 1,
                "do": "submit",
            },
        )
    with time_machine.travel(datetime(2026, 7, 21, 9, 0), tick=False):
        client.force_login(type(other_officer).objects.get(pk=other_officer.pk))
        after = client.get("/updates/").context["groups"]

    update.refresh_from_db()
    assert ([one.mine.reference for one in listed], page.status_code) == (["ES-01"], 302)
    assert (update.submitted_by, after) == (other_officer, [])


def test_somebody_who_comes_back_early_ends_it(client, update, officer, other_officer):
    stand_in(officer, other_officer)
    client.force_login(officer)
    with time_machine.travel(NOW, tick=False):
        shown = client.get("/updates/away/").content.decode()
        client.post("/updates/away/", {"do": "back"})
        client.force_login(other_officer)

        assert client.get("/updates/").context["groups"] == []
    assert f"{other_officer.name}, 1 July 2026 to 20 July 2026" in shown


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"cover": ""}, "Choose who stands in for you."),
        ({"last": "1 July 2026"}, "The last day must be on or after the first."),
        ({"first": "1 June 2026", "last": "2 June 2026"}, "This day is over."),
        ({"last": ""}, "Give the last day you are away."),
    ],
)
def test_what_is_missing_in_an_absence_is_said(client, update, officer, other_officer, sent, words):
    client.force_login(officer)
    given = {"cover": other_officer.pk, "first": "8 July 2026", "last": "20 July 2026"}

    with time_machine.travel(NOW, tick=False):
        page = client.post("/updates/away/", given | sent)

    assert (page.status_code, words in page.content.decode()) == (422, True)


def test_nobody_of_another_partnership_can_be_named(client, update, officer, stranger):
    client.force_login(officer)

    with time_machine.travel(NOW, tick=False):
        page = client.post(
            "/updates/away/", {"cover": stranger.pk, "first": "8 July 2026", "last": "20 July 2026"}
        )

    assert page.status_code == 422


def test_a_reader_has_nothing_somebody_could_stand_in_for(update, chief_executive, other_officer):
    with pytest.raises(ValidationError, match="There is no work of yours"):
        stand_in(chief_executive, other_officer)


def test_somebody_who_stands_in_without_an_end_is_refused(officer, other_officer, partnership):
    grant = GrantFactory.build(
        user=other_officer, role="officer", partnership=partnership, acting_for=officer
    )

    with pytest.raises(ValidationError, match="until a day: give the last one"):
        grant.full_clean()


# --- what came back --------------------------------------------------------------------------------


def test_an_officer_is_told_at_once_what_came_back_and_why(client, update, officer, theme_lead):
    given = submitted(update, officer)
    client.force_login(theme_lead)

    page = client.post(
        "/p/tees/updates/2026-27-q1/ES-01/sign-off/",
        {"do": "return", "note": "Which firms?", "version": given.version},
        follow=True,
    )

    assert [(one.to, one.subject) for one in mail.outbox] == [
        ([officer.email], "ES-01: your update came back")
    ]
    assert "Which firms?" in mail.outbox[0].body
    assert "/p/tees/updates/2026-27-q1/ES-01/" in mail.outbox[0].body
    assert "They have a letter about it." in page.content.decode()
    assert Update.objects.get().state == "returned"
