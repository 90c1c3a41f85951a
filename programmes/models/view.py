"""Views of the plan that people keep."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from core.card import Card
from partnerships.models import InPartnership


class SavedView(InPartnership):
    """A list of the plan under a name: the address's filters, for the user who saved it or for everybody.

    It keeps the question and not the answer, so it shows nobody more than they reach. An own view is
    its keeper's alone; a shared one stands on the plan's page for all who read the plan.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="saved_views")
    name = models.CharField(max_length=80)
    query = models.CharField("filters", max_length=500, blank=True, editable=False)
    shared = models.BooleanField(
        "for everybody who reads the plan", default=False, help_text="Otherwise only you see it."
    )

    card = Card(
        key=("partnership__slug", "reference"),
        scope="partnership",
        users=("owner",),
        transfer=("partnership", "reference", "name", "shared"),
        private=True,
    )

    class Meta:
        ordering = ["partnership", "name", "reference"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "reference"], name="programmes_savedview_reference"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The plan's list with its filters."""
        plan = reverse("programmes:plan", args=[self.partnership.slug])
        return f"{plan}?{self.query}" if self.query else plan

    def clean(self) -> None:
        """Whose it is stays as it is: a view is shared, not handed on."""
        super().clean()
        stored = type(self).objects.filter(pk=self.pk).first()
        if stored and stored.owner_id != self.owner_id:
            raise ValidationError("A view stays whose it is. Share it instead.")
