"""Reading uploaded files: what is understood, and the sentence for what is not taken."""

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal

import pytest
from openpyxl import Workbook
from tablib import Dataset

from core import sheets
from core.domain.sheets import RowKind, table_of
from core.sheets import UnreadableFile, read_sheets
from core.transfer import SafeCSV


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def workbook(*rows, title="Plan"):
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return book


def edited(content, part, change):
    """The same zip with one part changed; ``change`` maps its bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry.filename, change(data) if entry.filename == part else data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "note"),
    [
        ("Ref,Cost\nES-01,£5 – yes".encode(), ()),
        ("Ref,Cost\nES-01,£5 – yes".encode("utf-8-sig"), ()),
        ("Ref,Cost\nES-01,£5 – yes".encode("utf-16"), ()),
        (
            "Ref,Cost\r\nES-01,£5 – yes".encode("cp1252"),
            ("The file does not say how its letters are stored; it was read as Windows text.",),
        ),
    ],
)
def test_a_csv_is_read_in_the_encodings_programs_write(content, note):
    (sheet,) = read_sheets(content, "plan.csv")
    assert (sheet.name, sheet.rows, sheet.notes) == (
        "plan.csv",
        (("Ref", "Cost"), ("ES-01", "£5 – yes")),
        note,
    )


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_csv_is_split_at_the_sign_it_uses(separator):
    text = f'Ref{separator}Action{separator}Due\nES-01{separator}"Buy, sell; and\nlet"{separator}May 2026\n\n'
    (sheet,) = read_sheets(text.encode(), "plan.csv")
    assert sheet.rows == (("Ref", "Action", "Due"), ("ES-01", "Buy, sell; and\nlet", "May 2026"))


def test_a_csv_may_name_its_separator_in_its_first_line():
    (sheet,) = read_sheets(b"sep=;\r\nRef;A,B\r\n1;2,3", "plan.csv")
    assert sheet.rows == ((), ("Ref", "A,B"), ("1", "2,3"))


def test_our_own_mark_against_formulas_comes_off_again():
    text = SafeCSV().export_data(Dataset(["=1+1", "'quoted'"], headers=["a", "b"]))
    (sheet,) = read_sheets(text.encode(), "plan.csv")
    assert sheet.rows[1] == ("=1+1", "'quoted'")


def test_a_workbook_keeps_numbers_and_dates_as_such():
    book = workbook(
        ["Ref", "Due"], [1, date(2026, 6, 30)], [2.5, datetime(2026, 7, 1, 9, 30)], [True, "  x "]
    )
    (sheet,) = read_sheets(saved(book), "plan.xlsx")
    assert sheet.rows == (
        ("Ref", "Due"),
        (Decimal(1), date(2026, 6, 30)),
        (Decimal("2.5"), date(2026, 7, 1)),
        (True, "x"),
    )


@pytest.mark.parametrize(
    ("shown_as", "value"),
    [
        ("mmm-yy", "June 2026"),
        ('[$-809]mmmm yyyy" (due)"', "June 2026"),
        ("dd/mm/yyyy", date(2026, 6, 1)),
        ("d mmm", date(2026, 6, 1)),
    ],
)
def test_a_date_shown_as_a_month_is_the_month(shown_as, value):
    book = workbook(["Due"], [date(2026, 6, 1)])
    book.active["A2"].number_format = shown_as
    (sheet,) = read_sheets(saved(book), "plan.xlsx")
    assert sheet.rows[1] == (value,)


def test_a_cell_merged_downwards_says_the_same_of_each_row():
    book = workbook(["Theme", "Action", "Due"], ["Homes", "Build", 1], [None, "Let", 2], [None, "Sell", 3])
    book.active.merge_cells("A2:A4")
    book.active.append(["The last band"])
    book.active.merge_cells("A5:C5")
    (sheet,) = read_sheets(saved(book), "plan.xlsx")
    assert [row[0] for row in sheet.rows] == ["Theme", "Homes", "Homes", "Homes", "The last band"]
    assert table_of(sheet, {"Theme", "Action"}.__contains__).rows[-1].kind == RowKind.BAND


def test_hidden_and_empty_sheets_are_left_out():
    book = workbook(["Ref"], title="Plan")
    book.create_sheet("Lists").append(["Green"])
    book["Lists"].sheet_state = "hidden"
    book.create_sheet("Empty")
    assert [sheet.name for sheet in read_sheets(saved(book), "plan.xlsx")] == ["Plan"]


def test_rows_far_below_the_first_keep_their_numbers():
    book = workbook(["Ref", "Action"])
    book.active["B7"] = "Alone"
    (sheet,) = read_sheets(saved(book), "plan.xlsx")
    assert sheet.rows == (("Ref", "Action"), (), (), (), (), (), (None, "Alone"))


def test_a_formula_counts_by_its_stored_result_and_without_one_is_a_fault():
    book = workbook(["Ref", "Days"], ["ES-01", "=1+1"], ["ES-02", "=2+2"])
    stored = edited(
        saved(book),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>").replace(
            b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>"
        ),
    )
    (sheet,) = read_sheets(stored, "plan.xlsx")
    assert sheet.rows == (("Ref", "Days"), ("ES-01", Decimal(2)), ("ES-02",))
    assert sheet.notes == ("2 formulas were read by the result stored in the file; no formula is kept.",)
    assert [(fault.place.cell, fault.message) for fault in sheet.faults] == [("B3", sheets.NO_RESULT)]


def test_a_cell_that_shows_an_error_is_a_fault():
    (sheet,) = read_sheets(b"Ref,Due\nES-01,#REF!", "plan.csv")
    assert [(str(fault.place), fault.value) for fault in sheet.faults] == [
        ("plan.csv, row 2, column B", "#REF!")
    ]


def refusal(content, name="Plan.xlsx"):
    with pytest.raises(UnreadableFile) as refused:
        read_sheets(content, name)
    return str(refused.value)


def test_a_file_of_31_megabytes_is_refused_by_its_size():
    sentence = "Plan.xlsx is 31 MB. Files must be 20 MB or smaller. Save it without pictures and old sheets."
    assert refusal(b"PK" + b"\0" * (31 * sheets.MEGABYTE - 2)) == sentence


def test_a_small_file_that_unpacks_to_a_large_one_is_refused_unopened():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/workbook.xml", b"<workbook/>")
        bomb.writestr("xl/worksheets/sheet1.xml", b"0" * (150 * sheets.MEGABYTE))
    assert len(out.getvalue()) < sheets.MEGABYTE
    assert refusal(out.getvalue()) == (
        "Plan.xlsx unpacks to 150 MB in 2 parts, more than a plan or a ledger needs. "
        "Copy the table into a new workbook."
    )


def test_entities_that_grow_are_not_expanded():
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    content = edited(
        saved(workbook(["Ref"])),
        "xl/worksheets/sheet1.xml",
        lambda xml: bomb + xml.partition(b"?>")[2] or xml,
    )
    assert refusal(content).startswith("Plan.xlsx is damaged or is not a workbook.")


def test_a_workbook_with_macros_is_refused():
    out = io.BytesIO(saved(workbook(["Ref"])))
    with zipfile.ZipFile(out, "a") as book:
        book.writestr("xl/vbaProject.bin", b"macro")
    assert refusal(out.getvalue(), "Plan.xlsm") == (
        "Plan.xlsm has macros, which are not taken. Save it as .xlsx, without them."
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Plan.xlsx has nothing in it. Choose the file that holds the table."),
        (b"\n,,\n", "Plan.xlsx has nothing in it. Choose the file that holds the table."),
        (
            b"\xd0\xcf\x11\xe0old",
            "Plan.xlsx is an old .xls file or has a password. Save it as .xlsx without a password.",
        ),
        (
            b"PK\x03\x04cut off",
            "Plan.xlsx is damaged or is not a workbook. "
            "Open it in a spreadsheet program and save it as .xlsx.",
        ),
        (b"%PDF-1.7\x00\x01", "Plan.xlsx is neither XLSX nor CSV. Save it as one of the two."),
        (b"\x81\x8d", "Plan.xlsx is not text. Save it as CSV UTF-8 or as XLSX."),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do(content, sentence):
    assert refusal(content) == sentence


def test_another_kind_of_zip_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as other:
        other.writestr("word/document.xml", b"<w/>")
    assert refusal(out.getvalue()) == "Plan.xlsx is neither XLSX nor CSV. Save it as one of the two."


def test_too_many_rows_are_refused(monkeypatch):
    monkeypatch.setattr(sheets, "MOST_ROWS", 3)
    assert read_sheets(b"a\nb\n\nc\n", "plan.csv")[0].rows == (("a",), ("b",), (), ("c",))
    assert refusal(b"a\nb\n\nc\nd\n", "plan.csv") == (
        "plan.csv has more than 3 rows, or rows below row 100,000. Split it into several files."
    )


def test_too_many_columns_are_refused():
    assert refusal(saved(workbook([None] * 200 + ["x"]))) == (
        "Plan, row 1 has something in column 201. A table may have 200 columns."
    )


def test_a_cell_below_all_rows_is_refused():
    book = workbook(["Ref"])
    book.active.cell(100_001, 1, "lost")
    assert refusal(saved(book)) == (
        "Plan has more than 20,000 rows, or rows below row 100,000. Split it into several files."
    )
