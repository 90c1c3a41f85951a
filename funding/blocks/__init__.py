"""What this app offers to pages, dashboards and reports, and the figures their prose may quote."""

from funding.blocks.ledger import ContributionsBlock, ContributionsShown, TransfersBlock, standings
from funding.blocks.outlook import (
    AheadBlock,
    Payers,
    PayersBlock,
    SourcesBlock,
    YearsBlock,
    ahead,
    sources,
    years,
)
from funding.blocks.parties import LineSharesBlock, PhaseShares, SplitBlock
from funding.blocks.phases import (
    PhaseCostBlock,
    PhaseFunding,
    PhaseFundingBlock,
    PositionBlock,
    PositionShown,
    fall,
    phase_funding,
    shown,
)
from funding.blocks.printed import StatedBlock
from funding.blocks.spend import SpendBlock

__all__ = [
    "AheadBlock",
    "ContributionsBlock",
    "ContributionsShown",
    "LineSharesBlock",
    "Payers",
    "PayersBlock",
    "PhaseCostBlock",
    "PhaseFunding",
    "PhaseFundingBlock",
    "PhaseShares",
    "PositionBlock",
    "PositionShown",
    "SourcesBlock",
    "SpendBlock",
    "SplitBlock",
    "StatedBlock",
    "TransfersBlock",
    "YearsBlock",
    "ahead",
    "fall",
    "phase_funding",
    "shown",
    "sources",
    "standings",
    "years",
]
