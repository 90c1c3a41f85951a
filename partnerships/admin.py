"""Partnerships in the admin."""

from __future__ import annotations

from django.contrib import admin

from core.admin import AuditedAdmin, AuditedInline
from partnerships import models


class SeatInline(AuditedInline):
    """Seats inside boards."""

    model = models.Seat
    autocomplete_fields = ("organisation",)


@admin.register(models.Board)
class BoardAdmin(AuditedAdmin):
    """Boards with their seats."""

    list_display = ("name", "reference", "kind", "partnership", "organisation", "effective_to")
    list_filter = ("kind", "partnership")
    list_select_related = ("partnership", "organisation")
    search_fields = ("name", "reference")
    autocomplete_fields = ("partnership", "organisation", "parent", "successor")
    inlines = (SeatInline,)


@admin.register(models.Organisation)
class OrganisationAdmin(AuditedAdmin):
    """Organisations."""

    list_display = ("name", "code", "kind")
    list_filter = ("kind",)
    search_fields = ("name", "code")


@admin.register(models.Partnership)
class PartnershipAdmin(AuditedAdmin):
    """Partnerships."""

    list_display = ("name", "slug", "invented")
    search_fields = ("name", "slug")


@admin.register(models.Grant)
class GrantAdmin(AuditedAdmin):
    """Grants of roles."""

    list_display = ("user", "role", "partnership", "board", "organisation", "effective_to")
    list_filter = ("role", "partnership")
    search_fields = ("user__name", "user__email")
    autocomplete_fields = ("user", "partnership", "board", "organisation")
