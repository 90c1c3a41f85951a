"""Measures: all of them, one with its figures, entering a figure, changing what is measured."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.generic import View

from core.blocks import BlockContext, Table
from core.domain.words import NOT_STATED, sentence_case
from core.downloads import TABLE_KINDS, must_be_table, table_download
from core.permissions import Verb
from core.tables import Column, Row
from core.views import AddPage, DetailPage, EditPage, HistoryPage, ListPage
from partnerships.views import InPartnershipPage
from programmes import blocks, queries, services
from programmes.domain.measures import (
    MeasurePeriod,
    MeasureStatus,
    owed_words,
    tolerance_of,
    travel,
    with_unit,
)
from programmes.drawing import bullet
from programmes.forms.measures import MeasureForm, NewReadingForm, ReadingForm
from programmes.models import Measure, Reading

FIGURES = (
    Column("Period", "date"),
    Column("Target", "num"),
    Column("Tolerance", "num"),
    Column("Figure", "num"),
    Column("Status"),
    Column("Forecast for the year's end", "num"),
    Column("Note"),
)


class MeasureList(InPartnershipPage, ListPage):
    """Every measure with its figure of today and what its year is expected to end with."""

    model = Measure

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """One line each, drawn by the block that reports insert."""
        measures = queries.measure_standings(kwargs["page"].object_list, timezone.localdate())
        here, may_add = self.request.path, self.may(Verb.ADD, self.partnership)
        return super().get_context_data(
            title="Measures",
            lede="How each figure stands today, and what its year is expected to end with: two answers.",
            noun="measure" if kwargs["count"] == 1 else "measures",
            columns=blocks.MEASURE_COLUMNS,
            rows=[blocks.measure_row(shown) for shown in measures],
            add_url=f"{here}add/" if may_add else "",
            add_label="Add a measure",
            other_links=[(f"Download as {kind.upper()}", f"{here}export.{kind}") for kind in TABLE_KINDS],
            empty={"text": "No measure is recorded. A measure says whether the plan works."},
            **self.shell(("Measures", "")),
            **kwargs,
        )


class MeasureExport(InPartnershipPage, View):
    """All measures, or one measure's figures, as CSV or XLSX."""

    model = Measure

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        must_be_table(self.kwargs["kind"])
        self.must(Verb.EXPORT, self.partnership)
        name = f"{self.partnership.slug}-{self.kwargs.get('reference', 'measures')}"
        return table_download(self.table(), self.kwargs["kind"], name)

    def table(self) -> Table:
        context = BlockContext(self.partnership, self.request.user, timezone.localdate())
        return blocks.MeasuresBlock().sheet(context)


class MeasureFigures(MeasureExport):
    """One measure's figures, period by period."""

    def table(self) -> Table:
        """Numbers as numbers; an empty cell is not stated."""
        rows = Measure.objects.live().visible_to(self.request.user, Verb.EXPORT)
        measure = get_object_or_404(
            rows.filter(partnership=self.partnership), reference=self.kwargs["reference"]
        )
        shown = queries.standing_of(measure, measure.readings.live(), timezone.localdate())
        return Table(
            str(measure),
            (
                "Period",
                "Target",
                "Tolerance",
                "Numerator",
                "Denominator",
                "Figure",
                "Status",
                "Forecast",
                "Note",
            ),
            tuple(
                (
                    row.period.label,
                    row.target,
                    tolerance_of(row.figure, measure.facts),
                    row.numerator,
                    row.denominator,
                    row.actual,
                    status.label,
                    row.year_end_forecast,
                    row.note,
                )
                for row, status in shown.readings
            ),
            numeric=frozenset({1, 2, 3, 4, 5, 7}),
        )


