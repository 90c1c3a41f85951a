"""The words a partnership has for how an action is going, and what its percentage is a share of.

Shapes, colours and rules go by the states of `core.domain.status`; only what people read is theirs to
choose. A word is attached where something is shown, and nothing is ever compared by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from core.domain.money import pct_of_count
from core.domain.problems import Problem
from core.domain.sheets import folded
from core.domain.status import Confidence, Stage, Status
from core.domain.words import Labelled, counted, listed

LONGEST_WORD = 30
PLACES = 1  # of a percentage of actions

State = Stage | Confidence | Status


class Counting(Labelled):
    """What the actions of one status are to the percentage."""

    ON_COURSE = "on_course"
    COUNTED = "counted"
    LEFT_OUT = "left_out"

    @property
    def label(self) -> str:
        return COUNTING_LABELS[self]


COUNTING_LABELS = {
    Counting.ON_COURSE: "Counted, on course",
    Counting.COUNTED: "Counted, not on course",
    Counting.LEFT_OUT: "Left out",
}
# The nine states that have a word, by name: work in progress shows as one of the three confidences.
STATES: Mapping[str, State] = {state.name.lower(): state for state in (*Stage, *Confidence, Status.NO_UPDATE)}
ON_COURSE = (Status.ON_TRACK, Status.COMPLETE)


@dataclass(frozen=True)
class Vocabulary:
    """A word for each of STATES, and how each Status counts, both in their order."""

    words: tuple[str, ...]
    countings: tuple[Counting, ...]

    @cached_property
    def _words(self) -> dict[str, str]:
        return dict(zip(STATES, self.words, strict=True))

    @cached_property
    def _countings(self) -> dict[Status, Counting]:
        return dict(zip(Status, self.countings, strict=True))

    def word(self, state: State) -> str:
        """The state as a label: "Off track"."""
        return self._words[state.name.lower()]

    def inside(self, state: State) -> str:
        """The state inside a sentence: "off track". Letters that stand for words stay: "RAG red"."""
        word = self.word(state)
        return word if word[1:2].isupper() else word[:1].lower() + word[1:]

    def choices(self, *states: State) -> list[tuple[str, str]]:
        """Pairs of stored value and word, for a form."""
        return [(state.value, self.word(state)) for state in states]

    def with_counting(self, *countings: Counting) -> tuple[Status, ...]:
        """The statuses with any of the countings, worst first."""
        return tuple(status for status, counting in self._countings.items() if counting in countings)

    def on_course(self, counts: Mapping[Status, int]) -> OnCourse:
        """How many of the counted actions are on course. ``counts`` may leave statuses out."""

        def number(counting: Counting) -> int:
            return sum(counts.get(status, 0) for status in self.with_counting(counting))

        good = number(Counting.ON_COURSE)
        return OnCourse(good, good + number(Counting.COUNTED), number(Counting.LEFT_OUT), self)

    def problems(self) -> Iterator[Problem]:
        """What is wrong with it, each beside the state's name, such as "off_track".

        A word for each state, of at most thirty characters; no two states with one word, however it is
        written, since a spreadsheet has to tell them apart; and at least one status that is on course,
        since a share of nothing has no meaning.
        """
        taken: dict[str, State] = {}
        for (name, state), word in zip(STATES.items(), self.words, strict=True):
            written = folded(word)
            if not written:
                yield Problem(name, "empty", f"Give a word for {state.label.lower()}.")
            elif len(word) > LONGEST_WORD:
                given = f"It has {len(word)} characters; a word has at most {LONGEST_WORD}."
                yield Problem(name, "long", f"Shorten the word for {state.label.lower()}. {given}")
            elif written in taken:
                both = f"{taken[written].label.lower()} and for {state.label.lower()}"
                yield Problem(name, "same", f"“{word}” is the word for {both}. Give each a word of its own.")
            taken.setdefault(written, state)
        if not self.with_counting(Counting.ON_COURSE):
            yield Problem(
                "",
                "nothing_on_course",
                "Choose at least one status that counts as on course. Without one there is no percentage.",
            )


HOUSE = Vocabulary(
    tuple(state.label for state in STATES.values()),
    tuple(Counting.ON_COURSE if status in ON_COURSE else Counting.COUNTED for status in Status),
)


@dataclass(frozen=True)
class OnCourse:
    """How many of the counted actions are on course, and how many actions are not counted.

    ``words`` says which statuses those are. The count comes first and its base beside it; the percentage
    is rounded by itself, so that those of several parts need not add up to 100.
    """

    good: int
    counted: int
    left_out: int
    words: Vocabulary

    @property
    def percentage(self) -> str:
        """To one place, half up: "56.1%"; "" where nothing counts, because there is no share of nothing."""
        return pct_of_count(self.good, self.counted, PLACES) if self.counted else ""

    @property
    def sentences(self) -> tuple[str, ...]:
        """The share, and what it leaves out: "64 of 114 actions are complete or on track, 56.1%."."""
        return (self._said, *([self._left_out] if self._not_counted else []))

    @property
    def wording(self) -> str:
        """The sentences as one text."""
        return " ".join(self.sentences)

    @property
    def _not_counted(self) -> tuple[Status, ...]:
        return self.words.with_counting(Counting.LEFT_OUT)

    @property
    def _said(self) -> str:
        noun = "counted action" if self._not_counted else "action"
        on_course = reversed(self.words.with_counting(Counting.ON_COURSE))
        names = [self.words.inside(status) for status in on_course]
        either = listed(names, "or")
        if not self.counted:
            return "No action counts towards the percentage, so there is none."
        if self.counted == 1:
            neither = f"neither {listed(names, 'nor')}" if len(names) > 1 else f"not {either}"
            return f"The one {noun} is {either if self.good else neither}."
        base = counted(self.counted, noun)
        if not self.good:
            return f"None of {base} is {either}."
        return f"{self.good:,} of {base} {'is' if self.good == 1 else 'are'} {either}, {self.percentage}."

    @property
    def _left_out(self) -> str:
        names = listed([self.words.inside(status) for status in self._not_counted])
        return f"Not counted: {names} ({counted(self.left_out, 'action')})."
