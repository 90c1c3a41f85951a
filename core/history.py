"""Reading history: who changed what, field by field, in words people use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import DecimalField, Field, ForeignKey, Model

from core.domain.moments import in_london, london_day
from core.domain.money import pounds
from core.domain.numbers import plain_decimal
from core.domain.words import day_words
from core.models import AuditedModel, kept_fields

NOT_SHOWN = {"id", "version"}
PENCE = 2  # decimal places: a column of money; weights and measured figures have more
KINDS = {"+": "Added", "~": "Changed", "-": "Deleted"}

Labels = Mapping[str, Mapping[str, str]]  # by field: what it can hold, and the word for that


class FieldChange(NamedTuple):
    """One field's value before and after, as printed."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Entry:
    """One saved version: when, who, why, what. ``id`` is the history row's."""

    id: int
    version: int
    when: datetime
    who: str
    reason: str
    kind: str
    changes: tuple[FieldChange, ...]
    is_current: bool = False


def entries(
    row: AuditedModel, *, limit: int = 20, offset: int = 0, labels: Labels | None = None
) -> list[Entry]:
    """The row's versions, newest first. Two queries, and one for each kind of row it came to point to.

    ``labels`` are the words of a place for what its fields can hold, where they are not the model's own.
    """
    rows = list(
        type(row)
        .history.filter(**{row._meta.pk.attname: row.pk})
        .select_related("history_user")
        .order_by("-history_date", "-history_id")[offset : offset + limit + 1]
    )
    names = _Names(type(row), labels or {})
    names.collect(rows)
    shown = rows[:limit]  # none at all for a row that came from a plain fixture
    before = [*rows[1:], None][: len(shown)]
    return [_entry(after, past, names, row.version) for after, past in zip(shown, before, strict=True)]


def count(row: AuditedModel) -> int:
    """How many versions there are."""
    history: Any = type(row).history
    return int(history.filter(**{row._meta.pk.attname: row.pk}).count())


def at_version(row: AuditedModel, version: int) -> Any:
    """The history row that holds this version of the row, or None."""
    history: Any = type(row).history
    rows = history.filter(**{row._meta.pk.attname: row.pk}, version=version)
    return rows.order_by("-history_date", "-history_id").first()


def differences(
    model: type[AuditedModel], pairs: Sequence[tuple[Any, Any]], labels: Labels
) -> list[tuple[FieldChange, ...]]:
    """What differs in each pair of history rows, before and after. A query for each kind of row named."""
    names = _Names(model, labels)
    names.collect([row for pair in pairs for row in pair])
    return [_changes(before, after, names) for before, after in pairs]


def _changes(before: Any, after: Any, names: _Names) -> tuple[FieldChange, ...]:
    changes = []
    for field in names.fields:
        old, new = getattr(before, field.attname), getattr(after, field.attname)
        if old != new:
            label = str(field.verbose_name)
            changes.append(
                FieldChange(label[:1].upper() + label[1:], names.say(field, old), names.say(field, new))
            )
    return tuple(changes)


def _entry(after: Any, before: Any, names: _Names, current: int) -> Entry:
    return Entry(
        id=after.history_id,
        version=after.version,
        when=after.history_date,
        who=str(after.history_user) if after.history_user else "The system",
        reason=after.history_change_reason or "",
        kind=KINDS[after.history_type],
        changes=() if before is None else _changes(before, after, names),
        is_current=after.version == current,
    )


class _Names:
    """Turns stored values into words; looks the rows pointed at up in one go per model."""

    def __init__(self, model: type[Model], labels: Labels) -> None:
        self.labels = labels
        self.fields: list[Field[Any, Any]] = [
            field for field in kept_fields(model) if field.name not in NOT_SHOWN
        ]
        self._of: dict[Any, dict[Any, str]] = defaultdict(dict)

    def collect(self, rows: list[Any]) -> None:
        """Only of fields that differ between the rows: nothing else is said of them."""
        wanted: dict[type[Model], set[Any]] = defaultdict(set)
        for field in self.fields:
            if isinstance(field, ForeignKey):  # other values, lists for one, may not fit in a set
                keys = {getattr(row, field.attname) for row in rows}
                if len(keys) > 1:
                    wanted[field.related_model] |= keys - {None}
        for model, keys in wanted.items():
            self._of[model] = {row.pk: str(row) for row in model._base_manager.filter(pk__in=keys)}

    def say(self, field: Field[Any, Any], value: Any) -> str:
        if value is None or value == "":
            return "empty"
        if isinstance(field, ForeignKey):
            return self._of[field.related_model].get(
                value, f"a removed {field.related_model._meta.verbose_name}"
            )
        if field.choices:
            own = self.labels.get(field.name) or dict(field.flatchoices)
            return str(own.get(value, value))
        if isinstance(field, DecimalField) and field.decimal_places == PENCE:
            return pounds(value)
        return _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, Decimal):
        return plain_decimal(value)
    if isinstance(value, datetime):
        return f"{day_words(london_day(value))} {in_london(value):%H:%M}"
    if isinstance(value, date):
        return day_words(value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_plain(part)}" for key, part in value.items()) or "empty"
    if isinstance(value, list):
        return ", ".join(_plain(part) for part in value) or "empty"
    return str(value)
