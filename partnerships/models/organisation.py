"""Councils and every other body that takes part."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from core.card import Card
from core.domain.words import Labelled
from core.models import OLDEST_FIRST, AuditedModel, Dated


class OrganisationKind(Labelled):
    """What a body is. Not all partners are councils."""

    COUNTY = "county_council"
    DISTRICT = "district_or_borough_council"
    UNITARY = "unitary_council"
    COMBINED_AUTHORITY = "combined_authority"
    UNIVERSITY = "university_or_college"
    HEALTH = "health_body"
    POLICE_AND_FIRE = "police_or_fire"
    GOVERNMENT = "government"
    CHARITY = "charity"
    COMPANY = "company"
    GROUP = "group_of_bodies"
    OTHER = "other"


class Organisation(AuditedModel):
    """A body with a name of its own. ``code`` is how addresses, fixtures and spreadsheets name it."""

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=160, help_text="The name in use today.")
    kind = models.CharField(max_length=40, choices=OrganisationKind.choices(), default=OrganisationKind.OTHER)
    part_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        help_text="The group of bodies it is one of.",
    )
    members_counted = models.PositiveSmallIntegerField(
        "number of members",
        null=True,
        blank=True,
        help_text="Of a group only: how many bodies it has, named or not. Empty means not stated.",
    )

    card = Card(key=("code",), organisation="pk", organisations=("pk",))

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("partnerships:organisation", args=[self.code])

    def clean(self) -> None:
        """Only a group has members to count, and only of a group can a body be part."""
        super().clean()
        if self.members_counted is not None and self.kind != OrganisationKind.GROUP:
            raise ValidationError({"members_counted": "Only a group of bodies has a number of members."})
        if self.part_of is None:
            return
        if self.part_of_id == self.pk:
            raise ValidationError({"part_of": "A body cannot be part of itself. Choose another one."})
        if self.part_of.kind != OrganisationKind.GROUP:
            raise ValidationError(
                {"part_of": f"{self.part_of} is one body, no group of bodies. Choose a group."}
            )


class OrganisationName(Dated, AuditedModel):
    """A name an organisation had for a time. Reports print the name as at their date."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="names")
    name = models.CharField(max_length=160)

    card = Card(
        key=("organisation__code", "name"), organisation="organisation", organisations=("organisation",)
    )

    class Meta:
        ordering = ["organisation", OLDEST_FIRST]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name"], name="partnerships_organisationname_once"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return self.organisation.get_absolute_url()


class Succession(AuditedModel):
    """One body took over from another: a merger, a split, an abolition."""

    predecessor = models.ForeignKey(Organisation, models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Organisation, models.PROTECT, related_name="predecessors")
    took_over_on = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)

    card = Card(key=("predecessor__code", "successor__code"))

    class Meta:
        ordering = ["took_over_on"]
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="partnerships_succession_once"),
            models.CheckConstraint(
                condition=~models.Q(predecessor=models.F("successor")),
                name="partnerships_succession_two_bodies",
                violation_error_message="A body cannot succeed itself.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} became {self.successor}"

    def get_absolute_url(self) -> str:
        """On the page of the body that was taken over."""
        return self.predecessor.get_absolute_url()


class Contact(AuditedModel):
    """How to reach a part an organisation plays. Holds personal data, so it is shown to few."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="contacts")
    role = models.CharField(max_length=120)
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    telephone = models.CharField(max_length=40, blank=True)

    card = Card(
        key=("organisation__code", "role"),
        organisation="organisation",
        organisations=("organisation",),
        private=True,
    )

    class Meta:
        ordering = ["organisation", "role"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "role"], name="partnerships_contact_once")
        ]

    def __str__(self) -> str:
        return f"{self.role}, {self.organisation}"

    def get_absolute_url(self) -> str:
        return self.organisation.get_absolute_url()


class ClosedDay(AuditedModel):
    """A day an organisation's offices are closed beyond weekends and bank holidays; not a working day."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="closed_days")
    day = models.DateField()
    reason_closed = models.CharField("reason", max_length=120, blank=True)

    card = Card(key=("organisation__code", "day"), organisation="organisation")

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "day"], name="partnerships_closedday_once")
        ]

    def __str__(self) -> str:
        return f"{self.organisation} closed on {self.day:%-d %B %Y}"

    def get_absolute_url(self) -> str:
        return self.organisation.get_absolute_url()
