"""What: the models of plans, actions, rounds, updates and measures."""

from programmes.models.action import Action, Milestone, Support
from programmes.models.draft import Draft
from programmes.models.impact import ImpactAssessment
from programmes.models.links import Dependency, Objective, Purpose
from programmes.models.measure import Measure, Reading
from programmes.models.plan import Plan, Round
from programmes.models.update import DateChange, Evidence, Update
from programmes.models.view import SavedView

__all__ = [
    "Action",
    "DateChange",
    "Dependency",
    "Draft",
    "Evidence",
    "ImpactAssessment",
    "Measure",
    "Milestone",
    "Objective",
    "Plan",
    "Purpose",
    "Reading",
    "Round",
    "SavedView",
    "Support",
    "Update",
]
