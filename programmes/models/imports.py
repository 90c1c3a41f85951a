"""Spreadsheets of the plan that were brought in, and what a partnership's own columns mean."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse

from core.card import Card
from core.domain.periods import FinancialYear, Quarter
from core.domain.words import Labelled
from core.models import AuditedModel, File
from partnerships.models import Partnership
from programmes.models.plan import Plan


class PlanImport(AuditedModel):
    """One file on its way into the plan: uploaded, its columns matched, its words asked about, imported.

    ``read`` holds its rows as they were read, so that a large workbook is read once. ``done_change`` is what
    its changes carry in the history, by which they are undone as one.
    """

    class State(Labelled):
        """Nothing of a waiting import is in the plan."""

        WAITING = "waiting"
        DONE = "done"
        UNDONE = "undone"

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="plan_imports")
    number = models.PositiveIntegerField(default=1)
    plan = models.ForeignKey(
        Plan,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="imports",
        help_text="Empty until it is done.",
    )
    file = models.ForeignKey(File, models.PROTECT, editable=False, related_name="+")
    read = models.ForeignKey(File, models.PROTECT, editable=False, related_name="+")
    state = models.CharField(max_length=8, choices=State.choices(), default=State.WAITING, editable=False)
    sheets = models.JSONField(default=list, editable=False)
    columns = models.JSONField("what its columns mean", default=dict, editable=False)
    filled_down = models.JSONField("columns that repeat the cell above", default=list, editable=False)
    answers = models.JSONField("what its words mean", default=dict, editable=False)
    year = models.PositiveSmallIntegerField("financial year", null=True, editable=False)
    quarter_number = models.PositiveSmallIntegerField("quarter", null=True, editable=False)
    reason = models.TextField("why dates move", blank=True, editable=False)
    counts = models.JSONField("rows by what became of them", default=dict, editable=False)
    done_change = models.UUIDField(null=True, editable=False)
    done_at = models.DateTimeField(null=True, editable=False)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )

    card = Card(key=("partnership__slug", "number"), scope="partnership", transfer=("partnership", "number"))

    class Meta:
        ordering = ["partnership", "-number"]
        verbose_name = "import of a plan"
        verbose_name_plural = "imports of plans"
        constraints = [
            models.UniqueConstraint(fields=["partnership", "number"], name="programmes_planimport_once")
        ]

    def __str__(self) -> str:
        return f"Import {self.number}: {self.file}"

    def get_absolute_url(self) -> str:
        """What it will change, or what it changed."""
        return reverse("programmes:import", args=[self.partnership.slug, self.number])

    @property
    def quarter(self) -> Quarter | None:
        """The quarter its statuses belong to; None when it has none."""
        if self.year is None or self.quarter_number is None:
            return None
        return Quarter(FinancialYear(self.year), self.quarter_number)


class SheetLayout(AuditedModel):
    """A partnership's own spreadsheet: its columns in their order, what they mean, what its words mean.

    The last import that was done is remembered, so that the next asks nothing twice and the plan goes out
    again as it came.
    """

    partnership = models.OneToOneField(Partnership, models.PROTECT, related_name="sheet_layout")
    sheet = models.CharField(max_length=200, blank=True, help_text="What its sheet is called.")
    headings = models.JSONField("headings in their order", default=list, editable=False)
    columns = models.JSONField("what its columns mean", default=dict, editable=False)
    references = models.JSONField("actions in their order", default=list, editable=False)
    filled_down = models.JSONField("columns that repeat the cell above", default=list, editable=False)
    answers = models.JSONField("what its words mean", default=dict, editable=False)
    words = models.JSONField("its own words for statuses", default=dict, editable=False)

    card = Card(key=("partnership__slug",), scope="partnership", transfer=("partnership", "sheet"))

    class Meta:
        ordering = ["partnership"]
        verbose_name = "layout of a spreadsheet"
        verbose_name_plural = "layouts of spreadsheets"

    def __str__(self) -> str:
        return f"Spreadsheet of {self.partnership}"

    def get_absolute_url(self) -> str:
        """Where the next file is brought in."""
        return reverse("programmes:imports", args=[self.partnership.slug])
