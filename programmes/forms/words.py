"""The form of a partnership's words for statuses."""

from __future__ import annotations

from typing import Any

from django.forms.boundfield import BoundField

from core.domain.status import Stage, Status
from core.domain.vocabulary import STATES
from core.forms import AuditedForm
from programmes.models import StatusWords, counting_column

# Worst first, as every list of statuses has them; work in progress shows as one of its confidences.
ORDER = (*(status.name.lower() for status in Status), Stage.IN_PROGRESS.value)


class StatusWordsForm(AuditedForm):
    """For each state its word, and for each status what it is to the percentage."""

    class Meta:
        model = StatusWords
        fields = (*STATES, *(counting_column(status) for status in Status))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in STATES:  # owed, though it is the rule that says so
            self.fields[name].conditional = True  # type: ignore[attr-defined]

    @property
    def states(self) -> list[tuple[str, Status | None, list[BoundField]]]:
        """Each state by its label: the status it shows as, None for work in progress, and its fields."""
        shown: dict[str, Status] = {status.name.lower(): status for status in Status}
        states = []
        for name in ORDER:
            status = shown.get(name)
            names = (name, counting_column(status)) if status else (name,)
            states.append((STATES[name].label, status, [self[field_name] for field_name in names]))
        return states

    @property
    def about(self) -> list[BoundField]:
        """What is said of the change as a whole."""
        of_states: set[Any] = set(self.Meta.fields)
        return [bound for bound in self.visible_fields() if bound.name not in of_states]
