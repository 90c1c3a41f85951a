"""More time: when, and until when."""

from datetime import date

import pytest

from programmes.domain.extending import extension_problems
from programmes.domain.rounds import RoundState

DUE, LOCK, TODAY = date(2026, 7, 14), date(2026, 7, 21), date(2026, 7, 10)


def asked(new, reason="Two firms late.", today=TODAY, state=RoundState.OPEN, closures=frozenset()):
    return [
        (one.field, one.message) for one in extension_problems(state, DUE, LOCK, new, reason, today, closures)
    ]


@pytest.mark.parametrize("day", [15, 17, 20, 21])
def test_any_later_working_day_up_to_the_lock_will_do(day):
    assert asked(date(2026, 7, day)) == []


@pytest.mark.parametrize(
    ("new", "today", "sentence"),
    [
        (None, TODAY, "Give the new due date."),
        (DUE, TODAY, "It is due on 14 July 2026 already. Give a later day."),
        (date(2026, 7, 15), date(2026, 7, 16), "15 July 2026 has passed. Give a day that is still to come."),
        (
            date(2026, 7, 22),
            TODAY,
            "The round locks on 21 July 2026. Give that day or an earlier one, "
            "or change the round's dates first.",
        ),
        (
            date(2026, 7, 18),
            TODAY,
            "18 July 2026 is no working day. The next one is 20 July 2026.",
        ),
    ],
)
def test_any_other_day_is_refused_in_a_sentence(new, today, sentence):
    assert asked(new, today=today) == [("due", sentence)]


def test_a_day_on_which_the_host_is_shut_is_no_working_day():
    shut = frozenset({date(2026, 7, 20)})

    assert asked(date(2026, 7, 20), closures=shut) == [
        ("due", "20 July 2026 is no working day. The next one is 21 July 2026.")
    ]


def test_more_time_has_a_reason():
    assert asked(date(2026, 7, 15), reason=" ") == [("reason", "Say why there is more time.")]


@pytest.mark.parametrize("state", [RoundState.PLANNED, RoundState.CLOSED, RoundState.LOCKED])
def test_only_an_open_round_is_extended(state):
    ((field, sentence),) = asked(date(2026, 7, 15), state=state)

    assert (field, sentence) == (
        "",
        f"This round is {state.label.lower()}. Only an open one is extended.",
    )
