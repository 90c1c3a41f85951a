"""Reads: where a plan stands in a quarter, what is due from whom, what an action's page shows."""

from programmes.queries.actions import (
    MilestoneRow,
    UpdateShown,
    latest_updates,
    milestone_rows,
    moved_words,
    moves_of,
    moves_waiting,
)
from programmes.queries.answering import same_refusals, steps_due
from programmes.queries.assessed import assessed_by_theme
from programmes.queries.deadlines import deadlines_of
from programmes.queries.links import Links, links_of
from programmes.queries.listing import (
    ANSWERS,
    ShownQuarter,
    having_status,
    of_quarter,
    shown_quarter,
    statuses,
    with_answers,
)
from programmes.queries.measures import MeasureShown, measure_standings, standing_of
from programmes.queries.position import dates_collected, milestones_due, plan_of, quarter_position
from programmes.queries.rolling import Lacking, begun_in, opened_at, rolled_forward, still_lacking
from programmes.queries.saved_views import saved_views
from programmes.queries.signing import ToSign, flags_of, hints_for, moved_dates, to_sign, to_sign_off
from programmes.queries.themes import (
    LeftBehind,
    left_behind,
    theme_at,
    theme_names,
    themes_in_force,
    themes_kept_at,
)
from programmes.queries.timeline import TimelineRow, timeline_rows
from programmes.queries.words import words_by_partnership
from programmes.queries.work import (
    DraftShown,
    MyUpdate,
    answer_before,
    answers_before,
    asked_of,
    chase_list,
    closures,
    drafts_shown,
    my_updates,
    next_of_mine,
    next_quarter,
    ready_drafts,
)

__all__ = [
    "ANSWERS",
    "DraftShown",
    "Lacking",
    "LeftBehind",
    "Links",
    "MeasureShown",
    "MilestoneRow",
    "MyUpdate",
    "ShownQuarter",
    "TimelineRow",
    "ToSign",
    "UpdateShown",
    "answer_before",
    "answers_before",
    "asked_of",
    "assessed_by_theme",
    "begun_in",
    "chase_list",
    "closures",
    "dates_collected",
    "deadlines_of",
    "drafts_shown",
    "flags_of",
    "having_status",
    "hints_for",
    "latest_updates",
    "left_behind",
    "links_of",
    "measure_standings",
    "milestone_rows",
    "milestones_due",
    "moved_dates",
    "moved_words",
    "moves_of",
    "moves_waiting",
    "my_updates",
    "next_of_mine",
    "next_quarter",
    "of_quarter",
    "opened_at",
    "plan_of",
    "quarter_position",
    "ready_drafts",
    "rolled_forward",
    "same_refusals",
    "saved_views",
    "shown_quarter",
    "standing_of",
    "statuses",
    "steps_due",
    "still_lacking",
    "theme_at",
    "theme_names",
    "themes_in_force",
    "themes_kept_at",
    "timeline_rows",
    "to_sign",
    "to_sign_off",
    "with_answers",
    "words_by_partnership",
]
