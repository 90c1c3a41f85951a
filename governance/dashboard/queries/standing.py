"""Reads: a partnership's actions in a quarter, counted by the database and listed where they are named."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, F, FilteredRelation, Q, QuerySet

from core.domain.moments import london_day
from core.domain.periods import Quarter
from core.domain.status import Stage, Status
from core.domain.windows import DateWindow
from core.scope import grants_of, seen
from governance.dashboard.domain.attention import OVERDUE_DAYS, ActionFacts
from governance.dashboard.domain.standing import ActionGroup, Counts, Wanted
from partnerships.models import Partnership
from programmes.domain.moves import DateMoveState
from programmes.domain.position import FINISHED, NO_ANSWER, status_as_stored
from programmes.domain.rounds import RoundState, UpdateState
from programmes.models import Action, DateChange, Round
from programmes.queries import theme_at, theme_names, themes_kept_at
from programmes.queries.position import STARTED
from programmes.queries.themes import ThemeName

NOTHING = Q(pk__in=[])
LOOKS_BACK = 3  # with the quarter itself a theme's line shows four
NO_ROUND = (0,)  # a join on no round at all would leave no row, not rows without an answer
# What a status is worked out from: the end of an action, its answer now, its answer the quarter before.
KEY = (
    "stage", "reported_in",
    "now__state", "now__stage", "now__confidence",
    "last__state", "last__stage", "last__confidence",
)  # fmt: skip
SHOWN = (
    "pk", "reference", "title", "owner", "owner__name", "lead_role",
    "current_first", "current_last", "current_wording",
    "now__reason", "now__recovery", "now__recovery_on", "now__recovery_owner",
)  # fmt: skip


@dataclass(frozen=True)
class DashboardPeriod:
    """The quarter a dashboard is about, over all plans of the partnership.

    ``state`` is that of its rounds, the least advanced counting. ``since`` is the day the quarter
    before was locked, from which on things count as changed, and ``until`` the last day that counts:
    today in the newest quarter, the day it was locked in an older one. ``themes_at`` is the moment whose
    themes its actions count under, None for today's.
    """

    quarter: Quarter
    is_newest: bool
    state: RoundState
    rounds: tuple[int, ...]
    before: tuple[int, ...]
    since: datetime.date
    until: datetime.date
    due_on: datetime.date | None
    locked_on: datetime.date | None
    plans: tuple[str, ...]
    quarters: Mapping[int, Quarter]  # of every round that started, by its key
    themes_at: datetime.datetime | None = None

    @property
    def started(self) -> tuple[Quarter, ...]:
        """The quarters that can be shown, newest first."""
        return tuple(sorted(set(self.quarters.values()), reverse=True))

    @property
    def past(self) -> tuple[Quarter, ...]:
        """The quarters a theme's line looks back to, oldest first: three at most, without a gap."""
        started = set(self.quarters.values())
        quarters: list[Quarter] = []
        quarter = self.quarter.previous()
        while quarter in started and len(quarters) < LOOKS_BACK:
            quarters.append(quarter)
            quarter = quarter.previous()
        return tuple(reversed(quarters))

    @property
    def has_before(self) -> bool:
        """Whether the quarter before was reported on."""
        return bool(self.before)


def period(partnership: Partnership, wanted: Quarter | None, today: datetime.date) -> DashboardPeriod | None:
    """The quarter wanted, else the newest with a started round; None when there is no such round.

    One query.
    """
    rounds: dict[Quarter, list[Round]] = {}
    started = Round.objects.live().filter(plan__partnership=partnership, state__in=STARTED)
    for round_ in started.select_related("plan"):
        rounds.setdefault(round_.quarter, []).append(round_)
    if not rounds:
        return None
    newest = max(rounds)
    quarter = wanted or newest
    shown = rounds.get(quarter, [])
    if not shown:
        return None
    before = rounds.get(quarter.previous(), [])
    return DashboardPeriod(
        quarter=quarter,
        is_newest=quarter == newest,
        state=min((RoundState(round_.state) for round_ in shown), key=STARTED.index),
        rounds=tuple(round_.pk for round_ in shown),
        before=tuple(round_.pk for round_ in before),
        since=_collected_on(before, quarter.previous(), today),
        until=today if quarter == newest else _collected_on(shown, quarter, today),
        due_on=max((round_.due_on for round_ in shown if round_.due_on), default=None),
        locked_on=max((london_day(round_.locked_at) for round_ in shown if round_.locked_at), default=None),
        plans=tuple(round_.plan.reference for round_ in shown),
        quarters={round_.pk: key for key, group in rounds.items() for round_ in group},
        themes_at=themes_kept_at(shown),
    )


