"""Where a plan stands in a quarter, and that every surface counts the same."""

from datetime import date

import pytest

from core.domain.periods import FinancialYear, Quarter
from core.domain.status import Movement, Status
from core.domain.windows import parse_window
from programmes import queries, services
from programmes.models import Action
from tests.factories.programmes import (
    Q1,
    ActionFactory,
    DateChangeFactory,
    MilestoneFactory,
    RoundFactory,
    UpdateFactory,
)
from tests.programmes.answers import NOW, OFF_TRACK, TODAY, submitted

Q4 = Quarter(FinancialYear(2025), 4)
Q2 = Q1.next()


def answer(round, action, by, **values):
    return submitted(UpdateFactory(round=round, action=action), by, **values)


@pytest.fixture
def two_quarters(plan, theme, action, officer):
    """Q4 closed and Q1 open: ES-01 fell, ES-02 ended in Q4, ES-03 is silent, ES-04 is new."""
    earlier = RoundFactory(plan=plan, year=2025, quarter_number=4)
    ended = ActionFactory(plan=plan, theme=theme, reference="ES-02")
    silent = ActionFactory(plan=plan, theme=theme, reference="ES-03")
    answer(earlier, action, officer)
    answer(earlier, ended, officer, stage="complete", confidence="", actual_on=date(2026, 3, 2))
    answer(earlier, silent, officer)
    services.close_round(round=earlier, by=None)
    now = RoundFactory(plan=plan)
    answer(now, action, officer, **OFF_TRACK)
    UpdateFactory(round=now, action=silent)
    new = ActionFactory(plan=plan, theme=theme, reference="ES-04")
    answer(now, new, officer, stage="not_started", confidence="")
    return earlier, now


def test_each_action_has_its_status_then_and_the_quarter_before(plan, two_quarters):
    position = queries.quarter_position(plan, Q1)

    assert {one.reference: (one.status, one.before, one.movement) for one in position.actions} == {
        "ES-01": (Status.OFF_TRACK, Status.ON_TRACK, Movement.WORSE),
        "ES-02": (Status.COMPLETE, Status.COMPLETE, Movement.SAME),
        "ES-03": (Status.NO_UPDATE, Status.ON_TRACK, Movement.WORSE),
        "ES-04": (Status.NOT_STARTED, None, Movement.NEW),
    }


def test_an_old_quarter_answers_from_its_own_updates(plan, two_quarters):
    position = queries.quarter_position(plan, Q4)

    assert {one.reference: one.status for one in position.actions} == {
        "ES-01": Status.ON_TRACK,
        "ES-02": Status.COMPLETE,
        "ES-03": Status.ON_TRACK,
    }


def test_silence_is_counted_as_itself(plan, two_quarters):
    position = queries.quarter_position(plan, Q1)

    assert {status: number for status, number in position.counts.items() if number} == {
        Status.OFF_TRACK: 1,
        Status.COMPLETE: 1,
        Status.NOT_STARTED: 1,
        Status.NO_UPDATE: 1,
    }
    assert (position.completeness.received, position.completeness.due) == (2, 3)
    assert position.finding == "1 of 4 actions is off track in Q1 2026/27"


def test_the_words_of_what_is_not_in_are_not_shown(plan, round, action, officer, theme_lead):
    given = answer(round, action, officer, **OFF_TRACK)
    services.return_update(update=given, note="Why?", by=theme_lead)

    shown = queries.quarter_position(plan, Q1).actions[0]

    assert (shown.status, shown.words, shown.reason, shown.recovery_on) == (Status.NO_UPDATE, "", "", None)


def test_a_quarter_without_a_round_has_no_update_of_anybody(plan, action):
    position = queries.quarter_position(plan, Q1)

    assert (position.round_state, [one.status for one in position.actions]) == (None, [Status.NO_UPDATE])


def test_archived_actions_are_in_no_quarter(plan, two_quarters):
    archived = Action.objects.get(reference="ES-01")
    archived.archived_at = NOW
    archived.save()

    assert [one.reference for one in queries.quarter_position(plan, Q1).actions] == [
        "ES-02",
        "ES-03",
        "ES-04",
    ]


@pytest.mark.parametrize("quarter", [Q4, Q1])
def test_the_list_and_the_position_agree_on_every_action(plan, partnership, two_quarters, quarter):
    position = queries.quarter_position(plan, quarter)
    shown = queries.shown_quarter(partnership, quarter)

    rows = queries.of_quarter(Action.objects.live().filter(plan=plan), shown)
    cells = queries.with_answers(rows, shown).values_list("reference", *queries.ANSWERS)

    assert {reference: queries.statuses(answers, shown) for reference, *answers in cells} == {
        one.reference: (one.status, one.before) for one in position.actions
    }


