"""Measures as pages, dashboards and reports show them."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.blocks import BlockContext, Table, register
from core.domain.status import Status
from core.domain.words import sentence_case
from core.tables import Column, Row
from programmes import queries
from programmes.blocks.plan import PlanListing, PlanListingBlock
from programmes.domain.measures import Kind, MeasureStatus, owed_words, travel, with_unit
from programmes.models import Measure

MEASURE_COLUMNS = (
    Column("Reference", "ref"),
    Column("Measure", "main"),
    Column("Period", "date"),
    Column("Figure", "num"),
    Column("Target", "num"),
    Column("Now"),
    Column("Year's end, as forecast"),
    Column("Since last time"),
)
# A status of an action whose shape says the same; the others are words alone.
SHAPES = {
    MeasureStatus.OFF_TARGET: Status.OFF_TRACK,
    MeasureStatus.WITHIN_TOLERANCE: Status.AT_RISK,
    MeasureStatus.ON_TARGET: Status.ON_TRACK,
    MeasureStatus.NO_FIGURE: Status.NO_UPDATE,
    MeasureStatus.NOT_DUE: Status.NOT_STARTED,
}


@lru_cache(maxsize=64)
def measure_tag(status: MeasureStatus, kind: str) -> SafeString | str:
    """A measure's status as shape and word. Of a population measure nobody alone answers for, words alone."""
    if status not in SHAPES or kind == Kind.POPULATION:
        return status.label
    return format_html('<span class="tag tag--{}">{}</span>', SHAPES[status].value, status.label)


def change_link(url: str, name: str) -> SafeString:
    """ "Change", naming what it changes for those who hear links out of context."""
    return format_html('<a href="{}">Change<span class="visually-hidden"> {}</span></a>', url, name)


def measure_finding(shown: queries.MeasureShown) -> str:
    """The sentence a chart of the measure states: "Homes started in Q1 2026/27: 12 homes, off target"."""
    figure, measure = shown.standing.figure, shown.measure
    if figure.value is None:
        owed = owed_words(figure, shown.standing.now, measure.facts)
        return f"{measure.title} in {figure.period.label}: no figure yet. {owed}"
    stands = shown.standing.now.label.lower()
    return f"{measure.title} in {figure.period.label}: {with_unit(figure.value, measure.unit)}, {stands}"


def measure_row(shown: queries.MeasureShown) -> Row:
    """One measure as a line of a list, with its marks and where it leads."""
    words = measure_words(shown)
    measure, now = shown.measure, shown.standing
    year_end = measure_tag(now.year_end, measure.kind) if now.year_end else "No forecast"
    return Row(
        (*words[:5], measure_tag(now.now, measure.kind), year_end, words[-1]), measure.get_absolute_url()
    )


def measure_words(shown: queries.MeasureShown) -> tuple[str, ...]:
    """One measure as plain words, a cell for each of MEASURE_COLUMNS."""
    measure, now = shown.measure, shown.standing
    figure = now.figure
    owed = owed_words(figure, now.now, measure.facts)
    return (
        measure.reference,
        measure.title,
        figure.period.label,
        with_unit(figure.value, measure.unit) if figure.value is not None else owed,
        with_unit(figure.target, measure.unit),
        now.now.label,
        now.year_end.label if now.year_end else "No forecast",
        sentence_case(travel(figure, now.before, measure.facts.direction)) or "Nothing to compare with",
    )


@register
class MeasuresBlock(PlanListingBlock):
    """How the measures stand today, and what their year is expected to end with."""

    key = "programmes.measures"
    title = "Measures"

    def result(self, context: BlockContext) -> PlanListing:
        """The measures the viewer reaches, by reference."""
        rows = Measure.objects.live().visible_to(context.viewer).filter(partnership=context.partnership)
        measures = queries.measure_standings(rows.order_by("reference"), context.today)
        lines = tuple(measure_row(shown) for shown in measures)
        off = sum(shown.standing.now is MeasureStatus.OFF_TARGET for shown in measures)
        missing = sum(shown.standing.now is MeasureStatus.NO_FIGURE for shown in measures)
        return PlanListing(
            caption="Measures",
            columns=MEASURE_COLUMNS,
            rows=lines if context.surface == "page" else tuple(Row(line.cells) for line in lines),
            flat=tuple(measure_words(shown) for shown in measures),
            nothing="No measure is recorded.",
            counts=(
                ("measures", len(measures), "Measures of the plan"),
                ("off_target", off, "Measures off target"),
                ("no_figure", missing, "Measures whose figure is missing"),
            ),
        )

    def sheet(self, context: BlockContext) -> Table:
        """All measures for a spreadsheet: figures as numbers, and what each is and where it comes from."""
        rows = Measure.objects.live().visible_to(context.viewer).filter(partnership=context.partnership)
        measures = queries.measure_standings(rows.order_by("reference"), context.today)
        headings = (
            "Reference",
            "Measure",
            "Definition",
            "Unit",
            "Kind",
            "Which way is good",
            "How often",
            "Owner",
            "Theme",
            "Where its figures come from",
            "Baseline",
            "Period",
            "Figure",
            "Target",
            "Status",
            "Year's target",
            "Forecast",
            "Status at year's end",
        )
        return Table("Measures", headings, tuple(_sheet_row(shown) for shown in measures))


def _sheet_row(shown: queries.MeasureShown) -> tuple[str | Decimal | None, ...]:
    measure, now = shown.measure, shown.standing
    return (
        measure.reference,
        measure.title,
        measure.definition,
        measure.unit,
        measure.get_kind_display(),
        measure.get_direction_display(),
        measure.get_frequency_display(),
        measure.owner.name if measure.owner else "",
        measure.theme.name if measure.theme else "",
        measure.data_source,
        measure.baseline,
        now.figure.period.label,
        now.figure.value,
        now.figure.target,
        now.now.label,
        now.year_target,
        now.forecast,
        now.year_end.label if now.year_end else "",
    )
