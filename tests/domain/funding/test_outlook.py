"""The money over the years, with the figures of the joint committee's paper of July 2023."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from funding.domain.outlook import (
    Between,
    all_phases,
    party_parts,
    source_totals,
    year_totals,
    years_ahead,
)
from funding.domain.phase_facts import CostRow, PhaseCost
from funding.domain.position import Funding, FundingLine, PhasePosition, Position, phase_position

COUNTY = {"holder": "County Council", "holder_code": "county"}


def phase(reference: str, annual: int, first: date, last: date, months: int | None = None) -> PhaseCost:
    line = CostRow("Team", Decimal(annual), "Revenue")
    return PhaseCost(reference, reference, "Proposed", "", first, last, months, (), (line,))


def lines(partnership_fund: int, pool: int, pool_ends: bool) -> tuple[FundingLine, ...]:
    return (
        FundingLine("County", "SRC-1", Decimal(144000), recurs=True, **COUNTY),
        FundingLine("DEP", "SRC-2", Decimal(partnership_fund), recurs=True),
        FundingLine("Pool", "SRC-3", Decimal(pool), is_one_off=pool_ends, recurs=not pool_ends),
    )


def option(order: int, name: str, found: tuple[FundingLine, ...]) -> Funding:
    return Funding(order, name, "Proposed", sum((one.amount for one in found), Decimal(0)), found)


ONE = phase("PH-1", 140323, date(2023, 9, 1), date(2024, 3, 31), 6)
TWO = phase("PH-2", 357747, date(2024, 4, 1), date(2025, 3, 31))
ALONE = option(1, "County alone", (FundingLine("County", "SRC-1", Decimal(70161), recurs=True, **COUNTY),))
OPTIONS = (option(1, "4.31", lines(120000, 94000, True)), option(2, "6.2", lines(80000, 134000, True)))


def of_paper() -> Position:
    return Position((phase_position(ONE, [ALONE], False), phase_position(TWO, OPTIONS, True)))


def last(*options: Funding) -> PhasePosition:
    return phase_position(TWO, options, True)


def test_each_year_has_its_cost_and_its_funding() -> None:
    assert [(one.label, one.cost, one.funding.words, one.difference) for one in year_totals(of_paper())] == [
        ("2023/24", Decimal("70161.50"), "£70,161", "£0.50 gap"),
        ("2024/25", Decimal(357747), "£358,000", "£253 surplus"),
    ]


def test_a_phase_over_two_years_is_divided_by_its_months() -> None:
    long = phase("PH-3", 12000, date(2026, 1, 1), date(2026, 12, 31))
    funded = option(1, "Grant", (FundingLine("Grant", "SRC-9", Decimal(9000)),))

    found = year_totals(Position((phase_position(long, [funded], True),)))

    assert [(one.label, one.cost, one.funding.low, one.difference) for one in found] == [
        ("2025/26", 3000, 2250, "£750 gap"),
        ("2026/27", 9000, 6750, "£2,250 gap"),
    ]


def test_proposals_that_differ_give_the_least_and_the_most() -> None:
    less = option(2, "Less", (FundingLine("Grant", "SRC-9", Decimal(300000)),))

    one = year_totals(Position((last(OPTIONS[0], less),)))[0]

    assert (one.funding.words, one.difference) == ("£300,000 to £358,000", "£57,747 gap to £253 surplus")


def test_a_source_gives_what_the_proposals_say_over_all_phases() -> None:
    assert [(one.name, one.amount.words) for one in source_totals(of_paper())] == [
        ("County", "£214,161"),
        ("DEP", "£80,000 to £120,000"),
        ("Pool", "£94,000 to £134,000"),
    ]


def test_the_county_pays_all_of_phase_1_and_forty_per_cent_and_a_bit_of_phase_2() -> None:
    parts = party_parts(of_paper(), {})

    assert [(one.phase, one.amount, one.of_cost, one.of_funding, one.by) for one in parts] == [
        ("PH-1", 70161, Decimal("100.00"), Decimal("100.00"), ()),
        ("PH-2", 144000, Decimal("40.25"), Decimal("40.22"), ()),
    ]
    assert all_phases(parts) == {("County Council", "county"): Between(Decimal(214161), Decimal(214161))}


def test_a_split_says_who_pays_before_the_sources_do() -> None:
    team = PhaseCost("TEAM", "Team", "Agreed", "", None, None, None, (), ())
    shares = [("County", "county", Decimal(174499)), ("Dales", "dales", Decimal(52350))]
    funded = Funding(0, "Shares", "Agreed", Decimal(331549), is_agreed=True)

    parts = party_parts(Position((phase_position(team, [funded], False),)), {"TEAM": shares})

    assert [(one.party, one.of_cost, one.of_funding) for one in parts] == [
        ("County", None, Decimal("52.63")),
        ("Dales", None, Decimal("15.79")),
    ]


def test_the_gap_of_later_years_is_the_papers_by_either_option() -> None:
    gaps = years_ahead(last(*OPTIONS), party_parts(of_paper(), {}))

    assert [(name, [(one.year, one.lapsed, one.gap.words) for one in found]) for name, found in gaps] == [
        ("4.31", [(year, 94000, "£93,747") for year in ("2025/26", "2026/27", "2027/28")]),
        ("6.2", [(year, 134000, "£133,747") for year in ("2025/26", "2026/27", "2027/28")]),
    ]
    assert gaps[0][1][0].assumption == (
        "2025/26 costs £357,747 again, County and DEP pay the same and Pool has ended."
    )
    assert gaps[0][1][0].by_partner == (("County Council", Decimal("93747.00")),)


def test_a_source_lapses_in_the_year_after_it_expires() -> None:
    found = list(lines(120000, 94000, False))
    found[2] = replace(found[2], expires_on=date(2026, 3, 31))

    (_, gaps), *_ = years_ahead(last(option(1, "4.31", tuple(found))), ())

    assert [(one.year, one.lapsed, one.gap.words) for one in gaps] == [
        ("2025/26", 0, "£0"),
        ("2026/27", 94000, "£93,747"),
        ("2027/28", 94000, "£93,747"),
    ]


def test_where_nobody_says_what_recurs_the_gap_lies_between_two_figures() -> None:
    silent = tuple(replace(one, recurs=False) for one in lines(120000, 94000, False))

    (_, gaps), *_ = years_ahead(last(option(1, "4.31", silent)), ())

    assert (gaps[0].gap.words, gaps[0].by_partner) == ("£0 to £357,747", ())
    assert gaps[0].assumption == (
        "2025/26 costs £357,747 again and nobody says whether County, DEP and Pool recur."
    )


@given(st.integers(0, 10**9), st.integers(1, 60), st.dates(date(2000, 1, 1), date(2050, 1, 1)))
def test_what_the_years_cost_is_what_the_phase_costs(pence: int, months: int, first: date) -> None:
    end = first.year * 12 + first.month - 1 + months - 1
    annual = CostRow("Team", Decimal(pence) / 100, "Revenue")
    one = PhaseCost("PH-1", "P", "Agreed", "", first, date(end // 12, end % 12 + 1, 28), None, (), (annual,))

    found = year_totals(Position((phase_position(one, [], True),)))

    assert sum(year.cost for year in found) == one.cost
