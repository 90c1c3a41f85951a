"""What three answers of a partner body make of an update.

Nobody who has no account is asked more. Where the rules of an update need more than three answers can
say (how to recover what is off track, on which day something was finished), what was said is kept for
the person who made the link, who asks and completes it.
"""

from core.domain.status import CONFIDENCE_DEFINITIONS, Confidence, Stage, Status
from programmes.domain.updates import UpdateFacts

GOING_HINTS = {
    Status.NOT_STARTED: "Nothing has been done yet.",
    Status.ON_TRACK: CONFIDENCE_DEFINITIONS[Confidence.ON_TRACK],
    Status.AT_RISK: CONFIDENCE_DEFINITIONS[Confidence.AT_RISK],
    Status.OFF_TRACK: CONFIDENCE_DEFINITIONS[Confidence.OFF_TRACK],
    Status.PAUSED: "Work rests for now and will go on.",
    Status.COMPLETE: "All of it is done.",
    Status.STOPPED: "It will not be done.",
}


def partner_facts(going: Status, words: str, help_wanted: str) -> UpdateFacts:
    """The answers as an update's facts. What is at risk is explained by the third answer, else the second.

    Raises KeyError for "no update": silence is no answer.
    """
    stage, confidence = _ANSWERS[going]
    in_trouble = confidence in (Confidence.AT_RISK, Confidence.OFF_TRACK)
    return UpdateFacts(
        stage=stage,
        confidence=confidence,
        words=words.strip(),
        reason=(help_wanted.strip() or words.strip()) if in_trouble else "",
    )


def needs_more(going: Status) -> bool:
    """Whether more has to be asked before this can be an update."""
    return going in (Status.OFF_TRACK, Status.COMPLETE)


_ANSWERS: dict[Status, tuple[Stage, Confidence | None]] = {
    Status.NOT_STARTED: (Stage.NOT_STARTED, None),
    Status.ON_TRACK: (Stage.IN_PROGRESS, Confidence.ON_TRACK),
    Status.AT_RISK: (Stage.IN_PROGRESS, Confidence.AT_RISK),
    Status.OFF_TRACK: (Stage.IN_PROGRESS, Confidence.OFF_TRACK),
    Status.PAUSED: (Stage.PAUSED, None),
    Status.COMPLETE: (Stage.COMPLETE, None),
    Status.STOPPED: (Stage.STOPPED, None),
}
