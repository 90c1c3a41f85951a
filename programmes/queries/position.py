"""Where a plan stands in a quarter, from that quarter's own updates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse

from core.domain.periods import FinancialYear, Quarter
from core.domain.status import Stage, Status
from core.domain.windows import DateWindow
from partnerships.models import Partnership
from programmes.domain.baseline import promise_outcome
from programmes.domain.moves import DateMoveState, Moved, date_on
from programmes.domain.position import (
    FINISHED,
    NO_ANSWER,
    ActionPosition,
    MilestoneDue,
    QuarterPosition,
    status_as_stored,
)
from programmes.domain.rounds import RoundState, UpdateState
from programmes.models import Action, DateChange, Milestone, Plan, Round, Update, words_of
from programmes.queries.themes import theme_at, theme_names, themes_kept_at

STARTED = (RoundState.OPEN, RoundState.CLOSED, RoundState.LOCKED)
ACTION = (
    "pk",
    "reference",
    "title",
    "shown_theme",
    "owner__name",
    "owner__code",
    "lead__name",
    "lead_role",
    "stage",
    "reported_in__year",
    "reported_in__quarter_number",
    "original_first",
    "original_last",
    "original_wording",
    "current_first",
    "current_last",
    "current_wording",
)
ANSWER = ("action_id", "state", *Update.ANSWER)

Values = Mapping[str, Any]


def plan_of(partnership: Partnership) -> Plan | None:
    """The partnership's plan; the first by reference where it has several."""
    plan: Plan | None = partnership.plans.live().order_by("reference").first()
    return plan


def quarter_position(plan: Plan, quarter: Quarter) -> QuarterPosition:
    """Where the plan stands in the quarter, and stood the quarter before. Six queries.

    An old quarter answers from its own updates, so what is reported later changes nothing in it. An
    action belongs to a quarter when its round asked for an update, or when an earlier quarter ended
    it; in the newest quarter every live action does. Archived actions are in none.
    """
    rounds: dict[Quarter, Round] = {plan_round.quarter: plan_round for plan_round in plan.rounds.live()}
    quarter_round = rounds.get(quarter)
    themes = theme_names(plan.partnership)
    started = [key for key, plan_round in rounds.items() if plan_round.state in STARTED]
    now = _answers(quarter_round)
    before = _answers(rounds.get(quarter.previous()))
    moves = _moves_of_actions(plan)
    is_newest = not started or quarter >= max(started)
    base = reverse("programmes:action", args=[plan.partnership.slug, "X"]).removesuffix("X/")
    shown_theme = theme_at(themes_kept_at([quarter_round] if quarter_round else []))
    rows = Action.objects.live().filter(plan=plan).annotate(shown_theme=shown_theme).values(*ACTION)
    of_quarter = [
        row | {"theme": themes[row["shown_theme"]]}
        for row in rows
        if is_newest or row["pk"] in now or _finished_before(row, quarter)
    ]
    actions = (
        _position(row, now.get(row["pk"]), before.get(row["pk"]), quarter, moves.get(row["pk"], 0), base)
        for row in sorted(of_quarter, key=lambda row: (row["theme"].order, row["reference"]))
    )
    return QuarterPosition(
        plan=plan.name,
        quarter=quarter,
        round_state=RoundState(quarter_round.state) if quarter_round else None,
        locked_at=quarter_round.locked_at if quarter_round else None,
        actions=tuple(actions),
        vocabulary=words_of(plan.partnership),
    )


def milestones_due(plan: Plan, quarter: Quarter, today: date) -> tuple[MilestoneDue, ...]:
    """The milestones promised for the quarter when it began, by date. Two queries.

    A date moved afterwards does not take a milestone off the list. Moves count until the end of the
    next quarter, in which this one's updates are collected; what moves later changes nothing here.
    """
    within = (quarter.first_day, quarter.last_day)
    in_force = {"date_changes__state__in": DateMoveState.in_force()}
    rows = (
        Milestone.objects.live()
        .filter(action__plan=plan, action__archived_at=None)
        .filter(Q(original_last__range=within) | Q(date_changes__after_last__range=within, **in_force))
        .select_related("action__owner", "action__partnership")
        .distinct()
    )
    moves = _moves_of_milestones(list(rows))
    due = (_due(row, moves.get(row.pk, []), quarter, today) for row in rows)
    return tuple(
        sorted(
            (milestone for milestone in due if milestone),
            key=lambda milestone: (milestone.promised.last, milestone.url),
        )
    )


