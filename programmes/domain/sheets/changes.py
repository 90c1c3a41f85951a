"""What an imported file would change in the plan, action by action, and what it must not."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from core.domain.periods import Quarter
from core.domain.sheets import folded
from core.domain.status import Confidence, Stage, Status
from core.domain.vocabulary import Vocabulary
from core.domain.windows import DateWindow
from core.domain.words import day_words, listed
from programmes.domain.baseline import move_kind
from programmes.domain.moves import done_problems, target_problems
from programmes.domain.sheets.columns import PlanColumn
from programmes.domain.sheets.effects import (
    ActionChange,
    DatesChange,
    ImportedMove,
    MilestoneChange,
    PlanChanges,
    StoredAction,
    StoredAnswer,
    StoredDates,
    StoredMilestone,
)
from programmes.domain.sheets.reading import ADD
from programmes.domain.sheets.rows import Known, PlanEntry, PlanRow, SheetFinding
from programmes.domain.sheets.words import IN_PROGRESS
from programmes.domain.updates import LONGEST_WORDS

_C = PlanColumn
FIELDS = {
    _C.TITLE: "title",
    _C.DESCRIPTION: "description",
    _C.THEME: "theme",
    _C.OUTCOME: "outcome",
    _C.OWNER: "owner",
    _C.LEAD: "lead_role",
    _C.STARTS: "starts",
}
ANSWERS = {
    _C.WORDS: "words",
    _C.REASON: "reason",
    _C.RECOVERY: "recovery",
    _C.RECOVERY_OWNER: "recovery_owner",
    _C.RECOVERY_DATE: "recovery_on",
    _C.HELP: "help_wanted",
    _C.FINISHED: "actual_on",
}
TOO_LONG = f"An update has {LONGEST_WORDS} characters. This is kept whole; the next one has to be shorter."


def plan_changes(
    entries: Iterable[PlanEntry],
    stored: Mapping[str, StoredAction],
    *,
    known: Known,
    quarter: Quarter | None,
    today: date,
    why: str = "",
    theme: str = "",
) -> PlanChanges:
    """Hold each action of the file against the record.

    ``stored`` is by reference. An action without a reference is the one live action of its title, else a new
    one. ``known`` is what names and statuses are called, ``quarter`` the one its statuses belong to, ``why``
    the reason for dates that move and give none. What the file leaves blank stays as it is.
    """
    by_title: dict[str, list[StoredAction]] = {}
    for action in stored.values():
        if not action.archived:
            by_title.setdefault(folded(action.values["title"]), []).append(action)
    changes = PlanChanges()
    for entry in entries:
        counterpart = stored.get(entry.reference)
        if not entry.reference:
            alike = by_title.get(folded(entry.title), [])
            if len(alike) > 1:
                sentence = f"{len(alike)} actions have this title. Give the reference of the one meant."
                _refuse(changes, entry, _C.TITLE, "which_action", sentence)
            counterpart = alike[0] if alike else None
        if counterpart is None and PlanColumn.THEME not in entry.facts:
            changes.without_theme += [] if theme else [entry]
            entry.facts |= {PlanColumn.THEME: theme} if theme else {}
        changes.actions.append(_Comparison(changes, entry, counterpart, known, quarter, today, why).change())
    return changes


class _Comparison:
    """One action of the file beside the record's."""

    def __init__(
        self,
        changes: PlanChanges,
        entry: PlanEntry,
        stored: StoredAction | None,
        known: Known,
        quarter: Quarter | None,
        today: date,
        why: str,
    ) -> None:
        self.changes, self.entry, self.stored = changes, entry, stored
        self.quarter, self.today, self.why = quarter, today, why
        self.called, self.vocabulary = known.called, known.vocabulary
        self.made = ActionChange(entry, stored)

    def change(self) -> ActionChange:
        """Everything about the action, with what is refused put among the findings."""
        entry, stored = self.entry, self.stored
        if stored is None and not entry.title:
            sentence = f"There is no action {entry.reference} yet, and the row names none. Name the action."
            self._refuse(_C.REFERENCE, "no_title", sentence)
        if stored and stored.archived:
            self._refuse(_C.REFERENCE, "archived", stored.archived)
        self._values()
        self._dates()
        self._milestones()
        self._supporters()
        if self.quarter:
            self._answer()
        self._extra()
        return self.made

    def _values(self) -> None:
        held = self.stored.values if self.stored else {}
        for column, name in FIELDS.items():
            after = self.entry.facts.get(column)
            before = held.get(name)
            if after is None or after == before or (name == "starts" and _same(before, after)):
                continue
            self.made.values[name] = after
            self._differs(column.label, self._name(column, before), self._name(column, after))

    def _dates(self) -> None:
        held = self.stored.dates if self.stored else StoredDates()
        facts = self.entry.facts
        self.made.dates = self._moved(
            held, self.entry, (_C.ORIGINAL, _C.CURRENT), str(facts.get(_C.WHY_MOVED, "")), ""
        )

    def _moved(
        self, held: StoredDates, row: PlanRow, columns: tuple[PlanColumn, PlanColumn], why: str, label: str
    ) -> DatesChange:
        """First dates or a move, by the two columns that hold the original and the current date."""
        original, current = (row.facts.get(column) for column in columns)
        if held.original is None:
            first = original or current
            if first is None:
                return DatesChange()
            last = current or first
            self._differs(f"{label}original date" if label else "Original date", None, first)
            moved = None if _same(first, last) else self._move(first, last, why, reported=True)
            if moved:
                self._differs(f"{label}due date" if label else "Due date", first, last)
            return DatesChange(first, last if moved else first, moved)
        if original and not _same(original, held.original):
            sentence = (
                f"The original date, {held.original.wording}, is kept for ever. Change the due date instead."
            )
            self._refuse(columns[0], "original_date", sentence, row)
        agreed = held.current or held.original
        if current is None or _same(current, agreed) or _same(current, held.waiting):
            return DatesChange()
        return self._change_date(held, agreed, current, row, columns[1], why, label)

    def _change_date(
        self,
        held: StoredDates,
        agreed: DateWindow,
        after: DateWindow,
        row: PlanRow,
        column: PlanColumn,
        why: str,
        label: str,
    ) -> DatesChange:
        if held.finished:
            self._refuse(column, "finished", "This is finished, so its date stays as it is.", row)
        if held.waiting:
            sentence = (
                f"A move to {held.waiting.wording} waits for a decision. The date can move again after that."
            )
            self._refuse(column, "waits", sentence, row)
        starts = self.entry.facts.get(_C.STARTS) or (
            self.stored.values.get("starts") if self.stored else None
        )
        for problem in target_problems(after, starts, self.today):
            self._refuse(column, problem.code, problem.message, row)
        move = self._move(agreed, after, why)
        state = "" if move.applied else " (waits for a decision)"
        self._differs(f"{label}due date" if label else "Due date", agreed, f"{after.wording}{state}")
        return DatesChange(move=move)

    def _move(
        self, before: DateWindow, after: DateWindow, why: str, *, reported: bool = False
    ) -> ImportedMove:
        kind = move_kind(Quarter.of(before.last), before, after)
        applied = reported or not kind.needs_decision
        return ImportedMove(before, after, kind, applied, why or self.why, reported)

    def _milestones(self) -> None:
        held = (
            {folded(milestone.title): milestone for milestone in self.stored.milestones}
            if self.stored
            else {}
        )
        starts = self.entry.facts.get(_C.STARTS) or (
            self.stored.values.get("starts") if self.stored else None
        )
        for row in self.entry.milestones:
            stored = held.get(folded(row.facts[_C.MILESTONE]))
            self._milestone(row, stored, starts)

    def _milestone(self, row: PlanRow, stored: StoredMilestone | None, starts: DateWindow | None) -> None:
        label = f"Milestone {row.facts[_C.MILESTONE]}: "
        count = len(self.made.differences)
        columns = (_C.MILESTONE_ORIGINAL, _C.MILESTONE_DATE)
        dates = self._moved(stored.dates if stored else StoredDates(), row, columns, "", label)
        if stored is None and dates.original is None:
            self._refuse(_C.MILESTONE, "no_date", "A milestone needs the date it is due. Give one.", row)
        if stored is None and starts and dates.original and dates.original.last < starts.first:
            sentence = f"The action starts {starts.wording}. A milestone cannot be due before that."
            self._refuse(_C.MILESTONE_DATE, "before_start", sentence, row)
        done = row.facts.get(_C.MILESTONE_DONE)
        if done:
            for problem in done_problems(done, self.today):
                self._refuse(_C.MILESTONE_DONE, problem.code, problem.message, row)
        actual = done if done and done != (stored.actual_on if stored else None) else None
        if actual:
            self._differs(f"{label}done on", stored.actual_on if stored else None, actual)
        extra = _merged(stored.extra if stored else {}, row.extra)
        if extra is not None and stored:
            self._differs(f"{label}other columns", "", ", ".join(row.extra.values()))
        if len(self.made.differences) > count:
            self.made.milestones.append(MilestoneChange(row, stored, dates, actual, extra))

    def _supporters(self) -> None:
        held = self.stored.supporters if self.stored else frozenset()
        new = tuple(
            organisation
            for organisation in dict.fromkeys(self.entry.facts.get(_C.SUPPORTERS, ()))
            if organisation not in held
        )
        owner = self.made.values.get("owner") or (self.stored.values.get("owner") if self.stored else None)
        self.made.supporters = tuple(organisation for organisation in new if organisation != owner)
        for organisation in self.made.supporters:
            self._differs("Supporting organisation", None, self._name(_C.OWNER, organisation))

    def _answer(self) -> None:
        entry, held = self.entry, (self.stored.answer if self.stored else None) or StoredAnswer()
        facts = entry.facts
        status = facts.get(_C.STATUS)
        answer = {name: facts[column] for column, name in ANSWERS.items() if column in facts}
        if status is None or status == IN_PROGRESS:
            self._silent(status is not None, answer)
            return
        stage, confidence = status
        answer |= {"stage": stage.value, "confidence": confidence.value if confidence else ""}
        changed = {
            name: value for name, value in answer.items() if value != held.values.get(name) or not held.is_in
        }
        if not changed:
            return
        if held.closed:
            self._refuse(_C.STATUS, "closed", held.closed)
        self._check_answer(stage, confidence, {**held.values, **answer})
        self.made.answer = answer
        for name, value in changed.items():
            column = next((column for column, field_name in ANSWERS.items() if field_name == name), _C.STATUS)
            if name != "confidence" or value:
                good = self.vocabulary.word(Confidence.ON_TRACK)
                label = f"{good} or not" if name == "confidence" else column.label
                before = held.values.get(name) if held.is_in else None
                self._differs(label, self._label(name, before) if before else None, self._label(name, value))

    def _silent(self, started: bool, answer: Mapping[str, Any]) -> None:
        """Without a status there is no update: the words are kept beside the action, and a note says so."""
        if started:
            self._note(_C.STATUS, "no_confidence", _alone(self.vocabulary))
            self._keep(_C.STATUS, "In progress")
        elif answer:
            silent = self.vocabulary.inside(Status.NO_UPDATE)
            message = f"Without a status this counts as {silent}. What it says is kept beside the action."
            self._note(_C.WORDS, "no_status", message)
        for column, name in ANSWERS.items():
            if name in answer:
                self._keep(column, _words(answer[name]))

    def _keep(self, column: PlanColumn, words: str) -> None:
        heading = self.entry.at(column).heading
        if heading:
            self.entry.extra.setdefault(heading, words)

    def _check_answer(self, stage: Stage, confidence: Confidence | None, answer: Mapping[str, Any]) -> None:
        finished = answer.get("actual_on")
        if finished and finished > self.today:
            message = f"{day_words(finished)} is still to come. Give the day on which it was finished."
            self._refuse(_C.FINISHED, "in_the_future", message)
        if finished and stage is not Stage.COMPLETE:
            done = self.vocabulary.inside(Stage.COMPLETE)
            message = (
                f"Only what is {done} has a day on which it was finished. Change its status or take it out."
            )
            self._refuse(_C.FINISHED, "not_complete", message)
        if stage is Stage.COMPLETE and not finished:
            self._note(
                _C.STATUS,
                "no_finish",
                f"{self.vocabulary.word(stage)} without the day: it will read Not stated.",
            )
        if len(str(answer.get("words", ""))) > LONGEST_WORDS:
            message = TOO_LONG
            self._note(_C.WORDS, "long", message)
        if confidence is Confidence.OFF_TRACK:
            expected = {
                "reason": "a reason",
                "recovery": "a recovery step",
                "recovery_owner": "somebody to do it",
            }
            missing = [
                words
                for name, words in (expected | {"recovery_on": "a date for it"}).items()
                if not answer.get(name)
            ]
            if missing:
                off = self.vocabulary.word(confidence)
                message = f"{off} without {listed(missing)}: the report will say Not stated."
                self._note(_C.STATUS, "off_track", message)

    def _extra(self) -> None:
        held = self.stored.extra if self.stored else {}
        self.made.extra = _merged(held, self.entry.extra)
        for heading, value in (self.made.extra or {}).items():
            if held.get(heading) != value:
                self._differs(heading, held.get(heading), value)

    def _differs(self, label: str, before: Any, after: Any) -> None:
        self.made.differences.append((label, _words(before), _words(after)))

    def _name(self, column: PlanColumn, value: Any) -> Any:
        """What people call a theme or an organisation; any other value as it is."""
        called = self.called.get(column)
        return called.get(value, value) if called and isinstance(value, str) else value

    def _label(self, name: str, value: Any) -> Any:
        """The answer's stored word as people read it."""
        if name == "stage":
            return self.vocabulary.word(Stage(value))
        return self.vocabulary.word(Confidence(value)) if name == "confidence" else value

    def _refuse(self, column: PlanColumn, rule: str, message: str, row: PlanRow | None = None) -> None:
        _refuse(self.changes, row or self.entry, column, rule, message)

    def _note(self, column: PlanColumn, rule: str, message: str) -> None:
        place = self.entry.at(column)
        self.changes.findings.append(SheetFinding(place, "", rule, message, refused=False))


