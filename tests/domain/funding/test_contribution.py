"""How far a contribution has come."""

from datetime import date
from decimal import Decimal

import pytest

from funding.domain.contribution import (
    ContributionFacts,
    ContributionState,
    Given,
    by_partner,
    contribution_problems,
    standing,
)

S = ContributionState
DAY = date(2023, 7, 20)


def codes(facts: ContributionFacts, before: ContributionState | None) -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in contribution_problems(facts, before)]


def test_a_step_with_its_date_and_its_decision_is_let_through() -> None:
    facts = ContributionFacts(S.COMMITTED, DAY, "Joint Committee", DAY)

    assert codes(facts, S.IN_PRINCIPLE) == []


def test_a_recommendation_alone_agrees_nothing() -> None:
    assert codes(ContributionFacts(S.IN_PRINCIPLE), S.PROPOSED) == [
        ("state_on", "required"),
        ("board", "required"),
        ("decided_on", "required"),
    ]


def test_a_new_contribution_beyond_proposed_names_its_decision_too() -> None:
    assert codes(ContributionFacts(S.RECEIVED), None) == [("board", "required"), ("decided_on", "required")]
    assert codes(ContributionFacts(S.PROPOSED), None) == []


def test_an_unmet_condition_is_never_committed() -> None:
    facts = ContributionFacts(S.COMMITTED, DAY, "Joint Committee", DAY, "All councils agree.", False)

    (problem,) = contribution_problems(facts, S.IN_PRINCIPLE)

    assert problem.field == "condition_met"
    assert problem.message == (
        "This contribution depends on a condition that is not met, so it cannot be committed. "
        "Say that the condition is met, or leave it agreed in principle."
    )


def test_a_condition_nobody_has_spoken_about_counts_as_unmet_and_in_principle_may_stay() -> None:
    asked = {"decided_by": "Joint Committee", "decided_on": DAY, "condition": "All councils agree."}

    assert codes(ContributionFacts(S.RECEIVED, DAY, **asked), S.COMMITTED) == [("condition_met", "condition")]
    assert codes(ContributionFacts(S.IN_PRINCIPLE, DAY, **asked), S.PROPOSED) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (S.PROPOSED, S.RECEIVED),
        (S.WITHDRAWN, S.COMMITTED),
        (S.RECEIVED, S.PROPOSED),
        (S.PROPOSED, S.INVOICED),
    ],
)
def test_steps_that_skip_a_decision_are_refused(before: ContributionState, after: ContributionState) -> None:
    facts = ContributionFacts(after, DAY, "Joint Committee", DAY)

    assert codes(facts, before) == [("state", "transition")]


def given(code: str, amount: int, state: ContributionState) -> Given:
    return Given("CO-1", code.title(), code, "Phase 1", "", Decimal(amount), state)


def test_each_pound_is_counted_once_and_in_principle_is_not_committed() -> None:
    found = by_partner(
        [
            given("county", 1, S.PROPOSED),
            given("county", 10, S.IN_PRINCIPLE),
            given("county", 100, S.COMMITTED),
            given("county", 1000, S.INVOICED),
            given("county", 10000, S.RECEIVED),
            given("county", 500000, S.WITHDRAWN),
            given("amber", 7, S.PROPOSED),
        ]
    )

    assert [
        (one.name, one.proposed, one.in_principle, one.committed, one.received, one.total) for one in found
    ] == [
        ("Amber", 7, 0, 0, 0, 7),
        ("County", 1, 10, 1100, 10000, 11111),
    ]


def test_nobody_gives_nothing() -> None:
    assert standing("All", "all", []).total == Decimal(0)
