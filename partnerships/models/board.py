"""Boards, committees and their seats."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse

from core.card import Card
from core.domain.words import Labelled
from core.models import AuditedModel, Dated
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import REFERENCE, Partnership


class BoardKind(Labelled):
    """Whether a body decides, and under which rules its papers go out."""

    JOINT_COMMITTEE = "joint_committee"
    EXECUTIVE = "cabinet_or_executive"
    COMMITTEE = "council_committee"
    STATUTORY = "statutory_board"
    PARTNERSHIP_BOARD = "partnership_board"
    THEMATIC = "thematic_board"
    STEERING = "steering_group"
    WORKING = "working_group"
    FORUM = "forum"


class Board(Dated, AuditedModel):
    """A board, committee or group. It belongs to exactly one partnership or one organisation:
    a cabinet is its council's."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, null=True, blank=True, related_name="boards")
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="boards",
        help_text="Only for a council's own board, such as its cabinet.",
    )
    reference = models.CharField(
        max_length=30, validators=[REFERENCE], help_text="Short and permanent, for example JC."
    )
    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=30, choices=BoardKind.choices())
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    successor = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="predecessors")
    terms = models.TextField("terms of reference", blank=True)
    quorum = models.PositiveSmallIntegerField(null=True, blank=True)
    cadence = models.CharField("how often it meets", max_length=80, blank=True)

    card = Card(
        key=("partnership__slug", "organisation__code", "reference"),
        scope="partnership",
        board="pk",
        organisation="organisation",
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(partnership__isnull=False, organisation__isnull=True)
                | Q(partnership__isnull=True, organisation__isnull=False),
                name="partnerships_board_one_home",
                violation_error_message="A board belongs to one partnership or to one organisation.",
            ),
            models.UniqueConstraint(
                fields=["partnership", "reference"],
                name="partnerships_board_reference_in_partnership",
                violation_error_message="This partnership already has a board with that reference.",
            ),
            models.UniqueConstraint(
                fields=["organisation", "reference"],
                name="partnerships_board_reference_in_organisation",
                violation_error_message="This organisation already has a board with that reference.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Its page in its partnership, or its organisation's."""
        if self.partnership_id is None:
            return reverse("partnerships:organisation", args=[self.organisation.code])
        return reverse("partnerships:board", args=[self.partnership.slug, self.reference])

    def clean(self) -> None:
        """What it answers to and what replaced it have the same home."""
        super().clean()
        for name in ("parent", "successor"):
            other = getattr(self, name)
            if other is None:
                continue
            if other.pk == self.pk:
                raise ValidationError({name: "A board cannot be this to itself. Choose another one."})
            if (other.partnership_id, other.organisation_id) != (self.partnership_id, self.organisation_id):
                raise ValidationError({name: "This board belongs to another partnership or organisation."})


class Seat(Dated, AuditedModel):
    """A seat on a board: whose it is, who holds it, and whether it is vacant."""

    class State(Labelled):
        """A vacancy is a fact; silence is another."""

        FILLED = "filled"
        VACANT = "vacant"
        NOT_STATED = "not_stated"

    board = models.ForeignKey(Board, models.CASCADE, related_name="seats")
    order = models.PositiveSmallIntegerField(default=1)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="seats"
    )
    role = models.CharField(
        max_length=160, help_text="The role that sits here, for example Leader of the Council."
    )
    state = models.CharField(max_length=12, choices=State.choices(), default=State.FILLED)
    chairs = models.BooleanField("takes the chair", default=False)
    votes = models.BooleanField("has a vote", null=True, blank=True, help_text="Empty means not stated.")

    card = Card(
        key=("board__partnership__slug", "board__organisation__code", "board__reference", "order"),
        scope="board__partnership",
        board="board",
        organisation="board__organisation",
    )

    class Meta:
        ordering = ["board", "order"]
        constraints = [models.UniqueConstraint(fields=["board", "order"], name="partnerships_seat_once")]

    def __str__(self) -> str:
        return self.role

    def get_absolute_url(self) -> str:
        return self.board.get_absolute_url()
