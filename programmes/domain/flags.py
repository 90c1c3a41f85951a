"""What a lead should look at twice before agreeing an update. A flag asks; it refuses nothing."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.domain.status import Confidence, Movement, Status, movement
from core.domain.vocabulary import Vocabulary
from core.domain.words import number_words
from programmes.domain.same import is_same_text
from programmes.domain.suggestion import Late, suggestion

MANY_MOVES = 2
CONFIDENCE = {
    Status.ON_TRACK: Confidence.ON_TRACK,
    Status.AT_RISK: Confidence.AT_RISK,
    Status.OFF_TRACK: Confidence.OFF_TRACK,
}
TROUBLE = (Status.OFF_TRACK, Status.AT_RISK)


@dataclass(frozen=True)
class OverdueStep:
    """A milestone whose agreed date passed so many ``days`` ago and that is not done."""

    number: int
    title: str
    due: str
    days: int = 0

    def is_named_in(self, words: str) -> bool:
        """Whether a text speaks of it, by its title or its number."""
        text = words.casefold()
        return self.title.casefold() in text or f"milestone {self.number}" in text


@dataclass(frozen=True)
class FlagFacts:
    """An update as its lead sees it: what it says, what was said before, and what the plan knows.

    ``evidence`` counts what was added in the round, ``moves`` how often the most moved of the agreed
    dates has moved, ``forecast_slip`` how many days after the agreed date the officer expects to be
    done. ``before`` is None when the action took no part in the quarter before.
    """

    status: Status
    before: Status | None
    words: str
    words_before: str
    evidence: int
    moves: int
    overdue: tuple[OverdueStep, ...] = ()
    forecast_slip: int = 0


def flags(facts: FlagFacts, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The sentences to show beside an update, most serious first; none for one that raises no question."""
    sentences: list[str] = list(_silences(facts.words, facts.overdue))
    late = lates(facts.overdue, facts.forecast_slip)
    if sentence := suggestion(CONFIDENCE.get(facts.status), late, vocabulary):
        sentences.append(sentence)
    if facts.before and _claims_more(facts.before, facts.status) and not facts.evidence:
        was = vocabulary.inside(facts.before)
        sentences.append(f"It was {was} last quarter, and nothing was added that shows what changed.")
    if facts.moves >= MANY_MOVES:
        times = "twice" if facts.moves == MANY_MOVES else f"{number_words(facts.moves)} times"
        sentences.append(f"An agreed date has moved {times}.")
    if is_same_text(facts.words, facts.words_before):
        sentences.append("The words are those of last quarter.")
    return tuple(sentences)


def lates(overdue: Iterable[OverdueStep], forecast_slip: int) -> list[Late]:
    """What is late by an action's dates: its milestones, and the day the officer expects."""
    steps = [Late(f"Milestone {step.number}", step.days) for step in overdue]
    return [*steps, Late("The date expected", forecast_slip)]


def _claims_more(before: Status, now: Status) -> bool:
    """Whether trouble is said to be over, or work to be done. Beginning what was planned claims nothing."""
    return movement(before, now) is Movement.BETTER and (before in TROUBLE or now is Status.COMPLETE)


def _silences(words: str, overdue: Iterable[OverdueStep]) -> Iterable[str]:
    for step in overdue:
        if not step.is_named_in(words):
            yield f"Milestone {step.number}, {step.title}, was due {step.due} and is not mentioned."
