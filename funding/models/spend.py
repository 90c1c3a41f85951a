"""What is to be spent, quarter by quarter, and what the ledger says was."""

from __future__ import annotations

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Sum
from django.urls import reverse

from core.card import Card
from core.domain.periods import FinancialYear, Quarter
from core.domain.problems import Problem
from core.models import AuditedModel
from core.validation import raise_problems
from funding.domain.spend import ProfileMoveFacts, ProfileMoveKind, ProfileMoveState, move_problems
from funding.models.phase import Phase
from funding.models.place import board_problems, own_problems, stored_state
from partnerships.models import Board, InPartnership

YEAR = (MinValueValidator(2000), MaxValueValidator(2199))
NUMBER = (MinValueValidator(1), MaxValueValidator(4))


class ProfileQuarter(AuditedModel):
    """What was approved to be spent in one quarter of a phase. It is moved by requests, not by editing."""

    phase = models.ForeignKey(Phase, models.PROTECT, related_name="profile")
    year = models.PositiveSmallIntegerField(
        "financial year", validators=YEAR, help_text="The year in which it starts: 2026 for 2026/27."
    )
    quarter_number = models.PositiveSmallIntegerField("quarter", validators=NUMBER)
    approved = models.DecimalField(
        "approved (£)", max_digits=14, decimal_places=2, validators=[MinValueValidator(Decimal("0"))]
    )

    card = Card(
        key=("phase__partnership__slug", "phase__reference", "year", "quarter_number"),
        scope="phase__partnership",
    )

    class Meta:
        ordering = ["phase", "year", "quarter_number"]
        constraints = [
            models.UniqueConstraint(fields=["phase", "year", "quarter_number"], name="funding_profile_once")
        ]

    def __str__(self) -> str:
        return f"{self.phase}, quarter {self.quarter_number} of the year from {self.year}"

    @property
    def quarter(self) -> Quarter:
        return Quarter(FinancialYear(self.year), self.quarter_number)


