"""Secret addresses: a person's calendar, and a partner body's three questions. Signed, and revocable."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, TypeVar

from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from core.change import change
from core.models import AuditedModel, User
from partnerships.models import Organisation
from programmes.models import CalendarFeed, PartnerLink, Plan

Row = TypeVar("Row", CalendarFeed, PartnerLink)
LONGEST_LIFE = 120  # days: a quarter, its round, and some


def token_of(row: AuditedModel) -> str:
    """What stands in the row's secret address. Nobody can make it without the server's secret."""
    return signing.dumps(row.pk, salt=_salt(type(row)))


def row_of(model: type[Row], token: str) -> Row | None:
    """The row a secret address names, revoked and expired ones too; None where none was given out."""
    try:
        pk = signing.loads(token, salt=_salt(model))
    except signing.BadSignature:
        return None
    row: Row | None = model.objects.filter(pk=pk).first()
    return row


def _salt(model: type[AuditedModel]) -> str:
    return f"programmes.{model._meta.model_name}"


@transaction.atomic
def make_feed(*, person: User, now: datetime) -> CalendarFeed:
    """A calendar at a new address for a person; any older address of theirs stops working."""
    revoke_feeds(person=person, now=now)
    last = CalendarFeed.objects.filter(person=person).aggregate(last=Max("number"))["last"] or 0
    feed = CalendarFeed(person=person, number=last + 1)
    with change(by=person):
        feed.full_clean()
        feed.save()
    return feed


@transaction.atomic
def revoke_feeds(*, person: User, now: datetime) -> int:
    """Make a person's calendar addresses stop working. How many did."""
    rows = list(CalendarFeed.objects.select_for_update().filter(person=person, revoked_at=None))
    with change(by=person, reason="Revoked."):
        for row in rows:
            row.revoked_at = now
            row.save()
    return len(rows)


@transaction.atomic
def make_link(
    *, plan: Plan, organisation: Organisation, expires_on: date, by: Any, today: date
) -> PartnerLink:
    """A link for one organisation's actions in a plan, until a day. Raises ValidationError.

    Only for a body that owns an action of the plan: others have nothing to answer.
    """
    if expires_on < today:
        raise ValidationError({"expires_on": "This day is over. Give one that is still to come."})
    if (expires_on - today).days > LONGEST_LIFE:
        sentence = f"A link works for {LONGEST_LIFE} days at most. Make another one when it ends."
        raise ValidationError({"expires_on": sentence})
    if not plan.actions.live().filter(owner=organisation).exists():
        sentence = f"{organisation} owns no action of this plan, so it has nothing to answer."
        raise ValidationError({"organisation": sentence})
    Plan.objects.select_for_update().get(pk=plan.pk)  # two made at once get two numbers
    numbers = PartnerLink.objects.filter(plan=plan, organisation=organisation)
    number = (numbers.aggregate(last=Max("number"))["last"] or 0) + 1
    link = PartnerLink(plan=plan, organisation=organisation, number=number, expires_on=expires_on, made_by=by)
    with change(by=by):
        link.full_clean()
        link.save()
    return link


@transaction.atomic
def revoke_link(*, link: PartnerLink, by: Any, now: datetime) -> PartnerLink:
    """Make a link stop working. Raises ValidationError where it does not work any more, StaleEdit."""
    if link.revoked_at:
        raise ValidationError("This link is revoked already.")
    link.revoked_at = now
    with change(by=by, reason="Revoked."):
        link.save()
    return link


@transaction.atomic
def note_use(*, link: PartnerLink, used_for: str, now: datetime) -> PartnerLink:
    """Write into a link's history that it was used, and for what."""
    row: PartnerLink = PartnerLink.objects.select_for_update().get(pk=link.pk)
    row.used_at, row.uses = now, row.uses + 1
    with change(reason=used_for):
        row.save()
    return row
