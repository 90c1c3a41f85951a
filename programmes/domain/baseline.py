"""Moving a date honestly: with a reason, counted, and never as a way to have kept a promise.

A date that moves inside its quarter is housekeeping. One that leaves its quarter, or
goes further than the plan lets pass, changes what was promised, so it waits as a change request
until somebody decides it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from core.domain.periods import Quarter
from core.domain.problems import Problem
from core.domain.windows import DateWindow, slip_days
from core.domain.words import Labelled, counted, number_words


class DateMoveKind(Labelled):
    """What moving a date does to the quarter it was promised for."""

    WITHIN = "within_its_quarter"
    LEAVES = "leaves_its_quarter"
    BEYOND = "beyond_tolerance"

    @property
    def needs_decision(self) -> bool:
        return self is not DateMoveKind.WITHIN


class PromiseOutcome(Labelled):
    """What became of a date promised for a quarter."""

    KEPT = "kept"
    MISSED = "missed"
    MOVED = "moved"

    @property
    def label(self) -> str:
        return {
            PromiseOutcome.KEPT: "Met as promised",
            PromiseOutcome.MISSED: "Not met as promised: not done",
            PromiseOutcome.MOVED: "Not met as promised: date moved",
        }[self]


@dataclass(frozen=True)
class Slippage:
    """How far and how often a date has moved since it was first agreed."""

    original: DateWindow
    current: DateWindow
    moves: int

    @property
    def days(self) -> int:
        return slip_days(self.original, self.current)

    @property
    def wording(self) -> str:
        """For tables that show the original beside the current date."""
        if not self.moves:
            return "Not moved"
        times = {1: "once", 2: "twice"}.get(self.moves, f"{number_words(self.moves)} times")
        if not self.days:
            return f"Moved {times}, back to {self.original.wording}"
        direction = "later" if self.days > 0 else "earlier"
        return f"Moved {times}, {counted(abs(self.days), 'day')} {direction} than {self.original.wording}"


def move_kind(
    quarter_before: Quarter,
    window_before: DateWindow,
    window_after: DateWindow,
    original: DateWindow | None = None,
    tolerance: int | None = None,
) -> DateMoveKind:
    """Whether a move keeps to the quarter a date was promised for, and to what the plan lets pass.

    A date leaves its quarter when it now ends after it. ``tolerance`` is how many days after its
    ``original`` date it may end without a decision; None where the plan sets no such limit. Bringing
    a date forward breaks no promise, whichever quarter it lands in.
    """
    if window_after.last > max(quarter_before.last_day, window_before.last):
        return DateMoveKind.LEAVES
    is_later = window_after.last > window_before.last
    if is_later and original and tolerance is not None and slip_days(original, window_after) > tolerance:
        return DateMoveKind.BEYOND
    return DateMoveKind.WITHIN


def move_problems(before: DateWindow | None, after: DateWindow | None, reason: str) -> list[Problem]:
    """Why a date cannot be moved as asked. A first date is an addition, not a move."""
    if after is None:
        return [Problem("date", "required", "Give the new date.")]
    if before is not None and before.is_same_time_as(after):
        return [Problem("date", "not_moved", f"The date is {before.wording} already. Give another one.")]
    if before is not None and not reason.strip():
        return [Problem("reason", "required", "Say why the date moves.")]
    return []


def slippage(windows: Sequence[DateWindow]) -> Slippage:
    """Count the moves of a date from every window it has had, oldest first.

    New wording for the same days is not a move. Raises ValueError when there is no date.
    """
    if not windows:
        raise ValueError("A date that was never set has not moved.")
    pairs = pairwise(windows)
    moves = sum(not earlier.is_same_time_as(later) for earlier, later in pairs)
    return Slippage(windows[0], windows[-1], moves)


def promise_outcome(
    promised: DateWindow, current: DateWindow, actual: date | None, on: date
) -> PromiseOutcome | None:
    """What became of the date promised at the start of a quarter, as seen on a day.

    Done by the promised date is kept, even if the date had been moved meanwhile. Otherwise
    a date moved to later counts as not met as promised, before and after it would have been
    due. None while it is neither due, nor done, nor moved.
    """
    if actual is not None and actual <= min(promised.last, on):
        return PromiseOutcome.KEPT
    if current.last > promised.last:
        return PromiseOutcome.MOVED
    return PromiseOutcome.MISSED if promised.is_overdue(on) else None
