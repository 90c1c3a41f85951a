"""The plan on a page: what stands on it, as a page and as one A4 sheet."""

import datetime
import io

import pikepdf
import pytest

from core.permissions import Role
from governance.dashboard.queries.plan_page import plan_on_a_page
from governance.reports.render import RenderFailed
from partnerships.models import BoardKind, Statement, ThemeSet
from tests.factories.partnerships import (
    BoardFactory,
    BrandFactory,
    OutcomeFactory,
    PartnershipFactory,
    StatementFactory,
    StrategyFactory,
    ThemeFactory,
    ThemeSetFactory,
    person_with,
)

PAGE = "/p/humber/plan-on-a-page/"
TODAY = datetime.date(2026, 11, 22)
Kind = Statement.Kind


@pytest.fixture
def here(client, db):
    """A partnership whose reader is signed in."""
    place = PartnershipFactory(slug="humber", name="Humber Together")
    client.force_login(person_with(Role.CHIEF_EXECUTIVE, partnership=place))
    return place


def shown(place, day=TODAY):
    """The bands of the page, plainly."""
    return {
        band.label: [(one.words, one.under) for one in band.items]
        for band in plan_on_a_page(place, day).bands
    }


def test_what_is_wanted_stands_above_who_sees_to_it(here):
    StatementFactory(partnership=here, kind=Kind.GOAL, title="Close the gap")
    ambition = StatementFactory(partnership=here, kind=Kind.AMBITION, title="A great place")
    StatementFactory(partnership=here, kind=Kind.AMBITION, title="Proud people", parent=ambition)
    for title in ("Homes", "Skills"):
        StatementFactory(partnership=here, kind=Kind.PRIORITY, title=title)
    StatementFactory(partnership=here, kind=Kind.PRINCIPLE, title="Be kind")
    board = BoardFactory(partnership=here, name="Homes board", kind=BoardKind.THEMATIC)
    StrategyFactory(partnership=here, name="Homes plan", board=board)
    StrategyFactory(partnership=here, name="Local plan", note="Under it all.")
    StrategyFactory(partnership=here, name="Review", kind="evidence_document")
    BoardFactory(partnership=here, name="Safeguarding", kind=BoardKind.STATUTORY)
    BoardFactory(partnership=here, name="Task force", kind=BoardKind.WORKING)

    assert shown(here) == {
        "Ambition": [("A great place", ("Proud people",))],
        "Goal": [("Close the gap", ())],
        "Priorities": [("Homes", ()), ("Skills", ())],
        "Boards and their strategies": [("Homes board", ("Homes plan",))],
        "Statutory boards": [("Safeguarding", ())],
        "Who leads and coordinates": [("Task force", ())],
        "Strategies and plans besides": [("Local plan", ("Under it all.",))],
    }


def test_it_is_the_plan_of_its_day(here):
    end = datetime.date(2020, 4, 30)
    BoardFactory(partnership=here, name="Old", effective_to=end)
    BoardFactory(partnership=here, name="New", effective_from=datetime.date(2020, 5, 1))
    BrandFactory(partnership=here, name="Humber First", effective_to=end)

    assert shown(here, end)["Boards and their strategies"] == [("Old", ())]
    assert shown(here)["Boards and their strategies"] == [("New", ())]
    assert [plan_on_a_page(here, day).called for day in (end, TODAY)] == ["Humber First", "Humber Together"]


def test_themes_in_force_stand_there_with_outcomes_and_proposed_ones_only_while_there_are_no_others(here):
    proposed = ThemeSetFactory(partnership=here, state=ThemeSet.State.PROPOSED)
    ThemeFactory(theme_set=proposed, name="Growth")
    before = shown(here)
    in_force = ThemeSetFactory(partnership=here, state=ThemeSet.State.IN_FORCE)
    OutcomeFactory(theme=ThemeFactory(theme_set=in_force, name="Jobs"), wording="More people in work")
    ThemeFactory(theme_set=ThemeSetFactory(partnership=here, state=ThemeSet.State.OTHER_BODY), name="Deal")

    assert before == {"Themes and outcomes": [("Growth (proposed)", ())]}
    assert shown(here) == {"Themes and outcomes": [("Jobs", ("More people in work",))]}


def test_the_page_links_to_its_boards_and_to_the_pdf_of_the_same_day(client, here):
    BoardFactory(partnership=here, reference="B1", name="Homes board")

    page = client.get(f"{PAGE}?at=2020-04-30")

    assert (page.status_code, page.context["pdf_url"]) == (200, f"{PAGE}pdf/?at=2020-04-30")
    assert '<a href="/p/humber/boards/B1/">Homes board</a>' in page.content.decode()
    assert client.get(PAGE).context["pdf_url"] == f"{PAGE}pdf/"


def test_a_partnership_with_nothing_recorded_says_so(client, here):
    page = client.get(PAGE)

    assert "Neither a goal nor a board is recorded for that day." in page.content.decode()


def test_the_pdf_is_one_tagged_a4_page_however_much_stands_on_it(client, here):
    for place in range(30):
        board = BoardFactory(partnership=here, name=f"Board {place}")
        StrategyFactory(partnership=here, name=f"Strategy {place}", board=board)

    answer = client.get(f"{PAGE}pdf/?at=2020-04-30")

    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert "plan on a page, 30 April 2020.pdf" in answer["Content-Disposition"]
    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        assert len(pdf.pages) == 1
        assert [round(float(side)) for side in pdf.pages[0].MediaBox] == [0, 0, 595, 842]
        assert pdf.Root.MarkInfo.Marked == True  # noqa: E712 - a PDF's own boolean
        assert str(pdf.docinfo.Title) == "Humber Together, plan on a page"


def test_the_same_page_asked_twice_on_a_day_is_the_same_file(client, here):
    BoardFactory(partnership=here)

    assert client.get(f"{PAGE}pdf/").content == client.get(f"{PAGE}pdf/").content


def test_a_day_that_is_none_gives_the_page_with_a_sentence_and_no_file(client, here):
    answer = client.get(f"{PAGE}pdf/?at=soon")

    assert (answer.status_code, answer["Content-Type"][:9]) == (400, "text/html")


def test_without_the_renderer_the_page_says_why_and_leads_back(client, here, monkeypatch):
    def fails(*args, **options):
        raise RenderFailed("The renderer is busy. Try again in a minute.")

    monkeypatch.setattr("governance.dashboard.views.plan_page.one_page_pdf", fails)

    answer = client.get(f"{PAGE}pdf/")

    assert (answer.status_code, answer.context["sentence"]) == (
        503,
        "The renderer is busy. Try again in a minute.",
    )
    assert f'<a href="{PAGE}">Back to the plan on a page</a>' in answer.content.decode()