class InMeasurePage(InPartnershipPage):
    """A page of one measure, and those below it."""

    def measure(self) -> Measure:
        """The measure in the address, or 404."""
        rows = Measure.objects.visible_to(self.request.user).filter(partnership=self.partnership)
        measure: Measure = get_object_or_404(
            rows.select_related("plan", "theme", "owner"), reference=self.kwargs["reference"]
        )
        measure.partnership = self.partnership
        return measure

    def shell_of(self, measure: Measure, *crumbs: tuple[str, str]) -> dict[str, Any]:
        """The shell with all measures and this one in the breadcrumbs."""
        everything = ("Measures", reverse("programmes:measures", args=[self.partnership.slug]))
        own = measure.get_absolute_url() if crumbs else ""
        return self.shell(everything, (measure.reference, own), *crumbs)


class MeasurePage(InMeasurePage, DetailPage):
    """One measure: what it is, how it stands, every figure."""

    model = Measure
    template_name = "programmes/measure.html"

    def row(self) -> Measure:
        """With what its facts name."""
        return self.measure()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        measure: Measure = context["row"]
        shown = queries.standing_of(measure, measure.readings.live(), timezone.localdate())
        here = measure.get_absolute_url()
        may_enter = self.may(Verb.ADD, measure, model=Reading)
        buttons = [("Enter a figure", f"{here}readings/add/")] if may_enter else []
        if context["may_change"]:
            buttons.append(("Change", f"{here}edit/"))
        return context | {
            "title": measure.title,
            "reference": measure.reference,
            "tag": blocks.measure_tag(shown.standing.now, measure.kind),
            "meta": shown.standing.figure.period.label,
            "actions": buttons,
            "finding": blocks.measure_finding(shown),
            "chart": self._chart(measure, shown),
            "facts": _facts(measure, shown),
            "columns": (*FIGURES, Column("Change")) if may_enter else FIGURES,
            "figures": [_figure_row(measure, row, status, here, may_enter) for row, status in shown.readings],
            "files": [(kind.upper(), f"{here}figures.{kind}") for kind in TABLE_KINDS],
            "history_url": f"{here}history/",
            **self.shell_of(measure),
        }

    def _chart(self, measure: Measure, shown: queries.MeasureShown) -> object:
        """The figure against its target; nothing where there is neither, or a number below zero."""
        figure = shown.standing.figure
        numbers = [number for number in (figure.value, figure.target) if number is not None]
        if not numbers or min(numbers) < 0:
            return ""
        words = (
            f"{figure.period.label}: {with_unit(figure.value, measure.unit)}",
            f"Target {with_unit(figure.target, measure.unit)}",
        )
        return bullet(figure.value, figure.target, words, blocks.measure_finding(shown), uid="measure")


def _facts(measure: Measure, shown: queries.MeasureShown) -> list[tuple[str, object]]:
    now, unit = shown.standing, measure.unit
    share = f"{measure.numerator}, out of {measure.denominator}" if measure.denominator else "Not a share"
    baseline = with_unit(measure.baseline, unit)
    compared = [
        travel(now.figure, earlier, measure.facts.direction) for earlier in (now.before, now.year_before)
    ]
    year_end = now.year_end.label if now.year_end else "No forecast"
    return [
        ("What it says", measure.definition or NOT_STATED),
        ("Unit", unit),
        ("Kind", measure.get_kind_display()),
        ("Which way is good", measure.get_direction_display()),
        ("How often", measure.get_frequency_display()),
        ("What is counted", share),
        ("Where its figures come from", measure.data_source or NOT_STATED),
        ("Theme", measure.theme or NOT_STATED),
        ("Owner", measure.owner or "No owner"),
        ("Baseline", f"{baseline} in {measure.baseline_when}" if measure.baseline_when else baseline),
        ("Tolerance", with_unit(measure.tolerance, unit) if measure.tolerance else "None"),
        ("Since last time", sentence_case(compared[0]) or "Nothing to compare with"),
        ("Since a year before", sentence_case(compared[1]) or "Nothing to compare with"),
        ("Year's target", with_unit(now.year_target, unit)),
        ("Year's end as forecast", year_end),
        ("Where this comes from", measure.source or NOT_STATED),
    ]


