"""What an officer has to say in a quarterly update."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.problems import Problem
from core.domain.status import Confidence, Stage
from core.domain.vocabulary import HOUSE
from core.domain.windows import DateWindow
from programmes.domain.updates import UpdateFacts, update_problems, words_length

TODAY = date(2026, 7, 6)
ON_TRACK = UpdateFacts(
    stage=Stage.IN_PROGRESS,
    confidence=Confidence.ON_TRACK,
    words="Forty firms have signed. The next cohort starts on 4 September.",
    forecast=DateWindow.month(2026, 9),
    starts_on=date(2026, 4, 1),
)
OFF_TRACK = replace(
    ON_TRACK,
    confidence=Confidence.OFF_TRACK,
    reason="The survey found asbestos.",
    recovery="Move the first cohort to the library.",
    recovery_owner="Head of property",
    recovery_on=date(2026, 8, 31),
)
COMPLETE = UpdateFacts(stage=Stage.COMPLETE, words="All done.", actual_on=date(2026, 6, 30))


@pytest.mark.parametrize("facts", [ON_TRACK, OFF_TRACK, COMPLETE])
def test_a_full_answer_has_no_problem(facts: UpdateFacts) -> None:
    assert update_problems(facts, TODAY, HOUSE) == []


def test_an_empty_form_asks_for_a_stage_and_for_words() -> None:
    assert update_problems(UpdateFacts(stage=None), TODAY, HOUSE) == [
        Problem("stage", "required", "Say which stage the action has reached."),
        Problem("words", "required", "Say what happened and what is next."),
    ]


def test_work_in_progress_needs_a_confidence() -> None:
    assert update_problems(replace(ON_TRACK, confidence=None), TODAY, HOUSE) == [
        Problem("confidence", "required", "Say whether the action is on track, at risk or off track.")
    ]


@pytest.mark.parametrize("stage", [Stage.NOT_STARTED, Stage.PAUSED, Stage.STOPPED])
def test_only_work_in_progress_takes_a_confidence(stage: Stage) -> None:
    assert update_problems(replace(ON_TRACK, stage=stage), TODAY, HOUSE) == [
        Problem(
            "confidence",
            "not_in_progress",
            "Only what is in progress is on track. "
            f"Leave confidence empty, or change the stage from {stage.label.lower()}.",
        )
    ]


def test_at_risk_needs_a_reason_and_nothing_more() -> None:
    assert update_problems(replace(ON_TRACK, confidence=Confidence.AT_RISK), TODAY, HOUSE) == [
        Problem("reason", "required", "Say why this action is at risk.")
    ]


def test_off_track_needs_reason_step_owner_and_date() -> None:
    bare = replace(ON_TRACK, confidence=Confidence.OFF_TRACK, reason="  ")

    assert update_problems(bare, TODAY, HOUSE) == [
        Problem("reason", "required", "Say why this action is off track."),
        Problem("recovery", "required", "Say what will be done to recover it."),
        Problem("recovery_owner", "required", "Say who will do it."),
        Problem("recovery_on", "required", "Give the date by which it will have recovered."),
    ]


def test_a_recovery_date_that_has_passed_is_refused() -> None:
    assert update_problems(replace(OFF_TRACK, recovery_on=date(2026, 7, 5)), TODAY, HOUSE) == [
        Problem("recovery_on", "in_the_past", "5 July 2026 has passed. Give a recovery date from today on.")
    ]
    assert update_problems(replace(OFF_TRACK, recovery_on=TODAY), TODAY, HOUSE) == []


def test_a_complete_action_needs_the_day_it_was_finished() -> None:
    assert update_problems(replace(COMPLETE, actual_on=None), TODAY, HOUSE) == [
        Problem("actual_on", "required", "Give the day on which it was finished.")
    ]


def test_nothing_is_finished_in_the_future() -> None:
    assert update_problems(replace(COMPLETE, actual_on=date(2026, 7, 7)), TODAY, HOUSE) == [
        Problem(
            "actual_on",
            "in_the_future",
            "7 July 2026 is still to come. Give the day on which it was finished.",
        )
    ]
    assert update_problems(replace(COMPLETE, actual_on=TODAY), TODAY, HOUSE) == []


def test_work_in_progress_has_no_day_on_which_it_was_finished() -> None:
    assert update_problems(replace(ON_TRACK, actual_on=date(2026, 6, 30)), TODAY, HOUSE) == [
        Problem(
            "actual_on",
            "not_complete",
            "Only an action that is complete has a day on which it was finished. "
            "Change the stage or leave it empty.",
        )
    ]


def test_a_forecast_before_the_start_is_refused() -> None:
    assert update_problems(replace(ON_TRACK, forecast=DateWindow.month(2026, 3)), TODAY, HOUSE) == [
        Problem(
            "forecast", "before_start", "The forecast date must not be before the start date, 1 April 2026."
        )
    ]
    assert update_problems(replace(ON_TRACK, forecast=DateWindow.month(2026, 4)), TODAY, HOUSE) == []


def test_words_are_counted_as_the_officer_counts_them() -> None:
    assert words_length(" a\r\nb \r\n") == 3


def test_more_than_six_hundred_characters_are_refused_with_how_many_to_cut() -> None:
    assert update_problems(replace(ON_TRACK, words="x" * 600), TODAY, HOUSE) == []
    assert update_problems(replace(ON_TRACK, words="x" * 1607), TODAY, HOUSE) == [
        Problem("words", "too_long", "This is 1,607 characters long. Take out 1,007 to come to 600.")
    ]


@given(
    st.builds(
        UpdateFacts,
        stage=st.none() | st.sampled_from(Stage),
        confidence=st.none() | st.sampled_from(Confidence),
        words=st.sampled_from(["", "Said."]),
        reason=st.sampled_from(["", "Why."]),
        recovery=st.sampled_from(["", "How."]),
        recovery_owner=st.sampled_from(["", "Who."]),
        recovery_on=st.none() | st.dates(date(2026, 7, 1), date(2026, 7, 12)),
        actual_on=st.none() | st.dates(date(2026, 7, 1), date(2026, 7, 12)),
    )
)
def test_nothing_off_track_gets_in_without_a_way_back(facts: UpdateFacts) -> None:
    is_off_track = facts.stage is Stage.IN_PROGRESS and facts.confidence is Confidence.OFF_TRACK
    has_a_way_back = all(
        [
            facts.reason,
            facts.recovery,
            facts.recovery_owner,
            facts.recovery_on and facts.recovery_on >= TODAY,
        ]
    )

    gets_in = not update_problems(facts, TODAY, HOUSE)

    assert not (gets_in and is_off_track and not has_a_way_back)
