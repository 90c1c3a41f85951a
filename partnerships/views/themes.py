"""Themes: the sets of them, how one set became another, who leads each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone

from core.domain.words import NOT_STATED
from core.models import TrackedQuerySet
from core.tables import Column, Row
from core.views import DetailPage, HistoryPage, ListPage
from partnerships import queries
from partnerships.forms import AsAtFilter
from partnerships.models import Partnership, Theme
from partnerships.queries import ThemeWay
from partnerships.views.as_at import as_at_lede, nothing_on
from partnerships.views.shell import InPartnershipPage, admin_actions, source_fact

KNOWN = [Column("How it is known"), Column("Note"), Column("Source")]
BETWEEN = [Column("Earlier theme", "main"), Column("Later theme"), *KNOWN]
OTHER = [Column("Theme", "main"), Column("Set"), *KNOWN]


@dataclass(frozen=True)
class ThemeMapping:
    """The links from one set of themes to another, as a table."""

    title: str
    anchor: str
    rows: list[Row]


def mappings(ways: list[ThemeWay]) -> list[ThemeMapping]:
    """The links by pair of sets, in the order of the earlier sets."""
    pairs = dict.fromkeys((way.earlier.theme_set, way.later.theme_set) for way in ways)
    return [
        ThemeMapping(
            f"{earlier} to {later}",
            f"{earlier.reference}-{later.reference}",
            [
                Row((way.earlier.name, way.later.name, *known_by(way)))
                for way in ways
                if (way.earlier.theme_set, way.later.theme_set) == (earlier, later)
            ],
        )
        for earlier, later in pairs
    ]


def known_by(way: ThemeWay) -> tuple[str, str, str]:
    """How a link is known, what is noted about it, where it was read."""
    return way.how, way.note, way.source or NOT_STATED


def other_end(partnership: Partnership, theme: Theme, way: ThemeWay) -> Row:
    """The theme at the other end of a link, and how the link is known. Its address needs no query."""
    url = reverse("partnerships:theme", args=[partnership.slug, theme.reference])
    return Row((theme.name, theme.theme_set.name, *known_by(way)), url)


class ThemeList(InPartnershipPage, ListPage):
    """Every theme the partnership has, had or was offered, and the mapping between them."""

    model = Theme
    template_name = "partnerships/themes.html"
    filter_form = AsAtFilter

    def filter_options(self) -> dict[str, Any]:
        """A theme stands as long as its set does."""
        return {"today": timezone.localdate(), "through": "theme_set"}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Themes by set, their leads counted; the mapping below."""
        page, form = kwargs["page"], kwargs["filter_form"]
        page.object_list = list(queries.with_leads(page.object_list, form.day))
        ways = queries.ways_between(self.partnership)
        return super().get_context_data(
            title="Themes",
            lede=as_at_lede("Themes and their leads", form, self.partnership),
            chips=form.chips(),
            query=form.query(),
            clear_url=self.request.path,
            columns=[
                Column("Reference", "ref"),
                Column("Theme", "main"),
                Column("Set"),
                Column("Standing of the set"),
                Column("Leads"),
            ],
            rows=[self.theme_row(theme) for theme in page],
            way_columns=BETWEEN,
            mappings=mappings(ways),
            lost=[] if form.asked else queries.lost_themes(ways, page.object_list),
            empty=nothing_on(form, "No themes yet. Themes are added in the admin."),
            **self.shell(("Themes", "")),
            **kwargs,
        )

    def theme_row(self, theme: Any) -> Row:
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
        partnership = self.partnership
        ways = queries.ways_between(self.partnership)
        return context | {
            "title": theme.name,
            "reference": theme.reference,
            "actions": admin_actions(self.request.user, theme, context["may_change"]),
            "facts": self.facts(theme, ways),
            "leads": queries.lead_lines(queries.leads_on(theme, timezone.localdate())),
            "way_columns": OTHER,
            "before": [other_end(partnership, way.earlier, way) for way in ways if way.later == theme],
            "after": [other_end(partnership, way.later, way) for way in ways if way.earlier == theme],
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
            *([("Leads in the end to", ends)] if ends else []),
            ("Board", theme.board or NOT_STATED),
            ("What it is about", theme.summary or NOT_STATED),
            *source_fact(theme),
        ]

    def rows(self) -> TrackedQuerySet:
        """With set and board, so that the facts ask nothing more."""
        return super().rows().select_related("theme_set", "board", "partnership")


class ThemeHistory(InPartnershipPage, HistoryPage):
    model = Theme

    def extra(self, row: Any) -> dict[str, Any]:
        return self.shell(themes_crumb(self.partnership), (row.name, row.get_absolute_url()), ("History", ""))


def themes_crumb(partnership: Partnership) -> tuple[str, str]:
    """The step back to all themes."""
    return "Themes", reverse("partnerships:themes", args=[partnership.slug])
