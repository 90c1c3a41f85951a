"""What governance has to say on pages about money: decisions recorded, and what is asked that is no money."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from core.blocks import BlockContext, Table, register
from core.domain.words import NOT_STATED, day_stated
from core.tables import Column, Row
from governance.models import Undertaking
from governance.oversight.blocks.registers import Decisions, OversightListing, OversightListingBlock

NOTHING = Q(pk__in=[])


@register
class ContributionDecisions(Decisions):
    """The recorded decisions a contribution rests on: its board's, of the same day or the same minute.

    A decision may be recorded long after the contribution was; from then on it stands here.
    """

    key = "governance.contribution_decisions"
    title = "The decision as it is recorded"
    subject = "funding.Contribution"
    in_reports = False

    def rows(self, context: BlockContext) -> Any:
        """None while the contribution names no board."""
        contribution = context.subject
        then = contribution.decided_on
        day = Q(decided_first__lte=then, decided_last__gte=then) if then else NOTHING
        minute = Q(minute=contribution.minute) if contribution.minute else NOTHING
        return super().rows(context).filter(day | minute, board=contribution.board_id)


@register
class PartnerUndertakings(OversightListingBlock):
    """What one partner is asked for, gives or refuses that is no money."""

    key = "governance.partner_undertakings"
    title = "What is asked of it that is no money"
    subject = "partnerships.Organisation"
    in_reports = False

    def result(self, context: BlockContext) -> OversightListing:
        """By reference."""
        rows = Undertaking.objects.live().visible_to(context.viewer)
        undertakings = rows.filter(partnership=context.partnership, owner=context.subject).order_by(
            "reference"
        )
        headings = ("Reference", "What is to be done", "Kind", "State", "Since", "Due")
        cells = tuple(
            (
                undertaking.reference,
                undertaking.wording,
                undertaking.get_kind_display(),
                undertaking.get_state_display(),
                day_stated(undertaking.said_on),
                undertaking.due_wording or NOT_STATED,
            )
            for undertaking in undertakings
        )
        return OversightListing(
            columns=(Column("Reference", "ref"), Column(headings[1], "main"), *map(Column, headings[2:])),
            rows=tuple(Row(row) for row in cells),
            flat=Table(self.title, headings, cells),
            nothing="Nothing is asked of it, and nothing promised, that is recorded.",
        )
