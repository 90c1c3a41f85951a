"""Reports and what stands in them."""

from contextlib import contextmanager
from datetime import date
from unittest.mock import patch

import factory

from governance import models
from tests.factories.partnerships import BoardFactory, PartnershipFactory

PDF = b"%PDF-1.7 drawn elsewhere"
SECTIONS = [
    {"key": "purpose", "heading": "Purpose of the report", "kind": "text", "required": True},
    {"key": "recommendations", "heading": "Recommendations", "kind": "recommendations", "required": True},
    {"key": "details", "heading": "Report details", "kind": "text", "required": True},
    {"key": "risk", "heading": "Risk management", "kind": "risk_table", "required": False},
    {"key": "information", "heading": "Document information", "kind": "unnumbered_panel", "required": False},
]


@contextmanager
def nothing_drawn():
    """No PDF is drawn inside: the renderer has tests of its own, and a PDF takes it most of a second."""
    with (
        patch("governance.reports.services.publications.report_pdf", return_value=PDF),
        patch("governance.reports.views.publishing.report_pdf", return_value=PDF),
    ):
        yield


class MeetingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Meeting

    board = factory.SubFactory(BoardFactory)
    held_on = date(2026, 7, 20)


class HouseStyleFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.HouseStyle

    code = factory.Sequence(lambda n: f"style-{n}")
    name = factory.Sequence(lambda n: f"House style {n}")
    head_labels = ["Date", "Key ambition area", "For publication"]
    sections = SECTIONS


class ReportFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Report

    partnership = factory.SubFactory(PartnershipFactory)
    reference = factory.Sequence(lambda n: f"JC-2026-{n:03d}")
    board = factory.SubFactory(BoardFactory, partnership=factory.SelfAttribute("..partnership"))
    house_style = factory.SubFactory(HouseStyleFactory)
    title = "Phase 2 funding"


class HeadRowFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.HeadRow

    report = factory.SubFactory(ReportFactory)
    order = factory.Sequence(lambda n: n + 1)
    label = "Key ambition area"


class SectionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Section

    report = factory.SubFactory(ReportFactory)
    order = factory.Sequence(lambda n: n + 1)
    key = factory.Sequence(lambda n: f"section-{n}")
    heading = "Report details"


class ParagraphFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Paragraph

    section = factory.SubFactory(SectionFactory)
    order = factory.Sequence(lambda n: n + 1)
    text = "Words."


def written_report(partnership, board, **fields):
    """A draft with every kind of section, ready to be published.

    1.1 says what it is for, 2.1 and 2.2 recommend, 3.1 and 3.2 have a sub-heading and a table.
    """
    report = ReportFactory(partnership=partnership, board=board, **{"reference": "JC-2026-001"} | fields)
    HeadRowFactory(report=report, order=1, label="Date")
    HeadRowFactory(report=report, order=2, label="Key ambition area", value="Whole programme")
    parts = {
        "purpose": [("paragraph", "To agree how Phase 2 is paid for.")],
        "recommendations": [
            ("recommendation", "Agree the funding split."),
            ("recommendation", "Note progress."),
        ],
        "details": [
            ("sub_heading", "Cost and funding"),
            ("paragraph", "Phase 2 is proposed to cost £357,747."),
            (
                "table",
                "| Source | Amount (£) |\n|---|---:|\n| County | 144,000 |\n| **Total** | **144,000** |",
            ),
            ("paragraph", "Funding comes from:\n\n- the County\n- the pool"),
        ],
        "information": [("paragraph", "Background papers: none.")],
    }
    for at, part in enumerate(SECTIONS, start=1):
        if part["key"] not in parts:
            continue
        section = SectionFactory(
            report=report, order=at, key=part["key"], heading=part["heading"], kind=part["kind"]
        )
        for place, (kind, text) in enumerate(parts[part["key"]], start=1):
            ParagraphFactory(
                section=section,
                order=place * 10,
                kind=kind,
                text=text,
                verb="agree" if kind == "recommendation" else "",
                caption="Phase 2 funding" if kind == "table" else "",
            )
    return report
