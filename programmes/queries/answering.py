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
    unwritten = [update for update in tasks if update.waits and update.draft_saved_at is None]
    if not unwritten:
        return {}
    actions = {update.action for update in unwritten}
    answers, dues = _answers(actions), _dues(actions)
    return {
        update.pk: _refusal(update, answers.get(update.action, {}), dues.get(update.action, ()))
        for update in unwritten
    }


def _refusal(update: MyUpdate, answers: dict[Quarter, Update], dues: Iterable[Due]) -> str:
    words: list[str] = []
    before = update.quarter.previous()
    last = answers.get(before)
    while before in answers and len(words) < LOOKED_BACK:
        words.append(answers[before].words)
        before = before.previous()
    facts = last.facts if last else None
    return same_refusal(facts, unchanged_run(words), dues, update.quarter, update.vocabulary)


def _answers(actions: Iterable[int]) -> dict[int, dict[Quarter, Update]]:
    """What the actions said in each round, once it was in."""
    received = (UpdateState.SUBMITTED, UpdateState.SIGNED_OFF)
    rows = Update.objects.live().filter(action__in=actions, state__in=received, round__archived_at=None)
    answers: dict[int, dict[Quarter, Update]] = {}
    for row in rows.select_related("round", "action"):
        quarter = Quarter(FinancialYear(row.round.year), row.round.quarter_number)
        answers.setdefault(row.action_id, {})[quarter] = row
    return answers


def _dues(actions: Iterable[int]) -> dict[int, list[Due]]:
    """The agreed dates of the actions and of their milestones."""
    dues: dict[int, list[Due]] = {}
    for action in Action.objects.filter(pk__in=actions):
        _add(dues, action.pk, "The action", action)
    for step in Milestone.objects.live().filter(action__in=actions).order_by("action", "number"):
        _add(dues, step.action_id, f"Milestone {step.number}", step)
    return dues


def _add(dues: dict[int, list[Due]], action: int, name: str, dated: Any) -> None:
    if dated.current is not None:
        dues.setdefault(action, []).append(Due(name, dated.current, dated.actual_on is not None))
