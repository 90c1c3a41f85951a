"""A ledger extract read line by line and checked whole: what is new, what is known, what is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from core.domain.money import pounds
from core.domain.sheets import (
    RowKind,
    Sheet,
    SheetRow,
    SheetTable,
    Value,
    amount_of,
    folded,
    table_of,
    text_of,
)
from core.domain.windows import parse_window
from core.domain.words import counted, day_words

# What finance systems call the four columns, in the order in which they are preferred.
NAMES: Mapping[str, tuple[str, ...]] = {
    "reference": ("reference", "ledger reference", "transaction", "document", "journal", "voucher", "ref"),
    "on": ("date", "posting date", "transaction date", "period date"),
    "amount": ("amount", "net amount", "net", "value", "amount gbp"),
    "wording": ("description", "details", "narrative", "text", "supplier"),
}
NEEDED = ("reference", "on", "amount")
LONGEST = {"reference": 60, "wording": 300}
MOST = Decimal(10) ** 12
PENNIES = -2


@dataclass(frozen=True)
class LedgerLine:
    """One line of a ledger: its reference, its day, what it was for, and pounds; a credit is negative."""

    reference: str
    on: date
    wording: str
    amount: Decimal


@dataclass(frozen=True)
class Fault:
    """What is wrong, and where: the sheet, row and column as the file has them."""

    place: str
    message: str


@dataclass(frozen=True)
class Extract:
    """A file as it would be taken: nothing of it is, while there is a fault.

    ``new`` are lines the record does not have; ``known`` lines it has, word for word.
    """

    new: tuple[LedgerLine, ...] = ()
    known: tuple[LedgerLine, ...] = ()
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def total(self) -> Decimal:
        """What the new lines come to."""
        return sum((line.amount for line in self.new), Decimal(0))

    @property
    def sentence(self) -> str:
        """What would be taken."""
        if self.faults:
            wrong = counted(len(self.faults), "thing is", "things are")
            return f"Nothing is taken: {wrong} wrong with this file."
        known = f" {counted(len(self.known), 'line is', 'lines are')} recorded already." if self.known else ""
        if not self.new:
            return f"There is nothing new in this file.{known}"
        return f"{counted(len(self.new), 'new line')} of {pounds(self.total)} together.{known}"


@dataclass
class _Reading:
    table: SheetTable
    columns: Mapping[str, int]
    lines: dict[str, LedgerLine] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def read_extract(
    sheets: Sequence[Sheet],
    recorded: Mapping[str, LedgerLine],
    first: date | None = None,
    last: date | None = None,
) -> Extract:
    """The first sheet with a table of ledger lines, checked against itself and the record.

    ``recorded`` are the phase's lines by reference; ``first`` and ``last`` the phase's days, outside of which
    a line is a fault.
    """
    sheet_table = next(((sheet, table) for sheet in sheets if (table := table_of(sheet, _is_known))), None)
    if sheet_table is None:
        needed = "a reference, a date and an amount"
        return Extract(faults=(Fault("The file", f"No row with headings was found. It needs {needed}."),))
    sheet, table = sheet_table
    columns = _columns(table)
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        missing_words = ", ".join(NAMES[name][0] for name in missing)
        words = f"Row {table.heading_row} has no column for: {missing_words}. Name the columns so."
        return Extract(faults=(Fault(table.sheet, words),))
    reading = _Reading(table, columns)
    reading.faults += [Fault(str(fault.place), fault.message) for fault in sheet.faults]
    for row in table.of_kind(RowKind.DATA):
        _read(reading, row, first, last)
    _check_totals(reading)
    lines = list(reading.lines.values())
    for line in lines:
        if line.reference in recorded and recorded[line.reference] != line:
            reading.faults.append(_changed(reading, line, recorded[line.reference]))
    return Extract(
        tuple(line for line in lines if line.reference not in recorded),
        tuple(line for line in lines if recorded.get(line.reference) == line),
        tuple(reading.faults),
        sheet.notes,
    )


def _columns(table: SheetTable) -> dict[str, int]:
    headings = [folded(heading) for heading in table.headings]
    columns = {}
    for name, words in NAMES.items():
        column = next((headings.index(word) for word in words if word in headings), None)
        if column is not None:
            columns[name] = column
    return columns


def _is_known(heading: str) -> bool:
    return any(folded(heading) in words for words in NAMES.values())


def _read(reading: _Reading, row: SheetRow, first: date | None, last: date | None) -> None:
    before = len(reading.faults)
    reference = _text(reading, row, "reference")
    on = _day(reading, row, first, last)
    amount = _amount(reading, row)
    wording = _text(reading, row, "wording") if "wording" in reading.columns else ""
    if reference in reading.lines:
        words = f"{reference} is in row {reading.rows[reference]} already. Each line may stand once."
        _fault(reading, row, "reference", words)
    if len(reading.faults) == before and on is not None and amount is not None:
        reading.lines[reference] = LedgerLine(reference, on, wording, amount)
        reading.rows[reference] = row.number


def _text(reading: _Reading, row: SheetRow, name: str) -> str:
    words = " ".join(text_of(_cell(reading, row, name)).split())
    if not words and name in NEEDED:
        _fault(reading, row, name, "The line has no reference. Give the one the ledger has.")
    if len(words) > LONGEST[name]:
        _fault(reading, row, name, f"This is longer than {LONGEST[name]} characters.")
    return words


def _day(reading: _Reading, row: SheetRow, first: date | None, last: date | None) -> date | None:
    value = _cell(reading, row, "on")
    try:
        day = value if isinstance(value, date) else _one_day(text_of(value))
    except ValueError as wrong:
        _fault(reading, row, "on", str(wrong))
        return None
    if (first and day < first) or (last and day > last):
        span = f"{day_words(first) if first else 'its start'} to {day_words(last) if last else 'its end'}"
        _fault(reading, row, "on", f"{day_words(day)} is outside the phase, which lasts from {span}.")
    return day


def _one_day(words: str) -> date:
    window = parse_window(words)
    if window.first != window.last:
        raise ValueError(f'"{words}" is no single day. Give the day of the line.')
    return window.first


def _amount(reading: _Reading, row: SheetRow) -> Decimal | None:
    try:
        amount = amount_of(_cell(reading, row, "amount"))
    except ValueError as wrong:
        _fault(reading, row, "amount", str(wrong))
        return None
    exponent = amount.normalize().as_tuple().exponent
    if not isinstance(exponent, int) or exponent < PENNIES or abs(amount) >= MOST:
        _fault(reading, row, "amount", f"{amount} is no amount of pounds and pence below a million million.")
        return None
    return amount


def _check_totals(reading: _Reading) -> None:
    """A total the file prints itself is what its lines come to."""
    totals = reading.table.of_kind(RowKind.TOTAL)
    if not totals or reading.faults:
        return
    value = totals[-1].cells[reading.columns["amount"]]
    added = sum((line.amount for line in reading.lines.values()), Decimal(0))
    if value is not None and amount_of(value) != added:
        words = f"The file gives {pounds(amount_of(value))} as the total; its lines come to {pounds(added)}."
        _fault(reading, totals[-1], "amount", words)


def _changed(reading: _Reading, line: LedgerLine, recorded: LedgerLine) -> Fault:
    place = f"{reading.table.sheet}, row {reading.rows[line.reference]}"
    return Fault(
        place,
        f"{line.reference} is recorded with {pounds(recorded.amount)} on {day_words(recorded.on)}. "
        "A ledger line never changes: correct it by another line.",
    )


def _cell(reading: _Reading, row: SheetRow, name: str) -> Value:
    return row.cells[reading.columns[name]]


def _fault(reading: _Reading, row: SheetRow, name: str, message: str) -> None:
    reading.faults.append(Fault(str(reading.table.place(row, reading.columns[name])), message))
