"""Who is in a partnership, as what, and from when."""

from __future__ import annotations

from django.db import models
from django.urls import reverse

from core.card import Card
from core.models import AuditedModel, Dated
from partnerships.domain.membership import MembershipState
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import Partnership


class Membership(AuditedModel):
    """An organisation, or the holder of a role, taking part in a partnership."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="memberships")
    pays = models.BooleanField(
        "pays towards the costs", null=True, blank=True, help_text="Empty means not stated."
    )
    votes = models.BooleanField("has a vote", null=True, blank=True, help_text="Empty means not stated.")
    note = models.CharField(max_length=300, blank=True)

    card = Card(
        key=("partnership__slug", "organisation__code"), scope="partnership", organisations=("organisation",)
    )

    class Meta:
        ordering = ["partnership", "organisation__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "organisation"], name="partnerships_membership_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation} in {self.partnership}"

    def get_absolute_url(self) -> str:
        return reverse("partnerships:partners", args=[self.partnership.slug])


class MembershipStatus(Dated, AuditedModel):
    """The state of a membership for a time: invited, interested, position reserved, full member, ..."""

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="statuses")
    order = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=30, choices=MembershipState.choices())
    dates_as_printed = models.CharField(max_length=120, blank=True)

    card = Card(
        key=("membership__partnership__slug", "membership__organisation__code", "order"),
        scope="membership__partnership",
        organisations=("membership__organisation",),
    )

    class Meta:
        verbose_name = "standing"
        ordering = ["membership", "order"]
        constraints = [
            models.UniqueConstraint(fields=["membership", "order"], name="partnerships_membershipstatus_once")
        ]

    def __str__(self) -> str:
        return f"{self.membership.organisation}: {self.get_state_display()}"

    def get_absolute_url(self) -> str:
        return self.membership.get_absolute_url()
