"""Delivery plans and their quarterly rounds."""

from __future__ import annotations

from dataclasses import replace

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from core.card import Card
from core.domain.periods import FinancialYear, Quarter, period_words
from core.models import AuditedModel
from core.validation import raise_problems
from partnerships.models import Board, InPartnership, ThemeSet
from programmes.domain.rounds import RoundDates, RoundState


class Plan(InPartnership):
    """A partnership's delivery plan: actions under the themes of one set."""

    name = models.CharField(max_length=160)
    theme_set = models.ForeignKey(ThemeSet, models.PROTECT, related_name="plans")
    board = models.ForeignKey(
        Board,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="plans",
        help_text="The board it answers to.",
    )
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    signs_off = models.BooleanField(
        "leads sign updates off", default=True, help_text="A small partnership may switch this off."
    )

    tolerance_days = models.PositiveSmallIntegerField(
        "days a date may slip without a decision",
        null=True,
        blank=True,
        help_text="Counted from the original date, within its quarter. Empty for no such limit.",
    )

    card = Card(key=("partnership__slug", "reference"), scope="partnership", board="board")

    class Meta:
        ordering = ["partnership", "reference"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "reference"], name="programmes_plan_reference"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(ends_on__gte=models.F("starts_on")),
                name="programmes_plan_ends_after_start",
                violation_error_message="The plan must end on or after the day it starts.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Its actions."""
        return reverse("programmes:plan", args=[self.partnership.slug])

    def clean(self) -> None:
        """Themes and board are the partnership's own."""
        super().clean()
        if self.theme_set_id and self.theme_set.partnership_id != self.partnership_id:
            raise ValidationError({"theme_set": "These themes belong to another partnership."})
        if self.board_id and self.board.partnership_id != self.partnership_id:
            raise ValidationError({"board": "This board belongs to another partnership."})


class Round(AuditedModel):
    """A quarter's collection of updates for one plan: planned, open, closed, locked."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="rounds")
    year = models.PositiveSmallIntegerField(
        "financial year",
        help_text="The year it starts in: 2026 for 2026/27.",
        validators=[MinValueValidator(2000), MaxValueValidator(2100)],
    )
    quarter_number = models.PositiveSmallIntegerField(
        "quarter", validators=[MinValueValidator(1), MaxValueValidator(4)], help_text="1 is April to June."
    )
    state = models.CharField(
        max_length=12, choices=RoundState.choices(), default=RoundState.PLANNED, editable=False
    )
    opens_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    sign_off_on = models.DateField("sign off by", null=True, blank=True)
    lock_on = models.DateField("locks on", null=True, blank=True)
    locked_at = models.DateTimeField(null=True, blank=True, editable=False)

    card = Card(
        key=("plan__partnership__slug", "plan__reference", "year", "quarter_number"),
        scope="plan__partnership",
    )

    class Meta:
        ordering = ["plan", "-year", "-quarter_number"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "year", "quarter_number"],
                name="programmes_round_once",
                violation_error_message="This plan already has a round for that quarter.",
            ),
            models.UniqueConstraint(
                fields=["plan"],
                condition=Q(state=RoundState.OPEN),
                name="programmes_round_one_open",
                violation_error_message="Another round of this plan is open. Close it first.",
            ),
        ]

    def __str__(self) -> str:
        return period_words(self.year, self.quarter_number)

    def get_absolute_url(self) -> str:
        """Its page, where managers open, close and lock it."""
        return reverse(
            "programmes:round", args=[self.plan.partnership.slug, self.plan.reference, self.quarter.slug]
        )

    def clean(self) -> None:
        """The four dates come in their order; a locked round keeps its quarter and its dates."""
        super().clean()
        if self.opens_on and self.due_on and self.sign_off_on and self.lock_on:
            dates = RoundDates(self.opens_on, self.due_on, self.sign_off_on, self.lock_on)
            columns = {"due": "due_on", "sign_off": "sign_off_on", "lock": "lock_on"}
            raise_problems(replace(problem, field=columns[problem.field]) for problem in dates.problems())
        stored = type(self).objects.filter(pk=self.pk).first()
        fixed_fields = ("plan_id", "year", "quarter_number")
        if stored and stored.state == RoundState.LOCKED:
            fixed_fields += ("opens_on", "due_on", "sign_off_on", "lock_on")
        if stored and stored.state != RoundState.PLANNED and _differ(self, stored, fixed_fields):
            raise ValidationError(
                f"The round for {stored.quarter.label} is {stored.get_state_display().lower()}, "
                "so its quarter and plan stay as they are. A locked round keeps its dates too."
            )

    @property
    def quarter(self) -> Quarter:
        """The quarter it collects for."""
        return Quarter(FinancialYear(self.year), self.quarter_number)


def _differ(row: models.Model, stored: models.Model, names: tuple[str, ...]) -> bool:
    return any(getattr(row, name) != getattr(stored, name) for name in names)
