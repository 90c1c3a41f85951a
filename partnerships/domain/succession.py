"""Names, bodies and themes change; nothing that came before is lost.

Two rules: a body that was replaced leads to what replaced it; and work placed under an old
theme is followed to the new ones, with every link somebody inferred still marked as inferred.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.domain.problems import Problem
from core.domain.words import listed


@dataclass(frozen=True)
class SuccessionLink:
    """One thing leading to another: a body to its successor, an old theme to a new one.

    ``inferred`` marks a link the source does not print, worked out by whoever entered it.
    """

    old: str
    new: str
    inferred: bool = False


@dataclass(frozen=True)
class Carried:
    """Where a piece of work placed under an old theme goes.

    No destination means that no link leads on and somebody has to place it; several mean
    that the old theme was divided and somebody has to choose.
    """

    item: str
    old: str
    new: tuple[str, ...]
    inferred: bool


def successors(start: str, links: Iterable[SuccessionLink]) -> tuple[SuccessionLink, ...]:
    """The last bodies that a chain of replacements leads to, each as one link.

    A body that was not replaced leads nowhere. A link is inferred when any step of its way was.
    Two ways to the same body count once, printed ways going before inferred ones.
    """
    known = list(links)
    ends: dict[str, bool] = {}
    waiting = [(link.new, link.inferred, frozenset({start})) for link in known if link.old == start]
    while waiting:
        name, inferred, passed = waiting.pop(0)
        onward = [link for link in known if link.old == name and link.new not in passed | {name}]
        if not onward and name not in passed:
            ends[name] = ends.get(name, True) and inferred
        waiting += [(link.new, inferred or link.inferred, passed | {name}) for link in onward]
    return tuple(SuccessionLink(start, name, inferred) for name, inferred in ends.items())


def through(first: Iterable[SuccessionLink], second: Iterable[SuccessionLink]) -> tuple[SuccessionLink, ...]:
    """Two mappings read one after the other: old themes to deal themes to new themes.

    A combined link is inferred when either half is, unless another way is printed in full.
    """
    onward = list(second)
    combined: dict[tuple[str, str], bool] = {}
    for start in first:
        for step in onward:
            if step.old == start.new:
                ends = (start.old, step.new)
                combined[ends] = combined.get(ends, True) and (start.inferred or step.inferred)
    return tuple(SuccessionLink(old, new, inferred) for (old, new), inferred in combined.items())


def crosswalk_problems(
    old: Sequence[str], new: Sequence[str], links: Sequence[SuccessionLink]
) -> list[Problem]:
    """Whether a mapping of themes would lose anything.

    Refused: an old theme that leads nowhere, and a link from or to a theme that is not in
    the lists. A new theme without an origin is allowed, because themes do begin.
    """
    problems = []
    strangers = sorted(({link.old for link in links} - {*old}) | ({link.new for link in links} - {*new}))
    if strangers:
        sentence = f"The mapping names {listed(strangers)}, not among the themes. Correct the name or add it."
        problems.append(Problem("links", "unknown_theme", sentence))
    lost = [theme for theme in old if theme not in {link.old for link in links}]
    if lost:
        sentence = f"Nothing says where {listed(lost)} goes. Link it to at least one new theme."
        problems.append(Problem("links", "lost_theme", sentence))
    return problems


def carry_over(placed: Mapping[str, str], links: Sequence[SuccessionLink]) -> tuple[Carried, ...]:
    """Follow every piece of work from its old theme; each comes back exactly once.

    ``placed`` gives the old theme of each piece of work.
    """
    carried = []
    for item, theme in placed.items():
        ways = [link for link in links if link.old == theme]
        new = tuple(dict.fromkeys(link.new for link in ways))
        carried.append(Carried(item, theme, new, any(link.inferred for link in ways)))
    return tuple(carried)
