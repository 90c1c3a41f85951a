"""Savings, groups of parties and qualified amounts on the money pages."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from core.services import save_row
from funding.models import Saving, Split
from tests.factories.funding import (
    ContributionFactory,
    CostLineFactory,
    PhaseFactory,
    SavingFactory,
    ShareFactory,
    SplitFactory,
)
from tests.factories.partnerships import OrganisationFactory
from tests.markup import tight


@pytest.fixture
def reader(client, chief_executive):
    client.force_login(chief_executive)
    return client


@pytest.fixture
def nested(partnership):
    """£350,000: 62.5% for the county, 37.5% for a group of eight."""
    split = SplitFactory(
        partnership=partnership, reference="SP-1", name="Consultants", total=Decimal(350000),
        rule="by_percentage", qualifier="in_the_region_of",
    )  # fmt: skip
    county = OrganisationFactory(code="county", name="County")
    eight = OrganisationFactory(code="districts", name="Districts")
    ShareFactory(split=split, order=1, organisation=county, weight=Decimal("62.5"), amount=Decimal(218750))
    ShareFactory(
        split=split, order=2, organisation=eight, weight=Decimal("37.5"), amount=Decimal(131250), parties=8
    )
    return split


def test_a_group_s_share_is_shown_with_what_each_of_it_pays(reader, nested):
    page = reader.get("/p/tees/money/splits/SP-1/")

    assert dict(page.context["facts"])["Total"] == "In the region of £350,000"
    text = page.content.decode()
    for words in (
        '<th scope="row">Districts (8 parties, £16,406.25 each)</th>',
        "Districts together pay 37.5% of £350,000, which is £131,250 between 8, £16,406.25 each.",
        "The total is in the region of £350,000.",
    ):
        assert words in text


def test_a_group_s_share_is_typed_and_stays_whole(client, manager, partnership, bodies):
    client.force_login(manager)
    data = {
        "name": "Team", "total": "350000", "qualifier": "in_the_region_of", "rule": "by_percentage",
        "unit": "0.01", "remainder": "largest_remainder", "state": "proposed",
        "shares-TOTAL_FORMS": 3, "shares-INITIAL_FORMS": 0,
        "shares-0-organisation": bodies["county"].pk, "shares-0-weight": "62.5", "shares-0-parties": "",
        "shares-1-organisation": bodies["dales"].pk, "shares-1-weight": "37.5", "shares-1-parties": "8",
        "shares-2-version": "1", "shares-2-organisation": "", "shares-2-weight": "", "shares-2-parties": "",
    }  # fmt: skip

    wrong = client.post("/p/tees/money/splits/add/", data | {"shares-1-parties": "0"})
    right = client.post("/p/tees/money/splits/add/", data)

    assert (wrong.status_code, right.status_code) == (422, 302)
    split = Split.objects.get()
    assert split.qualifier == "in_the_region_of"
    assert [(one.parties, one.amount) for one in split.shares.all()] == [(1, 218750), (8, 131250)]


def test_a_qualified_amount_is_printed_as_such_wherever_it_stands(reader, partnership):
    phase = PhaseFactory(partnership=partnership, reference="PH-9", is_one_sum=True)
    CostLineFactory(phase=phase, name="Consultants", amount=Decimal(350000), qualifier="in_the_region_of")
    ContributionFactory(
        partnership=partnership, reference="CO-9", phase=phase, amount=Decimal(17000), qualifier="estimated"
    )

    one = reader.get("/p/tees/money/contributions/CO-9/")
    listed = reader.get("/p/tees/money/contributions/")
    cost = tight(reader.get("/p/tees/money/PH-9/").content.decode())

    assert dict(one.context["facts"])["Amount"] == "£17,000, estimated"
    assert [row.cells[-1] for row in listed.context["rows"]] == ["£17,000, estimated"]
    assert "Consultants (in the region of)" in cost
    assert ">Cost</th>" in cost
    assert "Cost a year" not in cost
    assert "£350,000 for the whole phase." in cost


def test_savings_are_listed_with_whose_estimate_they_are_only_when_there_are_any(reader, partnership):
    empty = reader.get("/p/tees/money/").content.decode()
    SavingFactory(
        partnership=partnership, reference="SV-1", wording="One study", amount=Decimal(120000),
        qualifier="estimated", estimated_by="The joint committee's paper",
    )  # fmt: skip
    SavingFactory(
        partnership=partnership, reference="SV-2", wording="One team", amount=Decimal(50000),
        state="realised", realised=Decimal(41000),
    )  # fmt: skip

    full = reader.get("/p/tees/money/")

    assert "Savings" not in empty
    assert [row.cells for row in full.context["savings"]["rows"]] == [
        ("SV-1", "One study", "£120,000, estimated", "The joint committee's paper", "Estimated", ""),
        ("SV-2", "One team", "£50,000", "Not stated", "Realised", "£41,000"),
    ]


def test_a_saving_is_realised_with_its_amount_or_not_at_all(partnership, manager):
    saving = SavingFactory(partnership=partnership)
    saving.state = Saving.State.REALISED

    with pytest.raises(ValidationError, match="Give the amount that was saved"):
        save_row(saving, by=manager)


def test_a_saving_of_a_phase_of_another_partnership_is_refused(partnership, manager):
    saving = SavingFactory(partnership=partnership)
    saving.phase = PhaseFactory()

    with pytest.raises(ValidationError, match="belongs to another partnership"):
        save_row(saving, by=manager)
