"""Money: the models of phases, sources, options, savings, splits, contributions and printed figures."""

from funding.models.phase import CostLine, Phase, Post
from funding.models.saving import Saving
from funding.models.source import Contribution, Option, OptionLine, Source
from funding.models.spend import Actual, ProfileMove, ProfileQuarter
from funding.models.split import Share, Split
from funding.models.stated import StatedFigure
from funding.models.transfer import Transfer

__all__ = [
    "Actual",
    "Contribution",
    "CostLine",
    "Option",
    "OptionLine",
    "Phase",
    "Post",
    "ProfileMove",
    "ProfileQuarter",
    "Saving",
    "Share",
    "Source",
    "Split",
    "StatedFigure",
    "Transfer",
]
