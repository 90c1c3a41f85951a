"""What a report as printed writes in several ways (years, names, capitals), and numbers no telephone has."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from core.domain.words import listed
from governance.reports.domain.defects import Defect, DefectCode
from governance.reports.domain.document import Document
from governance.reports.domain.markup import Token, plain
from governance.reports.domain.panels import panel_rows

# Plan years: "2018-19", "2018/19", "2018-2019"; a dash of either length is one way of writing.
YEARS = re.compile(r"(?<![\d/-])(20\d\d) ?([-–/]) ?(20\d\d|\d\d)(?![\d/-])")
# A name is a word with a capital at its front, or two of them side by side: Taskforce, Task Force.
NAME = re.compile(r"\b[A-Z][A-Za-z]*(?:-[A-Za-z]+)*\b")
# An invented word is known by a capital inside it: DRIIVe, PwC. A word in capitals for its weight is none
# unless it is written with capitals in more than one way.
ACRONYM = re.compile(r"\b[A-Za-z]*[A-Z][A-Za-z]*[A-Z][A-Za-z]*\b")
# Digits of a telephone number are often hidden where a paper is kept: an x stands for one.
TELEPHONE = re.compile(r"(?<![\dx])0[\dx]{2,5}(?: [\dx]{3,8}){1,2}(?![\dx])")
UK_DIGITS = (10, 11)

Place = tuple[str, str]
Forms = dict[str, dict[str, Place]]  # what is meant: each way it is written, and the first place of that way


def spellings(document: Document) -> tuple[Defect, ...]:
    """Everything found in a numbered report: years, then names, then capitals, then telephone numbers."""
    lines = tuple(_lines(document))
    rules: tuple[tuple[str, Callable[[str], Iterator[tuple[str, str]]]], ...] = (
        ("One span of years", _years),
        ("One name", _names),
        ("One name", _acronyms),
    )
    return (
        *(defect for subject, rule in rules for defect in _written(subject, _forms(lines, rule))),
        *_telephones(lines),
    )


def _lines(document: Document) -> Iterator[tuple[str, Place]]:
    """Every heading and every line of the report, with where it stands."""
    for section in document.every_section():
        yield section.heading, (section.heading, section.key)
        in_panel = {paragraph.id for paragraph, _row in panel_rows(section)}
        for paragraph in section.paragraphs:
            name = section.heading if paragraph.id in in_panel else paragraph.number or section.heading
            for line in plain(paragraph.text, _no_figure).split("\n"):
                yield line, (name, paragraph.id)


def _no_figure(token: Token) -> str:
    """Live figures are the record's and never a slip of the pen."""
    return ""


def _forms(lines: tuple[tuple[str, Place], ...], rule: Callable[[str], Iterator[tuple[str, str]]]) -> Forms:
    forms: Forms = {}
    for line, place in lines:
        for meant, written in rule(line):
            forms.setdefault(meant, {}).setdefault(written, place)
    return forms


def _written(subject: str, forms: Forms) -> Iterator[Defect]:
    for ways in forms.values():
        if len(ways) > 1:
            places = tuple(dict.fromkeys(ways.values()))
            yield Defect(DefectCode.WRITTEN, f"{subject} is written {listed(list(ways))}.", places)


def _years(line: str) -> Iterator[tuple[str, str]]:
    for first, sign, last in YEARS.findall(line):
        end = last if len(last) == len(first) else first[:2] + last
        if int(end) > int(first):
            yield f"{first} {end}", f"{first}{sign.replace('–', '-')}{last}"


def _names(line: str) -> Iterator[tuple[str, str]]:
    """Single words, and pairs of neighbours; a pair means what its two words mean run together.

    Words in capitals are headings or weight, and left to _acronyms.
    """
    names = [name for name in NAME.finditer(line) if not name[0].isupper()]
    for name in names:
        yield _bare(name[0]), name[0]
    for name, next_name in pairwise(names):
        both = line[name.start() : next_name.end()]
        if both == f"{name[0]} {next_name[0]}" and "-" not in both:
            yield _bare(both), both


def _acronyms(line: str) -> Iterator[tuple[str, str]]:
    for word in ACRONYM.findall(line):
        yield word.casefold(), word


def _telephones(lines: tuple[tuple[str, Place], ...]) -> Iterator[Defect]:
    for line, place in lines:
        for number in TELEPHONE.findall(line):
            digits = len(number.replace(" ", ""))
            if digits not in UK_DIGITS:
                sentence = f"A telephone number has {digits} digits; in the United Kingdom one has 10 or 11."
                yield Defect(DefectCode.TELEPHONE, sentence, (place,))


def _bare(name: str) -> str:
    """A name without hyphens, gaps and capitals."""
    return name.replace("-", "").replace(" ", "").casefold()
