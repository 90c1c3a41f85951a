"""What one change did to many actions and their dates, and all of it taken back as one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.generic import View

from core import history
from core.bulk import ADDED
from core.domain.vocabulary import Vocabulary
from core.domain.words import counted
from core.permissions import Verb
from core.tables import Column, Row
from core.undo import Touched, reaches_beyond, touched_by, undo_change_set
from partnerships.views import InPartnershipPage
from programmes.models import Action, DateChange, field_labels, words_of

MODELS = (Action, DateChange)
NOT_ALL_HERE = (
    "Some of what changed is not yours to take back, was archived since, or is the decision of a date that "
    "was asked for before. So nothing is undone."
)
NOT_ONLY_ACTIONS = (
    "More than actions and their dates changed then, such as an update. Taking back a part of it would leave "
    "the record in disagreement, so nothing is undone. Change it by hand."
)
COLUMNS = (
    Column("Reference", "ref"),
    Column("Action", "main"),
    Column("What changed"),
    Column("Since"),
)


class ChangePage(InPartnershipPage, View):
    """What one change did to the plan's actions, and the way to take all of it back."""

    model = Action

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Before and after of every action."""
        return self._page(*self._found())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take it back, all or none."""
        touched, asked = self._found()
        change_set = self.kwargs["change_set"]
        try:
            if self._reached(Action) > len(touched) or self._reached(DateChange) > len(asked):
                raise ValidationError(NOT_ALL_HERE)
            if reaches_beyond(change_set, MODELS):
                raise ValidationError(NOT_ONLY_ACTIONS)
            undo_change_set(change_set, MODELS, by=request.user, reason="Taken back.")
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
            return self._page(touched, asked, status=409)
        messages.success(request, f"Taken back in {counted(len(_actions(touched, asked)), 'action')}.")
        return redirect("programmes:plan", self.partnership.slug)

    def _found(self) -> tuple[list[Touched], list[DateChange]]:
        """Actions and date changes; 404 where the change reached neither here."""
        touched, asked = self._touched(), self._asked()
        if not touched and not asked:
            raise Http404("No action of this plan changed then.")
        return touched, asked

    def _touched(self) -> list[Touched]:
        self.must(Verb.CHANGE, self.partnership)
        rows = self.rows().live().visible_to(self.request.user, Verb.CHANGE).select_related("partnership")
        return touched_by(rows.order_by("reference"), self.kwargs["change_set"])

    def _asked(self) -> list[DateChange]:
        """The date changes it asked for, of which one within its quarter moved the action's date too."""
        rows = DateChange.objects.live().visible_to(self.request.user, Verb.CHANGE)
        added = DateChange.history.filter(change_set=self.kwargs["change_set"], history_type=ADDED)
        here = rows.filter(pk__in=added.values("id"), action__partnership=self.partnership)
        return list(here.select_related("action__partnership").order_by("action__reference", "number"))

    def _reached(self, model: Any) -> int:
        """How many rows it wrote, here and elsewhere."""
        rows = model.history.filter(change_set=self.kwargs["change_set"])
        found: int = rows.values("id").distinct().count()
        return found

    def _page(self, touched: list[Touched], asked: list[DateChange], status: int = 200) -> HttpResponse:
        after = touched[0].after if touched else asked[0].history.last()
        plan = reverse("programmes:plan", args=[self.partnership.slug])
        context = {
            "title": f"A change of {counted(len(_actions(touched, asked)), 'action')}",
            "who": str(after.history_user or "The system"),
            "when": after.history_date,
            "reason": after.history_change_reason,
            "columns": COLUMNS,
            "rows": [*_touched_rows(touched, words_of(self.partnership)), *_asked_rows(asked)],
            "may_undo": all(one.is_as_left for one in touched) and all(one.version == 1 for one in asked),
            "plan_url": plan,
            **self.shell(("Plan", plan), ("A change", "")),
        }
        return render(self.request, "programmes/change.html", context, status=status)


def _actions(touched: list[Touched], asked: list[DateChange]) -> set[int]:
    return {one.row.pk for one in touched} | {one.action_id for one in asked}


def _touched_rows(touched: list[Touched], words: Vocabulary) -> list[Row]:
    rows = []
    pairs = [(one.before, one.after) for one in touched]
    said = history.differences(Action, pairs, field_labels(words))
    for one, changes in zip(touched, said, strict=True):
        told = "; ".join(f"{what.label}: {what.before} to {what.after}" for what in changes)
        since = "Unchanged" if one.is_as_left else "Changed again since"
        rows.append(Row((one.row.reference, one.row.title, told, since), one.row.get_absolute_url()))
    return rows


def _asked_rows(asked: list[DateChange]) -> list[Row]:
    return [
        Row(
            (
                one.action.reference,
                one.action.title,
                f"Date change {one.number}, {one.get_state_display().lower()}: "
                f"{one.before or 'no date'} to {one.after}",
                "Unchanged" if one.version == 1 else "Changed again since",
            ),
            one.get_absolute_url(),
        )
        for one in asked
    ]
