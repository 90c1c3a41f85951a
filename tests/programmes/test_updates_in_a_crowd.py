"""Whose updates somebody has to write or to agree, among look-alikes and on the day it is asked."""

from datetime import date
from types import SimpleNamespace

import pytest

from core.domain.periods import FinancialYear, Quarter
from core.domain.status import Status
from programmes import queries
from programmes.models import Draft, Update
from programmes.queries.chasing import chasing_on
from tests.factories.crowd import GONE, NOW, ON_TRACK, TODAY, TOMORROW, YESTERDAY, day, grant_for
from tests.factories.partnerships import LeadFactory
from tests.factories.programmes import ActionFactory, RoundFactory, UpdateFactory

Q3, Q4, Q1, Q2 = (
    Quarter(FinancialYear(year), number) for year, number in ((2025, 3), (2025, 4), (2026, 1), (2026, 2))
)


def place_of(url):
    """The partnership and the action of an address: "tees ES-01"."""
    parts = url.strip("/").split("/")
    return f"{parts[1]} {parts[-1]}"


def keys(tasks):
    return [task.key for task in tasks]


@pytest.fixture
def archived_plan(crowd):
    """What an archived plan still holds: an action that is not archived, asked in an open round."""
    here = crowd.here
    action = ActionFactory(
        plan=here.archived_plan, theme=here.theme, reference="AP-01", lead=here.lead,
        owner=crowd.bodies["borough"], original=day(TODAY),
    )  # fmt: skip
    asked = RoundFactory(plan=here.archived_plan)
    return SimpleNamespace(action=action, round=asked, update=UpdateFactory(round=asked, action=action))


# --- What somebody has to write ---------------------------------------------------------------


def of_officer(slug):
    """An officer's list, soonest first: reopened, of the second plan, then the plan's own round."""
    return [f"{slug}/2025-26-q4/CC-01"] + [
        f"{slug}/2026-27-q1/{reference}" for reference in ("NP-01", "NP-02", "ES-01", "CC-01")
    ]


@pytest.mark.parametrize(
    ("who", "asked"),
    [
        ("officer", of_officer("tees")),
        ("foreign", of_officer("wear")),
        ("theme_lead", []),
        ("manager", ["tees/2026-27-q1/ES-01"]),  # begun by them
        ("manager_there", []),
        ("of_county", ["tees/2026-27-q1/ES-02"]),  # no member of the other partnership
        ("administrator", []),
        ("nobody", []),
    ],
)
def test_my_updates_are_those_of_ones_own_actions_where_one_has_a_role(crowd, who, asked):
    assert keys(queries.my_updates(getattr(crowd.people, who), TODAY)) == asked


def test_what_was_returned_before_its_round_was_locked_is_written_no_more(crowd):
    here = crowd.here
    returned = here.actions["ES-01"].updates.get(round=here.locked)
    returned.state = "returned"
    returned.save()

    assert keys(queries.my_updates(crowd.people.officer, TODAY)) == of_officer("tees")


def test_a_partner_officer_writes_for_their_body_in_every_partnership_it_is_in(crowd):
    tasks = queries.my_updates(crowd.people.of_borough, TODAY)

    assert sorted(keys(tasks)) == sorted(of_officer("tees") + of_officer("wear"))


def test_an_update_is_late_only_after_the_day_it_is_due(crowd):
    late = {
        task.key[5:]: (task.due_on, task.is_late) for task in queries.my_updates(crowd.people.officer, TODAY)
    }

    assert late == {
        "2025-26-q4/CC-01": (date(2026, 4, 16), True),
        "2026-27-q1/NP-01": (YESTERDAY, True),
        "2026-27-q1/NP-02": (YESTERDAY, False),  # in
        "2026-27-q1/ES-01": (TODAY, False),  # in
        "2026-27-q1/CC-01": (TOMORROW, False),
    }


def test_what_is_due_today_is_late_tomorrow(crowd):
    def is_late(today):
        (task,) = queries.my_updates(crowd.people.of_county, today)
        return task.is_late

    assert [is_late(today) for today in (YESTERDAY, TODAY, TOMORROW)] == [False, False, True]


