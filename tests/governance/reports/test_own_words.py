"""A partnership that renamed every status: its pages and files speak its words and none of ours."""

import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from html import unescape

import pytest
import time_machine
from docx import Document as read_word
from openpyxl import load_workbook

from core.blocks import BlockContext, block
from core.domain.status import Status
from core.domain.vocabulary import HOUSE
from core.permissions import Role
from governance.dashboard.domain.attention import ActionFacts, action_change
from governance.reports.domain.document import ParagraphKind
from governance.reports.services.publications import publish_report
from partnerships.models import Lead
from programmes import services
from programmes.models import Action, Draft, Update, words_of
from programmes.queries.chasing import chasing_by_hand
from tests.factories.dashboard import Q1, action_with, plan_with
from tests.factories.governance_reports import ParagraphFactory, nothing_drawn
from tests.factories.partnerships import (
    GrantFactory,
    MembershipFactory,
    OrganisationFactory,
    PartnershipFactory,
    person_with,
)
from tests.factories.programmes import BRAG, DateChangeFactory, StatusWordsFactory
from tests.governance.conftest import paragraph
from tests.governance.pdf_reading import text_of

NOW = datetime(2026, 7, 20, 9, 30, tzinfo=UTC)
OFF, RISK, ON = (("in_progress", confidence) for confidence in ("off_track", "at_risk", "on_track"))
OURS = re.compile(rf"\b({'|'.join(HOUSE.words)})\b", re.IGNORECASE)
# What is no status of an action, though it is called alike: how far an update is, and what is no update yet.
OTHERWISE = re.compile(
    r"(?:Unheard|Person \d+|Example Borough|2026/27:?|Last quarter \w+) Not started"  # how far an update is
    r"|No update asks for help or a decision"
    r"|,On track or not,|,Why it is at risk or off track,"  # headings of the plan's own spreadsheet
)
SHARE = ("2 of 8 counted actions are blue or green, 25.0%.", "Not counted: ended (1 action).")
P = "/p/tees/"
Q = f"{P}dashboard/2026-27-q1/"
U = f"{P}updates/2026-27-q1/"


@pytest.fixture(autouse=True)
def placed(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def borough(partnership):
    body = OrganisationFactory(code="borough", name="Example Borough")
    MembershipFactory(partnership=partnership, organisation=body)
    return body


@pytest.fixture
def officer(partnership):
    return person_with(Role.OFFICER, partnership=partnership)


@pytest.fixture
def plan(partnership, borough, officer, manager):
    """An action for every status, before and now, two of them the officer's to write."""
    plan, (skills, climate), rounds = plan_with(partnership)
    Lead(theme=skills, kind=Lead.Kind.OFFICER, user=manager, role="Head of Skills").save()
    said = {
        "ES-01": (RISK, OFF),
        "ES-02": (OFF, RISK),
        "ES-03": (RISK, ON),
        "ES-04": (ON, ("complete", "")),
        "CC-01": (None, ("not_started", "")),
        "CC-02": (ON, ("paused", "")),
        "CC-03": (ON, ("stopped", "")),
        "CC-04": (ON, None),
        "CC-05": (OFF, None),
    }
    for reference, answers in said.items():
        theme = skills if reference.startswith("ES") else climate
        action_with(
            plan, theme, rounds, reference, *answers, title=f"Work {reference}", owner=borough, lead=officer
        )
    now = rounds[1]
    now.state, now.due_on = "open", date(2026, 7, 14)
    now.save()
    DateChangeFactory(action=Action.objects.get(reference="ES-01"), state="proposed")
    StatusWordsFactory(partnership=partnership, **BRAG, stopped_counting="left_out")
    return plan


def visible(markup):
    """The words of a page, without mark-up, with the labels of its charts and the choices of its forms."""
    body = re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", markup)
    labels = re.findall(r'(?:aria-label|title|placeholder)="([^"]*)"', body)
    return " ".join(unescape(" ".join([*labels, re.sub(r"<[^>]+>", " ", body)])).split())


def ours_in(text):
    """Which of our words for statuses stand in a text, each with what surrounds it."""
    text = OTHERWISE.sub("", text)
    return [text[max(found.start() - 50, 0) : found.end() + 30] for found in OURS.finditer(text)]


PAGES = (
    "/",
    "/updates/",
    f"{P}",
    f"{P}plan/",
    f"{P}plan/?group=theme&status=off-track",
    f"{P}plan/?quarter=2025-26-q4",
    f"{P}plan/timeline/",
    f"{P}plan/compare/?show=all",
    f"{P}plan/bulk/",
    f"{P}plan/export.csv",
    f"{P}plan/compare/export.csv?show=all",
    f"{P}plan/own.csv",
    f"{P}actions/ES-01/",
    f"{P}actions/CC-04/",
    f"{P}actions/ES-01/history/",
    f"{U}ES-01/history/",
    f"{P}updates/",
    f"{U}ES-01/",
    f"{U}CC-04/",
    f"{U}ES-03/sign-off/",
    f"{P}updates/sign-off/",
    f"{P}updates/sign-off/all/",
    f"{P}updates/rounds/DP/2026-27-q1/",
    f"{P}updates/rounds/DP/2026-27-q1/close/",
    f"{P}updates/rounds/DP/2026-27-q2/open/",
    P + "dashboard/",
    f"{Q}",
    f"{Q}attention/",
    f"{Q}changes/",
    f"{P}dashboard/2025-26-q4/",
    f"{P}progress/",
    f"{P}progress/2026-27-q1/",
    f"{P}plan-on-a-page/",
)


def test_no_page_or_file_speaks_our_words(client, plan, manager):
    client.force_login(manager)

    shown = {address: (page.status_code, ours_in(words_of_page(page))) for address, page in pages_of(client)}

    assert shown == dict.fromkeys(PAGES, (200, []))


def pages_of(client):
    """Each page by its address, asked for one after the other."""
    return ((address, client.get(address)) for address in PAGES)


def words_of_page(answer):
    """What a page or a file shows."""
    return visible((b"".join(answer) if answer.streaming else answer.content).decode("utf-8-sig"))


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (P + "plan/", ["Red", "Amber", "Green", "Blue", "Queued", "Halted", "Ended", "Unheard", "was amber"]),
        (
            f"{Q}",
            ["2 of 8 counted actions are blue or green, 25.0%.", "Not counted: ended (1 action).", "1 red"],
        ),
        (f"{P}progress/", ["Red and amber", *SHARE, "Unheard"]),
        (f"{P}actions/CC-04/", ["Unheard", "last reported green in Q4 2025/26"]),
        (f"{P}updates/sign-off/", ["It was amber last quarter, and nothing was added", "was red"]),
        (f"{U}CC-04/", ["Queued", "Moving", "Only for what is moving.", "Why it is amber or red"]),
        (f"{P}plan/compare/", ["worse", "Amber", "Unheard"]),
    ],
)
def test_they_speak_the_partnership_s(client, plan, manager, officer, address, words):
    client.force_login(officer if address.endswith("CC-04/") else manager)

    said = visible(client.get(address).content.decode())

    assert [word for word in words if word not in said] == []


