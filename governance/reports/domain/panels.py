"""The panels after a report (decision information, who approved it): rows of a label and an answer."""

import re
from dataclasses import dataclass

from governance.reports.domain.document import DocumentParagraph, DocumentSection, SectionKind

LABELLED = re.compile(r"\A\*\*([^*]+?):?\*\*:?[ \t]*(.*)\Z", re.DOTALL)
# A standing note of the form is printed in italics; it is the form's word and nobody's answer.
STANDING_NOTE = re.compile(r"(?<!\*)\*(?!\*)[^*]+\*(?!\*)")


@dataclass(frozen=True)
class PanelRow:
    """One row of a panel. ``answer`` is what was filled in, ``has_note`` whether the form says more."""

    label: str
    answer: str
    has_note: bool

    @property
    def is_blank(self) -> bool:
        """Nobody filled it in. "None" and "Not required" are answers; a standing note is not."""
        return not self.answer


def panel_row(text: str) -> PanelRow | None:
    """A paragraph of the form "**Label:** answer *note*" as a row; None for any other paragraph."""
    match = LABELLED.match(text.strip())
    if match is None:
        return None
    answer = STANDING_NOTE.sub("", match[2])
    return PanelRow(match[1].strip(), answer.strip(), answer != match[2])


def panel_rows(section: DocumentSection) -> tuple[tuple[DocumentParagraph, PanelRow], ...]:
    """A panel's paragraphs with their rows; empty when the section is no panel, or holds anything else."""
    if section.kind is not SectionKind.TAIL:
        return ()
    rows = tuple((paragraph, panel_row(paragraph.text)) for paragraph in section.paragraphs)
    return tuple((paragraph, row) for paragraph, row in rows if row is not None) if _all(rows) else ()


def _all(rows: tuple[tuple[DocumentParagraph, PanelRow | None], ...]) -> bool:
    return all(row is not None for _paragraph, row in rows)
