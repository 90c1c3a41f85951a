"""Pages of the risk register."""

from __future__ import annotations

import datetime
from functools import cached_property
from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.generic import TemplateView

from core.domain.words import NOT_STATED, day_stated, day_words
from core.permissions import Verb
from core.tables import Column, Row
from core.views import AddPage, DetailPage, EditPage, HistoryPage, ListPage
from governance.models import Assessment, Risk
from governance.oversight.domain.register import RegisterLine, RiskStanding
from governance.oversight.drawing import band_tag
from governance.oversight.forms.filters import RiskFilter
from governance.oversight.forms.risks import RiskAssessmentForm, RiskForm
from governance.oversight.queries import risks as queries
from governance.oversight.queries.risks import AssessmentLine
from governance.oversight.services import risks as services
from partnerships.queries import known
from partnerships.views import InPartnershipPage

LEDE = (
    "What may happen and would matter: before anything is done about it, now, and as it is meant to become."
)
NONE = "None recorded."


class RiskPage(InPartnershipPage):
    """A page of the register: its crumbs."""

    model = Risk

    @cached_property
    def register_url(self) -> str:
        return reverse("governance:risks", args=[self.partnership.slug])

    def in_register(self, *crumbs: tuple[str, str]) -> dict[str, Any]:
        """The shell, below the register."""
        return self.shell(("Risks", self.register_url), *crumbs)


