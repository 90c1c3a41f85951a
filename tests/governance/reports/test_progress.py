"""From an imported spreadsheet alone: the quarter's progress report as page, PDF and Word."""

import io
import re
from datetime import UTC, datetime

import pytest
import time_machine
from docx import Document as read_word

from core.domain.windows import parse_window
from core.permissions import Role
from governance.models import HouseStyle
from governance.reports.domain.document import ParagraphKind
from governance.reports.drawing.word import report_docx
from governance.reports.queries.progress import house_style, progress_report
from partnerships.models import Host
from programmes import services
from programmes.domain.sheets.columns import meanings
from programmes.models import Milestone
from programmes.queries import imports as queries
from programmes.queries import plan_of
from tests.factories.partnerships import BoardFactory, OrganisationFactory, person_with
from tests.factories.programmes import MilestoneFactory
from tests.programmes.messy import HEADINGS, messy
from tests.programmes.test_plan_import import ANSWERS, NOW, Q1, TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _placed(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel(datetime(2026, 7, 6, 9, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def manager(partnership):
    return person_with(Role.PROGRAMME_MANAGER, partnership=partnership)


@pytest.fixture
def plan(partnership, manager):
    """What an import alone leaves: no board, no house style, no meeting."""
    OrganisationFactory(code="borough", name="Example Borough")
    imported = services.upload_plan(
        partnership=partnership, content=messy(), name="plan.xlsx", by=manager, moment=NOW
    )
    services.match_columns(
        imported=imported,
        sheets=imported.sheets,
        columns=meanings(HEADINGS, {})[0],
        filled_down=[],
        quarter=Q1,
        by=manager,
        today=TODAY,
    )
    services.answer_questions(imported=imported, answers=ANSWERS, by=manager)
    seal = queries.examine(imported, TODAY).seal
    services.confirm_import(imported=imported, seal=seal, reason="", by=manager, moment=NOW, today=TODAY)
    return plan_of(partnership)


def told(shown):
    """By section: its sentences, and the rows of its tables."""
    return {
        section.key: (
            [one.text for one in section.paragraphs if one.kind is ParagraphKind.PARAGRAPH],
            [row for one in section.paragraphs if one.table for row in one.table.rows],
        )
        for section in shown.document.sections
    }


def test_everything_asked_for_stands_in_it(plan):
    said = told(progress_report(plan, Q1, "Programme manager", TODAY))
    body = "Example Borough"
    assert said["summary"] == (
        [
            "1 of 5 actions is off track in Q1 2026/27. The round is not locked yet.",
            "2 of 5 actions are complete or on track, 40.0%.",
            "4 of 5 updates received (80%).",
        ],
        [
            ("Off track", "1", "0"),
            ("At risk", "1", "0"),
            ("On track", "1", "0"),
            ("Complete", "1", "0"),
            ("No update", "1", "0"),
        ],
    )
    assert said["off-track"] == (
        ["2 actions off track or at risk, off track first."],
        [
            (
                "ES-01",
                "Share the levy",
                body,
                "Off track",
                "The college withdrew.",
                "Find another college.",
                "Head of Skills, 30 September 2026",
            ),
            ("HO-05", "Retrofit", body, "At risk", "Grants are late.", "Not stated", "Not stated"),
        ],
    )
    assert said["dates"][1] == [
        (
            "ES-01",
            "Share the levy",
            "June 2026",
            "End of 2026/27",
            "The file gives both dates: it had moved before it was imported.",
            "Applied",
        )
    ]
    assert said["milestones"] == (
        ["Of 1 milestone promised for the quarter, 0 met as promised, 1 not met."],
        [
            (
                "ES-01/1",
                "Sign the agreement",
                body,
                "Q1 2026/27",
                "Not done",
                "Not met as promised: not done",
            )
        ],
    )
    assert said["help"][1] == [("ES-01", "Share the levy", body, "A decision on who pays.")]
    assert said["silent"][1] == [("HO-04", "Licence landlords", "No owner", "No lead")]
    assert [row[0] for row in said["all"][1]] == ["ES-01", "ES-02", "1-3", "HO-04", "HO-05"]


def test_a_milestone_reached_by_its_date_counts_as_met_and_one_that_was_not_does_not(plan, manager):
    step = Milestone.objects.get(title="Sign the agreement")
    step.actual_on = Q1.last_day
    step.save()
    MilestoneFactory(action=step.action, number=9, title="Open", original=parse_window("31 May 2026"))

    sentences, rows = told(progress_report(plan, Q1, "Programme manager", TODAY))["milestones"]

    assert sentences == ["Of 2 milestones promised for the quarter, 1 met as promised, 1 not met."]
    assert {(row[1], row[5]) for row in rows} == {
        ("Sign the agreement", "Met as promised"),
        ("Open", "Not met as promised: not done"),
    }


def test_a_section_without_anything_says_so(plan):
    said = told(progress_report(plan, Q1.previous(), "Programme manager", TODAY))
    assert (said["milestones"], said["help"]) == (
        (["No milestone was promised for the quarter."], []),
        (["No update asks for help or a decision."], []),
    )


def test_the_page_comes_with_one_press(plan, partnership, manager, client):
    client.force_login(manager)
    page = client.get(f"/p/{partnership.slug}/progress/").content.decode()
    assert "Delivery plan: progress in Q1 2026/27</h1>" in page
    assert len(re.findall(r"<h1[ >]", page)) == 1
    assert f'href="/p/{partnership.slug}/progress/2026-27-q1/word/"' in page
    done = client.get(f"/p/{partnership.slug}/plan/imports/1/").content.decode()
    assert f'href="/p/{partnership.slug}/progress/2026-27-q1/"' in done


def test_the_word_file_has_the_same_words_headings_and_tables(plan, partnership, manager, client):
    client.force_login(manager)
    answer = client.get(f"/p/{partnership.slug}/progress/2026-27-q1/word/")
    paper = read_word(io.BytesIO(answer.content))
    headings = [one.text for one in paper.paragraphs if one.style.name == "Heading 1"]
    assert headings[:3] == ["1.0 Summary", "2.0 Off track and at risk", "3.0 Dates moved"]
    assert [cell.text for cell in paper.tables[1].rows[1].cells][:5] == [
        "ES-01",
        "Share the levy",
        "Example Borough",
        "Off track",
        "The college withdrew.",
    ]
    assert all(table.rows[0]._tr.xpath("./w:trPr/w:tblHeader") for table in paper.tables)
    widths = [cell.width.cm for cell in paper.tables[1].rows[1].cells]
    assert (widths[0] < widths[4], round(sum(widths), 1)) == (True, 17.0)
    assert answer.headers["Content-Disposition"].endswith(
        'filename="Delivery plan: progress in Q1 2026/27.docx"'
    )


def test_the_pdf_is_asked_of_the_renderer(plan, partnership, manager, client, monkeypatch):
    drawn = {}

    def keep(shown, article, *, made_at):
        drawn.update(title=shown.document.title, article=article)
        return b"%PDF-1.7"

    monkeypatch.setattr("governance.reports.views.progress.report_pdf", keep)
    client.force_login(manager)
    answer = client.get(f"/p/{partnership.slug}/progress/2026-27-q1/pdf/")
    assert (answer.content, answer.headers["Content-Type"]) == (b"%PDF-1.7", "application/pdf")
    assert "Find another college." in drawn["article"]


def test_the_same_file_twice_is_the_same_file(plan):
    shown = progress_report(plan, Q1, "Programme manager", TODAY)
    assert report_docx(shown, made_at=NOW) == report_docx(shown, made_at=NOW)


def test_it_is_in_the_house_style_of_its_body(plan, partnership):
    plain = HouseStyle.objects.create(code="plain-one", name="Plain", head_labels=["Report by"])
    assert house_style(plan) == plain
    host, body = OrganisationFactory(), OrganisationFactory()
    of_host = HouseStyle.objects.create(code="host", name="Host", organisation=host)
    Host.objects.create(partnership=partnership, organisation=host)
    assert house_style(plan) == of_host
    of_body = HouseStyle.objects.create(
        code="body", name="Body", organisation=body, headings_numbered=False, head_labels=["Report by"]
    )
    plan.board = BoardFactory(partnership=None, organisation=body)
    assert house_style(plan) == of_body
    shown = progress_report(plan, Q1, "Programme manager", TODAY)
    assert shown.document.sections[0].number == ""
    assert [(row.label, row.printed) for row in shown.document.head] == [
        ("Quarter", "Quarter 1 2026/27 (April to June 2026)"),
        ("As at", "6 July 2026"),
        ("Report by", "Programme manager"),
        ("Report reference", "plan Q1 2026/27 as the record stands"),
    ]


def test_before_anything_is_reported_it_says_what_to_do(partnership, manager, client):
    client.force_login(manager)
    page = client.get(f"/p/{partnership.slug}/progress/")
    assert (page.status_code, "Bring in your spreadsheet" in page.content.decode()) == (200, True)
    assert client.get(f"/p/{partnership.slug}/progress/2026-27-q1/").status_code == 404
    assert client.get(f"/p/{partnership.slug}/progress/2026-27-q1/word/").status_code == 404


def test_a_quarter_nobody_reported_on_is_not_there(plan, partnership, manager, client):
    client.force_login(manager)
    assert client.get(f"/p/{partnership.slug}/progress/2019-20-q1/").status_code == 404
