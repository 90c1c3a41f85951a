"""Reads: everything a quarter's page shows, in a handful of queries whatever the size of the plan."""

from __future__ import annotations

import datetime
from typing import Any

from django.db.models import CharField, Q, QuerySet, Value

from core.domain.status import Confidence, Stage
from core.scope import seen
from governance.dashboard.domain.attention import LONGEST_LIST, OVERDUE_DAYS
from governance.dashboard.domain.money_line import money_facts
from governance.dashboard.domain.quarter import (
    SOON,
    Call,
    Coming,
    ComingKind,
    Dashboard,
    Facts,
    MoneyFacts,
    dashboard,
)
from governance.dashboard.domain.standing import wanted
from governance.dashboard.queries import standing
from governance.dashboard.queries.money import money_position
from governance.dashboard.queries.standing import DashboardPeriod
from governance.models import Decision, Meeting, Risk
from governance.oversight.queries.risks import on_register, register
from partnerships.models import Partnership
from programmes.domain.rounds import UpdateState
from programmes.models import Action, Milestone, Update, words_of

MOST = 60  # rows that "coming up" reads: every decision due, then what comes first
FINISHED = (Stage.COMPLETE, Stage.STOPPED)


def quarter_dashboard(
    partnership: Partnership, viewer: Any, period: DashboardPeriod, limit: int | None = LONGEST_LIST
) -> Dashboard:
    """One quarter's page for a viewer. Eight queries at most, the same for any number of actions.

    ``limit`` is how many lines attention and change show; None shows them all.
    """
    counts = standing.counts(partnership, viewer, period)
    moved = standing.moves(partnership, period) if period.has_before else {}
    most = counts.total + 1 if limit is None else limit
    chosen = wanted(counts, most)
    facts = Facts(
        counts=counts,
        named=tuple(standing.named(partnership, viewer, period, chosen, moved, most)),
        risks=tuple(risks(partnership, viewer, period)),
        coming=tuple(coming(partnership, viewer, period.until)) if period.is_newest else (),
        money=money_today(partnership, viewer, period.until) if period.is_newest else MoneyFacts(),
        on=period.until,
        is_newest=period.is_newest,
        has_before=period.has_before,
        calls=tuple(calls(partnership, viewer, period)),
        vocabulary=words_of(partnership),
    )
    return dashboard(facts, limit)


def money_today(partnership: Partnership, viewer: Any, today: datetime.date) -> MoneyFacts:
    """What is missing now and what ends next. One query."""
    return money_facts(money_position(partnership, viewer), today)


def risks(partnership: Partnership, viewer: Any, period: DashboardPeriod) -> list[Any]:
    """The register as the quarter's page shows it: today, or as it stood when an older quarter ended.

    That is the day the register itself shows for a quarter, so that a count and its list agree.
    """
    day = period.until if period.is_newest else period.quarter.last_day
    since = period.since if period.is_newest else period.quarter.previous().last_day
    visible = seen(Risk.objects.live().filter(partnership=partnership), viewer, partnership)
    return register(on_register(visible, day), day, since)


def calls(partnership: Partnership, viewer: Any, period: DashboardPeriod) -> list[Call]:
    """The quarter's updates that ask for help or a decision. One query.

    Actions off track or late are on the list already: each stands there once, for its strongest reason.
    The rounds are the partnership's own, and few updates ask: they are looked through before any action is.
    """
    received = [state for state in UpdateState if state.is_in]
    rows = (
        seen(Update.objects.live().filter(round__in=period.rounds), viewer, partnership)
        .filter(state__in=received, action__archived_at=None)
        .exclude(help_wanted="")
        .exclude(confidence=Confidence.OFF_TRACK)
        .order_by("action__reference")
    )
    if period.is_newest:
        cutoff = period.until - datetime.timedelta(days=OVERDUE_DAYS)
        rows = rows.exclude(~Q(stage__in=FINISHED), action__current_last__lt=cutoff)
    shown = ("action__reference", "action__title", "help_wanted", "action__owner__name")
    return [
        Call(reference, title, wanted, owner or "")
        for reference, title, wanted, owner in rows.values_list(*shown)
    ]


def coming(partnership: Partnership, viewer: Any, today: datetime.date) -> list[Coming]:
    """Every decision due, and what the next ninety days bring, by date. One query.

    Decisions come first and whole, since they are counted; of the rest a large plan has more than
    anybody reads on one page, so it is cut.
    """
    soon = (today, today + datetime.timedelta(days=SOON))
    due = Decision.objects.live().filter(partnership=partnership, state=Decision.State.DUE)
    meetings = Meeting.objects.live().filter(board__partnership=partnership, held_on__range=soon)
    milestones = Milestone.objects.live().filter(
        action__partnership=partnership, action__archived_at=None, actual_on=None, current_last__range=soon
    )
    actions = (
        Action.objects.live()
        .filter(partnership=partnership, current_last__range=soon)
        .exclude(stage__in=FINISHED)
    )
    together = (
        seen(due, viewer, partnership)
        .order_by()
        .annotate(place=Value(0))
        .values_list("place", _word(ComingKind.DECISION), "reference", "title", "due_on", "board__name")
        .union(
            _later(
                seen(meetings, viewer, partnership),
                ComingKind.MEETING,
                _word(),
                "board__name",
                "held_on",
                _word(),
            ),
            _later(
                milestones,
                ComingKind.MILESTONE,
                "action__reference",
                "title",
                "current_last",
                "current_wording",
            ),
            _later(actions, ComingKind.ACTION, "reference", "title", "current_last", "current_wording"),
            all=True,
        )
        .order_by("place", "due_on")[:MOST]
    )
    rows = [
        Coming(ComingKind(kind), reference, title, on, note or "")
        for _, kind, reference, title, on, note in together
    ]
    return sorted(rows, key=lambda coming: (coming.on or datetime.date.max, coming.kind, coming.reference))


def _later(
    rows: QuerySet[Any], kind: ComingKind, reference: Any, title: str, on: str, note: Any
) -> QuerySet[Any, Any]:
    return rows.order_by().values_list(Value(1), _word(kind), reference, title, on, note)


def _word(word: str = "") -> Value:
    return Value(str(word), CharField())
