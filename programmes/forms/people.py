"""Forms about who answers: standing in for somebody, a partner body's link, and its three questions."""

from __future__ import annotations

from typing import Any

from django import forms

from core.domain.status import Status
from core.domain.vocabulary import Vocabulary
from core.models import User
from core.widgets import HintedRadios
from partnerships.models import Organisation
from programmes.domain.partner import GOING_HINTS
from programmes.forms.plan import DayInput, ProseField
from programmes.models import Plan


class AwayForm(forms.Form):
    """Who stands in for somebody, and for how long."""

    cover = forms.ModelChoiceField(
        label="Who stands in for you?",
        queryset=User.objects.none(),
        error_messages={"required": "Choose who stands in for you."},
    )
    first = forms.DateField(
        label="First day you are away",
        widget=DayInput,
        error_messages={"required": "Give the first day you are away."},
    )
    last = forms.DateField(
        label="Last day you are away",
        widget=DayInput,
        error_messages={"required": "Give the last day you are away."},
    )

    def __init__(self, *args: Any, people: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["cover"].queryset = people  # type: ignore[attr-defined]


class PartnerLinkForm(forms.Form):
    """For whom a link is made, and until when it works."""

    plan = forms.ModelChoiceField(
        label="Plan", queryset=Plan.objects.none(), error_messages={"required": "Choose the plan."}
    )
    organisation = forms.ModelChoiceField(
        label="Organisation",
        queryset=Organisation.objects.none(),
        error_messages={"required": "Choose the organisation."},
    )
    expires_on = forms.DateField(
        label="Last day it works",
        widget=DayInput,
        error_messages={"required": "Give the last day it works."},
    )

    def __init__(self, *args: Any, plans: Any, organisations: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["plan"].queryset = plans  # type: ignore[attr-defined]
        self.fields["organisation"].queryset = organisations  # type: ignore[attr-defined]
        if len(plans) == 1:
            self.fields["plan"].initial = plans[0].pk


class ThreeQuestionsForm(forms.Form):
    """All that is asked of a partner body about one action."""

    going = forms.ChoiceField(
        label="How is it going?",
        widget=HintedRadios(hints=GOING_HINTS),
        error_messages={"required": "Say how it is going."},
    )
    words = ProseField(
        label="What happened, and what is next?",
        required=True,
        error_messages={"required": "Say what happened and what is next."},
    )
    help_wanted = ProseField(label="Has a date changed, or do you need help?")

    def __init__(self, *args: Any, words: Vocabulary, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["going"].choices = words.choices(*GOING_HINTS)  # type: ignore[attr-defined]

    def status(self) -> Status:
        """The first answer."""
        return Status(self.cleaned_data["going"])
