"""Plans, actions, updates and measures in the admin.

What the pages do through a service is done through the same service here; what they forbid (moving
a date without a reason, writing in a locked round, changing a state by hand) is not offered, and
the rows' own rules refuse it besides.
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

from core.admin import AuditedAdmin, AuditedInline, RowForm
from core.change import current_change
from core.form_fields import WindowField
from core.forms import AuditedForm
from core.models import StaleEdit
from core.permissions import Verb
from core.validation import raise_problems
from programmes import models, services
from programmes.domain.moves import done_problems
from programmes.domain.updates import update_problems
from programmes.forms import UpdateForm
from programmes.resources import ActionResource, UpdateResource

# --- Forms: date windows as one box, dates that are moved elsewhere as words ---------------


class NewActionForm(AuditedForm):
    """An action with its first date."""

    starts = WindowField(required=False)
    original = WindowField(required=False)

    class Meta:
        windows = ("starts", "original")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reference"].required = False
        self.fields["reference"].help_text = "Leave empty to draw the next one of its theme."


class ActionForm(AuditedForm):
    """An action; its dates are moved on its page."""

    starts = WindowField(required=False)

    class Meta:
        windows = ("starts",)


class MilestoneRowForm(RowForm):
    """A milestone inside an action: its date is given once, and its number by the service."""

    original = WindowField(required=False)

    class Meta:
        windows = ("original",)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["original"].disabled = not self.instance._state.adding

    def clean_actual_on(self) -> Any:
        """Not a day to come."""
        return past_day(self.cleaned_data["actual_on"])

    def save(self, commit: bool = True) -> Any:
        """A new row through the service of the screens."""
        row = self.instance
        if not commit or not row._state.adding:
            return super().save(commit)
        actual_on = row.actual_on
        self.instance = services.add_milestone(
            action=row.action, title=row.title, window=row.original, by=current_change().actor
        )
        if actual_on:
            today, by = timezone.localdate(), current_change().actor
            services.complete_milestone(milestone=self.instance, actual_on=actual_on, by=by, today=today)
        return self.instance


class MilestoneForm(AuditedForm):
    """A milestone's words and the day it was reached."""

    def clean_actual_on(self) -> Any:
        """Not a day to come."""
        return past_day(self.cleaned_data["actual_on"])


class SubmittedForm(UpdateForm):
    """An update's answer, with the reason for correcting it."""

    change_reason = AuditedForm.base_fields["change_reason"]
    forecast = WindowField(required=False)

    def _post_clean(self) -> None:
        """The two rules about today, which the row itself cannot know."""
        super()._post_clean()
        clock = {"in_the_past", "in_the_future"}
        found = update_problems(self.instance.facts, timezone.localdate())
        try:
            raise_problems(one for one in found if one.code in clock and self.has_changed())
        except ValidationError as refused:
            self.add_error(None, refused)


def past_day(day: Any) -> Any:
    """The day, unless it is still to come."""
    found = done_problems(day, timezone.localdate()) if day else []
    if found:
        raise ValidationError(found[0].message, code=found[0].code)
    return day


# --- Parts ----------------------------------------------------------------------------------


class ReadOnlyInline(AuditedInline):
    """Parts that are changed on pages of their own; each row leads there."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not here."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not here."""
        return False


class MilestoneInline(AuditedInline):
    """Milestones inside actions."""

    model = models.Milestone
    form = MilestoneRowForm
    fields = ("title", "original", "current", "actual_on", "version")
    readonly_fields = ("current",)


class UpdateInline(ReadOnlyInline):
    """Updates inside actions. Nobody's draft: those are not in this table."""

    model = models.Update
    fields = readonly_fields = ("round", "state", "stage", "confidence", "words")


class DateChangeInline(ReadOnlyInline):
    """Moved dates inside actions."""

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
    """Supporting organisations inside actions."""

    model = models.Support
    verbose_name, verbose_name_plural = "supporting organisation", "supporting organisations"
    autocomplete_fields = ("organisation",)


class RoundInline(AuditedInline):
    """Rounds inside plans; their state is moved by actions of the list of rounds."""

    model = models.Round
    readonly_fields = ("state",)


class ReadingInline(AuditedInline):
    """Readings inside measures."""

    model = models.Reading


# --- Rows -----------------------------------------------------------------------------------


@admin.register(models.Plan)
class PlanAdmin(AuditedAdmin):
    """Plans with their rounds."""

    list_display = ("name", "reference", "partnership", "theme_set", "board", "signs_off")
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
                said = " ".join(getattr(refused, "messages", ["Somebody changed it just now."]))
                self.message_user(request, f"{row.plan}, {row}: {said}", messages.ERROR)
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
        """By the policy."""
        return self._allowed(request, Verb.RUN, None)


@admin.register(models.Action)
class ActionAdmin(AuditedAdmin):
    """Actions with their milestones, updates, moved dates and supporters."""

    form = ActionForm
    list_display = ("reference", "title", "theme", "owner", "lead", "current", "status_label")
    list_filter = ("partnership", "theme", "owner", "stage", "confidence")
    list_select_related = ("theme", "owner", "lead", "partnership")
    search_fields = ("reference", "title", "description")
    autocomplete_fields = ("partnership", "plan", "theme", "outcome", "owner", "lead")
    inlines = (MilestoneInline, SupportInline, DateChangeInline, UpdateInline)
    common = ("plan", "theme", "outcome", "title", "description", "owner", "lead", "lead_role", "starts")
    reported = ("current", "actual_on", "stage", "confidence", "reported_in")

    @admin.display(description="status")
    def status_label(self, row: models.Action) -> str:
        """As last reported."""
        return row.status.label

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Sequence[str]:
        """A new action takes its first date; a kept one shows its dates and what was reported."""
        if obj is None:
            return ["partnership", "reference", *self.common, "original", "source", "inferred", "version"]
        kept = ["partnership", "reference", *self.common, "original", *self.reported]
        return [*kept, "source", "inferred", "version", "change_reason"]

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

    form = MilestoneForm
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
    """Supporting organisations."""

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
    fields = ("action", "round", "state", *UpdateForm.field_order)
    readonly_fields = ("action", "round", "state")
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
                update=obj, by=request.user, now=now, today=timezone.localdate(now), reason=form.reason
            )

    def get_resource_classes(self, request: HttpRequest) -> list[Any]:
        """Through the service of the screens."""
        return [UpdateResource]

    def restore_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Not by restoring."""
        said = "Old words come back by being submitted again, so that they are checked and signed."
        self.message_user(request, said, messages.ERROR)
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
    """Measures with their readings."""

    list_display = ("reference", "title", "unit", "kind", "direction", "plan")
    list_filter = ("partnership", "kind")
    list_select_related = ("plan",)
    search_fields = ("reference", "title")
    autocomplete_fields = ("partnership", "plan", "theme")
    inlines = (ReadingInline,)


@admin.register(models.Reading)
class ReadingAdmin(AuditedAdmin):
    """Readings of measures."""

    list_display = ("__str__", "target", "actual", "year_end_forecast")
    list_filter = ("measure__partnership", "year")
    list_select_related = ("measure",)
    search_fields = ("measure__reference", "measure__title")
    autocomplete_fields = ("measure",)
