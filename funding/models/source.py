"""Where the money comes from: sources, the options for a phase, contributions."""

from __future__ import annotations

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from core.card import Card
from core.domain.words import Labelled
from core.models import AuditedModel
from core.validation import raise_problems
from funding.domain.contribution import (
    ConditionKind,
    ContributionFacts,
    ContributionState,
    contribution_problems,
)
from funding.domain.option import OptionState, option_problems
from funding.domain.qualifier import Qualifier
from funding.models.phase import Phase
from funding.models.place import board_problems, own_problems, stored_state
from partnerships.models import Board, InPartnership, Organisation


class Source(InPartnership):
    """Money that may be used: one-off or recurring, by whom it is held, on what condition, until when."""

    class Kind(Labelled):
        """Whether next year may count on it."""

        ONE_OFF = "one_off"
        RECURRING = "recurring"
        NOT_STATED = "not_stated"

    class Security(Labelled):
        """How sure it is."""

        SECURED = "secured"
        UNSECURED = "unsecured"
        IN_KIND = "in_kind"
        NOT_STATED = "not_stated"

    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=12, choices=Kind.choices(), default=Kind.NOT_STATED)
    security = models.CharField(max_length=12, choices=Security.choices(), default=Security.NOT_STATED)
    holder = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="sources")
    condition = models.TextField(blank=True)
    expires_on = models.DateField(null=True, blank=True, help_text="The last day it can be spent.")

    card = Card(key=("partnership__slug", "reference"), scope="partnership", organisations=("holder",))

    class Meta:
        ordering = ["partnership", "reference"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "reference"], name="funding_source_reference")
        ]

    def __str__(self) -> str:
        return self.name


class Option(AuditedModel):
    """One proposal for funding a phase. Several may stand side by side; a decision makes one agreed."""

    State = OptionState

    phase = models.ForeignKey(Phase, models.PROTECT, related_name="options")
    order = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(max_length=160)
    state = models.CharField(max_length=12, choices=State.choices(), default=State.PROPOSED)
    board = models.ForeignKey(
        Board, models.PROTECT, null=True, blank=True, related_name="options", verbose_name="decided by"
    )
    decided_on = models.DateField(null=True, blank=True)
    minute = models.CharField(max_length=60, blank=True)

    card = Card(key=("phase__partnership__slug", "phase__reference", "order"), scope="phase__partnership")

    class Meta:
        ordering = ["phase", "order"]
        constraints = [
            models.UniqueConstraint(fields=["phase", "order"], name="funding_option_once"),
            models.UniqueConstraint(
                fields=["phase"],
                condition=Q(state="agreed"),
                name="funding_option_one_agreed",
                violation_error_message="Another option for this phase is the agreed one.",
            ),
            models.CheckConstraint(
                condition=~Q(state="agreed") | Q(board__isnull=False, decided_on__isnull=False),
                name="funding_option_agreed_by_decision",
                violation_error_message="An option is agreed by a decision: say which board, and when.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{self.phase.get_absolute_url()}#funding"

    def clean(self) -> None:
        """Agreed by a decision of a board that may decide for this partnership, and never undone."""
        super().clean()
        before = stored_state(self, OptionState)
        decided_by = str(self.board) if self.board_id else ""
        problems = option_problems(OptionState(self.state), decided_by, self.decided_on, before)
        if self.phase_id:
            problems += board_problems(self.board, self.phase.partnership_id)
        raise_problems(problems)


class OptionLine(AuditedModel):
    """What one source gives in one option, with the percentage the paper printed beside it."""

    option = models.ForeignKey(Option, models.PROTECT, related_name="lines")
    order = models.PositiveSmallIntegerField(default=1)
    source_of_money = models.ForeignKey(Source, models.PROTECT, related_name="lines", verbose_name="source")
    amount = models.DecimalField(
        "amount (£)", max_digits=14, decimal_places=2, validators=[MinValueValidator(Decimal("0"))]
    )
    printed_percent = models.DecimalField(
        "percentage as printed",
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0")), MaxValueValidator(Decimal("100"))],
    )

    card = Card(
        key=("option__phase__partnership__slug", "option__phase__reference", "option__order", "order"),
        scope="option__phase__partnership",
    )

    class Meta:
        ordering = ["option", "order"]
        constraints = [models.UniqueConstraint(fields=["option", "order"], name="funding_optionline_once")]

    def __str__(self) -> str:
        return f"{self.source_of_money}, {self.option}"

    def clean(self) -> None:
        """The source is the partnership's own."""
        super().clean()
        if self.option_id and self.source_of_money_id:
            raise_problems(
                own_problems("source_of_money", self.source_of_money, self.option.phase.partnership_id)
            )


class Contribution(InPartnership):
    """What one party gives: from proposed to received. In principle is not committed, in any total."""

    State = ContributionState

    phase = models.ForeignKey(Phase, models.PROTECT, related_name="contributions")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="contributions")
    source_of_money = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="contributions", verbose_name="source"
    )
    amount = models.DecimalField(
        "amount (£)", max_digits=14, decimal_places=2, validators=[MinValueValidator(Decimal("0"))]
    )
    qualifier = models.CharField(
        "what is said about the amount", max_length=16, choices=Qualifier.choices(), blank=True
    )
    state = models.CharField(max_length=20, choices=State.choices(), default=State.PROPOSED)
    state_on = models.DateField("since", null=True, blank=True)
    condition = models.TextField(blank=True)
    condition_kind = models.CharField(
        "what the condition waits for", max_length=20, choices=ConditionKind.choices(), blank=True
    )
    condition_on = models.DateField(
        "day the condition waits for", null=True, blank=True, help_text="Where it waits for a date."
    )
    condition_met = models.BooleanField(null=True, blank=True, help_text="Empty when there is no condition.")
    board = models.ForeignKey(
        Board, models.PROTECT, null=True, blank=True, related_name="contributions", verbose_name="decided by"
    )
    decided_on = models.DateField(null=True, blank=True)
    minute = models.CharField(max_length=60, blank=True)

    card = Card(key=("partnership__slug", "reference"), scope="partnership", organisations=("organisation",))

    class Meta:
        ordering = ["partnership", "phase", "reference"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "reference"], name="funding_contribution_reference"
            ),
            models.CheckConstraint(
                condition=Q(condition="")
                | Q(condition_met=True)
                | ~Q(state__in=["committed", "invoiced", "received"]),
                name="funding_contribution_condition",
                violation_error_message="Its condition is not met, so it cannot be committed.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.organisation}"

    def get_absolute_url(self) -> str:
        return reverse("funding:contribution", args=[self.partnership.slug, self.reference])

    def clean(self) -> None:
        """Each step has its date and its decision, and everything it names is the partnership's own."""
        super().clean()
        problems = contribution_problems(self._facts(), stored_state(self, ContributionState))
        if self.partnership_id:
            problems += board_problems(self.board, self.partnership_id)
            if self.phase_id:
                problems += own_problems("phase", self.phase, self.partnership_id)
            if self.source_of_money_id:
                problems += own_problems("source_of_money", self.source_of_money, self.partnership_id)
        raise_problems(problems)

    def _facts(self) -> ContributionFacts:
        return ContributionFacts(
            state=ContributionState(self.state),
            state_on=self.state_on,
            decided_by=str(self.board) if self.board_id else "",
            decided_on=self.decided_on,
            condition=self.condition,
            condition_met=self.condition_met,
            condition_kind=self.condition_kind,
            condition_on=self.condition_on,
        )
