"""Life cycles as tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.lifecycle import Lifecycle, Need, Transition
from core.domain.problems import Problem
from core.domain.words import Labelled


class Door(Labelled):
    OPEN = "open"
    SHUT = "shut"
    BRICKED_UP = "bricked_up"


DOOR = Lifecycle(
    "door",
    Door.OPEN,
    [
        Transition(Door.OPEN, Door.SHUT, "Shut"),
        Transition(Door.SHUT, Door.OPEN, "Open", (Need("key", "Say which key you used."),)),
        Transition(
            Door.SHUT,
            Door.BRICKED_UP,
            "Brick up",
            (Need("reason", "Say why the door goes."), Need("bricks", "Say how many bricks.")),
        ),
    ],
)
FILLED = {"key": "brass", "reason": "draught", "bricks": 0}


def test_the_moves_from_a_state_come_in_the_order_of_the_table() -> None:
    assert DOOR.allowed(Door.SHUT) == (Door.OPEN, Door.BRICKED_UP)
    assert [move.verb for move in DOOR.moves(Door.SHUT)] == ["Open", "Brick up"]
    assert DOOR.allowed(Door.BRICKED_UP) == ()


def test_a_move_with_everything_it_needs_has_no_problem() -> None:
    assert DOOR.problems(Door.SHUT, Door.BRICKED_UP, FILLED) == []


def test_every_missing_fact_is_named_in_one_go() -> None:
    assert DOOR.problems(Door.SHUT, Door.BRICKED_UP, {"reason": "  "}) == [
        Problem("reason", "required", "Say why the door goes."),
        Problem("bricks", "required", "Say how many bricks."),
    ]


@pytest.mark.parametrize(
    ("source", "target", "sentence"),
    [
        (
            Door.OPEN,
            Door.BRICKED_UP,
            "This door stands at open and cannot move to bricked up from there. It can move to shut.",
        ),
        (Door.OPEN, Door.OPEN, "This door is already open."),
        (
            Door.BRICKED_UP,
            Door.OPEN,
            "This door stands at bricked up and cannot move to open from there. Nothing follows bricked up.",
        ),
    ],
)
def test_a_move_not_in_the_table_is_refused_with_what_could_follow(
    source: Door, target: Door, sentence: str
) -> None:
    assert DOOR.problems(source, target, FILLED) == [Problem("", "transition", sentence)]


def test_a_table_with_the_same_move_twice_is_refused_when_it_is_written() -> None:
    twice = Transition(Door.OPEN, Door.SHUT, "Shut")

    with pytest.raises(ValueError, match="lists the same move twice"):
        Lifecycle("door", Door.OPEN, [twice, twice])


@given(st.lists(st.sampled_from(list(Door)), max_size=8))
def test_no_path_of_permitted_moves_leaves_the_table(wished: list[Door]) -> None:
    state = DOOR.start
    for target in wished:
        if not DOOR.problems(state, target, FILLED):
            assert target in DOOR.allowed(state)
            state = target

    assert state in Door
