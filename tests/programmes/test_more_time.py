"""A manager reminds by hand and gives more time; letters, lists and calendars follow."""

from datetime import date, datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.management import call_command

from programmes import queries, services
from programmes.models import Reminder, Round, Update
from tests.factories.partnerships import GrantFactory
from tests.factories.programmes import ActionFactory, UpdateFactory
from tests.markup import tight
from tests.programmes.answers import NOW, TODAY, submitted

pytestmark = pytest.mark.usefixtures("july")

HERE = "/p/tees/updates/rounds/DP/2026-27-q1/"
LATER = date(2026, 7, 17)


@pytest.fixture
def manages(client, manager):
    client.force_login(manager)
    return client


@pytest.fixture
def second(plan, theme, update, other_officer):
    """ES-02 in the same round, led by somebody else."""
    action = ActionFactory(plan=plan, theme=theme, reference="ES-02", lead=other_officer)
    return UpdateFactory(round=update.round, action=action)


def timer(day):
    """How many letters the timer sends that day."""
    mail.outbox.clear()
    with time_machine.travel(datetime(day.year, day.month, day.day, 8, 0), tick=False):
        call_command("send_reminders", stdout=StringIO())
    return [one.to[0] for one in mail.outbox]


def test_the_round_s_page_says_who_is_missing_and_offers_to_write(manages, update, second, officer):
    page = manages.get(HERE)

    assert [(row.cells[0], row.cells[4]) for row in page.context["missing"]] == [
        ("ES-01", "Not started"),
        ("ES-02", "Not started"),
    ]
    assert f'href="{HERE}remind/">Remind who is missing</a>' in tight(page.content.decode())


def test_a_round_that_is_in_offers_no_form_to_remind_with(manages, update, officer):
    submitted(update, officer)

    page = manages.get(f"{HERE}remind/").content.decode()

    assert "Everything is in, so nobody has to be reminded." in page
    assert 'name="people"' not in page


def test_more_time_of_its_own_stands_beside_what_is_missing(manages, update, second, manager):
    services.extend_updates(
        round=second.round, updates=[second], due_on=LATER, by=manager, reason="Ill.", today=TODAY
    )

    page = manages.get(HERE)

    assert [row.cells[4] for row in page.context["missing"]] == [
        "Not started",
        "Not started, until 17 July 2026",
    ]


def test_everybody_is_ticked_and_gets_one_letter(manages, update, second, officer, other_officer, manager):
    form = manages.get(f"{HERE}remind/").context["form"]
    assert form.initial["people"] == [key for key, _ in form.fields["people"].choices]

    page = manages.post(f"{HERE}remind/", {"people": form.initial["people"]}, follow=True)

    assert "2 letters sent to " in page.content.decode()
    assert {one.to[0] for one in mail.outbox} == {officer.email, other_officer.email}
    kept = Reminder.objects.first()
    assert (kept.occasion, kept.due_on, kept.history.first().history_user) == ("by_hand", TODAY, manager)


def test_one_person_alone_can_be_written_to(manages, update, second, officer):
    manages.post(f"{HERE}remind/", {"people": [officer.pk]})

    assert [one.to for one in mail.outbox] == [[officer.email]]


def test_nobody_has_two_letters_in_one_day_and_the_page_says_so(manages, update, officer):
    manages.post(f"{HERE}remind/", {"people": [officer.pk]})

    page = manages.get(f"{HERE}remind/")
    again = manages.post(f"{HERE}remind/", {"people": [officer.pk]})

    assert page.context["notes"] == [f"{officer} had a letter today already. Nobody gets two in one day."]
    assert again.status_code == 422
    assert "had a letter today already, or has sent everything since" in again.content.decode()
    assert len(mail.outbox) == 1


def test_who_was_written_to_by_the_timer_today_is_not_written_to_by_hand(manages, update, officer):
    timer(TODAY)
    mail.outbox.clear()

    assert manages.post(f"{HERE}remind/", {"people": [officer.pk]}).status_code == 422
    assert mail.outbox == []


