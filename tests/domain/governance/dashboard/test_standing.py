"""Groups of actions with the same answers: what they add up to, and which of them have to be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.status import Movement, Status
from governance.dashboard.domain.standing import TELLING, ActionGroup, Counts, Wanted, wanted
from programmes.domain.rounds import UpdateState

SKILLS, CLIMATE = (1, "ES", "Skills"), (2, "CC", "Climate")
SUBMITTED, SILENT = UpdateState.SUBMITTED, UpdateState.NOT_STARTED


def group(after, before, number=1, theme=SKILLS, state=SUBMITTED, **values):
    return ActionGroup((after, before), theme, after, before, state, number, **values)


GROUPS = st.builds(
    group,
    st.sampled_from(Status),
    st.sampled_from([*Status, None]),
    st.integers(1, 9),
    st.sampled_from([SKILLS, CLIMATE]),
    st.sampled_from([*UpdateState, None]),
)


def test_counts_add_the_groups_up_by_status_noughts_included():
    counts = Counts((group(Status.OFF_TRACK, Status.AT_RISK, 2), group(Status.OFF_TRACK, None, 1)))

    assert counts.now == dict.fromkeys(Status, 0) | {Status.OFF_TRACK: 3}
    assert counts.before == dict.fromkeys(Status, 0) | {Status.AT_RISK: 2}


def test_there_is_no_before_when_nothing_took_part_in_the_quarter_before():
    assert Counts((group(Status.ON_TRACK, None),)).before is None


def test_updates_are_received_out_of_those_asked_for():
    counts = Counts(
        (
            group(Status.ON_TRACK, None, 3),
            group(Status.NO_UPDATE, None, 2, state=SILENT),
            group(Status.COMPLETE, Status.COMPLETE, 4, state=None),
        )
    )

    assert (counts.received.received, counts.received.due) == (3, 5)


@pytest.mark.parametrize(
    ("one", "pressing"),
    [
        (group(Status.OFF_TRACK, Status.ON_TRACK, 5, late=3), 5),
        (group(Status.ON_TRACK, Status.ON_TRACK, 5, late=3), 3),
        (group(Status.COMPLETE, Status.ON_TRACK, 5, late=3), 0),
        (group(Status.NO_UPDATE, Status.ON_TRACK, 5, late=2, own=1), 3),
        (group(Status.AT_RISK, Status.ON_TRACK, 5, own=4), 0),
    ],
)
def test_each_action_needs_attention_once(one, pressing):
    assert one.pressing == pressing


def test_a_theme_shows_its_most_worrying_status_and_how_many_have_it():
    counts = Counts(
        (
            group(Status.ON_TRACK, Status.AT_RISK, 4, CLIMATE),
            group(Status.AT_RISK, Status.ON_TRACK, 2, SKILLS),
            group(Status.ON_TRACK, Status.ON_TRACK, 3, SKILLS),
        )
    )

    assert [(one.name, one.status, one.before, one.in_status, one.number) for one in counts.themes()] == [
        ("Skills", Status.AT_RISK, Status.ON_TRACK, 2, 5),
        ("Climate", Status.ON_TRACK, Status.AT_RISK, 4, 4),
    ]


def test_a_finished_action_does_not_speak_for_a_theme_that_is_silent_on_another():
    counts = Counts(
        (
            group(Status.COMPLETE, Status.ON_TRACK),
            group(Status.NO_UPDATE, Status.ON_TRACK, state=SILENT),
            group(Status.STOPPED, Status.STOPPED),
        )
    )

    assert [one.status for one in counts.themes()] == [Status.NO_UPDATE]


def test_a_theme_looks_back_with_its_most_worrying_status_of_each_quarter_and_none_where_it_was_not():
    counts = Counts(
        (group(Status.ON_TRACK, Status.AT_RISK), group(Status.ON_TRACK, Status.ON_TRACK, theme=CLIMATE)),
        {"ES": [set(), {Status.COMPLETE, Status.NO_UPDATE}], "CC": [{Status.PAUSED}, {Status.STOPPED}]},
    )

    assert [(one.reference, one.earlier) for one in counts.themes()] == [
        ("ES", (None, Status.NO_UPDATE)),
        ("CC", (Status.PAUSED, Status.STOPPED)),
    ]


def test_every_status_can_speak_for_a_theme():
    assert set(TELLING) == set(Status)


def test_nothing_more_is_read_once_the_newly_off_track_fill_the_list():
    newly = group(Status.OFF_TRACK, Status.ON_TRACK, 5)
    again = group(Status.OFF_TRACK, Status.OFF_TRACK, 3)
    late = group(Status.ON_TRACK, Status.ON_TRACK, 9, late=9)

    found = wanted(Counts((again, late, newly)), 5)

    assert found == Wanted(whole=frozenset({newly.key}))


def test_a_rank_with_more_than_are_shown_is_read_only_as_far_as_it_is_shown():
    again = group(Status.OFF_TRACK, Status.OFF_TRACK, 2)
    newly = group(Status.OFF_TRACK, Status.ON_TRACK, 3)
    better = group(Status.ON_TRACK, Status.AT_RISK, 900)

    found = wanted(Counts((again, newly, better)), 4)

    assert found == Wanted(
        whole=frozenset({newly.key}), pressing=frozenset({again.key}), moving=frozenset({better.key})
    )


def test_late_actions_and_ones_own_silence_are_read_when_there_is_room():
    late = group(Status.ON_TRACK, Status.ON_TRACK, 9, late=2)
    silent = group(Status.NO_UPDATE, Status.NO_UPDATE, 4, own=1)

    found = wanted(Counts((late, silent)), 5)

    assert found == Wanted(late=frozenset({late.key}), own=frozenset({silent.key}))


@given(st.lists(GROUPS, max_size=8, unique_by=lambda one: (one.key, one.theme)), st.integers(1, 9))
def test_what_is_read_holds_as_many_changes_as_are_shown_or_all_there_are(groups, limit):
    counts = Counts(tuple(groups))

    found = wanted(counts, limit)

    moved = sum(one.number for one in groups if one.key in found.whole and one.movement is not Movement.SAME)
    cut = min(limit, sum(one.number for one in groups if one.key in found.moving))
    assert moved + cut >= min(limit, counts.moved)


@given(st.lists(GROUPS, max_size=8))
def test_every_count_is_of_the_same_actions(groups):
    counts = Counts(tuple(groups))

    assert sum(counts.now.values()) == counts.total
    assert sum(theme.number for theme in counts.themes()) == counts.total
    assert counts.moved + sum(one.number for one in groups if one.movement is Movement.SAME) == counts.total
