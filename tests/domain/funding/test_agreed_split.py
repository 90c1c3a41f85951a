"""A split as it was agreed, beside its rule."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from funding.domain.agreed_split import Agreed, agreed_split, rule_words, whole_problems, worked_amounts
from funding.domain.split import Basis, Party, RemainderRule, SplitRule

POUND = Decimal(1)
WEIGHTS = (("County", 10), ("Chesterfield", 3), ("Dales", 3), ("High Peak", 3))
RULE = SplitRule(
    tuple(Party(name, Basis.WEIGHT, Decimal(weight)) for name, weight in WEIGHTS),
    POUND,
    RemainderRule.NAMED_PARTY,
    "County",
)
TOTAL = Decimal(331549)


def test_empty_amounts_are_worked_out_by_the_rule() -> None:
    amounts, problems = worked_amounts(TOTAL, RULE, [None] * 4)

    assert (amounts, problems) == ([174499, 52350, 52350, 52350], [])


def test_some_amounts_and_some_empty_are_not_a_split() -> None:
    amounts, problems = worked_amounts(TOTAL, RULE, [Decimal(174499), None, None, None])

    assert amounts == []
    assert [problem.message for problem in problems] == [
        "Give every share an amount, or none to have the rule work them all out."
    ]


def test_shares_that_are_not_the_total_are_refused_with_both_figures() -> None:
    given_amounts = [Decimal(174499), Decimal(52350), Decimal(52350), Decimal(52000)]

    amounts, problems = worked_amounts(TOTAL, RULE, given_amounts)

    assert amounts == []
    assert [problem.message for problem in problems] == [
        "The shares add up to £331,199, £350 less than the total of £331,549. "
        "Change a share or the total, or leave every amount empty to have the rule work them out."
    ]


def test_a_rule_that_does_not_work_is_refused_before_the_sum_is_looked_at() -> None:
    rule = SplitRule((Party("County", Basis.PERCENT, Decimal("62.5")),))

    amounts, problems = worked_amounts(Decimal(350000), rule, [Decimal(350000)])

    assert amounts == []
    assert [problem.code for problem in problems] == ["not_the_total"]


def test_nobody_is_no_split() -> None:
    assert [problem.message for problem in whole_problems(TOTAL, [])] == ["Add at least one party that pays."]


def test_an_agreed_share_may_depart_from_the_rule_and_says_by_how_much() -> None:
    agreed = [
        Agreed("County", "county", Decimal(174000), "10"),
        Agreed("Chesterfield", "chesterfield", Decimal(52849), "3"),
        Agreed("Dales", "dales", Decimal(52350), "3"),
        Agreed("High Peak", "high-peak", Decimal(52350), "3"),
    ]

    found = agreed_split("SP-1", "Shares", "Agreed", "By weights.", TOTAL, RULE, agreed)

    assert [(share.departure, share.departure_words) for share in found.shares[:3]] == [
        (Decimal(-499), "£499 less than the rule gives"),
        (Decimal(499), "£499 more than the rule gives"),
        (Decimal(0), "As the rule gives"),
    ]
    assert found.sum_words == "The shares come to £331,549, which is the total."
    assert found.working[0] == (
        "County pays 10 of 19 parts of £331,549 (52.63%), which is about £174,499.47, rounded to £174,499."
    )


def test_a_rule_that_cannot_be_worked_out_says_why_beside_the_shares() -> None:
    rule = SplitRule((Party("County", Basis.WEIGHT, None),))

    found = agreed_split("SP-1", "S", "Proposed", "", POUND, rule, [Agreed("County", "county", Decimal(2))])

    assert [(share.by_rule, share.departure_words) for share in found.shares] == [(None, "Not stated")]
    assert found.problems == ("Give County a weight of nought or more.",)
    assert found.sum_words == "The shares come to £2, £1 more than the total of £1."


def test_a_split_of_nothing_over_nobody_says_so() -> None:
    found = agreed_split("SP-1", "S", "Proposed", "", Decimal(0), SplitRule(()), [])

    assert found.sum_words == "No shares are recorded."


def test_the_rule_is_told_in_a_sentence() -> None:
    assert [rule_words("Equally", Decimal("0.01"), rule, "") for rule in RemainderRule] == [
        "Equally, rounded to £0.01; a party still to be named takes what rounding leaves.",
        "Equally, rounded to £0.01; what rounding leaves goes to the largest fractions.",
        "Equally, rounded to £0.01; what rounding leaves goes to the first in order.",
    ]


@given(st.integers(0, 10**8), st.lists(st.integers(0, 50), min_size=1, max_size=8).filter(any))
def test_amounts_worked_out_are_always_whole(pence: int, weights: list[int]) -> None:
    total = Decimal(pence) / 100
    rule = SplitRule(
        tuple(Party(f"Body {at}", Basis.WEIGHT, Decimal(weight)) for at, weight in enumerate(weights))
    )

    amounts, problems = worked_amounts(total, rule, [None] * len(weights))

    assert (sum(amounts, Decimal(0)), problems) == (total, [])
    assert whole_problems(total, amounts) == []


COUNTY_AND_EIGHT = SplitRule(
    (
        Party("County", Basis.PERCENT, Decimal("62.5")),
        Party("Districts", Basis.PERCENT, Decimal("37.5"), count=8),
    )
)


def test_a_group_of_eight_has_one_share_and_each_of_them_an_eighth_of_it() -> None:
    agreed = [Agreed("County", "cc", Decimal(218750)), Agreed("Districts", "dc", Decimal(131250), "37.5%", 8)]

    found = agreed_split("SP-1", "S", "Proposed", "", Decimal(350000), COUNTY_AND_EIGHT, agreed)
    county, districts = found.shares

    assert (county.party, county.each, districts.each) == ("County", None, Decimal("16406.25"))
    assert districts.party == "Districts (8 parties, £16,406.25 each)"
    assert [share.departure for share in found.shares] == [0, 0]
    assert found.working[1] == (
        "Districts together pay 37.5% of £350,000, which is £131,250 between 8, £16,406.25 each."
    )
    assert found.sum_words == "The shares come to £350,000, which is the total."


def test_a_total_that_is_only_estimated_says_so_beside_the_sum() -> None:
    agreed = [Agreed("County", "cc", Decimal(350000))]
    rule = SplitRule((Party("County", Basis.EQUAL),))

    found = agreed_split("SP-1", "S", "Proposed", "", Decimal(350000), rule, agreed, "in_the_region_of")

    assert found.sum_words == (
        "The shares come to £350,000, which is the total. The total is in the region of £350,000."
    )


def test_a_group_whose_share_cannot_be_divided_evenly_says_both_amounts() -> None:
    agreed = [Agreed("Three", "x", Decimal(100), "Equal", 3)]
    rule = SplitRule((Party("Three", Basis.EQUAL, count=3),))

    share = agreed_split("SP-1", "S", "Proposed", "", Decimal(100), rule, agreed).shares[0]

    assert (share.each, share.party) == (None, "Three (3 parties, £33.34 for 1 and £33.33 for 2)")
