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
        return self._page(*self._written())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take it back, all or none."""
        touched, moves = self._written()
        change_set = self.kwargs["change_set"]
        try:
            if self._reached(Action) > len(touched) or self._reached(DateChange) > len(moves):
                raise ValidationError(NOT_ALL_HERE)
            if reaches_beyond(change_set, MODELS):
                raise ValidationError(NOT_ONLY_ACTIONS)
            undo_change_set(change_set, MODELS, by=request.user, reason="Taken back.")
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
            return self._page(touched, moves, status=409)
        messages.success(request, f"Taken back in {counted(len(_actions(touched, moves)), 'action')}.")
        return redirect("programmes:plan", self.partnership.slug)

    def _written(self) -> tuple[list[Touched], list[DateChange]]:
        """Actions and date changes; 404 where the change reached neither here."""
        touched, moves = self._touched(), self._moves()
        if not touched and not moves:
            raise Http404("No action of this plan changed then.")
        return touched, moves

    def _touched(self) -> list[Touched]:
        self.must(Verb.CHANGE, self.partnership)
        rows = self.rows().live().visible_to(self.request.user, Verb.CHANGE).select_related("partnership")
        return touched_by(rows.order_by("reference"), self.kwargs["change_set"])

    def _moves(self) -> list[DateChange]:
        """The date changes it asked for, of which one within its quarter moved the action's date too."""
        rows = DateChange.objects.live().visible_to(self.request.user, Verb.CHANGE)
        added = DateChange.history.filter(change_set=self.kwargs["change_set"], history_type=ADDED)
        here = rows.filter(pk__in=added.values("id"), action__partnership=self.partnership)
        return list(here.select_related("action__partnership").order_by("action__reference", "number"))

    def _reached(self, model: Any) -> int:
        """How many rows it wrote, here and elsewhere."""
        rows = model.history.filter(change_set=self.kwargs["change_set"])
        count: int = rows.values("id").distinct().count()
        return count

    def _page(self, touched: list[Touched], moves: list[DateChange], status: int = 200) -> HttpResponse:
        after = touched[0].after if touched else moves[0].history.last()
        plan = reverse("programmes:plan", args=[self.partnership.slug])
        context = {
            "title": f"A change of {counted(len(_actions(touched, moves)), 'action')}",
            "who": str(after.history_user or "The system"),
            "when": after.history_date,
            "reason": after.history_change_reason,
            "columns": COLUMNS,
            "rows": [*_touched_rows(touched, words_of(self.partnership)), *_move_rows(moves)],
            "may_undo": all(action.is_as_left for action in touched)
            and all(move.version == 1 for move in moves),
            "plan_url": plan,
            **self.shell(("Plan", plan), ("A change", "")),
        }
        return render(self.request, "programmes/change.html", context, status=status)


def _actions(touched: list[Touched], moves: list[DateChange]) -> set[int]:
    return {action.row.pk for action in touched} | {move.action_id for move in moves}


def _touched_rows(touched: list[Touched], words: Vocabulary) -> list[Row]:
    rows = []
    pairs = [(action.before, action.after) for action in touched]
    differences = history.differences(Action, pairs, field_labels(words))
    for action, changes in zip(touched, differences, strict=True):
        changed = "; ".join(
            f"{difference.label}: {difference.before} to {difference.after}" for difference in changes
        )
        since = "Unchanged" if action.is_as_left else "Changed again since"
        rows.append(
            Row((action.row.reference, action.row.title, changed, since), action.row.get_absolute_url())
        )
    return rows


def _move_rows(moves: list[DateChange]) -> list[Row]:
    return [
        Row(
            (
                move.action.reference,
                move.action.title,
                f"Date change {move.number}, {move.get_state_display().lower()}: "
                f"{move.before or 'no date'} to {move.after}",
                "Unchanged" if move.version == 1 else "Changed again since",
            ),
            move.get_absolute_url(),
        )
        for move in moves
    ]
