"""Themes: the sets of them, how one set became another, who leads each."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone

from core.models import TrackedQuerySet
from core.tables import Column, Row
from core.views import DetailPage, HistoryPage, ListPage
from partnerships import queries
from partnerships.models import Theme
from partnerships.queries import NOT_STATED, ThemeWay
from partnerships.views.shell import InPartnershipPage, admin_actions

WAY_COLUMNS = [
    Column("Earlier theme", "main"),
    Column("Its set"),
    Column("Later theme"),
    Column("Its set"),
    Column("How it is known"),
    Column("Note"),
    Column("Source"),
]


def way_row(way: ThemeWay) -> Row:
    """One step of the mapping."""
    earlier, later = way.earlier, way.later
    sets = earlier.theme_set.name, later.theme_set.name
    return Row((earlier.name, sets[0], later.name, sets[1], way.how, way.note, way.source or NOT_STATED))


class ThemeList(InPartnershipPage, ListPage):
    """Every theme the partnership has, had or was offered, and the mapping between them."""

    model = Theme
    template_name = "partnerships/themes.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Themes by set, their leads counted; the mapping below."""
        page = kwargs["page"]
        page.object_list = list(queries.with_leads(page.object_list, timezone.localdate()))
        ways = queries.ways_between(self.partnership)
        return super().get_context_data(
            title="Themes",
            columns=[
                Column("Reference", "ref"),
                Column("Theme", "main"),
                Column("Set"),
                Column("Standing of the set"),
                Column("Leads"),
            ],
            rows=[self.theme_row(theme) for theme in page],
            way_columns=WAY_COLUMNS,
            way_rows=[way_row(way) for way in ways],
            lost=queries.lost_themes(ways, page.object_list),
            empty={"text": "No themes yet. Themes are added in the admin."},
            **self.shell(("Themes", "")),
            noun="theme" if kwargs["count"] == 1 else "themes",
            **kwargs,
        )

    def theme_row(self, theme: Any) -> Row:
        """One theme."""
        themes = theme.theme_set
        name = queries.known(theme.name, theme.inferred)
        leads = queries.leads_in_words(theme.leads_of_the_day)
        cells = (theme.reference, name, themes.name, themes.get_state_display(), leads)
        return Row(cells, theme.get_absolute_url())


class ThemeDetail(InPartnershipPage, DetailPage):
    """One theme: its trio of leads, what it came from, what it became, its outcomes."""

    model = Theme
    template_name = "partnerships/theme.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Leads of today with their vacancies, and both ends of the mapping."""
        context = super().get_context_data(**kwargs)
        theme: Theme = context["row"]
        ways = queries.ways_between(self.partnership)
        return context | {
            "title": theme.name,
            "reference": theme.reference,
            "actions": admin_actions(self.request.user, theme, context["may_change"]),
            "facts": self.facts(theme, ways),
            "leads": queries.lead_lines(queries.leads_on(theme, timezone.localdate())),
            "way_columns": WAY_COLUMNS,
            "before": [way_row(way) for way in ways if way.later == theme],
            "after": [way_row(way) for way in ways if way.earlier == theme],
            "outcomes": theme.outcomes.live(),
            "blocks": self.drawn_blocks(theme),
            "history_url": f"{theme.get_absolute_url()}history/",
            **self.shell(themes_crumb(self.partnership), (theme.name, "")),
        }

    def facts(self, theme: Theme, ways: list[ThemeWay]) -> list[tuple[str, Any]]:
        """What is known of the theme itself."""
        themes = theme.theme_set
        ends = queries.ends_of(theme, ways)
        return [
            ("Set of themes", f"{themes.name} ({themes.get_state_display().lower()})"),
            *([("Its work is now under", ends)] if ends else []),
            ("Board", theme.board or NOT_STATED),
            ("What it is about", theme.summary or NOT_STATED),
            ("Where this comes from", queries.known(theme.source or NOT_STATED, theme.inferred)),
        ]

    def rows(self) -> TrackedQuerySet:
        """With set and board, so that the facts ask nothing more."""
        return super().rows().select_related("theme_set", "board", "partnership")


class ThemeHistory(InPartnershipPage, HistoryPage):
    """A theme's history."""

    model = Theme

    def extra(self, row: Any) -> dict[str, Any]:
        """Inside the partnership's shell."""
        return self.shell(themes_crumb(self.partnership), (row.name, row.get_absolute_url()), ("History", ""))


def themes_crumb(partnership: Any) -> tuple[str, str]:
    """The step back to all themes."""
    return "Themes", reverse("partnerships:themes", args=[partnership.slug])
