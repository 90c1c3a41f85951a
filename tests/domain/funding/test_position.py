"""Where the money stands."""

from datetime import date
from decimal import Decimal

import pytest

from funding.domain.phase_facts import CostRow, PhaseCost
from funding.domain.position import (
    Funding,
    FundingLine,
    Position,
    balance,
    ends_with,
    is_last,
    percent_of,
    phase_position,
    phase_words,
)


def phase(
    name: str = "Phase 1",
    cost: int | None = 1200,
    first: date | None = date(2024, 4, 1),
    last: date | None = date(2025, 3, 31),
    charged: int | None = None,
) -> PhaseCost:
    row = CostRow("Officer", None if cost is None else Decimal(cost), "Revenue")
    return PhaseCost("PH-1", name, "Proposed", "2024/25", first, last, charged, (), (row,))


def option(order: int, *amounts: int, agreed: bool = False, set_aside: bool = False) -> Funding:
    lines = tuple(
        FundingLine(f"Fund {at}", f"SRC-{at}", Decimal(amount), is_one_off=at == 1)
        for at, amount in enumerate(amounts)
    )
    return Funding(
        order, f"Option {order}", "", Decimal(sum(amounts)), lines, is_agreed=agreed, is_set_aside=set_aside
    )


def headline(*pairs: tuple[PhaseCost, Funding]) -> str:
    return Position(tuple(phase_position(one, [funding], False) for one, funding in pairs)).headline


def test_a_phase_without_dates_costs_a_year() -> None:
    one = phase(first=None, last=None)

    assert (one.cost, one.working) == (Decimal(1200), "£1,200 for a year; the phase has no dates.")


def test_the_months_charged_go_before_the_months_of_the_dates() -> None:
    assert phase(charged=6).cost == Decimal(600)
    assert phase(last=date(2024, 9, 30)).cost == Decimal(600)
    assert phase().working == "£1,200 for twelve months."
    assert phase(last=date(2024, 9, 30)).working == "6 of 12 months of £1,200, £600."


def test_a_phase_charged_for_more_than_its_dates_says_so() -> None:
    assert phase(last=date(2024, 8, 31), charged=6).working == (
        "6 of 12 months of £1,200, £600. By its dates the phase lasts five months, not six: "
        "that would cost £500, £100 less."
    )


def test_a_phase_of_nothing_has_no_total() -> None:
    empty = PhaseCost("PH-1", "Phase 1", "", "", None, None, None, (), ())

    assert (empty.total, empty.team_total, empty.working) == (None, None, "No costs are recorded.")


@pytest.mark.parametrize(
    ("cost", "funding", "difference", "words"),
    [
        (1200, 1453, 253, "£253 surplus"),
        (1200, 1200, 0, "None"),
        (1200, 200, -1000, "£1,000 gap"),
        (None, 200, None, "Not stated"),
    ],
)
def test_cost_and_funding_are_held_against_each_other(
    cost: int | None, funding: int, difference: int | None, words: str
) -> None:
    found = balance(None if cost is None else Decimal(cost), option(1, funding))

    assert (found.difference, found.words) == (difference, words)


def test_a_balance_has_a_sentence_whatever_is_known() -> None:
    assert [
        balance(Decimal(5), None).sentence,
        balance(None, option(1, 5)).sentence,
        balance(None, None).sentence,
    ] == [
        "No funding is recorded for the cost of £5.",
        "Funding of £5 cannot be held against the cost, which is not stated.",
        "Neither cost nor funding is stated.",
    ]


def test_once_an_option_is_agreed_it_alone_counts_and_the_others_stay_readable() -> None:
    found = phase_position(phase(), [option(1, 700, agreed=True), option(2, 900, set_aside=True)], True)

    assert [one.option.name for one in found.balances if one.option] == ["Option 1"]
    assert [one.option.name for one in found.all_balances if one.option] == ["Option 1", "Option 2"]
    assert [ending.option.order for ending in found.endings] == [1]


