"""The pages every app's pages are made of."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import InvalidPage, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.generic import TemplateView, View

from core import conflicts, history, services
from core.domain.numbers import whole_number
from core.forms import AuditedForm
from core.models import AuditedModel, StaleEdit, TrackedQuerySet
from core.permissions import Verb


class Reached:
    """Finds the rows the signed-in user reaches; everything else does not exist for them."""

    request: HttpRequest
    kwargs: dict[str, Any]
    model: type[AuditedModel]
    lookup = "reference"  # the name of the address's part and of the field

    def rows(self) -> TrackedQuerySet:
        """The rows in reach; a page narrows and orders them."""
        return self.in_reach(self.model.objects.all())

    def in_reach(self, rows: TrackedQuerySet) -> TrackedQuerySet:
        """Of the rows those in reach; an app narrows them to the partnership in the address."""
        return rows.visible_to(self.request.user)

    def row(self) -> Any:
        """The row in the address, or 404."""
        return get_object_or_404(self.rows(), **{self.lookup: self.kwargs[self.lookup]})

    def may(self, verb: Verb, row: Any = None, *, model: type[AuditedModel] | None = None) -> bool:
        """Whether the user may do that to the row, or to a new row of the model placed in it."""
        meta = (model or self.model)._meta
        return self.request.user.has_perm(f"{meta.app_label}.{verb}_{meta.model_name}", row)

    def must(self, verb: Verb, row: Any = None, *, model: type[AuditedModel] | None = None) -> None:
        """403 unless they may."""
        if not self.may(verb, row, model=model):
            name = (model or self.model)._meta.verbose_name
            raise PermissionDenied(f"You can read this {name} but not do that to it.")


class ListPage(Reached, TemplateView):
    """Rows of one model, filtered by the address, fifty at a time."""

    template_name = "core/list.html"
    filter_form: Any = None
    page_size = 50

    def filtered(self) -> tuple[Any, Any]:
        """The bound filter form and the rows it leaves. Unknown or malformed keys are a 400, in words."""
        if self.filter_form is None:
            return None, self.rows().live()
        form = self.filter_form(self.request.GET, **self.filter_options())
        return form, form.narrow(self.rows().live()) if form.is_valid() else self.rows().none()

    def filter_options(self) -> dict[str, Any]:
        """What the filter form needs beside the query string."""
        return {}

    def page_of(self, rows: Any) -> Any:
        """The page of the rows that the address asks for, or 404."""
        try:
            return Paginator(rows, self.page_size).page(self.request.GET.get("page") or 1)
        except InvalidPage as missing:
            raise Http404("There is no such page of this list.") from missing

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page; status 400 when the address asks for something that is no filter."""
        form, rows = self.filtered()
        page = self.page_of(rows)
        context = self.get_context_data(filter_form=form, page=page, count=page.paginator.count)
        return self.render_to_response(context, status=400 if form is not None and form.errors else 200)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What is counted is called as its model is, in the right number, if the page has no other word."""
        meta = self.model._meta
        noun = meta.verbose_name if kwargs["count"] == 1 else meta.verbose_name_plural
        return super().get_context_data(**{"noun": noun, **kwargs})


class DetailPage(Reached, TemplateView):
    """One row, with its last history."""

    history_shown = 10

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The row, what may be done to it, and its last versions."""
        row = self.row()
        return super().get_context_data(
            row=row,
            may_change=self.may(Verb.CHANGE, row),
            history=history.entries(row, limit=self.history_shown),
            **kwargs,
        )


