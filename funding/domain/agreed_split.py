"""A split as it was agreed: whole or not at all, with the rule's own figures beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.domain.money import pct, pounds
from core.domain.problems import Problem
from core.domain.words import NOT_STATED, day_words
from funding.domain.qualifier import qualified
from funding.domain.split import (
    Basis,
    Division,
    RemainderRule,
    SplitRule,
    each_of,
    each_words,
    split,
)


@dataclass(frozen=True)
class Agreed:
    """One party's agreed share in pounds. ``code`` is the organisation's, ``basis`` its weight in words.

    ``count`` is how many equal parties pay it between them, ``reason`` why it departs from the rule.
    """

    name: str
    code: str
    amount: Decimal
    basis: str = ""
    count: int = 1
    reason: str = ""


@dataclass(frozen=True)
class AgreedShare:
    """An agreed share beside what the rule gives, with the rule's working in words.

    ``by_rule`` is None when the rule cannot be worked out.
    """

    name: str
    code: str
    basis: str
    amount: Decimal
    share: str
    by_rule: Decimal | None
    working: str
    count: int = 1
    reason: str = ""

    @property
    def party(self) -> str:
        """Who pays; of a group also how many they are and what that makes for each."""
        if self.count == 1:
            return self.name
        return f"{self.name} ({self.count} parties, {each_words(self.amount, self.count)})"

    @property
    def each(self) -> Decimal | None:
        """What each party of a group pays, when all pay the same; None for a party of its own."""
        parts = set(each_of(self.amount, self.count))
        return parts.pop() if self.count > 1 and len(parts) == 1 else None

    @property
    def departure(self) -> Decimal:
        """Pounds agreed above what the rule gives; negative when less was agreed."""
        return Decimal(0) if self.by_rule is None else self.amount - self.by_rule

    @property
    def departure_words(self) -> str:
        if not self.departure:
            return "As the rule gives" if self.by_rule is not None else NOT_STATED
        words = (
            f"{pounds(abs(self.departure))} {'more' if self.departure > 0 else 'less'} than the rule gives"
        )
        return f"{words}: {self.reason}" if self.reason else words


@dataclass(frozen=True)
class AgreedSplit:
    """A split with its shares, their sum, the rule's working and whatever stands in its way."""

    reference: str
    name: str
    state: str
    rule: str
    total: Decimal
    shares: tuple[AgreedShare, ...]
    working: tuple[str, ...]
    problems: tuple[str, ...]
    qualifier: str = ""

    @property
    def sum(self) -> Decimal:
        return sum((share.amount for share in self.shares), Decimal(0))

    @property
    def sum_words(self) -> str:
        """What the shares come to beside the total, also when the two agree."""
        if not self.shares:
            return "No shares are recorded."
        words = f"The shares come to {pounds(self.sum)}, {_beside(self.sum, self.total)}."
        if not self.qualifier:
            return words
        return f"{words} The total is {qualified(self.total, self.qualifier)}."


def so_far(total: Decimal, amounts: Sequence[Decimal | None]) -> str:
    """What the amounts typed so far come to, beside the total; None is an empty amount."""
    typed = [amount for amount in amounts if amount is not None]
    if not typed:
        return "No amount is given yet: the rule will work them all out."
    added = sum(typed, Decimal(0))
    return f"The amounts come to {pounds(added)}, {_beside(added, total)}."


def whole_problems(total: Decimal, amounts: Sequence[Decimal]) -> list[Problem]:
    """Why shares do not make up a split: there are none, or they come to something else."""
    if not amounts:
        return [Problem("", "required", "Add at least one party that pays.")]
    added = sum(amounts, Decimal(0))
    if added == total:
        return []
    sentence = (
        f"The shares add up to {pounds(added)}, {_beside(added, total)}. "
        "Change a share or the total, or leave every amount empty to have the rule work them out."
    )
    return [Problem("", "not_the_total", sentence)]