def _figure_row(measure: Measure, row: Reading, status: MeasureStatus, here: str, may_change: bool) -> Row:
    unit = measure.unit
    figure = row.figure
    tolerance = tolerance_of(figure, measure.facts)
    owed = owed_words(figure, status, measure.facts)
    cells: list[object] = [
        row.period.label,
        with_unit(row.target, unit),
        with_unit(tolerance, unit) if tolerance else "None",
        with_unit(row.actual, unit) if row.actual is not None else owed,
        blocks.measure_tag(status, measure.kind),
        with_unit(row.year_end_forecast, unit),
        row.note,
    ]
    if may_change:
        cells.append(blocks.change_link(f"{here}readings/{row.period.slug}/edit/", row.period.label))
    return Row(cells, anchor=row.period.slug)


class MeasureEdit(InMeasurePage, EditPage):
    model = Measure
    form_class = MeasureForm

    def row(self) -> Measure:
        return self.measure()

    def form_options(self, row: Measure) -> dict[str, Any]:
        """Choices are the partnership's."""
        return {"partnership": self.partnership}

    def context(self, row: Measure, form: Any) -> dict[str, Any]:
        return super().context(row, form) | {
            "title": f"Change {row.reference}",
            **self.shell_of(row, ("Change", "")),
        }


class MeasureAdd(InPartnershipPage, AddPage):
    """Add a measure; its reference is drawn."""

    model = Measure
    form_class = MeasureForm

    def place(self) -> Any:
        return self.partnership

    def new(self) -> Measure:
        return Measure(partnership=self.partnership)

    def form_options(self, row: Measure) -> dict[str, Any]:
        """Choices are the partnership's."""
        return {"partnership": self.partnership}

    def save(self, form: Any) -> Measure:
        """Through the service, which draws the reference."""
        return services.add_measure(measure=form.save(commit=False), by=self.request.user)

    def context(self, row: Measure, form: Any) -> dict[str, Any]:
        everything = reverse("programmes:measures", args=[self.partnership.slug])
        return {
            "form": form,
            "title": "Add a measure",
            "submit_label": "Add the measure",
            "cancel_url": everything,
            **self.shell(("Measures", everything), ("Add a measure", "")),
        }


class MeasureHistory(InMeasurePage, HistoryPage):
    model = Measure

    def row(self) -> Measure:
        return self.measure()

    def extra(self, row: Measure) -> dict[str, Any]:
        return self.shell_of(row, ("History", ""))


class ReadingAdd(InMeasurePage, AddPage):
    """Enter the figures of a period."""

    model = Reading
    form_class = NewReadingForm

    def place(self) -> Measure:
        return self.measure()

    def new(self) -> Reading:
        return Reading(measure=self.measure())

    def context(self, row: Reading, form: Any) -> dict[str, Any]:
        return {
            "form": form,
            "title": f"Enter figures of {row.measure.reference}",
            "lede": f"{row.measure.title}, in {row.measure.unit}.",
            "cancel_url": row.measure.get_absolute_url(),
            **self.shell_of(row.measure, ("Enter figures", "")),
        }


class ReadingPage(InMeasurePage):
    """A page of one period's figures."""

    model = Reading

    def row(self) -> Reading:
        """The reading in the address, or 404."""
        measure = self.measure()
        period: MeasurePeriod = self.kwargs["period"]
        reading: Reading = get_object_or_404(
            self.rows(), measure=measure, year=period.year.start, quarter_number=period.number
        )
        reading.measure = measure
        return reading


class ReadingEdit(ReadingPage, EditPage):
    """Change a period's figures; what they were stays in the history."""

    form_class = ReadingForm

    def context(self, row: Reading, form: Any) -> dict[str, Any]:
        return super().context(row, form) | {
            "title": f"Change figures of {row}",
            "lede": f"{row.measure.title}, in {row.measure.unit}.",
            **self.shell_of(row.measure, (f"Change {row.period}", "")),
        }


class ReadingHistory(ReadingPage, HistoryPage):
    """Who changed which figure."""

    def extra(self, row: Reading) -> dict[str, Any]:
        return self.shell_of(row.measure, (f"History of {row.period}", ""))
