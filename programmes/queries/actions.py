"""What an action's page shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from core.domain.moments import london_day
from core.domain.status import Status
from core.domain.windows import DateWindow
from core.domain.words import NOT_STATED, day_words
from programmes.domain.baseline import slippage
from programmes.domain.moves import DateMoveState
from programmes.domain.rounds import RoundState, UpdateState
from programmes.models import Action, DateChange, Update


@dataclass(frozen=True)
class MilestoneRow:
    """A milestone with its dates as printed. ``proposed`` is a date that waits for a decision."""

    number: int
    title: str
    original: str
    current: str
    done: str
    slip: str
    proposed: str
    is_overdue: bool
    is_done: bool


@dataclass(frozen=True)
class UpdateShown:
    """What an action said in a round, once it was in; who and when as printed."""

    quarter: str
    url: str
    status: Status
    words: str
    reason: str
    recovery: str
    recovery_by: str
    help_wanted: str
    forecast: DateWindow | None
    said: str
    locked: bool


def moves_of(action: Action) -> list[DateChange]:
    """Every live move of the action's dates and of its milestones', in order. One query."""
    return list(action.date_changes.live().select_related("milestone").order_by("number"))


def milestone_rows(action: Action, moves: Iterable[DateChange], today: date) -> list[MilestoneRow]:
    """The action's live milestones in order, ``moves`` being all its moves. One query."""
    by_milestone: dict[int | None, list[DateChange]] = {}
    for move in moves:
        by_milestone.setdefault(move.milestone_id, []).append(move)
    return [
        _milestone(row, by_milestone.get(row.pk, []), today)
        for row in action.milestones.live().order_by("number")
    ]


def _milestone(row: Any, moves: list[DateChange], today: date) -> MilestoneRow:
    waiting = [move for move in moves if move.state == DateMoveState.PROPOSED]
    return MilestoneRow(
        number=row.number,
        title=row.title,
        original=str(row.original or NOT_STATED),
        current=str(row.current or NOT_STATED),
        done=day_words(row.actual_on) if row.actual_on else "",
        slip=moved_words(row, moves),
        proposed=waiting[0].after.wording if waiting else "",
        is_overdue=row.is_overdue(today),
        is_done=row.actual_on is not None,
    )


def moved_words(dated: Any, moves: Iterable[DateChange]) -> str:
    """How far and how often a date has moved, from its moves in order; "" when it has no date."""
    if dated.original is None:
        return ""
    in_force = (move.after for move in moves if DateMoveState(move.state).moves_the_date)
    return slippage([dated.original, *in_force]).wording


def latest_updates(action: Action) -> list[UpdateShown]:
    """What the action's four newest rounds say, newest first; rounds not begun are left out. One query.

    Nobody's draft: an update that is not in shows as no update.
    """
    rows = (
        action.updates.live()
        .filter(round__archived_at=None)
        .exclude(round__state=RoundState.PLANNED)
        .select_related("round", "submitted_by", "answered_by")
        .order_by("-round__year", "-round__quarter_number")[:4]
    )
    return [_shown(row, action) for row in rows]


def _shown(row: Update, action: Action) -> UpdateShown:
    received = row.is_in
    row.action = action
    return UpdateShown(
        quarter=row.round.quarter.label,
        url=row.get_absolute_url(),
        status=row.status,
        words=row.words if received else "",
        reason=row.reason if received else "",
        recovery=row.recovery if received else "",
        recovery_by=_recovery_by(row) if received else "",
        help_wanted=row.help_wanted if received else "",
        forecast=row.forecast if received else None,
        said=_author_and_day(row),
        locked=row.round.state == RoundState.LOCKED,
    )


def _recovery_by(row: Update) -> str:
    day = day_words(row.recovery_on) if row.recovery_on else ""
    return ", ".join(part for part in (row.recovery_owner, day and f"by {day}") if part)


def _author_and_day(row: Update) -> str:
    moment: datetime | None = row.submitted_at
    if not row.is_in or moment is None:
        return UpdateState(row.state).label
    return f"{row.said_by or 'The system'}, {day_words(london_day(moment))}"


def moves_waiting(rows: Any) -> list[DateChange]:
    """Of the moves given, those that wait for a decision, oldest first. One query."""
    waiting: list[DateChange] = list(
        rows.live()
        .filter(state=DateMoveState.PROPOSED)
        .select_related("action__partnership", "milestone")
        .order_by("asked_on", "action__reference", "number")
    )
    return waiting
