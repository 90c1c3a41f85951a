"""Links by which a partner body answers without an account."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.db import models
from django.urls import reverse

from core.card import Card
from core.models import AuditedModel
from partnerships.models import Organisation
from programmes.models.plan import Plan


class PartnerLink(AuditedModel):
    """A link to three questions about one organisation's actions, until a day or until it is revoked.

    The address holds the row's key, signed: reading the table is not enough to make it. Every use is a
    version in its history. What three answers cannot settle goes to ``made_by``.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="partner_links")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="partner_links")
    number = models.PositiveSmallIntegerField(default=1, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+", verbose_name="made by"
    )
    expires_on = models.DateField("last day it works")
    revoked_at = models.DateTimeField(null=True, blank=True, editable=False)
    used_at = models.DateTimeField("last used", null=True, blank=True, editable=False)
    uses = models.PositiveIntegerField(default=0, editable=False)

    card = Card(
        key=("plan__partnership__slug", "plan__reference", "organisation__code", "number"),
        scope="plan__partnership",
    )

    class Meta:
        ordering = ["plan", "organisation", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "organisation", "number"], name="programmes_partnerlink_once"
            )
        ]

    def __str__(self) -> str:
        return f"Link {self.number} for {self.organisation}"

    def get_absolute_url(self) -> str:
        """Where links are made and revoked."""
        return reverse("programmes:partner_links", args=[self.plan.partnership.slug])

    def works_on(self, day: datetime.date) -> bool:
        """Whether it may still be used."""
        return self.revoked_at is None and self.archived_at is None and day <= self.expires_on
