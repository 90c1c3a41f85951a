"""Who pays what."""

import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.problems import Problem
from funding.domain.print_rounding import PrintRounding, printed_as
from funding.domain.split import (
    Basis,
    Division,
    Divisions,
    Party,
    RemainderRule,
    SplitRule,
    each_of,
    split,
    split_problems,
)

POUND = Decimal(1)
DISTRICTS = ("Amber", "Bolsover", "Chesterfield", "Dales", "Erewash", "High Peak", "North East", "South")


def weighted(*weights: int) -> tuple[Party, ...]:
    names = ("County", "Chesterfield", "Dales", "High Peak")
    return tuple(
        Party(name, Basis.WEIGHT, Decimal(weight)) for name, weight in zip(names, weights, strict=False)
    )


def amounts(division: Division) -> list[Decimal]:
    assert division.problems == ()
    return [share.amount for share in division.payers()]


def test_the_shares_of_2022_are_ten_to_three_in_whole_pounds() -> None:
    division = split(Decimal("331549.00"), SplitRule(weighted(10, 3, 3, 3), POUND))

    assert amounts(division) == [Decimal(174499), Decimal(52350), Decimal(52350), Decimal(52350)]
    assert division.explanation == (
        "County pays 10 of 19 parts of £331,549 (52.63%), which is about £174,499.47, rounded to £174,499.",
        "Chesterfield pays 3 of 19 parts of £331,549 (15.79%), which is about £52,349.84, "
        "rounded to £52,350.",
        "Dales pays 3 of 19 parts of £331,549 (15.79%), which is about £52,349.84, rounded to £52,350.",
        "High Peak pays 3 of 19 parts of £331,549 (15.79%), which is about £52,349.84, rounded to £52,350.",
        "Shares are rounded to the nearest £1.",
        "Together the shares come to £331,549.",
    )


def test_a_group_divides_its_own_percentage_equally() -> None:
    districts = tuple(Party(name, Basis.EQUAL) for name in DISTRICTS)
    rule = SplitRule(
        (
            Party("County", Basis.PERCENT, Decimal("62.5")),
            Party("Districts", Basis.PERCENT, Decimal("37.5"), districts),
        )
    )

    division = split(Decimal(350000), rule)

    assert amounts(division) == [Decimal("218750.00"), *[Decimal("16406.25")] * 8]
    assert division.amount_of("Districts") == Decimal("131250.00")
    assert division.explanation[:3] == (
        "County pays 62.5% of £350,000, which is £218,750.",
        "Districts together pay 37.5% of £350,000, which is £131,250.",
        "Amber pays one of 8 equal shares of £131,250, which is £16,406.25.",
    )


def test_half_a_year_is_two_equal_shares() -> None:
    halves = SplitRule((Party("First half", Basis.EQUAL), Party("Second half", Basis.EQUAL)))

    assert amounts(split(Decimal(140323), halves)) == [Decimal("70161.50"), Decimal("70161.50")]


def test_fixed_amounts_come_off_first_and_the_host_takes_what_rounding_leaves() -> None:
    parties = (Party("City", Basis.FIXED, Decimal(78150)), *weighted(10, 3, 3, 3))
    rule = SplitRule(parties, POUND, RemainderRule.NAMED_PARTY, "County")

    division = split(Decimal(312600), rule)

    assert amounts(division) == [Decimal(78150), Decimal(123396), *[Decimal(37018)] * 3]
    assert division.explanation[0] == "City pays a fixed amount, which is £78,150."
    assert division.explanation[1] == (
        "County pays 10 of 19 parts of £234,450 (52.63%), which is about £123,394.74, "
        "rounded to £123,395 and brought to £123,396."
    )
    assert division.explanation[-3:] == (
        "So that all shares add up, County pays £1 more.",
        "Shares are rounded to the nearest £1.",
        "Together the shares come to £312,600.",
    )


