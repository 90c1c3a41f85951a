"""Spending by quarter, from the books, and the ledger lines that are recorded."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django.db.models import Sum

from funding.domain.extract import LedgerLine
from funding.domain.spend import (
    MoveRequest,
    PhaseSpend,
    ProfileMoveKind,
    ProfileMoveState,
    by_quarter,
    phase_spend,
)
from funding.models import Actual, Phase, ProfileMove, ProfileQuarter
from funding.queries.books import Books
from funding.queries.phases import decision_words
from partnerships.models import Board


def spending(books: Books, reference: str = "") -> tuple[PhaseSpend, ...]:
    """Every phase's spending by quarter, or only that of one. Three queries."""
    return tuple(
        phase_spend(
            phase.name,
            phase.reference,
            {profiled.quarter: profiled.approved for profiled in books.profile[phase.pk]},
            moves(books, phase),
            by_quarter([(actual.on, actual.amount) for actual in books.actuals[phase.pk]]),
        )
        for phase in books.phases
        if reference in ("", phase.reference)
    )


def moves(books: Books, phase: Phase) -> tuple[MoveRequest, ...]:
    """The requests about one phase, by reference."""
    return tuple(_move(books, move) for move in books.moves if move.phase_id == phase.pk)


def _move(books: Books, move: ProfileMove) -> MoveRequest:
    return MoveRequest(
        move.reference,
        ProfileMoveKind(move.kind),
        ProfileMoveState(move.state),
        move.source_quarter,
        move.target_quarter,
        move.amount,
        move.why,
        move.asked_on,
        decision_words(books.named(move, "board", Board), move.decided_on, move.minute),
    )


def spent_by_phase(books: Books) -> dict[int, tuple[Decimal | None, Decimal | None]]:
    """What is approved and what is spent, by phase, added up by the database; None where nothing is recorded.

    Two queries for any number of phases and lines.
    """
    keys = [phase.pk for phase in books.phases]
    approved = _sums(ProfileQuarter.objects.live().filter(phase__in=keys), "approved") if keys else {}
    actual = _sums(Actual.objects.live().filter(phase__in=keys), "amount") if keys else {}
    return {key: (approved.get(key), actual.get(key)) for key in keys}


def _sums(rows: object, field: str) -> dict[int, Decimal]:
    sums = rows.order_by().values("phase").annotate(sum=Sum(field))  # type: ignore[attr-defined]
    return {row["phase"]: row["sum"] for row in sums}


def recorded_lines(phase: Phase) -> Mapping[str, LedgerLine]:
    """The ledger lines recorded for a phase, archived ones too, by their reference. One query."""
    rows = Actual.objects.filter(phase=phase)
    return {
        actual.ledger_reference: LedgerLine(actual.ledger_reference, actual.on, actual.wording, actual.amount)
        for actual in rows
    }
