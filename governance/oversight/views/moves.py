"""Pages of date changes: the list of change requests, and the decision behind one of them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.generic import View

from core import history, services
from core.blocks import Table
from core.domain.words import day_words
from core.downloads import TABLE_KINDS, must_be_table, table_download
from core.permissions import Verb
from core.tables import Column, Row
from core.views import AddPage, ListPage
from governance.models import DecidedMove
from governance.oversight.blocks.moves import HEADINGS, KINDS, move_cells
from governance.oversight.domain.ties import WHY_NOT
from governance.oversight.drawing import decision_link
from governance.oversight.forms.filters import MoveFilter
from governance.oversight.forms.ties import MoveDecisionForm
from governance.oversight.queries.moves import ASKED, decisions_of
from governance.oversight.services.ties import tie_decision
from partnerships.views import InPartnershipPage
from programmes.domain.moves import DateMoveState
from programmes.models import DateChange
from programmes.views.place import InActionPage

LEDE = (
    "Dates that were asked to leave their quarter, or to go further than the plan lets pass: what became of "
    "each, and the decision that was recorded. A move within its quarter is no request; it stands on its "
    "action's page."
)


class MoveRows(InPartnershipPage):
    """The partnership's change requests."""

    model = DateChange

    def rows(self) -> Any:
        """With what a line names, in one query."""
        rows = super().rows().filter(state__in=ASKED, action__archived_at=None)
        return rows.select_related("action__partnership", "milestone", "board")


class MoveList(MoveRows, ListPage):
    """Every change request, newest first."""

    filter_form = MoveFilter

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form, page = kwargs["filter_form"], kwargs["page"]
        page.object_list = list(page.object_list)
        decisions = decisions_of(page.object_list, self.request.user)
        here = self.request.path
        return super().get_context_data(
            title="Date changes",
            lede=LEDE,
            columns=[
                form.column("Action", "ref", "reference"),
                *(Column(*pair) for pair in zip(HEADINGS[:3], KINDS[:3], strict=True)),
                form.column("Asked for on", "date", "newest", downward=True),
                *(Column(*pair) for pair in zip(HEADINGS[3:], KINDS[3:], strict=True)),
            ],
            rows=[_line(move, decisions) for move in page.object_list],
            other_links=[(f"Download as {kind.upper()}", f"{here}export.{kind}") for kind in TABLE_KINDS]
            if self.may(Verb.EXPORT, self.partnership)
            else [],
            **form.context("No date was asked to leave its quarter."),
            **self.shell(_decisions(self.partnership), ("Date changes", "")),
            **kwargs,
        )


def _line(move: DateChange, decisions: Any) -> Row:
    what, before, after, became, decision = move_cells(move, decisions)
    tied = decision_link(decisions.get(move.pk), decision)
    cells = (move.action.reference, what, before, after, day_words(move.asked_on), became, tied)
    return Row(cells, move.get_absolute_url())


class MoveExport(MoveRows, View):
    """All change requests as CSV or XLSX."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        must_be_table(self.kwargs["kind"])
        self.must(Verb.EXPORT, self.partnership)
        moves = list(self.rows().live().order_by("-asked_on", "action__reference", "number"))
        decisions = decisions_of(moves, request.user)
        rows = tuple(
            (move.action.reference, *move_cells(move, decisions), move.why, move.asked_on) for move in moves
        )
        headings = ("Action", *HEADINGS, "Why", "Asked for on")
        table = Table("Date changes", headings, rows)
        return table_download(table, self.kwargs["kind"], f"{self.partnership.slug}-date-changes")


class MoveDecisionPage(InActionPage, AddPage):
    """Name the recorded decision that let one date move, or take it out again."""

    model = DecidedMove
    form_class = MoveDecisionForm
    template_name = "governance/move_decision.html"

    def place(self) -> DateChange:
        """The move in the address, or 404."""
        action = self.action()
        rows = DateChange.objects.live().visible_to(self.request.user).filter(action=action)
        move: DateChange = get_object_or_404(
            rows.select_related("milestone", "board"), number=self.kwargs["number"]
        )
        move.action = action
        return move

    def row(self) -> DecidedMove:
        """The move's own, also one that was taken out; a new one where there is none."""
        move = self.place()
        tie = DecidedMove.objects.filter(move=move).first() or DecidedMove()
        tie.move = move
        return tie

    def form_options(self, row: DecidedMove) -> dict[str, Any]:
        """Only decisions the user may read are offered, and none is owed to take one out."""
        return {"viewer": self.request.user, "is_owed": self.request.POST.get("do") != "untie"}

    def save(self, form: Any) -> DecidedMove:
        """Tie it, or take it out where that button was pressed."""
        reason, by = form.reason, self.request.user
        if self.request.POST.get("do") == "untie" and form.instance.pk:
            kept = DecidedMove.objects.get(pk=form.instance.pk)
            kept.version = form.instance.version
            return services.archive(kept, by=by, reason=reason, moment=timezone.now())
        return tie_decision(tie=form.instance, by=by, reason=reason)

    def said(self, row: DecidedMove) -> str:
        """What is tied now."""
        if row.archived_at:
            return f"{row.decision.reference} is not tied to this date change any more."
        return f"{row.decision.reference} is tied to this date change."

    def success_url(self, row: DecidedMove) -> str:
        return str(row.move.get_absolute_url())

    def context(self, row: DecidedMove, form: Any) -> dict[str, Any]:
        """The move as it was decided, above the form."""
        move = row.move
        here = (f"Date change {move.number}", move.get_absolute_url())
        return {
            "row": row,
            "form": form,
            "title": f"Decision behind date change {move.number} of {move.action.reference}",
            "facts": list(zip(HEADINGS[:-1], move_cells(move, {})[:-1], strict=True)),
            "why_not": WHY_NOT.get(DateMoveState(move.state), ""),
            "is_tied": row.pk is not None and row.archived_at is None,
            "history": history.entries(row, limit=20) if row.pk else [],
            "cancel_url": move.get_absolute_url(),
            **self.shell_of(move.action, here, ("Decision", "")),
        }


def _decisions(partnership: Any) -> tuple[str, str]:
    return ("Decisions", reverse("governance:decisions", args=[partnership.slug]))
