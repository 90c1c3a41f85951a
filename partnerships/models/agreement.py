"""Agreements between the parties."""

from __future__ import annotations

from django.db import models
from django.urls import reverse

from core.card import Card
from core.domain.words import Labelled
from core.models import AuditedModel, WindowColumns
from partnerships.domain.agreement_lifecycle import AgreementState
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import InPartnership


class Agreement(InPartnership):
    """A signed, or to be signed, agreement: its parties, term, legal effect and review."""

    class Effect(Labelled):
        """Whether it binds in law."""

        BINDING = "legally_binding"
        NOT_BINDING = "not_legally_binding"
        NOT_STATED = "not_stated"

    title = models.CharField(max_length=200)
    edition = models.CharField("version of the text", max_length=40, blank=True)
    state = models.CharField(max_length=20, choices=AgreementState.choices(), default=AgreementState.PROPOSED)
    legal_effect = models.CharField(max_length=24, choices=Effect.choices(), default=Effect.NOT_STATED)
    starts = WindowColumns("starts")
    ends = WindowColumns("ends")
    review = WindowColumns("next review")
    summary = models.TextField(blank=True)

    card = Card(key=("partnership__slug", "reference"), scope="partnership")

    class Meta:
        ordering = ["partnership", "reference"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "reference"], name="partnerships_agreement_reference"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("partnerships:agreement", args=[self.partnership.slug, self.reference])


class Signatory(AuditedModel):
    """A party to an agreement, and how far its signature has come."""

    class State(Labelled):
        """How far a signature has come."""

        NOT_STATED = "not_stated"
        RECOMMENDED = "recommended"
        AUTHORISED = "authorised"
        SIGNED = "signed"
        REFUSED = "refused"

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="signatories")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="signatures")
    role = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=20, choices=State.choices(), default=State.NOT_STATED)
    signed_on = models.DateField(null=True, blank=True)

    card = Card(
        key=("agreement__partnership__slug", "agreement__reference", "organisation__code"),
        scope="agreement__partnership",
    )

    class Meta:
        ordering = ["agreement", "organisation"]
        verbose_name_plural = "signatories"
        constraints = [
            models.UniqueConstraint(fields=["agreement", "organisation"], name="partnerships_signatory_once")
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_state_display()}"

    def get_absolute_url(self) -> str:
        return self.agreement.get_absolute_url()
