"""Figures as papers printed them."""

from __future__ import annotations

from django.db import models

from core.card import Card
from core.models import AuditedModel
from funding.domain.qualifier import Qualifier
from funding.domain.stated import Terms, Unit
from partnerships.models import Partnership


class StatedFigure(AuditedModel):
    """A figure exactly as a paper printed it, and which of the record's figures it claims to be.

    The only home of "as printed": the record computes, the paper stated, and neither overwrites the other.
    """

    Unit = Unit

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="stated_figures")
    paper = models.CharField(max_length=40, help_text="The paper's reference, for example JC-2023-001.")
    number = models.PositiveSmallIntegerField(default=1)
    paragraph = models.CharField(max_length=40)
    label = models.CharField(max_length=200)
    value = models.DecimalField(max_digits=16, decimal_places=4)
    unit = models.CharField(max_length=10, choices=Unit.choices(), default=Unit.MONEY)
    qualifier = models.CharField(
        "what is said about the figure", max_length=16, choices=Qualifier.choices(), blank=True
    )
    wording = models.CharField("as printed", max_length=200)
    table = models.CharField(max_length=120, blank=True, help_text="The table it stands in; empty for prose.")
    is_total = models.BooleanField("is its table's total", default=False)
    claims = models.CharField(
        max_length=120, blank=True, help_text="The record's figure it claims to be, for example PH-2.cost."
    )
    terms = models.CharField(
        "depends on something",
        max_length=14,
        choices=Terms.choices(),
        blank=True,
        help_text="Where this place says whether the sum is given on a condition.",
    )
    met_by = models.CharField(
        "sources named to meet it",
        max_length=300,
        blank=True,
        help_text=(
            "For a sum a recommendation asks for: the sources it names, as they are claimed in tables, "
            "separated by commas. For example PH-2.funding.SRC-2, PH-2.funding.SRC-3."
        ),
    )

    card = Card(key=("partnership__slug", "paper", "number"), scope="partnership")

    class Meta:
        ordering = ["partnership", "paper", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "paper", "number"], name="funding_statedfigure_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.paper} {self.paragraph}: {self.wording}"
