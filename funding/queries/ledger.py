"""The ledger: what each partner gives, by the steps it took, and what partners pay each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from funding.domain.contribution import BOUND, ContributionState, Given, Step, condition_words, steps
from funding.domain.transfer import TransferKind, Transferred
from funding.models import Contribution, Phase, Source, Transfer
from funding.queries.books import Books
from funding.queries.phases import decision_words
from funding.queries.quick import QuickBooks
from partnerships.models import Board, Organisation


def contributions(books: Books) -> tuple[Given, ...]:
    """Every contribution in the partnership, by reference. Two queries."""
    names = {phase.pk: phase.name for phase in books.phases}
    return tuple(
        _given(books, contribution, names.get(contribution.phase_id, ""))
        for contribution in books.contributions
    )


def sums_given(books: QuickBooks) -> tuple[Given, ...]:
    """What each partner gives by how far it has come, one sum for each. One query."""
    return tuple(
        Given("", name, code, "", "", amount, ContributionState(state))
        for (name, code, state), amount in books.given.items()
    )


def _given(books: Books, contribution: Contribution, phase: str) -> Given:
    giver = books.named(contribution, "organisation", Organisation)
    source = books.named(contribution, "source_of_money", Source)
    return Given(
        reference=contribution.reference,
        giver=giver.name,
        code=giver.code,
        phase=phase,
        source=source.name if source else "",
        amount=contribution.amount,
        state=ContributionState(contribution.state),
        since=contribution.state_on,
        decision=decision_words(
            books.named(contribution, "board", Board), contribution.decided_on, contribution.minute
        ),
        condition=contribution.condition,
        condition_met=contribution.condition_met,
    )


def condition_of(books: Books, contribution: Contribution) -> str:
    """A contribution's condition in words, with what can be counted of it."""
    others = [
        other
        for other in books.contributions
        if other.phase_id == contribution.phase_id and other.pk != contribution.pk
    ]
    bound = [other for other in others if other.state in BOUND]
    return condition_words(
        contribution.condition_kind,
        contribution.condition,
        contribution.condition_met,
        contribution.condition_on,
        (len(bound), len(others)),
    )


def transfers(books: Books) -> tuple[Transferred, ...]:
    """Every re-balancing and repayment, oldest first. One query."""
    return tuple(_transferred(books, transfer) for transfer in books.transfers)


def _transferred(books: Books, transfer: Transfer) -> Transferred:
    payer, payee = (books.named(transfer, name, Organisation) for name in ("payer", "payee"))
    phase = books.named(transfer, "phase", Phase)
    return Transferred(
        transfer.reference,
        TransferKind(transfer.kind),
        payer.name,
        payer.code,
        payee.name,
        payee.code,
        transfer.amount,
        transfer.on,
        phase.name if phase else "",
        decision_words(books.named(transfer, "board", Board), transfer.decided_on, transfer.minute),
        transfer.why,
    )


def steps_of(rows: Sequence[Contribution]) -> tuple[Step, ...]:
    """What was said of these contributions, from their history, oldest first. Two queries for any number.

    The history is written with every save, wherever it comes from, and nothing in it is ever changed: it is
    the ledger's own book, so no step can be kept twice or lost.
    """
    history: Any = Contribution.history
    versions = list(
        history.filter(id__in=[row.pk for row in rows])
        .exclude(history_type="-")
        .order_by("history_date", "history_id")
    )
    boards = Board.objects.in_bulk({version.board_id for version in versions if version.board_id})
    taken: list[Step] = []
    for row in rows:
        taken += steps(
            _step(version, boards.get(version.board_id)) for version in versions if version.id == row.pk
        )
    return tuple(sorted(taken, key=lambda step: step.recorded))


def _step(past: Any, board: Board | None) -> Step:
    return Step(
        reference=past.reference,
        recorded=past.history_date,
        state=ContributionState(past.state),
        since=past.state_on,
        amount=past.amount,
        decision=decision_words(board, past.decided_on, past.minute),
        condition_met=past.condition_met if past.condition else None,
        why=past.history_change_reason or "",
    )
