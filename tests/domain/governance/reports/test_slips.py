"""Codes nobody filled in, and sections printed twice."""

import pytest

from governance.reports.domain.checks import CheckCode, check
from governance.reports.domain.document import (
    Document,
    DocumentParagraph,
    DocumentSection,
    ParagraphKind,
    SectionKind,
)
from governance.reports.domain.numbering import numbered
from governance.reports.domain.slips import slips


def asked(*texts: str, key: str = "recommendations", repeats: str = "") -> DocumentSection:
    paragraphs = tuple(
        DocumentParagraph(f"{key}-{place}", ParagraphKind.RECOMMENDATION, text=text)
        for place, text in enumerate(texts, start=1)
    )
    return DocumentSection(key, "Recommendations", SectionKind.RECOMMENDATIONS, paragraphs, repeats=repeats)


def report(*sections: DocumentSection, title: str = "Working together") -> Document:
    return numbered(Document(title, (), sections))


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("Working together (LC000)", ["LC000"]),
        ("Working together (LC 0000)", ["LC 0000"]),
        ("Working together (LC017)", []),
        ("Working together (2020)", []),
        ("Working together", []),
    ],
)
def test_a_code_of_noughts_was_never_filled_in(title: str, codes: list[str]) -> None:
    found = slips(report(asked("Note it."), title=title))

    assert [one.sentence for one in found] == [
        f"The title carries the code {code}, in which no number was ever filled in." for code in codes
    ]
    assert [one.places for one in found] == [(("title", "recommendations"),) for _ in codes]


def test_a_section_printed_twice_with_the_same_words_is_no_finding() -> None:
    twice = report(
        asked("Note  it.", "Agree\nit."),
        asked("Note it.", "Agree it.", key="again", repeats="recommendations"),
    )

    assert slips(twice) == ()


def test_a_section_printed_twice_that_differs_says_where() -> None:
    twice = report(
        asked("Note it.", "Agree it."),
        asked("Note it.", "Agree that.", "Pay.", key="again", repeats="recommendations"),
    )

    assert [(one.sentence, one.places) for one in slips(twice)] == [
        (
            "“Recommendations” is printed twice and does not say the same: 2.2 and 2.3.",
            (("2.2", "again-2"), ("2.3", "again-3")),
        )
    ]


def test_a_paragraph_that_was_left_out_the_second_time_is_named_where_it_stands() -> None:
    twice = report(asked("Note it.", "Agree it."), asked("Note it.", key="again", repeats="recommendations"))

    assert slips(twice)[0].places == (("1.2", "recommendations-2"),)


def test_a_report_written_here_cannot_be_published_while_the_two_differ() -> None:
    twice = report(
        asked("Note it.", "Agree it."),
        asked("Note it.", "Agree that.", key="again", repeats="recommendations"),
    )

    found = [one for one in check(twice, [], lambda token: True) if one.code is CheckCode.REPEATED]

    assert [(one.level.label, one.sentence, one.paragraph_id) for one in found] == [
        (
            "Must fix",
            "“Recommendations” is printed twice, and 2.2 is not the same in both places. "
            "Give both the same words.",
            "again-2",
        )
    ]
