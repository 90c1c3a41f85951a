"""Updates, evidence and moved dates."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse

from core.card import Card
from core.domain.problems import Problem
from core.domain.status import Confidence, Stage, Status, status_of
from core.models import AuditedModel, File, WindowColumns
from core.validation import raise_problems
from partnerships.models import Board, Organisation
from programmes.domain.baseline import DateMoveKind
from programmes.domain.moves import DateMoveState
from programmes.domain.rounds import RoundState, UpdateState, writing_problems
from programmes.domain.updates import UpdateFacts, update_problems
from programmes.models.action import Action, Milestone
from programmes.models.plan import Round
from programmes.models.words import words_of


class Update(AuditedModel):
    """One action's answer in one round. The forecast is the officer's word and moves nothing.

    Only what was submitted is written here, so no page, export or history can show a draft: what is
    being written lies in Draft. ``state`` is moved by the services alone.
    """

    ANSWER = (
        "stage",
        "confidence",
        "forecast_first",
        "forecast_last",
        "forecast_wording",
        "actual_on",
        "words",
        "reason",
        "recovery",
        "recovery_owner",
        "recovery_on",
        "help_wanted",
    )

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
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    submitted_at = models.DateTimeField(null=True, blank=True, editable=False)
    answered_by = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="answered through a link by",
    )
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    signed_at = models.DateTimeField(null=True, blank=True, editable=False)
    reopened_at = models.DateTimeField(null=True, blank=True, editable=False)
    reopened_why = models.TextField("why it was reopened", blank=True, editable=False)
    due_on = models.DateField(
        "due on",
        null=True,
        blank=True,
        editable=False,
        help_text="Where it has more time than its round.",
    )

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
    def said_by(self) -> str:
        """Who submitted it: a person, or a body that answered through a link; "" while nobody has."""
        return str(self.submitted_by or self.answered_by or "")

    @property
    def is_in(self) -> bool:
        """Whether it counts as received: a draft is nobody's answer yet."""
        return UpdateState(self.state).is_in

    @property
    def is_reopened(self) -> bool:
        """Whether a programme manager let this one update be written again after its round."""
        return self.reopened_at is not None

    @property
    def due(self) -> datetime.date | None:
        """The day it is due: the round's, or its own where that is later."""
        return max(filter(None, (self.due_on, self.round.due_on)), default=None)

    @property
    def facts(self) -> UpdateFacts:
        """The answer as the rules read it."""
        starts = self.action.starts
        return UpdateFacts(
            stage=Stage(self.stage) if self.stage else None,
            confidence=Confidence(self.confidence) if self.confidence else None,
            words=self.words,
            reason=self.reason,
            recovery=self.recovery,
            recovery_owner=self.recovery_owner,
            recovery_on=self.recovery_on,
            forecast=self.forecast,
            actual_on=self.actual_on,
            starts_on=starts.first if starts else None,
        )

    def clean(self) -> None:
        """An answer changes only while it may be written, and only into one that may be submitted.

        The two rules about today are left to the service, which knows the day.
        """
        super().clean()
        stored = type(self).objects.filter(pk=self.pk).select_related("round").first()
        if stored is None or all(getattr(self, name) == getattr(stored, name) for name in self.ANSWER):
            return
        raise_problems(stored.writing_problems())
        day = self.recovery_on or self.actual_on or stored.round.quarter.last_day
        problems = update_problems(self.facts, day, words_of(self.action.partnership))
        raise_problems(
            problem for problem in problems if problem.code not in {"in_the_past", "in_the_future"}
        )

    def writing_problems(self) -> list[Problem]:
        """Why this update cannot be written just now."""
        return writing_problems(
            self.round.quarter, RoundState(self.round.state), UpdateState(self.state), self.is_reopened
        )

    @property
    def status(self) -> Status:
        """The one label shown; "no update" until it is in."""
        if not self.is_in:
            return Status.NO_UPDATE
        return status_of(Stage(self.stage), Confidence(self.confidence) if self.confidence else None, True)


class DateChange(AuditedModel):
    """One move of an agreed date: of an action, or of one of its milestones.

    A move within its quarter is applied at once and shown to the lead. One that leaves its quarter is a
    change request: the agreed date stays until a board has noted or approved it.
    """

    action = models.ForeignKey(Action, models.PROTECT, related_name="date_changes")
    milestone = models.ForeignKey(
        Milestone, models.PROTECT, null=True, blank=True, related_name="date_changes"
    )
    round = models.ForeignKey(Round, models.PROTECT, null=True, blank=True, related_name="date_changes")
    number = models.PositiveSmallIntegerField(default=1)
    before = WindowColumns("date before")
    after = WindowColumns("date after")
    why = models.TextField("reason")
    kind = models.CharField(max_length=20, choices=DateMoveKind.choices(), editable=False)
    state = models.CharField(max_length=12, choices=DateMoveState.choices(), editable=False)
    asked_on = models.DateField("asked for on")
    board = models.ForeignKey(Board, models.PROTECT, null=True, blank=True, related_name="date_changes")
    decided_on = models.DateField(null=True, blank=True)
    minute = models.CharField(max_length=60, blank=True)

    card = Card(
        key=("action__partnership__slug", "action__reference", "number"),
        scope="action__partnership",
        board="board",
        users=("action__lead", "action__theme__leads__user"),
        organisations=("action__owner",),
    )

    class Meta:
        ordering = ["action", "number"]
        constraints = [
            models.UniqueConstraint(fields=["action", "number"], name="programmes_datechange_once"),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "noted"])
                | Q(board__isnull=False, decided_on__isnull=False),
                name="programmes_datechange_decision",
                violation_error_message="An approved or noted move names the board and the date.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action.reference}: {self.before_wording or 'no date'} to {self.after_wording}"

    def get_absolute_url(self) -> str:
        """Where it is decided, and read afterwards."""
        return reverse(
            "programmes:move", args=[self.action.partnership.slug, self.action.reference, self.number]
        )

    @property
    def effective_on(self) -> datetime.date | None:
        """The day from which the new date counts; None while it does not."""
        if not DateMoveState(self.state).moves_the_date:
            return None
        return self.decided_on if self.state in DateMoveState.decided() else self.asked_on

    def clean(self) -> None:
        """What was asked for is never rewritten; a board is one of the partnership's or of a member."""
        super().clean()
        stored = type(self).objects.filter(pk=self.pk).first()
        fixed_fields = ("before_first", "before_last", "after_first", "after_last", "why", "kind", "asked_on")
        if stored and any(getattr(self, name) != getattr(stored, name) for name in fixed_fields):
            raise ValidationError("A move stays as it was asked for. Move the date again instead.")
        if self.board and self.board.partnership_id not in {None, self.action.partnership_id}:
            raise ValidationError({"board": "This board belongs to another partnership."})


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

    def get_absolute_url(self) -> str:
        """Its place on the action's page."""
        return f"{self.action.get_absolute_url()}#evidence-{self.number}"
