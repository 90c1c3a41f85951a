"""A report drawn: the article that page, paper and publication share, and the notes beside it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from core.domain.words import NOT_STATED
from core.tables import Column, Row
from governance.reports.domain.document import (
    Appendix,
    Document,
    DocumentParagraph,
    DocumentSection,
    ParagraphKind,
    TableData,
)
from governance.reports.domain.head_block import Paper
from governance.reports.domain.numbering import anchors
from governance.reports.domain.panels import panel_rows
from governance.reports.drawing.paragraphs import html_of
from governance.reports.queries.checking import MarginNote

SHORT_TABLE = 6  # rows; more would leave half a page empty before a table that does not fit
# The article marks where a note may stand, so that notes can stand beside words that were frozen long ago.
PLACE = re.compile(r"<!--beside ([\w-]+) ([\w-]+)-->")
# How governance.reports.domain.markup draws the label that a panel's row begins with.
ROW_LABEL = re.compile(r"\A<p><strong>[^<]*</strong>:?\s*")


@dataclass(frozen=True)
class TableView:
    """A table for the template: columns and rows as core.tables draws them."""

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    totals: tuple[Row, ...]
    note: str

    @property
    def is_short(self) -> bool:
        """Whether it should stand on one page; a longer one goes over, with its head repeated."""
        return len(self.rows) <= SHORT_TABLE


@dataclass(frozen=True)
class DrawnParagraph:
    """One paragraph for the template. ``place`` and ``id`` are the two names a note may stand under."""

    kind: str
    number: str
    place: str
    id: str
    html: SafeString
    table: TableView | None
    block: str


@dataclass(frozen=True)
class PanelLine:
    """One row of a panel for the template: what its label is and what stands beside it."""

    id: str
    label: str
    html: SafeString


@dataclass(frozen=True)
class SectionView:
    """One section for the template.

    ``appendix`` is the appendix that begins with it, ``level`` its heading's: 2, and 3 inside an appendix.
    A panel has ``panel``, any other section ``groups``: whether they are recommendations, and the parts.
    """

    section: DocumentSection
    level: int
    appendix: Appendix | None
    panel: tuple[PanelLine, ...]
    groups: tuple[tuple[bool, list[DrawnParagraph]], ...]

    @property
    def below(self) -> int:
        """The level of the headings inside it."""
        return self.level + 1


def draw(shown: Paper) -> SafeString:
    """The report as HTML, from its body's name to its last appendix; safe, and the same on page and paper."""
    return render_to_string(
        "governance/report/article.html",
        {
            "title": shown.document.title,
            "board": shown.facts.board,
            "publication_class": shown.facts.publication_class,
            "mark": shown.facts.mark,
            "head": shown.document.head,
            "sections": list(_sections(shown.document)),
        },
    )


def _sections(document: Document) -> Iterator[SectionView]:
    """The sections in reading order; those of an appendix one level further down."""
    places = anchors(document)
    for appendix in (None, *document.appendices):
        sections = appendix.sections if appendix else document.sections
        for number, section in enumerate(sections):
            panel = tuple(_panel(section))
            yield SectionView(
                section=section,
                level=3 if appendix else 2,
                appendix=appendix if number == 0 else None,
                panel=panel,
                groups=() if panel else tuple(_groups(section, places)),
            )


def _panel(section: DocumentSection) -> Iterator[PanelLine]:
    """A panel's rows, drawn as the head block is. A blank one says so: a gap could be our own slip."""
    for paragraph, row in panel_rows(section):
        blank = f"<p>{NOT_STATED}</p>" if row.is_blank else ""
        yield PanelLine(paragraph.id, row.label, mark_safe(blank + _answer(html_of(paragraph))))  # noqa: S308 - as below


def _answer(html: str) -> str:
    """What a panel's row says after its label, which stands alone when a list follows."""
    rest = ROW_LABEL.sub("", html, count=1)
    return rest.removeprefix("</p>").strip() if rest.startswith("</p>") else f"<p>{rest}"


def _groups(
    section: DocumentSection, places: Mapping[str, str]
) -> Iterator[tuple[bool, list[DrawnParagraph]]]:
    """Recommendations that follow each other share one rule in the margin."""
    is_asked = lambda paragraph: paragraph.kind is ParagraphKind.RECOMMENDATION  # noqa: E731 - used twice here
    for asked, paragraphs in groupby(section.paragraphs, is_asked):
        yield asked, [_part(paragraph, places) for paragraph in paragraphs]


def _part(paragraph: DocumentParagraph, places: Mapping[str, str]) -> DrawnParagraph:
    return DrawnParagraph(
        kind=paragraph.kind.value,
        number=paragraph.number,
        place=places[paragraph.id] if paragraph.number else paragraph.id,
        id=paragraph.id,
        html=_numbered(paragraph),
        table=_table(paragraph.table, paragraph.id) if paragraph.table else None,
        block=paragraph.block,
    )


def _numbered(paragraph: DocumentParagraph) -> SafeString:
    """The paragraph's words with its number.

    The number is part of the first line: set before it, it would stay behind at the foot of a page when its
    paragraph goes over to the next.
    """
    html = html_of(paragraph)
    if paragraph.number:
        number = format_html('<span class="n" id="{}">{}</span> ', paragraph.id, paragraph.number)
        html = (
            f"<p>{number}{html.removeprefix('<p>')}" if html.startswith("<p>") else f"<p>{number}</p>{html}"
        )
    return mark_safe(html)  # noqa: S308 - html_of() escapes what was typed


def _table(table: TableData, name: str) -> TableView:
    columns = tuple(
        Column(heading, "num" if place in table.numeric else "")
        for place, heading in enumerate(table.headings)
    )
    totals = (Row(table.total),) if table.total else ()
    return TableView(
        f"t-{name}", table.title, columns, tuple(Row(row) for row in table.rows), totals, table.note
    )


def with_notes(html: str, notes: Iterable[MarginNote]) -> tuple[SafeString, list[MarginNote]]:
    """The article with its notes beside their paragraphs, and the notes whose place is not in it."""
    waiting = defaultdict(list)
    for note in notes:
        waiting[note.place].append(note)
    placed: set[str] = set()

    def stand(match: re.Match[str]) -> str:
        names = [name for name in dict.fromkeys(match.groups()) if name in waiting]
        placed.update(names)
        return match[0] + "".join(_note(note) for name in names for note in waiting[name])

    drawn = PLACE.sub(stand, html)
    rest = [note for name, kept in waiting.items() if name not in placed for note in kept]
    return mark_safe(drawn), rest  # noqa: S308 - the article is safe and notes are escaped


def _note(note: MarginNote) -> str:
    return format_html(
        '<aside class="margin-note no-print"><p><strong>{}</strong> {}</p></aside>', note.label, note.sentence
    )


def as_issued(html: str) -> SafeString:
    """A publication's article, byte for byte."""
    return mark_safe(html)  # noqa: S308 - it was made by draw() and never changes
