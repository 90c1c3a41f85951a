"""Whether last quarter's answer may be given again, for a whole list of updates at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from core.domain.periods import FinancialYear, Quarter
from programmes.domain.rounds import UpdateState
from programmes.domain.same import Due, same_refusal, unchanged_run
from programmes.models import Action, Milestone, Update
from programmes.queries.work import MyUpdate

LOOKED_BACK = 4  # quarters: enough to count how often the same was said


def steps_due(update: Update) -> list[Milestone]:
    """The action's milestones due by the end of the update's quarter and not done, in order. One query."""
    rows = update.action.milestones.live().filter(
        actual_on=None, current_last__lte=update.round.quarter.last_day
    )
    return list(rows.order_by("number"))


def same_refusals(tasks: Sequence[MyUpdate]) -> dict[int, str]:
    """Why "same as last quarter" is not offered, by the update; "" where it is. Three queries at most.

    Only for what still has to be written and was not begun.
    """
    asked = [one for one in tasks if one.waits and one.draft_saved_at is None]
    if not asked:
        return {}
    actions = {one.action for one in asked}
    answers, dues = _answers(actions), _dues(actions)
    return {one.pk: _refusal(one, answers.get(one.action, {}), dues.get(one.action, ())) for one in asked}


def _refusal(one: MyUpdate, answers: dict[Quarter, Update], dues: Iterable[Due]) -> str:
    said: list[str] = []
    before = one.quarter.previous()
    last = answers.get(before)
    while before in answers and len(said) < LOOKED_BACK:
        said.append(answers[before].words)
        before = before.previous()
    facts = last.facts if last else None
    return same_refusal(facts, unchanged_run(said), dues, one.quarter, one.vocabulary)


def _answers(actions: Iterable[int]) -> dict[int, dict[Quarter, Update]]:
    """What the actions said in each round, once it was in."""
    received = (UpdateState.SUBMITTED, UpdateState.SIGNED_OFF)
    rows = Update.objects.live().filter(action__in=actions, state__in=received, round__archived_at=None)
    found: dict[int, dict[Quarter, Update]] = {}
    for row in rows.select_related("round", "action"):
        quarter = Quarter(FinancialYear(row.round.year), row.round.quarter_number)
        found.setdefault(row.action_id, {})[quarter] = row
    return found


def _dues(actions: Iterable[int]) -> dict[int, list[Due]]:
    """The agreed dates of the actions and of their milestones."""
    found: dict[int, list[Due]] = {}
    for action in Action.objects.filter(pk__in=actions):
        _add(found, action.pk, "The action", action)
    for step in Milestone.objects.live().filter(action__in=actions).order_by("action", "number"):
        _add(found, step.action_id, f"Milestone {step.number}", step)
    return found


def _add(found: dict[int, list[Due]], action: int, what: str, dated: Any) -> None:
    if dated.current is not None:
        found.setdefault(action, []).append(Due(what, dated.current, dated.actual_on is not None))
