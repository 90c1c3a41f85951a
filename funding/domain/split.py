"""Who pays what: an amount divided by a rule, to the penny, with the rounding explained.

Fixed amounts, and so much for each unit, come off first. Percentages are of the whole amount. Weights and
equal shares divide what those leave, or one party takes all of it. A party may be a group that divides
its own share again, and may pay no more than a ceiling: what is above it falls to the others. Rounding
happens once, where somebody pays. The working is put into words only when asked for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from core.domain.money import from_pence, in_pence, round_half_up
from core.domain.problems import Problem
from funding.domain.divider import Compiled, Divider
from funding.domain.split_checks import rule_problems, total_problems
from funding.domain.split_rule import Basis, Party, RemainderRule, SplitRule
from funding.domain.split_words import (
    Level,
    PartyShare,
    each_of,
    each_words,
    explanation,
    result_words,
    sentence,
)

__all__ = [
    "Basis",
    "Division",
    "Divisions",
    "Party",
    "PartyShare",
    "RemainderRule",
    "SplitRule",
    "each_of",
    "each_words",
    "split",
    "split_problems",
]


@dataclass(frozen=True)
class Division:
    """An amount divided, or the problems that keep it from being divided; never both.

    ``amounts`` are what the parties of the rule pay, in its order; a group pays what its members do.
    """

    total: Decimal
    rule: SplitRule
    problems: tuple[Problem, ...] = ()
    compiled: Compiled | None = None
    paid: tuple[int, ...] = ()

    @cached_property
    def amounts(self) -> tuple[Decimal, ...]:
        """In pounds, one for each party of the rule."""
        if self.compiled is None:
            return ()
        return tuple(
            from_pence(sum(self.paid[place] for place in leaves)) for leaves in self.compiled.of_party
        )

    @cached_property
    def shares(self) -> tuple[PartyShare, ...]:
        """Every party's share with its working; nothing when there are problems."""
        if self.compiled is None:
            return ()
        return _shares(self.compiled, self.paid, in_pence(self.total), self.rule)

    @cached_property
    def explanation(self) -> tuple[str, ...]:
        """The working, line by line, for somebody who checks it by hand."""
        return explanation(self.total, self.shares, self.rule.unit) if self.compiled else ()

    def payers(self) -> Iterator[PartyShare]:
        """The parties that pay, members in place of their group; they add up to the total."""
        for share in self.shares:
            yield from share.members or (share,)

    def amount_of(self, name: str) -> Decimal:
        """What a party or a group pays. Raises KeyError for a name that is not in the split."""
        for share in self.shares:
            for payer in (share, *share.members):
                if payer.name == name:
                    return payer.amount
        raise KeyError(name)


class Divisions:
    """A rule read once and used for many amounts: each line of a long table is one."""

    def __init__(self, rule: SplitRule) -> None:
        self.rule = rule
        self.problems = tuple(rule_problems(rule))
        self._divider = None if self.problems else Divider(rule)

    def of(self, total: Decimal) -> Division:
        """One amount divided. The shares always add up to it; when they cannot, the problems say why."""
        if self._divider is None or total < 0:
            return Division(total, self.rule, (*total_problems(total), *self.problems))
        compiled, paid, problems = self._divider.pay(in_pence(total))
        if problems:
            return Division(total, self.rule, tuple(problems))
        return Division(total, self.rule, (), compiled, tuple(paid))


def split(total: Decimal, rule: SplitRule) -> Division:
    """Divide an amount. The shares always add up to it; when they cannot, the problems say why."""
    return Divisions(rule).of(total)


def split_problems(total: Decimal, rule: SplitRule) -> list[Problem]:
    """Why an amount cannot be divided by a rule; an empty list when it can."""
    return list(split(total, rule).problems)


def _shares(compiled: Compiled, paid: Sequence[int], total: int, rule: SplitRule) -> tuple[PartyShare, ...]:
    whole = Level(rule.parties, Fraction(total, 100), compiled.capped_at(()))
    return tuple(_share(compiled, paid, total, rule, whole, (place,)) for place in range(len(rule.parties)))


def _share(
    compiled: Compiled, paid: Sequence[int], total: int, rule: SplitRule, level: Level, path: tuple[int, ...]
) -> PartyShare:
    party = level.parties[path[-1]]
    exact = compiled.exact(path, total)
    amount = from_pence(sum(paid[place] for place in compiled.leaves_of(path)))
    inside = Level(party.members, exact, compiled.capped_at(path))
    members = tuple(
        _share(compiled, paid, total, rule, inside, (*path, place)) for place in range(len(party.members))
    )
    rounds = not members and not party.is_known and party.basis is not Basis.REMAINDER
    taken = amount - round_half_up(exact, rule.unit) if rounds and path not in compiled.capped else Decimal(0)
    result = result_words(exact, amount, taken)
    if party.count > 1:
        result += f" between {party.count}, {each_words(amount, party.count, rule.unit)}"
    return PartyShare(party.name, amount, exact, taken, sentence(level, path[-1], result), members)
