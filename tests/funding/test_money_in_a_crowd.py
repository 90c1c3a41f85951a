"""Each query of the money adds up its own partnership's live rows, by either of the two kinds of books."""

from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine

from funding import queries
from funding.domain.outlook import Between, all_phases, source_totals, year_totals
from funding.queries import Books, QuickBooks
from tests.factories.crowd import GONE, NOW, TODAY
from tests.factories.crowd_money import add_money
from tests.factories.funding import ContributionFactory, PhaseFactory

LATER = NOW + timedelta(days=1)


@pytest.fixture(scope="module")
def crowd_once(crowd_once):
    """With both partnerships' money; seven times as much in the other."""
    with time_machine.travel(NOW, tick=False):
        add_money(crowd_once.here, 1)
        add_money(crowd_once.there, 7)
    return crowd_once


@pytest.fixture(params=["today", "at a moment", "quick"])
def books(crowd, request):
    """The books of the first partnership as its manager opens them."""
    kind = QuickBooks if request.param == "quick" else Books
    moment = {"moment": LATER} if request.param == "at a moment" else {}
    return kind(crowd.here.partnership, crowd.people.manager, **moment)


@pytest.fixture
def whole(crowd):
    """The same, with every row of them."""
    return Books(crowd.here.partnership, crowd.people.manager)


def test_a_phase_costs_its_own_live_posts_and_lines(books):
    (cost,) = queries.phase_costs(books)

    assert (cost.reference, cost.total, [row.cost for row in cost.rows]) == (
        "PH-1", Decimal(45000), [Decimal(40000), Decimal(5000)],
    )  # fmt: skip
    assert queries.phase_costs(books, "PH-9") == ()


def test_an_option_has_its_own_live_lines(books):
    (option,) = queries.fundings(books, books.phases[0])

    assert (option.name, option.total) == ("Option A", Decimal(40000))
    assert [(line.reference, line.amount, line.holder_code) for line in option.lines] == [
        ("SRC-1", Decimal(30000), "borough"),
        ("SRC-2", Decimal(10000), "county"),
    ]


def test_the_position_is_of_one_partnership(books):
    position = queries.position(books)

    (balance,) = [balance for _, balance in position.balances]
    assert balance.sentence == "Funding of £40,000 is £5,000 less than the cost of £45,000."
    (year,) = year_totals(position)
    assert (year.label, year.cost, year.funding.words) == ("2026/27", 45000, "£40,000")
    assert [(one.reference, one.amount.low) for one in source_totals(position)] == [
        ("SRC-1", 30000), ("SRC-2", 10000),
    ]  # fmt: skip


def test_who_pays_follows_the_split_that_is_agreed(books):
    parts = queries.who_pays(books, queries.position(books))

    assert all_phases(parts) == {
        ("Borough", "borough"): Between(Decimal(30000), Decimal(30000)),
        ("County", "county"): Between(Decimal(15000), Decimal(15000)),
    }


def test_who_pays_follows_the_sources_where_every_split_was_replaced(crowd, whole):
    crowd.here.split.state = "replaced"
    crowd.here.split.save()
    parts = queries.who_pays(whole, queries.position(whole))

    assert [(part.code, part.amount) for part in parts] == [("borough", 30000), ("county", 10000)]


def test_sums_given_are_those_of_the_partnerships_live_contributions(crowd):
    quick = QuickBooks(crowd.here.partnership, crowd.people.manager)
    full = queries.contributions(Books(crowd.here.partnership, crowd.people.manager))

    assert [(one.code, one.amount) for one in queries.sums_given(quick)] == [("borough", Decimal(1000))]
    assert [(one.reference, one.amount) for one in full] == [("CO-1", Decimal(1000))]


