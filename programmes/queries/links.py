"""What an action waits for, what waits for it, and what it serves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from core.domain.status import Stage
from programmes.domain.dependencies import Needed, due_too_late
from programmes.models import Action, Dependency, Purpose
from programmes.queries.position import window


@dataclass(frozen=True)
class Links:
    """An action's links. ``late`` are those of ``needs`` that are due only after the action itself."""

    needs: tuple[Needed, ...]
    needed_by: tuple[Needed, ...]
    late: tuple[Needed, ...]
    strategies: tuple[str, ...]
    objectives: tuple[str, ...]


SERVED = ("strategy__name", "objective__organisation__name", "objective__reference")
# Of each end of a dependency what Needed tells.
END = ("reference", "title", "stage", "current_first", "current_last", "current_wording")
ENDS = tuple(f"{end}__{name}" for end in ("action", "needs") for name in END)


def links_of(action: Action) -> Links:
    """The live links of one action. Two queries."""
    both = Dependency.objects.live().filter(Q(action=action) | Q(needs=action), needs__archived_at=None)
    both = both.filter(action__archived_at=None).order_by("action__reference", "needs__reference")
    rows = list(both.values("action_id", "needs_id", *ENDS))
    needs = tuple(_end(row, "needs") for row in rows if row["action_id"] == action.pk)
    purposes = (
        Purpose.objects.live().filter(action=action).select_related("strategy", "objective__organisation")
    )
    served = list(purposes.order_by(*SERVED))
    return Links(
        needs=needs,
        needed_by=tuple(_end(row, "action") for row in rows if row["needs_id"] == action.pk),
        late=tuple(due_too_late(action.current, needs)),
        strategies=tuple(str(purpose.strategy) for purpose in served if purpose.strategy),
        objectives=tuple(str(purpose.objective) for purpose in served if purpose.objective),
    )


def _end(row: Mapping[str, Any], end: str) -> Needed:
    """An action as the rule about dependencies reads it."""
    reference, title, stage = (row[f"{end}__{name}"] for name in END[:3])
    return Needed(reference, title, window(row, f"{end}__current"), stage == Stage.COMPLETE)
