"""The app's name."""

from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    """Governance and reports."""

    name = "governance"
    verbose_name = "Governance and reports"
