"""The admin."""

from governance.admin import reports, risks

__all__ = ["reports", "risks"]
