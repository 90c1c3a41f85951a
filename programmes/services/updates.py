"""Updates: drafted in private, submitted, returned, signed off, reopened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from core.change import change
from core.domain.status import Stage
from core.validation import raise_problems
from partnerships.models import Organisation
from programmes.domain.rounds import UPDATE, RoundState, UpdateState, reopening_problems
from programmes.domain.updates import update_problems
from programmes.models import Action, Draft, Round, Update, words_of

LONGEST_DRAFT = 20_000
IN = (UpdateState.SUBMITTED, UpdateState.SIGNED_OFF)


@transaction.atomic
def save_draft(
    *, update: Update, typed: Mapping[str, str], by: Any, now: datetime, is_ready: bool = False
) -> Draft:
    """Keep what somebody is typing, word for word, for them and the action's leads only.

    ``update`` carries the version its reader saw; the draft remembers it, so that a later submission
    notices what somebody else submitted meanwhile. The update itself shows only that a draft exists.
    Raises ValidationError.
    """
    stored = locked(update)
    raise_problems(stored.writing_problems())
    if sum(len(text) for text in typed.values()) > LONGEST_DRAFT:
        raise ValidationError("This is longer than a draft can be. Shorten it before you save it.")
    seen = update.version
    if stored.state == UpdateState.NOT_STARTED:
        stored.state = UpdateState.DRAFT
        with change(by=by):
            stored.save()
        seen += 1
    begun = Draft.objects.filter(update=stored, author=by).first()
    if begun is not None and begun.typed == dict(typed):
        is_ready = is_ready or begun.is_ready  # nothing was written since it was finished
    values = {"typed": dict(typed), "version": seen, "saved_at": now, "is_ready": is_ready}
    draft, _ = Draft.objects.update_or_create(update=stored, author=by, defaults=values)
    return draft


@transaction.atomic
def save_ready(*, update: Update, typed: Mapping[str, str], by: Any, now: datetime, today: date) -> Draft:
    """Keep a finished answer as its author's draft, to be submitted with the others in one step.

    ``update`` carries the answer as well as the version its reader saw. Raises ValidationError when
    it could not be submitted as it is.
    """
    raise_problems(locked(update).writing_problems())
    raise_problems(update_problems(update.facts, today, words_of(update.action.partnership)))
    return save_draft(update=update, typed=typed, by=by, now=now, is_ready=True)


@transaction.atomic
def discard_draft(*, update: Update, by: Any) -> None:
    """Throw one's own draft away; the update is as if it had not been started, unless others draft too.

    Where it cannot be written any more the update stays as it is: a locked quarter does not change.
    """
    Draft.objects.filter(update=update, author=by).delete()
    stored = locked(update)
    is_begun = stored.state == UpdateState.DRAFT and not stored.submitted_at
    if is_begun and not stored.drafts.exists() and not stored.writing_problems():
        stored.state = UpdateState.NOT_STARTED
        with change(by=by):
            stored.save()


@transaction.atomic
def submit_update(
    *,
    update: Update,
    by: Any,
    now: datetime,
    today: date,
    reason: str = "",
    body: Organisation | None = None,
) -> Update:
    """Submit the answer set on ``update``; the action shows it from now on.

    ``body`` is the organisation that answered through a link, where no person did.

    A submitted answer may be submitted again while it may still be written: it is taken back and
    submitted in one step. Raises ValidationError, StaleEdit.
    """
    stored = locked(update)
    raise_problems(stored.writing_problems())
    state = UpdateState(stored.state)
    if state is UpdateState.SUBMITTED:
        if not _answers_differ(stored, update):
            return stored  # a second press of the button
        raise_problems(UPDATE.problems(state, UpdateState.DRAFT, {}))
        state = UpdateState.DRAFT
    raise_problems(UPDATE.problems(state, UpdateState.SUBMITTED, {}))
    stored.action.partnership = update.action.partnership
    update.action, update.round = stored.action, stored.round
    raise_problems(update_problems(update.facts, today, words_of(update.action.partnership)))
    update.state = UpdateState.SUBMITTED
    update.submitted_by, update.answered_by, update.submitted_at = by, body, now
    if not stored.round.plan.signs_off:
        _settle(update)
    with change(by=by, reason=reason):
        update.full_clean()
        update.save()
        Draft.objects.filter(update=update, author=by).delete()
        show_latest(update.action)
    return update


@transaction.atomic
def return_update(*, update: Update, note: str, by: Any) -> Update:
    """Send a submitted update back with what has to change. Raises ValidationError, StaleEdit."""
    _raise_if_locked(update)
    raise_problems(UPDATE.problems(UpdateState(update.state), UpdateState.RETURNED, {"note": note}))
    update.state, update.returned_note = UpdateState.RETURNED, note.strip()
    with change(by=by, reason=note.strip()):
        update.full_clean()
        update.save()
        show_latest(update.action)
    return update


@transaction.atomic
def sign_off_update(*, update: Update, by: Any, now: datetime) -> Update:
    """Agree a submitted update. Raises ValidationError, StaleEdit."""
    _raise_if_locked(update)
    raise_problems(UPDATE.problems(UpdateState(update.state), UpdateState.SIGNED_OFF, {}))
    update.state, update.signed_by, update.signed_at = UpdateState.SIGNED_OFF, by, now
    update.returned_note = ""
    _settle(update)
    with change(by=by):
        update.full_clean()
        update.save()
    return update


@transaction.atomic
def reopen_updates(
    *,
    round: Round,
    updates: Iterable[Update],
    reason: str,
    by: Any,
    now: datetime,
) -> list[Update]:
    """Let the named updates of a closed or locked round be written again; the rest stay locked.

    Raises ValidationError, StaleEdit.
    """
    chosen = list(updates)
    named = {update.action.reference for update in chosen}
    in_round = set(
        round.updates.filter(pk__in=[update.pk for update in chosen]).values_list(
            "action__reference", flat=True
        )
    )
    raise_problems(reopening_problems(RoundState(round.state), named, reason, in_round))
    with change(by=by, reason=reason.strip()):
        for update in chosen:
            update.reopened_at, update.reopened_why = now, reason.strip()
            if update.state == UpdateState.SIGNED_OFF:
                update.state = UpdateState.DRAFT
                update.signed_by = update.signed_at = None
            update.full_clean()
            update.save()
            show_latest(update.action)
    return chosen


def show_latest(action: Action) -> None:
    """Make the action show its latest update that is in; as never reported when none is."""
    latest = (
        Update.objects.live()
        .filter(action=action, state__in=IN)
        .select_related("round")
        .order_by(F("round__year").desc(), F("round__quarter_number").desc())
        .first()
    )
    shown = Action.objects.select_for_update().get(pk=action.pk)
    shown.stage = latest.stage if latest else Stage.NOT_STARTED
    shown.confidence = latest.confidence if latest else ""
    shown.actual_on = latest.actual_on if latest else None
    shown.reported_in = latest.round if latest else None
    shown.save()


def _answers_differ(update: Update, other: Update) -> bool:
    return any(getattr(update, name) != getattr(other, name) for name in Update.ANSWER)


def _settle(update: Update) -> None:
    """A reopened update locks again as soon as it is agreed."""
    update.reopened_at, update.reopened_why = None, ""


def locked(update: Update) -> Update:
    """The row as it is now, held until the end of the transaction."""
    stored: Update = (
        Update.objects.select_for_update(of=("self",))
        .select_related("round__plan", "action")
        .get(pk=update.pk)
    )
    return stored


def _raise_if_locked(update: Update) -> None:
    if update.round.state == RoundState.LOCKED and not update.is_reopened:
        raise ValidationError(
            f"{update.round.quarter.label} is locked. Reopen this update, giving a reason, before it changes."
        )