def test_the_timer_leaves_who_was_written_to_by_hand_for_the_next_day(manages, update, officer):
    manages.post(f"{HERE}remind/", {"people": [officer.pk]})

    assert timer(TODAY) == []
    assert timer(TODAY + timedelta(days=1)) == [officer.email]


def test_the_next_day_somebody_can_be_reminded_again(client, manager, update, officer):
    sent = []
    for hours in (0, 24):
        with time_machine.travel(NOW + timedelta(hours=hours), tick=False):
            client.force_login(manager)
            sent.append(client.post(f"{HERE}remind/", {"people": [officer.pk]}).status_code)

    assert (sent, len(mail.outbox)) == ([302, 302], 2)


def test_whoever_stands_in_gets_it_and_is_named(manages, update, officer, other_officer, partnership):
    GrantFactory(
        user=other_officer, partnership=partnership, role="officer", acting_for=officer, effective_to=LATER
    )

    ((_, words),) = manages.get(f"{HERE}remind/").context["form"].fields["people"].choices
    manages.post(f"{HERE}remind/", {"people": [officer.pk]})

    assert words == f"{officer} (ES-01), to {other_officer} who stands in"
    assert [one.to for one in mail.outbox] == [[other_officer.email]]


def test_an_update_nobody_can_be_asked_for_is_named(manages, update, action):
    action.lead = None
    action.save()

    assert manages.get(f"{HERE}remind/").context["notes"] == [
        "Nobody can be asked for ES-01 in Q1 2026/27: it has no lead, and its owner no officer."
    ]


def test_a_letter_that_cannot_go_is_said_and_tried_again(manages, update, officer, monkeypatch):
    monkeypatch.setattr("programmes.services.letters.EmailMultiAlternatives.send", _refused)

    page = manages.post(f"{HERE}remind/", {"people": [officer.pk]}, follow=True)

    assert f"The letter to {officer} could not be sent. Try again later." in page.content.decode()
    assert Reminder.objects.count() == 0


def _refused(self):
    raise OSError("No mail server")


def test_everybody_has_more_time_and_sign_off_moves_along(manages, update, round):
    given = {"due": "20 July 2026", "whose": "everybody", "reason": "Two firms late."}

    page = manages.post(f"{HERE}extend/", given, follow=True)

    row = Round.objects.get()
    assert "Everybody has until 20 July 2026." in page.content.decode()
    assert (row.due_on, row.sign_off_on) == (date(2026, 7, 20), date(2026, 7, 20))
    assert row.history.first().history_change_reason == "Two firms late."


def test_only_the_updates_named_have_more_time(manages, update, second):
    given = {"due": "17 July 2026", "whose": "named", "updates": [update.pk], "reason": "On leave."}

    page = manages.post(f"{HERE}extend/", given, follow=True)

    assert "ES-01 has until 17 July 2026." in page.content.decode()
    assert [Update.objects.get(pk=one.pk).due for one in (update, second)] == [LATER, date(2026, 7, 14)]
    assert Update.objects.get(pk=update.pk).history.first().history_change_reason == "On leave."


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"due": "18 July 2026"}, "18 July 2026 is no working day. The next one is 20 July 2026."),
        ({"due": "30 July 2026"}, "The round locks on 21 July 2026."),
        ({"due": "14 July 2026"}, "It is due on 14 July 2026 already. Give a later day."),
        ({"due": ""}, "Give the new due date."),
        ({"reason": ""}, "Say why there is more time."),
        ({"whose": ""}, "Choose who has more time."),
        ({"whose": "named"}, "Name the updates that have more time."),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_nothing_changes(manages, update, given, sentence):
    sent = {"due": "17 July 2026", "whose": "everybody", "reason": "Late."} | given

    answer = manages.post(f"{HERE}extend/", sent)

    assert answer.status_code == 422
    assert sentence in answer.content.decode().replace("&#x27;", "'")
    assert Round.objects.get().due_on == date(2026, 7, 14)


