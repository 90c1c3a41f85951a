"""Decisions of date changes in the admin."""

from __future__ import annotations

from django.contrib import admin

from core.admin import AuditedAdmin
from governance import models


@admin.register(models.DecidedMove)
class DecidedMoveAdmin(AuditedAdmin):
    """Which recorded decision let a date move."""

    list_display = ("move", "decision")
    list_filter = ("move__action__partnership",)
    list_select_related = ("move__action", "decision")
    search_fields = ("move__action__reference", "decision__reference", "decision__title")
    autocomplete_fields = ("move", "decision")
