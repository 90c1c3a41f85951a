"""The figures of the joint committee's paper of July 2023, and what is wrong with them.

The rows are the paper's own figures with the paragraphs they stand in.
"""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from funding.domain.reconcile import findings, is_transposed
from funding.domain.stated import Ask, FindingCode, PrintedFinding, StatedFacts, Unit


def prose(paragraph: str, label: str, value: str, claims: str, unit: Unit = Unit.MONEY) -> StatedFacts:
    return StatedFacts(paragraph, label, Decimal(value), unit=unit, claims=claims)


def table(paragraph: str, title: str, *rows: tuple[str, int, str]) -> list[StatedFacts]:
    """Rows of label, value and claim; a label with "total" in it is a total."""
    return [
        StatedFacts(
            paragraph,
            label,
            Decimal(value),
            table=title,
            is_total="total" in label.lower(),
            claims=claims,
        )
        for label, value, claims in rows
    ]


def funding_table(paragraph: str, partnership_fund: int, pool: int) -> list[StatedFacts]:
    return [
        *table(
            paragraph,
            "Phase 2 Funding 24/25",
            ("County Council Funding", 144000, "PH-2.funding.county"),
            ("DEP Funding", partnership_fund, "PH-2.funding.dep"),
            ("Business Rate Pool Contribution", pool, "PH-2.funding.pool"),
            ("Total", 358000, "PH-2.funding"),
        ),
        prose(paragraph, "County Council Funding", "40", "PH-2.funding.county", Unit.PERCENT),
    ]


PAPER = [
    prose("2.5", "funding for the rest of 2023/24", "70161", "PH-1.funding"),
    prose("2.6", "funding for 2024/25", "357747", "PH-2.cost"),
    prose("4.20", "the cost of the team", "331404", "TEAM-2022.cost"),
    prose("4.24", "phase 1", "6", "PH-1.months", Unit.MONTHS),
    prose("4.24", "phase 1", "70161", "PH-1.cost"),
    *table(
        "4.24",
        "Phase 1 Resource",
        ("Grade 12 Programme Manager", 56623, ""),
        ("Grade 9 Project Officers", 78700, ""),
        ("Programme Team total", 135323, ""),
        ("Equipment, travel, subsistence and host authority costs", 5000, ""),
        ("Total", 140323, "PH-1.annual"),
    ),
    prose("4.25", "phase 2", "375747", "PH-2.cost"),
    *table(
        "4.25",
        "Phase 2 Resource",
        ("Grade 12 Programme Manager", 56623, ""),
        ("Grade 9 Project Officers", 157400, ""),
        ("Grade 9 Communications Officer", 39350, ""),
        ("Grade 6 Admin Support", 29374, ""),
        ("Programme Team total", 282747, ""),
        ("Programme budget", 50000, ""),
        ("Equipment, travel, subsistence and host authority costs", 15000, ""),
        ("Communications budget", 10000, ""),
        ("Total", 357747, "PH-2.cost"),
    ),
    *table(
        "4.27",
        "2022 shares",
        ("County Council", 174499, ""),
        ("District and Borough Councils", 52350, ""),
        ("x three councils", 157050, ""),
        ("Total", 331549, "TEAM-2022.funding"),
    ),
    prose("4.30", "phase 2", "357747", "PH-2.cost"),
    *table(
        "4.31",
        "Phase 1 Funding 23/24",
        ("County Council Funding", 70161, ""),
        ("Total", 70161, "PH-1.funding"),
    ),
    *funding_table("4.31", 120000, 94000),
    prose("4.32", "the shortfall beyond March 2025", "94000", "PH-2.shortfall"),
    prose("6.1", "phase 2", "357747", "PH-2.cost"),
    *table(
        "6.2",
        "Phase 1 Funding 23/24",
        ("County Council Funding", 70161, ""),
        ("Total", 70161, "PH-1.funding"),
    ),
    *funding_table("6.2", 80000, 134000),
    prose("6.3", "the shortfall beyond March 2025", "134000", "PH-2.shortfall"),
]
RECORD = {
    "PH-1.annual": Decimal("140323.00"),
    "PH-1.months": Decimal(7),
    "PH-2.annual": Decimal("357747.00"),
    "PH-2.cost": Decimal("357747.00"),
}
ASK = Ask("2.6", Decimal(357747), ("PH-2.funding.dep", "PH-2.funding.pool"))


