"""What a report as printed got wrong that is no money, and the panels it is looked for in."""

import pytest

from governance.reports.domain.appendices import in_appendices
from governance.reports.domain.defects import Defect, DefectCode, defects
from governance.reports.domain.document import (
    Appendix,
    Document,
    DocumentParagraph,
    DocumentSection,
    ParagraphKind,
    SectionKind,
)
from governance.reports.domain.numbering import Scheme, numbered
from governance.reports.domain.panels import PanelRow, panel_row, panel_rows


def section(key: str, *texts: str, kind: SectionKind = SectionKind.TEXT) -> DocumentSection:
    paragraphs = tuple(
        DocumentParagraph(f"{key}-{place}", ParagraphKind.PARAGRAPH, text)
        for place, text in enumerate(texts, start=1)
    )
    return DocumentSection(key, key.capitalize(), kind, paragraphs)


def panel(*texts: str) -> DocumentSection:
    return section("panel", *texts, kind=SectionKind.TAIL)


def found_in(
    *sections: DocumentSection, appendices: tuple[Appendix, ...] = ()
) -> list[tuple[DefectCode, str]]:
    document = numbered(Document("Title", (), sections, appendices), Scheme())
    return [(defect.code, defect.sentence) for defect in defects(document)]


# --- Rows of panels -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("**Wards affected:** All", PanelRow("Wards affected", "All", False)),
        ("**Wards affected**: All", PanelRow("Wards affected", "All", False)),
        ("**Wards affected:**", PanelRow("Wards affected", "", False)),
        ("**Number:** *Within 28 days.*", PanelRow("Number", "", True)),
        ("**Number:** 941 *Within 28 days.*", PanelRow("Number", "941", True)),
        ("**Number:** **941**", PanelRow("Number", "**941**", False)),
        ("**List:**\n\n- one\n- two", PanelRow("List", "- one\n- two", False)),
    ],
)
def test_a_panels_row_is_a_label_and_what_stands_beside_it(text: str, row: PanelRow) -> None:
    assert panel_row(text) == row


@pytest.mark.parametrize("text", ["All wards", "See **wards**", "", "*Note:* nothing"])
def test_what_does_not_begin_with_a_label_is_no_row(text: str) -> None:
    assert panel_row(text) is None


def test_only_a_panel_all_of_whose_paragraphs_are_rows_is_drawn_as_rows() -> None:
    mixed = panel("**Wards affected:** All", "And a sentence.")

    assert [row.label for _paragraph, row in panel_rows(panel("**One:** 1", "**Two:**"))] == ["One", "Two"]
    assert panel_rows(mixed) == ()
    assert panel_rows(section("details", "**Background** of it")) == ()


def test_a_row_without_an_answer_is_blank_and_none_is_an_answer() -> None:
    rows = [panel_row(f"**Background papers:** {answer}") for answer in ("", "None", "*Kept for 4 years.*")]

    assert [row.is_blank for row in rows if row] == [True, False, True]


def test_a_blank_row_is_found_with_the_notice_that_is_printed_all_the_same() -> None:
    assert found_in(
        panel("**Wards:**", "**Number:** *28 days ahead.*", "**Form:** *Ask us.*", "**A:** Not required")
    ) == [
        (DefectCode.BLANK_ROW, "“Wards” is blank."),
        (DefectCode.BLANK_ROW, "“Number” is blank, although its notice of 28 days is printed."),
        (DefectCode.BLANK_ROW, "“Form” is blank, although its notice is printed."),
    ]


def test_a_blank_paragraph_outside_a_panel_is_no_blank_row() -> None:
    assert found_in(section("details", "**Background:**")) == []


# --- Appendices ---------------------------------------------------------------------------------

LISTED = "**Appendices:**\n\n- Appendix 1: The work\n- Appendix 2: The agreement"


def test_letters_cited_where_the_list_has_numbers_are_named_with_all_their_paragraphs() -> None:
    document = numbered(
        Document(
            "T", (), (section("asked", "As in Appendix B", "As in appendix b and Appendix B"), panel(LISTED))
        )
    )

    assert defects(document) == (
        Defect(
            DefectCode.OTHER_LABEL,
            "The text cites Appendix B. The list of appendices calls it Appendix 2.",
            (("1.1", "asked-1"), ("1.2", "asked-2")),
        ),
    )


def test_numbers_cited_where_the_list_has_letters_are_found_too() -> None:
    assert found_in(section("asked", "See Appendix 1."), panel("**Appendices:** Appendix A")) == [
        (DefectCode.OTHER_LABEL, "The text cites Appendix 1. The list of appendices calls it Appendix A.")
    ]


@pytest.mark.parametrize(
    ("cited", "sentence"),
    [
        ("C", "The text cites Appendix C, which is not listed. The list has Appendix 1 and Appendix 2."),
        ("3", "The text cites Appendix 3, which is not listed. The list has Appendix 1 and Appendix 2."),
        ("0", "The text cites Appendix 0, which is not listed. The list has Appendix 1 and Appendix 2."),
        ("99", "The text cites Appendix 99, which is not listed. The list has Appendix 1 and Appendix 2."),
    ],
)
def test_an_appendix_that_is_on_no_list_is_found(cited: str, sentence: str) -> None:
    assert found_in(section("asked", f"See Appendix {cited}."), panel(LISTED)) == [
        (DefectCode.NOT_LISTED, sentence)
    ]


def test_a_list_that_says_none_lists_none() -> None:
    assert found_in(section("asked", "See Appendix 1."), panel("**Appendices:** None")) == [
        (DefectCode.NOT_LISTED, "The text cites Appendix 1, which is not listed. The paper lists none.")
    ]


def test_what_is_cited_as_it_is_listed_is_no_defect_wherever_it_is_cited() -> None:
    own = (Appendix("Implications", (section("legal", "As in Appendix 2."),)),)

    assert found_in(section("asked", "Appendices 1 and 2."), panel(LISTED), appendices=own) == []


def test_without_a_list_a_reports_own_appendices_count_as_listed() -> None:
    own = (Appendix("Implications", (section("legal", "None."),)),)

    assert found_in(section("asked", "See Appendix 1."), appendices=own) == []


# --- Which sections stand in an appendix --------------------------------------------------------


def test_sections_go_into_the_appendix_their_house_style_names_and_keep_their_order() -> None:
    style = [
        {"key": "legal", "appendix": 1, "appendix_title": "Implications"},
        {"key": "money", "appendix": 1},
        {"key": "plan", "appendix": 2},
        {"heading": "No key"},
    ]
    parts = tuple(section(key) for key in ("plan", "summary", "legal", "own", "money"))

    body, appendices = in_appendices(parts, style)

    assert [one.key for one in body] == ["summary", "own"]
    assert [(one.title, [part.key for part in one.sections]) for one in appendices] == [
        ("Implications", ["legal", "money"]),
        ("", ["plan"]),
    ]


def test_a_report_without_appendices_has_its_sections_and_nothing_else() -> None:
    parts = (section("summary"),)

    assert in_appendices(parts, []) == (parts, ())
