"""What every block here does first: open the books and see what was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from core.blocks import BlockContext, Figure
from core.domain.money import pounds
from core.domain.words import NOT_STATED
from funding.queries import Books

Item = TypeVar("Item")


@dataclass(frozen=True)
class Found(Generic[Item]):
    """What was asked for, in order, and what to say when there is nothing of it."""

    items: tuple[Item, ...]
    nothing: str


def opened(context: BlockContext) -> Books:
    """The partnership's books for the viewer, at the moment of the page or report, opened once for it."""
    key = ("funding.books", context.partnership.pk, context.viewer.pk, context.moment)
    if key not in context.shared:
        context.shared[key] = Books(context.partnership, context.viewer, context.moment)
    books: Books = context.shared[key]
    return books


def asked(context: BlockContext, name: str) -> str:
    """One parameter as text; empty means all of them."""
    return str(context.params.get(name) or "")


def figure(value: Decimal | None, meaning: str) -> Figure:
    """An amount prose may quote; "Not stated" when there is none."""
    return Figure(
        NOT_STATED if value is None else value, NOT_STATED if value is None else pounds(value), meaning
    )


def nothing_of(noun: str, wanted: str) -> str:
    """What to say instead of an empty table."""
    return f"There is no {noun} {wanted} here." if wanted else f"No {noun}s are recorded yet."
