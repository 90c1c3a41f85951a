"""Who: the models of partnerships, their members, boards, themes and grants."""

from partnerships.models.agreement import Agreement, Signatory
from partnerships.models.board import Board, BoardKind, Seat
from partnerships.models.grant import Grant
from partnerships.models.membership import Membership, MembershipStatus
from partnerships.models.organisation import (
    ClosedDay,
    Contact,
    Organisation,
    OrganisationKind,
    OrganisationName,
    Succession,
)
from partnerships.models.partnership import (
    REFERENCE,
    Brand,
    Host,
    InPartnership,
    Partnership,
    Statement,
    Strategy,
)
from partnerships.models.theme import Lead, Outcome, Theme, ThemeLink, ThemeSet

__all__ = [
    "REFERENCE",
    "Agreement",
    "Board",
    "BoardKind",
    "Brand",
    "ClosedDay",
    "Contact",
    "Grant",
    "Host",
    "InPartnership",
    "Lead",
    "Membership",
    "MembershipStatus",
    "Organisation",
    "OrganisationKind",
    "OrganisationName",
    "Outcome",
    "Partnership",
    "Seat",
    "Signatory",
    "Statement",
    "Strategy",
    "Succession",
    "Theme",
    "ThemeLink",
    "ThemeSet",
]
