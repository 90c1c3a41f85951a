"""The plan's list: each action's status in the quarter shown, worked out by the database.

The conditions are made from the same rule quarter_position asks, so a count on the dashboard and
the list it leads to hold the same actions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, FilteredRelation, Q, Value, When

from core.domain.periods import Quarter
from core.domain.status import Confidence, Stage, Status, status_of
from partnerships.models import Partnership
from programmes.domain.position import FINISHED
from programmes.domain.rounds import UpdateState
from programmes.models import Round
from programmes.queries.position import STARTED

IN = [state for state in UpdateState if state.is_in]

NO_ROUND = (0,)  # an empty list would make Django answer with no row at all


@dataclass(frozen=True)
class ShownQuarter:
    """Which quarter a list answers for.

    ``quarter`` is None while no round has started. ``rounds`` and ``before`` are the ids of the rounds
    of that quarter and of the one before, over all plans; ``started`` every quarter there is to choose.
    """

    quarter: Quarter | None
    rounds: tuple[int, ...]
    before: tuple[int, ...]
    started: tuple[Quarter, ...]

    @property
    def is_newest(self) -> bool:
        """Whether every live action belongs to it."""
        return self.quarter is None or self.quarter == self.started[0]


def shown_quarter(partnership: Partnership, wanted: Quarter | None = None) -> ShownQuarter:
    """The quarter wanted, else the newest with a started round. One query."""
    rounds: dict[Quarter, list[int]] = {}
    for one in Round.objects.live().filter(plan__partnership=partnership, state__in=STARTED):
        rounds.setdefault(one.quarter, []).append(one.pk)
    started = tuple(sorted(rounds, reverse=True))
    quarter = wanted if wanted in rounds else (started[0] if started else None)
    if quarter is None:
        return ShownQuarter(None, (), (), ())
    before = rounds.get(quarter.previous(), [])
    return ShownQuarter(quarter, tuple(rounds[quarter]), tuple(before), started)


def with_status(rows: Any, shown: ShownQuarter) -> Any:
    """The actions that belong to the quarter, with ``shown_status`` and ``shown_before``.

    Both are values of Status; ``shown_before`` is None where an action took no part in the quarter
    before.
    """
    rows = rows.alias(
        now=FilteredRelation("updates", condition=Q(updates__round__in=shown.rounds or NO_ROUND)),
        last=FilteredRelation("updates", condition=Q(updates__round__in=shown.before or NO_ROUND)),
    )
    quarter = shown.quarter
    took_part = Q(last__isnull=False) | (_finished_before(quarter.previous()) if quarter else Q(pk__in=[]))
    rows = rows.annotate(
        shown_status=Case(*_cases("now", quarter), default=Value(Status.NO_UPDATE.value)),
        shown_before=Case(
            When(~took_part, then=Value(None)),
            *_cases("last", quarter.previous() if quarter else None),
            default=Value(Status.NO_UPDATE.value),
        ),
    )
    if quarter is None or shown.is_newest:
        return rows
    return rows.filter(Q(now__isnull=False) | _finished_before(quarter))


def _cases(relation: str, quarter: Quarter | None) -> Iterator[When]:
    """One condition for each status an answer, or an earlier end, can give."""
    for stage in Stage:
        for confidence in Confidence if stage.takes_confidence else (None,):
            answer = Q(**{f"{relation}__state__in": IN, f"{relation}__stage": stage})
            if confidence:
                answer &= Q(**{f"{relation}__confidence": confidence})
            yield When(answer, then=Value(status_of(stage, confidence, True).value))
    if quarter:
        for stage in FINISHED:
            ended = Q(**{f"{relation}__isnull": True}, stage=stage) & _finished_before(quarter)
            yield When(ended, then=Value(status_of(stage, None, True).value))


def _finished_before(quarter: Quarter) -> Q:
    """Actions that a quarter before this one ended."""
    year = quarter.year.start
    earlier = Q(reported_in__year__lt=year) | Q(
        reported_in__year=year, reported_in__quarter_number__lt=quarter.number
    )
    return Q(stage__in=FINISHED) & earlier
