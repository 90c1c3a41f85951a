"""Updates, evidence and moved dates."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from core.card import Card
from core.domain.status import Confidence, Stage, Status, status_of
from core.domain.words import Labelled
from core.models import AuditedModel, File, WindowColumns
from partnerships.models import Board
from programmes.domain.rounds import UpdateState
from programmes.models.action import Action, Milestone
from programmes.models.plan import Round


class Update(AuditedModel):
    """One action's answer in one round. The forecast is the officer's word and moves nothing."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="updates")
    action = models.ForeignKey(Action, models.PROTECT, related_name="updates")
    state = models.CharField(
        max_length=12, choices=UpdateState.choices(), default=UpdateState.NOT_STARTED, editable=False
    )
    stage = models.CharField(max_length=20, choices=Stage.choices(), blank=True)
    confidence = models.CharField(max_length=20, choices=Confidence.choices(), blank=True)
    forecast = WindowColumns("forecast date")
    actual_on = models.DateField("actual date", null=True, blank=True)
    words = models.TextField("what happened and what is next", max_length=600, blank=True)
    reason = models.TextField("why it is at risk or off track", max_length=600, blank=True)
    recovery = models.TextField("recovery step", max_length=600, blank=True)
    recovery_owner = models.CharField("who will do it", max_length=160, blank=True)
    recovery_on = models.DateField("when it will be done", null=True, blank=True)
    help_wanted = models.TextField("help or a decision needed", max_length=600, blank=True)
    returned_note = models.TextField("why it was returned", max_length=600, blank=True, editable=False)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    submitted_at = models.DateTimeField(null=True, blank=True, editable=False)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    signed_at = models.DateTimeField(null=True, blank=True, editable=False)

    card = Card(
        key=(
            "round__plan__partnership__slug",
            "round__plan__reference",
            "round__year",
            "round__quarter_number",
            "action__reference",
        ),
        scope="action__partnership",
        users=("action__lead", "action__theme__leads__user"),
        organisations=("action__owner",),
    )

    class Meta:
        ordering = ["round", "action"]
        constraints = [models.UniqueConstraint(fields=["round", "action"], name="programmes_update_once")]

    def __str__(self) -> str:
        return f"{self.action.reference} in {self.round.quarter.label}"

    def get_absolute_url(self) -> str:
        """Its form, or its words once the round is locked."""
        place = self.action.partnership.slug
        return reverse("programmes:update", args=[place, self.round.quarter.slug, self.action.reference])

    @property
    def is_in(self) -> bool:
        """Whether it counts as received: a draft is nobody's answer yet."""
        return self.state in {UpdateState.SUBMITTED, UpdateState.SIGNED_OFF}

    @property
    def status(self) -> Status:
        """The one label shown; "no update" until it is in."""
        if not self.is_in:
            return Status.NO_UPDATE
        return status_of(Stage(self.stage), Confidence(self.confidence) if self.confidence else None, True)


class DateChange(AuditedModel):
    """One move of an agreed date: of an action, or of one of its milestones."""

    class Kind(Labelled):
        """A move that leaves its quarter is a change request and needs a decision."""

        WITHIN = "within_its_quarter"
        LEAVES = "leaves_its_quarter"

    class State(Labelled):
        """Applied moves are told to the lead; requests wait for a board."""

        APPLIED = "applied"
        PROPOSED = "proposed"
        APPROVED = "approved"
        REFUSED = "refused"

    action = models.ForeignKey(Action, models.PROTECT, related_name="date_changes")
    milestone = models.ForeignKey(
        Milestone, models.PROTECT, null=True, blank=True, related_name="date_changes"
    )
    round = models.ForeignKey(Round, models.PROTECT, null=True, blank=True, related_name="date_changes")
    number = models.PositiveSmallIntegerField(default=1)
    before = WindowColumns("date before")
    after = WindowColumns("date after")
    why = models.TextField("reason")
    kind = models.CharField(max_length=20, choices=Kind.choices())
    state = models.CharField(max_length=12, choices=State.choices())
    board = models.ForeignKey(Board, models.PROTECT, null=True, blank=True, related_name="date_changes")
    decided_on = models.DateField(null=True, blank=True)
    minute = models.CharField(max_length=60, blank=True)

    card = Card(
        key=("action__partnership__slug", "action__reference", "number"),
        scope="action__partnership",
        users=("action__lead", "action__theme__leads__user"),
        organisations=("action__owner",),
    )

    class Meta:
        ordering = ["action", "number"]
        constraints = [
            models.UniqueConstraint(fields=["action", "number"], name="programmes_datechange_once"),
            models.CheckConstraint(
                condition=~Q(state="approved") | Q(board__isnull=False, decided_on__isnull=False),
                name="programmes_datechange_decision",
                violation_error_message="An approved move names the board that decided and the date.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action.reference}: {self.before_wording or 'no date'} to {self.after_wording}"


class Evidence(AuditedModel):
    """A file or link that shows what an update says. Adding one never clashes with an edit."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="evidence")
    round = models.ForeignKey(Round, models.PROTECT, null=True, blank=True, related_name="evidence")
    number = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=200)
    link = models.URLField(blank=True)
    file = models.ForeignKey(File, models.PROTECT, null=True, blank=True, related_name="evidence")

    card = Card(
        key=("action__partnership__slug", "action__reference", "number"),
        scope="action__partnership",
        users=("action__lead", "action__theme__leads__user"),
        organisations=("action__owner",),
        transfer=("action", "number", "title", "link"),
    )

    class Meta:
        ordering = ["action", "number"]
        verbose_name_plural = "evidence"
        constraints = [
            models.UniqueConstraint(fields=["action", "number"], name="programmes_evidence_once"),
            models.CheckConstraint(
                condition=~Q(link="") | Q(file__isnull=False),
                name="programmes_evidence_something",
                violation_error_message="Give a link or a file.",
            ),
        ]

    def __str__(self) -> str:
        return self.title