def test_one_party_can_take_what_is_left() -> None:
    rule = SplitRule(
        (
            Party("County", Basis.PERCENT, Decimal("33.3")),
            Party("Fund", Basis.FIXED, Decimal("10.10")),
            Party("Host", Basis.REMAINDER),
        )
    )

    division = split(Decimal("100.01"), rule)

    assert amounts(division) == [Decimal("33.30"), Decimal("10.10"), Decimal("56.61")]
    assert division.explanation[2] == "Host pays what is left, which is £56.61 to the penny."


@pytest.mark.parametrize(
    ("remainder", "remainder_to", "expected"),
    [
        (RemainderRule.NAMED_PARTY, "Dales", ["33.33", "33.33", "33.34"]),
        (RemainderRule.LARGEST_REMAINDER, "", ["33.33", "33.34", "33.33"]),
        (RemainderRule.FIRST_IN_ORDER, "", ["33.34", "33.33", "33.33"]),
    ],
)
def test_the_remainder_goes_where_the_rule_says(
    remainder: RemainderRule, remainder_to: str, expected: list[str]
) -> None:
    rule = SplitRule(weighted(1, 1, 1), remainder=remainder, remainder_to=remainder_to)

    shares = amounts(split(Decimal(100), rule))

    assert shares == [Decimal(each) for each in expected]


def test_first_in_order_and_largest_remainder_differ_when_fractions_do() -> None:
    parties = weighted(1, 2)

    largest = split(Decimal("0.04"), SplitRule(parties))
    first = split(Decimal("0.04"), SplitRule(parties, remainder=RemainderRule.FIRST_IN_ORDER))

    assert amounts(largest) == [Decimal("0.01"), Decimal("0.03")]
    assert amounts(first) == [Decimal("0.02"), Decimal("0.02")]


def test_a_named_member_of_a_group_takes_the_remainder_where_it_is_paid() -> None:
    members = (Party("Dales", Basis.EQUAL), Party("High Peak", Basis.EQUAL))
    parties = (
        Party("County", Basis.WEIGHT, Decimal(1)),
        Party("Districts", Basis.WEIGHT, Decimal(2), members),
    )

    division = split(
        Decimal(100), SplitRule(parties, POUND, RemainderRule.NAMED_PARTY, remainder_to="High Peak")
    )

    assert amounts(division) == [Decimal(33), Decimal(33), Decimal(34)]
    assert division.amount_of("Districts") == Decimal(67)


@pytest.mark.parametrize(
    ("parties", "problem"),
    [
        ((), Problem("parties", "required", "Add at least one party that pays.")),
        (
            (Party("County", Basis.WEIGHT),),
            Problem("value", "required", "Give County a weight of nought or more."),
        ),
        (
            (Party("County", Basis.PERCENT, Decimal("62.5")), Party("Fund", Basis.PERCENT, Decimal(35))),
            Problem(
                "parties",
                "not_the_total",
                "Percentages of 97.5% come to £25 less than £1,000. Change them, or say who pays the rest.",
            ),
        ),
        (
            (Party("County", Basis.FIXED, Decimal(1001)), Party("Host", Basis.REMAINDER)),
            Problem(
                "parties",
                "not_the_total",
                "Fixed amounts of £1,001 come to £1 more than £1,000. Change them, or say who pays the rest.",
            ),
        ),
        (
            (Party("County", Basis.WEIGHT, Decimal(1)), Party("Host", Basis.REMAINDER)),
            Problem(
                "parties",
                "mixed",
                "What is left can be divided in one way only, not by weight and remainder together. "
                "Choose one.",
            ),
        ),
        (
            (Party("County", Basis.REMAINDER), Party("Host", Basis.REMAINDER)),
            Problem(
                "parties",
                "two_remainders",
                "Only one party can take what is left, not County and Host together.",
            ),
        ),
        (
            (Party("County", Basis.WEIGHT, Decimal(0)),),
            Problem("value", "no_weight", "Give at least one party a weight above nought."),
        ),
        (
            (Party("County", Basis.EQUAL), Party("County", Basis.EQUAL)),
            Problem("parties", "twice", "County is in this split twice. Take out one of them."),
        ),
        (
            (Party("Group", Basis.EQUAL, None, (Party("County", Basis.FIXED, Decimal(999)),)),),
            Problem(
                "parties",
                "not_the_total",
                "Fixed amounts of £999 come to £1 less than £1,000. Change them, or say who pays the rest.",
            ),
        ),
        (
            (
                Party(
                    "Group",
                    Basis.EQUAL,
                    None,
                    (Party("Inner", Basis.EQUAL, None, (Party("County", Basis.EQUAL),)),),
                ),
            ),
            Problem("members", "too_deep", "A member of Group is itself a group. Divide a group once only."),
        ),
    ],
)
def test_a_rule_that_cannot_add_up_is_refused_with_the_reason(
    parties: tuple[Party, ...], problem: Problem
) -> None:
    division = split(Decimal(1000), SplitRule(parties))

    assert division.problems == (problem,)
    assert division.shares == ()


