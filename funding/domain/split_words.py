"""A split's working in words, line by line, as a councillor can check it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from core.domain.money import PENNY, apportion, pct, pounds, round_half_up
from funding.domain.split_checks import known_amount, sum_of
from funding.domain.split_rule import Basis, Party


@dataclass(frozen=True)
class PartyShare:
    """What one party pays, with the sentence that explains it.

    ``exact`` is the share before rounding. ``taken`` is what the party pays above (or below)
    its own rounded share so that all of them add up; 0 for most.
    """

    name: str
    amount: Decimal
    exact: Fraction
    taken: Decimal
    explanation: str
    members: tuple["PartyShare", ...] = ()


@dataclass(frozen=True)
class Level:
    """Parties that divide one amount, in pounds before rounding; ``capped`` are those at their ceilings."""

    parties: tuple[Party, ...]
    whole: Fraction
    capped: frozenset[int] = frozenset()

    @property
    def left(self) -> Fraction:
        """What fixed amounts, percentages and ceilings leave to be shared."""
        left = self.whole
        for place, party in enumerate(self.parties):
            if place in self.capped:
                left -= Fraction(party.ceiling or 0)
            elif party.is_known:
                left -= Fraction(known_amount(party))
            elif party.basis is Basis.PERCENT:
                left -= self.whole * Fraction(party.value or 0) / 100
        return left

    @property
    def sharing(self) -> list[Party]:
        """Who shares that."""
        return [party for place, party in enumerate(self.parties) if place not in self.capped]


def sentence(level: Level, place: int, result: str) -> str:
    """What one party pays and why; ``result`` is what that comes to, in words."""
    party = level.parties[place]
    pays = "together pay" if party.members or party.count > 1 else "pays"
    if place in level.capped:
        most = pounds(party.ceiling or Decimal(0))
        return f"{party.name} {pays} {_part(level, place, party)}, but no more than {most}, {result}."
    return f"{party.name} {pays} {_part(level, place, party)}, {result}."


def _part(level: Level, place: int, party: Party) -> str:
    if party.basis is Basis.FIXED:
        return "a fixed amount"
    if party.basis is Basis.PER_UNIT:
        price, units = pounds(party.value or Decimal(0)), plain(party.units or Decimal(0))
        return f"{price} for each of {units} units"
    if party.basis is Basis.REMAINDER:
        return "what is left"
    if party.basis is Basis.PERCENT:
        return f"{plain(party.value or Decimal(0))}% of {_printed(level.whole)}"
    if place in level.capped:
        return "its share"
    base = _printed(level.left)
    if party.basis is Basis.EQUAL:
        sharers = sum(sharer.count for sharer in level.sharing if sharer.basis is Basis.EQUAL)
        return f"{'one' if party.count == 1 else party.count} of {sharers} equal shares of {base}"
    parts, weight = sum_of(level.sharing, Basis.WEIGHT), party.value or Decimal(0)
    return f"{plain(weight)} of {plain(parts)} parts of {base} ({pct(weight, parts, 2)})"


def result_words(exact: Fraction, amount: Decimal, taken: Decimal) -> str:
    """What a share comes to, before and after rounding, in pounds."""
    if exact == amount:
        return f"which is {pounds(amount)}"
    to_the_penny = round_half_up(exact, PENNY)
    roughly = "" if exact == to_the_penny else "about "
    if to_the_penny == amount:
        return f"which is {pounds(amount)} to the penny"
    rounded = f"which is {roughly}{pounds(to_the_penny)}, rounded to {pounds(amount - taken)}"
    return f"{rounded} and brought to {pounds(amount)}" if taken else rounded


def each_of(amount: Decimal, count: int, unit: Decimal = PENNY) -> tuple[Decimal, ...]:
    """What each of so many equal parties pays of an amount, the larger parts first; they add up to it."""
    return tuple(sorted(apportion(amount, [1] * count, unit), reverse=True))


def each_words(amount: Decimal, count: int, unit: Decimal = PENNY) -> str:
    """The same in words: "£16,406.25 each", or both amounts when they cannot all be the same."""
    parts = each_of(amount, count, unit)
    larger_count = parts.count(parts[0])
    if larger_count == count:
        return f"{pounds(parts[0])} each"
    return f"{pounds(parts[0])} for {larger_count} and {pounds(parts[-1])} for {count - larger_count}"


def explanation(total: Decimal, shares: Sequence[PartyShare], unit: Decimal) -> tuple[str, ...]:
    """Every share's sentence, then what rounding did, then the sum."""
    lines = []
    for share in shares:
        lines += [share.explanation, *(member.explanation for member in share.members)]
    everyone = [payer for share in shares for payer in (share, *share.members)]
    for share in everyone:
        if share.taken:
            way = "more" if share.taken > 0 else "less"
            lines.append(f"So that all shares add up, {share.name} pays {pounds(abs(share.taken))} {way}.")
    if any(share.exact != share.amount for share in everyone):
        lines.append(f"Shares are rounded to the nearest {'penny' if unit == PENNY else pounds(unit)}.")
    lines.append(f"Together the shares come to {pounds(total)}.")
    return tuple(lines)


def plain(number: Decimal) -> str:
    """A number without trailing zeros: 62.5, 10, 3."""
    return f"{number.normalize():f}"


def _printed(amount: Fraction) -> str:
    return pounds(round_half_up(amount, PENNY))
