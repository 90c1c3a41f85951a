"""The plan as the partnership's own spreadsheet: its columns, its order, its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.blocks import Table
from core.domain.sheets import folded
from core.domain.status import Confidence, Stage
from core.domain.windows import DateWindow
from core.domain.words import day_words
from core.models import window_columns
from partnerships.models import Partnership
from programmes.domain.rounds import UpdateState
from programmes.domain.sheets.columns import PlanColumn
from programmes.domain.sheets.rows import Known
from programmes.domain.sheets.words import reference_of, short_title
from programmes.models import Milestone, SheetLayout, Support, Update
from programmes.queries.imports import known, reported_key
from programmes.queries.listing import ShownQuarter, shown_quarter
from programmes.queries.position import window

_C = PlanColumn
ROW = (
    "pk",
    "reference",
    "title",
    "description",
    "theme__reference",
    "theme__name",
    "outcome__reference",
    "outcome__wording",
    "owner__code",
    "owner__name",
    "lead_role",
    "stage",
    "actual_on",
    "extra",
    *window_columns("starts", "original", "current"),
)
DATES = window_columns("original", "current")
Values = Mapping[str, Any]


@dataclass(frozen=True)
class _Line:
    """What one row of the sheet is about: an action, its answer, one of its milestones; on a further row
    of the same action ``action`` has its reference alone."""

    action: Values
    answer: Values
    milestone: Values
    extra: Mapping[str, str]
    supporters: str = ""
    further: bool = False


def own_sheet(partnership: Partnership, actions: Any) -> Table:
    """The actions, a queryset of the partnership's, as its own spreadsheet has them.

    Statuses are those of the newest quarter that has begun to be reported. Without an import before it
    the columns are all there are. A milestone after an action's first stands in a row of its own. Six
    queries.
    """
    layout = SheetLayout.objects.live().filter(partnership=partnership).first()
    headings = (
        list(layout.headings) if layout and layout.headings else [column.label for column in PlanColumn]
    )
    columns = _columns(layout, headings)
    words = layout.words if layout else {}
    cells = _OwnSheetCells(known(partnership, {}), words, {column for column in columns if column})
    rows = sorted(actions.order_by("theme__order", "reference").values(*ROW), key=_order(layout))
    lines = _lines(partnership, rows)
    return Table(
        layout.sheet if layout and layout.sheet else "Plan",
        tuple(headings),
        tuple(
            tuple(cells.of(heading, column, line) for heading, column in zip(headings, columns, strict=True))
            for line in lines
        ),
    )


def _columns(layout: SheetLayout | None, headings: list[str]) -> list[PlanColumn | None]:
    if layout is None or not layout.headings:
        return list(PlanColumn)
    return [
        PlanColumn(layout.columns[heading]) if layout.columns.get(heading) else None for heading in headings
    ]


def _order(layout: SheetLayout | None) -> Callable[[Values], int]:
    """The file's own order; what it did not have comes after, by theme."""
    places = {reference: place for place, reference in enumerate(layout.references)} if layout else {}
    return lambda row: places.get(row["reference"], len(places))


def _lines(partnership: Partnership, rows: list[Values]) -> Iterable[_Line]:
    steps: dict[int, list[Values]] = defaultdict(list)
    milestones = Milestone.objects.live().filter(action__partnership=partnership)
    for step in milestones.order_by("action", "number").values(
        "action_id", "title", "actual_on", "extra", *DATES
    ):
        steps[step["action_id"]].append(step)
    supporters: dict[int, list[str]] = defaultdict(list)
    pairs = Support.objects.live().filter(action__partnership=partnership)
    for action, name in pairs.values_list("action_id", "organisation__name").order_by("organisation__name"):
        supporters[action].append(name)
    answers = _answers(shown_quarter(partnership))
    for row in rows:
        own = steps.get(row["pk"], [])
        first: Values = own[0] if own else {}
        answer = answers.get(row["pk"]) or _ended(row)
        helpers = "; ".join(supporters.get(row["pk"], ()))
        yield _Line(row, answer, first, row["extra"] or (first.get("extra") or {}), helpers)
        for step in own[1:]:
            yield _Line(row, {}, step, step["extra"], further=True)


def _answers(shown: ShownQuarter) -> dict[int, Values]:
    updates = Update.objects.live().filter(round__in=shown.rounds)
    updates = updates.filter(state__in=[state for state in UpdateState if state.is_in])
    return {row["action_id"]: row for row in updates.values("action_id", *Update.ANSWER)}


