"""What this app offers to pages, dashboards and reports."""

from programmes.blocks.measures import (
    MEASURE_COLUMNS,
    MeasuresBlock,
    change_link,
    measure_finding,
    measure_row,
    measure_tag,
)
from programmes.blocks.plan import (
    ActionsBlock,
    MilestonesDueBlock,
    MyUpdatesBlock,
    OffTrackBlock,
    StatusCountsBlock,
)
from programmes.blocks.themes import ThemeActionsBlock

__all__ = [
    "MEASURE_COLUMNS",
    "ActionsBlock",
    "MeasuresBlock",
    "MilestonesDueBlock",
    "MyUpdatesBlock",
    "OffTrackBlock",
    "StatusCountsBlock",
    "ThemeActionsBlock",
    "change_link",
    "measure_finding",
    "measure_row",
    "measure_tag",
]
