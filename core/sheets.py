"""Uploaded CSV and XLSX files as plain rows, within limits, and with a sentence for every file not taken.

Nothing in a file is run: a workbook with macros is refused, a formula counts by the result the program that
saved it left beside it. A file is looked at before it is unpacked, so a small file that unpacks to a large
one is refused by what it says of itself, and Python's zipfile holds it to that.
"""

from __future__ import annotations

import csv
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import PurePath
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

from core.domain.moments import typed_day
from core.domain.sheets import CellFault, Cells, Place, Sheet, Value, filled_width
from core.domain.words import MONTHS, counted
from core.transfer import DANGEROUS

MEGABYTE = 1024 * 1024
LARGEST_FILE = 20 * MEGABYTE
LARGEST_UNPACKED = 100 * MEGABYTE
MOST_PARTS = 1_000
MOST_ROWS = 20_000
MOST_COLUMNS = 200
LAST_ROW = 100_000  # how far down a sheet is looked at: formats often reach below the last filled row
OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
SEPARATORS = (",", ";", "\t", "|")
ENCODINGS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
NOT_SHOWN = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.')  # a number format's colour, language and literal text
ERRORS = frozenset(ERROR_CODES)
NO_RESULT = "This is a formula without a stored result. Open the file in a spreadsheet program and save it."
BROKEN = (
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    SyntaxError,
    RuntimeError,
    NotImplementedError,
    OSError,
    EOFError,
    zipfile.BadZipFile,
    zlib.error,
    InvalidFileException,
)


class UnreadableFile(ValueError):
    """A file that is not taken; its text is a sentence for the person who uploaded it."""


def read_sheets(content: bytes, name: str) -> tuple[Sheet, ...]:
    """The visible sheets of an uploaded file that hold anything, in their order.

    ``name`` is what the person calls the file; its one sheet carries that name when it is a CSV. A file is
    told by its content, not by its ending. Raises UnreadableFile: too large, of another kind, locked,
    damaged, with macros, or with more than 20,000 rows or 200 columns in a sheet.
    """
    known_as = PurePath(name).name or "The file"
    if len(content) > LARGEST_FILE:
        size = f"{known_as} is {len(content) / MEGABYTE:.0f} MB."
        raise UnreadableFile(
            f"{size} Files must be 20 MB or smaller. Save it without pictures and old sheets."
        )
    if content.startswith(OLD_OR_LOCKED):
        raise UnreadableFile(
            f"{known_as} is an old .xls file or has a password. Save it as .xlsx without a password."
        )
    read = _workbook if content.startswith(b"PK") else _csv
    sheets = tuple(sheet for sheet in read(content, known_as) if sheet.rows)
    if not sheets:
        raise UnreadableFile(f"{known_as} has nothing in it. Choose the file that holds the table.")
    return sheets


def _workbook(content: bytes, name: str) -> Iterator[Sheet]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            _check_parts(parts, name)
            with warnings.catch_warnings():  # the library warns of styles and charts it leaves out
                warnings.simplefilter("ignore")
                yield from _sheets(content)
    except UnreadableFile:
        raise
    except BROKEN as broken:
        raise UnreadableFile(
            f"{name} is damaged or is not a workbook. Open it in a spreadsheet program and save it as .xlsx."
        ) from broken


def _check_parts(parts: zipfile.ZipFile, name: str) -> None:
    """Refuse by the zip's own table of contents, before anything is unpacked."""
    entries = parts.infolist()
    names = {entry.filename.casefold() for entry in entries}
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > LARGEST_UNPACKED or len(entries) > MOST_PARTS:
        raise UnreadableFile(
            f"{name} unpacks to {unpacked / MEGABYTE:,.0f} MB in {counted(len(entries), 'part')}, more "
            "than a plan or a ledger needs. Copy the table into a new workbook."
        )
    if any(part.endswith("vbaproject.bin") for part in names):
        raise UnreadableFile(f"{name} has macros, which are not taken. Save it as .xlsx, without them.")
    if "xl/workbook.xml" not in names:
        raise UnreadableFile(f"{name} is neither XLSX nor CSV. Save it as one of the two.")


class _Cells(WorkSheetParser):
    """The library's reader of one sheet, which also says which cells are formulas.

    Its public ways of reading either hold the whole workbook as objects or leave out merged cells.
    """

    def parse_cell(self, element: Any) -> dict[str, Any]:
        """The cell, and whether its value is a formula's result."""
        cell: dict[str, Any] = super().parse_cell(element)
        cell["formula"] = element.find(FORMULA_TAG) is not None
        return cell


def _sheets(content: bytes) -> Iterator[Sheet]:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    months = _month_styles(book)
    for page in book.worksheets:
        if page.sheet_state != "visible":
            continue
        with page._get_source() as source:
            reader = _Cells(
                source,
                page._shared_strings,
                data_only=True,
                epoch=book.epoch,
                date_formats=book._date_formats,
                timedelta_formats=book._timedelta_formats,
            )
            yield _sheet(page.title, reader, months)


def _month_styles(book: Any) -> set[int]:
    """The styles that show a month and no day: what was typed as "June 2026" is stored as its first day."""
    months = set()
    for style in book._date_formats:
        number = book._cell_styles[style].numFmtId
        custom = number - BUILTIN_FORMATS_MAX_SIZE
        shown = book._number_formats[custom] if custom >= 0 else BUILTIN_FORMATS[number]
        letters = set(NOT_SHOWN.sub("", shown.lower()))
        if {"m", "y"} <= letters and "d" not in letters:
            months.add(style)
    return months


