"""The partnership itself, and what it calls itself and stands for over time."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse

from core.card import Card
from core.domain.words import Labelled
from core.models import OLDEST_FIRST, AuditedModel, Dated
from partnerships.models.organisation import Organisation

REFERENCE = RegexValidator(
    r"^[A-Za-z0-9][A-Za-z0-9-]*$", "Use letters, digits and hyphens, for example ES-04."
)


class Partnership(AuditedModel):
    """A strategic partnership: the scope of everything in it and the first part of its address."""

    slug = models.SlugField(max_length=40, unique=True, help_text="Part of every address below it.")
    name = models.CharField(max_length=160, help_text="The name in use today.")
    summary = models.TextField(blank=True)
    invented = models.BooleanField(default=False, help_text="An example made up for demonstration.")

    card = Card(key=("slug",), scope="pk")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("partnerships:overview", args=[self.slug])


class InPartnership(AuditedModel):
    """A row that belongs to one partnership and that people name by a reference of its own there."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="%(class)ss")
    reference = models.CharField(
        max_length=30, validators=[REFERENCE], help_text="Permanent and never used again, for example ES-04."
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.reference


class Brand(Dated, AuditedModel):
    """A name the partnership went by for a time."""

    class State(Labelled):
        """How far a name has come. A recommendation alone makes no name."""

        IN_USE = "in_use"
        PROPOSED = "proposed"
        RETIRED = "retired"

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="brands")
    name = models.CharField(max_length=160)
    state = models.CharField(max_length=20, choices=State.choices(), default=State.IN_USE)
    dates_as_printed = models.CharField(max_length=120, blank=True)

    card = Card(key=("partnership__slug", "name"), scope="partnership")

    class Meta:
        ordering = ["partnership", OLDEST_FIRST]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "name"], name="partnerships_brand_once")
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return self.partnership.get_absolute_url()


class Host(Dated, AuditedModel):
    """Which body hosts the partnership or is accountable for its money, and from when to when."""

    class Kind(Labelled):
        """Two duties that need not lie with one body."""

        HOST = "host_authority"
        ACCOUNTABLE = "accountable_body"

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="hosts")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="hosted")
    kind = models.CharField(max_length=20, choices=Kind.choices(), default=Kind.HOST)
    dates_as_printed = models.CharField(max_length=120, blank=True)

    card = Card(key=("partnership__slug", "organisation__code", "kind"), scope="partnership")

    class Meta:
        ordering = ["partnership", "kind", OLDEST_FIRST]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "organisation", "kind"], name="partnerships_host_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.organisation}"

    def get_absolute_url(self) -> str:
        return self.partnership.get_absolute_url()


class Statement(Dated, AuditedModel):
    """What a partnership says it is for and sets out to do: goal, ambition, principle, workstream.

    Words have versions in time. A statement may be part of another, as an activity is of a workstream.
    """

    class Kind(Labelled):
        """The papers' own words for it."""

        GOAL = "goal"
        VISION = "vision"
        AMBITION = "ambition"
        PRIORITY = "priority"
        PRIORITY_OUTCOME = "priority_outcome"
        PRINCIPLE = "principle"
        NEED = "need"
        ROLE = "role"
        FOCUS_AREA = "focus_area"
        SUCCESS_FACTOR = "success_factor"
        ELEMENT = "key_element"
        WORKSTREAM = "workstream"
        ACTIVITY = "activity"

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="statements")
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        help_text="The workstream an activity is part of, or the vision a line spells out.",
    )
    kind = models.CharField(max_length=20, choices=Kind.choices())
    order = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=160)
    wording = models.TextField(blank=True)

    card = Card(key=("partnership__slug", "kind", "order"), scope="partnership")

    class Meta:
        ordering = ["partnership", "kind", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "kind", "order"], name="partnerships_statement_once"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return self.partnership.get_absolute_url()

    def clean(self) -> None:
        """What it is part of belongs to the same partnership, and is not part of it in turn."""
        super().clean()
        if self.parent is None:
            return
        if self.parent.partnership_id != self.partnership_id:
            raise ValidationError({"parent": "This statement belongs to another partnership."})
        above: Statement | None = self.parent
        while above is not None:
            if above.pk == self.pk:
                raise ValidationError({"parent": "A statement cannot be part of itself. Choose another one."})
            above = above.parent


class Strategy(AuditedModel):
    """A strategy, a running project or a document of evidence that this work serves or rests on."""

    class Kind(Labelled):
        """What it is to the partnership."""

        STRATEGY = "strategy"
        PROJECT = "existing_project"
        EVIDENCE = "evidence_document"

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="strategies")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="strategies"
    )
    board = models.ForeignKey(
        "partnerships.Board",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="strategies",
        help_text="The board that owns it and answers for it.",
    )
    kind = models.CharField(max_length=20, choices=Kind.choices(), default=Kind.STRATEGY)
    name = models.CharField(max_length=200)
    note = models.CharField("what it has to do with this work", max_length=300, blank=True)

    card = Card(key=("partnership__slug", "name"), scope="partnership")

    class Meta:
        ordering = ["partnership", "name"]
        verbose_name_plural = "strategies"
        constraints = [
            models.UniqueConstraint(fields=["partnership", "name"], name="partnerships_strategy_once")
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return self.partnership.get_absolute_url()

    def clean(self) -> None:
        """The board is the partnership's own."""
        super().clean()
        if self.board and self.board.partnership_id != self.partnership_id:
            raise ValidationError({"board": "This board belongs to another partnership."})