class EditPage(Reached, View):
    """A form for one row: 422 with everything typed when something is wrong, 409 when it is stale."""

    form_class: type[AuditedForm]
    template_name = "core/form.html"
    verb = Verb.CHANGE
    saved_message = "Saved."

    def form_options(self, row: Any) -> dict[str, Any]:
        """What the form needs beside data and instance."""
        return {}

    def save(self, form: Any) -> Any:
        """Write it. Apps whose save means more than the row call their service here."""
        return services.save_form(form, by=self.request.user, reason=form.reason)

    def said(self, row: Any) -> str:
        """What the next page says about it."""
        return self.saved_message

    def success_url(self, row: Any) -> str:
        """Where to go afterwards."""
        return str(row.get_absolute_url())

    def context(self, row: Any, form: Any) -> dict[str, Any]:
        """What the template shows."""
        return {
            "row": row,
            "form": form,
            "title": f"Change {row}",
            "submit_label": "Save",
            "cancel_url": row.get_absolute_url(),
        }

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form."""
        row = self.row()
        self.must(self.verb, row)
        form = self.form_class(instance=row, **self.form_options(row))
        return render(request, self.template_name, self.context(row, form))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save, or come back with what was typed."""
        row = self.row()
        self.must(self.verb, row)
        data = conflicts.resolved(request.POST)
        form = self.form_class(data, request.FILES, instance=row, **self.form_options(row))
        if not form.is_valid():
            return render(request, self.template_name, self.context(self.row(), form), status=422)
        try:
            saved = self.save(form)
        except StaleEdit:
            return self.stale(data)
        except ValidationError as refused:
            form.add_error(None, refused)
            return render(request, self.template_name, self.context(self.row(), form), status=422)
        messages.success(request, self.said(saved))
        return redirect(self.success_url(saved))

    def stale(self, data: Any) -> HttpResponse:
        """Somebody saved first: merge what does not clash, ask about what does."""
        row = self.row()
        form = self.form_class(data, instance=row, **self.form_options(row))
        options = self.form_options(row)
        conflict = conflicts.find([form], data, lambda form, past: self.form_class(instance=past, **options))
        if conflict.clashes:
            context = self.context(row, form)
            return conflicts.page(
                self.request, conflict, title=str(row), cancel_url=context["cancel_url"], row=row
            )
        self.request.POST = conflict.merged  # type: ignore[assignment]
        return self.post(self.request, **self.kwargs)


class AddPage(EditPage):
    """A form for a new row."""

    verb = Verb.ADD
    saved_message = "Added."

    def place(self) -> Any:
        """The row the new one is added to: the partnership, or a parent."""
        raise NotImplementedError

    def new(self) -> AuditedModel:
        """An unsaved row with what the address already says."""
        raise NotImplementedError

    def row(self) -> Any:
        """The unsaved row."""
        return self.new()

    def must(self, verb: Verb, row: Any = None, *, model: type[AuditedModel] | None = None) -> None:
        """Adding is allowed by place."""
        super().must(verb, self.place(), model=model)


class HistoryPage(Reached, View):
    """Who changed what and when, field by field, with a way back."""

    page_size = 20

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The versions, newest first."""
        row = self.row()
        number, total = whole_number(request.GET.get("page", "1")), history.count(row)
        if not number or (number > 1 and (number - 1) * self.page_size >= total):
            raise Http404("There is no such page of this history.")
        shown = history.entries(row, limit=self.page_size, offset=(number - 1) * self.page_size)
        context = {
            "row": row,
            "title": f"History of {row}",
            "entries": shown,
            "count": total,
            "newer": number - 1 if number > 1 else None,
            "older": number + 1 if number * self.page_size < total else None,
            "restore_url": request.path if self.may(Verb.CHANGE, row) else "",
            "back_url": row.get_absolute_url(),
            "back_label": str(row),
            **self.extra(row),
        }
        return render(request, "core/history.html", context)

    def extra(self, row: Any) -> dict[str, Any]:
        """What the app's shell needs."""
        return {}

    def restore(self, row: Any, past: Any, reason: str) -> None:
        """Bring a version back. Apps whose rows come back in another way call their service here."""
        services.restore(row, past, by=self.request.user, reason=reason)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Restore the version named in ``version``."""
        row = self.row()
        self.must(Verb.CHANGE, row)
        wanted = whole_number(request.POST.get("version", ""))
        past = history.at_version(row, wanted) if wanted else None
        if past is None:
            raise Http404("There is no such version.")
        try:
            self.restore(row, past, f"Restored version {wanted}.")
            messages.success(request, f"Version {wanted} is back, as a new version.")
        except ValidationError as refused:
            messages.error(request, "That version cannot come back: " + " ".join(refused.messages))
        return redirect(request.path)
