"""Money in pounds and exact shares of it; never a float."""

import math
import re
from collections.abc import Sequence
from decimal import MAX_PREC, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

PENNY = Decimal("0.01")
POUND = Decimal(1)
EXACT = Context(prec=MAX_PREC)  # an amount has as many digits as it has
LOOK_ALIKES = {"O": "a nought", "o": "a nought", "l": "a one", "I": "a one", "S": "a five"}
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


def pct_of_count(part: int, whole: int, places: int = 0) -> str:
    """A count as a percentage of another, half up, but never all while one is missing and none only of none.

    "over 99%" and "under 1%" stand where rounding would say otherwise. Raises ValueError as pct does.
    """
    rounded, step = pct(part, whole, places), Decimal(1).scaleb(-places)
    if part < whole and rounded == pct(1, 1, places):
        return f"over {100 - step}%"
    return f"under {step}%" if part and rounded == pct(0, 1, places) else rounded


def round_half_up(amount: Decimal | Fraction, unit: Decimal) -> Decimal:
    """The nearest whole number of units, halves going away from nought."""
    if isinstance(amount, Decimal) and unit in (PENNY, POUND):
        rounded = amount.quantize(unit, ROUND_HALF_UP, EXACT)
        return rounded or abs(rounded)  # there is no nought below nought
    return _round_fraction(Fraction(amount), unit)


def apportion(
    total: Decimal,
    weights: Sequence[Decimal | Fraction | int],
    unit: Decimal = PENNY,
    remainder_to: int | None = None,
    in_order: bool = False,
) -> list[Decimal]:
    """Divide an amount by weights into shares that add up to it exactly.

    Every share but one is a whole number of ``unit``; who takes what is left says ``apportion_pence``.
    A weight of nought never pays. A negative total (a repayment) is divided like the positive one.
    Raises ValueError when there is nobody to share with or a weight is below nought.
    """
    if any(weight < 0 for weight in weights):
        raise ValueError("A share cannot have a weight below nought.")
    exact = [Fraction(weight) for weight in weights]
    whole = sum(exact, Fraction(0))
    if whole == 0:
        raise ValueError("There is nobody to share this between. Give at least one party a weight.")
    pence, base = in_pence(abs(total)), math.lcm(*(part.denominator for part in exact))
    parts = [int(part * base) * pence for part in exact]
    shares = apportion_pence(pence, parts, int(whole * base), in_pence(unit), remainder_to, in_order)
    return [from_pence(-share if total < 0 else share) for share in shares]


def apportion_pence(
    total: int,
    parts: Sequence[int],
    base: int,
    unit: int = 1,
    remainder_to: int | None = None,
    in_order: bool = False,
    ranks: Sequence[int] | None = None,
) -> list[int]:
    """The same in whole pence, for speed: exact shares are ``parts`` over ``base``, and add up to the total.

    With ``remainder_to`` (an index) the other shares are rounded half up and that party takes what is
    left, whichever way it falls; when half-up rounding would push it below nought, the others are rounded
    down. Without it shares are rounded down and the units left over go, one each, to the largest fractions
    (of equals the one with the lower of ``ranks``, else the earlier), or with ``in_order`` simply to the
    first in the list; what is less than one unit joins the first of those.
    """
    size = unit * base
    if remainder_to is not None:
        shares = [(2 * part + size) // (2 * size) * unit for part in parts]
        rest = total - sum(shares) + shares[remainder_to]
        if rest < 0:
            shares = [part // size * unit for part in parts]
            rest = total - sum(shares) + shares[remainder_to]
        shares[remainder_to] = rest
        return shares
    shares = [part // size * unit for part in parts]
    left = total - sum(shares)
    if left:
        _hand_out(shares, left, unit, _takers(parts, size, in_order, ranks))
    return shares


def _takers(parts: Sequence[int], size: int, in_order: bool, ranks: Sequence[int] | None) -> list[int]:
    """Who takes a unit of what is left, in turn."""
    takers = [index for index, part in enumerate(parts) if part]
    if not in_order:
        order = ranks or range(len(parts))
        takers.sort(key=lambda index: (-(parts[index] % size), order[index]))
    return takers


def _hand_out(shares: list[int], left: int, unit: int, takers: Sequence[int]) -> None:
    for index in takers:
        if left < unit:
            break
        shares[index] += unit
        left -= unit
    if left:
        shares[takers[0]] += left


def in_pence(amount: Decimal) -> int:
    """An amount as whole pence, half up."""
    return int(round_half_up(amount, PENNY).scaleb(2))


def from_pence(pence: int) -> Decimal:
    """Whole pence as an amount in pounds."""
    return Decimal(pence).scaleb(-2)


def parse_money(text: str) -> Decimal:
    """Read an amount as people type or paste it: "£357,747", "70161.50", "-500".

    Spaces of every kind may stand in it. Raises ValueError with a sentence for anything else: words, three
    decimals, a letter between the digits, signs that a wrong encoding has spoilt, or commas in the wrong
    places, which are more often a slip than a style.
    """
    words = text.strip()
    match = AMOUNT_PATTERN.fullmatch("".join(words.split()))
    if match is None or (match[1] and match[2]):
        raise ValueError(
            f'"{words}" is not an amount of money. {_hint(words)}Write it like £1,250 or 1250.50.'
        )
    amount = Decimal(match[3].replace(",", "") + (match[4] or ""))
    return -amount if match[1] or match[2] else amount


def _hint(words: str) -> str:
    """What went wrong, where it can be told."""
    if "Â" in words:
        return "It holds a stray Â, as text does that was copied out of a wrongly read file. "
    letters = [letter for letter in words if letter in LOOK_ALIKES]
    if letters and any(figure.isdigit() for figure in words):
        letter, meant = letters[0], LOOK_ALIKES[letters[0]]
        return f"It has the letter {letter} where {meant} may be meant. "
    return ""


def _round_fraction(value: Fraction, unit: Decimal) -> Decimal:
    units = abs(value) / Fraction(unit)
    whole = int(units + Fraction(1, 2))
    return (whole if value >= 0 else -whole) * unit