def test_whoever_takes_the_remainder_has_to_be_able_to() -> None:
    parties = (Party("City", Basis.FIXED, Decimal(10)), *weighted(1))

    nobody = split_problems(Decimal(100), SplitRule(parties, remainder=RemainderRule.NAMED_PARTY))
    fixed = split_problems(
        Decimal(100), SplitRule(parties, remainder=RemainderRule.NAMED_PARTY, remainder_to="City")
    )

    assert nobody == [Problem("remainder_to", "required", "Say which party takes what rounding leaves.")]
    assert fixed == [
        Problem(
            "remainder_to",
            "fixed",
            "City pays a fixed amount, so it cannot take what rounding leaves. Name another party.",
        )
    ]


def test_an_amount_below_nought_is_not_shared() -> None:
    assert split_problems(Decimal(-1), SplitRule(weighted(1))) == [
        Problem("total", "negative", "-£1 cannot be shared. Enter what is to be paid as an amount above £0.")
    ]


def test_a_name_outside_the_split_has_no_share() -> None:
    division = split(Decimal(1), SplitRule(weighted(1)))

    with pytest.raises(KeyError):
        division.amount_of("City")


@pytest.mark.parametrize(
    ("amount", "rounding", "unit", "printed", "wording"),
    [
        (
            "16406.25",
            PrintRounding.UP,
            "1000",
            "17000",
            "£17,000 (rounded up to the next £1,000: £593.75 more than £16,406.25)",
        ),
        (
            "70161.50",
            PrintRounding.TRUNCATED,
            "1",
            "70161",
            "£70,161 (pence left off: £0.50 less than £70,161.50)",
        ),
        (
            "70161.50",
            PrintRounding.HALF_UP,
            "1",
            "70162",
            "£70,162 (rounded to the nearest £1: £0.50 more than £70,161.50)",
        ),
        ("17000", PrintRounding.UP, "1000", "17000", "£17,000"),
        ("16406.25", PrintRounding.EXACT, "1", "16406.25", "£16,406.25"),
        (
            "16406.25",
            PrintRounding.TRUNCATED,
            "1000",
            "16000",
            "£16,000 (rounded down to £1,000s: £406.25 less than £16,406.25)",
        ),
    ],
)
def test_what_is_printed_says_how_it_was_rounded(
    amount: str, rounding: PrintRounding, unit: str, printed: str, wording: str
) -> None:
    result = printed_as(Decimal(amount), rounding, Decimal(unit))

    assert result.printed == Decimal(printed)
    assert result.wording == wording


BASES = st.sampled_from([Basis.WEIGHT, Basis.PERCENT, Basis.EQUAL, Basis.FIXED, Basis.REMAINDER])
VALUES = st.none() | st.decimals(0, 100, places=2)


