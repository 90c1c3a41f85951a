"""Reports, meetings, decisions and house styles in the admin: the same locks as on the pages."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from core.admin import AuditedAdmin, AuditedInline
from governance import models


def report_of(row: Any) -> models.Report | None:
    """The report a row is or is part of; None for a row that is not there yet."""
    if row is None or isinstance(row, models.Report):
        return row
    report: models.Report = row.report if hasattr(row, "report_id") else row.section.report
    return report


class WithReport:
    """Rows of a frozen report are read here, not changed. The models refuse it too; this says so earlier."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """By the policy, and not once the report is frozen."""
        report = report_of(obj)
        allowed: bool = super().has_change_permission(request, obj)  # type: ignore[misc]
        return allowed and not (report and report.is_frozen)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """By the policy, and not to a published report."""
        report = report_of(obj)
        allowed: bool = super().has_add_permission(request, obj)  # type: ignore[misc]
        return allowed and not (report and report.state != models.Report.State.DRAFT)


class HeadRowInline(WithReport, AuditedInline):
    """Rows of the head block inside reports."""

    model = models.HeadRow


class SectionInline(WithReport, AuditedInline):
    """Sections inside reports; each leads to its paragraphs."""

    model = models.Section


class ParagraphInline(WithReport, AuditedInline):
    """Paragraphs inside sections."""

    model = models.Paragraph


class ClearanceInline(WithReport, AuditedInline):
    """Clearances inside sections."""

    model = models.Clearance
    autocomplete_fields = ("officer",)


@admin.register(models.Report)
class ReportAdmin(WithReport, AuditedAdmin):
    """Reports with their head block and sections, and the way to their PDF."""

    list_display = ("reference", "title", "partnership", "board", "kind", "state")
    list_filter = ("kind", "state", "partnership", "is_public")
    list_select_related = ("partnership", "board")
    search_fields = ("reference", "title", "paper")
    autocomplete_fields = ("partnership", "board", "meeting", "house_style", "based_on")
    inlines = (HeadRowInline, SectionInline)


@admin.register(models.Section)
class SectionAdmin(WithReport, AuditedAdmin):
    """Sections with their paragraphs."""

    list_display = ("heading", "report", "order", "kind")
    list_filter = ("kind", "report__partnership")
    list_select_related = ("report",)
    search_fields = ("heading", "key", "report__reference")
    autocomplete_fields = ("report",)
    inlines = (ParagraphInline, ClearanceInline)


@admin.register(models.Paragraph)
class ParagraphAdmin(WithReport, AuditedAdmin):
    """Paragraphs on their own, to search their words."""

    list_display = ("__str__", "section", "kind", "order")
    list_filter = ("kind", "section__report__partnership")
    list_select_related = ("section__report",)
    search_fields = ("text", "caption", "section__report__reference")
    autocomplete_fields = ("section",)


@admin.register(models.HeadRow)
class HeadRowAdmin(WithReport, AuditedAdmin):
    """Rows of head blocks on their own, for spreadsheets."""

    list_display = ("label", "value", "report", "order")
    list_filter = ("report__partnership",)
    list_select_related = ("report",)
    search_fields = ("label", "value", "report__reference")
    autocomplete_fields = ("report",)


@admin.register(models.Clearance)
class ClearanceAdmin(WithReport, AuditedAdmin):
    """Clearances on their own, to see who is waited for."""

    list_display = ("role", "section", "officer", "state", "signed_at")
    list_filter = ("state", "section__report__partnership")
    list_select_related = ("section__report", "officer")
    search_fields = ("role", "comment", "section__report__reference")
    autocomplete_fields = ("section", "officer")


@admin.register(models.Publication)
class PublicationAdmin(AuditedAdmin):
    """What was published, to be read. Publishing is done on the report's own page."""

    list_display = ("report", "number", "issued_at", "issued_by", "is_public")
    list_filter = ("is_public", "report__partnership")
    list_select_related = ("report", "issued_by")
    search_fields = ("report__reference", "report__title", "sha256")
    fields = (
        "report",
        "number",
        "issued_at",
        "issued_by",
        "data_as_at",
        "sha256",
        "made_with",
        "is_public",
        "note",
    )

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only publishing makes one."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never."""
        return False

    def has_import_permission(self, request: HttpRequest) -> bool:
        """Never."""
        return False


@admin.register(models.HouseStyle)
class HouseStyleAdmin(AuditedAdmin):
    list_display = ("name", "code", "organisation")
    search_fields = ("name", "code")
    autocomplete_fields = ("organisation",)


@admin.register(models.Meeting)
class MeetingAdmin(AuditedAdmin):
    list_display = ("board", "held_on", "starts_at", "place", "agenda_due_on")
    list_filter = ("board__partnership",)
    list_select_related = ("board",)
    search_fields = ("board__name", "place")
    autocomplete_fields = ("board",)
    date_hierarchy = "held_on"


@admin.register(models.Decision)
class DecisionAdmin(AuditedAdmin):
    list_display = ("reference", "title", "partnership", "board", "state", "due_on")
    list_filter = ("state", "partnership")
    list_select_related = ("partnership", "board")
    search_fields = ("reference", "title", "minute")
    autocomplete_fields = ("partnership", "board", "meeting")
