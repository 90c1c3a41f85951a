"""Giving more time: a later due date for a round, or for some of its updates, before the round locks."""

from collections.abc import Set
from datetime import date

from core.domain.calendar import NO_CLOSURES, add_working_days, is_working_day
from core.domain.problems import Problem
from core.domain.words import day_words
from programmes.domain.rounds import RoundState


def extension_problems(
    state: RoundState,
    due: date | None,
    lock: date | None,
    new: date | None,
    reason: str,
    today: date,
    closures: Set[date] = NO_CLOSURES,
) -> list[Problem]:
    """Why more time cannot be given as asked; an empty list when it can.

    ``due`` is the day that counts now, ``lock`` the round's last one. The new day is a working day of
    England and Wales on which the host's offices (``closures``) are open.
    """
    if state is not RoundState.OPEN:
        return [
            Problem("", "not_open", f"This round is {state.label.lower()}. Only an open one is extended.")
        ]
    problems = [] if reason.strip() else [Problem("reason", "required", "Say why there is more time.")]
    if refused := _refused(due, lock, new, today, closures):
        problems.append(Problem("due", "day", refused))
    return problems


def _refused(due: date | None, lock: date | None, new: date | None, today: date, closures: Set[date]) -> str:
    """What is wrong with the new day; "" for nothing."""
    if new is None:
        return "Give the new due date."
    if due is not None and new <= due:
        return f"It is due on {day_words(due)} already. Give a later day."
    if new < today:
        return f"{day_words(new)} has passed. Give a day that is still to come."
    if lock is not None and new > lock:
        return (
            f"The round locks on {day_words(lock)}. Give that day or an earlier one, "
            "or change the round's dates first."
        )
    if not is_working_day(new, closures):
        following = day_words(add_working_days(new, 0, closures))
        return f"{day_words(new)} is no working day. The next one is {following}."
    return ""
