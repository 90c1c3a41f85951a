"""What an officer has to say in a quarterly update, and what cannot be true."""

from dataclasses import dataclass
from datetime import date

from core.domain.problems import Problem
from core.domain.status import Confidence, Stage
from core.domain.vocabulary import Vocabulary
from core.domain.windows import DateWindow
from core.domain.words import day_words, listed

LONGEST_WORDS = 600


@dataclass(frozen=True)
class UpdateFacts:
    """One action's answer in a round, as the officer gave it, beside what the plan says.

    ``start`` is the action's agreed first day; ``forecast`` is the officer's word and moves
    nothing. Texts may be empty, dates and choices None, where nothing was given.
    """

    stage: Stage | None
    confidence: Confidence | None = None
    words: str = ""
    reason: str = ""
    recovery: str = ""
    recovery_owner: str = ""
    recovery_on: date | None = None
    forecast: DateWindow | None = None
    actual_on: date | None = None
    starts_on: date | None = None


def update_problems(facts: UpdateFacts, today: date, vocabulary: Vocabulary) -> list[Problem]:
    """Everything that stands between an update and its submission, in the order of the form.

    The rules: a stage; a confidence for work in progress and for nothing else; a reason when
    at risk; reason, recovery step, owner and date when off track; an actual date when
    complete; words, at most 600 characters; and no date that cannot be.
    """
    return [
        *_stage_problems(facts, vocabulary),
        *_words_problems(facts.words),
        *_recovery_problems(facts, today, vocabulary),
        *_forecast_problems(facts),
        *_actual_problems(facts, today, vocabulary),
    ]


def words_length(words: str) -> int:
    """Characters as the officer counts them: a line break is one, blank ends are none."""
    return len(words.replace("\r\n", "\n").strip())


def _stage_problems(facts: UpdateFacts, vocabulary: Vocabulary) -> list[Problem]:
    if facts.stage is None:
        return [Problem("stage", "required", "Say which stage the action has reached.")]
    if facts.stage.takes_confidence and facts.confidence is None:
        words = [vocabulary.inside(confidence) for confidence in Confidence]
        sentence = f"Say whether the action is {listed(words, 'or')}."
        return [Problem("confidence", "required", sentence)]
    if facts.confidence is not None and not facts.stage.takes_confidence:
        sentence = (
            f"Only what is {vocabulary.inside(Stage.IN_PROGRESS)} is {vocabulary.inside(facts.confidence)}. "
            f"Leave confidence empty, or change the stage from {vocabulary.inside(facts.stage)}."
        )
        return [Problem("confidence", "not_in_progress", sentence)]
    return []


def _words_problems(words: str) -> list[Problem]:
    length = words_length(words)
    if length == 0:
        return [Problem("words", "required", "Say what happened and what is next.")]
    if length > LONGEST_WORDS:
        sentence = (
            f"This is {length:,} characters long. Take out {length - LONGEST_WORDS:,} "
            f"to come to {LONGEST_WORDS}."
        )
        return [Problem("words", "too_long", sentence)]
    return []


def _recovery_problems(facts: UpdateFacts, today: date, vocabulary: Vocabulary) -> list[Problem]:
    if facts.stage is not Stage.IN_PROGRESS:
        return []
    if facts.confidence is Confidence.AT_RISK and not facts.reason.strip():
        sentence = f"Say why this action is {vocabulary.inside(Confidence.AT_RISK)}."
        return [Problem("reason", "required", sentence)]
    if facts.confidence is not Confidence.OFF_TRACK:
        return []
    off = vocabulary.inside(Confidence.OFF_TRACK)
    required = (
        ("reason", facts.reason.strip(), f"Say why this action is {off}."),
        ("recovery", facts.recovery.strip(), "Say what will be done to recover it."),
        ("recovery_owner", facts.recovery_owner.strip(), "Say who will do it."),
        ("recovery_on", facts.recovery_on, "Give the date by which it will have recovered."),
    )
    problems = [Problem(field, "required", sentence) for field, value, sentence in required if not value]
    if facts.recovery_on and facts.recovery_on < today:
        sentence = f"{day_words(facts.recovery_on)} has passed. Give a recovery date from today on."
        problems.append(Problem("recovery_on", "in_the_past", sentence))
    return problems


def _forecast_problems(facts: UpdateFacts) -> list[Problem]:
    if facts.forecast and facts.starts_on and facts.forecast.last < facts.starts_on:
        sentence = f"The forecast date must not be before the start date, {day_words(facts.starts_on)}."
        return [Problem("forecast", "before_start", sentence)]
    return []


def _actual_problems(facts: UpdateFacts, today: date, vocabulary: Vocabulary) -> list[Problem]:
    if facts.stage is Stage.COMPLETE and facts.actual_on is None:
        return [Problem("actual_on", "required", "Give the day on which it was finished.")]
    if facts.actual_on is None:
        return []
    if facts.stage is not Stage.COMPLETE:
        done = vocabulary.inside(Stage.COMPLETE)
        sentence = (
            f"Only an action that is {done} has a day on which it was finished. "
            "Change the stage or leave it empty."
        )
        return [Problem("actual_on", "not_complete", sentence)]
    if facts.actual_on > today:
        sentence = f"{day_words(facts.actual_on)} is still to come. Give the day on which it was finished."
        return [Problem("actual_on", "in_the_future", sentence)]
    return []
