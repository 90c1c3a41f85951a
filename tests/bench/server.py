"""A gunicorn of its own, and what its processes cost."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings

PATIENCE = 30.0
TOKEN = "t" * 32  # as long as Django makes them


@dataclass(frozen=True)
class Server:
    """A running server: its port, its processes, and what else works for it (database backends)."""

    port: int
    master: int
    helpers: Callable[[], list[int]]
    seen: dict[int, float] = field(default_factory=dict)

    def workers(self) -> list[int]:
        """The processes that answer requests."""
        children = Path(f"/proc/{self.master}/task/{self.master}/children").read_text().split()
        return [int(child) for child in children]

    def cpu(self) -> tuple[float, float]:
        """Seconds of processor time used so far: by the workers, and by the database for them."""
        # A database connection that has ended took its count along: what it was last seen at still counts.
        self.seen.update({pid: cpu_of(pid) for pid in self.helpers()})
        return sum(map(cpu_of, self.workers())), sum(self.seen.values())

    def memory(self) -> float:
        """Megabytes held by master and workers, each shared page counted once between its sharers."""
        return sum(proportional_memory(pid) for pid in (self.master, *self.workers())) / 1024

    def get(self, path: str, cookie: str) -> tuple[int, int, float]:
        """Ask for a page on a connection of its own: status, bytes, milliseconds."""
        return self.ask("GET", path, {"Cookie": cookie})

    def post(self, path: str, cookie: str, data: Mapping[str, str]) -> tuple[int, int, float]:
        """Send a form, with the token and the cookie that a browser would send with it."""
        headers = {
            "Cookie": f"{cookie}; {settings.CSRF_COOKIE_NAME}={TOKEN}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        return self.ask("POST", path, headers, urlencode({**data, "csrfmiddlewaretoken": TOKEN}))

    def ask(
        self, method: str, path: str, headers: Mapping[str, str], body: str = ""
    ) -> tuple[int, int, float]:
        """One request on a connection of its own: status, bytes, milliseconds."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        begun = time.perf_counter()
        connection.request(method, path, body or None, {**headers, "Host": "127.0.0.1"})
        answer = connection.getresponse()
        size = len(answer.read())
        spent = (time.perf_counter() - begun) * 1000
        connection.close()
        return answer.status, size, spent


def cpu_of(pid: int) -> float:
    """Seconds a process has run, to the nanosecond; nought when it has ended."""
    try:
        return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9
    except FileNotFoundError:
        return 0.0


def proportional_memory(pid: int) -> int:
    """Kilobytes of a process, shared pages divided among their sharers."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0


@contextmanager
def serving(
    settings_module: str, environment: dict[str, str], helpers: Callable[[], list[int]]
) -> Iterator[Server]:
    """Run gunicorn with two workers under those settings; end it when the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi"]
    command += ["--bind", f"127.0.0.1:{port}", "--log-level", "error"]
    process = subprocess.Popen(  # noqa: S603 (our own interpreter and arguments)
        command,
        env=os.environ | environment | {"DJANGO_SETTINGS_MODULE": settings_module, "LOG_LEVEL": "ERROR"},
    )
    try:
        _wait_for(port, process)
        yield Server(port, process.pid, helpers)
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("The benchmark's server did not start.")
