"""Blocks about phases: what they cost, what may fund them, where the money stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.blocks import Block, BlockContext, Cell, Choice, Figure, Table, register
from core.charts import Fall, PhaseBar, Svg, money_bars, waterfall
from core.domain.words import NOT_STATED
from funding import queries
from funding.blocks.found import Found, asked, figure, nothing_of, opened
from funding.domain.phase_facts import PhaseCost
from funding.domain.position import (
    Balance,
    Funding,
    PhasePosition,
    Position,
    percent_of,
)

SHARE, AS_PRINTED = "Share of funding (%)", "Share as printed (%)"


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

    def choices(self, context: BlockContext) -> Sequence[Choice]:
        """Every phase together, or one."""
        choices = [
            Choice(f"What {phase.name} costs", {"phase": phase.reference}) for phase in opened(context).phases
        ]
        return [Choice("What every phase costs"), *choices]

    def table(self, result: Found[PhaseCost]) -> Table:
        """A row for every post and line and for the team; the total of a single phase last."""
        single_phase = result.items[0] if len(result.items) == 1 else None
        return Table(
            caption=f"{single_phase.name}: cost {single_phase.span}, with on-costs"
            if single_phase
            else "Cost for a year, by phase",
            headings=("Phase", "Line", "Number", "Cost of one (£)", "Cost a year (£)"),
            rows=tuple(row for phase in result.items for row in _cost_rows(phase)),
            numeric=frozenset({2, 3, 4}),
            total=(single_phase.name, "Total", None, None, _stated(single_phase.total))
            if single_phase
            else None,
            note=single_phase.working if single_phase else "",
        )

    def figures(self, result: Found[PhaseCost]) -> Mapping[str, Figure]:
        """Total, team total and cost for the period of each phase."""
        figures = {}
        for phase in result.items:
            ref, name = phase.reference, phase.name
            figures[f"{ref}.total"] = figure(phase.total, f"{name}: cost {phase.span}")
            figures[f"{ref}.team_total"] = figure(phase.team_total, f"{name}: posts {phase.span}")
            figures[f"{ref}.period_cost"] = figure(phase.cost, f"{name}: cost for its own time")
        return figures


def _cost_rows(phase: PhaseCost) -> list[tuple[Cell, ...]]:
    posts = [
        (phase.name, row.title, row.number, _stated(row.unit_cost), _stated(row.cost)) for row in phase.posts
    ]
    team = [(phase.name, "Team total", None, None, _stated(phase.team_total))]
    lines = [(phase.name, row.label, None, None, _stated(row.cost)) for row in phase.lines]
    return [*posts, *(team if phase.posts and phase.lines else []), *lines]


def _stated(amount: Decimal | None) -> Cell:
    """An amount for a cell; an empty one would read as zero."""
    return NOT_STATED if amount is None else amount


@dataclass(frozen=True)
class SourceRow:
    """One source over several options: for each its amount and exact share, None where it gives nothing."""

    source: str
    reference: str
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
            SourceRow(line.source, ref, tuple(_cell(option, ref) for option in self.options))
            for ref, line in sources.items()
        )


def _cell(option: Funding, reference: str) -> tuple[str, Decimal | None, str, str]:
    lines = [line for line in option.lines if line.reference == reference]
    if not lines:
        return option.name, None, "", ""
    amount = sum((line.amount for line in lines), Decimal(0))
    printed = lines[0].printed_percent
    words = "" if printed is None else f"printed as {printed.normalize():f}%"
    return option.name, amount, option.share(amount), words


@register
class PhaseFundingBlock(Block):
    """Sources, amounts and exact shares. Params: phase, option (its order); without them all."""

    key = "funding.phase_funding"
    title = "What funds a phase"
    template = "funding/blocks/phase_funding.html"

    def result(self, context: BlockContext) -> Found[PhaseFunding]:
        """The options of the phase asked for, side by side, or of every phase."""
        wanted, option = asked(context, "phase"), asked(context, "option")
        fundings = [
            phase_funding(phase_position, option)
            for phase_position in queries.position(opened(context)).phases
            if wanted in ("", phase_position.phase.reference)
        ]
        return Found(tuple(fundings), nothing_of("phase", wanted))

    def choices(self, context: BlockContext) -> Sequence[Choice]:
        """A phase's options side by side, or one of them."""
        choices = []
        for phase_position in queries.position(opened(context)).phases:
            options = [option for option in phase_position.options if option.order]
            phase = phase_position.phase
            if len(options) > 1:
                choices.append(Choice(f"{phase.name}: every option", {"phase": phase.reference}))
            choices += [
                Choice(
                    f"{phase.name}: {option.name}", {"phase": phase.reference, "option": str(option.order)}
                )
                for option in options
            ]
        return choices

    def table(self, result: Found[PhaseFunding]) -> Table:
        """A single phase's options side by side; of several phases a row for every source and option."""
        if len(result.items) == 1:
            return _side_by_side(result.items[0])
        rows = [
            (funding.phase.name, option.name, line.source, line.amount, *_shares(option, line.reference))
            for funding in result.items
            for option in funding.options
            for line in option.lines
        ]
        return Table(
            caption="Funding by phase and option",
            headings=("Phase", "Option", "Source", "Amount (£)", SHARE, AS_PRINTED),
            rows=tuple(rows),
            numeric=frozenset({3, 4, 5}),
        )

    def figures(self, result: Found[PhaseFunding]) -> Mapping[str, Figure]:
        """Each option's total and what it leaves over."""
        figures = {}
        for funding in result.items:
            ref = funding.phase.reference
            for option in funding.options:
                key, meaning = f"{ref}.funding.{option.order}.total", f"{funding.phase.name}: {option.name}"
                figures[key] = figure(option.total, f"{meaning}, total")
            for balance in funding.balances:
                if balance.option and balance.option.order:
                    key = f"{ref}.surplus.{balance.option.order}"
                    meaning = f"{funding.phase.name}: {balance.option.name}, funding less cost"
                    figures[key] = figure(balance.difference, meaning)
        return figures


