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


def contributions(books: Books, phase: Phase | None = None) -> tuple[Given, ...]:
    """Every contribution in the partnership, or in one phase, by reference. Two queries."""
    names = {one.pk: one.name for one in books.phases}
    return tuple(
        _given(books, one, names.get(one.phase_id, ""))
        for one in books.contributions
        if phase is None or one.phase_id == phase.pk
    )


def sums_given(books: QuickBooks) -> tuple[Given, ...]:
    """What each partner gives by how far it has come, one sum for each. One query."""
    return tuple(
        Given("", name, code, "", "", amount, ContributionState(state))
        for (name, code, state), amount in books.given.items()
    )


def _given(books: Books, one: Contribution, phase: str) -> Given:
    giver = books.named(one, "organisation", Organisation)
    source = books.named(one, "source_of_money", Source)
    return Given(
        reference=one.reference,
        giver=giver.name,
        code=giver.code,
        phase=phase,
        source=source.name if source else "",
        amount=one.amount,
        state=ContributionState(one.state),
        since=one.state_on,
        decision=decision_words(books.named(one, "board", Board), one.decided_on, one.minute),
        condition=one.condition,
        condition_met=one.condition_met,
    )


def condition_of(books: Books, one: Contribution) -> str:
    """A contribution's condition in words, with what can be counted of it."""
    others = [each for each in books.contributions if each.phase_id == one.phase_id and each.pk != one.pk]
    bound = [each for each in others if each.state in BOUND]
    return condition_words(
        one.condition_kind, one.condition, one.condition_met, one.condition_on, (len(bound), len(others))
    )


def transfers(books: Books) -> tuple[Transferred, ...]:
    """Every re-balancing and repayment, oldest first. One query."""
    return tuple(_transferred(books, one) for one in books.transfers)


def _transferred(books: Books, one: Transfer) -> Transferred:
    payer, payee = (books.named(one, name, Organisation) for name in ("payer", "payee"))
    phase = books.named(one, "phase", Phase)
    return Transferred(
        one.reference,
        TransferKind(one.kind),
        payer.name,
        payer.code,
        payee.name,
        payee.code,
        one.amount,
        one.on,
        phase.name if phase else "",
        decision_words(books.named(one, "board", Board), one.decided_on, one.minute),
        one.why,
    )


def steps_of(rows: Sequence[Contribution]) -> tuple[Step, ...]:
    """What was said of these contributions, from their history, oldest first. Two queries for any number.

    The history is written with every save, wherever it comes from, and nothing in it is ever changed: it is
    the ledger's own book, so no step can be kept twice or lost.
    """
    history: Any = Contribution.history
    found = list(
        history.filter(id__in=[one.pk for one in rows])
        .exclude(history_type="-")
        .order_by("history_date", "history_id")
    )
    boards = Board.objects.in_bulk({one.board_id for one in found if one.board_id})
    each: list[Step] = []
    for row in rows:
        each += steps(_step(one, boards.get(one.board_id)) for one in found if one.id == row.pk)
    return tuple(sorted(each, key=lambda step: step.recorded))


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
