"""The writes of an import: whole sets of rows, each with its history, in a handful of statements."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Max

from core import services as kernel
from core.bulk import change_rows, create_rows
from core.domain.words import sentence_case
from core.models import window_columns
from partnerships.models import Organisation, Outcome, Theme, ThemeSet
from programmes.domain.moves import DateMoveState
from programmes.domain.rounds import RoundState, UpdateState
from programmes.domain.sheets.effects import ActionChange, DatesChange, ImportedMove
from programmes.domain.sheets.reading import ADD
from programmes.domain.sheets.rows import PlanRow
from programmes.domain.sheets.words import initials
from programmes.models import Action, DateChange, Milestone, Plan, PlanImport, Round, Support, Update
from programmes.queries import imports as queries
from programmes.queries.position import plan_of
from programmes.services.rounds import open_round

LONGEST_CODE = 40
ALREADY_MOVED = "The file gives both dates: it had moved before it was imported."


def write_changes(
    imported: PlanImport, examined: queries.Examined, *, by: Any, moment: datetime, today: date
) -> tuple[Plan, list[str]]:
    """Write what the file changes, inside the caller's change.

    Returns the plan it went into, and the references of the file's actions in the file's order.
    """
    changes = [change for change in examined.changes.actions if change.stored is None or change.differences]
    plan = plan_of(imported.partnership) or _first_plan(imported)
    drawn: dict[int, str] = {}
    if changes:
        writing = _Writing(imported, plan, changes, by, moment, today)
        writing.write()
        drawn = {id(change): writing.actions[place].reference for place, change in enumerate(changes)}
    references = (
        drawn.get(id(change)) or (change.stored and change.stored.reference)
        for change in examined.changes.actions
    )
    return plan, [reference for reference in references if reference]


def _first_plan(imported: PlanImport) -> Plan:
    """A partnership's first plan, under its themes in force or a first set of them."""
    here = imported.partnership
    themes = ThemeSet.objects.live().filter(partnership=here, state=ThemeSet.State.IN_FORCE).last()
    if themes is None:
        themes = ThemeSet(partnership=here, reference="themes", name="Themes")
        create_rows([themes])
    plan = Plan(partnership=here, reference="plan", name="Delivery plan", theme_set=themes)
    create_rows([plan])
    return plan


