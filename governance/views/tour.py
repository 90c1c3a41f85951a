"""The two-minute tour of the demonstration. Where that is not loaded, there is no such page."""

from __future__ import annotations

from typing import Any

from django.views.generic import TemplateView

from core import seeding
from core.demonstration import DemonstrationView
from core.permissions import Role
from governance.queries import tour as queries
from governance.queries.tour import Stop


class Tour(DemonstrationView, TemplateView):
    """Four stops, each a sentence and a link; a button where the link is for somebody else."""

    template_name = "governance/tour.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The stops as the visitor can reach them."""
        found = queries.stops(seeding.email_of(Role.OFFICER))
        return super().get_context_data(**kwargs) | {
            "title": "Two-minute tour",
            "stops": [(one, self.opens(one)) for one in found],
        }

    def opens(self, stop: Stop) -> bool:
        """Whether the link is the visitor's own: of the others a button makes them who can open it.

        Everybody who has signed in reads the plan and the papers; the draft is the officer's alone.
        """
        user = self.request.user
        if stop.role is None:
            return True
        if stop.role is Role.OFFICER:
            return user.is_authenticated and user.email == seeding.email_of(Role.OFFICER)
        return user.is_authenticated
