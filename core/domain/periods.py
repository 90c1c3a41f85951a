"""Financial years and quarters as English councils count them: from 1 April."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from core.domain.words import MONTHS

FIRST_MONTH = 4
EN_DASH = "\u2013"
YEARS_COVERED = range(1900, 2200)
YEAR_PATTERN = re.compile(r"(\d{2}|\d{4})\s*[-/]\s*(\d{2}|\d{4})")
QUARTER_PATTERNS = (
    re.compile(r"(?:q|quarter)\s*(?P<number>\d),?\s+(?:of\s+)?(?P<year>[\d/-]+)", re.IGNORECASE),
    re.compile(r"(?P<year>[\d/-]+?)[\s-]\s*(?:q|quarter)\s*(?P<number>\d)", re.IGNORECASE),
)


@dataclass(frozen=True, order=True)
class FinancialYear:
    """The twelve months from 1 April of ``start``; printed "2026/27"."""

    start: int

    def __post_init__(self) -> None:
        if self.start not in YEARS_COVERED:
            raise ValueError(f"{self.start} is not a year this software covers. Use 1900 to 2199.")

    @classmethod
    def of(cls, day: date) -> Self:
        """The financial year a day falls in: 31 March 2027 is still 2026/27."""
        return cls(day.year if day.month >= FIRST_MONTH else day.year - 1)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "23-24", "2023-24", "2023/24" or "2023/2024".

        Raises ValueError with a sentence when the text is not two years one after the other.
        A pair of two figures means this century unless it starts at 70 or later.
        """
        match = YEAR_PATTERN.fullmatch(text.strip().replace(EN_DASH, "-"))
        if match is None:
            raise ValueError(f'"{text.strip()}" is not a financial year. Write it like 2026/27.')
        start = _whole_year(match[1])
        if int(match[2]) not in {start + 1, (start + 1) % 100}:
            raise ValueError(
                f'"{text.strip()}" is not one financial year. '
                f"The year that starts in April {start} is {start}/{(start + 1) % 100:02d}."
            )
        return cls(start)

    @property
    def first_day(self) -> date:
        return date(self.start, FIRST_MONTH, 1)

    @property
    def last_day(self) -> date:
        return date(self.start + 1, FIRST_MONTH, 1) - timedelta(days=1)

    @property
    def label(self) -> str:
        return f"{self.start}/{(self.start + 1) % 100:02d}"

    @property
    def slug(self) -> str:
        """The year in an address: "2026-27"."""
        return self.label.replace("/", "-")

    @property
    def quarters(self) -> tuple["Quarter", ...]:
        return tuple(Quarter(self, number) for number in (1, 2, 3, 4))

    def next(self) -> "FinancialYear":
        return FinancialYear(self.start + 1)

    def previous(self) -> "FinancialYear":
        return FinancialYear(self.start - 1)

    def __str__(self) -> str:
        return self.label


@dataclass(frozen=True, order=True)
class Quarter:
    """Three months of a financial year: quarter 1 is April to June."""

    year: FinancialYear
    number: int

    def __post_init__(self) -> None:
        if self.number not in (1, 2, 3, 4):
            raise ValueError(f"There is no quarter {self.number}. A year has quarters 1 to 4.")

    @classmethod
    def of(cls, day: date) -> Self:
        """The quarter a day falls in."""
        return cls(FinancialYear.of(day), (day.month - FIRST_MONTH) % 12 // 3 + 1)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an address ("2026-27-q1") or a label ("Q1 2026/27", "Quarter 1 2026/27").

        Raises ValueError with a sentence when it is neither.
        """
        words = text.split("(")[0].strip().replace(EN_DASH, "-")
        for pattern in QUARTER_PATTERNS:
            if match := pattern.fullmatch(words):
                return cls(FinancialYear.parse(match["year"]), int(match["number"]))
        raise ValueError(f'"{text.strip()}" is not a quarter. Write it like Q1 2026/27.')

    @property
    def first_day(self) -> date:
        month = FIRST_MONTH + 3 * (self.number - 1)
        return date(self.year.start + (month > 12), (month - 1) % 12 + 1, 1)

    @property
    def last_day(self) -> date:
        month = self.first_day.month + 2
        return date(self.first_day.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)

    @property
    def label(self) -> str:
        return f"Q{self.number} {self.year.label}"

    @property
    def long_label(self) -> str:
        """The label with its months, for headings: "Quarter 1 2026/27 (April to June 2026)"."""
        first, last = self.first_day, self.last_day
        months = f"{MONTHS[first.month - 1]} to {MONTHS[last.month - 1]} {last.year}"
        return f"Quarter {self.number} {self.year.label} ({months})"

    @property
    def slug(self) -> str:
        """The quarter in an address: "2026-27-q1"."""
        return f"{self.year.slug}-q{self.number}"

    def next(self) -> "Quarter":
        return Quarter(self.year, self.number + 1) if self.number < 4 else Quarter(self.year.next(), 1)

    def previous(self) -> "Quarter":
        return Quarter(self.year, self.number - 1) if self.number > 1 else Quarter(self.year.previous(), 4)

    def contains(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    def __str__(self) -> str:
        return self.label


def months_between(first: date, last: date) -> int:
    """Calendar months from the month of ``first`` to that of ``last``, both counted in full.

    September to March is 7: the common slip is to subtract the months and print 6.
    Raises ValueError when ``last`` lies in an earlier month.
    """
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months < 1:
        raise ValueError("The last month is before the first one. Swap the two dates.")
    return months


def _whole_year(figures: str) -> int:
    year = int(figures)
    if len(figures) == 4:
        return year
    return 1900 + year if year >= 70 else 2000 + year


def period_words(year: int, quarter: int = 0) -> str:
    """How a row names its quarter, or its year where quarter is 0: "Q1 2026/27", "2026/27".

    Numbers that make no quarter are said as they are: a row can be shown beside what is wrong with it.
    """
    try:
        start = FinancialYear(year)
        return Quarter(start, quarter).label if quarter else start.label
    except ValueError:
        return f"quarter {quarter} of {year}" if quarter else str(year)
