"""Pages of partnerships, their boards and members."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView

from core.models import TrackedQuerySet
from core.tables import Column, Row
from core.views import DetailPage, EditPage, HistoryPage, ListPage, Reached
from partnerships import queries
from partnerships.forms import BoardForm
from partnerships.models import Board, Partnership


@dataclass(frozen=True)
class SideItem:
    """One line of a partnership's side navigation."""

    label: str
    url: str
    current: bool = False


SIDE = (
    ("Overview", ""),
    ("Dashboard", "dashboard/"),
    ("Plan", "plan/"),
    ("Updates", "updates/"),
    ("Money", "money/"),
    ("Risks", "risks/"),
    ("Decisions", "decisions/"),
    ("Reports", "reports/"),
    ("Boards", "boards/"),
    ("Partners", "partners/"),
)


def side_items(partnership: Partnership, path: str) -> list[SideItem]:
    """The side navigation. The apps above own most of these addresses, so they are spelt, not reversed."""
    base = f"/p/{partnership.slug}/"
    return [
        SideItem(label, base + tail, path == base if not tail else path.startswith(base + tail))
        for label, tail in SIDE
    ]


class InPartnershipPage(Reached):
    """A page below /p/<partnership>/: finds the partnership, narrows rows to it, draws its shell."""

    nav = "partnerships"

    @cached_property
    def partnership(self) -> Partnership:
        """The partnership in the address, or 404 when the user does not reach it."""
        reached = Partnership.objects.live().visible_to(self.request.user)
        found: Partnership = get_object_or_404(reached, slug=self.kwargs["partnership"])
        return found

    def rows(self) -> TrackedQuerySet:
        """The rows of this partnership in reach."""
        return super().rows().filter(**{self.model.card.scope or "partnership": self.partnership})

    def shell(self, *crumbs: tuple[str, str]) -> dict[str, Any]:
        """What base.html needs: partnership, side navigation, breadcrumbs."""
        home = (str(self.partnership), self.partnership.get_absolute_url())
        return {
            "partnership": self.partnership,
            "side_items": side_items(self.partnership, self.request.path),
            "crumbs": [("Partnerships", reverse("partnerships:list")), home, *crumbs],
            "nav": self.nav,
        }


class PartnershipList(ListPage):
    """The partnerships the user reaches."""

    model = Partnership

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Grouped as invented and from papers by a column, so that nobody mistakes one for the other."""
        page = kwargs["page"]
        return super().get_context_data(
            title="Partnerships",
            nav="partnerships",
            columns=[Column("Partnership", "main"), Column("What it is"), Column("Kind of record")],
            rows=[
                Row(
                    (one.name, one.summary, "Invented example" if one.invented else "Real"),
                    one.get_absolute_url(),
                )
                for one in page
            ],
            empty={"text": "You reach no partnership yet. Ask whoever runs yours to invite you."},
            **kwargs,
        )


class Overview(InPartnershipPage, TemplateView):
    """What the partnership is, who is in it, what it calls itself."""

    model = Partnership
    template_name = "partnerships/overview.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Facts, members on today's date, statements and brands."""
        one, today = self.partnership, timezone.localdate()
        return super().get_context_data(
            title=one.name,
            members=queries.members_on(one, today),
            hosts=one.hosts.live().select_related("organisation"),
            brands=one.brands.live(),
            statements=one.statements.live(),
            theme_sets=one.theme_sets.live().prefetch_related("themes"),
            today=today,
            **self.shell(),
            **kwargs,
        )


class Partners(InPartnershipPage, TemplateView):
    """Who is in, as what, today."""

    model = Partnership
    template_name = "partnerships/partners.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Members with their standing."""
        return super().get_context_data(
            title="Partners",
            members=queries.members_on(self.partnership, timezone.localdate()),
            **self.shell(("Partners", "")),
            **kwargs,
        )


class BoardList(InPartnershipPage, ListPage):
    """The partnership's boards."""

    model = Board

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Name, kind and what it answers to."""
        return super().get_context_data(
            title="Boards",
            columns=[
                Column("Reference", "ref"),
                Column("Board", "main"),
                Column("Kind"),
                Column("Answers to"),
            ],
            rows=[
                Row(
                    (one.reference, one.name, one.get_kind_display(), one.parent or "Not stated"),
                    one.get_absolute_url(),
                )
                for one in kwargs["page"].object_list.select_related("parent", "partnership")
            ],
            empty={"text": "No boards yet. Boards are added in the admin."},
            **self.shell(("Boards", "")),
            **kwargs,
        )


class BoardDetail(InPartnershipPage, DetailPage):
    """One board: seats, terms, history."""

    model = Board
    template_name = "partnerships/board.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The seats of today, vacancies shown as such."""
        context = super().get_context_data(**kwargs)
        board: Board = context["row"]
        here = board.get_absolute_url()
        actions = [("Change", f"{here}edit/")] if context["may_change"] else []
        return context | {
            "title": board.name,
            "reference": board.reference,
            "actions": actions,
            "facts": [
                ("Kind", board.get_kind_display()),
                ("Answers to", board.parent or "Not stated"),
                ("How often it meets", board.cadence or "Not stated"),
                ("Quorum", board.quorum or "Not stated"),
                ("Terms of reference", board.terms or "Not stated"),
                ("Where this comes from", board.source or "Not stated"),
            ],
            "seats": queries.seats_on(board, timezone.localdate()),
            "history_url": f"{here}history/",
            **self.shell(
                ("Boards", reverse("partnerships:boards", args=[self.partnership.slug])), (board.name, "")
            ),
        }


class BoardEdit(InPartnershipPage, EditPage):
    """Change a board."""

    model = Board
    form_class = BoardForm

    def form_options(self, row: Any) -> dict[str, Any]:
        """Parents are boards of the same partnership."""
        return {"partnership": self.partnership}

    def context(self, row: Any, form: Any) -> dict[str, Any]:
        """Inside the partnership's shell."""
        boards = ("Boards", reverse("partnerships:boards", args=[self.partnership.slug]))
        return super().context(row, form) | self.shell(
            boards, (row.name, row.get_absolute_url()), ("Change", "")
        )


class BoardHistory(InPartnershipPage, HistoryPage):
    """A board's history."""

    model = Board

    def extra(self, row: Any) -> dict[str, Any]:
        """Inside the partnership's shell."""
        boards = ("Boards", reverse("partnerships:boards", args=[self.partnership.slug]))
        return self.shell(boards, (row.name, row.get_absolute_url()), ("History", ""))
