"""A partnership's actions in a quarter, counted in groups: what a dashboard adds up and lists from.

The database counts, the rules judge: every group holds actions that gave the same answers, so one
judgement stands for all of them, and a number on the dashboard is a sum over groups.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from core.domain.status import Movement, Status, movement
from governance.dashboard.domain.attention import LONGEST_LIST
from programmes.domain.completeness import Completeness
from programmes.domain.rounds import UpdateState

SETTLED = (Status.COMPLETE, Status.STOPPED)
# Which of its actions speaks for a theme. Silence comes before everything that is going well: a theme
# with one finished action and one nobody reported on is not a finished theme.
TELLING = (
    Status.OFF_TRACK,
    Status.AT_RISK,
    Status.NO_UPDATE,
    Status.PAUSED,
    Status.NOT_STARTED,
    Status.ON_TRACK,
    Status.COMPLETE,
    Status.STOPPED,
)


@dataclass(frozen=True)
class ActionGroup:
    """Actions of one theme with the same answers in the quarter and the quarter before.

    ``key`` names the answers for whoever lists the group. ``before`` is None where the actions took no
    part in the quarter before, ``state`` where no update was asked for. Of the ``number`` actions
    ``late`` are overdue beyond what attention lets pass, and ``own`` are the reader's organisation's
    and not late.
    """

    key: tuple[object, ...]
    theme: tuple[int, str, str]  # order, reference, name
    after: Status
    before: Status | None
    state: UpdateState | None
    number: int
    late: int = 0
    own: int = 0

    @property
    def movement(self) -> Movement:
        """Better, worse, the same or new since the quarter before."""
        return movement(self.before, self.after)

    @property
    def is_off_track(self) -> bool:
        return self.after is Status.OFF_TRACK

    @property
    def pressing(self) -> int:
        """How many of them need attention: each action once, for its strongest reason."""
        if self.is_off_track:
            return self.number
        late = 0 if self.after in SETTLED else self.late
        return late + (self.own if self.after is Status.NO_UPDATE else 0)


@dataclass(frozen=True)
class ThemeStanding:
    """A theme in a quarter: the most worrying status of its actions, and how many of them have it.

    ``before`` is the same actions' for the quarter before, None when none of them took part in it, and
    ``earlier`` theirs for the quarters before that, oldest first.
    """

    reference: str
    name: str
    status: Status
    before: Status | None
    number: int
    in_status: int
    earlier: tuple[Status | None, ...] = ()


@dataclass(frozen=True)
class Counts:
    """All groups of a quarter, and by theme reference the statuses of two quarters ago and before.

    ``earlier`` names every quarter shown, oldest first, with the statuses its actions had then.
    """

    groups: tuple[ActionGroup, ...]
    earlier: Mapping[str, Sequence[Collection[Status]]] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(group.number for group in self.groups)

    @property
    def now(self) -> dict[Status, int]:
        """How many actions of each status, noughts included."""
        return self._by_status((group.after, group.number) for group in self.groups)

    @property
    def before(self) -> dict[Status, int] | None:
        """The same for the quarter before; None when nothing took part in it."""
        if all(group.before is None for group in self.groups):
            return None
        return self._by_status((group.before, group.number) for group in self.groups if group.before)

    @property
    def received(self) -> Completeness:
        """Updates in, of those asked for."""
        asked = [(group.state, group.number) for group in self.groups if group.state]
        return Completeness(
            sum(number for state, number in asked if state.is_in), sum(number for _, number in asked)
        )

    @property
    def pressing(self) -> int:
        """How many actions need attention."""
        return sum(group.pressing for group in self.groups)

    @property
    def moved(self) -> int:
        """How many actions changed their status, or are new."""
        return sum(group.number for group in self.groups if group.movement is not Movement.SAME)

    def themes(self) -> tuple[ThemeStanding, ...]:
        """Every theme with its most worrying status, now and before, in the themes' order."""
        by_theme: dict[tuple[int, str, str], list[ActionGroup]] = {}
        for group in self.groups:
            by_theme.setdefault(group.theme, []).append(group)
        return tuple(
            _theme(theme, by_theme[theme], self.earlier.get(theme[1], ())) for theme in sorted(by_theme)
        )

    @staticmethod
    def _by_status(numbers: Iterable[tuple[Status, int]]) -> dict[Status, int]:
        tally = dict.fromkeys(Status, 0)
        for status, number in numbers:
            tally[status] += number
        return tally


