"""A ledger extract: all of it or nothing, and every fault with its place."""

from datetime import date
from decimal import Decimal

import pytest

from core.domain.sheets import Sheet, Value
from funding.domain.extract import Extract, LedgerLine, read_extract

HEAD: tuple[Value, ...] = ("Reference", "Posting date", "Description", "Net amount")
FIRST, LAST = date(2026, 4, 1), date(2027, 3, 31)
PAID = LedgerLine("JNL1", date(2026, 5, 7), "Salaries", Decimal("4000.50"))


def read(*rows: tuple[Value, ...], recorded: tuple[LedgerLine, ...] = ()) -> Extract:
    sheet = Sheet("Ledger", (("Cost centre 4711",), (), HEAD, *rows))
    return read_extract([sheet], {one.reference: one for one in recorded}, FIRST, LAST)


def line(
    reference: str = "JNL1", day: Value = date(2026, 5, 7), amount: Value = Decimal("4000.50")
) -> tuple[Value, ...]:
    return (reference, day, "Salaries", amount)


def test_lines_are_read_below_whatever_stands_above_the_headings() -> None:
    found = read(line(), line("JNL2", "8 May 2026", "(£1,250)"))

    assert found.new == (PAID, LedgerLine("JNL2", date(2026, 5, 8), "Salaries", Decimal(-1250)))
    assert found.sentence == "2 new lines of £2,750.50 together."


def test_a_line_that_is_recorded_as_it_stands_is_left_alone() -> None:
    found = read(line(), line("JNL2"), recorded=(PAID,))

    assert ([one.reference for one in found.new], found.known, found.faults) == (["JNL2"], (PAID,), ())
    assert found.sentence == "1 new line of £4,000.50 together. 1 line is recorded already."
    assert (
        read(line(), recorded=(PAID,)).sentence
        == "There is nothing new in this file. 1 line is recorded already."
    )


@pytest.mark.parametrize(
    ("row", "place", "message"),
    [
        (
            line(reference=""),
            "column A (Reference)",
            "The line has no reference. Give the one the ledger has.",
        ),
        (
            line(day="soon"),
            "column B (Posting date)",
            '"soon" is not a date we can read. '
            "Write a day like 30 June 2026, a month like June 2026 or a quarter like Q1 2026/27.",
        ),
        (
            line(day="May 2026"),
            "column B (Posting date)",
            '"May 2026" is no single day. Give the day of the line.',
        ),
        (
            line(day=date(2026, 3, 31)),
            "column B (Posting date)",
            "31 March 2026 is outside the phase, which lasts from 1 April 2026 to 31 March 2027.",
        ),
        (
            line(amount="£1,23O"),
            "column D (Net amount)",
            '"£1,23O" is not an amount of money. It has the letter O where a nought may be meant. '
            "Write it like £1,250 or 1250.50.",
        ),
        (
            line(amount=Decimal("1.005")),
            "column D (Net amount)",
            "1.005 is no amount of pounds and pence below a million million.",
        ),
    ],
)
def test_what_cannot_be_read_is_said_with_its_place(row: tuple[Value, ...], place: str, message: str) -> None:
    found = read(line("JNL9"), row)

    assert [(one.place, one.message) for one in found.faults] == [(f"Ledger, row 5, {place}", message)]
    assert found.sentence == "Nothing is taken: 1 thing is wrong with this file."


def test_a_reference_twice_and_a_line_that_changed_are_faults() -> None:
    twice = read(line(), line(amount=Decimal(5)))
    changed = read(line(amount=Decimal(5)), recorded=(PAID,))

    assert [one.message for one in twice.faults] == ["JNL1 is in row 4 already. Each line may stand once."]
    assert [one.message for one in changed.faults] == [
        "JNL1 is recorded with £4,000.50 on 7 May 2026. "
        "A ledger line never changes: correct it by another line."
    ]


def test_the_files_own_total_is_held_against_its_lines() -> None:
    right = read(line(), ("Total", None, None, Decimal("4000.50")))
    wrong = read(line(), ("Total", None, None, Decimal("4000.05")))

    assert (right.faults, len(right.new)) == ((), 1)
    assert [one.message for one in wrong.faults] == [
        "The file gives £4,000.05 as the total; its lines come to £4,000.50."
    ]


def test_a_file_without_the_columns_says_which() -> None:
    none = read_extract([Sheet("Ledger", (("Name", "Colour"), ("a", "b")))], {})
    some = read_extract([Sheet("Ledger", (("Reference", "Details"), ("a", "b")))], {})

    assert [one.message for one in none.faults] == [
        "No row with headings was found. It needs a reference, a date and an amount."
    ]
    assert [one.message for one in some.faults] == [
        "Row 1 has no column for: date, amount. Name the columns so."
    ]
