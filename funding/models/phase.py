"""What a phase costs: posts and other lines."""

from __future__ import annotations

from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse

from core.card import Card
from core.domain.words import Labelled
from core.models import AuditedModel, WindowColumns
from core.validation import raise_problems
from funding.domain.phase_cost import start_problems
from funding.domain.qualifier import Qualifier
from funding.models.place import own_problems
from partnerships.models import InPartnership, Theme
from programmes.models import Plan

LIKE = "The split whose rule and parties this line follows. Empty means as the rest of the phase."


class Phase(InPartnership):
    """A phase of the programme with a cost of its own. Papers reuse "Phase 1": the reference does not."""

    class State(Labelled):
        """A cost is agreed by a decision, not by being recommended."""

        PROPOSED = "proposed"
        AGREED_IN_PRINCIPLE = "agreed_in_principle"
        AGREED = "agreed"
        ENDED = "ended"
        NOT_STATED = "not_stated"

    plan = models.ForeignKey(Plan, models.PROTECT, null=True, blank=True, related_name="phases")
    name = models.CharField(max_length=160)
    state = models.CharField(max_length=20, choices=State.choices(), default=State.PROPOSED)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    period = WindowColumns("period as printed")
    months_charged = models.PositiveSmallIntegerField(
        "months charged",
        null=True,
        blank=True,
        help_text="When the phase is charged for part of a year of cost.",
    )
    is_one_sum = models.BooleanField(
        "its costs are for the whole phase",
        default=False,
        help_text="As a price for a piece of work is. Otherwise posts and lines are for a year.",
    )
    note = models.TextField(blank=True)

    card = Card(key=("partnership__slug", "reference"), scope="partnership")

    class Meta:
        ordering = ["partnership", "starts_on", "reference"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "reference"], name="funding_phase_reference"),
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True)
                | models.Q(starts_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="funding_phase_ends_after_start",
                violation_error_message="The phase must end on or after the day it starts.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("funding:phase", args=[self.partnership.slug, self.reference])

    def clean(self) -> None:
        """The plan is the partnership's own."""
        super().clean()
        if self.plan_id and self.partnership_id:
            raise_problems(own_problems("plan", self.plan, self.partnership_id))


class Post(AuditedModel):
    """Posts of one kind in a phase. A post whose cost the paper does not print has none here."""

    phase = models.ForeignKey(Phase, models.PROTECT, related_name="posts")
    order = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=160)
    grade = models.CharField(max_length=40, blank=True)
    number = models.DecimalField(
        "number of posts",
        max_digits=6,
        decimal_places=2,
        default=Decimal("1"),
        validators=[MinValueValidator(Decimal("0.01"))],
    )
    unit_cost = models.DecimalField(
        "yearly cost of one post (£, with on-costs)",
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0"))],
    )
    basis = models.CharField(
        "terms", max_length=120, blank=True, help_text="For example permanent, or one-year fixed term."
    )
    starts_on = models.DateField(
        "filled from", null=True, blank=True, help_text="Empty means from the first day of the phase."
    )
    months = models.PositiveSmallIntegerField(
        "months paid for",
        null=True,
        blank=True,
        help_text="Empty means until the phase ends, or as many months as the phase is charged for.",
    )
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, blank=True, related_name="posts")
    split = models.ForeignKey(
        "funding.Split",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="posts",
        verbose_name="divided like",
        help_text=LIKE,
    )

    card = Card(key=("phase__partnership__slug", "phase__reference", "order"), scope="phase__partnership")

    class Meta:
        ordering = ["phase", "order"]
        constraints = [models.UniqueConstraint(fields=["phase", "order"], name="funding_post_once")]

    def __str__(self) -> str:
        return f"{self.number.normalize():f} x {self.grade} {self.title}".replace("  ", " ")

    def clean(self) -> None:
        """The theme and the split are the partnership's own; it is filled while the phase lasts."""
        super().clean()
        if self.phase_id:
            partnership_id = self.phase.partnership_id
            problems = own_problems("theme", self.theme, partnership_id) + own_problems(
                "split", self.split, partnership_id
            )
            raise_problems(
                problems + start_problems(self.starts_on, self.phase.starts_on, self.phase.ends_on)
            )


class CostLine(AuditedModel):
    """A cost of a phase that is not a post."""

    class Kind(Labelled):
        """Capital and revenue are never mixed."""

        REVENUE = "revenue"
        CAPITAL = "capital"

    phase = models.ForeignKey(Phase, models.PROTECT, related_name="lines")
    order = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(max_length=200)
    amount = models.DecimalField(
        "yearly amount (£)", max_digits=14, decimal_places=2, validators=[MinValueValidator(Decimal("0"))]
    )
    qualifier = models.CharField(
        "what is said about the amount", max_length=16, choices=Qualifier.choices(), blank=True
    )
    kind = models.CharField(max_length=10, choices=Kind.choices(), default=Kind.REVENUE)
    split = models.ForeignKey(
        "funding.Split",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="cost_lines",
        verbose_name="divided like",
        help_text=LIKE,
    )

    card = Card(key=("phase__partnership__slug", "phase__reference", "order"), scope="phase__partnership")

    class Meta:
        ordering = ["phase", "order"]
        constraints = [models.UniqueConstraint(fields=["phase", "order"], name="funding_costline_once")]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """The split is the partnership's own."""
        super().clean()
        if self.phase_id:
            raise_problems(own_problems("split", self.split, self.phase.partnership_id))