def test_what_ends_is_told_for_the_last_phase_only() -> None:
    first, last = phase(last=date(2024, 9, 30)), phase()
    undated = phase(last=None)

    assert [is_last(one, [first, last, undated]) for one in (first, last, undated)] == [False, True, False]
    assert phase_position(first, [option(1, 700, 500)], False).endings == ()


def test_where_nobody_says_what_recurs_each_source_is_told_as_if_it_alone_ended() -> None:
    lines = tuple(
        FundingLine(name, name, Decimal(amount)) for name, amount in (("County", 700), ("Pool", 600))
    )
    found = phase_position(phase(), [Funding(1, "Option 1", "", Decimal(1300), lines)], True)

    assert [ending.is_known for ending in found.endings] == [False]
    assert found.assumed == (
        ("Option 1", "County", Decimal(700), Decimal(600)),
        ("Option 1", "Pool", Decimal(600), Decimal(500)),
    )


def test_once_every_source_recurs_nothing_is_assumed() -> None:
    line = FundingLine("County", "C", Decimal(1300), recurs=True)
    found = phase_position(phase(), [Funding(1, "Option 1", "", Decimal(1300), (line,))], True)

    assert [figure.amount for figure in found.endings[0].cliff.figures] == [0, 0, 1200]
    assert found.assumed == ()


def test_a_phase_with_no_option_that_counts_has_no_funding() -> None:
    found = phase_position(phase(), [option(1, 700, set_aside=True)], True)

    assert [one.sentence for one in found.balances] == ["No funding is recorded for the cost of £1,200."]


def test_the_headline_names_gaps_before_what_is_over_and_no_pennies() -> None:
    assert [
        headline((phase("Phase 1"), option(1, 1000)), (phase("Phase 2"), option(1, 1453))),
        headline((phase("Phase 2"), option(1, 1453))),
        headline((phase("Phase 1"), option(1, 1200))),
        headline((phase("Phase 1", None), option(1, 1200))),
        Position(()).headline,
    ] == [
        "Phase 1 is £200 short",
        "Phase 2 has £253 more than it costs",
        "Funding meets the cost of every phase",
        "Not everything is stated for Phase 1",
        "No phases are recorded",
    ]


def test_pence_left_off_in_print_make_no_headline() -> None:
    one = PhaseCost(
        "PH-1", "Phase 1", "", "", None, None, None, (), (CostRow("All", Decimal("70161.50"), "Revenue"),)
    )

    assert headline((one, option(1, 70161))) == "Funding meets the cost of every phase"


def test_a_phase_whose_options_leave_different_gaps_names_both() -> None:
    found = Position((phase_position(phase(), [option(1, 1000), option(2, 900)], False),))

    assert found.headline == "Phase 1 is £200 or £300 short"


def test_a_percentage_of_a_base_is_rounded_half_up_at_the_second_place() -> None:
    assert [percent_of(Decimal(144000), Decimal(base)) for base in (357747, 358000, 360000)] == [
        Decimal("40.25"),
        Decimal("40.22"),
        Decimal("40.00"),
    ]


def test_the_share_of_a_funding_of_nothing_is_not_stated() -> None:
    assert (option(1, 144, 214).share(Decimal(144)), option(1).share(Decimal(0))) == ("40.22%", "Not stated")


@pytest.mark.parametrize(
    ("one_off", "expires", "ends"),
    [
        (True, None, True),
        (False, date(2025, 3, 31), True),
        (False, date(2025, 4, 1), False),
        (False, None, False),
    ],
)
def test_a_source_ends_when_it_is_one_off_or_expires_by_the_last_day(
    one_off: bool, expires: date | None, ends: bool
) -> None:
    assert ends_with(one_off, expires, date(2025, 3, 31)) is ends


def test_a_phase_is_dated_as_printed_else_by_its_days() -> None:
    first, last = date(2023, 9, 1), date(2024, 3, 31)

    assert [
        phase_words(first, last, "from September 2023"),
        phase_words(first, last, ""),
        phase_words(first, None, ""),
        phase_words(None, None, ""),
    ] == ["from September 2023", "1 September 2023 to 31 March 2024", "From 1 September 2023", "Not stated"]
