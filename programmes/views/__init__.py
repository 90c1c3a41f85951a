"""Pages of the plan, its actions and dates, updates and rounds."""

from programmes.views.actions import (
    ActionAdd,
    ActionEdit,
    ActionHistory,
    ActionPage,
    EvidenceAdd,
    EvidenceFile,
)
from programmes.views.assessments import AssessmentList
from programmes.views.away import AwayPage, CalendarFile, CalendarPage
from programmes.views.dates import (
    ActionMove,
    MilestoneAdd,
    MilestoneDone,
    MilestoneEdit,
    MilestoneHistory,
    MilestoneMove,
    MovePage,
)
from programmes.views.mine import CheckUpdates, MyUpdatesPage
from programmes.views.partner import PartnerAnswer, PartnerLinks
from programmes.views.plan import PlanExport, PlanPage
from programmes.views.rounds import RoundAct, RoundEdit, RoundPage
from programmes.views.signing import ReviewPage, SignOffAll, SignOffQueue
from programmes.views.updates import UpdateHistory, UpdatePage, UpdatesPage

__all__ = [
    "ActionAdd",
    "ActionEdit",
    "ActionHistory",
    "ActionMove",
    "ActionPage",
    "AssessmentList",
    "AwayPage",
    "CalendarFile",
    "CalendarPage",
    "CheckUpdates",
    "EvidenceAdd",
    "EvidenceFile",
    "MilestoneAdd",
    "MilestoneDone",
    "MilestoneEdit",
    "MilestoneHistory",
    "MilestoneMove",
    "MovePage",
    "MyUpdatesPage",
    "PartnerAnswer",
    "PartnerLinks",
    "PlanExport",
    "PlanPage",
    "ReviewPage",
    "RoundAct",
    "RoundEdit",
    "RoundPage",
    "SignOffAll",
    "SignOffQueue",
    "UpdateHistory",
    "UpdatePage",
    "UpdatesPage",
]
