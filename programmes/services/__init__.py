"""Writes: actions and milestones, moved dates, rounds, updates, imports. One module for each noun.

Every function is one transaction and one change in the history, takes the actor as ``by`` and the
day or the moment as an argument (nothing here reads a clock), and raises ValidationError with
sentences when a rule says no, StaleEdit when somebody saved since the row was read.
"""

from programmes.services.absence import come_back, stand_in
from programmes.services.actions import (
    add_action,
    add_evidence,
    add_milestone,
    complete_milestone,
)
from programmes.services.addresses import (
    make_feed,
    make_link,
    note_use,
    revoke_feeds,
    revoke_link,
    row_of,
    token_of,
)
from programmes.services.assessments import keep_assessment
from programmes.services.bulk import (
    BULK_FIELDS,
    MOST_AT_ONCE,
    bulk_problems,
    carry_actions,
    change_many,
    move_many,
    moves_examined,
    must_be_some,
)
from programmes.services.dates import approve_move, move_date, note_move, refuse_move
from programmes.services.extending import extend_round, extend_updates
from programmes.services.imports import (
    answer_questions,
    confirm_import,
    match_columns,
    undo_import,
    upload_plan,
)
from programmes.services.letters import send_digest, tell_returned
from programmes.services.links import LINK_KINDS, change_links, linked
from programmes.services.measures import add_measure
from programmes.services.partner import answer_through_link
from programmes.services.rounds import (
    close_round,
    lock_round,
    open_round,
    plan_round,
    reopen_round,
    take_back_opening,
)
from programmes.services.saved_views import save_view
from programmes.services.updates import (
    discard_draft,
    reopen_updates,
    return_update,
    save_draft,
    save_ready,
    show_latest,
    sign_off_update,
    submit_update,
)

__all__ = [
    "BULK_FIELDS",
    "LINK_KINDS",
    "MOST_AT_ONCE",
    "add_action",
    "add_evidence",
    "add_measure",
    "add_milestone",
    "answer_questions",
    "answer_through_link",
    "approve_move",
    "bulk_problems",
    "carry_actions",
    "change_links",
    "change_many",
    "close_round",
    "come_back",
    "complete_milestone",
    "confirm_import",
    "discard_draft",
    "extend_round",
    "extend_updates",
    "keep_assessment",
    "linked",
    "lock_round",
    "make_feed",
    "make_link",
    "match_columns",
    "move_date",
    "move_many",
    "moves_examined",
    "must_be_some",
    "note_move",
    "note_use",
    "open_round",
    "plan_round",
    "refuse_move",
    "reopen_round",
    "reopen_updates",
    "return_update",
    "revoke_feeds",
    "revoke_link",
    "row_of",
    "save_draft",
    "save_ready",
    "save_view",
    "send_digest",
    "show_latest",
    "sign_off_update",
    "stand_in",
    "submit_update",
    "take_back_opening",
    "tell_returned",
    "token_of",
    "undo_import",
    "upload_plan",
]
