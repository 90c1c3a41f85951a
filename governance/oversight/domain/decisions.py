"""What is said of a decision that was due: that its day has passed does not tell what was decided."""

import datetime

from core.domain.words import NOT_STATED, day_words

NOT_YET = "Not yet"


def is_past(is_due: bool, due_on: datetime.date | None, today: datetime.date) -> bool:
    """Whether the day a decision was due on is over, and no minute and no paper says what came of it."""
    return is_due and due_on is not None and due_on < today


def decided_words(decided: str, is_due: bool, due_on: datetime.date | None, today: datetime.date) -> str:
    """When, as printed. One still due has no such date, which is not the same as one not stated."""
    if decided:
        return decided
    return NOT_YET if is_due and not is_past(is_due, due_on, today) else NOT_STATED


def state_words(label: str, is_due: bool, due_on: datetime.date | None, today: datetime.date) -> str:
    """The state's own word, or that it was due then and nothing says what was decided."""
    return "Was due; outcome not stated" if is_past(is_due, due_on, today) else label


def when_words(decided: str, is_due: bool, due_on: datetime.date | None, today: datetime.date) -> str:
    """Its one date in a short list: when it was decided, else when it is or was due."""
    if not is_due:
        return decided or NOT_STATED
    if due_on is None:
        return NOT_YET
    if is_past(is_due, due_on, today):
        return f"Was due {day_words(due_on)}; outcome not stated"
    return f"Due {day_words(due_on)}"
