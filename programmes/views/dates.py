"""Milestones and moved dates."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from core.domain.words import day_words
from core.permissions import Verb
from core.views import AddPage, EditPage, HistoryPage
from programmes import services
from programmes.domain.baseline import DateMoveKind
from programmes.domain.moves import DateMoveState
from programmes.forms import (
    ActionMoveForm,
    DateMoveForm,
    DecisionForm,
    DoneForm,
    MilestoneForm,
    NewMilestoneForm,
)
from programmes.models import Action, DateChange, Milestone
from programmes.views.actions import InActionPage

OUTSIDE = {
    DateMoveKind.LEAVES: "outside the quarter",
    DateMoveKind.BEYOND: "later than the plan lets a date slip",
}


class MilestonePage(InActionPage):
    model = Milestone

    def row(self) -> Milestone:
        """The milestone in the address, or 404."""
        action = self.action()
        milestone: Milestone = get_object_or_404(self.rows(), action=action, number=self.kwargs["number"])
        milestone.action = action
        return milestone


class MilestoneAdd(InActionPage, AddPage):
    """Add a dated step to an action."""

    model = Milestone
    form_class = NewMilestoneForm

    def place(self) -> Action:
        return self.action()

    def new(self) -> Milestone:
        """A milestone of this action; the service gives it its number."""
        return Milestone(action=self.action())

    def save(self, form: Any) -> Milestone:
        """Through the service, which numbers it and keeps its date."""
        cleaned = form.cleaned_data
        return services.add_milestone(
            action=form.instance.action,
            title=cleaned["title"],
            window=cleaned["original"],
            by=self.request.user,
        )

    def context(self, row: Milestone, form: Any) -> dict[str, Any]:
        return {
            "form": form,
            "title": f"Add a milestone to {row.action.reference}",
            "submit_label": "Add the milestone",
            "cancel_url": row.action.get_absolute_url(),
            **self.shell_of(row.action, ("Add a milestone", "")),
        }


class MilestoneEdit(MilestonePage, EditPage):
    form_class = MilestoneForm

    def context(self, row: Milestone, form: Any) -> dict[str, Any]:
        return super().context(row, form) | {
            "title": f"Change milestone {row.number} of {row.action.reference}",
            **self.shell_of(row.action, ("Change milestone", "")),
        }


class MilestoneDone(MilestonePage, EditPage):
    form_class = DoneForm
    saved_message = "Marked as done."

    def save(self, form: Any) -> Milestone:
        """Through the service, which knows the day."""
        return services.complete_milestone(
            milestone=form.instance,
            actual_on=form.cleaned_data["actual_on"],
            by=self.request.user,
            today=timezone.localdate(),
        )

    def context(self, row: Milestone, form: Any) -> dict[str, Any]:
        return super().context(row, form) | {
            "title": f"Mark milestone {row.number} of {row.action.reference} done",
            "lede": f"{row.title}. It is due {row.current}.",
            "submit_label": "Mark it done",
            **self.shell_of(row.action, ("Mark done", "")),
        }


class MilestoneHistory(MilestonePage, HistoryPage):
    def extra(self, row: Milestone) -> dict[str, Any]:
        return self.shell_of(row.action, ("History", ""))


class Moving(EditPage):
    """Ask for another agreed date, with a reason. What the page says afterwards depends on the quarter."""

    template_name = "programmes/move_form.html"

    def save(self, form: Any) -> DateChange:
        """Through the service, which tells a move within its quarter from a change request."""
        cleaned = form.cleaned_data
        return services.move_date(
            dated=form.instance,
            window=cleaned["date"],
            reason=cleaned["reason"],
            by=self.request.user,
            today=timezone.localdate(),
        )

    def said(self, row: DateChange) -> str:
        """Whether the date has moved, or waits."""
        if row.kind == DateMoveKind.WITHIN:
            return f"The date is now {row.after.wording}. The reason is in the history."
        return (
            f"{row.after.wording} is {OUTSIDE[DateMoveKind(row.kind)]}, so it waits for a decision. "
            f"Until then the date stays {row.before.wording}."
        )

    def success_url(self, row: DateChange) -> str:
        return str(row.action.get_absolute_url())


class MilestoneMove(MilestonePage, Moving):
    form_class = DateMoveForm

    def context(self, row: Milestone, form: Any) -> dict[str, Any]:
        """The dates as they are, above the form."""
        title = f"Change the date of milestone {row.number} of {row.action.reference}"
        return super().context(row, form) | {
            "title": title,
            "lede": row.title,
            "submit_label": "Change the date",
            **self.shell_of(row.action, ("Change date", "")),
        }


class ActionMove(InActionPage, Moving):
    model = Action
    form_class = ActionMoveForm

    def context(self, row: Action, form: Any) -> dict[str, Any]:
        """The dates as they are, above the form."""
        return super().context(row, form) | {
            "title": f"Change the date of {row.reference}",
            "lede": row.title,
            "submit_label": "Change the date",
            **self.shell_of(row, ("Change date", "")),
        }


class MovePage(InActionPage, EditPage):
    """One moved date: what was asked for and why, and for managers the decision."""

    model = DateChange
    form_class = DecisionForm
    template_name = "programmes/move.html"

    def row(self) -> DateChange:
        """The move in the address, or 404."""
        action = self.action()
        rows = self.rows().select_related("milestone", "board")
        move: DateChange = get_object_or_404(rows, action=action, number=self.kwargs["number"])
        move.action = action
        return move

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The move; with the form only while it waits and the reader may decide."""
        row = self.row()
        return render(request, self.template_name, self.context(row, DecisionForm(instance=row)))

    def save(self, form: Any) -> DateChange:
        """Approve, note or refuse, whichever button was pressed."""
        cleaned, today, by = form.cleaned_data, timezone.localdate(), self.request.user
        if self.request.POST.get("do") == "refuse":
            stored = DateChange.objects.get(pk=form.instance.pk)
            stored.version = form.instance.version
            return services.refuse_move(move=stored, reason=cleaned["reason"], by=by, today=today)
        decide = services.note_move if self.request.POST.get("do") == "note" else services.approve_move
        return decide(
            move=form.instance,
            board=cleaned["board"],
            decided_on=cleaned["decided_on"],
            minute=cleaned["minute"],
            by=by,
            today=today,
        )

    def said(self, row: DateChange) -> str:
        """What was decided."""
        if row.state == DateMoveState.REFUSED:
            return f"Refused. The date stays {row.before.wording}."
        return f"{row.get_state_display()}. The date is now {row.after.wording}."

    def context(self, row: DateChange, form: Any) -> dict[str, Any]:
        """Facts of the move, and the form where there is something to decide."""
        waits = row.state == DateMoveState.PROPOSED
        name = (
            f"Milestone {row.milestone.number}: {row.milestone.title}" if row.milestone else row.action.title
        )
        decided = "Not yet"
        if row.decided_on:
            words = (row.get_state_display(), row.board and str(row.board), row.minute)
            decided = f"{', '.join(filter(None, words))}, {day_words(row.decided_on)}"
        return {
            "row": row,
            "form": form,
            "title": f"Date change {row.number} of {row.action.reference}",
            "decides": waits and self.may(Verb.CHANGE, row),
            "waits": waits,
            "facts": [
                ("What", name),
                ("From", str(row.before or "No date")),
                ("To", str(row.after)),
                ("Why", row.why),
                ("Asked for on", day_words(row.asked_on)),
                ("State", row.get_state_display()),
                ("Decided", decided if row.state != DateMoveState.APPLIED else "None needed"),
            ],
            "blocks": self.drawn_blocks(row),
            "cancel_url": row.action.get_absolute_url(),
            **self.shell_of(row.action, (f"Date change {row.number}", "")),
        }
