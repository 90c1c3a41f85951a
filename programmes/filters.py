"""Filters of the plan's list."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, Q

from core.domain.periods import Quarter
from core.domain.status import Status
from core.filters import FilterForm
from partnerships.models import Organisation, Partnership, Theme
from programmes.domain.position import FINISHED
from programmes.models import Action
from programmes.queries import ShownQuarter, having_status, of_quarter, shown_quarter

ANY = ("", "Any")


class ActionFilter(FilterForm):
    """Which of a partnership's actions, and in which quarter.

    ``text`` looks into reference, title and description. A reference as text finds its action.
    """

    text = forms.CharField(label="Words or reference", required=False, max_length=100)
    theme = forms.ChoiceField(label="Theme", required=False)
    status = forms.ChoiceField(
        label="Status", required=False, choices=[ANY, *((one.value, one.label) for one in Status)]
    )
    owner = forms.ChoiceField(label="Owner", required=False)
    lead = forms.ChoiceField(label="Lead", required=False, choices=[ANY, ("me", "Me"), ("none", "Vacant")])
    overdue = forms.ChoiceField(
        label="Date", required=False, choices=[ANY, ("yes", "Overdue"), ("none", "No date")]
    )
    quarter = forms.ChoiceField(label="Quarter", required=False)

    def __init__(self, *args: Any, partnership: Partnership, user: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.partnership, self.user, self.today = partnership, user, today
        self.newest = shown_quarter(partnership)
        themes = Theme.objects.filter(partnership=partnership).order_by("order", "name")
        self._choose("theme", themes, "theme", ("reference", "name"))
        self._choose("owner", Organisation.objects.order_by("name"), "owner", ("code", "name"))
        started = [(one.slug, one.label) for one in self.newest.started]
        self.fields["quarter"].choices = [("", "The newest"), *started]  # type: ignore[attr-defined]

    def _choose(self, name: str, rows: Any, path: str, pair: tuple[str, str]) -> None:
        """Offer those rows some action of the partnership names; asked row by row, not action by action."""
        named = Action.objects.filter(partnership=self.partnership, **{path: OuterRef("pk")})
        named_rows = rows.live().filter(Exists(named)).values_list(*pair)
        self.fields[name].choices = [ANY, *named_rows]  # type: ignore[attr-defined]

    @cached_property
    def shown(self) -> ShownQuarter:
        """The quarter the list answers for."""
        wanted = self.cleaned_data.get("quarter") if self.is_valid() else ""
        return shown_quarter(self.partnership, Quarter.parse(wanted)) if wanted else self.newest

    def narrow(self, rows: Any) -> Any:
        """The actions of the quarter that every filter leaves."""
        rows = of_quarter(rows, self.shown)
        given = self.cleaned_data
        if given["theme"]:
            rows = rows.filter(theme__reference=given["theme"])
        if given["status"]:
            rows = having_status(rows, self.shown, Status(given["status"]))
        if given["owner"]:
            rows = rows.filter(owner__code=given["owner"])
        if given["lead"]:
            rows = rows.filter(lead=self.user.pk if given["lead"] == "me" else None)
        if given["overdue"]:
            rows = rows.filter(self._by_date(given["overdue"]))
        if given["text"]:
            words = given["text"]
            rows = rows.filter(
                Q(reference__icontains=words) | Q(title__icontains=words) | Q(description__icontains=words)
            )
        return rows.order_by("reference")  # the theme's letters come first in it; the database has it sorted

    def _by_date(self, wanted: str) -> Q:
        if wanted == "none":
            return Q(current_last=None)
        return Q(current_last__lt=self.today) & ~Q(stage__in=FINISHED)
