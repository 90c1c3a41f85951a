"""The page of undertakings: what was asked of whom, or promised by whom, and where it was met."""

from __future__ import annotations

from typing import Any

from core.domain.words import NOT_STATED, day_words
from core.tables import Column, Row
from core.views import ListPage
from governance.models import Undertaking
from partnerships.queries import known
from partnerships.views import InPartnershipPage

LEDE = (
    "What is asked of somebody, or promised by them, that is no money: to report back, to assess an effect "
    "later, to host posts or take staff back, to give officers' time. What is asked for is not yet given."
)


class UndertakingList(InPartnershipPage, ListPage):
    """The partnership's undertakings."""

    model = Undertaking

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """One line each, whose it is and when it is due."""
        page = kwargs["page"]
        page.object_list = page.object_list.select_related("owner")
        return super().get_context_data(
            title="Undertakings",
            lede=LEDE,
            columns=[
                Column("Reference", "ref"),
                Column("What is to be done", "main"),
                Column("Kind"),
                Column("Owner"),
                Column("State"),
                Column("Due"),
                Column("Source"),
            ],
            rows=[_row(undertaking) for undertaking in page],
            empty={"text": "No undertaking is recorded. Undertakings are added in the admin."},
            **self.shell(("Undertakings", "")),
            **kwargs,
        )


def _row(undertaking: Undertaking) -> Row:
    cells = (
        undertaking.reference,
        undertaking.wording,
        undertaking.get_kind_display(),
        owner_words(undertaking),
        state_words(undertaking),
        undertaking.due_wording or NOT_STATED,
        known(undertaking.source or NOT_STATED, undertaking.inferred),
    )
    return Row(cells, anchor=undertaking.reference)


def state_words(undertaking: Undertaking) -> str:
    """How far it has come, since when, and where it was met."""
    since = f" on {day_words(undertaking.said_on)}" if undertaking.said_on else ""
    return (
        f"{undertaking.get_state_display()}{since}{f': {undertaking.met_at}' if undertaking.met_at else ''}"
    )


def owner_words(undertaking: Undertaking) -> str:
    """Who owes it: the role and the body, or that neither is stated."""
    return ", ".join(filter(None, [undertaking.owner_role, str(undertaking.owner or "")])) or NOT_STATED
