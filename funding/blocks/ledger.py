"""Blocks about the ledger: what each partner gives, and what partners pay each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.blocks import Block, BlockContext, Figure, Table, register
from funding import queries
from funding.blocks.found import figure, opened
from funding.domain.contribution import ContributionStanding, Given, by_partner, standing
from funding.domain.transfer import Transferred


@dataclass(frozen=True)
class ContributionsShown:
    """What each partner gives, the sum of all, and every contribution by itself.

    ``base_url`` is where the partners' own pages are, where they are linked to.
    """

    partners: tuple[ContributionStanding, ...]
    everyone: ContributionStanding
    contributions: tuple[Given, ...]
    transfers: tuple[Transferred, ...] = ()
    base_url: str = ""


@register
class ContributionsBlock(Block):
    """Contributions by partner, by how far each has come. In principle is not committed."""

    key = "funding.contributions"
    title = "Contributions by partner"
    template = "funding/blocks/contributions.html"

    def result(self, context: BlockContext) -> ContributionsShown:
        books = opened(context)
        return standings(queries.contributions(books), queries.transfers(books))

    def table(self, result: ContributionsShown) -> Table:
        """A row for every partner and a row of totals; what partners pay each other where they do."""
        moved = bool(result.transfers)
        moved_heading = ("Between partners (£)",) if moved else ()
        return Table(
            caption="Contributions by partner",
            headings=(
                "Partner",
                "Proposed (£)",
                "In principle (£)",
                "Committed (£)",
                "Received (£)",
                *moved_heading,
                "Total (£)",
            ),
            rows=tuple(_standing_row(partner, moved) for partner in result.partners),
            numeric=frozenset(range(1, 6 + moved)),
            total=_standing_row(result.everyone, moved),
            note=(
                "Each pound is counted once, under how far it has come. Invoiced counts as committed until "
                "it is received; withdrawn is left out."
            ),
        )

    def figures(self, result: ContributionsShown) -> Mapping[str, Figure]:
        """Committed and received, of each partner and of all."""
        figures = {}
        for partner in (*result.partners, result.everyone):
            figures[f"{partner.code}.committed"] = figure(partner.committed, f"{partner.name}: committed")
            figures[f"{partner.code}.received"] = figure(partner.received, f"{partner.name}: received")
            if partner.balanced:
                meaning = f"{partner.name}: re-balanced and repaid"
                figures[f"{partner.code}.balanced"] = figure(partner.balanced, meaning)
        return figures


def standings(
    contributions: Sequence[Given], moved: Sequence[Transferred], base_url: str = ""
) -> ContributionsShown:
    """Contributions added up by partner and over all, with what partners pay each other."""
    everyone = standing("All partners", "all", contributions)
    return ContributionsShown(
        by_partner(contributions, moved), everyone, tuple(contributions), tuple(moved), base_url
    )


def _standing_row(partner: ContributionStanding, moved: bool) -> tuple[str | Decimal, ...]:
    moved_cell = (partner.balanced,) if moved else ()
    return (
        partner.name,
        partner.proposed,
        partner.in_principle,
        partner.committed,
        partner.received,
        *moved_cell,
        partner.total,
    )


@register
class TransfersBlock(Block):
    """Re-balancings and repayments between partners, oldest first."""

    key = "funding.transfers"
    title = "Re-balancings and repayments"
    template = "funding/blocks/transfers.html"

    def result(self, context: BlockContext) -> tuple[Transferred, ...]:
        return queries.transfers(opened(context))

    def table(self, result: tuple[Transferred, ...]) -> Table:
        return Table(
            caption=self.title,
            headings=("Reference", "Kind", "Who pays", "Whom", "Amount (£)", "From", "Decision", "Why"),
            rows=tuple(
                (
                    transfer.reference,
                    transfer.kind.label,
                    transfer.payer,
                    transfer.payee,
                    transfer.amount,
                    transfer.on,
                    transfer.decision,
                    transfer.reason,
                )
                for transfer in result
            ),
            numeric=frozenset({4}),
        )
