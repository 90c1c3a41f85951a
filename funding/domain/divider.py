"""A rule read once into whole numbers, so that thousands of amounts are divided by it in a moment.

Before rounding, and as long as no ceiling is reached, what a party pays is a straight line in the total:
a part of each pound, and a fixed amount. Those lines are worked out once, with exact fractions; an
amount is then divided in whole pence. A ceiling that is reached makes another rule, kept for the next time.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from core.domain.money import apportion_pence, in_pence
from core.domain.problems import Problem
from funding.domain.split_checks import known_amount, uncovered
from funding.domain.split_rule import Basis, Party, RemainderRule, SplitRule

Path = tuple[int, ...]
PENCE = 100


@dataclass(frozen=True)
class StraightLine:
    """An exact amount in pence as a straight line in the total: ``slope`` of each penny, and ``base``."""

    slope: Fraction
    base: Fraction

    def at(self, total: int) -> Fraction:
        return self.slope * total + self.base

    def times(self, part: Fraction) -> "StraightLine":
        return StraightLine(self.slope * part, self.base * part)

    def less(self, others: Iterable["StraightLine"]) -> "StraightLine":
        lines = list(others)
        return StraightLine(
            self.slope - sum((line.slope for line in lines), Fraction(0)),
            self.base - sum((line.base for line in lines), Fraction(0)),
        )


@dataclass(frozen=True)
class Rest:
    """What the stated parts of one level leave. ``is_shared`` says that somebody pays it, whatever it is."""

    parties: tuple[Party, ...]
    whole: StraightLine
    left: StraightLine
    is_shared: bool

    def problem(self, total: int) -> Problem | None:
        left = self.left.at(total)
        if left < 0 or (left and not self.is_shared):
            return uncovered(self.parties, self.whole.at(total) / PENCE, left / PENCE)
        return None


@dataclass(frozen=True)
class Leaf:
    """Where somebody pays: one party, or one of the equal parties of a group."""

    path: Path
    party: Party
    line: StraightLine
    is_known: bool


@dataclass
class Pool:
    """Leaves that are rounded together, so that they come to one amount: the whole, or a known group's.

    ``slopes`` and ``bases`` are the leaves' exact shares as numerators over ``denominator``; ``taker`` is
    the place of the one who takes what rounding leaves, ``ranks`` the leaves' places by organisation.
    """

    places: list[int]
    denominator: int
    slopes: list[int]
    bases: list[int]
    taker: int | None
    ranks: list[int]


@dataclass
class Compiled:
    """A rule with the same parties at their ceilings."""

    rule: SplitRule
    capped: frozenset[Path]
    lines: dict[Path, StraightLine] = field(default_factory=dict)
    rests: list[Rest] = field(default_factory=list)
    leaves: list[Leaf] = field(default_factory=list)
    pools: list[Pool] = field(default_factory=list)

    def __post_init__(self) -> None:
        whole = StraightLine(Fraction(1), Fraction(0))
        self._read(self.rule.parties, whole, ())
        self.pools = list(self._pooled())
        self.known = [(place, int(leaf.line.base)) for place, leaf in enumerate(self.leaves) if leaf.is_known]

    @cached_property
    def of_party(self) -> list[list[int]]:
        """The places of each party's leaves, in the order of the rule."""
        return [self.leaves_of((place,)) for place in range(len(self.rule.parties))]

    @cached_property
    def watched(self) -> list[tuple[Path, StraightLine, int]]:
        """Parties that may still reach a ceiling, with the ceiling in pence."""
        watched = []
        for path, line in self.lines.items():
            ceiling = _party(self.rule, path).ceiling
            if ceiling is not None and path not in self.capped:
                watched.append((path, line, in_pence(ceiling)))
        return watched

    def leaves_of(self, path: Path) -> list[int]:
        """The places of the leaves of one party or group."""
        return [place for place, leaf in enumerate(self.leaves) if leaf.path[: len(path)] == path]

    def exact(self, path: Path, total: int) -> Fraction:
        """What a party or group pays before rounding, in pounds."""
        return self.lines[path].at(total) / PENCE

    def paid(self, path: Path, paid: Sequence[int]) -> int:
        """What a party or group pays, in pence; 0 while nothing is paid."""
        return sum(paid[place] for place in self.leaves_of(path)) if paid else 0

    def capped_at(self, group: Path) -> frozenset[int]:
        """Which parties of one level are at their ceilings, by their places."""
        return frozenset(path[-1] for path in self.capped if path[:-1] == group)

    def pay(self, total: int) -> list[int]:
        """What each leaf pays, in pence; they come to the total."""
        paid = [0] * len(self.leaves)
        for place, amount in self.known:
            paid[place] = amount
        in_order = self.rule.remainder is RemainderRule.FIRST_IN_ORDER
        unit = in_pence(self.rule.unit)
        for pool in self.pools:
            parts = [slope * total + base for slope, base in zip(pool.slopes, pool.bases, strict=True)]
            whole = sum(parts) // pool.denominator
            shares = apportion_pence(whole, parts, pool.denominator, unit, pool.taker, in_order, pool.ranks)
            for place, share in zip(pool.places, shares, strict=True):
                paid[place] = share
        return paid

    def _read(self, parties: tuple[Party, ...], whole: StraightLine, group: Path) -> None:
        """The straight line of every party of one level, and of the members below it."""
        stated_lines = {
            place: self._stated(party, whole, (*group, place)) for place, party in enumerate(parties)
        }
        left = whole.less(line for line in stated_lines.values() if line is not None)
        sharing = [place for place, line in stated_lines.items() if line is None]
        weights = sum((_weight(parties[place]) for place in sharing), Fraction(0))
        self.rests.append(Rest(parties, whole, left, weights > 0))
        for place, party in enumerate(parties):
            stated = stated_lines[place]
            line = stated or left.times(_weight(party) / weights if weights else Fraction(0))
            self._keep(party, line, (*group, place))

    def _stated(self, party: Party, whole: StraightLine, path: Path) -> StraightLine | None:
        """What a party pays without looking at what the others leave; None for one that shares the rest."""
        if path in self.capped:
            return StraightLine(Fraction(0), Fraction(in_pence(party.ceiling or Decimal(0))))
        if party.is_known:
            return StraightLine(Fraction(0), Fraction(in_pence(known_amount(party))))
        if party.basis is Basis.PERCENT:
            return whole.times(Fraction(party.value or 0) / 100)
        return None

    def _keep(self, party: Party, line: StraightLine, path: Path) -> None:
        self.lines[path] = line
        if party.members:
            self._read(party.members, line, path)
            return
        is_known = party.is_known or path in self.capped
        count = 1 if is_known else party.count
        share = line.times(Fraction(1, count))
        self.leaves += [Leaf(path, party, share, is_known)] * count

    def _pooled(self) -> Iterator[Pool]:
        """A group with a known amount is rounded by itself; all others are rounded together."""
        pools: dict[Path, list[int]] = {}
        for place, leaf in enumerate(self.leaves):
            if not leaf.is_known:
                group = leaf.path[:-1]
                alone = bool(group) and (_party(self.rule, group).is_known or group in self.capped)
                pools.setdefault(group if alone else (), []).append(place)
        for places in pools.values():
            yield self._pool(places)

    def _pool(self, places: list[int]) -> Pool:
        leaves = [self.leaves[place] for place in places]
        denominator = math.lcm(
            *(part.denominator for leaf in leaves for part in (leaf.line.slope, leaf.line.base))
        )
        order = sorted(
            range(len(leaves)), key=lambda place: leaves[place].party.code or leaves[place].party.name
        )
        ranks = [0] * len(leaves)
        for rank, place in enumerate(order):
            ranks[place] = rank
        return Pool(
            places,
            denominator,
            [int(leaf.line.slope * denominator) for leaf in leaves],
            [int(leaf.line.base * denominator) for leaf in leaves],
            self._taker(leaves),
            ranks,
        )

    def _taker(self, leaves: Sequence[Leaf]) -> int | None:
        """The place of the leaf that takes what rounding leaves: who pays the rest, else the party named.

        None when the rule leaves it to the largest fractions or to the order.
        """
        for place, leaf in enumerate(leaves):
            if leaf.party.basis is Basis.REMAINDER and len(leaf.path) == 1:
                return place
        if self.rule.remainder is not RemainderRule.NAMED_PARTY:
            return None
        for place, leaf in enumerate(leaves):
            names = {_party(self.rule, leaf.path[:depth]).name for depth in range(1, len(leaf.path) + 1)}
            if self.rule.remainder_to in names:
                return place
        return None


