"""Reads: a report's rows, with the record they quote, as one document."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Q

from core.blocks import BlockContext
from governance.models import HouseStyle, Paragraph, Report
from governance.reports.domain import markup
from governance.reports.domain.appendices import in_appendices
from governance.reports.domain.document import (
    Document,
    DocumentHeadRow,
    DocumentParagraph,
    DocumentSection,
    ParagraphKind,
)
from governance.reports.domain.head_block import AS_PRINTED, DRAFT, HeadFacts, Paper, head_rows
from governance.reports.domain.numbering import Scheme, numbered
from governance.reports.queries.live import Live
from partnerships.models import Board, Partnership


@dataclass(frozen=True)
class Whole(Paper):
    """A report with everything its pages show: the numbered document, its head, and the record it quotes."""

    report: Report
    live: Live


def boards_open_to(user: Any, partnership: Partnership) -> Any:
    """The boards for which the user may write a report: the partnership's own and its members'.

    Whoever writes reports for one board or one organisation only is offered no other.
    """
    of_members = Q(organisation__memberships__partnership=partnership)
    boards = Board.objects.live().filter(Q(partnership=partnership) | of_members).distinct()
    if user.has_perm("governance.add_report", partnership):
        return boards
    places = ((board.pk, (board, board.organisation)) for board in boards.select_related("organisation"))
    mine = [
        pk
        for pk, both in places
        if any(place and user.has_perm("governance.add_report", place) for place in both)
    ]
    return boards.filter(pk__in=mine)


def live_of(report: Report, *, viewer: Any, today: datetime.date, surface: str = "page") -> Live:
    """The record as the report quotes it: in its quarter, for its reader, now."""
    context = BlockContext(
        partnership=report.partnership,
        viewer=viewer,
        today=today,
        quarter=report.round.quarter if report.round else None,
        surface=surface,
    )
    return Live(context)


def paragraphs_of(report: Report) -> Any:
    return Paragraph.objects.live().filter(section__report=report)


def whole(
    report: Report,
    *,
    viewer: Any,
    today: datetime.date,
    surface: str = "page",
    issue: str = DRAFT,
    live: Live | None = None,
) -> Whole:
    """The report as it stands now. Three queries, and what its live figures and tables ask.

    ``live`` is the record where the caller has asked it something already.
    """
    live = live or live_of(report, viewer=viewer, today=today, surface=surface)
    facts = HeadFacts(
        reference=report.reference,
        issue=AS_PRINTED if report.kind == Report.Kind.AS_PRINTED and issue == DRAFT else issue,
        board=str(report.board),
        held_on=report.meeting.held_on if report.meeting else None,
        author=report.author_role,
        is_public=report.is_public,
        is_slides=report.house_style.layout == HouseStyle.Layout.SLIDES,
    )
    typed = tuple(DocumentHeadRow(row.label, row.value) for row in report.head_rows.live())
    sections, appendices = in_appendices(tuple(_sections(report, live)), report.house_style.sections)
    document = Document(report.title, head_rows(typed, facts), sections, appendices)
    style = Scheme(headings_numbered=report.house_style.headings_numbered)
    return Whole(numbered(document, style), facts, report, live)


def _sections(report: Report, live: Live) -> Iterable[DocumentSection]:
    style = {part["key"]: part for part in report.house_style.sections if "key" in part}
    rows = defaultdict(list)
    for row in paragraphs_of(report).order_by("order"):
        rows[row.section_id].append(row)
    for section in report.sections.live().order_by("order"):
        part = style.get(section.key, {})
        yield DocumentSection(
            key=section.key,
            heading=section.heading,
            kind=section.Kind(section.kind),
            paragraphs=tuple(paragraph_of(row, live) for row in rows[section.pk]),
            is_required=part.get("required", True),
            repeats=part.get("repeats", ""),
        )


def paragraph_of(row: Paragraph, live: Live) -> DocumentParagraph:
    """A stored paragraph with its figures and tables filled in, before it is numbered."""
    paragraph = DocumentParagraph(
        id=row.anchor,
        kind=ParagraphKind(row.kind),
        text=row.text,
        verb=row.get_verb_display() if row.verb else "",
        block=row.block,
        is_copied=row.is_draft,
    )
    if paragraph.kind is ParagraphKind.BLOCK:
        shown = live.table(row.block, row.block_params, row.caption)
        if shown is None:
            return paragraph
        return replace(paragraph, table=shown.table, chart=shown.chart, drawn=shown.drawn)
    if paragraph.kind is ParagraphKind.TABLE:
        table = markup.table_data(row.text, live.printed, row.caption)
        if table is not None:
            return replace(paragraph, table=table)
    return replace(paragraph, figures=live.figures_in(row.text))
