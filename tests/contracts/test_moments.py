"""Nobody takes the day of a moment but the module that knows London: elsewhere it is the day in UTC.

Ruff's rules about time zones see how a moment is made, not how its day is taken.
"""

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings

from core.domain.moments import LONDON

ROOT = Path(__file__).resolve().parents[2]
APPS = ("config", "core", "partnerships", "programmes", "funding", "governance")
ONLY = "core/domain/moments.py"
# Most modules have none of these words and need no parsing.
SUSPECT = re.compile(r"\.date\b|local(date|time)\b(?!\(\))|astimezone|TruncDate")
SOURCES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in ROOT.glob("*/**/*.py")
    if path.relative_to(ROOT).parts[0] not in ("tests", "node_modules") and "/." not in path.as_posix()
)


def days_taken(source: str) -> list[str]:
    """Where code takes a day or London's clock from a moment itself, each as its line and its expression.

    ``.date()`` with nothing between the brackets (the type's constructor takes three numbers), the same
    called on the class or handed on uncalled; Django's ``localdate`` and ``localtime`` of a moment (without
    one they say today and now); ``astimezone`` to anything but UTC; SQL's ``TruncDate``.
    """
    if not SUSPECT.search(source):
        return []
    nodes = list(ast.walk(ast.parse(source)))
    named_by_module = any(
        isinstance(node, ast.Import) and any(alias.name == "datetime" for alias in node.names)
        for node in nodes
    )
    called = {id(node.func) for node in nodes if isinstance(node, ast.Call)}
    return [
        f"{node.lineno}: {ast.unparse(node)}"
        for node in nodes
        if (isinstance(node, ast.Call) and _takes_a_day(node))
        or (
            isinstance(node, ast.Attribute)
            and node.attr == "date"
            and id(node) not in called
            and not (named_by_module and ast.unparse(node) == "datetime.date")
        )
    ]


def _takes_a_day(call: ast.Call) -> bool:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    given = len(call.args) + len(call.keywords)
    if name == "date":
        return isinstance(call.func, ast.Attribute) and given < 2
    if name in ("localdate", "localtime"):
        return given > 0
    if name == "astimezone":
        return [ast.unparse(zone) for zone in call.args] != ["UTC"]
    return name == "TruncDate"


def test_the_code_is_looked_through():
    assert {name.split("/")[0] for name in SOURCES} >= set(APPS)
    assert ONLY in SOURCES


def test_no_module_takes_the_day_of_a_moment_itself():
    """Where it fails: take the day with ``core.domain.moments.london_day``."""
    taken = {name: days_taken((ROOT / name).read_text()) for name in SOURCES if name != ONLY}

    assert {name: lines for name, lines in taken.items() if lines} == {}
    assert days_taken((ROOT / ONLY).read_text()) != []


@pytest.mark.parametrize(
    "code",
    [
        "round.locked_at.date()",
        "timezone.now().date()",
        "timezone.localtime(update.submitted_at).date()",
        "datetime.date(moment)",
        "from datetime import datetime\nmap(datetime.date, moments)",
        "timezone.localdate(moment)",
        "localtime(value=moment)",
        "moment.astimezone(zone)",
        "moment.astimezone()",
        "rows.annotate(day=TruncDate('locked_at'))",
    ],
)
def test_a_day_taken_of_a_moment_is_seen(code):
    assert days_taken(code) != []


@pytest.mark.parametrize(
    "code",
    [
        "import datetime\nday: datetime.date = datetime.date(2026, 7, 22)",
        "timezone.localdate()",
        "moment.astimezone(UTC)",
        "london_day(round.locked_at)",
        "Reminder.objects.filter(sent_at__date=today)",
    ],
)
def test_days_that_are_days_already_are_left_alone(code):
    assert days_taken(code) == []


def test_the_zone_is_the_one_django_shows_times_in():
    """Templates, the admin and ``__date`` in queries go by the settings, which nothing changes for a page."""
    assert LONDON.key == settings.TIME_ZONE
    assert settings.USE_TZ
