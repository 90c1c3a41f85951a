"""The quarter's progress report in one press: as a page, a PDF and a Word file."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.generic import View

from core.domain.periods import Quarter
from core.downloads import download
from core.permissions import Verb
from governance.reports.domain.head_block import Paper
from governance.reports.drawing import article
from governance.reports.drawing.paper import report_pdf
from governance.reports.drawing.word import WORD, report_docx
from governance.reports.queries.progress import progress_report
from governance.reports.render import RenderFailed
from governance.reports.views.pdf import made_on, no_pdf, pdf_response
from partnerships.views import InPartnershipPage
from programmes.models import Action, Plan
from programmes.queries import plan_of, shown_quarter

TITLE = "Progress report"


class ProgressReport(InPartnershipPage, View):
    """The quarter in the address, else the newest that was reported on."""

    model = Action

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page; before anything was reported, what to do first."""
        self.must(Verb.VIEW)
        if self.quarter is None or self.plan is None:
            return render(
                request, "governance/progress_none.html", {"title": TITLE, **self.shell((TITLE, ""))}
            )
        may_export = self.may(Verb.EXPORT)
        context = {
            "title": TITLE,
            "article": article.draw(self.report),
            "quarter": self.quarter,
            "quarters": [
                (quarter.label, f"{self.base}{quarter.slug}/", quarter == self.quarter)
                for quarter in self.started
            ],
            "pdf_url": f"{self.here}pdf/" if may_export else "",
            "word_url": f"{self.here}word/" if may_export else "",
            **self.shell((TITLE, "")),
        }
        return render(request, "governance/progress.html", context)

    @cached_property
    def plan(self) -> Plan | None:
        return plan_of(self.partnership)

    @cached_property
    def started(self) -> tuple[Quarter, ...]:
        """The quarters that were reported on, newest first."""
        return shown_quarter(self.partnership).started

    @cached_property
    def quarter(self) -> Quarter | None:
        """The quarter shown; 404 for one in the address that nobody reported on."""
        wanted = self.kwargs.get("quarter")
        if wanted is None:
            return self.started[0] if self.started else None
        quarter = next((quarter for quarter in self.started if quarter.slug == wanted), None)
        if quarter is None:
            raise Http404("This quarter has not been reported on here.")
        return quarter

    @property
    def base(self) -> str:
        """The address without a quarter."""
        return f"{self.partnership.get_absolute_url()}progress/"

    @property
    def here(self) -> str:
        return f"{self.base}{self.quarter.slug}/" if self.quarter else self.base

    @cached_property
    def report(self) -> Paper:
        """The report; 404 before there is anything to report."""
        if self.plan is None or self.quarter is None:
            raise Http404("Nothing has been reported here yet.")
        today = timezone.localdate()
        return progress_report(self.plan, self.quarter, str(self.request.user), today)


class ProgressPdf(ProgressReport):
    """The same as a tagged PDF."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The file; 503 when the renderer does not give one."""
        self.must(Verb.EXPORT)
        shown, made_at = self.report, made_on(timezone.localdate())
        try:
            content = report_pdf(shown, article.draw(shown), made_at=made_at)
        except RenderFailed as failed:
            shell = self.shell((TITLE, self.here), ("No PDF", ""))
            return no_pdf(request, str(failed), shell, back=self.here, back_to="the progress report")
        return pdf_response(content, f"{shown.document.title}.pdf")


class ProgressWord(ProgressReport):
    """The same as a Word file, to go on with."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.must(Verb.EXPORT)
        shown = self.report
        content = report_docx(shown, made_at=made_on(timezone.localdate()))
        return download(content, WORD, f"{shown.document.title}.docx")
