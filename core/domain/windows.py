"""Dates with the precision people gave them: a day, a month, a run of months, a quarter, a year."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from core.domain.numbers import whole_number
from core.domain.periods import EN_DASH, YEARS_COVERED, FinancialYear, Quarter
from core.domain.words import MONTHS, day_words


@dataclass(frozen=True)
class DateWindow:
    """From the first to the last day something may happen, in words.

    "July to August 2021" is kept as that, not turned into a day nobody named.
    Both days are inside the window; a single day is its own first and last.
    """

    first: date
    last: date
    wording: str

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(
                f"{self.wording} ends on {day_words(self.last)}, before it starts on {day_words(self.first)}."
            )

    @classmethod
    def day(cls, day: date) -> Self:
        return cls(day, day, day_words(day))

    @classmethod
    def month(cls, year: int, month: int) -> Self:
        return cls.months(year, month, year, month)

    @classmethod
    def months(cls, first_year: int, first_month: int, last_year: int, last_month: int) -> Self:
        """A run of whole months: "July to August 2021", "November 2021 to January 2022"."""
        first = date(first_year, first_month, 1)
        last = _month_end(last_year, last_month)
        start, end = MONTHS[first_month - 1], f"{MONTHS[last_month - 1]} {last_year}"
        if (first_year, first_month) == (last_year, last_month):
            return cls(first, last, end)
        if first_year == last_year:
            return cls(first, last, f"{start} to {end}")
        return cls(first, last, f"{start} {first_year} to {end}")

    @classmethod
    def quarter(cls, quarter: Quarter) -> Self:
        return cls(quarter.first_day, quarter.last_day, quarter.label)

    @classmethod
    def year(cls, year: FinancialYear) -> Self:
        return cls(year.first_day, year.last_day, year.label)

    @classmethod
    def half(cls, year: FinancialYear, number: int) -> Self:
        """Six months of a financial year: half 1 is April to September."""
        quarters = year.quarters[2 * number - 2 : 2 * number]
        return cls(quarters[0].first_day, quarters[1].last_day, f"H{number} {year.label}")

    def end(self) -> Self:
        """Its last day alone, in its own words: "End of June 2026", "End of 2026/27"."""
        return type(self)(self.last, self.last, f"End of {self.wording}")

    @property
    def is_day(self) -> bool:
        return self.first == self.last

    def contains(self, day: date) -> bool:
        return self.first <= day <= self.last

    def is_overdue(self, on: date) -> bool:
        """Late only once the last day has passed: "June 2026" is not late on 30 June."""
        return on > self.last

    def is_same_time_as(self, other: "DateWindow") -> bool:
        """The same days, however they are worded."""
        return (self.first, self.last) == (other.first, other.last)

    def __str__(self) -> str:
        return self.wording


def slip_days(before: DateWindow, after: DateWindow) -> int:
    """Days by which ``after`` ends later than ``before``; negative when it ends sooner.

    Counted between last days, because that is when each of them becomes late.
    """
    return (after.last - before.last).days


def parse_window(text: str) -> DateWindow:
    """Read a date as people write it; the wording comes back in the house form.

    Reads days ("30 June 2026", "30/6/2026", "30-Jun-26", "2026-06-30"), months ("June 2026", "06/2026"),
    runs of months ("July to August 2021", "Jul/Aug 2021"), quarters ("Q2 2024/25"), halves ("H1 2024/25"),
    financial years ("2024/25", "FY24/25") and the end of any of them ("end of FY 2024/25"). A day of the
    week, a time of day and "by" before a date say no more than the date. Figures are always day, month,
    year. Raises ValueError with a sentence when no such day exists or the text is none of these.
    """
    words = " ".join(text.replace(",", " ").replace(EN_DASH, "-").split())
    words = BESIDE.sub("", words)
    if (match := END.fullmatch(words)) and (whole := parse_window(match[1])):
        return whole.end()
    for pattern, read in READERS:
        if match := pattern.fullmatch(words):
            return read(match)
    raise ValueError(
        f'"{words}" is not a date we can read. '
        "Write a day like 30 June 2026, a month like June 2026 or a quarter like Q1 2026/27."
    )


def _read_day(match: re.Match[str]) -> DateWindow:
    return DateWindow.day(_real_day(int(match["day"]), _month_number(match["month"]), _year(match["year"])))


def _read_months(match: re.Match[str]) -> DateWindow:
    last_year = _year(match["year"])
    first_month, last_month = _month_number(match["first"]), _month_number(match["last"])
    if match["first_year"]:
        first_year = _year(match["first_year"])
    else:
        # "December to January 2022" with one year printed can only have begun the year before.
        first_year = last_year if first_month <= last_month else last_year - 1
    return DateWindow.months(first_year, first_month, last_year, last_month)


def _read_month(match: re.Match[str]) -> DateWindow:
    return DateWindow.month(_year(match["year"]), _month_number(match["month"]))


MONTH = "[A-Za-z]{3,9}\\.?"
# What stands beside a date without changing it: a day of the week, "by" or "due", midnight.
BESIDE = re.compile(
    r"^(?:by|due|due by|no later than):? |^(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)? (?=\d)"
    r"|[ T]00:00(?::00(?:\.0+)?)?$",
    re.IGNORECASE,
)
YEAR = r"(?:\d{2}|\d{4}) ?[/-] ?(?:\d{2}|\d{4})"
END = re.compile(r"(?:the )?end(?: of)?(?: the)? (.+)", re.IGNORECASE)
READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], DateWindow]], ...] = (
    (re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"), _read_day),
    (re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{2}|\d{4})"), _read_day),
    (
        re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -](?P<month>{MONTH})[ -](?P<year>\d{{2}}|\d{{4}})"),
        _read_day,
    ),
    (re.compile(rf"(?P<month>{MONTH})[ -](?P<year>\d{{4}})"), _read_month),
    (re.compile(r"(?P<month>\d{1,2})[/.](?P<year>\d{4})"), _read_month),
    (
        re.compile(
            rf"(?P<first>{MONTH})(?: (?P<first_year>\d{{4}}))?(?: ?[/-] ?| to | and )"
            rf"(?P<last>{MONTH}) (?P<year>\d{{4}})"
        ),
        _read_months,
    ),
    (
        re.compile(r"(?=.*q(?:uarter)?\s*\d).+", re.IGNORECASE),
        lambda match: DateWindow.quarter(Quarter.parse(match[0])),
    ),
    (
        re.compile(rf"(?:H|half )(?P<number>[12]) ({YEAR})", re.IGNORECASE),
        lambda match: DateWindow.half(FinancialYear.parse(match[2]), int(match[1])),
    ),
    (
        re.compile(rf"(?:(?:FY|financial year) ?)?({YEAR})", re.IGNORECASE),
        lambda match: DateWindow.year(FinancialYear.parse(match[1])),
    ),
)


def _month_number(word: str) -> int:
    number = whole_number(word)
    if number is not None:
        if not 1 <= number <= 12:
            raise ValueError(f"There is no month {number}. Write the day first, then the month.")
        return number
    short = word.rstrip(".").lower()
    for number, name in enumerate(MONTHS, start=1):
        if name.lower().startswith(short) or (short == "sept" and number == 9):
            return number
    raise ValueError(f'"{word}" is not a month. Write it in full, like September.')


def _year(figures: str) -> int:
    year = int(figures) + (2000 if len(figures) == 2 else 0)
    if year not in YEARS_COVERED:
        raise ValueError(f"{figures} is not a year this software covers. Use 1900 to 2199.")
    return year


def _real_day(day: int, month: int, year: int) -> date:
    days = _month_end(year, month).day
    if not 1 <= day <= days:
        raise ValueError(
            f"There is no {day} {MONTHS[month - 1]} {year}. {MONTHS[month - 1]} {year} has {days} days."
        )
    return date(year, month, day)


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
