"""What governance offers to pages, dashboards and reports."""

from governance.oversight.blocks.money import ContributionDecisions, PartnerUndertakings
from governance.oversight.blocks.moves import ActionMoves, DecisionMoves, MoveDecision

__all__ = [
    "ActionMoves",
    "ContributionDecisions",
    "DecisionMoves",
    "MoveDecision",
    "PartnerUndertakings",
]
