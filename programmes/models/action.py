"""Actions and their milestones."""

from __future__ import annotations

import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Concat, Lower
from django.urls import reverse

from core.card import Card
from core.domain.status import Confidence, Stage, Status, status_of
from core.domain.windows import DateWindow
from core.models import AuditedModel, WindowColumns
from partnerships.models import InPartnership, Organisation, Outcome, Theme
from programmes.domain.moves import DateMoveState
from programmes.models.plan import Plan, Round


def keep_dates(row: Action | Milestone, stored: Action | Milestone | None, moves: Q) -> None:
    """The original date never changes; the current one is the original, or that of the last move.

    Asked wherever a row is checked (our pages, the admin, an import, a restored version), so that no
    date moves without a reason. ``moves`` picks the row's own date changes.
    """
    if stored is None or stored.original is None:
        row.current = (row.current or row.original) if row.original else None
        return
    if not _same(stored.original, row.original):
        raise ValidationError(
            f"The original date, {stored.original.wording}, is kept for ever. Move the current date instead."
        )
    if _same(stored.current, row.current):
        return
    action = row if isinstance(row, Action) else row.action
    in_force = action.date_changes.filter(moves, state__in=DateMoveState.in_force()).order_by("number").last()
    if in_force is None or not _same(in_force.after, row.current):
        raise ValidationError("A date is moved with a reason. Use Change date on the action's page.")


def _same(window: DateWindow | None, other: DateWindow | None) -> bool:
    """The same days, however they are worded."""
    return window is other if window is None or other is None else window.is_same_time_as(other)


class Action(InPartnership):
    """Something a partnership said it would do: by whom, by when, and how it is going.

    ``stage``, ``confidence``, ``actual_on`` and ``reported_in`` show its latest submitted update; only
    the update services write them. ``original`` is never changed once set; ``current`` is what is
    agreed now, and only a move changes it.
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
    actual_on = models.DateField("actual date", null=True, blank=True, editable=False)
    stage = models.CharField(
        max_length=20, choices=Stage.choices(), default=Stage.NOT_STARTED, editable=False
    )
    confidence = models.CharField(max_length=20, choices=Confidence.choices(), blank=True, editable=False)
    reported_in = models.ForeignKey(
        Round, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    extra = models.JSONField("other columns of its spreadsheet", default=dict, blank=True, editable=False)
    searched = models.GeneratedField(
        expression=Lower(
            Concat(
                "reference",
                Value("\n"),
                "title",
                Value("\n"),
                "description",
                output_field=models.TextField(),
            )
        ),
        output_field=models.TextField(),
        db_persist=True,
        verbose_name="what a search looks through",
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
        # Which bodies own an action here is asked body by body on every list of the plan, and how many
        # actions there are is read off it without a look at the actions.
        indexes = [
            models.Index(fields=["partnership", "owner", "archived_at"], name="programmes_action_owners")
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    def get_absolute_url(self) -> str:
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

    def reference_was_used(self) -> bool:
        """Whether any action of the partnership ever had this reference, deleted ones included."""
        history: Any = type(self).history
        past = history.filter(partnership_id=self.partnership_id, reference=self.reference)
        return bool(past.exclude(id=self.pk).exists())

    def clean(self) -> None:
        """Plan, theme and outcome are the partnership's own; references and dates are kept."""
        super().clean()
        stored = type(self).objects.filter(pk=self.pk).first()
        if stored and stored.reference != self.reference:
            raise ValidationError(
                {"reference": f"{stored.reference} is permanent. Nothing else may have it."}
            )
        if self._state.adding and self.reference_was_used():
            raise ValidationError(
                {"reference": f"{self.reference} was another action's. A reference is never given again."}
            )
        keep_dates(self, stored, Q(milestone=None))
        if self.plan_id and self.plan.partnership_id != self.partnership_id:
            raise ValidationError({"plan": "This plan belongs to another partnership."})
        if self.theme_id and self.theme.partnership_id != self.partnership_id:
            raise ValidationError({"theme": "This theme belongs to another partnership."})
        if self.outcome_id and self.outcome.theme_id != self.theme_id:
            raise ValidationError({"outcome": "This outcome belongs to another theme."})
        if stored and self.starts and stored.starts_first != self.starts_first:
            self._raise_if_a_milestone_comes_first(self.starts)

    def _raise_if_a_milestone_comes_first(self, starts: DateWindow) -> None:
        """No step of the work is due before the work begins."""
        steps = self.milestones.live().filter(actual_on=None, current_last__lt=starts.first)
        first = steps.order_by("current_last").first()
        if first:
            raise ValidationError(
                {
                    "starts": f"Milestone {first.number}, {first.title}, is due {first.current}. "
                    "Move it first, or start on that day or before."
                }
            )


class Milestone(AuditedModel):
    """A dated step of an action."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="milestones")
    number = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=200)
    original = WindowColumns("original date")
    current = WindowColumns("current date")
    actual_on = models.DateField("actual date", null=True, blank=True)
    extra = models.JSONField("other columns of its spreadsheet", default=dict, blank=True, editable=False)

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

    def clean(self) -> None:
        """Its number and its dates are kept."""
        super().clean()
        stored = type(self).objects.filter(pk=self.pk).first()
        if stored and (stored.action_id, stored.number) != (self.action_id, self.number):
            raise ValidationError("A milestone keeps its action and its number.")
        if self.original is None:
            raise ValidationError("Give the date it is due.")
        starts = self.action.starts if self.action_id else None  # an action added together with it
        if starts and stored is None and self.original.last < starts.first:
            raise ValidationError(
                f"{self.action.reference} starts {starts.wording}. A milestone cannot be due before that."
            )
        keep_dates(self, stored, Q(milestone=self.pk))

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
