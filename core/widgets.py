"""The few form controls Django has no widget for. They add facts; the mark-up is in templates."""

from collections.abc import Mapping
from typing import Any

from django import forms


class MoneyInput(forms.TextInput):
    """An amount in pounds, typed as text so that "1,250" is allowed; a pound sign stands before it."""

    prefix = "£"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "decimal", "class": "govuk-input--width-10", **(attrs or {})})


class DayInput(forms.DateInput):
    """A date typed in one box the way people write it; the field decides what it accepts."""

    input_type = "text"
    example = "For example, 30 June 2026 or June 2026"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"class": "govuk-input--width-20", **(attrs or {})}, format="%-d %B %Y")


class HintedRadios(forms.RadioSelect):
    """Radio buttons with a sentence under each choice that needs one.

    ``hints`` maps a choice's value, as text, to its sentence.
    """

    def __init__(
        self,
        attrs: dict[str, Any] | None = None,
        choices: Any = (),
        hints: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(attrs, choices)
        self.hints = {str(value): hint for value, hint in (hints or {}).items()}


class HintedCheckboxes(forms.CheckboxSelectMultiple):
    """Checkboxes with a sentence under each choice that needs one; ``hints`` as in HintedRadios."""

    def __init__(
        self,
        attrs: dict[str, Any] | None = None,
        choices: Any = (),
        hints: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(attrs, choices)
        self.hints = {str(value): hint for value, hint in (hints or {}).items()}
