"""What opening the next quarter's round does to each action, told before it is done.

Nothing is copied: an action keeps its reference, its dates and its open milestones. What was finished
is not asked again. What stands still, or was not heard of, is shown first, so that somebody asks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.domain.status import Stage
from core.domain.vocabulary import HOUSE, Vocabulary
from core.domain.words import Labelled, counted, listed

LONGEST_PAUSE = 2  # quarters


class Rolled(Labelled):
    """What becomes of an action, in the order of the preview."""

    ASK = "ask_about_it"
    CARRY = "carried_on"
    COMPLETE = "complete"
    STOPPED = "stopped"

    @property
    def is_asked(self) -> bool:
        """Whether the new round asks it for an update."""
        return self in (Rolled.ASK, Rolled.CARRY)


ENDED = (Rolled.COMPLETE, Rolled.STOPPED)


@dataclass(frozen=True)
class RolledAction:
    """One action of the preview. ``why`` is said where somebody should ask about it."""

    reference: str
    title: str
    due: str
    becomes: Rolled
    why: str = ""


def rolled(
    stage: Stage, answers: Sequence[Stage | None], is_overdue: bool, vocabulary: Vocabulary = HOUSE
) -> tuple[Rolled, str]:
    """What becomes of an action, and why somebody should ask about it, "" where nobody need.

    ``stage`` is what it last reported. ``answers`` are its stages in the rounds it took part in, the
    newest first, None where no update came in.
    """
    if stage is Stage.COMPLETE:
        return Rolled.COMPLETE, ""
    if stage is Stage.STOPPED:
        return Rolled.STOPPED, ""
    paused = next((at for at, one in enumerate(answers) if one is not Stage.PAUSED), len(answers))
    if paused > LONGEST_PAUSE:
        return (
            Rolled.ASK,
            f"{vocabulary.word(stage)} for {counted(paused, 'quarter')}. Does it go on, or stop?",
        )
    if is_overdue:
        return Rolled.ASK, "Its date has passed. Move it with a reason, or say that it is done."
    if answers and answers[0] is None:
        return Rolled.ASK, "Nothing came in last quarter."
    return Rolled.CARRY, ""


def becomes_words(kind: Rolled, vocabulary: Vocabulary) -> str:
    """What becomes of an action, as a label: what has ended is called as its stage is."""
    return vocabulary.word(Stage(kind)) if kind in ENDED else kind.label


def rolled_words(rows: Iterable[RolledAction], vocabulary: Vocabulary = HOUSE) -> str:
    """How many of each, in one sentence: "12 actions are asked: ... 3 are complete."."""
    kinds = [one.becomes for one in rows]
    asked = sum(one.is_asked for one in kinds)
    parts = [f"{kinds.count(kind):,} {vocabulary.inside(Stage(kind))}" for kind in ENDED if kind in kinds]
    said = f"{counted(asked, 'action is', 'actions are')} asked for an update"
    return f"{said}; {listed(parts)}." if parts else f"{said}."
