"""The Money page, the printed figures, and tables as files."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView, View

from core.blocks import BlockContext
from core.domain.money import pounds
from core.domain.words import NOT_STATED
from core.tables import Column, Row
from core.transfer import file_of
from funding import blocks, queries
from funding.domain.printed import Beside
from funding.domain.qualifier import qualified
from funding.models import Phase
from funding.queries import Books
from partnerships.views.shell import InPartnershipPage

TABLES = {
    "position": blocks.PositionBlock(),
    "cost": blocks.PhaseCostBlock(),
    "funding": blocks.PhaseFundingBlock(),
    "splits": blocks.SplitBlock(),
    "contributions": blocks.ContributionsBlock(),
}
ASKED_FOR = {"phase", "option", "split"}


class MoneyPage(InPartnershipPage):
    """What every page here shares: the books, opened once, and the way back to Money."""

    @cached_property
    def books(self) -> Books:
        """The partnership's money as the user reaches it."""
        return Books(self.partnership, self.request.user)

    def block_context(self, **params: Any) -> BlockContext:
        """What a block on this page is drawn for."""
        return BlockContext(
            partnership=self.partnership,
            viewer=self.request.user,
            today=timezone.localdate(),
            params=params,
        )

    def money_url(self, tail: str = "") -> str:
        """The address of Money, or of something below it."""
        return reverse("funding:money", args=[self.partnership.slug]) + tail

    def money_shell(self, *crumbs: tuple[str, str]) -> dict[str, Any]:
        """The partnership's shell, with Money among the breadcrumbs."""
        return self.shell(("Money", self.money_url()), *crumbs)

    def edits_money(self, model: str) -> bool:
        """Whether the user may change such rows in this partnership; asks no row."""
        user = self.request.user
        return bool(user.has_perm(f"funding.change_{model}", self.partnership))

    def files(self, *names: str, query: str = "") -> list[tuple[str, str, str]]:
        """Tables as files: what is in them, and the addresses of CSV and XLSX."""
        base = self.money_url("tables/")
        return [
            (TABLES[name].title, f"{base}{name}.csv{query}", f"{base}{name}.xlsx{query}") for name in names
        ]


class Money(MoneyPage, TemplateView):
    """Cost and funding of every phase, what is over or short, and what each partner gives."""

    model = Phase
    template_name = "funding/money.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Each block's result is asked for once, from the same books."""
        context, books = self.block_context(), self.books
        position = blocks.shown(queries.position(books))
        contributions = blocks.standings(queries.contributions(books))
        return super().get_context_data(**kwargs) | dict(
            title="Money",
            position=TABLES["position"].draw(context, position),
            contributions=TABLES["contributions"].draw(context, contributions),
            contributions_url=self.money_url("contributions/"),
            splits=self._splits(),
            savings=self._savings(),
            actions=self._actions(),
            printed_url=self.money_url("printed/"),
            files=self.files("position", "cost", "funding", "contributions"),
            **self.shell(("Money", "")),
        )

    def _splits(self) -> dict[str, Any]:
        return {
            "columns": [
                Column("Reference", "ref"),
                Column("Split", "main"),
                Column("State"),
                Column("Total", "num"),
            ],
            "rows": [
                Row(
                    (one.reference, one.name, one.get_state_display(), qualified(one.total, one.qualifier)),
                    self.money_url(f"splits/{one.reference}/"),
                )
                for one in self.books.splits
            ],
        }

    def _savings(self) -> dict[str, Any]:
        return {
            "columns": [
                Column("Reference", "ref"),
                Column("What is saved", "main"),
                Column("As estimated", "num"),
                Column("Where the estimate comes from"),
                Column("State"),
                Column("Realised", "num"),
            ],
            "rows": [
                Row(
                    (
                        one.reference,
                        one.wording,
                        qualified(one.amount, one.qualifier),
                        one.estimated_by or NOT_STATED,
                        one.get_state_display(),
                        pounds(one.realised) if one.realised is not None else "",
                    )
                )
                for one in self.books.savings
            ],
        }

    def _actions(self) -> list[tuple[str, str]]:
        adds = (("phase", "Add a phase", "add/"), ("split", "Add a split", "splits/add/"))
        user = self.request.user
        return [
            (label, self.money_url(tail))
            for model, label, tail in adds
            if user.has_perm(f"funding.add_{model}", self.partnership)
        ]


class PrintedFigures(MoneyPage, TemplateView):
    """Every figure as papers printed it, beside the record, and what disagrees."""

    model = Phase
    template_name = "funding/printed.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """By paper."""
        papers = [
            {
                "paper": paper,
                "findings": queries.findings_in(self.books, paper),
                "rows": printed_rows(rows),
            }
            for paper, rows in queries.printed_by_paper(self.books)
        ]
        return super().get_context_data(**kwargs) | dict(
            title="As printed",
            papers=papers,
            columns=PRINTED_COLUMNS,
            **self.money_shell(("As printed", "")),
        )


PRINTED_COLUMNS = [
    Column("Paragraph", "ref"),
    Column("What", "main"),
    Column("As printed"),
    Column("As the record computes"),
    Column("Difference"),
]


def printed_rows(rows: Any) -> list[Row]:
    """Printed figures as rows of a table."""
    return [_printed_row(one) for one in rows]


def _printed_row(one: Beside) -> Row:
    what = f"{one.stated.label} ({one.stated.table})" if one.stated.table else one.stated.label
    return Row((one.stated.paragraph, what, one.printed, one.record, one.difference))


class TableFile(MoneyPage, View):
    """One of the tables as CSV or XLSX, numbers as numbers."""

    model = Phase

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The file; 404 for a table that is not, 400 for a filter that is none."""
        name, kind = self.kwargs["name"], self.kwargs["kind"]
        if name not in TABLES:
            raise Http404("There is no such table.")
        if set(request.GET) - ASKED_FOR:
            raise SuspiciousOperation("This table can be asked for by phase, option or split only.")
        partnership = self.partnership
        if not request.user.has_perm("funding.export_phase"):
            raise PermissionDenied("You can read these tables but not take them away as files.")
        context = self.block_context(**request.GET.dict())
        block = TABLES[name]
        table = block.table(block.result(context))
        assert table is not None, "every block named above has a table"
        content, media_type = file_of(table, kind)
        file_name = f"{partnership.slug}-{name}-{context.today.isoformat()}.{kind}"
        headers = {"Content-Disposition": f'attachment; filename="{file_name}"'}
        return HttpResponse(content, content_type=media_type, headers=headers)
