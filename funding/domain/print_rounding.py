"""An amount rounded for print, and what rounding did to it."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_HALF_UP, Decimal

from core.domain.money import POUND, pounds
from core.domain.words import Labelled


class PrintRounding(Labelled):
    """Which way an amount was rounded for print."""

    EXACT = "exact"
    HALF_UP = "half_up"
    TRUNCATED = "truncated"
    UP = "up"


_MODES = {
    PrintRounding.HALF_UP: ROUND_HALF_UP,
    PrintRounding.TRUNCATED: ROUND_DOWN,
    PrintRounding.UP: ROUND_CEILING,
}


@dataclass(frozen=True)
class Printed:
    """An amount as it is printed, and how far that is from the amount itself."""

    exact: Decimal
    printed: Decimal
    rounding: PrintRounding
    unit: Decimal

    @property
    def difference(self) -> Decimal:
        """Pounds printed above the exact amount; negative when less is printed."""
        return self.printed - self.exact

    @property
    def wording(self) -> str:
        """The printed amount, with what rounding did to it whenever it did anything."""
        if not self.difference:
            return pounds(self.printed)
        how = {
            PrintRounding.HALF_UP: f"rounded to the nearest {pounds(self.unit)}",
            PrintRounding.TRUNCATED: f"rounded down to {pounds(self.unit)}s"
            if self.unit != POUND
            else "pence left off",
            PrintRounding.UP: f"rounded up to the next {pounds(self.unit)}",
        }[self.rounding]
        way = "more" if self.difference > 0 else "less"
        return (
            f"{pounds(self.printed)} ({how}: {pounds(abs(self.difference))} {way} than {pounds(self.exact)})"
        )


def printed_as(amount: Decimal, rounding: PrintRounding, unit: Decimal = POUND) -> Printed:
    """An amount rounded for print by a named rule, to whole units of so many pounds."""
    if rounding is PrintRounding.EXACT:
        return Printed(amount, amount, rounding, unit)
    units = (amount / unit).quantize(Decimal(1), _MODES[rounding])
    return Printed(amount, units * unit, rounding, unit)
