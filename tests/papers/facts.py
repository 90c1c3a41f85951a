"""What every paper's tests ask of its files and rows."""

import datetime
import json
from collections import Counter
from pathlib import Path

from django.apps import apps

from core.models import AuditedModel
from governance.models import Report
from governance.reports.domain.document import (
    Document,
    DocumentParagraph,
    DocumentSection,
    ParagraphKind,
    SectionKind,
)
from governance.reports.domain.numbering import Scheme, numbered

TODAY = datetime.date(2026, 11, 22)
PAPERS = Path(__file__).resolve().parents[2] / "fixtures" / "papers"


def counted_in_files(name):
    """How many rows of each model a paper's files hold."""
    files = sorted((PAPERS / name).glob("*.json"))
    return Counter(row["model"] for file in files for row in json.loads(file.read_text(encoding="utf-8")))


def sourced_rows():
    """Every row that says where it comes from: those of the paper that is loaded."""
    models = [model for model in apps.get_models() if issubclass(model, AuditedModel)]
    return [row for model in models for row in model._default_manager.exclude(source="")]


def document_of(reference):
    """The stored report as the tree that is numbered and drawn, each paragraph under its source."""
    report = Report.objects.get(reference=reference)
    style = {part["key"]: part for part in report.house_style.sections}
    sections = tuple(
        DocumentSection(
            section.key,
            section.heading,
            SectionKind(section.kind),
            tuple(
                DocumentParagraph(
                    row.source, ParagraphKind(row.kind), text=row.text, verb=row.verb, block=row.block
                )
                for row in section.paragraphs.all()
            ),
            repeats=style[section.key].get("repeats", ""),
        )
        for section in report.sections.all()
    )
    scheme = Scheme(headings_numbered=report.house_style.headings_numbered)
    return numbered(Document(report.title, (), sections), scheme)
