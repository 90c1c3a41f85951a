"""Pages on which a report is started and its own facts are written. Plain forms; no script is needed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.generic import View

from core import conflicts
from core.models import StaleEdit
from core.permissions import Verb
from governance.models import Report
from governance.reports.domain.checks import readiness
from governance.reports.forms import HeadRowForm, NewReportForm, ReportForm
from governance.reports.queries import checking, documents
from governance.reports.services import writing as services
from governance.reports.views.reading import ReportPage
from partnerships.views import InPartnershipPage, SideItem

LIKE_A_REFERENCE = re.compile(r"[A-Za-z0-9-]{1,30}")


class ReportAdd(InPartnershipPage, View):
    """Start a report: from another one's structure, or from a house style."""

    model = Report

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form; ``?from=`` names the report to copy."""
        wanted = request.GET.get("from", "")
        # What cannot be a reference is not asked for: PostgreSQL takes no text with a NUL in it.
        copied = (
            self.rows().live().filter(reference=wanted).first()
            if LIKE_A_REFERENCE.fullmatch(wanted)
            else None
        )
        initial: dict[str, Any] = {}
        if copied is not None:
            initial = {"copy_of": copied.pk, "board": copied.board_id, "title": copied.title}
        return self.shown(self.form(initial=initial))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The new draft, or the form again."""
        form = self.form(request.POST)
        if form.is_valid():
            try:
                report = services.add_report(
                    by=request.user,
                    today=timezone.localdate(),
                    partnership=self.partnership,
                    **form.cleaned_data,
                )
            except ValidationError as refused:
                form.add_error(None, refused.messages)
            else:
                messages.success(request, f"{report.reference} is started. Write its sections one by one.")
                return redirect(f"{report.get_absolute_url()}edit/")
        return self.shown(form, status=422)

    def form(self, *args: Any, **options: Any) -> NewReportForm:
        """The form, with the boards the user may write for; 403 where there is none."""
        boards = documents.boards_open_to(self.request.user, self.partnership)
        if not boards.exists():
            raise PermissionDenied("You can read reports here but not write them.")
        place = {"partnership": self.partnership, "boards": boards, "user": self.request.user}
        return NewReportForm(*args, **place, **options)

    def shown(self, form: NewReportForm, status: int = 200) -> HttpResponse:
        listing = f"/p/{self.partnership.slug}/reports/"
        context = {
            "title": "New report",
            "form": form,
            "submit_label": "Start the report",
            "cancel_url": listing,
            **self.shell(("Reports", listing), ("New report", "")),
        }
        return render(self.request, "core/form.html", context, status=status)


@dataclass(frozen=True)
class FormGroup:
    """Several forms of one page, for its error summary."""

    forms: list[Any]

    @property
    def errors(self) -> list[Any]:
        """Those with something wrong."""
        return [form.errors for form in self.forms if form.errors]

    def non_form_errors(self) -> list[str]:
        """None: each message belongs to one of the forms."""
        return []


class WritingPage(ReportPage, View):
    """A page with several forms that are saved together, each with its own version.

    What is wrong comes back with 422, what is stale with 409; everything typed comes back in both.
    """

    template_name: str

    def forms(self, data: Any = None) -> list[Any]:
        """The page's forms, bound when there is data."""
        raise NotImplementedError

    def save(self, forms: list[Any]) -> None:
        """Write what they say. May raise StaleEdit or ValidationError."""
        raise NotImplementedError

    def done(self) -> HttpResponse:
        raise NotImplementedError

    def context(self, forms: list[Any]) -> dict[str, Any]:
        raise NotImplementedError

    def must_edit(self) -> None:
        """403 unless the user may change the report and its words still can change."""
        self.must(Verb.CHANGE, self.report)
        if self.report.is_frozen:
            raise PermissionDenied(self.report.why_frozen)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.must_edit()
        return self.shown(self.forms())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save everything, or nothing."""
        self.must_edit()
        data = conflicts.resolved(request.POST)
        forms = self.forms(data)
        if not all([form.is_valid() for form in forms]):
            return self.shown(forms, status=422)
        try:
            self.save(forms)
        except StaleEdit:
            return self.stale(data)
        except ValidationError as refused:
            forms[0].add_error(None, refused.messages)
            return self.shown(forms, status=422)
        return self.done()

    def stale(self, data: Any) -> HttpResponse:
        """Somebody saved first: merge what does not clash, ask about what does."""
        audited = [form for form in self.forms(data) if hasattr(form, "instance") and form.instance.pk]
        conflict = conflicts.find(audited, data)
        if conflict.clashes:
            return conflicts.page(
                self.request,
                conflict,
                title=str(self.report),
                cancel_url=self.request.path,
                **self.shell_here(),
            )
        self.request.POST = conflict.merged  # type: ignore[assignment]
        return self.post(self.request, **self.kwargs)

    def shown(self, forms: list[Any], status: int = 200) -> HttpResponse:
        context = {
            "form": FormGroup(forms),
            "report": self.report,
            **self.shell_here(),
            **self.context(forms),
        }
        return render(self.request, self.template_name, context, status=status)

    def shell_here(self) -> dict[str, Any]:
        """The shell; the report's outline takes the place of the partnership's pages."""
        here = f"{self.here}edit/"
        items = [SideItem("Title, meeting and quarter", here, self.request.path == here)]
        for section in self.report.sections.live().order_by("order"):
            url = f"{here}{section.key}/"
            items.append(SideItem(section.heading, url, self.request.path.startswith(url)))
        return self.report_shell(("Edit", "")) | {"side_items": items, "side_heading": self.report.reference}


class ReportEdit(WritingPage):
    """A report's own facts: title, meeting, quarter, head block."""

    template_name = "governance/report/edit.html"

    def forms(self, data: Any = None) -> list[Any]:
        """The report's form, then one for each row of its head."""
        head = [
            HeadRowForm(data, instance=row, prefix=f"h{row.pk}")
            for row in self.report.head_rows.live().select_related("report")
            if data is None or f"h{row.pk}-version" in data
        ]
        return [ReportForm(data, instance=self.row()), *head]

    def save(self, forms: list[Any]) -> None:
        """As one change."""
        own, *head = forms
        services.save_report(
            by=self.request.user, form=own, head=head, held_on=own.cleaned_data.get("held_on")
        )

    def done(self) -> HttpResponse:
        messages.success(self.request, "Saved.")
        return redirect(self.request.path)

    def context(self, forms: list[Any]) -> dict[str, Any]:
        """The forms, and whether the report could go out as it stands."""
        shown = documents.whole(self.report, viewer=self.request.user, today=self.today)
        return {
            "title": f"Edit {self.report}",
            "own": forms[0],
            "head": forms[1:],
            "verdict": readiness(checking.findings(shown)),
            "here": self.here,
        }
