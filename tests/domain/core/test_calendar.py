"""Working days and clear days, checked against dates councils have published."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain import calendar

DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))


def test_a_notice_of_a_key_decision_needs_28_clear_days() -> None:
    published = calendar.latest_notice(date(2014, 10, 28))

    assert published == date(2014, 9, 29)
    assert calendar.clear_days(published, date(2014, 10, 28)) == 28


@pytest.mark.parametrize(
    ("meeting", "latest"),
    [
        (date(2023, 9, 19), date(2023, 9, 11)),
        (date(2023, 7, 20), date(2023, 7, 12)),
        (date(2020, 2, 25), date(2020, 2, 17)),
        (date(2026, 7, 20), date(2026, 7, 10)),
    ],
)
def test_an_agenda_is_out_five_clear_working_days_before(meeting: date, latest: date) -> None:
    assert calendar.latest_agenda(meeting) == latest
    assert calendar.clear_working_days(latest, meeting) == 5


def test_call_in_counted_in_working_days_steps_over_the_weekend() -> None:
    effective = calendar.effective_after_call_in(date(2024, 9, 5), 5, in_working_days=True)

    assert effective == date(2024, 9, 13)


def test_call_in_counted_in_calendar_days_does_not() -> None:
    effective = calendar.effective_after_call_in(date(2021, 2, 23), 5, in_working_days=False)

    assert effective == date(2021, 3, 1)


def test_papers_are_kept_for_years_that_begin_with_the_meeting() -> None:
    assert calendar.last_day_kept(date(2023, 9, 19), 4) == date(2027, 9, 18)
    assert calendar.last_day_kept(date(2023, 9, 19), 6) == date(2029, 9, 18)
    assert calendar.last_day_kept(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert calendar.last_day_kept(date(2024, 1, 1), 1) == date(2024, 12, 31)


def test_bank_holidays_of_england_and_wales_are_not_working_days() -> None:
    easter_monday, scottish_new_year, substitute = date(2026, 4, 6), date(2026, 1, 2), date(2026, 12, 28)

    assert [calendar.is_working_day(day) for day in (easter_monday, scottish_new_year, substitute)] == [
        False,
        True,
        False,
    ]


def test_a_bank_holiday_for_a_single_year_counts_in_that_year_only() -> None:
    assert calendar.is_working_day(date(2023, 5, 8)) is False
    assert calendar.is_working_day(date(2024, 5, 8)) is True


def test_a_local_closure_is_not_a_working_day() -> None:
    closure = frozenset({date(2026, 7, 14)})

    assert calendar.is_working_day(date(2026, 7, 14), closure) is False
    assert calendar.latest_agenda(date(2026, 7, 20), closures=closure) == date(2026, 7, 9)


def test_working_days_are_counted_from_the_day_after() -> None:
    friday = date(2026, 7, 10)

    assert calendar.add_working_days(friday, 1) == date(2026, 7, 13)
    assert calendar.working_days_before(date(2026, 7, 13), 1) == friday


def test_nought_working_days_is_the_day_itself_unless_offices_are_shut() -> None:
    assert calendar.add_working_days(date(2026, 7, 10), 0) == date(2026, 7, 10)
    assert calendar.add_working_days(date(2026, 7, 11), 0) == date(2026, 7, 13)


def test_counting_the_wrong_way_is_refused() -> None:
    with pytest.raises(ValueError, match="counted forward"):
        calendar.add_working_days(date(2026, 7, 10), -1)
    with pytest.raises(ValueError, match="at least one"):
        calendar.working_days_before(date(2026, 7, 10), 0)


def test_publishing_on_the_day_leaves_no_clear_day() -> None:
    assert calendar.clear_days(date(2026, 7, 10), date(2026, 7, 10)) == 0
    assert calendar.clear_days(date(2026, 7, 10), date(2026, 7, 11)) == 0


@given(DAYS, st.integers(1, 60))
def test_counting_forward_lands_on_a_working_day_with_the_rest_in_between(day: date, number: int) -> None:
    landed = calendar.add_working_days(day, number)

    assert calendar.is_working_day(landed)
    assert calendar.clear_working_days(day, landed) == number - 1


@given(DAYS, st.integers(0, 30))
def test_a_later_agenda_would_always_be_too_late(meeting: date, clear: int) -> None:
    latest = calendar.latest_agenda(meeting, clear)

    assert calendar.clear_working_days(latest, meeting) == clear
    assert calendar.clear_working_days(calendar.add_working_days(latest, 1), meeting) == max(clear - 1, 0)
