"""Moments and the days people call them: kept in UTC, printed and counted as London has them.

The only module that takes the day of a moment. Everywhere else it would be the day in UTC, where the first
hour of a summer's day still belongs to the day before; a contract test holds the rest of the code to it.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def in_london(moment: datetime) -> datetime:
    """The same moment by London's clock. ValueError where the moment names no time zone."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment} names no time zone, so nobody can say when it was.")
    return moment.astimezone(LONDON)


def london_day(moment: datetime) -> date:
    """The day it was in London: 21 July 2026 at 23:30 UTC is 22 July. ValueError as for ``in_london``."""
    return in_london(moment).date()


def typed_day(cell: datetime) -> date:
    """The day somebody typed into a spreadsheet, which keeps it as a midnight of no time zone.

    ValueError for a moment that names one: that has a day in London.
    """
    if cell.tzinfo is not None:
        raise ValueError(f"{cell} names a time zone, so it was not typed as a day.")
    return cell.date()
