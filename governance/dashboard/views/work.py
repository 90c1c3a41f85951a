"""My work: what waits for the person who has signed in."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from django.utils import timezone
from django.views.generic import TemplateView

from core.blocks import BlockContext, blocks_for
from core.domain.words import NOT_STATED, counted, day_stated, day_words
from core.tables import Column, Row
from core.templatetags.ui import moment, status_tag
from governance.dashboard.queries import work as queries
from governance.dashboard.queries.work import OwnReport, OwnRisk, Place, Recent
from partnerships.queries import by_origin
from programmes.models import Update
from programmes.queries import MyUpdate, ToSign, my_updates, to_sign_off

PAGE = "governance:work"
SHOWN = 20
DUE = (
    Column("Reference", "ref"),
    Column("Action", "main"),
    Column("Partnership"),
    Column("Due", "date"),
    Column("State"),
)
TO_SIGN = (
    Column("Reference", "ref"),
    Column("Action", "main"),
    Column("Quarter"),
    Column("Status"),
    Column("From"),
)
REPORTS = (Column("Reference", "ref"), Column("Report", "main"), Column("Board"))
RISKS = (Column("Reference", "ref"), Column("Risk", "main"), Column("Review due", "date"))
RECENT = (Column("When", "date"), Column("What", "main"), Column("Who"), Column("Change"))


class WorkPage(TemplateView):
    """Due updates, what to sign off, reports and risks in hand, what changed; for readers the dashboards."""

    template_name = "governance/work.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Only the parts that concern the person; each with a sentence when it is empty."""
        user, today = self.request.user, timezone.localdate()
        reached, reads = queries.places(user), queries.only_reads(user)
        context = {
            "title": "My work",
            "nav": "work",
            "reads": reads,
            "places": place_groups(reached),
            "blocks": self.blocks(reached, today),
            "recent_columns": RECENT,
            "recent": [recent_row(one) for one in queries.recent(reached)],
        }
        if not reads:
            context |= self.tasks(user, reached, today)
        return super().get_context_data(**kwargs) | context

    def blocks(self, reached: Sequence[Place], today: datetime.date) -> list[str]:
        """What apps above show here."""
        context = BlockContext(None, self.request.user, today, subject=reached)
        return [block.draw(context) for block in blocks_for(PAGE)]

    def tasks(self, user: Any, reached: Sequence[Place], today: datetime.date) -> dict[str, Any]:
        """What waits, soonest first."""
        mine = [one for one in my_updates(user, today) if not one.is_in]
        sign = to_sign_off(user, Update.objects.all())
        reports, risks = queries.own_reports(user), queries.own_risks(user, today)
        return {
            "due_columns": DUE,
            "due": [due_row(one) for one in mine[:SHOWN]],
            "due_heading": f"Due from you ({len(mine)})" if mine else "Due from you",
            "more_due": f"and {len(mine) - SHOWN} more" if len(mine) > SHOWN else "",
            "nothing": "" if mine else nothing_due(reached, today),
            "sign_columns": TO_SIGN,
            "sign": [sign_row(one) for one in sign[:SHOWN]],
            "sign_words": counted(len(sign), "update waits", "updates wait") + " for your agreement.",
            "report_columns": REPORTS,
            "reports": [report_row(one) for one in reports[:SHOWN]],
            "risk_columns": RISKS,
            "risks": [risk_row(one, today) for one in risks[:SHOWN]],
        }


def place_groups(reached: Sequence[Place]) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """The partnerships by origin, each with its name, its address and its dashboard's."""
    return [
        (heading, [(one.name, f"/p/{one.slug}/", f"/p/{one.slug}/dashboard/") for one in group])
        for heading, group in by_origin(reached, lambda one: one.invented)
        if group
    ]


def nothing_due(reached: Sequence[Place], today: datetime.date) -> str:
    """That nothing is due, and when something will be."""
    opening = queries.next_opening(reached, today)
    if opening is None or opening[0].opens_on is None:
        return "Nothing is due from you. No further round of updates is planned yet."
    planned, name = opening
    return f"Nothing is due from you. {planned} opens in {name} on {day_words(planned.opens_on)}."


def due_row(one: MyUpdate) -> Row:
    """An update to write: how far it is, and whether it is late or was returned."""
    state = f"Draft saved {moment(one.draft_saved_at)}" if one.draft_saved_at else one.state.label
    words = f"{state}: {one.note}" if one.note else state
    due = day_stated(one.due_on)
    return Row(
        (one.reference, one.title, one.partnership, f"{due}, late" if one.is_late else due, words), one.url
    )


def sign_row(one: ToSign) -> Row:
    """An update to agree; worst first."""
    return Row(
        (
            one.reference,
            one.title,
            one.quarter.label,
            status_tag(one.status, one.vocabulary),
            one.said_by or NOT_STATED,
        ),
        one.url,
    )


def report_row(one: OwnReport) -> Row:
    """A report in hand."""
    return Row((one.reference, one.title, one.board), one.url)


def risk_row(one: OwnRisk, today: datetime.date) -> Row:
    """A risk to review."""
    late = ", late" if one.review_on < today else ""
    return Row((one.reference, one.title, f"{day_words(one.review_on)}{late}"), one.url)


def recent_row(one: Recent) -> Row:
    """A change of something with a page."""
    return Row(
        (moment(one.when), f"{one.reference} {one.title}", one.who or "The system", f"{one.kind} {one.noun}"),
        one.url,
    )
