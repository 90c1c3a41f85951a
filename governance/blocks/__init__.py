"""What governance offers to pages, dashboards and reports."""

from governance.blocks.money import ContributionDecisions, PartnerUndertakings
from governance.blocks.moves import ActionMoves, DecisionMoves, MoveDecision
from governance.blocks.oversight import band_tag

__all__ = [
    "ActionMoves",
    "ContributionDecisions",
    "DecisionMoves",
    "MoveDecision",
    "PartnerUndertakings",
    "band_tag",
]
