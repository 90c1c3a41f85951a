"""Blocks about parties: how an amount is split, and what each partner gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.text import slugify

from core.blocks import Block, BlockContext, Cell, Choice, Figure, Table, register
from funding import queries
from funding.blocks.found import Found, asked, figure, nothing_of, opened
from funding.domain.agreed_split import AgreedShare, AgreedSplit
from funding.domain.line_shares import LinesDivided
from funding.domain.phase_facts import PhaseCost
from funding.domain.position import percent_of

SHARE_HEADINGS = ("Split", "Party", "Basis", "Share (£)", "Of the total (%)")
RULE_HEADINGS = ("By the rule (£)", "Difference (£)")


@register
class SplitBlock(Block):
    """Shares with the rule's working. Params: split (a reference); without it every split."""

    key = "funding.split"
    title = "How an amount is split"
    template = "funding/blocks/split.html"

    def result(self, context: BlockContext) -> Found[AgreedSplit]:
        wanted = asked(context, "split")
        return Found(queries.splits(opened(context), wanted), nothing_of("split", wanted))

    def choices(self, context: BlockContext) -> Sequence[Choice]:
        return [Choice(split.name, {"split": split.reference}) for split in opened(context).splits]

    def table(self, result: Found[AgreedSplit]) -> Table:
        """A row for every share, beside what the rule gives where one departs; a single split's sum last."""
        departs = any(share.departure for split in result.items for share in split.shares)
        single_split = result.items[0] if len(result.items) == 1 else None
        total = (single_split.name, "Total", "", single_split.sum, None) if single_split else None
        return Table(
            caption=single_split.name if single_split else "Splits",
            headings=SHARE_HEADINGS + (RULE_HEADINGS if departs else ()),
            rows=tuple(_share_row(split, share, departs) for split in result.items for share in split.shares),
            numeric=frozenset({3, 4, 5, 6} if departs else {3, 4}),
            total=(*total, None, None) if total and departs else total,
            note=f"{single_split.rule} {single_split.sum_words}" if single_split else "",
        )

    def figures(self, result: Found[AgreedSplit]) -> Mapping[str, Figure]:
        """The total and every party's share."""
        figures = {}
        for split in result.items:
            figures[f"{split.reference}.total"] = figure(split.total, f"{split.name}: total")
            for share in split.shares:
                key = f"{split.reference}.{share.code}"
                figures[key] = figure(share.amount, f"{split.name}: {share.name}")
                if share.each is not None:
                    figures[f"{key}.each"] = figure(share.each, f"{split.name}: each of {share.name}")
        return figures


def _share_row(split: AgreedSplit, share: AgreedShare, departs: bool) -> tuple[Cell, ...]:
    percent = percent_of(share.amount, split.total) if split.total else None
    row = (split.name, share.party, share.basis, share.amount, percent)
    return (*row, share.by_rule, share.departure) if departs else row


@dataclass(frozen=True)
class PhaseShares:
    """A phase with its lines divided."""

    phase: PhaseCost
    divided: LinesDivided


@register
class LineSharesBlock(Block):
    """What each party pays of each line of a phase. Params: phase (a reference); without it every phase."""

    key = "funding.line_shares"
    title = "Who pays which line"
    template = "funding/blocks/line_shares.html"

    def result(self, context: BlockContext) -> Found[PhaseShares]:
        """The phase asked for, or all that have lines."""
        books, wanted = opened(context), asked(context, "phase")
        costs = queries.phase_costs(books)
        shares = [
            PhaseShares(cost, queries.line_shares(books, phase, cost))
            for phase, cost in zip(books.phases, costs, strict=True)
            if wanted in ("", phase.reference)
        ]
        return Found(tuple(shares), nothing_of("phase", wanted))

    def choices(self, context: BlockContext) -> Sequence[Choice]:
        return [
            Choice(f"Who pays which line of {phase.name}", {"phase": phase.reference})
            for phase in opened(context).phases
        ]

    def table(self, result: Found[PhaseShares]) -> Table:
        """A row for every line and party; a single phase's total last."""
        rows = [
            (phase_shares.phase.name, divided.line.label, divided.line.follows, party, amount)
            for phase_shares in result.items
            for divided in phase_shares.divided.lines
            for party, amount in divided.shares.items()
        ]
        single_phase = result.items[0] if len(result.items) == 1 else None
        return Table(
            caption=f"{single_phase.phase.name}: who pays which line"
            if single_phase
            else "Who pays which line",
            headings=("Phase", "Line", "Divided like", "Party", "Share (£)"),
            rows=tuple(rows),
            numeric=frozenset({4}),
            total=(single_phase.phase.name, "Total", "", "", single_phase.divided.total)
            if single_phase and rows
            else None,
            note=single_phase.divided.sentence if single_phase else "",
        )

    def figures(self, result: Found[PhaseShares]) -> Mapping[str, Figure]:
        """What each party pays of all lines of a phase."""
        return {
            f"{phase_shares.phase.reference}.lines.{slugify(party)}": figure(
                amount, f"{phase_shares.phase.name}, all lines: {party}"
            )
            for phase_shares in result.items
            for party, amount in phase_shares.divided.by_party.items()
        }
