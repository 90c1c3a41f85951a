"""Who was reminded of what, and the private calendars people subscribe to."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from core.card import Card
from core.models import AuditedModel
from programmes.domain.chasing import Occasion
from programmes.models.plan import Round


class Reminder(AuditedModel):
    """A letter that was sent about a round, once for each person and occasion of a due date.

    Of a letter that somebody asked for by hand ``due_on`` is the day it was asked for, so that there is
    one a day.
    """

    round = models.ForeignKey(Round, models.PROTECT, related_name="reminders")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    occasion = models.CharField(max_length=12, choices=Occasion.choices())
    due_on = models.DateField()
    sent_at = models.DateTimeField()

    card = Card(
        key=(
            "round__plan__partnership__slug",
            "round__plan__reference",
            "round__year",
            "round__quarter_number",
            "person__email",
            "occasion",
            "due_on",
        ),
        scope="round__plan__partnership",
        transfer=("round", "occasion", "due_on", "sent_at"),
        private=True,
    )

    class Meta:
        ordering = ["round", "due_on", "occasion", "person"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "person", "occasion", "due_on"], name="programmes_reminder_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.round}, {self.get_occasion_display().lower()}, to {self.person}"


class CalendarFeed(AuditedModel):
    """Somebody's calendar of plan deadlines, at an address only they know and may revoke.

    The address holds ``number``, signed: reading the table is not enough to make it.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="calendar_feeds")
    number = models.PositiveSmallIntegerField(default=1)
    revoked_at = models.DateTimeField(null=True, blank=True, editable=False)

    card = Card(key=("person__email", "number"), transfer=("number",), private=True)

    class Meta:
        ordering = ["person", "number"]
        constraints = [
            models.UniqueConstraint(fields=["person", "number"], name="programmes_calendarfeed_once")
        ]

    def __str__(self) -> str:
        return f"Calendar {self.number} of {self.person}"
