"""A partnership's own words for how an action is going, and what its percentage is a share of."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.money import pct_of_count
from core.domain.status import Confidence, Stage, Status
from core.domain.vocabulary import HOUSE, STATES, Counting, OnCourse, Vocabulary

LEFT_OUT = (Status.NOT_STARTED, Status.STOPPED)


def renamed(**words: str) -> Vocabulary:
    return replace(
        HOUSE, words=tuple(words.get(name, word) for name, word in zip(STATES, HOUSE.words, strict=True))
    )


def sharing(countings: Mapping[Status, Counting]) -> Vocabulary:
    return replace(HOUSE, countings=tuple(countings.get(one, Counting.COUNTED) for one in Status))


NARROW = sharing(
    dict.fromkeys(LEFT_OUT, Counting.LEFT_OUT)
    | {Status.ON_TRACK: Counting.ON_COURSE, Status.COMPLETE: Counting.ON_COURSE}
)


def test_the_house_s_words_are_the_states_own_and_on_track_and_complete_are_on_course() -> None:
    assert [HOUSE.word(one) for one in (*Stage, *Confidence, *Status)] == [
        one.label for one in (*Stage, *Confidence, *Status)
    ]
    assert HOUSE.with_counting(Counting.ON_COURSE) == (Status.ON_TRACK, Status.COMPLETE)
    assert HOUSE.with_counting(Counting.LEFT_OUT) == ()
    assert list(HOUSE.problems()) == []


def test_one_word_serves_a_stage_a_confidence_and_the_status_they_make() -> None:
    words = renamed(complete="Delivered", off_track="Red", in_progress="Under way")

    assert (words.word(Stage.COMPLETE), words.word(Status.COMPLETE)) == ("Delivered", "Delivered")
    assert (words.word(Confidence.OFF_TRACK), words.word(Status.OFF_TRACK)) == ("Red", "Red")
    assert words.choices(Stage.IN_PROGRESS, Stage.PAUSED) == [
        ("in_progress", "Under way"),
        ("paused", "Paused"),
    ]


@pytest.mark.parametrize(
    ("word", "inside"), [("Off track", "off track"), ("RAG red", "RAG red"), ("B", "b"), ("Élan", "élan")]
)
def test_inside_a_sentence_a_word_begins_small_unless_it_is_letters(word: str, inside: str) -> None:
    assert renamed(off_track=word).inside(Status.OFF_TRACK) == inside


@pytest.mark.parametrize(("good", "printed"), [(64, "56.1%"), (49, "43.0%"), (1, "0.9%")])
def test_each_percentage_of_114_actions_is_rounded_half_up_by_itself(good: int, printed: str) -> None:
    counts = {Status.ON_TRACK: good, Status.AT_RISK: 114 - good}

    assert HOUSE.on_course(counts).percentage == printed


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (
            {Status.COMPLETE: 60, Status.ON_TRACK: 4, Status.AT_RISK: 50},
            "64 of 114 actions are complete or on track, 56.1%.",
        ),
        ({Status.COMPLETE: 1, Status.NO_UPDATE: 3}, "1 of 4 actions is complete or on track, 25.0%."),
        ({Status.PAUSED: 3}, "None of 3 actions is complete or on track."),
        ({Status.COMPLETE: 1}, "The one action is complete or on track."),
        ({Status.STOPPED: 1}, "The one action is neither complete nor on track."),
        ({}, "No action counts towards the percentage, so there is none."),
    ],
)
def test_the_count_and_its_base_come_before_the_percentage(counts: Mapping[Status, int], said: str) -> None:
    assert HOUSE.on_course(counts).sentences == (said,)


def test_statuses_left_out_are_no_part_of_the_base_and_are_said() -> None:
    counts = {Status.ON_TRACK: 64, Status.AT_RISK: 50, Status.NOT_STARTED: 9, Status.STOPPED: 1}

    found = NARROW.on_course(counts)

    assert (found.good, found.counted, found.left_out) == (64, 114, 10)
    assert found.sentences == (
        "64 of 114 counted actions are complete or on track, 56.1%.",
        "Not counted: not started and stopped (10 actions).",
    )


def test_where_nothing_counts_there_is_no_percentage_and_it_is_said() -> None:
    found = NARROW.on_course({Status.STOPPED: 2})

    assert found.percentage == ""
    assert found.wording == (
        "No action counts towards the percentage, so there is none. "
        "Not counted: not started and stopped (2 actions)."
    )


def test_the_sentence_speaks_the_partnership_s_words() -> None:
    words = replace(renamed(complete="Blue", on_track="Green", stopped="Closed"), countings=NARROW.countings)

    assert words.on_course({Status.COMPLETE: 1, Status.AT_RISK: 1}).wording == (
        "1 of 2 counted actions is blue or green, 50.0%. Not counted: not started and closed (0 actions)."
    )


def test_a_single_status_on_course_reads_as_one() -> None:
    words = sharing({Status.COMPLETE: Counting.ON_COURSE})

    assert words.on_course({Status.ON_TRACK: 1}).sentences == ("The one action is not complete.",)


@pytest.mark.parametrize(
    ("part", "whole", "places", "printed"),
    [
        (2999, 3000, 1, "over 99.9%"),
        (1, 3000, 1, "under 0.1%"),
        (3000, 3000, 1, "100.0%"),
        (0, 3000, 1, "0.0%"),
        (199, 200, 0, "over 99%"),
        (1, 201, 0, "under 1%"),
    ],
)
def test_a_percentage_is_all_only_of_all_and_none_only_of_none(
    part: int, whole: int, places: int, printed: str
) -> None:
    assert pct_of_count(part, whole, places) == printed


@given(
    st.dictionaries(st.sampled_from(Status), st.integers(0, 500)), st.tuples(*[st.sampled_from(Counting)] * 8)
)
def test_every_action_is_counted_or_left_out_whatever_is_chosen(
    counts: dict[Status, int], countings: tuple[Counting, ...]
) -> None:
    found = replace(HOUSE, countings=countings).on_course(counts)

    assert found.counted + found.left_out == sum(counts.values())
    assert 0 <= found.good <= found.counted
    assert (found.percentage == "") is (found.counted == 0)
    assert isinstance(found, OnCourse)


@pytest.mark.parametrize(
    ("words", "field", "code"),
    [
        ({"complete": ""}, "complete", "empty"),
        ({"complete": " - "}, "complete", "empty"),
        ({"at_risk": "x" * 31}, "at_risk", "long"),
        ({"at_risk": "x" * 200}, "at_risk", "long"),
        ({"complete": "Not-Started"}, "complete", "same"),
        ({"off_track": "Amber", "at_risk": " AMBER "}, "off_track", "same"),
    ],
)
def test_a_state_has_one_short_word_of_its_own(words: dict[str, str], field: str, code: str) -> None:
    assert [(one.field, one.code) for one in renamed(**words).problems()] == [(field, code)]


def test_a_word_of_thirty_characters_is_let_through() -> None:
    assert list(renamed(paused="p" * 30).problems()) == []


def test_at_least_one_status_is_on_course() -> None:
    assert [(one.field, one.code) for one in sharing({}).problems()] == [("", "nothing_on_course")]
