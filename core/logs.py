"""Log lines carry which request and which actor, by id; never a name, an address or what was typed."""

from __future__ import annotations

import logging
from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("request_id", default="-")
actor_id: ContextVar[str] = ContextVar("actor_id", default="-")


class ContextFilter(logging.Filter):
    """Puts the two ids on every record."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always keeps the record."""
        record.request_id = request_id.get()
        record.actor_id = actor_id.get()
        return True
