"""The kernel's name and start-up."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class CoreConfig(AppConfig):
    """Finds every app's blocks, as the admin finds every app's admin."""

    name = "core"
    verbose_name = "People and system"

    def ready(self) -> None:
        """Register the blocks that pages, dashboards and reports are composed of."""
        autodiscover_modules("blocks")
