"""The two form controls Django has no widget for. They add facts; the mark-up is in templates."""

from collections.abc import Mapping
from typing import Any

from django import forms


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
