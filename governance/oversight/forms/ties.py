"""The form that names the decision behind a date change."""

from __future__ import annotations

from typing import Any

from core.domain.words import day_words
from core.forms import AuditedForm
from governance.models import DecidedMove, Decision
from governance.oversight.queries.moves import choices_for


class MoveDecisionForm(AuditedForm):
    """One decision of the partnership; those of the same board and day come first."""

    class Meta:
        model = DecidedMove
        fields = ("decision",)
        error_messages = {"decision": {"required": "Choose the decision."}}

    def __init__(self, *args: Any, viewer: Any, is_owed: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        move = self.instance.move
        same, others = choices_for(move, viewer)
        field: Any = self.fields["decision"]
        field.required = is_owed
        field.queryset = Decision.objects.filter(pk__in=[decision.pk for decision in (*same, *others)])
        sitting = f"{move.board}, {day_words(move.decided_on)}" if move.board and move.decided_on else ""
        groups = [(sitting, same), ("Other decisions of this partnership", others)]
        offered = [
            (name, [(decision.pk, _words(decision)) for decision in rows]) for name, rows in groups if rows
        ]
        field.choices = [("", "Choose a decision"), *offered]
        if not same:
            field.help_text = (
                "None of this board and day is recorded. Record it under Decisions first, "
                "or choose another one that let this date move."
            )


def _words(decision: Decision) -> str:
    """As in: D-07 Host the team (Joint Committee, 4 April 2022)."""
    words = ", ".join(filter(None, [decision.board and str(decision.board), decision.decided_wording]))
    return f"{decision} ({words})" if words else str(decision)
