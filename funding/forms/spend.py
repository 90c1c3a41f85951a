"""Forms about spending: a request to move money, the decision about it, a ledger extract."""

from __future__ import annotations

from typing import Any

from django import forms

from core.domain.periods import Quarter
from core.form_fields import MoneyField
from core.forms import AuditedForm
from funding.forms.money import deciding_boards
from funding.models import ProfileMove
from partnerships.models import Partnership


class QuarterField(forms.CharField):
    """Takes "Q2 2026/27"; gives a Quarter."""

    def __init__(self, **options: Any) -> None:
        super().__init__(help_text="For example, Q2 2026/27.", max_length=40, **options)

    def to_python(self, value: Any) -> Any:
        """The quarter; an error in words when the text names none."""
        if isinstance(value, Quarter):
            return value
        text = super().to_python(value) or ""
        if not text:
            return None
        try:
            return Quarter.parse(text)
        except ValueError as reason:
            raise forms.ValidationError(str(reason), code="quarter") from reason

    def run_validators(self, value: Any) -> None:
        """The length was checked as text."""


class ProfileMoveForm(AuditedForm):
    """A request to spend in another quarter."""

    change_reason = None  # type: ignore[assignment]
    taken_from = QuarterField(label="From quarter")
    given_to = QuarterField(label="To quarter")
    amount = MoneyField(label="Amount")

    class Meta:
        model = ProfileMove
        fields = ("kind", "taken_from", "given_to", "amount", "asked_on", "why")

    def _post_clean(self) -> None:
        """Both quarters are set before the row's own rules look at them."""
        for name, prefix in (("taken_from", "from"), ("given_to", "to")):
            quarter = self.cleaned_data.get(name)
            setattr(self.instance, f"{prefix}_year", quarter.year.start if quarter else None)
            setattr(self.instance, f"{prefix}_quarter", quarter.number if quarter else None)
        super()._post_clean()


class DecideMoveForm(AuditedForm):
    class Meta:
        model = ProfileMove
        fields = ("state", "board", "decided_on", "minute")
        labels = {"state": "What was decided", "decided_on": "Day of the decision"}

    def __init__(self, *args: Any, partnership: Partnership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["board"].queryset = deciding_boards(partnership)
        states = ProfileMove.State
        fields["state"].choices = [(state.value, state.label) for state in (states.APPROVED, states.REFUSED)]


class ExtractForm(forms.Form):
    upload = forms.FileField(
        label="Ledger extract",
        help_text="CSV or XLSX with columns for the reference, the date, the amount and a description.",
    )
