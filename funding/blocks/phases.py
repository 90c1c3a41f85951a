"""Blocks about phases: what they cost, what may fund them, where the money stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from core.blocks import Block, BlockContext, Figure, Table, register
from core.charts import PhaseBar, Svg, money_bars
from funding import queries
from funding.blocks.found import Found, asked, figure, nothing_of, opened
from funding.domain.position import Balance, Funding, PhaseCost, PhasePosition, Position, percent_of


@register
class PhaseCostBlock(Block):
    """Posts and lines with their totals. Params: phase (a reference); without it every phase."""

    key = "funding.phase_cost"
    title = "What a phase costs"
    template = "funding/blocks/phase_cost.html"

    def result(self, context: BlockContext) -> Found[PhaseCost]:
        """The phase asked for, or all."""
        wanted = asked(context, "phase")
        return Found(queries.phase_costs(opened(context), wanted), nothing_of("phase", wanted))

    def table(self, result: Found[PhaseCost]) -> Table:
        """A row for every post and line; the total of a single phase last."""
        rows = [
            (phase.name, row.label, row.kind, row.number, row.unit_cost, row.cost)
            for phase in result.items
            for row in (*phase.posts, *phase.lines)
        ]
        only = result.items[0] if len(result.items) == 1 else None
        return Table(
            caption=f"{only.name}: cost for a year" if only else "Cost for a year, by phase",
            headings=("Phase", "Line", "Kind", "Number", "Cost of one (£)", "Cost a year (£)"),
            rows=tuple(rows),
            numeric=frozenset({3, 4, 5}),
            total=(only.name, "Total", "", None, None, only.total) if only else None,
            note=only.working if only else "",
        )

    def figures(self, result: Found[PhaseCost]) -> Mapping[str, Figure]:
        """Total, team total and cost for the period of each phase."""
        found = {}
        for phase in result.items:
            ref, name = phase.reference, phase.name
            found[f"{ref}.total"] = figure(phase.total, f"{name}: cost for a year")
            found[f"{ref}.team_total"] = figure(phase.team_total, f"{name}: posts for a year")
            found[f"{ref}.period_cost"] = figure(phase.cost, f"{name}: cost for its own time")
        return found


@dataclass(frozen=True)
class SourceRow:
    """One source over several options: for each its amount and exact share, None where it gives nothing."""

    source: str
    kind: str
    cells: tuple[tuple[str, Decimal | None, str, str], ...]


@dataclass(frozen=True)
class PhaseFunding:
    """A phase with the options that may fund it, side by side."""

    phase: PhaseCost
    options: tuple[Funding, ...]
    balances: tuple[Balance, ...]

    @property
    def rows(self) -> tuple[SourceRow, ...]:
        """A row for each source any option names, in the order they are first named."""
        sources = {line.reference: line for option in self.options for line in option.lines}
        return tuple(
            SourceRow(line.source, line.kind, tuple(_cell(option, ref) for option in self.options))
            for ref, line in sources.items()
        )


def _cell(option: Funding, reference: str) -> tuple[str, Decimal | None, str, str]:
    lines = [line for line in option.lines if line.reference == reference]
    if not lines:
        return option.name, None, "", ""
    amount = sum((line.amount for line in lines), Decimal(0))
    printed = lines[0].printed_percent
    said = "" if printed is None else f"printed as {printed.normalize():f}%"
    return option.name, amount, option.share(amount), said


@register
class PhaseFundingBlock(Block):
    """Sources, amounts and exact shares. Params: phase, option (its order); without them all."""

    key = "funding.phase_funding"
    title = "What funds a phase"
    template = "funding/blocks/phase_funding.html"

    def result(self, context: BlockContext) -> Found[PhaseFunding]:
        """The options of the phase asked for, side by side, or of every phase."""
        wanted, option = asked(context, "phase"), asked(context, "option")
        found = [
            phase_funding(each, option)
            for each in queries.position(opened(context)).phases
            if wanted in ("", each.phase.reference)
        ]
        return Found(tuple(found), nothing_of("phase", wanted))

    def table(self, result: Found[PhaseFunding]) -> Table:
        """A row for every source of every option."""
        rows = [
            (
                each.phase.name,
                option.name,
                line.source,
                line.kind,
                line.amount,
                percent_of(line.amount, option.total) if option.total else None,
                line.printed_percent,
            )
            for each in result.items
            for option in each.options
            for line in option.lines
        ]
        return Table(
            caption="Funding by option",
            headings=(
                "Phase",
                "Option",
                "Source",
                "Kind of money",
                "Amount (£)",
                "Share of the funding (%)",
                "Share as printed (%)",
            ),
            rows=tuple(rows),
            numeric=frozenset({4, 5, 6}),
        )

    def figures(self, result: Found[PhaseFunding]) -> Mapping[str, Figure]:
        """Each option's total and what it leaves over."""
        found = {}
        for each in result.items:
            ref = each.phase.reference
            for option in each.options:
                key, meaning = f"{ref}.funding.{option.order}.total", f"{each.phase.name}: {option.name}"
                found[key] = figure(option.total, f"{meaning}, total")
            for balance in each.balances:
                if balance.option and balance.option.order:
                    key = f"{ref}.surplus.{balance.option.order}"
                    meaning = f"{each.phase.name}: {balance.option.name}, funding less cost"
                    found[key] = figure(balance.difference, meaning)
        return found


