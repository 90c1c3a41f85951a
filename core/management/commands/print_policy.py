"""`manage.py print_policy`: who may do what, as the README prints it."""

from typing import Any

from django.core.management.base import BaseCommand

from core.policy_text import policy_table


class Command(BaseCommand):
    """Prints the policy table."""

    help = "Prints who may do what, as a Markdown table."

    def handle(self, **options: Any) -> None:
        """The table as the README holds it."""
        self.stdout.write(policy_table())
