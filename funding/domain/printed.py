"""A printed figure beside what the record computes, with the difference in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.domain.money import POUND, pounds
from core.domain.words import listed
from funding.domain.print_rounding import PrintRounding, printed_as
from funding.domain.stated import StatedFacts, Unit

THOUSAND = Decimal(1000)
WAYS = {
    (PrintRounding.TRUNCATED, POUND): "pence left off",
    (PrintRounding.HALF_UP, POUND): "rounded to the nearest pound",
}
# What a paper itself calls estimated, or in the region of something, may be rounded more coarsely.
COARSE_WAYS = {
    (PrintRounding.HALF_UP, THOUSAND): f"rounded to the nearest {pounds(THOUSAND)}",
    (PrintRounding.UP, THOUSAND): f"rounded up to the next {pounds(THOUSAND)}",
}


@dataclass(frozen=True)
class Computed:
    """One value the record gives for a named figure.

    ``by`` names the option that gives it; ``of`` is the base of a percentage, in words.
    """

    value: Decimal
    by: str = ""
    of: str = ""


@dataclass(frozen=True)
class PrintedComparison:
    """One printed figure, the record's own for it, and what lies between them.

    ``computed`` names options only where they differ.
    """

    paper: str
    stated: StatedFacts
    computed: tuple[Computed, ...]

    @property
    def printed(self) -> str:
        return self.stated.wording or words(self.stated.value, self.stated.unit)

    @property
    def record(self) -> str:
        """What the record computes, by option where they differ."""
        if not self.computed:
            return "Not computed"
        return listed(
            [_named(words(computed.value, self.stated.unit), computed) for computed in self.computed]
        )

    @property
    def difference(self) -> str:
        """How the printed figure departs, with the rounding that explains it."""
        if not self.computed:
            return "Nothing to compare with"
        return listed([_named(self._apart(computed), computed) for computed in self.computed])

    def _apart(self, computed: Computed) -> str:
        gap = self.stated.value - computed.value
        if not gap:
            return "None"
        way = "more" if gap > 0 else "less"
        if self.stated.unit is Unit.PERCENT:
            return f"{abs(gap).normalize():f} points {way}"
        apart = f"{words(abs(gap), self.stated.unit)} {way} printed"
        if self.stated.unit is not Unit.MONEY:
            return apart
        value = self.stated.value
        ways = WAYS | COARSE_WAYS if self.stated.is_qualified else WAYS
        rounded = [
            wording
            for (how, unit), wording in ways.items()
            if printed_as(computed.value, how, unit).printed == value
        ]
        return f"{apart}, {rounded[0]}" if rounded else apart


def words(value: Decimal, unit: Unit) -> str:
    """A value with its unit: "£94,000", "40%", "6 months", "4"."""
    plain = f"{value.normalize():,f}"
    if unit is Unit.MONEY:
        return pounds(value)
    if unit is Unit.PERCENT:
        return f"{plain}%"
    if unit is Unit.MONTHS:
        return f"{plain} {'month' if value == 1 else 'months'}"
    return plain


def beside(paper: str, stated: StatedFacts, computed: Sequence[Computed]) -> PrintedComparison:
    """Put a printed figure beside the record's; a value several options share stands once."""
    merged: list[Computed] = []
    for of in dict.fromkeys(figure.of for figure in computed):
        values: dict[Decimal, list[str]] = {}
        for figure in computed:
            if figure.of == of:
                values.setdefault(figure.value, []).append(figure.by)
        several = len(values) > 1
        merged += [Computed(value, listed(by) if several else "", of) for value, by in values.items()]
    return PrintedComparison(paper, stated, tuple(merged))


def _named(text: str, computed: Computed) -> str:
    named = f"{text} {computed.of}" if computed.of else text
    return f"{named} ({computed.by})" if computed.by else named
