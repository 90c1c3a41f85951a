"""Writes: publishing a report, and opening it again for a correction."""

from __future__ import annotations

import tomllib
from datetime import datetime
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction

from core.change import change
from core.domain.moments import london_day
from core.services import keep_file
from governance.models import Publication, Report
from governance.reports.drawing import article
from governance.reports.drawing.paper import report_pdf
from governance.reports.queries import checking, documents, publications

PDF = "application/pdf"


def publish_report(report: Report, *, by: Any, moment: datetime, note: str = "") -> Publication:
    """Freeze a report and issue it: its HTML, every value printed, its PDF, their digests and the software.

    The figures are those of ``moment`` as ``by`` sees them. Publishing again after a correction is a further
    publication and needs a public ``note``. The PDF is made before anything is locked, so that nobody waits
    for it; should a word change meanwhile, nothing is published.

    Raises ValidationError (frozen already, held as its paper printed it, something must be fixed first, no
    note, changed meanwhile) and governance.reports.render.RenderFailed; in both cases nothing is saved.
    """
    report = Report.objects.select_related("partnership", "board", "meeting", "house_style", "round").get(
        pk=report.pk
    )
    if report.state != Report.State.DRAFT:
        raise ValidationError(f"{report.reference} is already {report.get_state_display().lower()}.")
    if report.is_frozen:
        raise ValidationError(report.why_frozen)
    number = 1 + report.publications.count()
    if number > 1 and not note.strip():
        raise ValidationError({"note": "Say what this correction corrects. Readers see it."})
    seen = publications.fingerprint(report)
    shown = documents.whole(
        report, viewer=by, today=london_day(moment), surface="print", issue=f"version {number}"
    )
    if blocking := checking.blocking(checking.findings(shown)):
        raise ValidationError([finding.sentence for finding in blocking])
    html = article.draw(shown)
    pdf = report_pdf(shown, html, made_at=moment)
    with transaction.atomic(), change(by=by, reason=note or "Published."):
        current = Report.objects.select_for_update().get(pk=report.pk)
        if publications.fingerprint(current) != seen:
            raise ValidationError("Somebody changed the report while its PDF was made. Look at it again.")
        publication = Publication(
            report=current,
            number=number,
            issued_at=moment,
            issued_by=by,
            data_as_at=moment,
            html=html,
            values=publications.values_of(shown),
            pdf=keep_file(pdf, name=report.file_name, media_type=PDF, by=by, moment=moment),
            sha256=publications.digest(html),
            made_with=software(),
            is_public=report.is_public,
            note=note.strip(),
        )
        publication.save()
        current.state = Report.State.PUBLISHED
        current.save()
    return publication


@transaction.atomic
def open_correction(report: Report, *, by: Any, reason: str) -> Report:
    """Make a published report's words editable again. What was published stays published and as it is.

    Raises ValidationError when the report is not published, is held as printed, or no reason is given.
    """
    current: Report = Report.objects.select_for_update().get(pk=report.pk)
    if current.state != Report.State.PUBLISHED:
        raise ValidationError(f"{current.reference} is not published, so there is nothing to correct.")
    if current.kind == Report.Kind.AS_PRINTED:
        raise ValidationError(current.why_frozen)
    if not reason.strip():
        raise ValidationError({"reason": "Say what has to be corrected."})
    with change(by=by, reason=reason):
        current.state = Report.State.DRAFT
        current.save()
    return current


@lru_cache(maxsize=1)
def software() -> str:
    """What made a publication: this software and the PDF engine, with their versions."""
    text = (Path(settings.BASE_DIR) / "pyproject.toml").read_text(encoding="utf-8")
    ours = tomllib.loads(text)["project"]["version"]
    return f"Joint Plan {ours} with WeasyPrint {version('weasyprint')}"
