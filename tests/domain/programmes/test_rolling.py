"""What opening the next quarter does to an action, told before it is done."""

from datetime import UTC, datetime, timedelta

import pytest

from core.domain.status import Stage
from core.domain.vocabulary import HOUSE
from programmes.domain.rolling import (
    Rolled,
    RolledAction,
    left_words,
    opening_problems,
    rolled,
    rolled_words,
    take_back_problems,
)
from programmes.domain.rounds import RoundState

PAUSED, GOING = Stage.PAUSED, Stage.IN_PROGRESS


@pytest.mark.parametrize(
    ("stage", "answers", "is_overdue", "becomes"),
    [
        (GOING, [GOING], False, (Rolled.CARRY, "")),
        (Stage.NOT_STARTED, [], False, (Rolled.CARRY, "")),
        (Stage.COMPLETE, [Stage.COMPLETE], True, (Rolled.COMPLETE, "")),
        (Stage.STOPPED, [Stage.STOPPED], True, (Rolled.STOPPED, "")),
        (PAUSED, [PAUSED, PAUSED, GOING], False, (Rolled.CARRY, "")),
        (
            PAUSED,
            [PAUSED, PAUSED, PAUSED],
            True,
            (Rolled.ASK, "Paused for 3 quarters. Does it go on, or stop?"),
        ),
        (
            GOING,
            [None, GOING],
            True,
            (Rolled.ASK, "Its date has passed. Move it with a reason, or say that it is done."),
        ),
        (GOING, [None, GOING], False, (Rolled.ASK, "Nothing came in last quarter.")),
    ],
)
def test_what_becomes_of_an_action_and_why_somebody_should_ask(stage, answers, is_overdue, becomes):
    assert rolled(stage, answers, is_overdue, HOUSE) == becomes


def test_the_preview_says_how_many_are_asked_and_how_many_are_not():
    kinds = [Rolled.ASK, Rolled.CARRY, Rolled.CARRY, Rolled.COMPLETE, Rolled.STOPPED]
    rows = [RolledAction(f"ES-0{at}", "", "", kind) for at, kind in enumerate(kinds)]

    assert rolled_words(rows, HOUSE) == "3 actions are asked for an update; 1 complete and 1 stopped."
    assert rolled_words(rows[:1], HOUSE) == "1 action is asked for an update."


def test_a_quarter_does_not_open_over_unsigned_updates_without_a_word():
    (problem,) = opening_problems(["ES-01", "ES-02"], " ")

    assert (problem.field, problem.message) == (
        "reason",
        "ES-01 and ES-02 wait to be signed off. Have that done first, "
        "or say why the quarter opens all the same.",
    )
    assert opening_problems(["ES-01"], "Its lead is on leave.") == []
    assert opening_problems([], "") == []


def test_many_references_are_named_and_the_rest_counted():
    (problem,) = opening_problems([f"ES-0{number}" for number in range(1, 9)], "")

    assert problem.message.startswith("ES-01, ES-02, ES-03, ES-04, ES-05 and 3 others wait")


NOW = datetime(2026, 7, 2, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("state", "opened", "begun", "code"),
    [
        (RoundState.OPEN, NOW - timedelta(hours=24), [], []),
        (RoundState.OPEN, NOW - timedelta(hours=24, seconds=1), [], ["too_late"]),
        (RoundState.OPEN, NOW, ["ES-01"], ["begun"]),
        (RoundState.CLOSED, NOW, [], ["not_open"]),
        (RoundState.PLANNED, None, [], ["not_open"]),
    ],
)
def test_an_opening_is_taken_back_for_a_day_and_before_anybody_has_begun(state, opened, begun, code):
    assert [one.code for one in take_back_problems(state, opened, begun, NOW)] == code


def test_what_earlier_rounds_leave_open_is_said_in_words():
    assert left_words(2, 1, HOUSE) == (
        "2 updates are missing and stay “No update” and 1 update waits to be signed off."
    )
    assert left_words(0, 2, HOUSE) == "2 updates wait to be signed off."
    assert left_words(0, 0, HOUSE) == ""
