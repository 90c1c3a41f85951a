"""Reminders, calendars and partner links in the admin: read there, made and revoked on the pages."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest

from core.admin import AuditedAdmin
from programmes import models


class MadeByServices(AuditedAdmin):
    """Rows that are made on pages of their own, and only read here."""

    actions: ClassVar[list[Any]] = []

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_import_permission(self, request: HttpRequest) -> bool:
        """A file makes none."""
        return False


@admin.register(models.Reminder)
class ReminderAdmin(MadeByServices):
    fields = readonly_fields = ("round", "person", "occasion", "due_on", "sent_at")
    list_display = ("round", "person", "occasion", "due_on", "sent_at")
    list_filter = ("round__plan__partnership", "occasion")
    list_select_related = ("round__plan", "person")
    search_fields = ("person__email", "round__plan__name")


@admin.register(models.CalendarFeed)
class CalendarFeedAdmin(MadeByServices):
    """Calendars people subscribe to. Their addresses are shown to nobody but them."""

    fields = readonly_fields = ("person", "number", "revoked_at")
    list_display = ("person", "number", "revoked_at")
    list_select_related = ("person",)
    search_fields = ("person__email",)


@admin.register(models.PartnerLink)
class PartnerLinkAdmin(MadeByServices):
    """Links of partner bodies. Every use is in their history."""

    fields = ("plan", "organisation", "number", "made_by", "expires_on", "revoked_at", "used_at", "uses")
    readonly_fields = ("plan", "organisation", "number", "made_by", "revoked_at", "used_at", "uses")
    list_display = ("__str__", "plan", "expires_on", "revoked_at", "used_at", "uses")
    list_filter = ("plan__partnership",)
    list_select_related = ("plan", "organisation")
    search_fields = ("organisation__name", "plan__name")