@pytest.mark.parametrize("quarter", [Q4, Q1])
def test_narrowed_to_a_status_the_list_holds_the_actions_the_position_counts(
    plan, partnership, two_quarters, quarter
):
    position = queries.quarter_position(plan, quarter)
    shown = queries.shown_quarter(partnership, quarter)
    rows = queries.of_quarter(Action.objects.live().filter(plan=plan), shown)

    narrowed = {
        status: sorted(queries.having_status(rows, shown, status).values_list("reference", flat=True))
        for status in Status
    }

    assert narrowed == {
        status: sorted(action.reference for action in position.with_status(status)) for status in Status
    }


def test_the_list_shows_the_newest_quarter_that_started(partnership, plan, two_quarters):
    RoundFactory(plan=plan, quarter_number=2, state="planned")

    shown = queries.shown_quarter(partnership)

    assert (shown.quarter, shown.started) == (Q1, (Q1, Q4))


@pytest.mark.parametrize("actions", [1, 3])
def test_a_position_costs_six_queries(plan, theme, round, officer, django_assert_num_queries, actions):
    for number in range(actions):
        row = ActionFactory(plan=plan, theme=theme, reference=f"ES-1{number}")
        answer(round, row, officer)

    with django_assert_num_queries(6):
        queries.quarter_position(plan, Q1)


# --- milestones promised for a quarter ------------------------------------------------------------


def due(plan, today=TODAY, quarter=Q1):
    return {one.title: one.outcome_words for one in queries.milestones_due(plan, quarter, today)}


def test_a_promise_is_kept_missed_or_still_to_come(plan, action):
    MilestoneFactory(action=action, title="Kept", actual_on=date(2026, 6, 30))
    MilestoneFactory(action=action, title="Late", actual_on=date(2026, 7, 3))
    MilestoneFactory(action=action, title="Silent")
    MilestoneFactory(action=action, title="Elsewhere", original=parse_window("August 2026"))

    assert due(plan) == {
        "Kept": "Met as promised",
        "Late": "Not met as promised: not done",
        "Silent": "Not met as promised: not done",
    }
    assert due(plan, date(2026, 6, 10))["Silent"] == "Still to come"


def test_a_milestone_moved_out_of_the_quarter_is_still_not_met(plan, action, officer, manager, board):
    milestone = MilestoneFactory(action=action, title="Moved")
    move = services.move_date(
        dated=milestone,
        window=parse_window("October 2026"),
        reason="Late.",
        by=officer,
        today=date(2026, 5, 1),
    )
    services.approve_move(
        move=move, board=board, decided_on=date(2026, 5, 20), by=manager, today=date(2026, 5, 21)
    )

    assert due(plan) == {"Moved": "Not met as promised: date moved"}
    third = due(plan, date(2027, 1, 5), Quarter(FinancialYear(2026), 3))
    assert third == {"Moved": "Not met as promised: not done"}


def test_a_date_moved_before_the_quarter_began_is_the_promise(plan, action, board):
    milestone = MilestoneFactory(action=action, title="Replanned")
    september = parse_window("September 2026")
    DateChangeFactory(
        action=action,
        milestone=milestone,
        state="approved",
        board=board,
        decided_on=date(2026, 3, 2),
        asked_on=date(2026, 3, 1),
        after=september,
    )
    milestone.current = september
    milestone.save()

    assert due(plan) == {}
    assert due(plan, date(2026, 7, 6), Q2) == {"Replanned": "Still to come"}


def test_what_moves_long_after_changes_nothing_in_an_old_quarter(plan, action, board):
    milestone = MilestoneFactory(action=action, title="Old")
    DateChangeFactory(
        action=action,
        milestone=milestone,
        state="approved",
        board=board,
        decided_on=date(2026, 11, 1),
        asked_on=date(2026, 10, 20),
    )

    row = queries.milestones_due(plan, Q1, date(2026, 12, 1))[0]

    assert (row.current.wording, row.moves, row.outcome_words) == (
        "June 2026",
        0,
        "Not met as promised: not done",
    )


@pytest.mark.parametrize("milestones", [1, 3])
def test_milestones_due_cost_two_queries(plan, action, django_assert_num_queries, milestones):
    for number in range(milestones):
        MilestoneFactory(action=action, number=number + 1)

    with django_assert_num_queries(2):
        queries.milestones_due(plan, Q1, TODAY)
