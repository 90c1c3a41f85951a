"""Money in the admin: posts and lines inside phases, lines inside options, shares inside splits."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest

from core.admin import AuditedAdmin, AuditedInline
from funding import models, services
from funding.forms import ShareForm, SharesFormSet, SplitForm
from funding.resources import SplitResource


class PostInline(AuditedInline):
    model = models.Post


class CostLineInline(AuditedInline):
    """Other costs inside phases."""

    model = models.CostLine


class ProfileInline(AuditedInline):
    """What is approved for each quarter, inside phases."""

    model = models.ProfileQuarter


@admin.register(models.Phase)
class PhaseAdmin(AuditedAdmin):
    list_display = ("reference", "name", "partnership", "state", "starts_on", "ends_on")
    list_display_links = ("reference", "name")
    list_filter = ("state", "partnership")
    list_select_related = ("partnership",)
    search_fields = ("reference", "name", "note")
    autocomplete_fields = ("partnership",)
    inlines = (PostInline, CostLineInline, ProfileInline)


@admin.register(models.Post)
class PostAdmin(AuditedAdmin):
    list_display = ("__str__", "phase", "number", "unit_cost", "basis")
    list_filter = ("phase__partnership",)
    list_select_related = ("phase",)
    search_fields = ("title", "grade", "phase__name", "phase__reference")
    autocomplete_fields = ("phase",)


@admin.register(models.CostLine)
class CostLineAdmin(AuditedAdmin):
    list_display = ("name", "phase", "kind", "amount")
    list_filter = ("kind", "phase__partnership")
    list_select_related = ("phase",)
    search_fields = ("name", "phase__name", "phase__reference")
    autocomplete_fields = ("phase",)


@admin.register(models.Source)
class SourceAdmin(AuditedAdmin):
    list_display = ("reference", "name", "partnership", "kind", "security", "holder", "expires_on")
    list_display_links = ("reference", "name")
    list_filter = ("kind", "security", "partnership")
    list_select_related = ("partnership", "holder")
    search_fields = ("reference", "name", "condition")
    autocomplete_fields = ("partnership", "holder")


@admin.register(models.Saving)
class SavingAdmin(AuditedAdmin):
    list_display = ("reference", "wording", "partnership", "amount", "state", "realised")
    list_filter = ("state", "partnership")
    list_select_related = ("partnership",)
    search_fields = ("reference", "wording", "estimated_by")
    autocomplete_fields = ("partnership", "phase")


class OptionLineInline(AuditedInline):
    """What each source gives, inside options."""

    model = models.OptionLine
    autocomplete_fields = ("source_of_money",)


@admin.register(models.Option)
class OptionAdmin(AuditedAdmin):
    """Options with their lines. Agreeing one here does what its page does."""

    list_display = ("name", "phase", "order", "state", "decided_on")
    list_filter = ("state", "phase__partnership")
    list_select_related = ("phase",)
    search_fields = ("name", "phase__name", "phase__reference")
    autocomplete_fields = ("phase", "board")
    inlines = (OptionLineInline,)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """An option that becomes the agreed one sets the others aside, wherever it is agreed."""
        if change and "state" in form.changed_data and obj.state == models.Option.State.AGREED:
            services.agree_option(option=obj, by=request.user, reason=form.reason)
            self._must_reach(request, obj)
        else:
            super().save_model(request, obj, form, change)


@admin.register(models.OptionLine)
class OptionLineAdmin(AuditedAdmin):
    list_display = ("source_of_money", "option", "amount", "printed_percent")
    list_filter = ("option__phase__partnership",)
    list_select_related = ("source_of_money", "option")
    search_fields = ("source_of_money__name", "option__name", "option__phase__reference")
    autocomplete_fields = ("option", "source_of_money")


@admin.register(models.Contribution)
class ContributionAdmin(AuditedAdmin):
    """Contributions; each step keeps the rules of its page, because they are the row's own."""

    list_display = ("reference", "organisation", "phase", "state", "state_on", "amount")
    list_display_links = ("reference", "organisation")
    list_filter = ("state", "partnership", "phase")
    list_select_related = ("organisation", "phase")
    search_fields = ("reference", "organisation__name", "phase__name", "condition", "minute")
    autocomplete_fields = ("partnership", "phase", "organisation", "source_of_money", "board")


