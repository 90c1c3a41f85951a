"""Savings that papers claim."""

from __future__ import annotations

from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse

from core.card import Card
from core.validation import raise_problems
from funding.domain.qualifier import Qualifier
from funding.domain.saving import SavingState, saving_problems
from funding.models.phase import Phase
from funding.models.place import own_problems
from partnerships.models import InPartnership


class Saving(InPartnership):
    """A saving as it was estimated, on whose word, and what came of it. No total counts an estimate."""

    State = SavingState

    phase = models.ForeignKey(Phase, models.PROTECT, null=True, blank=True, related_name="savings")
    wording = models.CharField("what is saved", max_length=300)
    amount = models.DecimalField(
        "amount estimated (£)",
        max_digits=14,
        decimal_places=2,
        validators=[MinValueValidator(Decimal("0"))],
    )
    qualifier = models.CharField(
        "what is said about the amount", max_length=16, choices=Qualifier.choices(), blank=True
    )
    estimated_by = models.CharField(
        "where the estimate comes from", max_length=200, blank=True, help_text="Empty means not stated."
    )
    state = models.CharField(max_length=16, choices=State.choices(), default=State.ESTIMATED)
    realised = models.DecimalField(
        "amount realised (£)",
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0"))],
    )

    card = Card(key=("partnership__slug", "reference"), scope="partnership")

    class Meta:
        ordering = ["partnership", "reference"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "reference"], name="funding_saving_reference")
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.wording}"[:90]

    def get_absolute_url(self) -> str:
        return reverse("funding:money", args=[self.partnership.slug]) + "#savings"

    def clean(self) -> None:
        """Only what was realised has an amount realised; the phase is the partnership's own."""
        super().clean()
        problems = saving_problems(SavingState(self.state), self.realised)
        if self.phase_id and self.partnership_id:
            problems += own_problems("phase", self.phase, self.partnership_id)
        raise_problems(problems)
