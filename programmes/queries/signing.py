"""What a lead has to agree, and what to look at twice before agreeing it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q

from core.domain.periods import Quarter
from core.domain.status import Status
from core.permissions import Verb
from programmes.domain.flags import FlagFacts, OverdueStep, flags
from programmes.domain.moves import MoveState
from programmes.domain.rounds import RoundState, UpdateState
from programmes.models import DateChange, Evidence, Milestone, Update
from programmes.queries.work import answers_before


@dataclass(frozen=True)
class ToSign:
    """A submitted update for its lead: this quarter's answer beside the quarter before. ``version`` is the
    one shown: what changed since is not agreed with it."""

    pk: int
    version: int
    action: int
    round: int
    url: str
    reference: str
    title: str
    quarter: Quarter
    status: Status
    before: Status | None
    words: str
    words_before: str
    said_by: str


def to_sign_off(user: Any, rows: Any) -> list[ToSign]:
    """The submitted updates the person may agree, worst first. Three queries at most."""
    updates = list(
        rows.live()
        .visible_to(user, Verb.SIGN)
        .filter(state=UpdateState.SUBMITTED, round__plan__signs_off=True, action__archived_at=None)
        .filter(Q(round__state__in=(RoundState.OPEN, RoundState.CLOSED)) | Q(reopened_at__isnull=False))
        .select_related("round", "action__partnership", "submitted_by", "answered_by")
    )
    before = answers_before(updates)
    queue = [to_sign(one, before.get(one.pk)) for one in updates]
    return sorted(queue, key=lambda one: (one.status.order, one.reference))


def to_sign(update: Update, before: Update | None) -> ToSign:
    """One update beside that of the quarter before, which may not have come in."""
    return ToSign(
        pk=update.pk,
        version=update.version,
        action=update.action_id,
        round=update.round_id,
        url=update.get_absolute_url(),
        reference=update.action.reference,
        title=update.action.title,
        quarter=update.round.quarter,
        status=update.status,
        before=before.status if before else None,
        words=update.words,
        words_before=before.words if before and before.is_in else "",
        said_by=update.said_by,
    )


def moved_dates(user: Any, rows: Any) -> list[DateChange]:
    """The dates that moved within their quarter, in rounds not yet locked, of the actions whose updates
    the person agrees; newest first. ``rows`` are the updates of one place. One query.
    """
    agreed = rows.live().visible_to(user, Verb.SIGN).values("action")
    moves = DateChange.objects.live().filter(
        state=MoveState.APPLIED, round__state__in=(RoundState.OPEN, RoundState.CLOSED), action__in=agreed
    )
    return list(moves.select_related("action__partnership", "milestone").order_by("-asked_on", "-pk"))


def flags_of(queue: Sequence[ToSign], today: date) -> dict[int, tuple[str, ...]]:
    """The questions each waiting update raises, by the update. Three queries for any number."""
    actions = {one.action for one in queue}
    added = _evidence_added(actions, {one.round for one in queue})
    moves, overdue = _most_moves(actions), _overdue_steps(actions, today)
    return {
        one.pk: flags(
            FlagFacts(
                status=one.status,
                before=one.before,
                words=one.words,
                words_before=one.words_before,
                evidence=added.get((one.action, one.round), 0),
                moves=moves.get(one.action, 0),
                overdue=tuple(overdue.get(one.action, ())),
            )
        )
        for one in queue
    }


def _evidence_added(actions: Iterable[int], rounds: Iterable[int]) -> dict[tuple[int, int], int]:
    rows = Evidence.objects.live().filter(action__in=actions, round__in=rounds).order_by()
    counted = rows.values_list("action", "round").annotate(added=Count("pk"))
    return {(action, round): added for action, round, added in counted}


def _most_moves(actions: Iterable[int]) -> dict[int, int]:
    """How often the most moved date of each action has moved: its own, or that of a milestone."""
    rows = DateChange.objects.live().filter(action__in=actions, state__in=MoveState.in_force())
    by_date = Counter(rows.values_list("action", "milestone"))
    most: dict[int, int] = {}
    for (action, _), moved in by_date.items():
        most[action] = max(moved, most.get(action, 0))
    return most


def _overdue_steps(actions: Iterable[int], today: date) -> dict[int, list[OverdueStep]]:
    rows = Milestone.objects.live().filter(action__in=actions, actual_on=None, current_last__lt=today)
    found: dict[int, list[OverdueStep]] = {}
    for row in rows.order_by("action", "number"):
        found.setdefault(row.action_id, []).append(OverdueStep(row.number, row.title, str(row.current or "")))
    return found
