"""Reads: where the money stands, for pages that have many other things to ask."""

from __future__ import annotations

from typing import Any

from funding.domain.position import Position
from funding.queries import QuickBooks, position
from partnerships.models import Partnership


def money_position(partnership: Partnership, viewer: Any) -> Position:
    """The same position as the money pages', of the partnership as it is now. One query."""
    return position(QuickBooks(partnership, viewer))
