"""The admin."""

from governance.admin import reports, risks, undertakings

__all__ = ["reports", "risks", "undertakings"]
