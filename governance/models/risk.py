"""Risks, how they are scored, and the matrices they are scored on."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse

from core.card import Card
from core.domain.words import Labelled, day_words
from core.models import AuditedModel
from funding.models import Phase
from partnerships.models import Board, InPartnership, Organisation
from programmes.models import Action


def _words(value: object) -> None:
    if not isinstance(value, list) or not value or not all(isinstance(word, str) and word for word in value):
        raise ValidationError("Give a list of words, lowest first.")


class Matrix(AuditedModel):
    """One body's way of scoring risks, with a version: changing it must not change old reports."""

    code = models.SlugField(max_length=40)
    edition = models.PositiveSmallIntegerField("version of the matrix", default=1)
    name = models.CharField(max_length=160)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="matrices"
    )
    impact_words = models.JSONField(
        validators=[_words], help_text='Lowest first, for example ["Low", "Medium", "High"].'
    )
    likelihood_words = models.JSONField(validators=[_words], help_text="Lowest first.")
    bands = models.JSONField(
        help_text='Lowest score and word of each band: [[1, "Low"], [3, "Medium"], [6, "High"]].'
    )
    impact_first = models.BooleanField("impact is printed before likelihood", default=True)

    card = Card(key=("code", "edition"), organisation="organisation")

    class Meta:
        ordering = ["name", "edition"]
        verbose_name_plural = "matrices"
        constraints = [models.UniqueConstraint(fields=["code", "edition"], name="governance_matrix_once")]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Bands rise and start at 1, so that every score has one."""
        super().clean()
        try:
            lowest = [int(low) for low, _word in self.bands]
        except (TypeError, ValueError) as wrong:
            raise ValidationError({"bands": "Give pairs of the lowest score and the band's word."}) from wrong
        if not lowest or lowest[0] != 1 or lowest != sorted(set(lowest)):
            raise ValidationError({"bands": "Bands start at 1 and rise."})


class Risk(InPartnership):
    """Something that may happen and would matter, to the whole partnership or to one part of it."""

    class State(Labelled):
        """Closed risks stay in the register's history."""

        OPEN = "open"
        CLOSED = "closed"

    class Response(Labelled):
        """The four answers to a risk."""

        TREAT = "treat"
        TOLERATE = "tolerate"
        TRANSFER = "transfer"
        TERMINATE = "terminate"
        NOT_STATED = "not_stated"

    title = models.CharField(max_length=200)
    cause = models.TextField(blank=True)
    effect = models.TextField(blank=True)
    mitigation = models.TextField(blank=True)
    mitigation_due_on = models.DateField(null=True, blank=True)
    owner = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="risks")
    owner_role = models.CharField(max_length=160, blank=True)
    lead = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="led_risks"
    )
    matrix = models.ForeignKey(Matrix, models.PROTECT, related_name="risks")
    response = models.CharField(max_length=12, choices=Response.choices(), default=Response.NOT_STATED)
    state = models.CharField(max_length=8, choices=State.choices(), default=State.OPEN)
    raised_on = models.DateField(
        "raised on", null=True, blank=True, help_text="Empty means that nobody stated it."
    )
    closed_on = models.DateField("closed on", null=True, blank=True)
    review_on = models.DateField("review due", null=True, blank=True)
    action = models.ForeignKey(Action, models.PROTECT, null=True, blank=True, related_name="risks")
    board = models.ForeignKey(Board, models.PROTECT, null=True, blank=True, related_name="risks")
    phase = models.ForeignKey(Phase, models.PROTECT, null=True, blank=True, related_name="risks")

    card = Card(
        key=("partnership__slug", "reference"),
        scope="partnership",
        board="board",
        users=("lead",),
        organisations=("owner",),
    )

    class Meta:
        ordering = ["partnership", "reference"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "reference"], name="governance_risk_reference"),
            models.CheckConstraint(
                condition=Q(action=None, board=None) | Q(action=None, phase=None) | Q(board=None, phase=None),
                name="governance_risk_one_subject",
                violation_error_message="A risk is about one action, one board or one phase, or none.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("governance:risk", args=[self.partnership.slug, self.reference])

    def clean(self) -> None:
        """What it is about is the partnership's own, its dates agree, and scores keep their matrix."""
        super().clean()
        for name in ("action", "board", "phase"):
            subject = getattr(self, name)
            if subject is not None and subject.partnership_id != self.partnership_id:
                raise ValidationError({name: f"This {name} belongs to another partnership."})
        if self.state == self.State.OPEN and self.closed_on:
            raise ValidationError(
                {"closed_on": "An open risk has no closing date. Close it, or take the date out."}
            )
        if self.raised_on and self.closed_on and self.closed_on < self.raised_on:
            raised = day_words(self.raised_on)
            raise ValidationError(
                {"closed_on": f"The closing date must be on or after {raised}, when it was raised."}
            )
        if self.pk and self._is_rescaled():
            raise ValidationError(
                {"matrix": "This risk is scored on its matrix. Its scores mean nothing on another."}
            )

    def _is_rescaled(self) -> bool:
        """Whether the matrix changed under scores that were given on another one."""
        was = type(self).objects.filter(pk=self.pk).values_list("matrix_id", flat=True).first()
        return was is not None and was != self.matrix_id and self.assessments.live().exists()


class Assessment(AuditedModel):
    """A risk's score on a day: before controls, now, or as aimed at."""

    class Stage(Labelled):
        """Fixed in meaning; councils' own words for them are printed by their house style."""

        BEFORE = "before_controls"
        NOW = "now"
        TARGET = "target"

    risk = models.ForeignKey(Risk, models.PROTECT, related_name="assessments")
    number = models.PositiveSmallIntegerField(default=1)
    stage = models.CharField(max_length=16, choices=Stage.choices(), default=Stage.NOW)
    assessed_on = models.DateField()
    impact = models.PositiveSmallIntegerField(help_text="1 is the lowest word of the matrix.")
    likelihood = models.PositiveSmallIntegerField(help_text="1 is the lowest word of the matrix.")
    note = models.CharField(max_length=300, blank=True)

    card = Card(
        key=("risk__partnership__slug", "risk__reference", "number"),
        scope="risk__partnership",
        users=("risk__lead",),
        organisations=("risk__owner",),
    )

    class Meta:
        ordering = ["risk", "assessed_on", "number"]
        constraints = [
            models.UniqueConstraint(fields=["risk", "number"], name="governance_assessment_once"),
            models.CheckConstraint(
                condition=Q(impact__gte=1, likelihood__gte=1),
                name="governance_assessment_scores_from_one",
                violation_error_message="Scores start at 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.risk.reference} {self.get_stage_display()} on {self.assessed_on:%-d %B %Y}"

    def clean(self) -> None:
        """The scores exist in the risk's matrix."""
        super().clean()
        if self.risk_id and self.impact and self.impact > len(self.risk.matrix.impact_words):
            raise ValidationError({"impact": f"The highest impact is {len(self.risk.matrix.impact_words)}."})
        if self.risk_id and self.likelihood and self.likelihood > len(self.risk.matrix.likelihood_words):
            raise ValidationError(
                {"likelihood": f"The highest likelihood is {len(self.risk.matrix.likelihood_words)}."}
            )