def test_an_update_that_is_in_needs_no_more_time(update, officer, manager):
    submitted(update, officer)
    row = Update.objects.select_related("round__plan", "action").get()

    with pytest.raises(ValidationError, match="ES-01 is in already"):
        services.extend_updates(
            round=row.round, updates=[row], due_on=LATER, reason="Late.", by=manager, today=TODAY
        )


def test_a_closed_round_is_not_extended(manages, update, manager):
    services.close_round(round=update.round, by=manager)

    answer = manages.post(f"{HERE}extend/", {"due": "17 July 2026", "whose": "everybody", "reason": "Late."})

    assert answer.status_code == 422
    assert "This round is closed. Only an open one is extended." in answer.content.decode()


def extended(update, manager, day=LATER):
    row = Update.objects.select_related("round__plan", "action").get(pk=update.pk)
    services.extend_updates(
        round=row.round, updates=[row], due_on=day, reason="On leave.", by=manager, today=TODAY
    )


def test_letters_follow_the_later_day(update, second, officer, other_officer, manager):
    extended(update, manager)
    timer(date(2026, 7, 1))

    timer(date(2026, 7, 16))

    assert {one.to[0]: one.subject for one in mail.outbox} == {
        officer.email: "1 update is due on 17 July 2026",
        other_officer.email: "1 update is late",
    }


def test_whoever_has_more_time_is_not_called_late_before_it(update, officer, manager):
    extended(update, manager)

    (mine,) = queries.my_updates(officer, date(2026, 7, 16))
    (then,) = queries.my_updates(officer, date(2026, 7, 18))

    assert (mine.due_on, mine.is_late, then.is_late) == (LATER, False, True)


def test_my_updates_come_soonest_first_by_their_own_days(update, plan, theme, officer, manager):
    UpdateFactory(
        round=update.round, action=ActionFactory(plan=plan, theme=theme, reference="ES-09", lead=officer)
    )
    extended(update, manager)

    assert [one.reference for one in queries.my_updates(officer, TODAY)] == ["ES-09", "ES-01"]


def test_more_time_that_the_round_has_overtaken_puts_nothing_first(update, plan, theme, officer, manager):
    UpdateFactory(
        round=update.round, action=ActionFactory(plan=plan, theme=theme, reference="AA-01", lead=officer)
    )
    extended(update, manager, date(2026, 7, 15))
    row = Round.objects.select_related("plan").get()
    services.extend_round(round=row, due_on=date(2026, 7, 20), reason="All.", by=manager, today=TODAY)

    assert [one.reference for one in queries.my_updates(officer, TODAY)] == ["AA-01", "ES-01"]


def test_the_calendar_follows_the_later_day(update, second, officer, manager):
    extended(update, manager)

    days = {one.key: one.day for one in queries.deadlines_of(officer, "")}

    assert days[f"update-{update.pk}"] == LATER
    assert days[f"round-{update.round_id}"] == date(2026, 7, 14)


def test_a_round_extended_later_still_counts_for_who_had_more_time_before(update, manager):
    extended(update, manager, date(2026, 7, 15))
    row = Round.objects.select_related("plan").get()
    services.extend_round(round=row, due_on=date(2026, 7, 20), reason="All.", by=manager, today=TODAY)

    assert Update.objects.select_related("round").get().due == date(2026, 7, 20)


@pytest.mark.parametrize("act", ["remind", "extend"])
@pytest.mark.parametrize("person", ["theme_lead", "officer", "chief_executive"])
def test_nobody_else_reminds_or_extends(client, request, update, act, person):
    client.force_login(request.getfixturevalue(person))

    assert client.post(f"{HERE}{act}/", {}).status_code == 403


def test_a_round_without_a_due_date_writes_to_nobody(manages, plan, action, round):
    row = Round.objects.get()
    row.due_on = None
    row.save()
    UpdateFactory(round=row, action=action)

    assert manages.get(f"{HERE}remind/").context["form"].fields["people"].choices == []
