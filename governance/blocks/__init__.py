"""What governance offers to pages, dashboards and reports."""

from governance.blocks.money import ContributionDecisions, PartnerUndertakings
from governance.blocks.oversight import band_tag

__all__ = ["ContributionDecisions", "PartnerUndertakings", "band_tag"]
