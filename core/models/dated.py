"""Rows that hold for a span of days."""

from __future__ import annotations

import datetime

from django.db import models
from django.db.models import F, Q

from core.domain.dated import Span, span_problems
from core.validation import raise_problems

# A start nobody stated comes first on every database: SQLite and PostgreSQL disagree about empty ones.
OLDEST_FIRST = F("effective_from").asc(nulls_first=True)


class Dated(models.Model):
    """Effective from and to. Names, hosts, seats, shares and states change; the past keeps its own.

    Both ends are included; an empty end is open. Effective time is data and is not the history:
    "who was the host in June 2018" is asked here, "what did we believe last March" is asked of history.
    """

    effective_from = models.DateField("from", null=True, blank=True, help_text="Empty means not stated.")
    effective_to = models.DateField(
        "to", null=True, blank=True, help_text="The last day. Empty means it still holds."
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        """The last day is not before the first."""
        super().clean()
        raise_problems(span_problems(Span(self.effective_from, self.effective_to)))

    @staticmethod
    def on(day: datetime.date, through: str = "") -> Q:
        """The condition for rows that hold on that day, or whose row at the end of a path does."""
        starts, ends = (
            f"{through}__{name}" if through else name for name in ("effective_from", "effective_to")
        )
        return (Q((f"{starts}__isnull", True)) | Q((f"{starts}__lte", day))) & (
            Q((f"{ends}__isnull", True)) | Q((f"{ends}__gte", day))
        )
