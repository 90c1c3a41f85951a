"""What opening the next quarter does to an action, told before it is done."""

import pytest

from core.domain.status import Stage
from programmes.domain.rolling import Rolled, RolledAction, rolled, rolled_words

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
    assert rolled(stage, answers, is_overdue) == becomes


def test_the_preview_says_how_many_are_asked_and_how_many_are_not():
    kinds = [Rolled.ASK, Rolled.CARRY, Rolled.CARRY, Rolled.COMPLETE, Rolled.STOPPED]
    rows = [RolledAction(f"ES-0{at}", "", "", kind) for at, kind in enumerate(kinds)]

    assert rolled_words(rows) == "3 actions are asked for an update; 1 complete and 1 stopped."
    assert rolled_words(rows[:1]) == "1 action is asked for an update."
