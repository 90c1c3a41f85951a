"""The plan on a page: on the screen, and as one A4 sheet to pin to a wall."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.generic import View

from core.permissions import Verb
from governance.dashboard.domain.plan_page import PlanOnAPage
from governance.dashboard.queries.plan_page import plan_on_a_page
from governance.reports.drawing.paper import one_page_pdf
from governance.reports.render import RenderFailed
from governance.reports.views.pdf import made_on, no_pdf, pdf_response
from partnerships.forms import AsAtFilter
from partnerships.models import Partnership
from partnerships.views import InPartnershipPage

TITLE = "Plan on a page"
# From large type to two columns of small; what fits in none goes over to a second page rather than shrink.
SIZES = ("large", "middle", "small", "columns")


class PlanOnAPageView(InPartnershipPage, View):
    """The page of the day in the address, else of today."""

    model = Partnership

    @cached_property
    def form(self) -> AsAtFilter:
        """The day asked for."""
        return AsAtFilter(self.request.GET, today=timezone.localdate())

    @property
    def here(self) -> str:
        """The page's own address, without a day."""
        return f"{self.partnership.get_absolute_url()}plan-on-a-page/"

    @property
    def asked(self) -> str:
        """The day as the address says it, for the links to the same day."""
        return f"?at={self.form.asked.isoformat()}" if self.form.asked else ""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page; status 400 when the address asks for no day."""
        shown = plan_on_a_page(self.partnership, self.form.day)
        context = {
            "title": TITLE,
            "plan": shown,
            "article": article(shown, level=2),
            "filter_form": self.form,
            "chips": self.form.chips(),
            "clear_url": self.here,
            "pdf_url": f"{self.here}pdf/{self.asked}" if self.may(Verb.EXPORT, self.partnership) else "",
            **self.shell((TITLE, "")),
        }
        status = 200 if self.form.is_valid() else 400
        return render(request, "governance/plan_page.html", context, status=status)


class PlanOnAPagePdf(PlanOnAPageView):
    """The same as one A4 page."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The file; 400 when the address asks for no day, 503 when the renderer does not give one."""
        self.must(Verb.EXPORT, self.partnership)
        if not self.form.is_valid():
            return super().get(request, *args, **kwargs)
        shown = plan_on_a_page(self.partnership, self.form.day)
        on_paper = article(shown, level=1)
        about = f"{shown.title}, {shown.day}"
        try:
            content = one_page_pdf(
                (f'<div class="one-page one-page--{size}">{on_paper}</div>' for size in SIZES),
                "plan_page.css",
                title=shown.title,
                author=shown.called,
                description=about,
                made_at=made_on(timezone.localdate()),
            )
        except RenderFailed as failed:
            shell = self.shell((TITLE, self.here), ("No PDF", ""))
            back = f"{self.here}{self.asked}"
            return no_pdf(request, str(failed), shell, back=back, back_to="the plan on a page")
        return pdf_response(content, f"{about}.pdf")


def article(shown: PlanOnAPage, *, level: int) -> str:
    """The plan as HTML, the same on page and paper but for the level of its heading: the page has its own."""
    return render_to_string("governance/plan_page_article.html", {"plan": shown, "level": level})
