"""The form of a kept view of the plan."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from core.forms import AuditedForm
from programmes.models import SavedView


class SavedViewForm(AuditedForm):
    """Its name, and whether everybody sees it."""

    change_reason = None  # type: ignore[assignment]

    class Meta:
        model = SavedView
        fields = ("name", "shared")
        labels = {"name": "Name of the view", "shared": "Everybody who reads the plan sees it"}


class NewSavedViewForm(SavedViewForm):
    """A new one. ``filters`` is the bound filter form of the address the view was saved from."""

    def __init__(self, *args: Any, filters: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.filters = filters
        self.instance.query = filters.query().removesuffix("&")

    def clean(self) -> dict[str, Any]:
        """A view is a list that exists: filters nobody knows are not kept."""
        cleaned = super().clean()
        if not self.filters.is_valid():
            raise ValidationError("These filters are none the plan has. Open the list and save it again.")
        return cleaned
