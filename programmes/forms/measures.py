"""Forms of measures and their figures."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from core.form_fields import ExactField
from core.forms import AuditedForm
from partnerships.models import Organisation, Partnership, Theme
from programmes.domain.measures import MeasurePeriod
from programmes.models import Measure, Plan, Reading


class PeriodField(forms.CharField):
    """Takes "Q1 2026/27" or "2026/27"; gives a MeasurePeriod."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", 30)
        super().__init__(**options)

    def to_python(self, value: Any) -> Any:
        """The period; a sentence when the words are none."""
        text = super().to_python(value) or ""
        try:
            return MeasurePeriod.parse(text) if text else None
        except ValueError as reason:
            raise ValidationError(str(reason), code="period") from reason

    def run_validators(self, value: Any) -> None:
        """A period has no length."""


class MeasureForm(AuditedForm):
    """What a measure is. Its figures and targets have a form of their own."""

    per = ExactField(label="Times", initial="1", help_text=Measure._meta.get_field("per").help_text)
    baseline = ExactField(label="Baseline", required=False)
    tolerance = ExactField(
        label="Tolerance", required=False, help_text=Measure._meta.get_field("tolerance").help_text
    )

    class Meta:
        model = Measure
        fields = (
            "plan",
            "theme",
            "owner",
            "title",
            "definition",
            "unit",
            "kind",
            "direction",
            "frequency",
            "days_to_report",
            "numerator",
            "denominator",
            "per",
            "data_source",
            "baseline",
            "baseline_when",
            "tolerance",
        )
        labels = {"title": "What is measured"}

    def __init__(self, *args: Any, partnership: Partnership, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["baseline_when"].conditional = True  # type: ignore[attr-defined]
        plans = Plan.objects.live().filter(partnership=partnership)
        if len(plans) == 1:
            self.instance.plan = plans[0]
            del self.fields["plan"]
        else:
            self._offer("plan", plans)
        self._offer("theme", Theme.objects.live().filter(theme_set__plans__in=plans).distinct())
        members = Q(memberships__partnership=partnership) | Q(pk=self.instance.owner_id)
        self._offer("owner", Organisation.objects.live().filter(members).distinct())

    def _offer(self, name: str, rows: Any) -> None:
        self.fields[name].queryset = rows  # type: ignore[attr-defined]


class ReadingForm(AuditedForm):
    """A period's target and figure. The figure may be left to its numerator and denominator."""

    FIGURES = ("target", "tolerance", "numerator", "denominator", "actual", "year_end_forecast")

    target = ExactField(label="Target", required=False)
    tolerance = ExactField(label="Tolerance", required=False, help_text="Empty means the measure's own.")
    numerator = ExactField(label="Numerator", required=False)
    denominator = ExactField(label="Denominator", required=False)
    actual = ExactField(label="Figure", required=False, help_text="Empty until it is known.")
    year_end_forecast = ExactField(
        label="Forecast for the year's end",
        required=False,
        help_text="What you expect the year to end with. It has a status of its own.",
    )

    class Meta:
        model = Reading
        fields = ("target", "tolerance", "numerator", "denominator", "actual", "year_end_forecast", "note")

    field_order: tuple[str, ...] = (*FIGURES, "note")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        measure = self.instance.measure
        if measure.denominator:
            self.fields["numerator"].label = f"Numerator: {measure.numerator}"
            self.fields["denominator"].label = f"Denominator: {measure.denominator}"
            self.fields["actual"].help_text = "Leave it empty to have it worked out."
        else:
            del self.fields["numerator"], self.fields["denominator"]


class NewReadingForm(ReadingForm):
    """The same, for a period not yet known."""

    period = PeriodField(
        label="Period",
        help_text="For example, Q1 2026/27, or 2026/27 for a whole year.",
        error_messages={"required": "Say which quarter or year the figures are about."},
    )

    field_order = ("period", *ReadingForm.field_order)

    def _post_clean(self) -> None:
        """Put the period on the row before its own rules look at it."""
        period = self.cleaned_data.get("period")
        if period:
            self.instance.year, self.instance.quarter_number = period.year.start, period.number
            super()._post_clean()

    def _get_validation_exclusions(self) -> set[str]:
        """The period's columns are checked too: a second row for one period is refused in words."""
        excluded: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return excluded - {"measure", "year", "quarter_number"}
