"""What a round lacks and whom its letters go to, among look-alikes and on the day it is asked."""

from datetime import date

from core.domain.periods import FinancialYear, Quarter
from programmes import queries
from programmes.models import Reminder
from programmes.queries.chasing import chasing_by_hand, chasing_on
from tests.factories.crowd import GONE, NOW, TODAY, TOMORROW, YESTERDAY, close_on, grant_for
from tests.factories.programmes import RoundFactory

Q3, Q4, Q1, Q2 = (
    Quarter(FinancialYear(year), number) for year, number in ((2025, 3), (2025, 4), (2026, 1), (2026, 2))
)


# --- Rounds -----------------------------------------------------------------------------------


def test_the_chase_list_is_of_the_live_updates_of_one_round(crowd):
    chase = queries.chase_list(crowd.here.open)

    assert (chase.whole.received, chase.whole.due) == (2, 4)
    assert [(row[0], row[4]) for row in chase.missing] == [
        ("CC-01", "Returned, until 15 July 2026"),
        ("ES-02", "Not started"),
    ]
    assert [row[0] for row in chase.unsigned] == ["ES-01"]
    assert {owner: share.due for owner, share in chase.by_owner.items()} == {
        "Borough": 2, "County": 1, "No owner": 1,
    }  # fmt: skip


def test_what_is_lacking_is_of_the_plans_rounds_before_that_are_not_locked(crowd):
    def lacking(plan, quarter):
        return [(one.quarter, one.reference, one.state.value) for one in queries.still_lacking(plan, quarter)]

    assert lacking(crowd.here.plan, Q2) == [
        ("Q1 2026/27", "ES-01", "submitted"),
        ("Q1 2026/27", "CC-01", "returned"),
        ("Q1 2026/27", "ES-02", "not_started"),
    ]
    assert lacking(crowd.here.plan, Q1) == []
    assert lacking(crowd.here.second, Q2) == [("Q1 2026/27", "NP-01", "not_started")]


def test_opening_rolls_forward_the_live_actions_of_the_plan(crowd):
    found = queries.rolled_forward(crowd.here.plan, Q2, TODAY)

    assert [(one.reference, one.becomes.value, one.last) for one in found] == [
        ("CC-01", "ask_about_it", "Returned"),
        ("ES-01", "ask_about_it", "Submitted"),
        ("ES-02", "ask_about_it", "Not started"),
        ("ES-06", "ask_about_it", "Not asked"),
        ("CC-02", "carried_on", "Signed off"),
        ("ES-04", "carried_on", "Not asked"),
        ("ES-03", "complete", "Signed off"),
    ]
    assert {one.last for one in queries.rolled_forward(crowd.here.plan, Q4, TODAY)} == {"Not asked"}


def test_a_date_that_is_today_has_not_passed(crowd):
    def passed(today):
        rolled = queries.rolled_forward(crowd.here.plan, Q2, today)
        return [one.reference for one in rolled if "date has passed" in one.why]

    assert "ES-06" in passed(TODAY)
    assert "ES-04" not in passed(TODAY)
    assert "ES-04" not in passed(TOMORROW)
    assert "ES-04" in passed(date(2026, 7, 16))


def test_begun_is_what_somebody_wrote_in_that_round(crowd):
    """Also for an action that was archived since: whoever takes the opening back must not lose its words."""
    assert queries.begun_in(crowd.here.open) == ["CC-01", "CC-02", "ES-01", "ES-07"]
    assert queries.begun_in(crowd.there.open) == ["CC-01", "CC-02", "ES-01", "ES-02", "ES-07"]
    assert queries.begun_in(crowd.here.planned) == []


def test_the_next_quarter_follows_the_newest_round_that_is_live_and_begun(crowd):
    assert queries.next_quarter(crowd.here.plan, TODAY) == Q2
    RoundFactory(plan=crowd.here.plan, quarter_number=3, state="closed", **GONE)
    assert queries.next_quarter(crowd.here.plan, TODAY) == Q2
    assert queries.next_quarter(crowd.here.archived_plan, TODAY) == Q1


def test_the_plan_of_a_partnership_is_its_first_that_is_not_archived(crowd):
    assert queries.plan_of(crowd.here.partnership) == crowd.here.plan
    assert queries.plan_of(crowd.there.partnership) == crowd.there.plan


def test_closed_days_are_the_hosts(crowd):
    close_on(crowd.here, "borough", TOMORROW)
    close_on(crowd.here, "borough", YESTERDAY, **GONE)
    close_on(crowd.here, "county", TODAY)

    assert queries.closures(crowd.here.plan) == {TOMORROW}


# --- Letters ----------------------------------------------------------------------------------


def letters(chasing):
    """By person what each is asked, as the partnership and the reference."""
    return {
        letter.person: [f"{one.partnership} {one.reference}" for one in letter.updates]
        for letter in chasing.digests
    }


def test_a_letter_names_what_is_missing_in_open_rounds_over_all_partnerships(crowd):
    assert letters(chasing_on(TODAY)) == {
        crowd.people.officer: ["Tees NP-01", "Wear ES-02", "Tees CC-01"],
        crowd.people.foreign: ["Wear NP-01", "Tees ES-02", "Wear CC-01"],
    }


def test_a_letter_says_what_its_own_partnership_calls_the_status_before(crowd):
    before = {
        (one.partnership, one.reference): one.before
        for letter in chasing_on(TODAY).digests
        for one in letter.updates
    }

    assert before["Tees", "ES-02"] == "Off track"
    assert before["Wear", "ES-02"] == "Red"


def test_letters_by_hand_are_about_one_round_and_go_to_whom_had_none_today(crowd):
    round = crowd.here.open
    assert letters(chasing_by_hand(round, TODAY)) == {
        crowd.people.foreign: ["Tees ES-02"],
        crowd.people.officer: ["Tees CC-01"],
    }

    Reminder.objects.create(
        round=crowd.there.open, person=crowd.people.foreign, occasion="opened", due_on=TODAY, sent_at=NOW
    )
    chasing = chasing_by_hand(round, TODAY)

    assert letters(chasing) == {crowd.people.officer: ["Tees CC-01"]}
    assert chasing.had == (crowd.people.foreign,)
    assert len(letters(chasing_by_hand(round, TOMORROW))) == 2


def test_a_letter_goes_to_whoever_stands_in_today(crowd):
    cover, place = crowd.people.nobody, {"partnership": crowd.here.partnership}
    grant_for(crowd.people.manager, acting_for=crowd.people.officer, effective_to=YESTERDAY, **place)
    grant_for(cover, acting_for=crowd.people.officer, effective_to=TODAY, **place)
    grant_for(
        crowd.people.theme_lead, acting_for=crowd.people.officer, effective_to=TOMORROW, **place, **GONE
    )

    assert {one.person: one.to for one in chasing_on(TODAY).digests} == {
        crowd.people.officer: (cover,),
        crowd.people.foreign: (crowd.people.foreign,),
    }
    assert all(one.to == (one.person,) for one in chasing_on(TOMORROW).digests)


def test_an_action_without_a_lead_is_asked_of_its_own_bodys_officers(crowd):
    action = crowd.here.actions["ES-02"]
    action.lead = None
    action.save()
    grant_for(crowd.people.nobody, role="partner_officer", partnership=None,
              organisation=crowd.bodies["county"], effective_to=YESTERDAY)  # fmt: skip

    assert letters(chasing_by_hand(crowd.here.open, TODAY)) == {
        crowd.people.officer: ["Tees CC-01"],
        crowd.people.of_county: ["Tees ES-02"],
    }
