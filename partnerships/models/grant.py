"""Who was given which role, where, and until when."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from core.card import Card
from core.models import AuditedModel, Dated
from core.permissions import Role
from partnerships.models.board import Board
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import Partnership


class Grant(Dated, AuditedModel):
    """A role given to a person for a partnership, a board or an organisation.

    An administrator's grant names no place: it is for the whole installation. One given for acting in
    somebody's place, while they are away, makes that person's own work this person's too until it ends.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="grants")
    role = models.CharField(
        max_length=30, choices=[(role.value, role.label) for role in Role if role is not Role.PUBLIC]
    )
    partnership = models.ForeignKey(Partnership, models.PROTECT, null=True, blank=True, related_name="grants")
    board = models.ForeignKey(Board, models.PROTECT, null=True, blank=True, related_name="grants")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="grants"
    )

    acting_for = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="covers",
        help_text="Whom they stand in for while that person is away. Empty for a role of their own.",
    )

    card = Card(
        key=("user__email", "role", "partnership__slug", "board__reference", "organisation__code"),
        scope="partnership",
        private=True,
    )

    class Meta:
        ordering = ["user", "role"]
        constraints = [
            models.CheckConstraint(
                condition=Q(role=Role.ADMINISTRATOR, partnership=None, board=None, organisation=None)
                | (
                    ~Q(role=Role.ADMINISTRATOR)
                    & (
                        Q(partnership__isnull=False, board=None, organisation=None)
                        | Q(partnership=None, board__isnull=False, organisation=None)
                        | Q(partnership=None, board=None, organisation__isnull=False)
                    )
                ),
                name="partnerships_grant_one_place",
                violation_error_message=(
                    "Name one partnership, one board or one organisation; none for an administrator."
                ),
            ),
            models.CheckConstraint(
                condition=Q(acting_for=None) | Q(effective_to__isnull=False) & ~Q(acting_for=F("user")),
                name="partnerships_grant_cover_ends",
                violation_error_message="Somebody else stands in, and until a day: give the last one.",
            ),
        ]

    def __str__(self) -> str:
        place = self.partnership or self.board or self.organisation or "everything"
        instead = f", for {self.acting_for}" if self.acting_for else ""
        return f"{self.user}: {Role(self.role).label}, {place}{instead}"

    def clean(self) -> None:
        """A person has a role in a place once at a time."""
        super().clean()
        same = Grant.objects.live().filter(
            user_id=self.user_id,
            role=self.role,
            partnership_id=self.partnership_id,
            board_id=self.board_id,
            organisation_id=self.organisation_id,
            effective_to=self.effective_to,
            acting_for_id=self.acting_for_id,
        )
        if same.exclude(pk=self.pk).exists():
            raise ValidationError("This person already has that role there.")
