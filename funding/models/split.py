"""Splits and shares."""

from __future__ import annotations

from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse

from core.card import Card
from core.domain.problems import Problem
from core.domain.words import Labelled
from core.models import AuditedModel
from core.validation import raise_problems
from funding.domain.agreed_split import whole_problems
from funding.domain.qualifier import Qualifier
from funding.models.phase import Phase
from funding.models.place import own_problems
from partnerships.models import InPartnership, Organisation


class Split(InPartnership):
    """How an amount is divided, by a stated rule with a stated rounding and remainder."""

    class Rule(Labelled):
        """The ways the papers divide."""

        WEIGHTS = "by_weights"
        PERCENT = "by_percentage"
        EQUAL = "equally"
        FIXED = "fixed_sums"

    class Remainder(Labelled):
        """Who takes what rounding leaves over."""

        NAMED = "named_party"
        LARGEST = "largest_remainder"
        FIRST = "first_in_order"

    class State(Labelled):
        """Proposed until a decision says otherwise."""

        PROPOSED = "proposed"
        AGREED = "agreed"
        REPLACED = "replaced"

    phase = models.ForeignKey(Phase, models.PROTECT, null=True, blank=True, related_name="splits")
    name = models.CharField(max_length=160)
    total = models.DecimalField(
        "total (£)", max_digits=14, decimal_places=2, validators=[MinValueValidator(Decimal("0"))]
    )
    qualifier = models.CharField(
        "what is said about the total", max_length=16, choices=Qualifier.choices(), blank=True
    )
    rule = models.CharField(max_length=16, choices=Rule.choices(), default=Rule.WEIGHTS)
    unit = models.DecimalField(
        "rounded to (£)",
        max_digits=8,
        decimal_places=2,
        default=Decimal("0.01"),
        validators=[MinValueValidator(Decimal("0.01"))],
    )
    remainder = models.CharField(max_length=20, choices=Remainder.choices(), default=Remainder.NAMED)
    state = models.CharField(max_length=12, choices=State.choices(), default=State.PROPOSED)
    decided_on = models.DateField(null=True, blank=True)

    card = Card(key=("partnership__slug", "reference"), scope="partnership")

    # Set on an instance whose shares are checked and saved in the same breath: its stored ones do not count.
    comes_with_shares = False

    class Meta:
        ordering = ["partnership", "reference"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "reference"], name="funding_split_reference")
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("funding:split", args=[self.partnership.slug, self.reference])

    def clean(self) -> None:
        """Whole: saved alone, its total must still be what its stored shares come to."""
        super().clean()
        problems = []
        if self.state == self.State.AGREED and self.decided_on is None:
            problems.append(Problem("decided_on", "required", "Give the day on which this split was agreed."))
        if self.phase_id and self.partnership_id:
            problems += own_problems("phase", self.phase, self.partnership_id)
        if not self._state.adding and not self.comes_with_shares:
            stored = [share.amount for share in self.shares.live()]
            problems += whole_problems(self.total, stored) if stored else []
        raise_problems(problems)


class Share(AuditedModel):
    """One party's share. ``amount`` is what was agreed; the rule's own figure is computed beside it.

    A group of bodies has one share between them, of which each of its ``parties`` pays the same part.
    """

    split = models.ForeignKey(Split, models.PROTECT, related_name="shares")
    order = models.PositiveSmallIntegerField(default=1)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="shares")
    parties = models.PositiveSmallIntegerField(
        "stands for so many equal parties", default=1, validators=[MinValueValidator(1)]
    )
    weight = models.DecimalField(
        "weight or percentage",
        max_digits=12,
        decimal_places=4,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0"))],
    )
    amount = models.DecimalField(
        "amount (£)", max_digits=14, decimal_places=2, validators=[MinValueValidator(Decimal("0"))]
    )
    takes_remainder = models.BooleanField(default=False)

    card = Card(
        key=("split__partnership__slug", "split__reference", "order"),
        scope="split__partnership",
        organisations=("organisation",),
    )

    class Meta:
        ordering = ["split", "order"]
        constraints = [models.UniqueConstraint(fields=["split", "order"], name="funding_share_once")]

    def __str__(self) -> str:
        return f"{self.organisation}, {self.split}"
