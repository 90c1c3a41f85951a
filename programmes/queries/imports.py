"""Reads for imports: what the record holds of a plan, what its words mean, and what a file would change."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from core.domain.periods import Quarter
from core.domain.sheets import CellFault, Sheet, SheetTable, folded, table_of, unpacked
from core.domain.status import Stage
from core.domain.windows import DateWindow
from core.models import window_columns
from partnerships.models import Organisation, OrganisationName, Outcome, Partnership, Theme
from programmes.domain.moves import DateMoveState
from programmes.domain.rounds import RoundState, UpdateState, writing_problems
from programmes.domain.sheets.changes import plan_changes
from programmes.domain.sheets.columns import REPORTED, PlanColumn, meanings, recognises
from programmes.domain.sheets.effects import (
    ImportOutcome,
    PlanChanges,
    StoredAction,
    StoredAnswer,
    StoredDates,
    StoredMilestone,
)
from programmes.domain.sheets.reading import read_plan
from programmes.domain.sheets.rows import Known, PlanEntry, PlanReading, SheetFinding, WordQuestion
from programmes.domain.sheets.words import reads_as_itself
from programmes.models import (
    Action,
    DateChange,
    Milestone,
    Plan,
    PlanImport,
    Round,
    Support,
    Update,
    words_of,
)
from programmes.queries.position import plan_of, window

ROW = (
    "pk",
    "reference",
    "title",
    "description",
    "theme__reference",
    "outcome__reference",
    "owner__code",
    "lead_role",
    "stage",
    "actual_on",
    "extra",
    "plan_id",
    "archived_at",
    *window_columns("starts", "original", "current"),
)


@dataclass(frozen=True)
class Examined:
    """What an import would do, as things stand. Nothing is refused and nothing asked: it can be confirmed."""

    tables: tuple[SheetTable, ...]
    reading: PlanReading
    changes: PlanChanges
    quarter: Quarter | None
    findings: tuple[SheetFinding, ...]
    needs_quarter: bool

    @property
    def refused(self) -> list[SheetFinding]:
        """What has to be put right first, in the file's order."""
        return [finding for finding in self.findings if finding.refused]

    @property
    def notes(self) -> list[SheetFinding]:
        """What is taken as it is, with a note."""
        return [finding for finding in self.findings if not finding.refused]

    @property
    def questions(self) -> list[WordQuestion]:
        """Words somebody has to explain, in the file's order."""
        return list(self.reading.questions.values())

    @property
    def is_ready(self) -> bool:
        """Whether it can be confirmed."""
        return not (self.refused or self.questions or self.needs_quarter)

    @property
    def needs_reason(self) -> bool:
        """Whether a date moves and the file does not say why."""
        return any(
            not move.why and not move.reported for change in self.changes.actions for move in change.moves
        )

    @property
    def counts(self) -> dict[str, int]:
        """Rows read, and actions by what becomes of them."""
        became = Counter(change.outcome for change in self.changes.actions)
        by_outcome = {outcome.value: became[outcome] for outcome in ImportOutcome}
        return {"rows": self.reading.rows, **by_outcome, "refused": len(self.refused)}

    @property
    def own_words(self) -> dict[str, dict[str, str]]:
        """The file's own words for statuses: heading, then stage and confidence, to the commonest word."""
        by_heading: dict[str, dict[str, str]] = {}
        for (heading, reported), words in self.reading.own_words.items():
            by_heading.setdefault(heading, {})[reported_key(*reported)] = words.most_common(1)[0][0]
        return by_heading

    @cached_property
    def seal(self) -> str:
        """The same for the same changes: what was confirmed is what was seen."""
        seen = [
            [change.entry.place.row, change.entry.reference, change.outcome.value, change.differences]
            for change in self.changes.actions
            if change.outcome is not ImportOutcome.UNCHANGED
        ]
        return hashlib.sha256(json.dumps(seen).encode()).hexdigest()[:32]


def reported_key(stage: str, confidence: str | None) -> str:
    """A stage and a confidence as one key: "in_progress:on_track", "complete:"."""
    return f"{stage}:{confidence or ''}"


def sheets_of(imported: PlanImport) -> tuple[Sheet, ...]:
    """The file's sheets as they were read when it was uploaded."""
    with imported.read.content.open("rb") as file:
        return unpacked(json.load(file))


def tables_of(sheets: tuple[Sheet, ...], chosen: list[str]) -> tuple[SheetTable, ...]:
    """The tables in the chosen sheets; in all of them, where none is chosen."""
    tables = (table_of(sheet, recognises) for sheet in sheets if not chosen or sheet.name in chosen)
    return tuple(table for table in tables if table)


