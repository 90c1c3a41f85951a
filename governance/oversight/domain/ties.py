"""When a recorded decision is the one that let a date move, and when it cannot be."""

from datetime import date

from core.domain.problems import Problem
from programmes.domain.moves import DateMoveState

WHY_NOT = {
    DateMoveState.APPLIED: "This date moved within its quarter, so no board had to decide it.",
    DateMoveState.PROPOSED: (
        "This move still waits. Record that a board noted or approved it, then name the decision."
    ),
    DateMoveState.REFUSED: "This move was refused, so there is no decision that let the date go.",
}


def tie_problems(move: DateMoveState, decision_is_taken: bool, is_same_partnership: bool) -> list[Problem]:
    """Why a decision cannot be named as the one behind a move; an empty list when it can.

    ``decision_is_taken`` is false for one that is still due or was put off.
    """
    problems = []
    if move in WHY_NOT:
        problems.append(Problem("", "not_decided", WHY_NOT[move]))
    if not is_same_partnership:
        sentence = "This decision belongs to another partnership. Choose one of the partnership's own."
        problems.append(Problem("decision", "elsewhere", sentence))
    elif not decision_is_taken:
        sentence = "This decision has not been taken, so no date can rest on it. Choose one that was."
        problems.append(Problem("decision", "not_taken", sentence))
    return problems


def is_same_sitting(
    board: int | None, day: date | None, decided_by: int | None, first: date | None, last: date | None
) -> bool:
    """Whether a decision was taken by the board that decided a move, on that day.

    ``board`` and ``decided_by`` are ids; ``first`` and ``last`` are the decision's date as a window.
    """
    if board is None or board != decided_by or day is None:
        return False
    return first is not None and last is not None and first <= day <= last
