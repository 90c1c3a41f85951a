"""A quarter's progress report, written from the record alone: what was asked for most, silence included."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from core.domain.periods import Quarter
from core.domain.status import Status
from core.domain.vocabulary import Vocabulary
from core.domain.words import NOT_STATED, counted, day_words
from governance.reports.domain.document import (
    Document,
    DocumentHeadRow,
    DocumentParagraph,
    DocumentSection,
    ParagraphKind,
    SectionKind,
    TableData,
)
from programmes.domain.baseline import PromiseOutcome
from programmes.domain.position import ActionPosition, MilestoneDue, QuarterPosition
from programmes.domain.rounds import RoundState

LACKING = (Status.OFF_TRACK, Status.AT_RISK)


@dataclass(frozen=True)
class MovedDate:
    """A date that moved, or is asked to move, in the quarter. ``what`` is the action or the milestone."""

    reference: str
    what: str
    before: str
    after: str
    why: str
    state: str


def progress_document(
    position: QuarterPosition,
    milestones: Sequence[MilestoneDue],
    moved: Sequence[MovedDate],
    head: tuple[DocumentHeadRow, ...],
) -> Document:
    """The report as sections and tables; nothing in it was typed for it.

    Every section says so where there is nothing to say: a gap would read as nobody having looked.
    """
    words = position.vocabulary
    sections = (
        _section("summary", "Summary", _summary(position)),
        _section("off-track", _lacking_words(words), _lacking(position)),
        _section("dates", "Dates moved", _dates(moved)),
        _section("milestones", "Milestones of the quarter", _milestones(milestones)),
        _section("help", "Help and decisions asked for", _help(position)),
        _section("silent", words.word(Status.NO_UPDATE), _silent(position)),
        _section("all", "Every action by theme", _all(position)),
    )
    title = f"{position.plan}: progress in {position.quarter.label}"
    return Document(title, head, sections)


def _section(key: str, heading: str, parts: Iterable[DocumentParagraph]) -> DocumentSection:
    return DocumentSection(key, heading, SectionKind.TEXT, tuple(parts))


def _words(key: str, text: str) -> DocumentParagraph:
    return DocumentParagraph(key, ParagraphKind.PARAGRAPH, text, is_literal=True)


def _table(
    key: str, caption: str, headings: tuple[str, ...], rows: Iterable[tuple[str, ...]], **more: object
) -> DocumentParagraph:
    table = TableData(caption, headings, tuple(rows), **more)  # type: ignore[arg-type]
    return DocumentParagraph(key, ParagraphKind.TABLE, table=table)


def _summary(position: QuarterPosition) -> list[DocumentParagraph]:
    before, counts = position.counts_before, position.counts
    locked = position.round_state is RoundState.LOCKED
    state = "This is what was reported and locked." if locked else "The round is not locked yet."
    rows = [
        (position.vocabulary.word(status), str(counts[status]), str(before[status]))
        for status in Status
        if counts[status] or before[status]
    ]
    total = ("All actions", str(position.total), str(sum(before.values())))
    return [
        _words("summary-finding", f"{position.finding}. {state}"),
        _words("summary-share", position.on_course.wording),
        _words("summary-received", f"{position.completeness.wording}."),
        _table(
            "summary-counts",
            f"Actions by status in {position.quarter.label}",
            ("Status", position.quarter.label, position.quarter.previous().label),
            rows,
            numeric=frozenset({1, 2}),
            total=total,
        ),
    ]


def _lacking(position: QuarterPosition) -> list[DocumentParagraph]:
    actions, words = position.with_status(*LACKING), position.vocabulary
    off, risk = words.inside(Status.OFF_TRACK), words.inside(Status.AT_RISK)
    if not actions:
        return [_words("off-none", f"No action is reported {off} or {risk}.")]
    rows = (
        (
            action.reference,
            action.title,
            action.owner or "No owner",
            words.word(action.status),
            action.reason or NOT_STATED,
            action.recovery or NOT_STATED,
            _by(action),
        )
        for action in actions
    )
    headings = ("Reference", "Action", "Owner", "Status", "Why", "Recovery step", "By whom and when")
    return [
        _words("off-count", f"{counted(len(actions), 'action')} {off} or {risk}, {off} first."),
        _table("off-table", _lacking_words(words), headings, rows),
    ]


def _lacking_words(words: Vocabulary) -> str:
    return f"{words.word(Status.OFF_TRACK)} and {words.inside(Status.AT_RISK)}"


def _by(action: ActionPosition) -> str:
    day = day_words(action.recovery_on) if action.recovery_on else ""
    return ", ".join(part for part in (action.recovery_owner, day) if part) or NOT_STATED


def _dates(moved: Sequence[MovedDate]) -> list[DocumentParagraph]:
    if not moved:
        return [_words("dates-none", "No date moved in the quarter, and none was asked to move.")]
    rows = ((move.reference, move.what, move.before, move.after, move.why, move.state) for move in moved)
    headings = ("Reference", "What", "From", "To", "Why", "State")
    return [
        _words("dates-count", f"{counted(len(moved), 'date')} moved or asked to move."),
        _table("dates-table", "Dates moved", headings, rows),
    ]


def _milestones(due: Sequence[MilestoneDue]) -> list[DocumentParagraph]:
    if not due:
        return [_words("steps-none", "No milestone was promised for the quarter.")]
    kept = sum(milestone.outcome is PromiseOutcome.KEPT for milestone in due)
    open_still = sum(milestone.outcome is None for milestone in due)
    missed = len(due) - kept - open_still
    promised = counted(len(due), "milestone")
    sentence = f"Of {promised} promised for the quarter, {kept} met as promised, {missed} not met"
    rows = (
        (
            f"{milestone.action_reference}/{milestone.number}",
            milestone.title,
            milestone.owner or "No owner",
            milestone.promised.wording,
            day_words(milestone.actual_on) if milestone.actual_on else "Not done",
            milestone.outcome_words,
        )
        for milestone in due
    )
    headings = ("Reference", "Milestone", "Owner", "Promised for", "Done on", "Outcome")
    return [
        _words("steps-count", f"{sentence}{f', {open_still} still to come' if open_still else ''}."),
        _table("steps-table", "Milestones promised for the quarter", headings, rows),
    ]


def _help(position: QuarterPosition) -> list[DocumentParagraph]:
    actions = [action for action in position.actions if action.help_wanted]
    if not actions:
        return [_words("help-none", "No update asks for help or a decision.")]
    rows = (
        (action.reference, action.title, action.owner or "No owner", action.help_wanted) for action in actions
    )
    headings = ("Reference", "Action", "Owner", "What is asked for")
    return [
        _words("help-count", f"{counted(len(actions), 'action')} with help or a decision asked for."),
        _table("help-table", "Help and decisions", headings, rows),
    ]


def _silent(position: QuarterPosition) -> list[DocumentParagraph]:
    actions = position.with_status(Status.NO_UPDATE)
    if not actions:
        return [_words("silent-none", "Every action that was asked has reported.")]
    rows = (
        (action.reference, action.title, action.owner or "No owner", action.lead or "No lead")
        for action in actions
    )
    return [
        _words(
            "silent-count",
            f"Nothing was heard of {counted(len(actions), 'action')}. "
            f"That is not taken for {position.vocabulary.inside(Status.ON_TRACK)}.",
        ),
        _table("silent-table", "Actions without an update", ("Reference", "Action", "Owner", "Lead"), rows),
    ]


def _all(position: QuarterPosition) -> list[DocumentParagraph]:
    parts, words = [], position.vocabulary
    headings = ("Reference", "Action", "Owner", "Due", "Status", "Since last quarter", "What happened")
    for number, (theme, actions) in enumerate(position.by_theme().items(), start=1):
        rows = (
            (
                action.reference,
                action.title,
                action.owner or "No owner",
                action.current.wording if action.current else "No date",
                words.word(action.status),
                action.movement.label,
                action.words
                or (words.word(action.status) if action.status is Status.NO_UPDATE else NOT_STATED),
            )
            for action in actions
        )
        parts.append(_table(f"all-{number}", theme, headings, rows))
    return parts or [_words("all-none", "The plan has no actions yet.")]


def quarter_facts(quarter: Quarter, as_at: date) -> tuple[DocumentHeadRow, ...]:
    """Rows every progress report has under its title, whichever house style it is in."""
    return (DocumentHeadRow("Quarter", quarter.long_label), DocumentHeadRow("As at", day_words(as_at)))
