"""On which day somebody is reminded, and in which words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programmes.domain.chasing import Occasion, occasion_on, subject

OPENS, DUE = date(2026, 7, 1), date(2026, 7, 14)  # a Wednesday and a Tuesday


@pytest.mark.parametrize(
    ("today", "occasion"),
    [
        (date(2026, 6, 30), None),
        (OPENS, Occasion.OPENED),
        (date(2026, 7, 8), Occasion.OPENED),
        (date(2026, 7, 9), Occasion.SOON),  # three working days before Tuesday
        (date(2026, 7, 13), Occasion.SOON),
        (DUE, Occasion.DUE),
        (date(2026, 7, 15), Occasion.DUE),
        (date(2026, 7, 16), Occasion.LATE),
        (date(2026, 8, 20), Occasion.LATE),
    ],
)
def test_the_last_occasion_whose_day_has_come(today, occasion):
    assert occasion_on(today, OPENS, DUE) == occasion


def test_closed_days_are_no_working_days():
    assert occasion_on(date(2026, 7, 8), OPENS, DUE, frozenset({date(2026, 7, 10)})) is Occasion.SOON


def test_a_round_without_an_opening_day_has_opened():
    assert occasion_on(OPENS, None, DUE) is Occasion.OPENED


@given(st.dates(date(2025, 1, 1), date(2027, 12, 31)), st.integers(1, 60), st.integers(0, 90))
def test_a_later_day_never_has_an_earlier_occasion(opens, length, at):
    due = opens + timedelta(days=length)
    today = opens + timedelta(days=at)
    earlier, later = (occasion_on(day, opens, due) for day in (today, today + timedelta(days=1)))

    assert later is not None
    assert earlier is None or earlier.order <= later.order


@pytest.mark.parametrize(
    ("number", "today", "words"),
    [
        (2, date(2026, 7, 1), "2 updates are due on 14 July 2026"),
        (1, DUE, "1 update is due today"),
        (3, date(2026, 7, 16), "3 updates are late"),
    ],
)
def test_the_subject_says_how_many_and_when(number, today, words):
    assert subject(number, DUE, today) == words
