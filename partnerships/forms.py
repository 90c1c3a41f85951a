"""Forms of the partnership's own pages."""

from __future__ import annotations

from typing import Any

from core.forms import AuditedForm
from partnerships.models import Board, Partnership


class BoardForm(AuditedForm):
    """A board of a partnership."""

    class Meta:
        model = Board
        fields = ("name", "kind", "parent", "cadence", "quorum", "terms")

    def __init__(self, *args: Any, partnership: Partnership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = partnership.boards.live().exclude(pk=self.instance.pk)
        self.fields["parent"].queryset = others  # type: ignore[attr-defined]
