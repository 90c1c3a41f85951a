"""A report's document as a Word file: the same words, numbers and tables as the page and the PDF."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from html import unescape
from typing import Any

from docx import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor

from governance.reports.domain.document import (
    DocumentHeadRow,
    DocumentParagraph,
    DocumentSection,
    ParagraphKind,
    TableData,
)
from governance.reports.domain.head_block import Paper
from governance.reports.drawing.paragraphs import html_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
INK = RGBColor(0x1D, 0x1D, 0x1B)
TEXT_WIDTH = 17  # centimetres: A4 less its margins
CHARACTER, CELL_MARGINS = (
    0.2,
    0.4,
)  # centimetres: a bold letter of a table's 9 points, and the sides of a cell
MOST_CHARACTERS = 60  # a longer text does not make its column wider
TAGS = re.compile(r"<[^>]+>")


def report_docx(shown: Paper, *, made_at: datetime) -> bytes:
    """The report as DOCX: true headings, a title, tables whose first row repeats, page numbers at the foot.

    ``made_at`` becomes the file's dates.
    """
    paper = WordDocument()
    _set_up(paper, shown, made_at)
    paper.add_paragraph(shown.facts.board, style="Subtitle")
    paper.add_heading(shown.document.title, level=0)
    _head(paper, shown.document.head)
    for section in shown.document.every_section():
        _section(paper, section)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _set_up(paper: Any, shown: Paper, made_at: datetime) -> None:
    """A4, the running head and foot, the file's own description, one quiet type."""
    page = paper.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2)
    page.header.paragraphs[0].text = f"{shown.facts.board}: {shown.facts.publication_class.lower()}"
    foot = page.footer.paragraphs[0]
    foot.add_run(f"{shown.facts.mark}, page ")
    _field(foot, "PAGE")
    foot.add_run(" of ")
    _field(foot, "NUMPAGES")
    about = paper.core_properties
    about.title, about.author, about.language = (
        shown.document.title,
        shown.facts.board,
        "en-GB",
    )
    about.created = about.modified = made_at.astimezone(UTC).replace(tzinfo=None)  # the file says "Z"
    about.comments = ""
    for name in ("Normal", "Heading 1", "Title", "Subtitle"):
        style = paper.styles[name]
        style.font.name, style.font.color.rgb = "Arial", INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    paper.styles["Normal"].font.size = Pt(11)


def _field(paragraph: Any, name: str) -> None:
    """A number Word works out itself."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)


def _head(paper: Any, rows: tuple[DocumentHeadRow, ...]) -> None:
    for row in rows:
        line = paper.add_paragraph()
        line.add_run(f"{row.label}: ").bold = True
        line.add_run(row.printed)


def _section(paper: Any, section: DocumentSection) -> None:
    paper.add_heading(f"{section.number} {section.heading}".strip(), level=1)
    for paragraph in section.paragraphs:
        if paragraph.table:
            _table(paper, paragraph.table)
        elif paragraph.kind is ParagraphKind.SUBHEADING:
            paper.add_heading(_plain(paragraph), level=2)
        else:
            paper.add_paragraph(f"{paragraph.number} {_plain(paragraph)}".strip())


def _plain(paragraph: DocumentParagraph) -> str:
    return unescape(TAGS.sub("", html_of(paragraph))).strip()


def _table(paper: Any, table: TableData) -> None:
    caption = paper.add_paragraph(table.title)
    caption.runs[0].bold = True
    caption.paragraph_format.keep_with_next = True
    rows = [*table.rows, *([table.total] if table.total else [])]
    drawn = paper.add_table(rows=1 + len(rows), cols=len(table.headings), style="Table Grid")
    drawn.alignment, drawn.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    widths = _widths([table.headings, *rows])
    for column, width in zip(drawn.columns, widths, strict=True):
        column.width = width
    for line, cells in zip(drawn.rows, [table.headings, *rows], strict=True):
        is_heading = line._tr is drawn.rows[0]._tr
        _no_break(line, is_heading)
        for place, (cell, words) in enumerate(zip(line.cells, cells, strict=True)):
            cell.width, written = widths[place], cell.paragraphs[0]
            run = written.add_run(words)
            run.font.size, run.bold = Pt(9), is_heading or cells is table.total
            written.alignment = 2 if place in table.numeric else None
    if table.note:
        paper.add_paragraph(table.note)
    paper.add_paragraph()


def _widths(rows: Sequence[Sequence[str]]) -> list[Length]:
    """How wide each column is, together the text's width: a reference needs less than what happened.

    Each has room for its longest word; what is left goes to those whose texts would need several lines.
    """
    columns = [[len(cell) for cell in column] for column in zip(*rows, strict=True)]
    words = [
        max(len(word) for cell in column for word in cell.split() or [""])
        for column in zip(*rows, strict=True)
    ]
    least = [CELL_MARGINS + CHARACTER * word for word in words]
    more = [
        max(min(max(column), MOST_CHARACTERS) - word, 1) for column, word in zip(columns, words, strict=True)
    ]
    left = max(TEXT_WIDTH - sum(least), 0)
    asked = [width + left * part / sum(more) for width, part in zip(least, more, strict=True)]
    return [Cm(TEXT_WIDTH * width / sum(asked)) for width in asked]


def _no_break(row: Any, is_heading: bool) -> None:
    """A row stays on one page, and the first one stands on each."""
    about = row._tr.get_or_add_trPr()
    for name in ("w:cantSplit", *(("w:tblHeader",) if is_heading else ())):
        about.append(OxmlElement(name))
