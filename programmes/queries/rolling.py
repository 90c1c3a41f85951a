"""The preview of a quarter's opening, what is left behind by it, and whether it can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from core.domain.periods import Quarter
from core.domain.status import Stage
from programmes.domain.rolling import Rolled, RolledAction, rolled
from programmes.domain.rounds import RoundState, UpdateState
from programmes.models import Action, Plan, Round, Update, words_of
from programmes.queries.work import NOT_OWNED

LOOKED_BACK = 4  # quarters


@dataclass(frozen=True)
class Lacking:
    """An update of an earlier round that is missing, or that nobody has agreed yet."""

    quarter: str
    reference: str
    title: str
    owner: str
    state: UpdateState

    @property
    def is_unsigned(self) -> bool:
        """Whether it is in and waits for its lead."""
        return self.state is UpdateState.SUBMITTED


def still_lacking(plan: Plan, quarter: Quarter) -> list[Lacking]:
    """What the rounds before ``quarter`` that are not locked still lack, unsigned updates first. One query.

    Where leads do not sign off, an update that is in lacks nothing.
    """
    rows = Update.objects.live().filter(
        round__plan=plan,
        round__state__in=(RoundState.OPEN, RoundState.CLOSED),
        round__archived_at=None,
        action__archived_at=None,
    )
    done = {UpdateState.SIGNED_OFF, *(() if plan.signs_off else (UpdateState.SUBMITTED,))}
    waiting = rows.exclude(state__in=done).select_related("round", "action__owner")
    lacking = [
        Lacking(
            update.round.quarter.label,
            update.action.reference,
            update.action.title,
            str(update.action.owner or NOT_OWNED),
            UpdateState(update.state),
        )
        for update in waiting.order_by("round__year", "round__quarter_number", "action__reference")
        if update.round.quarter < quarter
    ]
    return sorted(lacking, key=lambda update: not update.is_unsigned)


def opened_at(row: Round) -> datetime | None:
    """When a round was opened for the first time since it was planned; None when it was not. One query."""
    opened: datetime | None = None
    for state, moment in row.history.order_by("history_id").values_list("state", "history_date"):
        if state == RoundState.PLANNED:
            opened = None
        elif state == RoundState.OPEN:
            opened = opened or moment
    return opened


def begun_in(row: Round) -> list[str]:
    """The actions for which somebody wrote, submitted or gave evidence in a round. One query."""
    begun = ~Q(state=UpdateState.NOT_STARTED) | Q(drafts__isnull=False) | Q(action__evidence__round=row)
    rows = row.updates.filter(begun).order_by("action__reference")
    return list(rows.values_list("action__reference", flat=True).distinct())


def rolled_forward(plan: Plan, quarter: Quarter, today: date) -> list[RolledAction]:
    """What opening the round of ``quarter`` does to each live action, exceptions first. Three queries."""
    vocabulary = words_of(plan.partnership)
    answers: dict[int, list[tuple[Quarter, Stage | None]]] = {}
    last: dict[int, tuple[Quarter, str]] = {}
    rows = Update.objects.live().filter(round__plan=plan, round__archived_at=None)
    for update in rows.exclude(round__state=RoundState.PLANNED).select_related("round"):
        when = update.round.quarter
        if when < quarter:
            is_in = UpdateState(update.state).is_in and update.stage
            if update.action_id not in last or last[update.action_id][0] < when:
                last[update.action_id] = (when, UpdateState(update.state).label)
            answers.setdefault(update.action_id, []).append((when, Stage(update.stage) if is_in else None))
    rolled_actions = []
    for action in Action.objects.live().filter(plan=plan).select_related("owner", "lead"):
        newest = [
            stage
            for _, stage in sorted(answers.get(action.pk, []), key=lambda answer: answer[0], reverse=True)
        ][:LOOKED_BACK]
        becomes, why = rolled(Stage(action.stage), newest, action.is_overdue(today), vocabulary)
        rolled_actions.append(
            RolledAction(
                action.reference,
                action.title,
                str(action.current or "No date"),
                becomes,
                why,
                owner=str(action.owner or NOT_OWNED),
                lead=str(action.lead or "Vacant"),
                last=last[action.pk][1] if action.pk in last else "Not asked",
            )
        )
    return sorted(rolled_actions, key=lambda action: (tuple(Rolled).index(action.becomes), action.reference))
