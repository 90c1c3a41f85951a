"""Writes that mean more than one row: a whole split, an agreed option, a contribution's next step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from core.change import change
from core.services import next_reference, save_row
from core.validation import raise_problems
from funding.domain.agreed_split import whole_problems
from funding.models import Contribution, Option, Phase, Share, Split, Transfer


@transaction.atomic
def add_phase(*, phase: Phase, by: Any) -> Phase:
    """Keep a new phase under the next reference of its partnership. Raises ValidationError."""
    phase.reference = next_reference(phase.partnership.slug, "PH")
    return save_row(phase, by=by)


@transaction.atomic
def save_split(*, split: Split, shares: Sequence[Share], by: Any, reason: str = "") -> Split:
    """Save a split and its shares as one change, or refuse all of it.

    ``shares`` are all of them, changed or not; those with ``archived_at`` set are taken out. Amounts
    are filled in by the rule when every one is None. A new split without a reference is given the next.
    Raises ValidationError when the rule does not work or the shares are not the total, StaleEdit.
    """
    raise_problems(split.work_out([share for share in shares if share.archived_at is None]))
    split.comes_with_shares = True
    with change(by=by, reason=reason):
        if not split.reference:
            split.reference = next_reference(split.partnership.slug, "SP")
        split.full_clean()
        split.save()
        for share in shares:
            share.split = split
            share.full_clean()
            share.save()
        # Held against the stored rows as well: a share nobody passed in would break the whole unseen.
        raise_problems(whole_problems(split.total, [share.amount for share in split.shares.live()]))
    return split


@transaction.atomic
def agree_option(*, option: Option, by: Any, reason: str = "") -> Option:
    """Make an option the agreed one of its phase; the others stay readable as not taken.

    ``option`` carries the decision: board, decided_on and, where there is one, minute.
    Raises ValidationError without a decision, StaleEdit.
    """
    option.state = Option.State.AGREED
    with change(by=by, reason=reason or f"{option.name} was agreed."):
        option.clean()
        others = Option.objects.live().filter(phase=option.phase).exclude(pk=option.pk)
        for other in others.exclude(state=Option.State.NOT_TAKEN):
            other.state = Option.State.NOT_TAKEN
            other.full_clean()
            other.save()
        option.full_clean()
        option.save()
    return option


@transaction.atomic
def add_transfer(*, transfer: Transfer, by: Any) -> Transfer:
    """Write an entry between two partners under the next reference. Raises ValidationError."""
    transfer.reference = next_reference(transfer.partnership.slug, "TR")
    return save_row(transfer, by=by, reason=transfer.why)


@transaction.atomic
def move_contribution(*, contribution: Contribution, by: Any, reason: str = "") -> Contribution:
    """Save a contribution at its next state, with the date and the decision it carries.

    Raises ValidationError when the step is not one that can follow the stored state, when it lacks its
    date or decision, or when a condition is unmet; StaleEdit.
    """
    return save_row(contribution, by=by, reason=reason)
