"""The change in force: who is changing things, why, and what belongs together.

A request, a command or an import opens a change; every history row written inside it carries
the same actor, reason and change-set id. Nothing has to be passed through ten calls, and a row
saved by the admin, by an import or by a service is told apart by nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4


@dataclass(frozen=True)
class Change:
    """What one change carries into history.

    ``by`` is a user or None (the system itself); ``moment`` back-dates history and is set only by
    the demonstration's loader, None means the clock; ``in_bulk`` lifts the guard on bulk writes.
    """

    by: Any = None
    reason: str = ""
    change_set: UUID | None = None
    moment: datetime | None = None
    in_bulk: bool = False

    @property
    def actor(self) -> Any:
        """The signed-in user, or None for the system and for anonymous visitors."""
        return self.by if self.by is not None and self.by.is_authenticated else None


_change: ContextVar[Change | None] = ContextVar("change", default=None)


def current_change() -> Change:
    """The change in force, or an anonymous one of its own."""
    return _change.get() or Change()


def current_change_set() -> UUID:
    """The id shared by everything in the change in force; a fresh one outside any change."""
    return current_change().change_set or uuid4()


@contextmanager
def change(*, by: Any = None, reason: str = "", moment: datetime | None = None) -> Iterator[Change]:
    """Open a change, or join the one in force: what is not given here is taken from the outer one."""
    outer = current_change()
    inner = replace(
        outer,
        by=by if by is not None else outer.by,
        reason=reason or outer.reason,
        change_set=outer.change_set or uuid4(),
        moment=moment or outer.moment,
    )
    token = _change.set(inner)
    try:
        yield inner
    finally:
        _change.reset(token)


@contextmanager
def bulk_writes() -> Iterator[None]:
    """Allow bulk writes; only for code that writes the history of each row itself."""
    token = _change.set(replace(current_change(), in_bulk=True))
    try:
        yield
    finally:
        _change.reset(token)
