"""Where the table in a sheet is, and which of its rows are data."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.sheets import (
    Place,
    RowKind,
    Sheet,
    amount_of,
    column_letters,
    folded,
    headings_of,
    table_of,
    text_of,
)

KNOWN = {"Ref", "Action", "Cost", "Due"}


def known(heading):
    return heading in KNOWN


LEDGER = Sheet(
    "Plan",
    (
        ("Delivery plan 2026/27",),
        (),
        ("Ref", "Action", "Cost", "Notes"),
        ("ES-01", "Open the hub", "£1,200", None),
        (None, "Homes"),
        ("Ref", "Action", "Cost", "Notes"),
        ("ES-02", "Close the hub", Decimal(300)),
        ("Total", None, "£1,500"),
        (),
        ("Total homes", "Count them", Decimal(4)),
    ),
)


def test_the_headings_are_the_row_in_which_most_are_known():
    table = table_of(LEDGER, known)
    assert (table.heading_row, table.headings) == (3, ("Ref", "Action", "Cost", "Notes"))


def test_rows_below_the_headings_are_told_apart():
    kinds = [(row.number, row.kind) for row in table_of(LEDGER, known).rows]
    assert kinds == [
        (4, RowKind.DATA),
        (5, RowKind.BAND),
        (6, RowKind.HEADINGS),
        (7, RowKind.DATA),
        (8, RowKind.TOTAL),
        (9, RowKind.BLANK),
        (10, RowKind.DATA),
    ]


def test_a_band_says_its_words():
    (band,) = table_of(LEDGER, known).of_kind(RowKind.BAND)
    assert band.band == "Homes"


def test_every_row_has_a_cell_for_every_heading():
    assert {len(row.cells) for row in table_of(LEDGER, known).rows} == {4}


def test_where_no_two_headings_are_known_there_is_no_table():
    assert table_of(Sheet("Notes", (("Ref", "x"), ("Read me",))), known) is None


def test_the_row_somebody_names_holds_the_headings():
    table = table_of(Sheet("Plan", (("a", "b"), ("Nr", "Task"), ("1", "Build"))), known, heading_row=2)
    assert (table.headings, [row.cells for row in table.rows]) == (("Nr", "Task"), [("1", "Build")])


@pytest.mark.parametrize("row", [-1, 4])
def test_a_row_outside_the_sheet_holds_no_headings(row):
    assert table_of(Sheet("Plan", (("a",), ("b",), ("c",))), known, heading_row=row) is None


def test_headings_are_made_unlike_each_other():
    cells = ("Date", "date", None, "Due\n date", "Column C")
    assert headings_of(cells) == ("Date", "date (2)", "Column C", "Due date", "Column C (2)")


@given(st.lists(st.none() | st.text(alphabet="ab ()2", max_size=6), max_size=12))
def test_no_two_headings_are_ever_alike(cells):
    names = [one.casefold() for one in headings_of([(cell and cell.strip()) or None for cell in cells])]
    assert len(names) == len(set(names)) == len(cells)


@pytest.mark.parametrize(
    ("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
)
def test_columns_are_lettered_as_spreadsheets_letter_them(column, letters):
    assert column_letters(column) == letters


def test_a_place_names_sheet_row_column_and_heading():
    assert str(Place("Plan", 12, 3, "Due")) == "Plan, row 12, column D (Due)"
    assert str(Place("Plan", 12)) == "Plan, row 12"
    assert (Place("Plan", 12, 3).cell, Place("Plan", 12).cell) == ("D12", "")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (True, "Yes"),
        (Decimal("12.0"), "12"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.25"), "0.25"),
        (date(2026, 6, 30), "30 June 2026"),
        ("as it is", "as it is"),
    ],
)
def test_a_cell_in_words(value, words):
    assert text_of(value) == words


@pytest.mark.parametrize(
    ("value", "amount"),
    [
        ("£1,250", Decimal(1250)),
        ("(1,250.50)", Decimal("-1250.50")),
        ("-500", Decimal(-500)),
        (Decimal("3.10"), Decimal("3.10")),
    ],
)
def test_a_cell_as_an_amount(value, amount):
    assert amount_of(value) == amount


@pytest.mark.parametrize("value", ["(-5)", "(0)", "about £5", None, "1,25"])
def test_what_is_no_amount_is_refused(value):
    with pytest.raises(ValueError, match="is not an amount of money"):
        amount_of(value)


def test_words_are_compared_without_case_and_signs():
    assert folded(" Lead  officer/ROLE (name) ") == "lead officer role name"
