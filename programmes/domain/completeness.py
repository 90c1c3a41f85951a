"""How much of a round has been answered, always with the number it is a share of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.domain.money import pct_of_count
from core.domain.words import counted
from programmes.domain.rounds import UpdateState


@dataclass(frozen=True)
class Completeness:
    """Updates received out of the updates due.

    Raises ValueError when more arrived than were due, which means one was counted twice.
    """

    received: int
    due: int

    def __post_init__(self) -> None:
        if not 0 <= self.received <= self.due:
            raise ValueError(f"{self.received} updates cannot have come from {self.due} that were due.")

    @property
    def missing(self) -> int:
        return self.due - self.received

    @property
    def is_complete(self) -> bool:
        return self.missing == 0

    @property
    def wording(self) -> str:
        """Count first, base beside it, percentage last: "17 of 24 updates received (71%)".

        Half up, but never 100% while one is missing and never 0% once one has arrived.
        """
        if not self.due:
            return "No updates are due"
        share = pct_of_count(self.received, self.due)
        return f"{self.received:,} of {counted(self.due, 'update')} received ({share})"


def completeness(states: Iterable[UpdateState]) -> Completeness:
    """Count the updates of a round by the state each is in; drafts and returns are not in."""
    listed = list(states)
    return Completeness(sum(state.is_in for state in listed), len(listed))


def completeness_by(owners: Iterable[tuple[str, UpdateState]]) -> Mapping[str, Completeness]:
    """The same for each organisation, those with most missing first, then by name."""
    by_owner: dict[str, list[UpdateState]] = {}
    for owner, state in owners:
        by_owner.setdefault(owner, []).append(state)
    counted_up = {owner: completeness(states) for owner, states in by_owner.items()}
    return dict(sorted(counted_up.items(), key=lambda pair: (-pair[1].missing, pair[0])))
