"""`manage.py bench`: what every page costs, against a floor measured in the same run."""

from __future__ import annotations

import datetime
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.models import User
from funding.management import bench_splits
from governance.management import bench_data, bench_import
from governance.management.bench_server import Server, serving

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


class Command(BaseCommand):
    """Builds a scratch database, serves it with gunicorn, measures, prints a table and JSON."""

    help = "Measures the pages against the floor page of the same run, in a scratch database."

    def add_arguments(self, parser: CommandParser) -> None:
        """Sizes, seconds and where the JSON goes."""
        parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000], help="actions")
        parser.add_argument("--seconds", type=float, default=3.0, help="for each page and repetition")
        parser.add_argument("--repeat", type=int, default=3, help="repetitions; the least busy counts")
        parser.add_argument("--json", type=Path, help="also write the results there")
        parser.add_argument("--pages", nargs="+", default=[], help="only these pages, by name")
        parser.add_argument("--inside", action="store_true", help="(used by the command itself)")

    def handle(self, **options: Any) -> None:
        """Outside: make the scratch place and call itself there. Inside: measure."""
        if options["inside"]:
            self.measure(options)
        elif settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
            with tempfile.TemporaryDirectory(prefix="joint-plan-bench-") as folder:
                self.again(options, {"MODE": "demo", "DATA_DIR": folder, "DATABASE_URL": ""})
        else:
            self.in_scratch_postgres(options)

    def in_scratch_postgres(self, options: dict[str, Any]) -> None:
        """A database of its own on the same server, dropped afterwards."""
        name = f"joint_plan_bench_{os.getpid()}"
        base, _, query = os.environ["DATABASE_URL"].partition("?")
        url = f"{base.rpartition('/')[0]}/{name}" + (f"?{query}" if query else "")
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name}")
        try:
            with tempfile.TemporaryDirectory(prefix="joint-plan-bench-") as folder:
                self.again(options, {"MODE": "demo", "DATA_DIR": folder, "DATABASE_URL": url})
        finally:
            with connection.cursor() as cursor:
                cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def again(self, options: dict[str, Any], environment: dict[str, str]) -> None:
        """Call this command in a process whose settings point at the scratch database."""
        (Path(environment["DATA_DIR"]) / "vendor").symlink_to(settings.VENDOR_DIR)
        command = [sys.executable, "manage.py", "bench", "--inside", "--seconds", str(options["seconds"])]
        command += ["--repeat", str(options["repeat"]), "--sizes", *map(str, options["sizes"])]
        if options["pages"]:
            command += ["--pages", *options["pages"]]
        if options["json"]:
            command += ["--json", str(options["json"].resolve())]
        done = subprocess.run(  # noqa: S603 (our own interpreter and arguments)
            command, cwd=settings.BASE_DIR, env=os.environ | environment | {"LOG_LEVEL": "ERROR"}
        )
        if done.returncode:
            raise CommandError("The benchmark did not finish; the lines above say why.")

    # --- inside the scratch database --------------------------------------------------------

    def measure(self, options: dict[str, Any]) -> None:
        """Build the data, serve it, measure floor and pages by turns, print."""
        call_command("migrate", verbosity=0)
        pages = {size: bench_data.build(size) for size in options["sizes"]}
        call_command("collectstatic", interactive=False, verbosity=0)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        first = min(pages)
        environment = {"MODE": "demo", "DATA_DIR": str(settings.DATA_DIR)}
        with serving("config.floor_settings", environment, _backends) as floor_server:
            cookie = cookie_of(pages[first]["user"], "django.contrib.auth.backends.ModelBackend")
            self.floors: list[Window] = []
            self.floor = _Asked(floor_server, _asking(floor_server, FLOOR, "/", cookie))
            with serving("config.settings", environment, _backends) as server:
                results = [
                    self.page(server, name, size, address, cookie_of(addresses["user"]), options)
                    for size, addresses in pages.items()
                    for name, address in addresses.items()
                    if name != "user" and name in (options["pages"] or [name])
                ]
                memory = server.memory()
        self.imports = [] if options["pages"] else bench_import.measure(max(options["sizes"]))
        self.report(results, memory, options)

    def page(
        self, server: Server, name: str, size: int, address: str, cookie: str, options: dict[str, Any]
    ) -> Result:
        """Ask for one page again and again, by turns with the floor; the least busy repetition counts."""
        asked = _Asked(server, _asking(server, name, address, cookie))
        windows, ratios = [], []
        for _ in range(options["repeat"]):
            floor = self.floor.window(options["seconds"] / 3)
            windows.append(asked.window(options["seconds"]))
            ratios.append(windows[-1].cpu_ms / floor.cpu_ms)
            self.floors.append(floor)
        best = min(windows, key=lambda one: one.cpu_ms)
        self.stderr.write(f"{name} at {size}: {best.cpu_ms:.2f} ms", ending="\n")
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

    def report(self, results: list[Result], memory: float, options: dict[str, Any]) -> None:
        """The table on the screen, the same figures as JSON below it and in the file."""
        floors = [one.cpu_ms for one in self.floors]
        floor = {"least_ms": round(min(floors), 3), "middle_ms": round(statistics.median(floors), 3)}
        least, middle = floor["least_ms"], floor["middle_ms"]
        self.stdout.write(f"Floor F: {least:.2f} ms of CPU at least, {middle:.2f} ms mostly")
        heading = f"{'page':<16}{'actions':>8}{'status':>7}{'SQL':>5}{'CPU ms':>9}{'of it DB':>9}"
        self.stdout.write(heading + f"{'x F':>7}{'p50 ms':>9}{'p95 ms':>9}{'bytes':>9}")
        for one in results:
            self.stdout.write(
                f"{one.page:<16}{one.actions:>8}{one.status:>7}{one.queries:>5}{one.cpu_ms:>9.2f}"
                f"{one.database_ms:>9.2f}{one.ratio:>7.2f}{one.p50_ms:>9.2f}{one.p95_ms:>9.2f}{one.bytes:>9}"
            )
        for step in self.imports:
            wanted = f", at most {step.at_most:.1f} s" if step.at_most else ""
            self.stdout.write(f"{step.rows:,} rows, {step.step}: {step.seconds:.2f} s{wanted}")
        divided = bench_splits.seconds()
        lines = f"{bench_splits.LINES:,} lines over {bench_splits.PARTIES} parties"
        self.stdout.write(f"Dividing {lines} takes {divided:.2f} s.")
        self.stdout.write(f"Two workers and their master hold {memory:.0f} MB after this.")
        record = {
            "when": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),  # noqa: TID251
            "python": platform.python_version(),
            "django": django.get_version(),
            "database": connection.vendor,
            "floor": floor,
            "pages": [asdict(one) for one in results],
            "imports": [asdict(one) for one in self.imports],
            "memory_mb": round(memory, 1),
            "split_seconds": round(divided, 3),
        }
        text = json.dumps(record, indent=1)
        self.stdout.write(text)
        if options["json"]:
            options["json"].write_text(text + "\n")


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
    if name != bench_data.EDIT_SAVED:
        return lambda: server.get(address, cookie)
    form = bench_data.EditForm(address)
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
