"""Writes: actions and milestones, moved dates, rounds, updates, imports. One module for each noun.

Every function is one transaction and one change in the history, takes the actor as ``by`` and the
day or the moment as an argument (nothing here reads a clock), and raises ValidationError with
sentences when a rule says no, StaleEdit when somebody saved since the row was read.
"""

from programmes.services.actions import (
    add_action,
    add_evidence,
    add_milestone,
    complete_milestone,
)
from programmes.services.dates import approve_move, move_date, refuse_move
from programmes.services.imports import (
    answer_questions,
    confirm_import,
    match_columns,
    undo_import,
    upload_plan,
)
from programmes.services.rounds import close_round, lock_round, open_round, plan_round, reopen_round
from programmes.services.updates import (
    discard_draft,
    reopen_updates,
    return_update,
    save_draft,
    show_latest,
    sign_off_update,
    submit_update,
)

__all__ = [
    "add_action",
    "add_evidence",
    "add_milestone",
    "answer_questions",
    "approve_move",
    "close_round",
    "complete_milestone",
    "confirm_import",
    "discard_draft",
    "lock_round",
    "match_columns",
    "move_date",
    "open_round",
    "plan_round",
    "refuse_move",
    "reopen_round",
    "reopen_updates",
    "return_update",
    "save_draft",
    "show_latest",
    "sign_off_update",
    "submit_update",
    "undo_import",
    "upload_plan",
]