def _shares(option: Funding, reference: str) -> tuple[Cell, Cell]:
    """A source's exact share of an option in per cent, and the one a paper printed."""
    lines = [line for line in option.lines if line.reference == reference]
    amount = sum((line.amount for line in lines), Decimal(0))
    exact = percent_of(amount, option.total) if lines and option.total else None
    return exact, lines[0].printed_percent if lines else None


def _side_by_side(funding: PhaseFunding) -> Table:
    """One phase: a row for each source, for each option its amount and exact share."""
    options = funding.options
    is_printed = any(line.printed_percent for option in options for line in option.lines)
    share_headings = (SHARE, AS_PRINTED) if is_printed else (SHARE,)
    if len(options) == 1:
        headings = ("Source", "Amount (£)", *share_headings)
    else:
        headings = (
            "Source",
            *(name for option in options for name in (f"{option.name} (£)", *share_headings)),
        )
    rows = [
        (
            row.source,
            *(
                cell
                for place, option in enumerate(options)
                for cell in _cells(option, row, place, len(share_headings))
            ),
        )
        for row in funding.rows
    ]
    total = ("Total", *(cell for option in options for cell in (option.total, *[None] * len(share_headings))))
    names = f": {options[0].name}" if len(options) == 1 else " by option"
    return Table(
        caption=f"Funding of {funding.phase.name}{names}" if options else f"Funding of {funding.phase.name}",
        headings=headings,
        rows=tuple(rows),
        numeric=frozenset(range(1, len(headings))),
        total=total if options else None,
        note=_balance_words(funding),
    )


def _cells(option: Funding, row: SourceRow, place: int, shares: int) -> tuple[Cell, ...]:
    return (row.cells[place][1], *_shares(option, row.reference)[:shares])


def _balance_words(funding: PhaseFunding) -> str:
    """What each option leaves; one sentence when all leave the same."""
    sentences = dict.fromkeys(balance.sentence for balance in funding.balances)
    if len(sentences) < 2:
        return " ".join(sentences)
    return " ".join(
        f"{balance.option.name}: {balance.sentence}" for balance in funding.balances if balance.option
    )


