"""Honest dates: reasons, change requests, and an original that never changes."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError

from core.domain.windows import DateWindow, parse_window
from core.models import StaleEdit
from programmes import services
from programmes.domain.moves import DateMoveState
from programmes.models import Action, DateChange, Milestone
from tests.factories.partnerships import BoardFactory
from tests.factories.programmes import JUNE, MilestoneFactory
from tests.programmes.answers import NOW, TODAY

JULY = date(2026, 7, 20)


@pytest.fixture
def milestone(action):
    """Due on 10 July 2026."""
    return MilestoneFactory(action=action, number=1, original=parse_window("10 July 2026"))


def move(dated, officer, to="24 July 2026", reason="The lawyer is away."):
    return services.move_date(
        dated=dated, window=parse_window(to) if to else None, reason=reason, by=officer, today=TODAY
    )


def test_a_move_within_its_quarter_is_applied_and_recorded(milestone, officer, round):
    made = move(milestone, officer)

    milestone.refresh_from_db()
    assert (milestone.current.wording, milestone.original.wording) == ("24 July 2026", "10 July 2026")
    assert (made.state, made.kind, made.round) == ("applied", "within_its_quarter", round)
    newest = milestone.history.first()
    assert (newest.history_user, newest.history_change_reason) == (officer, "The lawyer is away.")


def test_a_move_out_of_its_quarter_is_only_proposed(milestone, officer):
    made = move(milestone, officer, "31 October 2026")

    milestone.refresh_from_db()
    assert (made.state, made.kind) == ("proposed", "leaves_its_quarter")
    assert milestone.current.wording == "10 July 2026"


def test_an_approved_move_moves_the_date_and_names_the_board(milestone, officer, manager, board):
    made = move(milestone, officer, "31 October 2026")

    services.approve_move(
        move=made, board=board, decided_on=JULY, minute="14.2", by=manager, today=date(2026, 7, 21)
    )

    milestone.refresh_from_db()
    made.refresh_from_db()
    assert (milestone.current.wording, milestone.original.wording) == ("31 October 2026", "10 July 2026")
    assert (made.state, made.board, made.decided_on, made.minute) == ("approved", board, JULY, "14.2")


def test_a_board_that_raised_nothing_has_noted_a_move(client, milestone, officer, manager, board):
    made = move(milestone, officer, "31 October 2026")
    client.force_login(manager)
    address = made.get_absolute_url()
    given = {"board": board.pk, "decided_on": "6 July 2026", "minute": "14.3", "version": made.version}

    with time_machine.travel(NOW, tick=False):
        page = client.post(address, given | {"do": "note"}, follow=True)

    milestone.refresh_from_db()
    made.refresh_from_db()
    assert (made.state, made.board, made.minute, milestone.current.wording) == (
        "noted",
        board,
        "14.3",
        "31 October 2026",
    )
    assert "Noted. The date is now 31 October 2026." in page.content.decode()


def test_a_date_may_slip_within_its_quarter_as_far_as_the_plan_lets_it(milestone, plan, officer):
    plan.tolerance_days = 14
    plan.save()
    milestone.action.plan.refresh_from_db()

    near = move(milestone, officer, "24 July 2026")
    milestone.refresh_from_db()
    far = move(milestone, officer, "25 July 2026")

    milestone.refresh_from_db()
    assert [(one.kind, one.state) for one in (near, far)] == [
        ("within_its_quarter", "applied"),
        ("beyond_tolerance", "proposed"),
    ]
    assert milestone.current.wording == "24 July 2026"


def test_a_lead_is_told_of_a_move_within_its_quarter(client, milestone, update, officer, theme_lead):
    move(milestone, officer, "24 July 2026")
    client.force_login(theme_lead)

    page = client.get("/p/tees/updates/sign-off/")

    assert [str(one) for one in page.context["moved"]] == ["ES-01: 10 July 2026 to 24 July 2026"]


def test_a_refused_move_leaves_the_date(milestone, officer, manager):
    made = move(milestone, officer, "31 October 2026")

    services.refuse_move(move=made, reason="The grant ends in September.", by=manager, today=JULY)

    milestone.refresh_from_db()
    assert (milestone.current.wording, made.state) == ("10 July 2026", "refused")
    assert made.history.first().history_change_reason == "The grant ends in September."


def test_the_date_of_an_action_moves_the_same_way(action, officer, board, manager):
    made = move(action, officer, "September 2026")
    services.approve_move(move=made, board=board, decided_on=TODAY, by=manager, today=TODAY)

    action.refresh_from_db()
    assert (action.original, action.current.wording) == (JUNE, "September 2026")


@pytest.mark.parametrize(
    ("to", "reason", "words"),
    [
        (None, "x", "Give the new date."),
        ("10 July 2026", "x", "The date is 10 July 2026 already. Give another one."),
        ("24 July 2026", " ", "Say why the date moves."),
        ("3 July 2026", "x", "3 July 2026 has passed. Give a date that is still to come, or mark it done."),
    ],
)
def test_a_move_that_makes_no_sense_is_refused_in_words(milestone, officer, to, reason, words):
    with pytest.raises(ValidationError) as refused:
        move(milestone, officer, to, reason)
    assert refused.value.messages == [words]
    assert DateChange.objects.count() == 0


def test_a_move_to_before_the_work_starts_is_refused(milestone, officer, action):
    action.starts = DateWindow.month(2026, 9)
    action.save()

    with pytest.raises(ValidationError, match="The work starts September 2026"):
        move(milestone, officer)


def test_what_is_done_keeps_its_date(milestone, officer):
    services.complete_milestone(milestone=milestone, actual_on=TODAY, by=officer, today=TODAY)

    with pytest.raises(ValidationError, match="This is finished"):
        move(milestone, officer)


def test_a_date_that_waits_for_a_decision_cannot_move_again(milestone, officer):
    move(milestone, officer, "31 October 2026")

    with pytest.raises(ValidationError, match="A move to 31 October 2026 waits for a decision"):
        move(milestone, officer)


def test_a_move_is_decided_once(milestone, officer, manager, board):
    made = move(milestone, officer, "31 October 2026")
    services.refuse_move(move=made, reason="No.", by=manager, today=TODAY)

    with pytest.raises(ValidationError, match="cannot move to approved"):
        services.approve_move(move=made, board=board, decided_on=TODAY, by=manager, today=TODAY)


def test_an_approval_names_a_board_and_a_day(milestone, officer, manager):
    made = move(milestone, officer, "31 October 2026")

    with pytest.raises(ValidationError) as refused:
        services.approve_move(move=made, board=None, decided_on=None, by=manager, today=TODAY)
    assert set(refused.value.message_dict) == {"board", "decided_on"}


@pytest.mark.parametrize("day", [date(2026, 7, 5), date(2026, 7, 7)])
def test_an_approval_is_not_before_the_request_and_not_tomorrow(milestone, officer, manager, board, day):
    made = move(milestone, officer, "31 October 2026")

    with pytest.raises(ValidationError, match="This day is"):
        services.approve_move(move=made, board=board, decided_on=day, by=manager, today=TODAY)


def test_a_board_of_another_partnership_approves_nothing(milestone, officer, manager):
    made = move(milestone, officer, "31 October 2026")

    with pytest.raises(ValidationError, match="This board belongs to another partnership"):
        services.approve_move(move=made, board=BoardFactory(), decided_on=TODAY, by=manager, today=TODAY)
    milestone.refresh_from_db()
    assert milestone.current.wording == "10 July 2026"


def test_two_who_move_the_same_date_are_told_apart(milestone, officer, other_officer):
    stale = Milestone.objects.get(pk=milestone.pk)
    move(milestone, officer)

    with pytest.raises(StaleEdit):
        move(stale, other_officer, "31 July 2026")


@pytest.mark.parametrize("model", [Action, Milestone])
def test_no_form_import_or_restore_can_move_a_date_without_a_move(milestone, model):
    row = model.objects.first()
    row.current = DateWindow.month(2026, 9)

    with pytest.raises(ValidationError, match="A date is moved with a reason"):
        row.full_clean()


@pytest.mark.parametrize("model", [Action, Milestone])
def test_the_original_date_never_changes(milestone, model):
    row = model.objects.first()
    row.original = row.current = DateWindow.month(2026, 9)

    with pytest.raises(ValidationError, match="is kept for ever"):
        row.full_clean()


def test_a_request_is_not_rewritten(milestone, officer):
    made = move(milestone, officer, "31 October 2026")
    made.after = DateWindow.month(2026, 12)

    with pytest.raises(ValidationError, match="A move stays as it was asked for"):
        made.full_clean()
    assert DateMoveState(made.state) is DateMoveState.PROPOSED
