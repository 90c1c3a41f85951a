"""The quarterly dashboard: what a chief executive reads in five minutes, and takes along on one page."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.generic import View

from core.domain.periods import Quarter
from core.domain.status import Status
from core.domain.words import counted, day_words
from governance.dashboard import drawing
from governance.dashboard.domain.attention import LONGEST_LIST
from governance.dashboard.domain.quarter import Dashboard
from governance.dashboard.queries import quarter as queries
from governance.dashboard.queries.standing import DashboardPeriod, period
from governance.models import Risk
from partnerships.views import InPartnershipPage
from programmes.domain.rounds import RoundState
from programmes.models import words_of

SHOWN_COMING = 6


class DashboardPage(InPartnershipPage, View):
    """The quarter in the address, else the newest one that was reported on."""

    model = Risk
    template_name = "governance/dashboard.html"
    limit: int | None = LONGEST_LIST

    @cached_property
    def period(self) -> DashboardPeriod | None:
        """The quarter shown; 404 for one in the address that nobody has reported on."""
        slug = self.kwargs.get("quarter")
        wanted = None
        if slug:
            try:
                wanted = Quarter.parse(slug)
            except ValueError as wrong:
                raise Http404(str(wrong)) from wrong
        shown = period(self.partnership, wanted, timezone.localdate())
        if slug and (shown is None or shown.quarter.slug != slug):
            raise Http404(f"{wanted} has not been reported on here.")
        return shown

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page; a sentence while nothing has been reported."""
        period = self.period
        if period is None:
            empty = {
                "title": "Dashboard",
                "money": queries.money_today(self.partnership, request.user, timezone.localdate()).sentences,
                "money_url": f"{self.partnership.get_absolute_url()}money/",
                **self.shell(("Dashboard", "")),
            }
            return render(request, "governance/dashboard_empty.html", empty)
        dashboard = queries.quarter_dashboard(self.partnership, request.user, period, self.limit)
        return render(request, self.template_name, self.context(dashboard, period))

    @property
    def base(self) -> str:
        """What every address on the page begins with."""
        return self.partnership.get_absolute_url()

    def context(self, dashboard: Dashboard, period: DashboardPeriod) -> dict[str, Any]:
        to = drawing.Addresses(self.base, period.quarter, period.is_newest, period.plans)
        words = words_of(self.partnership)
        return {
            "title": period.quarter.long_label.partition(" (")[0],
            "months": period.quarter.long_label.partition(" (")[2].rstrip(")"),
            "to": to,
            "state": drawing.state_words(period),
            "received": dashboard.counts.received,
            "is_draft": period.state is not RoundState.LOCKED,
            "verdict": " ".join(dashboard.verdict),
            "words": words,
            "chart": drawing.chart(dashboard.counts, period.quarter, words),
            "entries": drawing.key_entries(dashboard.counts, to, period.has_before),
            "attention": [
                drawing.attention_line(item, dashboard, to, words) for item in dashboard.attention.shown
            ],
            "pressing": dashboard.pressing,
            "off_track": words.inside(Status.OFF_TRACK),
            "more_attention": dashboard.attention.more_wording,
            "before": period.quarter.previous().long_label.partition(" ")[2].partition(" ")[0],
            "changes": drawing.change_lines(dashboard, to),
            "unchanged": dashboard.changes.shown.unchanged if dashboard.changes else "",
            "more_changes": f"and {dashboard.changes.more:,} more"
            if dashboard.changes and dashboard.changes.more
            else "",
            "has_before": period.has_before,
            "money": dashboard.money.sentences,
            "money_url": f"{to.base}money/",
            "as_at": day_words(period.until),
            **self.below(dashboard, period, to),
            **self.around(period, to),
        }

    def below(self, dashboard: Dashboard, period: DashboardPeriod, to: drawing.Addresses) -> dict[str, Any]:
        """What follows below the fold."""
        return {
            "theme_columns": drawing.theme_columns(period.past),
            "themes": [
                drawing.theme_row(theme, to, len(period.past), words_of(self.partnership))
                for theme in dashboard.themes
            ],
            "risk_columns": drawing.RISK_COLUMNS,
            "risks": [drawing.risk_row(risk, to) for risk in dashboard.risks],
            "risk_count": counted(dashboard.open_risks, "open risk"),
            "is_newest": period.is_newest,
            "decisions": [
                drawing.coming_row(decision, to) for decision in dashboard.decisions[:LONGEST_LIST]
            ],
            "decision_count": counted(len(dashboard.decisions), "decision"),
            "coming_columns": drawing.COMING_COLUMNS,
            "coming": [drawing.coming_row(coming, to) for coming in dashboard.coming[:SHOWN_COMING]],
        }

    def around(self, period: DashboardPeriod, to: drawing.Addresses) -> dict[str, Any]:
        """The shell, and the way to other quarters."""
        earlier = [quarter for quarter in period.started if quarter < period.quarter]
        later = [quarter for quarter in period.started if quarter > period.quarter]
        near = [*earlier[:1], *later[-1:]]
        return {
            "quarters": [(quarter.label, f"{to.base}dashboard/{quarter.slug}/") for quarter in near],
            **self.shell(("Dashboard", "")),
            "side_items": [],  # the width goes to the dashboard; its links lead everywhere the menu does
        }


class WholeList(DashboardPage):
    """One of the dashboard's two lists in full, where it shows only the first few lines."""

    template_name = "governance/dashboard_list.html"
    limit = None
    which = "attention"

    def context(self, dashboard: Dashboard, period: DashboardPeriod) -> dict[str, Any]:
        """All lines and their number."""
        context = super().context(dashboard, period)
        lines = context[self.which]
        headings = {
            "attention": "Needs attention",
            "changes": f"Changed since {period.quarter.previous().label}",
        }
        empty = {"attention": "Nothing needs attention.", "changes": "Nothing changed."}
        heading = headings[self.which]
        return context | {
            "title": f"{heading}, {period.quarter.label}",
            "lines": lines,
            "count": len(lines),
            "nothing": empty[self.which],
            **self.shell(("Dashboard", context["to"].here), (heading, "")),
        }
