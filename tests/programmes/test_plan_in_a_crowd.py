"""Where a plan and its actions stand, among look-alikes and on the day it is asked."""

from datetime import date

import pytest

from core.domain.periods import FinancialYear, Quarter
from core.domain.status import Status
from programmes import queries
from programmes.models import Action, DateChange, Measure
from programmes.queries.position import dates_collected, milestones_due, quarter_position
from tests.factories.crowd import GONE, TODAY, TOMORROW, YESTERDAY
from tests.factories.partnerships import ThemeFactory
from tests.factories.programmes import ActionFactory

Q3, Q4, Q1, Q2 = (
    Quarter(FinancialYear(year), number) for year, number in ((2025, 3), (2025, 4), (2026, 1), (2026, 2))
)


# --- Where the plan stands --------------------------------------------------------------------


def test_the_newest_quarter_has_every_live_action_also_what_nobody_was_asked(crowd):
    actions = quarter_position(crowd.here.plan, Q1).actions

    assert [(one.reference, one.status, one.before, one.moves) for one in actions] == [
        ("ES-01", Status.AT_RISK, Status.ON_TRACK, 2),
        ("ES-02", Status.NO_UPDATE, Status.OFF_TRACK, 0),
        ("ES-03", Status.COMPLETE, Status.COMPLETE, 0),
        ("ES-04", Status.NO_UPDATE, None, 0),
        ("ES-06", Status.NO_UPDATE, None, 0),
        ("CC-01", Status.NO_UPDATE, Status.NO_UPDATE, 0),
        ("CC-02", Status.OFF_TRACK, Status.ON_TRACK, 1),
    ]


def test_an_older_quarter_has_what_it_asked(crowd):
    actions = quarter_position(crowd.here.plan, Q4).actions

    assert [(one.reference, one.status, one.before) for one in actions] == [
        ("ES-01", Status.ON_TRACK, None),
        ("ES-02", Status.OFF_TRACK, None),
        ("ES-03", Status.COMPLETE, None),
        ("CC-01", Status.NO_UPDATE, None),
        ("CC-02", Status.ON_TRACK, None),
    ]
    assert quarter_position(crowd.here.plan, Q3).actions == ()


LISTED = {
    Q1: {
        "ES-01": (Status.AT_RISK, Status.ON_TRACK),
        "ES-02": (Status.NO_UPDATE, Status.OFF_TRACK),
        "ES-03": (Status.COMPLETE, Status.COMPLETE),
        "ES-04": (Status.NO_UPDATE, None),
        "ES-06": (Status.NO_UPDATE, None),
        "CC-01": (Status.NO_UPDATE, Status.NO_UPDATE),
        "CC-02": (Status.OFF_TRACK, Status.ON_TRACK),
        "NP-01": (Status.NO_UPDATE, None),
        "NP-02": (Status.ON_TRACK, None),
    },
    Q4: {
        "ES-01": (Status.ON_TRACK, None),
        "ES-02": (Status.OFF_TRACK, None),
        "ES-03": (Status.COMPLETE, None),
        "CC-01": (Status.NO_UPDATE, None),
        "CC-02": (Status.ON_TRACK, None),
    },
}


@pytest.mark.parametrize("quarter", LISTED)
def test_the_list_has_the_actions_of_a_quarter_over_all_plans_with_their_statuses(crowd, quarter):
    shown = queries.shown_quarter(crowd.here.partnership, quarter)
    rows = Action.objects.live().filter(partnership=crowd.here.partnership)

    if quarter == Q4:
        # An archived update still counts as asked here, and as silence in the quarter's position.
        assert set(queries.of_quarter(rows, shown).values_list("reference", flat=True)) == set(LISTED[Q4])
    listed = queries.with_answers(queries.of_quarter(rows, shown), shown)
    answers = {row[0]: row[1:] for row in listed.values_list("reference", *queries.ANSWERS)}

    assert {reference: queries.statuses(row, shown) for reference, row in answers.items()} == LISTED[quarter]
    for status in Status:
        expected = sorted(reference for reference, (now, _) in LISTED[quarter].items() if now is status)
        having = queries.having_status(queries.of_quarter(rows, shown), shown, status)
        assert sorted(having.values_list("reference", flat=True)) == expected, status


