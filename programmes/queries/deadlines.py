"""The deadlines of one person, for their calendar."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F, Q

from core.domain.status import Stage
from partnerships.models import Partnership
from programmes.domain.feed import Deadline
from programmes.domain.rounds import RoundState
from programmes.models import Action, Milestone, Round, Update
from programmes.queries.work import IN_LIVE_ROUNDS

FINISHED = (Stage.COMPLETE, Stage.STOPPED)


def deadlines_of(person: Any, site: str) -> list[Deadline]:
    """The agreed dates of the unfinished actions a person leads and of their milestones, and when the
    updates of their partnerships are due. ``site`` comes before every address. Five queries at most.
    """
    actions = (
        Action.objects.live()
        .visible_to(person)
        .filter(Q(lead=person) | Q(theme__leads__user=person), current_last__isnull=False)
        .exclude(stage__in=FINISHED)
        .select_related("partnership")
        .distinct()
    )
    deadlines = [_deadline(action, f"action-{action.pk}", f"{action}", site) for action in actions]
    steps = Milestone.objects.live().filter(
        action__in=[action.pk for action in actions], actual_on=None, current_last__isnull=False
    )
    for step in steps.select_related("action__partnership"):
        words = f"{step.action.reference}: {step.title}"
        deadlines.append(_deadline(step, f"milestone-{step.pk}", words, site))
    return [*deadlines, *_round_deadlines(person, site)]


def _deadline(dated: Any, key: str, summary: str, site: str) -> Deadline:
    window = dated.current
    moved = window.wording if window else ""
    return Deadline(key, window.last, summary, f"Due {moved}", f"{site}{dated.get_absolute_url()}")


def _round_deadlines(person: Any, site: str) -> list[Deadline]:
    places = Partnership.objects.live().visible_to(person)
    rows = Round.objects.live().filter(
        plan__partnership__in=places,
        plan__archived_at=None,
        state__in=(RoundState.PLANNED, RoundState.OPEN),
        due_on__isnull=False,
    )
    deadlines = [
        Deadline(
            f"round-{row.pk}",
            _day(row.due_on),
            f"Updates due: {row.plan.partnership}, {row}",
            f"Opens {row.opens_on:%-d %B %Y}" if row.opens_on else "",
            f"{site}/updates/",
        )
        for row in rows.select_related("plan__partnership")
    ]
    return [*deadlines, *_extended(person, site)]


def _extended(person: Any, site: str) -> list[Deadline]:
    """The person's own missing updates that have more time than their round."""
    more_time = Q(due_on__gt=F("round__due_on")) | Q(due_on__isnull=False, round__due_on=None)
    rows = (
        Update.objects.live()
        .visible_to(person)
        .filter(more_time, IN_LIVE_ROUNDS, round__state=RoundState.OPEN)
        .filter(action__lead=person, action__archived_at=None)
    )
    return [
        Deadline(
            f"update-{update.pk}",
            _day(update.due),
            f"Update due: {update}",
            "It has more time than its round.",
            f"{site}{update.get_absolute_url()}",
        )
        for update in rows.select_related("round", "action__partnership")
        if not update.is_in
    ]


def _day(day: date | None) -> date:
    assert day is not None  # asked for in the query
    return day
