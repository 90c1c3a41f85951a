"""Actions that wait for others: never in a ring, and never due before what they wait for.

An action may wait for several others. A ring of them could never begin, so it is refused with the
ring spelt out; a date that comes too early may be what people mean, so it is only pointed out.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.domain.problems import Problem
from core.domain.windows import DateWindow

Needs = Mapping[str, Iterable[str]]


def ring(needs: Needs, action: str, wanted: str) -> tuple[str, ...]:
    """The ring that would close if ``action`` waited for ``wanted``; empty when none would.

    ``needs`` maps each reference to those it waits for already. The ring starts and ends with
    ``action`` and is the shortest one.
    """
    before: dict[str, str] = {}
    waiting = deque([wanted])
    while waiting:
        reference = waiting.popleft()
        if reference == action:
            return _spelt_out(before, action, wanted)
        for needed in needs.get(reference, ()):
            if needed not in before and needed != wanted:
                before[needed] = reference
                waiting.append(needed)
    return ()


def ring_problems(needs: Needs, action: str, wanted: str) -> list[Problem]:
    """Why an action cannot wait for another one; the sentence names every action of the ring."""
    if action == wanted:
        return [Problem("needs", "itself", f"{action} cannot wait for itself. Name another action.")]
    path = ring(needs, action, wanted)
    if not path:
        return []
    words = " waits for ".join(path)
    sentence = (
        f"{action} cannot wait for {wanted}: {words}, so none of them could begin. Take one of them out."
    )
    return [Problem("needs", "ring", sentence)]


@dataclass(frozen=True)
class Needed:
    """An action that another one waits for. ``due`` is None without a date; ``done`` once complete."""

    reference: str
    title: str
    due: DateWindow | None
    done: bool


def due_too_late(due: DateWindow | None, needed: Iterable[Needed]) -> list[Needed]:
    """Of what an action waits for, what is due only after the action's own last day and is not done."""
    if due is None:
        return []
    return [action for action in needed if not action.done and action.due and action.due.last > due.last]


def _spelt_out(before: Mapping[str, str], action: str, wanted: str) -> tuple[str, ...]:
    """The way from ``wanted`` to ``action``, walked back from its end."""
    way = [action]
    while way[-1] != wanted:
        way.append(before[way[-1]])
    return (action, *reversed(way))
