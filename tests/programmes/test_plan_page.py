"""The plan's list, its filters in the address, and the list taken away as a spreadsheet."""

import csv
import io
from datetime import datetime

import pytest
from openpyxl import load_workbook

from programmes import services
from programmes.models import Action
from tests.factories.programmes import ActionFactory, RoundFactory, UpdateFactory
from tests.programmes.answers import OFF_TRACK, submitted


@pytest.fixture
def listed(plan, theme, action, officer, update, borough):
    """ES-01 off track, ES-02 silent and led by nobody, TR-01 of another theme and without a date."""
    submitted(update, officer, **OFF_TRACK)
    silent = ActionFactory(
        plan=plan,
        theme=theme,
        reference="ES-02",
        title="Pool training",
        owner=borough,
        description="For care homes",
    )
    UpdateFactory(round=update.round, action=silent)
    other = ActionFactory(plan=plan, reference="TR-01", title="Bus lanes", original=None)
    other.theme.name, other.theme.reference = "Transport", "TR"
    other.theme.save()
    UpdateFactory(round=update.round, action=other)


def references(page):
    return [row.cells[0] for row in page.context["rows"]]


def test_every_action_shows_its_status_this_quarter_and_before(client, listed, chief_executive):
    client.force_login(chief_executive)

    page = client.get("/p/tees/plan/")

    assert (page.status_code, references(page)) == (200, ["ES-01", "ES-02", "TR-01"])
    text = page.content.decode()
    assert "Status as reported for Q1 2026/27." in text
    assert ("Off track" in text, "No update" in text, "/p/tees/actions/ES-01/" in text) == (True, True, True)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("status=off-track", ["ES-01"]),
        ("status=no-update", ["ES-02", "TR-01"]),
        ("theme=TR", ["TR-01"]),
        ("owner=borough", ["ES-02"]),
        ("lead=me", ["ES-01"]),
        ("lead=none", ["ES-02", "TR-01"]),
        ("overdue=yes", ["ES-01", "ES-02"]),
        ("overdue=none", ["TR-01"]),
        ("text=care", ["ES-02"]),
        ("text=tr-01", ["TR-01"]),
        ("text=POOL+Training", ["ES-02"]),
        ("text=ES-02+Pool", []),  # each is looked through alone
        ("text=%25", []),
        ("text=_ool", []),
        ("status=no-update&owner=borough&text=", ["ES-02"]),
        ("quarter=2026-27-q1&page=1", ["ES-01", "ES-02", "TR-01"]),
    ],
)
def test_each_filter_is_part_of_the_address(client, listed, officer, query, found, july):
    client.force_login(officer)

    assert references(client.get(f"/p/tees/plan/?{query}")) == found


def test_grouped_by_theme_each_theme_stands_above_its_actions(client, listed, officer, july):
    client.force_login(officer)

    page = client.get("/p/tees/plan/?group=theme&overdue=yes")
    whole = client.get("/p/tees/plan/?group=theme")

    shown = [getattr(one, "label", None) or one.cells[0] for one in whole.context["rows"]]
    assert shown == ["Employment and skills", "ES-01", "ES-02", "Transport", "TR-01"]
    assert [getattr(one, "label", None) or one.cells[0] for one in page.context["rows"]] == [
        "Employment and skills", "ES-01", "ES-02"
    ]  # fmt: skip
    assert '<th scope="rowgroup" colspan="7">Transport</th>' in whole.content.decode()
    assert page.context["count"] == 2


def test_every_link_beside_the_list_takes_the_filters_it_knows(client, listed, manager, july):
    client.force_login(manager)

    page = client.get("/p/tees/plan/?group=theme&status=off-track")

    links = dict(page.context["other_links"])
    assert {label: url.partition("?")[2] for label, url in links.items()} == {
        "Timeline": "status=off-track",
        "Compare quarters": "",
        "Change several": "status=off-track",
        "Words for statuses": "",
        "Bring in your spreadsheet": "",
        "Download as CSV": "status=off-track&group=theme",
        "Download as XLSX": "status=off-track&group=theme",
    }
    assert {url: client.get(url).status_code for url in links.values()} == dict.fromkeys(links.values(), 200)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("group=owner", "Choose the grouping from the list."),
        ("colour=red", "This list has no filter called “colour”."),
        ("status=purple", "Choose the status from the list."),
        ("theme=XX", "Choose the theme from the list."),
        ("quarter=soon", "Choose the quarter from the list."),
        ("text=" + "x" * 101, "Words or reference must be 100 characters or fewer."),
        ("text=%00", "Null characters are not allowed."),
    ],
)
@pytest.mark.parametrize("address", ["/p/tees/plan/", "/p/tees/plan/export.csv"])
def test_an_address_that_asks_for_no_filter_is_refused_in_words(
    client, listed, officer, address, query, words
):
    client.force_login(officer)

    page = client.get(f"{address}?{query}")

    assert page.status_code == 400
    assert words in page.content.decode()


