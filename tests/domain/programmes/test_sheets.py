"""What a plan's spreadsheet says: headings, statuses, dates, references."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.sheets import Sheet, table_of
from core.domain.status import Confidence, Stage, Status
from core.domain.vocabulary import HOUSE
from core.domain.windows import DateWindow
from programmes.domain.sheets.changes import plan_changes
from programmes.domain.sheets.columns import HEADED, PlanColumn, meaning_problems, meanings, recognises
from programmes.domain.sheets.effects import StoredAction, StoredDates
from programmes.domain.sheets.reading import read_plan
from programmes.domain.sheets.rows import Known
from programmes.domain.sheets.words import (
    STATUSES,
    Uncertain,
    initials,
    reference_of,
    short_title,
    status_words,
    together,
    window_of,
)

C = PlanColumn
TODAY = date(2026, 7, 6)
HOMES = Known(HOUSE, {C.THEME: {"homes": "HO"}, C.OWNER: {"borough": "borough", "county": "county"}})


def read(headings, *rows, known=HOMES, filled_down=()):
    table = table_of(Sheet("Plan", (headings, *rows)), recognises)
    columns, _ = meanings(table.headings, {})
    return read_plan([table], columns, known, filled_down=frozenset(filled_down))


def test_no_heading_means_two_columns():
    words = [word for told in HEADED.values() for word in told.split(", ")]
    assert len(words) == len(set(words))


def test_headings_are_matched_by_name_synonym_and_memory():
    found, uncertain = meanings(["REF.", "Key action", "Ward", "Spend"], {"Ward": "theme", "Ref.": ""})
    assert found == {"REF.": C.REFERENCE, "Key action": C.TITLE, "Ward": C.THEME, "Spend": None}
    assert uncertain == frozenset()


def test_two_headings_for_one_column_are_both_asked_about():
    found, uncertain = meanings(["Action", "Lead officer", "Action lead"], {})
    assert (found["Lead officer"], found["Action lead"]) == (C.LEAD, None)
    assert uncertain == {"Lead officer", "Action lead"}


def test_columns_that_cannot_be_read_together_say_so():
    assert meaning_problems({"Due": C.CURRENT, "By when": C.CURRENT, "Step due": C.MILESTONE_DATE}) == {
        "By when": "Due is due date already. Choose one of the two.",
        "": "Say which column holds the action: without it there is nothing to import.",
        "Step due": "Say which column holds the milestone this date belongs to.",
    }


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("GREEN", (Stage.IN_PROGRESS, Confidence.ON_TRACK)),
        ("At-risk", (Stage.IN_PROGRESS, Confidence.AT_RISK)),
        ("R", (Stage.IN_PROGRESS, Confidence.OFF_TRACK)),
        ("Completed", (Stage.COMPLETE, None)),
        ("Not yet started", (Stage.NOT_STARTED, None)),
        ("On hold", (Stage.PAUSED, None)),
        ("Cancelled", (Stage.STOPPED, None)),
        ("No update received", None),
        ("TBC", None),
        (None, None),
    ],
)
def test_statuses_that_are_certain(text, meant):
    assert status_words(text, {}, HOUSE) == meant


@pytest.mark.parametrize("text", ["Blue", "Closed", "Delayed", "Behind schedule", "Overdue", "?"])
def test_statuses_that_are_not_certain_are_asked_about(text):
    with pytest.raises(Uncertain, match=f'^"{text.replace("?", "[?]")}" is not a status we know for certain'):
        status_words(text, {}, HOUSE)


def test_an_answer_says_what_a_word_means():
    answers = {"blue": Status.COMPLETE.value, "green": Status.NO_UPDATE.value}
    assert status_words("Blue", answers, HOUSE) == (Stage.COMPLETE, None)
    assert status_words("Green", answers, HOUSE) is None


def test_a_stage_and_a_colour_are_one_answer():
    started, red = STATUSES["started"], STATUSES["red"]
    assert together(started, red) == red
    assert together(STATUSES["complete"], red) == STATUSES["complete"]
    assert together(None, red) == red
    with pytest.raises(ValueError, match="contradict"):
        together(STATUSES["green"], red)


@pytest.mark.parametrize("text", ["TBC", "n/a", "-", "–", None])
def test_there_are_many_ways_to_say_that_there_is_no_date(text):
    assert window_of(text, {}) is None


@pytest.mark.parametrize("text", ["Jun-26", "end of FY", "30 June", "summer 2026", "2026-06", "Ongoing"])
def test_dates_that_are_not_certain_are_asked_about(text):
    with pytest.raises(Uncertain):
        window_of(text, {})
    assert window_of(text, {text.lower().replace("-", " "): "June 2026"}) == DateWindow.month(2026, 6)


@pytest.mark.parametrize(
    ("text", "made"), [("ES-04", "ES-04"), ("ES 04", "ES-04"), ("1.2.3", "1-2-3"), (" (7) ", "7")]
)
def test_references_are_what_addresses_can_hold(text, made):
    assert reference_of(text) == made


@pytest.mark.parametrize("text", ["…", "x" * 31])
def test_what_is_no_reference_is_refused(text):
    with pytest.raises(ValueError, match="reference"):
        reference_of(text)


@given(st.text(max_size=500))
def test_a_short_title_fits_and_is_its_own_short_title(text):
    short = short_title(text)
    assert len(short) <= 200
    assert short_title(short) == short


def test_a_theme_gets_a_reference_nobody_has():
    assert initials("Employment and skills", frozenset()) == "ES"
    assert initials("Employment and skills", frozenset({"ES", "ES2"})) == "ES3"
    assert initials("Homes", frozenset()) == "HO"


def test_a_row_for_each_milestone_belongs_to_its_action():
    reading = read(
        ("Ref", "Action", "Milestone", "Milestone due"),
        ("HO-01", "Build", "Plans", "May 2026"),
        (None, None, "Site", "June 2026"),
        ("HO-01", "Build", "Roof", "July 2026"),
        ("HO-01", "Let", "Keys", "July 2026"),
    )
    (build,) = reading.entries
    assert [one.facts[C.MILESTONE] for one in build.milestones] == ["Plans", "Site", "Roof", "Keys"]
    assert [(str(one.place), one.rule) for one in reading.findings] == [
        ("Plan, row 5, column B (Action)", "contradicts")
    ]


def test_a_row_that_repeats_an_action_with_another_date_is_refused_with_the_date():
    reading = read(
        ("Ref", "Action", "Due", "Milestone", "Milestone due"),
        ("HO-01", "Build", "March 2027", "Plans", "May 2026"),
        ("HO-01", "Build", "30 June 2027", "Site", "June 2026"),
    )
    assert [(str(finding.place), finding.value, finding.rule) for finding in reading.findings] == [
        ("Plan, row 3, column C (Due)", "30 June 2027", "contradicts")
    ]


def test_a_repeated_reference_without_a_milestone_is_refused():
    reading = read(("Ref", "Action", "Due"), ("HO-01", "Build", "May 2026"), ("HO 01", "Let", "May 2026"))
    assert [(str(one.place), one.message) for one in reading.findings] == [
        ("Plan, row 3, column A (Ref)", "HO-01 stands in row 2 already. An action has one row.")
    ]


def test_a_line_between_the_rows_is_the_theme_of_those_below_it():
    reading = read(
        ("Ref", "Action", "Due"),
        ("Theme: Homes",),
        ("HO-01", "Build", "May 2026"),
        ("Everything else",),
        ("X-1", "Rest", "May 2026"),
    )
    assert [one.facts.get(C.THEME) for one in reading.entries] == ["HO", None]
    assert [(one.column, one.text) for one in reading.questions.values()] == [(C.THEME, "Everything else")]


def test_a_column_repeats_the_cell_above_only_where_somebody_said_so():
    rows = (("Theme", "Action", "Due"), ("Homes", "Build", "May 2026"), (None, "Let", "May 2026"))
    assert [one.facts.get(C.THEME) for one in read(*rows).entries] == ["HO", None]
    assert [one.facts.get(C.THEME) for one in read(*rows, filled_down=["Theme"]).entries] == ["HO", "HO"]


def test_supporters_are_asked_about_one_by_one():
    reading = read(("Ref", "Action", "Supported by"), ("HO-01", "Build", "Borough; Harbour, County\nPort"))
    assert [one.text for one in reading.questions.values()] == ["Harbour", "Port"]


def test_columns_without_a_place_are_kept_word_for_word():
    reading = read(("Ref", "Action", "Budget (£)", "Ward"), ("HO-01", "Build", "£1,250", None))
    assert reading.entries[0].extra == {"Budget (£)": "£1,250"}


def stored(**values):
    held = dict.fromkeys(("description", "outcome", "owner", "lead_role", "starts")) | {
        "title": "Build",
        "theme": "HO",
    }
    may = DateWindow.month(2026, 8)
    return {"HO-01": StoredAction(1, "HO-01", held, StoredDates(may, may), **values)}


def changes(row, held=None, quarter=None):
    reading = read(("Ref", "Action", "Start", "Original date", "Due", "Milestone", "Milestone due"), row)
    return plan_changes(reading.entries, held or stored(), known=Known(HOUSE), quarter=quarter, today=TODAY)


def test_the_same_row_again_changes_nothing():
    (one,) = changes(("HO-01", "Build", None, "Aug 2026", "August 2026", None, None)).actions
    assert (one.values, one.differences, one.dates.move) == ({}, [], None)


@pytest.mark.parametrize(
    ("due", "applied"), [("September 2026", True), ("August 2026", None), ("October 2026", False)]
)
def test_a_date_moves_at_once_only_within_its_quarter(due, applied):
    (one,) = changes(("HO-01", "Build", None, None, due, None, None)).actions
    assert (one.dates.move.applied if one.dates.move else None) is applied


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        (("HO-01", None, None, "May 2026", None, None, None), "original_date"),
        (("HO-01", None, None, None, "May 2026", None, None), "in_the_past"),
        (("HO-02", None, None, None, "May 2027", None, None), "no_title"),
        (("HO-01", None, "Sept 2026", None, None, "Plans", "August 2026"), "before_start"),
        (("HO-01", None, None, None, None, "Plans", None), "no_date"),
    ],
)
def test_what_must_not_be_is_refused(row, rule):
    assert [one.rule for one in changes(row).findings if one.refused] == [rule]


def test_an_archived_reference_is_not_used_again():
    held = stored(archived="HO-01 belongs to an archived action.")
    assert [one.rule for one in changes(("HO-01", "Other", None, None, None, None, None), held).findings] == [
        "archived"
    ]
