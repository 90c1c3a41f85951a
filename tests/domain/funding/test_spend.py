"""Spending by quarter: a request moves nothing, a decision does."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from core.domain.periods import FinancialYear, Quarter
from funding.domain.spend import (
    MoveRequest,
    ProfileMoveFacts,
    ProfileMoveKind,
    ProfileMoveState,
    by_quarter,
    move_problems,
    phase_spend,
)

Q1, Q2, Q3, Q4 = FinancialYear(2026).quarters
APPROVED = {Q1: Decimal(10000), Q2: Decimal(20000)}
LATE = MoveRequest(
    "MV-01",
    ProfileMoveKind.CARRY_FORWARD,
    ProfileMoveState.APPROVED,
    Q1,
    Q3,
    Decimal(2500),
    "Late recruitment",
)
ASKED = ProfileMoveFacts(ProfileMoveKind.CARRY_FORWARD, ProfileMoveState.REQUESTED, Q1, Q3, Decimal(2500))


def codes(
    facts: ProfileMoveFacts, before: ProfileMoveState | None = None, there: int = 10000
) -> list[tuple[str, str]]:
    return [(one.field, one.code) for one in move_problems(facts, before, Decimal(there))]


def test_approved_current_and_actual_stand_side_by_side() -> None:
    found = phase_spend("Phase 2", "PH-2", APPROVED, [LATE], {Q1: Decimal(7600), Q4: Decimal(5)})

    assert [(one.quarter, one.approved, one.current, one.actual) for one in found.quarters] == [
        (Q1, 10000, 7500, 7600),
        (Q2, 20000, 20000, 0),
        (Q3, 0, 2500, 0),
        (Q4, 0, 0, 5),
    ]
    assert (found.approved, found.current, found.actual) == (30000, 30000, 7605)
    assert found.sentence(date(2026, 7, 1)) == (
        "By 30 June 2026 £7,600 was spent, £100 more than the £7,500 profiled."
    )


def test_a_request_that_is_not_approved_moves_nothing() -> None:
    moves = [replace(LATE, state=state) for state in (ProfileMoveState.REQUESTED, ProfileMoveState.REFUSED)]

    assert phase_spend("Phase 2", "PH-2", APPROVED, moves, {}) == phase_spend(
        "Phase 2", "PH-2", APPROVED, [], {}
    )


def test_before_the_first_quarter_is_over_nothing_is_late() -> None:
    found = phase_spend("Phase 2", "PH-2", APPROVED, [], {})

    assert found.sentence(date(2026, 6, 30)) == "£30,000 is to be spent; its first quarter is not over yet."
    assert phase_spend("Phase 2", "PH-2", {}, [], {}).sentence(date(2026, 6, 30)) == (
        "No spending is profiled or recorded yet."
    )


def test_a_request_is_decided_by_a_board_on_a_day() -> None:
    agreed = replace(ASKED, state=ProfileMoveState.APPROVED)

    assert codes(ASKED) == []
    assert codes(agreed, ProfileMoveState.REQUESTED) == [("board", "required"), ("decided_on", "required")]
    assert codes(agreed, None) == [("board", "required"), ("decided_on", "required")]
    assert codes(replace(ASKED, state=ProfileMoveState.REFUSED), ProfileMoveState.APPROVED) == [
        ("state", "transition")
    ]


def test_money_is_carried_forward_only_and_no_more_than_there_is() -> None:
    assert codes(replace(ASKED, target=Q1)) == [("", "same")]
    assert codes(replace(ASKED, source=Q3, target=Q1)) == [("", "earlier")]
    assert codes(replace(ASKED, kind=ProfileMoveKind.REPROFILE, source=Q3, target=Q1)) == []
    assert codes(ASKED, None, 2499) == [("amount", "too_much")]


def test_ledger_lines_fall_into_the_quarters_of_their_days() -> None:
    lines = [
        (date(2026, 4, 1), Decimal(5)),
        (date(2026, 6, 30), Decimal(-2)),
        (date(2027, 3, 31), Decimal(1)),
    ]

    assert by_quarter(lines) == {Q1: 3, Q4: 1}


@given(
    st.lists(st.tuples(st.sampled_from((Q1, Q2, Q3)), st.sampled_from((Q1, Q2, Q4)), st.integers(1, 10**6)))
)
def test_moves_never_change_what_a_phase_may_spend(moved: list[tuple[Quarter, Quarter, int]]) -> None:
    moves = [
        replace(LATE, source=source, target=target, amount=Decimal(pence) / 100)
        for source, target, pence in moved
    ]

    assert phase_spend("Phase 2", "PH-2", APPROVED, moves, {}).current == 30000