def test_an_update_shows_what_its_action_said_the_quarter_before(crowd):
    before = {task.key[5:]: task.before for task in queries.my_updates(crowd.people.officer, TODAY)}

    assert before == {
        "2025-26-q4/CC-01": None,
        "2026-27-q1/NP-01": None,
        "2026-27-q1/NP-02": None,
        "2026-27-q1/ES-01": Status.ON_TRACK,
        "2026-27-q1/CC-01": Status.NO_UPDATE,
    }


def test_the_answer_before_is_not_that_of_an_archived_round(crowd):
    here = crowd.here
    of_spring = here.actions["CC-02"].updates.get(round=here.locked)
    of_summer = here.updates["CC-02"]

    assert queries.answer_before(of_spring) is None
    assert queries.answer_before(of_summer) == of_spring
    assert queries.answers_before([of_spring, of_summer]) == {of_summer.pk: of_spring}


def test_nothing_was_said_in_a_round_that_is_only_planned(crowd):
    here = crowd.here
    next_round = RoundFactory(plan=here.plan, quarter_number=3, state="planned")
    update = UpdateFactory(round=next_round, action=here.actions["ES-01"])

    assert queries.answers_before([update]) == {}
    assert queries.answer_before(update) is None


def test_an_archived_plan_asks_nobody(crowd, archived_plan):
    asked = queries.my_updates(crowd.people.officer, TODAY)
    letters = chasing_on(TODAY).digests

    assert "tees/2026-27-q1/AP-01" not in keys(asked)
    assert "AP-01" not in [update.reference for letter in letters for update in letter.updates]
    assert archived_plan.update not in queries.asked_of(
        SimpleNamespace(plan_id=archived_plan.round.plan_id, organisation_id=archived_plan.action.owner_id)
    )
    summaries = [one.summary for one in queries.deadlines_of(crowd.people.officer, "")]
    assert summaries.count("Updates due: Tees, Q1 2026/27") == 2


def test_somebody_who_stands_in_writes_where_the_other_has_a_role(crowd):
    grant_for(
        crowd.people.nobody,
        partnership=crowd.here.partnership,
        acting_for=crowd.people.officer,
        effective_to=TODAY,
    )

    assert keys(queries.my_updates(crowd.people.nobody, TODAY)) == of_officer("tees")


def test_a_role_ends_with_its_last_day(crowd):
    grant_for(
        crowd.people.nobody, partnership=crowd.here.partnership, acting_for=crowd.people.officer,
        effective_to=YESTERDAY,
    )  # fmt: skip

    assert queries.my_updates(crowd.people.nobody, TODAY) == []


def test_a_link_asks_for_what_its_body_may_still_write(crowd):
    assert [str(one) for one in queries.asked_of(crowd.here.link)] == ["ES-02 in Q1 2026/27"]
    assert {one.action for one in queries.asked_of(crowd.here.link)} == {crowd.here.actions["ES-02"]}


def test_ready_drafts_are_ones_own_where_one_may_answer(crowd):
    Draft.objects.update(is_ready=True)
    own = Draft.objects.create(
        update=crowd.here.updates["CC-01"],
        author=crowd.people.officer,
        version=1,
        saved_at=NOW,
        is_ready=True,
    )
    Draft.objects.create(
        update=crowd.here.updates["ES-01"], author=crowd.people.officer, version=1, saved_at=NOW
    )

    assert queries.ready_drafts(crowd.people.officer) == [own]


def test_drafts_are_read_by_the_leads_of_their_own_theme(crowd):
    here, there = crowd.here.updates["ES-01"], crowd.there.updates["ES-02"]
    LeadFactory(theme=crowd.here.theme, user=crowd.people.nobody, **GONE)

    assert [one.author for one in queries.drafts_shown(here, crowd.people.theme_lead)] == [
        str(crowd.people.manager)
    ]
    assert queries.drafts_shown(here, crowd.people.manager) == []
    assert queries.drafts_shown(here, crowd.people.nobody) == []  # was a lead of the theme
    assert queries.drafts_shown(there, crowd.people.officer) == []  # their own
    assert queries.drafts_shown(here, crowd.people.foreign) == []


