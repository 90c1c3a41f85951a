"""The paper of July 2023 as it is shipped: loaded from its files, read through the money pages."""

import pytest

from funding import queries
from funding.domain.stated import FindingCode
from funding.queries import Books
from partnerships.models import Partnership

pytestmark = pytest.mark.usefixtures("paper", "db")


@pytest.fixture
def vision():
    """The partnership of the paper."""
    return Partnership.objects.get(slug="vision-derbyshire")


def test_what_disagrees_is_found_in_the_paper_as_it_is_held_and_nothing_else(vision, reader):
    (paper,) = queries.papers(Books(vision, reader))

    found = queries.findings_in(Books(vision, reader), paper)

    assert [one.code for one in found] == [
        FindingCode.TRANSPOSED,
        FindingCode.TWO_VALUES,
        FindingCode.TWO_TABLES,
        FindingCode.FUNDING_UNLIKE_COST,
        FindingCode.FUNDING_UNLIKE_COST,
        FindingCode.PERCENT_UNLIKE_BASE,
        FindingCode.SOURCES_UNLIKE_SUM,
        FindingCode.PERIOD_UNLIKE_MONTHS,
        FindingCode.TERMS_DIFFER,
    ]


def test_every_figure_of_the_record_a_printed_one_claims_is_one_the_record_has_or_cannot_have(vision, reader):
    books = Books(vision, reader)

    unknown = {
        one.stated.claims
        for _, rows in queries.printed_by_paper(books)
        for one in rows
        if one.stated.claims and not one.computed
    }

    # The team of 2022 has no cost of any post, and nobody says which source of phase 2 recurs.
    assert unknown == {"TEAM-2022.cost", "PH-2.shortfall"}


def test_where_nobody_says_what_recurs_both_shortfalls_are_told_with_their_assumption(vision, reader):
    assumed = [row for each in queries.position(Books(vision, reader)).phases for row in each.assumed]

    assert [row[2:] for row in assumed if row[1] == "Retained business rate pool"] == [
        (94000, 93747),
        (134000, 133747),
    ]


@pytest.mark.parametrize("tail", ["", "printed/", "PH-1/", "PH-2/", "TEAM-2022/", "splits/SP-2022/"])
def test_each_page_opens_on_the_paper(client, vision, reader, tail):
    client.force_login(reader)

    assert client.get(f"/p/vision-derbyshire/money/{tail}").status_code == 200
