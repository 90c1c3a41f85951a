"""Reads: what stands on a partnership's plan on a page, on a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from django.db.models import Prefetch

from core.domain.words import day_words, plural
from core.models import Dated
from governance.dashboard.domain.plan_page import PlanItem, PlanOnAPage, bands
from partnerships.models import Board, BoardKind, Outcome, Partnership, Statement, Strategy, Theme, ThemeSet
from partnerships.queries import brand_on, known

Kind = Statement.Kind
# Above the boards what is wanted, in the order in which one follows from the other.
WANTED = (Kind.AMBITION, Kind.VISION, Kind.GOAL, Kind.PRIORITY, Kind.PRIORITY_OUTCOME)
# A board that is not one of these decides for its own council; it is no part of the plan.
BOARDS = (
    ("Boards and their strategies", (BoardKind.THEMATIC,)),
    ("Statutory boards", (BoardKind.STATUTORY,)),
    (
        "Who leads and coordinates",
        (
            BoardKind.JOINT_COMMITTEE,
            BoardKind.PARTNERSHIP_BOARD,
            BoardKind.STEERING,
            BoardKind.WORKING,
            BoardKind.FORUM,
        ),
    ),
)


def plan_on_a_page(partnership: Partnership, day: datetime.date) -> PlanOnAPage:
    """Ambition, vision, goal, outcomes, boards and their strategies as on the day. Seven queries."""
    wanted = list(partnership.statements.live().filter(Dated.on(day), kind__in=WANTED))
    boards = list(_boards(partnership, day))
    parts: list[tuple[str, Sequence[PlanItem]]] = [
        (_label(kind, wanted), list(_statements(kind, wanted))) for kind in WANTED
    ]
    parts.append(("Themes and outcomes", list(_themes(partnership, day))))
    parts += [(label, [_board(board) for board in boards if board.kind in kinds]) for label, kinds in BOARDS]
    parts.append(("Strategies and plans besides", list(_strategies(partnership))))
    called = brand_on(partnership, day) or partnership.name
    return PlanOnAPage(called, day_words(day), bands(parts))


def _label(kind: Statement.Kind, wanted: Sequence[Statement]) -> str:
    several = sum(statement.kind == kind and statement.parent_id is None for statement in wanted) > 1
    return plural(kind.label) if several else kind.label


def _statements(kind: Statement.Kind, wanted: Sequence[Statement]) -> Iterator[PlanItem]:
    """Each with the lines that spell it out; else with its own wording."""
    for statement in wanted:
        if statement.kind == kind and statement.parent_id is None:
            lines = tuple(part.title for part in wanted if part.parent_id == statement.pk)
            yield PlanItem(statement.title, lines or ((statement.wording,) if statement.wording else ()))


def _themes(partnership: Partnership, day: datetime.date) -> Iterator[PlanItem]:
    """The themes in force, else those proposed; the themes of another body are not this plan's."""
    ours = Theme.objects.live().filter(
        Dated.on(day, "theme_set"),
        partnership=partnership,
        theme_set__archived_at=None,
        theme_set__state__in=(ThemeSet.State.IN_FORCE, ThemeSet.State.PROPOSED),
    )
    outcomes = Prefetch("outcomes", Outcome.objects.live())
    themes = list(ours.select_related("theme_set", "partnership").prefetch_related(outcomes))
    in_force = [theme for theme in themes if theme.theme_set.state == ThemeSet.State.IN_FORCE]
    for theme in in_force or themes:
        words = known(theme.name, theme.inferred)
        proposed = "" if in_force else " (proposed)"
        under = tuple(outcome.wording for outcome in theme.outcomes.all())
        yield PlanItem(f"{words}{proposed}", under, theme.get_absolute_url())


def _boards(partnership: Partnership, day: datetime.date) -> Sequence[Board]:
    owned = Prefetch("strategies", Strategy.objects.live())
    held = partnership.boards.live().filter(Dated.on(day)).order_by("pk")
    return list(held.select_related("partnership").prefetch_related(owned))


def _board(board: Board) -> PlanItem:
    strategies = tuple(known(str(strategy), strategy.inferred) for strategy in board.strategies.all())
    return PlanItem(known(board.name, board.inferred), strategies, board.get_absolute_url())


def _strategies(partnership: Partnership) -> Iterator[PlanItem]:
    """Those no board owns, each with what it has to do with this plan."""
    rest = partnership.strategies.live().filter(kind=Strategy.Kind.STRATEGY, board=None)
    for strategy in rest:
        yield PlanItem(known(strategy.name, strategy.inferred), (strategy.note,) if strategy.note else ())
