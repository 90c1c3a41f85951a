"""Reading reports: who reaches what, how a report is drawn, and what stands beside it."""

import re
from datetime import date

import pytest

from core.domain.periods import FinancialYear, Quarter
from governance.models import Report
from tests.factories.governance_reports import (
    MeetingFactory,
    ParagraphFactory,
    ReportFactory,
    SectionFactory,
    written_report,
)
from tests.factories.programmes import PlanFactory, RoundFactory
from tests.governance.conftest import Silent, Stated, paragraph

PAGE = "/p/tees/reports/JC-2026-001/"


def words(page):
    """What a page says, tags out, blanks in order."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).split())


def test_the_list_shows_every_report_in_reach_and_no_other(client, report, partnership, chief_executive):
    ReportFactory(title="Somebody else's")
    client.force_login(chief_executive)

    page = client.get("/reports/")

    assert [row.cells for row in page.context["rows"]] == [
        ("JC-2026-001", "Phase 2 funding", "Joint Committee", "No date yet", "Draft", "Tees Example")
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_as_many_queries_for_three_reports_as_for_one(
    client, partnership, board, chief_executive, django_assert_num_queries, number
):
    for month in range(1, number + 1):
        meeting = MeetingFactory(board=board, held_on=date(2026, month, 20))
        ReportFactory(partnership=partnership, board=board, meeting=meeting)
    client.force_login(chief_executive)

    with django_assert_num_queries(7):
        page = client.get("/p/tees/reports/")

    assert len(page.context["rows"]) == number


def test_a_reader_sees_the_report_numbered_and_no_way_to_change_it(client, report, chief_executive):
    client.force_login(chief_executive)

    page = client.get(PAGE)

    assert page.status_code == 200
    numbers = re.findall(r'<span class="n"[^>]*>([\d.]+)</span>', page.content.decode())
    assert numbers == ["1.0", "1.1", "2.0", "2.1", "2.2", "3.0", "3.1", "3.2"]
    assert [label for label, _ in page.context["actions"]] == ["Export PDF", "History"]
    assert page.context["verdict"] == ""


def test_the_secretary_of_the_board_may_do_everything(client, report, secretary):
    client.force_login(secretary)

    page = client.get(PAGE)

    assert [label for label, _ in page.context["actions"]] == [
        "Edit",
        "Export PDF",
        "Publish",
        "Copy its structure",
        "History",
    ]
    assert page.context["verdict"] == "Ready to publish."


def test_a_programme_manager_edits_and_does_not_publish(client, report, manager):
    client.force_login(manager)

    page = client.get(PAGE)

    assert [label for label, _ in page.context["actions"]] == [
        "Edit",
        "Export PDF",
        "Copy its structure",
        "History",
    ]
    assert client.get(f"{PAGE}publish/").status_code == 403


@pytest.mark.parametrize(
    "tail",
    ["", "edit/", "edit/details/", "edit/details/insert/", "history/", "pdf/", "publish/", "correct/", "v1/"],
)
def test_a_stranger_is_told_there_is_no_such_report(client, report, stranger, tail):
    client.force_login(stranger)

    assert client.get(PAGE + tail).status_code == 404
    assert client.post(PAGE + tail).status_code in {404, 405}


@pytest.mark.parametrize("tail", ["edit/", "edit/details/", "edit/details/insert/", "publish/", "correct/"])
def test_a_reader_may_not_write_or_publish(client, report, chief_executive, tail):
    client.force_login(chief_executive)

    assert client.get(PAGE + tail).status_code == 403
    assert client.post(PAGE + tail, {"do": "save"}).status_code == 403


@pytest.mark.parametrize("number", [1, 3])
def test_a_report_takes_as_many_queries_for_three_paragraphs_as_for_one(
    client, partnership, board, chief_executive, django_assert_num_queries, number
):
    section = SectionFactory(
        report=ReportFactory(partnership=partnership, board=board, reference="JC-2026-001")
    )
    for _ in range(number):
        ParagraphFactory(section=section)
    client.force_login(chief_executive)

    with django_assert_num_queries(10):
        client.get(PAGE)


def test_tables_have_a_caption_with_their_number_a_scope_for_each_heading_and_a_total(
    client, report, chief_executive
):
    client.force_login(chief_executive)

    html = client.get(PAGE).content.decode()

    table = re.search(r'<table class="table table--stack[^>]*>.*?</table>', html, re.DOTALL)[0]
    assert "Table 1: Phase 2 funding</caption>" in table
    assert re.findall(r'<th scope="col"[^>]*>([^<]+)</th>', table) == ["Source", "Amount (£)"]
    assert re.search(r"<tfoot>.*Total.*144,000.*</tfoot>", table, re.DOTALL)


def test_recommendations_stand_under_one_rule(client, report, chief_executive):
    client.force_login(chief_executive)

    html = client.get(PAGE).content.decode()

    rule = re.search(r'<div class="rec">(.*?)</div>\s*\n*<h2', html, re.DOTALL)[1]
    assert re.findall(r'id="(p2-\d)"', rule) == ["p2-1", "p2-2"]


def test_the_head_says_what_nobody_stated(client, report, chief_executive):
    client.force_login(chief_executive)

    page = words(client.get(PAGE))

    assert "Date Not stated Key ambition area Whole programme Report reference JC-2026-001 draft" in page


# --- Live figures and tables ------------------------------------------------------------------------------


def test_a_live_figure_prints_what_the_record_says_now(client, report, chief_executive, costs):
    row = paragraph(report, "purpose")
    row.text = "It costs [[test.costs:PH-2.total]]."
    row.save()
    client.force_login(chief_executive)

    before = words(client.get(PAGE))
    costs.total += 1
    after = words(client.get(PAGE))

    assert "1.1 It costs £357,747." in before
    assert "1.1 It costs £357,748." in after


def test_an_unknown_figure_leaves_a_visible_gap_and_a_finding(client, report, secretary, costs):
    row = paragraph(report, "purpose")
    row.text = "It costs [[test.costs:PH-9.total]] and [[nobody.here:cost]]."
    row.save()
    client.force_login(secretary)

    page = client.get(PAGE)

    assert page.status_code == 200
    assert "[No figure called test.costs:PH-9.total] and [No figure called nobody.here:cost]" in words(page)
    assert page.context["verdict"] == "Not ready to publish because 2 things must be fixed."
    assert "Must fix Paragraph 1.1 quotes a figure the record does not have." in words(page)


def test_a_live_table_is_numbered_captioned_and_says_once_what_all_its_rows_say(
    client, report, chief_executive, costs
):
    section = report.sections.get(key="details")
    ParagraphFactory(section=section, order=90, kind="live_table", text="", block="test.costs")
    client.force_login(chief_executive)

    html = client.get(PAGE).content.decode()

    table = re.findall(r'<table class="table table--stack[^>]*>.*?</table>', html, re.DOTALL)[1]
    assert "Table 2: Cost: Phase 2</caption>" in table
    assert re.findall(r'<th scope="col"[^>]*>([^<]+)</th>', table) == ["Line", "Amount (£)"]
    assert (
        words_of(table)
        == "Table 2: Cost: Phase 2 Line Amount (£) Team 282,747 Programme 75,000 Total 357,747"
    )
    assert '<p class="source">Posts with on-costs.</p>' in html


def words_of(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize("block", ["nobody.here", "test.broken"])
def test_a_live_table_nobody_can_draw_leaves_a_visible_gap_and_a_finding(
    client, report, secretary, offer, block
):
    offer(Silent())
    section = report.sections.get(key="details")
    ParagraphFactory(section=section, order=90, kind="live_table", text="", block=block)
    client.force_login(secretary)

    page = client.get(PAGE)

    assert page.status_code == 200
    assert f"[No live table called {block}]" in words(page)
    assert page.context["verdict"] == "Not ready to publish because 1 thing must be fixed."
    assert f"the record has none called {block}" in words(page)


def test_live_figures_are_those_of_the_quarter_the_report_names(report, secretary, offer, client):
    asked = []

    class Watching(Stated):
        key = "test.watching"
        in_reports = True

        def result(self, context):
            asked.append(context.quarter)
            return 1

    offer(Watching())
    report.round = RoundFactory(plan=PlanFactory(partnership=report.partnership), year=2026, quarter_number=1)
    report.save()
    row = paragraph(report, "purpose")
    row.text = "It costs [[test.watching:PH-2.total]]."
    row.save()
    client.force_login(secretary)

    client.get(PAGE)

    assert set(asked) == {Quarter(FinancialYear(2026), 1)}


# --- What disagrees ---------------------------------------------------------------------------------------


@pytest.fixture
def printed(partnership, board):
    """A paper held as it was printed, and the same from the record."""
    held = written_report(
        partnership, board, reference="JC-2023-001", paper="JC-2023-001", kind=Report.Kind.AS_PRINTED
    )
    written_report(
        partnership, board, reference="JC-2023-002", paper="JC-2023-001", kind=Report.Kind.FROM_RECORD
    )
    return held


def test_what_disagrees_stands_beside_each_paragraph_it_is_about(client, printed, chief_executive, offer):
    offer(Stated(("One says £94,000 and one says £134,000.", "3.1", "3.2"), ("It is out by £253.", "9.9")))
    client.force_login(chief_executive)

    page = client.get("/p/tees/reports/JC-2023-001/")

    html = page.content.decode()
    beside = r'<aside class="margin-note no-print"><p><strong>Figures disagree.</strong> ([^<]+)</p></aside>'
    assert re.findall(beside, html) == ["One says £94,000 and one says £134,000."] * 2
    after_31 = html.split('id="p3-1"')[1].split("</aside>")[0]
    assert "One says £94,000" in after_31
    assert [note.sentence for note in page.context["elsewhere"]] == ["It is out by £253."]
    assert "2 disagreements in this paper, each beside its paragraphs" in words(page)


def test_a_paper_whose_figures_cannot_be_compared_says_so(client, printed, chief_executive, offer):
    client.force_login(chief_executive)

    page = client.get("/p/tees/reports/JC-2023-001/")

    assert page.status_code == 200
    assert "The figures of this paper cannot be compared with the record just now" in words(page)


def test_a_comparison_that_fails_does_not_take_the_page_with_it(client, printed, chief_executive, offer):
    broken = offer(Stated())
    broken.result = None
    client.force_login(chief_executive)

    page = client.get("/p/tees/reports/JC-2023-001/")

    assert page.status_code == 200
    assert "cannot be compared" in words(page)


def test_the_two_versions_of_a_paper_lead_to_each_other(client, printed, chief_executive, offer):
    client.force_login(chief_executive)

    pages = [client.get(f"/p/tees/reports/JC-2023-00{number}/") for number in (1, 2)]

    assert [page.context["twin"].reference for page in pages] == ["JC-2023-002", "JC-2023-001"]
    assert "from the record: JC-2023-002" in words(pages[0])
    assert "as it was printed: JC-2023-001" in words(pages[1])


def test_a_report_as_printed_offers_no_edit_even_to_its_secretary(client, printed, secretary, offer):
    client.force_login(secretary)

    page = client.get("/p/tees/reports/JC-2023-001/")

    assert "Edit" not in [label for label, _ in page.context["actions"]]
    assert page.context["verdict"] == ""


# --- History ----------------------------------------------------------------------------------------------


def test_a_paragraph_gets_its_earlier_words_back_where_it_stands_now(client, report, secretary):
    row = paragraph(report, "purpose")
    row.text = "Other words."
    row.save()
    row.order = 40
    row.save()
    client.force_login(secretary)
    address = f"{PAGE}paragraphs/{row.uid}/history/"

    listed = client.get(address)
    client.post(address, {"version": "1"})

    row.refresh_from_db()
    assert listed.context["count"] == 3
    assert (row.text, row.order, row.version) == ("To agree how Phase 2 is paid for.", 40, 4)


def test_a_stranger_and_another_report_have_no_such_paragraph(client, report, stranger, secretary, board):
    other = written_report(report.partnership, board, reference="JC-2026-002")
    address = f"{PAGE}paragraphs/{paragraph(other, 'purpose').uid}/history/"

    answers = []
    for person in (stranger, secretary):
        client.force_login(person)
        answers.append(client.get(address).status_code)

    assert answers == [404, 404]
