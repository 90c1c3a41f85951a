"""Writes that mean more than one row: a whole split, an agreed option, a contribution's next step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from simple_history.utils import bulk_create_with_history

from core.change import bulk_writes, change
from core.services import next_reference, save_row
from core.validation import raise_problems
from funding.domain.agreed_split import whole_problems
from funding.domain.extract import LedgerLine
from funding.models import (
    Actual,
    Contribution,
    Option,
    Phase,
    ProfileMove,
    Share,
    Split,
    Transfer,
)
from funding.queries import recorded_lines


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
    with change(by=by, reason=reason):
        if not split.reference:
            split.reference = next_reference(split.partnership.slug, "SP")
        split.full_clean()
        split.save()
        for share in shares:
            share.split = split
            share.full_clean()
            share.save()
        # Held against the stored rows as well: a share that was not passed in would break it unnoticed.
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


@transaction.atomic
def ask_for_move(*, move: ProfileMove, by: Any) -> ProfileMove:
    """Keep a request to spend in another quarter, under the next reference. Raises ValidationError."""
    move.reference = next_reference(move.partnership.slug, "MV")
    return save_row(move, by=by)


@transaction.atomic
def take_extract(*, phase: Phase, lines: Sequence[LedgerLine], by: Any, reason: str) -> int:
    """Record ledger lines of a phase as one change, all or none, and say how many.

    Raises ValidationError when one of them is recorded already: somebody took the same file meanwhile.
    """
    repeated = sorted({line.reference for line in lines} & set(recorded_lines(phase)))
    if repeated:
        raise ValidationError(f"{repeated[0]} is recorded already. Check the file again; nothing was taken.")
    rows = [
        Actual(
            phase=phase,
            ledger_reference=line.reference,
            on=line.on,
            wording=line.wording,
            amount=line.amount,
            source=reason,
        )
        for line in lines
    ]
    with change(by=by, reason=reason), bulk_writes():
        bulk_create_with_history(rows, Actual, batch_size=500, default_user=by, default_change_reason=reason)
    return len(rows)
