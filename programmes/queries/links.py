"""What an action waits for, what waits for it, and what it serves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from core.domain.status import Stage
from programmes.domain.dependencies import Needed, due_too_late
from programmes.models import Action, Dependency, Purpose


@dataclass(frozen=True)
class Links:
    """An action's links. ``late`` are those of ``needs`` that are due only after the action itself."""

    needs: tuple[Needed, ...]
    needed_by: tuple[Needed, ...]
    late: tuple[Needed, ...]
    strategies: tuple[str, ...]
    objectives: tuple[str, ...]


def links_of(action: Action) -> Links:
    """The live links of one action. Two queries."""
    both = Dependency.objects.live().filter(Q(action=action) | Q(needs=action), needs__archived_at=None)
    rows = list(both.filter(action__archived_at=None).select_related("action", "needs"))
    needs = tuple(needed(one.needs) for one in rows if one.action_id == action.pk)
    purposes = Purpose.objects.live().filter(action=action)
    purposes = list(purposes.select_related("strategy", "objective__organisation"))
    return Links(
        needs=needs,
        needed_by=tuple(needed(one.action) for one in rows if one.needs_id == action.pk),
        late=tuple(due_too_late(action.current, needs)),
        strategies=tuple(str(one.strategy) for one in purposes if one.strategy),
        objectives=tuple(str(one.objective) for one in purposes if one.objective),
    )


def needed(action: Any) -> Needed:
    """An action as the rule about dependencies reads it."""
    return Needed(action.reference, action.title, action.current, action.stage == Stage.COMPLETE)
