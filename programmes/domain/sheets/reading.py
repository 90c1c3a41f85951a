"""Rows of a spreadsheet as actions and milestones: what is certain, what is asked, what is refused."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from core.domain.sheets import CellFault, Place, RowKind, SheetRow, SheetTable, Value, folded, text_of
from core.domain.windows import DateWindow
from core.domain.words import day_words, listed
from programmes.domain.sheets.columns import PlanColumn
from programmes.domain.sheets.rows import Known, PlanEntry, PlanReading, PlanRow, SheetFinding, WordQuestion
from programmes.domain.sheets.words import (
    Uncertain,
    reference_of,
    says_nothing,
    short_title,
    status_words,
    together,
    window_of,
)

ADD, KEEP = "+", "-"  # answers: add a new one of that name; keep the words beside the action
_C = PlanColumn
DATES = (_C.STARTS, _C.ORIGINAL, _C.CURRENT, _C.MILESTONE_ORIGINAL, _C.MILESTONE_DATE)
DAYS = (_C.FINISHED, _C.RECOVERY_DATE, _C.MILESTONE_DONE)
STATUSES = (_C.STATUS, _C.RAG)
NAMES = (_C.THEME, _C.OUTCOME, _C.OWNER)
LONGEST = {_C.LEAD: 160, _C.RECOVERY_OWNER: 160}
MILESTONE = (_C.MILESTONE, _C.MILESTONE_ORIGINAL, _C.MILESTONE_DATE, _C.MILESTONE_DONE)


def read_plan(
    tables: Iterable[SheetTable],
    columns: Mapping[str, PlanColumn | None],
    known: Known,
    *,
    filled_down: frozenset[str] = frozenset(),
    faults: Iterable[CellFault] = (),
) -> PlanReading:
    """Read the plan in the tables of a file. ``columns`` says what each heading means.

    In a column of ``filled_down`` a blank cell repeats the cell above. A row without reference and action
    that names a milestone belongs to the action above it; so does one that repeats the reference.
    """
    reading = PlanReading()
    for fault in faults:
        reading.findings.append(SheetFinding(fault.place, fault.value, "cannot_be_read", fault.message))
    for table in tables:
        _Table(reading, table, columns, known, filled_down).read()
    return reading


class _Table:
    """One table on its way into a PlanReading."""

    def __init__(
        self,
        reading: PlanReading,
        table: SheetTable,
        columns: Mapping[str, PlanColumn | None],
        known: Known,
        filled_down: frozenset[str],
    ) -> None:
        self.reading, self.table, self.known = reading, table, known
        placed = [(index, columns.get(heading)) for index, heading in enumerate(table.headings)]
        self.meant = [(index, column) for index, column in placed if column]
        self.own = [(index, table.headings[index]) for index, column in placed if column is None]
        self.of_action = {
            heading for heading, column in columns.items() if column is not None and column not in MILESTONE
        }
        self.filled = [index for index, heading in enumerate(table.headings) if heading in filled_down]
        self.by_reference = {entry.reference: entry for entry in reading.entries if entry.reference}
        self.band: tuple[str, Place] | None = None
        self.cache: dict[tuple[PlanColumn, Value], Any] = {}
        self.readers: dict[PlanColumn, Callable[[PlanColumn, Value], Any]] = {
            **dict.fromkeys(DATES, self._date),
            **dict.fromkeys(DAYS, self._day),
            **dict.fromkeys(STATUSES, self._status),
            **dict.fromkeys(NAMES, self._name),
            _C.SUPPORTERS: self._names,
        }

    def read(self) -> None:
        """Every row, in order."""
        above: dict[int, Value] = {}
        for row in self.table.rows:
            if row.kind is RowKind.BAND and self._is_milestone(row):
                self._data(row, row.cells)
            elif row.kind is RowKind.BAND:
                self._band(row)
            elif row.kind is RowKind.DATA:
                cells = list(row.cells)
                for index in self.filled:
                    if cells[index] is None:
                        cells[index] = above.get(index)
                    above[index] = cells[index]
                self._data(row, tuple(cells))
            else:
                left_out = self.reading.left_out
                left_out[row.kind] = left_out.get(row.kind, 0) + 1

    def _is_milestone(self, row: SheetRow) -> bool:
        """One cell alone, but in a column of its own meaning: a milestone without a date, an action alone."""
        index = next(index for index, cell in enumerate(row.cells) if cell is not None)
        return index > 0 and any(place == index for place, _ in self.meant)

    def _band(self, row: SheetRow) -> None:
        """A line between the rows: the theme of those below, where no column names their theme."""
        self.reading.left_out[RowKind.BAND] = self.reading.left_out.get(RowKind.BAND, 0) + 1
        if all(column is not _C.THEME for _, column in self.meant):
            words = row.band.strip()
            label, _, rest = words.partition(":")
            self.band = (rest.strip() if folded(label) == "theme" and rest else words, self.table.place(row))

    def _data(self, row: SheetRow, cells: tuple[Value, ...]) -> None:
        self.reading.rows += 1
        entry = PlanEntry(self.table.place(row), self.table.headings)
        for index, heading in self.own:
            if cells[index] is not None:
                entry.extra[heading] = text_of(cells[index])
        status: dict[PlanColumn, Any] = {}
        for index, column in self.meant:
            value = cells[index]
            if value is None:
                continue
            meaning = self._read(column, value, index, entry)
            if meaning is None:
                continue
            entry.cells[column] = index
            if column in STATUSES:
                words = self.reading.own_words.setdefault((entry.headings[index], meaning), Counter())
                words[text_of(value)] += 1
                status[column] = meaning
            else:
                entry.facts[column] = meaning
        self._settle_status(entry, status)
        self._settle_theme(entry)
        self._put(entry)

    def _read(self, column: PlanColumn, value: Value, index: int, row: PlanRow) -> Any:
        """What the cell means, None where it says nothing or is asked about."""
        heading = row.headings[index]
        try:
            if column is _C.REFERENCE:
                meaning: Any = reference_of(value)
                if meaning != text_of(value):
                    row.extra[heading] = text_of(value)
                return meaning
            if column in (_C.TITLE, _C.MILESTONE):
                meaning = short_title(text_of(value))
                if meaning != " ".join(text_of(value).split()):
                    row.extra[heading] = text_of(value)
                return meaning
            reader = self.readers.get(column)
            if reader is None:
                return self._words(column, value)
            key = (column, value)
            if key not in self.cache:
                self.cache[key] = reader(column, value)
            meaning = self.cache[key]
        except Uncertain as unsure:
            for text in unsure.texts or (text_of(value),):
                self._ask(column, text, str(unsure), row.cell(index))
            return None
        except ValueError as wrong:
            self._refuse(row.cell(index), text_of(value), "not_this_column", str(wrong))
            return None
        if column is _C.SUPPORTERS and meaning and KEEP in meaning:
            row.extra[heading] = text_of(value)
            meaning = tuple(organisation for organisation in meaning if organisation != KEEP) or None
        elif meaning == KEEP or (meaning is None and not says_nothing(value) and column not in STATUSES):
            row.extra[heading] = text_of(value)
            return None
        return meaning

    def _words(self, column: PlanColumn, value: Value) -> str | None:
        words = text_of(value)
        longest = LONGEST.get(column)
        if longest and len(words) > longest:
            raise ValueError(
                f"{column.label} has at most {longest} characters; this has {len(words)}. Shorten it."
            )
        return None if words in {"-", "–", "—"} else words

    def _date(self, column: PlanColumn, value: Value) -> DateWindow | None:
        own = self.known.wordings.get(folded(text_of(value))) if isinstance(value, str) else None
        if own:
            return own
        return window_of(value, self.known.answers_for(column))

    def _day(self, column: PlanColumn, value: Value) -> Any:
        window = window_of(value, self.known.answers_for(column))
        if window is None:
            return None
        if not window.is_day:
            raise Uncertain(f'"{window.wording}" is not one day. Give the day meant.')
        return window.last

    def _status(self, column: PlanColumn, value: Value) -> Any:
        return status_words(value, self.known.answers_for(_C.STATUS), self.known.vocabulary)

    def _name(self, column: PlanColumn, value: Value) -> str | None:
        text = text_of(value)
        words = folded(text)
        answer = self.known.answers_for(column).get(words)
        if answer and answer != ADD:
            return answer
        reference = self.known.names.get(column, {}).get(words)
        if reference is None and answer == ADD:
            return f"{ADD}{text}"
        if reference is None and says_nothing(value):
            return None
        if reference is None:
            raise Uncertain(
                f'There is no {column.label.lower()} called "{text}" yet. Say which one is meant.'
            )
        return reference

    def _names(self, column: PlanColumn, value: Value) -> tuple[str, ...] | None:
        lines = text_of(value).replace(";", ",").replace("\n", ",")
        organisations, unknown = [], []
        for part in filter(None, (part.strip() for part in lines.split(","))):
            try:
                organisations.append(self._name(_C.OWNER, part))
            except Uncertain:
                unknown.append(part)
        if unknown:
            raise Uncertain(f"There is no organisation called {listed(unknown)} yet.", tuple(unknown))
        return tuple(organisation for organisation in organisations if organisation) or None

    def _settle_status(self, row: PlanRow, statuses: dict[PlanColumn, Any]) -> None:
        try:
            meaning = together(statuses.get(_C.STATUS), statuses.get(_C.RAG))
        except ValueError as wrong:
            self._refuse(row.at(_C.RAG), "", "contradicts", str(wrong))
            return
        if meaning:
            row.facts[_C.STATUS] = meaning
            if _C.RAG in row.cells:
                row.cells.setdefault(_C.STATUS, row.cells[_C.RAG])

    def _settle_theme(self, row: PlanRow) -> None:
        """A row without a theme of its own has that of the line above it."""
        if self.band is None or _C.THEME in row.facts:
            return
        text, place = self.band
        try:
            meaning = self._name(_C.THEME, text)
        except Uncertain as unsure:
            self._ask(_C.THEME, text, str(unsure), place)
            return
        if meaning and meaning != KEEP:
            row.facts[_C.THEME] = meaning

    def _put(self, row: PlanEntry) -> None:
        """Beside the action it belongs to, or as a new one."""
        entries = self.reading.entries
        named = row.reference or row.title
        has_milestone = any(column in row.facts for column in MILESTONE)
        if not named and has_milestone and entries:
            entry = entries[-1]
        elif not named:
            self._refuse(row.place, "", "no_action", "This row names no action. Name one or delete the row.")
            return
        elif row.reference and row.reference in self.by_reference:
            entry = self.by_reference[row.reference]
            if not has_milestone:
                sentence = f"{row.reference} stands in row {entry.place.row} already. An action has one row."
                self._refuse(row.at(_C.REFERENCE), row.reference, "repeated", sentence)
                return
            self._agree(entry, row)
        else:
            entry = row
            entries.append(entry)
            if entry.reference:
                self.by_reference[entry.reference] = entry
        if has_milestone:
            self._milestone(entry, row)

    def _agree(self, entry: PlanEntry, row: PlanRow) -> None:
        """A row that repeats an action for its milestone says the same of the action, or nothing."""
        for column, value in row.facts.items():
            if column not in MILESTONE and entry.facts.setdefault(column, value) != value:
                sentence = f"{column.label} differs from row {entry.place.row}. Say the same in both rows."
                self._refuse(row.at(column), _shown(value), "contradicts", sentence)

    def _milestone(self, entry: PlanEntry, row: PlanRow) -> None:
        step = PlanRow(row.place, row.headings, cells=row.cells)
        step.facts = {column: row.facts.pop(column) for column in MILESTONE if column in row.facts}
        if row is not entry:
            step.extra = {name: words for name, words in row.extra.items() if name not in self.of_action}
        if _C.MILESTONE not in step.facts:
            sentence = "This date belongs to a milestone the row does not name. Name it or take the date out."
            self._refuse(row.place, "", "no_milestone", sentence)
            return
        if any(
            folded(milestone.facts[_C.MILESTONE]) == folded(step.facts[_C.MILESTONE])
            for milestone in entry.milestones
        ):
            sentence = (
                "The action has this milestone in another row already. Call one of them something else."
            )
            self._refuse(step.at(_C.MILESTONE), step.facts[_C.MILESTONE], "repeated", sentence)
            return
        entry.milestones.append(step)

    def _ask(self, column: PlanColumn, text: str, message: str, place: Place) -> None:
        column = _C.STATUS if column is _C.RAG else _C.OWNER if column is _C.SUPPORTERS else column
        key = (column, folded(text))
        question = self.reading.questions.setdefault(key, WordQuestion(column, text, message, place))
        question.rows += 1

    def _refuse(self, place: Place, value: str, rule: str, message: str) -> None:
        self.reading.findings.append(SheetFinding(place, value, rule, message))


def _shown(value: Any) -> str:
    """A fact as a finding quotes it."""
    return day_words(value) if isinstance(value, date) else str(value)
