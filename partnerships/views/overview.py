"""The list of partnerships, one at a glance, and who is in it."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch
from django.utils import timezone
from django.views.generic import TemplateView

from core.domain.words import plural
from core.tables import Column, Row
from core.views import ListPage
from partnerships import queries
from partnerships.models import Partnership, Statement, Theme
from partnerships.views.shell import InPartnershipPage


class PartnershipList(ListPage):
    """The partnerships the user reaches."""

    model = Partnership
    template_name = "partnerships/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Grouped as invented and from papers, so that nobody mistakes one for the other."""
        groups = queries.by_origin(list(kwargs["page"]), lambda one: one.invented)
        return super().get_context_data(
            title="Partnerships",
            nav="partnerships",
            columns=[Column("Partnership", "main"), Column("What it is")],
            groups=[
                (f"list-{place}", heading, [_row(one) for one in group])
                for place, (heading, group) in enumerate(groups, start=1)
            ],
            empty={"text": "You reach no partnership yet. Ask whoever runs yours to invite you."},
            **kwargs,
        )


def _row(one: Partnership) -> Row:
    return Row((one.name, one.summary), one.get_absolute_url())


class Overview(InPartnershipPage, TemplateView):
    """What the partnership is, who is in it, what it calls itself."""

    model = Partnership
    template_name = "partnerships/overview.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Facts, members on today's date, statements and brands."""
        one, today = self.partnership, timezone.localdate()
        return super().get_context_data(**kwargs) | {
            "title": one.name,
            "members": queries.members_on(one, today),
            "hosts": one.hosts.live().select_related("organisation"),
            "brands": one.brands.live(),
            "statements": stated(one),
            "theme_sets": one.theme_sets.live().prefetch_related(Prefetch("themes", Theme.objects.live())),
            "today": today,
            "blocks": [block for block in self.drawn_blocks(one) if block["body"].strip()],
            **self.shell(),
        }


def stated(partnership: Partnership) -> list[tuple[str, list[Statement]]]:
    """What it says it stands for, by kind, goals first. One query."""
    found = list(partnership.statements.live())
    groups = [(kind, [one for one in found if one.kind == kind]) for kind in Statement.Kind]
    return [(plural(kind.label) if len(ones) > 1 else kind.label, ones) for kind, ones in groups if ones]


class Partners(InPartnershipPage, TemplateView):
    """Who is in, as what, today."""

    model = Partnership
    template_name = "partnerships/partners.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Members with their standing."""
        return super().get_context_data(**kwargs) | {
            "title": "Partners",
            "members": queries.members_on(self.partnership, timezone.localdate()),
            **self.shell(("Partners", "")),
        }
