"""Organisations: who a body is, what it was called, what it takes part in."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone

from core.domain.dated import Span
from core.domain.words import NOT_STATED, day_stated, sentence_case
from core.tables import Column, Row
from core.views import DetailPage, HistoryPage
from partnerships import queries
from partnerships.models import Contact, Organisation, OrganisationName, Succession
from partnerships.queries import OrganisationPart
from partnerships.views.shell import admin_actions, source_fact

NAMES = (Column("Name", "main"), Column("In use"), Column("Source"))
SUCCESSIONS = (Column("Body", "main"), Column("What happened"), Column("When", "date"), Column("Note"))
PARTS = (Column("Partnership", "main"), Column("Standing"), Column("Since"), Column("Source"))
BOARDS = (Column("Reference", "ref"), Column("Board", "main"), Column("Kind"))
CONTACTS = (Column("Role", "main"), Column("Name"), Column("E-mail"), Column("Telephone"))


class OrganisationDetail(DetailPage):
    """One body: its names over time, what it came from and became, its parts in partnerships."""

    model = Organisation
    lookup = "code"
    template_name = "partnerships/organisation.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Everything about the body that the user reaches."""
        context = super().get_context_data(**kwargs)
        body: Organisation = context["row"]
        user = self.request.user
        return context | {
            "title": body.name,
            "actions": admin_actions(user, body, context["may_change"]),
            "facts": [
                ("Kind", body.get_kind_display()),
                ("Code in addresses and spreadsheets", body.code),
                *source_fact(body),
            ],
            "name_columns": NAMES,
            "names": [name_row(name) for name in queries.names_of(body)],
            "succession_columns": SUCCESSIONS,
            "succession": [succession_row(succession, body) for succession in queries.succession_of(body)],
            "part_columns": PARTS,
            "parts": [part_row(part) for part in queries.parts_of(body, user, timezone.localdate())],
            "board_columns": BOARDS,
            "boards": [
                Row((board.reference, board.name, board.get_kind_display()))
                for board in body.boards.live().visible_to(user)
            ],
            "contact_columns": CONTACTS,
            "contacts": [contact_row(contact) for contact in body.contacts.live().visible_to(user)],
            "history_url": f"{body.get_absolute_url()}history/",
            "nav": "partnerships",
            "crumbs": crumbs((body.name, "")),
        }


def name_row(name: OrganisationName) -> Row:
    """One name and the days it was in use."""
    span = Span(name.effective_from, name.effective_to)
    return Row(
        (queries.known(name.name, name.inferred), sentence_case(span.wording), name.source or NOT_STATED)
    )


def part_row(part: OrganisationPart) -> Row:
    """The body's part in one partnership."""
    return Row(
        (part.partnership.name, part.state, part.since or NOT_STATED, part.source or NOT_STATED),
        part.partnership.get_absolute_url(),
    )


def contact_row(contact: Contact) -> Row:
    """Whom to ask there, as far as it is stated."""
    stated = (contact.name, contact.email, contact.telephone)
    return Row((contact.role, *(words or NOT_STATED for words in stated)))


def succession_row(succession: Succession, body: Organisation) -> Row:
    """The other body, and which of the two took over."""
    other, event = (succession.predecessor, "Took over from it")
    if succession.predecessor_id == body.pk:
        other, event = succession.successor, "Was taken over by it"
    took_over_on = day_stated(succession.took_over_on)
    return Row(
        (other.name, queries.known(event, succession.inferred), took_over_on, succession.note),
        other.get_absolute_url(),
    )


def crumbs(*steps: tuple[str, str]) -> list[tuple[str, str]]:
    """Organisations belong to no one partnership, so the way back is to all of them."""
    return [("Partnerships", reverse("partnerships:list")), *steps]


class OrganisationHistory(HistoryPage):
    model = Organisation
    lookup = "code"

    def extra(self, row: Any) -> dict[str, Any]:
        return {"nav": "partnerships", "crumbs": crumbs((row.name, row.get_absolute_url()), ("History", ""))}
