"""The app's name."""

from django.apps import AppConfig


class PartnershipsConfig(AppConfig):
    """Partnerships."""

    name = "partnerships"
    verbose_name = "Partnerships"
