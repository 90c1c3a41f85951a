"""An organisation's page: its names over time, what it came from, its parts in partnerships."""

import pytest

from partnerships.models import MembershipStatus
from tests.factories.partnerships import (
    BoardFactory,
    ContactFactory,
    MembershipFactory,
    MembershipStatusFactory,
    OrganisationFactory,
    OrganisationNameFactory,
    PartnershipFactory,
    SuccessionFactory,
)


@pytest.fixture
def body(partnership):
    """A full member of the partnership a test is about."""
    found = OrganisationFactory(code="tees-cc", name="Tees County Council")
    membership = MembershipFactory(partnership=partnership, organisation=found)
    MembershipStatusFactory(
        membership=membership, dates_as_printed="By April 2022", source="Paper, paragraph 1.1"
    )
    return found


def cells(rows):
    return [tuple(str(cell) for cell in row.cells) for row in rows]


def test_names_are_listed_oldest_first_with_the_days_they_were_used(client, body, chief_executive):
    OrganisationNameFactory(organisation=body, name="Tees County Council", effective_from="1996-04-01")
    OrganisationNameFactory(
        organisation=body, name="Teesside Council", effective_to="1996-03-31", inferred=True
    )
    client.force_login(chief_executive)

    page = client.get("/organisations/tees-cc/")

    assert sorted(cells(page.context["names"])) == [
        ("Tees County Council", "From 1 April 1996", "Not stated"),
        ("Teesside Council (inferred)", "Until 31 March 1996", "Not stated"),
    ]


def test_its_part_in_a_partnership_is_shown_as_printed(client, body, chief_executive):
    client.force_login(chief_executive)

    page = client.get("/organisations/tees-cc/")

    assert cells(page.context["parts"]) == [
        ("Tees Example", "Full member", "By April 2022", "Paper, paragraph 1.1")
    ]


def test_partnerships_out_of_reach_are_not_named(client, body, chief_executive):
    MembershipFactory(partnership=PartnershipFactory(name="Secret pact"), organisation=body)
    client.force_login(chief_executive)

    assert b"Secret pact" not in client.get("/organisations/tees-cc/").content


def test_bodies_before_and_after_it_say_which_way_round(client, body, chief_executive):
    SuccessionFactory(predecessor__name="Old Council", successor=body, took_over_on="1996-04-01")
    SuccessionFactory(predecessor=body, successor__name="New Council", inferred=True)
    client.force_login(chief_executive)

    page = client.get("/organisations/tees-cc/")

    assert sorted(cells(page.context["succession"])) == [
        ("New Council", "Was taken over by it (inferred)", "Not stated", ""),
        ("Old Council", "Took over from it", "1 April 1996", ""),
    ]


def test_contacts_are_for_those_who_may_see_personal_data(client, body, chief_executive, administrator):
    ContactFactory(organisation=body, email="policy@example.org")

    client.force_login(chief_executive)
    assert b"policy@example.org" not in client.get("/organisations/tees-cc/").content
    client.force_login(administrator)
    assert b"policy@example.org" in client.get("/organisations/tees-cc/").content


def test_its_own_boards_are_for_those_who_reach_them(client, body, chief_executive, administrator):
    BoardFactory(partnership=None, organisation=body, name="Cabinet")

    client.force_login(chief_executive)
    assert b"Cabinet" not in client.get("/organisations/tees-cc/").content
    client.force_login(administrator)
    assert b"Cabinet" in client.get("/organisations/tees-cc/").content


def test_somebody_without_any_grant_finds_nothing(client, body, django_user_model):
    client.force_login(django_user_model.objects.create_user("nobody@example.org", name="Nobody"))

    assert client.get("/organisations/tees-cc/").status_code == 404


def test_its_history_is_a_page_of_its_own(client, body, administrator):
    client.force_login(administrator)

    page = client.get("/organisations/tees-cc/history/")

    assert (page.status_code, len(page.context["entries"])) == (200, 1)


def test_partners_and_overview_lead_to_it(client, body, chief_executive):
    client.force_login(chief_executive)

    for address in ("/p/tees/", "/p/tees/partners/"):
        assert b'href="/organisations/tees-cc/"' in client.get(address).content


def test_a_state_that_was_concluded_says_so(client, body, chief_executive):
    standing = MembershipStatus.objects.get()
    standing.inferred = True
    standing.save()
    client.force_login(chief_executive)

    page = client.get("/p/tees/partners/")

    assert [member.state for member in page.context["members"]] == ["Full member (inferred)"]


@pytest.mark.parametrize("number", [1, 3])
def test_it_asks_the_same_number_of_questions_with_one_part_and_three(
    client, body, chief_executive, number, django_assert_num_queries
):
    for _ in range(number):
        OrganisationNameFactory(organisation=body)
        SuccessionFactory(predecessor=body)
    client.force_login(chief_executive)
    client.get("/organisations/tees-cc/")

    with django_assert_num_queries(10):
        client.get("/organisations/tees-cc/")
