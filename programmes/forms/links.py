"""Forms for the links of actions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from core.domain.numbers import whole_number
from core.domain.words import listed
from core.form_fields import RowsField
from core.models import AuditedModel
from partnerships.models import Organisation, Strategy
from programmes.models import Action, Objective
from programmes.services import LINK_KINDS, linked

Rows = list[AuditedModel]


class ReferencesField(forms.CharField):
    """Actions of one partnership by their references, separated by commas or spaces."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=400, **options)
        self.rows: Any = Action.objects.none()

    def to_python(self, value: Any) -> Any:
        """The actions, each once, in the order typed; a sentence naming what is none."""
        text = super().to_python(value) or ""
        super().run_validators(text)  # before the database is asked: PostgreSQL takes no null character
        references = list(dict.fromkeys(text.replace(",", " ").upper().split()))
        actions = {action.reference.upper(): action for action in self.rows.filter(reference__in=references)}
        missing = [reference for reference in references if reference not in actions]
        if missing:
            raise ValidationError(
                f"There is no action {listed(missing, 'or')} in this plan. Write references such as ES-04.",
                code="unknown",
            )
        return [actions[reference] for reference in references]

    def run_validators(self, value: Any) -> None:
        """What was typed is checked before it becomes rows, which have no length."""


class LinksForm(forms.Form):
    """Who supports an action, what it waits for, what it serves.

    The form remembers what it showed, so that only what was changed in it changes.
    """

    needs = ReferencesField(
        label="Actions it waits for",
        required=False,
        help_text="Their references, for example ES-02, ES-05. An action cannot wait for itself in the end.",
    )
    supporters = RowsField(
        label="Supporting organisations",
        required=False,
        queryset=Organisation.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    strategies = RowsField(
        label="Strategies it serves",
        required=False,
        queryset=Strategy.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    objectives = RowsField(
        label="Partners' own corporate objectives it serves",
        required=False,
        queryset=Objective.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, action: Action, **options: Any) -> None:
        super().__init__(*args, **options)
        here = action.partnership
        self._offer(
            "supporters",
            Organisation.objects.live()
            .filter(Q(memberships__partnership=here) | Q(supported__action=action))
            .exclude(pk=action.owner_id)
            .distinct(),
        )
        self._offer("strategies", here.strategies.live().filter(kind=Strategy.Kind.STRATEGY))
        self._offer("objectives", here.objectives.live().select_related("organisation"))
        self.fields["needs"].rows = Action.objects.live().filter(partnership=here)  # type: ignore[attr-defined]
        self.now: dict[str, Rows] = {kind: linked(action, kind) for kind in LINK_KINDS}
        for kind, rows in self.now.items():
            self.initial[kind] = [row.pk for row in rows]
            self.fields[f"was_{kind}"] = forms.CharField(
                required=False, widget=forms.HiddenInput, initial=",".join(str(row.pk) for row in rows)
            )
        self.initial["needs"] = ", ".join(row.reference for row in self.now["needs"])  # type: ignore[attr-defined]

    def _offer(self, kind: str, rows: Any) -> None:
        """The rows to choose from; a partnership without any is not asked."""
        if rows.exists():
            self.fields[kind].queryset = rows  # type: ignore[attr-defined]
        else:
            del self.fields[kind]

    def differences(self) -> tuple[Mapping[str, Rows], Mapping[str, Rows]]:
        """What was added and what was taken out, by kind, against what the form showed."""
        added: dict[str, Rows] = {}
        removed: dict[str, Rows] = {}
        for kind in LINK_KINDS:
            if kind not in self.fields:
                continue
            shown = {whole_number(pk) for pk in self.cleaned_data[f"was_{kind}"].split(",")}
            chosen = list(self.cleaned_data[kind])
            added[kind] = [row for row in chosen if row.pk not in shown]
            chosen_pks = {row.pk for row in chosen}
            removed[kind] = [row for row in self.now[kind] if row.pk in shown and row.pk not in chosen_pks]
        return added, removed
