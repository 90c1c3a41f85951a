"""Moving dates by whole quarters, so that an example laid out for one quarter reads the same in any other."""

from calendar import monthrange
from datetime import date

from core.domain.periods import Quarter
from core.domain.windows import DateWindow


def quarters_between(first: Quarter, last: Quarter) -> int:
    """How many quarters ``last`` comes after ``first``; below nought when it comes before."""
    return (last.year.start - first.year.start) * 4 + last.number - first.number


def shift_day(day: date, quarters: int) -> date:
    """The same day so many quarters later. The last day of a month stays a last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + 3 * quarters, 12)
    last = monthrange(year, month + 1)[1]
    was_last = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if was_last else min(day.day, last))


def shift_window(window: DateWindow, quarters: int) -> DateWindow:
    """The same window so many quarters later, worded for where it lands.

    A day stays a day, a quarter a quarter, a run of whole months the same number of months. Raises
    ValueError for anything else, because its wording could not be kept.
    """
    first, last = shift_day(window.first, quarters), shift_day(window.last, quarters)
    if window.is_day:
        return DateWindow.day(first)
    quarter = Quarter.of(window.first)
    if (window.first, window.last) == (quarter.first_day, quarter.last_day):
        moved = Quarter.of(first)
        if window.wording == quarter.label:
            return DateWindow.quarter(moved)
    if first.day != 1 or shift_day(last, 0).day != monthrange(last.year, last.month)[1]:
        raise ValueError(
            f"{window.wording} is no day, quarter or run of whole months, so it cannot be moved."
        )
    return DateWindow.months(first.year, first.month, last.year, last.month)
