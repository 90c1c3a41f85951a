"""Two people saved the same row. What clashes is asked about, the rest merges, nothing typed is lost.

Works on any bound model form, with or without a prefix, so pages, the admin and its inlines share it.
The conflict page sends everything back as plain form fields: no script, no server-side memory.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField, CheckboxInput, ModelForm, Textarea
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from core import history
from core.domain.numbers import whole_number
from core.models import AuditedModel

KEEP, OTHER = "keep-", "other-"
KEPT_VALUES = ("theirs-", "original-")
AUXILIARY = (KEEP, OTHER, *KEPT_VALUES)


@dataclass(frozen=True)
class Clash:
    """One field that both changed. ``field`` is the form field's name, prefix included.

    ``original``, ``theirs`` and ``yours`` are as people read them; ``data`` holds the first two as a
    browser would send them, so that choosing one needs no second look at the database.
    """

    field: str
    label: str
    original: str
    theirs: str
    yours: str
    long: bool
    data: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Conflict:
    """All that a stale form collides with, and the form data with everything else merged."""

    clashes: tuple[Clash, ...]
    merged: QueryDict
    who: str
    when: Any


Remake = Callable[[ModelForm[Any], AuditedModel], ModelForm[Any]]


def same_form(form: ModelForm[Any], row: AuditedModel) -> ModelForm[Any]:
    """An unbound form of the same kind for another version of the row."""
    return type(form)(instance=row, prefix=form.prefix)


def find(forms: list[ModelForm[Any]], data: QueryDict, remake: Remake = same_form) -> Conflict:
    """Compare each form's typed values with the row it was read from and the row as it is now.

    ``forms`` are bound to ``data`` and to instances freshly read; ``remake`` makes a form of the same
    kind for another version, where its class needs more than an instance. Fields only they changed take their
    value, fields only you changed keep yours; fields both changed differently are clashes.
    """
    merged, clashes = data.copy(), []
    newest: history.Entry | None = None
    for form in forms:
        current = type(form.instance)._base_manager.get(pk=form.instance.pk)
        expected = _posted_version(form)
        if expected is None or current.version == expected:
            continue
        clashes += _compare(form, current, expected, merged, remake)
        merged[form.add_prefix("version")] = str(current.version)
        entry = history.entries(current, limit=1)[0]
        if newest is None or entry.when > newest.when:
            newest = entry
    return Conflict(tuple(clashes), merged, newest.who if newest else "", newest.when if newest else None)


def resolved(data: QueryDict) -> QueryDict:
    """The posted data with the conflict page's choices carried out; unchanged when there are none."""
    if not any(name.startswith(AUXILIARY) for name in data):
        return data
    chosen = data.copy()
    for name in [name.removeprefix(KEEP) for name in data if name.startswith(KEEP)]:
        answer = data[KEEP + name]
        if f"{answer}-" in KEPT_VALUES:
            chosen.setlist(name, data.getlist(f"{answer}-{name}"))
        elif answer == "other":
            chosen[name] = data.get(OTHER + name, "")
    for name in [name for name in chosen if name.startswith(AUXILIARY)]:
        del chosen[name]
    return chosen


def page(
    request: HttpRequest, conflict: Conflict, *, title: str, cancel_url: str, **context: Any
) -> HttpResponse:
    """The page with status 409: both versions of what clashes, and everything typed."""
    hidden = [
        (name, value)
        for name, values in conflict.merged.lists()
        if name != "csrfmiddlewaretoken"
        for value in values
    ]
    for clash in conflict.clashes:
        hidden += [(prefix + clash.field, value) for prefix, values in clash.data for value in values]
    return render(
        request,
        "core/conflict.html",
        {
            "title": title,
            "who": conflict.who,
            "when": conflict.when,
            "clashes": conflict.clashes,
            "hidden": hidden,
            "cancel_url": cancel_url,
            **context,
        },
        status=409,
    )


def _posted_version(form: ModelForm[Any]) -> int | None:
    return whole_number(form.data.get(form.add_prefix("version"), "")) if form.instance.pk else None


def _compare(
    form: ModelForm[Any], current: AuditedModel, expected: int, merged: QueryDict, remake: Remake
) -> list[Clash]:
    past = history.at_version(current, expected)
    before, now = remake(form, past.instance if past else current), remake(form, current)
    clashes = []
    for name, field in form.fields.items():
        if name in {"version", "change_reason"} or name not in before.fields or field.disabled:
            continue  # a formset adds fields of its own: the row's id, its parent
        typed = form[name].data
        theirs = _as_data(now[name])
        they_changed = field.has_changed(before[name].initial, theirs)
        you_changed = field.has_changed(before[name].initial, typed)
        if they_changed and not you_changed:
            merged.setlist(form.add_prefix(name), _as_list(theirs))
        elif they_changed and field.has_changed(now[name].initial, typed):
            original = _as_data(before[name])
            clashes.append(
                Clash(
                    field=form.add_prefix(name),
                    label=str(form[name].label),
                    original=_shown(before[name], original),
                    theirs=_shown(now[name], theirs),
                    yours=_shown(form[name], typed),
                    long=isinstance(field.widget, Textarea),
                    data=(("theirs-", tuple(_as_list(theirs))), ("original-", tuple(_as_list(original)))),
                )
            )
    return clashes


def _as_data(bound: BoundField) -> Any:
    """A bound field's initial value as a browser would send it."""
    value = bound.field.prepare_value(bound.initial)
    if isinstance(bound.field.widget, CheckboxInput):
        return "on" if value else ""  # Django leaves a ticked box's value to the browser
    if isinstance(value, list | tuple):
        return [str(item) for item in value]
    formatted = bound.field.widget.format_value(value) if value is not None else ""
    return (
        ""
        if formatted is None
        else str(formatted[0] if isinstance(formatted, list) and formatted else formatted)
    )


def _as_list(value: Any) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list | tuple) else [str(value)]


def _shown(bound: BoundField, data: Any) -> str:
    if isinstance(bound.field.widget, CheckboxInput):
        return "Yes" if data else "No"
    choices = {str(key): str(label) for key, label in getattr(bound.field, "choices", [])}
    words = [choices.get(item, item) for item in _as_list(data if data is not None else "")]
    return ", ".join(word for word in words if word)
