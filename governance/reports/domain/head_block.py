"""The block under a report's title: what its rows say when nobody typed anything into them."""

from dataclasses import dataclass
from datetime import date

from core.domain.words import day_words
from governance.reports.domain.document import Document, DocumentHeadRow

FOR_PUBLICATION = "For publication"
NOT_FOR_PUBLICATION = "Not for publication"


DRAFT = "draft"
AS_PRINTED = "as printed"


@dataclass(frozen=True)
class HeadFacts:
    """What the record knows about a report itself."""

    reference: str
    issue: str  # DRAFT, AS_PRINTED or "version 2"
    board: str
    held_on: date | None
    author: str
    is_public: bool
    is_slides: bool = False

    @property
    def is_draft(self) -> bool:
        return self.issue == DRAFT

    @property
    def publication_class(self) -> str:
        """What runs at the head of every page."""
        return FOR_PUBLICATION if self.is_public else NOT_FOR_PUBLICATION

    @property
    def mark(self) -> str:
        """What runs at the foot of every page: which report and which issue of it."""
        return f"{self.reference} {self.issue}"


@dataclass(frozen=True)
class Paper:
    """A numbered document and what is known of it: all that a page, a PDF and a Word file are drawn from."""

    document: Document
    facts: HeadFacts


def head_rows(typed: tuple[DocumentHeadRow, ...], facts: HeadFacts) -> tuple[DocumentHeadRow, ...]:
    """The rows as printed: what was typed, else what the record knows, and the reference last.

    A house style names its rows in its own words, so they are told apart by what they begin with.
    A row about which nothing is known stays empty and prints as not stated.
    """
    rows = tuple(DocumentHeadRow(row.label, row.value.strip() or _known(row.label, facts)) for row in typed)
    return (*rows, DocumentHeadRow("Report reference", facts.mark))


def _known(label: str, facts: HeadFacts) -> str:
    name = label.strip().lower()
    day = day_words(facts.held_on) if facts.held_on else ""
    if name.startswith("meeting"):
        return f"{facts.board}, {day}" if day and name == "meeting" else day or facts.board
    if name.startswith("date"):
        return day
    if name.startswith("for publication"):
        return "Yes" if facts.is_public else "No"
    if name.startswith("publication"):
        return facts.publication_class
    return facts.author if name.startswith(("report by", "report author", "author")) else ""
