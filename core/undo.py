"""What one change set did to rows, and undoing all of it or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction

from core.bulk import ADDED, AT_ONCE, change_rows, delete_rows
from core.change import change
from core.domain.words import counted, listed
from core.models import AuditedModel, kept_fields

NAMED = 5  # rows named in a refusal; the rest are counted


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
    written = model.history.filter(change_set=change_set)
    after = {past.id: past for past in written.order_by("history_id")}
    first = {past.id: past.version for past in written.order_by("-history_id").only("id", "version")}
    known = model.history.filter(id__in=list(after))
    earlier = {(past.id, past.version): past for past in known.order_by("history_id")}
    return [
        Touched(row, earlier[row.pk, first[row.pk] - 1], after[row.pk])
        for row in rows.filter(pk__in=list(after))
        if (row.pk, first[row.pk] - 1) in earlier
    ]


def reaches_beyond(change_set: UUID, models: Sequence[type[AuditedModel]]) -> bool:
    """Whether the change set also wrote rows of other models: to undo these alone would leave half of it.

    At most one query for each of the other models.
    """
    others: list[Any] = [
        model for model in apps.get_models() if issubclass(model, AuditedModel) and model not in models
    ]
    return any(model.history.filter(change_set=change_set).exists() for model in others)


@transaction.atomic
def undo_change_set(change_set: UUID, models: Sequence[type[AuditedModel]], *, by: Any, reason: str) -> None:
    """Put the rows of these models back to what they were before the change set, as a new change.

    What it added goes again, with a last row in its history; what it changed is what it was. ``models`` come
    in the order in which rows need each other: a plan before its actions. Raises ValidationError, and undoes
    nothing, when one of the rows was changed since or something else has come to depend on it.
    """
    touched = {model: _Undoing(model, change_set) for model in models}
    newer = [row for undoing in touched.values() for row in undoing.changed_since()]
    if newer:
        names = listed([str(row) for row in newer[:NAMED]])
        more = f" and {counted(len(newer) - NAMED, 'other row')}" if len(newer) > NAMED else ""
        raise ValidationError(
            f"{names}{more} changed since. Undoing would lose that, so nothing is undone. "
            "Change those by hand."
        )
    with change(by=by, reason=reason):
        for undoing in touched.values():
            undoing.restore()
        for model in reversed(models):
            touched[model].take_out(touched)


class _Undoing:
    """The rows of one model that a change set added or changed."""

    def __init__(self, model: type[AuditedModel], change_set: UUID) -> None:
        self.model = model
        past = model.history.filter(change_set=change_set).order_by("history_id")
        self.first: dict[int, tuple[int, str]] = {}
        self.version: dict[int, int] = {}
        for key, row, kind, version in past.values_list("id", "history_id", "history_type", "version"):
            self.first.setdefault(key, (row, kind))
            self.version[key] = version
        self.added = [key for key, (_, kind) in self.first.items() if kind == ADDED]
        self.changed = [key for key, (_, kind) in self.first.items() if kind != ADDED]

    def changed_since(self) -> list[AuditedModel]:
        """The rows that are not any more as the change set left them."""
        held = self._rows([*self.first])
        return [row for row in held if row.version != self.version[row.pk]]

    def restore(self) -> None:
        """What it changed, as it was before."""
        kept = kept_fields(self.model)
        fields = [field for field in kept if not field.primary_key and field.name != "version"]
        before = self._before()
        rows = self._rows(self.changed)
        for row in rows:
            for field in fields:
                setattr(row, field.attname, getattr(before[row.pk], field.attname))
        change_rows(rows, [field.name for field in fields])

    def _before(self) -> dict[int, Any]:
        """By key, the last history row before the change set's."""
        before: dict[int, Any] = {}
        for batch in _batches(self.changed):
            for past in self.model.history.filter(id__in=batch).order_by("history_id"):
                if past.history_id < self.first[past.id][0]:
                    before[past.id] = past
        if len(before) < len(self.changed):
            raise ValidationError("Some of these rows have no history from before, so nothing is undone.")
        return before

    def take_out(self, touched: dict[type[AuditedModel], _Undoing]) -> None:
        """What it added, unless something that stays has come to refer to it."""
        for relation in self.model._meta.related_objects:
            other: Any = relation.related_model
            going = set(touched[other].added) if other in touched else set()
            for batch in _batches(self.added):
                pointing = other._base_manager.filter(**{f"{relation.field.name}__in": batch})
                stays = next((row for row in pointing if row.pk not in going), None)
                if stays is not None:
                    raise ValidationError(
                        f"{stays} ({stays._meta.verbose_name}) has come to belong to what was added. "
                        "Take it away first; until then nothing is undone."
                    )
        delete_rows(self.model, self.added)

    def _rows(self, keys: list[int]) -> list[Any]:
        rows: Any = self.model._base_manager.select_for_update()
        return [row for batch in _batches(keys) for row in rows.filter(pk__in=batch)]


def _batches(keys: list[int]) -> list[list[int]]:
    return [keys[start : start + AT_ONCE] for start in range(0, len(keys), AT_ONCE)]