def phase_funding(phase_position: PhasePosition, order: str = "") -> PhaseFunding:
    """A phase's own options, or the one with that order, with their balances."""
    options = [
        option for option in phase_position.options if option.order and order in ("", str(option.order))
    ]
    orders = {option.order for option in options}
    balances = [
        balance
        for balance in phase_position.all_balances
        if balance.option and balance.option.order in orders
    ]
    return PhaseFunding(phase_position.phase, tuple(options), tuple(balances))


@dataclass(frozen=True)
class PositionShown:
    """The position with its chart; the chart's table is the block's."""

    position: Position
    chart: Svg

    @property
    def headline(self) -> str:
        return self.position.headline


@register
class PositionBlock(Block):
    """Where the money stands: cost, funding, surplus or gap of each phase, and what ends."""

    key = "funding.position"
    title = "Where the money stands"
    template = "funding/blocks/position.html"

    def result(self, context: BlockContext) -> PositionShown:
        return shown(queries.position(opened(context)))

    def table(self, result: PositionShown) -> Table:
        """A row for every phase and option; what is over or missing, and what ends, in the note."""
        rows = [
            (
                phase.name,
                phase.period,
                balance.option.name if balance.option else "Nothing recorded",
                _stated(phase.cost),
                _stated(balance.funding),
                _stated(balance.difference),
            )
            for phase, balance in result.position.balances
        ]
        return Table(
            caption="Cost and funding by phase",
            headings=("Phase", "Time", "Funded by", "Cost (£)", "Funding (£)", "Funding less cost (£)"),
            rows=tuple(rows),
            numeric=frozenset({3, 4, 5}),
            note=" ".join([f"{result.headline}.", *_endings_words(result.position)]) if rows else "",
        )

    def figures(self, result: PositionShown) -> Mapping[str, Figure]:
        """What lapses after the last phase and the gap against the same cost, by option."""
        figures = {}
        for phase_position in result.position.phases:
            for ending in phase_position.endings:
                ref, order, name = phase_position.phase.reference, ending.option.order, ending.option.name
                for key, cliff_figure in (("lapses", ending.cliff.lapses), ("next_gap", ending.cliff.gap)):
                    amount = cliff_figure.amount if ending.is_known else None
                    meaning = (
                        cliff_figure.assumption if ending.is_known else "nobody says which source recurs."
                    )
                    figures[f"{ref}.{key}.{order}"] = figure(amount, f"{name}: {meaning}")
        return figures


def _endings_words(position: Position) -> list[str]:
    sentences = []
    for phase_position in position.phases:
        for ending in phase_position.endings:
            if ending.is_known:
                lapses, gap = ending.cliff.lapses.wording, ending.cliff.gap.wording
                sentences.append(f"What lapses by {ending.option.name} is {lapses} The gap is then {gap}")
        if phase_position.assumed:
            sentences.append(f"Nobody says which source pays again after {phase_position.phase.name}.")
    return sentences


def shown(position: Position) -> PositionShown:
    """A position with a bar of cost and one of funding for each phase of which both are known."""
    return PositionShown(position, money_bars(_bars(position), position.headline, uid="money-position"))


def _bars(position: Position) -> list[PhaseBar]:
    """One pair of bars for a phase whose options all give the same, else one for each option."""
    bars = []
    for phase_position in position.phases:
        known = [
            balance
            for balance in phase_position.balances
            if balance.cost is not None and balance.funding is not None
        ]
        gives_the_same = len({balance.funding for balance in known}) == 1
        for balance in known[:1] if gives_the_same else known:
            label = (
                phase_position.phase.name
                if gives_the_same or balance.option is None
                else f"{phase_position.phase.name}, {balance.option.name}"
            )
            bars.append(PhaseBar(label, balance.cost or Decimal(0), balance.funding or Decimal(0)))
    return bars


def fall(phase: PhaseCost, balance: Balance, place: int) -> tuple[str, Svg] | None:
    """A phase's cost, each source that brings it down, and what is left: a heading and the chart.

    None while the cost or the sources are not stated. ``place`` tells the charts of one page apart.
    """
    option = balance.option
    if option is None or not option.lines or balance.cost is None:
        return None
    falls = [Fall(line.source, line.amount) for line in option.lines]
    title = f"{phase.name}, {option.name}. {balance.sentence}"
    return title, waterfall(Fall("Cost", balance.cost), falls, title, uid=f"fall-{place}")
