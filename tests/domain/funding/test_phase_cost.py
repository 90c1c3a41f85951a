"""What a phase costs."""

from datetime import date
from decimal import Decimal

import pytest

from core.domain.periods import months_between
from funding.domain.phase_cost import LineFacts, PeriodCost, PostFacts, annual_cost, funding_balance

PHASE_1 = annual_cost(
    [
        PostFacts("Programme manager", Decimal(1), Decimal(56623)),
        PostFacts("Project officers", Decimal(2), Decimal(39350)),
    ],
    [LineFacts("Equipment", Decimal(5000))],
)
PHASE_2 = annual_cost(
    [
        PostFacts("Programme manager", Decimal(1), Decimal(56623)),
        PostFacts("Project officers", Decimal(4), Decimal(39350)),
        PostFacts("Communications officer", Decimal(1), Decimal(39350)),
        PostFacts("Admin support", Decimal(1), Decimal(29374)),
    ],
    [
        LineFacts("Programme budget", Decimal(50000)),
        LineFacts("Equipment", Decimal(15000)),
        LineFacts("Communications budget", Decimal(10000)),
    ],
)


def test_posts_and_lines_add_up_to_both_phases_of_2023() -> None:
    assert (PHASE_1.team, PHASE_1.total) == (Decimal(135323), Decimal(140323))
    assert (PHASE_2.team, PHASE_2.total) == (Decimal(282747), Decimal(357747))
    assert PHASE_2.wording == "£357,747 a year"


def test_part_of_a_post_costs_its_part() -> None:
    cost = annual_cost([PostFacts("Project officer", Decimal("0.6"), Decimal("39350.01"))], [])

    assert cost.total == Decimal("23610.01")


def test_a_post_without_a_printed_cost_leaves_the_total_unstated() -> None:
    cost = annual_cost(
        [
            PostFacts("Programme manager", Decimal(1), None),
            PostFacts("Admin support", Decimal(1), Decimal(29374)),
        ],
        [LineFacts("Travel", None)],
    )

    assert cost.total is None
    assert cost.stated == Decimal(29374)
    assert cost.wording == "Not stated: no cost is given for Programme manager and Travel"


def test_september_to_march_costs_seven_twelfths() -> None:
    seven = PeriodCost(Decimal(140323), months_between(date(2023, 9, 1), date(2024, 3, 31)))
    six = PeriodCost(Decimal(140323), months_between(date(2023, 10, 1), date(2024, 3, 31)))

    assert (seven.months, seven.amount) == (7, Decimal("81855.08"))
    assert (six.months, six.amount) == (6, Decimal("70161.50"))
    assert seven.amount - six.amount == Decimal("11693.58")
    assert seven.wording == "7 of 12 months of £140,323, £81,855.08"


def test_a_phase_may_run_for_more_than_a_year() -> None:
    cost = PeriodCost(Decimal(1200), months_between(date(2024, 4, 1), date(2025, 6, 30)))

    assert cost.wording == "15 months at £1,200 for 12, £1,500"


@pytest.mark.parametrize(
    ("funding", "sentence"),
    [
        (358000, "Funding of £358,000 is £253 more than the cost of £357,747."),
        (357747, "Funding of £357,747 meets the cost exactly."),
        (300000, "Funding of £300,000 is £57,747 less than the cost of £357,747."),
    ],
)
def test_cost_and_funding_are_compared_even_when_they_agree(funding: int, sentence: str) -> None:
    assert funding_balance(Decimal(357747), Decimal(funding)) == sentence
