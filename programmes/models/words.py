"""What a partnership calls the states of its actions."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse

from core.card import Card
from core.domain.status import Confidence, Stage, Status
from core.domain.vocabulary import HOUSE, LONGEST_WORD, STATES, Counting, State, Vocabulary
from core.models import AuditedModel
from core.validation import raise_problems
from partnerships.models import Partnership
from programmes.domain.sheets.words import meant_otherwise


def _word(state: State) -> models.CharField[str, str]:
    house = HOUSE.word(state)
    return models.CharField(
        f"word for {house.lower()}", max_length=LONGEST_WORD, default=house, blank=True
    )  # an empty one is refused by the rule, which says what to do


def _counting(status: Status) -> models.CharField[str, str]:
    house = HOUSE.word(status)
    return models.CharField(
        f"{house.lower()} in the percentage",
        max_length=12,
        choices=Counting.choices(),
        default=Counting.ON_COURSE if status in HOUSE.with_counting(Counting.ON_COURSE) else Counting.COUNTED,
    )


class StatusWords(AuditedModel):
    """One partnership's words for stages, confidences and silence, and which statuses its percentage counts.

    Shapes and colours stay what they are, and so does every rule: only the words change, everywhere the
    partnership's actions are shown. A published report keeps those it was published with.
    """

    partnership = models.OneToOneField(Partnership, models.PROTECT, related_name="status_words")
    not_started = _word(Stage.NOT_STARTED)
    in_progress = _word(Stage.IN_PROGRESS)
    paused = _word(Stage.PAUSED)
    complete = _word(Stage.COMPLETE)
    stopped = _word(Stage.STOPPED)
    on_track = _word(Confidence.ON_TRACK)
    at_risk = _word(Confidence.AT_RISK)
    off_track = _word(Confidence.OFF_TRACK)
    no_update = _word(Status.NO_UPDATE)
    off_track_counting = _counting(Status.OFF_TRACK)
    at_risk_counting = _counting(Status.AT_RISK)
    on_track_counting = _counting(Status.ON_TRACK)
    complete_counting = _counting(Status.COMPLETE)
    not_started_counting = _counting(Status.NOT_STARTED)
    paused_counting = _counting(Status.PAUSED)
    stopped_counting = _counting(Status.STOPPED)
    no_update_counting = _counting(Status.NO_UPDATE)

    card = Card(key=("partnership__slug",), scope="partnership")

    class Meta:
        ordering = ["partnership"]
        verbose_name = "words of a partnership for statuses"
        verbose_name_plural = "words of partnerships for statuses"

    def __str__(self) -> str:
        return f"Words for statuses of {self.partnership}"

    def get_absolute_url(self) -> str:
        """Where they are changed."""
        return reverse("programmes:words", args=[self.partnership.slug])

    def clean(self) -> None:
        """A word for each state that means no other, and at least one status on course."""
        super().clean()
        vocabulary = self.vocabulary
        raise_problems((*vocabulary.problems(), *meant_otherwise(vocabulary)))

    @property
    def vocabulary(self) -> Vocabulary:
        """The row as the value that pages and rules use."""
        named: Any = self.__dict__
        return Vocabulary(
            tuple(named[name] for name in STATES),
            tuple(Counting(named[counting_column(status)]) for status in Status),
        )


def words_of(partnership: Partnership) -> Vocabulary:
    """Its own words, or the house's. One query the first time one partnership is asked about."""
    row: StatusWords | None = getattr(partnership, "status_words", None)  # Django keeps the answer, none too
    return row.vocabulary if row and row.archived_at is None else HOUSE


def field_labels(vocabulary: Vocabulary) -> dict[str, dict[str, str]]:
    """Its words for what the fields of an action and of an update hold, for reading their history."""
    return {
        "stage": dict(vocabulary.choices(*Stage)),
        "confidence": dict(vocabulary.choices(*Confidence)),
    }


def counting_column(status: Status) -> str:
    """The column that says what a status is to the percentage: "off_track_counting"."""
    return f"{status.name.lower()}_counting"
