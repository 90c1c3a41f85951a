"""What a phase costs: its posts and other lines for a year, and for the months it runs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from core.domain.money import PENNY, pounds, round_half_up
from core.domain.periods import months_between
from core.domain.problems import Problem
from core.domain.words import counted, day_words, listed

MONTHS_IN_YEAR = 12


@dataclass(frozen=True)
class PostFacts:
    """Posts of one kind. ``unit_cost`` is one post for a year with on-costs, in pounds.

    None is a cost the papers do not state. It stays unstated: sharing a printed total over
    the posts would invent seven numbers nobody has agreed to.
    """

    title: str
    count: Decimal
    unit_cost: Decimal | None

    @property
    def cost(self) -> Decimal | None:
        return None if self.unit_cost is None else round_half_up(self.count * self.unit_cost, PENNY)


@dataclass(frozen=True)
class LineFacts:
    """Any other cost of a phase for a year, in pounds; None when it is not stated."""

    title: str
    cost: Decimal | None


@dataclass(frozen=True)
class AnnualCost:
    """A phase's cost for a full year.

    ``stated`` adds up what has a price; ``unpriced`` names what has none.
    """

    team: Decimal
    other: Decimal
    unpriced: tuple[str, ...]

    @property
    def stated(self) -> Decimal:
        return self.team + self.other

    @property
    def total(self) -> Decimal | None:
        """The cost of the whole phase; None while any part of it has no price."""
        return None if self.unpriced else self.stated

    @property
    def wording(self) -> str:
        if not self.unpriced:
            return f"{pounds(self.stated)} a year"
        return f"Not stated: no cost is given for {listed(self.unpriced)}"


@dataclass(frozen=True)
class PeriodCost:
    """What a phase costs from one month to another, and the sum it comes from."""

    annual: Decimal
    months: int

    @property
    def amount(self) -> Decimal:
        return cost_of_months(self.annual, self.months)

    @property
    def wording(self) -> str:
        """The sum as a councillor can check it: "7 of 12 months of £140,323, £81,855.08"."""
        if self.months <= MONTHS_IN_YEAR:
            return f"{self.months} of 12 months of {pounds(self.annual)}, {pounds(self.amount)}"
        months = counted(self.months, "month")
        return f"{months} at {pounds(self.annual)} for 12, {pounds(self.amount)}"


def annual_cost(posts: Sequence[PostFacts], lines: Sequence[LineFacts]) -> AnnualCost:
    """Add up a year of a phase, keeping what has no printed price apart from what has."""
    priced: list[PostFacts | LineFacts] = [*posts, *lines]
    return AnnualCost(
        team=_total(post.cost for post in posts),
        other=_total(line.cost for line in lines),
        unpriced=tuple(item.title for item in priced if item.cost is None),
    )


def months_paid(
    starts_on: date | None, months: int | None, first: date | None, last: date | None
) -> int | None:
    """The months one post is paid for: those said, else from its start until the phase ends.

    None when neither is known: then the phase's own months count. A start on the phase's first day is
    the phase's own time.
    """
    if months is not None or starts_on is None or last is None or starts_on == first:
        return months
    return months_between(starts_on, last)


def start_problems(starts_on: date | None, first: date | None, last: date | None) -> list[Problem]:
    """Why a post cannot be filled from a day: the phase has not begun, or is over."""
    if starts_on is None:
        return []
    if first is not None and starts_on < first:
        words = f"The post cannot be filled before the phase starts on {day_words(first)}."
        return [Problem("starts_on", "before", words)]
    if last is not None and starts_on > last:
        return [Problem("starts_on", "after", f"The phase ends on {day_words(last)}, before this day.")]
    return []


def cost_of_months(annual: Decimal, months: int) -> Decimal:
    """So many twelfths of a year's cost, to the penny half up."""
    return cost_of_parts([(annual, months)])


def cost_of_parts(parts: Iterable[tuple[Decimal, int]]) -> Decimal:
    """Yearly costs each for its own months, added up and only then rounded to the penny, half up."""
    exact = sum((Fraction(annual) * months for annual, months in parts), Fraction(0))
    return round_half_up(exact / MONTHS_IN_YEAR, PENNY)


def funding_balance(cost: Decimal, funding: Decimal) -> str:
    """Cost and funding compared in one sentence, which is shown even when they agree."""
    if funding == cost:
        return f"Funding of {pounds(funding)} meets the cost exactly."
    gap = f"{pounds(abs(funding - cost))} {'more' if funding > cost else 'less'}"
    return f"Funding of {pounds(funding)} is {gap} than the cost of {pounds(cost)}."


def _total(costs: Iterable[Decimal | None]) -> Decimal:
    return sum((cost for cost in costs if cost is not None), Decimal(0))
