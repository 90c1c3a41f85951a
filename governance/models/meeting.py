"""Meetings and what they decided."""

from __future__ import annotations

from django.db import models
from django.urls import reverse

from core.card import Card
from core.domain.words import Labelled
from core.models import AuditedModel, WindowColumns
from partnerships.models import Board, InPartnership


class Meeting(AuditedModel):
    """A meeting of a board on a day."""

    board = models.ForeignKey(Board, models.PROTECT, related_name="meetings")
    held_on = models.DateField("date")
    starts_at = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=160, blank=True)
    agenda_due_on = models.DateField(
        null=True, blank=True, help_text="The last day for publishing the agenda."
    )

    card = Card(
        key=("board__partnership__slug", "board__organisation__code", "board__reference", "held_on"),
        scope="board__partnership",
        board="board",
        organisation="board__organisation",
    )

    class Meta:
        ordering = ["-held_on"]
        constraints = [models.UniqueConstraint(fields=["board", "held_on"], name="governance_meeting_once")]

    def __str__(self) -> str:
        return f"{self.board}, {self.held_on:%-d %B %Y}"


class Decision(InPartnership):
    """What a board decided, on the word of a minute or of a paper that reports it as past.

    A recommendation is not a decision: no paper records what its own meeting decided.
    """

    class State(Labelled):
        """What became of it."""

        DECIDED = "decided"
        DEFERRED = "deferred"
        DUE = "due"
        SUPERSEDED = "superseded"

        @classmethod
        def taken(cls) -> tuple[Decision.State, ...]:
            """The states of a decision that a board took, whatever became of it since."""
            return (cls.DECIDED, cls.SUPERSEDED)

    board = models.ForeignKey(Board, models.PROTECT, null=True, blank=True, related_name="decisions")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="decisions")
    title = models.CharField(max_length=200)
    wording = models.TextField(blank=True)
    decided = WindowColumns("decided")
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=12, choices=State.choices(), default=State.DECIDED)
    minute = models.CharField(max_length=60, blank=True)

    card = Card(key=("partnership__slug", "reference"), scope="partnership", board="board")

    class Meta:
        ordering = ["partnership", "-decided_last", "reference"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "reference"], name="governance_decision_reference")
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("governance:decision", args=[self.partnership.slug, self.reference])