class _Writing:
    """One import on its way into the database."""

    def __init__(
        self,
        imported: PlanImport,
        plan: Plan,
        changes: list[ActionChange],
        by: Any,
        moment: datetime,
        today: date,
    ) -> None:
        self.imported, self.plan, self.changes = imported, plan, changes
        self.by, self.moment, self.today = by, moment, today
        self.quarter = imported.quarter
        self.actions: dict[int, Action] = {}  # by the change's place in ``changes``
        self.themes: dict[str, Theme] = {}
        self.outcomes: dict[str, Outcome] = {}
        self.bodies: dict[str, Organisation] = {}
        self.rounds: dict[int, Round] = {}
        self.steps: dict[int, Milestone] = {}  # by the id of the change it came from

    def write(self) -> None:
        """Names first, then the round, the actions, and what hangs on them."""
        self._name_bodies()
        self._name_themes()
        self._name_outcomes()
        reported_in = self._round()
        self.rounds = {row.pk: row for row in self.plan.rounds.all()}
        self._write_actions(reported_in)
        self._write_milestones()
        self._write_supporters()
        self._write_moves()
        self._write_updates(reported_in)

    # --- Names ------------------------------------------------------------------------------

    def _values(self, name: str) -> list[str]:
        """What the changes say of a field, each once."""
        return list(dict.fromkeys(change.values[name] for change in self.changes if name in change.values))

    def _name_bodies(self) -> None:
        words = dict.fromkeys(
            [*self._values("owner"), *(body for change in self.changes for body in change.supporters)]
        )
        taken = set(Organisation.objects.values_list("code", flat=True))
        new = []
        for word in words:
            if word.startswith(ADD):
                code = _free(_slug(word[1:]), taken)
                taken.add(code)
                self.bodies[word] = Organisation(code=code, name=word[1:][:160])
                new.append(self.bodies[word])
        create_rows(new)
        known = Organisation.objects.filter(code__in=[word for word in words if not word.startswith(ADD)])
        self.bodies |= {body.code: body for body in known}

    def _name_themes(self) -> None:
        here = self.imported.partnership
        self.themes = {theme.reference: theme for theme in Theme.objects.filter(partnership=here)}
        order = max((theme.order for theme in self.themes.values()), default=0)
        new = []
        for word in self._values("theme"):
            if word.startswith(ADD):
                order += 1
                theme = Theme(
                    partnership=here,
                    theme_set=self.plan.theme_set,
                    reference=initials(
                        word[1:], frozenset(theme.reference for theme in self.themes.values())
                    ),
                    name=sentence_case(word[1:])[:160],
                    order=order,
                )
                self.themes[word] = theme
                new.append(theme)
        create_rows(new)

    def _name_outcomes(self) -> None:
        here = self.imported.partnership
        self.outcomes = {outcome.reference: outcome for outcome in Outcome.objects.filter(partnership=here)}
        number, new = len(self.outcomes), []
        for change in self.changes:
            word = change.values.get("outcome", "")
            if word.startswith(ADD) and word not in self.outcomes:
                number += 1
                reference = _free(f"O{number}", set(self.outcomes))
                theme = self._theme(change)
                outcome = Outcome(partnership=here, theme=theme, reference=reference, wording=word[1:])
                self.outcomes |= {word: outcome, reference: outcome}
                new.append(outcome)
        create_rows(new)

    def _theme(self, change: ActionChange) -> Theme:
        word = change.values.get("theme") or (change.stored.values["theme"] if change.stored else "")
        return self.themes[word]

    # --- Actions ----------------------------------------------------------------------------

    def _write_actions(self, reported_in: Round | None) -> None:
        stored = Action.objects.in_bulk([change.stored.pk for change in self.changes if change.stored])
        new: list[Action] = []
        changed: list[Action] = []
        for place, change in enumerate(self.changes):
            action = stored[change.stored.pk] if change.stored else self._new(change)
            self.actions[place] = action
            if self._fill(action, change, reported_in) or change.stored is None:
                (changed if change.stored else new).append(action)
        self._draw_references(new)
        create_rows(new)
        change_rows(changed, _WRITTEN)

    def _new(self, change: ActionChange) -> Action:
        place = change.entry.place
        source = f"{self.imported.file}, {place.sheet}, row {place.row}"
        return Action(
            partnership=self.imported.partnership,
            plan=self.plan,
            reference=change.entry.reference,
            source=source[-200:],
        )

    def _fill(self, action: Action, change: ActionChange, reported_in: Round | None) -> bool:
        """Set what the file says of the action itself; whether that was anything."""
        for name, value in change.values.items():
            setattr(action, name, self._stored_value(name, value))
        if "theme" in change.values and "outcome" not in change.values:
            action.outcome = None  # it was one of the old theme's
        dated = _set_dates(action, change.dates)
        if change.extra is not None:
            action.extra = change.extra
        shown = self._show(action, change, reported_in)
        return bool(change.values or dated or change.extra is not None or shown)

    def _stored_value(self, name: str, value: Any) -> Any:
        known: Any = {"theme": self.themes, "outcome": self.outcomes, "owner": self.bodies}.get(name)
        return known[value] if known is not None else value

    def _show(self, action: Action, change: ActionChange, reported_in: Round | None) -> bool:
        """The action shows its latest update, which is this one unless a later quarter's is in."""
        shown = self.rounds.get(action.reported_in_id) if action.reported_in_id else None
        if not change.answer or reported_in is None or (shown and shown.quarter > reported_in.quarter):
            return False
        answer = change.answer
        action.stage, action.confidence = answer["stage"], answer["confidence"]
        action.actual_on = answer.get("actual_on") or (action.actual_on if change.stored else None)
        action.reported_in = reported_in
        return True

    def _draw_references(self, new: list[Action]) -> None:
        """The counters note those of the file; the others are drawn from their theme's."""
        here = self.imported.partnership
        taken = set(Action.objects.filter(partnership=here).values_list("reference", flat=True))
        from_file = [action.reference for action in new if action.reference]
        kernel.note_references(here.slug, from_file)
        without: dict[str, list[Action]] = defaultdict(list)
        for action in new:
            if not action.reference:
                without[action.theme.reference].append(action)
        for prefix, rows in without.items():
            drawn = kernel.next_references(here.slug, prefix, len(rows), taken={*taken, *from_file})
            for row, reference in zip(rows, drawn, strict=True):
                row.reference = reference

    # --- What hangs on them -----------------------------------------------------------------

    def _write_milestones(self) -> None:
        numbers = _last_numbers(Milestone, self.actions.values())
        milestones = Milestone.objects.in_bulk(
            [step.stored.pk for change in self.changes for step in change.milestones if step.stored]
        )
        new, changed = [], []
        for place, change in enumerate(self.changes):
            action = self.actions[place]
            for step in change.milestones:
                if step.stored:
                    row = milestones[step.stored.pk]
                    changed.append(row)
                else:
                    numbers[action.pk] += 1
                    row = Milestone(action=action, number=numbers[action.pk], title=step.title)
                    row.extra = dict(step.row.extra)
                    new.append(row)
                _set_dates(row, step.dates)
                row.actual_on = step.actual_on or row.actual_on
                row.extra = step.extra if step.extra is not None else row.extra
                self.steps[id(step)] = row
        create_rows(new)
        change_rows(changed, (*_DATES, "actual_on", "extra"))

    def _write_supporters(self) -> None:
        away = Support.objects.filter(action__plan=self.plan).exclude(archived_at=None)
        supports = {(support.action_id, support.organisation_id): support for support in away}
        new: list[Support] = []
        back: list[Support] = []
        for place, change in enumerate(self.changes):
            for code in change.supporters:
                row = Support(action=self.actions[place], organisation=self.bodies[code])
                archived = supports.get((row.action_id, row.organisation_id))
                (back if archived else new).append(archived or row)
        for row in back:
            row.archived_at = None
        create_rows(new)
        change_rows(back, ["archived_at"])

    def _write_moves(self) -> None:
        """Every moved date with its reason; one that leaves its quarter waits for a decision."""
        numbers = _last_numbers(DateChange, self.actions.values())
        rows = []
        for place, change in enumerate(self.changes):
            action = self.actions[place]
            dated = [
                (None, change.dates, change.entry),
                *((self.steps[id(step)], step.dates, step.row) for step in change.milestones),
            ]
            for milestone, dates, row in dated:
                if dates.move:
                    numbers[action.pk] += 1
                    rows.append(self._move(action, milestone, dates.move, row, numbers[action.pk]))
        create_rows(rows)

    def _move(
        self, action: Action, milestone: Milestone | None, move: ImportedMove, row: PlanRow, number: int
    ) -> DateChange:
        date_change = DateChange(
            action=action,
            milestone=milestone,
            number=number,
            kind=move.kind,
            state=DateMoveState.APPLIED if move.applied else DateMoveState.PROPOSED,
            asked_on=self.today,
            why=move.why or ALREADY_MOVED,
            source=f"{self.imported.file}, {row.place.sheet}, row {row.place.row}"[-200:],
        )
        date_change.before, date_change.after = move.before, move.after
        return date_change

    # --- The quarter ------------------------------------------------------------------------

    def _round(self) -> Round | None:
        """The quarter's round, opened when there is none and the file reports something."""
        if self.quarter is None or not any(change.answer for change in self.changes):
            return None
        row: Round | None = Round.objects.filter(
            plan=self.plan, year=self.quarter.year.start, quarter_number=self.quarter.number
        ).first()
        if row is None or row.state == RoundState.PLANNED:
            # Updates of an earlier quarter may wait for their leads: that this file came in is why it opens.
            why = f"Reported in {self.imported.file}, import {self.imported.number}."
            return open_round(plan=self.plan, quarter=self.quarter, by=self.by, today=self.today, reason=why)
        return row

    def _write_updates(self, reported_in: Round | None) -> None:
        """What the file reports; and an update asked of every new action where a round is open."""
        rounds = list(self.plan.rounds.live().filter(state=RoundState.OPEN))
        if reported_in and reported_in not in rounds:
            rounds.append(reported_in)
        for row in rounds:
            self._write_round(row, row == reported_in)

    def _write_round(self, in_round: Round, is_reported: bool) -> None:
        updates = {row.action_id: row for row in Update.objects.filter(round=in_round)}
        new, changed = [], []
        for place, change in enumerate(self.changes):
            action = self.actions[place]
            answer = change.answer if is_reported else {}
            row = updates.get(action.pk)
            if row is None and (answer or (change.stored is None and in_round.state == RoundState.OPEN)):
                row = Update(round=in_round, action=action)
                new.append(row)
            elif row is not None and answer:
                changed.append(row)
            if row is not None and answer:
                self._answer(row, answer)
        create_rows(new)
        change_rows(changed, (*Update.ANSWER, "state", "submitted_by", "submitted_at", "archived_at"))

    def _answer(self, row: Update, answer: dict[str, Any]) -> None:
        for name, value in answer.items():
            setattr(row, name, value)
        row.state, row.archived_at = UpdateState.SUBMITTED, None
        row.submitted_by, row.submitted_at = self.by, self.moment


