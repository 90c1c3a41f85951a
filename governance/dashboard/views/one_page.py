"""The quarterly dashboard as one A4 page, to take along or send."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone

from core.domain.words import day_words
from core.permissions import Verb
from governance.dashboard.queries import quarter as queries
from governance.dashboard.queries.standing import DashboardPeriod
from governance.dashboard.views.quarter import DashboardPage
from governance.reports.drawing.paper import one_page_pdf
from governance.reports.render import RenderFailed
from governance.reports.views.pdf import made_on, no_pdf, pdf_response

MOST_DATES = 3


class OnePage(DashboardPage):
    """One side of A4 as a PDF, whose links lead back to the live pages."""

    # How large the type is, never below 9.5 points, and how many lines each list has.
    SETTINGS = (("large", 5), ("middle", 5), ("small", 5), ("small", 4), ("small", 3), ("small", 1))

    @property
    def base(self) -> str:
        """On paper an address says which server it is on."""
        return self.request.build_absolute_uri(super().base)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The file; 503 when the renderer gives none."""
        self.must(Verb.EXPORT, self.partnership)
        period = self.period
        assert period is not None  # its address names a quarter, and one nobody reported on is not found
        about = f"{self.partnership}, {period.quarter.long_label}"
        try:
            content = one_page_pdf(
                self.bodies(period),
                "one_page.css",
                title=about,
                author=str(self.partnership),
                description=f"Dashboard, as at {day_words(period.until)}",
                made_at=made_on(timezone.localdate()),
            )
        except RenderFailed as failed:
            back = f"{super().base}dashboard/{period.quarter.slug}/"
            shell = self.shell(("Dashboard", back), ("No PDF", ""))
            return no_pdf(request, str(failed), shell, back=back, back_to="the dashboard")
        return pdf_response(content, f"{self.partnership.slug} {period.quarter.slug}.pdf")

    def bodies(self, period: DashboardPeriod) -> Iterator[str]:
        """Smaller and smaller type, then shorter lists: each says how many lines it leaves out."""
        for size, limit in self.SETTINGS:
            dashboard = queries.quarter_dashboard(self.partnership, self.request.user, period, limit)
            shown = self.context(dashboard, period)
            cut = {name: shown[name][:limit] for name in ("risks", "decisions")}
            cut["coming"] = shown["coming"][: min(limit, MOST_DATES)]
            yield render_to_string("governance/dashboard_paper.html", shown | cut | {"size": size})
