"""Measures and their readings."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from core.card import Card
from core.domain.periods import period_words
from core.domain.words import Labelled
from core.models import AuditedModel
from partnerships.models import InPartnership, Theme
from programmes.models.plan import Plan


class Measure(InPartnership):
    """Something counted to know whether the plan works."""

    class Direction(Labelled):
        """Which way is good."""

        UP = "higher_is_better"
        DOWN = "lower_is_better"
        NONE = "neither"

    class Kind(Labelled):
        """Accountability differs: nobody alone answers for a population measure."""

        PERFORMANCE = "performance"
        POPULATION = "population"

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="measures")
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, blank=True, related_name="measures")
    title = models.CharField(max_length=200)
    definition = models.TextField(blank=True)
    unit = models.CharField(max_length=40)
    kind = models.CharField(max_length=12, choices=Kind.choices(), default=Kind.PERFORMANCE)
    direction = models.CharField(max_length=20, choices=Direction.choices(), default=Direction.UP)
    baseline = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    tolerance = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)

    card = Card(key=("partnership__slug", "reference"), scope="partnership")

    class Meta:
        ordering = ["partnership", "reference"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "reference"], name="programmes_measure_reference")
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"


class Reading(AuditedModel):
    """A measure's target and actual for a quarter, or for a year when no quarter is given (0)."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="readings")
    year = models.PositiveSmallIntegerField(
        "financial year", validators=[MinValueValidator(2000), MaxValueValidator(2100)]
    )
    quarter_number = models.PositiveSmallIntegerField(
        "quarter", default=0, validators=[MaxValueValidator(4)], help_text="0 means the whole year."
    )
    target = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    actual = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    year_end_forecast = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)

    card = Card(
        key=("measure__partnership__slug", "measure__reference", "year", "quarter_number"),
        scope="measure__partnership",
    )

    class Meta:
        ordering = ["measure", "year", "quarter_number"]
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "year", "quarter_number"], name="programmes_reading_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.measure.reference} {period_words(self.year, self.quarter_number)}"
