"""manage.py remove_demo: take the demonstration out of the database."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from core import removal
from core.domain.words import counted, listed

QUESTION = (
    "This removes the partnerships {names} with everything in them, whoever added it, their history, their "
    "files and the people who sign in to the demonstration. It cannot be undone.\nType yes to go on: "
)


class Command(BaseCommand):
    """Asks first, unless told not to."""

    help = "Remove the demonstration's partnerships with everything in them, and its people."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The answer, for scripts."""
        parser.add_argument("--yes", action="store_true", help="Do not ask.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask, remove, say what went and what stayed."""
        if not options["yes"]:
            self.ask()
        try:
            removed = removal.remove()
        except removal.StillUsed as used:
            raise CommandError(f"Nothing was removed: a row of the demonstration is {used}.") from used
        self.stdout.write(f"Removed {counted(removed.gone.total(), 'row')} of the demonstration.")
        for name in removed.kept:
            self.stdout.write(f"Kept: {name}")

    def ask(self) -> None:
        """Stop unless somebody is there and says yes."""
        if not sys.stdin.isatty():
            raise CommandError("Nobody is here to be asked. Add --yes to remove the demonstration.")
        names = listed(removal.loaded_keys("partnerships.partnership"))
        if input(QUESTION.format(names=names)).strip().lower() != "yes":
            raise CommandError("Nothing was removed.")
