"""Filters of a list: a GET form whose every key is known, so that an address can be trusted and sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from core.domain.words import listed

PAGE = "page"


@dataclass(frozen=True)
class Chip:
    """A filter that is applied, and the same list without it."""

    label: str
    url: str


class FilterForm(forms.Form):
    """Subclass with fields that are all optional, and say in ``narrow`` what they mean.

    An address with a key that is no filter, or a value that is none of the choices, is refused in a
    sentence: a list that quietly ignored it would show something else than was asked for.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            field.conditional = True  # type: ignore[attr-defined]  # filters need not be called optional

    def clean(self) -> dict[str, Any]:
        """Every key is a filter or the page."""
        cleaned = super().clean() or self.cleaned_data
        unknown = sorted(set(self.data) - set(self.fields) - {PAGE})
        if unknown:
            names = listed([f"“{name[:40]}”" for name in unknown])
            raise ValidationError(
                f"This list has no filter called {names}. Choose from the filters below.", code="unknown"
            )
        return cleaned

    def narrow(self, rows: Any) -> Any:
        """The rows the filters leave."""
        raise NotImplementedError

    def chips(self) -> list[Chip]:
        """What is applied, each as a link that takes it off."""
        if not self.is_valid():
            return []
        return [
            Chip(f"{self.fields[name].label}: {self._said(name)}", f"?{self._without(name)}")
            for name in self.applied()
        ]

    def applied(self) -> list[str]:
        """The names of the filters that are set."""
        return [name for name in self.fields if self.data.get(name)]

    def query(self, without: str = PAGE) -> str:
        """The address's filters but the page and one other, encoded, ending in "&" when there are any."""
        kept = self._without(without)
        return f"{kept}&" if kept else ""

    def _said(self, name: str) -> str:
        choices = dict(getattr(self.fields[name], "choices", []))
        return str(choices.get(self.data[name], self.data[name]))

    def _without(self, name: str) -> str:
        kept = QueryDict(mutable=True)
        for key in self.fields:
            if key not in {name, PAGE} and self.data.get(key):
                kept[key] = self.data[key]
        return kept.urlencode()
