"""Who pays what: an amount divided by a rule, to the penny, with the rounding explained.

Fixed amounts come off first. Percentages are of the whole amount. Weights and equal shares
divide what those leave, or one party takes all of it. A party may be a group that divides
its own share again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from core.domain.money import PENNY, apportion, pct, pounds, round_half_up
from core.domain.problems import Problem
from core.domain.words import Labelled, listed


class Basis(Labelled):
    """How one party's share is worked out."""

    WEIGHT = "weight"
    PERCENT = "percent"
    EQUAL = "equal"
    FIXED = "fixed"
    REMAINDER = "remainder"


class RemainderRule(Labelled):
    """Who takes the pennies or pounds that rounding leaves over."""

    NAMED_PARTY = "named_party"
    LARGEST_REMAINDER = "largest_remainder"
    FIRST_IN_ORDER = "first_in_order"


@dataclass(frozen=True)
class Party:
    """One line of a split: who, and on what basis.

    ``value`` is the weight, the percentage (62.5) or the fixed amount in pounds; equal and
    remainder shares have none. ``members`` divide the share of a group among themselves;
    ``count`` says that the party stands for so many unnamed ones which all pay the same.
    """

    name: str
    basis: Basis
    value: Decimal | None = None
    members: tuple["Party", ...] = ()
    count: int = 1


@dataclass(frozen=True)
class SplitRule:
    """How an amount is divided. ``unit`` is what shares are rounded to, in pounds."""

    parties: tuple[Party, ...]
    unit: Decimal = PENNY
    remainder: RemainderRule = RemainderRule.LARGEST_REMAINDER
    remainder_to: str = ""


@dataclass(frozen=True)
class Share:
    """What one party pays, with the sentence that explains it.

    ``exact`` is the share before rounding. ``taken`` is what the party pays above (or below)
    its own rounded share so that all of them add up; nought for most.
    """

    name: str
    amount: Decimal
    exact: Fraction
    taken: Decimal
    explanation: str
    members: tuple["Share", ...] = ()


@dataclass(frozen=True)
class Division:
    """An amount divided, or the problems that keep it from being divided; never both."""

    total: Decimal
    shares: tuple[Share, ...]
    problems: tuple[Problem, ...]
    explanation: tuple[str, ...]

    def payers(self) -> Iterator[Share]:
        """The parties that pay, members in place of their group; they add up to the total."""
        for share in self.shares:
            yield from share.members or (share,)

    def amount_of(self, name: str) -> Decimal:
        """What a party or a group pays. Raises KeyError for a name that is not in the split."""
        for share in self.shares:
            for each in (share, *share.members):
                if each.name == name:
                    return each.amount
        raise KeyError(name)


def split(total: Decimal, rule: SplitRule) -> Division:
    """Divide an amount. The shares always add up to it; when they cannot, the problems say why."""
    problems = split_problems(total, rule)
    if problems:
        return Division(total, (), tuple(problems), ())
    shares = _shares(total, rule.parties, rule)
    return Division(total, shares, (), _explanation(total, shares, rule.unit))


def split_problems(total: Decimal, rule: SplitRule) -> list[Problem]:
    """Why an amount cannot be divided by a rule; an empty list when it can."""
    if total < 0:
        sentence = f"{pounds(total)} cannot be shared. Enter what is to be paid as an amount above £0."
        return [Problem("total", "negative", sentence)]
    problems = _value_problems(rule.parties)
    problems += _name_problems(rule)
    return problems or _level_problems(total, rule.parties, rule)


def _value_problems(parties: Sequence[Party]) -> list[Problem]:
    problems = []
    asked = {Basis.WEIGHT: "a weight", Basis.PERCENT: "a percentage", Basis.FIXED: "an amount"}
    for party in parties:
        if party.basis in asked and (party.value is None or party.value < 0):
            sentence = f"Give {party.name} {asked[party.basis]} of nought or more."
            problems.append(Problem("value", "required", sentence))
        if party.count < 1:
            sentence = f"{party.name} stands for at least one party. Say for how many."
            problems.append(Problem("parties", "nobody", sentence))
        if any(member.members for member in party.members):
            sentence = f"A member of {party.name} is itself a group. Divide a group once only."
            problems.append(Problem("members", "too_deep", sentence))
        problems += _value_problems(party.members)
    return problems


def _name_problems(rule: SplitRule) -> list[Problem]:
    names = [name for party in rule.parties for name in (party.name, *(each.name for each in party.members))]
    problems = []
    for name in sorted({name for name in names if names.count(name) > 1}):
        problems.append(Problem("parties", "twice", f"{name} is in this split twice. Take out one of them."))
    if rule.remainder is RemainderRule.NAMED_PARTY:
        fixed = _all_fixed(rule.parties)
        if rule.remainder_to not in names:
            problems.append(
                Problem("remainder_to", "required", "Say which party takes what rounding leaves.")
            )
        elif rule.remainder_to in fixed:
            sentence = (
                f"{rule.remainder_to} pays a fixed amount, so it cannot take what rounding leaves. "
                "Name another party."
            )
            problems.append(Problem("remainder_to", "fixed", sentence))
    return problems


