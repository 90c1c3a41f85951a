"""Which theme an action counts under: a locked quarter keeps the themes it was reported under.

Themes are replaced and actions regrouped; a quarter that was locked before must go on showing what its
readers saw. Nothing is stored for it: the history says under which theme an action stood on any day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import BigIntegerField, F
from django.db.models.functions import Coalesce

from core.models import TrackedQuerySet
from core.timeline import value_at
from partnerships.domain.succession import carry_over, successors
from partnerships.models import Partnership, Theme, ThemeSet
from partnerships.queries import links_between, ways_between
from programmes.domain.rounds import RoundState
from programmes.models import Action, Round


class ThemeName(NamedTuple):
    """A theme as lists name and order it."""

    order: int
    reference: str
    name: str


def themes_kept_at(rounds: Iterable[Round]) -> datetime | None:
    """The moment whose themes a quarter of these rounds shows; None for today's, until all are locked."""
    rounds = list(rounds)
    moments = [row.locked_at for row in rounds if row.state == RoundState.LOCKED and row.locked_at]
    return max(moments) if moments and len(moments) == len(rounds) else None


def theme_at(moment: datetime | None) -> Any:
    """An expression for the id of an action's theme at the moment; today's when it is None.

    An action added later, to a round that was reopened for it, counts under the theme it has.
    """
    today = F("theme_id")
    if moment is None:
        return today
    return Coalesce(value_at(Action, "theme_id", moment), today, output_field=BigIntegerField())


def theme_names(partnership: Partnership) -> dict[int, ThemeName]:
    """All themes of the partnership, replaced ones too, by id. One query."""
    rows = Theme.objects.filter(partnership=partnership).values_list("pk", "order", "reference", "name")
    return {pk: ThemeName(*named) for pk, *named in rows}


@dataclass(frozen=True)
class LeftBehind:
    """An action still under a theme that was replaced, and the themes in force its work may carry on in.

    No theme means that no link leads to one: somebody has to place the action. ``inferred`` marks a way
    that no source prints.
    """

    action: Action
    ways: tuple[Theme, ...]
    inferred: bool


def themes_in_force(partnership: Partnership) -> list[Theme]:
    """The themes an action may stand under today, in their order. One query."""
    themes = Theme.objects.live().filter(partnership=partnership, theme_set__state=ThemeSet.State.IN_FORCE)
    return list(themes.order_by("theme_set", "order"))


def left_behind(partnership: Partnership, actions: TrackedQuerySet, now: Sequence[Theme]) -> list[LeftBehind]:
    """Of the actions those under replaced themes, by reference; ``now`` are those in force. Two queries."""
    stranded = actions.filter(theme__theme_set__state=ThemeSet.State.REPLACED).select_related(
        "theme", "outcome"
    )
    by_reference = {action.reference: action for action in stranded.order_by("reference")}
    in_force = {theme.reference: theme for theme in now}
    links = links_between(ways_between(partnership))
    ends = [
        end
        for theme in dict.fromkeys(action.theme.reference for action in by_reference.values())
        for end in successors(theme, links)
        if end.new in in_force
    ]
    placed = {reference: action.theme.reference for reference, action in by_reference.items()}
    return [
        LeftBehind(by_reference[carried.item], tuple(in_force[new] for new in carried.new), carried.inferred)
        for carried in carry_over(placed, ends)
    ]
