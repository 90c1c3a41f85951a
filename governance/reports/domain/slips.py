"""What was not finished in a report as printed: a code never filled in, a repetition that differs."""

import re
from collections.abc import Iterator

from core.domain.words import listed
from governance.reports.domain.defects import Defect, DefectCode
from governance.reports.domain.document import Document
from governance.reports.domain.repeats import departures

# A reference whose digits are all noughts, as a form gives it before anybody numbers the report.
PLACEHOLDER = re.compile(r"\(([A-Z]{1,5}[ /-]?0{2,})\)")


def slips(document: Document) -> tuple[Defect, ...]:
    """Everything found in a numbered report, the title first."""
    return (*_placeholder(document), *_repetitions(document))


def _placeholder(document: Document) -> Iterator[Defect]:
    for code in PLACEHOLDER.findall(document.title):
        first = next(document.every_section(), None)
        sentence = f"The title carries the code {code}, in which no number was ever filled in."
        yield Defect(DefectCode.PLACEHOLDER, sentence, (("title", first.key if first else ""),))


def _repetitions(document: Document) -> Iterator[Defect]:
    for section, differ in departures(document):
        if differ:
            numbers = listed([paragraph.number or section.heading for paragraph in differ])
            sentence = f"“{section.heading}” is printed twice and does not say the same: {numbers}."
            places = tuple((paragraph.number or section.heading, paragraph.id) for paragraph in differ)
            yield Defect(DefectCode.REPEATED, sentence, places)
