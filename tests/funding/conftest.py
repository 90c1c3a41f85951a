"""The money of the joint committee's paper of July 2023, as rows: what it costs, two ways to fund it,
the shares of 2022, and every figure the paper printed with the paragraph it stands in."""

from datetime import UTC, date, datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest

from core.bulk import create_rows
from core.change import change
from core.permissions import Role
from funding.models import Option, Phase, Split
from tests.factories.funding import (
    ContributionFactory,
    CostLineFactory,
    OptionFactory,
    OptionLineFactory,
    PhaseFactory,
    PostFactory,
    SavingFactory,
    ShareFactory,
    SourceFactory,
    SplitFactory,
    StatedFigureFactory,
)
from tests.factories.partnerships import MembershipFactory, OrganisationFactory, person_with

PAPER = "JC-2023-07"
DISTRICTS = (("chesterfield", "Chesterfield"), ("dales", "Derbyshire Dales"), ("high-peak", "High Peak"))
POSTS = {
    "PH-2022": [("G12", "Programme Manager", 1, None), ("G8", "Project Officer", 4, None)],
    "PH-1": [("G12", "Programme Manager", 1, "56623"), ("G9", "Project Officer", 2, "39350")],
    "PH-2": [
        ("G12", "Programme Manager", 1, "56623"),
        ("G9", "Project Officer", 4, "39350"),
        ("G9", "Communications Officer", 1, "39350"),
        ("G6", "Admin Support", 1, "29374"),
    ],
}
LINES = {
    "PH-1": [("Equipment, travel and host authority", "5000")],
    "PH-2": [("Programme budget", "50000"), ("Equipment", "15000"), ("Communications budget", "10000")],
}
OPTIONS = {
    ("PH-1", 1, "Paragraph 4.31"): [("SRC-1", "70161", None)],
    ("PH-2", 1, "Paragraph 4.31"): [
        ("SRC-1", "144000", "40"),
        ("SRC-2", "120000", None),
        ("SRC-3", "94000", None),
    ],
    ("PH-2", 2, "Paragraph 6.2"): [
        ("SRC-1", "144000", "40"),
        ("SRC-2", "80000", None),
        ("SRC-3", "134000", None),
    ],
}


def funding_rows(paragraph, partnership_fund, pool):
    """One of the paper's two tables for phase 2, with the percentage printed in it."""
    table = "Phase 2 Funding 24/25"
    return [
        (paragraph, "County Council", "144000", table, "PH-2.funding.SRC-1"),
        (paragraph, "DEP", partnership_fund, table, "PH-2.funding.SRC-2"),
        (paragraph, "Business Rate Pool", pool, table, "PH-2.funding.SRC-3"),
        (paragraph, "Total", "358000", table, "PH-2.funding"),
    ]


