"""Life cycles as tables: which states a thing can move between and what each move needs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from core.domain.problems import Problem
from core.domain.words import Labelled, listed

State = TypeVar("State", bound=Labelled)


@dataclass(frozen=True)
class Need:
    """A fact a move cannot be made without, and the sentence that asks for it."""

    field: str
    message: str

    def is_met_by(self, facts: Mapping[str, object]) -> bool:
        """Given at all and not blank. False and 0 are answers; only silence is not."""
        value = facts.get(self.field)
        if isinstance(value, str):
            return bool(value.strip())
        return value is not None and value != () and value != []


@dataclass(frozen=True)
class Transition(Generic[State]):
    """One permitted move: from where, to where, what people call it, what it needs."""

    source: State
    target: State
    verb: str
    needs: tuple[Need, ...] = ()


class Lifecycle(Generic[State]):
    """Every permitted move of one kind of thing; whatever is not in the table is refused."""

    def __init__(self, noun: str, start: State, transitions: Sequence[Transition[State]]) -> None:
        self.noun = noun
        self.start = start
        self.transitions = tuple(transitions)
        self._by_move = {(move.source, move.target): move for move in self.transitions}
        if len(self._by_move) != len(self.transitions):
            raise ValueError(f"The life cycle of {noun} lists the same move twice.")

    def moves(self, state: State) -> tuple[Transition[State], ...]:
        """The moves that start in a state, in the order of the table."""
        return tuple(move for move in self.transitions if move.source == state)

    def allowed(self, state: State) -> tuple[State, ...]:
        """The states that can follow a state; empty when it is the end of the road."""
        return tuple(move.target for move in self.moves(state))

    def transition(self, source: State, target: State) -> Transition[State] | None:
        return self._by_move.get((source, target))

    def problems(self, source: State, target: State, facts: Mapping[str, object]) -> list[Problem]:
        """Why a thing cannot move from one state to another; an empty list when it can.

        ``facts`` holds what the person gave, by the field names of the table.
        """
        move = self.transition(source, target)
        if move is None:
            return [Problem("", "transition", self._refusal(source, target))]
        return [
            Problem(need.field, "required", need.message) for need in move.needs if not need.is_met_by(facts)
        ]

    def _refusal(self, source: State, target: State) -> str:
        if source == target:
            return f"This {self.noun} is already {_lower(source)}."
        base = f"This {self.noun} stands at {_lower(source)} and cannot move to {_lower(target)} from there."
        following = [_lower(state) for state in self.allowed(source)]
        if not following:
            return f"{base} Nothing follows {_lower(source)}."
        return f"{base} It can move to {listed(following, 'or')}."


def _lower(state: Labelled) -> str:
    return state.label[:1].lower() + state.label[1:]
