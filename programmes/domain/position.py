"""Where a plan stands in a quarter: every action's status, then and the quarter before.

The one answer that pages, the dashboard and reports draw from, so that a count, the list it leads
to and the sentence about it cannot disagree.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from core.domain.periods import Quarter
from core.domain.status import Confidence, Movement, Stage, Status, counts, movement, status_of
from core.domain.vocabulary import OnCourse, Vocabulary
from core.domain.windows import DateWindow
from core.domain.words import counted
from programmes.domain.baseline import PromiseOutcome, Slippage
from programmes.domain.completeness import Completeness, completeness
from programmes.domain.rounds import RoundState, UpdateState

FINISHED = (Stage.COMPLETE, Stage.STOPPED)


def status_in_quarter(
    state: UpdateState | None, stage: Stage | None, confidence: Confidence | None, finished: Stage | None
) -> Status:
    """An action's status in a quarter.

    ``state`` is that of its update in the quarter's round, None when it had none. ``finished`` is the
    stage in which an earlier quarter ended the action: nothing was due from it any more.
    """
    if state is None:
        return status_of(finished, None, True) if finished else Status.NO_UPDATE
    if not state.is_in or stage is None:
        return Status.NO_UPDATE
    return status_of(stage, confidence, True)


NO_ANSWER = (None, None, None)


@cache
def status_as_stored(
    state: str | None, stage: str | None, confidence: str | None, finished: Stage | None
) -> Status:
    """The same of an update as it is stored, each a word or nothing. Of few kinds, asked for every action."""
    return status_in_quarter(
        UpdateState(state) if state else None,
        Stage(stage) if stage else None,
        Confidence(confidence) if confidence else None,
        finished,
    )


@dataclass(frozen=True)
class ActionPosition:
    """One action in a quarter. Texts are empty and dates None where nothing was given.

    ``before`` is its status the quarter before, None when it took no part in it. ``state`` is that of
    its update, None when none was due because an earlier quarter had ended it. ``original`` and
    ``current`` are the agreed dates as they stand now, ``moves`` how often the current one has moved.
    """

    reference: str
    title: str
    url: str
    theme_reference: str
    theme: str
    owner: str
    owner_code: str
    lead: str
    status: Status
    before: Status | None
    state: UpdateState | None
    words: str
    reason: str
    recovery: str
    recovery_owner: str
    recovery_on: date | None
    help_wanted: str
    forecast: DateWindow | None
    original: DateWindow | None
    current: DateWindow | None
    actual_on: date | None
    moves: int

    @property
    def movement(self) -> Movement:
        """Better, worse, the same or new since the quarter before."""
        return movement(self.before, self.status)

    @property
    def slippage(self) -> Slippage | None:
        """How far its date has moved since it was first agreed; None when it has no date."""
        if self.original is None or self.current is None:
            return None
        return Slippage(self.original, self.current, self.moves)


@dataclass(frozen=True)
class QuarterPosition:
    """A plan in a quarter. ``round_state`` is None when the quarter has no round; ``vocabulary`` is what its
    partnership calls the statuses, and which of them its percentage counts."""

    plan: str
    quarter: Quarter
    round_state: RoundState | None
    locked_at: datetime | None
    actions: tuple[ActionPosition, ...]
    vocabulary: Vocabulary

    @property
    def counts(self) -> dict[Status, int]:
        """How many actions there are of each status, zeros included."""
        return counts(action.status for action in self.actions)

    @property
    def counts_before(self) -> dict[Status, int]:
        """The same for the quarter before, over the actions that took part in it."""
        return counts(action.before for action in self.actions if action.before)

    @property
    def total(self) -> int:
        """The number the counts are a share of."""
        return len(self.actions)

    @property
    def on_course(self) -> OnCourse:
        """How many of the counted actions are on course."""
        return self.vocabulary.on_course(self.counts)

    @property
    def completeness(self) -> Completeness:
        """Updates received out of those due."""
        return completeness(action.state for action in self.actions if action.state)

    @property
    def finding(self) -> str:
        """The sentence a chart of the counts states: "2 of 24 actions are off track in Q1 2026/27"."""
        off, word = self.counts[Status.OFF_TRACK], self.vocabulary.inside(Status.OFF_TRACK)
        if not off:
            return f"No action is reported {word} in {self.quarter.label}"
        verb = "is" if off == 1 else "are"
        return f"{off} of {counted(self.total, 'action')} {verb} {word} in {self.quarter.label}"

    def with_status(self, *statuses: Status) -> tuple[ActionPosition, ...]:
        """The actions in any of the statuses, in the statuses' order."""
        return tuple(action for status in statuses for action in self.actions if action.status is status)

    def by_theme(self) -> Mapping[str, tuple[ActionPosition, ...]]:
        """The actions under the name of their theme, in the order they come."""
        themes: dict[str, list[ActionPosition]] = {}
        for action in self.actions:
            themes.setdefault(action.theme, []).append(action)
        return {name: tuple(rows) for name, rows in themes.items()}


@dataclass(frozen=True)
class MilestoneDue:
    """A milestone promised for a quarter, and what became of it.

    ``promised`` is its agreed date as it stood when the quarter began, ``current`` as it stood when
    the quarter's updates were collected. ``outcome`` is None while it is neither due, done nor moved.
    """

    action_reference: str
    action: str
    owner: str
    number: int
    title: str
    url: str
    original: DateWindow
    promised: DateWindow
    current: DateWindow
    actual_on: date | None
    moves: int
    outcome: PromiseOutcome | None

    @property
    def slippage(self) -> Slippage:
        """How far and how often the date has moved."""
        return Slippage(self.original, self.current, self.moves)

    @property
    def outcome_words(self) -> str:
        """What became of the promise, or that it is still to come."""
        return self.outcome.label if self.outcome else "Still to come"
