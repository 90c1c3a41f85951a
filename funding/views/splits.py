"""Pages of one split. Split and shares are one form, and one change."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict, ErrorList
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from core import conflicts
from core.domain.money import pounds
from core.domain.numbers import whole_number
from core.domain.words import NOT_STATED, day_stated
from core.models import StaleEdit
from core.views import AddPage, DetailPage, EditPage, HistoryPage
from funding import queries, services
from funding.blocks.found import Found
from funding.domain.agreed_split import so_far
from funding.domain.qualifier import qualified
from funding.forms import SharesFormSet, SplitForm, shares_formset
from funding.models import Share, Split
from funding.views.money import PRINTED_COLUMNS, TABLES, MoneyPage, printed_rows

WORK_OUT, MORE = "work-out", "more"


class SplitDetail(MoneyPage, DetailPage):
    """One split: each share, the rule's working, the sum."""

    model = Split
    template_name = "funding/split.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The block a report draws, and what papers printed."""
        context = super().get_context_data(**kwargs)
        split: Split = context["row"]
        split_url, ref = split.get_absolute_url(), split.reference
        splits = Found(queries.splits(self.books, ref), "")
        return context | {
            "title": split.name,
            "reference": ref,
            "actions": [("Change", f"{split_url}edit/")] if context["may_change"] else [],
            "facts": [
                ("State", split.get_state_display()),
                ("Agreed on", day_stated(split.decided_on)),
                ("Total", qualified(split.total, split.qualifier, begins=True)),
                ("Where this comes from", split.source or NOT_STATED),
            ],
            "split": TABLES["splits"].draw(self.block_context(), splits),
            "printed_columns": PRINTED_COLUMNS,
            "printed": printed_rows(queries.printed_beside(self.books, ref)),
            "history_url": f"{split_url}history/",
            "files": self.files("splits", query=f"?split={ref}"),
            **self.money_shell((split.name, "")),
        }


class SplitEdit(MoneyPage, EditPage):
    """Change a split and its shares together."""

    model = Split
    form_class = SplitForm
    template_name = "funding/split_form.html"
    spare_rows = 1

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        row = self.row()
        self.must(self.verb, row)
        return self.show(row, *self.both(row))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save whole, work the shares out, or show another empty row; nothing typed is lost."""
        row = self.row()
        self.must(self.verb, row)
        data = conflicts.resolved(request.POST)
        if data.get("do") == MORE:
            return self.show(row, *self.quiet(row, _with_a_row_more(data)))
        form, formset = self.both(row, data)
        if not (form.is_valid() & formset.is_valid()):
            return self.show(self.row(), form, formset, status=422)
        if data.get("do") == WORK_OUT:
            return self.show(row, *self.quiet(row, _with_amounts(data, formset)), worked=formset)
        try:
            saved = self.save_both(form, formset)
        except StaleEdit:
            return self.stale(data)
        except ValidationError as refused:
            form.add_error(None, refused)
            return self.show(self.row(), form, formset, status=422)
        messages.success(request, self.saved_message)
        return redirect(saved.get_absolute_url())

    def both(self, row: Split, data: Any = None) -> tuple[SplitForm, SharesFormSet]:
        """The split's form and its shares', which are checked against what the first one says."""
        form = SplitForm(data, instance=row, partnership=self.partnership)
        stored = row.shares.live().select_related("organisation") if row.pk else Share.objects.none()
        formset = shares_formset(self.spare_rows)(data, instance=row, queryset=stored)
        formset.offer(self.partnership)
        return form, formset

    def quiet(self, row: Split, data: Any) -> tuple[SplitForm, SharesFormSet]:
        """Both forms with what was typed and without errors: nobody asked to save."""
        form, formset = self.both(row, data)
        bound: Any = formset
        bound._errors, bound._non_form_errors = [{} for _ in formset.forms], ErrorList()
        parts: list[Any] = [form, *formset.forms]
        for part in parts:
            part._errors = ErrorDict()
        return form, formset

    def save_both(self, form: SplitForm, formset: SharesFormSet) -> Split:
        """One change, whole or not at all."""
        return services.save_split(
            split=form.instance,
            shares=formset.shares(timezone.now()),
            by=self.request.user,
            reason=form.reason,
        )

    def show(
        self, row: Split, form: SplitForm, formset: SharesFormSet, *, worked: Any = None, status: int = 200
    ) -> HttpResponse:
        context = self.context(row, form) | {
            "formset": formset,
            "formset_row": "Share",
            "formset_part": "funding/_share.html",
            "so_far": self._so_far(form, formset),
            "wrong": status != 200,
        }
        if worked is not None:
            total = pounds(form.instance.total) if form.instance.total is not None else ""
            context["worked"] = f"Worked out by the rule. The shares come to {total}. Nothing is saved yet."
        return render(self.request, self.template_name, context, status=status)

    def _so_far(self, form: SplitForm, formset: SharesFormSet) -> str:
        """What the shares come to as they stand in the form; empty while the total is not an amount."""
        try:
            total = form.fields["total"].to_python(form["total"].value())
        except ValidationError:
            return ""
        taken_out = [part for part in formset.forms if "take_out" in part.fields and part["take_out"].value()]
        typed = [part.amount_typed for part in formset.forms if part not in taken_out]
        return "" if total is None else so_far(total, typed)

    def context(self, row: Any, form: Any) -> dict[str, Any]:
        crumbs = ((row.name, row.get_absolute_url()), ("Change", ""))
        return super().context(row, form) | self.money_shell(*crumbs)

    def stale(self, data: Any) -> HttpResponse:
        """Somebody saved first, the split or one of its shares."""
        row = self.row()
        form, formset = self.both(row, data)
        forms = [form, *formset.initial_forms]
        conflict = conflicts.find(forms, data)
        if conflict.clashes:
            cancel = row.get_absolute_url()
            return conflicts.page(self.request, conflict, title=str(row), cancel_url=cancel, row=row)
        self.request.POST = conflict.merged  # type: ignore[assignment]
        return self.post(self.request, **self.kwargs)


class SplitAdd(SplitEdit, AddPage):
    """Add a split with its shares under the next reference."""

    verb = AddPage.verb
    saved_message = AddPage.saved_message
    spare_rows = 4

    def row(self) -> Split:
        return Split(partnership=self.partnership)

    def place(self) -> Any:
        return self.partnership

    def context(self, row: Any, form: Any) -> dict[str, Any]:
        return {
            "form": form,
            "title": "Add a split",
            "submit_label": "Add this split",
            "cancel_url": self.money_url(),
            **self.money_shell(("Add a split", "")),
        }


class SplitHistory(MoneyPage, HistoryPage):
    model = Split

    def extra(self, row: Any) -> dict[str, Any]:
        return self.money_shell((row.name, row.get_absolute_url()), ("History", ""))


def _with_a_row_more(data: Any) -> Any:
    enlarged = data.copy()
    total = whole_number(data.get("shares-TOTAL_FORMS", ""))
    enlarged["shares-TOTAL_FORMS"] = str((total or 0) + 1)
    return enlarged


def _with_amounts(data: Any, formset: SharesFormSet) -> Any:
    filled = data.copy()
    for form in formset.filled():
        if form.instance.amount is not None:
            filled[form.add_prefix("amount")] = str(form.instance.amount)
    return filled
