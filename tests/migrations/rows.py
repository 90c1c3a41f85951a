"""Rows as text, written down from the models of one state and inserted by those of another."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

OURS = ("core", "partnerships", "programmes", "funding", "governance")
# Each written down by tests.migrations: {"migrations": {app: its last one}, "rows": Rows}.
STATES = sorted(Path(__file__).parent.glob("*.json"))

# {label of a model: its rows, each {column: its value as text or, of a JSON column, as it is; None for none}}
Rows = Mapping[str, list[dict[str, Any]]]


def models_of(apps: Any) -> Iterator[Any]:
    """Every model of ours in a registry, the tables between two models included."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label in OURS and model._meta.managed and not model._meta.proxy:
            yield model


def columns_of(model: Any) -> list[Any]:
    """The columns that are written; those the database works out are not."""
    return [field for field in model._meta.concrete_fields if not field.generated]


def rows_of(apps: Any) -> Rows:
    """Every row of ours in the database, as the models of that registry see it."""
    return {
        model._meta.label: [
            {field.attname: _text(field, row) for field in columns_of(model)}
            for row in model._base_manager.order_by("pk")
        ]
        for model in models_of(apps)
    }


def written_down(apps: Any, migrations: Mapping[str, str]) -> str:
    """A state as JSON: the last migration of each app, and every row."""
    state = {"migrations": dict(migrations), "rows": rows_of(apps)}
    return json.dumps(state, indent=1, ensure_ascii=False) + "\n"


def _text(field: Any, row: Any) -> Any:
    value = field.value_from_object(row)
    return None if value is None else field.value_to_string(row)


def insert(apps: Any, rows: Rows) -> None:
    """Insert the rows with the models of that registry, in one transaction of the caller's: rings are allowed."""
    for label, kept in rows.items():
        model = apps.get_model(label)
        fields = {field.attname: field for field in columns_of(model)}
        model._base_manager.bulk_create(
            [
                model(
                    **{
                        name: None if text is None else fields[name].to_python(text)
                        for name, text in row.items()
                    }
                )
                for row in kept
            ]
        )
