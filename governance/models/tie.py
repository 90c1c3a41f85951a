"""Which recorded decision is the one that let an agreed date move."""

from __future__ import annotations

from django.db import models
from django.urls import reverse

from core.card import Card
from core.models import AuditedModel
from core.validation import raise_problems
from governance.models.meeting import Decision
from governance.oversight.domain.ties import tie_problems
from programmes.domain.moves import DateMoveState
from programmes.models import DateChange


class DecidedMove(AuditedModel):
    """A date change and the decision it was noted or approved by, tied once that decision is recorded.

    The date change keeps its own board, day and minute: those were known first, and stay as they were
    given. A date change has one decision; a decision may stand behind many.
    """

    move = models.ForeignKey(DateChange, models.PROTECT, related_name="decisions", verbose_name="date change")
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="moves")

    card = Card(
        key=("move__action__partnership__slug", "move__action__reference", "move__number"),
        scope="move__action__partnership",
        board="move__board",
    )

    class Meta:
        ordering = ["move"]
        verbose_name = "decision of a date change"
        verbose_name_plural = "decisions of date changes"
        constraints = [
            models.UniqueConstraint(
                fields=["move"],
                name="governance_decidedmove_once",
                violation_error_message="Somebody tied a decision to this date change just now. Look again.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.move} by {self.decision.reference}"

    def get_absolute_url(self) -> str:
        """Where the decision is named, and taken out again."""
        action = self.move.action
        return reverse(
            "governance:move_decision",
            args=[action.partnership.slug, action.reference, self.move.number],
        )

    def clean(self) -> None:
        """A move that a board let stand, and a decision that was taken, both of one partnership."""
        super().clean()
        if not (self.move_id and self.decision_id) or self.archived_at:
            return
        taken = self.decision.state in Decision.State.taken()
        here = self.decision.partnership_id == self.move.action.partnership_id
        raise_problems(tie_problems(DateMoveState(self.move.state), taken, here))
