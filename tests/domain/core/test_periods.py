"""Financial years and quarters."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.periods import FinancialYear, Quarter, months_between, period_words

DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))
QUARTERS = DAYS.map(Quarter.of)


@pytest.mark.parametrize("text", ["23-24", "2023-24", "2023/24", "2023/2024", " 2023\u201324 "])
def test_a_year_is_read_in_every_form_councils_write(text: str) -> None:
    assert FinancialYear.parse(text) == FinancialYear(2023)


def test_a_year_of_the_last_century_is_read_from_two_figures() -> None:
    assert FinancialYear.parse("99-00") == FinancialYear(1999)


def test_two_years_that_do_not_follow_each_other_are_refused_with_the_right_one() -> None:
    with pytest.raises(ValueError, match="starts in April 2023 is 2023/24"):
        FinancialYear.parse("2023/25")


@pytest.mark.parametrize("text", ["2023", "next year", "", "2023/24/25"])
def test_other_text_is_not_a_year(text: str) -> None:
    with pytest.raises(ValueError, match="Write it like 2026/27"):
        FinancialYear.parse(text)


def test_a_year_far_outside_living_memory_is_refused() -> None:
    with pytest.raises(ValueError, match="1900 to 2199"):
        FinancialYear.parse("0023/24")


def test_the_year_turns_on_the_first_of_april() -> None:
    assert FinancialYear.of(date(2027, 3, 31)).label == "2026/27"
    assert FinancialYear.of(date(2027, 4, 1)).label == "2027/28"


def test_a_year_runs_from_april_to_march() -> None:
    year = FinancialYear(2026)

    assert (year.first_day, year.last_day) == (date(2026, 4, 1), date(2027, 3, 31))
    assert [quarter.slug for quarter in year.quarters] == [
        "2026-27-q1",
        "2026-27-q2",
        "2026-27-q3",
        "2026-27-q4",
    ]


def test_the_turn_of_the_century_is_printed_with_two_figures() -> None:
    assert FinancialYear(1999).label == "1999/00"


@pytest.mark.parametrize(
    ("number", "first", "last"),
    [
        (1, date(2026, 4, 1), date(2026, 6, 30)),
        (2, date(2026, 7, 1), date(2026, 9, 30)),
        (3, date(2026, 10, 1), date(2026, 12, 31)),
        (4, date(2027, 1, 1), date(2027, 3, 31)),
    ],
)
def test_quarters_cover_the_year_from_april(number: int, first: date, last: date) -> None:
    quarter = Quarter(FinancialYear(2026), number)

    assert (quarter.first_day, quarter.last_day) == (first, last)


def test_a_quarter_has_a_short_and_a_long_label_and_an_address() -> None:
    quarter = Quarter.of(date(2026, 5, 17))

    assert quarter.label == "Q1 2026/27"
    assert quarter.long_label == "Quarter 1 2026/27 (April to June 2026)"
    assert quarter.slug == "2026-27-q1"


def test_the_last_quarter_is_printed_with_the_calendar_year_it_falls_in() -> None:
    assert Quarter(FinancialYear(2026), 4).long_label == "Quarter 4 2026/27 (January to March 2027)"


@pytest.mark.parametrize(
    "text",
    ["2026-27-q1", "Q1 2026/27", "q1 26-27", "Quarter 1 2026/2027", "2026/27 Q1", "Quarter 1, 2026/27"],
)
def test_a_quarter_is_read_from_an_address_or_a_label(text: str) -> None:
    assert Quarter.parse(text) == Quarter(FinancialYear(2026), 1)


@pytest.mark.parametrize("text", ["", "2026", "Q1", "first quarter", "2026-27"])
def test_other_text_is_not_a_quarter(text: str) -> None:
    with pytest.raises(ValueError, match="Write it like Q1 2026/27"):
        Quarter.parse(text)


def test_there_is_no_fifth_quarter() -> None:
    with pytest.raises(ValueError, match="There is no quarter 5"):
        Quarter.parse("2026-27-q5")


def test_quarters_sort_by_time() -> None:
    later = Quarter.parse("2026-27-q1")
    earlier = Quarter.parse("2025-26-q4")

    assert sorted([later, earlier]) == [earlier, later]


def test_september_to_march_is_seven_months() -> None:
    assert months_between(date(2023, 9, 1), date(2024, 3, 31)) == 7


def test_a_single_month_is_one_month() -> None:
    assert months_between(date(2023, 9, 30), date(2023, 9, 1)) == 1


def test_months_that_run_backwards_are_refused() -> None:
    with pytest.raises(ValueError, match="Swap the two dates"):
        months_between(date(2024, 3, 1), date(2024, 2, 29))


@given(DAYS)
def test_every_day_is_in_its_own_quarter_and_year(day: date) -> None:
    quarter = Quarter.of(day)

    assert quarter.contains(day)
    assert quarter.year.first_day <= day <= quarter.year.last_day


@given(QUARTERS)
def test_quarters_follow_one_another_without_a_gap(quarter: Quarter) -> None:
    assert quarter.last_day + timedelta(days=1) == quarter.next().first_day
    assert quarter.next().previous() == quarter
    assert quarter < quarter.next()


@given(QUARTERS)
def test_every_label_and_address_reads_back_as_the_same_quarter(quarter: Quarter) -> None:
    written = [quarter.slug, quarter.label, quarter.long_label, str(quarter)]

    assert [Quarter.parse(text) for text in written] == [quarter] * 4


@given(DAYS.map(FinancialYear.of))
def test_every_year_reads_back_and_has_twelve_months(year: FinancialYear) -> None:
    assert FinancialYear.parse(year.label) == FinancialYear.parse(year.slug) == year
    assert months_between(year.first_day, year.last_day) == 12
    assert year.next().previous() == year


@pytest.mark.parametrize(
    ("year", "quarter", "words"),
    [
        (2026, 1, "Q1 2026/27"),
        (2026, 0, "2026/27"),
        (20266, 1, "quarter 1 of 20266"),
        (2026, 9, "quarter 9 of 2026"),
        (20266, 0, "20266"),
    ],
)
def test_a_row_has_a_name_even_when_its_period_is_none(year, quarter, words):
    assert period_words(year, quarter) == words
