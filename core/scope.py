"""Which rows a user reaches: the policy table and the user's grants, turned into one SQL condition."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.module_loading import import_string

from core.card import Card
from core.permissions import POLICY, Granted, Verb, allows, verbs

READING = (Verb.VIEW, Verb.EXPORT)
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
    return rows.filter(_reached(user, verb, rows.model._meta.label_lower, rows.model))


def seen(rows: Any, viewer: Any, partnership: Any) -> Any:
    """Of rows of one partnership those the viewer may see.

    Where a grant reaches all of the partnership there is nothing to ask the database, and a page
    made of seven queries is spared seven conditions.
    """
    model = rows.model
    for granted in grants_of(viewer):
        reaches = granted.everywhere or partnership.pk in granted.partnerships | granted.readable
        if (
            reaches
            and not model.card.private
            and Verb.VIEW in verbs(POLICY[granted.role].reach, model._meta.label_lower)
        ):
            return rows
    return rows.visible_to(viewer)


def may_place(place: Any, user: Any, verb: Verb, label: str) -> bool:
    """Whether the user may do that to a new row of the model ``label`` placed in the row ``place``.

    What a role may do to its own rows only, it may do in its own places only: an officer adds
    milestones to the actions they lead, not to every action of the partnership.
    """
    grants, model = grants_of(user), type(place)
    if any(granted.everywhere and allows(granted.role, verb, label) for granted in grants):
        return True
    if any(
        verb in verbs(POLICY[granted.role].reach, label) and _holds(granted, verb, place)
        for granted in grants
    ):
        return True
    if not any(verb in verbs(POLICY[granted.role].own, label) for granted in grants):
        return False
    return bool(model._base_manager.filter(_reached(user, verb, label, model), pk=place.pk).exists())


def may_somewhere(user: Any, verb: Verb, label: str) -> bool:
    """Whether there can be a row of the model ``label``, or for adding a place, where the user may do that.

    Asked before a list or an empty form is offered: a programme manager changes partnerships, but no
    partnership lies in theirs, so none is theirs to add.
    """
    return any(_somewhere(granted, verb, label) for granted in grants_of(user))


def people_in_reach(user: Any) -> Any:
    """The people the user may know of: those of their partnerships, administrators, and people without
    any grant, who wait for one. Whoever has a role everywhere knows everybody.

    The function PEOPLE_SOURCE names says who belongs to a partnership.
    """
    grants = grants_of(user)
    people = apps.get_model(settings.AUTH_USER_MODEL)._default_manager.all()
    if any(granted.everywhere for granted in grants):
        return people
    places = frozenset[int]().union(*(granted.partnerships | granted.readable for granted in grants))
    source = import_string(settings.PEOPLE_SOURCE)
    return people.filter(pk__in=people.filter(source(places)).order_by().values("pk"))


def _somewhere(granted: Granted, verb: Verb, label: str) -> bool:
    if not allows(granted.role, verb, label):
        return False
    policy, card = POLICY[granted.role], getattr(apps.get_model(label), "card", None)
    if granted.everywhere or card is None or verb in verbs(policy.own, label):
        return True
    return _reaches_some(granted, verb, card)


def _reaches_some(granted: Granted, verb: Verb, card: Card) -> bool:
    """Whether a grant for places reaches rows with such a card at all."""
    reading = verb in READING and not card.private
    if card.scope is None and reading:
        return True
    places = (
        (card.scope, granted.partnerships or (reading and granted.readable)),
        (card.board, granted.board),
        (card.organisation, granted.organisation),
    )
    # A row that is itself the place ("pk") is in none before it exists.
    return any(path and held and not (verb is Verb.ADD and path == "pk") for path, held in places)


def _reached(user: Any, verb: Verb, label: str, model: Any) -> Q:
    """Of the model's rows those the user's grants reach with what the policy says of ``label``.

    What a grant reaches is asked of the row itself. A person's own rows are asked for by primary key,
    because their path leads over many rows (a theme's leads) and would repeat a row; and not at all
    where reading reaches them anyway, because the database would look for them in every query.
    """
    conditions, own = [], []
    for granted in grants_of(user):
        policy = POLICY[granted.role]
        if verb in verbs(policy.reach, label):
            conditions.append(_reach(granted, verb, model))
            if model.card.scope is not None and _reads(verb, model):
                continue
        if verb in verbs(policy.own, label):
            own.append(_own(granted, user, model))
    if own:
        conditions.append(Q(pk__in=model._base_manager.filter(_any(own)).values("pk")))
    return _any(conditions)


def _any(conditions: Sequence[Q]) -> Q:
    """One of the conditions; with none of them, no row."""
    return Q(*conditions, _connector=Q.OR) if conditions else NOTHING


def _reads(verb: Verb, model: Any) -> bool:
    """Whether the verb only reads what everyone in a partnership may read."""
    return verb in READING and not model.card.private


def _places(granted: Granted, verb: Verb, model: Any) -> list[tuple[str, frozenset[int]]]:
    """Where a grant reaches rows of the model: paths to partnership, board or organisation, with the ids."""
    card = model.card
    places = []
    if card.scope:
        readable = granted.readable if _reads(verb, model) else frozenset[int]()
        places.append((card.scope, granted.partnerships | readable))
    if granted.board and card.board:
        places.append((card.board, frozenset({granted.board})))
    if granted.organisation and card.organisation:
        places.append((card.organisation, frozenset({granted.organisation})))
    return [(path, held) for path, held in places if held]


def _is_shared(verb: Verb, model: Any) -> bool:
    """Whether everyone with a grant reads all rows: installation-wide ones (organisations, house styles)."""
    return model.card.scope is None and _reads(verb, model)


def _reach(granted: Granted, verb: Verb, model: Any) -> Q:
    """What a grant reaches, as a condition."""
    if _is_shared(verb, model):
        return EVERYTHING
    return _any([Q(**{f"{path}__in": held}) for path, held in _places(granted, verb, model)])


def _holds(granted: Granted, verb: Verb, row: Any) -> bool:
    """Whether a grant reaches a row that was read already: the same, without a question to the database."""
    if _is_shared(verb, type(row)):
        return True
    return any(_key_at(row, path) in held for path, held in _places(granted, verb, type(row)))


def _key_at(row: Any, path: str) -> Any:
    """The primary key at the end of a path; None where the path breaks off."""
    *relations, last = path.split("__")
    for relation in relations:
        row = getattr(row, relation)
        if row is None:
            return None
    return row.pk if last == "pk" else getattr(row, row._meta.get_field(last).attname)


def _own(granted: Granted, user: Any, model: Any) -> Q:
    card = model.card
    person = granted.acting_for or user.pk
    owned = [Q(**{path: person}) for path in card.users]
    if granted.organisation:
        owned += [Q(**{path: granted.organisation}) for path in card.organisations]
    if card.scope is None:
        return _any(owned)
    return _any(owned) & Q(**{f"{card.scope}__in": granted.partnerships | granted.readable})
