"""The money pages: who reads, who edits, what they say, and what they cost."""

import io
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from core.change import change
from funding.models import Phase
from tests.factories.funding import (
    ContributionFactory,
    OptionFactory,
    OptionLineFactory,
    PhaseFactory,
    PostFactory,
    SavingFactory,
    ShareFactory,
    SplitFactory,
    StatedFigureFactory,
)

PAGES = [
    "money/",
    "money/printed/",
    "money/PH-2/",
    "money/PH-2/history/",
    "money/PH-2/options/1/history/",
    "money/splits/SP-1/",
    "money/splits/SP-1/history/",
    "money/contributions/",
    "money/contributions/CO-1/",
    "money/contributions/CO-1/history/",
    "money/tables/position.csv",
]
EDITS = [
    "money/add/",
    "money/PH-2/edit/",
    "money/PH-2/options/1/agree/",
    "money/splits/add/",
    "money/splits/SP-1/edit/",
    "money/contributions/CO-1/edit/",
]


@pytest.mark.parametrize("page", PAGES)
def test_chief_executives_and_partners_read_and_strangers_find_nothing(
    client, july_2023, chief_executive, partner_officer, stranger, page
):
    found = []
    for person in (chief_executive, partner_officer, stranger):
        client.force_login(person)
        found.append(client.get(f"/p/tees/{page}").status_code)

    assert found == [200, 200, 404]


@pytest.mark.parametrize("page", EDITS)
def test_the_programme_manager_edits_and_readers_may_not(
    client, july_2023, manager, chief_executive, partner_officer, stranger, page
):
    found = []
    for person in (manager, chief_executive, partner_officer, stranger):
        client.force_login(person)
        found += [client.get(f"/p/tees/{page}").status_code, client.post(f"/p/tees/{page}").status_code]

    assert found == [200, 422, 403, 403, 403, 403, 404, 404]


@pytest.mark.parametrize("page", [page for page in PAGES if "tables" not in page])
def test_readers_are_shown_no_way_to_change_anything(client, july_2023, chief_executive, page):
    client.force_login(chief_executive)

    text = client.get(f"/p/tees/{page}").content.decode()

    assert [word for word in ("/edit/", "/agree/", "/add/", "Restore this version") if word in text] == []


def test_money_says_for_every_phase_what_is_over_or_missing(client, july_2023, chief_executive):
    client.force_login(chief_executive)

    text = client.get("/p/tees/money/").content.decode()

    for sentence in (
        "Funding of £70,161 is £0.50 less than the cost of £70,161.50.",
        "Funding of £358,000 is £253 more than the cost of £357,747.",
        "Funding of £331,549 cannot be held against the cost, which is not stated.",
        "£93,747: County Council (£144,000) and DEP (£120,000) pay the same again and the cost stays",
    ):
        assert sentence in text


def test_a_phase_shows_its_lines_its_options_and_what_papers_printed(client, july_2023, chief_executive):
    client.force_login(chief_executive)

    text = client.get("/p/tees/money/PH-2/").content.decode()

    for words in (
        "4 x G9 Project Officer",
        "£157,400",
        "£282,747",
        "40.25% of the cost",
        "£18,000 more printed",
    ):
        assert words in text


def test_the_split_is_shown_with_each_share_the_working_and_the_sum(client, july_2023, chief_executive):
    client.force_login(chief_executive)

    text = client.get("/p/tees/money/PH-2022/").content.decode()

    for words in (
        "£174,499",
        "52.63%",
        "County Council pays 10 of 19 parts of £331,549 (52.63%), which is about £174,499.47, "
        "rounded to £174,499.",
        "The shares come to £331,549, which is the total.",
    ):
        assert words in text


def test_an_empty_partnership_says_what_goes_here(client, partnership, chief_executive):
    client.force_login(chief_executive)

    text = client.get("/p/tees/money/").content.decode()

    for sentence in (
        "No phases are recorded yet.",
        "No contributions are recorded yet.",
        "No splits are recorded",
    ):
        assert sentence in text


@pytest.mark.parametrize(
    "page",
    [
        "money/PH-9/",
        "money/splits/SP-9/",
        "money/PH-2/options/9/agree/",
        "money/contributions/?page=9",
        "money/tables/all.csv",
        "money/tables/cost.pdf",
    ],
)
def test_what_is_not_there_is_not_found(client, july_2023, manager, page):
    client.force_login(manager)

    assert client.get(f"/p/tees/{page}").status_code == 404


def test_a_table_is_asked_for_by_what_it_knows_only(client, july_2023, manager):
    client.force_login(manager)

    assert client.get("/p/tees/money/tables/cost.csv?colour=red").status_code == 400