@st.composite
def rules(draw: st.DrawFn) -> SplitRule:
    lines = draw(
        st.lists(st.tuples(BASES, VALUES, st.lists(st.tuples(BASES, VALUES), max_size=2)), max_size=4)
    )
    parties = tuple(
        Party(
            f"P{number}",
            basis,
            value,
            tuple(Party(f"P{number}.{index}", *member) for index, member in enumerate(members)),
        )
        for number, (basis, value, members) in enumerate(lines)
    )
    unit = draw(st.sampled_from([Decimal("0.01"), POUND, Decimal(100)]))
    return SplitRule(
        parties, unit, draw(st.sampled_from(RemainderRule)), draw(st.sampled_from(["P0", "P1.0"]))
    )


@given(st.decimals(0, 999999, places=2), rules())
def test_a_split_either_adds_up_to_the_penny_or_says_why_not(total: Decimal, rule: SplitRule) -> None:
    division = split(total, rule)

    assert bool(division.problems) is not bool(division.shares)
    assert division.problems or sum(share.amount for share in division.payers()) == total
    assert all(share.amount >= 0 for share in division.payers())


@given(
    st.decimals(0, 9999999, places=2),
    st.lists(st.integers(1, 50), min_size=4, max_size=4),
    st.sampled_from(RemainderRule),
    st.sampled_from([Decimal("0.01"), POUND, Decimal(1000)]),
)
def test_weights_always_add_up_whoever_takes_the_remainder(
    total: Decimal, weights: list[int], remainder: RemainderRule, unit: Decimal
) -> None:
    division = split(total, SplitRule(weighted(*weights), unit, remainder, "County"))

    assert sum(amounts(division)) == total


def test_an_equal_split_counts_a_group_as_often_as_it_has_parties() -> None:
    rule = SplitRule((Party("County", Basis.EQUAL), Party("Districts", Basis.EQUAL, count=8)))

    division = split(Decimal(900), rule)

    assert [share.amount for share in division.shares] == [100, 800]
    assert division.explanation == (
        "County pays one of 9 equal shares of £900, which is £100.",
        "Districts together pay 8 of 9 equal shares of £900, which is £800 between 8, £100 each.",
        "Together the shares come to £900.",
    )


def test_a_party_that_stands_for_nobody_is_refused() -> None:
    problems = split_problems(Decimal(900), SplitRule((Party("Districts", Basis.EQUAL, count=0),)))

    assert problems == [
        Problem("parties", "nobody", "Districts stands for at least one party. Say for how many.")
    ]


@given(
    amount=st.decimals(min_value=0, max_value=10**7, places=2, allow_nan=False),
    count=st.integers(min_value=1, max_value=40),
)
def test_what_each_of_a_group_pays_adds_up_to_its_share_and_differs_by_a_penny_at_most(
    amount: Decimal, count: int
) -> None:
    parts = each_of(amount, count)

    assert (len(parts), sum(parts)) == (count, amount)
    assert parts[0] - parts[-1] <= Decimal("0.01")


def test_a_price_for_each_unit_comes_off_first() -> None:
    school = Party("Trust", Basis.PER_UNIT, Decimal("412.50"), units=Decimal(12))

    division = split(Decimal(10000), SplitRule((school, Party("Host", Basis.REMAINDER))))

    assert amounts(division) == [Decimal(4950), Decimal(5050)]
    assert division.explanation[0] == "Trust pays £412.50 for each of 12 units, which is £4,950."


def test_a_ceiling_stops_a_share_and_the_others_pay_what_is_above_it() -> None:
    county = Party("County", Basis.WEIGHT, Decimal(10), ceiling=Decimal(150000))

    division = split(Decimal(331549), SplitRule((county, *weighted(0, 3, 3, 3)[1:]), POUND))

    assert amounts(division) == [Decimal(150000), Decimal(60517), Decimal(60516), Decimal(60516)]
    assert division.explanation[:2] == (
        "County pays its share, but no more than £150,000, which is £150,000.",
        "Chesterfield pays 3 of 9 parts of £181,549 (33.33%), which is about £60,516.33, "
        "rounded to £60,516 and brought to £60,517.",
    )


