"""Forms of the partnership's own pages."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms

from core.domain.words import day_words
from core.filters import FilterForm
from core.forms import AuditedForm
from core.models import Dated
from partnerships.models import Board, Partnership


class AsAtFilter(FilterForm):
    """The day a page is shown for; today, with what ended before it, when nobody asks for one.

    It asks what held on that day, as the rows say, and not what was believed on it: that is history.
    """

    at = forms.DateField(label="As it stood on", required=False)

    def __init__(self, *args: Any, today: datetime.date, through: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        self.through = through

    @property
    def asked(self) -> datetime.date | None:
        """The day asked for; None when the address has none, or something that is not a day."""
        day: datetime.date | None = self.cleaned_data.get("at") if self.is_valid() else None
        return day

    @property
    def day(self) -> datetime.date:
        return self.asked or self.today

    def narrow(self, rows: Any) -> Any:
        """The rows that hold on the day asked for. ``through`` is the path to the row that has the dates."""
        if self.asked is None:
            return rows
        return rows.filter(Dated.on(self.asked, self.through))

    def said(self) -> str:
        """The day, for a heading: "as they stood on 30 June 2018"; empty for today."""
        return f"as they stood on {day_words(self.asked)}" if self.asked else ""

    def _said(self, name: str) -> str:
        return day_words(self.asked) if self.asked else super()._said(name)


class BoardForm(AuditedForm):
    class Meta:
        model = Board
        fields = ("name", "kind", "parent", "cadence", "quorum", "terms")

    def __init__(self, *args: Any, partnership: Partnership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = partnership.boards.live().exclude(pk=self.instance.pk)
        self.fields["parent"].queryset = others  # type: ignore[attr-defined]