def test_a_spreadsheet_has_real_numbers(client, july_2023, chief_executive):
    client.force_login(chief_executive)

    page = client.get("/p/tees/money/tables/cost.xlsx?phase=PH-2")
    sheet = load_workbook(io.BytesIO(page.content)).active

    assert page["Content-Disposition"].endswith('.xlsx"')
    assert [[cell.value for cell in row][2:] for row in sheet.iter_rows(min_row=2, max_row=3)] == [
        [1, 56623, 56623],
        [4, 39350, 157400],
    ]
    assert sheet[sheet.max_row][4].value == 357747


def test_a_csv_has_plain_numbers_and_one_heading(client, july_2023, chief_executive):
    client.force_login(chief_executive)

    text = client.get("/p/tees/money/tables/funding.csv?phase=PH-2&option=1").content.decode("utf-8-sig")

    assert text.splitlines() == [
        "Source,Amount (£),Share of funding (%),Share as printed (%)",
        "County Council,144000.00,40.22,40.00",
        "DEP,120000.00,33.52,",
        "Rate pool,94000.00,26.26,",
        "Total,358000.00,,",
    ]


def edit(client, reference="PH-2", **values):
    data = {"name": "Phase 2", "state": "proposed", "starts_on": "2024-04-01", "ends_on": "2025-03-31"}
    return client.post(f"/p/tees/money/{reference}/edit/", {"version": 1, **data, **values})


def test_a_phase_is_changed_with_who_and_why(client, july_2023, manager):
    client.force_login(manager)

    page = edit(client, months_charged="11", period="from April 2024", change_reason="Late start.")

    assert page.status_code == 422
    assert "from April 2024" in page.content.decode()
    page = edit(client, months_charged="11", period="April 2024", change_reason="Late start.")
    phase = july_2023.phases["PH-2"]
    phase.refresh_from_db()
    newest = phase.history.first()
    assert (page.status_code, phase.months_charged) == (302, 11)
    assert (newest.history_user, newest.history_change_reason) == (manager, "Late start.")


def test_a_phase_that_ends_before_it_starts_comes_back_with_everything_typed(client, july_2023, manager):
    client.force_login(manager)

    page = edit(client, ends_on="2023-03-31", note="Long and careful words")

    assert page.status_code == 422
    assert "The phase must end on or after the day it starts." in page.content.decode()
    assert "Long and careful words" in page.content.decode()


def test_a_clash_over_a_phase_is_asked_about(client, july_2023, manager, administrator):
    with change(by=administrator):
        phase = july_2023.phases["PH-2"]
        phase.name = "Delivery"
        phase.save()
    client.force_login(manager)

    page = edit(client, name="Second phase")

    assert page.status_code == 409
    phase.refresh_from_db()
    assert phase.name == "Delivery"


def test_a_new_phase_is_given_a_reference(client, partnership, manager):
    client.force_login(manager)

    page = client.post("/p/tees/money/add/", {"name": "Phase 3", "state": "proposed"})

    phase = Phase.objects.get()
    assert (page.status_code, page.url) == (302, "/p/tees/money/PH-01/")
    assert (phase.reference, phase.partnership, phase.history.first().history_user) == (
        "PH-01",
        partnership,
        manager,
    )


def test_restoring_a_phase_brings_its_months_back(client, july_2023, manager):
    client.force_login(manager)
    edit(client, months_charged="11")

    client.post("/p/tees/money/PH-2/history/", {"version": "1"})

    phase = july_2023.phases["PH-2"]
    phase.refresh_from_db()
    assert (phase.months_charged, phase.version) == (None, 3)


def rows(partnership, count):
    """So many of everything a page lists, each in a phase of its own."""
    for _ in range(count):
        phase = PhaseFactory(partnership=partnership, starts_on=date(2024, 4, 1), ends_on=date(2025, 3, 31))
        PostFactory(phase=phase)
        OptionLineFactory(option=OptionFactory(phase=phase), amount=Decimal(1000))
        ContributionFactory(partnership=partnership, phase=phase)
        ShareFactory(split=SplitFactory(partnership=partnership, phase=phase))
        SavingFactory(partnership=partnership)
        StatedFigureFactory(partnership=partnership, claims=f"{phase.reference}.cost")


@pytest.mark.parametrize(
    ("page", "queries"),
    [("money/", 11), ("money/contributions/", 6), ("money/printed/", 12)],
)
def test_a_page_asks_the_same_for_one_row_and_three(
    client, partnership, chief_executive, django_assert_num_queries, page, queries
):
    client.force_login(chief_executive)
    for count in (1, 2):
        rows(partnership, count)
        with django_assert_num_queries(queries):
            client.get(f"/p/tees/{page}")


def test_a_phase_asks_the_same_for_one_line_and_three(
    client, partnership, chief_executive, django_assert_num_queries
):
    rows(partnership, 1)
    phase = Phase.objects.get()
    client.force_login(chief_executive)
    for count in (0, 2):
        for _ in range(count):
            PostFactory(phase=phase)
            OptionLineFactory(option=OptionFactory(phase=phase))
        with django_assert_num_queries(16):
            client.get(f"/p/tees/money/{phase.reference}/")
