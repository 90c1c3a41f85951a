"""What partners pay each other afterwards: re-balancings and repayments, as entries that are never edited."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.domain.money import pounds
from core.domain.problems import Problem
from core.domain.words import Labelled, day_words


class TransferKind(Labelled):
    """Why one partner pays more and another less than before."""

    REBALANCING = "rebalancing"
    REPAYMENT = "repayment"

    @property
    def label(self) -> str:
        return "Re-balancing" if self is TransferKind.REBALANCING else super().label


@dataclass(frozen=True)
class Transferred:
    """One entry, in pounds: who pays this much more, and who pays it less. Codes are organisations'."""

    reference: str
    kind: TransferKind
    payer: str
    payer_code: str
    payee: str
    payee_code: str
    amount: Decimal
    on: date
    phase: str = ""
    decision: str = ""
    reason: str = ""

    @property
    def sentence(self) -> str:
        """The entry as a line of a ledger."""
        if self.kind is TransferKind.REPAYMENT:
            words = f"{self.payer} repays {self.payee} {pounds(self.amount)}"
        else:
            words = f"{self.payer} pays {pounds(self.amount)} more and {self.payee} as much less"
        return f"{words}, from {day_words(self.on)}."


@dataclass(frozen=True)
class TransferFacts:
    """What cannot be changed of an entry once it is written."""

    kind: str
    payer: int
    payee: int
    amount: Decimal
    on: date
    phase: int | None


def transfer_problems(
    entry: TransferFacts, written: TransferFacts | None, is_archived: bool
) -> list[Problem]:
    """Why an entry cannot be saved like this; ``written`` is what it was, None for a new one."""
    problems = []
    if entry.payer == entry.payee:
        sentence = "Nobody pays themselves. Choose two different bodies."
        problems.append(Problem("payee", "same", sentence))
    if entry.amount <= 0:
        sentence = "Give an amount above £0. To turn an entry round, add one the other way."
        problems.append(Problem("amount", "negative", sentence))
    if written is not None and (is_archived or entry != written):
        sentence = "An entry is never changed or taken out. Add one the other way, and then the right one."
        problems.append(Problem("", "written", sentence))
    return problems


def balanced(code: str, entries: Iterable[Transferred]) -> Decimal:
    """What one partner pays more by all entries; negative when it pays less."""
    return sum(
        (
            (entry.payer_code == code) * entry.amount - (entry.payee_code == code) * entry.amount
            for entry in entries
        ),
        Decimal(0),
    )
