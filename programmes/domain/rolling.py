"""What opening the next quarter's round does to each action, shown before it is done.

Nothing is copied: an action keeps its reference, its dates and its open milestones. What was finished
is not asked again. What stands still, or has no answer, is shown first, so that somebody asks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.domain.problems import Problem
from core.domain.status import Stage, Status
from core.domain.vocabulary import Vocabulary
from core.domain.words import Labelled, counted, listed
from programmes.domain.rounds import RoundState

LONGEST_PAUSE = 2  # quarters
TAKEN_BACK_WITHIN = timedelta(hours=24)
NAMED = 5  # references named in a sentence; the rest are counted


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
    """One action of the preview. ``why`` is given where somebody should ask about it.

    ``last`` is how far its update of the newest round before came, in words.
    """

    reference: str
    title: str
    due: str
    becomes: Rolled
    why: str = ""
    owner: str = ""
    lead: str = ""
    last: str = ""


def rolled(
    stage: Stage, answers: Sequence[Stage | None], is_overdue: bool, vocabulary: Vocabulary
) -> tuple[Rolled, str]:
    """What becomes of an action, and why somebody should ask about it, "" where nobody needs to.

    ``stage`` is what it last reported. ``answers`` are its stages in the rounds it took part in, the
    newest first, None where no update came in.
    """
    if stage is Stage.COMPLETE:
        return Rolled.COMPLETE, ""
    if stage is Stage.STOPPED:
        return Rolled.STOPPED, ""
    paused = next(
        (number for number, answer in enumerate(answers) if answer is not Stage.PAUSED), len(answers)
    )
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


def rolled_words(rows: Iterable[RolledAction], vocabulary: Vocabulary) -> str:
    """How many of each, in one sentence: "12 actions are asked: ... 3 are complete."."""
    kinds = [action.becomes for action in rows]
    asked = sum(kind.is_asked for kind in kinds)
    parts = [f"{kinds.count(kind):,} {vocabulary.inside(Stage(kind))}" for kind in ENDED if kind in kinds]
    sentence = f"{counted(asked, 'action is', 'actions are')} asked for an update"
    return f"{sentence}; {listed(parts)}." if parts else f"{sentence}."


def left_words(missing: int, unsigned: int, vocabulary: Vocabulary) -> str:
    """What earlier rounds leave open: "2 updates are missing and stay “No update”."; "" for nothing."""
    parts = []
    if missing:
        phrase = counted(missing, "update is missing and stays", "updates are missing and stay")
        parts.append(f"{phrase} “{vocabulary.word(Status.NO_UPDATE)}”")
    if unsigned:
        phrase = counted(unsigned, "update waits", "updates wait")
        parts.append(f"{phrase} to be signed off")
    return f"{listed(parts)}." if parts else ""


def opening_problems(unsigned: Sequence[str], reason: str) -> list[Problem]:
    """Why the next quarter does not open just like that: answers of the last one wait to be agreed.

    ``unsigned`` are references of actions whose update was submitted in a round that is not locked. A
    lead may be away, so a reason opens it all the same and stays in the round's history.
    """
    if not unsigned or reason.strip():
        return []
    sentence = (
        f"{_named(unsigned)} {'waits' if len(unsigned) == 1 else 'wait'} to be signed off. "
        "Have that done first, or say why the quarter opens all the same."
    )
    return [Problem("reason", "unsigned", sentence)]


def take_back_problems(
    state: RoundState, opened_at: datetime | None, begun: Sequence[str], now: datetime
) -> list[Problem]:
    """Why the opening of a round cannot be taken back; an empty list when it can.

    ``begun`` are references of actions for which somebody wrote, submitted or gave evidence in it.
    """
    if state is not RoundState.OPEN or opened_at is None:
        sentence = f"This round is {state.label.lower()}. Only the opening of an open round is taken back."
        return [Problem("", "not_open", sentence)]
    if begun:
        sentence = (
            f"Somebody has begun the update of {_named(begun)}. Taking the opening back would lose that, "
            "so the round stays open. Close it instead."
        )
        return [Problem("", "begun", sentence)]
    if now - opened_at > TAKEN_BACK_WITHIN:
        sentence = "It was opened more than 24 hours ago, so that is not taken back. Close the round instead."
        return [Problem("", "too_late", sentence)]
    return []


def _named(references: Sequence[str]) -> str:
    """The first few of them, the rest counted: "ES-01, ES-02 and 3 others"."""
    shown = list(references[:NAMED])
    more = len(references) - len(shown)
    return listed([*shown, counted(more, "other")] if more else shown)
