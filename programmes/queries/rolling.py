"""The preview of a quarter's opening: every action of the plan and what becomes of it."""

from __future__ import annotations

from datetime import date

from core.domain.periods import Quarter
from core.domain.status import Stage
from programmes.domain.rolling import Rolled, RolledAction, rolled
from programmes.domain.rounds import RoundState, UpdateState
from programmes.models import Action, Plan, Update, words_of

LOOKED_BACK = 4  # quarters


def rolled_forward(plan: Plan, quarter: Quarter, today: date) -> list[RolledAction]:
    """What opening the round of ``quarter`` does to each live action, exceptions first. Three queries."""
    vocabulary = words_of(plan.partnership)
    answers: dict[int, list[tuple[Quarter, Stage | None]]] = {}
    rows = Update.objects.live().filter(round__plan=plan, round__archived_at=None)
    for update in rows.exclude(round__state=RoundState.PLANNED).select_related("round"):
        when = update.round.quarter
        if when < quarter:
            is_in = UpdateState(update.state).is_in and update.stage
            answers.setdefault(update.action_id, []).append((when, Stage(update.stage) if is_in else None))
    found = []
    for action in Action.objects.live().filter(plan=plan):
        newest = [
            stage for _, stage in sorted(answers.get(action.pk, []), key=lambda one: one[0], reverse=True)
        ][:LOOKED_BACK]
        becomes, why = rolled(Stage(action.stage), newest, action.is_overdue(today), vocabulary)
        found.append(
            RolledAction(action.reference, action.title, str(action.current or "No date"), becomes, why)
        )
    return sorted(found, key=lambda one: (tuple(Rolled).index(one.becomes), one.reference))
