"""The plan as bars in time: what a page of actions, its milestones and its dependencies say of dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.domain.status import Stage
from core.domain.windows import DateWindow
from core.models import window_columns
from programmes.domain.dependencies import Needed, due_too_late
from programmes.models import Dependency, Milestone
from programmes.queries.listing import ANSWERS, ShownQuarter, statuses, with_answers
from programmes.queries.position import window

CELLS = (
    "pk",
    "reference",
    "title",
    "shown_theme",
    *window_columns("starts", "original", "current"),
    *ANSWERS,
)


@dataclass(frozen=True)
class TimelineRow:
    """An action in time. ``marks`` are its milestones' last days, ``late`` what it needs too late."""

    reference: str
    title: str
    theme: int
    status: Any
    starts: DateWindow | None
    original: DateWindow | None
    current: DateWindow | None
    marks: tuple[date, ...]
    needs: tuple[Needed, ...]
    late: frozenset[str]


def timeline_rows(page: Any, shown: ShownQuarter) -> list[TimelineRow]:
    """The page's actions with milestones and dependencies. Three queries."""
    rows = list(with_answers(page, shown).values(*CELLS))
    keys = [row["pk"] for row in rows]
    marks, needs = _milestones(keys), _needs(keys)
    return [_row(row, marks.get(row["pk"], ()), needs.get(row["pk"], ()), shown) for row in rows]


def _row(
    row: Mapping[str, Any], marks: Sequence[date], needs: Sequence[Needed], shown: ShownQuarter
) -> TimelineRow:
    current = window(row, "current")
    return TimelineRow(
        reference=row["reference"],
        title=row["title"],
        theme=row["shown_theme"],
        status=statuses([row[name] for name in ANSWERS], shown)[0],
        starts=window(row, "starts"),
        original=window(row, "original"),
        current=current,
        marks=tuple(marks),
        needs=tuple(needs),
        late=frozenset(needed.reference for needed in due_too_late(current, needs)),
    )


def _milestones(actions: list[int]) -> dict[int, list[date]]:
    days: dict[int, list[date]] = {}
    rows = Milestone.objects.live().filter(action__in=actions, current_last__isnull=False)
    for action, day in rows.order_by("current_last").values_list("action", "current_last"):
        days.setdefault(action, []).append(day)
    return days


def _needs(actions: list[int]) -> dict[int, list[Needed]]:
    needs: dict[int, list[Needed]] = {}
    rows = Dependency.objects.live().filter(action__in=actions, needs__archived_at=None)
    for dependency in rows.select_related("needs").order_by("needs__reference"):
        due = dependency.needs.current
        done = dependency.needs.stage == Stage.COMPLETE
        needs.setdefault(dependency.action_id, []).append(
            Needed(dependency.needs.reference, dependency.needs.title, due, done)
        )
    return needs
