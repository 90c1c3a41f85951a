"""When "same as last quarter" is an honest answer.

An answer may be repeated, but not where there is trouble, not past a date that fell due, and not endlessly
while something is about to fall due.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.domain.periods import Quarter
from core.domain.status import Confidence
from core.domain.vocabulary import Vocabulary
from core.domain.windows import DateWindow
from core.domain.words import counted
from programmes.domain.updates import UpdateFacts, words_length

LONGEST_RUN = 2  # quarters in which nothing new was said


@dataclass(frozen=True)
class Due:
    """A date agreed for an action or one of its milestones. ``what`` names it at the start of a sentence."""

    what: str
    window: DateWindow
    is_done: bool = False

    def fell_due_in(self, quarter: Quarter) -> bool:
        """Whether it ended in the quarter, or before it and is still not done."""
        return quarter.contains(self.window.last) or (
            not self.is_done and self.window.last < quarter.first_day
        )


def same_refusal(
    before: UpdateFacts | None,
    run: int,
    dues: Iterable[Due],
    quarter: Quarter,
    vocabulary: Vocabulary,
) -> str:
    """Why last quarter's answer cannot simply be given again for ``quarter``; "" when it can.

    ``before`` is last quarter's answer, None when none was received. ``run`` is how many quarters
    before this one already repeated the one before them (see unchanged_run). ``dues`` are the agreed
    dates of the action and of its milestones.
    """
    if before is None or not words_length(before.words):
        return "No answer was received last quarter that could be given again."
    if before.confidence is Confidence.OFF_TRACK:
        return f"It was {vocabulary.inside(Confidence.OFF_TRACK)} last quarter, so say how it goes now."
    listed = list(dues)
    fallen = next((due for due in listed if due.fell_due_in(quarter)), None)
    if fallen is not None:
        return f"{fallen.what} fell due {fallen.window.wording}, so say what became of it."
    coming = next((due for due in listed if quarter.next().contains(due.window.last)), None)
    if run >= LONGEST_RUN and coming is not None:
        sentence = f"The same was said for {counted(run, 'quarter')}"
        return f"{sentence}, and {coming.what[:1].lower()}{coming.what[1:]} is due {coming.window.wording}."
    return ""


def unchanged_run(words: Sequence[str]) -> int:
    """How many quarters in a row said word for word what the one before them said.

    ``words`` are the answers of the quarters without a gap, the newest first.
    """
    run = 0
    for newer, older in pairwise(words):
        if not is_same_text(newer, older):
            break
        run += 1
    return run


def is_same_text(text: str, other: str) -> bool:
    """Whether two texts say the same word for word; spacing and letter case are no news."""
    return bool(text.split()) and text.casefold().split() == other.casefold().split()