def test_a_fund_pays_all_up_to_its_ceiling_and_the_councils_the_rest() -> None:
    fund = Party("Fund", Basis.PERCENT, Decimal(100), ceiling=Decimal(80000))
    rule = SplitRule((fund, Party("County", Basis.EQUAL), Party("City", Basis.EQUAL)))

    assert amounts(split(Decimal(100000), rule)) == [80000, 10000, 10000]
    assert amounts(split(Decimal(50000), rule)) == [50000, 0, 0]
    assert split(Decimal(100000), rule).explanation[0] == (
        "Fund pays 100% of £100,000, but no more than £80,000, which is £80,000."
    )


def test_ceilings_that_leave_a_part_to_nobody_are_refused() -> None:
    rule = SplitRule((Party("County", Basis.EQUAL, ceiling=Decimal(10)),))

    assert [problem.message for problem in split_problems(Decimal(25), rule)] == [
        "Fixed amounts of £0 and what the ceilings allow come to £15 less than £25. "
        "Change them, or say who pays the rest."
    ]


@pytest.mark.parametrize(
    ("party", "message"),
    [
        (
            Party("Trust", Basis.PER_UNIT, Decimal(5)),
            "Say how many units Trust pays for, nought or more.",
        ),
        (
            Party("County", Basis.EQUAL, ceiling=Decimal(-1)),
            "Give County a ceiling of nought or more, or none.",
        ),
        (
            Party("County", Basis.FIXED, Decimal(5), ceiling=Decimal(3)),
            "County pays a fixed amount, which needs no ceiling. Take the ceiling out.",
        ),
    ],
)
def test_what_is_missing_or_idle_in_a_line_is_said(party: Party, message: str) -> None:
    assert [each.message for each in split_problems(Decimal(5), SplitRule((party,)))] == [message]


def test_a_party_of_no_weight_cannot_take_what_rounding_leaves() -> None:
    rule = SplitRule(weighted(0, 1, 1), remainder=RemainderRule.NAMED_PARTY, remainder_to="County")

    assert [each.message for each in split_problems(Decimal(5), rule)] == [
        "County pays nothing, so it cannot take what rounding leaves. Name another party."
    ]


def test_rounding_happens_once_where_somebody_pays() -> None:
    """Each of three groups of three pays a ninth of £100; no group is rounded before its members are."""
    groups = tuple(
        Party(f"G{group}", Basis.EQUAL, None, tuple(Party(f"G{group}.{at}", Basis.EQUAL) for at in range(3)))
        for group in range(3)
    )

    division = split(Decimal(100), SplitRule(groups, POUND))

    assert [share.amount for share in division.shares] == [34, 33, 33]
    assert amounts(division) == [12, *[11] * 8]


WEIGHTS_12 = st.lists(st.integers(0, 60), min_size=1, max_size=12).filter(any)
UNITS = st.sampled_from([Decimal("0.01"), POUND, Decimal(100)])
TOTALS = st.decimals(0, 9999999, places=2)
FAIR = st.sampled_from([RemainderRule.LARGEST_REMAINDER, RemainderRule.NAMED_PARTY])


def by_weight(weights: list[int], unit: Decimal, remainder: RemainderRule) -> SplitRule:
    """Parties B00, B01 and so on; the heaviest takes the remainder where the rule names one."""
    named = f"B{weights.index(max(weights)):02d}"
    parties = tuple(Party(f"B{at:02d}", Basis.WEIGHT, Decimal(weight)) for at, weight in enumerate(weights))
    return SplitRule(parties, unit, remainder, named)


def by_name(division: Division) -> dict[str, Decimal]:
    assert division.problems == ()
    return {share.name: share.amount for share in division.payers()}


