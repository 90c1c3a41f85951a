"""What an action hangs together with: the actions it waits for, the strategies and objectives."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from core.card import Card
from core.models import AuditedModel
from core.validation import raise_problems
from partnerships.models import InPartnership, Organisation, Strategy
from programmes.domain.dependencies import ring_problems
from programmes.models.action import Action


class Dependency(AuditedModel):
    """An action waits for another one of its partnership. Never in a ring."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="dependencies")
    needs = models.ForeignKey(
        Action, models.PROTECT, related_name="needed_by", verbose_name="action it waits for"
    )
    note = models.CharField("why it has to wait", max_length=200, blank=True)

    card = Card(
        key=("action__partnership__slug", "action__reference", "needs__reference"),
        scope="action__partnership",
    )

    class Meta:
        ordering = ["action", "needs"]
        verbose_name_plural = "dependencies"
        constraints = [models.UniqueConstraint(fields=["action", "needs"], name="programmes_dependency_once")]

    def __str__(self) -> str:
        return f"{self.action.reference} waits for {self.needs.reference}"

    def clean(self) -> None:
        """Two actions of one partnership, and no ring of them."""
        super().clean()
        if not (self.action_id and self.needs_id) or self.archived_at:
            return
        if self.action.partnership_id != self.needs.partnership_id:
            raise ValidationError({"needs": "This action belongs to another partnership."})
        others = type(self).objects.live().filter(action__partnership=self.action.partnership_id)
        needs: dict[str, list[str]] = {}
        for reference, needed in others.exclude(pk=self.pk).values_list(
            "action__reference", "needs__reference"
        ):
            needs.setdefault(reference, []).append(needed)
        raise_problems(ring_problems(needs, self.action.reference, self.needs.reference))


class Objective(InPartnership):
    """One of a partner's own corporate objectives, as its own plan has it."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="objectives")
    wording = models.CharField("objective", max_length=300)
    document = models.CharField(
        "corporate plan", max_length=160, blank=True, help_text="For example: Council plan 2024 to 2028."
    )

    card = Card(key=("partnership__slug", "reference"), scope="partnership", organisations=("organisation",))

    class Meta:
        ordering = ["partnership", "organisation", "reference"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "reference"], name="programmes_objective_reference"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.wording}"


class Purpose(AuditedModel):
    """What an action serves: a strategy, or a partner's corporate objective: one of the two in each row."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="purposes")
    strategy = models.ForeignKey(Strategy, models.PROTECT, null=True, blank=True, related_name="served_by")
    objective = models.ForeignKey(Objective, models.PROTECT, null=True, blank=True, related_name="served_by")

    card = Card(
        key=(
            "action__partnership__slug",
            "action__reference",
            "strategy__name",
            "objective__reference",
        ),
        scope="action__partnership",
    )

    class Meta:
        ordering = ["action", "strategy", "objective"]
        constraints = [
            models.UniqueConstraint(fields=["action", "strategy"], name="programmes_purpose_strategy_once"),
            models.UniqueConstraint(fields=["action", "objective"], name="programmes_purpose_objective_once"),
            models.CheckConstraint(
                condition=Q(strategy__isnull=False, objective=None)
                | Q(strategy=None, objective__isnull=False),
                name="programmes_purpose_one_of_two",
                violation_error_message="Choose a strategy or an objective, one of the two.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action.reference} serves {self.strategy or self.objective}"

    def clean(self) -> None:
        """What it serves is the partnership's own."""
        super().clean()
        for name in ("strategy", "objective"):
            served = getattr(self, name)
            if served and self.action_id and served.partnership_id != self.action.partnership_id:
                raise ValidationError({name: f"This {name} belongs to another partnership."})