def test_same_as_last_quarter_looks_at_the_actions_own_live_answers(crowd):
    tasks = queries.my_updates(crowd.people.officer, TODAY)
    refusals = queries.same_refusals(tasks)

    by_key = {task.key[5:]: refusals[task.pk] for task in tasks if task.pk in refusals}
    assert sorted(by_key) == ["2025-26-q4/CC-01", "2026-27-q1/CC-01", "2026-27-q1/NP-01"]
    assert all(by_key.values())


def test_steps_due_are_those_of_the_quarter_that_are_not_done(crowd):
    later = UpdateFactory(round=RoundFactory(plan=crowd.here.second, quarter_number=2, state="planned"),
                          action=crowd.here.actions["ES-01"])  # fmt: skip

    assert [step.number for step in queries.steps_due(later)] == [1, 2, 3]
    assert queries.steps_due(crowd.here.updates["ES-01"]) == []


# --- What a lead agrees -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "queue"),
    [
        ("theme_lead", ["tees ES-01"]),
        ("manager", ["tees ES-01"]),
        ("manager_there", ["wear ES-01"]),
        ("administrator", ["tees ES-01", "wear ES-01"]),
        ("officer", []),
        ("foreign", []),
        ("of_borough", []),
        ("nobody", []),
    ],
)
def test_a_lead_agrees_what_is_submitted_in_rounds_that_are_not_locked(crowd, who, queue):
    found = queries.to_sign_off(getattr(crowd.people, who), Update.objects.all())

    assert [place_of(one.url) for one in found] == queue
    assert {one.quarter for one in found} <= {Q1}


def test_what_was_reopened_in_a_locked_round_is_agreed_again(crowd):
    reopened = crowd.here.actions["ES-02"].updates.get(round=crowd.here.locked)
    reopened.reopened_at = NOW
    reopened.save()

    found = queries.to_sign_off(crowd.people.theme_lead, Update.objects.all())

    assert [(one.reference, one.quarter) for one in found] == [("ES-02", Q4), ("ES-01", Q1)]


def test_the_queue_shows_beside_each_what_was_said_before(crowd):
    (shown,) = queries.to_sign_off(crowd.people.theme_lead, Update.objects.all())

    assert (shown.before, shown.words_before) == (Status.ON_TRACK, ON_TRACK["words"])


def test_flags_count_the_evidence_of_this_round_and_the_steps_that_are_overdue(crowd):
    here, there = (place.updates["ES-01"] for place in (crowd.here, crowd.there))
    for before in Update.objects.filter(action__reference="ES-01", round__state="locked"):
        before.confidence = "off_track"
        before.save()
    added = there.action.evidence.get(number=1)
    added.archived_at = NOW
    added.save()
    queue = queries.to_sign_off(crowd.people.administrator, Update.objects.all())

    flags = queries.flags_of(queue, TODAY)

    raised = (
        "Milestone 1, Step 1, was due 13 July 2026 and is not mentioned.",
        "An agreed date has moved twice.",
        "The words are those of last quarter.",
    )
    assert flags[here.pk] == raised
    assert set(flags[there.pk]) - set(raised) == {
        "It was red last quarter, and nothing was added that shows what changed."
    }


def test_hints_go_by_the_steps_of_the_updates_own_action(crowd):
    first, other = crowd.here.updates["ES-01"], crowd.here.updates["CC-02"]

    hints = queries.hints_for([first, other], date(2026, 8, 20))

    assert "Milestone 1" in hints[first.pk]
    assert hints[other.pk] == ""


@pytest.mark.parametrize(
    ("who", "moves"),
    [
        ("theme_lead", ["tees ES-01 4", "tees ES-01 1"]),
        ("manager_there", ["wear ES-01 4", "wear ES-01 1"]),
        ("officer", []),
    ],
)
def test_moved_dates_are_those_applied_in_rounds_that_are_not_locked(crowd, who, moves):
    found = queries.moved_dates(getattr(crowd.people, who), Update.objects.all())

    assert [f"{one.action.partnership.slug} {one.why}" for one in found] == moves
