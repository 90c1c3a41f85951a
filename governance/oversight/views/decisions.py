"""Pages of decisions: the register and one decision."""

from __future__ import annotations

import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from core.domain.words import NOT_STATED, day_words
from core.tables import Column, Row
from core.views import DetailPage, HistoryPage, ListPage
from governance.models import Decision
from governance.oversight.domain.decisions import decided_words, state_words
from governance.oversight.forms.filters import DecisionFilter
from partnerships.queries import known
from partnerships.views import InPartnershipPage

LEDE = (
    "What boards have decided, on the word of a minute or of a paper that reports it as past, and what they "
    "are asked to decide next. A recommendation is not a decision."
)


class DecisionList(InPartnershipPage, ListPage):
    """The partnership's decisions, taken and due."""

    model = Decision
    filter_form = DecisionFilter

    def filter_options(self) -> dict[str, Any]:
        """Boards are the partnership's own."""
        return {"partnership": self.partnership}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """One line a decision, plain values only."""
        form, page = kwargs["filter_form"], kwargs["page"]
        return super().get_context_data(
            title="Decisions",
            lede=LEDE,
            columns=[
                form.column("Reference", "ref", "reference"),
                Column("Decision", "main"),
                Column("Board"),
                form.column("Decided", "", "newest", downward=True),
                Column("State"),
                form.column("Due", "date", "due"),
            ],
            rows=self.lines(page.object_list),
            other_links=[("Date changes", reverse("governance:moves", args=[self.partnership.slug]))],
            **form.context(
                "None recorded. Decisions are entered from minutes, or from papers that report them."
            ),
            **self.shell(("Decisions", "")),
            **kwargs,
        )

    def lines(self, decisions: Any) -> list[Row]:
        states, today = dict(Decision.State.choices()), timezone.localdate()
        base = reverse("governance:decisions", args=[self.partnership.slug])
        values = decisions.values_list(
            "reference", "title", "board__name", "decided_wording", "state", "due_on"
        )
        rows = []
        for reference, title, board, decided, state, due in values:
            was_due = (state == Decision.State.DUE, due, today)
            words = decided_words(decided, *was_due), state_words(states[state], *was_due), _day(due)
            rows.append(Row((reference, title, board or NOT_STATED, *words), f"{base}{reference}/"))
        return rows


class DecisionDetail(InPartnershipPage, DetailPage):
    """One decision: what was decided, by whom, on whose word."""

    model = Decision
    template_name = "core/detail.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Its facts and last changes."""
        context = super().get_context_data(**kwargs)
        decision: Decision = context["row"]
        was_due = (decision.state == Decision.State.DUE, decision.due_on, timezone.localdate())
        return context | {
            "title": decision.title,
            "reference": decision.reference,
            "facts": [
                ("State", state_words(decision.get_state_display(), *was_due)),
                ("As decided", decision.wording or NOT_STATED),
                ("Board", decision.board or NOT_STATED),
                ("Meeting", decision.meeting or NOT_STATED),
                ("Decided", decided_words(decision.decided_wording, *was_due)),
                *([("Due", day_words(decision.due_on))] if decision.due_on else []),
                ("Minute", decision.minute or NOT_STATED),
                ("Where this comes from", known(decision.source or NOT_STATED, decision.inferred)),
            ],
            "blocks": self.drawn_blocks(decision),
            "history_url": f"{decision.get_absolute_url()}history/",
            **self.shell(self.decisions(), (decision.reference, "")),
        }

    def decisions(self) -> tuple[str, str]:
        return ("Decisions", reverse("governance:decisions", args=[self.partnership.slug]))

    def rows(self) -> Any:
        """With what the facts name, in one query."""
        return super().rows().select_related("partnership", "board", "meeting__board")


class DecisionHistory(InPartnershipPage, HistoryPage):
    model = Decision

    def extra(self, row: Any) -> dict[str, Any]:
        decisions = ("Decisions", reverse("governance:decisions", args=[self.partnership.slug]))
        return self.shell(decisions, (row.reference, row.get_absolute_url()), ("History", ""))


def _day(day: datetime.date | None) -> str:
    return day_words(day) if day else ""
