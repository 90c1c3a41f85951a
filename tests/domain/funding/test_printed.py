"""A printed figure beside the record's."""

from decimal import Decimal

import pytest

from funding.domain.printed import Computed, beside
from funding.domain.stated import StatedFacts, Unit


def told(value: str, unit: Unit, *computed: Computed, wording: str = "") -> tuple[str, str, str]:
    found = beside("JC", StatedFacts("4.1", "x", Decimal(value), wording, unit), computed)
    return (found.printed, found.record, found.difference)


@pytest.mark.parametrize(
    ("printed", "record", "difference"),
    [
        ("70161", "70161.50", "£0.50 less printed, pence left off"),
        ("70162", "70161.50", "£0.50 more printed, rounded to the nearest pound"),
        ("70161", "70161.20", "£0.20 less printed, pence left off"),
        ("357747", "357747.00", "None"),
        ("375747", "357747", "£18,000 more printed"),
    ],
)
def test_a_sum_says_how_far_it_is_from_the_record_and_whether_rounding_explains_it(
    printed: str, record: str, difference: str
) -> None:
    assert told(printed, Unit.MONEY, Computed(Decimal(record)))[2] == difference


def test_what_options_give_alike_is_said_once_and_what_differs_by_option() -> None:
    one, two = Computed(Decimal(94000), "option 1"), Computed(Decimal(134000), "option 2")

    assert told("94000", Unit.MONEY, one, two) == (
        "£94,000",
        "£94,000 (option 1) and £134,000 (option 2)",
        "None (option 1) and £40,000 less printed (option 2)",
    )
    assert told("94000", Unit.MONEY, one, Computed(Decimal(94000), "option 2"))[1:] == ("£94,000", "None")


def test_a_percentage_names_its_base() -> None:
    funding, cost = (
        Computed(Decimal("40.22"), "", "of the funding"),
        Computed(Decimal("40.25"), "", "of the cost"),
    )

    assert told("40", Unit.PERCENT, funding, cost) == (
        "40%",
        "40.22% of the funding and 40.25% of the cost",
        "0.22 points less of the funding and 0.25 points less of the cost",
    )


def test_months_and_counts_are_words_too() -> None:
    assert told("6", Unit.MONTHS, Computed(Decimal(7)), wording="six-month period") == (
        "six-month period",
        "7 months",
        "1 month less printed",
    )
    assert told("4", Unit.COUNT, Computed(Decimal(2))) == ("4", "2", "2 more printed")


def test_a_figure_the_record_does_not_have_says_so() -> None:
    assert told("331404", Unit.MONEY) == ("£331,404", "Not computed", "Nothing to compare with")


@pytest.mark.parametrize(
    ("qualified", "difference"),
    [
        (True, "£593.75 more printed, rounded up to the next £1,000"),
        (False, "£593.75 more printed"),
    ],
)
def test_only_a_figure_called_an_estimate_is_explained_by_whole_thousands(
    qualified: bool, difference: str
) -> None:
    stated = StatedFacts("5.2", "x", Decimal(17000), "£17,000", is_qualified=qualified)

    assert beside("LC", stated, [Computed(Decimal("16406.25"))]).difference == difference
