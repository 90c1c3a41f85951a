"""Entries between partners: added up by party, and never edited."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from funding.domain.contribution import by_partner
from funding.domain.transfer import TransferFacts, TransferKind, Transferred, balanced, transfer_problems

ENTRY = TransferFacts("repayment", 1, 2, Decimal(500), date(2026, 4, 1), None)
REPAID = Transferred(
    "TR-1", TransferKind.REPAYMENT, "County", "cc", "Dales", "dd", Decimal(500), date(2026, 4, 1)
)


def codes(*arguments: object) -> list[str]:
    return [problem.code for problem in transfer_problems(*arguments)]  # type: ignore[arg-type]


def test_an_entry_is_said_as_what_it_does() -> None:
    other = replace(REPAID, kind=TransferKind.REBALANCING)

    assert REPAID.sentence == "County repays Dales £500, from 1 April 2026."
    assert other.sentence == "County pays £500 more and Dales as much less, from 1 April 2026."


def test_a_written_entry_is_neither_changed_nor_taken_out() -> None:
    assert codes(ENTRY, None, False) == []
    assert codes(ENTRY, ENTRY, False) == []
    assert codes(replace(ENTRY, amount=Decimal(400)), ENTRY, False) == ["written"]
    assert codes(ENTRY, ENTRY, True) == ["written"]


def test_an_entry_is_between_two_bodies_and_above_nought() -> None:
    assert codes(replace(ENTRY, payee=1), None, False) == ["same"]
    assert codes(replace(ENTRY, amount=Decimal(0)), None, False) == ["negative"]


def test_entries_turn_up_with_the_partners_they_are_between() -> None:
    assert [(one.code, one.balanced, one.total) for one in by_partner([], [REPAID])] == [
        ("cc", 500, 500),
        ("dd", -500, -500),
    ]


MOVES = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc"), st.integers(1, 10**6)), max_size=8)


@given(MOVES)
def test_whatever_partners_pay_each_other_comes_to_nothing_over_all(
    moves: list[tuple[str, str, int]],
) -> None:
    entries = [
        replace(REPAID, payer_code=payer, payee_code=payee, amount=Decimal(pence) / 100)
        for payer, payee, pence in moves
    ]

    assert sum(balanced(code, entries) for code in "abc") == 0
