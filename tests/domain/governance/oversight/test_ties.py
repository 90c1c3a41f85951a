"""Which decision may stand behind a moved date."""

from datetime import date

import pytest

from governance.oversight.domain.ties import is_same_sitting, tie_problems
from programmes.domain.moves import DateMoveState

JULY = date(2026, 7, 20)


@pytest.mark.parametrize("state", DateMoveState.decided())
def test_a_move_that_a_board_let_stand_rests_on_a_decision_that_was_taken(state):
    assert tie_problems(state, decision_is_taken=True, is_same_partnership=True) == []


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (DateMoveState.APPLIED, "This date moved within its quarter, so no board had to decide it."),
        (
            DateMoveState.PROPOSED,
            "This move still waits. Record that a board noted or approved it, then name the decision.",
        ),
        (DateMoveState.REFUSED, "This move was refused, so there is no decision that let the date go."),
    ],
)
def test_a_move_that_no_board_let_stand_rests_on_none(state, words):
    (problem,) = tie_problems(state, decision_is_taken=True, is_same_partnership=True)

    assert (problem.field, problem.message) == ("", words)


def test_a_decision_still_due_let_no_date_move():
    (problem,) = tie_problems(DateMoveState.NOTED, decision_is_taken=False, is_same_partnership=True)

    assert (problem.field, problem.code) == ("decision", "not_taken")


def test_a_decision_of_another_partnership_is_refused_whatever_became_of_it():
    (problem,) = tie_problems(DateMoveState.NOTED, decision_is_taken=False, is_same_partnership=False)

    assert (problem.field, problem.code) == ("decision", "elsewhere")


@pytest.mark.parametrize(
    ("board", "day", "decided_by", "first", "last", "same"),
    [
        (1, JULY, 1, JULY, JULY, True),
        (1, JULY, 1, date(2026, 7, 1), date(2026, 7, 31), True),  # "July 2026"
        (1, JULY, 1, date(2026, 7, 21), date(2026, 7, 21), False),
        (1, JULY, 2, JULY, JULY, False),
        (None, JULY, None, JULY, JULY, False),
        (1, None, 1, JULY, JULY, False),
        (1, JULY, 1, None, None, False),
    ],
)
def test_a_sitting_is_one_board_on_one_day(board, day, decided_by, first, last, same):
    assert is_same_sitting(board, day, decided_by, first, last) is same
