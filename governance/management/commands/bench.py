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
    """One page in one run. ``cpu_ms`` is the processor time of workers and database for one request."""

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
            floors = [self.page(floor_server, FLOOR, 0, "/", cookie, options)]
            with serving("config.settings", environment, _backends) as server:
                results = [
                    self.page(server, name, size, address, cookie_of(addresses["user"]), options)
                    for size, addresses in pages.items()
                    for name, address in addresses.items()
                    if name != "user" and name in (options["pages"] or [name])
                ]
                memory = server.memory()
            floors.append(self.page(floor_server, FLOOR, 0, "/", cookie, options))
        self.imports = [] if options["pages"] else bench_import.measure(max(options["sizes"]))
        self.report(min(floors, key=lambda one: one.cpu_ms), results, memory, options)

    def page(
        self, server: Server, name: str, size: int, address: str, cookie: str, options: dict[str, Any]
    ) -> Result:
        """Ask for one page again and again, alone on the server; the least busy repetition counts."""
        ask = _asking(server, name, address, cookie)
        for _ in range(WARM_UP):
            status, length, _ = ask()
        best: tuple[float, float, list[float]] | None = None
        for _ in range(options["repeat"]):
            before, times, end = server.cpu(), [], time.monotonic() + options["seconds"]
            while time.monotonic() < end:
                status, length, spent = ask()
                times.append(spent)
            after = server.cpu()
            app, base = (
                (late - early) * 1000 / len(times) for early, late in zip(before, after, strict=True)
            )
            if best is None or app + base < best[0] + best[1]:
                best = (app, base, sorted(times))
        app, base, times = best or (0.0, 0.0, [0.0])
        self.stderr.write(f"{name} at {size}: {app + base:.2f} ms", ending="\n")
        return Result(
            page=name,
            actions=size,
            status=status,
            bytes=length,
            queries=_queries(address, cookie) if name != FLOOR else 2,
            cpu_ms=round(app + base, 3),
            database_ms=round(base, 3),
            p50_ms=round(statistics.median(times), 3),
            p95_ms=round(times[int(len(times) * 0.95)], 3),
        )

    def report(self, floor: Result, results: list[Result], memory: float, options: dict[str, Any]) -> None:
        """The table on the screen, the same figures as JSON below it and in the file."""
        rated = [Result(**(asdict(one) | {"ratio": round(one.cpu_ms / floor.cpu_ms, 2)})) for one in results]
        self.stdout.write(f"Floor F: {floor.cpu_ms:.2f} ms of CPU, p50 {floor.p50_ms:.2f} ms")
        heading = f"{'page':<16}{'actions':>8}{'status':>7}{'SQL':>5}{'CPU ms':>9}{'of it DB':>9}"
        self.stdout.write(heading + f"{'x F':>7}{'p50 ms':>9}{'p95 ms':>9}{'bytes':>9}")
        for one in rated:
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
            "floor": asdict(floor),
            "pages": [asdict(one) for one in rated],
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
