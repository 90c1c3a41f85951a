"""Standing in for somebody who is away: their updates, and the letters about them, go to another person."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from core import services as kernel
from core.change import change
from core.models import Dated, User
from core.permissions import Role
from partnerships.models import Grant

WORKING = (Role.OFFICER, Role.THEME_LEAD, Role.PARTNER_OFFICER)


@transaction.atomic
def stand_in(*, person: User, cover: User, first: date, last: date, by: Any, today: date) -> list[Grant]:
    """Let ``cover`` do ``person``'s own work from the first day to the last, in every place they have it.

    Raises ValidationError where the last day is before the first or over, or there is no work to take over.
    """
    if last < first:
        raise ValidationError({"last": "The last day must be on or after the first."})
    if last < today:
        raise ValidationError({"last": "This day is over. Give one that is still to come."})
    own = Grant.objects.live().filter(Dated.on(today), user=person, acting_for=None, role__in=WORKING)
    places = list(own)
    if not places:
        raise ValidationError("There is no work of yours that somebody could stand in for.")
    grants = []
    with change(by=by, reason=f"{cover} stands in for {person}."):
        for grant in places:
            grants.append(
                kernel.save_row(
                    Grant(
                        user=cover,
                        role=grant.role,
                        partnership=grant.partnership,
                        board=grant.board,
                        organisation=grant.organisation,
                        acting_for=person,
                        effective_from=first,
                        effective_to=last,
                    ),
                    by=by,
                )
            )
    return grants


@transaction.atomic
def come_back(*, person: User, by: Any, today: date) -> int:
    """End everybody's standing in for a person, begun or not, as of yesterday. How many ended."""
    ended = 0
    yesterday = today - timedelta(days=1)
    with change(by=by, reason=f"{person} is back."):
        for grant in Grant.objects.live().filter(acting_for=person, effective_to__gte=today):
            grant.effective_to = yesterday
            grant.effective_from = min(grant.effective_from or yesterday, yesterday)
            grant.full_clean()
            grant.save()
            ended += 1
    return ended
