"""Which years a timeline shows, and from where to where its bars run."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as some

from core.domain.periods import FinancialYear
from core.domain.windows import DateWindow, parse_window
from programmes.domain.timeline import MOST_YEARS, bar_of, time_shown

TODAY = date(2026, 7, 6)
days = some.dates(date(1950, 1, 1), date(2150, 12, 31))


def test_the_whole_plan_is_divided_into_years_and_one_year_into_quarters():
    assert time_shown([parse_window("June 2028")], TODAY).columns == ("2026/27", "2027/28", "2028/29")
    assert time_shown([parse_window("June 2026")], TODAY).columns[0] == "Q1 2026/27"


def test_one_year_is_shown_when_it_is_asked_for():
    shown = time_shown([parse_window("June 2030")], TODAY, FinancialYear(2027))

    assert (shown.days, len(shown.columns)) == ((date(2027, 4, 1), date(2028, 3, 31)), 4)


@given(some.lists(days, max_size=5), days)
def test_today_is_always_there_and_never_more_than_ten_years(found, today):
    shown = time_shown([DateWindow.day(one) for one in found], today)

    assert shown.days[0] <= today <= shown.days[1]
    assert 1 <= shown.last.start - shown.first.start + 1 <= MOST_YEARS


def test_a_bar_runs_from_the_start_to_the_last_day_it_is_due():
    starts, due = parse_window("May 2026"), parse_window("Q2 2026/27")

    assert bar_of(starts, due) == (date(2026, 5, 1), date(2026, 9, 30))
    assert bar_of(None, due) == (date(2026, 7, 1), date(2026, 9, 30))
    assert bar_of(due, starts) == (date(2026, 5, 31), date(2026, 5, 31))
    assert bar_of(starts, None) is None
