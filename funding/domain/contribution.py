"""Contributions: how far each has come, what each step needs, and the totals by partner."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from core.domain.lifecycle import Lifecycle, Need, Transition
from core.domain.problems import Problem
from core.domain.words import Labelled, counted, day_words
from funding.domain.transfer import Transferred, balanced


class ContributionState(Labelled):
    """How far a contribution has come. In principle is not committed, in any total."""

    PROPOSED = "proposed"
    IN_PRINCIPLE = "agreed_in_principle"
    COMMITTED = "committed"
    INVOICED = "invoiced"
    RECEIVED = "received"
    WITHDRAWN = "withdrawn"


class ConditionKind(Labelled):
    """What a contribution waits for."""

    DECISION = "decision"
    DATE = "date"
    OTHERS = "others_commitment"

    @property
    def label(self) -> str:
        return {"decision": "A decision", "date": "A date"}.get(self.value, "The others' commitment")


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

    ``condition_met`` is None while it is not known.
    """

    state: ContributionState
    state_on: date | None = None
    decided_by: str = ""
    decided_on: date | None = None
    condition: str = ""
    condition_met: bool | None = None
    condition_kind: str = ""
    condition_on: date | None = None


def contribution_problems(facts: ContributionFacts, before: ContributionState | None) -> list[Problem]:
    """Why a contribution cannot be saved like this; ``before`` is the stored state, None for a new one."""
    answers = {"state_on": facts.state_on, "board": facts.decided_by, "decided_on": facts.decided_on}
    problems: list[Problem] = []
    if before is not None and before is not facts.state:
        refused = CONTRIBUTION.problems(before, facts.state, answers)
        problems += [Problem(problem.field or "state", problem.code, problem.message) for problem in refused]
    if facts.state in DECIDED:
        problems += [
            Problem(need.field, "required", need.message)
            for need in (WHO, WHEN)
            if not need.is_met_by(answers)
        ]
    if facts.state in BOUND and facts.condition.strip() and facts.condition_met is not True:
        sentence = (
            "This contribution depends on a condition that is not met, so it cannot be "
            f"{facts.state.label.lower()}. Say that the condition is met, or leave it agreed in principle."
        )
        problems.append(Problem("condition_met", "condition", sentence))
    return problems + _condition_problems(facts)


def _condition_problems(facts: ContributionFacts) -> list[Problem]:
    """A condition says what it is; one that waits for a day names the day and is not met before it."""
    if facts.condition_kind and not facts.condition.strip():
        sentence = "Say in words what the condition is, or take its kind out."
        return [Problem("condition", "required", sentence)]
    if facts.condition_kind != ConditionKind.DATE:
        return []
    if facts.condition_on is None:
        return [Problem("condition_on", "required", "Give the day this contribution waits for.")]
    if facts.condition_met and facts.state_on is not None and facts.state_on < facts.condition_on:
        sentence = f"The condition cannot be met before {day_words(facts.condition_on)}."
        return [Problem("condition_met", "early", sentence)]
    return []


def condition_words(
    kind: str, wording: str, met: bool | None, on: date | None, others: tuple[int, int]
) -> str:
    """A condition and where it stands. ``others`` are how many other contributions are bound, of how many.

    Whether it is met is recorded by somebody, never concluded; what can be counted is put beside it.
    """
    if not wording.strip():
        return "None"
    met_words = {True: "Met.", False: "Not met.", None: "Nobody has said whether it is met."}[met]
    beside = ""
    if kind == ConditionKind.DATE and on is not None:
        beside = f" It waits for {day_words(on)}."
    if kind == ConditionKind.OTHERS:
        beside = f" Of {counted(others[1], 'other contribution')} to this phase {others[0]} committed."
    return f"{wording.strip()} {met_words}{beside}"


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
class ContributionStanding:
    """What one partner gives, each pound counted once, under how far it has come.

    Invoiced counts as committed until it is received; withdrawn counts nowhere. ``balanced`` is what
    re-balancings and repayments between partners add to it or take from it.
    """

    name: str
    code: str
    proposed: Decimal
    in_principle: Decimal
    committed: Decimal
    received: Decimal
    balanced: Decimal = Decimal(0)

    @property
    def total(self) -> Decimal:
        return self.proposed + self.in_principle + self.committed + self.received + self.balanced


def standing(
    name: str, code: str, contributions: Iterable[Given], moved: Decimal = Decimal(0)
) -> ContributionStanding:
    """Add contributions up by state under one name."""
    sums = {state: Decimal(0) for state in ContributionState}
    for contribution in contributions:
        sums[contribution.state] += contribution.amount
    committed = sums[S.COMMITTED] + sums[S.INVOICED]
    return ContributionStanding(
        name, code, sums[S.PROPOSED], sums[S.IN_PRINCIPLE], committed, sums[S.RECEIVED], moved
    )


def by_partner(
    contributions: Sequence[Given], entries: Sequence[Transferred] = ()
) -> tuple[ContributionStanding, ...]:
    """One line for each partner that gives anything or takes part in an entry, by name."""
    names = {contribution.code: contribution.giver for contribution in contributions}
    for entry in entries:
        names |= {entry.payer_code: entry.payer, entry.payee_code: entry.payee}
    return tuple(
        standing(
            name,
            code,
            [contribution for contribution in contributions if contribution.code == code],
            balanced(code, entries),
        )
        for code, name in sorted(names.items(), key=lambda pair: (pair[1], pair[0]))
    )


@dataclass(frozen=True)
class Step:
    """One recorded version of a contribution: when it was recorded, and what it then was."""

    reference: str
    recorded: datetime
    state: ContributionState
    since: date | None
    amount: Decimal
    decision: str
    condition_met: bool | None
    why: str


def steps(versions: Iterable[Step]) -> tuple[Step, ...]:
    """The versions that changed something a ledger shows, oldest first; repeats are left out."""
    kept: list[Step] = []
    for version in versions:
        if not kept or _said(kept[-1]) != _said(version):
            kept.append(version)
    return tuple(kept)


def _said(step: Step) -> tuple[object, ...]:
    return (step.state, step.since, step.amount, step.decision, step.condition_met)
