"""The kernel's models."""

from core.models.audited import (
    AuditedModel,
    StaleEdit,
    TrackedQuerySet,
    UntrackedWrite,
    kept_fields,
)
from core.models.counter import Counter
from core.models.dated import OLDEST_FIRST, Dated
from core.models.file import File
from core.models.user import User
from core.models.windows import WindowColumns, window_columns

__all__ = [
    "OLDEST_FIRST",
    "AuditedModel",
    "Counter",
    "Dated",
    "File",
    "StaleEdit",
    "TrackedQuerySet",
    "UntrackedWrite",
    "User",
    "WindowColumns",
    "kept_fields",
    "window_columns",
]