def _ended(row: Values) -> Values:
    """An action that an earlier quarter ended says so still."""
    if row["stage"] not in (Stage.COMPLETE, Stage.STOPPED):
        return {}
    return {"stage": row["stage"], "confidence": "", "actual_on": row["actual_on"]}


class _OwnSheetCells:
    """Values as they are read back: a name that could mean two things by its reference, and so on."""

    def __init__(
        self, known: Known, words: Mapping[str, Mapping[str, str]], columns: set[PlanColumn]
    ) -> None:
        self.known, self.words = known, words
        self.has_both = {_C.STATUS, _C.RAG} <= columns
        self.readers: dict[PlanColumn, Callable[[_Line], Any]] = {
            _C.DESCRIPTION: lambda line: line.action["description"],
            _C.THEME: lambda line: self._name(_C.THEME, line.action, "theme__reference", "theme__name"),
            _C.OUTCOME: lambda line: self._name(
                _C.OUTCOME, line.action, "outcome__reference", "outcome__wording"
            ),
            _C.OWNER: lambda line: self._name(_C.OWNER, line.action, "owner__code", "owner__name"),
            _C.LEAD: lambda line: line.action["lead_role"],
            _C.SUPPORTERS: lambda line: line.supporters,
            _C.STARTS: lambda line: _date(window(line.action, "starts")),
            _C.ORIGINAL: lambda line: _date(window(line.action, "original")),
            _C.CURRENT: lambda line: _date(window(line.action, "current")),
            _C.WHY_MOVED: lambda line: "",
            _C.FINISHED: lambda line: line.answer.get("actual_on"),
            _C.WORDS: lambda line: line.answer.get("words", ""),
            _C.REASON: lambda line: line.answer.get("reason", ""),
            _C.RECOVERY: lambda line: line.answer.get("recovery", ""),
            _C.RECOVERY_OWNER: lambda line: line.answer.get("recovery_owner", ""),
            _C.RECOVERY_DATE: lambda line: line.answer.get("recovery_on"),
            _C.HELP: lambda line: line.answer.get("help_wanted", ""),
        }
        self.steps: dict[PlanColumn, Callable[[Values], Any]] = {
            _C.MILESTONE: lambda step: step["title"],
            _C.MILESTONE_ORIGINAL: lambda step: _date(window(step, "original")),
            _C.MILESTONE_DATE: lambda step: _date(window(step, "current")),
            _C.MILESTONE_DONE: lambda step: step["actual_on"],
        }

    def of(self, heading: str, column: PlanColumn | None, line: _Line) -> Any:
        """The cell under the heading, "" where there is nothing to say."""
        kept_words = line.extra.get(heading, "")
        if column is None:
            return kept_words
        if column is _C.REFERENCE:
            reference = line.action["reference"]
            kept_words = line.action["extra"].get(heading, "")
            return kept_words if kept_words and reference_of(kept_words) == reference else reference
        if column in self.steps:
            value = self.steps[column](line.milestone) if line.milestone else ""
        elif line.further:
            return ""
        elif column is _C.TITLE:
            value = line.action["title"]
        elif column in (_C.STATUS, _C.RAG):
            value = self._status(heading, column, line.answer)
        else:
            value = self.readers[column](line)
        if column in (_C.TITLE, _C.MILESTONE):
            return kept_words if kept_words and short_title(kept_words) == value else value
        return kept_words if value in ("", None) else value

    def _name(self, column: PlanColumn, row: Values, reference: str, name: str) -> str:
        text = row[name] or ""
        certain = self.known.names[column].get(folded(text)) == row[reference]
        return text if certain else row[reference] or ""

    def _status(self, heading: str, column: PlanColumn, answer: Values) -> str:
        """The file's own word for it, else ours."""
        stage, confidence = answer.get("stage"), answer.get("confidence") or None
        if not stage:
            return ""
        own = self.words.get(heading, {})
        own_word = own.get(reported_key(stage, confidence))
        if own_word:
            return own_word
        if self.has_both and column is _C.STATUS:
            return own.get(reported_key(stage, None)) or self.known.vocabulary.word(Stage(stage))
        if confidence:
            return self.known.vocabulary.word(Confidence(confidence))
        return "" if column is _C.RAG and self.has_both else self.known.vocabulary.word(Stage(stage))


def _date(value: DateWindow | None) -> date | str:
    """A day as a day, where its words say no more; else its words."""
    if value is None:
        return ""
    return value.first if value.is_day and value.wording == day_words(value.first) else value.wording