def test_the_officer_s_list_its_open_form_and_the_last_look_speak_them(client, plan, officer):
    row = Update.objects.get(round__quarter_number=1, action__reference="CC-04")
    client.force_login(officer)
    shown = [
        visible(client.get(f"/updates/?open=tees/2026-27-q1/{one}").content.decode())
        for one in ("CC-04", "CC-05")
    ]
    typed = {
        "stage": "in_progress",
        "confidence": "at_risk",
        "words": "Slow.",
        "reason": "Rain.",
        "do": "next",
    }
    client.post(row.get_absolute_url(), typed | {"version": row.version})
    checked = visible(client.get("/updates/check/").content.decode())

    assert [ours_in(one) for one in (*shown, checked)] == [[], [], []]
    assert "It was red last quarter, so say how it goes now." in shown[1]
    assert ("Amber" in checked, Draft.objects.filter(is_ready=True).count()) == (True, 1)


def test_what_an_update_owes_is_asked_for_in_them(client, plan, officer):
    client.force_login(officer)
    owed = {
        "off_track": ["Say why this action is red."],
        "at_risk": ["Say why this action is amber."],
        "": ["Say whether the action is green, amber or red."],
    }
    for confidence, sentences in owed.items():
        sent = {"stage": "in_progress", "confidence": confidence, "words": "Slow.", "version": 1}
        said = visible(client.post(f"{U}CC-04/", sent).content.decode())
        assert [one for one in sentences if one not in said] == []
        assert ours_in(said) == []


def test_the_three_questions_of_a_partner_body_speak_them(client, plan, borough, manager):
    link = services.make_link(
        plan=plan, organisation=borough, expires_on=date(2026, 7, 31), by=manager, today=NOW.date()
    )

    said = visible(client.get(f"/answer/{services.token_of(link)}/").content.decode())

    assert ours_in(said) == []
    assert [word in said for word in ("Green", "Amber", "Red", "Blue", "Halted")] == [True] * 5


