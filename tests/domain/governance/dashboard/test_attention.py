"""What a chief executive reads first."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.status import Movement, Status
from core.domain.vocabulary import HOUSE
from core.domain.windows import DateWindow
from governance.dashboard.domain.attention import (
    AFTER_ACTIONS,
    ActionFacts,
    AttentionItem,
    AttentionKind,
    QuarterChange,
    VerdictFacts,
    action_attention,
    action_change,
    attention,
    changes_since,
    decision_attention,
    gap_attention,
    risk_attention,
    risk_change,
    shortened,
    verdict,
)
from governance.oversight.domain.risk_score import MatrixFacts, Score, score_of

TODAY = date(2026, 7, 20)
THREE = ("Low", "Medium", "High")
MATRIX = MatrixFacts(THREE, THREE, ((1, "Low"), (3, "Medium"), (6, "High")))
ACTION = ActionFacts(
    "ES-04",
    "Open the skills hub",
    Status.ON_TRACK,
    Status.ON_TRACK,
    due_before=DateWindow.month(2026, 9),
    due=DateWindow.month(2026, 9),
)
STATUSES = st.sampled_from(Status)


def score(impact: int, likelihood: int) -> Score:
    found = score_of(MATRIX, impact, likelihood)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("facts", "sentences"),
    [
        (
            VerdictFacts(
                {Status.COMPLETE: 4, Status.ON_TRACK: 12, Status.AT_RISK: 6, Status.OFF_TRACK: 2},
                HOUSE,
                {Status.OFF_TRACK: 1},
                Decimal(94000),
                "April 2027",
            ),
            (
                "16 of 24 actions are complete or on track, 66.7%.",
                "Two are off track, one more than last quarter.",
                "£94,000 is still to be found from April 2027.",
            ),
        ),
        (
            VerdictFacts({Status.ON_TRACK: 1, Status.NO_UPDATE: 3}, HOUSE, {Status.OFF_TRACK: 2}, Decimal(0)),
            (
                "1 of 4 actions is complete or on track, 25.0%.",
                "None is off track, two fewer than last quarter, and three were not heard from.",
                "No money is missing.",
            ),
        ),
        (
            VerdictFacts({Status.OFF_TRACK: 1}, HOUSE, {Status.OFF_TRACK: 1}, Decimal(5)),
            (
                "The one action is neither complete nor on track.",
                "One is off track, the same as last quarter.",
                "£5 is still to be found.",
            ),
        ),
        (
            VerdictFacts({Status.OFF_TRACK: 12, Status.STOPPED: 1}, HOUSE),
            ("None of 13 actions is complete or on track.", "12 are off track."),
        ),
        (
            VerdictFacts({Status.COMPLETE: 1}, HOUSE),
            ("The one action is complete or on track.", "None is off track."),
        ),
        (VerdictFacts({}, HOUSE), ("The plan has no actions yet.",)),
    ],
)
def test_the_verdict_is_one_to_three_sentences(facts: VerdictFacts, sentences: tuple[str, ...]) -> None:
    assert verdict(facts) == sentences


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (Status.ON_TRACK, Status.OFF_TRACK, AttentionKind.NEWLY_OFF_TRACK),
        (None, Status.OFF_TRACK, AttentionKind.NEWLY_OFF_TRACK),
        (Status.OFF_TRACK, Status.OFF_TRACK, AttentionKind.OFF_TRACK_AGAIN),
    ],
)
def test_an_action_off_track_is_on_the_list(
    before: Status | None, after: Status, kind: AttentionKind
) -> None:
    item = action_attention(replace(ACTION, before=before, after=after, why="The lease fell through."), TODAY)

    assert item == AttentionItem(
        kind, "ES-04", "Open the skills hub", "The lease fell through", when=date(2026, 9, 30)
    )


def test_an_action_on_track_is_not() -> None:
    assert action_attention(ACTION, TODAY) is None


def test_an_action_is_overdue_after_a_fortnight() -> None:
    due = DateWindow.day(TODAY - timedelta(days=14))
    fourteen = replace(ACTION, due=due)
    fifteen = replace(ACTION, due=DateWindow.day(TODAY - timedelta(days=15)))

    item = action_attention(fifteen, TODAY)

    assert action_attention(fourteen, TODAY) is None
    assert item is not None
    assert (item.kind, item.why) == (AttentionKind.OVERDUE, "15 days past 5 July 2026")


@pytest.mark.parametrize("after", [Status.COMPLETE, Status.STOPPED])
def test_finished_work_is_never_overdue(after: Status) -> None:
    assert action_attention(replace(ACTION, after=after, due=DateWindow.month(2025, 1)), TODAY) is None


def test_a_missing_update_is_on_the_list_of_those_who_owe_it() -> None:
    silent = replace(ACTION, after=Status.NO_UPDATE)

    item = action_attention(replace(silent, is_own=True), TODAY)

    assert action_attention(silent, TODAY) is None
    assert item is not None
    assert (item.kind, item.why) == (AttentionKind.NO_UPDATE, "nothing was heard")


@pytest.mark.parametrize(
    ("days", "why"), [(30, "due in 30 days"), (1, "due in 1 day"), (0, "due today"), (-3, "3 days late")]
)
def test_a_decision_presses_within_thirty_days(days: int, why: str) -> None:
    due = TODAY + timedelta(days=days)

    assert decision_attention("D-01", "Fund phase 2", due, "Cabinet", TODAY) == AttentionItem(
        AttentionKind.DECISION_DUE, "D-01", "Fund phase 2", why, owner="Cabinet", when=due
    )
    assert decision_attention("D-01", "Fund phase 2", TODAY + timedelta(days=31), "Cabinet", TODAY) is None


def test_a_risk_is_on_the_list_when_it_crosses_a_band_upward() -> None:
    assert risk_attention("R-01", "Host leaves", score(1, 1), score(3, 3)) == AttentionItem(
        AttentionKind.RISK_UP, "R-01", "Host leaves", "up from low to high"
    )
    assert risk_attention("R-01", "Host leaves", score(1, 1), score(2, 1)) is None
    assert risk_attention("R-01", "Host leaves", None, score(3, 3)) is None


def test_a_funding_gap_presses_within_twelve_months() -> None:
    starts = date(2027, 4, 1)

    assert gap_attention("PH-2", "Phase 2", Decimal(94000), starts, TODAY) == AttentionItem(
        AttentionKind.FUNDING_GAP, "PH-2", "Phase 2", "£94,000 still to be found", when=starts
    )
    last_day = date(2027, 7, 20)
    assert gap_attention("PH-2", "Phase 2", Decimal(94000), last_day, TODAY) is not None
    assert gap_attention("PH-2", "Phase 2", Decimal(94000), date(2027, 7, 21), TODAY) is None
    assert gap_attention("PH-2", "Phase 2", Decimal(0), starts, TODAY) is None


def test_the_list_shows_five_by_kind_then_date_and_counts_the_rest() -> None:
    kinds = [*AttentionKind, AttentionKind.NEWLY_OFF_TRACK]
    items = [
        AttentionItem(kind, f"X-{place}", "", "", when=TODAY - timedelta(days=place))
        for place, kind in enumerate(kinds)
    ]

    listed = attention(items[::-1])

    assert [item.reference for item in listed.shown] == ["X-8", "X-0", "X-1", "X-2", "X-3"]
    assert listed.more_wording == "and 4 more"
    assert attention(items[:5]).more_wording == ""


@pytest.mark.parametrize(
    ("changed", "wording", "way"),
    [
        ({"after": Status.OFF_TRACK}, "Now off track, was on track", Movement.WORSE),
        ({"before": Status.AT_RISK}, "Now on track, was at risk", Movement.BETTER),
        ({"due": DateWindow.month(2026, 10)}, "Due 31 days later, October 2026", Movement.WORSE),
        ({"due": DateWindow.month(2026, 8)}, "Due 30 days earlier, August 2026", Movement.BETTER),
        (
            {"before": Status.AT_RISK, "due": DateWindow.month(2026, 10)},
            "Now on track, was at risk and due 31 days later, October 2026",
            Movement.WORSE,
        ),
        (
            {"before": Status.OFF_TRACK, "is_redefined": True},
            "Now on track, was off track and definition changed",
            Movement.SAME,
        ),
        (
            {"after": Status.OFF_TRACK, "is_redefined": True},
            "Now off track, was on track and definition changed",
            Movement.WORSE,
        ),
        ({"is_redefined": True}, "Definition changed", Movement.SAME),
        ({"before": None}, "New in the plan", Movement.NEW),
        ({"after": None}, "No longer in the plan", Movement.SAME),
    ],
)
def test_what_moved_in_an_action_is_one_line(changed: dict[str, object], wording: str, way: Movement) -> None:
    change = action_change(replace(ACTION, **changed), HOUSE)  # type: ignore[arg-type]

    assert change is not None
    assert (change.wording, change.movement) == (wording, way)


@pytest.mark.parametrize(
    ("before", "after", "wording", "heard"),
    [
        (Status.ON_TRACK, Status.NO_UPDATE, "Was on track", "No update"),
        (Status.NO_UPDATE, Status.AT_RISK, "Now at risk, was no update", "Heard again"),
        (Status.ON_TRACK, Status.AT_RISK, "Now at risk, was on track", ""),
    ],
)
def test_silence_is_called_silence_and_neither_worse_nor_better(
    before: Status, after: Status, wording: str, heard: str
) -> None:
    change = action_change(replace(ACTION, before=before, after=after), HOUSE)

    assert change is not None
    assert (change.wording, change.heard) == (wording, heard)


def test_a_slip_of_less_than_a_fortnight_is_not_told() -> None:
    due = DateWindow.day(date(2026, 9, 30) + timedelta(days=13))

    assert action_change(replace(ACTION, due=due), HOUSE) is None
    assert action_change(ACTION, HOUSE) is None


def test_a_risk_is_told_only_when_its_band_changes() -> None:
    assert risk_change("R-01", "Host leaves", score(3, 3), score(1, 1)) == QuarterChange(
        "R-01", "Host leaves", "Now low, was high", Movement.BETTER, AFTER_ACTIONS
    )
    assert risk_change("R-01", "Host leaves", score(1, 1), score(1, 2)) is None


def test_changes_come_worse_first_and_say_what_did_not_move() -> None:
    changes = [
        QuarterChange("B", "", "", Movement.BETTER),
        QuarterChange("N", "", "", Movement.NEW),
        QuarterChange("W2", "", "", Movement.WORSE, order=1),
        QuarterChange("A risk", "", "", Movement.WORSE, order=AFTER_ACTIONS),
        QuarterChange("W1", "", "", Movement.WORSE, order=0),
    ]

    listed = changes_since(changes, 24)

    assert [
        [change.reference for change in part] for part in (listed.worse, listed.better, listed.other)
    ] == [
        ["W1", "W2", "A risk"],
        ["B"],
        ["N"],
    ]
    assert listed.unchanged == "The other 19 actions and risks did not change."


@pytest.mark.parametrize(
    ("changes", "compared", "unchanged"),
    [
        (0, 24, "None of the 24 actions and risks changed."),
        (0, 0, "There is no earlier quarter to compare with."),
        (3, 3, ""),
        (2, 3, "The one other action or risk did not change."),
    ],
)
def test_the_line_about_what_did_not_move_reads_in_every_case(
    changes: int, compared: int, unchanged: str
) -> None:
    moved = [QuarterChange("W", "", "", Movement.WORSE)] * changes

    assert changes_since(moved, compared).unchanged == unchanged


def test_a_reason_is_cut_to_its_first_twelve_words() -> None:
    assert shortened("The lease fell through. The landlord sold.") == "The lease fell through"
    assert shortened("one two three", words=2) == "one two ..."
    assert shortened("  ") == ""


@given(STATUSES, STATUSES, st.integers(-60, 60))
def test_a_redefined_action_never_counts_as_improvement(before: Status, after: Status, slip: int) -> None:
    due = DateWindow.day(date(2026, 9, 30) + timedelta(days=slip))

    change = action_change(replace(ACTION, before=before, after=after, due=due, is_redefined=True), HOUSE)

    assert change is not None
    assert change.movement is not Movement.BETTER


@given(st.lists(st.sampled_from(AttentionKind), max_size=12), st.integers(1, 8))
def test_nothing_is_lost_between_the_list_and_its_rest(kinds: list[AttentionKind], limit: int) -> None:
    listed = attention([AttentionItem(kind, "", "", "") for kind in kinds], limit)

    assert len(listed.shown) + listed.more == len(kinds)
    assert [item.kind.rank for item in listed.shown] == sorted(kind.rank for kind in kinds)[:limit]