def test_a_condition_counts_the_other_contributions_to_the_phase(crowd, whole):
    (given,) = whole.contributions
    given.condition_kind, given.condition = "others_commitment", "The others give too."
    other = PhaseFactory(partnership=crowd.here.partnership)
    for reference, phase, state, more in (
        ("CO-2", crowd.here.phase, "committed", {}),
        ("CO-3", crowd.here.phase, "in_principle", {}),
        ("CO-4", crowd.here.phase, "committed", GONE),
        ("CO-5", other, "committed", {}),
    ):
        ContributionFactory(
            partnership=crowd.here.partnership, reference=reference, phase=phase, state=state,
            board=crowd.here.board, decided_on=TODAY, **more,
        )  # fmt: skip

    said = queries.condition_of(Books(crowd.here.partnership, crowd.people.manager), given)

    assert said.endswith("Of 2 other contributions to this phase 1 committed.")


def test_splits_are_the_live_ones_with_their_live_shares(whole):
    found = queries.splits(whole)

    assert [(split.reference, [share.amount for share in split.shares]) for split in found] == [
        ("SP-1", [30000, 15000]),
        ("SP-2", []),
    ]
    assert [split.reference for split in queries.splits(whole, "SP-2")] == ["SP-2"]
    assert queries.splits(whole, "SP-9") == ()


def test_lines_are_divided_like_the_phase(whole):
    (phase,), (cost,) = whole.phases, queries.phase_costs(whole)
    divided = queries.line_shares(whole, phase, cost)

    assert len(divided.lines) == 2


def test_transfers_savings_and_moves_are_the_partnerships_live_ones(whole):
    assert [(one.reference, one.amount) for one in queries.transfers(whole)] == [("TR-1", 1000)]
    assert [one.reference for one in whole.savings] == ["SV-1"]
    assert [one.reference for one in queries.moves(whole, whole.phases[0])] == ["MV-1"]


def test_spending_is_what_is_live_of_the_phase(whole):
    (spend,) = queries.spending(whole)

    assert (spend.approved, spend.actual) == (Decimal(10000), Decimal(4000))
    assert queries.spent_by_phase(whole) == {whole.phases[0].pk: (Decimal(10000), Decimal(4000))}
    assert queries.spending(whole, "PH-9") == ()


def test_lines_of_the_ledger_are_the_phases_archived_ones_too(crowd):
    """A line that was taken out is not imported a second time."""
    found = queries.recorded_lines(crowd.here.phase)

    assert {name: line.amount for name, line in found.items()} == {"JNL1": 4000, "JNL9": 9}


def test_printed_figures_stand_beside_the_partnerships_own_record(whole):
    assert queries.papers(whole) == ("JC-2026",)
    ((paper, figures),) = queries.printed_by_paper(whole)
    assert (paper, len(figures), len(queries.printed_beside(whole, "PH-1"))) == ("JC-2026", 1, 1)
    assert queries.record_figures(whole)["PH-1.cost"] == Decimal(45000)
    assert len(queries.findings_in(whole, "JC-2026")) == 1
    assert queries.findings_in(whole, "JC-2027") == ()


@pytest.mark.parametrize("kind", [Books, QuickBooks])
def test_who_has_no_role_here_opens_empty_books(crowd, kind):
    for person in (crowd.people.foreign, crowd.people.manager_there, crowd.people.nobody):
        books = kind(crowd.here.partnership, person)
        assert (queries.position(books).phases, books.splits) == ((), [])
    assert queries.contributions(Books(crowd.here.partnership, crowd.people.foreign)) == ()


def test_a_partner_reads_what_partners_give_in_partnerships_it_is_in(crowd):
    def given(place, person):
        return [one.amount for one in queries.contributions(Books(place.partnership, person))]

    assert [given(place, crowd.people.of_borough) for place in (crowd.here, crowd.there)] == [[1000], [7000]]
    assert [given(place, crowd.people.of_county) for place in (crowd.here, crowd.there)] == [[1000], []]


def test_steps_are_those_of_the_contributions_given(crowd):
    here, there = (
        Books(place.partnership, crowd.people.administrator).contributions
        for place in (crowd.here, crowd.there)
    )

    def steps(given):
        return [(step.reference, step.amount) for step in queries.steps_of(given)]

    assert steps(here) == [("CO-1", 1000)]
    assert steps([*here, *there]) == [("CO-1", 1000), ("CO-1", 7000)]
