"""Numbers of sections, paragraphs, tables and appendices: worked out from their place, never typed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from core.domain.words import Labelled
from governance.reports.domain.document import Appendix, Document, DocumentParagraph, DocumentSection

ALPHABET = "abcdefghijklmnopqrstuvwxyz"


class AppendixLabels(Labelled):
    """How a house style names its appendices; a report uses one scheme only."""

    NUMBERS = "numbers"
    LETTERS = "letters"


@dataclass(frozen=True)
class Scheme:
    """A house style's way of numbering.

    Some councils number their headings "4.0", some print them bare over paragraphs 4.1, 4.2.
    """

    headings_numbered: bool = True
    appendix_labels: AppendixLabels = AppendixLabels.NUMBERS


def numbered(document: Document, scheme: Scheme | None = None) -> Document:
    """The same report with every number filled in.

    Sections are N.0 and their paragraphs and recommendations N.1, N.2; sub-headings, lists and
    tables take none. Panels after the report are not counted. Tables run through the whole
    report. Each appendix starts its paragraphs again at 1.1.
    """
    style = scheme or Scheme()
    tables = count(1)
    return replace(
        document,
        sections=_sections(document.sections, style, tables),
        appendices=tuple(
            replace(
                appendix,
                label=appendix_label(place, style.appendix_labels),
                sections=_sections(appendix.sections, style, tables),
            )
            for place, appendix in enumerate(document.appendices, start=1)
        ),
    )


def appendix_label(place: int, labels: AppendixLabels) -> str:
    """ "Appendix 2" or "Appendix B", counted from 1."""
    return f"Appendix {letter(place).upper() if labels is AppendixLabels.LETTERS else place}"


def letter(place: int) -> str:
    """The letter of an item of a lettered list, counted from 1: a to z, then aa, ab.

    Raises ValueError below 1.
    """
    if place < 1:
        raise ValueError("The first item of a list is number 1.")
    letters = ""
    while place:
        place, rest = divmod(place - 1, len(ALPHABET))
        letters = ALPHABET[rest] + letters
    return letters


def anchors(document: Document) -> dict[str, str]:
    """A link target for every paragraph by its id: "p4-3", and "appendix-1-p1-1" in an appendix."""
    places = {}
    for appendix in (None, *document.appendices):
        prefix = _slug(appendix) if appendix else ""
        for paragraph in _paragraphs(appendix.sections if appendix else document.sections):
            places[paragraph.id] = prefix + paragraph.anchor
    return places


def _sections(
    sections: Sequence[DocumentSection], style: Scheme, tables: "count[int]"
) -> tuple[DocumentSection, ...]:
    places = count(1)
    finished = []
    for section in sections:
        place = next(places) if section.kind.is_numbered else 0
        number = f"{place}.0" if place and style.headings_numbered else ""
        paragraphs = tuple(_numbered_paragraphs(section.paragraphs, place, tables))
        finished.append(replace(section, number=number, paragraphs=paragraphs))
    return tuple(finished)


def _numbered_paragraphs(
    paragraphs: Sequence[DocumentParagraph], section: int, tables: "count[int]"
) -> Iterator[DocumentParagraph]:
    places = count(1)
    for paragraph in paragraphs:
        is_counted = section and paragraph.kind.is_numbered
        number = f"{section}.{next(places)}" if is_counted else ""
        table = replace(paragraph.table, number=next(tables)) if paragraph.table else None
        yield replace(paragraph, number=number, table=table)


def _paragraphs(sections: Sequence[DocumentSection]) -> Iterator[DocumentParagraph]:
    for section in sections:
        yield from section.paragraphs


def _slug(appendix: Appendix) -> str:
    return f"{appendix.label.lower().replace(' ', '-')}-"
