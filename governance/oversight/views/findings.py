"""The page of findings: what people said, under the headings it was said, and what was done about it."""

from __future__ import annotations

from typing import Any

from core.domain.words import NOT_STATED
from core.tables import Column, Row
from core.views import ListPage
from governance.models import Finding
from partnerships.queries import known
from partnerships.views import InPartnershipPage

LEDE = "What people said they need, found, asked for or ranked first, and what was done about it."


class FindingList(InPartnershipPage, ListPage):
    """What was said in the partnership."""

    model = Finding

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """One line each, under its heading and in its order."""
        page = kwargs["page"]
        return super().get_context_data(
            title="Findings",
            lede=LEDE,
            columns=[
                Column("What was said", "main"),
                Column("Under"),
                Column("Kind"),
                Column("Who said it"),
                Column("What was done about it"),
                Column("Source"),
            ],
            rows=[_row(finding) for finding in page],
            empty={"text": "No finding is recorded. Findings are added in the admin."},
            **self.shell(("Findings", "")),
            **kwargs,
        )


def _row(finding: Finding) -> Row:
    kind = finding.get_kind_display()
    return Row(
        (
            finding.wording,
            finding.group,
            f"{kind} {finding.order}" if finding.kind == Finding.Kind.PRIORITY else kind,
            finding.said_by or NOT_STATED,
            finding.answer or NOT_STATED,
            known(finding.source or NOT_STATED, finding.inferred),
        )
    )
