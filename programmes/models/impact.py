"""Assessments of what an agreement, a project or an action does to people and to the climate."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse

from core.card import Card
from core.domain.words import Labelled
from core.models import WindowColumns
from partnerships.models import InPartnership
from programmes.models.action import Action


class ImpactAssessment(InPartnership):
    """One assessment of one thing: done, preliminary, still to do, or not needed and why.

    It is about an action, or about something that is no action yet and is named in words: an
    agreement, or the projects a plan will have.
    """

    class Kind(Labelled):
        """What is looked at."""

        EQUALITY = "equality"
        CLIMATE = "climate"
        OTHER = "other"

    class State(Labelled):
        """Four answers, and silence is none of them."""

        NOT_NEEDED = "not_needed"
        TO_DO = "to_do"
        PRELIMINARY = "preliminary"
        DONE = "done"

    kind = models.CharField(max_length=10, choices=Kind.choices())
    action = models.ForeignKey(
        Action, models.PROTECT, null=True, blank=True, related_name="impact_assessments"
    )
    subject = models.CharField(
        "what it is about", max_length=200, blank=True, help_text="Where it is no action of the plan."
    )
    state = models.CharField(max_length=12, choices=State.choices(), default=State.TO_DO)
    because = models.TextField("why not, or what is known", blank=True)
    due = WindowColumns("to do by")
    done_on = models.DateField(null=True, blank=True, help_text="Empty means not stated.")

    card = Card(
        key=("partnership__slug", "reference"),
        scope="partnership",
        users=("action__lead", "action__theme__leads__user"),
        organisations=("action__owner",),
    )

    class Meta:
        ordering = ["partnership", "kind", "reference"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "reference"], name="programmes_impactassessment_reference"
            ),
            models.CheckConstraint(
                condition=Q(action__isnull=False, subject="") | Q(action=None) & ~Q(subject=""),
                name="programmes_impactassessment_one_subject",
                violation_error_message="Choose an action, or say in words what is assessed; not both.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.about}"

    def get_absolute_url(self) -> str:
        """Its line among the assessments."""
        return f"{reverse('programmes:assessments', args=[self.partnership.slug])}#{self.reference}"

    @property
    def about(self) -> str:
        """What is assessed, in words."""
        return self.subject or str(self.action)

    @property
    def standing(self) -> str:
        """How far it is, with what belongs to that: "To do by December 2026", "Not needed: ..."."""
        words = self.get_state_display()
        if self.state == self.State.TO_DO and self.due:
            words = f"{words} by {self.due.wording}"
        return words

    def clean(self) -> None:
        """Not needed has a reason, done is not still to do, and the action is the partnership's own."""
        super().clean()
        if self.state == self.State.NOT_NEEDED and not self.because.strip():
            raise ValidationError({"because": "Say why no assessment is needed."})
        if self.done_on and self.state in {self.State.NOT_NEEDED, self.State.TO_DO}:
            raise ValidationError({"done_on": "Only an assessment that was made has a day on which it was."})
        if self.action and self.action.partnership_id != self.partnership_id:
            raise ValidationError({"action": "This action belongs to another partnership."})
