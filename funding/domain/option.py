"""Funding options: several stand side by side until a decision makes one of them the agreed one."""

from datetime import date

from core.domain.lifecycle import Lifecycle, Need, Transition
from core.domain.problems import Problem
from core.domain.words import Labelled


class OptionState(Labelled):
    """Proposed until a decision says otherwise."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    NOT_TAKEN = "not_taken"


WHO = Need("board", "Say which board agreed this option. A recommendation alone agrees nothing.")
WHEN = Need("decided_on", "Give the day of the decision.")
S = OptionState
OPTION: Lifecycle[OptionState] = Lifecycle(
    "option",
    S.PROPOSED,
    [
        Transition(S.PROPOSED, S.AGREED, "Agree", (WHO, WHEN)),
        Transition(S.PROPOSED, S.NOT_TAKEN, "Set aside"),
        Transition(S.NOT_TAKEN, S.AGREED, "Agree", (WHO, WHEN)),
        Transition(S.NOT_TAKEN, S.PROPOSED, "Propose again"),
        Transition(S.AGREED, S.NOT_TAKEN, "Replace"),
    ],
)


def option_problems(
    state: OptionState, decided_by: str, decided_on: date | None, before: OptionState | None
) -> list[Problem]:
    """Why an option cannot be saved like this; ``before`` is the stored state, None for a new one."""
    answers = {"board": decided_by, "decided_on": decided_on}
    if before is not None and before is not state:
        refused = OPTION.problems(before, state, answers)
        return [Problem(problem.field or "state", problem.code, problem.message) for problem in refused]
    if state is OptionState.AGREED:
        return [
            Problem(need.field, "required", need.message)
            for need in (WHO, WHEN)
            if not need.is_met_by(answers)
        ]
    return []