def test_the_one_page_the_report_s_pdf_and_its_word_file_speak_them(client, plan, manager):
    client.force_login(manager)
    one_page = " ".join(text_of(client.get(f"{Q}pdf/").content).split())
    report = " ".join(text_of(client.get(f"{P}progress/2026-27-q1/pdf/").content).split())
    word = read_word(io.BytesIO(client.get(f"{P}progress/2026-27-q1/word/").content))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    texts = (one_page, report, " ".join([*(one.text for one in word.paragraphs), *cells]))

    assert [ours_in(one) for one in texts] == [[], [], []]
    assert [" ".join(SHARE) in " ".join(one.split()) for one in texts] == [True] * 3


def test_the_spreadsheet_of_the_list_speaks_them(client, plan, manager):
    client.force_login(manager)

    sheet = load_workbook(io.BytesIO(client.get(f"{P}plan/export.xlsx").content)).active

    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    at = rows[0].index("Status")
    assert sorted(row[at] for row in rows[1:]) == sorted(
        ["Red", "Amber", "Green", "Blue", "Queued", "Halted", "Ended", "Unheard", "Unheard"]
    )


@pytest.mark.parametrize(
    "key",
    ["programmes.status_counts", "programmes.actions", "programmes.off_track", "programmes.milestones_due"],
)
def test_the_blocks_of_a_report_speak_them(partnership, plan, manager, key):
    shown = block(key)
    context = BlockContext(partnership, manager, NOW.date(), quarter=Q1, surface="print")

    result = shown.result(context)

    table = shown.table(result)
    flat = " ".join(str(cell) for row in (table.rows if table else ()) for cell in row)
    meanings = " ".join(one.meaning for one in shown.figures(result).values())
    assert ours_in(visible(shown.draw(context, result))) == []
    assert ours_in(f"{table.caption if table else ''} {flat} {table.note if table else ''} {meanings}") == []


def test_a_report_may_quote_the_percentage_and_both_numbers_it_is_made_of(partnership, plan, manager):
    counts = block("programmes.status_counts")
    context = BlockContext(partnership, manager, NOW.date(), quarter=Q1)

    figures = counts.figures(counts.result(context))

    assert {name: figures[name].printed for name in ("on_course", "counted", "percentage")} == {
        "on_course": "2",
        "counted": "8",
        "percentage": "25.0%",
    }


def test_a_letter_about_missing_updates_speaks_them(plan):
    letters = chasing_by_hand(plan.rounds.get(state="open"), NOW.date()).digests

    said = {asked.reference: asked.before for one in letters for asked in one.updates}
    assert said == {"CC-04": "Green", "CC-05": "Red"}


def test_each_row_of_a_page_over_several_partnerships_speaks_its_own(client, plan, officer):
    """A second partnership kept the house's words; the officer works for both."""
    other = PartnershipFactory(slug="else", name="Another example")
    another, (skills, _), rounds = plan_with(other)
    rounds[1].state, rounds[1].due_on = "open", date(2026, 7, 14)
    rounds[1].save()
    action_with(another, skills, rounds, "ES-01", OFF, None, lead=officer)
    GrantFactory(user=officer, role=Role.OFFICER, partnership=other)
    client.force_login(officer)

    page = client.get("/updates/").content.decode()

    tags = {
        heading: set(re.findall(r'tag--off-track">([^<]+)<', body))
        for heading, body in re.findall(r'(?s)<h2 id="group-\d">([^<]+)</h2>(.*?)</section>', page)
    }
    assert tags == {"Tees Example, Q1 2026/27": {"Red"}, "Another example, Q1 2026/27": {"Off track"}}


def test_what_is_published_keeps_the_words_and_the_percentage_of_its_day(
    client, plan, partnership, report, secretary
):
    row = paragraph(report, "purpose")
    row.text = "On course are [[programmes.status_counts:percentage]]."
    row.save()
    ParagraphFactory(
        section=row.section, order=90, kind=ParagraphKind.BLOCK, block="programmes.actions", caption="Actions"
    )
    with nothing_drawn():
        publish_report(report, by=secretary, moment=NOW)
    words = partnership.status_words
    words.complete, words.stopped_counting = "Delivered", "counted"
    words.save()
    client.force_login(secretary)

    page = client.get("/p/tees/reports/JC-2026-001/").content.decode()

    assert ("On course are 25.0%." in visible(page), "Blue" in visible(page)) == (True, True)
    assert "Delivered" not in visible(page)
    assert "2 of 9 actions are delivered or green, 22.2%." in visible(client.get(Q).content.decode())


def test_a_change_is_told_in_them(plan, partnership):
    words = words_of(partnership)
    facts = ActionFacts("ES-01", "Levy", before=None, after=None)
    said = action_change(replace(facts, before=Status.AT_RISK, after=Status.OFF_TRACK), words)
    silent = action_change(replace(facts, before=Status.ON_TRACK, after=Status.NO_UPDATE), words)

    assert (said.wording, silent.wording, silent.heard) == ("Now red, was amber", "Was green", "Unheard")
