"""A phase's lines, each divided by its own rule."""

from decimal import Decimal

from funding.domain.line_shares import LineToDivide, divide_lines
from funding.domain.split import Basis, Divisions, Party, SplitRule

ALL = Divisions(
    SplitRule(
        (Party("County", Basis.WEIGHT, Decimal(10)), Party("Dales", Basis.WEIGHT, Decimal(3))), Decimal(1)
    )
)
TWO = Divisions(SplitRule((Party("Dales", Basis.EQUAL), Party("City", Basis.EQUAL))))
FIXED = Divisions(SplitRule((Party("County", Basis.FIXED, Decimal(5)),)))


def test_each_line_follows_its_own_rule_and_parties_and_the_parties_are_added_up() -> None:
    found = divide_lines(
        [
            LineToDivide("Posts", Decimal(1300), "SP-1"),
            LineToDivide("Website", Decimal("100.01"), "SP-2"),
        ],
        {"SP-1": ALL, "SP-2": TWO},
    )

    assert [each.shares for each in found.lines] == [
        {"County": 1000, "Dales": 300},
        {"Dales": Decimal("50.00"), "City": Decimal("50.01")},
    ]
    assert found.by_party == {"County": 1000, "Dales": Decimal("350.00"), "City": Decimal("50.01")}
    assert found.sentence == "£1,400.01 is divided between County, Dales and City."


def test_a_line_nobody_divides_is_named_and_stays_out_of_the_sum() -> None:
    found = divide_lines(
        [LineToDivide("Posts", Decimal(13), "SP-1"), LineToDivide("Travel", Decimal(7), "SP-3")],
        {"SP-1": ALL, "SP-3": FIXED},
    )

    assert found.sentence == "£13 is divided between County and Dales. £7 is not: Travel."
    assert found.lines[1].problems == (
        "Fixed amounts of £5 come to £2 less than £7. Change them, or say who pays the rest.",
    )


def test_without_lines_nothing_is_divided() -> None:
    assert divide_lines([], {}).sentence == "No line follows a split."
