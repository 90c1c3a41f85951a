"""Moving a date honestly."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.periods import Quarter
from core.domain.problems import Problem
from core.domain.windows import DateWindow
from programmes.domain.baseline import (
    DateMoveKind,
    PromiseOutcome,
    move_kind,
    move_problems,
    promise_outcome,
    slippage,
)

Q1 = Quarter.parse("2026-27-q1")
MAY, JUNE, JULY = (DateWindow.month(2026, month) for month in (5, 6, 7))
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (MAY, JUNE, DateMoveKind.WITHIN),
        (JUNE, MAY, DateMoveKind.WITHIN),
        (JUNE, JULY, DateMoveKind.LEAVES),
        (JUNE, DateWindow.months(2026, 6, 2026, 7), DateMoveKind.LEAVES),
        (JUNE, DateWindow.month(2026, 3), DateMoveKind.WITHIN),
        (DateWindow.months(2026, 6, 2026, 7), JULY, DateMoveKind.WITHIN),
    ],
)
def test_a_date_leaves_its_quarter_when_it_now_ends_after_it(
    before: DateWindow, after: DateWindow, kind: DateMoveKind
) -> None:
    assert move_kind(Q1, before, after) is kind


@pytest.mark.parametrize(
    ("after", "tolerance", "kind"),
    [
        (DateWindow.day(date(2026, 6, 14)), None, DateMoveKind.WITHIN),
        (DateWindow.day(date(2026, 6, 14)), 14, DateMoveKind.WITHIN),
        (DateWindow.day(date(2026, 6, 15)), 14, DateMoveKind.BEYOND),
        (
            DateWindow.day(date(2026, 6, 8)),
            0,
            DateMoveKind.WITHIN,
        ),  # brought forward, however late it still is
        (DateWindow.day(date(2026, 7, 1)), 90, DateMoveKind.LEAVES),
    ],
)
def test_a_date_slips_no_further_than_the_plan_lets_pass(
    after: DateWindow, tolerance: int | None, kind: DateMoveKind
) -> None:
    original, before = DateWindow.day(date(2026, 5, 31)), DateWindow.day(date(2026, 6, 10))

    assert move_kind(Q1, before, after, original, tolerance) is kind


def test_a_move_always_needs_a_reason() -> None:
    assert move_problems(JUNE, MAY, " ") == [Problem("reason", "required", "Say why the date moves.")]
    assert move_problems(JUNE, MAY, "The board meets earlier.") == []


def test_a_first_date_is_not_a_move() -> None:
    assert move_problems(None, JUNE, "") == []


def test_a_date_cannot_be_moved_to_where_it_is_or_to_nowhere() -> None:
    thirty_days = DateWindow(date(2026, 6, 1), date(2026, 6, 30), "in June")

    assert move_problems(JUNE, thirty_days, "Why not.") == [
        Problem("date", "not_moved", "The date is June 2026 already. Give another one.")
    ]
    assert move_problems(JUNE, None, "Why not.") == [Problem("date", "required", "Give the new date.")]


@pytest.mark.parametrize(
    ("windows", "wording"),
    [
        ([JUNE], "Not moved"),
        ([JUNE, DateWindow.quarter(Q1), JUNE], "Moved twice, back to June 2026"),
        ([JUNE, DateWindow(JUNE.first, JUNE.last, "mid-year")], "Not moved"),
        ([MAY, JUNE, JULY], "Moved twice, 61 days later than May 2026"),
        ([JUNE, DateWindow.day(date(2026, 6, 29))], "Moved once, 1 day earlier than June 2026"),
        ([MAY, JUNE, JULY, JUNE], "Moved three times, 30 days later than May 2026"),
    ],
)
def test_moves_are_counted_against_the_date_first_agreed(windows: list[DateWindow], wording: str) -> None:
    assert slippage(windows).wording == wording


def test_a_date_that_was_never_set_cannot_have_moved() -> None:
    with pytest.raises(ValueError, match="never set"):
        slippage([])


@pytest.mark.parametrize(
    ("current", "actual", "on", "outcome"),
    [
        (JUNE, date(2026, 6, 30), date(2026, 7, 1), PromiseOutcome.KEPT),
        (JULY, date(2026, 6, 30), date(2026, 7, 1), PromiseOutcome.KEPT),
        (JUNE, date(2026, 7, 1), date(2026, 7, 6), PromiseOutcome.MISSED),
        (JUNE, None, date(2026, 7, 1), PromiseOutcome.MISSED),
        (JULY, None, date(2026, 5, 1), PromiseOutcome.MOVED),
        (JULY, date(2026, 7, 3), date(2026, 7, 6), PromiseOutcome.MOVED),
        (JUNE, None, date(2026, 6, 30), None),
        (MAY, None, date(2026, 6, 15), None),
    ],
)
def test_moving_a_date_does_not_keep_a_promise(
    current: DateWindow, actual: date | None, on: date, outcome: PromiseOutcome | None
) -> None:
    assert promise_outcome(JUNE, current, actual, on) is outcome


def test_both_ways_of_not_keeping_a_promise_say_so() -> None:
    assert [outcome.label for outcome in PromiseOutcome] == [
        "Met as promised",
        "Not met as promised: not done",
        "Not met as promised: date moved",
    ]


@given(DAYS.map(DateWindow.day), DAYS.map(DateWindow.day))
def test_no_move_within_its_quarter_ends_after_it(before: DateWindow, after: DateWindow) -> None:
    quarter = Quarter.of(before.last)

    is_later_quarter = Quarter.of(after.last) > quarter

    assert (move_kind(quarter, before, after) is DateMoveKind.LEAVES) is is_later_quarter


@given(DAYS, st.integers(1, 400), DAYS)
def test_an_unfinished_action_never_turns_green_by_a_later_date(due: date, more: int, on: date) -> None:
    promised = DateWindow.day(due)
    later = DateWindow.day(due + timedelta(days=more))

    assert promise_outcome(promised, later, None, on) is PromiseOutcome.MOVED
