"""One thing changed in many actions: ticked, looked at, applied, and taken back as one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.generic import View

from core.domain.windows import DateWindow
from core.domain.words import counted
from core.models import TrackedQuerySet
from core.permissions import Verb
from core.tables import Column, Group, Row
from programmes import services
from programmes.domain.baseline import DateMoveKind
from programmes.forms.bulk import LABELS, BulkForm, seal_of, ticked
from programmes.models import Action
from programmes.views.plan import PlanRows

ON_A_PAGE = 200
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
MOVES: dict[str, tuple[DateMoveKind | None, ...]] = {
    "Cannot move there": (None,),
    "Leaves its quarter or goes too far, so it becomes a change request": (
        DateMoveKind.LEAVES,
        DateMoveKind.BEYOND,
    ),
    "Stays within its quarter, so it moves": (DateMoveKind.WITHIN,),
}
ASKED = "Asked for the new date in {}. Below is where it moved and where it waits for a decision."
APPLIES = ("apply", "able")  # to all of them, or to those that can take it
TICK = (
    '<input type="checkbox" name="row" value="{}.{}" id="row-{}"{}>'
    '<label class="visually-hidden" for="row-{}">{}</label>'
)


class BulkChange(PlanRows, View):
    """Tick actions of the filtered list, say what changes, look at before and after, then apply."""

    page_size = ON_A_PAGE

    def rows(self) -> TrackedQuerySet:
        """What the user may change; related rows are shown by name."""
        self.must(Verb.CHANGE, self.partnership)
        rows: TrackedQuerySet = super().rows().visible_to(self.request.user, Verb.CHANGE)
        return rows.select_related("theme", "owner", "lead", "plan")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The list with boxes to tick, and the form below it."""
        form = kwargs["filter_form"]
        bulk = kwargs.pop("form", None) or BulkForm(partnership=self.partnership, matching=kwargs["count"])
        ticks = ticked(self.request.POST.getlist("row"))
        listed = list(kwargs["page"].object_list)
        return super().get_context_data(
            title="Change several actions",
            form=bulk,
            columns=CHOOSING,
            rows=[_choice(action, action.pk in ticks) for action in listed],
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
        matching = self.filtered()[1]
        form = BulkForm(request.POST, partnership=self.partnership, matching=matching.count())
        chosen = self._chosen(form, matching)
        if form.is_valid():
            try:
                services.must_be_some(chosen)
            except ValidationError as refused:
                form.add_error(None, refused)
        applies = request.POST.get("do") in APPLIES
        everything = form.is_valid() and form.cleaned_data["everything"]
        if applies and everything and request.POST.get("seal") != seal_of(chosen):
            form.add_error(
                None,
                ValidationError("The actions that match changed since. Look at before and after again."),
            )
        if not form.is_valid():
            return self._again(form)
        return self._apply(form, chosen) if applies else self._preview(form, chosen)

    def _chosen(self, form: BulkForm, matching: Any) -> list[Action]:
        """The actions ticked, with the versions their reader saw; or all that match, as they are now."""
        if form.is_valid() and form.cleaned_data["everything"]:
            # One more than the most that can be changed, for the service to refuse.
            return list(matching.order_by("reference")[: services.MOST_AT_ONCE + 1])
        seen = ticked(self.request.POST.getlist("row"))
        actions = list(self.rows().live().filter(pk__in=seen).order_by("reference"))
        for action in actions:
            action.version = seen[action.pk]
        return actions

    def _apply(self, form: BulkForm, chosen: list[Action]) -> HttpResponse:
        cleaned, by = form.cleaned_data, self.request.user
        if self.request.POST.get("do") == "able":
            chosen = self._before_and_after(form, chosen)[1]
        try:
            if cleaned["field"] == "date":
                change_set = services.move_many(
                    actions=chosen,
                    window=form.value,
                    reason=cleaned["reason"],
                    by=by,
                    today=timezone.localdate(),
                )
            else:
                change_set = services.change_many(
                    actions=chosen, field=cleaned["field"], value=form.value, by=by, reason=cleaned["reason"]
                )
        except ValidationError as refused:
            form.add_error(None, refused)
            return self._again(form)
        sentence = ASKED if cleaned["field"] == "date" else "Changed {}."
        messages.success(self.request, sentence.format(counted(len(chosen), "action")))
        return redirect("programmes:change", self.partnership.slug, change_set)

    def _preview(self, form: BulkForm, chosen: list[Action]) -> HttpResponse:
        name = form.cleaned_data["field"]
        is_all = form.cleaned_data["everything"]
        named = (
            [("seal", seal_of(chosen))]
            if is_all
            else [("row", f"{action.pk}.{action.version}") for action in chosen]
        )
        rows, able = self._before_and_after(form, chosen)
        context = {
            "title": f"{LABELS[name]}: before and after",
            "form": form,
            "columns": BEFORE_AND_AFTER,
            "rows": rows,
            "summary": f"{counted(len(chosen), 'action')} would change. Nothing is saved yet.",
            "able": len(able),
            "unable": len(chosen) - len(able),
            "hidden": [*named, *((key, self.request.POST.get(key, "")) for key in form.fields)],
            "cancel_url": self.request.get_full_path(),
            **self.shell(("Plan", self.here), ("Change several", "")),
        }
        return render(self.request, "programmes/bulk_preview.html", context)

    def _before_and_after(
        self, form: BulkForm, chosen: list[Action]
    ) -> tuple[list[Row | Group], list[Action]]:
        """The rows of the preview, and the actions that can take what is asked."""
        return _moved(form, chosen) if form.cleaned_data["field"] == "date" else _set(form, chosen)

    def _again(self, form: BulkForm) -> HttpResponse:
        """The list with what was ticked and typed, and what is wrong."""
        filters, rows = self.filtered()
        page = self.page_of(rows)
        context = self.get_context_data(filter_form=filters, page=page, count=page.paginator.count, form=form)
        return self.render_to_response(context, status=422)


def _moved(form: BulkForm, chosen: list[Action]) -> tuple[list[Row | Group], list[Action]]:
    """The actions by what moving their dates would be: a move, a change request, or nothing at all."""
    window: DateWindow = form.value
    moves = services.moves_examined(chosen, window, form.cleaned_data["reason"], timezone.localdate())
    rows: list[Row | Group] = []
    for heading, kinds in MOVES.items():
        group = [action for action in chosen if _kind(moves[action.pk]) in kinds]
        if group:
            rows.append(Group(f"{heading}: {counted(len(group), 'action')}"))
        for action in group:
            kind = moves[action.pk]
            against = kind if _kind(kind) is None else "Nothing"
            before = str(action.current or "No date")
            after = before if _kind(kind) is None else window.wording
            rows.append(Row((action.reference, action.title, before, after, against)))
    return rows, [action for action in chosen if _kind(moves[action.pk])]


def _set(form: BulkForm, chosen: list[Action]) -> tuple[list[Row | Group], list[Action]]:
    """Before and after of the field that is set."""
    name = form.cleaned_data["field"]
    before = {action.pk: _value_words(getattr(action, name)) for action in chosen}
    problems = services.bulk_problems(chosen, name, form.value)
    rows: list[Row | Group] = []
    for action in chosen:
        after, against = _value_words(getattr(action, name)), problems.get(action.pk, "Nothing")
        rows.append(Row((action.reference, action.title, before[action.pk], after, against)))
    return rows, [action for action in chosen if action.pk not in problems]


def _kind(move: DateMoveKind | str) -> DateMoveKind | None:
    """What a move would be; None where the words say why it cannot be."""
    return move if isinstance(move, DateMoveKind) else None


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
            _value_words(action.owner),
            _value_words(action.lead),
            _value_words(action.lead_role),
        )
    )


def _value_words(value: object) -> str:
    return str(value) if value else "None"
