"""The process that makes PDFs."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from governance.reports.render import address_of, key_of
from governance.reports.render.renderer import AlreadyServed, Renderer


class Command(BaseCommand):
    """Runs until it is ended by a signal; one for each data folder."""

    help = "Make PDFs for the web workers, until a signal ends it."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Listen."""
        try:
            Renderer(address_of(settings.RENDERER_SOCKET), key_of(settings.SECRET_KEY)).serve()
        except AlreadyServed as served:
            raise CommandError(str(served)) from served
        except KeyboardInterrupt:
            return
