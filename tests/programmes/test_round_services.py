"""Rounds: one open at a time, and locked means locked."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from core.domain.periods import FinancialYear, Quarter
from programmes import services
from programmes.models import Round, Update
from tests.factories.programmes import Q1, ActionFactory, RoundFactory
from tests.programmes.answers import NOW, TODAY, submitted

Q2 = Quarter(FinancialYear(2026), 2)


def test_opening_a_round_asks_for_every_live_unfinished_action(plan, theme, action, manager):
    ActionFactory(plan=plan, theme=theme, reference="ES-02", stage="complete")
    ActionFactory(plan=plan, theme=theme, reference="ES-03", archived_at=NOW)
    ActionFactory(reference="ES-04")

    opened = services.open_round(plan=plan, quarter=Q1, by=manager, today=TODAY)

    assert [update.action.reference for update in opened.updates.all()] == ["ES-01"]
    asked = opened.updates.get()
    assert (asked.state, asked.history.get().history_user) == ("not_started", manager)
    assert asked.history.get().change_set == opened.history.first().change_set


def test_its_dates_are_working_days_after_the_quarter(plan, manager):
    opened = services.open_round(plan=plan, quarter=Q1, by=manager, today=TODAY)

    days = (opened.opens_on, opened.due_on, opened.sign_off_on, opened.lock_on)
    assert days == (date(2026, 7, 1), date(2026, 7, 14), date(2026, 7, 17), date(2026, 7, 21))


def test_a_planned_round_is_the_one_that_opens(plan, action, manager):
    planned = services.plan_round(plan=plan, quarter=Q1, by=manager)

    opened = services.open_round(plan=plan, quarter=Q1, by=manager, today=TODAY)

    assert (opened, opened.state, opened.updates.count()) == (planned, "open", 1)


def test_only_one_round_of_a_plan_is_open(plan, round, manager):
    with pytest.raises(ValidationError) as refused:
        services.open_round(plan=plan, quarter=Q2, by=manager, today=date(2026, 10, 1))
    assert refused.value.messages == ["Another round of this plan is open. Close it first."]
    assert Round.objects.count() == 1


def test_a_quarter_that_has_not_begun_cannot_be_opened(plan, manager):
    with pytest.raises(ValidationError, match="Q2 2026/27 begins on 1 July 2026"):
        services.open_round(plan=plan, quarter=Q2, by=manager, today=date(2026, 6, 30))


def test_a_round_is_closed_before_it_is_locked(round, manager):
    with pytest.raises(ValidationError, match="stands at open and cannot move to locked"):
        services.lock_round(round=round, by=manager, now=NOW)

    services.close_round(round=round, by=manager)
    services.lock_round(round=round, by=manager, now=NOW)

    round.refresh_from_db()
    assert (round.state, round.locked_at) == ("locked", NOW)


def test_a_closed_round_opens_again_with_a_reason_and_a_later_date(plan, round, manager):
    services.close_round(round=round, by=manager)

    with pytest.raises(ValidationError) as refused:
        services.reopen_round(round=round, due_on=None, reason=" ", by=manager)
    assert set(refused.value.message_dict) == {"reason", "due"}

    services.reopen_round(round=round, due_on=date(2026, 7, 31), reason="Two partners late.", by=manager)

    round.refresh_from_db()
    days = (round.due_on, round.sign_off_on, round.lock_on)
    assert (round.state, days) == ("open", (date(2026, 7, 31),) * 3)


def test_a_closed_round_is_not_opened_as_if_it_were_new(plan, round, manager):
    services.close_round(round=round, by=manager)

    with pytest.raises(ValidationError, match="Open it again with a reason"):
        services.open_round(plan=plan, quarter=Q1, by=manager, today=TODAY)


def test_a_locked_round_keeps_its_dates(plan, manager):
    locked = RoundFactory(plan=plan, state="locked")
    locked.lock_on = date(2026, 8, 1)

    with pytest.raises(ValidationError, match="A locked round keeps its dates too"):
        locked.full_clean()


def test_named_updates_of_a_locked_round_reopen_and_the_rest_stay_locked(
    round, update, officer, manager, plan
):
    other = Update.objects.create(round=round, action=ActionFactory(plan=plan, theme=update.action.theme))
    given = submitted(update, officer)
    services.sign_off_update(update=given, by=manager, now=NOW)
    services.close_round(round=round, by=manager)
    services.lock_round(round=round, by=manager, now=NOW)

    services.reopen_updates(
        round=round, updates=[Update.objects.get(pk=update.pk)], reason="Wrong figure.", by=manager, now=NOW
    )

    update.refresh_from_db()
    assert (update.state, update.reopened_why, update.is_reopened) == ("draft", "Wrong figure.", True)
    assert submitted(update, officer, words="Fifty firms have signed.").words == "Fifty firms have signed."
    with pytest.raises(ValidationError, match="Q1 2026/27 is locked"):
        submitted(other, officer)


def test_a_reopened_update_locks_again_once_it_is_signed_off(round, update, officer, manager):
    services.close_round(round=round, by=manager)
    services.lock_round(round=round, by=manager, now=NOW)
    services.reopen_updates(round=round, updates=[update], reason="It was late.", by=manager, now=NOW)
    given = submitted(update, officer)

    services.sign_off_update(update=given, by=manager, now=NOW)

    update.refresh_from_db()
    assert (update.state, update.is_reopened) == ("signed_off", False)


@pytest.mark.parametrize(
    ("reason", "named", "words"),
    [("", True, "Say why these updates are reopened."), ("x", False, "Name the updates to reopen.")],
)
def test_reopening_names_updates_and_a_reason(plan, manager, update, reason, named, words):
    services.close_round(round=update.round, by=manager)

    with pytest.raises(ValidationError, match=words):
        services.reopen_updates(
            round=update.round, updates=[update] if named else [], reason=reason, by=manager, now=NOW
        )


def test_nothing_is_reopened_while_the_round_is_open(update, manager):
    with pytest.raises(ValidationError, match="This round is open"):
        services.reopen_updates(round=update.round, updates=[update], reason="x", by=manager, now=NOW)
