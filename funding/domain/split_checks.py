"""What is wrong with a rule before any amount is divided by it, and with an amount that cannot be."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from core.domain.money import PENNY, pounds, round_half_up
from core.domain.problems import Problem
from core.domain.words import listed
from funding.domain.split_rule import Basis, Party, RemainderRule, SplitRule

ASKED = {
    Basis.WEIGHT: "a weight",
    Basis.PERCENT: "a percentage",
    Basis.FIXED: "an amount",
    Basis.PER_UNIT: "a price for one unit",
}


def rule_problems(rule: SplitRule) -> list[Problem]:
    """Why no amount at all can be divided by a rule; an empty list when one can."""
    return list(_value_problems(rule.parties)) or _levels_problems(rule.parties) or list(_name_problems(rule))


def total_problems(total: Decimal) -> list[Problem]:
    """Why an amount cannot be shared."""
    if total >= 0:
        return []
    words = f"{pounds(total)} cannot be shared. Enter what is to be paid as an amount above £0."
    return [Problem("total", "negative", words)]


def uncovered(parties: Sequence[Party], whole: Fraction, left: Fraction) -> Problem:
    """The problem of stated parts that come to more or less than the whole, in pounds."""
    gap = pounds(round_half_up(abs(left), PENNY))
    way = "more" if left < 0 else "less"
    parts = _stated_parts(parties)
    amount = pounds(round_half_up(whole, PENNY))
    words = f"{parts} come to {gap} {way} than {amount}. Change them, or say who pays the rest."
    return Problem("parties", "not_the_total", words)


def _stated_parts(parties: Sequence[Party]) -> str:
    percent = sum_of(parties, Basis.PERCENT)
    known = sum((known_amount(party) for party in parties if party.is_known), Decimal(0))
    parts = []
    if percent:
        parts.append(f"percentages of {percent.normalize():f}%")
    if known or not percent:
        parts.append(f"fixed amounts of {pounds(known)}")
    if any(party.ceiling is not None for party in parties):
        parts.append("what the ceilings allow")
    text = listed(parts)
    return text[:1].upper() + text[1:]


def known_amount(party: Party) -> Decimal:
    """What a party with a fixed amount, or so much for each unit, pays, to the penny."""
    value = party.value or Decimal(0)
    if party.basis is Basis.PER_UNIT:
        return round_half_up(value * (party.units or Decimal(0)), PENNY)
    return value


def sum_of(parties: Sequence[Party], basis: Basis) -> Decimal:
    """The values of all parties on one basis, added up."""
    return sum((party.value or Decimal(0) for party in parties if party.basis is basis), Decimal(0))


def _value_problems(parties: Sequence[Party]) -> Iterator[Problem]:
    for party in parties:
        if party.basis in ASKED and (party.value is None or party.value < 0):
            yield Problem("value", "required", f"Give {party.name} {ASKED[party.basis]} of nought or more.")
        if party.basis is Basis.PER_UNIT and (party.units is None or party.units < 0):
            yield Problem("units", "required", f"Say how many units {party.name} pays for, nought or more.")
        if party.ceiling is not None and party.ceiling < 0:
            yield Problem("ceiling", "negative", f"Give {party.name} a ceiling of nought or more, or none.")
        if party.ceiling is not None and party.is_known:
            words = f"{party.name} pays a fixed amount, which needs no ceiling. Take the ceiling out."
            yield Problem("ceiling", "fixed", words)
        if party.count < 1:
            words = f"{party.name} stands for at least one party. Say for how many."
            yield Problem("parties", "nobody", words)
        if any(member.members for member in party.members):
            words = f"A member of {party.name} is itself a group. Divide a group once only."
            yield Problem("members", "too_deep", words)
        yield from _value_problems(party.members)


def _name_problems(rule: SplitRule) -> Iterator[Problem]:
    everyone = [payer for party in rule.parties for payer in (party, *party.members)]
    names = [payer.name for payer in everyone]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield Problem("parties", "twice", f"{name} is in this split twice. Take out one of them.")
    if rule.remainder is not RemainderRule.NAMED_PARTY:
        return
    named = next((payer for payer in everyone if payer.name == rule.remainder_to), None)
    if named is None:
        yield Problem("remainder_to", "required", "Say which party takes what rounding leaves.")
        return
    why = "a fixed amount" if named.is_known else "nothing" if _pays_nothing(named) else ""
    if why:
        words = f"{named.name} pays {why}, so it cannot take what rounding leaves. Name another party."
        yield Problem("remainder_to", "fixed", words)


def _pays_nothing(party: Party) -> bool:
    return party.basis in (Basis.WEIGHT, Basis.PERCENT) and not party.value


def _levels_problems(parties: Sequence[Party]) -> list[Problem]:
    if not parties:
        return [Problem("parties", "required", "Add at least one party that pays.")]
    problems = _mixture_problems(parties)
    for party in parties:
        if party.members:
            problems += _levels_problems(party.members)
    return problems


def _mixture_problems(parties: Sequence[Party]) -> list[Problem]:
    bases = {party.basis for party in parties}
    sharing = [
        basis.label.lower() for basis in (Basis.WEIGHT, Basis.EQUAL, Basis.REMAINDER) if basis in bases
    ]
    if len(sharing) > 1:
        words = f"What is left can be divided in one way only, not by {listed(sharing)} together. Choose one."
        return [Problem("parties", "mixed", words)]
    takers = [party.name for party in parties if party.basis is Basis.REMAINDER]
    if len(takers) > 1:
        words = f"Only one party can take what is left, not {listed(takers)} together."
        return [Problem("parties", "two_remainders", words)]
    weights = [party.value or 0 for party in parties if party.basis is Basis.WEIGHT]
    if weights and not any(weights):
        return [Problem("value", "no_weight", "Give at least one party a weight above nought.")]
    return []
