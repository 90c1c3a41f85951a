"""A saving: an estimate until somebody records what came of it."""

from decimal import Decimal

from core.domain.problems import Problem
from core.domain.words import Labelled


class SavingState(Labelled):
    """What became of an estimate."""

    ESTIMATED = "estimated"
    REALISED = "realised"
    NOT_REALISED = "not_realised"


def saving_problems(state: SavingState, realised: Decimal | None) -> list[Problem]:
    """Why a saving's state and the amount realised do not go together; empty when they do."""
    if state is SavingState.REALISED and realised is None:
        return [Problem("realised", "required", "Give the amount that was saved.")]
    if state is not SavingState.REALISED and realised is not None:
        sentence = "Only a realised saving has an amount realised. Change the state, or take the amount out."
        return [Problem("realised", "not_realised", sentence)]
    return []
