"""Moving an agreed date: applied within its quarter, decided when it leaves it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from core.change import change
from core.domain.periods import Quarter
from core.domain.status import Stage
from core.domain.windows import DateWindow
from core.models import StaleEdit
from core.validation import raise_problems
from partnerships.models import Board
from programmes.domain.baseline import DateMoveKind, move_kind, move_problems
from programmes.domain.moves import MOVE, DateMoveState, target_problems
from programmes.domain.rounds import RoundState
from programmes.models import Action, DateChange, Milestone


@transaction.atomic
def move_date(
    *, dated: Action | Milestone, window: DateWindow | None, reason: str, by: Any, today: date
) -> DateChange:
    """Ask for another agreed date for an action or a milestone.

    Within the quarter it was promised for the date moves at once. One that leaves its quarter, or the
    plan's tolerance, stays as it is and waits for approve_move, note_move or refuse_move. The
    original date never changes. ``dated`` carries the version its reader saw.

    Raises ValidationError, StaleEdit.
    """
    stored: Any = type(dated).objects.select_for_update().get(pk=dated.pk)
    if stored.version != dated.version:
        raise StaleEdit(stored, dated.version)
    action: Action = stored.action if isinstance(stored, Milestone) else stored
    milestone = stored if isinstance(stored, Milestone) else None
    kind = examine_move(stored, window, reason, today)
    assert window is not None  # a move is to somewhere
    move = DateChange(
        action=action,
        milestone=milestone,
        number=_next_number(action),
        round=action.plan.rounds.live().filter(state=RoundState.OPEN).first(),
        kind=kind,
        state=DateMoveState.PROPOSED if kind.needs_decision else DateMoveState.APPLIED,
        asked_on=today,
        why=reason.strip(),
    )
    move.before, move.after = stored.current, window
    with change(by=by, reason=reason.strip()):
        move.full_clean()
        move.save()
        if kind is DateMoveKind.WITHIN:
            _apply(move)
    return move


def examine_move(
    dated: Action | Milestone, window: DateWindow | None, reason: str, today: date
) -> DateMoveKind:
    """What moving a date there would be: a move within its quarter, or a change request. Saves nothing.

    Raises ValidationError when it cannot move there at all.
    """
    milestone = dated if isinstance(dated, Milestone) else None
    action: Action = dated.action if isinstance(dated, Milestone) else dated
    _raise_unless_movable(dated, milestone, action)
    raise_problems(move_problems(dated.current, window, reason))
    assert window is not None  # move_problems asked for it
    raise_problems(target_problems(window, action.starts, today))
    return move_kind(
        Quarter.of(dated.current.last), dated.current, window, dated.original, action.plan.tolerance_days
    )


@transaction.atomic
def approve_move(
    *, move: DateChange, board: Board | None, decided_on: date | None, by: Any, today: date, minute: str = ""
) -> DateChange:
    """Record which board approved a proposed move, and when; the date moves.

    Raises ValidationError, StaleEdit.
    """
    return _decide(DateMoveState.APPROVED, move, board, decided_on, minute, by, today)


@transaction.atomic
def note_move(
    *, move: DateChange, board: Board | None, decided_on: date | None, by: Any, today: date, minute: str = ""
) -> DateChange:
    """Record which board was informed of a move and let it stand, and when; the date moves.

    Raises ValidationError, StaleEdit.
    """
    return _decide(DateMoveState.NOTED, move, board, decided_on, minute, by, today)


def _decide(
    state: DateMoveState,
    move: DateChange,
    board: Board | None,
    decided_on: date | None,
    minute: str,
    by: Any,
    today: date,
) -> DateChange:
    facts = {"board": board, "decided_on": decided_on}
    raise_problems(MOVE.problems(DateMoveState(move.state), state, facts))
    word = state.label.lower()
    if decided_on and decided_on > today:
        raise ValidationError({"decided_on": f"This day is still to come. Give the day it was {word}."})
    if decided_on and decided_on < move.asked_on:
        raise ValidationError({"decided_on": "This day is before the move was asked for."})
    move.board, move.decided_on, move.minute = board, decided_on, minute
    move.state = state
    with change(by=by, reason=f"{state.label} by {board}. {move.why}"):
        move.full_clean()
        move.save()
        _apply(move)
    return move


@transaction.atomic
def refuse_move(*, move: DateChange, reason: str, by: Any, today: date) -> DateChange:
    """Refuse a proposed move; the agreed date stays. Raises ValidationError, StaleEdit."""
    raise_problems(MOVE.problems(DateMoveState(move.state), DateMoveState.REFUSED, {"reason": reason}))
    move.state, move.decided_on = DateMoveState.REFUSED, today
    with change(by=by, reason=reason.strip()):
        move.full_clean()
        move.save()
    return move


def _raise_unless_movable(dated: Action | Milestone, milestone: Milestone | None, action: Action) -> None:
    """A date that was never set, was reached, or waits for a decision cannot be moved."""
    if dated.current is None:
        raise ValidationError("There is no date to move yet. Give the first one under Change.")
    if dated.actual_on or (milestone is None and action.stage in {Stage.COMPLETE, Stage.STOPPED}):
        raise ValidationError("This is finished, so its date stays as it is.")
    waiting = action.date_changes.filter(milestone=milestone, state=DateMoveState.PROPOSED).first()
    if waiting:
        raise ValidationError(
            f"A move to {waiting.after.wording} waits for a decision. The date can move again after that."
        )


def _apply(move: DateChange) -> None:
    """Make a move's new date the agreed one."""
    model: Any = Milestone if move.milestone_id else Action
    dated = model.objects.select_for_update().get(pk=move.milestone_id or move.action_id)
    dated.current = move.after
    dated.full_clean()
    dated.save()


def _next_number(action: Action) -> int:
    """One more than the action's last move; the lock makes two people take turns."""
    Action.objects.select_for_update().get(pk=action.pk)
    return (DateChange.objects.filter(action=action).aggregate(last=Max("number"))["last"] or 0) + 1
