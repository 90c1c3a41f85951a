"""Money as printed, as typed, and shared exactly."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.money import PENNY, POUND, apportion, parse_money, pct, pounds, round_half_up

AMOUNTS = st.decimals(Decimal("-9999999.99"), Decimal("9999999.99"), places=2)
WEIGHTS = st.lists(st.integers(0, 1000), min_size=1, max_size=12).filter(any)


@pytest.mark.parametrize(
    ("amount", "printed"),
    [
        ("357747", "£357,747"),
        ("357747.00", "£357,747"),
        ("70161.50", "£70,161.50"),
        ("0", "£0"),
        ("-253", "-£253"),
        ("-0.001", "£0"),
        ("0.005", "£0.01"),
    ],
)
def test_pence_are_printed_only_when_there_are_any(amount: str, printed: str) -> None:
    assert pounds(Decimal(amount)) == printed


@pytest.mark.parametrize(
    ("part", "base", "places", "printed"),
    [
        (144000, 357747, 2, "40.25%"),
        (144000, 358000, 2, "40.22%"),
        (64, 114, 0, "56%"),
        (49, 114, 0, "43%"),
        (1, 114, 1, "0.9%"),
        (1, 8, 0, "13%"),
        (0, 24, 0, "0%"),
    ],
)
def test_percentages_are_rounded_half_up(part: int, base: int, places: int, printed: str) -> None:
    assert pct(part, base, places) == printed


def test_there_is_no_percentage_of_nought() -> None:
    with pytest.raises(ValueError, match="no percentage of nought"):
        pct(0, 0)


def test_halves_are_rounded_away_from_nought() -> None:
    assert round_half_up(Decimal("70161.50"), POUND) == Decimal("70162")
    assert round_half_up(Decimal("-70161.50"), POUND) == Decimal("-70162")
    assert str(round_half_up(Decimal("-0.001"), PENNY)) == "0.00"


@given(st.decimals(Decimal(-99999999), Decimal(99999999), places=5), st.sampled_from([PENNY, POUND]))
def test_an_amount_is_rounded_as_its_exact_fraction_is(amount: Decimal, unit: Decimal) -> None:
    assert round_half_up(amount, unit) == round_half_up(Fraction(amount), unit)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("£357,747", "357747"),
        ("357747", "357747"),
        (" £ 70,161.50 ", "70161.50"),
        ("-£500", "-500"),
        ("£-500", "-500"),
        ("0.5", "0.5"),
    ],
)
def test_money_is_read_as_people_type_it(text: str, amount: str) -> None:
    assert parse_money(text) == Decimal(amount)


@pytest.mark.parametrize(
    "text", ["", "about 500", "35,77,47", "1.005", "1e5", "NaN", "--5", "-£-5", "£", "£1.5m"]
)
def test_what_is_not_money_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match=r"Write it like £1,250 or 1250\.50"):
        parse_money(text)


def test_the_shares_of_2022_follow_ten_to_three() -> None:
    shares = apportion(Decimal("331549.00"), [10, 3, 3, 3], POUND, remainder_to=0)

    assert shares == [Decimal(174499), Decimal(52350), Decimal(52350), Decimal(52350)]


def test_the_named_party_takes_what_rounding_leaves() -> None:
    shares = apportion(Decimal(234450), [10, 3, 3, 3], POUND, remainder_to=0)

    assert shares == [Decimal(123396), Decimal(37018), Decimal(37018), Decimal(37018)]


def test_without_a_named_party_the_largest_fraction_takes_the_odd_penny() -> None:
    assert apportion(Decimal("0.05"), [1, 2, 1]) == [Decimal("0.01"), Decimal("0.03"), Decimal("0.01")]
    assert apportion(Decimal(100), [1, 1, 1]) == [Decimal("33.34"), Decimal("33.33"), Decimal("33.33")]


def test_pence_smaller_than_the_unit_are_not_lost() -> None:
    assert apportion(Decimal("70161.50"), [1, 1], POUND) == [Decimal("35081.50"), Decimal(35080)]
    assert apportion(Decimal("70161.50"), [1, 1], POUND, remainder_to=1) == [
        Decimal(35081),
        Decimal("35080.50"),
    ]


def test_the_named_party_is_never_pushed_below_nought() -> None:
    shares = apportion(Decimal("0.03"), [0, 1, 1, 1, 1, 1, 1], remainder_to=0)

    assert shares == [Decimal("0.03"), *[Decimal("0.00")] * 6]


def test_shares_need_somebody_to_share_with() -> None:
    with pytest.raises(ValueError, match="nobody to share"):
        apportion(Decimal(10), [0, 0])
    with pytest.raises(ValueError, match="below nought"):
        apportion(Decimal(10), [2, -1])


@given(AMOUNTS, WEIGHTS, st.sampled_from(["0.01", "1", "100"]), st.data())
def test_shares_always_add_up_to_the_total(
    total: Decimal, weights: list[int], unit: str, data: st.DataObject
) -> None:
    absorber = data.draw(st.none() | st.integers(0, len(weights) - 1))

    shares = apportion(total, weights, Decimal(unit), absorber)

    assert sum(shares) == total
    assert all(share * total >= 0 for share in shares)


@given(AMOUNTS, WEIGHTS)
def test_no_share_is_a_penny_or_more_from_its_exact_part(total: Decimal, weights: list[int]) -> None:
    shares = apportion(total, weights)

    assert all(
        abs(share * sum(weights) - total * weight) < sum(weights) * Decimal("0.01")
        for share, weight in zip(shares, weights, strict=True)
    )


@given(AMOUNTS)
def test_what_is_printed_reads_back_as_the_same_amount(amount: Decimal) -> None:
    assert parse_money(pounds(amount)) == amount
