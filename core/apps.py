"""The kernel's name and start-up."""

from importlib import import_module
from pkgutil import iter_modules

from django.apps import AppConfig, apps
from django.utils.module_loading import autodiscover_modules


class CoreConfig(AppConfig):
    """Finds every app's blocks, as the admin finds every app's admin."""

    name = "core"
    verbose_name = "People and system"

    def ready(self) -> None:
        """Register the blocks that pages, dashboards and reports are composed of."""
        autodiscover_modules("blocks")
        for app in apps.get_app_configs():  # a large app has rooms, and a room offers its own as an app does
            rooms = [module.name for module in iter_modules([app.path]) if module.ispkg]
            for room in rooms:
                if "blocks" in {module.name for module in iter_modules([f"{app.path}/{room}"])}:
                    import_module(f"{app.name}.{room}.blocks")
