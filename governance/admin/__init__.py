"""The admin."""

from governance.admin import reports, risks, ties, undertakings

__all__ = ["reports", "risks", "ties", "undertakings"]