class RiskList(RiskPage, ListPage):
    """The register: worst first, with what was scored before, now and as a target."""

    filter_form = RiskFilter

    @cached_property
    def matrices(self) -> dict[int, Any]:
        return queries.matrices_of(self.rows().live())

    def filter_options(self) -> dict[str, Any]:
        """Bands and owners are those in use here."""
        return {
            "matrices": self.matrices,
            "owners": queries.organisations_owning(self.partnership),
            "today": timezone.localdate(),
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form: RiskFilter = kwargs["filter_form"]
        add = self.may(Verb.ADD, self.partnership)
        shown = kwargs["page"].object_list
        lines = queries.register_page(shown, form.day) if form.is_valid() else []
        offer = {"url": f"{self.register_url}add/", "label": "Add a risk"} if add else {}
        return super().get_context_data(
            title="Risks",
            lede=LEDE,
            columns=[
                form.column("Reference", "ref", "reference"),
                Column("Risk", "main"),
                form.column("Owner", "", "owner"),
                Column("Before controls"),
                form.column("Now", "", "score", downward=True),
                Column("Target"),
                Column("Trend"),
                form.column("Review due", "date", "review"),
            ],
            rows=[self.line(line) for line in lines],
            other_links=[("Map of risks", f"{self.register_url}map/")] if lines else [],
            add_url=offer.get("url", ""),
            add_label="Add a risk",
            **form.context(NONE, **offer),
            **self.shell(("Risks", "")),
            **kwargs,
        )

    def line(self, line: RegisterLine) -> Row:
        standing = line.standing
        return Row(
            (
                line.reference,
                line.title,
                line.owner or NOT_STATED,
                band_tag(standing.before, standing.matrix),
                band_tag(standing.now, standing.matrix),
                band_tag(standing.target, standing.matrix),
                standing.trend,
                day_stated(line.review_on),
            ),
            f"{self.register_url}{line.reference}/",
        )


class RiskMap(RiskPage, TemplateView):
    """The matrix with the risks in their cells, as a table; another stage is another link."""

    template_name = "governance/risk_map.html"

    def get_context_data(self, **_address: Any) -> dict[str, Any]:
        """One map for each matrix in use, of open risks."""
        stage = self.request.GET.get("stage", "now")
        stages = {"before": "Before controls", "now": "Now", "target": "Target"}
        if stage not in stages or set(self.request.GET) - {"stage"}:
            stage = ""
        return super().get_context_data(
            title="Map of risks",
            stage=stage,
            stages=[(label, f"?stage={name}", name == stage) for name, label in stages.items()],
            stage_label=stages.get(stage, ""),
            maps=self.maps(stage) if stage else [],
            register_url=self.register_url,
            **self.in_register(("Map", "")),
        )

    def maps(self, stage: str) -> list[dict[str, Any]]:
        """The maps, each cell with its band and its risks."""
        risks = self.rows().live().filter(state=Risk.State.OPEN)
        lines = queries.register(risks, timezone.localdate())
        return [drawn(matrix_map) for matrix_map in queries.matrix_maps(lines, stage)]

    def render_to_response(self, context: dict[str, Any], **options: Any) -> Any:
        """Status 400 when the address asks for what is no stage."""
        return super().render_to_response(context, status=200 if context["stage"] else 400, **options)


def drawn(matrix_map: queries.MatrixMap) -> dict[str, Any]:
    """A map as its template takes it."""
    return {
        "name": matrix_map.name,
        "impact_words": matrix_map.matrix.impact_words,
        "rows": [
            (word, [(band_tag(cell.score, matrix_map.matrix), cell.risks) for cell in cells])
            for word, cells in matrix_map.rows
        ],
        "unscored": matrix_map.unscored,
    }


class RiskDetail(RiskPage, DetailPage):
    """One risk: what it is, where it stands, how that came about, who changed what."""

    template_name = "governance/risk.html"

    def rows(self) -> Any:
        """With everything the facts name, in one query."""
        return super().rows().select_related("partnership", "owner", "matrix", "action", "board", "phase")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Facts, scores, assessments and the last changes."""
        context = super().get_context_data(**kwargs)
        risk: Risk = context["row"]
        matrix, today = queries.facts_of(risk.matrix), timezone.localdate()
        standing = queries.standing_of(risk, today)
        here = f"{self.register_url}{risk.reference}/"
        return context | {
            "title": risk.title,
            "reference": risk.reference,
            "tag": band_tag(standing.now, matrix),
            "meta": standing.trend,
            "actions": self.actions(risk, here, context["may_change"]),
            "warning": overdue_words(risk, today),
            "facts": facts(risk),
            "columns": [Column("What is scored", "main"), Column("Score"), Column("In words")],
            "scores": score_rows(standing),
            "assessed": assessed_table(
                queries.assessments_of(risk, matrix), matrix, risk.matrix.impact_first
            ),
            "history_url": f"{here}history/",
            **self.in_register((risk.reference, "")),
        }

    def actions(self, risk: Risk, here: str, may_change: bool) -> list[tuple[str, str]]:
        """What this person may do to it; a closed risk is opened before it is assessed."""
        if not may_change:
            return []
        change = ("Change", f"{here}edit/")
        return [("Assess", f"{here}assess/"), change] if risk.state == Risk.State.OPEN else [change]


class RiskAdd(RiskPage, AddPage):
    form_class = RiskForm

    def place(self) -> Any:
        """Risks are added to the partnership."""
        return self.partnership

    def new(self) -> Risk:
        """An unsaved risk of this partnership."""
        return Risk(partnership=self.partnership, raised_on=timezone.localdate())

    def form_options(self, row: Any) -> dict[str, Any]:
        """Choices are the partnership's own."""
        return {"partnership": self.partnership}

    def save(self, form: Any) -> Any:
        """Under the next reference."""
        return services.add_risk(by=self.request.user, risk=form.instance)

    def context(self, row: Any, form: Any) -> dict[str, Any]:
        return {
            "row": row,
            "form": form,
            "title": "Add a risk",
            "lede": "It gets the next reference and is scored once it is on the register.",
            "submit_label": "Add the risk",
            "cancel_url": self.register_url,
            **self.in_register(("Add", "")),
        }


class RiskEdit(RiskPage, EditPage):
    form_class = RiskForm

    def form_options(self, row: Any) -> dict[str, Any]:
        """Choices are the partnership's own."""
        return {"partnership": self.partnership}

    def context(self, row: Any, form: Any) -> dict[str, Any]:
        shell = self.in_register((row.reference, row.get_absolute_url()), ("Change", ""))
        return super().context(row, form) | shell


class RiskAssess(RiskPage, AddPage):
    """A further assessment of a risk."""

    form_class = RiskAssessmentForm
    saved_message = "Assessed."

    @cached_property
    def risk(self) -> Risk:
        """The risk in the address, or 404."""
        risk: Risk = get_object_or_404(
            self.rows().select_related("partnership", "matrix"), reference=self.kwargs["reference"]
        )
        return risk

    def may(self, verb: Verb, row: Any = None, *, model: Any = None) -> bool:
        """Asked of assessments, not of risks."""
        return super().may(verb, row, model=model or Assessment)

    def place(self) -> Any:
        """Assessments are added to the risk."""
        return self.risk

    def new(self) -> Assessment:
        """An unsaved assessment of this risk."""
        return Assessment(risk=self.risk)

    def form_options(self, row: Any) -> dict[str, Any]:
        """Today is the day offered."""
        return {"today": timezone.localdate()}

    def save(self, form: Any) -> Any:
        """As a further assessment; the risk's page shows it."""
        today = timezone.localdate()
        services.assess_risk(by=self.request.user, assessment=form.instance, today=today)
        return self.risk

    def context(self, row: Any, form: Any) -> dict[str, Any]:
        here = self.risk.get_absolute_url()
        return {
            "row": row,
            "form": form,
            "title": f"Assess {self.risk}",
            "lede": f"Scored on {self.risk.matrix}. Earlier assessments stay as they were given.",
            "submit_label": "Record the assessment",
            "cancel_url": here,
            **self.in_register((self.risk.reference, here), ("Assess", "")),
        }


class RiskHistory(RiskPage, HistoryPage):
    def extra(self, row: Any) -> dict[str, Any]:
        return self.in_register((row.reference, row.get_absolute_url()), ("History", ""))


def overdue_words(risk: Risk, today: datetime.date) -> str:
    """A sentence when the review is late; nothing otherwise."""
    if risk.state == Risk.State.CLOSED or risk.review_on is None or risk.review_on >= today:
        return ""
    return f"The review was due on {day_words(risk.review_on)}."


def facts(risk: Risk) -> list[tuple[str, Any]]:
    """What the register says of one risk."""
    state = risk.get_state_display()
    if risk.closed_on:
        state = f"{state} on {day_words(risk.closed_on)}"
    due = f"\nBy {day_words(risk.mitigation_due_on)}" if risk.mitigation_due_on else ""
    return [
        ("State", state),
        ("What could cause it", risk.cause or NOT_STATED),
        ("What it would lead to", risk.effect or NOT_STATED),
        ("What is done about it", f"{risk.mitigation}{due}" if risk.mitigation else NOT_STATED),
        ("Response", risk.get_response_display()),
        ("Owner", ", ".join(str(owner) for owner in (risk.owner_role, risk.owner) if owner) or NOT_STATED),
        ("About", about(risk)),
        ("Raised", day_stated(risk.raised_on)),
        ("Review due", day_stated(risk.review_on)),
        ("Scored on", risk.matrix),
        ("Where this comes from", known(risk.source or NOT_STATED, risk.inferred)),
    ]


def about(risk: Risk) -> Any:
    """The action, board or phase it is about, as a link; else the whole partnership."""
    subject = risk.action or risk.board or risk.phase
    if subject is None:
        return "The whole partnership"
    return format_html('<a href="{}">{}</a>', subject.get_absolute_url(), subject)


def score_rows(standing: RiskStanding) -> list[Row]:
    """Before, now and target, each with score, band and words."""
    pairs = (("Before controls", standing.before), ("Now", standing.now), ("Target", standing.target))
    return [
        Row((label, band_tag(score, standing.matrix), score.wording if score else ""))
        for label, score in pairs
    ]


def assessed_table(lines: list[AssessmentLine], matrix: Any, impact_first: bool) -> dict[str, Any]:
    """The assessments as a table, in the matrix's own order of columns."""
    levels = (
        [Column("Impact"), Column("Likelihood")] if impact_first else [Column("Likelihood"), Column("Impact")]
    )
    return {
        "columns": [
            Column("Day", "main"),
            Column("What was scored"),
            *levels,
            Column("Score"),
            Column("Note"),
        ],
        "rows": [
            Row(
                (
                    day_words(assessment.assessed_on),
                    assessment.stage,
                    *(
                        (assessment.impact, assessment.likelihood)
                        if impact_first
                        else (assessment.likelihood, assessment.impact)
                    ),
                    band_tag(assessment.score, matrix),
                    assessment.note,
                )
            )
            for assessment in lines
        ],
    }