def told(found: tuple[PrintedFinding, ...]) -> list[tuple[FindingCode, str, Decimal]]:
    return [(finding.code, finding.sentence, finding.difference) for finding in found]


def test_the_paper_of_july_2023_disagrees_with_itself_in_eight_ways_and_no_more() -> None:
    assert told(findings(PAPER, RECORD, [ASK])) == [
        (
            FindingCode.TRANSPOSED,
            "Paragraph 4.25 says £375,747 for phase 2. Paragraph 2.6, the table in 4.25, paragraph 4.30 "
            "and paragraph 6.1 say £357,747, and so does the record. "
            "The digits are the same in another order, £18,000 apart.",
            Decimal(18000),
        ),
        (
            FindingCode.TWO_VALUES,
            "Paragraph 4.32 says £94,000 for the shortfall beyond March 2025. "
            "Paragraph 6.3 says £134,000. They are £40,000 apart.",
            Decimal(40000),
        ),
        (
            FindingCode.TWO_TABLES,
            "The tables in 4.31 and 6.2 show the same thing and differ: "
            "DEP Funding £120,000 and £80,000 and Business Rate Pool Contribution £94,000 and £134,000.",
            Decimal(40000),
        ),
        (
            FindingCode.FUNDING_UNLIKE_COST,
            "Funding of £358,000 (the table in 4.31 and the table in 6.2) is £253 more than the cost of "
            "£357,747 (paragraph 2.6, the table in 4.25, paragraph 4.30 and paragraph 6.1).",
            Decimal(253),
        ),
        (
            FindingCode.FUNDING_UNLIKE_COST,
            "Funding of £331,549 (the table in 4.27) is £145 more than the cost of £331,404 "
            "(paragraph 4.20).",
            Decimal(145),
        ),
        (
            FindingCode.PERCENT_UNLIKE_BASE,
            "County Council Funding is printed as 40%, but £144,000 is 40.25% of the cost (£357,747) "
            "and 40.22% of the funding (£358,000). It would be 40% of £360,000.",
            Decimal(800),
        ),
        (
            FindingCode.SOURCES_UNLIKE_SUM,
            "Recommendation 2.6 asks for £357,747 and names DEP Funding and Business Rate Pool Contribution, "
            "£214,000 together. That leaves £143,747 without a named source. "
            "The table in 4.31 also has County Council Funding at £144,000.",
            Decimal(143747),
        ),
        (
            FindingCode.PERIOD_UNLIKE_MONTHS,
            "Paragraph 4.24 says six months. By its dates phase 1 lasts seven. "
            "At £140,323 a year that costs £81,855.08, £11,693.58 more than six months.",
            Decimal("11693.58"),
        ),
    ]


def test_without_a_record_the_commonest_statement_is_the_measure() -> None:
    found = findings(PAPER, {})

    assert [finding.code for finding in found] == [
        FindingCode.TRANSPOSED,
        FindingCode.TWO_VALUES,
        FindingCode.TWO_TABLES,
        FindingCode.FUNDING_UNLIKE_COST,
        FindingCode.FUNDING_UNLIKE_COST,
        FindingCode.PERCENT_UNLIKE_BASE,
    ]


def test_the_places_of_a_finding_are_the_rows_it_is_about() -> None:
    shares = [row for row in PAPER if row.claims.startswith("TEAM-2022")]

    found = findings(shares, {})

    assert [finding.places for finding in found] == [(shares[1], shares[0])]


def test_a_figure_in_whole_pounds_agrees_with_a_record_inside_that_pound() -> None:
    ask = [prose("2.5", "phase 1", "70161", "PH-1.cost")]

    assert findings(ask, {"PH-1.cost": Decimal("70161.50")}) == ()
    assert findings([prose("2.5", "phase 1", "70162", "PH-1.cost")], {"PH-1.cost": Decimal("70161.50")}) == ()


def test_a_figure_with_pence_agrees_only_exactly() -> None:
    stated = [prose("2.5", "phase 1", "70161.40", "PH-1.cost")]

    assert told(findings(stated, {"PH-1.cost": Decimal("70161.50")})) == [
        (
            FindingCode.UNLIKE_RECORD,
            "Paragraph 2.5 says £70,161.40 for phase 1. The record says £70,161.50. They are £0.10 apart.",
            Decimal("0.10"),
        )
    ]


