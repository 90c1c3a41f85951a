"""The plan's list: each action's status in the quarter shown.

It is worked out by the rule quarter_position asks; where a list is narrowed to one status, the database
is given that rule as a condition. So a count on the dashboard and the list it leads to hold the same actions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Case, FilteredRelation, Q, Value, When

from core.domain.periods import FinancialYear, Quarter
from core.domain.status import Confidence, Stage, Status, status_of
from partnerships.models import Partnership
from programmes.domain.position import FINISHED, status_as_stored
from programmes.domain.rounds import UpdateState
from programmes.models import Round
from programmes.queries.position import STARTED
from programmes.queries.themes import theme_at, themes_kept_at

IN = [state for state in UpdateState if state.is_in]

NO_ROUND = (0,)  # an empty list would make Django answer with no row at all


@dataclass(frozen=True)
class ShownQuarter:
    """Which quarter a list answers for.

    ``quarter`` is None while no round has started. ``rounds`` and ``before`` are the ids of the rounds
    of that quarter and of the one before, over all plans; ``started`` every quarter there is to choose;
    ``themes_at`` the moment whose themes its actions count under, None for today's.
    """

    quarter: Quarter | None
    rounds: tuple[int, ...]
    before: tuple[int, ...]
    started: tuple[Quarter, ...]
    themes_at: datetime | None = None

    @property
    def is_newest(self) -> bool:
        """Whether every live action belongs to it."""
        return self.quarter is None or self.quarter == self.started[0]


def shown_quarter(partnership: Partnership, wanted: Quarter | None = None) -> ShownQuarter:
    """The quarter wanted, else the newest with a started round. One query."""
    rounds: dict[Quarter, list[Round]] = {}
    rows = Round.objects.live().filter(plan__partnership=partnership, state__in=STARTED)
    for row in rows.order_by():
        rounds.setdefault(row.quarter, []).append(row)
    started = tuple(sorted(rounds, reverse=True))
    quarter = wanted if wanted in rounds else (started[0] if started else None)
    if quarter is None:
        return ShownQuarter(None, (), (), ())
    current, before = rounds[quarter], rounds.get(quarter.previous(), [])
    return ShownQuarter(
        quarter=quarter,
        rounds=tuple(row.pk for row in current),
        before=tuple(row.pk for row in before),
        started=started,
        themes_at=themes_kept_at(current),
    )


# What the database is asked for each action, for statuses() to read.
ANSWERS = (
    "stage",
    "reported_in__year",
    "reported_in__quarter_number",
    *(f"{relation}__{name}" for relation in ("now", "last") for name in ("state", "stage", "confidence")),
)


def of_quarter(rows: Any, shown: ShownQuarter) -> Any:
    """The actions that belong to the quarter; the newest has all of them, and nothing is joined for it."""
    if shown.quarter is None or shown.is_newest:
        return rows
    return _asked(rows, shown).filter(Q(asked__isnull=False) | _finished_before(shown.quarter))


def with_answers(rows: Any, shown: ShownQuarter) -> Any:
    """The same rows, a page of a list for one, with ANSWERS and the id ``shown_theme`` to ask for."""
    return rows.annotate(shown_theme=theme_at(shown.themes_at)).alias(
        now=FilteredRelation("updates", condition=Q(updates__round__in=shown.rounds or NO_ROUND)),
        last=FilteredRelation("updates", condition=Q(updates__round__in=shown.before or NO_ROUND)),
    )


def statuses(answers: Sequence[Any], shown: ShownQuarter) -> tuple[Status, Status | None]:
    """An action's status in the quarter and in the one before, from the values of its ANSWERS.

    The second is None where the action took no part in the quarter before.
    """
    stage, year, number, *reported = answers
    now_ended = last_ended = None
    if year and stage in FINISHED and shown.quarter:
        ended = Quarter(FinancialYear(year), number)
        now_ended = Stage(stage) if ended < shown.quarter else None
        last_ended = Stage(stage) if ended < shown.quarter.previous() else None
    took_part = reported[3] is not None or last_ended is not None
    last = status_as_stored(*reported[3:], last_ended) if took_part else None
    return status_as_stored(*reported[:3], now_ended), last


def having_status(rows: Any, shown: ShownQuarter, status: Status) -> Any:
    """Those of the quarter's actions that have the status: the rule of statuses(), as a condition.

    No two conditions hold of one action, so one status is asked for alone; silence is what none of
    them holds of.
    """
    asked_rows, conditions = _asked(rows, shown), list(_conditions("asked", shown.quarter))
    if status is Status.NO_UPDATE:
        status_words = Case(
            *(When(condition, then=Value(named_status.value)) for named_status, condition in conditions),
            default=Value(""),
        )
        return asked_rows.alias(shown_status=status_words).filter(shown_status="")
    return asked_rows.filter(
        reduce(or_, (condition for named_status, condition in conditions if named_status is status))
    )


def _asked(rows: Any, shown: ShownQuarter) -> Any:
    condition = Q(updates__round__in=shown.rounds or NO_ROUND)
    return rows.alias(asked=FilteredRelation("updates", condition=condition))


def _conditions(relation: str, quarter: Quarter | None) -> Iterator[tuple[Status, Q]]:
    """A condition for each status an answer, or an earlier end, can give."""
    for stage in Stage:
        for confidence in Confidence if stage.takes_confidence else (None,):
            answer = Q(**{f"{relation}__state__in": IN, f"{relation}__stage": stage})
            if confidence:
                answer &= Q(**{f"{relation}__confidence": confidence})
            yield status_of(stage, confidence, True), answer
    if quarter:
        for stage in FINISHED:
            ended = Q(**{f"{relation}__isnull": True}, stage=stage) & _finished_before(quarter)
            yield status_of(stage, None, True), ended


def _finished_before(quarter: Quarter) -> Q:
    """Actions that a quarter before this one ended."""
    year = quarter.year.start
    earlier = Q(reported_in__year__lt=year) | Q(
        reported_in__year=year, reported_in__quarter_number__lt=quarter.number
    )
    return Q(stage__in=FINISHED) & earlier
