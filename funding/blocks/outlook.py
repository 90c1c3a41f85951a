"""Blocks about years, sources and payers: what each year has, who pays which share, what is missing later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from core.blocks import Block, BlockContext, Figure, Table, register
from core.domain.words import NOT_STATED, listed
from funding import queries
from funding.blocks.found import figure, opened
from funding.domain.outlook import (
    Between,
    PartyPart,
    SourceTotal,
    YearGap,
    YearTotal,
    all_phases,
    source_totals,
    year_totals,
    years_ahead,
)
from funding.domain.position import Position


@dataclass(frozen=True)
class Years:
    """Every financial year with what it costs and has."""

    items: tuple[YearTotal, ...]


@register
class YearsBlock(Block):
    """Cost and funding by financial year."""

    key = "funding.years"
    title = "Cost and funding by year"
    template = "funding/blocks/years.html"

    def result(self, context: BlockContext) -> Years:
        return years(queries.position(opened(context)))

    def table(self, result: Years) -> Table:
        """A row for every year; where proposals differ, the lower and the higher funding."""
        return Table(
            caption=self.title,
            headings=("Year", "Cost (£)", "Funding, at least (£)", "Funding, at most (£)", "Surplus or gap"),
            rows=tuple(
                (
                    year.label,
                    NOT_STATED if year.cost is None else year.cost,
                    year.funding.low,
                    year.funding.high,
                    year.difference,
                )
                for year in result.items
            ),
            numeric=frozenset({1, 2, 3}),
        )

    def figures(self, result: Years) -> Mapping[str, Figure]:
        """The cost of each year, and its funding where it is one figure."""
        figures = {}
        for year in result.items:
            name = year.label.replace("/", "-").replace(" ", "-").lower()
            figures[f"{name}.cost"] = figure(year.cost, f"{year.label}: cost of all phases")
            if year.funding.is_one:
                figures[f"{name}.funding"] = figure(year.funding.low, f"{year.label}: funding of all phases")
        return figures


def years(position: Position) -> Years:
    return Years(year_totals(position))


@dataclass(frozen=True)
class Sources:
    """Every source with what it gives to all phases."""

    items: tuple[SourceTotal, ...]


@register
class SourcesBlock(Block):
    """What each source gives over all phases."""

    key = "funding.sources"
    title = "Funding by source"
    template = "funding/blocks/sources.html"

    def result(self, context: BlockContext) -> Sources:
        return sources(queries.position(opened(context)))

    def table(self, result: Sources) -> Table:
        """A row for every source; where proposals differ, the lower and the higher amount."""
        return Table(
            caption=self.title,
            headings=("Source", "Kind", "Can be spent until", "At least (£)", "At most (£)"),
            rows=tuple(
                (source.name, source.kind, source.expires_on, source.amount.low, source.amount.high)
                for source in result.items
            ),
            numeric=frozenset({3, 4}),
        )


def sources(position: Position) -> Sources:
    return Sources(source_totals(position))


@dataclass(frozen=True)
class Payers:
    """Who pays which part of which phase, and what each pays of all."""

    parts: tuple[PartyPart, ...]

    @property
    def totals(self) -> list[tuple[str, str, Between]]:
        """Name, code and amount of each party over all phases."""
        return [(name, code, amount) for (name, code), amount in all_phases(self.parts).items()]


@register
class PayersBlock(Block):
    """Each party's share of the cost and of the funding of each phase, to two decimals."""

    key = "funding.payers"
    title = "Who pays which share"
    template = "funding/blocks/payers.html"

    def result(self, context: BlockContext) -> Payers:
        books = opened(context)
        return Payers(queries.who_pays(books, queries.position(books)))

    def table(self, result: Payers) -> Table:
        """A row for every party and phase. Each percentage says of what; none is made to add up."""
        return Table(
            caption=self.title,
            headings=("Party", "Phase", "By", "Amount (£)", "Of the cost (%)", "Of the funding (%)"),
            rows=tuple(
                (part.party, part.phase, listed(part.by), part.amount, part.of_cost, part.of_funding)
                for part in result.parts
            ),
            numeric=frozenset({3, 4, 5}),
        )

    def figures(self, result: Payers) -> Mapping[str, Figure]:
        """Each party's percentages by phase, where its proposals agree on them."""
        figures = {}
        for part in result.parts:
            if part.by:
                continue
            name = f"{part.reference}.{part.code}"
            for key, base, value in (("cost", "cost", part.of_cost), ("funding", "funding", part.of_funding)):
                meaning = f"{part.party}: share of the {base} of {part.phase}"
                figures[f"{name}.of_{key}"] = _percent(value, meaning)
        return figures


def _percent(value: Decimal | None, meaning: str) -> Figure:
    if value is None:
        return Figure(NOT_STATED, NOT_STATED, meaning)
    return Figure(value, f"{value:.2f}%", meaning)


@dataclass(frozen=True)
class Ahead:
    """The years after the last phase, by phase and proposal."""

    items: tuple[tuple[str, str, tuple[YearGap, ...]], ...]


@register
class AheadBlock(Block):
    """What is missing in each year after the last phase, with what is assumed, and by partner."""

    key = "funding.ahead"
    title = "The years ahead"
    template = "funding/blocks/ahead.html"

    def result(self, context: BlockContext) -> Ahead:
        """The phases after which no other goes on."""
        books = opened(context)
        position = queries.position(books)
        return ahead(position, queries.who_pays(books, position))

    def table(self, result: Ahead) -> Table:
        """A row for every year by proposal, and one for each partner's part of its gap."""
        rows: list[tuple[str | Decimal | None, ...]] = []
        for phase, option, gaps in result.items:
            for year_gap in gaps:
                high = None if year_gap.gap.is_one else year_gap.gap.high
                rows.append(
                    (
                        phase,
                        option,
                        year_gap.year,
                        "All",
                        year_gap.lapsed,
                        year_gap.gap.low,
                        high,
                        year_gap.assumption,
                    )
                )
                rows += [
                    (phase, option, year_gap.year, name, None, part, None, "")
                    for name, part in year_gap.by_partner
                ]
        return Table(
            caption=self.title,
            headings=(
                "After",
                "Funded by",
                "Year",
                "Party",
                "Lapsed (£)",
                "Gap (£)",
                "Gap, at most (£)",
                "Assuming",
            ),
            rows=tuple(rows),
            numeric=frozenset({4, 5, 6}),
        )

    def figures(self, result: Ahead) -> Mapping[str, Figure]:
        """The gap of each year, where there is one proposal and one answer."""
        figures = {}
        if len({option for _, option, _ in result.items}) == 1:
            for _, _, gaps in result.items:
                for year_gap in gaps:
                    if year_gap.gap.is_one:
                        figures[f"{year_gap.year.replace('/', '-')}.gap"] = figure(
                            year_gap.gap.low, year_gap.assumption
                        )
        return figures


def ahead(position: Position, parts: tuple[PartyPart, ...]) -> Ahead:
    """The years after each phase that nothing follows."""
    return Ahead(
        tuple(
            (phase_position.phase.name, option, gaps)
            for phase_position in position.phases
            if phase_position.endings
            for option, gaps in years_ahead(phase_position, parts)
        )
    )
