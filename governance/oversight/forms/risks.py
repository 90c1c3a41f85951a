"""Forms of the risk register."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms

from core.forms import AuditedForm
from core.models import User
from core.widgets import HintedRadios
from funding.models import Phase
from governance.models import Assessment, Matrix, Risk
from partnerships.models import Board, Organisation, Partnership
from programmes.models import Action


class RiskForm(AuditedForm):
    """A risk of a partnership. What it is about, its owner and its lead come from that partnership."""

    class Meta:
        model = Risk
        fields = (
            "title", "cause", "effect", "mitigation", "mitigation_due_on", "response", "owner", "owner_role",
            "lead", "matrix", "action", "board", "phase", "raised_on", "review_on", "state", "closed_on",
        )  # fmt: skip
        labels = {
            "cause": "What could cause it",
            "effect": "What it would lead to",
            "mitigation": "What is done about it",
            "mitigation_due_on": "When that will be done",
            "owner": "Owner organisation",
            "owner_role": "Role that owns it",
            "lead": "Who keeps it up to date",
            "action": "About the action",
            "board": "About the board",
            "phase": "About the phase",
        }
        widgets = {
            "cause": forms.Textarea(attrs={"rows": 3}),
            "effect": forms.Textarea(attrs={"rows": 3}),
            "mitigation": forms.Textarea(attrs={"rows": 4}),
        }

    def __init__(self, *args: Any, partnership: Partnership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = {
            "owner": Organisation.objects.live().filter(memberships__partnership=partnership).distinct(),
            "lead": User.objects.filter(is_active=True, grants__partnership=partnership).distinct(),
            "matrix": Matrix.objects.live(),
            "action": Action.objects.live().filter(partnership=partnership),
            "board": Board.objects.live().filter(partnership=partnership),
            "phase": Phase.objects.live().filter(partnership=partnership),
        }
        for name, rows in choices.items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]
        if self.instance._state.adding:
            # Nobody adds a risk that is closed already.
            del self.fields["state"], self.fields["closed_on"]
        elif self.instance.assessments.live().exists():
            self.fields["matrix"].disabled = True
            self.fields["matrix"].help_text = "Scores are given on this matrix, so it stays."


class RiskAssessmentForm(AuditedForm):
    """Where a risk stands on a day, in the words of its matrix."""

    class Meta:
        model = Assessment
        fields = ("stage", "assessed_on", "impact", "likelihood", "note")
        labels = {"stage": "What is scored", "assessed_on": "Day of the assessment"}

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        matrix = self.instance.risk.matrix
        self.fields["impact"] = _levels("Impact", matrix.impact_words)
        self.fields["likelihood"] = _levels("Likelihood", matrix.likelihood_words)
        self.fields["stage"] = forms.ChoiceField(
            label="What is scored",
            choices=Assessment.Stage.choices(),
            widget=HintedRadios(hints=STAGE_HINTS),
            initial=Assessment.Stage.NOW,
        )
        self.initial.setdefault("assessed_on", today)
        order = (
            ["stage", "impact", "likelihood"] if matrix.impact_first else ["stage", "likelihood", "impact"]
        )
        self.order_fields([*order, "assessed_on", "note"])


STAGE_HINTS = {
    Assessment.Stage.BEFORE: "As it would be if nothing were done about it.",
    Assessment.Stage.NOW: "As it is today, with what is done about it.",
    Assessment.Stage.TARGET: "As it should be once all that is planned is done.",
}


def _levels(label: str, words: list[str]) -> forms.TypedChoiceField:
    """The levels of one axis, highest last, each with its number and word."""
    return forms.TypedChoiceField(
        label=label,
        choices=[(str(level), f"{level} {word}") for level, word in enumerate(words, start=1)],
        coerce=int,
        widget=forms.RadioSelect,
    )
