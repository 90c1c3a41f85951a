"""Dates with the precision people gave them."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.periods import FinancialYear, Quarter
from core.domain.windows import DateWindow, parse_window, slip_days

DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last", "wording"),
    [
        ("30 June 2026", date(2026, 6, 30), date(2026, 6, 30), "30 June 2026"),
        ("30th Jun 2026", date(2026, 6, 30), date(2026, 6, 30), "30 June 2026"),
        ("30/6/2026", date(2026, 6, 30), date(2026, 6, 30), "30 June 2026"),
        ("30.06.26", date(2026, 6, 30), date(2026, 6, 30), "30 June 2026"),
        ("2026-06-30", date(2026, 6, 30), date(2026, 6, 30), "30 June 2026"),
        ("June 2026", date(2026, 6, 1), date(2026, 6, 30), "June 2026"),
        ("Sept. 2026", date(2026, 9, 1), date(2026, 9, 30), "September 2026"),
        ("July to August 2021", date(2021, 7, 1), date(2021, 8, 31), "July to August 2021"),
        ("Jul/Aug 2021", date(2021, 7, 1), date(2021, 8, 31), "July to August 2021"),
        ("Dec/Jan 2022", date(2021, 12, 1), date(2022, 1, 31), "December 2021 to January 2022"),
        ("Nov 2021 - Jan 2022", date(2021, 11, 1), date(2022, 1, 31), "November 2021 to January 2022"),
        ("Q2 2024/25", date(2024, 7, 1), date(2024, 9, 30), "Q2 2024/25"),
        ("2024-25-q2", date(2024, 7, 1), date(2024, 9, 30), "Q2 2024/25"),
        ("2024/25", date(2024, 4, 1), date(2025, 3, 31), "2024/25"),
        ("Q2 24/25", date(2024, 7, 1), date(2024, 9, 30), "Q2 2024/25"),
        ("FY24/25", date(2024, 4, 1), date(2025, 3, 31), "2024/25"),
        ("Financial year 2024-25", date(2024, 4, 1), date(2025, 3, 31), "2024/25"),
        ("H1 2024/25", date(2024, 4, 1), date(2024, 9, 30), "H1 2024/25"),
        ("half 2 24/25", date(2024, 10, 1), date(2025, 3, 31), "H2 2024/25"),
        ("end of FY 2024/25", date(2025, 3, 31), date(2025, 3, 31), "End of 2024/25"),
        ("End June 2026", date(2026, 6, 30), date(2026, 6, 30), "End of June 2026"),
        ("end of Q2 24/25", date(2024, 9, 30), date(2024, 9, 30), "End of Q2 2024/25"),
        ("by 30 June 2026", date(2026, 6, 30), date(2026, 6, 30), "30 June 2026"),
        ("By end of June 2026", date(2026, 6, 30), date(2026, 6, 30), "End of June 2026"),
        ("Tuesday 30 June 2026", date(2026, 6, 30), date(2026, 6, 30), "30 June 2026"),
        ("30-Jun-26", date(2026, 6, 30), date(2026, 6, 30), "30 June 2026"),
        ("2026-06-30 00:00:00", date(2026, 6, 30), date(2026, 6, 30), "30 June 2026"),
        ("06/2026", date(2026, 6, 1), date(2026, 6, 30), "June 2026"),
        ("Jun-2026", date(2026, 6, 1), date(2026, 6, 30), "June 2026"),
    ],
)
def test_a_date_is_read_as_written_and_comes_back_in_the_house_form(
    text: str, first: date, last: date, wording: str
) -> None:
    assert parse_window(text) == DateWindow(first, last, wording)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31 June 2026", "There is no 31 June 2026. June 2026 has 30 days."),
        ("29/2/2026", "There is no 29 February 2026. February 2026 has 28 days."),
        ("0 May 2026", "There is no 0 May 2026. May 2026 has 31 days."),
        ("6/30/2026", "There is no month 30. Write the day first, then the month."),
        ("30 Juin 2026", '"Juin" is not a month. Write it in full, like September.'),
        ("1 May 0026", "0026 is not a year this software covers. Use 1900 to 2199."),
        ("Q5 2026/27", "There is no quarter 5. A year has quarters 1 to 4."),
        (
            "end of FY",
            '"FY" is not a date we can read. '
            "Write a day like 30 June 2026, a month like June 2026 or a quarter like Q1 2026/27.",
        ),
        (
            "Jun-26",
            '"Jun-26" is not a date we can read. '
            "Write a day like 30 June 2026, a month like June 2026 or a quarter like Q1 2026/27.",
        ),
        (
            "soon",
            '"soon" is not a date we can read. '
            "Write a day like 30 June 2026, a month like June 2026 or a quarter like Q1 2026/27.",
        ),
        (
            "",
            '"" is not a date we can read. '
            "Write a day like 30 June 2026, a month like June 2026 or a quarter like Q1 2026/27.",
        ),
        (
            "June 2026 to May 2026",
            "June to May 2026 ends on 31 May 2026, before it starts on 1 June 2026.",
        ),
    ],
)
def test_a_date_that_cannot_be_gets_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        parse_window(text)


def test_a_month_is_late_only_once_its_last_day_has_passed() -> None:
    june = DateWindow.month(2026, 6)

    assert [june.is_overdue(date(2026, 6, 30)), june.is_overdue(date(2026, 7, 1))] == [False, True]


def test_slip_is_counted_between_last_days() -> None:
    assert slip_days(DateWindow.month(2026, 6), DateWindow.day(date(2026, 7, 14))) == 14
    assert slip_days(DateWindow.day(date(2026, 7, 14)), DateWindow.month(2026, 6)) == -14


def test_the_same_days_in_other_words_are_the_same_time() -> None:
    quarter = DateWindow.quarter(Quarter(FinancialYear(2026), 1))
    months = DateWindow.months(2026, 4, 2026, 6)

    assert quarter.is_same_time_as(months)
    assert quarter != months


def test_only_a_single_day_is_a_day() -> None:
    assert DateWindow.day(date(2026, 6, 30)).is_day is True
    assert DateWindow.month(2026, 6).is_day is False


@given(DAYS)
def test_every_day_reads_back_from_its_own_wording(day: date) -> None:
    window = DateWindow.day(day)

    assert parse_window(window.wording) == parse_window(day.isoformat()) == window


@given(DAYS, st.integers(0, 30))
def test_every_run_of_months_reads_back_from_its_own_wording(day: date, more: int) -> None:
    month = day.month - 1 + more
    window = DateWindow.months(day.year, day.month, day.year + month // 12, month % 12 + 1)

    assert parse_window(window.wording) == window


@given(DAYS)
def test_every_quarter_and_year_reads_back_from_its_own_wording(day: date) -> None:
    quarter, year = DateWindow.quarter(Quarter.of(day)), DateWindow.year(FinancialYear.of(day))

    assert [parse_window(quarter.wording), parse_window(year.wording)] == [quarter, year]


@given(DAYS, st.sampled_from((1, 2)))
def test_every_half_year_and_every_end_reads_back_from_its_own_wording(day: date, number: int) -> None:
    half = DateWindow.half(FinancialYear.of(day), number)
    ends = [
        half.end(),
        DateWindow.month(day.year, day.month).end(),
        DateWindow.year(FinancialYear.of(day)).end(),
    ]

    assert [parse_window(one.wording) for one in (half, *ends)] == [half, *ends]


@given(st.text("0123456789 /-.qQJunetoMay", max_size=16))
def test_any_text_at_all_never_ends_in_another_kind_of_error(text: str) -> None:
    try:
        outcome = parse_window(text).wording
    except ValueError as refused:
        outcome = str(refused)

    assert outcome
