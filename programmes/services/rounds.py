"""A quarter's round: planned, opened, closed, locked."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from simple_history.utils import bulk_create_with_history

from core.bulk import delete_rows
from core.change import bulk_writes, change, current_change
from core.domain.periods import Quarter
from core.domain.status import Stage
from core.domain.words import day_words
from core.models import StaleEdit
from core.validation import raise_problems
from programmes.domain.rolling import opening_problems, take_back_problems
from programmes.domain.rounds import ROUND, RoundDates, RoundState, round_dates
from programmes.models import Action, Plan, Round, Update
from programmes.queries import begun_in, closures, opened_at, still_lacking


@transaction.atomic
def plan_round(*, plan: Plan, quarter: Quarter, by: Any, dates: RoundDates | None = None) -> Round:
    """Put a quarter's round into the calendar; its dates are counted in working days unless given.

    Raises ValidationError.
    """
    planned = Round(plan=plan, year=quarter.year.start, quarter_number=quarter.number)
    _set_dates(planned, dates or round_dates(quarter, closures(plan)))
    with change(by=by):
        planned.full_clean()
        planned.save()
    return planned


@transaction.atomic
def open_round(
    *,
    plan: Plan,
    quarter: Quarter,
    by: Any,
    today: date,
    dates: RoundDates | None = None,
    reason: str = "",
) -> Round:
    """Open a quarter's round and ask for an update of every live, unfinished action.

    Takes the planned round where there is one. Only one round of a plan is open at a time, and a
    quarter has to have begun. Where updates of an earlier round wait to be signed off it needs a
    reason. Raises ValidationError.
    """
    if today < quarter.first_day:
        begins = day_words(quarter.first_day)
        raise ValidationError(f"{quarter.label} begins on {begins}. Its round can open from then on.")
    Plan.objects.select_for_update().get(pk=plan.pk)  # two managers opening at once take turns
    unsigned = [update.reference for update in still_lacking(plan, quarter) if update.is_unsigned]
    raise_problems(opening_problems(unsigned, reason))
    existing = Round.objects.filter(plan=plan, year=quarter.year.start, quarter_number=quarter.number).first()
    with change(by=by, reason=reason.strip()):
        opened = existing or plan_round(plan=plan, quarter=quarter, by=by, dates=dates)
        if existing and dates:
            _set_dates(opened, dates)
        if existing and existing.state == RoundState.CLOSED:
            raise ValidationError(f"The round for {quarter.label} was closed. Open it again with a reason.")
        _move_to(opened, RoundState.OPEN, {})
        _ask(opened)
    return opened


@transaction.atomic
def take_back_opening(*, round: Round, by: Any, now: datetime) -> Round:
    """Undo the opening of a round as one, within a day and before anybody has begun: it is planned again.

    What it asked for is taken out, also of actions that came since, each with a last history row.
    ``round`` carries the version its reader saw. Raises ValidationError, StaleEdit.
    """
    stored: Round = Round.objects.select_for_update().get(pk=round.pk)
    if stored.version != round.version:
        raise StaleEdit(stored, round.version)
    # Held before it is asked who has begun, so that a draft comes before that or not at all.
    updates = list(stored.updates.select_for_update().values_list("pk", flat=True))
    raise_problems(take_back_problems(RoundState(stored.state), opened_at(stored), begun_in(stored), now))
    with change(by=by, reason="The opening was taken back."):
        delete_rows(Update, updates)
        stored.state = RoundState.PLANNED
        stored.full_clean()
        stored.save()
    return stored


@transaction.atomic
def close_round(*, round: Round, by: Any) -> Round:
    """End the time for writing; leads still sign off, and returned updates may still be answered.

    Raises ValidationError, StaleEdit.
    """
    with change(by=by):
        return _move_to(round, RoundState.CLOSED, {})


@transaction.atomic
def reopen_round(*, round: Round, due_on: date | None, reason: str, by: Any) -> Round:
    """Open a closed round again until a new due date. Raises ValidationError, StaleEdit."""
    with change(by=by, reason=reason.strip()):
        facts = {"reason": reason, "due": due_on}
        raise_problems(ROUND.problems(RoundState(round.state), RoundState.OPEN, facts))
        round.due_on = due_on
        round.sign_off_on = max(filter(None, (round.sign_off_on, due_on)))
        round.lock_on = max(filter(None, (round.lock_on, round.sign_off_on)))
        return _move_to(round, RoundState.OPEN, facts)


@transaction.atomic
def lock_round(*, round: Round, by: Any, now: datetime) -> Round:
    """Freeze a closed round. What is missing by then reads "No update" from now on.

    Raises ValidationError, StaleEdit.
    """
    round.locked_at = now
    with change(by=by):
        return _move_to(round, RoundState.LOCKED, {})


def _move_to(moved: Round, state: RoundState, facts: dict[str, Any]) -> Round:
    raise_problems(ROUND.problems(RoundState(moved.state), state, facts))
    moved.state = state
    moved.full_clean()
    moved.save()
    return moved


def _ask(opened: Round) -> None:
    """A not-started update, with its history, for every action that still needs one."""
    actions = (
        Action.objects.live()
        .filter(plan=opened.plan)
        .exclude(stage__in=(Stage.COMPLETE, Stage.STOPPED))
        .exclude(updates__round=opened)
    )
    rows = [Update(round=opened, action=action) for action in actions]
    in_force = current_change()
    with bulk_writes():
        bulk_create_with_history(
            rows,
            Update,
            default_user=in_force.actor,
            default_change_reason=in_force.reason,
            default_date=in_force.moment,
        )


def _set_dates(row: Round, dates: RoundDates) -> None:
    row.opens_on, row.due_on = dates.opens, dates.due
    row.sign_off_on, row.lock_on = dates.sign_off, dates.lock
