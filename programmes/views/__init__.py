"""Pages of the plan, its actions and dates, updates and rounds."""

from programmes.views.actions import (
    ActionAdd,
    ActionEdit,
    ActionHistory,
    ActionPage,
    EvidenceAdd,
    EvidenceFile,
)
from programmes.views.assessment_forms import AssessmentAdd, AssessmentEdit, AssessmentHistory
from programmes.views.assessments import AssessmentExport, AssessmentList, RollupExport
from programmes.views.away import AwayPage, CalendarFile, CalendarPage
from programmes.views.bulk import BulkChange
from programmes.views.carry import CarryOver
from programmes.views.changes import ChangePage
from programmes.views.compare import CompareExport, CompareQuarters
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
from programmes.views.links import ActionLinks
from programmes.views.measures import (
    MeasureAdd,
    MeasureEdit,
    MeasureExport,
    MeasureFigures,
    MeasureHistory,
    MeasureList,
    MeasurePage,
    ReadingAdd,
    ReadingEdit,
    ReadingHistory,
)
from programmes.views.mine import CheckUpdates, MyUpdatesPage
from programmes.views.own_sheet import OwnSheet, PartnershipWorkbook
from programmes.views.partner import PartnerAnswer, PartnerLinks
from programmes.views.plan import PlanExport, PlanPage
from programmes.views.round_acts import RoundAct
from programmes.views.rounds import OpeningPreview, RoundEdit, RoundPage
from programmes.views.saved_views import SavedViewAdd, SavedViewEdit
from programmes.views.signing import ReviewPage, SignOffAll, SignOffQueue
from programmes.views.timeline import PlanTimeline
from programmes.views.updates import UpdateHistory, UpdatePage, UpdatesPage
from programmes.views.words import WordsHistory, WordsPage

__all__ = [
    "ActionAdd",
    "ActionEdit",
    "ActionHistory",
    "ActionLinks",
    "ActionMove",
    "ActionPage",
    "AssessmentAdd",
    "AssessmentEdit",
    "AssessmentExport",
    "AssessmentHistory",
    "AssessmentList",
    "AwayPage",
    "BulkChange",
    "CalendarFile",
    "CalendarPage",
    "CarryOver",
    "ChangePage",
    "CheckUpdates",
    "CompareExport",
    "CompareQuarters",
    "EvidenceAdd",
    "EvidenceFile",
    "ImportAdd",
    "ImportColumns",
    "ImportFile",
    "ImportList",
    "ImportPage",
    "ImportUndo",
    "ImportWords",
    "MeasureAdd",
    "MeasureEdit",
    "MeasureExport",
    "MeasureFigures",
    "MeasureHistory",
    "MeasureList",
    "MeasurePage",
    "MilestoneAdd",
    "MilestoneDone",
    "MilestoneEdit",
    "MilestoneHistory",
    "MilestoneMove",
    "MovePage",
    "MyUpdatesPage",
    "OpeningPreview",
    "OwnSheet",
    "PartnerAnswer",
    "PartnerLinks",
    "PartnershipWorkbook",
    "PlanExport",
    "PlanPage",
    "PlanTimeline",
    "ReadingAdd",
    "ReadingEdit",
    "ReadingHistory",
    "ReviewPage",
    "RollupExport",
    "RoundAct",
    "RoundEdit",
    "RoundPage",
    "SavedViewAdd",
    "SavedViewEdit",
    "SignOffAll",
    "SignOffQueue",
    "UpdateHistory",
    "UpdatePage",
    "UpdatesPage",
    "WordsHistory",
    "WordsPage",
]
