"""What every page below a partnership shares: finding it, its side navigation, its blocks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from core.blocks import BlockContext, blocks_for
from core.models import AuditedModel, TrackedQuerySet
from core.scope import seen
from core.views import Reached
from partnerships.models import Partnership
from partnerships.queries import known


@dataclass(frozen=True)
class SideItem:
    """One line of a partnership's side navigation."""

    label: str
    url: str
    current: bool = False


SIDE = (
    ("Overview", ""),
    ("Dashboard", "dashboard/"),
    ("Progress report", "progress/"),
    ("Plan", "plan/"),
    ("Plan on a page", "plan-on-a-page/"),
    ("Updates", "updates/"),
    ("Measures", "measures/"),
    ("Money", "money/"),
    ("Risks", "risks/"),
    ("Assessments", "assessments/"),
    ("Decisions", "decisions/"),
    ("Reports", "reports/"),
    ("Themes", "themes/"),
    ("Boards", "boards/"),
    ("Partners", "partners/"),
    ("Agreements", "agreements/"),
)


def side_items(partnership: Partnership, path: str) -> list[SideItem]:
    """The side navigation. The apps above own most of these addresses, so they are spelled, not reversed."""
    base = f"/p/{partnership.slug}/"
    return [
        SideItem(label, base + tail, path == base if not tail else path.startswith(base + tail))
        for label, tail in SIDE
    ]


def admin_actions(user: Any, row: AuditedModel, may_change: bool) -> list[tuple[str, str]]:
    """The button to the row in the admin, for those who may change it there."""
    if not (may_change and user.is_staff):
        return []
    address = f"admin:{row._meta.app_label}_{row._meta.model_name}_change"
    return [("Change in the admin", reverse(address, args=[row.pk]))]


def source_fact(row: AuditedModel) -> list[tuple[str, str]]:
    """Where the row was read, for a list of facts; nothing for what was written here."""
    return [("Where this comes from", known(row.source, row.inferred))] if row.source else []


class InPartnershipPage(Reached):
    """A page below /p/<partnership>/: finds the partnership, narrows rows to it, draws its shell."""

    nav = "partnerships"

    @cached_property
    def partnership(self) -> Partnership:
        """The partnership in the address, or 404 when the user does not reach it."""
        reached = Partnership.objects.live().visible_to(self.request.user)
        partnership: Partnership = get_object_or_404(reached, slug=self.kwargs["partnership"])
        return partnership

    def in_reach(self, rows: TrackedQuerySet) -> TrackedQuerySet:
        """The rows of this partnership in reach."""
        in_partnership = rows.filter(**{self.model.card.scope or "partnership": self.partnership})
        reached: TrackedQuerySet = seen(in_partnership, self.request.user, self.partnership)
        return reached

    def shell(self, *crumbs: tuple[str, str]) -> dict[str, Any]:
        """What base.html needs: partnership, side navigation, breadcrumbs."""
        home = (str(self.partnership), self.partnership.get_absolute_url())
        return {
            "partnership": self.partnership,
            "side_items": side_items(self.partnership, self.request.path),
            "crumbs": [("Partnerships", reverse("partnerships:list")), home, *crumbs],
            "nav": self.nav,
        }

    def drawn_blocks(self, row: AuditedModel) -> list[dict[str, Any]]:
        """What the apps above have to say about the row, as core/detail.html shows it."""
        context = BlockContext(
            partnership=self.partnership, viewer=self.request.user, today=timezone.localdate(), subject=row
        )
        return [
            {"heading": block.title, "body": block.draw(context)} for block in blocks_for(row._meta.label)
        ]
