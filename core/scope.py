"""Which rows a user reaches: the policy table and the user's grants, turned into one SQL condition."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.module_loading import import_string

from core.permissions import POLICY, Granted, Verb, allows, verbs

NOTHING = Q(pk__in=[])
EVERYTHING = ~NOTHING


def grants_of(user: Any, today: datetime.date | None = None) -> Sequence[Granted]:
    """The user's grants today, asked once per request: from the function GRANT_SOURCE names."""
    if not user.is_authenticated or not user.is_active:
        return ()
    kept: Sequence[Granted] | None = getattr(user, "_granted", None)
    if kept is None:
        source = import_string(settings.GRANT_SOURCE)
        kept = tuple(source(user, today or timezone.localdate()))
        user._granted = kept
    return kept


def visible_rows(rows: Any, user: Any, verb: Verb) -> Any:
    """Those of the rows to which the user may do that. The one definition of reach, in SQL."""
    grants = grants_of(user)
    if any(
        granted.everywhere and allows(granted.role, verb, rows.model._meta.label_lower) for granted in grants
    ):
        return rows
    label = rows.model._meta.label_lower
    reached = reduce(or_, (_condition(granted, user, verb, label, rows.model) for granted in grants), NOTHING)
    # By primary key, so that a path over many rows (a theme's leads) cannot repeat a row.
    return rows.filter(pk__in=rows.model._base_manager.filter(reached).values("pk"))


def may_place(place: Any, user: Any, verb: Verb, label: str) -> bool:
    """Whether the user may do that to a new row of the model ``label`` placed in the row ``place``.

    What a role may do to its own rows only, it may do in its own places only: an officer adds
    milestones to the actions they lead, not to every action of the partnership.
    """
    grants = grants_of(user)
    if any(granted.everywhere and allows(granted.role, verb, label) for granted in grants):
        return True
    model = type(place)
    reached = reduce(or_, (_condition(granted, user, verb, label, model) for granted in grants), NOTHING)
    return bool(model._base_manager.filter(reached, pk=place.pk).exists())


def _condition(granted: Granted, user: Any, verb: Verb, label: str, model: Any) -> Q:
    """Of the model's rows those one grant reaches with what the policy says of ``label``."""
    policy = POLICY[granted.role]
    condition = NOTHING
    if verb in verbs(policy.reach, label):
        condition |= _reach(granted, verb, model)
    if verb in verbs(policy.own, label):
        condition |= _own(granted, user, model)
    return condition


def _reach(granted: Granted, verb: Verb, model: Any) -> Q:
    card = model.card
    reading = verb in (Verb.VIEW, Verb.EXPORT) and not card.private
    condition = NOTHING
    if card.scope is None:
        # Installation-wide rows (organisations, house styles) are read by everyone with a grant.
        condition |= EVERYTHING if reading else NOTHING
    else:
        within = granted.partnerships | (granted.readable if reading else frozenset())
        condition |= Q(**{f"{card.scope}__in": within})
    if granted.board and card.board:
        condition |= Q(**{card.board: granted.board})
    if granted.organisation and card.organisation:
        condition |= Q(**{card.organisation: granted.organisation})
    return condition


def _own(granted: Granted, user: Any, model: Any) -> Q:
    card = model.card
    owned = reduce(or_, (Q(**{path: user.pk}) for path in card.users), NOTHING)
    if granted.organisation:
        owned = reduce(or_, (Q(**{path: granted.organisation}) for path in card.organisations), owned)
    if card.scope is None:
        return owned
    return owned & Q(**{f"{card.scope}__in": granted.partnerships | granted.readable})