def phase_funding(each: PhasePosition, option: str = "") -> PhaseFunding:
    """A phase's own options, or the one with that order, with their balances."""
    options = [one for one in each.options if one.order and option in ("", str(one.order))]
    orders = {one.order for one in options}
    balances = [one for one in each.all_balances if one.option and one.option.order in orders]
    return PhaseFunding(each.phase, tuple(options), tuple(balances))


@dataclass(frozen=True)
class PositionShown:
    """The position with its chart; the chart's table is the block's."""

    position: Position
    chart: Svg


@register
class PositionBlock(Block):
    """Where the money stands: cost, funding, surplus or gap of each phase, and what ends."""

    key = "funding.position"
    title = "Where the money stands"
    template = "funding/blocks/position.html"

    def result(self, context: BlockContext) -> PositionShown:
        """The whole partnership."""
        return shown(queries.position(opened(context)))

    def table(self, result: PositionShown) -> Table:
        """A row for every phase and option; totals where each phase has one answer."""
        rows = [
            (
                phase.name,
                phase.period,
                phase.cost,
                balance.option.name if balance.option else "",
                balance.funding,
                balance.difference,
                balance.sentence,
            )
            for phase, balance in result.position.balances
        ]
        return Table(
            caption="Cost and funding by phase",
            headings=(
                "Phase",
                "Time",
                "Cost (£)",
                "Option",
                "Funding (£)",
                "Funding less cost (£)",
                "In words",
            ),
            rows=tuple(rows),
            numeric=frozenset({2, 4, 5}),
        )

    def figures(self, result: PositionShown) -> Mapping[str, Figure]:
        """What lapses after the last phase and the gap against the same cost, by option."""
        found = {}
        for each in result.position.phases:
            for ending in each.endings:
                ref, order, name = each.phase.reference, ending.option.order, ending.option.name
                for key, one in (("lapses", ending.cliff.lapses), ("next_gap", ending.cliff.gap)):
                    amount = one.amount if ending.is_known else None
                    meaning = one.assumption if ending.is_known else "nobody says which source recurs."
                    found[f"{ref}.{key}.{order}"] = figure(amount, f"{name}: {meaning}")
        return found


def shown(position: Position) -> PositionShown:
    """A position with a bar of cost and one of funding for each phase of which both are known."""
    return PositionShown(position, money_bars(_bars(position), position.headline, uid="money-position"))


def _bars(position: Position) -> list[PhaseBar]:
    """One pair of bars for a phase whose options all give the same, else one for each option."""
    bars = []
    for each in position.phases:
        known = [one for one in each.balances if one.cost is not None and one.funding is not None]
        same = len({one.funding for one in known}) == 1
        for one in known[:1] if same else known:
            label = each.phase.name if same or one.option is None else f"{each.phase.name}, {one.option.name}"
            bars.append(PhaseBar(label, one.cost or Decimal(0), one.funding or Decimal(0)))
    return bars
