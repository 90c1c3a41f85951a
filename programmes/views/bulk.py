"""One thing changed in many actions: ticked, looked at, applied, and taken back as one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.generic import View

from core import history
from core.domain.words import counted
from core.models import TrackedQuerySet
from core.permissions import Verb
from core.tables import Column, Row
from core.undo import Touched, touched_by, undo_change_set
from partnerships.views import InPartnershipPage
from programmes import services
from programmes.forms.bulk import LABELS, BulkForm, ticked
from programmes.models import Action
from programmes.views.plan import PlanRows

CHOOSING = (
    Column("Change"),
    Column("Reference", "ref"),
    Column("Action", "main"),
    Column("Theme"),
    Column("Owner"),
    Column("Lead"),
    Column("Lead's role"),
)
BEFORE_AND_AFTER = (
    Column("Reference", "ref"),
    Column("Action", "main"),
    Column("Before"),
    Column("After"),
    Column("What stands against it"),
)
TICK = (
    '<input type="checkbox" name="row" value="{}.{}" id="row-{}"{}>'
    '<label class="visually-hidden" for="row-{}">{}</label>'
)


class BulkChange(PlanRows, View):
    """Tick actions of the filtered list, say what changes, look at before and after, then apply."""

    page_size = services.MOST_AT_ONCE

    def rows(self) -> TrackedQuerySet:
        """What the user may change; related rows are shown by name."""
        self.must(Verb.CHANGE, self.partnership)
        found: TrackedQuerySet = super().rows().visible_to(self.request.user, Verb.CHANGE)
        return found.select_related("theme", "owner", "lead")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The list with boxes to tick, and the form below it."""
        form = kwargs["filter_form"]
        bulk = kwargs.pop("form", None) or BulkForm(partnership=self.partnership)
        ticks = ticked(self.request.POST.getlist("row"))
        listed = list(kwargs["page"].object_list)
        return super().get_context_data(
            title="Change several actions",
            form=bulk,
            columns=CHOOSING,
            rows=[_choice(one, one.pk in ticks) for one in listed],
            chips=form.chips(),
            clear_url=self.request.path,
            query=form.query(),
            empty=self.empty(form, may_add=False),
            **self.shell(("Plan", self.here), ("Change several", "")),
            **kwargs,
        )

    template_name = "programmes/bulk.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Preview first; apply what was previewed."""
        rows = self.rows().live()
        form = BulkForm(request.POST, partnership=self.partnership)
        seen = ticked(request.POST.getlist("row"))
        chosen = [one for one in rows.filter(pk__in=seen).order_by("reference")]
        if form.is_valid() and not chosen:
            form.add_error(None, ValidationError("Select at least one action."))
        if not form.is_valid():
            return self._again(form)
        if request.POST.get("do") == "apply":
            for action in chosen:
                action.version = seen[action.pk]
            return self._apply(form, chosen)
        return self._preview(form, chosen, seen)

    def _apply(self, form: BulkForm, chosen: list[Action]) -> HttpResponse:
        try:
            change_set = services.change_many(
                actions=chosen,
                field=form.cleaned_data["field"],
                value=form.value,
                by=self.request.user,
                reason=form.cleaned_data["reason"],
            )
        except ValidationError as refused:
            form.add_error(None, refused)
            return self._again(form)
        messages.success(self.request, f"Changed {counted(len(chosen), 'action')}.")
        return redirect("programmes:change", self.partnership.slug, change_set)

    def _preview(self, form: BulkForm, chosen: list[Action], seen: dict[int, int]) -> HttpResponse:
        name = form.cleaned_data["field"]
        before = {one.pk: _said(getattr(one, name)) for one in chosen}
        problems = services.bulk_problems(chosen, name, form.value)
        context = {
            "title": f"{LABELS[name]}: before and after",
            "form": form,
            "columns": BEFORE_AND_AFTER,
            "rows": [
                Row(
                    (
                        one.reference,
                        one.title,
                        before[one.pk],
                        _said(getattr(one, name)),
                        problems.get(one.pk, "Nothing"),
                    )
                )
                for one in chosen
            ],
            "summary": f"{counted(len(chosen), 'action')} would change. Nothing is saved yet.",
            "may_apply": not problems,
            "hidden": [
                *(("row", f"{one.pk}.{seen[one.pk]}") for one in chosen),
                *((key, self.request.POST.get(key, "")) for key in form.fields),
            ],
            "cancel_url": self.request.get_full_path(),
            **self.shell(("Plan", self.here), ("Change several", "")),
        }
        return render(self.request, "programmes/bulk_preview.html", context)

    def _again(self, form: BulkForm) -> HttpResponse:
        """The list with what was ticked and typed, and what is wrong."""
        filters, rows = self.filtered()
        page = self.page_of(rows)
        context = self.get_context_data(filter_form=filters, page=page, count=page.paginator.count, form=form)
        return self.render_to_response(context, status=422)


