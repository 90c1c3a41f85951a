"""Sections that a house style prints twice, as some councils print their recommendations."""

from collections.abc import Iterator
from itertools import zip_longest

from governance.reports.domain.document import Document, DocumentParagraph, DocumentSection


def departures(document: Document) -> Iterator[tuple[DocumentSection, tuple[DocumentParagraph, ...]]]:
    """Each section that shall repeat another one, with its paragraphs that do not; white space is no word.

    A paragraph the first section has and the second has not is given as the first one's.
    """
    sections = {section.key: section for section in document.every_section()}
    for section in sections.values():
        original = sections.get(section.repeats)
        if original is None:
            continue
        pairs = zip_longest(original.paragraphs, section.paragraphs)
        differ = tuple(again or first for first, again in pairs if _words(first) != _words(again))
        yield section, tuple(paragraph for paragraph in differ if paragraph is not None)


def _words(paragraph: DocumentParagraph | None) -> tuple[str, ...]:
    return tuple(paragraph.text.split()) if paragraph else ()
