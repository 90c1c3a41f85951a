"""Which theme an action counts under: a locked quarter keeps the themes it was reported under.

Themes are replaced and actions regrouped; a quarter that was locked before must go on showing what its
readers saw. Nothing is stored for it: the history says under which theme an action stood on any day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import BigIntegerField, F
from django.db.models.functions import Coalesce

from core.timeline import value_at
from partnerships.models import Partnership, Theme
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
    moments = [one.locked_at for one in rounds if one.state == RoundState.LOCKED and one.locked_at]
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
