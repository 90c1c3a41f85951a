"""How far a contribution has come."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from funding.domain.contribution import (
    ConditionKind,
    ContributionFacts,
    ContributionState,
    Given,
    Step,
    by_partner,
    condition_words,
    contribution_problems,
    standing,
    steps,
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


def test_a_condition_that_waits_for_a_day_names_it_and_is_not_met_before() -> None:
    early = ContributionFacts(
        S.COMMITTED,
        date(2026, 4, 1),
        "Cabinet",
        date(2026, 3, 1),
        "From the new year",
        True,
        ConditionKind.DATE,
        date(2026, 4, 2),
    )

    assert [each.message for each in contribution_problems(early, None)] == [
        "The condition cannot be met before 2 April 2026."
    ]
    assert codes(replace(early, condition_on=None), None) == [("condition_on", "required")]
    assert codes(replace(early, condition="", condition_kind="decision"), None) == [("condition", "required")]


def test_a_condition_is_told_with_what_can_be_counted_of_it() -> None:
    others = condition_words(ConditionKind.OTHERS, "All councils agree.", None, None, (2, 3))
    dated = condition_words(ConditionKind.DATE, "Not before April.", False, date(2026, 4, 2), (0, 0))

    assert others == (
        "All councils agree. Nobody has said whether it is met. "
        "Of 3 other contributions to this phase 2 committed."
    )
    assert dated == "Not before April. Not met. It waits for 2 April 2026."
    assert condition_words("", "", None, None, (0, 0)) == "None"


def test_a_version_that_says_nothing_new_is_no_step() -> None:
    first = Step("C-1", datetime(2026, 1, 1, tzinfo=UTC), S.PROPOSED, None, Decimal(5), "", None, "")
    same = replace(first, recorded=datetime(2026, 1, 2, tzinfo=UTC), why="A typing error in the source.")
    later = replace(same, state=S.COMMITTED)

    assert steps([first, same, later]) == (first, later)
