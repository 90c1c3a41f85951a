"""Agreements: a recommendation to sign is not a signature, and an end is announced in time."""

import datetime

import pytest
import time_machine

from core.domain.windows import parse_window
from partnerships.domain.agreement_lifecycle import AgreementState
from partnerships.models import Signatory
from partnerships.queries import agreement_warning
from tests.factories.partnerships import AgreementFactory, OrganisationFactory, SignatoryFactory

TODAY = datetime.date(2026, 10, 1)
SIGNED = Signatory.State.SIGNED


@pytest.fixture
def agreement(partnership):
    """A signed agreement that ends on 31 March 2027."""
    found = AgreementFactory.build(
        partnership=partnership,
        reference="AG-01",
        title="Partnership agreement",
        state=AgreementState.SIGNED,
    )
    found.ends = parse_window("31 March 2027")
    found.save()
    return found


def party(agreement, name, state=SIGNED):
    return SignatoryFactory(agreement=agreement, organisation=OrganisationFactory(name=name), state=state)


def test_the_list_says_how_far_each_has_come_and_when_it_ends(client, agreement, chief_executive):
    client.force_login(chief_executive)

    page = client.get("/p/tees/agreements/")

    assert [row.cells for row in page.context["rows"]] == [
        ("AG-01", "Partnership agreement", "Signed", "31 March 2027", "Not stated")
    ]
    assert b"1 agreement<" in page.content


def test_an_empty_register_says_so(client, partnership, chief_executive):
    client.force_login(chief_executive)

    assert b"No agreement is recorded." in client.get("/p/tees/agreements/").content


def test_parties_are_listed_with_their_signatures_and_lead_to_their_pages(client, agreement, chief_executive):
    body = party(agreement, "Tees County Council", Signatory.State.RECOMMENDED).organisation
    client.force_login(chief_executive)

    page = client.get("/p/tees/agreements/AG-01/")

    rows = page.context["parties"]
    assert [row.cells for row in rows] == [("Tees County Council", "Not stated", "Recommended", "Not stated")]
    assert rows[0].url == f"/organisations/{body.code}/"
    assert page.context["warning"] == "Not signed by Tees County Council."


def warned(agreement, day=TODAY):
    return agreement_warning(agreement, list(agreement.signatories.all()), day)


def test_nothing_is_said_while_all_have_signed_and_the_end_is_far(agreement):
    party(agreement, "A")

    assert warned(agreement) == ""


def test_the_end_is_announced_half_a_year_ahead(agreement):
    party(agreement, "A")

    assert (
        warned(agreement, datetime.date(2026, 10, 2)) == "This agreement ends on 31 March 2027, in 180 days."
    )
    assert warned(agreement, datetime.date(2027, 4, 1)) == "This agreement ended on 31 March 2027."


def test_an_agreement_no_longer_in_force_says_only_that(agreement):
    party(agreement, "A", Signatory.State.NOT_STATED)
    agreement.state = AgreementState.WITHDRAWN

    assert warned(agreement) == "This agreement is no longer in force: withdrawn."


def test_strangers_find_no_agreement(client, agreement, stranger):
    client.force_login(stranger)

    assert client.get("/p/tees/agreements/").status_code == 404
    assert client.get("/p/tees/agreements/AG-01/").status_code == 404
    assert client.get("/p/tees/agreements/AG-01/history/").status_code == 404


def test_its_history_is_a_page_of_its_own(client, agreement, manager):
    client.force_login(manager)

    page = client.get("/p/tees/agreements/AG-01/history/")

    assert (page.status_code, len(page.context["entries"])) == (200, 1)


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_same_number_of_questions_for_one_and_three(
    client, partnership, chief_executive, number, django_assert_num_queries
):
    AgreementFactory.create_batch(number, partnership=partnership)
    client.force_login(chief_executive)
    client.get("/p/tees/agreements/")

    with django_assert_num_queries(6):
        client.get("/p/tees/agreements/")


@pytest.mark.parametrize("number", [1, 3])
@time_machine.travel("2026-10-01 12:00")
def test_an_agreement_asks_the_same_number_of_questions_with_one_party_and_three(
    client, agreement, chief_executive, number, django_assert_num_queries
):
    for place in range(number):
        party(agreement, f"Body {place}")
    client.force_login(chief_executive)
    client.get("/p/tees/agreements/AG-01/")

    with django_assert_num_queries(8):
        client.get("/p/tees/agreements/AG-01/")
