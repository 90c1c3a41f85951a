"""Agreements: the register, and one agreement with its parties."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone

from core.domain.windows import DateWindow
from core.domain.words import NOT_STATED, day_stated
from core.tables import Column, Row
from core.views import DetailPage, HistoryPage, ListPage
from partnerships import queries
from partnerships.models import Agreement, Partnership, Signatory
from partnerships.views.shell import InPartnershipPage, admin_actions, source_fact


def when(window: DateWindow | None) -> str:
    """A date as it was given, or "Not stated"."""
    return window.wording if window else NOT_STATED


class AgreementList(InPartnershipPage, ListPage):
    model = Agreement

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """How far each has come, when it ends, when it is looked at again."""
        page = kwargs["page"]
        page.object_list = list(page.object_list.select_related("partnership"))
        return super().get_context_data(
            title="Agreements",
            columns=[
                Column("Reference", "ref"),
                Column("Agreement", "main"),
                Column("State"),
                Column("Ends", "date"),
                Column("Next review", "date"),
            ],
            rows=[
                Row(
                    (
                        agreement.reference,
                        agreement.title,
                        agreement.get_state_display(),
                        when(agreement.ends),
                        when(agreement.review),
                    ),
                    agreement.get_absolute_url(),
                )
                for agreement in page
            ],
            empty={"text": "No agreement is recorded. Agreements are added in the admin."},
            **self.shell(("Agreements", "")),
            **kwargs,
        )


class AgreementDetail(InPartnershipPage, DetailPage):
    """One agreement: term, legal effect, review, and how far each party's signature has come."""

    model = Agreement
    template_name = "partnerships/agreement.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Facts, parties, and what needs doing about it."""
        context = super().get_context_data(**kwargs)
        agreement: Agreement = context["row"]
        signatories = queries.signatories_of(agreement)
        return context | {
            "title": agreement.title,
            "reference": agreement.reference,
            "actions": admin_actions(self.request.user, agreement, context["may_change"]),
            "warning": queries.agreement_warning(agreement, signatories, timezone.localdate()),
            "facts": [
                ("State", agreement.get_state_display()),
                ("Legal effect", agreement.get_legal_effect_display()),
                ("Version of the text", agreement.edition or NOT_STATED),
                ("Starts", when(agreement.starts)),
                ("Ends", when(agreement.ends)),
                ("Next review", when(agreement.review)),
                ("What it is about", agreement.summary or NOT_STATED),
                *source_fact(agreement),
            ],
            "party_columns": [
                Column("Party", "main"),
                Column("Signs by"),
                Column("Signature"),
                Column("Signed on", "date"),
            ],
            "parties": [party_row(signatory) for signatory in signatories],
            "blocks": self.drawn_blocks(agreement),
            "history_url": f"{agreement.get_absolute_url()}history/",
            **self.shell(agreements_crumb(self.partnership), (agreement.title, "")),
        }


def party_row(party: Signatory) -> Row:
    """One party; its name leads to the organisation."""
    signed = day_stated(party.signed_on)
    state = queries.known(party.get_state_display(), party.inferred)
    cells = (party.organisation.name, party.role or NOT_STATED, state, signed)
    return Row(cells, reverse("partnerships:organisation", args=[party.organisation.code]))


class AgreementHistory(InPartnershipPage, HistoryPage):
    model = Agreement

    def extra(self, row: Any) -> dict[str, Any]:
        return self.shell(
            agreements_crumb(self.partnership), (row.title, row.get_absolute_url()), ("History", "")
        )


def agreements_crumb(partnership: Partnership) -> tuple[str, str]:
    """The step back to all agreements."""
    return "Agreements", reverse("partnerships:agreements", args=[partnership.slug])
