"""What the record holds of a plan, and what a file does to it: the values that are compared and written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from core.domain.windows import DateWindow
from core.domain.words import Labelled
from programmes.domain.baseline import DateMoveKind
from programmes.domain.sheets.columns import PlanColumn
from programmes.domain.sheets.rows import PlanEntry, PlanRow, SheetFinding


class ImportOutcome(Labelled):
    """What becomes of an action of the file."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


# One thing that changes, in words: what it is called, how it was ("" for nothing), how it will be.
Difference = tuple[str, str, str]


@dataclass(frozen=True)
class StoredDates:
    """The dates of an action or a milestone as the record holds them. ``waiting`` is a proposed move."""

    original: DateWindow | None = None
    current: DateWindow | None = None
    waiting: DateWindow | None = None
    finished: bool = False


@dataclass(frozen=True)
class StoredMilestone:
    """A milestone as the record holds it."""

    pk: int
    title: str
    dates: StoredDates
    actual_on: date | None = None
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class StoredAnswer:
    """An action's update in the quarter of the file. ``closed`` says why it cannot be written."""

    values: Mapping[str, Any] = field(default_factory=dict)
    is_in: bool = False
    closed: str = ""


@dataclass(frozen=True)
class StoredAction:
    """An action as the record holds it; names as references and codes.

    ``archived`` says why its reference is not free; "" for a live action.
    """

    pk: int
    reference: str
    values: Mapping[str, Any]
    dates: StoredDates = StoredDates()
    answer: StoredAnswer | None = None
    milestones: tuple[StoredMilestone, ...] = ()
    supporters: frozenset[str] = frozenset()
    extra: Mapping[str, str] = field(default_factory=dict)
    archived: str = ""


@dataclass(frozen=True)
class ImportedMove:
    """A date that moves. ``applied``: at once; else it waits for a decision.

    ``reported``: the file itself has both dates, so the move was made before the record began.
    """

    before: DateWindow
    after: DateWindow
    kind: DateMoveKind
    applied: bool
    why: str
    reported: bool = False


@dataclass(slots=True)
class DatesChange:
    """First dates, or a move, or neither."""

    original: DateWindow | None = None
    current: DateWindow | None = None
    move: ImportedMove | None = None


@dataclass
class MilestoneChange:
    """A milestone that is added (``stored`` is None) or changes."""

    row: PlanRow
    stored: StoredMilestone | None
    dates: DatesChange
    actual_on: date | None
    extra: dict[str, str] | None

    @property
    def title(self) -> str:
        """As the file calls it."""
        return str(self.row.facts[PlanColumn.MILESTONE])


@dataclass(slots=True)
class ActionChange:
    """What the file does to one action. ``values`` by field; ``answer`` by field of the update."""

    entry: PlanEntry
    stored: StoredAction | None
    values: dict[str, Any] = field(default_factory=dict)
    dates: DatesChange = field(default_factory=DatesChange)
    answer: dict[str, Any] = field(default_factory=dict)
    milestones: list[MilestoneChange] = field(default_factory=list)
    supporters: tuple[str, ...] = ()
    extra: dict[str, str] | None = None
    differences: list[Difference] = field(default_factory=list)

    @property
    def outcome(self) -> ImportOutcome:
        """Created, changed or unchanged."""
        if self.stored is None:
            return ImportOutcome.CREATED
        return ImportOutcome.CHANGED if self.differences else ImportOutcome.UNCHANGED

    @property
    def moves(self) -> list[ImportedMove]:
        """Its own move and its milestones'."""
        return [dates.move for dates in (self.dates, *(step.dates for step in self.milestones)) if dates.move]


@dataclass
class PlanChanges:
    """What the whole file does. A new action needs a theme; ``without_theme`` are those that have none."""

    actions: list[ActionChange] = field(default_factory=list)
    findings: list[SheetFinding] = field(default_factory=list)
    without_theme: list[PlanEntry] = field(default_factory=list)
