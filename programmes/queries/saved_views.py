"""The views of a plan that somebody may choose from."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from partnerships.models import Partnership
from programmes.models import SavedView


def saved_views(partnership: Partnership, user: Any) -> list[SavedView]:
    """The user's own and everybody's shared ones, by name. One query.

    The one place where a shared view is read by others than its keeper: it holds no more than filters.
    """
    rows = SavedView.objects.live().filter(partnership=partnership)
    views = list(rows.filter(Q(shared=True) | Q(owner=user.pk)).order_by("name", "reference"))
    for view in views:
        view.partnership = partnership
    return views
