"""The demonstration: fixture files played through the same writes as the screens, and taken out again.

Plain ``loaddata`` of the same files works too, but leaves no history. Here every row is checked as forms
check it and saved as one change, with a reason and a day, so that looking back shows a real past.

The rows belong to the apps above, which may not be imported here: they are found by their labels.
"""

from __future__ import annotations

import json
import os
import re
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher, get_hasher
from django.core.exceptions import FieldDoesNotExist, ObjectDoesNotExist, ValidationError
from django.db import transaction
from django.db.models import ForeignKey
from django.utils import timezone

from core import services
from core.change import change
from core.domain.periods import FinancialYear, Quarter
from core.domain.shift import quarters_between, shift_day, shift_window
from core.domain.windows import parse_window
from core.fixture_checks import (
    Span,
    UnfitFixture,
    faults_in_people,
    faults_in_rows,
    row_name,
)
from core.models import AuditedModel, User
from core.models.audited import value_at
from core.permissions import Role

ROOT = Path(settings.BASE_DIR) / "fixtures"
PEOPLE = ROOT / "people.json"
NOTHING_LOADED = "Nothing was loaded."
SIGN_INS = "demo-sign-ins.txt"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
MORNING = time(9)
QUICK = 50_000


@dataclass(frozen=True)
class Folder:
    """A folder of fixture files below fixtures/.

    ``recorded_on`` is the day its history starts. ``written_in`` is the quarter it was written in, for
    rows that move with today; None for rows of a real paper, whose dates stay as they are. ``cites`` is how
    every row of a paper begins its source, ``span`` the first and last day its rows may name, as written.
    """

    name: str
    reason: str
    recorded_on: date
    written_in: Quarter | None = None
    removable: bool = True
    cites: str = ""
    span: Span | None = None


def _paper(name: str, recorded_on: date, cites: str, first: date, last: date) -> Folder:
    """A real paper, entered the day after its meeting, or on the first of a month where it names no day."""
    return Folder(f"papers/{name}", "Taken from the paper.", recorded_on, cites=cites, span=(first, last))


# The papers in the order of their days: a body that several of them name keeps the row of the first.
FOLDERS = (
    Folder("reference", "Part of every installation.", date(2018, 1, 1), removable=False),
    _paper("001", date(2018, 6, 1), "Health and Wellbeing Board, 2018", date(2015, 1, 1), date(2018, 7, 31)),
    _paper("003", date(2020, 2, 26), "Cabinet, 25 February 2020", date(2019, 6, 1), date(2020, 2, 25)),
    _paper("004", date(2021, 8, 1), "Scrutiny review board, July 2021", date(2020, 6, 1), date(2022, 3, 31)),
    _paper("002", date(2023, 7, 21), "Joint Committee, 20 July 2023", date(2022, 4, 4), date(2025, 3, 31)),
    _paper("000", date(2023, 9, 20), "Cabinet, 19 September 2023", date(2023, 9, 19), date(2023, 9, 19)),
    Folder(
        "example",
        "Part of the invented example.",
        date(2024, 12, 16),
        Quarter(FinancialYear(2026), 3),
        span=(date(2024, 7, 1), date(2028, 12, 31)),
    ),
)

# Folders below fixtures/ played after all rows, each with core.story: what people did.
STORIES = ("stories/northshire",)

# A row that says on which day something happened enters history on that day.
HAPPENED_ON = ("assessed_on", "raised_on", "state_on", "signed_on", "decided_last")


# --- Loading ------------------------------------------------------------------------------


def is_empty() -> bool:
    """Whether no partnership is held yet."""
    return not model_of("partnerships.Partnership")._base_manager.exists()


@transaction.atomic
def load(today: date) -> dict[str, int]:
    """Play every folder, make the demonstration's people, tell the stories. Rows saved by folder.

    Raises UnfitFixture, with nothing loaded, when a file has a fault.
    """
    refuse_faults()
    counted = {folder.name: sum(1 for _ in play(folder, today)) for folder in FOLDERS}
    people = make_people(moment_of(min(folder.recorded_on for folder in FOLDERS)))
    from core import story  # noqa: PLC0415 - it asks this module for people and rows

    for name in STORIES:
        story.play(ROOT / name, today)
    return counted | {"people": len(people)}


def refuse_faults() -> None:
    """Raise UnfitFixture with every fault of the demonstration's rows and people, by file and row.

    Stories have their own: core.story.
    """
    known = frozenset(_address(entry) for entry in entries() if entry["role"] in set(Role))
    faults = [
        fault
        for folder in FOLDERS
        for path in files_of(folder)
        for fault in faults_in_rows(path, folder.cites, folder.span, known)
    ]
    faults += faults_in_people(PEOPLE)
    if faults:
        raise UnfitFixture("\n".join([*faults, NOTHING_LOADED]))