def _all_fixed(parties: Sequence[Party]) -> set[str]:
    return {each.name for party in parties for each in (party, *party.members) if each.basis is Basis.FIXED}


def _level_problems(total: Decimal, parties: Sequence[Party], rule: SplitRule) -> list[Problem]:
    if not parties:
        return [Problem("parties", "required", "Add at least one party that pays.")]
    problems = _mixture_problems(parties) or _coverage_problems(total, parties)
    if problems:
        return problems
    amounts = _amounts(total, _exact_shares(total, parties), parties, rule)
    for party, amount in zip(parties, amounts, strict=True):
        if party.members:
            problems += _level_problems(amount, party.members, rule)
    return problems


def _mixture_problems(parties: Sequence[Party]) -> list[Problem]:
    used = {party.basis for party in parties}
    sharing = [basis.label.lower() for basis in (Basis.WEIGHT, Basis.EQUAL, Basis.REMAINDER) if basis in used]
    if len(sharing) > 1:
        sentence = (
            f"What is left can be divided in one way only, not by {listed(sharing)} together. Choose one."
        )
        return [Problem("parties", "mixed", sentence)]
    takers = [party.name for party in parties if party.basis is Basis.REMAINDER]
    if len(takers) > 1:
        sentence = f"Only one party can take what is left, not {listed(takers)} together."
        return [Problem("parties", "two_remainders", sentence)]
    weights = [party.value or 0 for party in parties if party.basis is Basis.WEIGHT]
    if weights and not any(weights):
        return [Problem("value", "no_weight", "Give at least one party a weight above nought.")]
    return []


def _coverage_problems(total: Decimal, parties: Sequence[Party]) -> list[Problem]:
    percent = _sum_of(parties, Basis.PERCENT)
    fixed = _sum_of(parties, Basis.FIXED)
    left = Fraction(total) - Fraction(fixed) - Fraction(total) * Fraction(percent) / 100
    shares_the_rest = any(party.basis in (Basis.WEIGHT, Basis.EQUAL, Basis.REMAINDER) for party in parties)
    if left < 0 or (left > 0 and not shares_the_rest):
        gap = pounds(round_half_up(abs(left), PENNY))
        over = "more" if left < 0 else "less"
        said = _stated_parts(percent, fixed)
        sentence = f"{said} come to {gap} {over} than {pounds(total)}. Change them, or say who pays the rest."
        return [Problem("parties", "not_the_total", sentence)]
    return []


def _stated_parts(percent: Decimal, fixed: Decimal) -> str:
    parts = []
    if percent:
        parts.append(f"percentages of {_plain(percent)}%")
    if fixed or not percent:
        parts.append(f"fixed amounts of {pounds(fixed)}")
    text = listed(parts)
    return text[:1].upper() + text[1:]


def _sum_of(parties: Sequence[Party], basis: Basis) -> Decimal:
    return sum((party.value or Decimal(0) for party in parties if party.basis is basis), Decimal(0))


def _exact_shares(total: Decimal, parties: Sequence[Party]) -> list[Fraction]:
    percent, fixed = _sum_of(parties, Basis.PERCENT), _sum_of(parties, Basis.FIXED)
    left = Fraction(total) - Fraction(fixed) - Fraction(total) * Fraction(percent) / 100
    base = sum((_weight(party) for party in parties), Fraction(0))
    return [_exact_share(party, Fraction(total), left, base) for party in parties]


def _exact_share(party: Party, total: Fraction, left: Fraction, base: Fraction) -> Fraction:
    value = Fraction(party.value or 0)
    if party.basis is Basis.FIXED:
        return value
    if party.basis is Basis.PERCENT:
        return total * value / 100
    return left * _weight(party) / base if base else Fraction(0)


def _weight(party: Party) -> Fraction:
    if party.basis is Basis.WEIGHT:
        return Fraction(party.value or 0)
    return Fraction(party.count if party.basis is Basis.EQUAL else party.basis is Basis.REMAINDER)


def _amounts(
    total: Decimal, exact: Sequence[Fraction], parties: Sequence[Party], rule: SplitRule
) -> list[Decimal]:
    amounts = [party.value or Decimal(0) for party in parties]
    shared = [index for index, party in enumerate(parties) if party.basis is not Basis.FIXED]
    left = total - _sum_of(parties, Basis.FIXED)
    if left:
        rounded = apportion(
            left,
            [exact[index] for index in shared],
            rule.unit,
            _absorber([parties[index] for index in shared], rule),
            rule.remainder is RemainderRule.FIRST_IN_ORDER,
        )
    else:
        rounded = [Decimal(0)] * len(shared)
    for index, amount in zip(shared, rounded, strict=True):
        amounts[index] = amount
    return amounts


