"""What every page costs, against a floor measured in the same run."""

from __future__ import annotations

import datetime
import json
import platform
import statistics
import sys
import time
from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict, dataclass

import django
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.models import User
from tests.bench import data, imports, splits
from tests.bench.server import Server, serving

WARM_UP = 15
FLOOR = "floor"


@dataclass(frozen=True)
class Result:
    """One page in one run. ``cpu_ms`` is the processor time of workers and database for one request.

    ``ratio`` is that to the floor's in the seconds before, the middle one of all repetitions: a machine
    that is slower for a minute is slower for both.
    """

    page: str
    actions: int
    status: int
    bytes: int
    queries: int
    cpu_ms: float
    database_ms: float
    p50_ms: float
    p95_ms: float
    ratio: float = 0.0


@dataclass(frozen=True)
class Window:
    """Some seconds of asking for one page: processor time for one request, and how long each took."""

    cpu_ms: float
    database_ms: float
    times: list[float]


class _Asked:
    """One page of a server, asked for again and again with nothing else on that server."""

    def __init__(self, server: Server, ask: Callable[[], tuple[int, int, float]]) -> None:
        self.server, self.ask = server, ask
        for _ in range(WARM_UP):
            self.status, self.bytes, _spent = ask()

    def window(self, seconds: float) -> Window:
        """Ask for so long."""
        before, times, end = self.server.cpu(), [], time.monotonic() + seconds
        while time.monotonic() < end:
            self.status, self.bytes, spent = self.ask()
            times.append(spent)
        app, base = (
            (late - early) * 1000 / len(times) for early, late in zip(before, self.server.cpu(), strict=True)
        )
        return Window(app + base, base, sorted(times))


class Benchmark:
    """Builds the data in the scratch database, serves it with gunicorn, measures, prints a table and JSON."""

    def __init__(self, options: Namespace) -> None:
        self.options = options
        self.floors: list[Window] = []

    def measure(self) -> None:
        """Build the data, serve it, measure floor and pages by turns, print."""
        options = self.options
        call_command("migrate", verbosity=0)
        pages = {size: data.build(size) for size in options.sizes}
        call_command("collectstatic", interactive=False, verbosity=0)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        first = min(pages)
        environment = {"MODE": "demo", "DATA_DIR": str(settings.DATA_DIR)}
        with serving("tests.bench.floor_settings", environment, _backends) as floor_server:
            cookie = cookie_of(pages[first]["user"], "django.contrib.auth.backends.ModelBackend")
            self.floor = _Asked(floor_server, _asking(floor_server, FLOOR, "/", cookie))
            with serving("config.settings", environment, _backends) as server:
                results = [
                    self.page(server, name, size, address, cookie_of(addresses["user"]))
                    for size, addresses in pages.items()
                    for name, address in addresses.items()
                    if name != "user" and name in (options.pages or [name])
                ]
                memory = server.memory()
        self.imports = [] if options.pages else imports.measure(max(options.sizes))
        self.report(results, memory)

    def page(self, server: Server, name: str, size: int, address: str, cookie: str) -> Result:
        """Ask for one page again and again, by turns with the floor; the least busy repetition counts."""
        asked = _Asked(server, _asking(server, name, address, cookie))
        windows, ratios = [], []
        for _ in range(self.options.repeat):
            floor = self.floor.window(self.options.seconds / 3)
            windows.append(asked.window(self.options.seconds))
            ratios.append(windows[-1].cpu_ms / floor.cpu_ms)
            self.floors.append(floor)
        best = min(windows, key=lambda window: window.cpu_ms)
        sys.stderr.write(f"{name} at {size}: {best.cpu_ms:.2f} ms\n")
        return Result(
            page=name,
            actions=size,
            status=asked.status,
            bytes=asked.bytes,
            queries=_queries(address, cookie),
            cpu_ms=round(best.cpu_ms, 3),
            database_ms=round(best.database_ms, 3),
            p50_ms=round(statistics.median(best.times), 3),
            p95_ms=round(best.times[int(len(best.times) * 0.95)], 3),
            ratio=round(statistics.median(ratios), 2),
        )

    def report(self, results: list[Result], memory: float) -> None:
        """The table on the screen, the same figures as JSON below it and in the file."""
        floors = [floor.cpu_ms for floor in self.floors]
        floor = {"least_ms": round(min(floors), 3), "middle_ms": round(statistics.median(floors), 3)}
        least, middle = floor["least_ms"], floor["middle_ms"]
        print(f"Floor F: {least:.2f} ms of CPU at least, {middle:.2f} ms mostly")
        heading = f"{'page':<16}{'actions':>8}{'status':>7}{'SQL':>5}{'CPU ms':>9}{'of it DB':>9}"
        print(heading + f"{'x F':>7}{'p50 ms':>9}{'p95 ms':>9}{'bytes':>9}")
        for result in results:
            print(
                f"{result.page:<16}{result.actions:>8}{result.status:>7}{result.queries:>5}{result.cpu_ms:>9.2f}"
                f"{result.database_ms:>9.2f}{result.ratio:>7.2f}{result.p50_ms:>9.2f}{result.p95_ms:>9.2f}{result.bytes:>9}"
            )
        for step in self.imports:
            wanted = f", at most {step.at_most:.1f} s" if step.at_most else ""
            print(f"{step.rows:,} rows, {step.step}: {step.seconds:.2f} s{wanted}")
        divided = splits.seconds()
        lines = f"{splits.LINES:,} lines over {splits.PARTIES} parties"
        print(f"Dividing {lines} takes {divided:.2f} s.")
        print(f"Two workers and their master hold {memory:.0f} MB after this.")
        record = {
            "when": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),  # noqa: TID251
            "python": platform.python_version(),
            "django": django.get_version(),
            "database": connection.vendor,
            "floor": floor,
            "pages": [asdict(result) for result in results],
            "imports": [asdict(step) for step in self.imports],
            "memory_mb": round(memory, 1),
            "split_seconds": round(divided, 3),
        }
        text = json.dumps(record, indent=1)
        print(text)
        if self.options.json:
            self.options.json.write_text(text + "\n")


def cookie_of(email: str, backend: str = settings.AUTHENTICATION_BACKENDS[0]) -> str:
    """A signed-in session of that user, as a cookie."""
    user = User.objects.get(email=email)
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = backend
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


def _asking(server: Server, name: str, address: str, cookie: str) -> Callable[[], tuple[int, int, float]]:
    """How one page is asked for: most are read, an edited action is sent."""
    if name != data.EDIT_SAVED:
        return lambda: server.get(address, cookie)
    form = data.EditForm(address)
    return lambda: server.post(address, cookie, form.next())


def _queries(address: str, cookie: str) -> int:
    """How many SQL statements the page takes, asked once in this process."""
    client = Client(SERVER_NAME="127.0.0.1")
    name, _, value = cookie.partition("=")
    client.cookies[name] = value
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)


def _backends() -> list[int]:
    """The database's own processes for these connections, where it has any."""
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return [pid for (pid,) in cursor.fetchall()]
