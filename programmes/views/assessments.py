"""Assessments of impact: which were made, which are still to do, and why others are not needed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.views.generic import View

from core.blocks import Table
from core.domain.words import NOT_STATED, day_words, sentence_case
from core.downloads import TABLE_KINDS, must_be_table, table_download
from core.permissions import Verb
from core.tables import Column, Row
from core.views import ListPage
from partnerships.queries import known
from partnerships.views import InPartnershipPage
from programmes import queries
from programmes.domain.assessed import NOTHING, Rollup
from programmes.models import Action, ImpactAssessment

COLUMNS = (
    Column("Reference", "ref"),
    Column("About", "main"),
    Column("Kind"),
    Column("Standing"),
    Column("Why not, or what is known"),
    Column("Source"),
)
ROLLUP = (
    Column("Theme", "main"),
    Column("Actions", "num"),
    *(Column(kind.label) for kind in ImpactAssessment.Kind),
)
LABELS = {**dict(ImpactAssessment.State.choices()), NOTHING: "none recorded"}
LEDE = "What each project does to people and to the climate is assessed project by project."


class AssessmentList(InPartnershipPage, ListPage):
    """The partnership's assessments, of actions and of what is no action yet."""

    model = ImpactAssessment
    template_name = "programmes/assessments.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = kwargs["page"]
        page.object_list = list(page.object_list.select_related("action__partnership", "partnership"))
        return super().get_context_data(
            title="Impact assessments",
            lede=LEDE,
            other_links=_exports(self.request.path) if self.may(Verb.EXPORT, self.partnership) else [],
            rollup_columns=ROLLUP,
            rollup=[_rollup_row(rollup) for rollup in queries.assessed_by_theme(self.partnership)],
            columns=COLUMNS,
            rows=[assessment_row(assessment) for assessment in page],
            noun="assessment" if kwargs["count"] == 1 else "assessments",
            empty={"text": "No assessment is recorded. They are added on the page of their action."},
            **self.shell(("Impact assessments", "")),
            **kwargs,
        )


def _rollup_row(rollup: Rollup) -> Row:
    counts = (rollup.words(kind, LABELS) for kind in ImpactAssessment.Kind)
    return Row((rollup.name, rollup.actions, *counts))


def assessment_row(assessment: ImpactAssessment) -> Row:
    """One assessment; the action it is about is where its line leads."""
    standing = known(assessment.standing, assessment.inferred)
    base = reverse("programmes:assessments", args=[assessment.partnership.slug])
    return Row(
        (
            format_html('<a href="{}{}/history/">{}</a>', base, assessment.reference, assessment.reference),
            assessment.about,
            assessment.get_kind_display(),
            f"{standing}, {day_words(assessment.done_on)}" if assessment.done_on else standing,
            assessment.because or NOT_STATED,
            assessment.source or NOT_STATED,
        ),
        assessment.action.get_absolute_url() if assessment.action else "",
        assessment.reference,
    )


class AssessmentExport(InPartnershipPage, View):
    """Every assessment as CSV or XLSX."""

    model = ImpactAssessment

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        must_be_table(self.kwargs["kind"])
        self.must(Verb.EXPORT, self.partnership)
        table = self.table()
        name = table.caption.lower().replace(" ", "-")
        return table_download(table, self.kwargs["kind"], f"{self.partnership.slug}-{name}")

    def table(self) -> Table:
        """One line each; an empty cell is not stated."""
        rows = self.rows().live().select_related("action")
        headings = (
            "Reference",
            "Action",
            "About",
            "Kind",
            "State",
            "Why not, or what is known",
            "To do by",
            "Made on",
            "Source",
        )
        cells = tuple(
            (
                assessment.reference,
                assessment.action.reference if assessment.action else "",
                assessment.action.title if assessment.action else assessment.subject,
                assessment.get_kind_display(),
                assessment.get_state_display(),
                assessment.because,
                assessment.due_wording,
                assessment.done_on,
                assessment.source,
            )
            for assessment in rows
        )
        return Table("Impact assessments", headings, cells)


class RollupExport(AssessmentExport):
    """How far each theme's actions are, as numbers."""

    def table(self) -> Table:
        """A line for each theme and kind, and the whole plan last."""
        cells = tuple(
            (
                rollup.name,
                kind.label,
                rollup.actions,
                *(rollup.counts[kind].get(state, 0) for state in LABELS),
            )
            for rollup in queries.assessed_by_theme(self.partnership)
            for kind in ImpactAssessment.Kind
        )
        headings = ("Theme", "Kind", "Actions", *(sentence_case(label) for label in LABELS.values()))
        return Table("Assessments by theme", headings, cells, frozenset(range(2, len(headings))))


def _exports(here: str) -> list[tuple[str, str]]:
    names = {"export": "the assessments", "themes": "the counts by theme"}
    return [
        (f"Download {words} as {kind.upper()}", f"{here}{name}.{kind}")
        for name, words in names.items()
        for kind in TABLE_KINDS
    ]


def assessment_lines(action: Action, may_change: bool) -> SafeString | str:
    """How far an action's assessments are, one a line: "Equality: done"; for some with links."""
    base = reverse("programmes:assessments", args=[action.partnership.slug])
    lines = []
    for assessment in action.impact_assessments.live().order_by("kind", "reference"):
        words = f"{assessment.get_kind_display()}: {assessment.standing[0].lower()}{assessment.standing[1:]}"
        why = (
            f" ({assessment.because})"
            if assessment.state == ImpactAssessment.State.NOT_NEEDED and assessment.because
            else ""
        )
        link = ""
        if may_change:
            link = format_html(
                ' <a href="{}{}/edit/">Change<span class="visually-hidden"> assessment {}</span></a>',
                base,
                assessment.reference,
                assessment.reference,
            )
        lines.append(format_html("{}{}{}", words, why, link))
    if may_change:
        lines.append(
            format_html('<a href="{}assessments/add/">Add an assessment</a>', action.get_absolute_url())
        )
    return format_html_join("\n", "{}", [(line,) for line in lines]) or "None recorded"