def test_one_statement_with_digits_swapped_is_told_as_that() -> None:
    stated = [prose("4.25", "phase 2", "375747", "PH-2.cost")]

    assert told(findings(stated, RECORD)) == [
        (
            FindingCode.TRANSPOSED,
            "Paragraph 4.25 says £375,747 for phase 2. The record says £357,747. "
            "The digits are the same in another order, £18,000 apart.",
            Decimal(18000),
        )
    ]


def test_two_statements_neither_of_which_the_record_bears_out_are_one_finding() -> None:
    stated = [row for row in PAPER if row.claims == "PH-2.shortfall"]

    assert told(findings(stated, {"PH-2.shortfall": Decimal(93747)})) == [
        (
            FindingCode.TWO_VALUES,
            "Paragraph 4.32 says £94,000 for the shortfall beyond March 2025. Paragraph 6.3 says £134,000. "
            "They are £40,000 apart. The record says £93,747.",
            Decimal(40000),
        )
    ]


def test_a_third_value_in_prose_is_told_beside_two_tables_that_differ() -> None:
    rows = [
        *funding_table("4.31", 120000, 94000)[:-1],
        *funding_table("6.2", 80000, 134000)[:-1],
        prose("7.1", "DEP Funding", "80000", "PH-2.funding.dep"),
        prose("7.2", "DEP Funding", "90000", "PH-2.funding.dep"),
    ]

    assert [(finding.code, finding.sentence) for finding in findings(rows, {})][:1] == [
        (
            FindingCode.TWO_VALUES,
            "The table in 4.31 says £120,000 for DEP Funding. Paragraph 7.2 says £90,000. "
            "They are £30,000 apart.",
        )
    ]
    assert len(findings(rows, {})) == 2


def test_one_table_that_meets_a_recommendation_is_enough() -> None:
    rows = [*funding_table("4.31", 120000, 94000)[:-1], *funding_table("6.2", 80000, 134001)[:-1]]
    ask = Ask("2.6", Decimal(214001), ("PH-2.funding.dep", "PH-2.funding.pool"))

    assert FindingCode.SOURCES_UNLIKE_SUM not in {finding.code for finding in findings(rows, {}, [ask])}


def test_a_total_that_is_not_the_sum_of_its_lines_is_named() -> None:
    rows = table("4.1", "Costs", ("Posts", 100, ""), ("Travel", 20, ""), ("Total", 130, ""))

    assert told(findings(rows, {})) == [
        (
            FindingCode.TOTAL_UNLIKE_LINES,
            "The table in 4.1 prints Total as £130. Its lines add up to £120, £10 less.",
            Decimal(10),
        )
    ]


def test_a_wrong_subtotal_is_named_once_and_carried_as_printed() -> None:
    rows = table(
        "4.1",
        "Costs",
        ("Manager", 100, ""),
        ("Officer", 50, ""),
        ("Team total", 160, ""),
        ("Travel", 20, ""),
        ("Total", 180, ""),
    )

    assert [finding.sentence for finding in findings(rows, {})] == [
        "The table in 4.1 prints Team total as £160. Its lines add up to £150, £10 less."
    ]


def test_a_price_of_one_before_its_multiple_is_not_a_line_of_the_sum() -> None:
    shares = [row for row in PAPER if row.table == "2022 shares"]

    assert findings(shares, {}) == ()


def test_a_recommendation_whose_sources_meet_its_sum_is_left_alone() -> None:
    rows = funding_table("4.31", 120000, 94000)

    assert (
        findings(rows[:-1], {}, [Ask("2.6", Decimal(214000), ("PH-2.funding.dep", "PH-2.funding.pool"))])
        == ()
    )


def test_sources_beyond_what_is_asked_for_are_told_too() -> None:
    rows = funding_table("4.31", 120000, 94000)[:-1]
    ask = Ask("2.6", Decimal(200000), ("PH-2.funding.county", "PH-2.funding.dep", "PH-2.funding.pool"))

    assert [finding.sentence for finding in findings(rows, {}, [ask])] == [
        "Recommendation 2.6 asks for £200,000 and names County Council Funding, DEP Funding and "
        "Business Rate Pool Contribution, £358,000 together. That is £158,000 more than it asks for."
    ]


