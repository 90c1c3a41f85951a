"""What a page or a file says, line by line."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser

import docx
import openpyxl

from tests.governance.pdf_reading import text_of

BLOCK = re.compile(
    "address|article|aside|blockquote|body|br|caption|d[dlt]|details|div|fieldset|figcaption|figure|footer|form"
    "|h[1-6]|head|header|hr|html|legend|li|main|nav|[ou]l|option|p|pre|section|select|summary|svg|table|tbody"
    "|t[dhr]|text|textarea|tfoot|thead|title"
)
SILENT = frozenset(["script", "style"])
SPOKEN = ("aria-label", "alt", "title", "placeholder", "content", "value")
DRAWN_AT_RANDOM = frozenset(["csrfmiddlewaretoken", "seal", "viewport"])
DIGEST = re.compile(r"\b[0-9a-f]{64}\b")  # of mark-up, whose white space may change
WORD_FILE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class PageReader(HTMLParser):
    """Collects a page's words, line by block, and the addresses it links to."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines = [""]
        self.links: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins a line; what is read aloud of an element counts as words."""
        if tag in SILENT:
            self._silent += 1
        if BLOCK.fullmatch(tag):
            self.lines.append("")
        attributes = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in attributes:
            self.links.append(attributes["href"])
        if attributes.get("name") in DRAWN_AT_RANDOM:
            return
        for name in SPOKEN:
            if attributes.get(name):
                self.lines[-1] += f" [{name}: {attributes[name]}] "

    def handle_endtag(self, tag: str) -> None:
        """The end of a block ends its line."""
        if tag in SILENT:
            self._silent -= 1
        if BLOCK.fullmatch(tag):
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        """Text, unless it is a script's."""
        if not self._silent:
            self.lines[-1] += data

    def words(self) -> list[str]:
        """The lines that say something, white space as a browser shows it."""
        shown = (DIGEST.sub("(digest)", re.sub(r"[ \t\n\r\f]+", " ", line).strip()) for line in self.lines)
        return [line for line in shown if line]


def file_words(content: bytes, media: str) -> list[str]:
    """A file's lines: a PDF's as laid out, a spreadsheet's and a Word file's by paragraph and row."""
    if media == "application/pdf":
        printed = text_of(content, "-layout").splitlines()
        return [DIGEST.sub("(digest)", line) for line in printed if line.strip()]
    if media == SPREADSHEET:
        return [
            f"{sheet.title}: {' | '.join(str(value) for value in row if value is not None)}"
            for sheet in openpyxl.load_workbook(io.BytesIO(content))
            for row in sheet.iter_rows(values_only=True)
        ]
    if media == WORD_FILE:
        document = docx.Document(io.BytesIO(content))
        rows = (row for table in document.tables for row in table.rows)
        return [
            *(paragraph.text for paragraph in document.paragraphs if paragraph.text),
            *(" | ".join(cell.text for cell in row.cells) for row in rows),
        ]
    return content.decode("utf-8", "replace").splitlines() if media.startswith("text/") else [f"({media})"]
