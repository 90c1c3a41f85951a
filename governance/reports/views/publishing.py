"""Pages that issue a report, and the files and pages of what was issued, here and for the public."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.generic import View

from core.domain.moments import london_day
from core.domain.words import day_words
from core.models import TrackedQuerySet
from core.permissions import Verb
from core.tables import Column, Row
from core.views import ListPage
from governance.models import Publication, Report
from governance.reports.domain.checks import readiness
from governance.reports.drawing import article
from governance.reports.drawing.paper import report_pdf
from governance.reports.forms import CorrectionForm, PublishForm
from governance.reports.queries import checking, documents, publications
from governance.reports.render import RenderFailed
from governance.reports.services import publications as services
from governance.reports.views.pdf import made_on, no_pdf, pdf_response
from governance.reports.views.reading import NO_MEETING, ReportPage, published_context


def issued_pdf(publication: Publication) -> HttpResponse:
    """A publication's file, byte for byte."""
    with publication.pdf.content.open("rb") as file:
        return pdf_response(file.read(), publication.pdf.name)


def no_report_pdf(page: ReportPage, failed: RenderFailed) -> HttpResponse:
    """Why there is no PDF of the report, and the way back to it."""
    shell = page.report_shell(("No PDF", ""))
    return no_pdf(page.request, str(failed), shell, back=page.here, back_to="the report")


class ReportPdf(ReportPage, View):
    """A report's PDF: the file that was issued, or the draft as it stands, which says that it is one."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The file; 503 with a sentence when the renderer does not give one."""
        report = self.report
        self.must(Verb.EXPORT, report)
        newest = report.publications.live().select_related("pdf").order_by("-number").first()
        if report.state == Report.State.PUBLISHED and newest is not None:
            return issued_pdf(newest)
        shown = documents.whole(report, viewer=request.user, today=self.today, surface="print")
        try:
            content = report_pdf(shown, article.draw(shown), made_at=made_on(self.today))
        except RenderFailed as failed:
            return no_report_pdf(self, failed)
        return pdf_response(
            content, f"Draft {report.file_name}" if shown.facts.is_draft else report.file_name
        )


class VersionPdf(ReportPage, View):
    """One publication's file."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.must(Verb.EXPORT, self.report)
        versions = self.report.publications.live().select_related("pdf")
        publication = versions.filter(number=self.kwargs["number"]).first()
        if publication is None:
            raise Http404("There is no such version.")
        return issued_pdf(publication)


class Publish(ReportPage, View):
    """The last look: what will be issued, what stands in the way, and the button."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.must_publish()
        return self.shown(self.form(initial={"seen": self.seen}))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Publish; 409 when the report is no longer what was looked at."""
        self.must_publish()
        form = self.form(request.POST)
        if not form.is_valid():
            return self.shown(form, 422)
        note = form.cleaned_data.get("note", "")
        if form.cleaned_data["seen"] != self.seen:
            return self.shown(self.form(initial={"seen": self.seen, "note": note}), 409)
        try:
            issued = services.publish_report(self.report, by=request.user, moment=timezone.now(), note=note)
        except ValidationError as refused:
            form.add_error(None, refused.messages)
            return self.shown(form, 422)
        except RenderFailed as failed:
            return no_report_pdf(self, failed)
        messages.success(request, f"{self.report.reference} version {issued.number} is published.")
        return redirect(self.here)

    def must_publish(self) -> None:
        """403 unless the user may publish it and it can be published."""
        self.must(Verb.PUBLISH, self.report)
        if self.report.is_frozen:
            raise PermissionDenied(self.report.why_frozen)

    @property
    def seen(self) -> str:
        """What the report looks like just now, as a digest."""
        return publications.fingerprint(self.report)

    def form(self, *args: Any, **options: Any) -> PublishForm:
        """The form; a correction owes its readers a note."""
        return PublishForm(*args, is_correction=self.report.publications.exists(), **options)

    def shown(self, form: PublishForm, status: int = 200) -> HttpResponse:
        report = self.report
        shown = documents.whole(report, viewer=self.request.user, today=self.today)
        findings = checking.findings(shown)
        facts = [
            ("Title", report.title),
            ("Reference", report.reference),
            ("Board", report.board),
            ("Meeting", day_words(report.meeting.held_on) if report.meeting else NO_MEETING),
            ("Version", report.publications.count() + 1),
            ("Figures as at", "The moment of publishing"),
            ("Who may read it", "Everybody" if report.is_public else "Members of the partnership only"),
        ]
        context = {
            "title": f"Publish {report}",
            "form": form,
            "facts": facts,
            "findings": findings,
            "verdict": readiness(findings),
            "is_blocked": bool(checking.blocking(findings)),
            "is_changed": status == 409,
            "back": self.here,
            **self.report_shell(("Publish", "")),
        }
        return render(self.request, "governance/report/publish.html", context, status=status)


class Correct(ReportPage, View):
    """Open a published report again. What was published stays as it is."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.must(Verb.PUBLISH, self.report)
        return self.shown(CorrectionForm())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.must(Verb.PUBLISH, self.report)
        form = CorrectionForm(request.POST)
        if form.is_valid():
            try:
                services.open_correction(self.report, by=request.user, reason=form.cleaned_data["reason"])
            except ValidationError as refused:
                form.add_error(None, refused.messages)
            else:
                messages.success(request, "The report can be edited. Publish it again when it is right.")
                return redirect(f"{self.here}edit/")
        return self.shown(form, 422)

    def shown(self, form: CorrectionForm, status: int = 200) -> HttpResponse:
        context = {
            "title": f"Correct {self.report}",
            "lede": "The version that is published stays published, word for word. The corrected report goes "
            "out beside it as a further version, with a note that readers see.",
            "form": form,
            "submit_label": "Start the correction",
            "cancel_url": self.here,
            **self.report_shell(("Correct", "")),
        }
        return render(self.request, "core/form.html", context, status=status)


