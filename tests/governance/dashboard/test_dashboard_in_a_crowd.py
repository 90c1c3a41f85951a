"""What a quarter's page, My work and the plan on a page show, among look-alikes and on the day asked."""

from datetime import date, timedelta

import pytest

from core.domain.periods import FinancialYear, Quarter
from core.domain.status import Status
from governance.dashboard.queries import plan_page, standing, work
from governance.dashboard.queries import quarter as pages
from tests.factories.crowd import GONE, TODAY, TOMORROW, YESTERDAY
from tests.factories.partnerships import BoardFactory, StatementFactory, StrategyFactory
from tests.factories.programmes import RoundFactory

Q4, Q1, Q2 = (Quarter(FinancialYear(year), number) for year, number in ((2025, 4), (2026, 1), (2026, 2)))


def period_of(place, quarter=None, today=TODAY):
    return standing.period(place.partnership, quarter, today)


def number_by_status(place, viewer, at):
    """How many actions have each status, from the groups they are counted in."""
    found = {}
    for group in standing.counts(place.partnership, viewer, at).groups:
        key = (group.after, group.before)
        found[key] = found.get(key, 0) + group.number
    return found


# --- The quarter ------------------------------------------------------------------------------


def test_the_newest_quarter_counts_also_what_nobody_was_asked_about(crowd):
    at = period_of(crowd.here)

    assert number_by_status(crowd.here, crowd.people.manager, at) == {
        (Status.AT_RISK, Status.ON_TRACK): 1,  # ES-01
        (Status.NO_UPDATE, Status.OFF_TRACK): 1,  # ES-02
        (Status.COMPLETE, Status.COMPLETE): 1,  # ES-03
        (Status.NO_UPDATE, None): 3,  # ES-04, which nobody was asked about, ES-06 and NP-01
        (Status.NO_UPDATE, Status.NO_UPDATE): 1,  # CC-01
        (Status.OFF_TRACK, Status.ON_TRACK): 1,  # CC-02
        (Status.ON_TRACK, None): 1,  # NP-02
    }


def test_an_action_nobody_was_asked_about_is_told_apart_from_a_silent_one(crowd):
    groups = standing.counts(crowd.here.partnership, crowd.people.manager, period_of(crowd.here)).groups

    silent = [group for group in groups if group.after is Status.NO_UPDATE]
    assert sum(group.number for group in silent if group.state is None) == 1  # ES-04
    assert sum(group.number for group in silent) == 5


def test_an_older_quarter_counts_what_it_asked(crowd):
    at = period_of(crowd.here, Q4)

    assert number_by_status(crowd.here, crowd.people.manager, at) == {
        (Status.ON_TRACK, None): 2,
        (Status.OFF_TRACK, None): 1,
        (Status.COMPLETE, None): 1,
        (Status.NO_UPDATE, None): 1,
    }


def test_who_has_no_role_here_counts_nothing(crowd):
    for person in (crowd.people.foreign, crowd.people.manager_there, crowd.people.nobody):
        assert number_by_status(crowd.here, person, period_of(crowd.here)) == {}


def test_actions_late_and_ones_own_are_counted_by_the_day_and_the_body(crowd):
    def counted(person, today):
        groups = standing.counts(crowd.here.partnership, person, period_of(crowd.here, today=today)).groups
        return sum(group.late for group in groups), sum(group.own for group in groups)

    assert counted(crowd.people.manager, TODAY) == (0, 0)
    assert counted(crowd.people.of_county, TODAY) == (0, 2)
    assert counted(crowd.people.of_borough, TODAY) == (0, 6)
    # ES-01 and ES-03 were due by 30 June: a fortnight ago today, and longer ago tomorrow.
    assert counted(crowd.people.of_borough, TOMORROW) == (2, 4)
    older = period_of(crowd.here, Q4, TOMORROW)
    groups = standing.counts(crowd.here.partnership, crowd.people.of_borough, older).groups
    assert sum(group.late for group in groups) == 0


def test_a_period_is_of_the_partnerships_live_rounds_that_started(crowd):
    at = period_of(crowd.here)

    assert (at.quarter, at.is_newest, at.state.value, at.locked_on) == (Q1, True, "open", None)
    assert set(at.rounds) == {crowd.here.open.pk, crowd.here.late.pk}
    assert (at.before, at.started, at.due_on) == ((crowd.here.locked.pk,), (Q1, Q4), TODAY)
    assert (at.since, at.until) == (date(2026, 4, 23), TODAY)
    assert period_of(crowd.here, Q2) is None  # planned
    assert period_of(crowd.here, Quarter(FinancialYear(2025), 3)) is None  # archived
    older = period_of(crowd.here, Q4)
    assert (older.is_newest, older.until, older.locked_on) == (False, date(2026, 4, 23), date(2026, 4, 23))


