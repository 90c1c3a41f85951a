"""Where an organisation stands towards a partnership, and what may come next.

An expression of interest, a reserved position and full membership are three different
things to the people in the room, so none of them is stored as a yes or a no.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.domain.dated import Span, holding_on
from core.domain.lifecycle import Lifecycle, Need, Transition
from core.domain.words import Labelled


class MembershipState(Labelled):
    """What an organisation has said about taking part."""

    INVITED = "invited"
    EXPRESSED_INTEREST = "expressed_interest"
    POSITION_RESERVED = "position_reserved"
    PARTICIPATING = "participating"
    NON_PARTICIPATING = "non_participating"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        if self is MembershipState.PARTICIPATING:
            return "Full member"
        if self is MembershipState.NON_PARTICIPATING:
            return "Not participating"
        return super().label


WHEN = Need("effective_from", "Give the day from which this holds.")
WHERE_AGREED = Need("evidence", "Say which decision of its own made it a full member.")
WHY = Need("reason", "Say why the organisation is leaving.")

_S = MembershipState

MEMBERSHIP: Lifecycle[MembershipState] = Lifecycle(
    "membership",
    _S.INVITED,
    [
        Transition(_S.INVITED, _S.EXPRESSED_INTEREST, "Record interest", (WHEN,)),
        Transition(_S.INVITED, _S.POSITION_RESERVED, "Record a reserved position", (WHEN,)),
        Transition(_S.INVITED, _S.PARTICIPATING, "Make a full member", (WHEN, WHERE_AGREED)),
        Transition(_S.INVITED, _S.NON_PARTICIPATING, "Record that it stays out", (WHEN,)),
        Transition(_S.EXPRESSED_INTEREST, _S.POSITION_RESERVED, "Record a reserved position", (WHEN,)),
        Transition(_S.EXPRESSED_INTEREST, _S.PARTICIPATING, "Make a full member", (WHEN, WHERE_AGREED)),
        Transition(_S.EXPRESSED_INTEREST, _S.NON_PARTICIPATING, "Record that it stays out", (WHEN,)),
        Transition(_S.POSITION_RESERVED, _S.EXPRESSED_INTEREST, "Record interest", (WHEN,)),
        Transition(_S.POSITION_RESERVED, _S.PARTICIPATING, "Make a full member", (WHEN, WHERE_AGREED)),
        Transition(_S.POSITION_RESERVED, _S.NON_PARTICIPATING, "Record that it stays out", (WHEN,)),
        Transition(_S.NON_PARTICIPATING, _S.EXPRESSED_INTEREST, "Record interest", (WHEN,)),
        Transition(_S.NON_PARTICIPATING, _S.PARTICIPATING, "Make a full member", (WHEN, WHERE_AGREED)),
        Transition(_S.PARTICIPATING, _S.WITHDRAWN, "Record its withdrawal", (WHEN, WHY)),
        Transition(_S.WITHDRAWN, _S.INVITED, "Invite again", (WHEN,)),
    ],
)


@dataclass(frozen=True)
class MembershipPeriod:
    """One stretch of an organisation's history in a partnership."""

    organisation: str
    state: MembershipState
    span: Span


def state_on(history: Sequence[MembershipPeriod], day: date) -> MembershipState | None:
    """The state of one organisation on a day; None when nothing is recorded for it.

    Of two stretches that share a day (the last of one, the first of the next) the later counts.
    """
    holding = holding_on(((period.span, period) for period in history), day)
    if not holding:
        return None
    return max(holding, key=lambda period: period.span.first or date.min).state
