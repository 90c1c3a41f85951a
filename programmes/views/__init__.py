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
from programmes.views.dates import (
    ActionMove,
    MilestoneAdd,
    MilestoneDone,
    MilestoneEdit,
    MilestoneHistory,
    MilestoneMove,
    MovePage,
)
from programmes.views.import_pages import ImportFile, ImportPage, ImportUndo
from programmes.views.imports import ImportAdd, ImportColumns, ImportList, ImportWords
from programmes.views.own_sheet import OwnSheet, PartnershipWorkbook
from programmes.views.plan import PlanExport, PlanPage
from programmes.views.rounds import RoundAct, RoundEdit, RoundPage
from programmes.views.updates import ReviewPage, SignOffQueue, UpdateHistory, UpdatePage, UpdatesPage

__all__ = [
    "ActionAdd",
    "ActionEdit",
    "ActionHistory",
    "ActionMove",
    "ActionPage",
    "AssessmentList",
    "EvidenceAdd",
    "EvidenceFile",
    "ImportAdd",
    "ImportColumns",
    "ImportFile",
    "ImportList",
    "ImportPage",
    "ImportUndo",
    "ImportWords",
    "MilestoneAdd",
    "MilestoneDone",
    "MilestoneEdit",
    "MilestoneHistory",
    "MilestoneMove",
    "MovePage",
    "OwnSheet",
    "PartnershipWorkbook",
    "PlanExport",
    "PlanPage",
    "ReviewPage",
    "RoundAct",
    "RoundEdit",
    "RoundPage",
    "SignOffQueue",
    "UpdateHistory",
    "UpdatePage",
    "UpdatesPage",
]
