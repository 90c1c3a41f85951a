"""Boards: list, one board, changing it, its history."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone

from core.tables import Column, Row
from core.views import DetailPage, EditPage, HistoryPage, ListPage
from partnerships import queries
from partnerships.forms import BoardForm
from partnerships.models import Board
from partnerships.views.shell import InPartnershipPage, source_fact


class BoardList(InPartnershipPage, ListPage):
    """The partnership's boards."""

    model = Board

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Name, kind and what it answers to."""
        page = kwargs["page"]
        page.object_list = list(page.object_list.select_related("parent", "partnership"))
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
                for one in page
            ],
            noun="board" if kwargs["count"] == 1 else "boards",
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
                *source_fact(board),
            ],
            "seats": queries.seats_on(board, timezone.localdate()),
            "blocks": self.drawn_blocks(board),
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
