"""How numbers, lists and dates read in a sentence."""

from datetime import date

import pytest

from core.domain.status import Stage
from core.domain.words import counted, day_words, listed, number_words, plural, sentence_case


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_items_are_listed_as_in_a_sentence(items: list[str], text: str) -> None:
    assert listed(items) == text


def test_alternatives_are_listed_with_or() -> None:
    assert listed(["open", "closed"], "or") == "open or closed"


def test_counts_take_the_right_number_of_their_noun() -> None:
    assert [counted(1, "action"), counted(0, "action"), counted(1200, "person", "people")] == [
        "1 action",
        "0 actions",
        "1,200 people",
    ]


def test_nouns_in_y_change_it_for_several_unless_a_vowel_is_before_it() -> None:
    assert [plural(noun) for noun in ("goal", "priority", "survey")] == ["goals", "priorities", "surveys"]


def test_small_numbers_are_words_and_larger_ones_figures() -> None:
    assert [number_words(number) for number in (0, 2, 9, 10, 1000)] == ["no", "two", "nine", "10", "1,000"]


def test_a_sentence_starts_with_a_capital_and_keeps_the_rest() -> None:
    assert sentence_case("the County and ES-04") == "The County and ES-04"


def test_a_day_is_printed_without_a_leading_nought() -> None:
    assert day_words(date(2026, 7, 3)) == "3 July 2026"


def test_choices_pair_what_is_stored_with_what_is_read() -> None:
    assert Stage.choices() == [
        ("not_started", "Not started"),
        ("in_progress", "In progress"),
        ("paused", "Paused"),
        ("complete", "Complete"),
        ("stopped", "Stopped"),
    ]
