"""The form of one assessment."""

from __future__ import annotations

from typing import Any

from django import forms

from core.forms import AuditedForm
from core.widgets import HintedRadios
from programmes.forms.plan import DayInput
from programmes.models import ImpactAssessment

State = ImpactAssessment.State
STATE_HINTS = {
    State.NOT_NEEDED: "Say why below.",
    State.TO_DO: "Nobody has begun it. Give a date if there is one.",
    State.PRELIMINARY: "A first look was taken; a full one follows.",
    State.DONE: "It was made.",
}


class ImpactAssessmentForm(AuditedForm):
    """What was looked at for an action, and how far that is."""

    state = forms.ChoiceField(
        label="How far it is",
        choices=State.choices(),
        widget=HintedRadios(hints=STATE_HINTS),
        error_messages={"required": "Say how far the assessment is."},
    )

    class Meta:
        model = ImpactAssessment
        fields = ("kind", "state", "because", "done_on", "source")
        windows = ("due",)
        widgets = {
            "kind": forms.RadioSelect,
            "because": forms.Textarea(attrs={"rows": 3}),
            "done_on": DayInput,
        }
        labels = {
            "kind": "What is looked at",
            "because": "Why none is needed, or what is known",
            "done_on": "Day it was made",
            "source": "Where it can be read",
        }
        help_texts = {"done_on": "For example, 30 June 2026. Only for one that was made."}

    field_order = ("version", "kind", "state", "because", "due", "done_on", "source")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["due"].label = "To do by"
        self.order_fields(self.field_order)
        for name in ("because", "due", "done_on"):
            self.fields[name].conditional = True  # type: ignore[attr-defined]
        kind: Any = self.fields["kind"]
        kind.choices = ImpactAssessment.Kind.choices()
        kind.error_messages["required"] = "Say what is looked at."
