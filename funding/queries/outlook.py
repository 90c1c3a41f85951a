"""The years and the parties, from the books: whose split each phase follows."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from funding.domain.outlook import PartyPart, party_parts
from funding.domain.position import Position
from funding.models import Phase, Share, Split
from funding.queries.books import Books
from partnerships.models import Organisation


def usual_split(books: Books, phase: Phase) -> Split | None:
    """The split a phase follows: its first agreed one, else its first that is not replaced."""
    phase_splits = [
        split for split in books.splits if split.phase_id == phase.pk and split.state != Split.State.REPLACED
    ]
    return min(phase_splits, key=lambda split: split.state != Split.State.AGREED, default=None)


def party(books: Books, share: Share) -> Organisation:
    """Who pays a share, by the name of the moment."""
    organisation: Organisation = books.named(share, "organisation", Organisation)
    return organisation


def who_pays(books: Books, position: Position) -> tuple[PartyPart, ...]:
    """What each party pays of each phase, with its share of cost and funding. One query more."""
    splits: dict[str, Sequence[tuple[str, str, Decimal]]] = {}
    for phase in books.phases:
        split = usual_split(books, phase)
        if split is not None and books.paid.get(split.pk):
            splits[phase.reference] = books.paid[split.pk]
    return party_parts(position, splits)
