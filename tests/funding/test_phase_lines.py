"""A phase line by line: fifty on a page, posts with their own months, lines divided by their own rules."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from core.permissions import Role
from core.services import save_row
from tests.factories.funding import CostLineFactory, PhaseFactory, PostFactory, ShareFactory, SplitFactory
from tests.factories.partnerships import OrganisationFactory, person_with


@pytest.fixture
def phase(partnership):
    return PhaseFactory(
        partnership=partnership,
        reference="PH-9",
        name="Phase 9",
        starts_on=date(2026, 4, 1),
        ends_on=date(2027, 3, 31),
    )


@pytest.fixture
def signed_in(client, manager):
    client.force_login(manager)
    return client


def page(client, tail=""):
    return client.get(f"/p/tees/money/PH-9/{tail}").content.decode()


def test_a_long_phase_shows_fifty_lines_at_a_time_and_the_sum_of_all(signed_in, phase):
    for number in range(1, 61):
        CostLineFactory(phase=phase, order=number, name=f"Line number {number}.", amount=Decimal(number))

    first, second = page(signed_in), page(signed_in, "?page=2")

    assert [f"Line number {number}." in first for number in (50, 51)] == [True, False]
    assert [f"Line number {number}." in second for number in (50, 51, 60)] == [False, True, True]
    assert ("£1,830" in first, "£1,830" in second) == (True, True)
    assert signed_in.get("/p/tees/money/PH-9/?page=3").status_code == 404


def test_a_post_filled_later_costs_its_own_months_only(signed_in, phase):
    PostFactory(phase=phase, title="Officer", unit_cost=Decimal(12000), starts_on=date(2026, 9, 1))
    CostLineFactory(phase=phase, amount=Decimal(1200), kind="capital")

    text = page(signed_in)

    assert "£7,000" in text
    assert "Officer for 7 months, all else for 12 months of a year&#x27;s cost: £8,200." in text
    assert "Of this £1,200 is capital and £12,000 revenue." in text


def test_a_post_cannot_be_filled_before_its_phase(phase, manager):
    post = PostFactory(phase=phase)
    post.starts_on = date(2026, 3, 31)

    with pytest.raises(ValidationError, match="before the phase starts on 1 April 2026"):
        save_row(post, by=manager)


def test_a_line_may_follow_another_split_than_the_rest_of_its_phase(signed_in, phase, partnership):
    county, dales, city = (OrganisationFactory(name=name) for name in ("County", "Dales", "City"))
    usual = SplitFactory(partnership=partnership, phase=phase, reference="SP-8", total=Decimal(600))
    own = SplitFactory(partnership=partnership, reference="SP-9", name="Website", total=Decimal(100))
    for split, bodies in ((usual, (county, dales)), (own, (city,))):
        for order, body in enumerate(bodies, start=1):
            ShareFactory(split=split, order=order, organisation=body, amount=split.total / len(bodies))
    CostLineFactory(phase=phase, order=1, name="Team", amount=Decimal(500))
    CostLineFactory(phase=phase, order=2, name="Website", amount=Decimal(100), split=own)

    text = page(signed_in)
    file = signed_in.get("/p/tees/money/tables/lines.csv?phase=PH-9").content.decode("utf-8-sig")

    assert "£600 is divided between County, Dales and City." in text
    assert "Website (divided like Website)" in text
    assert file.splitlines() == [
        "Phase,Line,Divided like,Party,Share (£)",
        "Phase 9,Team,SP-8,County,250.00",
        "Phase 9,Team,SP-8,Dales,250.00",
        "Phase 9,Website,SP-9,City,100.00",
        "Phase 9,Total,,,600.00",
    ]


def test_a_split_of_another_partnership_is_no_rule_for_a_line(phase, manager):
    line = CostLineFactory(phase=phase)
    line.split = SplitFactory()

    with pytest.raises(ValidationError, match="belongs to another partnership"):
        save_row(line, by=manager)


def test_a_chief_executive_reads_the_lines(client, phase, partnership):
    CostLineFactory(phase=phase, name="Team")
    client.force_login(person_with(Role.CHIEF_EXECUTIVE, partnership=partnership))

    assert "Team" in page(client)
