"""Answers to a round, as an officer would give them."""

from datetime import UTC, date, datetime

from programmes import services
from programmes.models import Update

TODAY = date(2026, 7, 6)
NOW = datetime(2026, 7, 6, 9, 42, tzinfo=UTC)


def answered(update, **answer):
    """The update with an answer set on it, not yet submitted."""
    given = {"stage": "in_progress", "confidence": "on_track", "words": "Forty firms have signed."}
    fresh = Update.objects.get(pk=update.pk)
    for name, value in (given | answer).items():
        setattr(fresh, name, value)
    return fresh


def submitted(update, by, **answer):
    """The update, submitted."""
    return services.submit_update(update=answered(update, **answer), by=by, now=NOW, today=TODAY)


OFF_TRACK = {
    "confidence": "off_track",
    "reason": "Legal advice came late.",
    "recovery": "Use the county's panel.",
    "recovery_owner": "Head of Skills",
    "recovery_on": date(2026, 8, 12),
}
