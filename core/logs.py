"""Log lines carry which request and which actor, by id; never a name, an address or what was typed."""

from __future__ import annotations

import logging
from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("request_id", default="-")
actor_id: ContextVar[str] = ContextVar("actor_id", default="-")


class ContextFilter(logging.Filter):
    """Puts the two ids on every record."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always keeps the record.

        Django logs a refusal after the request is over; the ids are then still on the request itself.
        """
        ids = getattr(getattr(record, "request", None), "log_ids", (request_id.get(), actor_id.get()))
        record.request_id, record.actor_id = ids
        return True
