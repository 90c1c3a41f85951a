"""What a paper writes in several ways: years, names, invented words; and telephone numbers of no length."""

import pytest

from governance.reports.domain.document import (
    Document,
    DocumentParagraph,
    DocumentSection,
    ParagraphKind,
    SectionKind,
)
from governance.reports.domain.numbering import numbered
from governance.reports.domain.spellings import spellings


def report(*texts: str, heading: str = "Purpose", kind: SectionKind = SectionKind.TEXT) -> Document:
    paragraphs = tuple(
        DocumentParagraph(f"id-{place}", ParagraphKind.PARAGRAPH, text=text)
        for place, text in enumerate(texts, start=1)
    )
    return numbered(
        Document("Working together", (), (DocumentSection("purpose", heading, kind, paragraphs),))
    )


def said(*texts: str) -> list[str]:
    return [one.sentence for one in spellings(report(*texts))]


def test_one_span_of_years_is_written_one_way() -> None:
    found = spellings(
        report("The Plan 2018-19 is new.", "The Plan 2018/19 too.", heading="The Plan 2018-2019")
    )

    assert [(one.sentence, one.places) for one in found] == [
        (
            "One span of years is written 2018-2019, 2018-19 and 2018/19.",
            (("The Plan 2018-2019", "purpose"), ("1.1", "id-1"), ("1.2", "id-2")),
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The plan 2018-19 and its successor 2019/20.",
        "In 2018-19, in 2018–19 and in (2018-19).",
        "In 2023/24 and from 2023 to 2024.",
        "On 2023-10-01 and 2023-11-01, 2023/1 and 2023-01.",
        "Paragraphs 2018-17 and 2018/17.",
    ],
)
def test_years_written_alike_or_none_at_all_are_no_finding(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("texts", "ways"),
    [
        (("A Taskforce follows.", "The Task Force leads."), "Taskforce and Task Force"),
        (("A Co-ordinating Group.", "**Coordinating Group:** it meets."), "Co-ordinating and Coordinating"),
        (
            ("The Wellbeing Board.", "The Well Being Strategy.", "The Well-being Plan."),
            "Wellbeing, Well Being and Well-being",
        ),
        (("The vehicle (DRIIVe).", "As for DRIIVE before."), "DRIIVe and DRIIVE"),
    ],
)
def test_one_name_is_written_one_way(texts: tuple[str, ...], ways: str) -> None:
    assert said(*texts) == [f"One name is written {ways}."]


@pytest.mark.parametrize(
    "texts",
    [
        ("Work WITH the city.", "Together with it.", "With care."),
        ("OTHER OPTIONS", "Other options", "IT.", "It is new."),
        ("The task force.", "A Task.", "Force of habit.", "Taskforce."),
        ("Task\n\n- Force", "A Taskforce."),
        ("PwC proposes.", "PwC’s proposals."),
        ("to co-ordinate and to coordinate",),
        ("[[funding.cost:PH-2.total]] and [[funding.cost:PH2.total]]",),
    ],
)
def test_weight_other_words_and_live_figures_are_no_finding(texts: tuple[str, ...]) -> None:
    assert said(*texts) == []


@pytest.mark.parametrize(
    ("number", "digits"), [("01632 9600000", 12), ("0xxxx xxxxxxx", 12), ("01632 9600", 9)]
)
def test_a_telephone_number_has_ten_digits_or_eleven(number: str, digits: int) -> None:
    panel = report(f"**Contact:** call {number}", heading="Contact", kind=SectionKind.TAIL)

    assert [(one.sentence, one.places) for one in spellings(panel)] == [
        (
            f"A telephone number has {digits} digits; in the United Kingdom one has 10 or 11.",
            (("Contact", "id-1"),),
        )
    ]


@pytest.mark.parametrize(
    "text",
    ["01632 960000", "01632 96000", "020 7946 0000", "0xxxx xxxxxx", "Minute 0123", "£0 300,000", "07"],
)
def test_a_number_of_the_right_length_and_one_of_something_else_are_no_finding(text: str) -> None:
    assert said(text) == []
