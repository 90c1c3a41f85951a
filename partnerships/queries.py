"""Reads: who is in a partnership, what holds on a day, and what a user was granted."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from core.models import Dated
from core.permissions import Granted, Role
from partnerships.models import Board, Grant, Membership, Partnership, Seat, Standing


def grants_for(user: Any, today: datetime.date) -> Iterator[Granted]:
    """The user's grants that hold today, as the policy needs them. At most three queries.

    A superuser is an administrator. An organisation's grant reads every partnership the organisation
    is in; a board's grant reads its partnership.
    """
    if user.is_superuser:
        yield Granted(Role.ADMINISTRATOR, everywhere=True)
    held = list(Grant.objects.live().filter(Dated.on(today), user=user).select_related("board"))
    organisations = {grant.organisation_id for grant in held if grant.organisation_id}
    member_of: dict[int, set[int]] = {}
    if organisations:
        pairs = Membership.objects.live().filter(organisation__in=organisations)
        for organisation, partnership in pairs.values_list("organisation_id", "partnership_id"):
            member_of.setdefault(organisation, set()).add(partnership)
    for grant in held:
        board = grant.board
        readable = member_of.get(grant.organisation_id or 0, set())
        yield Granted(
            role=Role(grant.role),
            everywhere=grant.role == Role.ADMINISTRATOR,
            partnerships=frozenset({grant.partnership_id} if grant.partnership_id else ()),
            readable=frozenset(
                readable | ({board.partnership_id} if board and board.partnership_id else set())
            ),
            board=grant.board_id,
            organisation=grant.organisation_id,
        )


@dataclass(frozen=True)
class Member:
    """A member and its state on a day, as printed; "Not stated" when no state holds that day."""

    name: str
    code: str
    state: str
    since: str
    source: str


def members_on(partnership: Partnership, day: datetime.date) -> list[Member]:
    """Every member with its standing on the day, by name. Two queries."""
    memberships = list(partnership.memberships.live().select_related("organisation"))
    standings: dict[int, Standing] = {
        standing.membership_id: standing
        for standing in Standing.objects.live()
        .filter(Dated.on(day), membership__in=memberships)
        .order_by("membership", "order")
    }
    return [_member(membership, standings.get(membership.pk)) for membership in memberships]


def _member(membership: Membership, standing: Standing | None) -> Member:
    return Member(
        name=membership.organisation.name,
        code=membership.organisation.code,
        state=standing.get_state_display() if standing else "Not stated",
        since=standing.dates_as_printed if standing else "",
        source=standing.source if standing else "",
    )


def seats_on(board: Board, day: datetime.date) -> list[Seat]:
    """The board's seats that exist on the day, in order, vacancies included. One query."""
    return list(board.seats.live().filter(Dated.on(day)).select_related("organisation"))
