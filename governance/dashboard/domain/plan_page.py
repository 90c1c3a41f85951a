"""The plan on a page: what a partnership wants and who sees to it, as a chief executive pins it to a wall."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class PlanItem:
    """One thing on the page; ``under`` are what it consists of or owns, ``url`` where more of it is found."""

    words: str
    under: tuple[str, ...] = ()
    url: str = ""


@dataclass(frozen=True)
class PlanBand:
    """One band of the page: what it is called, and what stands in it."""

    label: str
    items: tuple[PlanItem, ...]


@dataclass(frozen=True)
class PlanOnAPage:
    """The whole page. ``called`` is the partnership's name on its day, ``day`` the day in words."""

    called: str
    day: str
    bands: tuple[PlanBand, ...]

    @property
    def title(self) -> str:
        """What page and paper are called."""
        return f"{self.called}, plan on a page"


def bands(labelled: Iterable[tuple[str, Iterable[PlanItem]]]) -> tuple[PlanBand, ...]:
    """The bands that have something in them, in the order given: an empty one would read as "none"."""
    filled = ((label, tuple(items)) for label, items in labelled)
    return tuple(PlanBand(label, items) for label, items in filled if items)
