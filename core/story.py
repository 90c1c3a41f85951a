"""The example's story: dated entries in data files, played day by day through the apps' own services.

A file below fixtures/stories/ is a list of entries: on which day, who, what they did, and with what. The
story was written for one quarter and is moved by whole quarters, so that it never goes stale. What happened
on a day is recorded on that day; nothing is recorded for a day still to come.

The apps above teach the story their verbs (``verb``); adding and changing a plain row are known here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError

from core import seeding, services
from core.change import change
from core.domain.calendar import add_working_days
from core.domain.periods import Quarter
from core.domain.shift import quarters_between, shift_day, shift_window
from core.domain.windows import DateWindow, parse_window
from core.domain.words import day_words
from core.models import AuditedModel, User

ABOUT = "about.json"
YESTERDAY = "yesterday"
TEACHERS = (
    "programmes.management.demo_story",
    "funding.management.demo_story",
    "governance.management.demo_story",
)
PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
WRONG = (KeyError, TypeError, ValueError, ValidationError, ObjectDoesNotExist)


class StoryWrong(Exception):
    """An entry of a story cannot be played. The message names the file and the entry."""


@dataclass(frozen=True)
class Entry:
    """One thing somebody did. ``place`` is the file and the number of the entry it was told in."""

    place: str
    day: date
    told: Mapping[str, Any]


Verb = Callable[["Story", Mapping[str, Any], date, datetime], object]
Telling = Callable[["Story", Mapping[str, Any]], Iterator[Mapping[str, Any]]]
_verbs: dict[str, Verb] = {}
_tellings: dict[str, Telling] = {}


def verb(name: str) -> Callable[[Verb], Verb]:
    """Teach the story what ``"do": name`` means: called with the story, the entry, its day and moment."""

    def teach(done: Verb) -> Verb:
        _verbs[name] = done
        return done

    return teach


def telling(name: str) -> Callable[[Telling], Telling]:
    """Teach the story that ``"do": name`` is short for several entries, each with a day of its own."""

    def teach(told: Telling) -> Telling:
        _tellings[name] = told
        return told

    return teach


def play(folder: Path, today: date) -> None:
    """Play a story, day by day. Raises StoryWrong; whoever calls undoes what was saved until then."""
    for teacher in TEACHERS:
        import_module(teacher)
    story = Story(folder, today)
    told: dict[date, int] = {}
    for entry in sorted(story.entries(), key=lambda entry: entry.day):
        told[entry.day] = told.get(entry.day, 0) + 1
        moment = seeding.moment_of(entry.day) + timedelta(minutes=told[entry.day])
        with story.saying(entry.place), change(moment=moment):
            _verbs[entry.told["do"]](story, entry.told, entry.day, moment)


class Story:
    """One partnership's story, with every date moved to where today is.

    ``about`` is what its first file says: the partnership, its first day and the quarter it was written in.
    """

    def __init__(self, folder: Path, today: date) -> None:
        self.folder, self.today = folder, today
        self.about: dict[str, Any] = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        self.written_in = Quarter.parse(self.about["written_in"])
        self.begins = date.fromisoformat(self.about["begins"])
        self.moved = quarters_between(self.written_in, Quarter.of(today))
        self.people = seeding.known_people()

    def entries(self) -> Iterator[Entry]:
        """Everything that happened, file by file, in the order it was written down."""
        for path in sorted(self.folder.glob("*.json")):
            if path.name == ABOUT:
                continue
            for number, told in enumerate(json.loads(path.read_text(encoding="utf-8")), start=1):
                place = f"stories/{self.folder.name}/{path.name}, entry {number}"
                with self.saying(place):
                    for one in self._parts(told):
                        yield Entry(place, self._day_of(one), one)

    def _parts(self, told: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        if told["do"] in _tellings:
            yield from _tellings[told["do"]](self, told)
        elif told["do"] in _verbs:
            yield told
        else:
            raise ValueError(f"nobody knows how to {told['do']}")

    def _day_of(self, told: Mapping[str, Any]) -> date:
        """The day an entry is played on. ``at`` is a day of today's, worked out by a telling."""
        if "at" in told:
            day: date = told["at"]
            return day
        return self.on(told["on"])

    def saying(self, place: str) -> _Saying:
        """Whatever goes wrong inside is told with its place."""
        return _Saying(place)

    # --- Dates and words --------------------------------------------------------------------

    def on(self, written: str) -> date:
        """The working day on which an entry is played: never ahead of today, "yesterday" the last there is.

        Raises ValueError for a day outside the story.
        """
        if written == YESTERDAY:
            return self.not_ahead(self.today)
        day = date.fromisoformat(written)
        if not self.begins <= day <= self.written_in.last_day:
            last = self.written_in.last_day
            raise ValueError(
                f"{day_words(day)} is outside the story, {day_words(self.begins)} to {day_words(last)}"
            )
        return self.not_ahead(self.office_day(written))

    def office_day(self, written: str) -> date:
        """A day as written, where it lies now, or the first working day after it."""
        return add_working_days(self.day(written), 0)

    def not_ahead(self, day: date) -> date:
        """The day, or yesterday; the first day of this quarter when yesterday was in the last."""
        return min(day, max(Quarter.of(self.today).first_day, self.today - timedelta(days=1)))

    def day(self, written: str) -> date:
        """A day as written, where it lies now."""
        return shift_day(date.fromisoformat(written), self.moved)

    def window(self, written: str) -> DateWindow:
        """A date in words, where it lies now."""
        return shift_window(parse_window(written), self.moved)

    def quarter(self, written: str) -> Quarter:
        """A quarter as written, where it lies now."""
        return Quarter.of(shift_day(Quarter.parse(written).first_day, self.moved))

    def words(self, text: str) -> str:
        """A text with its dates where they lie now: "{2026-02-05}" a day, "{Q4 2025/26}" a quarter."""
        return PLACEHOLDER.sub(lambda found: self._date_words(found[1]), text)

    def _date_words(self, written: str) -> str:
        if seeding.DAY.fullmatch(written):
            return day_words(self.office_day(written))
        return self.quarter(written).label

    # --- People and rows --------------------------------------------------------------------

    def person(self, name: str) -> User:
        """Somebody of people.json. Raises ValueError for a name that is nobody's."""
        if name not in self.people:
            raise ValueError(f"{name} is nobody in people.json")
        return self.people[name]

    def row(self, label: str, *key: Any) -> Any:
        """A row by its model and natural key; days in the key are moved."""
        model = seeding.model_of(label)
        return model._default_manager.get_by_natural_key(*seeding.moved_value(list(key), self.moved))

    def values(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Fields as written, with their dates and the dates in their words where they lie now."""
        moved = seeding.shifted({"fields": fields}, self.moved)["fields"]
        return {name: self.words(value) if isinstance(value, str) else value for name, value in moved.items()}

    def new(self, label: str, fields: Mapping[str, Any]) -> Any:
        """An unsaved row."""
        return seeding.unsaved({"model": label, "fields": self.values(fields)}, {})


class _Saying:
    """Turns what can go wrong in an entry into StoryWrong with the entry's place."""

    def __init__(self, place: str) -> None:
        self.place = place

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, kind: Any, wrong: BaseException | None, trace: Any) -> None:
        if not isinstance(wrong, WRONG):
            return
        if isinstance(wrong, KeyError):
            said = f"{wrong.args[0]} is missing or unknown"
        else:
            said = " ".join(wrong.messages) if isinstance(wrong, ValidationError) else str(wrong)
        raise StoryWrong(f"{self.place}: {said.rstrip('.')}. Nothing was loaded.") from wrong


# --- Plain rows ---------------------------------------------------------------------------


@verb("add")
def add(story: Story, told: Mapping[str, Any], day: date, moment: datetime) -> AuditedModel:
    """Somebody adds a row, as the admin does."""
    row: AuditedModel = story.new(told["model"], told["fields"])
    return services.save_row(row, by=story.person(told["by"]), reason=story.words(told["why"]))


@verb("change")
def alter(story: Story, told: Mapping[str, Any], day: date, moment: datetime) -> AuditedModel:
    """Somebody changes fields of a row, as its form does."""
    row: AuditedModel = story.row(told["model"], *told["row"])
    wanted = story.new(told["model"], told["set"])
    for name in told["set"]:
        setattr(row, name, getattr(wanted, name))
    return services.save_row(row, by=story.person(told["by"]), reason=story.words(told["why"]))
