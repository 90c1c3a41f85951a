"""Plans, actions, updates and measures in the admin.

What the pages do through a service is done through the same service here; what they forbid (moving
a date without a reason, writing in a locked round, changing a state by hand) is not offered, and
the rows' own rules refuse it as well.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import URLField
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from core.admin import AuditedAdmin, AuditedInline
from core.domain.moments import london_day
from core.models import StaleEdit
from core.permissions import Verb
from programmes import models, services
from programmes.admin.forms import (
    ActionAdminForm,
    MilestoneAdminForm,
    MilestoneRowForm,
    NewActionForm,
    SubmittedForm,
)
from programmes.forms import UpdateForm
from programmes.resources import ActionResource, UpdateResource

# --- Parts ----------------------------------------------------------------------------------


class ReadOnlyInline(AuditedInline):
    """Parts that are changed on pages of their own; each row leads there."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class MilestoneInline(AuditedInline):
    model = models.Milestone
    form = MilestoneRowForm
    fields = ("title", "original", "current", "actual_on", "version")
    readonly_fields = ("current",)


class UpdateInline(ReadOnlyInline):
    """Updates inside actions. Nobody's draft: those are not in this table."""

    model = models.Update
    fields = readonly_fields = ("round", "state", "stage", "confidence", "words")


class DateChangeInline(ReadOnlyInline):
    model = models.DateChange
    fields = readonly_fields = (
        "number",
        "milestone",
        "before",
        "after",
        "why",
        "state",
        "board",
        "decided_on",
    )


class SupportInline(AuditedInline):
    model = models.Support
    verbose_name, verbose_name_plural = "supporting organisation", "supporting organisations"
    autocomplete_fields = ("organisation",)


class DependencyInline(AuditedInline):
    """What an action waits for, inside it."""

    model = models.Dependency
    fk_name = "action"
    autocomplete_fields = ("needs",)


class PurposeInline(AuditedInline):
    """What an action serves, inside it."""

    model = models.Purpose
    autocomplete_fields = ("strategy", "objective")


class RoundInline(AuditedInline):
    """Rounds inside plans; their state is moved by actions of the list of rounds."""

    model = models.Round
    readonly_fields = ("state",)


class ReadingInline(AuditedInline):
    model = models.Reading


# --- Rows -----------------------------------------------------------------------------------


@admin.register(models.Plan)
class PlanAdmin(AuditedAdmin):
    list_display = ("name", "reference", "partnership", "theme_set", "board", "signs_off", "tolerance_days")
    list_filter = ("partnership",)
    list_select_related = ("partnership", "theme_set", "board")
    search_fields = ("name", "reference")
    autocomplete_fields = ("partnership", "theme_set", "board")
    inlines = (RoundInline,)


def moved_by(verb: str, service: Callable[..., Any]) -> Callable[..., None]:
    """An action of the list of rounds that calls a service for each chosen round and says what happened."""

    @admin.action(description=f"{verb} the selected rounds", permissions=["run"])
    def act(self: RoundAdmin, request: HttpRequest, rows: Any) -> None:
        for row in rows.visible_to(request.user, Verb.RUN).select_related("plan__partnership"):
            try:
                service(row, request.user)
            except (ValidationError, StaleEdit) as refused:
                message = " ".join(getattr(refused, "messages", ["Somebody changed it just now."]))
                self.message_user(request, f"{row.plan}, {row}: {message}", messages.ERROR)
            else:
                self.message_user(request, f"{row.plan}, {row}: {verb.lower()} done.", messages.SUCCESS)

    act.__name__ = f"{verb.lower()}_rounds"
    return act


@admin.register(models.Round)
class RoundAdmin(AuditedAdmin):
    """Rounds. A round is never archived: what was reported in it stays counted."""

    list_display = ("quarter", "plan", "state", "due_on", "lock_on", "locked_at")
    list_filter = ("state", "plan__partnership", "year")
    list_select_related = ("plan",)
    search_fields = ("plan__name", "plan__reference", "year")
    autocomplete_fields = ("plan",)
    readonly_fields = ("state", "locked_at")
    actions: ClassVar[list[Any]] = [
        moved_by(
            "Open",
            lambda row, by: services.open_round(
                plan=row.plan, quarter=row.quarter, by=by, today=timezone.localdate()
            ),
        ),
        moved_by("Close", lambda row, by: services.close_round(round=row, by=by)),
        moved_by("Lock", lambda row, by: services.lock_round(round=row, by=by, now=timezone.now())),
    ]

    def has_run_permission(self, request: HttpRequest) -> bool:
        return self._allowed(request, Verb.RUN, None)


