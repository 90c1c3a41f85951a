"""A quarter's collection of updates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.calendar import is_working_day
from core.domain.periods import Quarter
from core.domain.problems import Problem
from programmes.domain.rounds import (
    ROUND,
    UPDATE,
    RoundDates,
    RoundState,
    UpdateState,
    reopening_problems,
    round_dates,
    writing_problems,
)

Q1 = Quarter.parse("2026-27-q1")
REFERENCES = frozenset({"ES-01", "ES-02"})


def test_a_round_runs_on_working_days_after_its_quarter() -> None:
    assert round_dates(Q1) == RoundDates(
        opens=date(2026, 7, 1), due=date(2026, 7, 14), sign_off=date(2026, 7, 17), lock=date(2026, 7, 21)
    )


def test_bank_holidays_and_local_closures_push_a_round_back() -> None:
    q4 = Quarter.parse("2025-26-q4")

    assert round_dates(q4).due == date(2026, 4, 16)
    assert round_dates(q4, frozenset({date(2026, 4, 2)})).due == date(2026, 4, 17)


def test_dates_out_of_order_are_each_named() -> None:
    dates = RoundDates(
        opens=date(2026, 7, 14), due=date(2026, 7, 1), sign_off=date(2026, 7, 1), lock=date(2026, 6, 30)
    )

    assert dates.problems() == [
        Problem("due", "order", "This date is before opening. Choose that day or a later one."),
        Problem("lock", "order", "This date is before sign-off. Choose that day or a later one."),
    ]
    assert round_dates(Q1).problems() == []


def test_a_locked_round_never_opens_again() -> None:
    assert ROUND.allowed(RoundState.LOCKED) == ()
    assert ROUND.allowed(RoundState.CLOSED) == (RoundState.OPEN, RoundState.LOCKED)


def test_opening_a_closed_round_again_needs_a_reason_and_a_date() -> None:
    assert ROUND.problems(RoundState.CLOSED, RoundState.OPEN, {}) == [
        Problem("reason", "required", "Say why the round opens again."),
        Problem("due", "required", "Give the new due date."),
    ]


def test_a_planned_round_cannot_be_locked() -> None:
    assert ROUND.problems(RoundState.PLANNED, RoundState.LOCKED, {}) == [
        Problem(
            "",
            "transition",
            "This round stands at planned and cannot move to locked from there. It can move to open.",
        )
    ]


def test_returning_an_update_needs_a_note() -> None:
    assert UPDATE.problems(UpdateState.SUBMITTED, UpdateState.RETURNED, {"note": " "}) == [
        Problem("note", "required", "Say what has to change before it is agreed.")
    ]


def test_reopening_an_agreed_update_needs_a_reason() -> None:
    assert UPDATE.problems(UpdateState.SIGNED_OFF, UpdateState.DRAFT, {}) == [
        Problem("reason", "required", "Say why this update is reopened.")
    ]
    assert UPDATE.problems(UpdateState.SIGNED_OFF, UpdateState.DRAFT, {"reason": "Wrong figure."}) == []


def test_a_draft_cannot_be_signed_off() -> None:
    assert UPDATE.allowed(UpdateState.DRAFT) == (UpdateState.SUBMITTED,)


def test_only_submitted_and_agreed_updates_count_as_received() -> None:
    assert [state for state in UpdateState if state.is_in] == [UpdateState.SUBMITTED, UpdateState.SIGNED_OFF]


@pytest.mark.parametrize(
    ("round_state", "update_state", "is_reopened", "sentence"),
    [
        (RoundState.OPEN, UpdateState.DRAFT, False, None),
        (RoundState.CLOSED, UpdateState.RETURNED, False, None),
        (RoundState.LOCKED, UpdateState.DRAFT, True, None),
        (RoundState.PLANNED, UpdateState.NOT_STARTED, False, "The round for Q1 2026/27 has not opened yet."),
        (
            RoundState.CLOSED,
            UpdateState.DRAFT,
            False,
            "The round for Q1 2026/27 is closed. Ask a programme manager to open it again.",
        ),
        (
            RoundState.LOCKED,
            UpdateState.RETURNED,
            False,
            "Q1 2026/27 is locked. A programme manager can reopen this update, giving a reason.",
        ),
        (
            RoundState.OPEN,
            UpdateState.SIGNED_OFF,
            False,
            "This update is signed off. A programme manager can reopen it, giving a reason.",
        ),
    ],
)
def test_an_officer_is_told_why_an_update_cannot_be_written(
    round_state: RoundState, update_state: UpdateState, is_reopened: bool, sentence: str | None
) -> None:
    problems = writing_problems(Q1, round_state, update_state, is_reopened)

    assert problems == ([Problem("", "closed", sentence)] if sentence else [])


def test_updates_are_reopened_one_by_one_and_with_a_reason() -> None:
    assert reopening_problems(RoundState.LOCKED, {"ES-01"}, "Wrong figure.", REFERENCES) == []
    assert reopening_problems(RoundState.LOCKED, frozenset(), " ", REFERENCES) == [
        Problem("updates", "required", "Name the updates to reopen. The others stay locked."),
        Problem("reason", "required", "Say why these updates are reopened."),
    ]


def test_an_update_of_another_round_cannot_be_reopened_here() -> None:
    assert reopening_problems(RoundState.OPEN, {"HC-01"}, "Wrong figure.", REFERENCES) == [
        Problem("", "not_closed", "This round is open, so there is nothing to reopen in it."),
        Problem("updates", "not_in_round", "HC-01 has no update in this round. Take it off the list."),
    ]


@given(st.dates(date(2015, 1, 1), date(2035, 12, 31)).map(Quarter.of))
def test_every_round_starts_after_its_quarter_and_keeps_its_order(quarter: Quarter) -> None:
    dates = round_dates(quarter)

    assert quarter.last_day < dates.opens < dates.due < dates.sign_off < dates.lock
    assert all(map(is_working_day, (dates.opens, dates.due, dates.sign_off, dates.lock)))


@given(st.lists(st.sampled_from(list(UpdateState)), max_size=10))
def test_no_update_reaches_sign_off_without_having_been_submitted(wished: list[UpdateState]) -> None:
    state, before = UPDATE.start, UPDATE.start
    facts = {"note": "More.", "reason": "Wrong."}
    for target in wished:
        if not UPDATE.problems(state, target, facts):
            before, state = state, target

    assert state is not UpdateState.SIGNED_OFF or before is UpdateState.SUBMITTED
