"""Writing to people: what is due from them, and what came back."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import date, datetime
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse

from core.change import change
from programmes.domain.chasing import subject
from programmes.models import Reminder, Update
from programmes.queries.chasing import Digest

log = logging.getLogger(__name__)
NOT_SENT = (SMTPException, OSError)


def send_digest(digest: Digest, *, today: date, now: datetime, by: Any = None) -> bool:
    """Send one person's letter and remember it, so that nothing is sent twice; False when it was not sent.

    ``by`` is who asked for it; None is the timer.

    The memory is written first and given up when the mail server refuses, so two timers running at
    once send one letter and a refusal is tried again by the next run.
    """
    try:
        with transaction.atomic(), change(by=by, reason="Reminder"):
            for row, occasion, due_on in digest.occasions:
                Reminder(
                    round=row, person=digest.person, occasion=occasion, due_on=due_on, sent_at=now
                ).save()
            _send(
                "digest",
                subject(len(digest.updates), digest.due_on, today),
                [person.email for person in digest.to],
                [person.email for person in digest.copies],
                digest=digest,
                list_url=settings.SITE_URL + reverse("programmes:my_updates"),
            )
    except IntegrityError:
        return False  # another run was quicker
    except NOT_SENT:
        log.exception("A reminder could not be sent; the next run tries again.")
        return False
    return True


def tell_returned(update: Update) -> bool:
    """Write to the person who submitted an update that it came back, and why; False when no letter went."""
    writer = update.submitted_by or update.action.lead
    if writer is None or not writer.is_active:
        return False
    try:
        _send(
            "returned",
            f"{update.action.reference}: your update came back",
            [writer.email],
            (),
            update=update,
            update_url=settings.SITE_URL + update.get_absolute_url(),
        )
    except NOT_SENT:
        log.exception("A note about a returned update could not be sent.")
        return False
    return True


def _send(template: str, about: str, to: Iterable[str], copies: Iterable[str], **context: Any) -> None:
    """One letter as text and as HTML; replies reach the people named in CONTACT_EMAIL."""
    context |= {"subject": about, "contact": settings.CONTACT_EMAIL}
    letter = EmailMultiAlternatives(
        about,
        render_to_string(f"programmes/letters/{template}.txt", context),
        to=list(to),
        cc=list(copies),
        reply_to=[settings.CONTACT_EMAIL],
    )
    letter.attach_alternative(render_to_string(f"programmes/letters/{template}.html", context), "text/html")
    letter.send()
