"""Assessments of impact: which were made, which are still to do, and why others are not needed."""

from __future__ import annotations

from typing import Any

from core.domain.words import NOT_STATED, day_words
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
        """One line for each."""
        page = kwargs["page"]
        page.object_list = list(page.object_list.select_related("action__partnership", "partnership"))
        return super().get_context_data(
            title="Impact assessments",
            lede=LEDE,
            rollup_columns=ROLLUP,
            rollup=[_rollup_row(one) for one in queries.assessed_by_theme(self.partnership)],
            columns=COLUMNS,
            rows=[assessment_row(one) for one in page],
            noun="assessment" if kwargs["count"] == 1 else "assessments",
            empty={"text": "No assessment is recorded. Assessments are added in the admin."},
            **self.shell(("Impact assessments", "")),
            **kwargs,
        )


def _rollup_row(one: Rollup) -> Row:
    said = (one.words(kind, LABELS) for kind in ImpactAssessment.Kind)
    return Row((one.name, one.actions, *said))


def assessment_row(one: ImpactAssessment) -> Row:
    """One assessment; the action it is about is where its line leads."""
    standing = known(one.standing, one.inferred)
    return Row(
        (
            one.reference,
            one.about,
            one.get_kind_display(),
            f"{standing}, {day_words(one.done_on)}" if one.done_on else standing,
            one.because or NOT_STATED,
            one.source or NOT_STATED,
        ),
        one.action.get_absolute_url() if one.action else "",
        one.reference,
    )


def assessed_words(action: Action) -> list[str]:
    """How far an action's assessments are, one a line: "Equality: done". One query."""
    found = action.impact_assessments.live().order_by("kind", "reference")
    return [f"{one.get_kind_display()}: {one.standing[0].lower()}{one.standing[1:]}" for one in found]
