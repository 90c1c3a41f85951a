"""Facts that hold for a time: names, seats, shares and hosts change, and the past keeps its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from core.domain.problems import Problem
from core.domain.words import day_words

Fact = TypeVar("Fact")


@dataclass(frozen=True)
class Span:
    """From the first to the last day a fact holds, both included.

    None at the start means since before anybody noted it; None at the end, until further
    notice. Both are also how a date that a paper does not state is kept.
    """

    first: date | None = None
    last: date | None = None

    def contains(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    @property
    def wording(self) -> str:
        """The span as a table prints it: "1 May 2020 to 31 March 2023", "from 1 May 2020"."""
        if self.first and self.last:
            return f"{day_words(self.first)} to {day_words(self.last)}"
        if self.first:
            return f"from {day_words(self.first)}"
        return f"until {day_words(self.last)}" if self.last else "dates not stated"


def holding_on(facts: Iterable[tuple[Span, Fact]], day: date) -> list[Fact]:
    """The facts that hold on a day, in the order given."""
    return [fact for span, fact in facts if span.contains(day)]


def span_problems(span: Span) -> list[Problem]:
    """A span that ends before it begins is refused."""
    if span.first and span.last and span.last < span.first:
        sentence = (
            f"The last day, {day_words(span.last)}, is before the first day, {day_words(span.first)}. "
            "Change one of them."
        )
        return [Problem("effective_to", "ends_before_start", sentence)]
    return []
