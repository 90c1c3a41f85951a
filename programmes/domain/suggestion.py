"""What the dates alone would say of an action's confidence, shown only where the officer says better.

A rule of thumb of performance teams: up to a month late is at risk, more is off track. The officer's
judgement stands; nothing is ever counted by this.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from core.domain.status import Confidence
from core.domain.vocabulary import Vocabulary
from core.domain.words import counted

MONTH = 31  # days


@dataclass(frozen=True)
class Late:
    """A date that has passed, or is expected to be missed. ``what`` names it at the start of a sentence."""

    what: str
    days: int


def suggestion(confidence: Confidence | None, lates: Iterable[Late], vocabulary: Vocabulary) -> str:
    """The sentence where the dates say worse than the officer; "" where they do not, or nothing is judged.

    Dates that are kept suggest nothing: an officer may know of trouble that no date shows yet.
    """
    worst = max(lates, key=lambda late: late.days, default=None)
    if confidence is None or worst is None or worst.days <= 0:
        return ""
    by_dates = Confidence.OFF_TRACK if worst.days > MONTH else Confidence.AT_RISK
    if tuple(Confidence).index(confidence) >= tuple(Confidence).index(by_dates):
        return ""
    sentence = f"{worst.what} is {counted(worst.days, 'day')} late"
    return f"{sentence}, which by its dates alone would be {vocabulary.inside(by_dates)}."