def _theme(
    theme: tuple[int, str, str], groups: Sequence[ActionGroup], earlier: Sequence[Collection[Status]]
) -> ThemeStanding:
    status = min((group.after for group in groups), key=TELLING.index)
    return ThemeStanding(
        theme[1],
        theme[2],
        status,
        _most_telling(group.before for group in groups if group.before),
        sum(group.number for group in groups),
        sum(group.number for group in groups if group.after is status),
        tuple(_most_telling(statuses) for statuses in earlier),
    )


def _most_telling(statuses: Iterable[Status]) -> Status | None:
    return min(statuses, key=TELLING.index, default=None)


Keys = frozenset[tuple[object, ...]]
NO_KEYS: Keys = frozenset()


@dataclass(frozen=True)
class Wanted:
    """Which actions have to be read, so that the few a dashboard names are among them.

    All are keys of groups. Of ``whole`` every action is needed; of the others only the first few, as many
    as are shown: of ``pressing``, of ``late`` its late ones and of ``own`` the reader's own, those whose
    date presses most; of ``moving`` those that come first by reference.
    """

    whole: Keys = NO_KEYS
    pressing: Keys = NO_KEYS
    late: Keys = NO_KEYS
    own: Keys = NO_KEYS
    moving: Keys = NO_KEYS


def wanted(counts: Counts, limit: int = LONGEST_LIST) -> Wanted:
    """Go down the ranks of attention, and of change, until each has as many as are shown.

    Stopping early is what keeps the work small: however many actions of a plan are off track, a few
    rows are read.
    """
    groups = counts.groups
    newly = [group for group in groups if group.is_off_track and group.before is not Status.OFF_TRACK]
    again = [group for group in groups if group.is_off_track and group.before is Status.OFF_TRACK]
    whole, pressing, room = _until_enough([newly, again], limit)
    late = own = NO_KEYS
    if room > 0:
        overdue = [
            group for group in groups if group.late and not group.is_off_track and group.after not in SETTLED
        ]
        late = _keys(overdue)
        room -= sum(group.late for group in overdue)
    if room > 0:
        own = _keys(group for group in groups if group.own and group.after is Status.NO_UPDATE)
    changed, moving, _ = _until_enough(_changes_in_order(groups), limit)
    return Wanted(whole | changed, pressing, late, own, moving)


def _changes_in_order(groups: Iterable[ActionGroup]) -> list[list[ActionGroup]]:
    """Groups that moved, in the order changes are told: worse by status, better by status, new."""
    ranks: Mapping[Movement, int] = {Movement.WORSE: 0, Movement.BETTER: 1, Movement.NEW: 2}
    by_rank: dict[tuple[int, int], list[ActionGroup]] = {}
    for group in groups:
        if group.movement in ranks:
            # What is new has no order but its reference, so all of it is one rank.
            order = 0 if group.movement is Movement.NEW else group.after.order
            by_rank.setdefault((ranks[group.movement], order), []).append(group)
    return [by_rank[rank] for rank in sorted(by_rank)]


def _until_enough(ranked: Iterable[Sequence[ActionGroup]], limit: int) -> tuple[Keys, Keys, int]:
    """The ranks that are shown whole, the rank that is cut short, and the room that is left."""
    whole, room = NO_KEYS, limit
    for groups in ranked:
        if room <= 0:
            break
        number = sum(group.number for group in groups)
        if number > room:
            return whole, _keys(groups), 0
        whole |= _keys(groups)
        room -= number
    return whole, NO_KEYS, room


def _keys(groups: Iterable[ActionGroup]) -> Keys:
    return frozenset(group.key for group in groups)
