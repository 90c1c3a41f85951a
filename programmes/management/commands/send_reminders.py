"""manage.py send_reminders: today's letters about updates that are missing."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from core.domain.moments import london_day
from core.domain.words import counted, listed
from programmes.queries.chasing import Digest, chasing_on
from programmes.services import send_digest


class Command(BaseCommand):
    """For a timer, once a day or more often: nothing is sent twice."""

    help = "Sends one letter to everybody whose updates are missing, on the days that call for one."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="say what would be sent, and send nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Send, and say one line for each letter."""
        now, dry = timezone.now(), options["dry_run"]
        today = london_day(now)
        chasing = chasing_on(today)
        sent = 0
        for digest in chasing.digests:
            done = dry or send_digest(digest, today=today, now=now)
            sent += done
            verb = "would go" if dry else "went" if done else "could not go"
            self.stdout.write(f"A letter {verb} {described(digest)}.")
        for update in chasing.nobody:
            self.stdout.write(f"Nobody can be asked for {update}: it has no lead, and its owner no officer.")
        if not chasing.digests:
            self.stdout.write("Nobody has to be reminded today.")
        if sent < len(chasing.digests):
            self.stderr.write(f"{counted(len(chasing.digests) - sent, 'letter')} left for the next run.")


def described(digest: Digest) -> str:
    """To whom, for whom, about what."""
    to = listed([person.email for person in digest.to])
    instead = f" in place of {digest.person.email}" if digest.is_in_place else ""
    copies = f", with a copy to {listed([person.email for person in digest.copies])}" if digest.copies else ""
    references = listed([update.reference for update in digest.updates])
    occasions = listed(sorted({occasion.label.lower() for _, occasion, _ in digest.occasions}))
    return f"to {to}{instead}{copies} ({occasions}): {references}"