def _absorber(parties: Sequence[Party], rule: SplitRule) -> int | None:
    """The place of the party that takes what rounding leaves; a group stands in for its member.

    Whoever is down for "what is left" takes the pennies too, whatever the rule says.
    """
    for index, party in enumerate(parties):
        if party.basis is Basis.REMAINDER:
            return index
    if rule.remainder is RemainderRule.NAMED_PARTY:
        for index, party in enumerate(parties):
            if rule.remainder_to in {party.name, *(member.name for member in party.members)}:
                return index
    return None


def _shares(total: Decimal, parties: Sequence[Party], rule: SplitRule) -> tuple[Share, ...]:
    exact = _exact_shares(total, parties)
    amounts = _amounts(total, exact, parties, rule)
    shares = []
    for party, part, amount in zip(parties, exact, amounts, strict=True):
        is_rounded = party.basis not in (Basis.FIXED, Basis.REMAINDER)
        taken = amount - round_half_up(part, rule.unit) if is_rounded else Decimal(0)
        members = _shares(amount, party.members, rule) if party.members else ()
        result = _result(part, amount, taken) + _each_words(amount, party.count, rule.unit)
        sentence = _sentence(party, parties, total, result)
        shares.append(Share(party.name, amount, part, taken, sentence, members))
    return tuple(shares)


def _sentence(party: Party, parties: Sequence[Party], total: Decimal, result: str) -> str:
    pays = "together pay" if party.members or party.count > 1 else "pays"
    if party.basis is Basis.FIXED:
        return f"{party.name} {pays} a fixed amount, {result}."
    if party.basis is Basis.REMAINDER:
        return f"{party.name} {pays} what is left, {result}."
    left = (
        Fraction(total - _sum_of(parties, Basis.FIXED))
        - Fraction(total) * Fraction(_sum_of(parties, Basis.PERCENT)) / 100
    )
    base = pounds(round_half_up(left, PENNY))
    if party.basis is Basis.PERCENT:
        part = f"{_plain(party.value or Decimal(0))}% of {pounds(total)}"
    elif party.basis is Basis.EQUAL:
        sharers = sum(each.count for each in parties if each.basis is Basis.EQUAL)
        part = f"{'one' if party.count == 1 else party.count} of {sharers} equal shares of {base}"
    else:
        parts, weight = _sum_of(parties, Basis.WEIGHT), party.value or Decimal(0)
        part = f"{_plain(weight)} of {_plain(parts)} parts of {base} ({pct(weight, parts, 2)})"
    return f"{party.name} {pays} {part}, {result}."


def _result(exact: Fraction, amount: Decimal, taken: Decimal) -> str:
    if exact == amount:
        return f"which is {pounds(amount)}"
    to_the_penny = round_half_up(exact, PENNY)
    about = "" if exact == to_the_penny else "about "
    if to_the_penny == amount:
        return f"which is {pounds(amount)} to the penny"
    rounded = f"which is {about}{pounds(to_the_penny)}, rounded to {pounds(amount - taken)}"
    return f"{rounded} and brought to {pounds(amount)}" if taken else rounded


def each_of(amount: Decimal, count: int, unit: Decimal = PENNY) -> tuple[Decimal, ...]:
    """What each of so many equal parties pays of an amount, the larger parts first; they add up to it."""
    return tuple(sorted(apportion(amount, [1] * count, unit), reverse=True))


def each_words(amount: Decimal, count: int, unit: Decimal = PENNY) -> str:
    """The same in words: "£16,406.25 each", or both amounts when they cannot all be the same."""
    parts = each_of(amount, count, unit)
    more = parts.count(parts[0])
    if more == count:
        return f"{pounds(parts[0])} each"
    return f"{pounds(parts[0])} for {more} and {pounds(parts[-1])} for {count - more}"


def _each_words(amount: Decimal, count: int, unit: Decimal) -> str:
    return "" if count == 1 else f" between {count}, {each_words(amount, count, unit)}"


def _explanation(total: Decimal, shares: Sequence[Share], unit: Decimal) -> tuple[str, ...]:
    lines = []
    for share in shares:
        lines += [share.explanation, *(member.explanation for member in share.members)]
    everyone = [each for share in shares for each in (share, *share.members)]
    for share in everyone:
        if share.taken:
            way = "more" if share.taken > 0 else "less"
            lines.append(f"So that all shares add up, {share.name} pays {pounds(abs(share.taken))} {way}.")
    if any(share.exact != share.amount for share in everyone):
        lines.append(f"Shares are rounded to the nearest {'penny' if unit == PENNY else pounds(unit)}.")
    lines.append(f"Together the shares come to {pounds(total)}.")
    return tuple(lines)


def _plain(number: Decimal) -> str:
    """A number without trailing noughts: 62.5, 10, 3."""
    return f"{number.normalize():f}"
