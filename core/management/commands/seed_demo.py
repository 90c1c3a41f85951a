"""manage.py seed_demo: load the demonstration into an empty database."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from core import seeding
from core.fixture_checks import UnfitFixture
from core.story import StoryWrong


class Command(BaseCommand):
    """Loads it once; a second time it only sees to it that the sign-ins can be read."""

    help = "Load the demonstration into an empty database. Only with MODE=demo."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """When it is today, and the sign-ins alone."""
        parser.add_argument("--today", type=_day, help="The day to lay the example out for, as 2026-11-22.")
        parser.add_argument("--sign-ins", action="store_true", help="Print the sign-ins, and load nothing.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, or print the sign-ins."""
        if not settings.DEMO:
            raise CommandError(
                "The demonstration is only for trying Joint Plan out, so it is never loaded in production. "
                "Set MODE=demo and another DATABASE_URL to see it."
            )
        if options["sign_ins"]:
            self.stdout.write(self.sign_ins().rstrip("\n"))
            return
        if seeding.is_empty():
            counted = self.load(options["today"] or timezone.localdate())
            seeding.draw_sign_ins()
            rows = sum(counted.values())
            self.stdout.write(f"The demonstration is loaded: {rows} rows.")
        else:
            self.sign_ins()
            self.stdout.write("The database holds partnerships already, so nothing was loaded.")

    def load(self, today: date) -> dict[str, int]:
        """All of it, or nothing and a sentence that says which file and which row or entry."""
        try:
            return seeding.load(today)
        except (UnfitFixture, StoryWrong) as wrong:
            raise CommandError(str(wrong)) from wrong

    def sign_ins(self) -> str:
        """The sign-ins as kept. When their file is lost, new passwords are drawn."""
        kept = seeding.kept_sign_ins()
        if kept is None:
            seeding.draw_sign_ins()
            kept = seeding.kept_sign_ins() or ""
        return kept


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise CommandError(f"{text} is not a day. Write it like 2026-11-22.") from wrong