# --- For everybody ----------------------------------------------------------------------------------------


def public_versions(partnership: str, reference: str) -> list[Publication]:
    """The public versions of a report, newest first; 404 when there is nothing the public may read."""
    publication = publications.public_publications().filter(
        report__partnership__slug=partnership, report__reference=reference
    )
    return list(publication) or _nothing()


def _nothing() -> list[Publication]:
    raise Http404("There is no such published report.")


def public_version(partnership: str, reference: str, number: int | None) -> tuple[Publication, Publication]:
    """The version asked for, else the newest, and the newest."""
    versions = public_versions(partnership, reference)
    wanted = [version for version in versions if number in (None, version.number)] or _nothing()
    return wanted[0], versions[0]


@method_decorator(login_not_required, name="dispatch")
class PublicReports(ListPage):
    """Every report the public may read; its newest issue."""

    model = Publication
    columns = (
        Column("Reference", "ref"),
        Column("Title", "main"),
        Column("Board"),
        Column("Published", "date"),
        Column("Partnership"),
    )

    def rows(self) -> TrackedQuerySet:
        """Of what is public only, whoever asks."""
        newest: TrackedQuerySet = publications.newest_public()
        return newest

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            title="Published reports",
            nav="reports",
            lede="Reports to boards that were published for everybody, as they were issued.",
            noun="report" if kwargs["count"] == 1 else "reports",
            caption="Published reports",
            columns=list(self.columns),
            rows=[self._line(publication) for publication in kwargs["page"].object_list],
            empty={"text": "No report has been published for everybody yet."},
            **kwargs,
        )

    def _line(self, publication: Publication) -> Row:
        report = publication.report
        published = day_words(london_day(publication.issued_at))
        address = f"/public/reports/{report.partnership.slug}/{report.reference}/"
        cells = (report.reference, report.title, report.board.name, published, report.partnership.name)
        return Row(cells, address)


@login_not_required
def public_report(
    request: HttpRequest, partnership: str, reference: str, number: int | None = None
) -> HttpResponse:
    """A published public report, for everybody, as it was issued."""
    shown, newest = public_version(partnership, reference, number)
    base = f"/public/reports/{partnership}/{reference}/"
    pdf = f"{base}v{shown.number}/pdf/"
    return render(request, "governance/report/published.html", published_context(shown, newest, pdf, base))


@login_not_required
def public_pdf(
    request: HttpRequest, partnership: str, reference: str, number: int | None = None
) -> HttpResponse:
    """Its file, byte for byte."""
    shown, _ = public_version(partnership, reference, number)
    return issued_pdf(shown)