class ProfileMove(InPartnership):
    """A request to spend in another quarter what was approved for this one, and the decision about it."""

    Kind = ProfileMoveKind
    State = ProfileMoveState

    phase = models.ForeignKey(Phase, models.PROTECT, related_name="moves")
    kind = models.CharField(max_length=14, choices=Kind.choices(), default=Kind.CARRY_FORWARD)
    from_year = models.PositiveSmallIntegerField("from the financial year", validators=YEAR)
    from_quarter = models.PositiveSmallIntegerField("from quarter", validators=NUMBER)
    to_year = models.PositiveSmallIntegerField("to the financial year", validators=YEAR)
    to_quarter = models.PositiveSmallIntegerField("to quarter", validators=NUMBER)
    amount = models.DecimalField(
        "amount (£)", max_digits=14, decimal_places=2, validators=[MinValueValidator(Decimal("0.01"))]
    )
    why = models.TextField("why")
    asked_on = models.DateField("asked on")
    state = models.CharField(max_length=10, choices=State.choices(), default=State.REQUESTED)
    board = models.ForeignKey(
        Board, models.PROTECT, null=True, blank=True, related_name="profile_moves", verbose_name="decided by"
    )
    decided_on = models.DateField(null=True, blank=True)
    minute = models.CharField(max_length=60, blank=True)

    card = Card(key=("partnership__slug", "reference"), scope="partnership")

    class Meta:
        ordering = ["partnership", "reference"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "reference"], name="funding_move_reference"),
            models.CheckConstraint(
                condition=models.Q(state="requested")
                | models.Q(board__isnull=False, decided_on__isnull=False),
                name="funding_move_by_decision",
                violation_error_message="A request is decided by a board: say which, and when.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.phase}"

    def get_absolute_url(self) -> str:
        return reverse("funding:spend", args=[self.partnership.slug, self.phase.reference]) + "#moves"

    def clean(self) -> None:
        """Between two quarters, no more than there is, and moved by a decision alone."""
        super().clean()
        quarters = (self.from_year, self.from_quarter, self.to_year, self.to_quarter)
        if not self.phase_id or self.amount is None or None in quarters:
            return
        problems = _quarter_problems(self)
        if not problems:
            problems = move_problems(self._facts(), stored_state(self, ProfileMoveState), self._available())
        if self.partnership_id:
            problems += own_problems("phase", self.phase, self.partnership_id)
            problems += board_problems(self.board, self.partnership_id)
        raise_problems(problems)

    @property
    def source_quarter(self) -> Quarter:
        """Where the money is taken from."""
        return Quarter(FinancialYear(self.from_year), self.from_quarter)

    @property
    def target_quarter(self) -> Quarter:
        """Where it is to be spent."""
        return Quarter(FinancialYear(self.to_year), self.to_quarter)

    def _facts(self) -> ProfileMoveFacts:
        return ProfileMoveFacts(
            ProfileMoveKind(self.kind),
            ProfileMoveState(self.state),
            self.source_quarter,
            self.target_quarter,
            self.amount,
            str(self.board) if self.board_id else "",
            self.decided_on,
        )

    def _available(self) -> Decimal:
        """What is to be spent in the quarter it takes from, by what is approved, without this request."""
        quarter = {"year": self.from_year, "quarter_number": self.from_quarter}
        approved = ProfileQuarter.objects.live().filter(phase=self.phase_id, **quarter)
        others = ProfileMove.objects.live().filter(phase=self.phase_id, state=ProfileMoveState.APPROVED)
        others = others.exclude(pk=self.pk)
        moved_out = others.filter(from_year=self.from_year, from_quarter=self.from_quarter)
        moved_in = others.filter(to_year=self.from_year, to_quarter=self.from_quarter)
        return _sum(approved, "approved") + _sum(moved_in, "amount") - _sum(moved_out, "amount")


class Actual(AuditedModel):
    """One line of the ledger. It is found by its reference there, and never changes."""

    phase = models.ForeignKey(Phase, models.PROTECT, related_name="actuals")
    ledger_reference = models.CharField("reference in the ledger", max_length=60)
    on = models.DateField("date")
    wording = models.CharField("what for", max_length=300, blank=True)
    amount = models.DecimalField(
        "amount (£)", max_digits=14, decimal_places=2, help_text="A credit is below nought."
    )

    card = Card(
        key=("phase__partnership__slug", "phase__reference", "ledger_reference"), scope="phase__partnership"
    )

    class Meta:
        ordering = ["phase", "on", "ledger_reference"]
        constraints = [
            models.UniqueConstraint(fields=["phase", "ledger_reference"], name="funding_actual_once")
        ]

    def __str__(self) -> str:
        return f"{self.ledger_reference}, {self.on:%-d %B %Y}"

    def clean(self) -> None:
        """A recorded line of the ledger never changes."""
        super().clean()
        written = type(self)._base_manager.filter(pk=self.pk).first() if self.pk else None
        if written is not None and _as_written(written) != _as_written(self):
            sentence = "A line of the ledger never changes. Correct it by another line."
            raise_problems([Problem("", "written", sentence)])


def _as_written(row: Actual) -> tuple[object, ...]:
    return (row.phase_id, row.ledger_reference, row.on, row.amount)


def _sum(rows: models.QuerySet[AuditedModel], field: str) -> Decimal:
    return rows.aggregate(sum=Sum(field))["sum"] or Decimal(0)


def _quarter_problems(move: ProfileMove) -> list[Problem]:
    """A problem when a quarter or year is out of range; the fields' own checks say so beside each."""
    numbers = (move.from_quarter, move.to_quarter)
    years = (move.from_year, move.to_year)
    if all(number in (1, 2, 3, 4) for number in numbers) and all(2000 <= year < 2200 for year in years):
        return []
    return [Problem("", "quarter", "A quarter is 1 to 4, of a year between 2000 and 2199.")]
