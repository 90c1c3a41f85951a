"""Numbers worked out from their place."""

import pytest

from governance.reports.domain.document import (
    Appendix,
    Document,
    DocumentHeadRow,
    DocumentParagraph,
    DocumentSection,
    ParagraphKind,
    SectionKind,
    TableData,
)
from governance.reports.domain.numbering import (
    AppendixLabels,
    Scheme,
    anchors,
    appendix_label,
    letter,
    numbered,
)

TABLE = TableData("Costs", ("Post", "£"), (("Manager", "5"),))


def paragraph(
    name: str, kind: ParagraphKind = ParagraphKind.PARAGRAPH, table: TableData | None = None
) -> DocumentParagraph:
    return DocumentParagraph(name, kind, text=f"Words of {name}.", table=table)


def section(
    heading: str, *paragraphs: DocumentParagraph, kind: SectionKind = SectionKind.TEXT
) -> DocumentSection:
    return DocumentSection(heading.lower(), heading, kind, paragraphs)


REPORT = Document(
    "Update on approach",
    (DocumentHeadRow("Date", "20 July 2023"), DocumentHeadRow("Sponsor", " ")),
    (
        section("Purpose", paragraph("purpose")),
        section(
            "Recommendations",
            paragraph("rec-1", ParagraphKind.RECOMMENDATION),
            paragraph("rec-2", ParagraphKind.RECOMMENDATION),
            kind=SectionKind.RECOMMENDATIONS,
        ),
        section(
            "Details",
            paragraph("sub", ParagraphKind.SUBHEADING),
            paragraph("first"),
            paragraph("list", ParagraphKind.LIST),
            paragraph("costs", ParagraphKind.TABLE, TABLE),
            paragraph("second"),
        ),
        section("Document information", paragraph("author"), kind=SectionKind.TAIL),
    ),
    (
        Appendix(
            "Implications",
            (
                section("Financial", paragraph("money"), paragraph("more", ParagraphKind.BLOCK, TABLE)),
                section("Legal", paragraph("law")),
            ),
        ),
        Appendix("Plan on a page"),
    ),
)


def numbers(document: Document) -> dict[str, str]:
    return {each.id: each.number for each in document.every_paragraph()}


def test_headings_and_paragraphs_are_numbered_by_their_place() -> None:
    document = numbered(REPORT)

    assert [each.number for each in document.every_section()] == ["1.0", "2.0", "3.0", "", "1.0", "2.0"]
    assert numbers(document) == {
        "purpose": "1.1",
        "rec-1": "2.1",
        "rec-2": "2.2",
        "sub": "",
        "first": "3.1",
        "list": "",
        "costs": "",
        "second": "3.2",
        "author": "",
        "money": "1.1",
        "more": "",
        "law": "2.1",
    }


def test_a_style_may_leave_its_headings_bare() -> None:
    document = numbered(REPORT, Scheme(headings_numbered=False))

    assert [each.number for each in document.every_section()] == [""] * 6
    assert numbers(document)["second"] == "3.2"


def test_tables_are_counted_through_the_whole_report() -> None:
    titles = [each.table.title for each in numbered(REPORT).every_paragraph() if each.table]

    assert titles == ["Table 1: Costs", "Table 2: Costs"]


def test_appendices_follow_one_scheme() -> None:
    letters = numbered(REPORT, Scheme(appendix_labels=AppendixLabels.LETTERS))

    assert [each.label for each in numbered(REPORT).appendices] == ["Appendix 1", "Appendix 2"]
    assert [each.label for each in letters.appendices] == ["Appendix A", "Appendix B"]
    assert appendix_label(27, AppendixLabels.LETTERS) == "Appendix AA"


def test_every_paragraph_has_a_link_target_of_its_own() -> None:
    targets = anchors(numbered(REPORT))

    assert targets["first"] == "p3-1"
    assert targets["costs"] == "p-costs"
    assert targets["money"] == "appendix-1-p1-1"
    assert len(set(targets.values())) == len(targets) == 12


def test_a_paragraph_put_in_front_moves_the_numbers_behind_it() -> None:
    details = section("Details", paragraph("new"), *REPORT.sections[2].paragraphs)
    longer = Document(REPORT.title, REPORT.head, (*REPORT.sections[:2], details))

    assert numbers(numbered(longer))["second"] == "3.3"


@pytest.mark.parametrize(("place", "expected"), [(1, "a"), (4, "d"), (26, "z"), (27, "aa"), (52, "az")])
def test_lists_are_lettered_past_the_alphabet(place: int, expected: str) -> None:
    assert letter(place) == expected


def test_there_is_no_item_before_the_first() -> None:
    with pytest.raises(ValueError, match="number 1"):
        letter(0)


def test_recommendations_printed_twice_are_asked_once() -> None:
    again = section("Recommendations again", *REPORT.sections[1].paragraphs, kind=SectionKind.RECOMMENDATIONS)
    document = Document(REPORT.title, REPORT.head, (*REPORT.sections, again))

    assert [each.id for each in document.recommendations()] == ["rec-1", "rec-2"]


def test_an_empty_row_of_the_head_block_says_so() -> None:
    assert [row.printed for row in REPORT.head] == ["20 July 2023", "Not stated"]


def test_a_table_whose_rows_do_not_fit_its_columns_is_refused() -> None:
    with pytest.raises(ValueError, match='A row of "Costs" has 1 cells where the table has 2 columns'):
        TableData("Costs", ("Post", "£"), (("Manager",),))


def test_a_table_is_titled_as_far_as_it_has_a_caption() -> None:
    assert [TABLE.title, TableData("", ("A",), (), number=3).title] == ["Costs", "Table 3"]