def _collected_on(rounds: Iterable[Round], quarter: Quarter, today: datetime.date) -> datetime.date:
    """The day a quarter's answers were complete: locked, or meant to be, or the end of the quarter."""
    days = [london_day(round_.locked_at) if round_.locked_at else round_.lock_on for round_ in rounds]
    return min(max((day for day in days if day), default=quarter.last_day), today)


def counts(partnership: Partnership, viewer: Any, period: DashboardPeriod) -> Counts:
    """The actions of the quarter in groups of the same answers. Three queries at most.

    Only in the newest quarter are dates held against today: what an older one reported is told as
    it was, not by what has become overdue since.
    """
    on_time, late = _late(period)
    rows = (
        _rows(partnership, viewer, period)
        .annotate(shown_theme=theme_at(period.themes_at))
        .values_list("shown_theme", *KEY)
        .annotate(
            number=Count("pk"), late=Count("pk", filter=late), own=Count("pk", filter=_own(viewer) & on_time)
        )
    )
    themes = theme_names(partnership)
    judged = (_group(themes[theme], row, period) for theme, *row in rows)
    groups = tuple(group for group in judged if group is not None)
    return Counts(groups, _earlier(partnership, viewer, period, groups, themes))


def _earlier(
    partnership: Partnership,
    viewer: Any,
    period: DashboardPeriod,
    groups: Iterable[ActionGroup],
    themes: Mapping[int, ThemeName],
) -> dict[str, list[set[Status]]]:
    """By theme reference the statuses its actions had two and three quarters ago, oldest first.

    They are today's actions of the theme, whichever theme they counted under then: a line that looks
    back compares a thing with itself. One query; none where nothing is that old.
    """
    shown = period.past[:-1]
    if not shown:
        return {}
    told: dict[str, list[set[Status]]] = {
        theme.reference: [set() for _ in shown] for theme in themes.values()
    }
    rounds = [key for key, quarter in period.quarters.items() if quarter in shown]
    answers = (
        _visible(partnership, viewer)
        .filter(updates__round__in=rounds)
        .annotate(shown_theme=theme_at(period.themes_at))
        .values_list(
            "shown_theme", "updates__round", "updates__state", "updates__stage", "updates__confidence"
        )
        .distinct()
    )
    for theme, key, *answer in answers:
        told[themes[theme].reference][shown.index(period.quarters[key])].add(status_as_stored(*answer, None))
    for group in groups:
        stage, reported_in = group.key[:2]
        for statuses, quarter in zip(told[group.theme[1]], shown, strict=True):
            if (ended := _ended(stage, reported_in, period)) and ended[1] < quarter:
                statuses.add(status_as_stored(*NO_ANSWER, ended[0]))
    return told


def _visible(partnership: Partnership, viewer: Any) -> QuerySet[Action]:
    rows: QuerySet[Action] = seen(
        Action.objects.live().filter(partnership=partnership).order_by(), viewer, partnership
    )
    return rows


def _rows(partnership: Partnership, viewer: Any, period: DashboardPeriod) -> QuerySet[Action]:
    rows: QuerySet[Action] = _visible(partnership, viewer).alias(
        now=FilteredRelation("updates", condition=Q(updates__round__in=period.rounds)),
        last=FilteredRelation("updates", condition=Q(updates__round__in=period.before or NO_ROUND)),
    )
    return rows


def _late(period: DashboardPeriod) -> tuple[Q, Q]:
    """The conditions for actions within their date, and for those overdue enough to be told."""
    if not period.is_newest:
        return ~NOTHING, NOTHING
    cutoff = period.until - datetime.timedelta(days=OVERDUE_DAYS)
    return Q(current_last=None) | Q(current_last__gte=cutoff), Q(current_last__lt=cutoff)


def _own(viewer: Any) -> Q:
    """The condition for actions of the viewer's organisations."""
    bodies = [grant.organisation for grant in grants_of(viewer) if grant.organisation]
    return Q(owner__in=bodies) if bodies else NOTHING


def _group(theme: tuple[int, str, str], row: list[Any], period: DashboardPeriod) -> ActionGroup | None:
    key, (number, late, own) = tuple(row[: len(KEY)]), row[len(KEY) :]
    judged = _judged(key, period)
    if judged is None:
        return None
    after, before, state = judged
    return ActionGroup(key, theme, after, before, state, number, late, own)


# Status now, status before (None: took no part), the state of the update (None: none was asked for).
Judged = tuple[Status, Status | None, UpdateState | None]


def _judged(key: tuple[Any, ...], period: DashboardPeriod) -> Judged | None:
    """Status now, status before and the update's state; None for what is no part of the quarter."""
    ended = _ended(key[0], key[1], period)
    now, last = key[2:5], key[5:8]
    finished = ended[0] if ended and ended[1] < period.quarter else None
    finished_before = ended[0] if ended and ended[1] < period.quarter.previous() else None
    if now[0] is None and finished is None and not period.is_newest:
        return None
    took_part = last[0] is not None or finished_before is not None
    state = UpdateState(now[0]) if now[0] else None
    before = status_as_stored(*last, finished_before) if took_part else None
    return status_as_stored(*now, finished), before, state


