"""Dates moved by whole quarters keep their kind and their wording."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.periods import FinancialYear, Quarter
from core.domain.shift import quarters_between, shift_day, shift_window
from core.domain.windows import DateWindow, parse_window

Q3 = Quarter(FinancialYear(2026), 3)


def test_quarters_are_counted_forwards_and_backwards() -> None:
    assert quarters_between(Q3, Quarter(FinancialYear(2027), 1)) == 2
    assert quarters_between(Q3, Quarter(FinancialYear(2025), 3)) == -4


@pytest.mark.parametrize(
    ("day", "quarters", "moved"),
    [
        (date(2026, 10, 8), 1, date(2027, 1, 8)),
        (date(2026, 1, 20), -4, date(2025, 1, 20)),
        (date(2026, 6, 30), 1, date(2026, 9, 30)),
        (date(2026, 9, 30), 1, date(2026, 12, 31)),
        (date(2026, 12, 31), -1, date(2026, 9, 30)),
        (date(2025, 11, 29), 1, date(2026, 2, 28)),
        (date(2027, 11, 30), 1, date(2028, 2, 29)),
    ],
)
def test_a_day_keeps_its_place_in_the_month_and_a_last_day_stays_one(
    day: date, quarters: int, moved: date
) -> None:
    assert shift_day(day, quarters) == moved


@pytest.mark.parametrize(
    ("words", "quarters", "moved"),
    [
        ("30 June 2026", 1, "30 September 2026"),
        ("June 2026", 2, "December 2026"),
        ("July to August 2026", 2, "January to February 2027"),
        ("November 2026 to January 2027", 1, "February to April 2027"),
        ("Q2 2026/27", 3, "Q1 2027/28"),
        ("April to June 2026", 1, "July to September 2026"),
        ("2026/27", 1, "July 2026 to June 2027"),
    ],
)
def test_a_window_is_worded_for_where_it_lands(words: str, quarters: int, moved: str) -> None:
    window = shift_window(parse_window(words), quarters)

    assert window == parse_window(moved)
    assert window.wording == moved


def test_a_window_nobody_can_word_anew_is_refused() -> None:
    odd = DateWindow(date(2026, 6, 3), date(2026, 6, 18), "the first weeks of June")

    with pytest.raises(ValueError, match="the first weeks of June is no day, quarter or run of whole months"):
        shift_window(odd, 1)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-20, 20))
def test_a_day_lands_in_the_quarter_so_many_later(day: date, quarters: int) -> None:
    assert quarters_between(Quarter.of(day), Quarter.of(shift_day(day, quarters))) == quarters
