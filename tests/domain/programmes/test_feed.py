"""A calendar of deadlines as other programs read it."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programmes.domain.feed import Deadline, calendar, escaped, folded

NOW = datetime(2026, 7, 6, 9, 42, tzinfo=UTC)


def test_a_deadline_is_one_whole_day():
    one = Deadline("action-7", date(2026, 12, 31), "ES-01 Share; the levy", "Due Q3", "https://e.org/a/")

    text = calendar("Deadlines", "e.org", [one], NOW)

    assert text.split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Joint Plan//Deadlines//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "NAME:Deadlines",
        "X-WR-CALNAME:Deadlines",
        "BEGIN:VEVENT",
        "UID:action-7@e.org",
        "DTSTAMP:20260706T094200Z",
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270101",
        "SUMMARY:ES-01 Share\\; the levy",
        "DESCRIPTION:Due Q3",
        "URL:https://e.org/a/",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "value"), [("a, b; c\\d", "a\\, b\\; c\\\\d"), ("one\ntwo\r\nthree", "one\\ntwo\\nthree")]
)
def test_what_would_end_a_value_is_written_so(text, value):
    assert escaped(text) == value


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=400))
def test_a_line_of_any_length_folds_without_losing_a_letter(line):
    parts = folded(line).split("\r\n ")

    assert "".join(parts) == line
    assert [len(part.encode()) <= 75 for part in parts] == [True] * len(parts)
