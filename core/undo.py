"""Taking a change back: every row of one change set as it was before, as one new change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from core import services
from core.change import change
from core.domain.words import counted, listed

MOST_NAMED = 5


@dataclass(frozen=True)
class Touched:
    """A row that a change set changed: as it is now, and its history rows before and after that change."""

    row: Any
    before: Any
    after: Any

    @property
    def is_as_left(self) -> bool:
        """Whether nobody has changed it since."""
        return bool(self.row.version == self.after.version)


def touched_by(rows: Any, change_set: UUID) -> list[Touched]:
    """Of the rows given, those the change set changed and did not add, in their order. Four queries."""
    model: Any = rows.model
    after = {one.id: one for one in model.history.filter(change_set=change_set).order_by("history_id")}
    first = {
        one.id: one.version
        for one in model.history.filter(change_set=change_set).order_by("-history_id").only("id", "version")
    }
    earlier = {
        (one.id, one.version): one for one in model.history.filter(id__in=list(after)).order_by("history_id")
    }
    return [
        Touched(row, earlier[row.pk, first[row.pk] - 1], after[row.pk])
        for row in rows.filter(pk__in=list(after))
        if (row.pk, first[row.pk] - 1) in earlier
    ]


@transaction.atomic
def undo(touched: list[Touched], *, by: Any) -> None:
    """Bring every row back to what it was before, all or none, as one change of its own.

    Raises ValidationError naming the rows somebody has changed since: their work is not thrown away.
    """
    since = [str(one.row) for one in touched if not one.is_as_left]
    if since:
        named = since[:MOST_NAMED]
        if len(since) > MOST_NAMED:
            named.append(counted(len(since) - MOST_NAMED, "other"))
        raise ValidationError(
            f"{listed(named)} changed since, so this is not taken back. Change them one by one."
        )
    with change(by=by, reason="Taken back."):
        for one in touched:
            services.restore(one.row, one.before, by=by, reason="")
