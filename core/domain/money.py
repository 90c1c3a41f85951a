"""Money in pounds and exact shares of it; never a float."""

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

PENNY = Decimal("0.01")
POUND = Decimal(1)
AMOUNT_PATTERN = re.compile(r"(-?)£?(-?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d{1,2})?")


def pounds(amount: Decimal) -> str:
    """An amount as it is printed: "£357,747", and "£70,161.50" when there are pence.

    Anything finer than a penny is rounded half up, away from nought.
    """
    exact = round_half_up(amount, PENNY)
    sign, size = ("-" if exact < 0 else ""), abs(exact)
    return f"{sign}£{size:,.0f}" if size == size.to_integral_value() else f"{sign}£{size:,.2f}"


def pct(numerator: Decimal | int, denominator: Decimal | int, places: int = 0) -> str:
    """One number as a percentage of another: "40.25%"; half up at the last place shown.

    Raises ValueError when the base is nought, because no percentage of it exists.
    """
    if denominator == 0:
        raise ValueError("There is no percentage of nought. Say how many there are instead.")
    exact = Fraction(numerator) * 100 / Fraction(denominator)
    return f"{_round_fraction(exact, Decimal(1).scaleb(-places)):.{places}f}%"


def round_half_up(amount: Decimal | Fraction, unit: Decimal) -> Decimal:
    """The nearest whole number of units, halves going away from nought."""
    return _round_fraction(Fraction(amount), unit)


def apportion(
    total: Decimal,
    weights: Sequence[Decimal | Fraction | int],
    unit: Decimal = PENNY,
    remainder_to: int | None = None,
    in_order: bool = False,
) -> list[Decimal]:
    """Divide an amount by weights into shares that add up to it exactly.

    Every share but one is a whole number of ``unit``. With ``remainder_to`` (an index) the
    other shares are rounded half up and that party takes what is left, whichever way it
    falls; when half-up rounding would push it below nought, the others are rounded down.
    Without it shares are rounded down and the units left over go, one each, to the largest
    fractions (the earlier of equals), or with ``in_order`` simply to the first in the list;
    what is less than one unit joins the first of those. A weight of nought never pays.
    A negative total (a repayment) is divided like the positive one.
    Raises ValueError when there is nobody to share with or a weight is below nought.
    """
    parts = _exact_parts(abs(total), weights)
    if remainder_to is None:
        shares = _handed_out(abs(total), parts, unit, in_order)
    else:
        shares = _named_remainder(abs(total), parts, unit, remainder_to)
    return [-share for share in shares] if total < 0 else shares


def parse_money(text: str) -> Decimal:
    """Read an amount as people type it: "£357,747", "70161.50", "-500".

    Raises ValueError with a sentence for anything else: words, three decimals, or commas
    in the wrong places, which are more often a slip than a style.
    """
    words = text.strip()
    match = AMOUNT_PATTERN.fullmatch(words.replace(" ", ""))
    if match is None or (match[1] and match[2]):
        raise ValueError(f'"{words}" is not an amount of money. Write it like £1,250 or 1250.50.')
    amount = Decimal(match[3].replace(",", "") + (match[4] or ""))
    return -amount if match[1] or match[2] else amount


def _round_fraction(value: Fraction, unit: Decimal) -> Decimal:
    units = abs(value) / Fraction(unit)
    whole = int(units + Fraction(1, 2))
    return (whole if value >= 0 else -whole) * unit


def _exact_parts(total: Decimal, weights: Sequence[Decimal | Fraction | int]) -> list[Fraction]:
    if any(weight < 0 for weight in weights):
        raise ValueError("A share cannot have a weight below nought.")
    base = sum((Fraction(weight) for weight in weights), Fraction(0))
    if base == 0:
        raise ValueError("There is nobody to share this between. Give at least one party a weight.")
    return [Fraction(total) * Fraction(weight) / base for weight in weights]


def _named_remainder(
    total: Decimal, parts: Sequence[Fraction], unit: Decimal, absorber: int
) -> list[Decimal]:
    shares = [_round_fraction(part, unit) for part in parts]
    rest = total - _total_without(shares, absorber)
    if rest < 0:
        shares = [_round_down(part, unit) for part in parts]
        rest = total - _total_without(shares, absorber)
    shares[absorber] = rest
    return shares


def _handed_out(total: Decimal, parts: Sequence[Fraction], unit: Decimal, in_order: bool) -> list[Decimal]:
    shares = [_round_down(part, unit) for part in parts]
    left = total - sum(shares, Decimal(0))
    order = [index for index, part in enumerate(parts) if part]
    if not in_order:
        order.sort(key=lambda index: Fraction(shares[index]) - parts[index])
    for index in order:
        if left < unit:
            break
        shares[index] += unit
        left -= unit
    if left:
        shares[order[0]] += left
    return shares


def _total_without(shares: Sequence[Decimal], index: int) -> Decimal:
    return sum((*shares[:index], *shares[index + 1 :]), Decimal(0))


def _round_down(part: Fraction, unit: Decimal) -> Decimal:
    return int(part / Fraction(unit)) * unit
