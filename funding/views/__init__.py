"""Pages about money, below /p/<partnership>/money/."""

from funding.views.contributions import (
    ContributionDetail,
    ContributionHistory,
    ContributionList,
    ContributionMove,
)
from funding.views.money import Money, PrintedFigures, TableFile, WhoPays
from funding.views.partners import PartnerMoney, TransferAdd, Transfers
from funding.views.phases import (
    OptionAgree,
    OptionHistory,
    PhaseAdd,
    PhaseDetail,
    PhaseEdit,
    PhaseHistory,
)
from funding.views.spend import MoveAdd, MoveDecide, Spend, TakeExtract
from funding.views.splits import SplitAdd, SplitDetail, SplitEdit, SplitHistory

__all__ = [
    "ContributionDetail",
    "ContributionHistory",
    "ContributionList",
    "ContributionMove",
    "Money",
    "MoveAdd",
    "MoveDecide",
    "OptionAgree",
    "OptionHistory",
    "PartnerMoney",
    "PhaseAdd",
    "PhaseDetail",
    "PhaseEdit",
    "PhaseHistory",
    "PrintedFigures",
    "Spend",
    "SplitAdd",
    "SplitDetail",
    "SplitEdit",
    "SplitHistory",
    "TableFile",
    "TakeExtract",
    "TransferAdd",
    "Transfers",
    "WhoPays",
]
