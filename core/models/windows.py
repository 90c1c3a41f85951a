"""A date as people say it: three columns behind one attribute."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from core.domain.windows import DateWindow
from core.domain.words import day_words, sentence_case

PARTS = ("first", "last", "wording")


class WindowColumns:
    """Puts ``<name>_first``, ``<name>_last`` and ``<name>_wording`` on a model, read and set as a DateWindow.

    The papers say "July to August 2021" and "Q2 2024/25": the first and last day make it comparable,
    the wording is what people see. The columns are plain ones, so filters and history use them as they are.
    """

    def __init__(self, label: str, *, blank: bool = True) -> None:
        self.label = label
        self.blank = blank
        self.name = ""

    @property
    def short_description(self) -> str:
        """The label, by the name the admin asks for."""
        return sentence_case(self.label)

    def contribute_to_class(self, cls: type[models.Model], name: str) -> None:
        """Add the three columns to the model, and this object as the attribute."""
        self.name = name
        empty: Any = {"null": self.blank, "blank": self.blank}
        cls.add_to_class(f"{name}_first", models.DateField(f"{self.label}: first day", **empty))
        cls.add_to_class(f"{name}_last", models.DateField(f"{self.label}: last day", **empty))
        cls.add_to_class(
            f"{name}_wording", models.CharField(f"{self.label}", max_length=60, blank=self.blank)
        )
        windows = dict(getattr(cls, "windows", {}))
        windows[name] = self
        cls.windows = windows  # type: ignore[attr-defined]
        setattr(cls, name, self)

    def __get__(self, instance: Any, owner: type[Any] | None = None) -> Any:
        if instance is None:
            return self
        first = getattr(instance, f"{self.name}_first")
        last = getattr(instance, f"{self.name}_last")
        if first is None or last is None:
            return None
        return DateWindow(first, last, getattr(instance, f"{self.name}_wording"))

    def __set__(self, instance: Any, window: DateWindow | None) -> None:
        setattr(instance, f"{self.name}_first", window.first if window else None)
        setattr(instance, f"{self.name}_last", window.last if window else None)
        setattr(instance, f"{self.name}_wording", window.wording if window else "")


def window_columns(*names: str) -> tuple[str, ...]:
    """The columns of these windows, for a query that asks for plain values."""
    return tuple(f"{name}_{part}" for name in names for part in PARTS)


def check_windows(row: models.Model) -> None:
    """Raise ValidationError for a date whose three columns do not belong together.

    A form with one field for the whole date cannot get this wrong; the admin and imports show the columns.
    """
    wrong: dict[str, str] = {}
    for name in getattr(row, "windows", {}):
        first, last, wording = (getattr(row, f"{name}_{part}") for part in PARTS)
        if (first is None) != (last is None):
            missing = "first" if first is None else "last"
            wrong[f"{name}_{missing}"] = (
                "Give both the first and the last day, or neither. A single day is both."
            )
        elif first and last and last < first:
            wrong[f"{name}_last"] = f"The last day must be on or after {day_words(first)}."
        elif first and not wording.strip():
            wrong[f"{name}_wording"] = (
                "Say the date in words too, for example June 2026: people see the words."
            )
    if wrong:
        raise ValidationError(wrong)
