"""A report as a tree of plain values: the page, the PDF and the checks all read this one thing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from core.domain.words import NOT_STATED, Labelled


class SectionKind(Labelled):
    """What stands in a section."""

    TEXT = "text"
    RECOMMENDATIONS = "recommendations"
    RISKS = "risk_table"
    TAIL = "unnumbered_panel"

    @property
    def is_numbered(self) -> bool:
        """Panels after the report (document information) carry no number and use none up."""
        return self is not SectionKind.TAIL


class ParagraphKind(Labelled):
    """What a paragraph prints as."""

    PARAGRAPH = "paragraph"
    RECOMMENDATION = "recommendation"
    SUBHEADING = "sub_heading"
    LIST = "list"
    TABLE = "table"
    BLOCK = "live_table"

    @property
    def is_numbered(self) -> bool:
        return self in (ParagraphKind.PARAGRAPH, ParagraphKind.RECOMMENDATION)


@dataclass(frozen=True)
class DocumentHeadRow:
    """One row of the block under the title. An empty value prints as not stated, never as a gap."""

    label: str
    value: str

    @property
    def printed(self) -> str:
        return self.value.strip() or NOT_STATED


@dataclass(frozen=True)
class TableData:
    """A table as page and paper draw it.

    ``numeric`` holds the positions of columns that are numbers; ``total`` is the last row when
    it adds the others up; ``number`` is its place among the report's tables, 0 before numbering.
    Raises ValueError when a row has more or fewer cells than there are headings.
    """

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()
    total: tuple[str, ...] | None = None
    note: str = ""
    number: int = 0

    def __post_init__(self) -> None:
        for row in (*self.rows, *([self.total] if self.total else [])):
            if len(row) != len(self.headings):
                raise ValueError(
                    f'A row of "{self.caption}" has {len(row)} cells where the table has '
                    f"{len(self.headings)} columns."
                )

    @property
    def title(self) -> str:
        """The caption as printed above it: "Table 2: Phase 2 resource"."""
        if not self.number:
            return self.caption
        return f"Table {self.number}: {self.caption}" if self.caption else f"Table {self.number}"


@dataclass(frozen=True)
class LiveChart:
    """The chart a live table has above it: what it is called, and its drawing (SVG)."""

    title: str
    svg: str


@dataclass(frozen=True)
class DocumentParagraph:
    """The unit of a report.

    ``id`` never changes; comments, clearances and links hang on it. ``text`` is the Markdown
    with its tokens; ``figures`` says how each of them prints, by its source, and one that is not in it
    prints as a gap. ``is_literal`` marks a sentence the software made, in which nothing is mark-up.
    A live table has ``table``, and ``chart`` where its block has one; a block without rows has ``drawn``,
    what its own template made of it. ``is_copied`` marks words taken over from an earlier report that nobody
    has confirmed for this one.
    """

    id: str
    kind: ParagraphKind
    text: str = ""
    figures: Mapping[str, str] = field(default_factory=dict)
    number: str = ""
    verb: str = ""
    table: TableData | None = None
    block: str = ""
    chart: LiveChart | None = None
    drawn: str = ""
    is_literal: bool = False
    is_copied: bool = False

    @property
    def is_missing(self) -> bool:
        """A live table that nothing draws: its block is gone or does not answer."""
        return self.kind is ParagraphKind.BLOCK and self.table is None and not self.drawn

    @property
    def is_blank(self) -> bool:
        return not self.text.strip() and self.table is None and not self.block

    @property
    def anchor(self) -> str:
        """Where a link to it points: "p4-3" once numbered. A number never typed never goes stale."""
        return f"p{self.number.replace('.', '-')}" if self.number else f"p-{self.id}"


@dataclass(frozen=True)
class DocumentSection:
    """A heading and what stands under it. ``repeats`` is the key of the section it prints again."""

    key: str
    heading: str
    kind: SectionKind
    paragraphs: tuple[DocumentParagraph, ...]
    number: str = ""
    is_required: bool = True
    repeats: str = ""

    @property
    def is_blank(self) -> bool:
        """Nothing but sub-headings and empty paragraphs: a heading promises words below it."""
        return all(
            paragraph.is_blank or paragraph.kind is ParagraphKind.SUBHEADING for paragraph in self.paragraphs
        )


@dataclass(frozen=True)
class Appendix:
    """An appendix with sections of its own; ``label`` is "Appendix 1" once numbered."""

    title: str
    sections: tuple[DocumentSection, ...] = ()
    label: str = ""


@dataclass(frozen=True)
class Document:
    """A whole report."""

    title: str
    head: tuple[DocumentHeadRow, ...]
    sections: tuple[DocumentSection, ...]
    appendices: tuple[Appendix, ...] = ()

    def every_section(self) -> Iterator[DocumentSection]:
        """Sections in reading order, those of the appendices last."""
        yield from self.sections
        for appendix in self.appendices:
            yield from appendix.sections

    def every_paragraph(self) -> Iterator[DocumentParagraph]:
        for section in self.every_section():
            yield from section.paragraphs

    def recommendations(self) -> tuple[DocumentParagraph, ...]:
        """What the board is asked to decide, once each even when a style prints them twice."""
        recommendations = {
            paragraph.id: paragraph
            for paragraph in reversed(list(self.every_paragraph()))
            if paragraph.kind is ParagraphKind.RECOMMENDATION
        }
        return tuple(reversed(recommendations.values()))
