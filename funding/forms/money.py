"""Forms of the money pages. A split and its shares are one form: whole or refused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.forms import BaseInlineFormSet, inlineformset_factory

from core.form_fields import MoneyField
from core.forms import AuditedForm
from funding.domain.contribution import CONTRIBUTION, ContributionState
from funding.models import Contribution, Option, Phase, Share, Split, Transfer
from partnerships.models import Board, Organisation, Partnership


def deciding_boards(partnership: Partnership) -> Any:
    """The partnership's boards, and the cabinets and committees of the bodies in it."""
    members = partnership.memberships.live().values("organisation")
    return Board.objects.live().filter(Q(partnership=partnership) | Q(organisation__in=members))


class PhaseForm(AuditedForm):
    """A phase: its time and how much of a year of cost is charged. Its posts and lines are in the admin."""

    class Meta:
        model = Phase
        fields = ("name", "plan", "state", "starts_on", "ends_on", "months_charged", "is_one_sum", "note")
        windows = ("period",)

    def __init__(self, *args: Any, partnership: Partnership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["plan"].queryset = partnership.plans.live()  # type: ignore[attr-defined]


class SplitForm(AuditedForm):
    """What is divided, by which rule. Its shares follow in a formset and are checked with it."""

    saves_alone = False
    total = MoneyField(label="Total")
    unit = MoneyField(label="Shares are rounded to", help_text="For example 0.01 for a penny, 1 for a pound.")

    class Meta:
        model = Split
        fields = (
            "name",
            "phase",
            "total",
            "qualifier",
            "rule",
            "weights_from",
            "weights_on",
            "unit",
            "remainder",
            "state",
            "decided_on",
        )

    def __init__(self, *args: Any, partnership: Partnership | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if partnership is not None:
            self.fields["phase"].queryset = partnership.phases.live()  # type: ignore[attr-defined]


class ShareForm(AuditedForm):
    """One party's share, in a formset with the others. An empty amount is worked out by the rule."""

    saves_alone = False
    change_reason = None  # type: ignore[assignment]
    amount = MoneyField(
        label="Amount", required=False, help_text="Leave all amounts empty to have the rule work them out."
    )

    ceiling = MoneyField(label="Pays no more than", required=False)
    parties = forms.IntegerField(
        label="Stands for so many equal parties",
        required=False,
        min_value=1,
        help_text="For a group of bodies that share this alike. Empty means one.",
    )

    class Meta:
        model = Share
        fields = (
            "organisation",
            "basis",
            "weight",
            "units",
            "ceiling",
            "parties",
            "amount",
            "departs",
            "takes_remainder",
        )
        labels = {"takes_remainder": "Takes what rounding leaves"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            self.initial["parties"] = None  # an untouched row has no party

    def clean_parties(self) -> int:
        """One, unless said otherwise."""
        return int(self.cleaned_data["parties"] or 1)


class PageShareForm(ShareForm):
    """A share on our own page, where a party can be taken out; in the admin rows are archived instead."""

    take_out = forms.BooleanField(label="Take this party out", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("weight", "units"):
            number = getattr(self.instance, name)
            if number is not None:
                self.initial[name] = Decimal(f"{number.normalize():f}")  # 10, not 10.0000
        if self.instance._state.adding:
            del self.fields["take_out"]

    @property
    def says_more(self) -> bool:
        """Whether any of the fields that few shares need is filled in or wrong."""
        usual = {"basis": "", "units": "", "ceiling": "", "parties": "1", "departs": ""}
        return any(
            self[name].errors or str(self[name].value() or usual[name]) != usual[name] for name in usual
        )

    @property
    def amount_typed(self) -> Decimal | None:
        """The amount as it stands in the form; None while it is empty or not an amount."""
        try:
            amount: Decimal | None = self.fields["amount"].to_python(self["amount"].value())
        except ValidationError:
            return None
        return amount

    def choose_from(self, bodies: Any, listed: Sequence[tuple[int, str]]) -> None:
        """Offer these bodies; ``listed`` are the same as pairs, read once for all rows."""
        field: Any = self.fields["organisation"]
        field.queryset = bodies
        field.widget.choices = [("", "Choose a body"), *listed]


class SharesFormSet(BaseInlineFormSet[Share, Split, Any]):
    """All shares of one split: they make up its total, or nothing is saved. Pages and admin share it."""

    def clean(self) -> None:
        """Fill in what the rule gives, then refuse what is not whole."""
        super().clean()
        if any(self.errors) or self.instance.total is None:
            return
        shares = [form.instance for form in self.filled() if not form.cleaned_data.get("take_out")]
        self._number(shares)
        problems = self.instance.work_out(shares)
        if problems:
            raise ValidationError([problem.message for problem in problems])

    def offer(self, partnership: Partnership) -> None:
        """Parties are the bodies in the partnership, and those that have a share already."""
        members, split = partnership.memberships.live().values("organisation"), self.instance
        already = Share.objects.filter(split=split.pk).values("organisation")
        bodies = Organisation.objects.live().filter(Q(pk__in=members) | Q(pk__in=already))
        listed = [(body.pk, body.name) for body in bodies]
        for form in self.forms:
            form.choose_from(bodies, listed)

    def filled(self) -> list[Any]:
        """The forms that stand for a share: the stored ones and those typed into."""
        return [form for form in self.forms if not form.instance._state.adding or form.has_changed()]

    def shares(self, moment: datetime) -> list[Share]:
        """Every share as it will be saved; those taken out are archived at that moment."""
        shares = []
        for form in self.filled():
            if form.cleaned_data.get("take_out"):
                form.instance.archived_at = moment
            shares.append(form.instance)
        return shares

    def _number(self, shares: list[Share]) -> None:
        """New shares go to the end; an order once used, archived ones included, is not used again."""
        taken = self.instance.shares.values_list("order", flat=True) if self.instance.pk else []
        last = max(taken, default=0)
        for share in shares:
            if share._state.adding:
                last += 1
                share.order = last


def shares_formset(rows: int) -> Any:
    """The formset of the page, with this many empty rows."""
    return inlineformset_factory(
        Split, Share, form=PageShareForm, formset=SharesFormSet, extra=rows, can_delete=False
    )


class AgreeOptionForm(AuditedForm):
    """The decision that makes an option the agreed one."""

    class Meta:
        model = Option
        fields = ("board", "decided_on", "minute")
        labels = {"board": "Which board agreed it", "decided_on": "Day of the decision"}

    def __init__(self, *args: Any, partnership: Partnership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["board"].queryset = deciding_boards(partnership)  # type: ignore[attr-defined]


class ContributionStateForm(AuditedForm):
    """How far a contribution has come, since when and by whose decision."""

    reason_required = True

    class Meta:
        model = Contribution
        fields = ("state", "state_on", "board", "decided_on", "minute", "condition_met")
        labels = {
            "state": "How far it has come",
            "state_on": "Since",
            "decided_on": "Day of the decision",
            "condition_met": "Is its condition met?",
        }

    def __init__(self, *args: Any, partnership: Partnership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["board"].queryset = deciding_boards(partnership)  # type: ignore[attr-defined]
        now = ContributionState(self.instance.state)
        following = [(state.value, state.label) for state in (now, *CONTRIBUTION.allowed(now))]
        self.fields["state"].choices = following  # type: ignore[attr-defined]
        if not self.instance.condition:
            del self.fields["condition_met"]


class TransferForm(AuditedForm):
    """An entry: who pays more, who less, from when, by whose decision."""

    change_reason = None  # type: ignore[assignment]
    amount = MoneyField(label="Amount")

    class Meta:
        model = Transfer
        fields = ("kind", "payer", "payee", "amount", "on", "phase", "board", "decided_on", "minute", "why")
        labels = {"decided_on": "Day of the decision"}

    def __init__(self, *args: Any, partnership: Partnership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        members = partnership.memberships.live().values("organisation")
        for name in ("payer", "payee"):
            fields[name].queryset = Organisation.objects.live().filter(pk__in=members)
        fields["phase"].queryset = partnership.phases.live()
        fields["board"].queryset = deciding_boards(partnership)
