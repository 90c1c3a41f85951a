"""What is said of a decision before, on and after the day it was due."""

import datetime

import pytest

from governance.oversight.domain.decisions import decided_words, is_past, state_words, when_words

DAY = datetime.date(2020, 2, 25)
BEFORE, AFTER = DAY - datetime.timedelta(days=1), DAY + datetime.timedelta(days=1)
SILENT = "Was due; outcome not stated"


@pytest.mark.parametrize(
    ("is_due", "due_on", "today", "past"),
    [
        (True, DAY, BEFORE, False),
        (True, DAY, DAY, False),
        (True, DAY, AFTER, True),
        (True, None, AFTER, False),
        (False, DAY, AFTER, False),
    ],
)
def test_only_a_decision_due_on_an_earlier_day_is_past(is_due, due_on, today, past) -> None:
    assert is_past(is_due, due_on, today) is past


@pytest.mark.parametrize(
    ("decided", "is_due", "due_on", "today", "words"),
    [
        ("", True, DAY, DAY, ("Not yet", "Due", "Due 25 February 2020")),
        ("", True, None, DAY, ("Not yet", "Due", "Not yet")),
        ("", True, DAY, AFTER, ("Not stated", SILENT, "Was due 25 February 2020; outcome not stated")),
        ("", False, None, DAY, ("Not stated", "Due", "Not stated")),
        ("March 2018", False, DAY, AFTER, ("March 2018", "Due", "March 2018")),
    ],
)
def test_each_place_says_it_in_its_own_words(decided, is_due, due_on, today, words) -> None:
    facts = (is_due, due_on, today)

    assert (decided_words(decided, *facts), state_words("Due", *facts), when_words(decided, *facts)) == words
