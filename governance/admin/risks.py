"""Risks and matrices in the admin."""

from __future__ import annotations

from django.contrib import admin

from core.admin import AuditedAdmin, AuditedInline
from governance import models


class AssessmentInline(AuditedInline):
    """Assessments inside risks."""

    model = models.Assessment


@admin.register(models.Risk)
class RiskAdmin(AuditedAdmin):
    """Risks with their assessments."""

    list_display = ("reference", "title", "partnership", "owner", "state", "review_on")
    list_filter = ("state", "response", "partnership")
    list_select_related = ("partnership", "owner")
    search_fields = ("reference", "title")
    autocomplete_fields = ("partnership", "owner", "lead", "matrix", "action", "board", "phase")
    inlines = (AssessmentInline,)


@admin.register(models.Assessment)
class AssessmentAdmin(AuditedAdmin):
    """Assessments on their own, for spreadsheets."""

    list_display = ("risk", "number", "stage", "assessed_on", "impact", "likelihood")
    list_filter = ("stage", "risk__partnership")
    list_select_related = ("risk",)
    search_fields = ("risk__reference", "risk__title")
    autocomplete_fields = ("risk",)


@admin.register(models.Matrix)
class MatrixAdmin(AuditedAdmin):
    list_display = ("name", "code", "edition", "organisation")
    search_fields = ("name", "code")
    autocomplete_fields = ("organisation",)
