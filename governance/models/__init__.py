"""Oversight: the models of risks, meetings, decisions and reports."""

from governance.models.meeting import Decision, Meeting
from governance.models.report import (
    Clearance,
    HeadRow,
    HouseStyle,
    Paragraph,
    Publication,
    Report,
    Section,
)
from governance.models.risk import Assessment, Matrix, Risk

__all__ = [
    "Assessment",
    "Clearance",
    "Decision",
    "HeadRow",
    "HouseStyle",
    "Matrix",
    "Meeting",
    "Paragraph",
    "Publication",
    "Report",
    "Risk",
    "Section",
]
