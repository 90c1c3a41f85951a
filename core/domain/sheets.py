"""What a spreadsheet holds, whichever program wrote it: cells, the row of headings, and which rows are data.

A sheet is read by core/sheets.py and means nothing yet. Here the table in it is found: titles above the
headings, blank rows, headings printed again on every page and rows of totals are told from rows of data, by
rules that hold for a delivery plan and for a ledger alike. What is not certain is left to whoever asks.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, cast

from core.domain.money import parse_money
from core.domain.words import day_words

Value = str | Decimal | date | bool | None  # text is stripped and never empty; a time of day is dropped
Cells = tuple[Value, ...]

LOOKED_AT = 40  # rows from the top in which headings are looked for
FEWEST_HEADINGS = 2
TOTAL = re.compile(r"(?:grand |sub-? ?)?totals?:?", re.IGNORECASE)
BRACKETED = re.compile(r"\((.+)\)")
BETWEEN_WORDS = re.compile(r"[^\w]+|_+")


@dataclass(frozen=True)
class Place:
    """A cell, or a whole row where ``column`` is None. ``row`` counts from 1, ``column`` from 0."""

    sheet: str
    row: int
    column: int | None = None
    heading: str = ""

    @property
    def cell(self) -> str:
        """As a spreadsheet names it: "D12"; "" for a whole row."""
        return "" if self.column is None else f"{column_letters(self.column)}{self.row}"

    def __str__(self) -> str:
        if self.column is None:
            return f"{self.sheet}, row {self.row}"
        name = f" ({self.heading})" if self.heading else ""
        return f"{self.sheet}, row {self.row}, column {column_letters(self.column)}{name}"


@dataclass(frozen=True)
class CellFault:
    """A cell that cannot be read, whatever its column means. ``message`` is a sentence."""

    place: Place
    value: str
    message: str


@dataclass(frozen=True)
class Sheet:
    """One sheet as read. Row 1 of the sheet is ``rows[0]``; rows may differ in length.

    A cell merged over several rows holds its value in each of them, in its first column. ``notes`` are
    sentences about how it was read; ``faults`` the cells that have no value to read.
    """

    name: str
    rows: tuple[Cells, ...]
    notes: tuple[str, ...] = ()
    faults: tuple[CellFault, ...] = ()


class RowKind(StrEnum):
    """What a row below the headings is."""

    DATA = "data"
    BAND = "band"  # one cell alone, which heads the rows below it or is a note
    BLANK = "blank"
    HEADINGS = "headings"  # the headings again, as on every printed page
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a table: its number in the sheet, what it is, a cell for every heading."""

    number: int
    kind: RowKind
    cells: Cells

    @property
    def band(self) -> str:
        """The words of a row that is one cell alone."""
        return next(text_of(cell) for cell in self.cells if cell is not None)


@dataclass(frozen=True)
class SheetTable:
    """The table in a sheet. Headings are unlike each other; a column without one is "Column F"."""

    sheet: str
    heading_row: int
    headings: tuple[str, ...]
    rows: tuple[SheetRow, ...]

    def of_kind(self, *kinds: RowKind) -> tuple[SheetRow, ...]:
        """The rows of these kinds, in order."""
        return tuple(row for row in self.rows if row.kind in kinds)

    def place(self, row: SheetRow, column: int | None = None) -> Place:
        """Where a cell of a row is, for a sentence about it."""
        heading = "" if column is None else self.headings[column]
        return Place(self.sheet, row.number, column, heading)


def table_of(
    sheet: Sheet, recognises: Callable[[str], bool], heading_row: int | None = None
) -> SheetTable | None:
    """The table in a sheet; None where no row can be told to be the headings.

    ``recognises`` says of a heading whether the asker knows it. The headings are the row, of the first 40,
    in which most are known, and at least two. ``heading_row``, from 1, is somebody's own answer instead.
    """
    number = heading_row or _heading_row(sheet.rows, recognises)
    if number is None or not 1 <= number <= len(sheet.rows):
        return None
    head, below = sheet.rows[number - 1], sheet.rows[number:]
    width = max((filled_width(row) for row in (head, *below)), default=0)
    names = headings_of((*head, *[None] * width)[:width])
    again = [folded(name) for name in names]
    rows = (
        _row(row_number, (*cells, *[None] * width)[:width], again)
        for row_number, cells in enumerate(below, start=number + 1)
    )
    return SheetTable(sheet.name, number, names, tuple(rows))


