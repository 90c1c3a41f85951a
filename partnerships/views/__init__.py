"""Pages of partnerships: the shell they share, then one module for each noun."""

from partnerships.views.agreements import AgreementDetail, AgreementHistory, AgreementList
from partnerships.views.boards import BoardDetail, BoardEdit, BoardHistory, BoardList
from partnerships.views.organisations import OrganisationDetail, OrganisationHistory
from partnerships.views.overview import Overview, Partners, PartnershipList
from partnerships.views.shell import InPartnershipPage, SideItem, admin_actions, side_items
from partnerships.views.themes import ThemeDetail, ThemeHistory, ThemeList

__all__ = [
    "AgreementDetail",
    "AgreementHistory",
    "AgreementList",
    "BoardDetail",
    "BoardEdit",
    "BoardHistory",
    "BoardList",
    "InPartnershipPage",
    "OrganisationDetail",
    "OrganisationHistory",
    "Overview",
    "Partners",
    "PartnershipList",
    "SideItem",
    "ThemeDetail",
    "ThemeHistory",
    "ThemeList",
    "admin_actions",
    "side_items",
]
