"""How an amount is divided, as somebody stated it: the parties, on what basis, how it is rounded."""

from dataclasses import dataclass
from decimal import Decimal

from core.domain.money import PENNY
from core.domain.words import Labelled


class Basis(Labelled):
    """How one party's share is worked out."""

    WEIGHT = "weight"
    PERCENT = "percent"
    EQUAL = "equal"
    FIXED = "fixed"
    PER_UNIT = "per_unit"
    REMAINDER = "remainder"

    @property
    def label(self) -> str:
        return "So much for each unit" if self is Basis.PER_UNIT else super().label


class RemainderRule(Labelled):
    """Who takes the pennies or pounds that rounding leaves over."""

    NAMED_PARTY = "named_party"
    LARGEST_REMAINDER = "largest_remainder"
    FIRST_IN_ORDER = "first_in_order"


@dataclass(frozen=True)
class Party:
    """One line of a split: who, and on what basis.

    ``value`` is the weight, the percentage (62.5), the fixed amount or the price of one unit in pounds;
    equal and remainder shares have none. ``units`` is how many units are paid for. ``ceiling`` is the most
    the party pays, in pounds. ``members`` divide the share of a group among themselves; ``count`` says
    that the party stands for so many unnamed ones which all pay the same. ``code`` is the organisation's
    reference: of two equal claims to a penny the lower code's comes first.
    """

    name: str
    basis: Basis
    value: Decimal | None = None
    members: tuple["Party", ...] = ()
    count: int = 1
    code: str = ""
    units: Decimal | None = None
    ceiling: Decimal | None = None

    @property
    def is_known(self) -> bool:
        """Whether its amount is stated, and not worked out from the total."""
        return self.basis in (Basis.FIXED, Basis.PER_UNIT)


@dataclass(frozen=True)
class SplitRule:
    """How an amount is divided. ``unit`` is what shares are rounded to, in pounds."""

    parties: tuple[Party, ...]
    unit: Decimal = PENNY
    remainder: RemainderRule = RemainderRule.LARGEST_REMAINDER
    remainder_to: str = ""
