"""A phase and what it costs, as pages and papers show it: for a year, and for its own time."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from core.domain.money import apportion, pounds
from core.domain.words import counted, listed, number_words
from funding.domain.phase_cost import (
    MONTHS_IN_YEAR,
    AnnualCost,
    LineFacts,
    PeriodCost,
    PostFacts,
    annual_cost,
    cost_of_months,
    cost_of_parts,
)

CAPITAL = "Capital"


@dataclass(frozen=True)
class CostRow:
    """One line of a phase's cost table, for a full year in pounds.

    ``title`` is a post's without its number; ``number``, ``unit_cost`` and ``theme`` are for posts only;
    ``cost`` is None where no paper states it. ``months`` are its own, where it is not paid for as long as
    the phase; ``rule`` names the split it follows, where that is not the phase's.
    """

    label: str
    cost: Decimal | None
    kind: str
    title: str = ""
    number: Decimal | None = None
    unit_cost: Decimal | None = None
    source: str = ""
    theme: str = ""
    months: int | None = None
    rule: str = ""

    @property
    def is_post(self) -> bool:
        return self.number is not None

    @property
    def is_capital(self) -> bool:
        return self.kind == CAPITAL


@dataclass(frozen=True)
class PhaseCost:
    """A phase and what it costs. ``months_charged`` is None when the whole time is charged.

    With ``is_one_sum`` its posts and lines are for the whole phase, not for a year.

    ``period`` is its time as printed, ``url`` where it is shown.
    """

    reference: str
    name: str
    state: str
    period: str
    first: date | None
    last: date | None
    months_charged: int | None
    posts: tuple[CostRow, ...]
    lines: tuple[CostRow, ...]
    url: str = ""
    is_one_sum: bool = False

    @property
    def span(self) -> str:
        """What its posts and lines are for, in words."""
        return "for the whole phase" if self.is_one_sum else "for a year"

    @property
    def cost_heading(self) -> str:
        """The heading over those costs."""
        return "Cost" if self.is_one_sum else "Cost a year"

    @cached_property
    def annual(self) -> AnnualCost:
        return annual_cost(
            [PostFacts(row.label, row.number or Decimal(0), row.unit_cost) for row in self.posts],
            [LineFacts(row.label, row.cost) for row in self.lines],
        )

    @property
    def has_rows(self) -> bool:
        return bool(self.posts or self.lines)

    @cached_property
    def team_total(self) -> Decimal | None:
        """All posts for a year; None while one of them has no stated cost, or there is none."""
        return self.annual.team if self.posts and all(row.cost is not None for row in self.posts) else None

    @cached_property
    def total(self) -> Decimal | None:
        """Posts and lines for a year; None while any has no stated cost, or there is nothing."""
        return self.annual.total if self.has_rows else None

    @property
    def months(self) -> int | None:
        """The months its dates span, first and last counted in full."""
        if self.first is None or self.last is None:
            return None
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1

    @property
    def charged(self) -> int | None:
        return self.months_charged or self.months

    @cached_property
    def cost(self) -> Decimal | None:
        """What the phase costs for its own time: the year's cost for the months charged."""
        charged = self.charged
        if self.total is None or charged is None or self.is_one_sum:
            return self.total
        return cost_of_parts((row.cost or Decimal(0), row.months or charged) for row in self.rows)

    @cached_property
    def rows(self) -> tuple[CostRow, ...]:
        """Posts, then other lines."""
        return (*self.posts, *self.lines)

    @cached_property
    def for_its_time(self) -> tuple[Decimal, ...] | None:
        """Each row's cost for the phase's own time, to the penny; they add up to ``cost``. None with it."""
        charged = self.charged
        if self.cost is None:
            return None
        if charged is None or self.is_one_sum:
            return tuple(row.cost or Decimal(0) for row in self.rows)
        weights = [Fraction(row.cost or 0) * (row.months or charged) for row in self.rows]
        return tuple(apportion(self.cost, weights) if any(weights) else [Decimal(0)] * len(weights))

    @cached_property
    def capital(self) -> Decimal:
        """Capital lines, for the same span as the total. All else is revenue."""
        return sum((row.cost or Decimal(0) for row in self.lines if row.is_capital), Decimal(0))

    @property
    def kinds_words(self) -> str:
        """How much of the total is capital and how much revenue; empty when there is no capital."""
        if self.total is None or not self.capital:
            return ""
        return f"Of this {pounds(self.capital)} is capital and {pounds(self.total - self.capital)} revenue."

    @cached_property
    def working(self) -> str:
        """Where the cost comes from, and what it would be for the months its dates span."""
        if self.total is None:
            return f"{self.annual.wording}." if self.has_rows else "No costs are recorded."
        if self.is_one_sum:
            return f"{pounds(self.total)} for the whole phase."
        if self.charged is None:
            return f"{pounds(self.total)} for a year; the phase has no dates."
        own_months_rows = [row for row in self.rows if row.months not in (None, self.charged)]
        if own_months_rows:
            words = listed(
                [f"{row.label} for {counted(row.months or 0, 'month')}" for row in own_months_rows]
            )
            rest = counted(self.charged, "month")
            return f"{words}, all else for {rest} of a year's cost: {pounds(self.cost or Decimal(0))}."
        words = f"{PeriodCost(self.total, self.charged).wording}."
        if self.charged == MONTHS_IN_YEAR:
            words = f"{pounds(self.total)} for twelve months."
        if self.months is None or self.months == self.charged:
            return words
        full = cost_of_months(self.total, self.months)
        gap = full - cost_of_months(self.total, self.charged)
        return (
            f"{words} By its dates the phase lasts {number_words(self.months)} months, not "
            f"{number_words(self.charged)}: that would cost {pounds(full)}, {pounds(abs(gap))} "
            f"{'more' if gap > 0 else 'less'}."
        )
