"""Partners, boards and themes as they stood on a day in the address."""

import datetime

import pytest

from core.permissions import Role
from partnerships.domain.membership import MembershipState
from partnerships.models import Brand, Lead, OrganisationKind
from tests.factories.partnerships import (
    BoardFactory,
    BrandFactory,
    LeadFactory,
    MembershipFactory,
    MembershipStatusFactory,
    OrganisationFactory,
    OrganisationNameFactory,
    PartnershipFactory,
    StrategyFactory,
    ThemeFactory,
    ThemeSetFactory,
    person_with,
)
from tests.markup import tight

MAY = datetime.date(2020, 5, 1)
APRIL = datetime.date(2020, 4, 30)


@pytest.fixture
def here(client, db):
    """A partnership whose reader is signed in."""
    place = PartnershipFactory(slug="tees", name="Tees Together")
    client.force_login(person_with(Role.CHIEF_EXECUTIVE, partnership=place))
    return place


def cells(page, column):
    """One column of the list."""
    return [row.cells[column] for row in page.context["rows"]]


def test_boards_are_those_of_the_day_and_all_without_one(client, here):
    BoardFactory(partnership=here, name="Old", effective_to=APRIL)
    BoardFactory(partnership=here, name="New", effective_from=MAY)
    BoardFactory(partnership=here, name="Undated")

    asked = {
        day: cells(client.get(f"/p/tees/boards/{day}"), 1) for day in ("", "?at=2020-04-30", "?at=2020-05-01")
    }

    assert asked == {
        "": ["New", "Old", "Undated"],
        "?at=2020-04-30": ["Old", "Undated"],
        "?at=2020-05-01": ["New", "Undated"],
    }


def test_a_board_shows_the_strategies_it_owns_in_the_list_and_on_its_page(client, here):
    board = BoardFactory(partnership=here, reference="B1")
    for name in ("Skills plan", "Jobs plan"):
        StrategyFactory(partnership=here, name=name, board=board)
    BoardFactory(partnership=here, reference="B2", name="Zero")

    page = client.get("/p/tees/boards/")

    assert cells(page, 4) == ["Jobs plan and Skills plan", "None recorded"]
    facts = dict(client.get("/p/tees/boards/B1/").context["facts"])
    assert (facts["Strategies it owns"], facts["In being"]) == ("Jobs plan\nSkills plan", "Dates not stated")


def test_members_have_the_standing_and_the_name_of_the_day(client, here):
    body = OrganisationFactory(name="Teesside Council")
    OrganisationNameFactory(organisation=body, name="Cleveland Council", effective_to=APRIL)
    OrganisationNameFactory(organisation=body, name="Undated name")
    membership = MembershipFactory(partnership=here, organisation=body)
    MembershipStatusFactory(
        membership=membership, state=MembershipState.EXPRESSED_INTEREST, effective_to=APRIL
    )
    MembershipStatusFactory(membership=membership, state=MembershipState.PARTICIPATING, effective_from=MAY)

    asked = [
        [(one.name, one.state) for one in client.get(f"/p/tees/partners/{day}").context["members"]]
        for day in ("", "?at=2020-04-30", "?at=30+April+2020")
    ]

    assert asked == [
        [("Teesside Council", "Full member")],
        [("Cleveland Council", "Expressed interest")],
        [("Cleveland Council", "Expressed interest")],
    ]


def test_the_page_says_the_day_and_what_the_partnership_was_called_on_it(client, here):
    BrandFactory(partnership=here, name="Cleveland First", state=Brand.State.RETIRED, effective_to=APRIL)
    BrandFactory(partnership=here, name="Never used", state=Brand.State.PROPOSED, effective_from=APRIL)

    ledes = [
        client.get(f"/p/tees/{page}/?at=2020-04-30").context["lede"]
        for page in ("partners", "boards", "themes")
    ]

    rest = "as they stood on 30 April 2020, when the partnership was called Cleveland First. "
    rest += "What has no dates is shown on every day."
    assert ledes == [
        f"Members and their standing {rest}",
        f"Boards {rest}",
        f"Themes and their leads {rest}",
    ]
    assert client.get("/p/tees/partners/").context["lede"] == ""


def test_themes_are_those_of_the_sets_of_the_day_with_the_leads_of_the_day(client, here):
    old = ThemeSetFactory(partnership=here, effective_to=APRIL)
    new = ThemeSetFactory(partnership=here, effective_from=MAY)
    theme = ThemeFactory(theme_set=old, name="Old theme")
    LeadFactory(theme=theme, state=Lead.State.VACANT, effective_from=APRIL)
    LeadFactory(theme=theme, state=Lead.State.FILLED, effective_to=datetime.date(2020, 4, 29))
    ThemeFactory(theme_set=new, name="New theme")

    page = client.get("/p/tees/themes/?at=2020-04-30")

    assert [(row.cells[1], row.cells[4]) for row in page.context["rows"]] == [("Old theme", "1 vacant")]
    assert cells(client.get("/p/tees/themes/"), 1) == ["Old theme", "New theme"]


@pytest.mark.parametrize("page", ["partners", "boards", "themes", "plan-on-a-page"])
@pytest.mark.parametrize("query", ["at=nonsense", "at=2020-02-30", "as=2020-01-01"])
def test_what_is_no_day_is_refused_in_words(client, here, page, query):
    answer = client.get(f"/p/tees/{page}/?{query}")

    assert answer.status_code == 400
    assert answer.context["filter_form"].errors


def test_a_group_says_how_many_it_has_and_a_body_in_it_says_so(client, here):
    group = OrganisationFactory(name="Districts", kind=OrganisationKind.GROUP, members_counted=8)
    unknown = OrganisationFactory(name="Partners", kind=OrganisationKind.GROUP)
    one = OrganisationFactory(name="Alton", part_of=group)
    for body in (group, unknown, one):
        MembershipFactory(partnership=here, organisation=body)

    members = client.get("/p/tees/partners/").context["members"]

    assert [(member.name, member.note) for member in members] == [
        ("Alton", "One of Districts"),
        ("Districts", "A group of 8 bodies"),
        ("Partners", "A group of bodies; how many is not stated"),
    ]


def test_the_overview_lists_strategies_by_kind_with_their_owner(client, here):
    board = BoardFactory(partnership=here, name="Skills board")
    StrategyFactory(partnership=here, name="Skills plan", board=board)
    StrategyFactory(partnership=here, name="Hub", kind="existing_project")

    page = client.get("/p/tees/")

    assert [(heading, [str(one) for one in ones]) for heading, ones in page.context["strategies"]] == [
        ("Strategy", ["Skills plan"]),
        ("Existing project", ["Hub"]),
    ]
    assert 'Owned by <a href="/p/tees/boards/' in tight(page.content.decode())
