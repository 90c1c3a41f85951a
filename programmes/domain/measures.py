"""Measures: how a figure stands against its target, and when a figure is owed at all.

What is happening now and what the year will end with are two answers: a measure may be behind its
target today and still be expected to meet it, and the other way round. A figure nobody owes yet is
neither good nor bad, so a yearly measure has no status in May.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Self

from core.domain.numbers import plain_decimal
from core.domain.periods import FinancialYear, Quarter
from core.domain.problems import Problem
from core.domain.words import NOT_STATED, Labelled, day_words

PLACES = Decimal("0.0001")
LARGEST = Decimal(10) ** 12


class Direction(Labelled):
    """Which way is good."""

    UP = "higher_is_better"
    DOWN = "lower_is_better"
    NONE = "neither"


class Kind(Labelled):
    """Accountability differs: nobody alone answers for a population measure."""

    PERFORMANCE = "performance"
    POPULATION = "population"


class Frequency(Labelled):
    """How often there is a figure."""

    QUARTERLY = "quarterly"
    YEARLY = "yearly"


class MeasureStatus(Labelled):
    """How a measure stands, worst first."""

    OFF_TARGET = "off_target"
    WITHIN_TOLERANCE = "within_tolerance"
    ON_TARGET = "on_target"
    NO_FIGURE = "no_figure"
    NOT_DUE = "not_due_yet"
    NO_TARGET = "no_target"
    NOT_JUDGED = "for_information"


@dataclass(frozen=True, order=True)
class MeasurePeriod:
    """A quarter of a financial year, or the whole of it where ``number`` is 0."""

    year: FinancialYear
    number: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "Q1 2026/27", "2026-27-q1", "2026/27" or "2026-27".

        Raises ValueError with a sentence when it is neither a quarter nor a year.
        """
        if "q" in text.lower():
            quarter = Quarter.parse(text)
            return cls(quarter.year, quarter.number)
        return cls(FinancialYear.parse(text), 0)

    @classmethod
    def of(cls, day: date, frequency: Frequency) -> Self:
        """The period a day falls in."""
        if frequency is Frequency.YEARLY:
            return cls(FinancialYear.of(day), 0)
        quarter = Quarter.of(day)
        return cls(quarter.year, quarter.number)

    @property
    def _span(self) -> Quarter | FinancialYear:
        return Quarter(self.year, self.number) if self.number else self.year

    @property
    def last_day(self) -> date:
        return self._span.last_day

    @property
    def label(self) -> str:
        return self._span.label

    @property
    def slug(self) -> str:
        """The period in an address: "2026-27-q1", "2026-27"."""
        return self._span.slug

    def previous(self) -> "MeasurePeriod":
        """The one before it, of the same length."""
        if not self.number:
            return MeasurePeriod(self.year.previous(), 0)
        quarter = Quarter(self.year, self.number).previous()
        return MeasurePeriod(quarter.year, quarter.number)

    def a_year_before(self) -> "MeasurePeriod":
        """The same quarter of the year before, or that year."""
        return MeasurePeriod(self.year.previous(), self.number)

    def __str__(self) -> str:
        return self.label


@dataclass(frozen=True)
class PeriodFigure:
    """What is known of a measure for one period. ``tolerance`` is in the measure's own unit, not a share."""

    period: MeasurePeriod
    value: Decimal | None = None
    target: Decimal | None = None
    tolerance: Decimal | None = None
    forecast: Decimal | None = None
    note: str = ""


@dataclass(frozen=True)
class MeasureFacts:
    """What the rules need of a measure. ``days`` pass after a period's end before its figure is owed."""

    direction: Direction
    frequency: Frequency
    days: int
    tolerance: Decimal | None = None


@dataclass(frozen=True)
class MeasureStanding:
    """Where a measure stands on a day: the period shown, its figure, and both statuses.

    ``now`` compares the figure with the period's target; ``year_end`` the forecast with the year's
    target, None where nobody gave a forecast. ``before`` and ``year_before`` have a figure, or are None.
    """

    figure: PeriodFigure
    now: MeasureStatus
    year_target: Decimal | None
    forecast: Decimal | None
    year_end: MeasureStatus | None
    before: PeriodFigure | None
    year_before: PeriodFigure | None


def judged(
    value: Decimal, target: Decimal | None, tolerance: Decimal | None, direction: Direction
) -> MeasureStatus:
    """How a figure stands against a target; exactly at the edge of the tolerance is within it."""
    if direction is Direction.NONE:
        return MeasureStatus.NOT_JUDGED
    if target is None:
        return MeasureStatus.NO_TARGET
    short = target - value if direction is Direction.UP else value - target
    if short <= 0:
        return MeasureStatus.ON_TARGET
    return MeasureStatus.WITHIN_TOLERANCE if short <= (tolerance or 0) else MeasureStatus.OFF_TARGET


def status_of_figure(figure: PeriodFigure, facts: MeasureFacts, today: date) -> MeasureStatus:
    """How one period stands. Without a figure it is only missing once it is owed."""
    if figure.value is None:
        owed = today > owed_until(figure.period, facts)
        return MeasureStatus.NO_FIGURE if owed else MeasureStatus.NOT_DUE
    return judged(figure.value, figure.target, tolerance_of(figure, facts), facts.direction)


def tolerance_of(figure: PeriodFigure, facts: MeasureFacts) -> Decimal | None:
    """The period's own tolerance, else the measure's."""
    return figure.tolerance if figure.tolerance is not None else facts.tolerance


def owed_until(period: MeasurePeriod, facts: MeasureFacts) -> date:
    """The last day on which a period's figure is not yet missing."""
    return period.last_day + timedelta(days=facts.days)


