"""A quarter on one page: what is told, what is only counted, and what an older quarter does not say."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from core.domain.status import Status
from core.domain.vocabulary import HOUSE
from core.domain.windows import DateWindow
from governance.dashboard.domain.attention import ActionFacts, AttentionItem, AttentionKind
from governance.dashboard.domain.quarter import (
    Call,
    Coming,
    ComingKind,
    Facts,
    Gap,
    MoneyFacts,
    attention_words,
    dashboard,
    detail_words,
)
from governance.dashboard.domain.standing import ActionGroup, Counts
from governance.oversight.domain.register import RegisterLine, RiskStanding
from governance.oversight.domain.risk_score import MatrixFacts, score_of
from programmes.domain.rounds import UpdateState

TODAY = date(2026, 7, 20)
LEVELS = ("Low", "Medium", "High")
MATRIX = MatrixFacts(LEVELS, LEVELS, ((1, "Low"), (3, "Medium"), (6, "High")))
THEME = (1, "ES", "Skills")


def group(after, before, number=1, **values):
    return ActionGroup((after, before), THEME, after, before, UpdateState.SUBMITTED, number, **values)


def action(reference, after, before, **values):
    return ActionFacts(reference, f"Title of {reference}", before, after, **values)


def risk(reference, earlier, now):
    standing = RiskStanding(MATRIX, now=score_of(MATRIX, *now), earlier=score_of(MATRIX, *earlier))
    return RegisterLine(
        1, reference, "Posts stay vacant", "Head of Skills", "open", None, "", None, "", standing
    )


def facts(groups=(), named=(), **values):
    empty = Facts(Counts(tuple(groups)), tuple(named), (), (), MoneyFacts(), TODAY, True, True, HOUSE)
    return replace(empty, **values)


FELL = (
    [group(Status.OFF_TRACK, Status.AT_RISK)],
    [action("ES-04", Status.OFF_TRACK, Status.AT_RISK, why="Legal advice late.")],
)
DECISION = Coming(ComingKind.DECISION, "D-02", "Phase 2 split", TODAY + timedelta(days=3), "Joint Committee")
GAP = Gap("PH-2", "Phase 2 ends", (Decimal(93747), Decimal(133747)), date(2027, 4, 1))


def test_attention_is_ranked_across_actions_decisions_risks_and_money():
    found = dashboard(
        facts(
            *FELL,
            risks=(risk("R-07", (3, 1), (3, 3)),),
            coming=(DECISION,),
            money=MoneyFacts(gaps=(GAP,), is_known=True),
            calls=(Call("ES-07", "Skills hub", "A room in May", "Example Borough"),),
        )
    )

    assert [(item.kind, item.reference) for item in found.attention.shown] == [
        (AttentionKind.NEWLY_OFF_TRACK, "ES-04"),
        (AttentionKind.DECISION_DUE, "D-02"),
        (AttentionKind.HELP_WANTED, "ES-07"),
        (AttentionKind.RISK_UP, "R-07"),
        (AttentionKind.FUNDING_GAP, "PH-2"),
    ]
    assert found.attention.shown[-1].why == "£93,747 or £133,747 still to be found from April 2027"
    assert (found.pressing, found.attention.more_wording) == (5, "")


def test_what_is_not_read_is_still_counted():
    named = [action(f"ES-{number:02d}", Status.OFF_TRACK, Status.AT_RISK) for number in range(5)]

    found = dashboard(facts([group(Status.OFF_TRACK, Status.AT_RISK, 40)], named))

    assert (len(found.attention.shown), found.attention.more_wording) == (5, "and 35 more")
    assert (len(found.changes.shown.worse), found.changes.more) == (5, 35)
    assert found.changes.shown.unchanged == ""


def test_the_whole_list_has_no_more_to_come():
    named = [action(f"ES-{number:02d}", Status.OFF_TRACK, Status.AT_RISK) for number in range(9)]

    found = dashboard(facts([group(Status.OFF_TRACK, Status.AT_RISK, 9)], named), None)

    assert (len(found.attention.shown), found.attention.more) == (9, 0)
    assert (len(found.changes.shown.worse), found.changes.more) == (9, 0)


def test_a_date_that_moved_counts_as_changed_although_the_status_did_not():
    june, september = DateWindow.month(2026, 6), DateWindow.month(2026, 9)
    moved = action("ES-01", Status.ON_TRACK, Status.ON_TRACK, due_before=june, due=september)

    found = dashboard(facts([group(Status.ON_TRACK, Status.ON_TRACK, 3)], [moved]))

    (change,) = found.changes.shown.worse
    assert change.wording == "Due 92 days later, September 2026"
    assert found.changes.shown.unchanged == "The other two actions and risks did not change."


def test_a_risk_that_crossed_a_band_is_a_change_and_one_inside_its_band_is_not():
    found = dashboard(facts(risks=(risk("R-07", (3, 1), (3, 3)), risk("R-08", (2, 2), (3, 1)))))

    assert [change.reference for change in found.changes.shown.worse] == ["R-07"]
    assert found.changes.shown.unchanged == "The one other action or risk did not change."


def test_worse_is_cut_last():
    groups = [group(Status.OFF_TRACK, Status.AT_RISK, 4), group(Status.ON_TRACK, Status.AT_RISK, 4)]
    named = [action(f"ES-{number}", Status.OFF_TRACK, Status.AT_RISK) for number in range(4)]
    named += [action(f"CC-{number}", Status.ON_TRACK, Status.AT_RISK) for number in range(4)]

    shown = dashboard(facts(groups, named)).changes.shown

    assert (len(shown.worse), len(shown.better)) == (4, 1)


def test_the_first_quarter_has_nothing_to_compare_with():
    found = dashboard(facts(*FELL, has_before=False))

    assert found.changes is None
    assert found.verdict[1] == "One is off track."


def test_an_older_quarter_says_nothing_of_what_is_due_or_missing_since():
    late = action("ES-09", Status.ON_TRACK, Status.ON_TRACK, due=DateWindow.month(2026, 1))

    found = dashboard(
        facts(
            [*FELL[0], group(Status.ON_TRACK, Status.ON_TRACK)],
            [*FELL[1], late],
            coming=(DECISION,),
            money=MoneyFacts(gaps=(GAP,), is_known=True),
            is_newest=False,
        )
    )

    assert [item.reference for item in found.attention.shown] == ["ES-04"]
    assert not any("£" in sentence for sentence in found.verdict)


def test_the_verdict_names_both_amounts_when_the_options_differ():
    found = dashboard(facts(*FELL, money=MoneyFacts(gaps=(GAP,), is_known=True)))

    assert found.verdict[2:] == ("£93,747 or £133,747, by option, is still to be found from April 2027.",)


def test_what_comes_up_is_what_the_next_ninety_days_bring():
    days = {-1: False, 0: True, 90: True, 91: False}
    coming = tuple(
        Coming(ComingKind.MILESTONE, f"ES-{number}", "Signed", TODAY + timedelta(days=number))
        for number in days
    )

    found = dashboard(facts(coming=coming))

    assert [one.reference for one in found.coming] == ["ES-0", "ES-90"]


def test_a_decision_without_a_date_is_due_and_presses_nobody():
    found = dashboard(facts(coming=(replace(DECISION, on=None),)))

    assert [one.when for one in found.decisions] == ["No date"]
    assert found.attention.shown == ()


@pytest.mark.parametrize(
    ("kind", "before", "words"),
    [
        (AttentionKind.NEWLY_OFF_TRACK, Status.AT_RISK, "was at risk"),
        (AttentionKind.NEWLY_OFF_TRACK, None, "new"),
        (AttentionKind.OFF_TRACK_AGAIN, Status.OFF_TRACK, "also last quarter"),
        (AttentionKind.RISK_UP, None, "Risk up"),
        (AttentionKind.NO_UPDATE, Status.ON_TRACK, ""),
    ],
)
def test_an_item_says_what_it_was_or_what_it_is(kind, before, words):
    assert attention_words(AttentionItem(kind, "X", "", ""), before, HOUSE) == words


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (
            {
                "recovery": "Use the county's panel.",
                "recovery_on": date(2026, 8, 12),
                "owner": "Head of Skills",
            },
            "Legal advice late. Use the county's panel (12 August 2026). Head of Skills",
        ),
        ({"recovery_on": date(2026, 8, 12)}, "Legal advice late. By 12 August 2026"),
        ({}, "Legal advice late"),
    ],
)
def test_the_detail_is_why_what_is_done_by_when_and_who(values, words):
    item = AttentionItem(AttentionKind.NEWLY_OFF_TRACK, "ES-04", "Levy", "Legal advice late", **values)

    assert detail_words(item) == words


def test_a_reason_cut_short_takes_no_full_stop():
    item = AttentionItem(
        AttentionKind.OFF_TRACK_AGAIN, "ES-04", "Levy", "The date was missed ...", owner="Head"
    )

    assert detail_words(item) == "The date was missed ... Head"
