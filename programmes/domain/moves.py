"""The states of a moved date, and what a date has been over time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.domain.lifecycle import Lifecycle, Need, Transition
from core.domain.problems import Problem
from core.domain.windows import DateWindow
from core.domain.words import Labelled, day_words


class DateMoveState(Labelled):
    """A move within its quarter is applied; one that leaves it is proposed, then decided.

    A board that was informed and did not object has noted it; one that was asked has approved or refused.
    """

    APPLIED = "applied"
    PROPOSED = "proposed"
    NOTED = "noted"
    APPROVED = "approved"
    REFUSED = "refused"

    @property
    def moves_the_date(self) -> bool:
        """Whether the new date is the agreed one."""
        return self in DateMoveState.in_force()

    @classmethod
    def in_force(cls) -> tuple["DateMoveState", ...]:
        """The states in which a move counts."""
        return (cls.APPLIED, *cls.decided())

    @classmethod
    def decided(cls) -> tuple["DateMoveState", ...]:
        """The states a board has brought a move to, and in which it counts."""
        return (cls.NOTED, cls.APPROVED)


MOVE: Lifecycle[DateMoveState] = Lifecycle(
    "date change",
    DateMoveState.PROPOSED,
    [
        Transition(
            DateMoveState.PROPOSED,
            DateMoveState.NOTED,
            "Note",
            (
                Need("board", "Name the board that noted it."),
                Need("decided_on", "Give the day on which it was noted."),
            ),
        ),
        Transition(
            DateMoveState.PROPOSED,
            DateMoveState.APPROVED,
            "Approve",
            (
                Need("board", "Name the board that approved it."),
                Need("decided_on", "Give the day on which it was approved."),
            ),
        ),
        Transition(
            DateMoveState.PROPOSED,
            DateMoveState.REFUSED,
            "Refuse",
            (Need("reason", "Say why the date stays."),),
        ),
    ],
)


@dataclass(frozen=True)
class Moved:
    """A move that counts: the new date, and the day from which it did."""

    after: DateWindow
    effective_on: date


def date_on(original: DateWindow, moves: Iterable[Moved], day: date) -> DateWindow:
    """The agreed date as it stood at the end of a day. ``moves`` in the order they were made."""
    window = original
    for move in moves:
        if move.effective_on <= day:
            window = move.after
    return window


def target_problems(after: DateWindow, starts: DateWindow | None, today: date) -> list[Problem]:
    """Why a date cannot be moved to that: it is over already, or before the work starts."""
    if after.is_overdue(today):
        sentence = f"{after.wording} has passed. Give a date that is still to come, or mark it done."
        return [Problem("date", "in_the_past", sentence)]
    if starts and after.last < starts.first:
        sentence = f"The work starts {starts.wording}. Give a date that is not before it."
        return [Problem("date", "before_start", sentence)]
    return []


def done_problems(actual_on: date | None, today: date) -> list[Problem]:
    """Why a step cannot have been finished that day."""
    if actual_on is None:
        return [Problem("actual_on", "required", "Give the day on which it was done.")]
    if actual_on > today:
        sentence = f"{day_words(actual_on)} is still to come. Give the day on which it was done."
        return [Problem("actual_on", "in_the_future", sentence)]
    return []