def test_a_percentage_that_is_the_share_to_the_pound_is_left_alone() -> None:
    rows = [
        *table(
            "3.2",
            "Funding",
            ("County", 37, "X.funding.county"),
            ("Rest", 63, ""),
            ("Total", 100, "X.funding"),
        ),
        prose("3.2", "County", "37", "X.funding.county", Unit.PERCENT),
    ]

    assert findings(rows, {}) == ()


@pytest.mark.parametrize(
    ("one", "other", "transposed"),
    [
        ("375747", "357747", True),
        ("357747", "357747", False),
        ("331404", "331549", False),
        ("94000", "49000", True),
        ("12", "21", False),
        ("1000", "100", False),
    ],
)
def test_digits_in_another_order_are_told_from_other_differences(
    one: str, other: str, transposed: bool
) -> None:
    assert is_transposed(Decimal(one), Decimal(other)) is transposed


@given(st.lists(st.integers(1, 999999), min_size=1, max_size=6), st.integers(0, 999))
def test_a_table_is_faulted_exactly_when_its_total_is_not_the_sum(lines: list[int], more: int) -> None:
    printed = sum(lines) + more
    rows = table(
        "1.1",
        "T",
        *((f"Line {place}", value, "") for place, value in enumerate(lines)),
        ("Total", printed, ""),
    )

    found = [finding.code for finding in findings(rows, {})]

    assert found == ([FindingCode.TOTAL_UNLIKE_LINES] if more else [])


def test_a_figure_for_each_of_a_group_is_also_held_against_what_they_share() -> None:
    stated = [StatedFacts("5.2", "the cost for one district", Decimal(17000), claims="SP-1.dc.each")]
    record = {
        "SP-1.dc.each": Decimal("16406.25"),
        "SP-1.dc": Decimal(131250),
        "SP-1.dc.parties": Decimal(8),
    }

    found = findings(stated, record)

    assert [(one.code, one.difference) for one in found] == [(FindingCode.UNLIKE_RECORD, Decimal("593.75"))]
    assert found[0].sentence == (
        "Paragraph 5.2 says £17,000 for the cost for one district. The record says £16,406.25. "
        "They are £593.75 apart. Eight times £17,000 is £136,000, £4,750 more than the £131,250 they share."
    )


def test_a_figure_for_each_that_agrees_with_the_record_is_no_finding() -> None:
    stated = [StatedFacts("5.2", "the cost for one", Decimal("16406.25"), claims="SP-1.dc.each")]

    assert findings(stated, {"SP-1.dc.each": Decimal("16406.25")}) == ()


def test_a_sum_that_hangs_on_something_in_one_place_only_is_found() -> None:
    free = StatedFacts("2.5", "phase 1", Decimal(70161), claims="PH-1.funding", terms="unconditional")
    bound = [
        StatedFacts(place, "phase 1", Decimal(70161), claims="PH-1.funding", terms="conditional")
        for place in ("4.30", "6.1")
    ]

    (found,) = findings([free, *bound], {})

    assert (found.code, found.difference) == (FindingCode.TERMS_DIFFER, 70161)
    assert found.sentence == (
        "Paragraph 2.5 gives £70,161 for phase 1 without a condition. "
        "Paragraph 4.30 and paragraph 6.1 make it conditional."
    )
    assert findings(bound, {}) == ()
    assert findings([free, StatedFacts("4.31", "phase 1", Decimal(70161), claims="PH-1.funding")], {}) == ()


def test_a_share_the_record_bears_out_but_its_rule_does_not_is_found() -> None:
    share = StatedFacts("4.27", "County", Decimal(174000), claims="SP-1.cc")
    record = {"SP-1.cc": Decimal(174000), "SP-1.cc.by_rule": Decimal(174499)}

    (found,) = findings([share], record)

    assert (found.code, found.difference) == (FindingCode.SHARE_UNLIKE_RULE, 499)
    assert found.sentence == (
        "Paragraph 4.27 says £174,000 for County, and so does the record. "
        "The rule of the split gives £174,499. They are £499 apart."
    )
    assert findings([share], record | {"SP-1.cc.by_rule": Decimal(174000)}) == ()