def headings_of(cells: Sequence[Value]) -> tuple[str, ...]:
    """Headings as names unlike each other: a second "Date" is "Date (2)", an empty one "Column F"."""
    names: list[str] = []
    for column, cell in enumerate(cells):
        heading = " ".join(text_of(cell).split()) or f"Column {column_letters(column)}"
        name, times = heading, 1
        while name.casefold() in {taken.casefold() for taken in names}:
            times += 1
            name = f"{heading} ({times})"
        names.append(name)
    return tuple(names)


def text_of(value: Value) -> str:
    """A cell in words: 12 for the number 12.0, "30 June 2026" for a date, "" for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, Decimal):
        return f"{value.to_integral_value() if value == value.to_integral_value() else value:f}"
    return day_words(value) if isinstance(value, date) else value


def amount_of(value: Value) -> Decimal:
    """A cell as an amount of money: "£1,250", "1250.50", "-500", and "(500)" as accounts write less.

    Raises ValueError with a sentence for anything else.
    """
    if isinstance(value, Decimal):
        return value
    words = text_of(value)
    if match := BRACKETED.fullmatch(words):
        inside = parse_money(match[1])
        if inside > 0:
            return -inside
    return parse_money(words)


def folded(text: str) -> str:
    """Words for comparing: small letters, letters and digits only, single spaces."""
    return " ".join(BETWEEN_WORDS.sub(" ", text.casefold()).split())


def column_letters(column: int) -> str:
    """A column, counted from 0, as a spreadsheet letters it: 0 is "A", 26 is "AA"."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def filled_width(cells: Cells) -> int:
    """The number of columns up to the last cell with something in it."""
    return next((width for width in range(len(cells), 0, -1) if cells[width - 1] is not None), 0)


def _heading_row(rows: Sequence[Cells], recognises: Callable[[str], bool]) -> int | None:
    best, most = None, FEWEST_HEADINGS - 1
    for number, cells in enumerate(rows[:LOOKED_AT], start=1):
        known = len({text for text in _texts(cells) if recognises(text)})
        if known > most:
            best, most = number, known
    return best


def _texts(cells: Iterable[Value]) -> list[str]:
    return [cell for cell in cells if isinstance(cell, str)]


def _row(number: int, cells: Cells, headings: Sequence[str]) -> SheetRow:
    """What a row below the headings is. ``headings`` are folded."""
    filled = [(column, cell) for column, cell in enumerate(cells) if cell is not None]
    if not filled:
        return SheetRow(number, RowKind.BLANK, cells)
    first = filled[0][1]
    if len(filled) == 1 and len(headings) > FEWEST_HEADINGS:
        return SheetRow(number, RowKind.BAND, cells)
    if len(filled) > 1 and all(folded(text_of(cell)) == headings[column] for column, cell in filled):
        return SheetRow(number, RowKind.HEADINGS, cells)
    if isinstance(first, str) and TOTAL.fullmatch(first) and all(_is_number(cell) for _, cell in filled[1:]):
        return SheetRow(number, RowKind.TOTAL, cells)
    return SheetRow(number, RowKind.DATA, cells)


def _is_number(value: Value) -> bool:
    if isinstance(value, Decimal):
        return True
    try:
        amount_of(value)
    except ValueError:
        return False
    return True


def packed(sheets: Iterable[Sheet]) -> list[Any]:
    """Sheets as plain values that JSON can hold; ``unpacked`` makes the same sheets of them."""
    return [
        {
            "name": sheet.name,
            "rows": [[_packed(value) for value in row] for row in sheet.rows],
            "notes": list(sheet.notes),
            "faults": [
                [fault.place.row, fault.place.column, fault.value, fault.message] for fault in sheet.faults
            ],
        }
        for sheet in sheets
    ]


def unpacked(data: Iterable[Any]) -> tuple[Sheet, ...]:
    """The sheets that were packed."""
    return tuple(
        Sheet(
            sheet["name"],
            tuple(tuple(_unpacked(cell) for cell in row) for row in sheet["rows"]),
            tuple(sheet["notes"]),
            tuple(
                CellFault(Place(sheet["name"], row, column), value, message)
                for row, column, value, message in sheet["faults"]
            ),
        )
        for sheet in data
    )


def _packed(value: Value) -> Any:
    if isinstance(value, Decimal):
        return {"n": str(value)}
    return {"d": value.isoformat()} if isinstance(value, date) else value


def _unpacked(value: Any) -> Value:
    if not isinstance(value, dict):
        return cast(Value, value)
    return Decimal(value["n"]) if "n" in value else date.fromisoformat(value["d"])
