"""Money: the models of phases, sources, options, splits, contributions and printed figures."""

from funding.models.phase import CostLine, Phase, Post
from funding.models.source import Contribution, Option, OptionLine, Source
from funding.models.split import Share, Split
from funding.models.stated import StatedFigure

__all__ = [
    "Contribution",
    "CostLine",
    "Option",
    "OptionLine",
    "Phase",
    "Post",
    "Share",
    "Source",
    "Split",
    "StatedFigure",
]
