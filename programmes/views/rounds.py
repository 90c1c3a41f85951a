"""A round: its page, its dates, and what opening it would do as a file."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.generic import View

from core.blocks import Table
from core.domain.moments import london_day
from core.domain.words import day_stated, day_words
from core.downloads import must_be_table, table_download
from core.permissions import Verb
from core.tables import Row
from core.views import DetailPage, EditPage
from programmes import queries
from programmes.domain.rolling import becomes_words
from programmes.domain.rounds import RoundState
from programmes.forms import RoundForm
from programmes.models import Round, words_of
from programmes.views.place import RoundPlace
from programmes.views.round_acts import ACTS, MISSING

PREVIEW = (
    "Reference",
    "Action",
    "Owner",
    "Lead",
    "Due",
    "Update of the last round",
    "What becomes of it",
    "Why somebody should ask",
)


class RoundPage(RoundPlace, DetailPage):
    """A round: its dates, how much is in, and what can be done with it now."""

    template_name = "programmes/round.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        row: Round = context["row"]
        chase = queries.chase_list(row)
        days = {
            "Opens": row.opens_on,
            "Due": row.due_on,
            "Signed off by": row.sign_off_on,
            "Locks": row.lock_on,
        }
        return context | {
            "title": f"Round of {row}",
            "meta": f"{row.plan.name}, {row.quarter.long_label}",
            "actions": self._buttons(row),
            "facts": [
                ("State", row.get_state_display()),
                *((label, day_stated(day)) for label, day in days.items()),
                ("Received", chase.whole.wording),
                ("Waiting to be signed off", str(len(chase.unsigned)) if row.plan.signs_off else "Not used"),
                *([("Locked", day_words(london_day(row.locked_at)))] if row.locked_at else []),
            ],
            "columns": MISSING,
            "missing": [Row(cells) for cells in chase.missing] if row.state != RoundState.PLANNED else [],
            **self.shell_of(),
        }

    def _buttons(self, row: Round) -> list[tuple[str, str]]:
        if not self.may(Verb.RUN, row):
            return []
        here = row.get_absolute_url()
        offered = [
            (act.button, f"{here}{name}/")
            for name, act in ACTS.items()
            if row.state in act.offered_in and act.still(row)
        ]
        return [*offered, *([("Change its dates", f"{here}edit/")] if row.state != RoundState.LOCKED else [])]


class RoundEdit(RoundPlace, EditPage):
    form_class = RoundForm
    verb = Verb.RUN

    def context(self, row: Round, form: Any) -> dict[str, Any]:
        return super().context(row, form) | {
            "title": f"Change the dates of {row}",
            **self.shell_of(("Change its dates", "")),
        }


class OpeningPreview(RoundPlace, View):
    """What opening a quarter would do to each action, as CSV or XLSX, before it is done."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        must_be_table(self.kwargs["kind"])
        plan, quarter = self.plan(), self.kwargs["quarter"]
        self.must(Verb.EXPORT, plan, model=Round)
        if quarter != queries.next_quarter(plan, timezone.localdate()):
            self.row()  # of any other quarter only where there is a round
        words = words_of(self.partnership)
        rows = tuple(
            (
                action.reference,
                action.title,
                action.owner,
                action.lead,
                action.due,
                action.last,
                becomes_words(action.becomes, words),
                action.why,
            )
            for action in queries.rolled_forward(plan, quarter, timezone.localdate())
        )
        table = Table(f"What opening {quarter.label} does", PREVIEW, rows)
        return table_download(table, self.kwargs["kind"], f"{self.partnership.slug}-{quarter.slug}-opening")
