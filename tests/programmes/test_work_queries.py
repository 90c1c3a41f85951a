"""What is due from whom, and whose drafts one may read."""

from datetime import date

import pytest

from core.domain.status import Status
from core.domain.windows import DateWindow
from programmes import queries, services
from programmes.models import Update
from tests.factories.programmes import ActionFactory, MilestoneFactory, RoundFactory, UpdateFactory
from tests.programmes.answers import NOW, TODAY, submitted


def references(user, today=TODAY):
    return [one.reference for one in queries.my_updates(user, today)]


def test_an_officer_has_the_updates_of_the_actions_they_lead(update, officer, other_officer):
    assert (references(officer), references(other_officer)) == (["ES-01"], [])


def test_a_partner_officer_has_those_of_their_organisation(update, action, partner_officer, borough):
    assert references(partner_officer) == []

    action.owner = borough
    action.save()

    assert references(partner_officer) == ["ES-01"]


def test_leads_managers_and_readers_have_none_of_their_own(update, theme_lead, manager, chief_executive):
    assert [references(one) for one in (theme_lead, manager, chief_executive)] == [[], [], []]


def test_an_update_says_how_it_was_and_when_it_is_due(plan, action, officer, update):
    before = UpdateFactory(
        round=RoundFactory(plan=plan, year=2025, quarter_number=4, state="planned"), action=action
    )
    before.round.state = "closed"
    before.round.save()
    Update.objects.get(pk=before.pk)
    before.state, before.stage, before.confidence = "submitted", "in_progress", "at_risk"
    before.save()
    services.save_draft(update=update, typed={"words": "x"}, by=officer, now=NOW)

    mine = queries.my_updates(officer, date(2026, 7, 15))[0]

    assert (mine.before, mine.state, mine.draft_saved_at) == (Status.AT_RISK, "draft", NOW)
    assert (mine.due_on, mine.is_late) == (date(2026, 7, 14), True)


def test_what_is_closed_is_no_longer_due_unless_it_was_returned(update, officer, theme_lead, manager):
    given = submitted(update, officer)
    services.close_round(round=given.round, by=manager)
    assert references(officer) == []

    services.return_update(update=given, note="Which firms?", by=theme_lead)

    assert [one.note for one in queries.my_updates(officer, TODAY)] == ["Which firms?"]


@pytest.mark.parametrize("actions", [1, 3])
def test_my_updates_cost_the_same_for_any_number(
    plan, theme, round, officer, django_assert_num_queries, actions
):
    for number in range(actions):
        row = ActionFactory(plan=plan, theme=theme, reference=f"ES-1{number}", lead=officer)
        UpdateFactory(round=round, action=row)

    with django_assert_num_queries(5):
        assert len(queries.my_updates(officer, TODAY)) == actions


def test_the_next_of_mine_is_the_following_one_that_is_not_in(plan, theme, round, officer):
    first, second, third = (
        UpdateFactory(
            round=round, action=ActionFactory(plan=plan, theme=theme, reference=f"ES-0{number}", lead=officer)
        )
        for number in (1, 2, 3)
    )
    submitted(second, officer)

    def following(row):
        found = queries.next_of_mine(queries.my_updates(officer, TODAY), row.pk)
        return found.reference if found else None

    assert (following(first), following(third)) == ("ES-03", "ES-01")
    submitted(first, officer)
    submitted(third, officer)
    assert following(third) is None


def test_drafts_are_read_by_their_author_and_the_actions_leads_only(
    update, officer, other_officer, theme_lead, manager, administrator, chief_executive
):
    services.save_draft(update=update, typed={"words": "Half a thought"}, by=officer, now=NOW)
    services.save_draft(update=Update.objects.get(), typed={"words": "A lead's"}, by=theme_lead, now=NOW)

    def read_by(person):
        return [one.words for one in queries.drafts_shown(update, person)]

    assert (read_by(theme_lead), read_by(officer)) == (["Half a thought"], ["A lead's"])
    for person in (other_officer, manager, administrator, chief_executive):
        assert read_by(person) == []


def test_the_chase_list_counts_what_is_in_and_names_what_is_missing(plan, theme, round, update, officer):
    silent = ActionFactory(plan=plan, theme=theme, reference="ES-02", title="Pool training", owner=None)
    UpdateFactory(round=round, action=silent)
    submitted(update, officer)

    chase = queries.chase_list(round)

    assert chase.whole.wording == "1 of 2 updates received (50%)"
    assert chase.missing == (("ES-02", "Pool training", "No owner", "Vacant", "Not started"),)
    assert [(owner, share.missing) for owner, share in chase.by_owner.items()] == [
        ("No owner", 1),
        (update.action.owner.name, 0),
    ]
    assert [one[0] for one in chase.unsigned] == ["ES-01"]


def test_a_lead_signs_off_their_themes_updates_worst_first(
    plan, update, officer, theme_lead, manager, other_officer
):
    given = submitted(update, officer)
    elsewhere = UpdateFactory(round=update.round, action=ActionFactory(plan=plan, reference="TR-01"))
    submitted(elsewhere, officer, confidence="at_risk", reason="Late.")

    def queue(person):
        return [one.reference for one in queries.to_sign_off(person, Update.objects.all())]

    assert queue(theme_lead) == ["ES-01"]
    assert queue(manager) == ["TR-01", "ES-01"]
    assert queue(officer) == queue(other_officer) == []
    services.sign_off_update(update=given, by=theme_lead, now=NOW)
    assert queue(theme_lead) == []


def test_a_plan_without_sign_off_has_no_queue(plan, update, officer, theme_lead):
    plan.signs_off = False
    plan.save()
    submitted(update, officer)

    assert queries.to_sign_off(theme_lead, Update.objects.all()) == []


def test_the_next_quarter_follows_the_newest_round(plan):
    assert queries.next_quarter(plan, TODAY).label == "Q1 2026/27"

    RoundFactory(plan=plan)

    assert queries.next_quarter(plan, TODAY).label == "Q2 2026/27"


def test_a_step_of_the_quarter_s_last_day_is_due_in_it_and_one_of_the_next_day_is_not(update, action):
    MilestoneFactory(action=action, number=1, original=DateWindow.day(date(2026, 6, 30)))
    MilestoneFactory(action=action, number=2, original=DateWindow.day(date(2026, 7, 1)))

    assert [step.number for step in queries.steps_due(update)] == [1]
