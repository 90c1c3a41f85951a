"""What this app offers to pages, dashboards and reports, and the figures their prose may quote."""

from funding.blocks.parties import (
    ContributionsBlock,
    ContributionsShown,
    LineSharesBlock,
    PhaseShares,
    SplitBlock,
    standings,
)
from funding.blocks.phases import (
    PhaseCostBlock,
    PhaseFunding,
    PhaseFundingBlock,
    PositionBlock,
    PositionShown,
    phase_funding,
    shown,
)
from funding.blocks.printed import StatedBlock

__all__ = [
    "ContributionsBlock",
    "ContributionsShown",
    "LineSharesBlock",
    "PhaseCostBlock",
    "PhaseFunding",
    "PhaseFundingBlock",
    "PhaseShares",
    "PositionBlock",
    "PositionShown",
    "SplitBlock",
    "StatedBlock",
    "phase_funding",
    "shown",
    "standings",
]
