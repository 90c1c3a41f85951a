"""Adding to the plan."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from core.domain.windows import DateWindow
from core.models import StaleEdit
from programmes import services
from programmes.models import Action, Milestone, Update
from tests.factories.programmes import JUNE, ActionFactory, MilestoneFactory, RoundFactory
from tests.programmes.answers import NOW, TODAY


def new_action(plan, theme, **values):
    action = Action(plan=plan, partnership=plan.partnership, theme=theme, title="Pool training", **values)
    action.original = JUNE
    return action


def test_an_action_gets_the_next_reference_of_its_theme(plan, theme, manager):
    first = services.add_action(action=new_action(plan, theme), by=manager)
    second = services.add_action(action=new_action(plan, theme), by=manager)

    assert (first.reference, second.reference) == ("ES-01", "ES-02")


def test_a_reference_brought_from_a_paper_is_never_given_again(plan, theme, manager):
    services.add_action(action=new_action(plan, theme, reference="ES-07"), by=manager)

    assert services.add_action(action=new_action(plan, theme), by=manager).reference == "ES-08"


def test_a_reference_the_counter_never_heard_of_is_passed_over(plan, theme, manager):
    ActionFactory(plan=plan, theme=theme, reference="ES-01")

    assert services.add_action(action=new_action(plan, theme), by=manager).reference == "ES-02"


def test_the_first_date_is_the_original_and_the_current_one(plan, theme, manager):
    action = services.add_action(action=new_action(plan, theme), by=manager)

    action.refresh_from_db()
    assert (action.original, action.current) == (JUNE, JUNE)


def test_an_action_added_during_a_round_takes_part_in_it(plan, theme, round, manager):
    action = services.add_action(action=new_action(plan, theme), by=manager)

    assert [update.round for update in Update.objects.filter(action=action)] == [round]


def test_a_reference_cannot_be_changed(action, manager):
    action.reference = "ES-99"

    with pytest.raises(ValidationError, match="ES-01 is permanent"):
        action.full_clean()


def test_milestones_are_numbered_in_their_action(action, officer):
    first = services.add_milestone(action=action, title="Sign", window=JUNE, by=officer)
    second = services.add_milestone(action=action, title="Start", window=JUNE, by=officer)

    assert (first.number, second.number) == (1, 2)
    assert (second.original, second.current) == (JUNE, JUNE)
    assert second.history.get().history_user == officer


def test_the_number_of_an_archived_milestone_is_not_given_again(action, officer):
    MilestoneFactory(action=action, number=4, archived_at=NOW)

    assert services.add_milestone(action=action, title="Sign", window=JUNE, by=officer).number == 5


@pytest.mark.parametrize(
    ("window", "words"),
    [
        (None, "Give the date it is due."),
        (DateWindow.month(2026, 3), "ES-01 starts April 2026. A milestone cannot be due before that."),
    ],
)
def test_a_milestone_needs_a_date_that_is_not_before_its_action(action, officer, window, words):
    action.starts = DateWindow.month(2026, 4)
    action.save()

    with pytest.raises(ValidationError) as refused:
        services.add_milestone(action=action, title="Sign", window=window, by=officer)
    assert refused.value.messages == [words]
    assert Milestone.objects.count() == 0


def test_a_milestone_is_marked_done_on_its_day(action, officer):
    milestone = MilestoneFactory(action=action)

    services.complete_milestone(milestone=milestone, actual_on=date(2026, 6, 29), by=officer, today=TODAY)

    milestone.refresh_from_db()
    assert (milestone.actual_on, milestone.version) == (date(2026, 6, 29), 2)


@pytest.mark.parametrize("day", [None, date(2026, 7, 7)])
def test_a_milestone_cannot_be_done_on_no_day_or_tomorrow(action, officer, day):
    milestone = MilestoneFactory(action=action)

    with pytest.raises(ValidationError, match=r"Give the day on which it was done\."):
        services.complete_milestone(milestone=milestone, actual_on=day, by=officer, today=TODAY)


def test_marking_done_what_somebody_changed_meanwhile_is_noticed(action, officer):
    milestone = MilestoneFactory(action=action)
    other = Milestone.objects.get(pk=milestone.pk)
    other.title = "Sign and publish"
    other.save()

    with pytest.raises(StaleEdit):
        services.complete_milestone(milestone=milestone, actual_on=TODAY, by=officer, today=TODAY)


def test_evidence_is_kept_without_raising_the_version_of_its_action(action, officer):
    evidence = services.add_evidence(
        action=action, title="Agreement", content=b"%PDF", name="Agreement.pdf", by=officer, moment=NOW
    )

    action.refresh_from_db()
    assert (evidence.number, evidence.file.name, evidence.file.media_type) == (
        1,
        "Agreement.pdf",
        "application/pdf",
    )
    assert action.version == 1


@pytest.mark.parametrize(
    ("name", "size", "words"),
    [
        ("plan.exe", 10, "plan.exe is not of a kind we can keep."),
        ("plan", 10, "plan is not of a kind we can keep."),
        ("plan.pdf", 21 * 1024 * 1024, "plan.pdf is 21 MB. Files must be 20 MB or smaller."),
    ],
)
def test_a_file_too_large_or_of_another_kind_is_refused(action, officer, name, size, words):
    with pytest.raises(ValidationError) as refused:
        services.add_evidence(
            action=action, title="x", content=b"0" * size, name=name, by=officer, moment=NOW
        )
    assert refused.value.messages[0].startswith(words)


def test_evidence_without_link_and_file_is_refused(action, officer):
    with pytest.raises(ValidationError, match=r"Give a link or a file\."):
        services.add_evidence(action=action, title="Agreement", by=officer, moment=NOW)


def test_a_closed_round_does_not_take_new_actions(plan, theme, manager):
    RoundFactory(plan=plan, state="closed")

    services.add_action(action=new_action(plan, theme), by=manager)

    assert Update.objects.count() == 0
