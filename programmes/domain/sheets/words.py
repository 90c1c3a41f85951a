"""The words in a plan's cells: statuses, dates, references, and the many ways of saying nothing."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from core.domain.problems import Problem
from core.domain.sheets import Value, folded, text_of
from core.domain.status import Confidence, Stage, Status
from core.domain.vocabulary import STATES, Vocabulary
from core.domain.windows import DateWindow, parse_window

LONGEST_TITLE = 200
LONGEST_REFERENCE = 30
NOTHING = frozenset({"", "-", "–", "—", "n/a", "na", "tbc", "tba", "tbd", "none", "not stated", "no date"})
NO_UPDATE = frozenset({"no update", "not reported", "no update received", "no update provided"})

Reported = tuple[Stage, Confidence | None]  # how far, and for work in progress how well
IN_PROGRESS = (Stage.IN_PROGRESS, None)
ON_TRACK, AT_RISK, OFF_TRACK = ((Stage.IN_PROGRESS, confidence) for confidence in Confidence)
COMPLETE, NOT_STARTED = (Stage.COMPLETE, None), (Stage.NOT_STARTED, None)
PAUSED, STOPPED = (Stage.PAUSED, None), (Stage.STOPPED, None)

# Only words that mean one thing everywhere. "Blue", "closed", "behind" and "delayed" are asked about.
STATUSES: Mapping[str, Reported] = {
    word: reported
    for reported, words in (
        (ON_TRACK, ("on track", "green", "g", "on target", "on schedule", "in progress on track")),
        (AT_RISK, ("at risk", "amber", "a", "in progress at risk")),
        (OFF_TRACK, ("off track", "red", "r", "in progress off track")),
        (COMPLETE, ("complete", "completed", "done", "finished", "delivered", "achieved", "100")),
        (NOT_STARTED, ("not started", "not yet started", "yet to start", "not begun")),
        (PAUSED, ("paused", "on hold", "suspended")),
        (STOPPED, ("stopped", "cancelled", "canceled", "abandoned", "withdrawn")),
        (IN_PROGRESS, ("in progress", "started", "underway", "under way", "ongoing", "in delivery")),
    )
    for word in words
}
BY_STATUS: Mapping[str, Reported | None] = {
    Status.ON_TRACK: ON_TRACK,
    Status.AT_RISK: AT_RISK,
    Status.OFF_TRACK: OFF_TRACK,
    Status.COMPLETE: COMPLETE,
    Status.NOT_STARTED: NOT_STARTED,
    Status.PAUSED: PAUSED,
    Status.STOPPED: STOPPED,
    Status.NO_UPDATE: None,
}


class Uncertain(ValueError):
    """Words that may mean more than one thing, or nothing we know: somebody is asked.

    ``texts`` are those of a cell's words that are not certain, where not all of them are meant.
    """

    def __init__(self, message: str, texts: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.texts = texts


def says_nothing(value: Value) -> bool:
    """Whether a cell says that there is nothing to say."""
    return value is None or (isinstance(value, str) and value.casefold() in NOTHING)


def status_words(value: Value, answers: Mapping[str, str], vocabulary: Vocabulary) -> Reported | None:
    """What a status cell says; None where nothing was reported.

    ``answers`` are what the partnership said of other words: folded, to a Status. Its own come first.
    Raises Uncertain.
    """
    text = text_of(value)
    words = folded(text)
    own = own_words(vocabulary)
    if words in own:
        return own[words]
    if words in answers:
        return BY_STATUS[answers[words]]
    if says_nothing(value) or words in NO_UPDATE:
        return None
    if words not in STATUSES:
        raise Uncertain(f'"{text}" is not a status we know for certain. Say what it means.')
    return STATUSES[words]


@lru_cache(maxsize=64)
def own_words(vocabulary: Vocabulary) -> Mapping[str, Reported | None]:
    """What a partnership's words mean: folded, to what is reported by each of them."""
    return {folded(word): _reported(name) for name, word in zip(STATES, vocabulary.words, strict=True)}


def meant_otherwise(vocabulary: Vocabulary) -> Iterator[Problem]:
    """Words that certainly mean another state: "Red" on what is on track would show one thing and say
    another, and every spreadsheet would be read wrongly."""
    for name, word in zip(STATES, vocabulary.words, strict=True):
        text = folded(word)
        known = STATUSES.get(text)
        if (known or text in NO_UPDATE) and known != _reported(name):
            yield Problem(
                name,
                "means_another",
                f"“{word}” always means something else. Give {STATES[name].label.lower()} another word.",
            )


def _reported(name: str) -> Reported | None:
    return IN_PROGRESS if name == Stage.IN_PROGRESS else BY_STATUS[name.replace("_", "-")]


def together(status: Reported | None, rag: Reported | None) -> Reported | None:
    """A stage in one column and a colour in another, as one answer.

    A colour says how work in progress goes, and nothing of work that is not in progress. Raises ValueError
    where the two contradict each other.
    """
    if status is None or rag is None or status == rag:
        return status or rag
    if status == IN_PROGRESS:
        return rag
    if status[0] is not Stage.IN_PROGRESS:
        return status
    if rag == IN_PROGRESS:
        return status
    raise ValueError("The two columns about its status contradict each other. Put one of them right.")


def window_of(value: Value, answers: Mapping[str, str]) -> DateWindow | None:
    """The date in a cell; None where it says that there is none.

    ``answers``: words, folded, to the date meant, or "" for none. Raises Uncertain.
    """
    if isinstance(value, date):
        return DateWindow.day(value)
    words = folded(text_of(value))
    if words in answers:
        return parse_window(answers[words]) if answers[words] else None
    if says_nothing(value):
        return None
    try:
        return parse_window(text_of(value))
    except ValueError as unread:
        raise Uncertain(str(unread)) from unread


@lru_cache(maxsize=4096)
def reads_as_itself(window: DateWindow) -> bool:
    """Whether a date's own words are read as the same days."""
    try:
        return parse_window(window.wording).is_same_time_as(window)
    except ValueError:
        return False


def reference_of(value: Value) -> str:
    """A reference as addresses can hold it: "ES 04" and "ES/04" are ES-04, "1.2" is 1-2.

    Raises ValueError for what holds no letter or digit, or more than 30 signs.
    """
    text = text_of(value)
    reference = re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-")
    if not reference:
        raise ValueError(f'"{text}" has no letter or digit that could be a reference.')
    if len(reference) > LONGEST_REFERENCE:
        raise ValueError(
            f"A reference has at most {LONGEST_REFERENCE} characters; this one has {len(reference)}."
        )
    return reference


def short_title(text: str) -> str:
    """A title of at most 200 characters: longer words are cut after a whole word, with dots."""
    words = " ".join(text.split())
    if len(words) <= LONGEST_TITLE:
        return words
    cut = words[: LONGEST_TITLE - 2]
    return f"{cut.rpartition(' ')[0] or cut} …"


def initials(name: str, taken: frozenset[str]) -> str:
    """A reference for a new theme: "Employment and skills" is ES, or ES2 where ES is taken."""
    words = [word for word in re.findall(r"[A-Za-z0-9]+", name) if word.lower() not in {"and", "the", "of"}]
    short = "".join(word[0] for word in words).upper()[:6] or "T"
    if len(short) == 1 and words:
        short = words[0][:2].upper()
    reference, times = short, 1
    while reference in taken:
        times += 1
        reference = f"{short}{times}"
    return reference
