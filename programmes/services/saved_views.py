"""Keeping a view of the plan."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from core import services as kernel
from core.change import change
from programmes.models import SavedView


@transaction.atomic
def save_view(*, view: SavedView, by: Any) -> SavedView:
    """Save a new view under the next reference ("V-01"); ``by`` keeps it. Raises ValidationError."""
    view.owner = by
    view.reference = kernel.next_reference(view.partnership.slug, "V")
    with change(by=by):
        view.full_clean()
        view.save()
    return view
