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
                day_words(london_day(step.recorded)),
                step.reference,
                f"{step.state.label}{_condition(step.condition_met)}",
                day_stated(step.since),
                pounds(step.amount),
                step.decision or "No decision recorded",
                step.why,
            )
        )
        for step in steps
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
        organisation: Organisation | None = Organisation.objects.live().filter(code=code).first()
        takes_part = (
            organisation and self.partnership.memberships.live().filter(organisation=organisation).exists()
        )
        named = {share.organisation_id for shares in self.books.shares.values() for share in shares}
        named |= {contribution.organisation_id for contribution in self.books.contributions}
        if organisation is None or not (takes_part or organisation.pk in named):
            raise Http404("There is no such partner here.")
        return organisation

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Everything from the same books as Money itself."""
        partner, books = self.partner, self.books
        contributions = [
            contribution for contribution in queries.contributions(books) if contribution.code == partner.code
        ]
        entries = [
            transfer
            for transfer in queries.transfers(books)
            if partner.code in (transfer.payer_code, transfer.payee_code)
        ]
        rows = [
            contribution for contribution in books.contributions if contribution.organisation_id == partner.pk
        ]
        return super().get_context_data(**kwargs) | {
            "title": partner.name,
            "sentences": self._sentences(contributions, entries),
            "share_columns": SHARE_COLUMNS,
            "shares": self._shares(),
            "given_columns": GIVEN_COLUMNS,
            "given": [
                self._given_row(contribution, row)
                for contribution, row in zip(contributions, rows, strict=True)
            ],
            "entries": TABLES["transfers"].draw(self.block_context(), tuple(entries)) if entries else "",
            "step_columns": STEP_COLUMNS,
            "steps": step_rows(queries.steps_of(rows)),
            "blocks": self.drawn_blocks(partner),
            **self.money_shell((partner.name, "")),
        }

    def _sentences(self, contributions: list[Given], entries: list[Transferred]) -> list[str]:
        """What it comes to, each pound once."""
        standings = [
            standing for standing in by_partner(contributions, entries) if standing.code == self.partner.code
        ]
        if not standings:
            return ["No contribution is recorded."]
        standing = standings[0]
        bound = pounds(standing.committed + standing.received)
        sentences = [
            f"Committed: {bound}, of which {pounds(standing.received)} is received.",
            f"Agreed in principle only: {pounds(standing.in_principle)}. "
            f"Proposed: {pounds(standing.proposed)}.",
        ]
        if standing.balanced:
            way = "more" if standing.balanced > 0 else "less"
            sentences.append(f"Re-balancings and repayments make it {pounds(abs(standing.balanced))} {way}.")
        return sentences

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

    def _given_row(self, contribution: Given, row: Contribution) -> Row:
        return Row(
            (
                contribution.reference,
                contribution.phase,
                contribution.state.label,
                day_stated(contribution.since),
                contribution.decision or "No decision recorded",
                queries.condition_of(self.books, row),
                qualified(contribution.amount, row.qualifier),
            ),
            self.money_url(f"contributions/{contribution.reference}/"),
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
    """Add an entry under the next reference."""

    model = Transfer
    form_class = TransferForm

    def place(self) -> Any:
        return self.partnership

    def new(self) -> Transfer:
        return Transfer(partnership=self.partnership)

    def form_options(self, row: Any) -> dict[str, Any]:
        """Who may pay, be paid and decide."""
        return {"partnership": self.partnership}

    def save(self, form: Any) -> Transfer:
        return services.add_transfer(transfer=form.instance, by=self.request.user)

    def context(self, row: Any, form: Any) -> dict[str, Any]:
        list_crumb = ("Re-balancings and repayments", self.money_url("transfers/"))
        return {
            "form": form,
            "title": "Add a re-balancing or a repayment",
            "lede": "An entry is never changed. A wrong one is put right by an entry the other way.",
            "submit_label": "Add this entry",
            "cancel_url": list_crumb[1],
            **self.money_shell(list_crumb, ("Add an entry", "")),
        }
