"""Options stand side by side until a decision takes one."""

from datetime import date

import pytest

from funding.domain.option import OptionState, option_problems

S = OptionState
DAY = date(2023, 9, 1)


def test_an_option_is_agreed_by_a_board_on_a_day() -> None:
    assert option_problems(S.AGREED, "Joint Committee", DAY, S.PROPOSED) == []


@pytest.mark.parametrize("before", [S.PROPOSED, S.NOT_TAKEN, S.AGREED, None])
def test_without_a_decision_it_is_not_agreed(before: OptionState | None) -> None:
    problems = option_problems(S.AGREED, "", None, before)

    assert [problem.field for problem in problems] == ["board", "decided_on"]
    assert problems[0].message == (
        "Say which board agreed this option. A recommendation alone agrees nothing."
    )


def test_what_was_agreed_is_replaced_and_not_undone() -> None:
    assert option_problems(S.NOT_TAKEN, "", None, S.AGREED) == []
    assert [problem.field for problem in option_problems(S.PROPOSED, "", None, S.AGREED)] == ["state"]


def test_a_proposal_needs_nothing() -> None:
    assert option_problems(S.PROPOSED, "", None, None) == []
