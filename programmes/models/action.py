"""Actions and their milestones."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from core.card import Card
from core.domain.status import Confidence, Stage, Status, status_of
from core.models import AuditedModel, WindowColumns
from partnerships.models import InPartnership, Organisation, Outcome, Theme
from programmes.models.plan import Plan, Round


class Action(InPartnership):
    """Something a partnership said it would do: by whom, by when, and how it is going.

    ``stage``, ``confidence`` and ``reported_in`` show its latest submitted update; only the update
    service writes them. ``original`` is never changed once set; ``current`` is what is agreed now.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="actions")
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="actions")
    outcome = models.ForeignKey(Outcome, models.PROTECT, null=True, blank=True, related_name="actions")
    title = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    owner = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
        verbose_name="owner organisation",
    )
    lead = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="led_actions",
        help_text="Who gives its updates. Empty is a vacancy.",
    )
    lead_role = models.CharField(max_length=160, blank=True)
    starts = WindowColumns("starts")
    original = WindowColumns("original date")
    current = WindowColumns("current date")
    actual_on = models.DateField("actual date", null=True, blank=True)
    stage = models.CharField(
        max_length=20, choices=Stage.choices(), default=Stage.NOT_STARTED, editable=False
    )
    confidence = models.CharField(max_length=20, choices=Confidence.choices(), blank=True, editable=False)
    reported_in = models.ForeignKey(
        Round, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )

    card = Card(
        key=("partnership__slug", "reference"),
        scope="partnership",
        users=("lead", "theme__leads__user"),
        organisations=("owner",),
    )

    class Meta:
        ordering = ["partnership", "reference"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "reference"], name="programmes_action_reference")
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("programmes:action", args=[self.partnership.slug, self.reference])

    @property
    def status(self) -> Status:
        """The one label shown, from its latest update."""
        confidence = Confidence(self.confidence) if self.confidence else None
        return status_of(Stage(self.stage), confidence, self.reported_in_id is not None)

    def is_overdue(self, today: datetime.date) -> bool:
        """Whether its current date has passed and it is not done."""
        done = self.stage in {Stage.COMPLETE, Stage.STOPPED}
        return not done and self.current is not None and self.current.is_overdue(today)

    def clean(self) -> None:
        """Plan, theme and outcome are the partnership's own, and belong together."""
        super().clean()
        if self.plan_id and self.plan.partnership_id != self.partnership_id:
            raise ValidationError({"plan": "This plan belongs to another partnership."})
        if self.theme_id and self.theme.partnership_id != self.partnership_id:
            raise ValidationError({"theme": "This theme belongs to another partnership."})
        if self.outcome_id and self.outcome.theme_id != self.theme_id:
            raise ValidationError({"outcome": "This outcome belongs to another theme."})


class Milestone(AuditedModel):
    """A dated step of an action."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="milestones")
    number = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=200)
    original = WindowColumns("original date")
    current = WindowColumns("current date")
    actual_on = models.DateField("actual date", null=True, blank=True)

    card = Card(
        key=("action__partnership__slug", "action__reference", "number"),
        scope="action__partnership",
        users=("action__lead", "action__theme__leads__user"),
        organisations=("action__owner",),
    )

    class Meta:
        ordering = ["action", "number"]
        constraints = [models.UniqueConstraint(fields=["action", "number"], name="programmes_milestone_once")]

    def __str__(self) -> str:
        return f"{self.action.reference}/{self.number} {self.title}"

    def get_absolute_url(self) -> str:
        """Its place on the action's page."""
        return f"{self.action.get_absolute_url()}#milestone-{self.number}"

    def is_overdue(self, today: datetime.date) -> bool:
        """Whether its current date has passed and it is not done."""
        return self.actual_on is None and self.current is not None and self.current.is_overdue(today)


class Support(AuditedModel):
    """An organisation that supports an action it does not own."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="supporters")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="supported")
    contribution = models.CharField("what it does", max_length=200, blank=True)

    card = Card(
        key=("action__partnership__slug", "action__reference", "organisation__code"),
        scope="action__partnership",
    )

    class Meta:
        ordering = ["action", "organisation"]
        constraints = [
            models.UniqueConstraint(fields=["action", "organisation"], name="programmes_support_once")
        ]

    def __str__(self) -> str:
        return f"{self.organisation} supports {self.action.reference}"
