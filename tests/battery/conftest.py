"""The seed that everything is drawn from, and the time each of the tests may take."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from django.conf import settings

from tests.scratch import scratch_place

PARTS = 4  # kills, broken files, soak, pairs: an equal part of the seconds each


TOLD = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    """Nothing is told yet."""
    config.stash[TOLD] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Everything that was told."""
    for sentence in config.stash[TOLD]:
        terminalreporter.write_line(sentence)


class Clock:
    """The seconds a test may take, counted from its first question."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.end: float | None = None

    def has_time(self) -> bool:
        """Whether there is time for another round."""
        self.end = self.end or time.monotonic() + self.seconds
        return time.monotonic() < self.end


@pytest.fixture(scope="session")
def seed(request: pytest.FixtureRequest) -> int:
    """As given with --seed, or any."""
    given: int | None = request.config.getoption("seed")
    drawn = random.SystemRandom().randrange(1_000_000) if given is None else given
    request.config.stash[TOLD].append(f"Seed {drawn}: ./test.sh battery --seed {drawn} draws the same again.")
    return drawn


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Takes a sentence for the end of the run: what was drawn and how much of it."""
    return request.config.stash[TOLD].append


@pytest.fixture
def draw(seed: int) -> random.Random:
    """What a test draws from: the same for the same seed, whatever other tests drew."""
    return random.Random(seed)


@pytest.fixture
def seconds(request: pytest.FixtureRequest) -> float:
    """A test's part of the seconds given with --seconds."""
    return float(request.config.getoption("seconds")) / PARTS


@pytest.fixture
def clock(seconds: float) -> Clock:
    """Says when the time is over."""
    return Clock(seconds)


@pytest.fixture
def played(seed: int, seconds: float, tell: Callable[[str], None]) -> Callable[[str], str]:
    """Runs a module in a scratch database of its own and returns what it says; one that ends badly fails."""

    def play(module: str) -> str:
        with scratch_place(os.environ.get("DATABASE_URL", "")) as environment:
            done = subprocess.run(  # noqa: S603 - our own interpreter and arguments
                [sys.executable, "-m", module, str(seed), str(seconds)],
                cwd=settings.BASE_DIR,
                env={**os.environ, **environment, "DJANGO_SETTINGS_MODULE": "config.settings"},
                capture_output=True,
                text=True,
            )
        assert done.returncode == 0, f"seed {seed}:\n{done.stdout}\n{done.stderr[-4000:]}"
        tell(done.stdout.strip())
        return done.stdout

    return play
