"""Naming the decision behind a date change, and taking it out again."""

from __future__ import annotations

from typing import Any

from core.services import save_row
from governance.models import DecidedMove


def tie_decision(*, tie: DecidedMove, by: Any, reason: str) -> DecidedMove:
    """Name a recorded decision as the one that let a date move.

    ``tie`` is new, or the move's own with another decision or taken out before; it carries the version
    its reader saw. Raises ValidationError, StaleEdit.
    """
    tie.archived_at = None
    return save_row(tie, by=by, reason=reason)
