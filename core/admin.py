"""The admin: the same rules, locks, scope, reasons and conflict page as our own pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin.utils import flatten_fieldsets, get_fields_from_path, unquote
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import ForeignKey, Model, QuerySet
from django.forms import BaseInlineFormSet, ModelForm
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from import_export.admin import ImportExportModelAdmin

from core import conflicts, history, services
from core.admin_users import UserAdmin
from core.change import change
from core.domain.numbers import whole_number
from core.forms import AuditedForm
from core.models import AuditedModel, File, StaleEdit, TrackedQuerySet, User
from core.permissions import Verb
from core.scope import people_in_reach
from core.transfer import SafeCSV, SafeXLSX, resource_for

admin.site.site_header = "Joint Plan administration"
admin.site.site_title = "Joint Plan"
admin.site.index_title = "Everything that is held"
admin.site.register(User, UserAdmin)


def rows_in_reach(model: Any, user: Any) -> QuerySet[Any] | None:
    """The rows of a related model that the user may see; None for models that say nothing of anybody."""
    if issubclass(model, AuditedModel):
        reached: QuerySet[Any] = model.objects.visible_to(user)
        return reached
    people: QuerySet[Any] | None = people_in_reach(user) if model is User else None
    return people


class ReachedFilter(admin.RelatedFieldListFilter):
    """Filters by a related row; Django's own would name the rows of every partnership beside the list."""

    def field_choices(
        self, field: Any, request: HttpRequest, model_admin: admin.ModelAdmin[Any]
    ) -> list[Any]:
        """The related rows in reach."""
        reached = rows_in_reach(field.related_model, request.user)
        if reached is None:
            return list(super().field_choices(field, request, model_admin))
        return [(row.pk, str(row)) for row in reached]


class Chooser(AutocompleteSelect):
    """Django's field that looks rows up; a value that is no number is no row, where Django's breaks down."""

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        """The chosen row and the empty choice."""
        return super().optgroups(name, [key for key in value if whole_number(key) is not None], attrs)


class Scoped:
    """What the admin's pages and their inlines share: only rows in reach, only choices in reach."""

    model: Any

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """The rows the policy lets the user see."""
        rows: QuerySet[Any] = self.model._default_manager.all().visible_to(request.user, Verb.VIEW)
        return rows

    def formfield_for_foreignkey(
        self, db_field: ForeignKey[Any, Any], request: HttpRequest, **options: Any
    ) -> Any:
        """Choices of a related row are those the user reaches."""
        reached = rows_in_reach(db_field.related_model, request.user)
        if reached is not None and "queryset" not in options:
            options["queryset"] = reached.live() if isinstance(reached, TrackedQuerySet) else reached
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            options.setdefault("widget", Chooser(db_field, self.admin_site))  # type: ignore[attr-defined]
        return super().formfield_for_foreignkey(db_field, request, **options)  # type: ignore[misc]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Screens archive; nothing is deleted."""
        return False

    def _allowed(self, request: HttpRequest, verb: Verb, obj: Model | None) -> bool:
        meta = self.model._meta
        name = f"{meta.app_label}.{verb}_{meta.model_name}"
        return request.user.has_perm(name, obj if isinstance(obj, self.model) else None)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """By the policy, for the row when there is one."""
        return self._allowed(request, Verb.VIEW, obj)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """By the policy; where the new row lies is checked when it is saved."""
        return self._allowed(request, Verb.ADD, None)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """By the policy, for the row when there is one."""
        return self._allowed(request, Verb.CHANGE, obj)


OWN_FIELDS = frozenset({"version", "change_reason"})


def fields_to_save(options: dict[str, Any], shown: Any) -> dict[str, Any]:
    """The form factory's options without what is the form's own and no editable field of the model."""
    names = options.get("fields", flatten_fieldsets(shown))
    return options | {"fields": names and [name for name in names if name not in OWN_FIELDS]}


class RowForm(AuditedForm):
    """An inline's row: its version, but one reason for the whole page, given above."""

    change_reason = None  # type: ignore[assignment]