def dates_collected(plan: Plan, quarter: Quarter, today: date) -> dict[str, DateWindow | None]:
    """Every live action's agreed date as it stood when the quarter's updates were collected. Two queries.

    That is the end of the next quarter, as for milestones_due: what moves later changes nothing here.
    """
    collected = min(today, quarter.next().last_day)
    moves: dict[int, list[Moved]] = {}
    rows = DateChange.objects.live().filter(
        action__plan=plan, milestone=None, state__in=DateMoveState.in_force()
    )
    for move in rows.order_by("number"):
        if move.effective_on:
            moves.setdefault(move.action_id, []).append(Moved(move.after, move.effective_on))
    actions = Action.objects.live().filter(plan=plan)
    originals = actions.values("pk", "reference", "original_first", "original_last", "original_wording")
    return {
        row["reference"]: original and date_on(original, moves.get(row["pk"], []), collected)
        for row in originals
        for original in [window(row, "original")]
    }


def window(values: Values, name: str) -> DateWindow | None:
    """A window from its three columns."""
    if values[f"{name}_first"] is None or values[f"{name}_last"] is None:
        return None
    return DateWindow(values[f"{name}_first"], values[f"{name}_last"], values[f"{name}_wording"])


def _answers(quarter_round: Round | None) -> dict[int, Values]:
    if quarter_round is None or quarter_round.state not in STARTED:
        return {}
    return {row["action_id"]: row for row in quarter_round.updates.live().values(*ANSWER)}


def _moves_of_actions(plan: Plan) -> dict[int, int]:
    moves = DateChange.objects.live().filter(
        action__plan=plan, milestone=None, state__in=DateMoveState.in_force()
    )
    return dict(moves.values_list("action").annotate(Count("pk")).order_by())


def _finished_before(row: Values, quarter: Quarter) -> Stage | None:
    """The stage in which a quarter before this one ended the action."""
    if row["stage"] not in FINISHED or row["reported_in__year"] is None:
        return None
    reported = Quarter(FinancialYear(row["reported_in__year"]), row["reported_in__quarter_number"])
    return Stage(row["stage"]) if reported < quarter else None


def _status(answer: Values | None, finished: Stage | None) -> Status:
    reported = (answer["state"], answer["stage"], answer["confidence"]) if answer else NO_ANSWER
    return status_as_stored(*reported, finished)


def _position(
    row: Values, now: Values | None, before: Values | None, quarter: Quarter, moves: int, base: str
) -> ActionPosition:
    earlier = _finished_before(row, quarter.previous())
    state = UpdateState(now["state"]) if now else None
    answer: Values = now if now and state and state.is_in else {}
    return ActionPosition(
        reference=row["reference"],
        title=row["title"],
        url=f"{base}{row['reference']}/",
        theme_reference=row["theme"].reference,
        theme=row["theme"].name,
        owner=row["owner__name"] or "",
        owner_code=row["owner__code"] or "",
        lead=row["lead_role"] or row["lead__name"] or "",
        status=_status(now, _finished_before(row, quarter)),
        before=_status(before, earlier) if before or earlier else None,
        state=state,
        words=answer.get("words", ""),
        reason=answer.get("reason", ""),
        recovery=answer.get("recovery", ""),
        recovery_owner=answer.get("recovery_owner", ""),
        recovery_on=answer.get("recovery_on"),
        help_wanted=answer.get("help_wanted", ""),
        forecast=window(answer, "forecast") if answer else None,
        original=window(row, "original"),
        current=window(row, "current"),
        actual_on=answer.get("actual_on"),
        moves=moves,
    )


def _moves_of_milestones(milestones: list[Milestone]) -> dict[int, list[DateChange]]:
    moves: dict[int, list[DateChange]] = {}
    rows = DateChange.objects.live().filter(milestone__in=milestones, state__in=DateMoveState.in_force())
    for move in rows.order_by("number"):
        moves.setdefault(move.milestone_id, []).append(move)
    return moves


def _due(row: Milestone, changes: list[DateChange], quarter: Quarter, today: date) -> MilestoneDue | None:
    """The milestone, when its date at the start of the quarter lay in the quarter."""
    collected = min(today, quarter.next().last_day)
    moves = [Moved(change.after, change.effective_on) for change in changes if change.effective_on]
    counted = [move for move in moves if move.effective_on <= collected]
    promised = date_on(row.original, moves, quarter.first_day - timedelta(days=1))
    if not quarter.contains(promised.last):
        return None
    current = date_on(row.original, moves, collected)
    seen_on = min(today, quarter.last_day + timedelta(days=1))
    return MilestoneDue(
        action_reference=row.action.reference,
        action=row.action.title,
        owner=str(row.action.owner or ""),
        number=row.number,
        title=row.title,
        url=row.get_absolute_url(),
        original=row.original,
        promised=promised,
        current=current,
        actual_on=row.actual_on,
        moves=len(counted),
        outcome=promise_outcome(promised, current, row.actual_on, seen_on),
    )
