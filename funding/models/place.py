"""What a row may point to, and what it was: shared by the models' own checks."""

from __future__ import annotations

from typing import Any, TypeVar

from core.domain.problems import Problem
from core.domain.words import Labelled
from core.models import AuditedModel
from partnerships.models import Board

State = TypeVar("State", bound=Labelled)


def stored_state(row: AuditedModel, states: type[State]) -> State | None:
    """The state the row has in the database; None for a new row."""
    if row._state.adding:
        return None
    stored = type(row)._base_manager.filter(pk=row.pk).values_list("state", flat=True).first()
    return None if stored is None else states(stored)


def own_problems(field: str, row: Any, partnership_id: int) -> list[Problem]:
    """A problem when the row pointed to belongs to another partnership."""
    if row is None or row.partnership_id == partnership_id:
        return []
    sentence = (
        f"This {row._meta.verbose_name} belongs to another partnership. Choose one of this partnership."
    )
    return [Problem(field, "elsewhere", sentence)]


def board_problems(board: Board | None, partnership_id: int) -> list[Problem]:
    """A problem when a board of another partnership decides. A council's own board may."""
    if board is None or board.partnership_id in (None, partnership_id):
        return []
    return own_problems("board", board, partnership_id)
