"""Measures and their readings."""

from __future__ import annotations

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse

from core.card import Card
from core.domain.periods import FinancialYear, period_words
from core.models import AuditedModel
from core.validation import raise_problems
from partnerships.models import InPartnership, Organisation, Theme
from programmes.domain.measures import (
    Direction,
    Frequency,
    Kind,
    MeasureFacts,
    MeasurePeriod,
    PeriodFigure,
    figure_problems,
    rate,
)
from programmes.models.plan import Plan

EXACT = {"max_digits": 16, "decimal_places": 4}


class Measure(InPartnership):
    """Something counted to know whether the plan works. Figures are decimals, exact to four places."""

    Direction = Direction
    Kind = Kind

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="measures")
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, blank=True, related_name="measures")
    owner = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="measures",
        verbose_name="owner organisation",
    )
    title = models.CharField(max_length=200)
    definition = models.TextField(blank=True)
    unit = models.CharField(max_length=40, help_text="For example: homes, %, £, days.")
    kind = models.CharField(
        max_length=12,
        choices=Kind.choices(),
        default=Kind.PERFORMANCE,
        help_text="Somebody answers for a performance measure; nobody alone for a population measure.",
    )
    direction = models.CharField(
        "which way is good", max_length=20, choices=Direction.choices(), default=Direction.UP
    )
    frequency = models.CharField(
        "how often", max_length=10, choices=Frequency.choices(), default=Frequency.QUARTERLY
    )
    days_to_report = models.PositiveSmallIntegerField(
        "days until its figure is owed",
        default=30,
        validators=[MaxValueValidator(730)],
        help_text="After the end of the period. Until then a missing figure is not missing.",
    )
    numerator = models.CharField("what is counted", max_length=200, blank=True)
    denominator = models.CharField("out of what", max_length=200, blank=True)
    per = models.DecimalField(
        "times",
        **EXACT,
        default=Decimal(1),
        validators=[MinValueValidator(Decimal("0.0001"))],
        help_text="What the share is multiplied by: 100 for a percentage, 1,000 for a rate per thousand.",
    )
    data_source = models.CharField("where its figures come from", max_length=200, blank=True)
    baseline = models.DecimalField(**EXACT, null=True, blank=True)
    baseline_when = models.CharField(
        "when the baseline was measured", max_length=60, blank=True, help_text="For example: 2024/25."
    )
    tolerance = models.DecimalField(
        **EXACT,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
        help_text="How far short of its target a figure may be, in the measure's own unit.",
    )

    card = Card(
        key=("partnership__slug", "reference"),
        scope="partnership",
        users=("theme__leads__user",),
        organisations=("owner",),
    )

    class Meta:
        ordering = ["partnership", "reference"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "reference"], name="programmes_measure_reference")
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("programmes:measure", args=[self.partnership.slug, self.reference])

    @property
    def facts(self) -> MeasureFacts:
        """The measure as the rules read it."""
        return MeasureFacts(
            Direction(self.direction), Frequency(self.frequency), self.days_to_report, self.tolerance
        )

    def clean(self) -> None:
        """Plan and theme are the partnership's own; a share has both its halves."""
        super().clean()
        if self.plan_id and self.plan.partnership_id != self.partnership_id:
            raise ValidationError({"plan": "This plan belongs to another partnership."})
        if self.theme and self.theme.partnership_id != self.partnership_id:
            raise ValidationError({"theme": "This theme belongs to another partnership."})
        if bool(self.numerator.strip()) != bool(self.denominator.strip()):
            missing = "denominator" if self.numerator.strip() else "numerator"
            raise ValidationError({missing: "Say both what is counted and out of what, or neither."})


class Reading(AuditedModel):
    """A measure's target and figure for a quarter, or for a year when no quarter is given (0).

    Where numerator and denominator are given, the figure is worked out from them.
    """

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="readings")
    year = models.PositiveSmallIntegerField(
        "financial year", validators=[MinValueValidator(2000), MaxValueValidator(2100)]
    )
    quarter_number = models.PositiveSmallIntegerField(
        "quarter", default=0, validators=[MaxValueValidator(4)], help_text="0 means the whole year."
    )
    target = models.DecimalField(**EXACT, null=True, blank=True)
    tolerance = models.DecimalField(
        **EXACT,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
        help_text="Empty means the measure's own.",
    )
    numerator = models.DecimalField(**EXACT, null=True, blank=True)
    denominator = models.DecimalField(**EXACT, null=True, blank=True)
    actual = models.DecimalField(**EXACT, null=True, blank=True)
    year_end_forecast = models.DecimalField(**EXACT, null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)

    card = Card(
        key=("measure__partnership__slug", "measure__reference", "year", "quarter_number"),
        scope="measure__partnership",
        users=("measure__theme__leads__user",),
        organisations=("measure__owner",),
    )

    class Meta:
        ordering = ["measure", "year", "quarter_number"]
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "year", "quarter_number"],
                name="programmes_reading_once",
                violation_error_message="This measure has figures for that period already. Change those.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.measure.reference} {period_words(self.year, self.quarter_number)}"

    def get_absolute_url(self) -> str:
        """Its line on the measure's page."""
        return f"{self.measure.get_absolute_url()}#{self.period.slug}"

    @property
    def period(self) -> MeasurePeriod:
        """The quarter or the year it is about."""
        return MeasurePeriod(FinancialYear(self.year), self.quarter_number)

    @property
    def figure(self) -> PeriodFigure:
        """The reading as the rules read it."""
        return PeriodFigure(
            self.period, self.actual, self.target, self.tolerance, self.year_end_forecast, self.note
        )

    def clean(self) -> None:
        """The figure is what its halves come to; a yearly measure has no quarters; a period is kept."""
        super().clean()
        stored = type(self).objects.filter(pk=self.pk).first()
        if stored and (stored.year, stored.quarter_number) != (self.year, self.quarter_number):
            raise ValidationError(f"These figures are about {stored.period.label}. Add the other period.")
        if not self.measure_id:
            return
        if self.quarter_number and self.measure.frequency == Frequency.YEARLY:
            raise ValidationError(
                f"{self.measure.reference} is measured once a year. Give the year alone, such as 2026/27."
            )
        per = self.measure.per
        raise_problems(figure_problems(self.actual, self.numerator, self.denominator, per))
        if self.actual is None and self.numerator is not None and self.denominator is not None:
            self.actual = rate(self.numerator, self.denominator, per)
