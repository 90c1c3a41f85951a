"""What is read of a plan's spreadsheet: rows, findings, questions, and what words are known to mean."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from core.domain.sheets import Place, RowKind, folded
from core.domain.vocabulary import Vocabulary
from core.domain.windows import DateWindow
from programmes.domain.sheets.columns import PlanColumn
from programmes.domain.sheets.words import Reported


@dataclass(frozen=True)
class SheetFinding:
    """Something about a cell or a row. Refused, nothing is imported until it is put right; else a note."""

    place: Place
    value: str
    rule: str
    message: str
    refused: bool = True


@dataclass
class WordQuestion:
    """Words of a column that are not certain, where they first stand and in how many rows."""

    column: PlanColumn
    text: str
    message: str
    place: Place
    rows: int = 0

    @property
    def key(self) -> str:
        """By what the answer is kept."""
        return folded(self.text)


@dataclass(frozen=True)
class Known:
    """What the record and the partnership's earlier answers say words mean.

    ``names``: by column, folded name or reference to reference or code. ``answers``: by column, folded
    words to the answer. ``wordings`` are the record's own words for dates that say them in no usual way. An
    outcome's words count whichever theme they are under. ``vocabulary`` is what the partnership calls the
    statuses: its own words mean what it says, whatever an earlier file meant by them. ``called``: by column,
    reference or code to the name people know.
    """

    vocabulary: Vocabulary
    names: Mapping[PlanColumn, Mapping[str, str]] = field(default_factory=dict)
    answers: Mapping[PlanColumn, Mapping[str, str]] = field(default_factory=dict)
    wordings: Mapping[str, DateWindow] = field(default_factory=dict)
    called: Mapping[PlanColumn, Mapping[str, str]] = field(default_factory=dict)

    def answers_for(self, column: PlanColumn) -> Mapping[str, str]:
        """The answers about a column."""
        return self.answers.get(column, {})


@dataclass(slots=True)
class PlanRow:
    """One row as read. ``facts`` hold the columns that say something; a blank cell says nothing.

    Values: windows for dates, days for days, a Reported for STATUS, references, codes or "+Name" for
    names, a tuple of those for supporters, else words. ``cells`` says in which of the sheet's columns each
    fact stands, counted from 0; ``headings`` are the table's. ``extra`` is what the columns of its own say,
    by heading, with the words that were kept as they are.
    """

    place: Place
    headings: tuple[str, ...]
    facts: dict[PlanColumn, Any] = field(default_factory=dict)
    cells: dict[PlanColumn, int] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)

    def at(self, column: PlanColumn) -> Place:
        """Where the fact stands, or the row."""
        return self.cell(self.cells[column]) if column in self.cells else self.place

    def cell(self, index: int) -> Place:
        """One cell of the row. A place is made when a finding needs one, not for every cell."""
        return Place(self.place.sheet, self.place.row, index, self.headings[index])


@dataclass(slots=True)
class PlanEntry(PlanRow):
    """An action as the file has it: its first row, and a row for each milestone."""

    milestones: list[PlanRow] = field(default_factory=list)

    @property
    def reference(self) -> str:
        """Its reference, "" when the file gives none."""
        return str(self.facts.get(PlanColumn.REFERENCE, ""))

    @property
    def title(self) -> str:
        """What it is called, "" when only its reference is given."""
        return str(self.facts.get(PlanColumn.TITLE, ""))


@dataclass
class PlanReading:
    """What a file says.

    ``left_out`` counts rows that are no data, by what they are. ``own_words`` are the file's words for
    statuses: by heading and by what they mean, how often each stands there.
    """

    entries: list[PlanEntry] = field(default_factory=list)
    findings: list[SheetFinding] = field(default_factory=list)
    questions: dict[tuple[PlanColumn, str], WordQuestion] = field(default_factory=dict)
    left_out: dict[RowKind, int] = field(default_factory=dict)
    own_words: dict[tuple[str, Reported], Counter[str]] = field(default_factory=dict)
    rows: int = 0
