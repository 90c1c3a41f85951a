"""What is spent, quarter by quarter: as approved, as moved since by a decision, and as the ledger has it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.domain.lifecycle import Lifecycle, Need, Transition
from core.domain.money import pounds
from core.domain.periods import Quarter
from core.domain.problems import Problem
from core.domain.words import Labelled, day_words


class ProfileMoveKind(Labelled):
    """Why money approved for one quarter is to be spent in another."""

    CARRY_FORWARD = "carry_forward"
    REPROFILE = "reprofile"

    @property
    def label(self) -> str:
        return "Re-profiling" if self is ProfileMoveKind.REPROFILE else "Carry-forward"


class ProfileMoveState(Labelled):
    """A request moves nothing; a decision does."""

    REQUESTED = "requested"
    APPROVED = "approved"
    REFUSED = "refused"


WHO = Need("board", "Say which board decided this.")
WHEN = Need("decided_on", "Give the day of the decision.")
S = ProfileMoveState
MOVE: Lifecycle[ProfileMoveState] = Lifecycle(
    "request",
    S.REQUESTED,
    [
        Transition(S.REQUESTED, S.APPROVED, "Approve", (WHO, WHEN)),
        Transition(S.REQUESTED, S.REFUSED, "Refuse", (WHO, WHEN)),
    ],
)


@dataclass(frozen=True)
class ProfileMoveFacts:
    """A request as it is about to be saved, in pounds. ``decided_by`` names the board, "" when nobody did."""

    kind: ProfileMoveKind
    state: ProfileMoveState
    source: Quarter
    target: Quarter
    amount: Decimal
    decided_by: str = ""
    decided_on: date | None = None


def move_problems(
    facts: ProfileMoveFacts, before: ProfileMoveState | None, available: Decimal
) -> list[Problem]:
    """Why a request cannot be saved like this.

    ``before`` is its stored state, None for a new one; ``available`` is what is to be spent in the quarter it
    takes from, without it, in pounds.
    """
    answers = {"board": facts.decided_by, "decided_on": facts.decided_on}
    problems: list[Problem] = []
    start = before or ProfileMoveState.REQUESTED
    if facts.state is not start:
        refused = MOVE.problems(start, facts.state, answers)
        problems += [Problem(problem.field or "state", problem.code, problem.message) for problem in refused]
    if facts.source == facts.target:
        sentence = "The money is there already. Choose two different quarters."
        problems.append(Problem("", "same", sentence))
    elif facts.kind is ProfileMoveKind.CARRY_FORWARD and facts.target < facts.source:
        sentence = f"Money is carried forward to a later quarter than {facts.source.label}."
        problems.append(Problem("", "earlier", sentence))
    if facts.state is not ProfileMoveState.REFUSED and facts.amount > available:
        sentence = (
            f"{pounds(facts.amount)} cannot be moved: {facts.source.label} has {pounds(available)} to spend. "
            "Ask for less, or choose another quarter."
        )
        problems.append(Problem("amount", "too_much", sentence))
    return problems


@dataclass(frozen=True)
class MoveRequest:
    """One request to spend money in another quarter, in pounds."""

    reference: str
    kind: ProfileMoveKind
    state: ProfileMoveState
    source: Quarter
    target: Quarter
    amount: Decimal
    why: str
    asked_on: date | None = None
    decision: str = ""

    @property
    def sentence(self) -> str:
        return f"{pounds(self.amount)} from {self.source.label} to {self.target.label}"


@dataclass(frozen=True)
class QuarterSpend:
    """One quarter of a phase, in pounds."""

    quarter: Quarter
    approved: Decimal
    current: Decimal
    actual: Decimal

    @property
    def difference(self) -> Decimal:
        """Spent above what is to be spent; negative when less was spent."""
        return self.actual - self.current


@dataclass(frozen=True)
class PhaseSpend:
    """A phase's spending by quarter, oldest first, and its sums."""

    name: str
    reference: str
    quarters: tuple[QuarterSpend, ...]

    @property
    def approved(self) -> Decimal:
        return sum((quarter.approved for quarter in self.quarters), Decimal(0))

    @property
    def current(self) -> Decimal:
        return sum((quarter.current for quarter in self.quarters), Decimal(0))

    @property
    def actual(self) -> Decimal:
        return sum((quarter.actual for quarter in self.quarters), Decimal(0))

    def sentence(self, today: date) -> str:
        """Where spending stands at the end of the last quarter that is over."""
        ended = [quarter for quarter in self.quarters if quarter.quarter.last_day < today]
        if not self.quarters:
            return "No spending is profiled or recorded yet."
        if not ended:
            return f"{pounds(self.current)} is to be spent; its first quarter is not over yet."
        planned = sum((quarter.current for quarter in ended), Decimal(0))
        spent = sum((quarter.actual for quarter in ended), Decimal(0))
        until = day_words(ended[-1].quarter.last_day)
        if spent == planned:
            return f"By {until} {pounds(spent)} was spent, as profiled."
        gap = f"{pounds(abs(spent - planned))} {'more' if spent > planned else 'less'}"
        return f"By {until} {pounds(spent)} was spent, {gap} than the {pounds(planned)} profiled."


def phase_spend(
    name: str,
    reference: str,
    approved: Mapping[Quarter, Decimal],
    moves: Iterable[MoveRequest],
    actual: Mapping[Quarter, Decimal],
) -> PhaseSpend:
    """A phase's quarters: every one that has anything approved, moved or spent."""
    current = dict(approved)
    for move in moves:
        if move.state is ProfileMoveState.APPROVED:
            current[move.source] = current.get(move.source, Decimal(0)) - move.amount
            current[move.target] = current.get(move.target, Decimal(0)) + move.amount
    quarters = sorted({*current, *actual})
    zero = Decimal(0)
    return PhaseSpend(
        name,
        reference,
        tuple(
            QuarterSpend(
                quarter,
                approved.get(quarter, zero),
                current.get(quarter, zero),
                actual.get(quarter, zero),
            )
            for quarter in quarters
        ),
    )


def by_quarter(lines: Sequence[tuple[date, Decimal]]) -> dict[Quarter, Decimal]:
    """Ledger lines added up by the quarter of their day."""
    spent: dict[Quarter, Decimal] = {}
    for day, amount in lines:
        quarter = Quarter.of(day)
        spent[quarter] = spent.get(quarter, Decimal(0)) + amount
    return spent
