"""The plan as a timeline: dates as words beside bars, groups, dependencies, the same filters."""

import pytest

from core.domain.windows import parse_window
from tests.factories.programmes import ActionFactory, DependencyFactory, MilestoneFactory

pytestmark = pytest.mark.usefixtures("july")

HERE = "/p/tees/plan/timeline/"


@pytest.fixture
def planned(plan, theme, action, borough):
    """ES-01 due in June, moved from May, waits for ES-02, due in September; ES-03 has no date."""
    action.original = parse_window("May 2026")
    later = ActionFactory(
        plan=plan,
        theme=theme,
        reference="ES-02",
        title="Buy",
        owner=borough,
        original=parse_window("September 2026"),
    )
    ActionFactory(plan=plan, theme=theme, reference="ES-03", title="Undated", original=None)
    DependencyFactory(action=action, needs=later)
    MilestoneFactory(action=action, original=parse_window("10 June 2026"))


def groups_of(page):
    return [(name, [line.reference for line in lines]) for name, lines in page.context["groups"]]


def test_actions_stand_under_their_theme_and_those_without_a_date_first(client, planned, chief_executive):
    client.force_login(chief_executive)

    page = client.get(HERE)

    assert groups_of(page) == [
        ("Without a date", ["ES-03"]),
        ("Employment and skills", ["ES-01", "ES-02"]),
    ]


def test_a_line_says_its_dates_and_what_it_waits_for_in_words(client, planned, chief_executive):
    client.force_login(chief_executive)

    page = client.get(HERE)

    first = page.context["groups"][1][1][0]
    assert first.dates == "June 2026"
    assert first.needs == '<a href="/p/tees/actions/ES-02/">ES-02</a>, due too late'
    assert "<title " in first.bar
    assert first.bar.count("<path") == 1


def test_the_plan_s_filters_narrow_it_and_one_year_can_be_chosen(client, planned, chief_executive):
    client.force_login(chief_executive)

    page = client.get(f"{HERE}?owner=borough&year=2026-27")

    assert groups_of(page) == [("Employment and skills", ["ES-02"])]
    assert page.context["time"].columns == ("Q1 2026/27", "Q2 2026/27", "Q3 2026/27", "Q4 2026/27")


@pytest.mark.parametrize("query", ["year=1850-51", "zoom=day", "theme=none"])
def test_an_address_that_asks_for_no_filter_is_refused_in_words(client, planned, chief_executive, query):
    client.force_login(chief_executive)

    page = client.get(f"{HERE}?{query}")

    assert (page.status_code, b"There is a problem" in page.content) == (400, True)


def test_it_costs_the_same_for_any_number_of_actions(
    client, plan, theme, planned, chief_executive, django_assert_num_queries
):
    client.force_login(chief_executive)
    client.get(HERE)
    with django_assert_num_queries(12):
        client.get(HERE)
    for number in range(10, 15):
        MilestoneFactory(action=ActionFactory(plan=plan, theme=theme, reference=f"ES-{number}"))
    with django_assert_num_queries(12):
        client.get(HERE)
