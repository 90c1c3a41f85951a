"""Real rows in, the rules' figures out: the paper's own arithmetic, today and as it was."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from core.permissions import Role
from core.services import archive
from funding import queries
from funding.domain.print_rounding import PrintRounding, printed_as
from funding.domain.stated import FindingCode
from funding.models import Post
from funding.queries import Books
from tests.factories.funding import OptionLineFactory, PhaseFactory, PostFactory, ShareFactory, SplitFactory
from tests.factories.partnerships import OrganisationFactory, PartnershipFactory, person_with

PAPER = "JC-2023-07"


@pytest.fixture
def books(partnership, manager, july_2023):
    return Books(partnership, manager)


def costs(books):
    return {phase.reference: phase for phase in queries.phase_costs(books)}


def test_the_phases_cost_what_the_paper_adds_up_to(books):
    found = costs(books)

    assert [(one.team_total, one.total) for one in (found["PH-1"], found["PH-2"])] == [
        (Decimal("135323.00"), Decimal("140323.00")),
        (Decimal("282747.00"), Decimal("357747.00")),
    ]


def test_half_a_year_is_charged_and_the_months_of_the_dates_are_told_beside_it(books):
    phase = costs(books)["PH-1"]

    assert (phase.cost, phase.months) == (Decimal("70161.50"), 7)
    assert phase.working == (
        "6 of 12 months of £140,323, £70,161.50. By its dates the phase lasts seven months, not six: "
        "that would cost £81,855.08, £11,693.58 more."
    )


def test_a_post_without_a_printed_cost_stays_without_one(books):
    phase = costs(books)["PH-2022"]

    assert (phase.total, phase.cost, phase.team_total) == (None, None, None)
    assert phase.working == (
        "Not stated: no cost is given for 1 x G12 Programme Manager and 4 x G8 Project Officer."
    )


def test_every_phase_has_a_sentence_and_the_last_one_its_cliff_by_option(books):
    position = queries.position(books)

    assert [(phase.reference, one.sentence) for phase, one in position.balances] == [
        ("PH-1", "Funding of £70,161 is £0.50 less than the cost of £70,161.50."),
        ("PH-2", "Funding of £358,000 is £253 more than the cost of £357,747."),
        ("PH-2", "Funding of £358,000 is £253 more than the cost of £357,747."),
        ("PH-2022", "Funding of £331,549 cannot be held against the cost, which is not stated."),
    ]
    assert [
        [figure.amount for figure in ending.cliff.figures]
        for each in position.phases
        for ending in each.endings
    ] == [
        [Decimal(94000), Decimal(93747), Decimal(357747)],
        [Decimal(134000), Decimal(133747), Decimal(357747)],
    ]
    assert position.headline == "Phase 2 has £253 more than it costs"


def test_the_shares_of_2022_are_what_the_rule_gives(books):
    (split,) = queries.splits(books)

    assert [(share.code, share.amount, share.by_rule, share.share) for share in split.shares] == [
        ("county", Decimal(174499), Decimal(174499), "52.63%"),
        ("chesterfield", Decimal(52350), Decimal(52350), "15.79%"),
        ("dales", Decimal(52350), Decimal(52350), "15.79%"),
        ("high-peak", Decimal(52350), Decimal(52350), "15.79%"),
    ]
    assert split.rule == "By weights, rounded to £1; County Council takes what rounding leaves."
    assert split.sum_words == "The shares come to £331,549, which is the total."
    assert split.problems == ()


def test_a_percentage_and_eight_equal_parts_of_the_rest_are_exact(partnership, manager):
    split = SplitFactory(
        partnership=partnership, total=Decimal(350000), rule="by_percentage", reference="SP-9"
    )
    for order, percent in enumerate(["62.5", *["4.6875"] * 8], start=1):
        body = OrganisationFactory(name=f"Council {order}")
        amount = Decimal(350000) * Decimal(percent) / 100
        ShareFactory(split=split, order=order, organisation=body, weight=Decimal(percent), amount=amount)

    (found,) = queries.splits(Books(partnership, manager))

    assert [share.by_rule for share in found.shares] == [Decimal("218750.00"), *[Decimal("16406.25")] * 8]
    assert (found.sum, found.problems) == (Decimal("350000.00"), ())
    printed = printed_as(found.shares[1].amount, PrintRounding.UP, Decimal(1000))
    assert (printed.printed, printed.difference) == (Decimal(17000), Decimal("593.75"))
    assert printed.wording == "£17,000 (rounded up to the next £1,000: £593.75 more than £16,406.25)"


def test_the_paper_disagrees_in_eight_ways_and_no_more(partnership, chief_executive, july_2023):
    found = queries.findings_in(Books(partnership, chief_executive), PAPER)

    assert [(one.code, one.difference) for one in found] == [
        (FindingCode.TRANSPOSED, Decimal(18000)),
        (FindingCode.TWO_VALUES, Decimal(40000)),
        (FindingCode.TWO_TABLES, Decimal(40000)),
        (FindingCode.FUNDING_UNLIKE_COST, Decimal(253)),
        (FindingCode.FUNDING_UNLIKE_COST, Decimal(145)),
        (FindingCode.PERCENT_UNLIKE_BASE, Decimal(800)),
        (FindingCode.SOURCES_UNLIKE_SUM, Decimal(143747)),
        (FindingCode.PERIOD_UNLIKE_MONTHS, Decimal("11693.58")),
    ]


def test_a_figure_with_one_value_for_each_option_is_not_the_record_s_until_one_is_agreed(
    books, partnership, manager, board, july_2023
):
    before = queries.record_figures(books)
    option = july_2023.option
    option.board, option.decided_on, option.state = board, datetime(2023, 9, 1, tzinfo=UTC).date(), "agreed"
    option.save()

    after = queries.record_figures(Books(partnership, manager))

    assert [before.get(name) for name in ("PH-2.funding", "PH-2.funding.SRC-3", "PH-2.shortfall")] == [
        Decimal(358000),
        None,
        None,
    ]
    assert [after.get(name) for name in ("PH-2.funding", "PH-2.funding.SRC-3", "PH-2.shortfall")] == [
        Decimal(358000),
        Decimal(134000),
        Decimal(133747),
    ]


def test_a_printed_figure_stands_beside_the_record_with_the_difference(books):
    rows = [
        (one.stated.paragraph, one.printed, one.record, one.difference)
        for reference in ("PH-1", "PH-2")
        for one in queries.printed_beside(books, reference)
        if one.stated.paragraph in {"4.24", "4.25", "4.32"} and not one.stated.table
    ]

    assert rows == [
        ("4.24", "£70,161", "£70,161.50", "£0.50 less printed, pence left off"),
        ("4.24", "six-month period", "7 months", "1 month less printed"),
        ("4.25", "£375,747", "£357,747", "£18,000 more printed"),
        (
            "4.32",
            "£94,000",
            "£93,747 (Paragraph 4.31) and £133,747 (Paragraph 6.2)",
            "£253 more printed (Paragraph 4.31) and £39,747 less printed (Paragraph 6.2)",
        ),
    ]


def test_a_percentage_stands_beside_itself_on_both_bases(books):
    percent = [one for one in queries.printed_beside(books, "PH-2") if one.printed == "40%"]

    assert [(one.stated.paragraph, one.record, one.difference) for one in percent] == [
        (
            paragraph,
            "40.22% of the funding and 40.25% of the cost",
            "0.22 points less of the funding and 0.25 points less of the cost",
        )
        for paragraph in ("4.31", "6.2")
    ]


JULY = datetime(2023, 8, 1, tzinfo=UTC)


def test_the_books_read_as_they_were_at_a_moment(partnership, manager, july_2023):
    post = Post.objects.get(phase=july_2023.phases["PH-1"], order=2)
    post.unit_cost = Decimal("40000")
    post.save()

    then = {one.reference: one for one in queries.phase_costs(Books(partnership, manager, JULY))}
    now = {one.reference: one for one in queries.phase_costs(Books(partnership, manager))}

    assert (then["PH-1"].team_total, now["PH-1"].team_total) == (Decimal("135323.00"), Decimal("136623.00"))


def test_what_was_added_or_archived_since_is_not_in_the_books_of_then(partnership, manager, july_2023):
    PostFactory(phase=july_2023.phases["PH-1"], order=3, unit_cost=Decimal(1))
    archive(july_2023.phases["PH-2"], by=manager, reason="Merged.", moment=datetime(2024, 1, 1, tzinfo=UTC))

    then = queries.phase_costs(Books(partnership, manager, JULY))
    now = queries.phase_costs(Books(partnership, manager))

    assert [(one.reference, len(one.posts)) for one in then] == [("PH-1", 2), ("PH-2", 4), ("PH-2022", 2)]
    assert [(one.reference, len(one.posts)) for one in now] == [("PH-1", 3), ("PH-2022", 2)]


def test_names_at_a_moment_are_those_of_the_moment_or_else_todays(partnership, manager, july_2023):
    fund = july_2023.option.lines.get(order=2).source_of_money
    fund.name = "Renamed fund"
    fund.save()

    then = queries.position(Books(partnership, manager, JULY)).phases[1]
    county = queries.splits(Books(partnership, manager, JULY))[0].shares[0]

    assert [line.source for line in then.options[0].lines] == ["County Council", "DEP", "Rate pool"]
    assert county.name == "County Council"


def test_nothing_of_another_partnership_is_in_the_books(partnership, july_2023):
    elsewhere = PhaseFactory(partnership=PartnershipFactory(), reference="PH-X")
    OptionLineFactory(option__phase=elsewhere)
    guest = person_with(Role.OFFICER, partnership=elsewhere.partnership)

    assert queries.phase_costs(Books(partnership, guest)) == ()
    assert queries.findings_in(Books(partnership, guest), PAPER) == ()


def test_the_position_takes_the_same_queries_for_one_phase_and_three(
    partnership, manager, django_assert_num_queries
):
    for count in (1, 2):
        for _ in range(count):
            phase = PhaseFactory(partnership=partnership)
            OptionLineFactory(option__phase=phase)
        list(Books(partnership, manager).phases)
        with django_assert_num_queries(5):
            queries.position(Books(partnership, manager))