def test_no_quarter_is_collected_after_today(crowd):
    """A round that was to be locked in the autumn, looked at before then from a newer quarter."""
    here = crowd.here
    RoundFactory(plan=here.second, quarter_number=3, state="closed", due_on=None, lock_on=None)
    RoundFactory(plan=here.second, quarter_number=2, state="closed", lock_on=date(2026, 10, 21))

    older, newest = (period_of(here, quarter) for quarter in (Q2, None))

    assert (older.is_newest, older.until) == (False, TODAY)
    assert (newest.quarter, newest.since, newest.until) == (Q2.next(), TODAY, TODAY)
    assert period_of(here, Q2, date(2026, 10, 21)).until == date(2026, 10, 21)
    assert period_of(here, Q2, date(2026, 12, 1)).until == date(2026, 10, 21)


def test_moves_are_those_that_came_into_force_in_the_period(crowd):
    actions = crowd.here.actions

    def moved(**more):
        return set(standing.moves(crowd.here.partnership, period_of(crowd.here, **more)))

    assert moved() == {actions["ES-01"].pk, actions["CC-02"].pk}
    assert moved(today=YESTERDAY) == set()
    assert moved(quarter=Q4) == {actions["ES-01"].pk}
    assert set(standing.moves(crowd.there.partnership, period_of(crowd.there))) == {
        crowd.there.actions[reference].pk for reference in ("ES-01", "CC-02")
    }


def test_a_quarters_page_names_its_own_actions(crowd):
    page = pages.quarter_dashboard(crowd.here.partnership, crowd.people.manager, period_of(crowd.here))

    assert [(item.kind.value, item.reference, item.why) for item in page.attention.shown] == [
        ("newly_off_track", "CC-02", "No bids"),
        ("decision_due", "D-02", "1 day late"),
        ("decision_due", "D-01", "due today"),
        ("help_wanted", "ES-01", "A decision"),
        ("risk_up_a_band", "R-01", "up from low to severe"),
    ]
    assert page.attention.more == 0


def test_calls_for_help_are_of_received_updates_of_live_actions(crowd):
    here = crowd.here
    for reference in ("ES-05", "ES-06", "CC-01", "CC-02"):
        update = here.updates[reference]
        update.help_wanted = "Help"
        if reference in ("ES-05", "ES-06"):
            update.state, update.stage, update.confidence = "submitted", "in_progress", "at_risk"
        update.save()

    def called(person, today=TODAY):
        at = period_of(here, today=today)
        return [call.reference for call in pages.calls(here.partnership, person, at)]

    assert called(crowd.people.manager) == ["ES-01"]
    assert called(crowd.people.foreign) == []
    assert called(crowd.people.manager, TOMORROW) == []  # overdue by then, and told as that


def test_what_comes_up_is_due_from_today_for_ninety_days(crowd):
    def coming(today):
        found = pages.coming(crowd.here.partnership, crowd.people.manager, today)
        return [(one.kind.value, one.reference, one.on) for one in found]

    in_ninety = TODAY + timedelta(days=90)
    assert coming(TODAY) == [
        ("decision", "D-02", YESTERDAY),
        ("action", "CC-01", TODAY),
        ("action", "ES-02", TODAY),
        ("decision", "D-01", TODAY),
        ("meeting", "", TODAY),
        ("milestone", "ES-01", TODAY),
        ("action", "ES-04", TOMORROW),
        ("milestone", "ES-01", TOMORROW),
        ("meeting", "", in_ninety),
    ]
    assert [one for one in coming(TOMORROW) if one[0] != "decision"] == [
        ("action", "ES-04", TOMORROW),
        ("milestone", "ES-01", TOMORROW),
        ("meeting", "", in_ninety),
        ("meeting", "", in_ninety + timedelta(days=1)),
    ]


