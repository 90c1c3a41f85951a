"""How numbers, lists and dates read in a sentence, in the house form."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NOT_STATED = "Not stated"  # nobody said; "None" was said, and "No update" is an officer's silence
SMALL_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


class Labelled(StrEnum):
    """A closed list of words whose stored value is for machines and whose label people read.

    The label is the value in sentence case; a list whose words differ overrides it.
    """

    @property
    def label(self) -> str:
        return self.value.replace("_", " ").replace("-", " ").capitalize()

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Pairs of stored value and label, in the order of the list, for a form or a column."""
        return [(member.value, member.label) for member in cls]


def day_words(day: date) -> str:
    """A day as a committee paper prints it: "30 June 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_stated(day: date | None) -> str:
    """The same, or that nobody stated it."""
    return day_words(day) if day else NOT_STATED


def number_words(number: int) -> str:
    """Small counts in words, as in running text; from 10 on in figures. 0 is "no"."""
    return SMALL_NUMBERS[number] if 0 <= number < len(SMALL_NUMBERS) else f"{number:,}"


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """A count with its noun in the right number: "1 action", "4 actions", "2 people"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def plural(noun: str) -> str:
    """Several of it: "goals", "priorities". Only for regular nouns, as the lists of kinds have them."""
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"


def listed(items: Sequence[str], last_word: str = "and") -> str:
    """Items as a sentence lists them: "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last_word} {items[-1]}"


def sentence_case(text: str) -> str:
    """The same words with a capital at the start and no other letter changed."""
    return text[:1].upper() + text[1:]