def _ended(stage: Any, reported_in: Any, period: DashboardPeriod) -> tuple[Stage, Quarter] | None:
    """The stage that ended an action and the quarter that reported it."""
    quarter = period.quarters.get(reported_in) if reported_in and stage in FINISHED else None
    return (Stage(stage), quarter) if quarter else None


@dataclass(frozen=True)
class Moves:
    """What became of one action's date since the quarter before."""

    before: DateWindow | None
    after: DateWindow


def moves(partnership: Partnership, period: DashboardPeriod) -> dict[int, Moves]:
    """The agreed dates of actions that moved in the period, by action. One query."""
    within = (period.since + datetime.timedelta(days=1), period.until)
    rows = (
        DateChange.objects.live()
        .filter(
            Q(state=DateMoveState.APPLIED, asked_on__range=within)
            | Q(state__in=DateMoveState.decided(), decided_on__range=within),
            action__partnership=partnership,
            action__archived_at=None,
            milestone=None,
        )
        .order_by("action", "number")
        .values_list(
            "action",
            "before_first",
            "before_last",
            "before_wording",
            "after_first",
            "after_last",
            "after_wording",
        )
    )
    moved: dict[int, Moves] = {}
    for action, *columns in rows:
        before, after = _window(columns[:3]), _window(columns[3:])
        assert after is not None  # a move always leads to a date
        moved[action] = Moves(moved[action].before if action in moved else before, after)
    return moved


def named(
    partnership: Partnership,
    viewer: Any,
    period: DashboardPeriod,
    chosen: Wanted,
    moved: Mapping[int, Moves],
    most: int,
) -> list[ActionFacts]:
    """The actions a dashboard may name, with what it says of them: what is wanted, and what moved its date.

    Of what is wanted in part the first ``most``. One query, or none for none.
    """
    _, late = _late(period)
    everything = _rows(partnership, viewer, period)
    # An older quarter's dates are today's by now, so nothing presses there more than all else.
    presses = (F("current_last").asc(nulls_last=True),) if period.is_newest else ()
    condition = _in_groups(chosen.whole) | Q(pk__in=list(moved))
    for keys, narrowed, order in (
        (chosen.pressing, Q(), presses),
        (chosen.late, late, presses),
        (chosen.own, _own(viewer), presses),
        (chosen.moving, Q(), ()),
    ):
        if keys:
            first = everything.filter(_in_groups(keys), narrowed).order_by(*order, "reference")
            condition |= Q(pk__in=first.values("pk")[:most])
    bodies = {grant.organisation for grant in grants_of(viewer) if grant.organisation}
    rows = everything.filter(condition).values_list(*SHOWN, *KEY)
    # Many rows, few kinds of answer: each kind is judged once.
    judged: dict[tuple[Any, ...], Judged | None] = {}
    actions = []
    for row in rows:
        key = row[len(SHOWN) :]
        if key not in judged:
            judged[key] = _judged(key, period)
        if (judgement := judged[key]) is not None:
            actions.append(_facts(row, judgement, period, moved.get(row[0]), bodies))
    return actions


def _in_groups(keys: Iterable[tuple[object, ...]]) -> Q:
    return reduce(or_, (_same_answers(key) for key in keys), NOTHING)


def _same_answers(key: tuple[object, ...]) -> Q:
    # A comparison with NULL is never true in SQL, so an answer that is missing is asked for as such.
    return Q(
        **{
            (f"{name}__isnull" if value is None else name): (True if value is None else value)
            for name, value in zip(KEY, key, strict=True)
        }
    )


def _facts(
    row: tuple[Any, ...], judged: Judged, period: DashboardPeriod, moved: Moves | None, bodies: set[int]
) -> ActionFacts:
    shown = row[: len(SHOWN)]
    after, before, state = judged
    answered = state is not None and state.is_in
    reason, recovery, recovery_on, recovery_owner = shown[9:]
    current = _window(list(shown[6:9]))
    return ActionFacts(
        reference=shown[1],
        title=shown[2],
        before=before,
        after=after,
        due_before=moved.before if moved else None,
        due=moved.after if moved and not period.is_newest else current,
        is_own=shown[3] in bodies,
        why=reason if answered else "",
        recovery=recovery if answered else "",
        recovery_on=recovery_on if answered else None,
        owner=(recovery_owner if answered else "") or shown[5] or shown[4] or "",
    )


def _window(columns: list[Any]) -> DateWindow | None:
    first, last, wording = columns
    return None if first is None or last is None else DateWindow(first, last, wording)
