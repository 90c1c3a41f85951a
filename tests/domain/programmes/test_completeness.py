"""How much of a round has been answered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programmes.domain.completeness import Completeness, completeness, completeness_by
from programmes.domain.rounds import UpdateState


@pytest.mark.parametrize(
    ("received", "due", "wording"),
    [
        (17, 24, "17 of 24 updates received (71%)"),
        (24, 24, "24 of 24 updates received (100%)"),
        (0, 24, "0 of 24 updates received (0%)"),
        (1, 1, "1 of 1 update received (100%)"),
        (0, 0, "No updates are due"),
        (999, 1000, "999 of 1,000 updates received (over 99%)"),
        (1, 1000, "1 of 1,000 updates received (under 1%)"),
    ],
)
def test_a_percentage_is_printed_with_its_base(received: int, due: int, wording: str) -> None:
    assert Completeness(received, due).wording == wording


def test_drafts_and_returned_updates_are_not_in() -> None:
    assert completeness(UpdateState) == Completeness(received=2, due=5)


def test_organisations_with_most_missing_come_first() -> None:
    rows = [
        ("Borough", UpdateState.SUBMITTED),
        ("College", UpdateState.DRAFT),
        ("County", UpdateState.NOT_STARTED),
        ("County", UpdateState.RETURNED),
        ("City", UpdateState.SIGNED_OFF),
    ]

    assert list(completeness_by(rows).items()) == [
        ("County", Completeness(0, 2)),
        ("College", Completeness(0, 1)),
        ("Borough", Completeness(1, 1)),
        ("City", Completeness(1, 1)),
    ]


def test_more_updates_than_were_due_is_a_mistake_in_counting() -> None:
    with pytest.raises(ValueError, match="3 updates cannot have come from 2"):
        Completeness(3, 2)


@given(st.lists(st.sampled_from(UpdateState)))
def test_received_and_missing_add_up_to_what_was_due(states: list[UpdateState]) -> None:
    whole = completeness(states)

    assert whole.received + whole.missing == whole.due == len(states)
    assert whole.is_complete is all(state.is_in for state in states)
