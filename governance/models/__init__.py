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
from governance.models.tie import DecidedMove
from governance.models.undertaking import Finding, Undertaking

__all__ = [
    "Assessment",
    "Clearance",
    "DecidedMove",
    "Decision",
    "Finding",
    "HeadRow",
    "HouseStyle",
    "Matrix",
    "Meeting",
    "Paragraph",
    "Publication",
    "Report",
    "Risk",
    "Section",
    "Undertaking",
]
