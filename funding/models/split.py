"""Splits and shares."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone

from core.card import Card
from core.domain.problems import Problem
from core.domain.words import Labelled
from core.models import AuditedModel, Dated
from core.validation import raise_problems
from funding.domain.agreed_split import left_problems, population_problems, worked_amounts
from funding.domain.qualifier import Qualifier
from funding.domain.split import Basis, Party, RemainderRule, SplitRule
from funding.models.phase import Phase
from funding.models.place import own_problems
from partnerships.domain.membership import MembershipState
from partnerships.models import InPartnership, MembershipStatus, Organisation


class Split(InPartnership):
    """How an amount is divided, by a stated rule with a stated rounding and remainder."""

    class Rule(Labelled):
        """The ways the papers divide."""

        WEIGHTS = "by_weights"
        POPULATION = "by_population"
        PERCENT = "by_percentage"
        EQUAL = "equally"
        FIXED = "fixed_sums"
        PER_UNIT = "per_unit"

        @property
        def label(self) -> str:
            return "So much for each unit" if self.value == "per_unit" else super().label

    class Remainder(Labelled):
        """Who takes what rounding leaves over."""

        NAMED = "named_party"
        LARGEST = "largest_remainder"
        FIRST = "first_in_order"

    class State(Labelled):
        """Proposed until a decision says otherwise."""

        PROPOSED = "proposed"
        AGREED = "agreed"
        REPLACED = "replaced"

    phase = models.ForeignKey(Phase, models.PROTECT, null=True, blank=True, related_name="splits")
    name = models.CharField(max_length=160)
    total = models.DecimalField(
        "total (£)", max_digits=14, decimal_places=2, validators=[MinValueValidator(Decimal("0"))]
    )
    qualifier = models.CharField(
        "what is said about the total", max_length=16, choices=Qualifier.choices(), blank=True
    )
    rule = models.CharField(max_length=16, choices=Rule.choices(), default=Rule.WEIGHTS)
    weights_from = models.CharField(
        "where the weights come from",
        max_length=200,
        blank=True,
        help_text="For a split by population: the estimate or census, and which year it is for.",
    )
    weights_on = models.DateField(
        "day the weights are of", null=True, blank=True, help_text="The day the figures were counted for."
    )
    unit = models.DecimalField(
        "rounded to (£)",
        max_digits=8,
        decimal_places=2,
        default=Decimal("0.01"),
        validators=[MinValueValidator(Decimal("0.01"))],
    )
    remainder = models.CharField(max_length=20, choices=Remainder.choices(), default=Remainder.NAMED)
    state = models.CharField(max_length=12, choices=State.choices(), default=State.PROPOSED)
    decided_on = models.DateField(null=True, blank=True)

    card = Card(key=("partnership__slug", "reference"), scope="partnership")

    class Meta:
        ordering = ["partnership", "reference"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "reference"], name="funding_split_reference")
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("funding:split", args=[self.partnership.slug, self.reference])

    def clean(self) -> None:
        """What its own columns say. Who saves it with its shares asks ``work_out`` if it is whole."""
        super().clean()
        problems = population_problems(
            self.rule == self.Rule.POPULATION, self.weights_from, self.weights_on is not None
        )
        if self.state == self.State.AGREED and self.decided_on is None:
            problems.append(Problem("decided_on", "required", "Give the day on which this split was agreed."))
        if self.phase_id and self.partnership_id:
            problems += own_problems("phase", self.phase, self.partnership_id)
        raise_problems(problems)

    def clean_alone(self) -> None:
        """Whole: its total must still be what its stored shares come to."""
        super().clean_alone()
        stored = [] if self._state.adding else self.stored_shares()
        raise_problems(self.work_out(stored) if stored else [])

    def stored_shares(self) -> list[Share]:
        """The live ones in the database, each with its organisation."""
        return list(self.shares.live().select_related("organisation"))

    def rule_of(self, shares: Sequence[tuple[str, Share]]) -> SplitRule:
        """The rule as the domain knows it; ``shares`` are pairs of the party's name and its share.

        Fixed sums leave no remainder, so nobody has to be named for it.
        """
        takers = [name for name, share in shares if share.takes_remainder]
        fixed = all(share.basis_of(self) is Basis.FIXED for _, share in shares)
        return SplitRule(
            parties=tuple(share.as_party(self, name) for name, share in shares),
            unit=self.unit,
            remainder=RemainderRule.LARGEST_REMAINDER if fixed else RemainderRule(self.remainder),
            remainder_to=takers[0] if takers and self.remainder == self.Remainder.NAMED else "",
        )

    def work_out(self, shares: Sequence[Share]) -> list[Problem]:
        """Fill in the amounts the rule gives where none is stated; say what keeps the split from being whole.

        The shares are the live ones, all of them, saved or not; only their ``amount`` is set.
        """
        rule = self.rule_of([(share.organisation.name, share) for share in shares])
        stated = [share.amount for share in shares]
        amounts, problems = worked_amounts(self.total, rule, stated, [share.departs for share in shares])
        for share, amount in zip(shares, amounts, strict=False):
            share.amount = amount
        return problems


class Share(AuditedModel):
    """One party's share. ``amount`` is what was agreed; the rule's own figure is computed beside it.

    A group of bodies has one share between them, of which each of its ``parties`` pays the same part.
    """

    split = models.ForeignKey(Split, models.PROTECT, related_name="shares")
    order = models.PositiveSmallIntegerField(default=1)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="shares")
    parties = models.PositiveSmallIntegerField(
        "stands for so many equal parties", default=1, validators=[MinValueValidator(1)]
    )
    basis = models.CharField(
        "on a basis of its own",
        max_length=12,
        choices=Basis.choices(),
        blank=True,
        help_text="Empty means by the rule of the split.",
    )
    weight = models.DecimalField(
        "weight, percentage or price of a unit",
        max_digits=12,
        decimal_places=4,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0"))],
    )
    units = models.DecimalField(
        "number of units",
        max_digits=12,
        decimal_places=4,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0"))],
        help_text="Where it pays so much for each.",
    )
    ceiling = models.DecimalField(
        "pays no more than (£)",
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0"))],
    )
    amount = models.DecimalField(
        "amount (£)", max_digits=14, decimal_places=2, validators=[MinValueValidator(Decimal("0"))]
    )
    departs = models.CharField(
        "why it departs from the rule",
        max_length=300,
        blank=True,
        help_text="Where the amount agreed is not the one the rule gives.",
    )
    takes_remainder = models.BooleanField(default=False)

    card = Card(
        key=("split__partnership__slug", "split__reference", "order"),
        scope="split__partnership",
        organisations=("organisation",),
    )

    class Meta:
        ordering = ["split", "order"]
        constraints = [models.UniqueConstraint(fields=["split", "order"], name="funding_share_once")]

    def __str__(self) -> str:
        return f"{self.organisation}, {self.split}"

    def clean(self) -> None:
        """No party that has left the partnership has one."""
        super().clean()
        if not (self.split_id and self.organisation_id):
            return
        if self.archived_at is None and self.split.state != Split.State.REPLACED:
            raise_problems(left_problems(self.organisation.name, self._left_on()))

    def clean_alone(self) -> None:
        """It leaves a whole split whole, archived too.

        Files of rows bring the shares of a new split one by one: until the last of them it is not whole yet.
        """
        super().clean_alone()
        stored = self.split.stored_shares()
        after = [share for share in stored if share.pk != self.pk] + ([] if self.archived_at else [self])
        if stored and not self.split.work_out(stored):
            raise_problems(self.split.work_out(after))

    def _left_on(self) -> date | None:
        """Since when it has been out of the partnership, on the day the split was agreed, or today."""
        membership = {
            "membership__partnership": self.split.partnership_id,
            "membership__organisation": self.organisation_id,
        }
        day = self.split.decided_on or timezone.localdate()
        status = MembershipStatus.objects.live().filter(Dated.on(day), **membership).order_by("order").last()
        if status is None or status.state != MembershipState.WITHDRAWN:
            return None
        return status.effective_from or day

    def basis_of(self, split: Split) -> Basis:
        """Its own basis, else the split's."""
        return Basis(self.basis) if self.basis else BASES[Split.Rule(split.rule)]

    def as_party(self, split: Split, name: str) -> Party:
        """The share as a line of its split's rule."""
        basis = self.basis_of(split)
        valued = basis not in (Basis.EQUAL, Basis.REMAINDER)
        value = self.amount if basis is Basis.FIXED else self.weight if valued else None
        return Party(
            name,
            basis,
            value,
            count=self.parties,
            code=self.organisation.code,
            units=self.units,
            ceiling=self.ceiling,
        )


BASES = {
    Split.Rule.WEIGHTS: Basis.WEIGHT,
    Split.Rule.POPULATION: Basis.WEIGHT,
    Split.Rule.PERCENT: Basis.PERCENT,
    Split.Rule.EQUAL: Basis.EQUAL,
    Split.Rule.FIXED: Basis.FIXED,
    Split.Rule.PER_UNIT: Basis.PER_UNIT,
}
