"""Which time a timeline shows, and into which columns it is divided."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.domain.periods import FinancialYear
from core.domain.windows import DateWindow

MOST_YEARS = 10


@dataclass(frozen=True)
class TimeShown:
    """Whole financial years, first and last included."""

    first: FinancialYear
    last: FinancialYear

    @property
    def days(self) -> tuple[date, date]:
        """Its first and last day."""
        return self.first.first_day, self.last.last_day

    @property
    def columns(self) -> tuple[str, ...]:
        """Years; the quarters of one alone."""
        if self.first == self.last:
            return tuple(quarter.label for quarter in self.first.quarters)
        starts = range(self.first.start, self.last.start + 1)
        return tuple(FinancialYear(start).label for start in starts)


def time_shown(windows: Iterable[DateWindow], today: date, year: FinancialYear | None = None) -> TimeShown:
    """The year asked for; else the years from the first to the last of the dates, today's among them.

    Never more than ten: dates far off are cut, those before today first.
    """
    if year is not None:
        return TimeShown(year, year)
    now = FinancialYear.of(today)
    spans = [(FinancialYear.of(window.first), FinancialYear.of(window.last)) for window in windows]
    first = min([now, *(start for start, _ in spans)])
    last = max([now, *(end for _, end in spans)])
    last = min(last, FinancialYear(now.start + MOST_YEARS - 1))
    return TimeShown(max(first, FinancialYear(last.start - MOST_YEARS + 1)), last)


def bar_of(starts: DateWindow | None, due: DateWindow | None) -> tuple[date, date] | None:
    """From the first day it may start to the last day it is due; the due time alone without a start."""
    if due is None:
        return None
    first = min(starts.first, due.last) if starts else due.first
    return first, due.last
