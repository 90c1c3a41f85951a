"""What happens when time-limited money ends."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from funding.domain.cliff import SourceFacts, cliff

COST = Decimal(357747)
END = date(2025, 3, 31)
MONEY = st.decimals(0, 999999, places=2)


def option(partnership_fund: int, pool: int) -> list[SourceFacts]:
    return [
        SourceFacts("County Council", Decimal(144000), is_one_off=False),
        SourceFacts("DEP", Decimal(partnership_fund), is_one_off=False),
        SourceFacts("Business rate pool", Decimal(pool), is_one_off=True),
    ]


@pytest.mark.parametrize(
    ("partnership_fund", "pool", "gap"),
    [(120000, 94000, 93747), (80000, 134000, 133747)],
)
def test_what_lapses_and_the_gap_it_leaves_are_different_numbers(
    partnership_fund: int, pool: int, gap: int
) -> None:
    after = cliff(COST, option(partnership_fund, pool), END)

    assert [figure.amount for figure in after.figures] == [Decimal(pool), Decimal(gap), COST]


def test_every_figure_carries_its_assumption() -> None:
    after = cliff(COST, option(120000, 94000), END)

    assert [figure.wording for figure in after.figures] == [
        "£94,000: Business rate pool (£94,000) ends after 31 March 2025.",
        "£93,747: County Council (£144,000) and DEP (£120,000) pay the same again "
        "and the cost stays £357,747.",
        "£357,747: no source pays again after 31 March 2025 and the cost stays £357,747.",
    ]


def test_money_to_spare_is_said_in_words_and_not_as_a_gap_below_nought() -> None:
    after = cliff(Decimal(100), [SourceFacts("County", Decimal(140), is_one_off=False)], END)

    assert after.gap.amount == Decimal(0)
    assert after.gap.assumption == (
        "County (£140) pays the same again and the cost stays £100. That leaves £40 to spare."
    )
    assert after.lapses.wording == "£0: nothing ends after 31 March 2025."


def test_when_every_source_ends_the_whole_cost_is_the_gap() -> None:
    after = cliff(Decimal(100), [SourceFacts("Grant", Decimal(100), is_one_off=True)], END)

    assert after.gap.wording == "£100: no source is known to last and the cost stays £100."


@given(MONEY, st.lists(st.tuples(MONEY, st.booleans()), max_size=6))
def test_the_gap_lies_between_nothing_and_the_whole_cost(
    cost: Decimal, sources: list[tuple[Decimal, bool]]
) -> None:
    after = cliff(cost, [SourceFacts("Source", amount, one_off) for amount, one_off in sources], END)

    assert 0 <= after.gap.amount <= after.gap_if_nothing_recurs.amount == cost
