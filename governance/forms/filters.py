"""What the lists of risks and decisions can be narrowed by, as forms in the address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import F, QuerySet
from django.forms.boundfield import BoundField

from core.tables import Column
from governance.models import Decision
from partnerships.models import Board, Partnership


@dataclass(frozen=True)
class Chip:
    """A filter in force, and the address of the list without it."""

    label: str
    url: str


class ListFilter(forms.Form):
    """Filters of one list. A key the list does not know is refused, never ignored: a mistyped filter
    would otherwise show everything and look like an answer."""

    noun = "list"
    orders: Mapping[str, tuple[Any, ...]] = {}  # the first is the one nobody asked for

    sort = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_sort(self) -> str:
        """One of the orders the list knows, the first when none was asked for."""
        wanted = str(self.cleaned_data["sort"] or next(iter(self.orders)))
        if wanted not in self.orders:
            raise ValidationError(f"The {self.noun} cannot be sorted by “{wanted}”.", code="sort")
        return wanted

    def clean(self) -> dict[str, Any]:
        """Only keys that exist."""
        unknown = sorted(set(self.data) - set(self.fields) - {"page"})
        if unknown:
            raise ValidationError(
                f"The {self.noun} has no filter called “{unknown[0]}”. Take it out of the address.",
                code="unknown",
            )
        return super().clean() or self.cleaned_data

    def order(self) -> tuple[Any, ...]:
        """What to sort by."""
        return self.orders[self.cleaned_data["sort"]]

    def narrow(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows that pass, in the order asked for."""
        raise NotImplementedError

    def applied(self) -> dict[str, str]:
        """The filters in force as an address holds them, without the order and the page."""
        return {name: self.data[name] for name in self.fields if name != "sort" and self.data.get(name)}

    def context(self, nothing: str, **offer: str) -> dict[str, Any]:
        """What core/list.html shows of the filters. ``nothing`` is the sentence for a list that has no rows at
        all; ``offer`` may add the url and label of what to do about it."""
        empty = {"text": nothing, **offer}
        if self.errors:
            empty = {
                "text": "Nothing is shown until the filters are put right.",
                "url": "?",
                "label": "Show all",
            }
        elif self.applied():
            empty = {
                "text": f"Nothing in the {self.noun} matches these filters.",
                "url": self.clear_url(),
                "label": "Show all",
            }
        return {
            "form": self,  # base.html takes its errors from here
            "chips": self.chips() if self.is_valid() else [],
            "clear_url": self.clear_url(),
            "query": self.query(),
            "empty": empty,
        }

    def chips(self) -> list[Chip]:
        """Each filter in force, with the way to take it off."""
        applied, kept = self.applied(), self._kept_sort()
        return [
            Chip(f"{self[name].label}: {_words(self[name])}", _address({**applied, **kept}, without=name))
            for name in applied
        ]

    def clear_url(self) -> str:
        """The list with no filter, in the same order."""
        return _address(self._kept_sort())

    def query(self) -> str:
        """Everything but the page, for the links to other pages: "state=open&", or nothing."""
        given = {**self.applied(), **self._kept_sort()}
        return f"{urlencode(given)}&" if given else ""

    def sort_url(self, order: str) -> str:
        """The same list in another order."""
        return _address({**self.applied(), "sort": order})

    def column(self, label: str, kind: str = "", order: str = "", *, downward: bool = False) -> Column:
        """A column whose heading sorts the list; it says so when the list is sorted by it."""
        now = self.is_valid() and self.cleaned_data["sort"] == order
        words = "descending" if downward else "ascending"
        return Column(label, kind, self.sort_url(order), words if now else "")

    def _kept_sort(self) -> dict[str, str]:
        return {"sort": self.data["sort"]} if self.data.get("sort") else {}


def _address(given: dict[str, str], without: str = "") -> str:
    return "?" + urlencode({name: value for name, value in given.items() if name != without})


def _words(bound: BoundField) -> str:
    """The choice in words."""
    choices: Iterable[tuple[Any, Any]] = getattr(bound.field, "choices", ())
    data = str(bound.data)
    return next((str(label) for key, label in choices if str(key) == data), data)


NEWEST_FIRST = (F("decided_last").desc(nulls_last=True), "reference")


class DecisionFilter(ListFilter):
    """Decisions by what became of them and by who took them."""

    noun = "list of decisions"
    orders = {
        "newest": NEWEST_FIRST,
        "reference": ("reference",),
        "due": (F("due_on").asc(nulls_last=True), "reference"),
    }

    state = forms.ChoiceField(
        label="State", required=False, choices=[("", "Any state"), *Decision.State.choices()]
    )
    board = forms.ModelChoiceField(
        Board.objects.none(), to_field_name="reference", required=False, empty_label="Any board"
    )

    def __init__(self, data: Any, *, partnership: Partnership) -> None:
        super().__init__(data)
        self.fields["board"].queryset = partnership.boards.live()  # type: ignore[attr-defined]

    def narrow(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The decisions that pass."""
        given = self.cleaned_data
        if given["state"]:
            rows = rows.filter(state=given["state"])
        if given["board"]:
            rows = rows.filter(board=given["board"])
        return rows.order_by(*self.order())