@pytest.mark.parametrize("address", ["?page=9", "?page=x"])
def test_a_page_beyond_the_end_is_not_there(client, listed, officer, address):
    client.force_login(officer)

    assert client.get(f"/p/tees/plan/{address}").status_code == 404


def test_what_is_applied_can_be_taken_off_one_by_one(client, listed, officer):
    client.force_login(officer)

    page = client.get("/p/tees/plan/?status=no-update&owner=borough")

    assert [(chip.label, chip.url) for chip in page.context["chips"]] == [
        ("Status: No update", "?owner=borough"),
        ("Owner: Example Borough", "?status=no-update"),
    ]


def test_an_older_quarter_lists_its_own_actions_and_statuses(client, listed, plan, officer, manager):
    for one in plan.rounds.all():
        services.close_round(round=one, by=manager)
    second = RoundFactory(plan=plan, quarter_number=2)
    late = ActionFactory(plan=plan, theme=Action.objects.get(reference="ES-01").theme, reference="ES-09")
    UpdateFactory(round=second, action=late)
    client.force_login(officer)

    page = client.get("/p/tees/plan/?quarter=2026-27-q1&status=off-track")
    everything = client.get("/p/tees/plan/?quarter=2026-27-q1")

    assert references(page) == ["ES-01"]
    assert references(everything) == ["ES-01", "ES-02", "TR-01"]


def test_leads_and_managers_are_offered_to_add_and_nobody_else(
    client, plan, manager, theme_lead, officer, chief_executive
):
    offered = {}
    for person in (manager, theme_lead, officer, chief_executive):
        client.force_login(person)
        offered[person] = b"/p/tees/actions/add/" in client.get("/p/tees/plan/").content

    assert offered == {manager: True, theme_lead: True, officer: False, chief_executive: False}


def test_a_stranger_is_told_there_is_no_such_plan(client, listed, stranger):
    client.force_login(stranger)

    assert client.get("/p/tees/plan/").status_code == 404
    assert client.get("/p/tees/plan/export.csv").status_code == 404


@pytest.mark.parametrize("actions", [1, 3])
def test_the_list_costs_the_same_for_any_number_of_rows(
    client, plan, theme, round, officer, django_assert_num_queries, actions
):
    for number in range(actions):
        UpdateFactory(round=round, action=ActionFactory(plan=plan, theme=theme, reference=f"ES-1{number}"))
    client.force_login(officer)

    with django_assert_num_queries(11):
        client.get("/p/tees/plan/?status=no-update")


def exported(client, kind, query=""):
    return client.get(f"/p/tees/plan/export.{kind}{query}")


def test_the_filtered_list_is_taken_away_as_csv(client, listed, officer):
    client.force_login(officer)

    answer = exported(client, "csv", "?status=off-track")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))

    assert answer["Content-Disposition"] == 'attachment; filename="tees-plan.csv"'
    kept = ("Reference", "Status", "Current date", "Current date: last day", "Quarter")
    assert [tuple(row[name] for name in kept) for row in rows] == [
        ("ES-01", "Off track", "June 2026", "2026-06-30", "Q1 2026/27")
    ]


def test_a_spreadsheet_has_real_dates_and_no_formula(client, listed, officer):
    row = Action.objects.get(reference="ES-01")
    row.title = '=HYPERLINK("https://example.org")'
    row.save()
    client.force_login(officer)

    sheet = load_workbook(io.BytesIO(exported(client, "xlsx").content)).active
    text = exported(client, "csv").content.decode("utf-8-sig")

    headings = [cell.value for cell in sheet[1]]
    title, day = sheet[2][headings.index("Action")], sheet[2][headings.index("Current date: last day")]
    assert (title.data_type, title.value) == ("s", '=HYPERLINK("https://example.org")')
    assert (day.is_date, day.value) == (True, datetime(2026, 6, 30))
    assert "\"'=HYPERLINK" in text


def test_there_is_no_other_kind_of_file(client, listed, officer):
    client.force_login(officer)

    assert exported(client, "exe").status_code == 404
