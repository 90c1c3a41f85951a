"""Two quarters of a plan side by side: what moved between them, each under its own themes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from core.domain.status import Movement, Status, movement
from core.domain.windows import DateWindow, slip_days
from core.domain.words import counted, listed
from programmes.domain.position import ActionPosition


class Took(Enum):
    """In which of the two quarters an action took part."""

    BOTH = "both"
    ONLY_EARLIER = "no longer in the plan"
    ONLY_LATER = "new"


SILENT, HEARD = "not heard any more", "heard again"
SAID = (Movement.WORSE.value, Movement.BETTER.value, SILENT, HEARD)


@dataclass(frozen=True)
class Compared:
    """An action in two quarters. What belongs to a quarter it took no part in is None or empty."""

    reference: str
    title: str
    url: str
    took: Took
    theme_before: str
    theme: str
    before: Status | None
    now: Status | None
    due_before: DateWindow | None
    due: DateWindow | None

    @property
    def movement(self) -> Movement | None:
        """Better, worse, the same or new; None when it left the plan."""
        return movement(self.before, self.now) if self.now else None

    @property
    def way(self) -> str:
        """What became of its status; silence is no measure, so losing or finding it is neither way."""
        if self.took is not Took.BOTH or self.before is self.now:
            return ""
        if Status.NO_UPDATE in (self.before, self.now):
            return SILENT if self.now is Status.NO_UPDATE else HEARD
        return self.movement.value if self.movement else ""

    @property
    def slip(self) -> int:
        """Days by which its date ends later; negative when sooner, zero without two dates."""
        if self.due_before is None or self.due is None:
            return 0
        return slip_days(self.due_before, self.due)

    @property
    def is_regrouped(self) -> bool:
        """Whether it counts under another theme than it did."""
        return self.took is Took.BOTH and self.theme_before != self.theme

    @property
    def has_moved(self) -> bool:
        """Whether anything differs between the two quarters."""
        return self.took is not Took.BOTH or self.before != self.now or bool(self.slip) or self.is_regrouped


Dates = Mapping[str, DateWindow | None]


def compared(
    earlier: Sequence[ActionPosition], later: Sequence[ActionPosition], dues: tuple[Dates, Dates]
) -> list[Compared]:
    """Every action of either quarter, in the later one's order, those that left the plan last.

    ``dues`` are each quarter's agreed dates by reference, as they stood when its updates were collected.
    """
    old = {action.reference: action for action in earlier}
    new = {action.reference: action for action in later}
    gone = [action for action in earlier if action.reference not in new]
    return [_pair(old.get(action.reference), action, dues) for action in later] + [
        _pair(action, None, dues) for action in gone
    ]


def movement_words(action: Compared) -> str:
    """What moved, in words: "worse, 31 days later, under another theme"; "no change" for nothing."""
    if action.took is not Took.BOTH:
        return str(action.took.value)
    phrases = [action.way] if action.way in SAID else []
    if action.slip:
        phrases.append(f"{counted(abs(action.slip), 'day')} {'later' if action.slip > 0 else 'earlier'}")
    if action.is_regrouped:
        phrases.append("under another theme")
    return ", ".join(phrases) or "no change"


def summary(rows: Sequence[Compared]) -> str:
    """The comparison in one sentence: "Of 30 actions 4 got worse, 6 got better and 1 came into the plan." """
    ways = [action.way for action in rows]
    parts = [
        (ways.count(Movement.WORSE.value), "got worse", "got worse"),
        (ways.count(Movement.BETTER.value), "got better", "got better"),
        (ways.count(SILENT), "was not heard any more", "were not heard any more"),
        (ways.count(HEARD), "was heard again", "were heard again"),
        (sum(action.slip > 0 for action in rows), "has a later date", "have a later date"),
        (sum(action.slip < 0 for action in rows), "has an earlier date", "have an earlier date"),
        (
            sum(action.is_regrouped for action in rows),
            "counts under another theme",
            "count under another theme",
        ),
        (sum(action.took is Took.ONLY_LATER for action in rows), "came into the plan", "came into the plan"),
        (sum(action.took is Took.ONLY_EARLIER for action in rows), "left it", "left it"),
    ]
    phrases = [
        f"{number} {singular if number == 1 else plural}" for number, singular, plural in parts if number
    ]
    return (
        f"Of {counted(len(rows), 'action')} {listed(phrases)}."
        if phrases
        else "Nothing moved between the two."
    )


def _pair(old: ActionPosition | None, new: ActionPosition | None, dues: tuple[Dates, Dates]) -> Compared:
    action = new or old
    if action is None:
        raise ValueError("An action took part in at least one of two quarters.")
    took = Took.BOTH if old and new else Took.ONLY_LATER if new else Took.ONLY_EARLIER
    return Compared(
        reference=action.reference,
        title=action.title,
        url=action.url,
        took=took,
        theme_before=old.theme if old else "",
        theme=new.theme if new else "",
        before=old.status if old else None,
        now=new.status if new else None,
        due_before=dues[0].get(action.reference) if old else None,
        due=dues[1].get(action.reference) if new else None,
    )
