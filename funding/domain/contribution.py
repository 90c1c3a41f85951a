"""Contributions: how far each has come, what each step needs, and the totals by partner."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.domain.lifecycle import Lifecycle, Need, Transition
from core.domain.problems import Problem
from core.domain.words import Labelled


class ContributionState(Labelled):
    """How far a contribution has come. In principle is not committed, in any total."""

    PROPOSED = "proposed"
    IN_PRINCIPLE = "agreed_in_principle"
    COMMITTED = "committed"
    INVOICED = "invoiced"
    RECEIVED = "received"
    WITHDRAWN = "withdrawn"


BOUND = (ContributionState.COMMITTED, ContributionState.INVOICED, ContributionState.RECEIVED)
DECIDED = (ContributionState.IN_PRINCIPLE, *BOUND)

SINCE = Need("state_on", "Give the day from which this holds.")
WHO = Need("board", "Say which board decided this.")
WHEN = Need("decided_on", "Give the day of the decision.")


def _step(source: ContributionState, target: ContributionState, verb: str) -> Transition[ContributionState]:
    return Transition(source, target, verb, (SINCE,))


S = ContributionState
CONTRIBUTION: Lifecycle[ContributionState] = Lifecycle(
    "contribution",
    S.PROPOSED,
    [
        _step(S.PROPOSED, S.IN_PRINCIPLE, "Agree in principle"),
        _step(S.PROPOSED, S.COMMITTED, "Commit"),
        _step(S.PROPOSED, S.WITHDRAWN, "Withdraw"),
        _step(S.IN_PRINCIPLE, S.COMMITTED, "Commit"),
        _step(S.IN_PRINCIPLE, S.PROPOSED, "Correct to proposed"),
        _step(S.IN_PRINCIPLE, S.WITHDRAWN, "Withdraw"),
        _step(S.COMMITTED, S.INVOICED, "Invoice"),
        _step(S.COMMITTED, S.RECEIVED, "Receive"),
        _step(S.COMMITTED, S.IN_PRINCIPLE, "Correct to agreed in principle"),
        _step(S.COMMITTED, S.WITHDRAWN, "Withdraw"),
        _step(S.INVOICED, S.RECEIVED, "Receive"),
        _step(S.INVOICED, S.COMMITTED, "Correct to committed"),
        _step(S.RECEIVED, S.COMMITTED, "Correct to committed"),
        _step(S.WITHDRAWN, S.PROPOSED, "Propose again"),
    ],
)


@dataclass(frozen=True)
class ContributionFacts:
    """A contribution as it is about to be saved. ``decided_by`` names the board, "" when nobody did.

    ``condition_met`` is None while nobody has said.
    """

    state: ContributionState
    state_on: date | None = None
    decided_by: str = ""
    decided_on: date | None = None
    condition: str = ""
    condition_met: bool | None = None


def contribution_problems(facts: ContributionFacts, before: ContributionState | None) -> list[Problem]:
    """Why a contribution cannot be saved like this; ``before`` is the stored state, None for a new one."""
    given = {"state_on": facts.state_on, "board": facts.decided_by, "decided_on": facts.decided_on}
    problems: list[Problem] = []
    if before is not None and before is not facts.state:
        refused = CONTRIBUTION.problems(before, facts.state, given)
        problems += [Problem(each.field or "state", each.code, each.message) for each in refused]
    if facts.state in DECIDED:
        problems += [
            Problem(need.field, "required", need.message) for need in (WHO, WHEN) if not need.is_met_by(given)
        ]
    if facts.state in BOUND and facts.condition.strip() and facts.condition_met is not True:
        sentence = (
            "This contribution depends on a condition that is not met, so it cannot be "
            f"{facts.state.label.lower()}. Say that the condition is met, or leave it agreed in principle."
        )
        problems.append(Problem("condition_met", "condition", sentence))
    return problems


@dataclass(frozen=True)
class Given:
    """One contribution, in pounds, as lists show it. ``code`` is the giver's."""

    reference: str
    giver: str
    code: str
    phase: str
    source: str
    amount: Decimal
    state: ContributionState
    since: date | None = None
    decision: str = ""
    condition: str = ""
    condition_met: bool | None = None


@dataclass(frozen=True)
class Standing:
    """What one partner gives, each pound counted once, under how far it has come.

    Invoiced counts as committed until it is received; withdrawn counts nowhere.
    """

    name: str
    code: str
    proposed: Decimal
    in_principle: Decimal
    committed: Decimal
    received: Decimal

    @property
    def total(self) -> Decimal:
        return self.proposed + self.in_principle + self.committed + self.received


def standing(name: str, code: str, given: Iterable[Given]) -> Standing:
    """Add contributions up by state under one name."""
    sums = {state: Decimal(0) for state in ContributionState}
    for each in given:
        sums[each.state] += each.amount
    committed = sums[S.COMMITTED] + sums[S.INVOICED]
    return Standing(name, code, sums[S.PROPOSED], sums[S.IN_PRINCIPLE], committed, sums[S.RECEIVED])


def by_partner(given: Sequence[Given]) -> tuple[Standing, ...]:
    """One line for each partner that gives anything, by name."""
    names = {each.code: each.giver for each in given}
    return tuple(
        standing(name, code, [each for each in given if each.code == code])
        for code, name in sorted(names.items(), key=lambda pair: (pair[1], pair[0]))
    )
