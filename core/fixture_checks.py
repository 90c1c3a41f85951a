"""What is wrong with the demonstration's files, said by file and row before anything is loaded.

Three things that no column refuses: a row of a paper that does not say where in it it stands, a day that
lies outside what its folder tells of, and somebody who is named by no role. Stories are core.story's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field

from core.models import User
from core.permissions import Role

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# Where in a paper something stands, in the words papers and slides have for it.
PLACE = re.compile(
    r"\b(paragraphs?|sections?|slides?|headings?|appendix|panel|document information|decision information)\b"
    r"|\b[A-Z]{4,}\b",
    re.IGNORECASE,
)
# What a paper is as a whole, and so in no one paragraph of it.
WHOLE = {"partnerships.partnership", "governance.report"}

Span = tuple[date, date]


class UnfitFixture(Exception):
    """The demonstration's files cannot be loaded. The message has a sentence for each fault."""


def row_name(path: Path, number: int, model: str) -> str:
    """How a row is called in a sentence: file, place in it counted from 1, and kind of row."""
    return f"{path.parent.name}/{path.name}, row {number} ({model})"


def faults_in_rows(path: Path, cites: str, span: Span | None, people: Collection[str]) -> Iterator[str]:
    """What is wrong with a fixture file's rows, a sentence each.

    ``cites`` is how every row of a paper begins its source; "" for rows of no paper. ``span`` is the first
    and last day that rows may name, ``people`` the addresses of those the demonstration knows.
    """
    for number, raw in enumerate(json.loads(path.read_text(encoding="utf-8")), start=1):
        at, fields = row_name(path, number, raw["model"]), raw["fields"]
        if cites:
            yield from (
                f"{at}: {fault}" for fault in _unsourced(raw["model"], fields.get("source", ""), cites)
            )
        yield from (f"{at}: {fault}" for fault in _outside(fields, span))
        yield from (f"{at}: {fault}" for fault in _nobodies(raw["model"], fields, people))


def faults_in_people(path: Path) -> Iterator[str]:
    """The same of the file of people, who are named by role alone."""
    for number, entry in enumerate(json.loads(path.read_text(encoding="utf-8")), start=1):
        if not _is_role(entry["role"]):
            yield f"{path.name}, row {number}: {_nobody(entry['role'])}"


def _unsourced(model: str, source: str, cites: str) -> Iterator[str]:
    rest = source.removeprefix(cites)
    if not source.startswith(cites):
        yield f"it does not say where it comes from. Its source has to begin with “{cites}”."
    elif model not in WHOLE and not PLACE.search(rest):
        yield f"its source, “{source}”, names no paragraph, section, slide or heading of the paper."


def _outside(value: Any, span: Span | None) -> Iterator[str]:
    if span is None:
        return
    for text in _days(value):
        try:
            day = date.fromisoformat(text)
        except ValueError:
            yield f"{text} is not a day."
            continue
        if not span[0] <= day <= span[1]:
            yield f"{text} lies outside its story, which goes from {span[0]} to {span[1]}."


def _days(value: Any) -> Iterator[str]:
    """Every day in it, dates inside keys included, in the order written."""
    if isinstance(value, Mapping):
        for each in value.values():
            yield from _days(each)
    elif isinstance(value, list):
        for each in value:
            yield from _days(each)
    elif isinstance(value, str) and DAY.fullmatch(value):
        yield value


def _nobodies(model: str, fields: Mapping[str, Any], people: Collection[str]) -> Iterator[str]:
    """People stand in rows by the address of their role; no other person is known here."""
    for name, value in fields.items():
        if _names_a_person(model, name) and value and value[0] not in people:
            yield _nobody(value[0])


def _names_a_person(model: str, name: str) -> bool:
    try:
        field: Field[Any, Any] = apps.get_model(model)._meta.get_field(name)
    except (LookupError, FieldDoesNotExist):
        return False  # said by the loader itself, with the row
    return field.related_model is User


def _is_role(name: Any) -> bool:
    return name in set(Role)


def _nobody(name: Any) -> str:
    return f"“{name}” is nobody’s role. The roles are {', '.join(Role)}."