@given(TOTALS, WEIGHTS_12, UNITS, st.sampled_from(RemainderRule), st.integers(0, 12))
def test_a_party_of_no_weight_gets_nothing_and_changes_nobody(
    total: Decimal, weights: list[int], unit: Decimal, remainder: RemainderRule, place: int
) -> None:
    rule = by_weight(weights, unit, remainder)
    at = min(place, len(weights))
    idle = Party("A", Basis.WEIGHT, Decimal(0))
    more = SplitRule((*rule.parties[:at], idle, *rule.parties[at:]), unit, remainder, rule.remainder_to)

    found = by_name(split(total, more))

    assert found.pop("A") == 0
    assert found == by_name(split(total, rule))


@given(TOTALS, WEIGHTS_12, UNITS, FAIR, st.randoms())
def test_the_order_of_the_parties_changes_nobody(
    total: Decimal, weights: list[int], unit: Decimal, remainder: RemainderRule, chance: random.Random
) -> None:
    rule = by_weight(weights, unit, remainder)
    mixed = list(rule.parties)
    chance.shuffle(mixed)
    other = SplitRule(tuple(mixed), unit, remainder, rule.remainder_to)

    assert by_name(split(total, other)) == by_name(split(total, rule))


@given(
    TOTALS,
    st.lists(st.lists(st.integers(0, 20), min_size=1, max_size=4).filter(any), min_size=1, max_size=4),
)
def test_nested_groups_pay_before_rounding_what_the_flat_rule_gives(
    total: Decimal, groups: list[list[int]]
) -> None:
    nested = tuple(
        Party(
            f"G{at}",
            Basis.WEIGHT,
            Decimal(sum(weights)),
            tuple(Party(f"G{at}.{n}", Basis.WEIGHT, Decimal(weight)) for n, weight in enumerate(weights)),
        )
        for at, weights in enumerate(groups)
    )
    flat = tuple(member for group in nested for member in group.members)

    one, other = split(total, SplitRule(nested)), split(total, SplitRule(flat))

    assert [share.exact for share in one.payers()] == [share.exact for share in other.payers()]
    assert by_name(one) == by_name(other)


@given(TOTALS, WEIGHTS_12, st.decimals(0, 99999, places=2), UNITS)
def test_nobody_pays_more_than_its_ceiling_and_the_shares_still_add_up(
    total: Decimal, weights: list[int], ceiling: Decimal, unit: Decimal
) -> None:
    rule = by_weight(weights, unit, RemainderRule.LARGEST_REMAINDER)
    capped = Party("A", Basis.WEIGHT, Decimal(25), ceiling=ceiling)

    found = by_name(split(total, SplitRule((capped, *rule.parties), unit)))

    assert sum(found.values()) == total
    assert found["A"] <= ceiling


def test_ten_thousand_lines_are_divided_by_a_rule_read_once() -> None:
    rule = by_weight(list(range(1, 13)), Decimal("0.01"), RemainderRule.LARGEST_REMAINDER)
    divisions = Divisions(rule)
    totals = [Decimal(number) + Decimal("0.37") for number in range(10_000)]

    found = [divisions.of(total).amounts for total in totals]

    assert [sum(amounts) for amounts in found] == totals
    assert found[331] == split(totals[331], rule).amounts


def fund_and_city(most: int, *members: Party, basis: Basis = Basis.PERCENT) -> SplitRule:
    """A group that pays half, but no more than so much, and a city that pays the rest."""
    value = Decimal(50) if basis is Basis.PERCENT else None
    group = Party("Councils", basis, value, members=members, ceiling=Decimal(most))
    return SplitRule((group, Party("City", Basis.REMAINDER)))


HALVES = (Party("North", Basis.EQUAL), Party("South", Basis.EQUAL))


