"""One thing changed in many actions at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from core.change import change, current_change_set
from core.domain.windows import DateWindow
from core.models import StaleEdit
from partnerships.models import Theme
from programmes.domain.baseline import DateMoveKind
from programmes.models import Action
from programmes.services.dates import examine_move, move_date

# What is set in many actions at once. A date is not set but moved, with move_many.
BULK_FIELDS = ("owner", "lead", "lead_role", "theme", "outcome")
MOST_AT_ONCE = 1000


def bulk_problems(actions: Sequence[Action], field: str, value: Any) -> dict[int, str]:
    """Which of the actions could not take the value, and why, by id. Saves nothing.

    The actions carry the value afterwards, as they would be saved.
    """
    problems: dict[int, str] = {}
    for action in actions:
        setattr(action, field, value)
        try:
            action.full_clean()
        except ValidationError as refused:
            problems[action.pk] = " ".join(refused.messages)
    return problems


@transaction.atomic
def change_many(*, actions: Sequence[Action], field: str, value: Any, by: Any, reason: str) -> UUID:
    """Set one field of all the actions, all or none, as one change. Gives the change set's id.

    The actions carry the versions their reader saw. Raises ValidationError naming every action that
    refuses the value, and every one that somebody changed meanwhile.
    """
    if field not in BULK_FIELDS:
        raise ValidationError("This cannot be changed in many actions at once.")
    must_be_some(actions)
    problems = bulk_problems(actions, field, value)
    refused = [f"{action.reference}: {problems[action.pk]}" for action in actions if action.pk in problems]
    if refused:
        raise ValidationError(refused)
    return _save_all(actions, by, reason)


@transaction.atomic
def carry_actions(*, placed: Mapping[Action, Theme], by: Any, reason: str) -> UUID:
    """Put each action under its new theme, all or none, as one change. Gives the change set's id.

    An outcome belongs to its theme, so the action leaves the one it had. References stay. The actions
    carry the versions their reader saw. Raises ValidationError naming every action that was changed since.
    """
    if not placed:
        raise ValidationError("Choose a new theme for at least one action.")
    for action, theme in placed.items():
        action.theme, action.outcome = theme, None
    return _save_all(list(placed), by, reason)


def moves_examined(
    actions: Sequence[Action], window: DateWindow, reason: str, today: date
) -> dict[int, DateMoveKind | str]:
    """By id what moving each action's date there would be, or why it cannot move there. Saves nothing."""
    moves: dict[int, DateMoveKind | str] = {}
    for action in actions:
        try:
            moves[action.pk] = examine_move(action, window, reason, today)
        except ValidationError as refused:
            moves[action.pk] = " ".join(refused.messages)
    return moves


@transaction.atomic
def move_many(*, actions: Sequence[Action], window: DateWindow, reason: str, by: Any, today: date) -> UUID:
    """Ask for the same new date for all the actions, all or none, as one change. Gives the change set's id.

    Each follows the rule of a single move: within its quarter it moves, beyond it becomes a change
    request. The actions carry the versions their reader saw. Raises ValidationError naming every action
    that cannot move there, and every one that somebody changed meanwhile.
    """
    must_be_some(actions)
    refused: list[str] = []
    with change(by=by, reason=reason.strip()):
        for action in actions:
            try:
                move_date(dated=action, window=window, reason=reason, by=by, today=today)
            except StaleEdit:
                refused.append(_stale(action))
            except ValidationError as said:
                refused.append(f"{action.reference}: {' '.join(said.messages)}")
        if refused:
            raise ValidationError(refused)
        return current_change_set()


def _save_all(actions: Sequence[Action], by: Any, reason: str) -> UUID:
    """Save them as one change; none of them when somebody changed one meanwhile."""
    stale = []
    with change(by=by, reason=reason):
        for action in actions:
            try:
                action.save()
            except StaleEdit:
                stale.append(_stale(action))
        if stale:
            raise ValidationError(stale)
        return current_change_set()


def must_be_some(actions: Sequence[Action]) -> None:
    """Raise ValidationError when there is no action, or more than can be changed at once."""
    if not actions:
        raise ValidationError("Select at least one action.")
    if len(actions) > MOST_AT_ONCE:
        raise ValidationError(
            f"At most {MOST_AT_ONCE:,} actions can be changed at once. Narrow the list first."
        )


def _stale(action: Action) -> str:
    return f"{action.reference} was changed since this page was drawn. Look at it again."