def play(folder: Folder, today: date) -> Iterator[AuditedModel]:
    """Save a folder's rows in order, each as one change on the folder's day. Yields each once saved."""
    moved = 0 if folder.written_in is None else quarters_between(folder.written_in, Quarter.of(today))
    recorded_on = shift_day(folder.recorded_on, moved)
    known: dict[Any, AuditedModel] = {}
    for path in files_of(folder):
        for number, raw in enumerate(json.loads(path.read_text(encoding="utf-8")), start=1):
            with _said_of(row_name(path, number, raw["model"])):
                row = unsaved(shifted(raw, moved), known)
                kept = _kept(row)
                if kept is None:
                    day = min(_happened_on(row, recorded_on), today) if folder.written_in else recorded_on
                    _save(row, folder, moment_of(day))
            if kept is None:
                yield row
            known[_name(type(row), row.natural_key())] = kept or row


@contextmanager
def _said_of(name: str) -> Iterator[None]:
    """What the screens would refuse, and what points at nothing, is said with the file and the row."""
    try:
        yield
    except ValidationError as refused:
        raise UnfitFixture(f"{name}: {' '.join(refused.messages)}\n{NOTHING_LOADED}") from refused
    except (LookupError, FieldDoesNotExist) as missing:
        raise UnfitFixture(f"{name}: {missing}\n{NOTHING_LOADED}") from missing


def unsaved(raw: Mapping[str, Any], known: Mapping[Any, AuditedModel]) -> Any:
    """An unsaved row from a fixture's. ``known`` are rows saved before, by name.

    Django's own reader would ask the database for every row pointed to, several times over.
    """
    model = model_of(raw["model"])
    values = {}
    for name, value in raw["fields"].items():
        field = model._meta.get_field(name)
        if isinstance(field, ForeignKey):
            values[name] = None if value is None else _named(field.related_model, value, known)
        else:
            values[name] = field.to_python(value)
    return model(**values)


def _kept(row: Any) -> Any:
    """The row of that name, when an earlier demonstration left it or an earlier paper named it.

    Only a row of no partnership can be: a body, or its own board and that board's meetings.
    """
    if row.card.scope is not None and value_at(row, row.card.scope) is not None:
        return None
    names = dict(zip(row.card.key, row.natural_key(), strict=True))
    return type(row)._default_manager.filter(**names).first()


def _named(model: Any, key: Sequence[Any], known: Mapping[Any, AuditedModel]) -> Any:
    found = known.get(_name(model, key))
    if found is None:
        try:
            found = model._default_manager.get_by_natural_key(*key)
        except ObjectDoesNotExist as missing:
            name = " / ".join(str(part) for part in key if part is not None)
            kind = model._meta.verbose_name
            raise LookupError(f"there is no {kind} called {name} before this row.") from missing
    return found


def _name(model: Any, key: Sequence[Any]) -> Any:
    return (model, *(None if part is None else str(part) for part in key))


def _happened_on(row: Any, recorded_on: date) -> date:
    """The day a row enters history: the folder's, or a later one on which what it tells of happened."""
    days: list[date | None] = [getattr(row, name, None) for name in HAPPENED_ON]
    return max([recorded_on, *(day for day in days if day is not None)])


def _save(row: Any, folder: Folder, moment: datetime) -> None:
    reason = f"Taken from {row.source}." if row.source else folder.reason
    with change(reason=reason, moment=moment):
        services.save_row(row, by=None)
    if hasattr(row, "reference") and getattr(row, "partnership", None):
        services.note_reference(row.partnership.slug, row.reference)


def files_of(folder: Folder) -> list[Path]:
    """A folder's fixture files, in the order in which they need each other."""
    return sorted((ROOT / folder.name).glob("*.json"))


def moment_of(day: date) -> datetime:
    """Nine in the morning of a day, here."""
    return timezone.make_aware(datetime.combine(day, MORNING))


def shifted(raw: Mapping[str, Any], quarters: int) -> dict[str, Any]:
    """A fixture's row with every date in it so many quarters later, dates inside keys included."""
    if not quarters:
        return dict(raw)
    fields = {name: moved_value(value, quarters) for name, value in raw["fields"].items()}
    for name in [name for name in fields if name.endswith("_wording") and fields[name]]:
        window = shift_window(parse_window(fields[name]), quarters)
        stem = name.removesuffix("_wording")
        fields[f"{stem}_first"], fields[f"{stem}_last"] = window.first.isoformat(), window.last.isoformat()
        fields[name] = window.wording
    if "quarter_number" in fields:
        fields |= moved_period(fields["year"], fields["quarter_number"], quarters)
    return {**raw, "fields": fields}


