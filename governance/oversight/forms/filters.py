"""What the lists of risks and decisions can be narrowed by, as forms in the address."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import F, QuerySet

from core.domain.periods import Quarter
from core.filters import FilterForm
from core.tables import Column
from governance.models import DecidedMove, Decision, Risk
from governance.oversight.domain.risk_score import NOT_SCORED
from governance.oversight.queries.moves import ASKED
from governance.oversight.queries.risks import WORST_FIRST, Matrices, in_band, on_register, ranked
from partnerships.models import Board, Partnership
from programmes.domain.moves import DateMoveState


class ListFilter(FilterForm):
    """Filters of one list, and the order it is in."""

    noun = "list"
    orders: Mapping[str, tuple[Any, ...]] = {}  # the first is the one nobody asked for

    sort = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_sort(self) -> str:
        """One of the orders the list knows, the first when none was asked for."""
        wanted = str(self.cleaned_data["sort"] or next(iter(self.orders)))
        if wanted not in self.orders:
            raise ValidationError(f"The {self.noun} cannot be sorted by “{wanted}”.", code="sort")
        return wanted

    def order(self) -> tuple[Any, ...]:
        return self.orders[self.cleaned_data["sort"]]

    def applied(self) -> list[str]:
        """The filters that are set; the order leaves nothing out, so it is none."""
        return [name for name in super().applied() if name != "sort"]

    def context(self, nothing: str, **offer: str) -> dict[str, Any]:
        """What core/list.html shows of the filters.

        ``nothing`` is the sentence for a list without any row; ``offer`` may add url and label of what to do.
        """
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
                "url": self.address(),
                "label": "Show all",
            }
        return {
            "form": self,  # base.html takes its errors from here
            "chips": self.chips(),
            "clear_url": self.address(),
            "query": self.query(),
            "empty": empty,
        }

    def column(self, label: str, kind: str = "", order: str = "", *, downward: bool = False) -> Column:
        """A column whose heading sorts the list; it says so when the list is sorted by it."""
        now = self.is_valid() and self.cleaned_data["sort"] == order
        words = "descending" if downward else "ascending"
        kept = {name: self.data[name] for name in self.applied()}
        return Column(label, kind, self.address(**{**kept, "sort": order}), words if now else "")

    def address(self, **given: str) -> str:
        """The list with these filters, in the order it is in unless another is given."""
        kept = {"sort": self.data["sort"]} if self.data.get("sort") else {}
        return "?" + urlencode(kept | given)


ONE_DAY = datetime.timedelta(days=1)
ONE_MONTH = datetime.timedelta(days=30)
UNSCORED = "unscored"
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
        Board.objects.none(),
        label="Board",
        to_field_name="reference",
        required=False,
        empty_label="Any board",
    )

    def __init__(self, data: Any, *, partnership: Partnership) -> None:
        super().__init__(data)
        self.fields["board"].queryset = partnership.boards.live()  # type: ignore[attr-defined]

    def narrow(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        given = self.cleaned_data
        if given["state"]:
            rows = rows.filter(state=given["state"])
        if given["board"]:
            rows = rows.filter(board=given["board"])
        return rows.order_by(*self.order())


class MoveFilter(ListFilter):
    """Change requests by what became of them, and by whether a decision is tied to them."""

    noun = "list of date changes"
    orders = {
        "newest": ("-asked_on", "action__reference", "number"),
        "reference": ("action__reference", "number"),
    }

    state = forms.ChoiceField(
        label="State",
        required=False,
        choices=[("", "Any state"), *((state.value, state.label) for state in ASKED)],
    )
    decision = forms.ChoiceField(
        label="Recorded decision",
        required=False,
        choices=[("", "Tied or not"), ("tied", "Tied"), ("missing", "None tied yet")],
    )

    def narrow(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The requests that pass; one that was never let stand misses no decision."""
        given = self.cleaned_data
        if given["state"]:
            rows = rows.filter(state=given["state"])
        tied = DecidedMove.objects.live().values("move")
        if given["decision"] == "tied":
            rows = rows.filter(pk__in=tied)
        elif given["decision"] == "missing":
            rows = rows.filter(state__in=DateMoveState.decided()).exclude(pk__in=tied)
        return rows.order_by(*self.order())


class RiskFilter(ListFilter):
    """Risks by state, band, owner and review, as they stood today or at the end of a quarter."""

    noun = "risk register"
    orders = {
        "score": WORST_FIRST,
        "reference": ("reference",),
        "owner": ("owner_role", F("owner__name").asc(nulls_last=True), "reference"),
        "review": (F("review_on").asc(nulls_last=True), "reference"),
    }

    state = forms.ChoiceField(
        label="State",
        required=False,
        choices=[("open", "Open"), ("closed", "Closed"), ("all", "Open and closed")],
    )
    band = forms.ChoiceField(label="Score now", required=False)
    owner = forms.ChoiceField(label="Owner organisation", required=False)
    review = forms.ChoiceField(
        label="Review",
        required=False,
        choices=[("", "Any review date"), ("overdue", "Overdue"), ("soon", "Due within 30 days")],
    )
    quarter = forms.CharField(
        label="As it stood at the end of",
        required=False,
        max_length=30,
        help_text="A quarter, for example Q1 2026/27. Empty means today.",
    )

    def __init__(
        self, data: Any, *, matrices: Matrices, owners: list[tuple[str, str]], today: datetime.date
    ) -> None:
        super().__init__(data)
        self.matrices, self.today = matrices, today
        words = dict.fromkeys(word for matrix in matrices.values() for _, word in reversed(matrix.bands))
        bands = [("", "Any score"), *((word.lower(), word) for word in words), (UNSCORED, NOT_SCORED)]
        self.fields["band"].choices = bands  # type: ignore[attr-defined]
        self.fields["owner"].choices = [("", "Any owner"), *owners]  # type: ignore[attr-defined]

    def clean_quarter(self) -> Quarter | None:
        """The quarter, or a sentence."""
        if not self.cleaned_data["quarter"]:
            return None
        try:
            return Quarter.parse(self.cleaned_data["quarter"])
        except ValueError as reason:
            raise ValidationError(str(reason), code="quarter") from reason

    @property
    def day(self) -> datetime.date:
        """The day the register is shown for: never one that is still to come."""
        quarter = self.cleaned_data.get("quarter") if self.is_valid() else None
        return min(quarter.last_day, self.today) if quarter else self.today

    def narrow(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        given = self.cleaned_data
        rows = ranked(self._in_state(rows), self.matrices, self.day)
        if given["band"] == UNSCORED:
            rows = rows.filter(now_value__isnull=True)
        elif given["band"]:
            rows = in_band(rows, self.matrices, given["band"])
        if given["owner"]:
            rows = rows.filter(owner__code=given["owner"])
        if given["review"]:
            until = self.today + (ONE_MONTH if given["review"] == "soon" else -ONE_DAY)
            rows = rows.filter(review_on__lte=until)
            if given["review"] == "soon":
                rows = rows.filter(review_on__gte=self.today)
        return rows.order_by(*self.order())

    def _in_state(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Open ones unless asked otherwise. Of a past quarter, those that were on the register then."""
        if self.cleaned_data["quarter"]:
            return on_register(rows, self.day)
        wanted = self.cleaned_data["state"] or Risk.State.OPEN
        return rows if wanted == "all" else rows.filter(state=wanted)
