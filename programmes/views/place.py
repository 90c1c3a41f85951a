"""What every page below an action shares."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from core.history import Labels
from partnerships.views import InPartnershipPage
from programmes.models import Action, field_labels, words_of


class InActionPage(InPartnershipPage):
    """A page below an action: finds the action, and draws the way back to it."""

    def action(self) -> Action:
        """The action in the address, or 404."""
        rows = Action.objects.visible_to(self.request.user).filter(partnership=self.partnership)
        found: Action = get_object_or_404(
            rows.select_related("theme", "plan"), reference=self.kwargs["reference"]
        )
        found.partnership = self.partnership
        return found

    def labels(self) -> Labels:
        """Stages and confidences in the partnership's words."""
        return field_labels(words_of(self.partnership))

    def shell_of(self, action: Action, *crumbs: tuple[str, str]) -> dict[str, Any]:
        """The shell with the plan and the action in the breadcrumbs."""
        plan = ("Plan", reverse("programmes:plan", args=[self.partnership.slug]))
        own = action.get_absolute_url() if crumbs else ""
        return self.shell(plan, (action.reference, own), *crumbs)
