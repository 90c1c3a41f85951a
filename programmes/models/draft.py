"""What somebody is writing and has not submitted."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from programmes.models.update import Update


class Draft(models.Model):
    """One person's unfinished answer, private to them and to the action's leads.

    Kept apart from the update and without history, admin or export, so that nothing which shows an
    update can show a draft. ``typed`` is what the form held, word for word, readable or not: nothing
    typed is lost because it was not yet a date. ``version`` is the update's version it started from.
    ``is_ready`` says that its author has finished with it and means to submit it.
    """

    update = models.ForeignKey(Update, models.CASCADE, related_name="drafts")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    typed = models.JSONField(default=dict)
    version = models.PositiveIntegerField()
    saved_at = models.DateTimeField()
    is_ready = models.BooleanField(default=False)

    class Meta:
        ordering = ["update", "author"]
        constraints = [models.UniqueConstraint(fields=["update", "author"], name="programmes_draft_once")]

    def __str__(self) -> str:
        return f"Draft by {self.author}"
