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
from programmes.views.bulk import BulkChange, ChangePage
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
from programmes.views.plan import PlanExport, PlanPage
from programmes.views.rounds import RoundAct, RoundEdit, RoundPage
from programmes.views.saved_views import SavedViewAdd, SavedViewEdit
from programmes.views.timeline import PlanTimeline
from programmes.views.updates import ReviewPage, SignOffQueue, UpdateHistory, UpdatePage, UpdatesPage

__all__ = [
    "ActionAdd",
    "ActionEdit",
    "ActionHistory",
    "ActionLinks",
    "ActionMove",
    "ActionPage",
    "AssessmentList",
    "BulkChange",
    "ChangePage",
    "CompareExport",
    "CompareQuarters",
    "EvidenceAdd",
    "EvidenceFile",
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
    "PlanExport",
    "PlanPage",
    "PlanTimeline",
    "ReadingAdd",
    "ReadingEdit",
    "ReadingHistory",
    "ReviewPage",
    "RoundAct",
    "RoundEdit",
    "RoundPage",
    "SavedViewAdd",
    "SavedViewEdit",
    "SignOffQueue",
    "UpdateHistory",
    "UpdatePage",
    "UpdatesPage",
]