def test_the_quarter_shown_is_of_the_partnerships_live_rounds_that_started(crowd):
    here, there = (queries.shown_quarter(place.partnership) for place in (crowd.here, crowd.there))

    assert (here.quarter, here.started, here.themes_at) == (Q1, (Q1, Q4), None)
    assert set(here.rounds) == {crowd.here.open.pk, crowd.here.late.pk}
    assert here.before == (crowd.here.locked.pk,)
    assert set(there.rounds) == {crowd.there.open.pk, crowd.there.late.pk}
    assert queries.shown_quarter(crowd.here.partnership, Q3).quarter == Q1
    locked = queries.shown_quarter(crowd.here.partnership, Q4)
    assert (locked.rounds, locked.before) == ((crowd.here.locked.pk,), ())
    assert locked.themes_at == crowd.here.locked.locked_at


def test_a_milestone_is_missed_the_day_after_it_was_due(crowd):
    def outcomes(today):
        return {
            one.number: one.outcome and one.outcome.value
            for one in milestones_due(crowd.here.plan, Q2, today)
        }

    assert outcomes(TODAY) == {1: "missed", 2: "moved", 3: None, 4: "missed"}
    assert outcomes(YESTERDAY)[1] is None
    assert milestones_due(crowd.here.second, Q2, TODAY) == ()


def test_dates_are_those_in_force_when_the_quarter_was_collected(crowd):
    found = {
        name: window and window.wording
        for name, window in dates_collected(crowd.here.plan, Q1, TODAY).items()
    }

    assert found == {
        "ES-01": "September 2026",
        "ES-02": "14 July 2026",
        "ES-03": "June 2026",
        "ES-04": "15 July 2026",
        "ES-06": "13 July 2026",
        "CC-01": "14 July 2026",
        "CC-02": "September 2026",
    }
    before = dates_collected(crowd.here.plan, Q1, YESTERDAY)
    assert (before["CC-02"].wording, before["ES-01"].wording) == ("December 2026", "September 2026")
    earlier = dates_collected(crowd.here.plan, Q1, date(2026, 4, 9))
    assert earlier["ES-01"].wording == "June 2026"


def test_the_timeline_marks_live_milestones_and_live_needs(crowd):
    shown = queries.shown_quarter(crowd.here.partnership)
    page = Action.objects.live().filter(partnership=crowd.here.partnership).order_by("reference")
    rows = {row.reference: row for row in queries.timeline_rows(page, shown)}

    assert rows["ES-01"].marks == (YESTERDAY, YESTERDAY, TODAY, TOMORROW)
    assert [one.reference for one in rows["ES-01"].needs] == ["CC-01"]
    assert rows["ES-02"].marks == rows["ES-02"].needs == ()
    assert rows["ES-01"].late == {"CC-01"}


# --- One action, one partnership --------------------------------------------------------------


def test_an_actions_page_shows_its_own_live_moves_steps_and_updates(crowd):
    action = crowd.here.actions["ES-01"]
    moves = queries.moves_of(action)

    assert [move.number for move in moves] == [1, 2, 4]
    assert [(row.number, row.is_overdue) for row in queries.milestone_rows(action, moves, TODAY)] == [
        (1, True), (2, False), (3, False), (4, False),
    ]  # fmt: skip
    assert [one.quarter for one in queries.latest_updates(action)] == ["Q1 2026/27", "Q4 2025/26"]
    assert queries.latest_updates(crowd.here.actions["ES-06"]) == []
    links = queries.links_of(action)
    assert [[one.reference for one in ends] for ends in (links.needs, links.needed_by, links.late)] == [
        ["CC-01"], ["ES-04"], ["CC-01"],
    ]  # fmt: skip


