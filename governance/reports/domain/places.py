"""Places in a list people put in order: numbers with room between them.

A number is only where a row stands, never what is printed beside it. Moving a row changes that
row's number and no other's, so that history shows one move and not forty.
"""

from collections.abc import Sequence

STEP = 10
HIGHEST = 32_767  # what the column holds


def between(before: int | None, after: int | None, last: int) -> int | None:
    """A place after ``before`` and ahead of ``after``; None there means the beginning or the end.

    ``last`` is the highest place taken in the whole list, rows out of sight included. None when there
    is no room, and the list must be spread out first.
    """
    if after is None:
        end = max(last, before or 0) + STEP
        return end if end <= HIGHEST else None
    middle = ((before or 0) + after) // 2
    return middle if (before or 0) < middle < after else None


def spread(places: Sequence[int]) -> list[int]:
    """New places for rows in their present order, with room between all of them.

    They lie clear of every present place, so that rows can be moved one after another without two of
    them ever sharing one. Raises ValueError when a list is too long for the column.
    """
    highest = max(places, default=0)
    start = highest if highest + STEP * len(places) <= HIGHEST else 0
    fresh = [start + STEP * number for number in range(1, len(places) + 1)]
    if fresh and (fresh[-1] > HIGHEST or set(fresh) & set(places)):
        raise ValueError("This section has no room for another paragraph. Start a new section.")
    return fresh