def standing(figures: Iterable[PeriodFigure], facts: MeasureFacts, today: date) -> MeasureStanding:
    """Where a measure stands on a day, from all that is known of it.

    Shown is the latest period that has a figure, or a later one whose figure is owed and missing;
    without any figure, the first one to come. Periods before the first known one are not owed.
    """
    known = {figure.period: figure for figure in figures}
    period = _shown(known, facts, today)
    figure = known.get(period, PeriodFigure(period))
    target = year_target(known, period.year)
    forecast = _forecast(known, period.year)
    return MeasureStanding(
        figure=figure,
        now=status_of_figure(figure, facts, today),
        year_target=target,
        forecast=forecast,
        year_end=None
        if forecast is None
        else judged(forecast, target, tolerance_of(_year_end(known, period.year), facts), facts.direction),
        before=_with_value(known.get(period.previous())),
        year_before=_with_value(known.get(period.a_year_before())),
    )


def year_target(known: Mapping[MeasurePeriod, PeriodFigure], year: FinancialYear) -> Decimal | None:
    """The target a year should end with: the year's own, else that of its last quarter."""
    return _year_end(known, year).target


def travel(now: PeriodFigure, before: PeriodFigure | None, direction: Direction) -> str:
    """Which way a figure went since another period, in words: "better than Q4 2025/26"; "" when unknown."""
    if before is None or before.value is None or now.value is None:
        return ""
    if now.value == before.value:
        return f"the same as in {before.period.label}"
    rose = now.value > before.value
    if direction is Direction.NONE:
        return f"{'higher' if rose else 'lower'} than in {before.period.label}"
    return f"{'better' if rose == (direction is Direction.UP) else 'worse'} than in {before.period.label}"


def rate(numerator: Decimal, denominator: Decimal, per: Decimal) -> Decimal:
    """A numerator over its denominator times ``per`` (100 for a percentage), to four places, half up.

    figure_problems says whether they can be divided; without asking it first, a denominator of zero raises
    decimal.DivisionByZero.
    """
    return (numerator * per / denominator).quantize(PLACES, ROUND_HALF_UP)


def figure_problems(
    value: Decimal | None, numerator: Decimal | None, denominator: Decimal | None, per: Decimal
) -> list[Problem]:
    """Why the parts of a figure do not belong together. A figure may be printed with fewer places."""
    if (numerator is None) != (denominator is None):
        missing = "numerator" if numerator is None else "denominator"
        return [Problem(missing, "required", "Give both the numerator and the denominator, or neither.")]
    if numerator is None or denominator is None:
        return []
    if denominator <= 0:
        return [Problem("denominator", "not_positive", "The denominator must be more than nought.")]
    if abs(numerator * per / denominator) >= LARGEST:
        return [Problem("numerator", "too_large", "This comes to more than a figure can hold.")]
    worked = rate(numerator, denominator, per)
    if value is None or value == worked:
        return []
    exponent = value.normalize().as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    if worked.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) == value:
        return []
    parts = f"{plain_decimal(numerator)} over {plain_decimal(denominator)} comes to {plain_decimal(worked)}"
    sentence = f"{parts}, not {plain_decimal(value)}. Leave the figure empty to have it worked out."
    return [Problem("actual", "differs", sentence)]


def with_unit(value: Decimal | None, unit: str) -> str:
    """A figure with its unit: "58.5%", "£1,204", "12 homes"; "Not stated" without one."""
    if value is None:
        return NOT_STATED
    if unit == "%":
        return f"{plain_decimal(value)}%"
    return f"£{plain_decimal(value)}" if unit == "£" else f"{plain_decimal(value)} {unit}"


def owed_words(figure: PeriodFigure, status: MeasureStatus, facts: MeasureFacts) -> str:
    """When a figure is due, or that it is missing, for a period without one; "" with one."""
    if status is MeasureStatus.NOT_DUE:
        often = "Due once a year," if facts.frequency is Frequency.YEARLY else "Due"
        return f"{often} by {day_words(owed_until(figure.period, facts))}"
    if status is MeasureStatus.NO_FIGURE:
        return f"It was due by {day_words(owed_until(figure.period, facts))}"
    return ""


def _shown(known: Mapping[MeasurePeriod, PeriodFigure], facts: MeasureFacts, today: date) -> MeasurePeriod:
    of_length = [
        period for period in known if bool(period.number) == (facts.frequency is Frequency.QUARTERLY)
    ]
    with_value = [period for period in of_length if known[period].value is not None]
    running = MeasurePeriod.of(today, facts.frequency)
    owed = running
    while owed_until(owed, facts) >= today:
        owed = owed.previous()
    if of_length and owed >= min(of_length):
        return max([owed, *with_value])
    return max(with_value) if with_value else min(of_length, default=running)


def _year_end(known: Mapping[MeasurePeriod, PeriodFigure], year: FinancialYear) -> PeriodFigure:
    whole = known.get(MeasurePeriod(year, 0))
    if whole and whole.target is not None:
        return whole
    return known.get(MeasurePeriod(year, 4)) or whole or PeriodFigure(MeasurePeriod(year, 0))


def _forecast(known: Mapping[MeasurePeriod, PeriodFigure], year: FinancialYear) -> Decimal | None:
    """The latest forecast anybody gave in the year; one for the whole year counts first."""
    forecasts = [
        figure for figure in known.values() if figure.period.year == year and figure.forecast is not None
    ]
    latest = max(forecasts, key=lambda figure: figure.period.number or 5, default=None)
    return latest.forecast if latest else None


def _with_value(figure: PeriodFigure | None) -> PeriodFigure | None:
    return figure if figure and figure.value is not None else None