def _refuse(changes: PlanChanges, row: PlanRow, column: PlanColumn, rule: str, message: str) -> None:
    changes.findings.append(SheetFinding(row.at(column), _words(row.facts.get(column)), rule, message))


def _merged(held: Mapping[str, str], extra: Mapping[str, str]) -> dict[str, str] | None:
    """The columns of its own with what the file says of them; None where that changes nothing."""
    if all(held.get(heading) == value for heading, value in extra.items()):
        return None
    return {**held, **extra}


def _same(window: DateWindow | None, other: DateWindow | None) -> bool:
    return window is other if window is None or other is None else window.is_same_time_as(other)


def _words(value: Any) -> str:
    """A value as a preview shows it."""
    if value is None:
        return ""
    if isinstance(value, DateWindow):
        return value.wording
    if isinstance(value, date):
        return day_words(value)
    if isinstance(value, tuple):
        return ", ".join(_words(part) for part in value)
    words = str(value)
    return f"{words[1:]} (new)" if words.startswith(ADD) else words


def _alone(vocabulary: Vocabulary) -> str:
    """What work in progress without a confidence comes to."""
    three = listed([vocabulary.inside(confidence) for confidence in Confidence], "or")
    begun, silent = vocabulary.inside(Stage.IN_PROGRESS), vocabulary.inside(Status.NO_UPDATE)
    return f"What is {begun} is {three}. Without one of them this counts as {silent}."
