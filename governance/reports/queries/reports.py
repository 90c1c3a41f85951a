"""Reads: reports as documents, what disagrees in them, and what keeps them from being published."""

from __future__ import annotations

import datetime
import logging
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Q
from django.utils.html import escape

from core import blocks
from core.blocks import BlockContext
from core.domain.words import counted, listed
from governance.models import HouseStyle, Report
from governance.models import Paragraph as ParagraphRow
from governance.reports.domain import checks, markup
from governance.reports.domain.appendices import in_appendices
from governance.reports.domain.checks import CheckFinding, CheckLevel
from governance.reports.domain.defects import Defect, DefectCode, defects
from governance.reports.domain.document import Document, HeadRow, Paragraph, ParagraphKind, Section, TableData
from governance.reports.domain.head_block import AS_PRINTED, DRAFT, HeadFacts, Paper, head_rows
from governance.reports.domain.numbering import Scheme, numbered
from governance.reports.domain.slips import slips
from governance.reports.domain.spellings import spellings
from governance.reports.queries.live import Live
from partnerships.models import Board, Partnership

log = logging.getLogger(__name__)

STATED_BLOCK = "funding.stated"
DEFECT_LABELS = {
    DefectCode.OTHER_LABEL: "Labels disagree.",
    DefectCode.NOT_LISTED: "Not listed.",
    DefectCode.BLANK_ROW: "Left blank.",
    DefectCode.PLACEHOLDER: "Never filled in.",
    DefectCode.REPEATED: "Printed twice, and differs.",
    DefectCode.WRITTEN: "Written in several ways.",
    DefectCode.TELEPHONE: "No telephone number.",
}
NOT_COMPARED = (
    "The figures of this paper cannot be compared with the record just now, because the part that "
    "compares them does not answer. The paper itself is as it was."
)


@dataclass(frozen=True)
class Whole(Paper):
    """A report with everything its pages show: the numbered document, its head, and the record it quotes."""

    report: Report
    live: Live


@dataclass(frozen=True)
class Beside:
    """A sentence that stands beside a paragraph on the page and never prints.

    ``place`` is the anchor of a numbered paragraph, a paragraph's id or a section's key.
    """

    place: str
    sentence: str
    label: str


@dataclass(frozen=True)
class Disagreements:
    """What a paper disagrees with itself about and what it leaves blank, for its page.

    ``sentences`` are the findings once each, with number and anchor of the paragraphs they stand at;
    ``blanks`` of them, the last, are rows nobody filled in. ``trouble`` says why there are no figures to
    show, when they could not be compared.
    """

    sentences: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    beside: tuple[Beside, ...] = ()
    trouble: str = ""
    blanks: int = 0

    @property
    def summary(self) -> str:
        """How many there are, and where to look."""
        differ = len(self.sentences) - self.blanks
        found = [counted(differ, "disagreement")] if differ else []
        found += [counted(self.blanks, "blank row")] if self.blanks else []
        each = "each beside its paragraphs" if differ else "each beside its place"
        return f"{listed(found)} in this paper, {each}"

    def with_defects(self, found: Sequence[Defect]) -> Disagreements:
        """The same with what is wrong in the paper beside its figures."""
        beside = (
            Beside(place, defect.sentence, DEFECT_LABELS[defect.code])
            for defect in found
            for _name, place in defect.places
        )
        return replace(
            self,
            sentences=(*self.sentences, *((defect.sentence, defect.places) for defect in found)),
            beside=(*self.beside, *beside),
            blanks=self.blanks + sum(defect.code is DefectCode.BLANK_ROW for defect in found),
        )


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
        pk for pk, both in places if any(one and user.has_perm("governance.add_report", one) for one in both)
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
    """The report's live paragraphs."""
    return ParagraphRow.objects.live().filter(section__report=report)


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
    typed = tuple(HeadRow(row.label, row.value) for row in report.head_rows.live())
    sections, appendices = in_appendices(tuple(_sections(report, live)), report.house_style.sections)
    document = Document(report.title, head_rows(typed, facts), sections, appendices)
    style = Scheme(headings_numbered=report.house_style.headings_numbered)
    return Whole(numbered(document, style), facts, report, live)


