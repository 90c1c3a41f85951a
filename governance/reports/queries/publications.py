"""Reads: what was published, and what a publication keeps."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django.db.models import Exists, OuterRef

from governance.models import Paragraph, Publication, Report
from governance.reports.domain.document import TableData
from governance.reports.queries.documents import Whole


def public_publications() -> Any:
    """What the public may read: public issues of public reports that were not withdrawn, newest first."""
    return (
        Publication.objects.live()
        .filter(is_public=True, report__is_public=True, report__archived_at__isnull=True)
        .exclude(report__state=Report.State.WITHDRAWN)
        .select_related("report__partnership", "report__board", "pdf")
        .order_by("report", "-number")
    )


def newest_public() -> Any:
    """Of each report the public may read its newest issue, the latest first. One query."""
    later = Publication.objects.live().filter(
        is_public=True, report=OuterRef("report"), number__gt=OuterRef("number")
    )
    return public_publications().filter(~Exists(later)).order_by("-issued_at", "report__reference")


def fingerprint(report: Report) -> str:
    """A digest that changes whenever a word of the report does: its rows' versions. Four queries."""
    rows: list[tuple[Any, ...]] = list(Report.objects.filter(pk=report.pk).values_list("pk", "version"))
    for parts in (
        report.head_rows.all(),
        report.sections.all(),
        Paragraph.objects.filter(section__report=report),
    ):
        rows += parts.order_by("pk").values_list("pk", "version")
        rows.append(("end",))
    return hashlib.sha256(json.dumps(rows).encode()).hexdigest()


def digest(html: str) -> str:
    """The SHA-256 of a publication's HTML."""
    return hashlib.sha256(html.encode()).hexdigest()


def values_of(shown: Whole) -> dict[str, Any]:
    """Every live figure and every table as printed, to be kept beside the words they were printed in."""
    tables = [paragraph.table for paragraph in shown.document.every_paragraph() if paragraph.table]
    return {
        "figures": {
            source: {"printed": figure.printed, "value": str(figure.value), "meaning": figure.meaning}
            for source, figure in sorted(shown.live.quoted.items())
        },
        "tables": [_table_values(table) for table in tables],
    }


def _table_values(table: TableData) -> Mapping[str, Any]:
    return {
        "title": table.title,
        "headings": list(table.headings),
        "rows": [list(row) for row in table.rows],
        "total": list(table.total) if table.total else None,
        "note": table.note,
    }
