"""Forms of rounds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from core.form_fields import RowsField
from core.forms import AuditedForm
from programmes.forms.plan import DayInput, ProseField
from programmes.models import Round, Update


class UpdatesField(RowsField):
    """Updates of one round to tick, each named by its action."""

    def label_from_instance(self, obj: Any) -> str:
        """ "ES-04 Share the levy": the round is in the page's heading."""
        return str(obj.action)


class RoundForm(AuditedForm):
    """A round's four dates."""

    class Meta:
        model = Round
        fields = ("opens_on", "due_on", "sign_off_on", "lock_on")
        widgets = dict.fromkeys(fields, DayInput)


class OpeningForm(forms.Form):
    """A quarter that opens while updates of the last one wait for their leads."""

    reason = ProseField(
        label="Why it opens although updates wait to be signed off",
        max_length=2000,
        required=True,
        error_messages={"required": "Have them signed off first, or say why the quarter opens all the same."},
        help_text="Kept in the round's history.",
    )


class ReopenRoundForm(forms.Form):
    """A closed round, open again until a new due date."""

    due = forms.DateField(label="New due date", error_messages={"required": "Give the new due date."})
    reason = ProseField(
        label="Why it opens again",
        required=True,
        error_messages={"required": "Say why the round opens again."},
    )


class ReopenUpdatesForm(forms.Form):
    """Which updates of a closed or locked round may be written again."""

    updates = UpdatesField(
        label="Updates to reopen",
        queryset=Update.objects.none(),
        error_messages={"required": "Name the updates to reopen. The others stay locked."},
        widget=forms.CheckboxSelectMultiple,
        help_text="All others stay as they are.",
    )
    reason = ProseField(
        label="Why they are reopened", help_text="Readers are told who reopened them and why."
    )

    def __init__(self, *args: Any, rows: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["updates"].queryset = rows  # type: ignore[attr-defined]


class ConfirmForm(forms.Form):
    """A button with nothing to fill in."""


class ExtendForm(forms.Form):
    """More time for everybody, or for the updates that are named."""

    due = forms.DateField(
        label="New due date",
        widget=DayInput,
        required=False,
        help_text="A working day, at the latest the one on which the round locks. For example, 30 June 2026.",
    )
    whose = forms.ChoiceField(
        label="Who has more time",
        choices=[("everybody", "Everybody in the round"), ("named", "Only the updates ticked below")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who has more time."},
    )
    updates = UpdatesField(
        label="Updates with more time",
        queryset=Update.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    reason = ProseField(label="Why there is more time", max_length=2000, help_text="Kept in the history.")

    def __init__(self, *args: Any, rows: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["updates"].queryset = rows  # type: ignore[attr-defined]
        for name in ("due", "updates", "reason"):
            self.fields[name].conditional = True  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What is ticked counts only where it is asked for, and then something has to be."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("whose") == "named" and not cleaned.get("updates") and "updates" not in self.errors:
            self.add_error("updates", ValidationError("Name the updates that have more time."))
        return cleaned


class RemindForm(forms.Form):
    """Who gets a letter now."""

    people = forms.MultipleChoiceField(
        label="Who gets a letter now",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Choose at least one person.",
            "invalid_choice": "Somebody you ticked had a letter today already, or has sent everything since. "
            "Look at the list again.",
        },
    )

    def __init__(self, *args: Any, people: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.people = people
        self.fields["people"].choices = people  # type: ignore[attr-defined]
        self.initial["people"] = [key for key, _ in people]
