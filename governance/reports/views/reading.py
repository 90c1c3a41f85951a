"""Pages of reports: the lists, one report as it stands, its versions and its history."""

from __future__ import annotations

import datetime
from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.generic import View

from core.domain.words import day_words
from core.models import TrackedQuerySet
from core.permissions import Verb
from core.tables import Column, Row
from core.views import HistoryPage, ListPage
from governance.models import Paragraph, Publication, Report
from governance.reports.domain.checks import readiness
from governance.reports.drawing import article
from governance.reports.queries import checking, documents
from governance.reports.queries.checking import MarginNote
from governance.reports.services import writing as services
from partnerships.views import InPartnershipPage

NO_MEETING = "No date yet"
LEDE = (
    "Reports to boards: those written here, and papers held as they were printed beside what the record says "
    "today. What disagrees in a paper stands beside its paragraphs."
)


def kind_and_state(report: Report) -> str:
    """What a report is and how far it has come, in words."""
    if report.kind == Report.Kind.OWN:
        return report.get_state_display()
    if report.kind == Report.Kind.AS_PRINTED and report.state == Report.State.DRAFT:
        return report.get_kind_display()  # it was issued long ago, by others
    return f"{report.get_kind_display()}, {report.get_state_display().lower()}"


class ReportList(ListPage):
    """Every report the user reaches, in any partnership."""

    model = Report
    columns = (
        Column("Reference", "ref"),
        Column("Title", "main"),
        Column("Board"),
        Column("Meeting", "date"),
        Column("State"),
    )

    def rows(self) -> TrackedQuerySet:
        """Newest meeting first."""
        reports: TrackedQuerySet = (
            super()
            .rows()
            .select_related("partnership", "board", "meeting")
            .order_by("-meeting__held_on", "partnership", "-reference")
        )
        return reports

    def cells(self, report: Report) -> tuple[object, ...]:
        """One line, plain values only."""
        held_on = report.meeting.held_on if report.meeting else None
        meeting = day_words(held_on) if held_on else NO_MEETING
        return (report.reference, report.title, report.board.name, meeting, kind_and_state(report))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The table with the partnership as a column of its own."""
        lines = [
            Row((*self.cells(report), report.partnership.name), report.get_absolute_url())
            for report in kwargs["page"].object_list
        ]
        context = {
            "title": "Reports",
            "nav": "reports",
            "lede": LEDE,
            "columns": [*self.columns, Column("Partnership")],
            "rows": lines,
            "empty": {"text": "No reports yet. They are started from a partnership's own list of reports."},
        }
        return super().get_context_data(**context, **kwargs)


class PartnershipReports(InPartnershipPage, ReportList):
    """The reports of one partnership."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The same table, and the way to a new report for whoever may write one."""
        context = super().get_context_data(**kwargs)
        may_add = documents.boards_open_to(self.request.user, self.partnership).exists()
        add = f"{self.request.path}add/" if may_add else ""
        empty = {"text": "No reports yet. Start one from a house style, or copy the structure of another."}
        return context | {
            "columns": list(self.columns),
            "rows": [
                Row(self.cells(report), report.get_absolute_url()) for report in kwargs["page"].object_list
            ],
            "add_url": add,
            "add_label": "New report",
            "empty": empty | ({"url": add, "label": "New report"} if add else {}),
            **self.shell(("Reports", "")),
        }


class ReportPage(InPartnershipPage):
    """A page of one report."""

    model = Report

    def rows(self) -> TrackedQuerySet:
        """With everything a report is drawn from."""
        reports: TrackedQuerySet = super().rows()
        return reports.select_related("partnership", "board", "meeting", "house_style", "round")

    @cached_property
    def report(self) -> Report:
        """The report in the address, or 404."""
        report: Report = self.row()
        return report

    @property
    def here(self) -> str:
        return self.report.get_absolute_url()

    @property
    def today(self) -> datetime.date:
        """The day live figures are drawn for."""
        return timezone.localdate()

    def report_shell(self, *crumbs: tuple[str, str]) -> dict[str, Any]:
        """The shell, with the way back to the report."""
        listing = ("Reports", reverse("governance:reports", args=[self.partnership.slug]))
        return self.shell(listing, (self.report.reference, self.here if crumbs else ""), *crumbs)


