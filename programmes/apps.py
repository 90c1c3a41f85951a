"""The app's name."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """Plans and updates."""

    name = "programmes"
    verbose_name = "Plans and updates"
