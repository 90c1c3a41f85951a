"""The form that changes one thing in many actions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from core.domain.numbers import whole_number
from core.domain.words import counted
from core.form_fields import WindowField
from core.models import User
from partnerships.models import Organisation, Outcome, Partnership, Theme
from programmes.forms import ActionForm
from programmes.models import Action
from programmes.services import BULK_FIELDS

LABELS = {
    "owner": "Owner",
    "lead": "Lead",
    "lead_role": "Lead's role",
    "theme": "Theme",
    "outcome": "Outcome",
    "date": "Date",
}


class BulkForm(forms.Form):
    """Which field, and its new value. An empty value empties the field; a theme cannot be empty.

    A date is moved, which needs a reason. ``everything`` means all actions that match, ticked or not.
    """

    everything = forms.BooleanField(required=False)
    field = forms.ChoiceField(
        label="What changes",
        choices=list(LABELS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what changes."},
    )
    owner = forms.ModelChoiceField(Organisation.objects.none(), label="New owner", required=False)
    lead = forms.ModelChoiceField(User.objects.none(), label="New lead", required=False)
    lead_role = forms.CharField(label="New role of the lead", max_length=160, required=False)
    theme = forms.ModelChoiceField(Theme.objects.none(), label="New theme", required=False)
    outcome = forms.ModelChoiceField(Outcome.objects.none(), label="New outcome", required=False)
    date = WindowField(
        label="New date",
        required=False,
        help_text="For example, 30 June 2026, June 2026 or Q2 2026/27. A date that stays within its quarter "
        "moves; one that leaves it becomes a change request.",
    )
    reason = forms.CharField(
        label="Reason for the change",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Kept in the history of every action that changes. A date moves with a reason only.",
    )

    def __init__(self, *args: Any, partnership: Partnership, matching: int, **options: Any) -> None:
        super().__init__(*args, **options)
        everything = self.fields["everything"]
        everything.label = f"All {counted(matching, 'action')} that match, on every page, ticked or not"
        everything.conditional = self.fields["date"].conditional = True  # type: ignore[attr-defined]
        offered = ActionForm(instance=Action(partnership=partnership), partnership=partnership).fields
        for name in BULK_FIELDS:
            self.fields[name].conditional = True  # type: ignore[attr-defined]
            if name != "lead_role":
                self.fields[name].queryset = offered[name].queryset  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A theme is named when it is the theme that changes."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("field") == "theme" and cleaned.get("theme") is None and "theme" not in self.errors:
            self.add_error("theme", ValidationError("Choose the new theme."))
        if cleaned.get("field") == "date":
            if cleaned.get("date") is None and "date" not in self.errors:
                self.add_error("date", ValidationError("Give the new date."))
            if not (cleaned.get("reason") or "").strip() and "reason" not in self.errors:
                self.add_error("reason", ValidationError("Say why the dates move."))
        return cleaned

    @property
    def value(self) -> Any:
        """The new value of the field chosen."""
        return self.cleaned_data[self.cleaned_data["field"]]


def seal_of(actions: Iterable[Action]) -> str:
    """Names actions as they stood, so that a page may say which ones it showed without listing them."""
    stood = ",".join(f"{action.pk}.{action.version}" for action in actions)
    return hashlib.sha256(stood.encode()).hexdigest()


def ticked(values: Iterable[str]) -> dict[int, int]:
    """Rows as the page sends them, "id.version", as ids with the versions seen; others are dropped."""
    versions = {}
    for value in values:
        key, version = (whole_number(part) for part in (*value.split(".", 1), "")[:2])
        if key and version:
            versions[key] = version
    return versions
