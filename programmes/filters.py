"""Filters of the plan's list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.db.models.functions import Lower
from django.db.models.lookups import Exact

from core.domain.periods import FinancialYear, Quarter
from core.domain.status import Status
from core.filters import FilterForm
from partnerships.models import Organisation, Partnership, Theme
from programmes.domain.position import FINISHED
from programmes.models import Action, words_of
from programmes.queries import having_status, of_quarter, shown_quarter, theme_at

ANY = ("", "Any")


class Offered(NamedTuple):
    """A row that a filter offers."""

    pk: int
    slug: str
    name: str


class ActionFilter(FilterForm):
    """Which of a partnership's actions, and in which quarter.

    ``text`` looks into reference, title and description. A reference as text finds its action.
    ``themes`` are those the quarter's actions count under, so they have a name for every row listed;
    ``vocabulary`` is what the partnership calls the statuses.
    """

    text = forms.CharField(label="Words or reference", required=False, max_length=100)
    theme = forms.ChoiceField(label="Theme", required=False)
    status = forms.ChoiceField(label="Status", required=False)
    owner = forms.ChoiceField(label="Owner", required=False)
    lead = forms.ChoiceField(label="Lead", required=False, choices=[ANY, ("me", "Me"), ("none", "Vacant")])
    overdue = forms.ChoiceField(
        label="Date", required=False, choices=[ANY, ("yes", "Overdue"), ("none", "No date")]
    )
    quarter = forms.ChoiceField(label="Quarter", required=False)

    def __init__(self, *args: Any, partnership: Partnership, user: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.partnership, self.user, self.today = partnership, user, today
        self.vocabulary = words_of(partnership)
        self.fields["status"].choices = [ANY, *self.vocabulary.choices(*Status)]  # type: ignore[attr-defined]
        self.shown = shown_quarter(partnership, self._quarter_asked())
        themes = Theme.objects.filter(partnership=partnership).order_by("order", "name")
        counted_under = theme_at(self.shown.themes_at)
        self.themes = self._choose("theme", themes, counted_under, "reference")
        self._choose("owner", Organisation.objects.live().order_by("name"), F("owner"), "code")
        started = [(quarter.slug, quarter.label) for quarter in self.shown.started]
        self.fields["quarter"].choices = [("", "The newest"), *started]  # type: ignore[attr-defined]

    def _quarter_asked(self) -> Quarter | None:
        """Which quarter the choices are those of; one that is none of the choices is refused as they are."""
        try:
            return Quarter.parse(self.data.get("quarter", ""))
        except ValueError:
            return None

    def _choose(self, name: str, rows: Any, named_by: Any, slug: str) -> list[Offered]:
        """Offer those rows some action of the partnership names; asked row by row, not action by action."""
        actions = Action.objects.filter(partnership=self.partnership)
        named = actions.filter(Exact(named_by, OuterRef("pk")))
        offered = [Offered(*row) for row in rows.filter(Exists(named)).values_list("pk", slug, "name")]
        self.fields[name].choices = [ANY, *((offer.slug, offer.name) for offer in offered)]  # type: ignore[attr-defined]
        return offered

    def narrow(self, rows: Any) -> Any:
        """The actions of the quarter that every filter leaves."""
        rows = of_quarter(rows, self.shown)
        cleaned = self.cleaned_data
        if cleaned["theme"]:
            chosen = next(theme.pk for theme in self.themes if theme.slug == cleaned["theme"])
            rows = rows.alias(counted_under=theme_at(self.shown.themes_at)).filter(counted_under=chosen)
        if cleaned["status"]:
            rows = having_status(rows, self.shown, Status(cleaned["status"]))
        if cleaned["owner"]:
            rows = rows.filter(owner__code=cleaned["owner"])
        if cleaned["lead"]:
            rows = rows.filter(lead=self.user.pk if cleaned["lead"] == "me" else None)
        if cleaned["overdue"]:
            rows = rows.filter(self._by_date(cleaned["overdue"]))
        if cleaned["text"]:
            rows = rows.filter(searched__contains=Lower(Value(cleaned["text"])))
        return rows.order_by("reference")  # the theme's letters come first in it; the database has it sorted

    def _by_date(self, choice: str) -> Q:
        if choice == "none":
            return Q(current_last=None)
        return Q(current_last__lt=self.today) & ~Q(stage__in=FINISHED)


class TimelineFilter(ActionFilter):
    """The same, and which financial year the timeline shows."""

    year = forms.ChoiceField(label="Show", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        this_year = FinancialYear.of(self.today)
        years = [FinancialYear(this_year.start + step) for step in range(-2, 4)]
        choices = [("", "All years of the plan"), *((year.slug, year.label) for year in years)]
        self.fields["year"].choices = choices  # type: ignore[attr-defined]


class CompareFilter(FilterForm):
    """Which two quarters are compared; without a choice the newest two. Only what moved, or every action."""

    before = forms.ChoiceField(label="Earlier quarter", required=False)
    after = forms.ChoiceField(label="Later quarter", required=False)
    show = forms.ChoiceField(
        label="Show", required=False, choices=[("", "What moved"), ("all", "Every action")]
    )

    def __init__(self, *args: Any, started: Sequence[Quarter], **options: Any) -> None:
        super().__init__(*args, **options)
        self.started = started
        for name, words in (("before", "The one before"), ("after", "The newest")):
            choices = [("", words), *((quarter.slug, quarter.label) for quarter in started)]
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The earlier quarter is the earlier one."""
        cleaned = super().clean()
        if not self.errors and self.quarters and self.quarters[0] >= self.quarters[1]:
            self.add_error("before", ValidationError("Choose a quarter before the later one."))
        return cleaned

    @property
    def quarters(self) -> tuple[Quarter, Quarter] | None:
        """The two, earlier first; None while no round has started."""
        cleaned = self.cleaned_data
        slug = cleaned.get("after")
        after = Quarter.parse(slug) if slug else (self.started[0] if self.started else None)
        if after is None:
            return None
        before = cleaned.get("before")
        return (Quarter.parse(before) if before else after.previous()), after


class PlanFilter(ActionFilter):
    """The plan's own list, which can be read theme by theme."""

    group = forms.ChoiceField(label="Grouping", required=False, choices=[("", "None"), ("theme", "By theme")])

    def narrow(self, rows: Any) -> Any:
        """Grouped, the actions come in the order of the themes they count under."""
        rows = super().narrow(rows)
        if not self.is_grouped or not self.themes:
            return rows
        places = [When(counted_under=theme.pk, then=Value(place)) for place, theme in enumerate(self.themes)]
        rows = rows.alias(counted_under=theme_at(self.shown.themes_at))
        return rows.order_by(Case(*places), "reference")

    @property
    def is_grouped(self) -> bool:
        """Whether the rows stand under headings."""
        return self.is_valid() and bool(self.cleaned_data["group"])