@admin.register(models.Action)
class ActionAdmin(AuditedAdmin):
    """Actions with their milestones, updates, moved dates and supporters."""

    form = ActionAdminForm
    list_display = ("reference", "title", "theme", "owner", "lead", "current", "status_label")
    list_filter = ("partnership", "theme", "owner", "stage", "confidence")
    list_select_related = ("theme", "owner", "lead", "partnership__status_words")
    search_fields = ("reference", "title", "description")
    autocomplete_fields = ("partnership", "plan", "theme", "outcome", "owner", "lead")
    inlines = (
        MilestoneInline,
        SupportInline,
        DependencyInline,
        PurposeInline,
        DateChangeInline,
        UpdateInline,
    )
    common = ("plan", "theme", "outcome", "title", "description", "owner", "lead", "lead_role", "starts")
    reported = ("current", "actual_on", "stage", "confidence", "reported_in")

    @admin.display(description="status")
    def status_label(self, row: models.Action) -> str:
        """As last reported, in the partnership's words."""
        return models.words_of(row.partnership).word(row.status)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Sequence[str]:
        """A new action takes its first date; a kept one shows its dates and what was reported."""
        if obj is None:
            return ["partnership", "reference", *self.common, "original", "source", "inferred", "version"]
        fields = ["partnership", "reference", *self.common, "original", *self.reported]
        return [*fields, "source", "inferred", "version", "change_reason"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Sequence[str]:
        """References and dates are permanent, statuses are reported."""
        return () if obj is None else ("partnership", "reference", "original", *self.reported)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        """A form of its own for a new action."""
        if obj is None:
            options.setdefault("form", NewActionForm)
        return super().get_form(request, obj, change, **options)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """A new action through the service of the screens."""
        if change:
            super().save_model(request, obj, form, change)
            return
        services.add_action(action=obj, by=request.user)
        self._must_reach(request, obj)

    def get_resource_classes(self, request: HttpRequest) -> list[Any]:
        """Through the service of the screens."""
        return [ActionResource]


@admin.register(models.Milestone)
class MilestoneAdmin(AuditedAdmin):
    """Milestones; they are added inside actions, and their dates moved on the pages."""

    form = MilestoneAdminForm
    fields = ("action", "number", "title", "original", "current", "actual_on", "source", "inferred")
    readonly_fields = ("action", "number", "original", "current")
    list_display = ("__str__", "original", "current", "actual_on")
    list_filter = ("action__partnership",)
    list_select_related = ("action__partnership",)
    search_fields = ("title", "action__reference", "action__title")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Inside their action, which gives them their number."""
        return False


@admin.register(models.Support)
class SupportAdmin(AuditedAdmin):
    list_display = ("action", "organisation", "contribution")
    list_filter = ("action__partnership",)
    list_select_related = ("action", "organisation")
    search_fields = ("action__reference", "organisation__name", "contribution")
    autocomplete_fields = ("action", "organisation")


@admin.register(models.Update)
class UpdateAdmin(AuditedAdmin):
    """Updates: saving one submits it, in the rounds and states in which its page would.

    They are made by opening a round, never archived, and old words come back by being submitted
    again, so that they are checked and signed.
    """

    form = SubmittedForm
    fields = ("action", "round", "state", "due_on", *UpdateForm.field_order)
    readonly_fields = ("action", "round", "state", "due_on")
    list_display = ("__str__", "state", "stage", "confidence", "submitted_by", "submitted_at")
    list_filter = ("round__plan__partnership", "state", "stage", "confidence", "round__year")
    list_select_related = ("action__partnership", "round", "submitted_by")
    search_fields = ("action__reference", "action__title", "words")
    actions: ClassVar[list[Any]] = []

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """By opening a round."""
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Submit it, when something changed."""
        if set(form.changed_data) - {"version", "change_reason"}:
            now = timezone.now()
            services.submit_update(
                update=obj, by=request.user, now=now, today=london_day(now), reason=form.reason
            )

    def get_resource_classes(self, request: HttpRequest) -> list[Any]:
        """Through the service of the screens."""
        return [UpdateResource]

    def restore_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Not by restoring."""
        message = "Old words come back by being submitted again, so that they are checked and signed."
        self.message_user(request, message, messages.ERROR)
        return HttpResponseRedirect(reverse("admin:programmes_update_history", args=[object_id]))


@admin.register(models.DateChange)
class DateChangeAdmin(AuditedAdmin):
    """Moved dates, asked for and decided on the pages; the minute may be added here later."""

    asked = ("action", "milestone", "round", "number", "before", "after", "why", "kind", "state", "asked_on")
    fields = (*asked, "board", "decided_on", "minute", "source", "inferred")
    readonly_fields = (*asked, "board", "decided_on")
    list_display = ("__str__", "kind", "state", "asked_on", "board", "decided_on")
    list_filter = ("action__partnership", "state", "kind")
    list_select_related = ("action__partnership", "board")
    search_fields = ("action__reference", "action__title", "why", "minute")
    actions: ClassVar[list[Any]] = []

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """By moving a date."""
        return False

    def has_import_permission(self, request: HttpRequest) -> bool:
        """A file cannot ask for a move, nor decide one."""
        return False


@admin.register(models.Evidence)
class EvidenceAdmin(AuditedAdmin):
    """Evidence; it is added on the action's page, which takes files."""

    fields = ("action", "number", "title", "link", "file", "round", "source", "inferred")
    readonly_fields = ("action", "number", "file", "round")
    list_display = ("title", "action", "round", "link", "file")
    list_filter = ("action__partnership",)
    list_select_related = ("action__partnership", "round", "file")
    search_fields = ("title", "action__reference")
    formfield_overrides: ClassVar[dict[Any, Any]] = {
        URLField: {"assume_scheme": "https", "widget": forms.URLInput}
    }

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """On the action's page."""
        return False


@admin.register(models.Measure)
class MeasureAdmin(AuditedAdmin):
    list_display = ("reference", "title", "unit", "kind", "direction", "frequency", "owner", "plan")
    list_filter = ("partnership", "kind", "frequency")
    list_select_related = ("plan", "owner")
    search_fields = ("reference", "title", "definition")
    autocomplete_fields = ("partnership", "plan", "theme", "owner")
    inlines = (ReadingInline,)


@admin.register(models.Reading)
class ReadingAdmin(AuditedAdmin):
    list_display = ("__str__", "target", "actual", "year_end_forecast")
    list_filter = ("measure__partnership", "year")
    list_select_related = ("measure",)
    search_fields = ("measure__reference", "measure__title")
    autocomplete_fields = ("measure",)


@admin.register(models.ImpactAssessment)
class ImpactAssessmentAdmin(AuditedAdmin):
    """Assessments of impact, of actions and of what is no action yet."""

    list_display = ("reference", "kind", "about", "state", "due_wording", "done_on", "partnership")
    list_filter = ("partnership", "kind", "state", "inferred")
    list_select_related = ("partnership", "action")
    search_fields = ("reference", "subject", "because", "action__reference", "action__title")
    autocomplete_fields = ("partnership", "action")


@admin.register(models.PlanImport)
class PlanImportAdmin(AuditedAdmin):
    """Spreadsheets that were brought in. They are uploaded, confirmed and undone on the pages."""

    list_display = ("number", "file", "state", "done_by", "done_at", "partnership")
    list_filter = ("partnership", "state")
    list_select_related = ("partnership", "file", "done_by")
    search_fields = ("file__name", "partnership__name")
    readonly_fields = ("partnership", "number", "file", "state", "counts", "reason", "done_at", "done_by")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A file comes in by its own pages."""
        return False

    def has_import_permission(self, request: HttpRequest) -> bool:
        """Nor does one come in by another."""
        return False


@admin.register(models.SheetLayout)
class SheetLayoutAdmin(AuditedAdmin):
    """What is remembered of a partnership's own spreadsheet; archived, the next import asks again."""

    list_display = ("partnership", "sheet")
    list_select_related = ("partnership",)
    search_fields = ("partnership__name", "sheet")
    readonly_fields = ("headings", "columns", "filled_down", "answers", "words")
    autocomplete_fields = ("partnership",)