def _choice(action: Action, is_ticked: bool) -> Row:
    box = format_html(
        TICK,
        action.pk,
        action.version,
        action.pk,
        SafeString(" checked" if is_ticked else ""),
        action.pk,
        f"Change {action.reference}",
    )
    return Row(
        (
            box,
            action.reference,
            action.title,
            str(action.theme),
            _said(action.owner),
            _said(action.lead),
            _said(action.lead_role),
        )
    )


def _said(value: object) -> str:
    return str(value) if value else "None"


class ChangePage(InPartnershipPage, View):
    """What one change did to the plan's actions, and the way to take all of it back."""

    model = Action

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Before and after of every action."""
        return self._page(self._touched())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take it back, all or none."""
        touched = self._touched()
        change_set = self.kwargs["change_set"]
        reached = Action.history.filter(change_set=change_set).values("id").distinct().count()
        try:
            if reached > len(touched):
                raise ValidationError("Some of these actions are not yours to change, so nothing is undone.")
            undo_change_set(change_set, [Action], by=request.user, reason="Taken back.")
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
            return self._page(touched, status=409)
        messages.success(request, f"Taken back in {counted(len(touched), 'action')}.")
        return redirect("programmes:plan", self.partnership.slug)

    def _touched(self) -> list[Touched]:
        self.must(Verb.CHANGE, self.partnership)
        rows = self.rows().live().visible_to(self.request.user, Verb.CHANGE).select_related("partnership")
        found = touched_by(rows.order_by("reference"), self.kwargs["change_set"])
        if not found:
            raise Http404("No action of this plan changed then.")
        return found

    def _page(self, touched: list[Touched], status: int = 200) -> HttpResponse:
        after = touched[0].after
        plan = reverse("programmes:plan", args=[self.partnership.slug])
        context = {
            "title": f"A change of {counted(len(touched), 'action')}",
            "who": str(after.history_user or "The system"),
            "when": after.history_date,
            "reason": after.history_change_reason,
            "columns": (
                Column("Reference", "ref"),
                Column("Action", "main"),
                Column("What changed"),
                Column("Since"),
            ),
            "rows": _touched_rows(touched),
            "may_undo": all(one.is_as_left for one in touched),
            "plan_url": plan,
            **self.shell(("Plan", plan), ("A change", "")),
        }
        return render(self.request, "programmes/change.html", context, status=status)


def _touched_rows(touched: list[Touched]) -> list[Row]:
    rows = []
    said = history.differences(Action, [(one.before, one.after) for one in touched])
    for one, changes in zip(touched, said, strict=True):
        words = "; ".join(f"{what.label}: {what.before} to {what.after}" for what in changes)
        since = "Unchanged" if one.is_as_left else "Changed again since"
        rows.append(Row((one.row.reference, one.row.title, words, since), one.row.get_absolute_url()))
    return rows