def moved_period(year: int, number: int, quarters: int) -> dict[str, int]:
    """The columns of a quarter so many quarters later; a whole year (0) goes where its last quarter goes."""
    last_day = Quarter(FinancialYear(year), number or 4).last_day
    moved = Quarter.of(shift_day(last_day, quarters))
    return {"year": moved.year.start, "quarter_number": moved.number if number else 0}


def moved_value(value: Any, quarters: int) -> Any:
    """A fixture's value so many quarters later: a day, or a list with days in it; else as it is."""
    if isinstance(value, list):
        return [moved_value(each, quarters) for each in value]
    if isinstance(value, str) and DAY.fullmatch(value):
        return shift_day(date.fromisoformat(value), quarters).isoformat()
    return value


def model_of(label: str) -> Any:
    """A model of the apps above, by its label."""
    return apps.get_model(label)


# --- People -------------------------------------------------------------------------------


@dataclass(frozen=True)
class SignIn:
    """How one of the demonstration's people signs in."""

    role: Role
    email: str
    password: str

    def __str__(self) -> str:
        return f"{self.role.label}, {self.email}, {self.password}"


def email_of(role: Role) -> str:
    """The address of the demonstration's person with that role."""
    return f"{role.value.replace('_', '-')}@example.org"


def person(role: Role) -> User:
    """The demonstration's person with that role."""
    return User.objects.get(email=email_of(role))


def entries() -> list[dict[str, Any]]:
    """The demonstration's people as written down: those who sign in, then their colleagues."""
    found: list[dict[str, Any]] = json.loads(PEOPLE.read_text(encoding="utf-8"))
    return found


def _address(entry: Mapping[str, Any]) -> str:
    """Their address: a colleague's is their own, everybody else's their role's."""
    return f"{entry['known_as']}@example.org" if "known_as" in entry else email_of(Role(entry["role"]))


def addresses() -> list[str]:
    """The addresses of all the demonstration's people, colleagues who never sign in included."""
    return [_address(entry) for entry in entries()]


def known_people() -> dict[str, User]:
    """The demonstration's people by the name stories use: their role, or what a colleague is known as."""
    names = {_address(entry): entry.get("known_as", entry["role"]) for entry in entries()}
    return {names[user.email]: user for user in User.objects.filter(email__in=names)}


def make_people(moment: datetime) -> list[User]:
    """One person for each role and their colleagues, with the grants that let them do their part.

    No password works yet; colleagues never get one.
    """
    people = []
    for entry in entries():
        role, email = Role(entry["role"]), _address(entry)
        user = User.objects.filter(email=email).first() or User.objects.create_user(email)
        user.name, user.is_staff = entry.get("name", role.label), entry["is_staff"]
        user.job_title, user.is_active = entry["job_title"], True
        user.save()
        people.append(user)
        for place in entry["grants"]:
            with change(reason="For the demonstration.", moment=moment):
                services.save_row(_grant(user, role, place), by=None)
    return people


def _grant(user: User, role: Role, place: Mapping[str, Any]) -> Any:
    """An unsaved grant; ``place`` pairs a kind of place with its natural key, and is empty for everywhere."""
    named = {
        kind: model_of(f"partnerships.{kind}").objects.get_by_natural_key(*key) for kind, key in place.items()
    }
    return model_of("partnerships.Grant")(user=user, role=role, **named)


def draw_sign_ins() -> list[SignIn]:
    """New passwords for the demonstration's people, kept for their owner to read. None are kept elsewhere."""
    drawn = []
    for role in (role for role in Role if role is not Role.PUBLIC):
        user = User.objects.filter(email=email_of(role)).first()
        if user is None:
            continue
        sign_in = SignIn(role, user.email, secrets.token_urlsafe(12))
        user.password = _quick_hash(sign_in.password)
        user.save()
        drawn.append(sign_in)
    _keep("".join(f"{sign_in}\n" for sign_in in drawn))
    return drawn


def _quick_hash(password: str) -> str:
    """A hash made in a moment. Nobody can guess 96 random bits, however fast a guess can be tried, and
    Django makes the usual slow hash of it at the first sign-in."""
    hasher = get_hasher()
    quick = {"iterations": QUICK} if isinstance(hasher, PBKDF2PasswordHasher) else {}
    encoded: str = hasher.encode(password, hasher.salt(), **quick)
    return encoded


def kept_sign_ins() -> str | None:
    """The sign-ins as kept, one a line; None when the file is not there."""
    place = sign_ins_file()
    return place.read_text(encoding="utf-8") if place.exists() else None


def sign_ins_file() -> Path:
    """Where they are kept."""
    return Path(settings.DATA_DIR) / SIGN_INS


def _keep(text: str) -> None:
    place = sign_ins_file()
    place.unlink(missing_ok=True)  # so that no older, looser permission survives
    with os.fdopen(
        os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
    ) as file:
        file.write(text)