def examine(imported: PlanImport, today: date) -> Examined:
    """Hold the file against the record as it is now. Nothing is written. About ten queries."""
    sheets = sheets_of(imported)
    tables = tables_of(sheets, imported.sheets)
    headings = {heading: None for table in tables for heading in table.headings}
    columns, _ = meanings(headings, imported.columns)
    quarter = imported.quarter
    stored = stored_actions(imported.partnership, plan_of(imported.partnership), quarter)
    knows = known(imported.partnership, imported.answers, stored.values())
    reading = read_plan(
        tables,
        columns,
        knows,
        filled_down=frozenset(imported.filled_down),
        faults=_faults_below(sheets, tables),
    )
    answers = imported.answers.get(PlanColumn.THEME.value, {})
    changes = plan_changes(
        reading.entries,
        stored,
        known=knows,
        quarter=quarter,
        today=today,
        why=imported.reason,
        theme=_theme_for_all(imported.partnership, answers.get("", "")),
    )
    if changes.without_theme and not any(column is PlanColumn.THEME for column, _ in reading.questions):
        reading.questions[PlanColumn.THEME, ""] = _question_of_themes(changes.without_theme)
    findings = sorted(
        (*reading.findings, *changes.findings), key=lambda finding: (finding.place.sheet, finding.place.row)
    )
    needs_quarter = quarter is None and bool(REPORTED & set(columns.values()))
    return Examined(tables, reading, changes, quarter, tuple(findings), needs_quarter)


def _faults_below(sheets: Iterable[Sheet], tables: Iterable[SheetTable]) -> list[CellFault]:
    """What could not be read below the headings of the tables."""
    headings = {table.sheet: table.heading_row for table in tables}
    return [
        fault
        for sheet in sheets
        for fault in sheet.faults
        if sheet.name in headings and fault.place.row > headings[sheet.name]
    ]


def _question_of_themes(without: Sequence[PlanEntry]) -> WordQuestion:
    """One question for all actions that stand under no theme."""
    question = WordQuestion(
        PlanColumn.THEME, "", "These actions have no theme. Say which they belong to.", without[0].place
    )
    question.rows = len(without)
    return question


def _theme_for_all(partnership: Partnership, answer: str) -> str:
    return f"+{partnership.name}"[:160] if answer == "+" else answer


def known(
    partnership: Partnership,
    answers: Mapping[str, Mapping[str, str]],
    stored: Iterable[StoredAction] = (),
) -> Known:
    """What words mean here: names of themes, outcomes and organisations, what was answered before, and the
    dates of the record whose words nobody but us can read."""
    themes = Theme.objects.live().filter(partnership=partnership).exclude(theme_set__state="replaced")
    themes = list(themes.values_list("reference", "name"))
    outcomes = Outcome.objects.live().filter(partnership=partnership)
    bodies = list(Organisation.objects.live().values_list("code", "name"))
    earlier = OrganisationName.objects.live().filter(organisation__archived_at=None)
    named = {
        PlanColumn.THEME: _certain((reference, reference, name) for reference, name in themes),
        PlanColumn.OUTCOME: _certain(outcomes.values_list("reference", "reference", "wording")),
        PlanColumn.OWNER: _certain(
            [
                *((code, code, name) for code, name in bodies),
                *earlier.values_list("organisation__code", "name"),
            ]
        ),
    }
    answered = {PlanColumn(column): dict(words) for column, words in answers.items()}
    called = {PlanColumn.THEME: dict(themes), PlanColumn.OWNER: dict(bodies)}
    return Known(words_of(partnership), named, answered, _own_wordings(stored), called)


def _own_wordings(stored: Iterable[StoredAction]) -> dict[str, DateWindow]:
    """By folded words, the one date each can mean; only words that cannot be read as a date."""
    by_words: dict[str, set[DateWindow]] = defaultdict(set)
    for action in stored:
        for dates in (action.dates, *(step.dates for step in action.milestones)):
            for date_window in (dates.original, dates.current, action.values["starts"]):
                if date_window and not reads_as_itself(date_window):
                    by_words[folded(date_window.wording)].add(date_window)
    return {words: date_window for words, (date_window, *others) in by_words.items() if not others}


def _certain(rows: Any) -> dict[str, str]:
    """Folded names to the one reference each can mean; a name of two things is asked about."""
    references: dict[str, set[str]] = defaultdict(set)
    for reference, *names in rows:
        for name in names:
            references[folded(name)].add(reference)
    return {name: reference for name, (reference, *others) in references.items() if not others}


