"""The paper's arithmetic from the loaded rows: what it prints, what the record computes, where they part."""

from decimal import Decimal

import pytest

from core.domain.money import pct
from core.domain.periods import months_between
from funding.domain.cliff import SourceFacts, cliff
from funding.domain.phase_cost import (
    LineFacts,
    PeriodCost,
    PostFacts,
    annual_cost,
    cost_of_months,
    funding_balance,
)
from funding.domain.print_rounding import PrintRounding, printed_as
from funding.domain.reconcile import findings
from funding.domain.split import Basis, Party, RemainderRule, SplitRule, split
from funding.domain.stated import Ask, FindingCode, StatedFacts, Unit
from funding.models import Option, Phase, Split, StatedFigure

pytestmark = pytest.mark.usefixtures("paper", "db")


def phase(reference):
    return Phase.objects.get(reference=reference)


def year_of(reference):
    """The cost of a full year, from the phase's posts and lines."""
    one = phase(reference)
    posts = [PostFacts(post.title, post.number, post.unit_cost) for post in one.posts.all()]
    return annual_cost(posts, [LineFacts(line.name, line.amount) for line in one.lines.all()])


@pytest.mark.parametrize(("reference", "team", "total"), [("PH-1", 135323, 140323), ("PH-2", 282747, 357747)])
def test_a_phase_costs_what_its_table_prints(reference, team, total):
    year = year_of(reference)

    assert (year.team, year.total) == (team, total)


def test_the_team_of_2022_has_seven_posts_and_no_cost_of_any():
    year = year_of("TEAM-2022")

    assert sum(post.number for post in phase("TEAM-2022").posts.all()) == 7
    assert (year.total, year.stated) == (None, 0)
    assert StatedFigure.objects.get(claims="TEAM-2022.cost").value == 331404


def test_half_a_year_of_phase_1_is_printed_with_its_pence_left_off():
    half = cost_of_months(year_of("PH-1").total, phase("PH-1").months_charged)

    assert half == Decimal("70161.50")
    assert printed_as(half, PrintRounding.TRUNCATED).printed == 70161
    assert printed_as(half, PrintRounding.HALF_UP).printed == 70162


def test_from_september_to_march_are_seven_months_and_not_six():
    one = phase("PH-1")
    seven = PeriodCost(year_of("PH-1").total, months_between(one.starts_on, one.ends_on))

    assert (seven.months, one.months_charged) == (7, 6)
    assert seven.amount == Decimal("81855.08")
    assert seven.amount - Decimal("70161.50") == Decimal("11693.58")


def test_the_shares_of_2022_follow_from_weights_and_add_up():
    held = Split.objects.get()
    rule = SplitRule(
        tuple(Party(share.organisation.code, Basis.WEIGHT, share.weight) for share in held.shares.all()),
        held.unit,
        RemainderRule(held.remainder),
    )

    division = split(held.total, rule)

    assert [share.amount for share in division.shares] == [174499, 52350, 52350, 52350]
    assert [share.amount for share in held.shares.all()] == [share.amount for share in division.shares]
    assert sum(share.amount for share in held.shares.all()) == held.total == 331549
    assert [pct(share.weight, 19, 2) for share in held.shares.all()[:2]] == ["52.63%", "15.79%"]


def options_of_phase_2():
    return list(Option.objects.filter(phase__reference="PH-2"))


def test_both_options_for_phase_2_come_to_the_same_and_to_253_pounds_too_much():
    totals = [sum(line.amount for line in option.lines.all()) for option in options_of_phase_2()]

    assert totals == [358000, 358000]
    assert funding_balance(year_of("PH-2").total, totals[0]) == (
        "Funding of £358,000 is £253 more than the cost of £357,747."
    )


def test_forty_per_cent_is_neither_of_the_cost_nor_of_the_funding():
    line = options_of_phase_2()[0].lines.get(order=1)

    assert line.printed_percent == 40
    assert [pct(line.amount, base, 2) for base in (357747, 358000)] == ["40.25%", "40.22%"]


def test_when_the_pool_ends_what_lapses_and_the_gap_it_leaves_are_two_figures_by_either_option():
    found = [
        cliff(
            year_of("PH-2").total,
            [
                SourceFacts(str(line.source_of_money), line.amount, line.source_of_money.reference == "SRC-3")
                for line in option.lines.all()
            ],
            option.phase.ends_on,
        )
        for option in options_of_phase_2()
    ]

    assert [(one.lapses.amount, one.gap.amount, one.gap_if_nothing_recurs.amount) for one in found] == [
        (94000, 93747, 357747),
        (134000, 133747, 357747),
    ]
    assert list(StatedFigure.objects.filter(claims="PH-2.shortfall").values_list("value", flat=True)) == [
        94000,
        134000,
    ]


def stated():
    return [
        StatedFacts(
            row.paragraph,
            row.label,
            row.value,
            row.wording,
            Unit(row.unit),
            row.table,
            row.is_total,
            row.claims,
            terms=row.terms,
        )
        for row in StatedFigure.objects.all()
    ]


def test_the_stated_figures_disagree_in_the_nine_ways_known_and_in_no_other():
    one, two = phase("PH-1"), phase("PH-2")
    record = {
        "PH-1.annual": year_of("PH-1").total,
        "PH-1.team_total": year_of("PH-1").team,
        "PH-1.cost": cost_of_months(year_of("PH-1").total, one.months_charged),
        "PH-1.months": Decimal(months_between(one.starts_on, one.ends_on)),
        "PH-2.annual": year_of("PH-2").total,
        "PH-2.team_total": year_of("PH-2").team,
        "PH-2.cost": cost_of_months(year_of("PH-2").total, months_between(two.starts_on, two.ends_on)),
        "SP-2022.derbyshire-cc": Split.objects.get().shares.get(order=1).amount,
    }
    asks = [
        Ask(row.paragraph, row.value, tuple(row.met_by.split(", ")))
        for row in StatedFigure.objects.exclude(met_by="")
    ]

    found = findings(stated(), record, asks)

    assert [(one.code, one.difference) for one in found] == [
        (FindingCode.TRANSPOSED, 18000),
        (FindingCode.TWO_VALUES, 40000),
        (FindingCode.TWO_TABLES, 40000),
        (FindingCode.FUNDING_UNLIKE_COST, 253),
        (FindingCode.FUNDING_UNLIKE_COST, 145),
        (FindingCode.PERCENT_UNLIKE_BASE, 800),
        (FindingCode.SOURCES_UNLIKE_SUM, 143747),
        (FindingCode.PERIOD_UNLIKE_MONTHS, Decimal("11693.58")),
        (FindingCode.TERMS_DIFFER, 70161),
    ]
    assert found[-1].sentence == (
        "Paragraph 2.5 gives £70,161 for the programme's cost for the rest of 2023/24 without a condition. "
        "Paragraph 4.30 and paragraph 6.1 make it conditional."
    )
    assert found[0].sentence.startswith("Paragraph 4.25 says £375,747 for the cost of phase 2.")