def _sections(report: Report, live: Live) -> Iterable[Section]:
    style = {part["key"]: part for part in report.house_style.sections if "key" in part}
    rows = defaultdict(list)
    for row in paragraphs_of(report).order_by("order"):
        rows[row.section_id].append(row)
    for section in report.sections.live().order_by("order"):
        part = style.get(section.key, {})
        yield Section(
            key=section.key,
            heading=section.heading,
            kind=section.Kind(section.kind),
            paragraphs=tuple(paragraph_of(row, live) for row in rows[section.pk]),
            is_required=part.get("required", True),
            repeats=part.get("repeats", ""),
        )


def paragraph_of(row: ParagraphRow, live: Live) -> Paragraph:
    """A stored paragraph with its figures and tables filled in, before it is numbered."""
    kind = ParagraphKind(row.kind)
    table: TableData | None = None
    html = ""
    if kind is ParagraphKind.BLOCK:
        drawn = live.drawn(row.block, row.block_params, row.caption)
        if drawn is not None:
            table, html = drawn.table, drawn.html
    elif kind is ParagraphKind.TABLE:
        table = markup.table_data(row.text, live.printed, row.caption)
    elif kind is ParagraphKind.SUBHEADING:
        html = escape(markup.plain(row.text, live.printed))
    if not html and table is None and kind is not ParagraphKind.BLOCK:
        html = markup.render(row.text, live.printed)
    return Paragraph(
        id=row.anchor,
        kind=kind,
        text=row.text,
        html=html,
        verb=row.get_verb_display() if row.verb else "",
        table=table,
        block=row.block,
        is_copied=row.is_draft,
    )


# --- What disagrees, and what is not ready ----------------------------------------------------------------


def all_wrong(shown: Whole) -> Disagreements:
    """What stands beside a report: figures that disagree, and what its paper left blank or labelled wrongly.

    The second is looked for only in a report as printed: one that is written here has its checks.
    """
    report = shown.report
    found = disagreements(report, shown.live)
    if report.kind != Report.Kind.AS_PRINTED:
        return found
    document = shown.document
    return found.with_defects((*slips(document), *spellings(document), *defects(document)))


def disagreements(report: Report, live: Live) -> Disagreements:
    """What the figures printed in the report's paper disagree about, with each other and with the record.

    They are worked out by the app that holds the money, through its block; where that does not answer,
    the page says so instead of looking as if all were well.
    """
    if not report.paper:
        return Disagreements()
    block = blocks.block(STATED_BLOCK)
    if block is None:
        return Disagreements(trouble=NOT_COMPARED)
    try:
        found = findings_in(block.result(replace(live.context, params={"paper": report.paper})))
    except Exception:
        log.exception("The figures of %s could not be compared.", report.paper)
        return Disagreements(trouble=NOT_COMPARED)
    if report.kind == Report.Kind.OWN:
        found = _still_said(found, report)
    from_record = report.kind == Report.Kind.FROM_RECORD
    label = "In the paper as printed:" if from_record else "Figures disagree."
    sentences, beside = [], []
    for finding in found:
        numbers = dict.fromkeys(place.paragraph for place in finding.places)
        places = tuple((number, _anchor(number)) for number in numbers)
        sentences.append((finding.sentence, places))
        beside += [Beside(anchor, finding.sentence, label) for _, anchor in places]
    return Disagreements(tuple(sentences), tuple(beside))


def _still_said(found: Iterable[Any], report: Report) -> list[Any]:
    """The findings whose figures still stand in the words of a report that is being written.

    The figures it states are rows of their own; whoever corrects its words has settled what they said.
    One query.
    """
    words = "\n".join(paragraphs_of(report).values_list("text", flat=True))
    return [one for one in found if all(place.wording in words for place in one.places)]


def findings_in(result: Any) -> list[Any]:
    """The findings of a result: pairs of a paper and what was found in it."""
    return [finding for _paper, found in result.items for finding in found]


def _anchor(number: str) -> str:
    """Where the place is named by: the number of a paragraph, or a section's key in words ("slide 9")."""
    return f"p{number.replace('.', '-')}" if number[:1].isdigit() else number.lower().replace(" ", "-")


def findings(shown: Whole) -> tuple[CheckFinding, ...]:
    """What must be put right, looked at or considered before publishing, worst first.

    A report as printed has none: it says what its paper said.
    """
    if shown.report.kind == Report.Kind.AS_PRINTED:
        return ()
    live = shown.live
    return checks.check(shown.document, live.known_money, lambda token: live.figure(token) is not None)


def blocking(found: Iterable[CheckFinding]) -> list[CheckFinding]:
    """Those that keep the report from being published."""
    return [finding for finding in found if finding.level is CheckLevel.MUST]