def stored_actions(
    partnership: Partnership, plan: Plan | None, quarter: Quarter | None
) -> dict[str, StoredAction]:
    """Every action of the partnership by reference, as a file is held against it. Six queries."""
    rows = list(Action.objects.filter(partnership=partnership).order_by().values(*ROW))
    supporters: dict[int, set[str]] = defaultdict(set)
    pairs = Support.objects.live().filter(action__partnership=partnership)
    for action, code in pairs.values_list("action_id", "organisation__code"):
        supporters[action].add(code)
    moving = _waiting(partnership)
    milestones = _milestones(partnership, moving)
    answers, default = _answers(plan, quarter)
    return {
        row["reference"]: StoredAction(
            pk=row["pk"],
            reference=row["reference"],
            values={
                "title": row["title"],
                "description": row["description"],
                "theme": row["theme__reference"],
                "outcome": row["outcome__reference"],
                "owner": row["owner__code"],
                "lead_role": row["lead_role"],
                "starts": window(row, "starts"),
            },
            dates=StoredDates(
                window(row, "original"),
                window(row, "current"),
                moving.get((row["pk"], None)),
                row["actual_on"] is not None or row["stage"] in (Stage.COMPLETE, Stage.STOPPED),
            ),
            answer=answers.get(row["pk"]) or _ended(row, default),
            milestones=tuple(milestones.get(row["pk"], ())),
            supporters=frozenset(supporters.get(row["pk"], ())),
            extra=row["extra"],
            archived=_not_free(row, plan),
        )
        for row in rows
    }


def _ended(row: Mapping[str, Any], default: StoredAnswer | None) -> StoredAnswer | None:
    """An action that an earlier quarter ended is not asked again; saying the same says nothing new."""
    if default is None or row["stage"] not in (Stage.COMPLETE, Stage.STOPPED):
        return default
    values = {"stage": row["stage"], "confidence": "", "actual_on": row["actual_on"]}
    return StoredAnswer(values, is_in=True, closed=default.closed)


def _not_free(row: Mapping[str, Any], plan: Plan | None) -> str:
    if row["archived_at"]:
        return (
            f"{row['reference']} belongs to an archived action and is not used again. Give another reference."
        )
    if plan is None or row["plan_id"] != plan.pk:
        return f"{row['reference']} belongs to another plan of the partnership. Give another reference."
    return ""


def _waiting(partnership: Partnership) -> dict[tuple[int, int | None], Any]:
    moves = DateChange.objects.live().filter(action__partnership=partnership, state=DateMoveState.PROPOSED)
    return {(move.action_id, move.milestone_id): move.after for move in moves}


def _milestones(
    partnership: Partnership, moving: Mapping[tuple[int, int | None], Any]
) -> dict[int, list[StoredMilestone]]:
    milestones: dict[int, list[StoredMilestone]] = defaultdict(list)
    rows = Milestone.objects.live().filter(action__partnership=partnership).order_by("action", "number")
    dates = window_columns("original", "current")
    for row in rows.values("pk", "action_id", "title", "actual_on", "extra", *dates):
        stored_dates = StoredDates(
            window(row, "original"),
            window(row, "current"),
            moving.get((row["action_id"], row["pk"])),
            row["actual_on"] is not None,
        )
        milestones[row["action_id"]].append(
            StoredMilestone(row["pk"], row["title"], stored_dates, row["actual_on"], row["extra"])
        )
    return milestones


def _answers(
    plan: Plan | None, quarter: Quarter | None
) -> tuple[dict[int, StoredAnswer], StoredAnswer | None]:
    """The quarter's updates by action, and what holds for an action that has none."""
    if plan is None or quarter is None:
        return {}, None
    rounds = {plan_round.quarter: plan_round for plan_round in plan.rounds.live()}
    quarter_round = rounds.get(quarter)
    if quarter_round is None:
        open_round = next(
            (plan_round for plan_round in rounds.values() if plan_round.state == RoundState.OPEN), None
        )
        closed = (
            f"The round for {open_round.quarter.label} is open. Import its statuses, or close it first."
            if open_round
            else ""
        )
        return {}, StoredAnswer(closed=closed)
    sentences: dict[tuple[str, bool], str] = {}
    answers = {}
    for row in quarter_round.updates.live().values("action_id", "state", "reopened_at", *Update.ANSWER):
        key = (row["state"], row["reopened_at"] is not None)
        if key not in sentences:
            sentences[key] = _closed(quarter_round, *key)
        answers[row["action_id"]] = StoredAnswer(row, UpdateState(row["state"]).is_in, sentences[key])
    return answers, StoredAnswer(closed=_closed(quarter_round, UpdateState.NOT_STARTED, False))


def _closed(row: Round, state: str, is_reopened: bool) -> str:
    problems = writing_problems(row.quarter, RoundState(row.state), UpdateState(state), is_reopened)
    return problems[0].message if problems else ""
