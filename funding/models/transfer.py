"""What partners pay each other after the event."""

from __future__ import annotations

from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse

from core.card import Card
from core.validation import raise_problems
from funding.domain.transfer import TransferFacts, TransferKind, transfer_problems
from funding.models.phase import Phase
from funding.models.place import board_problems, own_problems
from partnerships.models import Board, InPartnership, Organisation


class Transfer(InPartnership):
    """An entry: one partner pays more, another the same amount less. Never edited; another corrects it."""

    Kind = TransferKind

    phase = models.ForeignKey(Phase, models.PROTECT, null=True, blank=True, related_name="transfers")
    kind = models.CharField(max_length=12, choices=Kind.choices(), default=Kind.REBALANCING)
    payer = models.ForeignKey(
        Organisation, models.PROTECT, related_name="transfers_paid", verbose_name="who pays more"
    )
    payee = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="transfers_taken",
        verbose_name="who pays less, or is repaid",
    )
    amount = models.DecimalField(
        "amount (£)", max_digits=14, decimal_places=2, validators=[MinValueValidator(Decimal("0.01"))]
    )
    on = models.DateField("from which day")
    board = models.ForeignKey(Board, models.PROTECT, related_name="transfers", verbose_name="decided by")
    decided_on = models.DateField()
    minute = models.CharField(max_length=60, blank=True)
    why = models.CharField("why", max_length=300)

    card = Card(key=("partnership__slug", "reference"), scope="partnership", organisations=("payer", "payee"))

    class Meta:
        ordering = ["partnership", "reference"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "reference"], name="funding_transfer_reference")
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.payer} to {self.payee}"

    def get_absolute_url(self) -> str:
        return reverse("funding:transfers", args=[self.partnership.slug]) + f"#{self.reference}"

    def clean(self) -> None:
        """Between two bodies, by a decision, and as it was first written."""
        super().clean()
        problems = []
        if None not in (self.payer_id, self.payee_id, self.amount, self.on):
            written = type(self)._base_manager.filter(pk=self.pk).first() if self.pk else None
            problems += transfer_problems(
                self._entry(), written and written._entry(), self.archived_at is not None
            )
        if self.partnership_id:
            problems += board_problems(self.board if self.board_id else None, self.partnership_id)
            if self.phase_id:
                problems += own_problems("phase", self.phase, self.partnership_id)
        raise_problems(problems)

    def _entry(self) -> TransferFacts:
        return TransferFacts(self.kind, self.payer_id, self.payee_id, self.amount, self.on, self.phase_id)