class Divider:
    """A rule without problems, ready to divide amounts."""

    def __init__(self, rule: SplitRule) -> None:
        self.rule = rule
        self._compiled: dict[frozenset[Path], Compiled] = {}

    def pay(self, total: int) -> tuple[Compiled, list[int], list[Problem]]:
        """What each leaf pays of so many pence, or the problems that stand in the way."""
        capped: frozenset[Path] = frozenset()
        while True:
            compiled = self._with(capped)
            reached = {path for path, line, most in compiled.watched if line.at(total) > most}
            problems = [problem for rest in compiled.rests if (problem := rest.problem(total)) is not None]
            paid = [] if reached or problems else compiled.pay(total)
            # Rounding to hundreds, say, may lift a share over a ceiling that it was below before.
            above_ceiling = reached or {
                path for path, _, most in compiled.watched if compiled.paid(path, paid) > most
            }
            if not above_ceiling:
                return compiled, paid, problems
            # A group at its ceiling first: that changes what its members would pay.
            shortest = min(len(path) for path in above_ceiling)
            capped |= {path for path in above_ceiling if len(path) == shortest}

    def _with(self, capped: frozenset[Path]) -> Compiled:
        if capped not in self._compiled:
            self._compiled[capped] = Compiled(self.rule, capped)
        return self._compiled[capped]


def _party(rule: SplitRule, path: Path) -> Party:
    party = rule.parties[path[0]]
    return party.members[path[1]] if len(path) > 1 else party


def _weight(party: Party) -> Fraction:
    if party.basis is Basis.WEIGHT:
        return Fraction(party.value or 0)
    return Fraction(party.count if party.basis is Basis.EQUAL else party.basis is Basis.REMAINDER)
