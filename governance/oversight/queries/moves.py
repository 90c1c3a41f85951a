"""Date changes and the recorded decisions behind them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import F

from core.domain.words import day_words
from governance.models import DecidedMove, Decision
from governance.oversight.domain.ties import is_same_sitting
from programmes.domain.moves import DateMoveState
from programmes.models import DateChange

ASKED = tuple(state for state in DateMoveState if state is not DateMoveState.APPLIED)


def decisions_of(moves: Iterable[DateChange], viewer: Any) -> dict[int, Decision]:
    """The decision tied to each of the moves, by the move's id, where the viewer may see it. One query."""
    rows = DecidedMove.objects.live().visible_to(viewer).filter(move__in=list(moves))
    return {tie.move_id: tie.decision for tie in rows.select_related("decision__partnership")}


def choices_for(move: DateChange, viewer: Any) -> tuple[list[Decision], list[Decision]]:
    """The decisions that may stand behind a move: those its board took that day, then all others.

    Only decisions that were taken, of the move's own partnership, newest first. One query.
    """
    rows = Decision.objects.live().visible_to(viewer).filter(partnership=move.action.partnership_id)
    rows = rows.filter(state__in=Decision.State.taken()).select_related("board")
    same: list[Decision] = []
    others: list[Decision] = []
    for decision in rows.order_by(F("decided_last").desc(nulls_last=True), "reference"):
        is_same = is_same_sitting(
            move.board_id, move.decided_on, decision.board_id, decision.decided_first, decision.decided_last
        )
        (same if is_same else others).append(decision)
    return same, others


def what_moved(move: DateChange) -> str:
    """The action, or the milestone whose date it is."""
    return f"Milestone {move.milestone.number}: {move.milestone.title}" if move.milestone else "The action"


def decided_words(move: DateChange) -> str:
    """What became of a move, by whom and when: "Approved, Joint Committee, minute 14.2, 20 July 2026"."""
    board = str(move.board) if move.board else ""
    day = day_words(move.decided_on) if move.decided_on else ""
    return ", ".join(filter(None, (DateMoveState(move.state).label, board, move.minute, day)))
