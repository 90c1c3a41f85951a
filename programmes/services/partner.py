"""A partner body answers through its link: submitted where that is enough, else kept for the link's maker."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from core.change import change
from core.domain.status import Status
from core.validation import raise_problems
from programmes.domain.partner import needs_more, partner_facts
from programmes.domain.updates import UpdateFacts
from programmes.models import Draft, PartnerLink, Update
from programmes.services.addresses import note_use
from programmes.services.updates import locked, save_draft, submit_update


@transaction.atomic
def answer_through_link(
    *,
    link: PartnerLink,
    update: Update,
    going: Status,
    words: str,
    help_wanted: str,
    now: datetime,
    today: date,
) -> bool:
    """Take a partner body's three answers; whether they are submitted, or kept to be completed.

    ``update`` carries the version its reader saw. Raises ValidationError where the link does not work,
    the update is not the body's, or may not be written; StaleEdit when somebody answered meanwhile.
    """
    if not link.works_on(today):
        raise ValidationError("This link does not work any more. Ask whoever sent it for a new one.")
    stored = locked(update)
    if stored.action.owner_id != link.organisation_id or stored.round.plan_id != link.plan_id:
        raise ValidationError("This action is not one of those the link is for.")
    raise_problems(stored.writing_problems())
    facts = partner_facts(going, words, help_wanted)
    with change(reason=f"Answered by {link.organisation} through link {link.number}."):
        if needs_more(going):
            _keep_for_maker(link, stored, facts, help_wanted, now)
        else:
            update.stage, update.confidence = facts.stage or "", facts.confidence or ""
            update.words, update.reason, update.help_wanted = facts.words, facts.reason, help_wanted.strip()
            update.recovery, update.recovery_owner, update.recovery_on = "", "", None
            update.actual_on = None
            submit_update(update=update, by=None, body=link.organisation, now=now, today=today)
        note_use(link=link, used_for=f"Answered {stored.action.reference}: {going.label.lower()}.", now=now)
    return not needs_more(going)


def _keep_for_maker(
    link: PartnerLink, update: Update, facts: UpdateFacts, help_wanted: str, now: datetime
) -> None:
    """The answers as a draft of the person who made the link, below what they may have begun to write."""
    begun = Draft.objects.filter(update=update, author=link.made_by).first()
    typed = dict(begun.typed) if begun else {}
    words = f"{typed['words']}\n\n{facts.words}" if typed.get("words") else facts.words
    typed |= {
        "stage": str(facts.stage or ""),
        "confidence": str(facts.confidence or ""),
        "words": words,
        "reason": facts.reason,
        "help_wanted": help_wanted.strip(),
    }
    save_draft(update=update, typed=typed, by=link.made_by, now=now)
