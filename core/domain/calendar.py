"""Working days of England and Wales, and the clear days that notices are counted in.

"Clear" leaves out both ends: neither the day of publication nor the day of the meeting
counts. Days on which a council's own offices are shut are given by the caller.
"""

from collections.abc import Set
from datetime import date, timedelta
from functools import cache

NO_CLOSURES: frozenset[date] = frozenset()
ONE_DAY = timedelta(days=1)
SATURDAY = 5


def is_working_day(day: date, closures: Set[date] = NO_CLOSURES) -> bool:
    """Neither a weekend, nor a bank holiday in England and Wales, nor a local closure."""
    return day.weekday() < SATURDAY and day not in closures and day not in bank_holidays(day.year)


def add_working_days(day: date, number: int, closures: Set[date] = NO_CLOSURES) -> date:
    """The working day that comes ``number`` working days after a day, which is not counted.

    Nought gives the day itself when offices are open on it, and otherwise the next working
    day. Raises ValueError for a number below nought.
    """
    if number < 0:
        raise ValueError("Working days are counted forward here. Use working_days_before to count back.")
    if number == 0 and is_working_day(day, closures):
        return day
    return _step(day, max(number, 1), ONE_DAY, closures)


def working_days_before(day: date, number: int, closures: Set[date] = NO_CLOSURES) -> date:
    """The working day that comes ``number`` working days before a day, which is not counted.

    Raises ValueError for a number below one.
    """
    if number < 1:
        raise ValueError("Count back at least one working day.")
    return _step(day, number, -ONE_DAY, closures)


def clear_days(published: date, meeting: date) -> int:
    """Whole calendar days between publishing and meeting, neither of them counted."""
    return max((meeting - published).days - 1, 0)


def clear_working_days(published: date, meeting: date, closures: Set[date] = NO_CLOSURES) -> int:
    """Whole working days between publishing and meeting, neither of them counted."""
    between = (published + ONE_DAY * step for step in range(1, (meeting - published).days))
    return sum(is_working_day(day, closures) for day in between)


def latest_notice(decision: date, clear: int = 28) -> date:
    """The last day a notice can appear and leave that many clear calendar days.

    28 is the notice of a key decision: regulation 9 of SI 2012/2089.
    """
    return decision - timedelta(days=clear + 1)


def latest_agenda(meeting: date, clear: int = 5, closures: Set[date] = NO_CLOSURES) -> date:
    """The last working day an agenda can appear and leave that many clear working days.

    Five is section 100B of the Local Government Act 1972, as changed in 2002 for England.
    """
    return _step(meeting, clear + 1, -ONE_DAY, closures)


def effective_after_call_in(
    published: date, clear: int, in_working_days: bool, closures: Set[date] = NO_CLOSURES
) -> date:
    """The first day a decision may be acted on once its call-in window has passed.

    Councils count the window in working or in calendar days, so the caller says which.
    """
    if in_working_days:
        return add_working_days(published, clear + 1, closures)
    return published + timedelta(days=clear + 1)


def last_day_kept(meeting: date, years: int) -> date:
    """The last day of so many years "beginning with" the day of a meeting.

    The day of the meeting is the first of them: four years beginning with 19 September 2023
    end on 18 September 2027 (sections 100C and 100D of the Local Government Act 1972).
    """
    first_of_month = date(meeting.year + years, meeting.month, 1)
    return first_of_month + timedelta(days=meeting.day - 2)


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """Bank holidays in England and Wales in a calendar year, substitute days included."""
    # Loaded here because it takes over half a second, which most requests never need.
    from holidays import country_holidays  # noqa: PLC0415

    return frozenset(country_holidays("GB", subdiv="ENG", years=year))


def _step(day: date, number: int, stride: timedelta, closures: Set[date]) -> date:
    while number:
        day += stride
        number -= is_working_day(day, closures)
    return day
