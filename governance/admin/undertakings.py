"""Undertakings and findings in the admin."""

from __future__ import annotations

from django.contrib import admin

from core.admin import AuditedAdmin
from governance import models


@admin.register(models.Undertaking)
class UndertakingAdmin(AuditedAdmin):
    list_display = ("reference", "wording", "partnership", "kind", "owner", "state", "said_on", "due_wording")
    list_filter = ("state", "kind", "partnership")
    list_select_related = ("partnership", "owner")
    search_fields = ("reference", "wording", "owner_role")
    autocomplete_fields = ("partnership", "owner", "action")


@admin.register(models.Finding)
class FindingAdmin(AuditedAdmin):
    """What people said."""

    list_display = ("group", "kind", "order", "wording", "partnership", "said_by")
    list_filter = ("kind", "partnership")
    list_select_related = ("partnership",)
    search_fields = ("group", "wording", "said_by")
    autocomplete_fields = ("partnership",)
