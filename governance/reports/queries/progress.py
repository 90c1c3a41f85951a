"""Reads for a quarter's progress report: everything comes from the plan, its round and its dates."""

from __future__ import annotations

from datetime import date
from typing import Any

from core.domain.periods import Quarter
from governance.models import HouseStyle
from governance.reports.domain.document import DocumentHeadRow
from governance.reports.domain.head_block import HeadFacts, Paper, head_rows
from governance.reports.domain.numbering import Scheme, numbered
from governance.reports.domain.progress import MovedDate, progress_document, quarter_facts
from partnerships.models import Host
from programmes.domain.moves import DateMoveState
from programmes.models import DateChange, Plan
from programmes.queries import milestones_due, quarter_position


def progress_report(plan: Plan, quarter: Quarter, author: str, today: date) -> Paper:
    """The quarter's report in the house style of the body it goes to. About a dozen queries.

    The body is the plan's board; without one the partnership itself reports. A plan that was imported a
    minute ago has all it takes.
    """
    board = plan.board
    style = house_style(plan)
    facts = HeadFacts(
        reference=f"{plan.reference} {quarter.label}",
        issue="as the record stands",
        board=str(board or plan.partnership),
        held_on=None,  # no meeting has been set: the report says as at which day it is
        author=author,
        is_public=False,
    )
    typed = tuple(DocumentHeadRow(label, "") for label in (style.head_labels if style else ()))
    head = (*quarter_facts(quarter, today), *head_rows(typed, facts))
    document = progress_document(
        quarter_position(plan, quarter),
        milestones_due(plan, quarter, today),
        moved_dates(plan, quarter),
        head,
    )
    scheme = Scheme(headings_numbered=style.headings_numbered) if style else Scheme()
    return Paper(numbered(document, scheme), facts)


def house_style(plan: Plan) -> HouseStyle | None:
    """That of the board's own body, else of the partnership's host, else the one of no body in particular."""
    styles: Any = HouseStyle.objects.live().filter(layout=HouseStyle.Layout.REPORT).order_by("code")
    bodies = [plan.board.organisation_id] if plan.board and plan.board.organisation_id else []
    hosts = Host.objects.live().filter(partnership=plan.partnership, kind=Host.Kind.HOST)
    bodies += hosts.values_list("organisation_id", flat=True)
    for body in bodies:
        style: HouseStyle | None = styles.filter(organisation=body).first()
        if style:
            return style
    plain: HouseStyle | None = styles.filter(organisation=None).first()
    return plain


def moved_dates(plan: Plan, quarter: Quarter) -> list[MovedDate]:
    """The moves asked for in the quarter or while its updates are collected, in the next one. One query."""
    moves = (
        DateChange.objects.live()
        .filter(action__plan=plan, action__archived_at=None)
        .filter(asked_on__gte=quarter.first_day, asked_on__lte=quarter.next().last_day)
        .select_related("action", "milestone", "round")
        .order_by("action__theme__order", "action__reference", "number")
    )
    return [
        MovedDate(
            reference=move.action.reference,
            what=move.milestone.title if move.milestone else move.action.title,
            before=move.before_wording or "No date",
            after=move.after_wording,
            why=move.why,
            state=DateMoveState(move.state).label,
        )
        for move in moves
        if move.round is None or move.round.quarter == quarter
    ]
