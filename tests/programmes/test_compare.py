"""Any two quarters side by side: what moved, each quarter under its own themes."""

import csv
import io
from datetime import UTC, datetime

import pytest
import time_machine

from core.change import change
from core.domain.windows import parse_window
from programmes.domain.rounds import RoundState
from tests.factories.partnerships import ThemeFactory
from tests.factories.programmes import ActionFactory, DateChangeFactory, RoundFactory, UpdateFactory

HERE = "/p/tees/plan/compare/"
AUGUST = datetime(2026, 8, 3, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def autumn():
    """6 October 2026: Q2 is being reported, Q1 is locked since August."""
    with time_machine.travel(datetime(2026, 10, 6, 9, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def quarters(plan, theme, officer):
    """ES-01 got worse and later and was regrouped after the lock, ES-02 stayed, ES-03 is new."""
    with change(moment=datetime(2026, 7, 1, tzinfo=UTC)):
        first = RoundFactory(plan=plan, state=RoundState.LOCKED, locked_at=AUGUST)
        moved = ActionFactory(plan=plan, theme=theme, reference="ES-01", title="Levy")
        same = ActionFactory(plan=plan, theme=theme, reference="ES-02", title="Pool")
    second = RoundFactory(plan=plan, quarter_number=2, state=RoundState.OPEN)
    new = ActionFactory(plan=plan, theme=theme, reference="ES-03", title="Desk")
    on = {"state": "signed_off", "stage": "in_progress", "confidence": "on_track", "words": "Fine."}
    for one in (moved, same):
        UpdateFactory(round=first, action=one, **on)
    UpdateFactory(round=second, action=same, **on)
    UpdateFactory(round=second, action=new, **on)
    UpdateFactory(round=second, action=moved, **on | {"confidence": "at_risk", "reason": "Late."})
    DateChangeFactory(
        action=moved,
        number=1,
        before=moved.original,
        after=parse_window("31 October 2026"),
        state="applied",
        asked_on=datetime(2026, 10, 2, tzinfo=UTC).date(),
    )
    with change():
        moved.theme = ThemeFactory(theme_set=plan.theme_set, reference="BS", name="Business")
        moved.save()


def lines(page):
    return [[str(cell) for cell in row.cells] for row in page.context["rows"]]


def test_what_moved_is_shown_with_both_quarters_themes_statuses_and_dates(client, quarters, chief_executive):
    client.force_login(chief_executive)

    page = client.get(f"{HERE}?before=2026-27-q1&after=2026-27-q2")

    new, moved = sorted(lines(page), key=lambda row: row[0], reverse=True)
    assert moved[2] == "Employment and skills, then Business"
    assert ("On track" in moved[3], "At risk" in moved[4]) == (True, True)
    assert moved[5:] == ["June 2026, then 31 October 2026", "worse, 123 days later, under another theme"]
    assert (new[2], new[3], new[5], new[6]) == ("Employment and skills", "Not in it", "June 2026", "new")
    sentence = (
        "From Q1 2026/27 to Q2 2026/27. Of 3 actions 1 got worse, 1 has a later date, "
        "1 counts under another theme and 1 came into the plan."
    )
    assert sentence in page.content.decode()


def test_without_a_choice_the_newest_two_are_compared_and_all_actions_on_request(
    client, quarters, chief_executive
):
    client.force_login(chief_executive)

    assert len(lines(client.get(HERE))) == 2
    assert len(lines(client.get(f"{HERE}?show=all"))) == 3


@pytest.mark.parametrize(
    "query",
    ["before=2026-27-q2&after=2026-27-q1", "before=2026-27-q1&after=2026-27-q1", "before=1999-00-q1", "x=1"],
)
def test_an_address_that_names_no_two_quarters_is_refused_in_words(client, quarters, chief_executive, query):
    client.force_login(chief_executive)

    got = [client.get(f"{HERE}{tail}?{query}") for tail in ("", "export.csv")]

    assert [(one.status_code, b"There is a problem" in one.content) for one in got] == [(400, True)] * 2


def test_a_partnership_without_a_round_is_told_so(client, partnership, chief_executive):
    client.force_login(chief_executive)

    assert "once their rounds have been open" in client.get(HERE).content.decode()


def test_the_comparison_is_taken_away_as_a_file(client, quarters, chief_executive):
    client.force_login(chief_executive)

    text = client.get(f"{HERE}export.csv").content.decode("utf-8-sig")

    found = {row["Reference"]: row for row in csv.DictReader(io.StringIO(text))}
    assert (found["ES-01"]["Status in Q2 2026/27"], found["ES-01"]["Days later"]) == ("At risk", "123")
    assert client.get(f"{HERE}export.pdf").status_code == 404
