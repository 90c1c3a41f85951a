"""A partner's own page: my share, my commitments, what I said when; and what partners pay each other."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import Http404
from django.views.generic import TemplateView

from core.domain.moments import london_day
from core.domain.money import pounds
from core.domain.words import day_stated, day_words
from core.tables import Column, Row
from core.views import AddPage
from funding import queries, services
from funding.domain.contribution import Given, Step, by_partner
from funding.domain.qualifier import qualified
from funding.domain.transfer import Transferred
from funding.forms import TransferForm
from funding.models import Contribution, Transfer
from funding.views.money import TABLES, MoneyPage
from partnerships.models import Organisation

SHARE_COLUMNS = [
    Column("Split", "main"),
    Column("Basis"),
    Column("Share", "num"),
    Column("Of the total", "num"),
]
GIVEN_COLUMNS = [
    Column("Reference", "ref"),
    Column("For", "main"),
    Column("How far it has come"),
    Column("Since", "date"),
    Column("Decision"),
    Column("Condition"),
    Column("Amount", "num"),
]
STEP_COLUMNS = [
    Column("Recorded on", "date"),
    Column("Contribution", "main"),
    Column("What was said"),
    Column("Since", "date"),
    Column("Amount", "num"),
    Column("Decision"),
    Column("Why"),
]


def step_rows(steps: tuple[Step, ...]) -> list[Row]:
    """Steps as rows of a table."""
    return [
        Row(
            (
                day_words(london_day(one.recorded)),
                one.reference,
                f"{one.state.label}{_condition(one.condition_met)}",
                day_stated(one.since),
                pounds(one.amount),
                one.decision or "No decision recorded",
                one.why,
            )
        )
        for one in steps
    ]


def _condition(met: bool | None) -> str:
    return {True: ", condition met", False: ", condition not met", None: ""}[met]


class PartnerMoney(MoneyPage, TemplateView):
    """What one partner pays, has promised and has said, over all phases."""

    model = Contribution
    template_name = "funding/partner.html"

    @cached_property
    def partner(self) -> Organisation:
        """The body in the address, when it takes part in the partnership or in its money; else 404."""
        code = self.kwargs["code"]
        found: Organisation | None = Organisation.objects.live().filter(code=code).first()
        takes_part = found and self.partnership.memberships.live().filter(organisation=found).exists()
        named = {share.organisation_id for shares in self.books.shares.values() for share in shares}
        named |= {one.organisation_id for one in self.books.contributions}
        if found is None or not (takes_part or found.pk in named):
            raise Http404("There is no such partner here.")
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Everything from the same books as Money itself."""
        partner, books = self.partner, self.books
        given = [one for one in queries.contributions(books) if one.code == partner.code]
        entries = [
            one for one in queries.transfers(books) if partner.code in (one.payer_code, one.payee_code)
        ]
        rows = [one for one in books.contributions if one.organisation_id == partner.pk]
        return super().get_context_data(**kwargs) | {
            "title": partner.name,
            "sentences": self._sentences(given, entries),
            "share_columns": SHARE_COLUMNS,
            "shares": self._shares(),
            "given_columns": GIVEN_COLUMNS,
            "given": [self._given_row(one, row) for one, row in zip(given, rows, strict=True)],
            "entries": TABLES["transfers"].draw(self.block_context(), tuple(entries)) if entries else "",
            "step_columns": STEP_COLUMNS,
            "steps": step_rows(queries.steps_of(rows)),
            "blocks": self.drawn_blocks(partner),
            **self.money_shell((partner.name, "")),
        }

    def _sentences(self, given: list[Given], entries: list[Transferred]) -> list[str]:
        """What it comes to, each pound once."""
        found = [one for one in by_partner(given, entries) if one.code == self.partner.code]
        if not found:
            return ["No contribution is recorded."]
        one = found[0]
        bound = pounds(one.committed + one.received)
        said = [
            f"Committed: {bound}, of which {pounds(one.received)} is received.",
            f"Agreed in principle only: {pounds(one.in_principle)}. Proposed: {pounds(one.proposed)}.",
        ]
        if one.balanced:
            way = "more" if one.balanced > 0 else "less"
            said.append(f"Re-balancings and repayments make it {pounds(abs(one.balanced))} {way}.")
        return said

    def _shares(self) -> list[Row]:
        return [
            Row(
                (
                    f"{split.name} ({split.state.lower()})",
                    share.basis,
                    pounds(share.amount),
                    share.share,
                ),
                self.money_url(f"splits/{split.reference}/"),
            )
            for split in queries.splits(self.books)
            for share in split.shares
            if share.code == self.partner.code
        ]

    def _given_row(self, one: Given, row: Contribution) -> Row:
        return Row(
            (
                one.reference,
                one.phase,
                one.state.label,
                day_stated(one.since),
                one.decision or "No decision recorded",
                queries.condition_of(self.books, row),
                qualified(one.amount, row.qualifier),
            ),
            self.money_url(f"contributions/{one.reference}/"),
        )


class Transfers(MoneyPage, TemplateView):
    """Every re-balancing and repayment. Nothing here is ever changed."""

    model = Transfer
    template_name = "funding/transfers.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The block a report draws."""
        may_add = self.request.user.has_perm("funding.add_transfer", self.partnership)
        return super().get_context_data(**kwargs) | {
            "title": "Re-balancings and repayments",
            "entries": TABLES["transfers"].draw(self.block_context(), queries.transfers(self.books)),
            "actions": [("Add an entry", self.money_url("transfers/add/"))] if may_add else [],
            **self.money_shell(("Re-balancings and repayments", "")),
        }


class TransferAdd(MoneyPage, AddPage):
    """Add an entry; its reference is drawn."""

    model = Transfer
    form_class = TransferForm

    def place(self) -> Any:
        """In this partnership."""
        return self.partnership

    def new(self) -> Transfer:
        """An entry of this partnership."""
        return Transfer(partnership=self.partnership)

    def form_options(self, row: Any) -> dict[str, Any]:
        """Who may pay, be paid and decide."""
        return {"partnership": self.partnership}

    def save(self, form: Any) -> Transfer:
        """Under the next reference."""
        return services.add_transfer(transfer=form.instance, by=self.request.user)

    def context(self, row: Any, form: Any) -> dict[str, Any]:
        """Inside the partnership's shell."""
        every = ("Re-balancings and repayments", self.money_url("transfers/"))
        return {
            "form": form,
            "title": "Add a re-balancing or a repayment",
            "lede": "An entry is never changed. A wrong one is put right by an entry the other way.",
            "submit_label": "Add this entry",
            "cancel_url": every[1],
            **self.money_shell(every, ("Add an entry", "")),
        }