class ReportDetail(ReportPage, View):
    """A report in its house layout: as it stands while it is a draft, as issued once it is published.

    What disagrees, and what is not ready, stands beside the paragraphs. Neither is part of the report.
    """

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        report = self.report
        issued = report.publications.live().select_related("pdf").order_by("-number")
        publications = list(issued)
        live = documents.live_of(report, viewer=request.user, today=self.today)
        verdict, notes = "", []
        if report.state == Report.State.PUBLISHED and publications:
            html = publications[0].html
            disagrees = checking.disagreements(report, live)
        else:
            shown = documents.whole(report, viewer=request.user, today=self.today, live=live)
            html = article.draw(shown)
            disagrees = checking.all_wrong(shown)
            if not report.is_frozen and self.may(Verb.CHANGE, report):
                findings = checking.findings(shown)
                verdict = readiness(findings)
                notes += [
                    MarginNote(
                        finding.paragraph_id or finding.section_key, finding.sentence, finding.level.label
                    )
                    for finding in findings
                ]
        noted, elsewhere = article.with_notes(html, [*disagrees.beside, *notes])
        context = {
            "title": str(report),
            "report": report,
            "state": kind_and_state(report),
            "article": noted,
            "disagrees": disagrees,
            "elsewhere": elsewhere,
            "has_notes": bool(disagrees.beside or notes),
            "verdict": verdict,
            "publications": publications,
            "actions": self.actions(),
            "twin": self.twin(),
            **self.report_shell(),
        }
        return render(request, "governance/report/report.html", context)

    def actions(self) -> list[tuple[str, str]]:
        """What this reader may do with it, the usual first."""
        report, here = self.report, self.here
        may_change = self.may(Verb.CHANGE, report)
        offered = [
            ("Edit", "edit/", may_change and not report.is_frozen),
            ("Export PDF", "pdf/", self.may(Verb.EXPORT, report)),
            ("Publish", "publish/", not report.is_frozen and self.may(Verb.PUBLISH, report)),
            ("Correct", "correct/", _can_be_corrected(report) and self.may(Verb.PUBLISH, report)),
            ("Copy its structure", f"../add/?from={report.reference}", may_change),
            ("History", "history/", True),
        ]
        return [(label, here + tail) for label, tail, is_offered in offered if is_offered]

    def twin(self) -> Report | None:
        """The other version of the same paper: from the record beside as printed."""
        if not self.report.paper:
            return None
        others = (
            Report.objects.live()
            .visible_to(self.request.user)
            .filter(partnership=self.partnership, paper=self.report.paper)
        )
        twin: Report | None = others.exclude(pk=self.report.pk).select_related("partnership").first()
        return twin


def _can_be_corrected(report: Report) -> bool:
    return report.state == Report.State.PUBLISHED and report.kind != Report.Kind.AS_PRINTED


class PublishedVersion(ReportPage, View):
    """One publication as it was issued, whatever was published since."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        publications = list(self.report.publications.live().select_related("pdf").order_by("-number"))
        wanted = next(
            (publication for publication in publications if publication.number == self.kwargs["number"]), None
        )
        if wanted is None:
            raise Http404("There is no such version.")
        pdf = f"{self.here}v{wanted.number}/pdf/"
        context = published_context(wanted, publications[0], pdf, self.here)
        crumb = (f"Version {wanted.number}", "")
        return render(request, "governance/report/published.html", context | self.report_shell(crumb))


def published_context(
    shown: Publication, newest: Publication, pdf_url: str, newest_url: str
) -> dict[str, Any]:
    """What the page of a publication shows, here and for the public."""
    return {
        "title": str(shown.report),
        "publication": shown,
        "article": article.as_issued(shown.html),
        "pdf_url": pdf_url,
        "newest": newest,
        "newest_url": newest_url,
        "is_newest": shown.pk == newest.pk,
    }


class ReportHistory(ReportPage, HistoryPage):
    """The history of a report's own facts; every paragraph has its own."""

    def row(self) -> Any:
        return InPartnershipPage.row(self)

    def extra(self, row: Any) -> dict[str, Any]:
        """Inside the partnership's shell; what is frozen has no way back."""
        frozen = {"restore_url": ""} if row.is_frozen else {}
        return frozen | self.report_shell(("History", ""))


class ParagraphHistory(InPartnershipPage, HistoryPage):
    """The history of one paragraph, with a way back to words it had."""

    model = Paragraph
    lookup = "uid"

    def rows(self) -> TrackedQuerySet:
        """Paragraphs of the report in the address."""
        history: TrackedQuerySet = super().rows()
        return history.filter(section__report__reference=self.kwargs["reference"]).select_related(
            "section__report__partnership"
        )

    def extra(self, row: Any) -> dict[str, Any]:
        report = row.section.report
        listing = ("Reports", reverse("governance:reports", args=[self.partnership.slug]))
        crumbs = (listing, (report.reference, report.get_absolute_url()), ("History of a paragraph", ""))
        frozen = {"restore_url": ""} if report.is_frozen else {}
        title = f"History of a {row.get_kind_display().lower()} in {report.reference}"
        return {"title": title, **frozen, **self.shell(*crumbs)}

    def restore(self, row: Any, past: Any, reason: str) -> None:
        """The words come back where the paragraph stands now."""
        services.restore_words(by=self.request.user, paragraph=row, past=past, reason=reason)
