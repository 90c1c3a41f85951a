"""`./test.sh bench`: makes a scratch database, and measures in a process that has only that."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.conf import settings  # noqa: E402 - what is measured needs Django set up

from tests.bench.pages import Benchmark  # noqa: E402
from tests.scratch import scratch_place  # noqa: E402


def arguments(words: Sequence[str]) -> argparse.Namespace:
    """Sizes, seconds and where the JSON goes."""
    parser = argparse.ArgumentParser(
        prog="./test.sh bench",
        description="Measures the pages against the floor page of the same run, in a scratch database.",
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000], help="actions")
    parser.add_argument("--seconds", type=float, default=3.0, help="for each page and repetition")
    parser.add_argument("--repeat", type=int, default=3, help="repetitions; the least busy counts")
    parser.add_argument("--json", type=Path, help="also write the results there")
    parser.add_argument("--pages", nargs="+", default=[], help="only these pages, by name")
    parser.add_argument("--inside", action="store_true", help="(used by the benchmark itself)")
    return parser.parse_args(words)


def again(words: Sequence[str]) -> int:
    """Start the benchmark in a process whose settings point at a scratch database; return its code."""
    command = [sys.executable, "-m", "tests.bench", "--inside", *words]
    with scratch_place(os.environ.get("DATABASE_URL", "")) as environment:
        done = subprocess.run(  # noqa: S603 (our own interpreter and arguments)
            command, cwd=settings.BASE_DIR, env={**os.environ, **environment}
        )
    return done.returncode


def main(words: Sequence[str]) -> int:
    """Outside: make the scratch place and start again there. Inside: measure."""
    options = arguments(words)
    if options.inside:
        Benchmark(options).measure()
        return 0
    code = again(words)
    if code:
        sys.stderr.write("The benchmark did not finish; the lines above say why.\n")
    return code


sys.exit(main(sys.argv[1:]))