MONEY = [
    ("2.5", "funding for the rest of 2023/24", "70161", "", "PH-1.funding"),
    ("4.20", "the cost of the team", "331404", "", "PH-2022.cost"),
    ("4.24", "phase 1", "70161", "", "PH-1.cost"),
    ("4.24", "Programme Manager", "56623", "Phase 1 Resource", ""),
    ("4.24", "Project Officers", "78700", "Phase 1 Resource", ""),
    ("4.24", "Programme Team total", "135323", "Phase 1 Resource", "PH-1.team_total"),
    ("4.24", "Equipment", "5000", "Phase 1 Resource", ""),
    ("4.24", "Total", "140323", "Phase 1 Resource", "PH-1.annual"),
    ("4.25", "phase 2", "375747", "", "PH-2.cost"),
    ("4.25", "Programme Manager", "56623", "Phase 2 Resource", ""),
    ("4.25", "Project Officers", "157400", "Phase 2 Resource", ""),
    ("4.25", "Communications Officer", "39350", "Phase 2 Resource", ""),
    ("4.25", "Admin Support", "29374", "Phase 2 Resource", ""),
    ("4.25", "Programme Team total", "282747", "Phase 2 Resource", "PH-2.team_total"),
    ("4.25", "Programme budget", "50000", "Phase 2 Resource", ""),
    ("4.25", "Equipment", "15000", "Phase 2 Resource", ""),
    ("4.25", "Communications budget", "10000", "Phase 2 Resource", ""),
    ("4.25", "Total", "357747", "Phase 2 Resource", "PH-2.cost"),
    ("4.27", "County Council", "174499", "2022 shares", "PH-2022.funding.county"),
    ("4.27", "District and Borough Councils", "52350", "2022 shares", ""),
    ("4.27", "x three councils", "157050", "2022 shares", ""),
    ("4.27", "Total", "331549", "2022 shares", "PH-2022.funding"),
    ("4.30", "phase 2", "357747", "", "PH-2.cost"),
    ("4.31", "County Council Funding", "70161", "Phase 1 Funding 23/24", "PH-1.funding.SRC-1"),
    ("4.31", "Total", "70161", "Phase 1 Funding 23/24", "PH-1.funding"),
    *funding_rows("4.31", "120000", "94000"),
    ("4.32", "the shortfall beyond March 2025", "94000", "", "PH-2.shortfall"),
    ("6.1", "phase 2", "357747", "", "PH-2.cost"),
    ("6.2", "County Council Funding", "70161", "Phase 1 Funding 23/24", "PH-1.funding.SRC-1"),
    ("6.2", "Total", "70161", "Phase 1 Funding 23/24", "PH-1.funding"),
    *funding_rows("6.2", "80000", "134000"),
    ("6.3", "the shortfall beyond March 2025", "134000", "", "PH-2.shortfall"),
]


NO_SUMS = [
    ("4.24", "phase 1", "6", "months", "six-month period", "PH-1.months"),
    ("4.31", "County Council", "40", "per_cent", "40%", "PH-2.funding.SRC-1"),
    ("6.2", "County Council", "40", "per_cent", "40%", "PH-2.funding.SRC-1"),
]


def phases(partnership):
    """The team of 2022 without dates or prices, and the two phases the paper proposes."""
    PhaseFactory(partnership=partnership, reference="PH-2022", name="Team of 2022", state="agreed")
    PhaseFactory(
        partnership=partnership,
        reference="PH-1",
        name="Phase 1",
        starts_on=date(2023, 9, 1),
        ends_on=date(2024, 3, 31),
        months_charged=6,
    )
    PhaseFactory(
        partnership=partnership,
        reference="PH-2",
        name="Phase 2",
        starts_on=date(2024, 4, 1),
        ends_on=date(2025, 3, 31),
    )
    found = {phase.reference: phase for phase in Phase.objects.all()}
    create_rows(
        [
            PostFactory.build(
                phase=found[reference],
                order=order,
                grade=grade,
                title=title,
                number=Decimal(number),
                unit_cost=Decimal(cost) if cost else None,
            )
            for reference, posts in POSTS.items()
            for order, (grade, title, number, cost) in enumerate(posts, start=1)
        ]
    )
    create_rows(
        [
            CostLineFactory.build(phase=found[reference], order=order, name=name, amount=Decimal(amount))
            for reference, lines in LINES.items()
            for order, (name, amount) in enumerate(lines, start=1)
        ]
    )
    return found


def options(partnership, found):
    """Two ways to fund phase 2; the rates pool is the one source known to end."""
    names = (
        ("SRC-1", "County Council", "recurring"),
        ("SRC-2", "DEP", "recurring"),
        ("SRC-3", "Rate pool", "one_off"),
    )
    sources = {
        ref: SourceFactory(partnership=partnership, reference=ref, name=name, kind=kind)
        for ref, name, kind in names
    }
    funded = {
        (reference, order): OptionFactory(phase=found[reference], order=order, name=name)
        for reference, order, name in OPTIONS
    }
    create_rows(
        [
            OptionLineFactory.build(
                option=funded[reference, order],
                order=place,
                source_of_money=sources[source],
                amount=Decimal(amount),
                printed_percent=Decimal(percent) if percent else None,
            )
            for (reference, order, _name), lines in OPTIONS.items()
            for place, (source, amount, percent) in enumerate(lines, start=1)
        ]
    )


