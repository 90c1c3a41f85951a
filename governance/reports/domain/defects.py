"""What a report as printed got wrong that is no sum of money: labels that differ, rows nobody filled in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.domain.words import Labelled, listed
from governance.reports.domain.checks import appendix_labels
from governance.reports.domain.document import Document, DocumentParagraph, SectionKind
from governance.reports.domain.numbering import ALPHABET
from governance.reports.domain.panels import PanelRow, panel_rows


class DefectCode(Labelled):
    """The defects by name."""

    OTHER_LABEL = "appendix_under_another_label"
    NOT_LISTED = "appendix_not_listed"
    BLANK_ROW = "blank_row"
    PLACEHOLDER = "placeholder"
    REPEATED = "repeated_otherwise"
    WRITTEN = "written_in_several_ways"
    TELEPHONE = "no_telephone_number"


@dataclass(frozen=True)
class Defect:
    """One thing a paper got wrong. ``places`` pairs what the place is called with the paragraph's id."""

    code: DefectCode
    sentence: str
    places: tuple[tuple[str, str], ...]


def defects(document: Document) -> tuple[Defect, ...]:
    """Everything found in a numbered report, in reading order: appendices first, then the panels."""
    return (*_appendices(document), *_blank_rows(document))


# --- Appendices ---------------------------------------------------------------------------------


def _appendices(document: Document) -> Iterator[Defect]:
    """Each label that the text cites and the list of appendices does not have."""
    in_list = _listed_labels(document)
    for label, places in _cited(document).items():
        if label in in_list:
            continue
        twin = _twin(label, in_list)
        if twin:
            sentence = f"The text cites {label}. The list of appendices calls it {twin}."
            yield Defect(DefectCode.OTHER_LABEL, sentence, places)
        else:
            has = f"The list has {listed(in_list)}." if in_list else "The paper lists none."
            yield Defect(DefectCode.NOT_LISTED, f"The text cites {label}, which is not listed. {has}", places)


def _listed_labels(document: Document) -> list[str]:
    """The labels in the panels' row about appendices; where no panel has one, the report's own appendices."""
    rows = [
        (paragraph, row)
        for section in document.every_section()
        for paragraph, row in panel_rows(section)
        if "appendi" in row.label.lower()
    ]
    if not rows:
        return [appendix.label for appendix in document.appendices]
    return list(dict.fromkeys(label for paragraph, _row in rows for label in appendix_labels(paragraph)))


def _cited(document: Document) -> dict[str, tuple[tuple[str, str], ...]]:
    """Every label the text cites, outside the panels, with the paragraphs that do."""
    labels: dict[str, dict[str, str]] = {}
    for section in document.every_section():
        if section.kind is SectionKind.TAIL:
            continue
        for paragraph in section.paragraphs:
            for label in appendix_labels(paragraph):
                name = paragraph.number or section.heading
                labels.setdefault(label, {})[paragraph.id] = name
    return {
        label: tuple((name, paragraph_id) for paragraph_id, name in places.items())
        for label, places in labels.items()
    }


def _twin(label: str, in_list: list[str]) -> str:
    """The listed label that stands at the same place in the other way of counting: A is 1, 2 is B."""
    name = label.removeprefix("Appendix ")
    other = str(ALPHABET.index(name.lower()) + 1) if name.isalpha() else _letter(name)
    return f"Appendix {other}" if f"Appendix {other}" in in_list else ""


def _letter(number: str) -> str:
    place = int(number)
    return ALPHABET[place - 1].upper() if 0 < place <= len(ALPHABET) else ""


# --- Panels -------------------------------------------------------------------------------------


def _blank_rows(document: Document) -> Iterator[Defect]:
    """Each row of a panel that nobody filled in."""
    for section in document.every_section():
        for paragraph, row in panel_rows(section):
            if row.is_blank:
                sentence = f"“{row.label}” is blank{_although(paragraph, row)}."
                yield Defect(DefectCode.BLANK_ROW, sentence, ((section.heading, paragraph.id),))


def _although(paragraph: DocumentParagraph, row: PanelRow) -> str:
    """What the form says about the row all the same, in its first words that are a number of something."""
    if not row.has_note:
        return ""
    notice = re.search(r"\b(\d+) (days|years)\b", paragraph.text)
    printed = f"its notice of {notice[1]} {notice[2]}" if notice else "its notice"
    return f", although {printed} is printed"