def test_the_quarters_risks_are_those_of_its_day(crowd):
    def shown(place, person, quarter=None):
        found = pages.risks(place.partnership, person, period_of(place, quarter))
        return [(one.reference, one.standing.now and one.standing.now.value) for one in found]

    assert shown(crowd.here, crowd.people.manager) == [
        ("R-01", 16), ("R-03", None), ("R-06", None), ("R-07", None),
    ]  # fmt: skip
    assert shown(crowd.here, crowd.people.manager, Q4)[0] == ("R-01", None)  # first scored in April
    assert shown(crowd.here, crowd.people.foreign) == []


# --- What waits -------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("who", "slugs", "drafts", "reviews"),
    [
        ("officer", ["tees"], [], ["tees R-01", "tees R-06"]),
        ("foreign", ["wear"], [], ["wear R-01", "wear R-06"]),
        ("manager", ["tees"], ["tees JC-2026-001"], []),
        ("administrator", ["tees", "wear"], ["wear JC-2026-001", "tees JC-2026-001"], []),
        ("of_borough", ["tees", "wear"], [], []),
        ("of_county", ["tees"], [], []),
        ("nobody", [], [], []),
    ],
)
def test_my_work_is_ones_own_where_one_has_a_role(crowd, who, slugs, drafts, reviews):
    person = getattr(crowd.people, who)

    def named(rows):
        return [" ".join(row.url.strip("/").split("/")[1::2]) for row in rows]

    assert [place.slug for place in work.places(person)] == slugs
    assert named(work.own_reports(person)) == drafts
    assert named(work.own_risks(person, TODAY)) == reviews


def test_a_review_comes_up_thirty_days_before(crowd):
    def reviews(today):
        return [one.reference for one in work.own_risks(crowd.people.officer, today)]

    assert reviews(YESTERDAY) == ["R-01"]
    assert reviews(TODAY) == ["R-01", "R-06"]
    assert reviews(TOMORROW) == ["R-01", "R-06", "R-04"]


def test_what_opens_next_is_planned_for_today_or_later_in_ones_partnerships(crowd):
    places = work.places(crowd.people.manager)
    early = RoundFactory(
        plan=crowd.there.second, quarter_number=2, state="planned", opens_on=TODAY,
        due_on=None, sign_off_on=None, lock_on=None,
    )  # fmt: skip
    gone = RoundFactory(plan=crowd.here.second, quarter_number=2, state="planned", opens_on=TODAY, **GONE)

    assert work.next_opening(places, TODAY) == (crowd.here.planned, "Tees")
    assert gone.archived_at
    assert work.next_opening(places, crowd.here.planned.opens_on) == (crowd.here.planned, "Tees")
    assert work.next_opening(places, crowd.here.planned.opens_on + timedelta(days=1)) is None
    assert work.next_opening(work.places(crowd.people.manager_there), TODAY) == (early, "Wear")
    assert work.next_opening([], TODAY) is None


def test_what_changed_last_is_of_ones_partnerships(crowd):
    def slugs(person):
        return {one.url.split("/")[2] for one in work.recent(work.places(person))}

    assert slugs(crowd.people.manager) == {"tees"}
    assert slugs(crowd.people.manager_there) == {"wear"}
    assert slugs(crowd.people.nobody) == set()


# --- The plan on a page -----------------------------------------------------------------------


def test_a_plan_on_a_page_has_what_holds_here_that_day(crowd):
    spans = (
        ("past", {"effective_to": YESTERDAY}),
        ("ends", {"effective_to": TODAY}),
        ("future", {"effective_from": TOMORROW}),
        ("archived", GONE),
    )
    for place in (crowd.here, crowd.there):
        for title, span in spans:
            of_place = f"{title} {place.partnership.slug}"
            StatementFactory(partnership=place.partnership, kind="goal", title=of_place, **span)
            BoardFactory(partnership=place.partnership, name=of_place, **span)
        StrategyFactory(partnership=place.partnership, name=f"strategy {place.partnership.slug}")
        StrategyFactory(partnership=place.partnership, name="dropped", **GONE)

    def bands(day):
        page = plan_page.plan_on_a_page(crowd.here.partnership, day)
        return {band.label: [item.words for item in band.items] for band in page.bands}

    assert bands(TODAY) == {
        "Goal": ["ends tees"],
        "Themes and outcomes": ["Skills", "Climate"],
        "Boards and their strategies": ["Joint Committee", "ends tees"],
        "Strategies and plans besides": ["strategy tees"],
    }
    assert bands(TOMORROW)["Goal"] == ["future tees"]
    assert bands(YESTERDAY)["Goals"] == ["past tees", "ends tees"]
