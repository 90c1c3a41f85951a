"""The plan on a page: on the screen, and as one A4 sheet to pin to a wall."""

from __future__ import annotations

import datetime
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.generic import View

from core.permissions import Verb
from governance.domain.plan_page import PlanOnAPage
from governance.queries.plan_page import plan_on_a_page
from governance.render import RenderFailed
from governance.render.paper import one_page_pdf
from governance.views.publishing import pdf_response
from partnerships.forms import AsAtFilter
from partnerships.models import Partnership
from partnerships.views import InPartnershipPage

TITLE = "Plan on a page"


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
        # The day, not the minute: the same page taken twice on a day is the same file.
        made_at = timezone.make_aware(datetime.datetime.combine(timezone.localdate(), datetime.time.min))
        about = f"{shown.title}, {shown.day}"
        try:
            content = one_page_pdf(
                article(shown, level=1),
                title=shown.title,
                author=shown.called,
                description=about,
                made_at=made_at,
            )
        except RenderFailed as failed:
            return self._none(str(failed))
        return pdf_response(content, f"{about}.pdf")

    def _none(self, sentence: str) -> HttpResponse:
        context = {
            "title": "No PDF this time",
            "sentence": sentence,
            "back": f"{self.here}{self.asked}",
            "back_to": "the plan on a page",
            **self.shell((TITLE, self.here), ("No PDF", "")),
        }
        return render(self.request, "governance/report/no_pdf.html", context, status=503)


def article(shown: PlanOnAPage, *, level: int) -> str:
    """The plan as HTML, the same on page and paper but for the level of its heading: the page has its own."""
    return render_to_string("governance/plan_page_article.html", {"plan": shown, "level": level})
