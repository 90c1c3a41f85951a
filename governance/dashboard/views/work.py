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
from governance.dashboard.queries.work import OwnReport, OwnRisk, ReachedPartnership, Recent
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
            "recent": [recent_row(change) for change in queries.recent(reached)],
        }
        if not reads:
            context |= self.tasks(user, reached, today)
        return super().get_context_data(**kwargs) | context

    def blocks(self, reached: Sequence[ReachedPartnership], today: datetime.date) -> list[str]:
        """What apps above show here."""
        context = BlockContext(None, self.request.user, today, subject=reached)
        return [block.draw(context) for block in blocks_for(PAGE)]

    def tasks(self, user: Any, reached: Sequence[ReachedPartnership], today: datetime.date) -> dict[str, Any]:
        """What waits, soonest first."""
        mine = [update for update in my_updates(user, today) if not update.is_in]
        sign = to_sign_off(user, Update.objects.all())
        reports, risks = queries.own_reports(user), queries.own_risks(user, today)
        return {
            "due_columns": DUE,
            "due": [due_row(update) for update in mine[:SHOWN]],
            "due_heading": f"Due from you ({len(mine)})" if mine else "Due from you",
            "more_due": f"and {len(mine) - SHOWN} more" if len(mine) > SHOWN else "",
            "nothing": "" if mine else nothing_due(reached, today),
            "sign_columns": TO_SIGN,
            "sign": [sign_row(waiting) for waiting in sign[:SHOWN]],
            "sign_words": counted(len(sign), "update waits", "updates wait") + " for your agreement.",
            "report_columns": REPORTS,
            "reports": [report_row(report) for report in reports[:SHOWN]],
            "risk_columns": RISKS,
            "risks": [risk_row(risk, today) for risk in risks[:SHOWN]],
        }


def place_groups(reached: Sequence[ReachedPartnership]) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """The partnerships by origin, each with its name, its address and its dashboard's."""
    return [
        (
            heading,
            [
                (partnership.name, f"/p/{partnership.slug}/", f"/p/{partnership.slug}/dashboard/")
                for partnership in group
            ],
        )
        for heading, group in by_origin(reached, lambda partnership: partnership.invented)
        if group
    ]


def nothing_due(reached: Sequence[ReachedPartnership], today: datetime.date) -> str:
    """That nothing is due, and when something will be."""
    opening = queries.next_opening(reached, today)
    if opening is None or opening[0].opens_on is None:
        return "Nothing is due from you. No further round of updates is planned yet."
    planned, name = opening
    return f"Nothing is due from you. {planned} opens in {name} on {day_words(planned.opens_on)}."


def due_row(update: MyUpdate) -> Row:
    """An update to write: how far it is, and whether it is late or was returned."""
    state = f"Draft saved {moment(update.draft_saved_at)}" if update.draft_saved_at else update.state.label
    words = f"{state}: {update.note}" if update.note else state
    due = day_stated(update.due_on)
    return Row(
        (
            update.reference,
            update.title,
            update.partnership,
            f"{due}, late" if update.is_late else due,
            words,
        ),
        update.url,
    )


def sign_row(waiting: ToSign) -> Row:
    """An update to agree; worst first."""
    return Row(
        (
            waiting.reference,
            waiting.title,
            waiting.quarter.label,
            status_tag(waiting.status, waiting.vocabulary),
            waiting.said_by or NOT_STATED,
        ),
        waiting.url,
    )


def report_row(report: OwnReport) -> Row:
    return Row((report.reference, report.title, report.board), report.url)


def risk_row(risk: OwnRisk, today: datetime.date) -> Row:
    late = ", late" if risk.review_on < today else ""
    return Row((risk.reference, risk.title, f"{day_words(risk.review_on)}{late}"), risk.url)


def recent_row(change: Recent) -> Row:
    """A change of something with a page."""
    return Row(
        (
            moment(change.when),
            f"{change.reference} {change.title}",
            change.who or "The system",
            f"{change.kind} {change.noun}",
        ),
        change.url,
    )
