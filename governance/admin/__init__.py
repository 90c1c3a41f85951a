"""The admin."""

from governance.admin import risks

__all__ = ["risks"]
