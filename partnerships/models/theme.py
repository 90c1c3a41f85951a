"""Themes, how one set of them became another, and who leads them."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from core.card import Card
from core.domain.words import Labelled
from core.models import OLDEST_FIRST, AuditedModel, Dated
from partnerships.models.board import Board
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import InPartnership, Partnership


class ThemeSet(Dated, AuditedModel):
    """The themes of one time, or of another body whose themes these are mapped to."""

    class State(Labelled):
        """Proposed themes are not in force because a paper recommends them."""

        IN_FORCE = "in_force"
        PROPOSED = "proposed"
        REPLACED = "replaced"
        OTHER_BODY = "of_another_body"

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="theme_sets")
    reference = models.CharField(max_length=30)
    name = models.CharField(max_length=160)
    state = models.CharField(max_length=20, choices=State.choices(), default=State.IN_FORCE)

    card = Card(key=("partnership__slug", "reference"), scope="partnership")

    class Meta:
        ordering = ["partnership", OLDEST_FIRST, "reference"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "reference"], name="partnerships_themeset_reference"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("partnerships:themes", args=[self.partnership.slug])


class Theme(InPartnership):
    """A theme of work. Its reference is the first part of its actions' references: ES gives ES-04."""

    theme_set = models.ForeignKey(ThemeSet, models.PROTECT, related_name="themes")
    order = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(max_length=160)
    board = models.ForeignKey(Board, models.PROTECT, null=True, blank=True, related_name="themes")
    summary = models.TextField(blank=True)

    card = Card(
        key=("partnership__slug", "reference"), scope="partnership", board="board", users=("leads__user",)
    )

    class Meta:
        ordering = ["theme_set", "order"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "reference"], name="partnerships_theme_reference")
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("partnerships:theme", args=[self.partnership.slug, self.reference])

    def clean(self) -> None:
        """Set and board are the partnership's own."""
        super().clean()
        if self.theme_set_id and self.theme_set.partnership_id != self.partnership_id:
            raise ValidationError({"theme_set": "This set of themes belongs to another partnership."})
        if self.board_id and self.board.partnership_id != self.partnership_id:
            raise ValidationError({"board": "This board belongs to another partnership."})


class ThemeLink(AuditedModel):
    """An earlier theme carries on in a later one. Nothing is lost on the way: one may become many."""

    predecessor = models.ForeignKey(Theme, models.PROTECT, related_name="links_on")
    successor = models.ForeignKey(Theme, models.PROTECT, related_name="links_back")
    note = models.CharField(max_length=300, blank=True)

    card = Card(
        key=("predecessor__partnership__slug", "predecessor__reference", "successor__reference"),
        scope="predecessor__partnership",
    )

    class Meta:
        ordering = ["predecessor", "successor"]
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="partnerships_themelink_once")
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} to {self.successor}"

    def get_absolute_url(self) -> str:
        """On the earlier theme's page."""
        return self.predecessor.get_absolute_url()

    def clean(self) -> None:
        """Two themes of one partnership."""
        super().clean()
        if not (self.predecessor_id and self.successor_id):
            return
        if self.predecessor_id == self.successor_id:
            raise ValidationError({"successor": "A theme cannot carry itself on. Choose another one."})
        if self.predecessor.partnership_id != self.successor.partnership_id:
            raise ValidationError({"successor": "This theme belongs to another partnership."})


class Outcome(InPartnership):
    """What a theme is to achieve."""

    theme = models.ForeignKey(Theme, models.PROTECT, related_name="outcomes")
    wording = models.TextField()

    card = Card(key=("partnership__slug", "reference"), scope="partnership", users=("theme__leads__user",))

    class Meta:
        ordering = ["partnership", "reference"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "reference"], name="partnerships_outcome_reference"
            )
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.wording}"[:90]

    def get_absolute_url(self) -> str:
        return self.theme.get_absolute_url()

    def clean(self) -> None:
        """The theme is the partnership's own."""
        super().clean()
        if self.theme_id and self.theme.partnership_id != self.partnership_id:
            raise ValidationError({"theme": "This theme belongs to another partnership."})


class Lead(Dated, AuditedModel):
    """One of a theme's leads: a leader, a chief executive, an officer. A vacancy is shown as one."""

    class Kind(Labelled):
        """A theme may have a lead of each kind."""

        LEADER = "lead_leader"
        CHIEF_EXECUTIVE = "lead_chief_executive"
        OFFICER = "lead_officer"

    class State(Labelled):
        """A vacancy is a fact; silence is another."""

        FILLED = "filled"
        VACANT = "vacant"
        NOT_STATED = "not_stated"

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="leads")
    kind = models.CharField(max_length=24, choices=Kind.choices())
    state = models.CharField(max_length=12, choices=State.choices(), default=State.FILLED)
    role = models.CharField(max_length=160, blank=True)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="leads"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="leads"
    )
    order = models.PositiveSmallIntegerField(default=1)

    card = Card(
        key=("theme__partnership__slug", "theme__reference", "kind", "order"),
        scope="theme__partnership",
        transfer=(
            "theme",
            "kind",
            "order",
            "state",
            "role",
            "organisation",
            "effective_from",
            "effective_to",
        ),
    )

    class Meta:
        ordering = ["theme", "kind", "order"]
        constraints = [
            models.UniqueConstraint(fields=["theme", "kind", "order"], name="partnerships_lead_once")
        ]

    def __str__(self) -> str:
        holder = self.role if self.state == self.State.FILLED else self.get_state_display()
        return f"{self.get_kind_display()}, {self.theme}: {holder}"

    def get_absolute_url(self) -> str:
        return self.theme.get_absolute_url()
