"""What governance offers to pages, dashboards and reports."""

from governance.oversight.blocks.money import ContributionDecisions, PartnerUndertakings
from governance.oversight.blocks.moves import ActionMoves, DecisionMoves, MoveDecision
from governance.oversight.blocks.registers import band_tag

__all__ = [
    "ActionMoves",
    "ContributionDecisions",
    "DecisionMoves",
    "MoveDecision",
    "PartnerUndertakings",
    "band_tag",
]
