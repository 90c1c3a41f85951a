"""When people are reminded of their updates, and in which words.

Four times at most for one due date: on the day the round opens, three working days before it is due,
on the day, and once two working days after it, with a copy to the lead. Whoever runs the plan may ask
for a letter by hand between these; nobody then has two in one day.
"""

from collections.abc import Set
from datetime import date

from core.domain.calendar import NO_CLOSURES, add_working_days, working_days_before
from core.domain.words import Labelled, counted, day_words

SOON_BEFORE = 3
LATE_AFTER = 2


class Occasion(Labelled):
    """Why somebody is written to, in the order of the calendar."""

    OPENED = "opened"
    SOON = "due_soon"
    DUE = "due_today"
    LATE = "late"
    ASKED = "by_hand"

    @property
    def order(self) -> int:
        """Its place in the calendar, 0 for the first."""
        return tuple(Occasion).index(self)


def occasion_on(
    today: date, opens: date | None, due: date, closures: Set[date] = NO_CLOSURES
) -> Occasion | None:
    """The last occasion whose day has come; None before the first.

    A timer that missed a day so catches up with one letter, not with several.
    """
    days = {
        Occasion.OPENED: opens or today,
        Occasion.SOON: working_days_before(due, SOON_BEFORE, closures),
        Occasion.DUE: due,
        Occasion.LATE: add_working_days(due, LATE_AFTER, closures),
    }
    reached = [occasion for occasion, day in days.items() if day <= today]
    return max(reached, key=lambda occasion: occasion.order, default=None)


def subject(number: int, due: date, today: date) -> str:
    """The subject of a digest: how many updates, and when: "2 updates are due on 14 July 2026"."""
    updates_are = counted(number, "update is", "updates are")
    if due == today:
        return f"{updates_are} due today"
    return f"{updates_are} late" if due < today else f"{updates_are} due on {day_words(due)}"
