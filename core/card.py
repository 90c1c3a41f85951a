"""The declaration card of a model: what history, permissions, transfer and addresses read.

Adding a model means adding a model and its card; everything true of all models follows.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Card:
    """Where a model's rows belong and how people name them.

    ``key``: the natural key, as field paths; fixtures, exports and imports name rows by it.
    ``scope``: path to the partnership a row belongs to; None when it is installation-wide.
    ``board`` / ``organisation``: paths to the board or organisation a row belongs to, when it has one.
    ``users`` / ``organisations``: paths to the people and the organisations whose own work a row is.
    ``transfer``: the columns of a spreadsheet; empty means every field that people edit.
    ``private``: rows are not part of what everyone in the partnership may read.
    """

    key: tuple[str, ...]
    scope: str | None = None
    board: str | None = None
    organisation: str | None = None
    users: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    transfer: tuple[str, ...] = ()
    private: bool = False
