"""Stage, confidence and the one label shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.status import Confidence, Movement, Stage, Status, counts, movement, status_of, worst

STATUSES = st.sampled_from(list(Status))
OFF_SCALE = [Status.PAUSED, Status.STOPPED, Status.NO_UPDATE]


def test_the_eight_labels_are_listed_worst_first_with_silence_last() -> None:
    assert [(status.value, status.label) for status in Status] == [
        ("off-track", "Off track"),
        ("at-risk", "At risk"),
        ("on-track", "On track"),
        ("complete", "Complete"),
        ("not-started", "Not started"),
        ("paused", "Paused"),
        ("stopped", "Stopped"),
        ("no-update", "No update"),
    ]


@pytest.mark.parametrize(
    ("stage", "confidence", "status"),
    [
        (Stage.NOT_STARTED, None, Status.NOT_STARTED),
        (Stage.IN_PROGRESS, Confidence.ON_TRACK, Status.ON_TRACK),
        (Stage.IN_PROGRESS, Confidence.AT_RISK, Status.AT_RISK),
        (Stage.IN_PROGRESS, Confidence.OFF_TRACK, Status.OFF_TRACK),
        (Stage.IN_PROGRESS, None, Status.NO_UPDATE),
        (Stage.PAUSED, None, Status.PAUSED),
        (Stage.COMPLETE, None, Status.COMPLETE),
        (Stage.STOPPED, None, Status.STOPPED),
        (Stage.COMPLETE, Confidence.OFF_TRACK, Status.COMPLETE),
    ],
)
def test_stage_and_confidence_are_shown_as_one_label(
    stage: Stage, confidence: Confidence | None, status: Status
) -> None:
    assert status_of(stage, confidence, reported=True) is status


def test_silence_is_shown_as_silence_whatever_was_said_before() -> None:
    assert status_of(Stage.IN_PROGRESS, Confidence.ON_TRACK, reported=False) is Status.NO_UPDATE


def test_counts_name_every_status_so_that_silence_is_never_left_out() -> None:
    tally = counts([Status.ON_TRACK, Status.NO_UPDATE, Status.ON_TRACK])

    assert list(tally.items()) == [
        (Status.OFF_TRACK, 0),
        (Status.AT_RISK, 0),
        (Status.ON_TRACK, 2),
        (Status.COMPLETE, 0),
        (Status.NOT_STARTED, 0),
        (Status.PAUSED, 0),
        (Status.STOPPED, 0),
        (Status.NO_UPDATE, 1),
    ]


def test_the_worst_of_several_is_the_first_in_the_list() -> None:
    assert worst([Status.COMPLETE, Status.AT_RISK, Status.NO_UPDATE]) is Status.AT_RISK
    assert worst([]) is None


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        (None, Status.OFF_TRACK, Movement.NEW),
        (Status.AT_RISK, Status.AT_RISK, Movement.SAME),
        (Status.AT_RISK, Status.ON_TRACK, Movement.BETTER),
        (Status.ON_TRACK, Status.COMPLETE, Movement.BETTER),
        (Status.NOT_STARTED, Status.ON_TRACK, Movement.BETTER),
        (Status.NOT_STARTED, Status.AT_RISK, Movement.WORSE),
        (Status.ON_TRACK, Status.OFF_TRACK, Movement.WORSE),
        (Status.NO_UPDATE, Status.ON_TRACK, Movement.BETTER),
        (Status.NO_UPDATE, Status.AT_RISK, Movement.WORSE),
        (Status.PAUSED, Status.NOT_STARTED, Movement.BETTER),
        (Status.PAUSED, Status.STOPPED, Movement.WORSE),
    ],
)
def test_movement_says_which_way_a_status_went(before: Status | None, after: Status, moved: Movement) -> None:
    assert movement(before, after) is moved


@pytest.mark.parametrize("after", OFF_SCALE)
def test_a_red_action_never_recovers_by_being_paused_stopped_or_silent(after: Status) -> None:
    assert movement(Status.OFF_TRACK, after) is Movement.WORSE


def test_an_unchanged_status_reads_as_no_change() -> None:
    assert [moved.label for moved in Movement] == ["Worse", "Better", "No change", "New"]


@given(STATUSES, STATUSES)
def test_a_move_and_the_move_back_are_never_both_better(one: Status, other: Status) -> None:
    assert [movement(one, other), movement(other, one)].count(Movement.BETTER) <= 1


@given(st.lists(STATUSES))
def test_counts_add_up_to_what_was_counted(statuses: list[Status]) -> None:
    assert sum(counts(statuses).values()) == len(statuses)
