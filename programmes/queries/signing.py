"""What a lead has to agree, and what to look at twice before agreeing it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q

from core.domain.periods import Quarter
from core.domain.status import Confidence, Status
from core.domain.vocabulary import Vocabulary
from core.domain.windows import slip_days
from core.permissions import Verb
from programmes.domain.flags import FlagFacts, OverdueStep, flags, lates
from programmes.domain.moves import DateMoveState
from programmes.domain.rounds import RoundState, UpdateState
from programmes.domain.suggestion import suggestion
from programmes.models import DateChange, Evidence, Milestone, Update
from programmes.queries.words import words_by_partnership
from programmes.queries.work import IN_LIVE_ROUNDS, answers_before


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
    forecast_slip: int
    vocabulary: Vocabulary


def to_sign_off(user: Any, rows: Any) -> list[ToSign]:
    """The submitted updates the person may agree, worst first. Four queries at most."""
    updates = list(
        rows.live()
        .visible_to(user, Verb.SIGN)
        .filter(state=UpdateState.SUBMITTED, round__plan__signs_off=True, action__archived_at=None)
        .filter(Q(round__state__in=(RoundState.OPEN, RoundState.CLOSED)) | Q(reopened_at__isnull=False))
        .filter(IN_LIVE_ROUNDS)
        .select_related("round", "action__partnership", "submitted_by", "answered_by")
    )
    before = answers_before(updates)
    words = words_by_partnership(update.action.partnership_id for update in updates)
    queue = [
        to_sign(update, before.get(update.pk), words[update.action.partnership_id]) for update in updates
    ]
    return sorted(queue, key=lambda update: (update.status.order, update.reference))


def to_sign(update: Update, before: Update | None, vocabulary: Vocabulary) -> ToSign:
    """One update beside that of the quarter before, which may not have come in. ``vocabulary``: its words."""
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
        forecast_slip=forecast_slip(update),
        vocabulary=vocabulary,
    )


def moved_dates(user: Any, rows: Any) -> list[DateChange]:
    """The dates that moved within their quarter, in rounds not yet locked, of the actions whose updates
    the person agrees; newest first. ``rows`` are the updates of one place. One query.
    """
    agreed = rows.live().visible_to(user, Verb.SIGN).values("action")
    moves = DateChange.objects.live().filter(
        IN_LIVE_ROUNDS,
        state=DateMoveState.APPLIED,
        round__state__in=(RoundState.OPEN, RoundState.CLOSED),
        action__in=agreed,
        action__archived_at=None,
    )
    return list(moves.select_related("action__partnership", "milestone").order_by("-asked_on", "-pk"))


def flags_of(queue: Sequence[ToSign], today: date) -> dict[int, tuple[str, ...]]:
    """The questions each waiting update raises, by the update. Three queries for any number."""
    actions = {update.action for update in queue}
    added = _evidence_added(actions, {update.round for update in queue})
    moves, overdue = _most_moves(actions), _overdue_steps(actions, today)
    return {
        update.pk: flags(
            FlagFacts(
                status=update.status,
                before=update.before,
                words=update.words,
                words_before=update.words_before,
                evidence=added.get((update.action, update.round), 0),
                moves=moves.get(update.action, 0),
                overdue=tuple(overdue.get(update.action, ())),
                forecast_slip=update.forecast_slip,
            ),
            update.vocabulary,
        )
        for update in queue
    }


def _evidence_added(actions: Iterable[int], rounds: Iterable[int]) -> dict[tuple[int, int], int]:
    rows = Evidence.objects.live().filter(action__in=actions, round__in=rounds).order_by()
    counted = rows.values_list("action", "round").annotate(added=Count("pk"))
    return {(action, round): added for action, round, added in counted}


def _most_moves(actions: Iterable[int]) -> dict[int, int]:
    """How often the most moved date of each action has moved: its own, or that of a milestone."""
    rows = DateChange.objects.live().filter(action__in=actions, state__in=DateMoveState.in_force())
    by_date = Counter(rows.values_list("action", "milestone"))
    most: dict[int, int] = {}
    for (action, _), moved in by_date.items():
        most[action] = max(moved, most.get(action, 0))
    return most


def _overdue_steps(actions: Iterable[int], today: date) -> dict[int, list[OverdueStep]]:
    rows = Milestone.objects.live().filter(action__in=actions, actual_on=None, current_last__lt=today)
    steps: dict[int, list[OverdueStep]] = {}
    for row in rows.order_by("action", "number"):
        days = (today - row.current_last).days
        step = OverdueStep(row.number, row.title, str(row.current or ""), days)
        steps.setdefault(row.action_id, []).append(step)
    return steps


def forecast_slip(update: Update) -> int:
    """How many days after the agreed date the officer expects the action to be done; 0 where not stated."""
    agreed, expected = update.action.current, update.forecast
    return slip_days(agreed, expected) if agreed and expected else 0


def hints_for(updates: Sequence[Update], today: date) -> dict[int, str]:
    """What the dates alone would say of each answer, where the officer says better. Two queries."""
    overdue = _overdue_steps({update.action_id for update in updates}, today)
    words = words_by_partnership(update.action.partnership_id for update in updates)
    return {
        update.pk: suggestion(
            Confidence(update.confidence) if update.confidence else None,
            lates(overdue.get(update.action_id, ()), forecast_slip(update)),
            words[update.action.partnership_id],
        )
        for update in updates
    }
