"""`./test.sh bench`: makes a scratch database, and measures in a process that has only that."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.conf import settings  # noqa: E402 - what is measured needs Django set up
from django.db import connection  # noqa: E402

from tests.bench.pages import Benchmark  # noqa: E402


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


def in_scratch_sqlite(words: Sequence[str]) -> int:
    """A database in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="joint-plan-bench-") as folder:
        return again(words, {"MODE": "demo", "DATA_DIR": folder, "DATABASE_URL": ""})


def in_scratch_postgres(words: Sequence[str]) -> int:
    """A database of its own on the same server, dropped afterwards."""
    name = f"joint_plan_bench_{os.getpid()}"
    base, _, query = os.environ["DATABASE_URL"].partition("?")
    url = f"{base.rpartition('/')[0]}/{name}" + (f"?{query}" if query else "")
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    try:
        with tempfile.TemporaryDirectory(prefix="joint-plan-bench-") as folder:
            return again(words, {"MODE": "demo", "DATA_DIR": folder, "DATABASE_URL": url})
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


def again(words: Sequence[str], environment: Mapping[str, str]) -> int:
    """Start the benchmark in a process whose settings point at the scratch database; return its code."""
    (Path(environment["DATA_DIR"]) / "vendor").symlink_to(settings.VENDOR_DIR)
    command = [sys.executable, "-m", "tests.bench", "--inside", *words]
    done = subprocess.run(  # noqa: S603 (our own interpreter and arguments)
        command, cwd=settings.BASE_DIR, env={**os.environ, **environment, "LOG_LEVEL": "ERROR"}
    )
    return done.returncode


def main(words: Sequence[str]) -> int:
    """Outside: make the scratch place and start again there. Inside: measure."""
    options = arguments(words)
    if options.inside:
        Benchmark(options).measure()
        return 0
    sqlite = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
    code = in_scratch_sqlite(words) if sqlite else in_scratch_postgres(words)
    if code:
        sys.stderr.write("The benchmark did not finish; the lines above say why.\n")
    return code


sys.exit(main(sys.argv[1:]))
