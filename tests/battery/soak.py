"""Asks a server with two workers for pages, files and nonsense, and saves edits, three at a time.

``python -m tests.battery.soak SEED SECONDS`` in a scratch database. Every answer must be the expected one: an
edit of a version that somebody else has changed meanwhile is shown again, nonsense is not found, all else is
there. The memory of the server once every page was drawn is compared with its memory at the end.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.conf import settings  # noqa: E402 - what follows needs Django set up
from django.core.management import call_command  # noqa: E402

from tests.bench import data  # noqa: E402
from tests.bench.pages import cookie_of  # noqa: E402
from tests.bench.server import Server, serving  # noqa: E402

SIZE = 100
AT_ONCE = 3
WARM = 5  # times each page is drawn before the memory is looked at
GROWTH = 1.15  # what the memory may come to, as a multiple
FOUND, SAVED, SHOWN_AGAIN, NOTHING = 200, 302, (200, 409), 404
NONSENSE = ("/p/nowhere/plan/", "/%00", "/p/bench-100/actions/XX-99/", "/p/bench-100/dashboard/summer/")
Asked = tuple[str, int, int]


class Visitor:
    """Somebody who asks for one thing after the other."""

    def __init__(self, server: Server, cookie: str, addresses: dict[str, str], draw: random.Random) -> None:
        self.server, self.cookie, self.draw = server, cookie, draw
        self.edited = addresses[data.EDIT_SAVED]
        base = addresses["list"]
        pages = [address for name, address in addresses.items() if name not in ("user", data.EDIT_SAVED)]
        self.pages = [*pages, f"{base}export.csv", f"{base}own.csv", f"{base}export.xlsx"]
        self.form = data.EditForm(self.edited)

    def visit(self, end: Event) -> Counter[str]:
        """Ask until the end; returns how often each kind was answered, and each wrong answer in words."""
        answers: Counter[str] = Counter()
        while not end.is_set():
            answers[self.once()] += 1
        return answers

    def once(self) -> str:
        """One request: what became of it, in a word, or what was wrong with it."""
        kind = self.draw.choices(("page", "edit", "nonsense"), (8, 3, 1))[0]
        if kind == "edit":
            return self.edit()
        address = self.draw.choice(self.pages if kind == "page" else NONSENSE)
        status, _bytes, _milliseconds = self.server.get(address, self.cookie)
        wanted = FOUND if kind == "page" else NOTHING
        return kind if status == wanted else f"wrong: {address} answered {status}"

    def edit(self) -> str:
        """Send the form of the version that was saved last, as far as this visitor knows."""
        status, _bytes, _milliseconds = self.server.post(self.edited, self.cookie, self.form.next())
        if status == SAVED:
            return "saved"
        if status not in SHOWN_AGAIN:
            return f"wrong: the edit of {self.edited} answered {status}"
        self.form = data.EditForm(self.edited)  # as somebody does who is shown what changed meanwhile
        return "shown again"


def warmed(visitor: Visitor) -> Iterator[float]:
    """Draw every page some times; the memory after each round."""
    for _ in range(WARM):
        for address in visitor.pages:
            visitor.server.get(address, visitor.cookie)
        yield visitor.server.memory()


def main(seed: int, seconds: float) -> None:
    """Build, serve, ask until the time is over; a sentence and code 1 when something was wrong."""
    call_command("migrate", verbosity=0)
    addresses = data.build(SIZE)
    call_command("collectstatic", interactive=False, verbosity=0)
    environment = {"MODE": "demo", "DATA_DIR": str(settings.DATA_DIR)}
    with serving("config.settings", environment, list) as server:
        cookie = cookie_of(addresses["user"])
        visitors = [
            Visitor(server, cookie, addresses, random.Random(seed + number)) for number in range(AT_ONCE)
        ]
        before = list(warmed(visitors[0]))[-1]
        end = Event()
        with ThreadPoolExecutor(AT_ONCE) as pool:
            visits = [pool.submit(visitor.visit, end) for visitor in visitors]
            held = sampled(server, seconds)
            end.set()
        answers: Counter[str] = sum((visit.result() for visit in visits), Counter())
    report(answers, before, statistics.median(held[-5:]))


def sampled(server: Server, seconds: float) -> list[float]:
    """The memory of the server at twenty moments of that time, in megabytes."""
    held = []
    for _ in range(20):
        time.sleep(seconds / 20)
        held.append(server.memory())
    return held


def report(answers: Counter[str], before: float, after: float) -> None:
    """Say how it went."""
    wrong = [f"{number} times {kind}" for kind, number in answers.items() if kind.startswith("wrong")]
    print(
        f"{answers.total()} answers, {answers['saved']} of them saved and {answers['shown again']} shown "
        f"again; {before:.0f} MB before, {after:.0f} MB after"
    )
    if after > before * GROWTH:
        wrong.append(f"the memory grew from {before:.0f} to {after:.0f} MB")
    if wrong:
        raise SystemExit("\n".join(wrong))


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
