"""Rows as they were at a moment: the only door to history for reporting."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import F, OuterRef, Subquery

from core.models import AuditedModel


def at(model: type[AuditedModel], moment: datetime | None) -> list[Any]:
    """Every row of the model as it was at the moment, unsaved copies; today's rows when it is None.

    One row per key even when two versions share a timestamp: the later written one counts. Rows
    deleted by then are left out. Do not follow foreign keys of the result: they lead to today.
    """
    if moment is None:
        return list(model._default_manager.all())
    history: Any = model.history
    rows = (
        history.filter(history_date__lte=moment)
        .annotate(latest=Subquery(_latest(model, model._meta.pk.attname, moment).values("history_id")[:1]))
        .filter(history_id=F("latest"))
    )
    return [row.instance for row in rows.exclude(history_type="-")]


def value_at(model: type[AuditedModel], column: str, moment: datetime) -> Subquery:
    """An expression for what a column of each row of the model held at the moment; NULL before it began."""
    return Subquery(_latest(model, "pk", moment).values(column)[:1])


def _latest(model: type[AuditedModel], outer: str, moment: datetime) -> Any:
    """The versions, newest first, of the row that the outer query's column names."""
    history: Any = model.history
    versions = history.filter(**{model._meta.pk.attname: OuterRef(outer)}, history_date__lte=moment)
    return versions.order_by("-history_date", "-history_id")
