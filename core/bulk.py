"""Thousands of rows at once, each with its version and its history, in a handful of statements.

``save()`` asks, checks and writes one row in four statements, half a minute for ten thousand rows. Here they
are written in bulk and the database copies them into their history itself. Who calls this has checked the
rows, and holds those it changes: no version is compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from core.change import bulk_writes, current_change, current_change_set
from core.models import AuditedModel, kept_fields

AT_ONCE = 900  # keys named in one statement; SQLite may be built to take no more than 999
ADDED, CHANGED, DELETED = "+", "~", "-"


@transaction.atomic
def create_rows(rows: Sequence[AuditedModel]) -> None:
    """Insert unsaved rows of one model with their first history row; they know their keys afterwards."""
    if not rows:
        return
    model = type(rows[0])
    with bulk_writes():
        model.objects.bulk_create(rows)
    _copy_to_history(model, [row.pk for row in rows], ADDED)


@transaction.atomic
def change_rows(rows: Sequence[AuditedModel], names: Iterable[str]) -> None:
    """Save those columns of existing rows of one model, raise each version, write its history row.

    ``names`` are names of fields. Rows have to have been read, and held, in the same transaction.
    """
    if not rows:
        return
    model = type(rows[0])
    for row in rows:
        row.version += 1
    with bulk_writes():
        model.objects.bulk_create(
            rows, update_conflicts=True, update_fields=[*names, "version"], unique_fields=["id"]
        )
    _copy_to_history(model, [row.pk for row in rows], CHANGED)


@transaction.atomic
def delete_rows(model: type[AuditedModel], keys: Sequence[int]) -> None:
    """Take rows out that nothing refers to, each with a last history row."""
    _copy_to_history(model, keys, DELETED)
    for batch in _batches(keys):
        rows = model._base_manager.filter(pk__in=batch)
        rows._raw_delete(rows.db)


def _copy_to_history(model: type[AuditedModel], keys: Sequence[int], kind: str) -> None:
    """One statement for every 900 rows: the table's own columns and what history has beside them."""
    history: Any = model.history.model
    in_force = current_change()
    beside = {
        "history_date": in_force.moment or timezone.now(),
        "history_change_reason": in_force.reason,
        "history_type": kind,
        "history_user": in_force.actor.pk if in_force.actor else None,
        "change_set": current_change_set(),
    }
    fields = [history._meta.get_field(name) for name in beside]
    given = [
        field.get_db_prep_save(value, connection)
        for field, value in zip(fields, beside.values(), strict=True)
    ]
    quote = connection.ops.quote_name
    own = ", ".join(quote(str(field.column)) for field in kept_fields(model))
    added = ", ".join(quote(str(field.column)) for field in fields)
    for batch in _batches(keys):
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {quote(history._meta.db_table)} ({own}, {added}) "  # noqa: S608
                f"SELECT {own}, {', '.join(['%s'] * len(given))} FROM {quote(model._meta.db_table)} "
                f"WHERE {quote('id')} IN ({', '.join(['%s'] * len(batch))}) ORDER BY {quote('id')}",
                [*given, *batch],
            )


def _batches(keys: Sequence[int]) -> Iterator[tuple[int, ...]]:
    for start in range(0, len(keys), AT_ONCE):
        yield tuple(keys[start : start + AT_ONCE])
