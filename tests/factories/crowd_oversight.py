"""What boards see of the crowd: risks, decisions, meetings and reports, due and not due, open and closed."""

from datetime import date, timedelta

from governance.models import Report
from tests.factories.crowd import GONE, TODAY, TOMORROW, YESTERDAY
from tests.factories.governance_reports import HouseStyleFactory, MeetingFactory, ReportFactory
from tests.factories.governance_risks import (
    AssessmentFactory,
    DecidedMoveFactory,
    DecisionFactory,
    MatrixFactory,
    RiskFactory,
)

SOON = timedelta(days=90)


def add_oversight(place) -> None:
    """``R-01`` is scored on the 1st of July, again tomorrow, and by an assessment that is archived."""
    here = {"partnership": place.partnership}
    matrix = MatrixFactory(code=f"of-{place.partnership.slug}")
    usual = {"matrix": matrix, "lead": place.lead, "owner": place.bodies["borough"]} | here
    place.risks = {
        reference: RiskFactory(reference=reference, title=f"{reference} {place.partnership}", **usual | more)
        for reference, more in (
            ("R-01", {"review_on": TODAY}),
            ("R-02", {"state": "closed", "closed_on": TODAY, "review_on": TODAY}),
            ("R-03", {"state": "closed", "closed_on": TOMORROW}),
            ("R-04", {"raised_on": TOMORROW, "review_on": TODAY + timedelta(days=31)}),
            ("R-05", {"review_on": TODAY, "owner": place.bodies["county"]} | GONE),
            ("R-06", {"raised_on": TODAY, "review_on": TODAY + timedelta(days=30)}),
            ("R-07", {"review_on": YESTERDAY, "lead": place.foreign}),
        )
    }
    for assessed_on, stage, level, more in (
        (date(2026, 4, 1), "now", 2, {}),
        (date(2026, 7, 1), "now", 4, {}),
        (date(2026, 7, 2), "now", 1, GONE),
        (TOMORROW, "now", 5, {}),
        (date(2026, 7, 1), "target", 1, {}),
    ):
        AssessmentFactory(
            risk=place.risks["R-01"], assessed_on=assessed_on, stage=stage, impact=level, likelihood=level,
            **more,
        )  # fmt: skip
    place.decisions = {
        reference: DecisionFactory(reference=reference, board=place.board, **here, **more)
        for reference, more in (
            ("D-01", {"state": "due", "due_on": TODAY, "decided": None}),
            ("D-02", {"state": "due", "due_on": YESTERDAY, "decided": None}),
            ("D-03", {}),
            ("D-04", {"state": "due", "due_on": TODAY, "decided": None} | GONE),
            ("D-05", {"state": "superseded"}),
            ("D-06", GONE),
        )
    }
    for held_on, more in (
        (YESTERDAY, {}), (TODAY, {}), (TODAY + SOON, {}), (TODAY + SOON + timedelta(days=1), {}),
        (TOMORROW, GONE),
    ):  # fmt: skip
        MeetingFactory(board=place.board, held_on=held_on, **more)
    style = HouseStyleFactory(code=f"of-{place.partnership.slug}")
    for number, more in enumerate(
        ({}, {"state": Report.State.PUBLISHED}, {"kind": Report.Kind.AS_PRINTED}, GONE), start=1
    ):
        ReportFactory(
            reference=f"JC-2026-00{number}", board=place.board, house_style=style, title=f"Report {number}",
            **here, **more,
        )  # fmt: skip
    for number, decision, more in ((1, "D-03", {}), (2, "D-05", GONE)):
        move = place.actions["CC-02"].date_changes.get(number=number)
        DecidedMoveFactory(move=move, decision=place.decisions[decision], **more)
