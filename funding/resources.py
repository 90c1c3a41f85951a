"""Spreadsheets that need more than their card says."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from core.models import AuditedModel
from core.transfer import resource_for
from funding.models import Split


class SplitResource(resource_for(Split)):  # type: ignore[misc]
    """A row of a spreadsheet has no shares, so it may change a split that has them but start none."""

    def before_save_instance(self, instance: AuditedModel, row: Any, **kwargs: Any) -> None:
        """Refuse what could only be half a split."""
        super().before_save_instance(instance, row, **kwargs)
        if instance._state.adding:
            raise ValidationError(
                f"There is no split {row.get('reference') or 'with an empty reference'} here. "
                "Add a new split on its page, together with its shares."
            )
