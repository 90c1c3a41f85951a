"""Taking the demonstration out again: rows, their history, their files and the people who sign in to it.

Inside the demonstration's partnerships everything goes, whoever added it. Outside them only what was
loaded goes, and of that only what nobody else came to use: an organisation that another partnership
names stays, and so does a person who changed something elsewhere, but signs in no more.
"""

from __future__ import annotations

import json
from collections import Counter as Tally
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Model, ProtectedError, RestrictedError

from core import seeding
from core.models import AuditedModel, Counter, File, User

CHUNK = 500
IN_USE = (ProtectedError, RestrictedError)


class StillUsed(Exception):
    """Something outside the demonstration depends on a row inside it. Nothing was removed."""


@dataclass(frozen=True)
class Removed:
    """What went, by kind of row, and what stayed because something else uses it."""

    gone: Tally[str]
    kept: tuple[str, ...]


@transaction.atomic
def remove() -> Removed:
    """Remove the demonstration. Raises StillUsed, with nothing removed."""
    gone: Tally[str] = Tally()
    people = User.objects.filter(email__in=seeding.addresses())
    slugs = loaded_keys("partnerships.partnership")
    _remove_partnerships(slugs, people, gone)
    # A group of bodies was loaded before the bodies in it, and they point to it: they go first.
    bodies = reversed(dict.fromkeys(loaded_keys("partnerships.organisation")))
    kept = [_remove_organisation(code, gone) for code in bodies]
    kept += [_remove_person(user, gone) for user in people]
    Counter.objects.filter(scope__in=slugs).delete()
    transaction.on_commit(lambda: seeding.sign_ins_file().unlink(missing_ok=True))
    return Removed(gone, tuple(name for name in kept if name))


def loaded_keys(label: str) -> list[str]:
    """The first part of the natural keys of a kind of row in the demonstration's files."""
    model = apps.get_model(label)
    return [
        raw["fields"][model.card.key[0]]
        for folder in seeding.FOLDERS
        if folder.removable
        for path in seeding.files_of(folder)
        for raw in json.loads(path.read_text(encoding="utf-8"))
        if raw["model"] == label
    ]


def _remove_partnerships(slugs: Sequence[str], people: Any, gone: Tally[str]) -> None:
    """Everything whose scope is one of the partnerships, and the grants of the people."""
    partnerships = apps.get_model("partnerships.Partnership")._base_manager.filter(slug__in=slugs)
    scope = list(partnerships.values_list("pk", flat=True))
    chosen: dict[Any, list[Any]] = {}
    for model in _audited():
        if model.card.scope:
            chosen[model] = _keys(model, **{f"{model.card.scope}__in": scope})
    grants = apps.get_model("partnerships.Grant")
    chosen[grants] = sorted({*chosen[grants], *_keys(grants, user__in=people)})
    files = _files_of(chosen)
    try:
        _delete(chosen, gone)
    except IN_USE as used:
        raise StillUsed(_say(used)) from used
    _delete_files(files)


def _remove_organisation(code: str, gone: Tally[str]) -> str:
    """The organisation with its names, contacts and own boards; its name when it has to stay."""
    organisation = apps.get_model("partnerships.Organisation")._base_manager.filter(code=code).first()
    if organisation is None:
        return ""
    parts = {
        model: _keys(model, **{model.card.organisation: organisation.pk})
        for model in _audited()
        if model.card.organisation
    }
    counted: Tally[str] = Tally()
    try:
        with transaction.atomic():
            _delete(parts, counted)
    except IN_USE as used:
        return f"{organisation} ({_say(used)})"
    gone.update(counted)
    return ""


def _remove_person(user: User, gone: Tally[str]) -> str:
    """The person, unless their name stands in what is left; then they stay and cannot sign in."""
    try:
        with transaction.atomic():
            if not any(model.history.filter(history_user=user).exists() for model in _audited()):
                user.delete()
                gone["person"] += 1
                return ""
    except IN_USE:
        pass  # something of another partnership names them
    user.is_active = user.is_staff = False
    user.set_unusable_password()
    user.save()
    return f"{user} (named in the history of what is left, and signs in no more)"


@cache
def _audited() -> list[Any]:
    """Every audited model, those that point to others before the ones they point to."""
    models = [model for model in apps.get_models() if issubclass(model, AuditedModel)]
    ordered: list[Any] = []

    def place(model: type[Model]) -> None:
        if model not in ordered:
            for other in models:
                if other is not model and _points_to(other, model):
                    place(other)
            ordered.append(model)

    for model in models:
        place(model)
    return ordered


def _points_to(one: type[Model], other: type[Model]) -> bool:
    return any(field.is_relation and field.related_model is other for field in one._meta.concrete_fields)


def _keys(model: Any, **conditions: Any) -> list[Any]:
    return list(model._base_manager.filter(**conditions).values_list("pk", flat=True).distinct())


def _delete(chosen: dict[Any, list[Any]], gone: Tally[str]) -> None:
    for model in (model for model in _audited() if chosen.get(model)):
        _delete_rows(model, chosen[model])
        gone[str(model._meta.verbose_name)] += len(chosen[model])


def _delete_rows(model: Any, keys: Sequence[Any]) -> None:
    """Rows and their history. Of rows that point to rows of their own kind, the last in a line go first."""
    own = [field.name for field in model._meta.concrete_fields if field.related_model is model]
    left = set(keys)
    while left:
        pointed_to = {
            key
            for name in own
            for key in model._base_manager.filter(pk__in=left).values_list(f"{name}_id", flat=True)
            if key in left
        }
        ends = (left - pointed_to) or left
        for some in _chunks(sorted(ends)):
            model._base_manager.filter(pk__in=some).delete()
        left -= ends
    for some in _chunks(keys):
        model.history.filter(**{f"{model._meta.pk.attname}__in": some}).delete()


def _files_of(chosen: dict[Any, list[Any]]) -> set[Any]:
    """The private files the rows own."""
    return {
        key
        for model, keys in chosen.items()
        for field in model._meta.concrete_fields
        if field.related_model is File
        for some in _chunks(keys)
        for key in model._base_manager.filter(pk__in=some).values_list(field.attname, flat=True)
        if key
    }


def _delete_files(keys: Iterable[Any]) -> None:
    for file in File.objects.filter(pk__in=list(keys)):
        name, storage = str(file.content.name), file.content.storage
        file.delete()
        transaction.on_commit(partial(storage.delete, name))


def _chunks(keys: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (keys[start : start + CHUNK] for start in range(0, len(keys), CHUNK))


def _say(used: ProtectedError | RestrictedError) -> str:
    """What uses it, for a sentence: at most three rows by name."""
    rows: Any = getattr(used, "protected_objects", None) or getattr(used, "restricted_objects", ())
    names = sorted({f"the {row._meta.verbose_name} {row}" for row in rows})
    return "used by " + ", ".join(names[:3]) + (" and more" if len(names) > 3 else "")
