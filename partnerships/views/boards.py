"""Boards: list, one board, changing it, its history."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch
from django.urls import reverse
from django.utils import timezone

from core.domain.dated import Span
from core.domain.words import NOT_STATED, listed, sentence_case
from core.tables import Column, Row
from core.views import DetailPage, EditPage, HistoryPage, ListPage
from partnerships import queries
from partnerships.forms import AsAtFilter, BoardForm
from partnerships.models import Board, Strategy
from partnerships.views.as_at import as_at_lede, nothing_on
from partnerships.views.shell import InPartnershipPage, source_fact


class BoardList(InPartnershipPage, ListPage):
    """The partnership's boards: all it has or had, or those of the day in the address."""

    model = Board
    filter_form = AsAtFilter

    def filter_options(self) -> dict[str, Any]:
        """The day to show when none is asked for."""
        return {"today": timezone.localdate()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Name, kind, what it answers to and which strategies it owns."""
        page = kwargs["page"]
        live_strategies = Prefetch("strategies", Strategy.objects.live())
        page.object_list = list(
            page.object_list.select_related("parent", "partnership").prefetch_related(live_strategies)
        )
        return super().get_context_data(
            title="Boards",
            lede=as_at_lede("Boards", kwargs["filter_form"], self.partnership),
            chips=kwargs["filter_form"].chips(),
            query=kwargs["filter_form"].query(),
            clear_url=self.request.path,
            columns=[
                Column("Reference", "ref"),
                Column("Board", "main"),
                Column("Kind"),
                Column("Answers to"),
                Column("Strategies"),
            ],
            rows=[board_row(board) for board in page],
            empty=nothing_on(kwargs["filter_form"], "No boards yet. Boards are added in the admin."),
            **self.shell(("Boards", "")),
            **kwargs,
        )


def board_row(board: Board) -> Row:
    """One board of the list, with its strategies read."""
    cells = (
        board.reference,
        queries.known(board.name, board.inferred),
        board.get_kind_display(),
        board.parent or NOT_STATED,
        listed([str(strategy) for strategy in board.strategies.all()]) or "None recorded",
    )
    return Row(cells, board.get_absolute_url())


class BoardDetail(InPartnershipPage, DetailPage):
    """One board: seats, terms, history."""

    model = Board
    template_name = "partnerships/board.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The seats of today, vacancies shown as such."""
        context = super().get_context_data(**kwargs)
        board: Board = context["row"]
        board_url = board.get_absolute_url()
        actions = [("Change", f"{board_url}edit/")] if context["may_change"] else []
        return context | {
            "title": board.name,
            "reference": board.reference,
            "actions": actions,
            "facts": [
                ("Kind", board.get_kind_display()),
                ("Answers to", board.parent or NOT_STATED),
                ("In being", sentence_case(Span(board.effective_from, board.effective_to).wording)),
                ("Strategies it owns", "\n".join(map(str, board.strategies.live())) or "None recorded"),
                ("How often it meets", board.cadence or NOT_STATED),
                ("Quorum", board.quorum or NOT_STATED),
                ("Terms of reference", board.terms or NOT_STATED),
                *source_fact(board),
            ],
            "seats": queries.seats_on(board, timezone.localdate()),
            "blocks": self.drawn_blocks(board),
            "history_url": f"{board_url}history/",
            **self.shell(
                ("Boards", reverse("partnerships:boards", args=[self.partnership.slug])), (board.name, "")
            ),
        }


class BoardEdit(InPartnershipPage, EditPage):
    model = Board
    form_class = BoardForm

    def form_options(self, row: Any) -> dict[str, Any]:
        """Parents are boards of the same partnership."""
        return {"partnership": self.partnership}

    def context(self, row: Any, form: Any) -> dict[str, Any]:
        boards = ("Boards", reverse("partnerships:boards", args=[self.partnership.slug]))
        return super().context(row, form) | self.shell(
            boards, (row.name, row.get_absolute_url()), ("Change", "")
        )


class BoardHistory(InPartnershipPage, HistoryPage):
    model = Board

    def extra(self, row: Any) -> dict[str, Any]:
        boards = ("Boards", reverse("partnerships:boards", args=[self.partnership.slug]))
        return self.shell(boards, (row.name, row.get_absolute_url()), ("History", ""))
