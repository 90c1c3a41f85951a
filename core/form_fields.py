"""Form fields of our own: a date as people say it, an amount of money, an exact number."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from core.domain.money import parse_money
from core.domain.numbers import parse_decimal, plain_decimal, whole_number
from core.domain.windows import DateWindow, parse_window


class WindowField(forms.CharField):
    """Takes "30 June 2026", "June 2026" or "Q2 2026/27"; gives a DateWindow, or None when empty."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", "For example, 30 June 2026, June 2026 or Q2 2026/27.")
        options.setdefault("max_length", 60)
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        """What was typed, or the window's own wording."""
        return value.wording if isinstance(value, DateWindow) else value

    def to_python(self, value: Any) -> Any:
        """The window; a sentence when the words are not a date."""
        if isinstance(value, DateWindow):
            return value  # a disabled field hands back what the row holds, whatever its wording
        text = super().to_python(value) or ""
        if not text:
            return None
        try:
            return parse_window(text)
        except ValueError as reason:
            raise ValidationError(str(reason), code="date") from reason

    def run_validators(self, value: Any) -> None:
        """The length was checked as text; a window has no length."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compared as wording, so an untouched date is not a change."""
        return (self.prepare_value(initial) or "") != (data or "").strip()


class NumberField(forms.CharField):
    """A number as people write it, read by ``parse``; gives an exact Decimal, or None when empty."""

    code = "number"

    def parse(self, text: str) -> Decimal:
        """What the words say; ValueError with a sentence when they are no such number."""
        return parse_decimal(text)

    def to_python(self, value: Any) -> Any:
        """The number; a sentence when the words are none."""
        if isinstance(value, Decimal):
            return value
        text = super().to_python(value) or ""
        if not text:
            return None
        try:
            return self.parse(text)
        except ValueError as reason:
            raise ValidationError(str(reason), code=self.code) from reason

    def run_validators(self, value: Any) -> None:
        """A number has no length."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compared as numbers, so that 70161.50 and £70,161.5 are the same."""
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True


class MoneyField(NumberField):
    """Takes "£70,161.50" or "70161.5": pounds."""

    code = "money"

    def parse(self, text: str) -> Decimal:
        """Pounds and pence. Raises ValueError with a sentence for anything else."""
        return parse_money(text)


class ExactField(NumberField):
    """Takes "58.5" or "1,204".

    A column with fewer places or digits refuses what it cannot hold, in its own words.
    """

    def prepare_value(self, value: Any) -> Any:
        """What was typed, or the number without noughts nobody measured."""
        return plain_decimal(value) if isinstance(value, Decimal) else value


class RowsField(forms.ModelMultipleChoiceField):
    """Several rows ticked in a list. A number too long for any row is no row, on every database."""

    def clean(self, value: Any) -> Any:
        """The rows; Django's sentence for one that is not in the list."""
        for key in value or ():
            if whole_number(key) is None:
                raise ValidationError(
                    self.error_messages["invalid_pk_value"], "invalid_pk_value", {"pk": key}
                )
        return super().clean(value)