def _sheet(name: str, reader: _Cells, months: set[int]) -> Sheet:
    rows: list[Cells] = []
    filled, formulas, faults = 0, 0, []
    for number, cells in reader.parse():
        row: list[Value] = []
        for cell in cells:
            if cell["formula"]:
                formulas += 1
                if cell["value"] is None:
                    faults.append(CellFault(Place(name, number, cell["column"] - 1), "", NO_RESULT))
            value = _value(cell["value"])
            if isinstance(value, date) and cell["style_id"] in months:
                value = f"{MONTHS[value.month - 1]} {value.year}"
            if value is not None:
                _check_size(name, filled, number, cell["column"])
                row.extend([None] * (cell["column"] - 1 - len(row)))
                row.append(value)
        if row:
            filled += 1
            rows.extend([()] * (number - 1 - len(rows)))
            rows.append(tuple(row))
    for merged in reader.merged_cells.mergeCell if reader.merged_cells else ():
        _fill_down(rows, *range_boundaries(merged.ref))
    words = counted(formulas, "formula was", "formulas were")
    note = f"{words} read by the result stored in the file; no formula is kept."
    return Sheet(name, tuple(rows), (note,) if formulas else (), (*faults, *_errors(name, rows)))


def _check_size(sheet: str, rows: int, number: int, columns: int) -> None:
    if rows >= MOST_ROWS or number > LAST_ROW:
        raise UnreadableFile(
            f"{sheet} has more than {MOST_ROWS:,} rows, or rows below row {LAST_ROW:,}. "
            "Split it into several files."
        )
    if columns > MOST_COLUMNS:
        raise UnreadableFile(
            f"{sheet}, row {number} has something in column {columns:,}. "
            f"A table may have {MOST_COLUMNS} columns."
        )


def _value(value: Any) -> Value:
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("_x000D_\n", "\n").strip() or None
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return Decimal(repr(value))
    if isinstance(value, datetime):
        return typed_day(value)
    return value if isinstance(value, date) else str(value)


def _errors(sheet: str, rows: list[Cells]) -> Iterator[CellFault]:
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if value in ERRORS:
                sentence = f"The cell shows the error {value}. Put it right, or type the value."
                yield CellFault(Place(sheet, number, column), str(value), sentence)


def _fill_down(rows: list[Cells], left: int, top: int, _right: int, bottom: int) -> None:
    """A cell merged over several rows says the same of each of them."""
    if top > len(rows) or left > len(rows[top - 1]):
        return
    value = rows[top - 1][left - 1]
    for number in range(top, min(bottom, len(rows))):
        row = [*rows[number], *[None] * (left - len(rows[number]))]
        row[left - 1] = value
        rows[number] = tuple(row)


def _csv(content: bytes, name: str) -> Iterator[Sheet]:
    text, note = _decoded(content, name)
    first, _, rest = text.partition("\n")
    declared = re.fullmatch(r'"?sep=(.)"?\s*', first)  # what some programs write for themselves
    separator = declared[1] if declared else _separator(text)
    lines = csv.reader(io.StringIO(rest if declared else text, newline=""), delimiter=separator)
    rows: list[Cells] = []
    filled = 0
    try:
        for number, line in enumerate(lines, start=2 if declared else 1):
            row = tuple(_value(_unmarked(cell)) for cell in line)
            if any(cell is not None for cell in row):
                _check_size(name, filled, number, filled_width(row))
                filled += 1
            rows.append(row)
    except csv.Error as broken:
        sentence = f"{name} is not a CSV we can read: {broken}. Save it again as CSV or XLSX."
        raise UnreadableFile(sentence) from broken
    if declared:
        rows.insert(0, ())
    yield Sheet(name, _trimmed(rows), (note,) if note else (), tuple(_errors(name, rows)))


def _decoded(content: bytes, name: str) -> tuple[str, str]:
    """The text, and a sentence where its encoding was concluded."""
    named = next((encoding for mark, encoding in ENCODINGS if content.startswith(mark)), "utf-8")
    try:
        text, note = content.decode(named), ""
    except UnicodeDecodeError:
        try:
            text = content.decode("cp1252")
        except UnicodeDecodeError as unknown:
            raise UnreadableFile(f"{name} is not text. Save it as CSV UTF-8 or as XLSX.") from unknown
        note = "The file does not say how its letters are stored; it was read as Windows text."
    if "\x00" in text:
        raise UnreadableFile(f"{name} is neither XLSX nor CSV. Save it as one of the two.")
    return text.replace("\r\n", "\n").replace("\r", "\n"), note


def _separator(text: str) -> str:
    """The sign that splits most of the first lines into most cells."""
    sample = text[:20_000]

    def cells(separator: str) -> int:
        lines = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
        try:
            return sum(len(line) - 1 for line, _ in zip(lines, range(30), strict=False))
        except csv.Error:
            return 0

    return max(SEPARATORS, key=cells)


def _unmarked(text: str) -> str:
    """Without the apostrophe our own files put before what a program would take for a formula."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(DANGEROUS) else text


def _trimmed(rows: list[Cells]) -> tuple[Cells, ...]:
    """Without the empty rows at the end."""
    last = next((number for number in range(len(rows), 0, -1) if filled_width(rows[number - 1])), 0)
    return tuple(rows[:last])