def shares(partnership, found, bodies):
    """The agreed shares of 2022, ten to three to three to three in whole pounds."""
    split = SplitFactory(
        partnership=partnership,
        phase=found["PH-2022"],
        reference="SP-1",
        name="Shares of 2022",
        total=Decimal("331549"),
        rule=Split.Rule.WEIGHTS,
        unit=Decimal(1),
        remainder=Split.Remainder.NAMED,
        state=Split.State.AGREED,
        decided_on=date(2022, 4, 4),
    )
    for order, (code, body) in enumerate(bodies.items(), start=1):
        is_county = code == "county"
        ShareFactory(
            split=split,
            order=order,
            organisation=body,
            weight=Decimal(10 if is_county else 3),
            amount=Decimal("174499" if is_county else "52350"),
            takes_remainder=is_county,
        )
    return split


def stated(partnership):
    """What the paper printed; the recommendation in 2.6 names two sources for its sum."""
    recommended = StatedFigureFactory.build(
        partnership=partnership,
        paper=PAPER,
        number=1,
        paragraph="2.6",
        label="funding for 2024/25",
        value=Decimal("357747"),
        wording="£357,747",
        claims="PH-2.cost",
        met_by="PH-2.funding.SRC-2, PH-2.funding.SRC-3",
    )
    sums = [
        StatedFigureFactory.build(
            partnership=partnership,
            paper=PAPER,
            number=number,
            paragraph=paragraph,
            label=label,
            value=Decimal(value),
            wording=f"£{Decimal(value):,}" if not table else f"{Decimal(value):,}",
            table=table,
            is_total="otal" in label,
            claims=claims,
        )
        for number, (paragraph, label, value, table, claims) in enumerate(MONEY, start=2)
    ]
    others = [
        StatedFigureFactory.build(
            partnership=partnership,
            paper=PAPER,
            number=number,
            paragraph=paragraph,
            label=label,
            value=Decimal(value),
            unit=unit,
            wording=wording,
            claims=claims,
        )
        for number, (paragraph, label, value, unit, wording, claims) in enumerate(NO_SUMS, start=100)
    ]
    create_rows([recommended, *sums, *others])


@pytest.fixture
def bodies(partnership):
    """The county and three districts, all in the partnership, by code."""
    found = {
        code: OrganisationFactory(code=code, name=name)
        for code, name in (("county", "County Council"), *DISTRICTS)
    }
    for body in found.values():
        MembershipFactory(partnership=partnership, organisation=body)
    return found


@pytest.fixture
def july_2023(partnership, bodies):
    """All of it, recorded on the day of the meeting: phases by reference, the split, the second option."""
    with change(moment=datetime(2023, 7, 20, 12, tzinfo=UTC)):
        found = phases(partnership)
        options(partnership, found)
        split = shares(partnership, found, bodies)
        stated(partnership)
        SavingFactory(partnership=partnership, reference="SV-1", wording="One study for all councils")
        ContributionFactory(
            partnership=partnership,
            reference="CO-1",
            phase=found["PH-1"],
            organisation=bodies["county"],
            amount=Decimal("70161"),
            condition="All councils agree phase 2.",
        )
    return SimpleNamespace(phases=found, split=split, option=Option.objects.get(phase=found["PH-2"], order=2))


@pytest.fixture
def partner_officer(bodies):
    """An officer of one of the districts."""
    return person_with(Role.PARTNER_OFFICER, organisation=bodies["dales"])