def worked_amounts(
    total: Decimal, rule: SplitRule, amounts: Sequence[Decimal | None], reasons: Sequence[str] = ()
) -> tuple[list[Decimal], list[Problem]]:
    """The amounts to save, in the order of the rule's parties, and what keeps them from being saved.

    With every amount empty that the rule can work out, the rule's own are taken; fixed sums are always
    stated. ``reasons`` say why an amount departs from the rule, one for each party. The amounts are empty
    when there are problems: a split is saved whole or not at all.
    """
    division = split(total, rule)
    if division.problems:
        return [], [Problem("", problem.code, problem.message) for problem in division.problems]
    stated = [party.basis is Basis.FIXED for party in rule.parties]
    if all(amount is None or is_stated for amount, is_stated in zip(amounts, stated, strict=True)):
        return list(division.amounts), []
    if any(amount is None for amount in amounts):
        sentence = "Give every share an amount, or none to have the rule work them all out."
        return [], [Problem("", "some_empty", sentence)]
    typed = [amount for amount in amounts if amount is not None]
    problems = whole_problems(total, typed) or _unexplained(rule, division.amounts, typed, reasons)
    return ([] if problems else typed), problems


def _unexplained(
    rule: SplitRule, by_rule: Sequence[Decimal], typed: Sequence[Decimal], reasons: Sequence[str]
) -> list[Problem]:
    """A problem for each amount that departs from the rule without a reason."""
    problems = []
    for party, worked, amount, reason in zip(rule.parties, by_rule, typed, reasons, strict=True):
        if amount != worked and not reason.strip():
            beside = _beside(amount, worked, "the share by the rule")
            sentence = (
                f"{party.name} is to pay {pounds(amount)}, {beside}. "
                "Say why, or leave every amount empty to have the rule work them out."
            )
            problems.append(Problem("", "departs", sentence))
    return problems


def population_problems(by_population: bool, source: str, is_dated: bool) -> list[Problem]:
    """What is missing of a split by population: the source of its figures, or their day."""
    problems = []
    if by_population and not source.strip():
        sentence = "Say where the population figures come from, for example which estimate."
        problems.append(Problem("weights_from", "required", sentence))
    if by_population and not is_dated:
        problems.append(Problem("weights_on", "required", "Give the day the population figures are of."))
    return problems


def left_problems(name: str, left_on: date | None) -> list[Problem]:
    """A party that has left the partnership pays no share of it."""
    if left_on is None:
        return []
    sentence = f"{name} left the partnership on {day_words(left_on)}. Take it out, or say who pays instead."
    return [Problem("", "left", sentence)]


def agreed_split(
    reference: str,
    name: str,
    state: str,
    rule_words: str,
    total: Decimal,
    rule: SplitRule,
    agreed: Sequence[Agreed],
    qualifier: str = "",
) -> AgreedSplit:
    """An agreed split beside its rule. The shares come in the order of ``agreed``, one a party."""
    division = split(total, rule)
    by_rule = dict(zip((party.name for party in rule.parties), division.shares, strict=False))
    shares = []
    for share in agreed:
        worked = by_rule.get(share.name)
        shares.append(
            AgreedShare(
                share.name,
                share.code,
                share.basis,
                share.amount,
                pct(share.amount, total, 2) if total else NOT_STATED,
                worked.amount if worked else None,
                worked.explanation if worked else "",
                share.count,
                share.reason,
            )
        )
    problems = _stated_problems(division)
    return AgreedSplit(
        reference, name, state, rule_words, total, tuple(shares), division.explanation, problems, qualifier
    )


def rule_words(rule: str, unit: Decimal, remainder: RemainderRule, taker: str, weights: str = "") -> str:
    """A rule in one sentence: how it divides, to what it rounds, and who takes what rounding leaves.

    ``weights`` says where the weights come from.
    """
    rest = {
        RemainderRule.NAMED_PARTY: f"{taker or 'a party still to be named'} takes what rounding leaves",
        RemainderRule.LARGEST_REMAINDER: "what rounding leaves goes to the largest fractions",
        RemainderRule.FIRST_IN_ORDER: "what rounding leaves goes to the first in order",
    }[remainder]
    return f"{rule}{f' ({weights})' if weights else ''}, rounded to {pounds(unit)}; {rest}."


def _stated_problems(division: Division) -> tuple[str, ...]:
    return tuple(problem.message for problem in division.problems)


def _beside(added: Decimal, total: Decimal, total_name: str = "the total") -> str:
    if added == total:
        return f"which is {total_name}"
    gap = pounds(abs(added - total))
    return f"{gap} {'more' if added > total else 'less'} than {total_name} of {pounds(total)}"
