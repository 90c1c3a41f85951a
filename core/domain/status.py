"""How an action is going: its stage, the confidence in it, and the one word shown for both.

Two questions are kept apart because "done" and "going well" are different answers. Silence
is a third: it is counted as itself and is never read as on track.
"""

from collections.abc import Iterable
from enum import StrEnum

from core.domain.words import Labelled


class Stage(Labelled):
    """How far the work has come."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    PAUSED = "paused"
    COMPLETE = "complete"
    STOPPED = "stopped"

    @property
    def takes_confidence(self) -> bool:
        """Only work under way can be on or off track."""
        return self is Stage.IN_PROGRESS


class Confidence(Labelled):
    """Whether work in progress is expected to be done by its date."""

    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"

    @property
    def definition(self) -> str:
        """What an officer says by choosing it; shown beside the choice."""
        return CONFIDENCE_DEFINITIONS[self]


CONFIDENCE_DEFINITIONS = {
    Confidence.ON_TRACK: "It will be done by its date without help.",
    Confidence.AT_RISK: "There is a problem, and we expect to recover by the date.",
    Confidence.OFF_TRACK: "The date, the cost or the outcome will be missed unless something changes.",
}


class Status(Labelled):
    """The one label shown for an action, listed worst first and silence last."""

    OFF_TRACK = "off-track"
    AT_RISK = "at-risk"
    ON_TRACK = "on-track"
    COMPLETE = "complete"
    NOT_STARTED = "not-started"
    PAUSED = "paused"
    STOPPED = "stopped"
    NO_UPDATE = "no-update"

    @property
    def order(self) -> int:
        """Place in the list, 0 for the worst; for sorting."""
        return tuple(Status).index(self)


class Movement(StrEnum):
    """What happened to a status between two quarters."""

    WORSE = "worse"
    BETTER = "better"
    SAME = "same"
    NEW = "new"

    @property
    def label(self) -> str:
        return {"worse": "Worse", "better": "Better", "same": "No change", "new": "New"}[self.value]


# Only these five can be compared by how good they are. A pause, a stop or silence is not on
# the scale: reaching one from anywhere must never look like recovery.
SCALE = (Status.OFF_TRACK, Status.AT_RISK, Status.NOT_STARTED, Status.ON_TRACK, Status.COMPLETE)


def status_of(stage: Stage, confidence: Confidence | None, reported: bool) -> Status:
    """The label for an action.

    ``reported`` says whether the quarter's update arrived, or none was due from it. Work in
    progress about which nobody gave a confidence counts as silence.
    """
    if not reported:
        return Status.NO_UPDATE
    if stage.takes_confidence:
        return Status(confidence.value.replace("_", "-")) if confidence else Status.NO_UPDATE
    return Status(stage.value.replace("_", "-"))


def counts(statuses: Iterable[Status]) -> dict[Status, int]:
    """How many there are of each status: all eight, in the order shown, noughts included."""
    tally = dict.fromkeys(Status, 0)
    for status in statuses:
        tally[status] += 1
    return tally


def worst(statuses: Iterable[Status]) -> Status | None:
    """The first in the shown order of those present; None when there are none."""
    return min(statuses, key=lambda status: status.order, default=None)


def movement(before: Status | None, after: Status) -> Movement:
    """Whether a status got better or worse since last time; new when there was no last time.

    Leaving the scale (a pause, a stop, silence) is worse from anywhere. Coming back is
    better only when what is heard then is at least "not started".
    """
    if before is None:
        return Movement.NEW
    if before is after:
        return Movement.SAME
    if after not in SCALE:
        return Movement.WORSE
    floor = SCALE.index(before) if before in SCALE else SCALE.index(Status.AT_RISK)
    return Movement.BETTER if SCALE.index(after) > floor else Movement.WORSE
