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
        self.themes = {one.reference: one for one in now}
        for one in left:
            self.fields[_name(one.action)] = forms.ChoiceField(
                label=str(one.action),
                choices=self._choices(one),
                initial=one.ways[0].reference if len(one.ways) == 1 else "",
                help_text=_help(one),
                required=False,
            )
            self.fields[_name(one.action)].conditional = True  # type: ignore[attr-defined]
            self.fields[_version(one.action)] = forms.IntegerField(
                initial=one.action.version, widget=forms.HiddenInput, required=False
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
        for one in self.left:
            reference = self.cleaned_data[_name(one.action)]
            if reference:
                # What came without a version was not looked at, and no action has the version 0.
                one.action.version = self.cleaned_data[_version(one.action)] or 0
                chosen[one.action] = self.themes[reference]
        return chosen

    @property
    def versions(self) -> dict[str, int]:
        """The hidden fields that say which version of each action the page shows."""
        return {_version(one.action): one.action.version for one in self.left}

    def _choices(self, one: LeftBehind) -> list[Any]:
        linked = {way.reference for way in one.ways}
        others = [(key, theme.name) for key, theme in self.themes.items() if key not in linked]
        stay = ("", f"Leave it under {one.action.theme}")
        if not linked:
            return [stay, *others]
        ways = [(way.reference, way.name) for way in one.ways]
        return [stay, ("Where the theme carries on", ways), ("Other themes", others)]


def _name(action: Action) -> str:
    return f"action-{action.pk}"


def _version(action: Action) -> str:
    return f"version-{action.pk}"


def _help(one: LeftBehind) -> str:
    """Where it stands now, what is said of its way, and what it leaves."""
    if not one.ways:
        way = "Nothing says where that theme carries on, so choose one."
    elif len(one.ways) > 1:
        way = f"That theme carries on in {listed([way.name for way in one.ways])}, so choose one."
    else:
        way = f"The link to the new theme is {'inferred' if one.inferred else 'printed'}."
    outcome = one.action.outcome
    leaves = f" Its outcome, {outcome.reference}, stays with the old theme." if outcome else ""
    return f"Under {one.action.theme} now. {way}{leaves}"
