"""Blocks about spending: approved, current and actual side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.blocks import Block, BlockContext, Choice, Figure, Table, register
from funding import queries
from funding.blocks.found import Found, asked, figure, nothing_of, opened
from funding.domain.spend import PhaseSpend


@register
class SpendBlock(Block):
    """Spending by quarter. Params: phase (a reference); without it every phase."""

    key = "funding.spend"
    title = "Spending by quarter"
    template = "funding/blocks/spend.html"

    def result(self, context: BlockContext) -> Found[PhaseSpend]:
        """The phase asked for, or all that have anything profiled or spent."""
        wanted = asked(context, "phase")
        phases = queries.spending(opened(context), wanted)
        return Found(tuple(phase for phase in phases if phase.quarters), nothing_of("spending", wanted))

    def choices(self, context: BlockContext) -> Sequence[Choice]:
        phases = opened(context).phases
        return [
            Choice(f"Spending of {phase.name} by quarter", {"phase": phase.reference}) for phase in phases
        ]

    def table(self, result: Found[PhaseSpend]) -> Table:
        """A row for every quarter; a single phase's sums last."""
        single_phase = result.items[0] if len(result.items) == 1 else None
        return Table(
            caption=f"{single_phase.name}: spending by quarter" if single_phase else self.title,
            headings=(
                "Phase",
                "Quarter",
                "Approved (£)",
                "Current (£)",
                "Actual (£)",
                "Actual less current (£)",
            ),
            rows=tuple(
                (
                    phase.name,
                    quarter.quarter.label,
                    quarter.approved,
                    quarter.current,
                    quarter.actual,
                    quarter.difference,
                )
                for phase in result.items
                for quarter in phase.quarters
            ),
            numeric=frozenset({2, 3, 4, 5}),
            total=(
                single_phase.name,
                "Total",
                single_phase.approved,
                single_phase.current,
                single_phase.actual,
                single_phase.actual - single_phase.current,
            )
            if single_phase
            else None,
        )

    def figures(self, result: Found[PhaseSpend]) -> Mapping[str, Figure]:
        """Approved, current and actual of each phase."""
        figures = {}
        for phase in result.items:
            for name in ("approved", "current", "actual"):
                meaning = f"{phase.name}: {name} spending, all quarters"
                figures[f"{phase.reference}.{name}"] = figure(getattr(phase, name), meaning)
        return figures