_DATES = window_columns("original", "current")
_WRITTEN = (
    "title",
    "description",
    "theme",
    "outcome",
    "owner",
    "lead_role",
    "starts_first",
    "starts_last",
    "starts_wording",
    *_DATES,
    "stage",
    "confidence",
    "actual_on",
    "reported_in",
    "extra",
)


def _set_dates(row: Any, dates: DatesChange) -> bool:
    """First dates, or the date a move that counts at once leads to; whether that was anything."""
    if dates.original:
        row.original, row.current = dates.original, dates.current
    elif dates.move and dates.move.applied:
        row.current = dates.move.after
    return bool(dates.original or (dates.move and dates.move.applied))


def _last_numbers(model: Any, actions: Iterable[Action]) -> Counter[int]:
    """By action, the last number any of its rows ever had."""
    keys = {action.pk for action in actions}
    rows = model.objects.filter(action__plan_id__in={action.plan_id for action in actions})
    last = rows.order_by().values_list("action").annotate(last=Max("number"))
    return Counter({key: number for key, number in last if key in keys})


def _slug(name: str) -> str:
    words = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in name.lower())
    return "-".join(filter(None, words.split("-")))[:LONGEST_CODE] or "organisation"


def _free(wanted: str, taken: set[str]) -> str:
    code, times = wanted, 1
    while code in taken:
        times += 1
        code = f"{wanted[: LONGEST_CODE - 4]}-{times}"
    return code