class AuditedInline(Scoped, admin.TabularInline):
    """Parts of a row, edited with it: milestones in an action, posts and lines in a phase."""

    form = RowForm
    extra = 0
    show_change_link = True
    exclude: ClassVar[tuple[str, ...]] = ("source", "inferred")

    def get_formset(self, request: HttpRequest, obj: Any = None, **options: Any) -> Any:
        """Django's formset, with the version on every row."""
        shown = () if "fields" in options else self.get_fieldsets(request, obj)
        return super().get_formset(request, obj, **fields_to_save(options, shown))


class AuditedAdmin(Scoped, ImportExportModelAdmin):
    """The base of every model's admin."""

    form = AuditedForm
    formats: ClassVar[list[Any]] = [SafeCSV, SafeXLSX]
    save_on_top = True
    list_per_page = 50
    show_full_result_count = False
    actions: ClassVar[list[str]] = ["archive_rows", "unarchive_rows"]
    object_history_template = "core/history.html"

    def get_resource_classes(self, request: HttpRequest) -> list[Any]:
        """One resource, from the card."""
        return [resource_for(self.model)]

    def get_export_resource_classes(self, request: HttpRequest) -> list[Any]:
        """The same for export."""
        return self.get_resource_classes(request)

    def get_import_resource_classes(self, request: HttpRequest) -> list[Any]:
        """The same for import."""
        return self.get_resource_classes(request)

    def process_dataset(
        self, dataset: Any, form: Any, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> Any:
        """The file's name is the reason of everything it changes."""
        name = form.cleaned_data.get("original_file_name") or "a file"
        with change(by=request.user, reason=f"Import of {name}"):
            return super().process_dataset(dataset, form, request, *args, **kwargs)

    def has_import_permission(self, request: HttpRequest) -> bool:
        """By the policy."""
        return self._allowed(request, Verb.IMPORT, None)

    def has_export_permission(self, request: HttpRequest) -> bool:
        """By the policy."""
        return self._allowed(request, Verb.EXPORT, None)

    def get_export_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Only what the policy lets the user export."""
        rows: QuerySet[Any] = super().get_export_queryset(request).visible_to(request.user, Verb.EXPORT)
        return rows

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        """Related rows to filter by are those in reach."""
        return [
            (name, ReachedFilter) if isinstance(name, str) and self._leads_to_a_row(name) else name
            for name in super().get_list_filter(request)
        ]

    def _leads_to_a_row(self, path: str) -> bool:
        return isinstance(get_fields_from_path(self.model, path)[-1], ForeignKey)

    # --- saving ---------------------------------------------------------------------------

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        """Django's form, with the version on it."""
        shown = () if "fields" in options else self.get_fieldsets(request, obj)
        return super().get_form(request, obj, change, **fields_to_save(options, shown))

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Sequence[Any]:
        """The reason last, where the eye is before pressing Save."""
        names = [
            name for name in super().get_fields(request, obj) if name not in {"change_reason", "version"}
        ]
        return [*names, "version", *(["change_reason"] if obj else [])]

    def save_model(self, request: HttpRequest, obj: Any, form: ModelForm[Any], change: bool) -> None:
        """Through the same door as our pages; a new row must lie within reach."""
        services.save_form(form, by=request.user, reason=getattr(form, "reason", ""))
        self._must_reach(request, obj)

    def save_formset(
        self, request: HttpRequest, form: Any, formset: BaseInlineFormSet[Any, Any, Any], change: bool
    ) -> None:
        """Parts carry the page's reason."""
        with _reasoned(request, form):
            super().save_formset(request, form, formset, change)

    def _must_reach(self, request: HttpRequest, obj: Any) -> None:
        meta = obj._meta
        if not request.user.has_perm(f"{meta.app_label}.change_{meta.model_name}", obj):
            raise PermissionDenied(f"You cannot put a {meta.verbose_name} there.")

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> Any:
        """Stale rows, the parent or any part, get the conflict page instead of being overwritten."""
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        request.POST = conflicts.resolved(request.POST)  # type: ignore[assignment]
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except StaleEdit:
            return self._stale(request, object_id, form_url, extra_context)

    def _stale(self, request: HttpRequest, object_id: str | None, form_url: str, extra_context: Any) -> Any:
        row = self.get_object(request, object_id or "")
        form = self.get_form(request, row, change=True)(request.POST, instance=row)
        formsets, _ = self._create_formsets(request, row, change=True)
        forms = [form, *(part for formset in formsets for part in formset.initial_forms)]
        conflict = conflicts.find(forms, request.POST)
        if conflict.clashes:
            return conflicts.page(request, conflict, title=str(row), cancel_url=request.path)
        request.POST = conflict.merged  # type: ignore[assignment]
        return self.changeform_view(request, object_id, form_url, extra_context)

    # --- history --------------------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        """Django's addresses and one for restoring."""
        meta = self.model._meta
        restore = path(
            "<path:object_id>/restore/",
            self.admin_site.admin_view(self.restore_view),
            name=f"{meta.app_label}_{meta.model_name}_restore",
        )
        return [restore, *super().get_urls()]

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Our history: who, when, why, field by field."""
        row = self._row_or_404(request, object_id)
        meta = self.model._meta
        context = {
            "row": row,
            "title": f"History of {row}",
            "entries": history.entries(row, limit=50),
            "count": history.count(row),
            "restore_url": reverse(f"admin:{meta.app_label}_{meta.model_name}_restore", args=[row.pk])
            if self.has_change_permission(request, row)
            else "",
            "back_url": reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[row.pk]),
        }
        return render(request, self.object_history_template, context)

    def _row_or_404(self, request: HttpRequest, object_id: str) -> Any:
        row = self.get_object(request, unquote(object_id))  # None for what is no number, too
        if row is None:
            raise Http404("There is no such row.")
        return row

    def restore_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Bring a version back, as a new one."""
        row = self._row_or_404(request, object_id)
        if request.method != "POST" or not self.has_change_permission(request, row):
            raise PermissionDenied("You cannot restore this.")
        wanted = whole_number(request.POST.get("version", ""))
        past = history.at_version(row, wanted) if wanted else None
        if past is None:
            self.message_user(request, "There is no such version.", messages.ERROR)
        else:
            try:
                services.restore(row, past, by=request.user, reason=f"Restored version {wanted}.")
                self.message_user(request, f"Version {wanted} is back, as a new version.", messages.SUCCESS)
            except (ValidationError, StaleEdit) as refused:
                self.message_user(request, f"That version cannot come back: {refused}", messages.ERROR)
        return HttpResponseRedirect(
            reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_history", args=[object_id])
        )

    # --- archiving ------------------------------------------------------------------------

    @admin.action(description="Archive the selected rows", permissions=["change"])
    def archive_rows(self, request: HttpRequest, rows: Any) -> None:
        """Out of every list; nothing is lost."""
        moment, reason = timezone.now(), "Archived in the admin."
        self._each(
            request,
            rows,
            "archived",
            lambda row: services.archive(row, by=request.user, reason=reason, moment=moment),
        )

    @admin.action(description="Bring the selected rows back", permissions=["change"])
    def unarchive_rows(self, request: HttpRequest, rows: Any) -> None:
        """Back into the lists."""
        reason = "Brought back in the admin."
        self._each(
            request, rows, "brought back", lambda row: services.unarchive(row, by=request.user, reason=reason)
        )

    def _each(self, request: HttpRequest, rows: Any, done: str, save: Callable[[Any], object]) -> None:
        """Save every row the user may archive; what its own rules refuse is said and the others go on."""
        count = 0
        for row in rows.visible_to(request.user, Verb.ARCHIVE):
            try:
                save(row)
                count += 1
            except ValidationError as refused:
                self.message_user(request, f"{row}: {' '.join(refused.messages)}", messages.ERROR)
        if count:
            self.message_user(request, f"{count} {done}.", messages.SUCCESS)


def _reasoned(request: HttpRequest, form: Any) -> Any:
    return change(by=request.user, reason=getattr(form, "reason", "") if form.is_valid() else "")


@admin.register(File)
class FileAdmin(admin.ModelAdmin):
    """Files are looked up here, never changed."""

    list_display = ("name", "media_type", "size", "added_at", "added_by")
    search_fields = ("name",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Files come with the rows that own them."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never."""
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Administrators only."""
        return request.user.has_perm("core.view_file")
