"""The Money page, the printed figures, and tables as files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.core.paginator import InvalidPage, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView, View

from core.blocks import BlockContext
from core.domain.money import pounds
from core.domain.words import NOT_STATED
from core.downloads import table_download
from core.tables import Column, Row
from funding import blocks, queries
from funding.domain.outlook import benefit_words
from funding.domain.printed import PrintedComparison
from funding.domain.qualifier import qualified
from funding.models import Phase
from funding.queries import Books, QuickBooks
from partnerships.domain.membership import MembershipState
from partnerships.queries import members_on
from partnerships.views.shell import InPartnershipPage

TABLES = {
    "position": blocks.PositionBlock(),
    "years": blocks.YearsBlock(),
    "sources": blocks.SourcesBlock(),
    "payers": blocks.PayersBlock(),
    "ahead": blocks.AheadBlock(),
    "cost": blocks.PhaseCostBlock(),
    "funding": blocks.PhaseFundingBlock(),
    "splits": blocks.SplitBlock(),
    "lines": blocks.LineSharesBlock(),
    "contributions": blocks.ContributionsBlock(),
    "transfers": blocks.TransfersBlock(),
    "spend": blocks.SpendBlock(),
}
PAGE_SIZE = 50
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

    def page_of(self, rows: Sequence[Any]) -> Any:
        """The page of a long table the address asks for, fifty rows at a time; 404 for one there is not."""
        try:
            return Paginator(rows, PAGE_SIZE).page(self.request.GET.get("page") or 1)
        except InvalidPage as missing:
            raise Http404("There is no such page of this table.") from missing


class Money(MoneyPage, TemplateView):
    """Cost and funding of every phase, what is over or short, and what each partner gives."""

    model = Phase
    template_name = "funding/money.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Each block's result is asked for once, from the same books."""
        context, books = self.block_context(), QuickBooks(self.partnership, self.request.user)
        position = queries.position(books)
        parts = queries.who_pays(books, position)
        contributions = blocks.standings(
            queries.sums_given(books), queries.transfers(books), self.money_url("partners/")
        )
        return super().get_context_data(**kwargs) | dict(
            title="Money",
            position=TABLES["position"].draw(context, blocks.shown(position)),
            years=TABLES["years"].draw(context, blocks.years(position)),
            sources=TABLES["sources"].draw(context, blocks.sources(position)),
            payers=blocks.Payers(parts).totals,
            payers_url=self.money_url("payers/"),
            ahead=TABLES["ahead"].draw(context, blocks.ahead(position, parts)),
            contributions=TABLES["contributions"].draw(context, contributions),
            contributions_url=self.money_url("contributions/"),
            transfers_url=self.money_url("transfers/"),
            spend=self._spend(books),
            splits=self._splits(books),
            savings=self._savings(books),
            actions=self._actions(),
            printed_url=self.money_url("printed/"),
            files=self.files(*(name for name in TABLES if name != "splits")),
            **self.shell(("Money", "")),
        )

    def _spend(self, books: Books) -> dict[str, Any]:
        """What is approved and spent of each phase; two sums, however long the ledger is."""
        sums = queries.spent_by_phase(books)
        return {
            "columns": [Column("Phase", "main"), Column("Approved", "num"), Column("Actual", "num")],
            "rows": [
                Row(
                    (
                        phase.name,
                        *("None" if amount is None else pounds(amount) for amount in sums[phase.pk]),
                    ),
                    self.money_url(f"{phase.reference}/spend/"),
                )
                for phase in books.phases
            ],
        }

    def _splits(self, books: Books) -> dict[str, Any]:
        return {
            "columns": [
                Column("Reference", "ref"),
                Column("Split", "main"),
                Column("State"),
                Column("Total", "num"),
            ],
            "rows": [
                Row(
                    (
                        split.reference,
                        split.name,
                        split.get_state_display(),
                        qualified(split.total, split.qualifier),
                    ),
                    self.money_url(f"splits/{split.reference}/"),
                )
                for split in books.splits
            ],
        }

    def _savings(self, books: Books) -> dict[str, Any]:
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
                        saving.reference,
                        saving.wording,
                        qualified(saving.amount, saving.qualifier),
                        saving.estimated_by or NOT_STATED,
                        saving.get_state_display(),
                        pounds(saving.realised) if saving.realised is not None else "",
                    )
                )
                for saving in books.savings
            ],
        }

    def _actions(self) -> list[tuple[str, str]]:
        """One permission decides both: who may add a phase may add a split of its cost."""
        if not self.request.user.has_perm("funding.add_phase", self.partnership):
            return []
        adds = (("Add a phase", "add/"), ("Add a split", "splits/add/"))
        return [(label, self.money_url(tail)) for label, tail in adds]


class WhoPays(MoneyPage, TemplateView):
    """Each party's share of the cost and the funding of each phase."""

    model = Phase
    template_name = "funding/payers.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The block a report draws."""
        books = QuickBooks(self.partnership, self.request.user)
        parts = queries.who_pays(books, queries.position(books))
        return super().get_context_data(**kwargs) | {
            "title": "Who pays which share",
            "payers": TABLES["payers"].draw(self.block_context(), blocks.Payers(parts)),
            "sentences": benefit_words(self._members(), parts) if parts else (),
            "files": self.files("payers"),
            **self.money_shell(("Who pays which share", "")),
        }

    def _members(self) -> list[tuple[str, str]]:
        """Name and code of every member today, without those that have withdrawn."""
        left = MembershipState.WITHDRAWN.label
        members = members_on(self.partnership, timezone.localdate())
        return [(member.name, member.code) for member in members if not member.state.startswith(left)]


class PrintedFigures(MoneyPage, TemplateView):
    """Every figure as papers printed it, beside the record, and what disagrees."""

    model = Phase
    template_name = "funding/printed.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
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
    return [_printed_row(comparison) for comparison in rows]


def _printed_row(comparison: PrintedComparison) -> Row:
    label = (
        f"{comparison.stated.label} ({comparison.stated.table})"
        if comparison.stated.table
        else comparison.stated.label
    )
    return Row(
        (comparison.stated.paragraph, label, comparison.printed, comparison.record, comparison.difference)
    )


class TableFile(MoneyPage, View):
    """One of the tables as CSV or XLSX, numbers as numbers."""

    model = Phase

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The file; 404 for an unknown table, 400 for an unknown filter."""
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
        return table_download(table, kind, f"{partnership.slug}-{name}-{context.today.isoformat()}")
