"""The form that puts actions left under replaced themes under the themes in force."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from core.domain.words import listed
from partnerships.models import Theme
from programmes.models import Action
from programmes.queries import LeftBehind


class CarryForm(forms.Form):
    """One choice for each action, filled in where a single link leads on; an empty one leaves it."""

    def __init__(self, *args: Any, left: Sequence[LeftBehind], now: Sequence[Theme], **options: Any) -> None:
        super().__init__(*args, **options)
        self.left = left
        self.themes = {theme.reference: theme for theme in now}
        for stranded in left:
            self.fields[_name(stranded.action)] = forms.ChoiceField(
                label=str(stranded.action),
                choices=self._choices(stranded),
                initial=stranded.ways[0].reference if len(stranded.ways) == 1 else "",
                help_text=_help(stranded),
                required=False,
            )
            self.fields[_name(stranded.action)].conditional = True  # type: ignore[attr-defined]
            self.fields[_version(stranded.action)] = forms.IntegerField(
                initial=stranded.action.version, widget=forms.HiddenInput, required=False
            )
        self.fields["reason"] = forms.CharField(
            label="Reason for the change",
            max_length=2000,
            widget=forms.Textarea(attrs={"rows": 2}),
            help_text="Kept in the history of every action that is carried over.",
            error_messages={"required": "Say why they move, such as the decision that replaced the themes."},
        )

    def placed(self) -> dict[Action, Theme]:
        """The actions for which a theme was chosen, each with the version its reader saw."""
        chosen = {}
        for stranded in self.left:
            reference = self.cleaned_data[_name(stranded.action)]
            if reference:
                # What came without a version was not looked at, and no action has the version 0.
                stranded.action.version = self.cleaned_data[_version(stranded.action)] or 0
                chosen[stranded.action] = self.themes[reference]
        return chosen

    @property
    def versions(self) -> dict[str, int]:
        """The hidden fields that say which version of each action the page shows."""
        return {_version(stranded.action): stranded.action.version for stranded in self.left}

    def _choices(self, stranded: LeftBehind) -> list[Any]:
        linked = {way.reference for way in stranded.ways}
        others = [(key, theme.name) for key, theme in self.themes.items() if key not in linked]
        stay = ("", f"Leave it under {stranded.action.theme}")
        if not linked:
            return [stay, *others]
        ways = [(way.reference, way.name) for way in stranded.ways]
        return [stay, ("Where the theme carries on", ways), ("Other themes", others)]


def _name(action: Action) -> str:
    return f"action-{action.pk}"


def _version(action: Action) -> str:
    return f"version-{action.pk}"


def _help(stranded: LeftBehind) -> str:
    """Where it stands now, what the links say of its way, and what it leaves."""
    if not stranded.ways:
        way = "Nothing says where that theme carries on, so choose one."
    elif len(stranded.ways) > 1:
        way = f"That theme carries on in {listed([way.name for way in stranded.ways])}, so choose one."
    else:
        way = f"The link to the new theme is {'inferred' if stranded.inferred else 'printed'}."
    outcome = stranded.action.outcome
    leaves = f" Its outcome, {outcome.reference}, stays with the old theme." if outcome else ""
    return f"Under {stranded.action.theme} now. {way}{leaves}"
