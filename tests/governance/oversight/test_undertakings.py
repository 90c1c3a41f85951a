"""What was asked or promised, what people said, and the overview that leads to both."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from core.domain.windows import parse_window
from governance.models import Undertaking
from tests.factories.governance_risks import FindingFactory, UndertakingFactory
from tests.factories.partnerships import OrganisationFactory


@pytest.fixture
def reader(client, chief_executive):
    client.force_login(chief_executive)
    return client


def cells(page):
    return [tuple(map(str, row.cells)) for row in page.context["rows"]]


def test_an_undertaking_says_whose_it_is_and_what_the_paper_is_silent_about(reader, partnership):
    county = OrganisationFactory(name="The county")
    UndertakingFactory(
        partnership=partnership, reference="U-01", wording="Host the posts", kind="host", owner=county,
        source="Joint Committee, paragraph 8.3",
    )  # fmt: skip
    UndertakingFactory(
        partnership=partnership, reference="U-02", wording="Report back", owner_role="Policy officer",
        owner=county, state="met", met_at="Meeting of May", due_wording="The next meeting",
        source="Joint Committee, paragraph 2.8", inferred=True,
    )  # fmt: skip

    page = reader.get("/p/tees/undertakings/")

    assert cells(page) == [
        (
            "U-01", "Host the posts", "Host", "The county", "Asked", "Not stated",
            "Joint Committee, paragraph 8.3",
        ),
        (
            "U-02", "Report back", "Report back", "Policy officer, The county", "Met: Meeting of May",
            "The next meeting",
            "Joint Committee, paragraph 2.8 (inferred)",
        ),
    ]  # fmt: skip


def test_an_undertaking_s_address_is_its_line_on_the_page(reader, partnership):
    one = UndertakingFactory(partnership=partnership, reference="U-01")

    assert one.get_absolute_url() == "/p/tees/undertakings/#U-01"
    assert 'id="U-01"' in reader.get("/p/tees/undertakings/").content.decode()


def test_findings_are_listed_under_their_headings_in_their_order(reader, partnership):
    FindingFactory(partnership=partnership, group="Vision", kind="ranked_priority", order=2, wording="Homes")
    FindingFactory(
        partnership=partnership, group="Vision", kind="ranked_priority", order=1, wording="Skills",
        said_by="Group leaders", answer="Became a theme",
    )  # fmt: skip
    FindingFactory(partnership=partnership, group="Engagement", kind="need", order=1, wording="Be heard")

    assert cells(reader.get("/p/tees/findings/")) == [
        ("Be heard", "Engagement", "Need", "Not stated", "Not stated", "Not stated"),
        ("Skills", "Vision", "Ranked priority 1", "Group leaders", "Became a theme", "Not stated"),
        ("Homes", "Vision", "Ranked priority 2", "Not stated", "Not stated", "Not stated"),
    ]


@pytest.mark.parametrize(
    ("state", "met_at", "wrong"),
    [("met", "", True), ("given", "Minute 4", True), ("met", "Minute 4", False), ("asked", "", False)],
)
def test_what_was_met_was_met_somewhere_and_nothing_else_was(partnership, state, met_at, wrong):
    one = UndertakingFactory.build(partnership=partnership, state=state, met_at=met_at)

    if wrong:
        with pytest.raises(ValidationError) as refused:
            one.full_clean()
        assert list(refused.value.message_dict) == ["met_at"]
    else:
        one.full_clean()


def test_a_due_date_is_kept_as_precisely_as_it_was_said(partnership):
    window = parse_window("March 2022")
    one = UndertakingFactory(
        partnership=partnership, due_first=window.first, due_last=window.last, due_wording=window.wording
    )

    assert (Undertaking.objects.get(pk=one.pk).due, one.due.last) == (window, datetime.date(2022, 3, 31))


def test_the_overview_leads_to_them_only_when_there_are_any(reader, partnership):
    empty = reader.get("/p/tees/")
    UndertakingFactory(partnership=partnership)
    UndertakingFactory(partnership=partnership, state="given")
    UndertakingFactory(partnership=partnership)
    FindingFactory(partnership=partnership)
    FindingFactory()

    full = reader.get("/p/tees/")

    assert [block["heading"] for block in empty.context["blocks"]] == []
    assert {block["heading"]: block["body"].strip() for block in full.context["blocks"]} == {
        "Undertakings": '<p><a href="/p/tees/undertakings/">3 undertakings: 2 asked and 1 given</a></p>',
        "What people said": '<p><a href="/p/tees/findings/">1 finding under 1 heading</a></p>',
    }


@pytest.mark.parametrize("path", ["undertakings", "findings"])
def test_those_of_another_partnership_are_not_there(client, partnership, stranger, path):
    client.force_login(stranger)

    assert client.get(f"/p/tees/{path}/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_lists_ask_the_database_as_often_for_one_row_as_for_three(
    reader, partnership, django_assert_num_queries, number
):
    for _ in range(number):
        UndertakingFactory(partnership=partnership, owner=OrganisationFactory())
        FindingFactory(partnership=partnership)

    for path in ("undertakings", "findings"):
        with django_assert_num_queries(6):
            assert len(reader.get(f"/p/tees/{path}/").context["rows"]) == number
