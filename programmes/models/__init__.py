"""What: the models of plans, actions, rounds, updates and measures."""

from programmes.models.action import Action, Milestone, Support
from programmes.models.addresses import PartnerLink
from programmes.models.chasing import CalendarFeed, Reminder
from programmes.models.draft import Draft
from programmes.models.impact import ImpactAssessment
from programmes.models.imports import PlanImport, SheetLayout
from programmes.models.links import Dependency, Objective, Purpose
from programmes.models.measure import Measure, Reading
from programmes.models.plan import Plan, Round
from programmes.models.update import DateChange, Evidence, Update
from programmes.models.view import SavedView
from programmes.models.words import StatusWords, counting_column, field_labels, words_of

__all__ = [
    "Action",
    "CalendarFeed",
    "DateChange",
    "Dependency",
    "Draft",
    "Evidence",
    "ImpactAssessment",
    "Measure",
    "Milestone",
    "Objective",
    "PartnerLink",
    "Plan",
    "PlanImport",
    "Purpose",
    "Reading",
    "Reminder",
    "Round",
    "SavedView",
    "SheetLayout",
    "StatusWords",
    "Support",
    "Update",
    "counting_column",
    "field_labels",
    "words_of",
]
