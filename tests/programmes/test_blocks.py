"""What reports and dashboards draw of a plan, and that it counts what the pages count."""

from datetime import date

import pytest

from core.blocks import BlockContext, block, blocks_for, report_blocks
from core.domain.periods import FinancialYear, Quarter
from programmes import services
from tests.factories.partnerships import PartnershipFactory
from tests.factories.programmes import Q1, ActionFactory, MilestoneFactory, RoundFactory, UpdateFactory
from tests.programmes.answers import OFF_TRACK, TODAY, submitted

Q4 = Quarter(FinancialYear(2025), 4)


@pytest.fixture
def context(partnership, manager):
    """The partnership in Q1 2026/27, for its manager."""
    return BlockContext(partnership=partnership, viewer=manager, today=TODAY, quarter=Q1)


@pytest.fixture
def reported(plan, theme, action, update, officer):
    """ES-01 off track, ES-02 silent."""
    submitted(update, officer, **OFF_TRACK)
    UpdateFactory(
        round=update.round, action=ActionFactory(plan=plan, theme=theme, reference="ES-02", owner=None)
    )


def result_of(key, context):
    found = block(key)
    result = found.result(context)
    return found, result


def test_status_counts_hold_every_status_and_the_quarter_before(context, reported):
    found, result = result_of("programmes.status_counts", context)

    table = found.table(result)
    assert [row for row in table.rows if row[1] or row[2]] == [("Off track", 1, 0), ("No update", 1, 0)]
    assert (len(table.rows), table.total) == (8, ("All actions", 2, 0))
    figures = found.figures(result)
    assert (figures["off_track"].value, figures["no_update"].value, figures["total"].value) == (1, 1, 2)
    assert figures["off_track"].meaning == "Off track actions in Q1 2026/27"


def test_the_chart_states_the_finding_and_each_count_leads_to_its_list(context, reported):
    drawn = block("programmes.status_counts").draw(context)

    assert "1 of 2 actions is off track in Q1 2026/27" in drawn
    assert "/p/tees/plan/?status=off-track&amp;quarter=2026-27-q1" in drawn
    assert "<svg" in drawn


def test_on_paper_nothing_is_a_link(context, reported, partnership, manager):
    paper = BlockContext(partnership=partnership, viewer=manager, today=TODAY, quarter=Q1, surface="print")

    for key in ("programmes.status_counts", "programmes.actions", "programmes.off_track"):
        assert "href" not in block(key).draw(paper)


@pytest.mark.parametrize(
    ("params", "references"),
    [
        ({}, ["ES-01", "ES-02"]),
        ({"status": "off-track"}, ["ES-01"]),
        ({"theme": "ES", "status": "no-update"}, ["ES-02"]),
        ({"theme": "TR"}, []),
        ({"plan": "DP"}, ["ES-01", "ES-02"]),
        ({"plan": "none-such"}, []),
    ],
)
def test_actions_are_listed_as_the_parameters_ask(partnership, manager, reported, params, references):
    asked = BlockContext(partnership=partnership, viewer=manager, today=TODAY, quarter=Q1, params=params)

    found, result = result_of("programmes.actions", asked)

    assert [row[0] for row in result.flat] == references
    assert found.figures(result)["shown"].value == len(references)
    assert (found.table(result) is None) == (references == [])


def test_off_track_names_reason_recovery_owner_and_day_and_counts_the_silent(context, reported):
    found, result = result_of("programmes.off_track", context)

    assert result.flat == (
        (
            "ES-01",
            "Share apprenticeship levy",
            "Legal advice came late.",
            "Use the county's panel.",
            "Head of Skills",
            "12 August 2026",
            "June 2026",
        ),
    )
    assert found.table(result).note == "Nothing was heard of 1 action."


def test_nothing_off_track_is_said_in_words(context, plan):
    assert "No action is reported off track in Q1 2026/27." in block("programmes.off_track").draw(context)


def test_milestones_due_say_what_became_of_each_promise(context, action):
    MilestoneFactory(action=action, number=1, title="Sign", actual_on=date(2026, 6, 30))
    MilestoneFactory(action=action, number=2, title="Start")

    found, result = result_of("programmes.milestones_due", context)

    assert result.flat == (
        ("ES-01/1", "Sign", "June 2026", "June 2026", "30 June 2026", "Met as promised"),
        ("ES-01/2", "Start", "June 2026", "June 2026", "", "Not met as promised: not done"),
    )
    figures = found.figures(result)
    assert [figures[name].value for name in ("due", "met", "not_met")] == [2, 1, 1]


def test_every_block_of_an_old_quarter_answers_from_that_quarter(partnership, plan, action, officer, manager):
    earlier = RoundFactory(plan=plan, year=2025, quarter_number=4)
    submitted(UpdateFactory(round=earlier, action=action), officer)
    services.close_round(round=earlier, by=manager)
    submitted(UpdateFactory(round=RoundFactory(plan=plan), action=action), officer, **OFF_TRACK)
    then = BlockContext(partnership=partnership, viewer=manager, today=TODAY, quarter=Q4)

    _, counts = result_of("programmes.status_counts", then)
    _, off = result_of("programmes.off_track", then)

    assert counts.finding == "No action is reported off track in Q4 2025/26"
    assert off.rows == ()


def test_without_a_quarter_the_newest_that_started_is_shown(partnership, manager, reported):
    context = BlockContext(partnership=partnership, viewer=manager, today=TODAY)

    assert result_of("programmes.status_counts", context)[1].quarter == "Q1 2026/27"


def test_a_partnership_without_a_plan_has_blocks_without_rows(manager):
    empty = BlockContext(partnership=PartnershipFactory(), viewer=manager, today=TODAY)

    for key in (
        "programmes.status_counts",
        "programmes.actions",
        "programmes.off_track",
        "programmes.milestones_due",
    ):
        assert block(key).draw(empty)


def test_my_updates_are_the_viewers_own_over_all_partnerships(partnership, officer, manager, update):
    def mine(viewer, place):
        context = BlockContext(partnership=place, viewer=viewer, today=TODAY)
        return result_of("programmes.my_updates", context)[1].flat

    asked = ("ES-01, Q1 2026/27", "Share apprenticeship levy", "Tees Example", "14 July 2026", "Not started")
    assert mine(officer, None) == mine(officer, partnership) == (asked,)
    assert mine(officer, PartnershipFactory()) == mine(manager, None) == ()


def test_reports_may_insert_all_but_ones_own_work(partnership):
    offered = {one.key for one in report_blocks()}
    ours = {one.key for one in blocks_for(None) if one.key.startswith("programmes.")}

    assert ours - offered == {"programmes.my_updates"}
