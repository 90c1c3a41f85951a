"""Links of actions, saved views of plans and partnerships' own words, in the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

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


@admin.register(models.SavedView)
class SavedViewAdmin(AuditedAdmin):
    """Kept views of plans; they are made on the plan's page, which knows their filters."""

    readonly_fields = ("partnership", "reference", "owner", "query")
    fields = (*readonly_fields, "name", "shared")
    list_display = ("name", "reference", "partnership", "owner", "shared")
    list_filter = ("partnership", "shared")
    list_select_related = ("partnership", "owner")
    search_fields = ("name", "query")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """On the plan's page."""
        return False

    def has_import_permission(self, request: HttpRequest) -> bool:
        """A file says neither whose a view is nor what it filters."""
        return False


@admin.register(models.StatusWords)
class StatusWordsAdmin(AuditedAdmin):
    """What partnerships call the states of their actions, and what their percentages count."""

    list_display = ("partnership", "on_track", "at_risk", "off_track", "complete", "no_update")
    list_select_related = ("partnership",)
    search_fields = ("partnership__name",)
    autocomplete_fields = ("partnership",)
