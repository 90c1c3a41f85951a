"""How far the assessments of many actions are: counted by theme and kind, silence counted too."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from core.domain.problems import Problem
from core.domain.words import day_words

NOTHING = "none_recorded"


@dataclass(frozen=True)
class Rollup:
    """One theme, or the whole plan: how many actions, and for each kind how many in each state.

    ``counts`` maps a kind to states and numbers; NOTHING counts the actions of which nobody recorded
    an assessment of that kind. The numbers of a kind add up to ``actions``.
    """

    name: str
    actions: int
    counts: Mapping[str, Mapping[str, int]]

    def words(self, kind: str, labels: Mapping[str, str]) -> str:
        """The counts of a kind in the order of the labels: "3 done, 1 to do, 2 none recorded"."""
        numbers = self.counts[kind]
        phrases = [
            f"{numbers[state]} {label.lower()}" for state, label in labels.items() if numbers.get(state)
        ]
        return ", ".join(phrases) or "No actions"


def rollup(
    name: str,
    actions: Iterable[int],
    states: Mapping[tuple[int, str], Iterable[str]],
    kinds: Iterable[str],
    order: Iterable[str],
) -> Rollup:
    """Count actions by the state of their assessments of each kind.

    ``states`` has the states of an action's assessments of a kind by (action, kind); of several the
    one least far counts, ``order`` naming the states from the least far to the farthest.
    """
    action_ids, places = list(actions), {state: place for place, state in enumerate(order)}
    counts: dict[str, dict[str, int]] = {}
    for kind in kinds:
        tally = counts.setdefault(kind, {})
        for action in action_ids:
            own_states = states.get((action, kind), ())
            state = min(own_states, key=lambda state: places[state], default=NOTHING)
            tally[state] = tally.get(state, 0) + 1
    return Rollup(name, len(action_ids), counts)


def made_problems(done_on: date | None, today: date) -> list[Problem]:
    """Why an assessment cannot have been made that day."""
    if done_on is not None and done_on > today:
        sentence = f"{day_words(done_on)} is still to come. Give the day on which it was made."
        return [Problem("done_on", "in_the_future", sentence)]
    return []