@admin.register(models.Transfer)
class TransferAdmin(AuditedAdmin):
    """Re-balancings and repayments; an entry once written stays as it is, by the row's own rule."""

    list_display = ("reference", "kind", "payer", "payee", "amount", "on")
    list_filter = ("kind", "partnership")
    list_select_related = ("payer", "payee")
    search_fields = ("reference", "payer__name", "payee__name", "why", "minute")
    autocomplete_fields = ("partnership", "phase", "payer", "payee", "board")


@admin.register(models.ProfileQuarter)
class ProfileQuarterAdmin(AuditedAdmin):
    """What was approved for each quarter."""

    list_display = ("phase", "year", "quarter_number", "approved")
    list_filter = ("phase__partnership",)
    list_select_related = ("phase",)
    search_fields = ("phase__name", "phase__reference")
    autocomplete_fields = ("phase",)


@admin.register(models.ProfileMove)
class ProfileMoveAdmin(AuditedAdmin):
    """Requests to spend in another quarter, and the decisions about them."""

    list_display = ("reference", "phase", "kind", "amount", "state", "decided_on")
    list_filter = ("kind", "state", "partnership")
    list_select_related = ("phase",)
    search_fields = ("reference", "phase__name", "phase__reference", "why", "minute")
    autocomplete_fields = ("partnership", "phase", "board")


@admin.register(models.Actual)
class ActualAdmin(AuditedAdmin):
    """Lines of the ledger; once recorded they stay as they are, by the row's own rule."""

    list_display = ("ledger_reference", "phase", "on", "wording", "amount")
    list_filter = ("phase__partnership",)
    list_select_related = ("phase",)
    search_fields = ("ledger_reference", "wording", "phase__name", "phase__reference")
    autocomplete_fields = ("phase",)


class ShareInline(AuditedInline):
    """Shares inside splits, refused unless they sum to the total."""

    model = models.Share
    form = ShareForm
    formset = SharesFormSet
    autocomplete_fields = ("organisation",)
    exclude: ClassVar[tuple[str, ...]] = ("source", "inferred", "order")

    def get_queryset(self, request: HttpRequest) -> Any:
        """Live shares only: those taken out are part of no sum."""
        return super().get_queryset(request).live()


@admin.register(models.Split)
class SplitAdmin(AuditedAdmin):
    """Splits with their shares, whole or refused."""

    form = SplitForm
    list_display = ("reference", "name", "partnership", "phase", "rule", "state", "total")
    list_display_links = ("reference", "name")
    list_filter = ("rule", "state", "partnership")
    list_select_related = ("partnership", "phase")
    search_fields = ("reference", "name")
    autocomplete_fields = ("partnership", "phase")
    inlines = (ShareInline,)

    def get_resource_classes(self, request: HttpRequest) -> list[Any]:
        """A spreadsheet starts no split."""
        return [SplitResource]


@admin.register(models.Share)
class ShareAdmin(AuditedAdmin):
    """Shares, to search, read and export. They change inside their split only, where their sum is seen."""

    list_display = ("organisation", "split", "weight", "amount", "takes_remainder")
    list_filter = ("split__partnership",)
    list_select_related = ("organisation", "split")
    search_fields = ("organisation__name", "split__name", "split__reference")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Inside the split."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Inside the split."""
        return False

    def has_import_permission(self, request: HttpRequest) -> bool:
        """One row of a file could only break the sum."""
        return False


@admin.register(models.StatedFigure)
class StatedFigureAdmin(AuditedAdmin):
    list_display = ("paper", "number", "paragraph", "label", "wording", "table", "claims")
    list_display_links = ("paper", "number")
    list_filter = ("partnership", "unit", "is_total", "paper")
    list_select_related = ("partnership",)
    search_fields = ("paper", "paragraph", "label", "wording", "table", "claims")
    autocomplete_fields = ("partnership",)
