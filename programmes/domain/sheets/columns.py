"""What the columns of a plan's spreadsheet mean, by their headings."""

from collections.abc import Iterable, Mapping

from core.domain.sheets import folded
from core.domain.words import Labelled


class PlanColumn(Labelled):
    """What a column can be. A column that is none of these is kept as it is, beside the action."""

    REFERENCE = "reference"
    TITLE = "action"
    DESCRIPTION = "description"
    THEME = "theme"
    OUTCOME = "outcome"
    OWNER = "owner_organisation"
    LEAD = "lead_role"
    SUPPORTERS = "supporting_organisations"
    STARTS = "starts"
    ORIGINAL = "original_date"
    CURRENT = "due_date"
    WHY_MOVED = "why_the_date_moved"
    STATUS = "status"
    RAG = "on_track_or_not"
    FINISHED = "finished_on"
    WORDS = "what_happened_and_what_is_next"
    REASON = "why_it_is_at_risk_or_off_track"
    RECOVERY = "recovery_step"
    RECOVERY_OWNER = "who_recovers_it"
    RECOVERY_DATE = "recovered_by"
    HELP = "help_or_a_decision_needed"
    MILESTONE = "milestone"
    MILESTONE_ORIGINAL = "milestone:_original_date"
    MILESTONE_DATE = "milestone:_due_date"
    MILESTONE_DONE = "milestone:_done_on"


REPORTED = frozenset(
    {
        PlanColumn.STATUS,
        PlanColumn.RAG,
        PlanColumn.FINISHED,
        PlanColumn.WORDS,
        PlanColumn.REASON,
        PlanColumn.RECOVERY,
        PlanColumn.RECOVERY_OWNER,
        PlanColumn.RECOVERY_DATE,
        PlanColumn.HELP,
    }
)  # what belongs to a quarter's update, so that the quarter has to be known

_C = PlanColumn
HEADED: Mapping[PlanColumn, str] = {
    _C.REFERENCE: (
        "ref, ref no, reference, reference number, action ref, action reference, action no, action "
        "number, action id, no, number, id, plan ref"
    ),
    _C.TITLE: (
        "action, action title, title, action name, activity, task, what we will do, key action, priority "
        "action, deliverable"
    ),
    _C.DESCRIPTION: "description, action description, detail, details, further detail, scope",
    _C.THEME: "theme, priority theme, workstream, work stream, strand",
    _C.OUTCOME: "outcome, intended outcome, outcomes, desired outcome",
    _C.OWNER: (
        "owner, owner organisation, lead organisation, organisation, lead body, lead council, lead "
        "partner, responsible organisation, lead authority"
    ),
    _C.LEAD: (
        "lead, lead officer, lead role, lead s role, responsible officer, action lead, action owner, "
        "accountable officer"
    ),
    _C.SUPPORTERS: (
        "supporting organisations, supported by, partners, supporting partners, delivery partners, other "
        "partners, support"
    ),
    _C.STARTS: "start, starts, start date, starts on, from, begins",
    _C.ORIGINAL: (
        "original date, original due date, baseline date, original deadline, baseline, baseline end date, "
        "original target date"
    ),
    _C.CURRENT: (
        "due, due date, deadline, target date, end date, current date, finish date, by when, timescale, "
        "timescales, revised date, revised due date"
    ),
    _C.WHY_MOVED: "why the date moved, reason for date change, reason for change of date",
    _C.STATUS: "status, progress status, stage, current status, delivery status",
    _C.RAG: (
        "rag, rag status, rag rating, brag, brag status, brag rating, confidence, on track or not, "
        "current rag"
    ),
    _C.FINISHED: (
        "finished on, actual date, completed on, date completed, actual end date, actual completion date"
    ),
    _C.WORDS: (
        "what happened and what is next, update, progress, progress update, commentary, latest update, "
        "quarterly update, progress this quarter, narrative"
    ),
    _C.REASON: "why it is at risk or off track, reason, reason for status, reason for rag, issues",
    _C.RECOVERY: (
        "recovery step, recovery, recovery action, path to green, mitigation, mitigating action, "
        "corrective action, recovery plan"
    ),
    _C.RECOVERY_OWNER: "who recovers it, recovery owner, who will do it",
    _C.RECOVERY_DATE: "recovered by, recovery date, back on track by, recovery by",
    _C.HELP: (
        "help or a decision needed, help needed, decision needed, support needed, ask, decisions needed, "
        "escalation, help or decision needed"
    ),
    _C.MILESTONE: "milestone, milestones, milestone title, key milestone, step",
    _C.MILESTONE_ORIGINAL: "milestone original date, milestone baseline date, milestone baseline",
    _C.MILESTONE_DATE: "milestone due date, milestone date, milestone due, milestone deadline",
    _C.MILESTONE_DONE: (
        "milestone done on, milestone done, milestone completed, milestone actual date, milestone "
        "completed on"
    ),
}  # words such columns are headed with, folded
MEANING = {word: column for column, words in HEADED.items() for word in words.split(", ")}


def recognises(heading: str) -> bool:
    """Whether a heading is one of the words plans are usually headed with."""
    return folded(heading) in MEANING


def meanings(
    headings: Iterable[str], remembered: Mapping[str, str]
) -> tuple[dict[str, PlanColumn | None], frozenset[str]]:
    """What each heading means, None for a column of its own, and the headings that are not certain.

    ``remembered`` is what the partnership said last time: heading to the column's value, "" for one of its
    own. A heading nobody explained is one of its own. Where two headings claim the same column the first
    keeps it and both are uncertain, unless the partnership has said so before.
    """
    columns: dict[str, PlanColumn | None] = {}
    uncertain: set[str] = set()
    first: dict[PlanColumn, str] = {}
    for heading in headings:
        known = remembered.get(heading)
        column = MEANING.get(folded(heading)) if known is None else (PlanColumn(known) if known else None)
        if column in first and known is None:
            uncertain |= {heading, first[column]} if column else set()
            column = None
        if column:
            first.setdefault(column, heading)
        columns[heading] = column
    return columns, frozenset(uncertain - set(remembered))


def meaning_problems(chosen: Mapping[str, PlanColumn | None]) -> dict[str, str]:
    """By heading, why the columns cannot be read as chosen; under "" what is missing altogether."""
    taken: dict[PlanColumn, str] = {}
    wrong: dict[str, str] = {}
    for heading, column in chosen.items():
        if column is None:
            continue
        if column in taken:
            wrong[heading] = f"{taken[column]} is {column.label.lower()} already. Choose one of the two."
        taken.setdefault(column, heading)
    if PlanColumn.TITLE not in taken:
        wrong[""] = "Say which column holds the action: without it there is nothing to import."
    for column in (PlanColumn.MILESTONE_ORIGINAL, PlanColumn.MILESTONE_DATE, PlanColumn.MILESTONE_DONE):
        if column in taken and PlanColumn.MILESTONE not in taken:
            wrong[taken[column]] = "Say which column holds the milestone this date belongs to."
    return wrong
