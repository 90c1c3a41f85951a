"""What a paper asks of somebody, or somebody promises, that is no money; and what people said."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from core.card import Card
from core.domain.words import Labelled
from core.models import AuditedModel, WindowColumns
from partnerships.models import InPartnership, Organisation, Partnership
from programmes.models import Action


class Undertaking(InPartnership):
    """Something other than money that is asked of somebody or promised by them.

    To report back, to assess an effect later, to host posts, to take staff back, to give officers' time.
    ``due`` may be words alone: the next meeting of a committee has no day yet.
    """

    class Kind(Labelled):
        """What is to be done."""

        REPORT_BACK = "report_back"
        ASSESS = "assess"
        HOST = "host"
        REDEPLOY = "redeploy"
        OFFICER_TIME = "officer_time"

    class State(Labelled):
        """A request alone binds nobody."""

        ASKED = "asked"
        GIVEN = "given"
        REFUSED = "refused"
        MET = "met"

    kind = models.CharField(max_length=16, choices=Kind.choices())
    wording = models.TextField("what is to be done")
    owner = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="undertakings",
        verbose_name="owner organisation",
        help_text="Empty means that the paper names none.",
    )
    owner_role = models.CharField(max_length=160, blank=True)
    state = models.CharField(max_length=8, choices=State.choices(), default=State.ASKED)
    action = models.ForeignKey(
        Action,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="undertakings",
        help_text="The action of the plan that carries it out.",
    )
    said_on = models.DateField(
        "asked, given or refused on", null=True, blank=True, help_text="The day of the state it is in."
    )
    due = WindowColumns("due")
    met_at = models.CharField(
        "where it was met", max_length=200, blank=True, help_text="The meeting, minute or paper."
    )

    card = Card(key=("partnership__slug", "reference"), scope="partnership", organisations=("owner",))

    class Meta:
        ordering = ["partnership", "reference"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "reference"], name="governance_undertaking_reference"
            )
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.wording}"[:90]

    def get_absolute_url(self) -> str:
        """Its line among the undertakings."""
        page = reverse("governance:undertakings", args=[self.partnership.slug])
        return f"{page}#{self.reference}"

    def clean(self) -> None:
        """What was met was met somewhere, and nothing else was; its action is the partnership's own."""
        super().clean()
        if self.action and self.action.partnership_id != self.partnership_id:
            raise ValidationError({"action": "This action belongs to another partnership."})
        if self.state == self.State.MET and not self.met_at.strip():
            raise ValidationError({"met_at": "Say where it was met: the meeting, the minute or the paper."})
        if self.state != self.State.MET and self.met_at.strip():
            raise ValidationError(
                {"met_at": "Only what was met was met somewhere. Change the state, or take this out."}
            )


class Finding(AuditedModel):
    """What people said they need, found, asked for or ranked first, and what was done about it.

    ``group`` is the heading it stands under; a ranked priority's ``order`` is its rank.
    """

    class Kind(Labelled):
        """The four ways papers report what people said."""

        NEED = "need"
        FINDING = "finding"
        FEEDBACK = "feedback"
        PRIORITY = "ranked_priority"

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="findings")
    group = models.CharField(max_length=120, help_text="The heading it stands under.")
    kind = models.CharField(max_length=16, choices=Kind.choices())
    order = models.PositiveSmallIntegerField(default=1, help_text="For a ranked priority, its rank.")
    wording = models.TextField("what was said")
    said_by = models.CharField("who said it", max_length=200, blank=True)
    answer = models.TextField("what was done about it", blank=True)

    card = Card(key=("partnership__slug", "group", "kind", "order"), scope="partnership")

    class Meta:
        ordering = ["partnership", "group", "kind", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "group", "kind", "order"], name="governance_finding_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.group}: {self.wording}"[:90]

    def get_absolute_url(self) -> str:
        """Among what people said."""
        return reverse("governance:findings", args=[self.partnership.slug])
