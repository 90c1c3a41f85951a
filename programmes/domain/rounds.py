"""A quarter's collection of updates: its dates, its states, and who may still write in it."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date

from core.domain.calendar import NO_CLOSURES, add_working_days
from core.domain.lifecycle import Lifecycle, Need, Transition
from core.domain.periods import Quarter
from core.domain.problems import Problem
from core.domain.words import Labelled

OPENS_ON, DUE_ON, SIGN_OFF_ON, LOCK_ON = 1, 10, 13, 15


class RoundState(Labelled):
    """How far a quarter's collection has come."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"
    LOCKED = "locked"


class UpdateState(Labelled):
    """How far one action's answer has come."""

    NOT_STARTED = "not_started"
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    SIGNED_OFF = "signed_off"

    @property
    def is_in(self) -> bool:
        """Whether it counts as received: drafts and returned answers are still with the officer."""
        return self in (UpdateState.SUBMITTED, UpdateState.SIGNED_OFF)


_R, _U = RoundState, UpdateState

ROUND: Lifecycle[RoundState] = Lifecycle(
    "round",
    _R.PLANNED,
    [
        Transition(_R.PLANNED, _R.OPEN, "Open"),
        Transition(_R.OPEN, _R.CLOSED, "Close"),
        Transition(
            _R.CLOSED,
            _R.OPEN,
            "Open again",
            (Need("reason", "Say why the round opens again."), Need("due", "Give the new due date.")),
        ),
        Transition(_R.CLOSED, _R.LOCKED, "Lock"),
    ],
)

# A locked round never opens again. What was wrong in it is reopened update by update, so that
# everything nobody named stays exactly as it was printed.
UPDATE: Lifecycle[UpdateState] = Lifecycle(
    "update",
    _U.NOT_STARTED,
    [
        Transition(_U.NOT_STARTED, _U.DRAFT, "Save draft"),
        Transition(_U.NOT_STARTED, _U.SUBMITTED, "Submit"),
        Transition(_U.DRAFT, _U.SUBMITTED, "Submit"),
        Transition(_U.SUBMITTED, _U.DRAFT, "Take back"),
        Transition(
            _U.SUBMITTED,
            _U.RETURNED,
            "Return",
            (Need("note", "Say what has to change before it is agreed."),),
        ),
        Transition(_U.SUBMITTED, _U.SIGNED_OFF, "Sign off"),
        Transition(_U.RETURNED, _U.SUBMITTED, "Submit again"),
        Transition(_U.SIGNED_OFF, _U.DRAFT, "Reopen", (Need("reason", "Say why this update is reopened."),)),
    ],
)


@dataclass(frozen=True)
class RoundDates:
    """The four days of a round, each a working day after the quarter has ended."""

    opens: date
    due: date
    sign_off: date
    lock: date

    def problems(self) -> list[Problem]:
        """The four days have to come in their order; two of them may share a day."""
        steps = (("due", self.opens, self.due), ("sign_off", self.due, self.sign_off))
        late = [
            field for field, earlier, later in (*steps, ("lock", self.sign_off, self.lock)) if later < earlier
        ]
        names = {"due": "opening", "sign_off": "the due date", "lock": "sign-off"}
        return [
            Problem(field, "order", f"This date is before {names[field]}. Choose that day or a later one.")
            for field in late
        ]


def round_dates(quarter: Quarter, closures: Set[date] = NO_CLOSURES) -> RoundDates:
    """Open on working day 1 after the quarter, due on 10, signed off by 13, locked on 15.

    ``closures`` are the days on which the partnership's offices are shut.
    """
    opens, due, sign_off, lock = (
        add_working_days(quarter.last_day, number, closures)
        for number in (OPENS_ON, DUE_ON, SIGN_OFF_ON, LOCK_ON)
    )
    return RoundDates(opens, due, sign_off, lock)


def writing_problems(
    quarter: Quarter, round_state: RoundState, update_state: UpdateState, is_reopened: bool
) -> list[Problem]:
    """Why an officer cannot write an update just now; an empty list when they can.

    ``is_reopened`` says that a programme manager has reopened this one update. A closed
    round still takes answers that were returned, because somebody is waiting for them.
    """
    if update_state is _U.SIGNED_OFF:
        return [_closed("This update is signed off. A programme manager can reopen it, giving a reason.")]
    if is_reopened or round_state is _R.OPEN:
        return []
    if round_state is _R.PLANNED:
        return [_closed(f"The round for {quarter.label} has not opened yet.")]
    if round_state is _R.LOCKED:
        return [
            _closed(
                f"{quarter.label} is locked. A programme manager can reopen this update, giving a reason."
            )
        ]
    if update_state is _U.RETURNED:
        return []
    return [_closed(f"The round for {quarter.label} is closed. Ask a programme manager to open it again.")]


def reopening_problems(
    round_state: RoundState, updates: Set[str], reason: str, in_round: Set[str]
) -> list[Problem]:
    """Why updates of a round cannot be reopened: they are named one by one, with a reason.

    ``updates`` and ``in_round`` are references of actions.
    """
    problems = []
    if round_state in (_R.PLANNED, _R.OPEN):
        sentence = f"This round is {round_state.label.lower()}, so there is nothing to reopen in it."
        problems.append(Problem("", "not_closed", sentence))
    if not updates:
        problems.append(Problem("updates", "required", "Name the updates to reopen. The others stay locked."))
    for reference in sorted(updates - in_round):
        sentence = f"{reference} has no update in this round. Take it off the list."
        problems.append(Problem("updates", "not_in_round", sentence))
    if not reason.strip():
        problems.append(Problem("reason", "required", "Say why these updates are reopened."))
    return problems


def _closed(sentence: str) -> Problem:
    return Problem("", "closed", sentence)
