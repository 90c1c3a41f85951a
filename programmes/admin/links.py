"""What actions hang together with, in the admin."""

from __future__ import annotations

from django.contrib import admin

from core.admin import AuditedAdmin
from programmes import models


@admin.register(models.Dependency)
class DependencyAdmin(AuditedAdmin):
    """Which action waits for which."""

    list_display = ("action", "needs", "note")
    list_filter = ("action__partnership",)
    list_select_related = ("action", "needs")
    search_fields = ("action__reference", "needs__reference", "note")
    autocomplete_fields = ("action", "needs")


@admin.register(models.Objective)
class ObjectiveAdmin(AuditedAdmin):
    """Partners' own corporate objectives."""

    list_display = ("reference", "wording", "organisation", "document", "partnership")
    list_filter = ("partnership", "organisation")
    list_select_related = ("organisation", "partnership")
    search_fields = ("reference", "wording", "document")
    autocomplete_fields = ("partnership", "organisation")


@admin.register(models.Purpose)
class PurposeAdmin(AuditedAdmin):
    """Which action serves which strategy or objective."""

    list_display = ("action", "strategy", "objective")
    list_filter = ("action__partnership",)
    list_select_related = ("action", "strategy", "objective__organisation")
    search_fields = ("action__reference", "strategy__name", "objective__wording")
    autocomplete_fields = ("action", "strategy", "objective")
