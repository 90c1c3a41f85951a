"""The money line: what is missing now, what ends next, and from when."""

from datetime import date
from decimal import Decimal

from funding.domain.phase_facts import CostRow, PhaseCost
from funding.domain.position import (
    Funding,
    FundingLine,
    Position,
    is_last,
    phase_position,
)
from governance.dashboard.domain.money_line import money_facts
from governance.dashboard.domain.quarter import MoneyFacts

TODAY = date(2024, 9, 1)
COST = Decimal(357747)


def option(order, **sources):
    """An option by the amounts of its sources; a name that ends in "_once" is money that ends."""
    lines = tuple(
        FundingLine(name, name, Decimal(amount), is_one_off=name.endswith("_once"))
        for name, amount in sources.items()
    )
    return Funding(
        order, f"Option {order}", "Proposed", sum((one.amount for one in lines), Decimal(0)), lines
    )


def phase(name="Phase 2", first=date(2024, 4, 1), last=date(2025, 3, 31), cost=COST):
    lines = (CostRow("Everything", cost, "Revenue"),)
    return PhaseCost("PH-2", name, "Proposed", "", first, last, 12, (), lines)


def position(*pairs):
    phases = [one for one, _ in pairs]
    return Position(tuple(phase_position(one, options, is_last(one, phases)) for one, options in pairs))


def test_no_phase_is_no_money_line():
    assert money_facts(Position(()), TODAY) == MoneyFacts()


def test_what_stops_and_what_is_missing_afterwards_are_two_figures():
    facts = money_facts(position((phase(), [option(1, county=144000, fund=120000, pool_once=94000)])), TODAY)

    assert facts.sentences == (
        "Phase 2: funding of £358,000 is £253 more than the cost of £357,747.",
        "£94,000 stops after 31 March 2025, which leaves £93,747 to find if the others pay the same again.",
    )
    assert (facts.gap, facts.gap_from, facts.either) == (Decimal(93747), "April 2025", ())


def test_two_options_leave_two_figures_and_the_verdict_names_both():
    options = [
        option(1, county=144000, fund=120000, pool_once=94000),
        option(2, county=144000, fund=80000, pool_once=134000),
    ]

    facts = money_facts(position((phase(), options)), TODAY)

    assert facts.gap is None
    assert facts.either == ("£93,747 or £133,747, by option, is still to be found from April 2025.",)


def test_a_shortfall_of_the_running_phase_comes_before_what_ends():
    facts = money_facts(position((phase(), [option(1, county=300000, pool_once=50000)])), TODAY)

    assert [(gap.title, gap.wording, gap.since) for gap in facts.gaps] == [
        ("Phase 2", "£7,747", "April 2024"),
        ("Phase 2 ends", "£57,747", "April 2025"),
    ]


def test_a_phase_runs_to_the_end_of_its_last_day():
    facts = money_facts(position((phase(last=TODAY), [option(1, county=300000)])), TODAY)

    assert (facts.gaps[0].title, facts.gaps[0].wording) == ("Phase 2", "£57,747")


def test_a_phase_that_is_over_is_short_of_nothing_any_more():
    over = phase("Phase 1", date(2023, 4, 1), date(2024, 3, 31))

    facts = money_facts(position((over, [option(1, county=1)]), (phase(), [option(1, county=COST)])), TODAY)

    assert facts.gaps == ()
    assert facts.gap == 0
    assert facts.sentences == ("Phase 2: funding of £357,747 meets the cost exactly.",)


def test_funding_that_nobody_recorded_is_not_called_complete():
    facts = money_facts(position((phase(), [])), TODAY)

    assert facts.sentences == ("Phase 2: no funding is recorded for the cost of £357,747.",)
    assert (facts.gaps, facts.gap) == ((), None)