def test_what_waits_is_proposed_and_live(crowd):
    rows = DateChange.objects.filter(action__partnership=crowd.here.partnership)

    assert [move.why for move in queries.moves_waiting(rows)] == ["CC-01 1"]


@pytest.mark.parametrize(
    ("who", "slug", "more"),
    [("officer", "Tees", ["Update due: CC-01 in Q1 2026/27"]),
     ("foreign", "Wear", ["Update due: CC-01 in Q1 2026/27"]),
     ("theme_lead", "Tees", [])],
)  # fmt: skip
def test_a_calendar_holds_the_deadlines_of_ones_own_where_one_has_a_role(crowd, who, slug, more):
    for place in (crowd.here, crowd.there):
        update = place.updates["ES-02"]  # led by somebody who has no role there
        update.due_on = TOMORROW
        update.save()
    found = queries.deadlines_of(getattr(crowd.people, who), "")

    own = (
        ["ES-01", "ES-04", "ES-06", "CC-01"] if who != "theme_lead" else ["ES-01", "ES-02", "ES-04", "ES-06"]
    )
    assert sorted(one.summary for one in found) == sorted(
        [f"{reference} {reference} {slug}" for reference in own]
        + [f"ES-01: Step {number}" for number in (1, 2, 3)]
        + [f"Updates due: {slug}, {quarter}" for quarter in ("Q1 2026/27", "Q1 2026/27", "Q2 2026/27")]
        + more
    )


def test_assessments_are_counted_by_the_themes_of_live_actions(crowd):
    found = queries.assessed_by_theme(crowd.here.partnership)

    assert [(one.name, one.actions, one.counts["equality"]) for one in found] == [
        ("Skills", 7, {"done": 1, "none_recorded": 6}),
        ("Climate", 2, {"none_recorded": 2}),
        ("Whole plan", 9, {"done": 1, "none_recorded": 8}),
    ]


def test_views_are_ones_own_and_the_shared_ones_of_the_partnership(crowd):
    def names(person, place):
        return [view.name for view in queries.saved_views(place.partnership, person)]

    assert names(crowd.people.officer, crowd.here) == ["V-01", "V-02"]
    assert names(crowd.people.foreign, crowd.here) == ["V-02", "V-03"]
    assert names(crowd.people.nobody, crowd.there) == ["V-02"]


def test_a_measure_stands_by_its_own_live_readings(crowd):
    rows = Measure.objects.filter(partnership=crowd.here.partnership)
    (found,) = queries.measure_standings(rows, TODAY)

    assert [(reading.measure_id, reading.actual) for reading, _ in found.readings] == [
        (crowd.here.measure.pk, 10)
    ]


def test_themes_in_force_are_the_partnerships_own_and_not_replaced(crowd):
    themes = queries.themes_in_force(crowd.here.partnership)
    names = queries.theme_names(crowd.here.partnership)

    assert themes == [crowd.here.theme, crowd.here.climate]
    assert sorted(name.reference for name in names.values()) == ["CC", "ES", "OLD", "ZZ"]


def test_left_behind_are_live_actions_of_replaced_themes(crowd):
    here, there = crowd.here, crowd.there
    for place in (here, there):
        for reference, more in (("OL-01", {}), ("OL-02", GONE)):
            ActionFactory(plan=place.plan, theme=place.old_theme, reference=reference, owner=None, **more)
    ThemeFactory(theme_set=here.old_theme.theme_set, partnership=here.partnership, reference="OLD-2")

    live = Action.objects.live().filter(partnership=here.partnership)
    found = queries.left_behind(here.partnership, live, queries.themes_in_force(here.partnership))

    assert [(one.action.reference, one.ways) for one in found] == [("OL-01", ())]


def test_each_partnership_has_its_own_words(crowd):
    keys = [crowd.here.partnership.pk, crowd.there.partnership.pk]
    words = queries.words_by_partnership(keys)

    assert [words[key].word(Status.OFF_TRACK) for key in keys] == ["Off track", "Red"]
    assert queries.words_by_partnership([]) == {}
