"""The base of every form that edits an audited row."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from core.domain.numbers import whole_number
from core.form_fields import WindowField
from core.models import AuditedModel

NO_SUCH_VERSION = "This form was not sent as it was drawn. Copy what you typed and open the page again."


class VersionField(forms.IntegerField):
    """The version of the row that a form was drawn from."""

    def to_python(self, value: Any) -> int | None:
        """The number; a sentence where something else was sent."""
        if value in self.empty_values:
            return None
        number = whole_number(value)
        if not number:
            raise ValidationError(NO_SUCH_VERSION, code="version")
        return number


class AuditedForm(forms.ModelForm[Any]):
    """A model form that carries the row's version and the reason for the change.

    ``Meta.windows`` names the DateWindow attributes to edit, each as one text field.
    ``reason_required`` makes the reason compulsory when an existing row changes. ``saves_alone`` is False
    where whoever saves the row holds those beside it too, and asks the rule over all of them.
    """

    reason_required = False
    saves_alone = True
    reason_label = "Reason for the change"

    version = VersionField(widget=forms.HiddenInput, required=False)
    change_reason = forms.CharField(
        label=reason_label,
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Kept in the history, for whoever asks later.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row: AuditedModel = self.instance
        self.fields["version"].initial = row.version
        for name in self._window_names():
            column = self._meta.model.windows[name]
            label = column.label[:1].upper() + column.label[1:]
            self.fields[name] = WindowField(label=label, required=not column.blank)
            self.initial.setdefault(name, getattr(row, name))
        if row._state.adding:
            self.fields.pop("change_reason", None)  # parts of a row have none of their own
        elif "change_reason" in self.fields:
            self.fields["change_reason"].label = self.reason_label

    def _window_names(self) -> tuple[str, ...]:
        return getattr(type(self).Meta, "windows", ())  # type: ignore[attr-defined]

    def _post_clean(self) -> None:
        """Put windows and the version on the row before its own rules look at it."""
        for name in self._window_names():
            if name in self.cleaned_data:
                setattr(self.instance, name, self.cleaned_data[name])
        expected = self.cleaned_data.get("version")
        if expected is not None and not self.instance._state.adding:
            self.instance.version = expected
        super()._post_clean()  # type: ignore[misc]
        if self.saves_alone and not self.errors:
            try:
                self.instance.clean_alone()
            except ValidationError as refused:
                self._update_errors(refused)

    def clean(self) -> dict[str, Any]:
        """A reason, where one is owed and something changed."""
        cleaned = super().clean() or self.cleaned_data
        seen = cleaned.get("version")
        # Without the version it was drawn from, a form would overwrite what others saved since.
        is_drawn = seen is not None and seen <= self.instance.version
        if not is_drawn and "version" not in self.errors and not self.instance._state.adding:
            self.add_error(None, ValidationError(NO_SUCH_VERSION, code="version"))
        changed = set(self.changed_data) - {"version", "change_reason"}
        owed = self.reason_required and changed and not self.instance._state.adding
        if owed and not (cleaned.get("change_reason") or "").strip():
            self.add_error("change_reason", ValidationError("Say why this is changing.", code="reason"))
        return cleaned

    def add_error(self, field: str | None, error: Any) -> None:
        """As Django's, but what is said about a field this form does not show is said above it."""
        if isinstance(error, ValidationError) and hasattr(error, "error_dict"):
            for name, errors in error.error_dict.items():
                super().add_error(name if name in self.fields else None, errors)
            return
        is_hidden = field in self.fields and self.fields[field].widget.is_hidden
        super().add_error(None if is_hidden else field, error)

    def _update_errors(self, errors: ValidationError) -> None:
        """What a row's own rules say, in their words.

        Django would put a field's stock sentence in place of any that shares its code ("required").
        """
        self.add_error(None, errors)

    @property
    def reason(self) -> str:
        """The reason given, or nothing."""
        return str(self.cleaned_data.get("change_reason") or "")