def test_a_group_at_its_ceiling_pays_that_and_its_members_divide_it() -> None:
    division = split(Decimal(100), fund_and_city(30, *HALVES))

    group, city = division.shares
    assert [(share.name, share.amount) for share in (group, *group.members, city)] == [
        ("Councils", Decimal(30)),
        ("North", Decimal(15)),
        ("South", Decimal(15)),
        ("City", Decimal(70)),
    ]
    assert division.explanation[0] == (
        "Councils together pay 50% of £100, but no more than £30, which is £30."
    )


def test_a_group_at_its_ceiling_is_rounded_by_itself() -> None:
    """Its members come to the ceiling and not to a penny more, whatever the others' pennies do."""
    thirds = tuple(Party(name, Basis.EQUAL) for name in ("North", "South", "West"))
    rule = SplitRule(
        (
            Party("Councils", Basis.EQUAL, members=thirds, ceiling=Decimal("1.00")),
            *(Party(name, Basis.EQUAL) for name in ("Ashby", "Barton", "Corby")),
        )
    )

    group, *others = split(Decimal("3.01"), rule).shares

    assert group.amount == Decimal("0.75")
    group, *others = split(Decimal("9.01"), rule).shares
    assert (group.amount, [share.amount for share in group.members]) == (
        Decimal("1.00"),
        [Decimal("0.34"), Decimal("0.33"), Decimal("0.33")],
    )
    assert sum(share.amount for share in others) == Decimal("8.01")


def test_a_ceiling_on_a_group_is_looked_at_before_those_of_its_members() -> None:
    """North would pay 25 of the group's 50, over its 20; of the group's 30 it pays 15, which is below."""
    members = (Party("North", Basis.EQUAL, ceiling=Decimal(20)), Party("South", Basis.EQUAL))

    group, city = split(Decimal(100), fund_and_city(30, *members)).shares

    assert [share.amount for share in (*group.members, city)] == [15, 15, 70]


def test_a_member_at_its_ceiling_leaves_the_rest_to_the_group() -> None:
    members = (Party("North", Basis.EQUAL, ceiling=Decimal(10)), Party("South", Basis.EQUAL))
    division = split(Decimal(100), fund_and_city(60, *members))

    group, city = division.shares

    assert [share.amount for share in (*group.members, city)] == [10, 40, 50]
    assert [share.explanation for share in group.members] == [
        "North pays its share, but no more than £10, which is £10.",
        "South pays one of 1 equal shares of £40, which is £40.",
    ]


def test_a_party_that_stands_for_several_pays_its_ceiling_together() -> None:
    """The ceiling is of the line, not of each of the bodies it stands for."""
    schools = Party("Schools", Basis.EQUAL, count=4, ceiling=Decimal(20))
    division = split(Decimal(100), SplitRule((schools, Party("City", Basis.EQUAL))))

    assert [share.amount for share in division.shares] == [20, 80]
    assert "£20 between 4" in division.explanation[0]


@given(TOTALS, st.decimals(0, 99999, places=2), st.decimals(0, 99999, places=2), UNITS)
def test_no_group_and_none_of_its_members_pays_more_than_its_ceiling(
    total: Decimal, most: Decimal, of_member: Decimal, unit: Decimal
) -> None:
    members = (Party("North", Basis.EQUAL, ceiling=of_member), Party("South", Basis.EQUAL))
    group = Party("Councils", Basis.PERCENT, Decimal(60), members=members, ceiling=most)

    division = split(total, SplitRule((group, Party("City", Basis.EQUAL)), unit))

    councils, city = division.shares
    assert councils.amount + city.amount == total
    assert sum(share.amount for share in councils.members) == councils.amount <= most
    assert councils.members[0].amount <= of_member


def test_a_ceiling_in_pence_is_paid_to_the_penny_where_the_others_round_to_pounds() -> None:
    county = Party("County", Basis.EQUAL, ceiling=Decimal("10.50"))
    rule = SplitRule((county, Party("Dales", Basis.EQUAL), Party("High Peak", Basis.EQUAL)), POUND)

    assert amounts(split(Decimal(100), rule)) == [Decimal("10.50"), Decimal("45.50"), Decimal(44)]
