"""Giving more time to a round, or to some of its updates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from core.change import change
from core.models import StaleEdit
from core.validation import raise_problems
from programmes.domain.extending import extension_problems
from programmes.domain.rounds import RoundState
from programmes.models import Round, Update
from programmes.queries import closures


@transaction.atomic
def extend_round(*, round: Round, due_on: date | None, reason: str, by: Any, today: date) -> Round:
    """A later due date for everybody in an open round; sign-off moves along where it would come first.

    ``round`` carries the version its reader saw. Raises ValidationError, StaleEdit.
    """
    _check(round, round.due_on, due_on, reason, today)
    round.due_on = due_on
    round.sign_off_on = max(filter(None, (round.sign_off_on, due_on)), default=None)
    with change(by=by, reason=reason.strip()):
        round.full_clean()
        round.save()
    return round


@transaction.atomic
def extend_updates(
    *, round: Round, updates: Iterable[Update], due_on: date | None, reason: str, by: Any, today: date
) -> list[Update]:
    """A later due date for the named updates of an open round alone, all or none.

    Raises ValidationError, also where none is named, one is in already or belongs elsewhere; StaleEdit.
    """
    if Round.objects.select_for_update().get(pk=round.pk).version != round.version:
        raise StaleEdit(round, round.version)
    chosen = list(updates)
    if not chosen:
        raise ValidationError({"updates": "Name the updates that have more time."})
    for update in chosen:
        if update.round_id != round.pk or update.is_in:
            raise ValidationError(
                {"updates": f"{update.action.reference} is in already, or is not asked in this round."}
            )
    # The latest of their due dates: everybody named has more time than before, nobody less.
    _check(round, max((update.due for update in chosen if update.due), default=None), due_on, reason, today)
    with change(by=by, reason=reason.strip()):
        for update in chosen:
            update.due_on = due_on
            update.full_clean()
            update.save()
    return chosen


def _check(row: Round, due: date | None, new: date | None, reason: str, today: date) -> None:
    raise_problems(
        extension_problems(RoundState(row.state), due, row.lock_on, new, reason, today, closures(row.plan))
    )
