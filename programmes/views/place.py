"""What every page below an action, and every page below a round, shares."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from core.history import Labels
from partnerships.views import InPartnershipPage
from programmes.models import Action, Plan, Round, field_labels, words_of


class InActionPage(InPartnershipPage):
    """A page below an action: finds the action, and draws the way back to it."""

    def action(self) -> Action:
        """The action in the address, or 404."""
        rows = Action.objects.visible_to(self.request.user).filter(partnership=self.partnership)
        action: Action = get_object_or_404(
            rows.select_related("theme", "plan"), reference=self.kwargs["reference"]
        )
        action.partnership = self.partnership
        return action

    def labels(self) -> Labels:
        """Stages and confidences in the partnership's words."""
        return field_labels(words_of(self.partnership))

    def shell_of(self, action: Action, *crumbs: tuple[str, str]) -> dict[str, Any]:
        """The shell with the plan and the action in the breadcrumbs."""
        plan = ("Plan", reverse("programmes:plan", args=[self.partnership.slug]))
        own = action.get_absolute_url() if crumbs else ""
        return self.shell(plan, (action.reference, own), *crumbs)


class RoundPlace(InPartnershipPage):
    """A page of one plan's round of one quarter."""

    model = Round

    def plan(self) -> Plan:
        """The plan in the address, or 404."""
        rows = Plan.objects.live().visible_to(self.request.user).filter(partnership=self.partnership)
        plan: Plan = get_object_or_404(rows, reference=self.kwargs["plan"])
        plan.partnership = self.partnership
        return plan

    def row(self) -> Round:
        """The round in the address, or 404."""
        quarter, plan = self.kwargs["quarter"], self.plan()
        row: Round = get_object_or_404(
            self.rows().live(), plan=plan, year=quarter.year.start, quarter_number=quarter.number
        )
        row.plan = plan
        return row

    def shell_of(self, *crumbs: tuple[str, str]) -> dict[str, Any]:
        """The shell with the updates and the round in the breadcrumbs."""
        quarter, slug = self.kwargs["quarter"], self.partnership.slug
        updates = ("Updates", reverse("programmes:updates", args=[slug]))
        own = reverse("programmes:round", args=[slug, self.kwargs["plan"], quarter]) if crumbs else ""
        return self.shell(updates, (quarter.label, own), *crumbs)
