"""The two commands say in one sentence why they cannot go on, before they have done anything."""

import fcntl
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.thorough import kept_when_fast

PROJECT = Path(__file__).resolve().parent.parent


def run(*command: str, data: Path, **environment: str) -> tuple[int, str]:
    """Run a script with nothing but the given environment; return its code and what it says went wrong."""
    done = subprocess.run(  # noqa: S603 - our own scripts
        command,
        cwd=PROJECT,
        env={"PATH": os.environ["PATH"], "DATA_DIR": str(data), **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.returncode, done.stderr


def commands(folder: Path, scripts: Mapping[str, str]) -> str:
    """Return a PATH on which the given shell scripts come before the commands of this machine."""
    folder.mkdir()
    for name, text in scripts.items():
        (folder / name).write_text(f"#!/bin/sh\n{text}\n")
        (folder / name).chmod(0o755)
    return f"{folder}:{os.environ['PATH']}"


def test_a_taken_port_is_named_and_nothing_is_set_up(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert run("./run.sh", data=tmp_path, PORT=port) == (
            6,
            f"Port {port} on 127.0.0.1 cannot be used, perhaps because something serves there: "
            "stop that, or choose another with PORT=8080 ./run.sh\n",
        )
    assert sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()) == [
        "run.lock",
        "setup.log",
        "stamps/probe",
    ]


@pytest.mark.parametrize("port", ["eight", "70000", "-1"])
def test_a_port_that_is_none_is_refused(tmp_path: Path, port: str) -> None:
    code, sentence = run("./run.sh", data=tmp_path, PORT=port)
    assert (code, sentence.partition(",")[0]) == (6, f"Port {port} on 127.0.0.1 cannot be used")


def test_a_second_server_on_the_same_data_folder_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "run.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert run("./run.sh", data=tmp_path, PORT="0") == (
            6,
            f"Joint Plan already runs from the data folder {tmp_path}: "
            "stop it there, or give this one a folder of its own with DATA_DIR.\n",
        )


def test_a_data_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert run("./run.sh", data=tmp_path / "file/data") == (
        7,
        f"The data folder {tmp_path}/file/data cannot be written: "
        "give this account the right to write there, or set DATA_DIR to another folder.\n",
    )


def test_a_python_that_is_too_old_is_named(tmp_path: Path) -> None:
    old = '[ "$1" = --version ] || exit 1; echo Python 3.9.2'
    path = commands(
        tmp_path / "bin", dict.fromkeys(("python3", "python3.13", "python3.12", "python3.11"), old)
    )
    assert run("./run.sh", data=tmp_path, PATH=path) == (
        3,
        "Joint Plan needs Python 3.11 or newer, and python3 here is Python 3.9.2: "
        "install a newer python3 and run this again.\n",
    )


def test_without_root_the_missing_packages_are_named(tmp_path: Path) -> None:
    path = commands(
        tmp_path / "bin",
        {
            "id": "echo 1000",
            "apt-get": "exit 1",
            "python3": f'case "$*" in *ensurepip*) exit 1 ;; esac; exec {sys.executable} "$@"',
        },
    )
    assert run("./run.sh", data=tmp_path, PATH=path, PORT="0") == (
        4,
        "Debian packages are missing and only root may install them: apt-get install python3-venv\n",
    )


def test_without_a_network_the_start_stops_with_the_last_word_of_the_failure(tmp_path: Path) -> None:
    environment = tmp_path / "venv"
    (environment / "bin").mkdir(parents=True)
    (environment / "complete").touch()
    python = environment / "bin/python"
    python.write_text(
        f'#!/bin/sh\ncase "$*" in *pip*) echo no route; exit 1 ;; esac; exec {sys.executable} "$@"\n'
    )
    python.chmod(0o755)
    assert run("./run.sh", data=tmp_path, VENV=str(environment), PORT="0") == (
        5,
        "    no route\n"
        "The Python packages could not be fetched: is the network there? "
        f"{tmp_path}/setup.log has the details.\n",
    )


def test_steps_that_are_over_at_once_end(tmp_path: Path) -> None:
    """What prints the dots may not have begun when it is told to end: the script must not wait for it."""
    steps = "for turn in $(seq 100); do step Quick true; done"
    script = f"trap 'exit 143' TERM; . config/setup.sh; LOG={tmp_path}/setup.log; {steps}"

    assert run("sh", "-c", script, data=tmp_path) == (0, "")


def test_the_demonstration_is_not_served_in_production(tmp_path: Path) -> None:
    assert run("./run.sh", data=tmp_path, MODE="production") == (
        2,
        "./run.sh only serves the demonstration; "
        "docs/runbooks/production.md says how to run with MODE=production.\n",
    )


def test_missing_migrations_are_looked_for_without_any_configuration(tmp_path: Path) -> None:
    assert run(sys.executable, "manage.py", "makemigrations", "--check", data=tmp_path) == (0, "")


@pytest.mark.parametrize(
    ("command", "environment"), [("check", {}), ("makemigrations", {"MODE": "production"})]
)
def test_everything_else_is_production_and_says_what_it_must_be_told(
    tmp_path: Path, command: str, environment: dict[str, str]
) -> None:
    code, said = run(sys.executable, "manage.py", command, data=tmp_path, **environment)

    assert (code, said.splitlines()[-1]) == (
        1,
        "django.core.exceptions.ImproperlyConfigured: Set SECRET_KEY: 50 or more random characters. "
        "(MODE=demo runs without it.)",
    )


def test_words_that_the_commands_do_not_know_are_refused(tmp_path: Path) -> None:
    assert run("./run.sh", "quickly", data=tmp_path) == (
        2,
        "./run.sh takes no arguments; PORT, DATABASE_URL and DATA_DIR are read from the environment.\n",
    )
    assert run("./test.sh", "quickly", data=tmp_path) == (
        2,
        "./test.sh knows the words all, fast, battery and bench, not quickly; what follows is passed on.\n",
    )


TOOLS = ("python", "ruff", "djade", "djangofmt", "lint-imports", "mypy")
KEY_OF_ASSETS = ". config/setup.sh; need_python; key_of package.json package-lock.json config/assets.py"


@pytest.fixture
def quick_tools(tmp_path: Path) -> dict[str, str]:
    """An environment in which all that ./test.sh fast runs passes at once, with nothing to fetch."""
    folder = tmp_path / "venv"
    folder.mkdir()
    commands(folder / "bin", dict.fromkeys(TOOLS, "exit 0"))
    (folder / "complete").touch()
    key = subprocess.run(["/bin/sh", "-c", KEY_OF_ASSETS], cwd=PROJECT, capture_output=True, text=True)  # noqa: S603
    (tmp_path / "stamps").mkdir()
    (tmp_path / "stamps/vendor").write_text(key.stdout)
    (tmp_path / "vendor/govuk").mkdir(parents=True)
    return {"VENV": str(folder)}


def test_fast_fails_when_it_takes_longer_than_it_may(tmp_path: Path, quick_tools: dict[str, str]) -> None:
    assert run("./test.sh", "fast", data=tmp_path, **quick_tools) == (0, "")

    code, said = run("./test.sh", "fast", data=tmp_path, FAST_SECONDS="-1", **quick_tools)

    assert (code, re.sub(r"took \d+ s", "took N s", said)) == (
        1,
        "./test.sh fast took N s and may take -1: make tests faster, or mark cases of a large matrix "
        "thorough (tests/thorough.py).\n",
    )


@pytest.mark.parametrize("tool", kept_when_fast(["mypy", "ruff", "python"], {"python"}))
def test_fast_fails_with_any_of_its_parts(tmp_path: Path, quick_tools: dict[str, str], tool: str) -> None:
    folder = Path(quick_tools["VENV"]) / "bin"
    asked = '[ "$2" = pytest ] || exit 0; exit 3' if tool == "python" else "exit 3"
    (folder / tool).write_text(f"#!/bin/sh\n{asked}\n")

    code, said = run("./test.sh", "fast", data=tmp_path, **quick_tools)

    parts = 2 if tool == "ruff" else 1  # it looks at the rules and at the format
    assert (code, said) == (1, f"{parts} of the parts above failed.\n")


def test_the_tests_take_no_database_but_a_postgresql(tmp_path: Path) -> None:
    assert run("./test.sh", data=tmp_path, DATABASE_URL="mysql://host/name") == (
        2,
        "./test.sh tests on SQLite by itself: set DATABASE_URL to a postgres:// address, or not at all.\n",
    )


def test_the_locks_name_a_hash_for_everything_and_no_address() -> None:
    for name in ("requirements.txt", "requirements-dev.txt", "requirements-node.txt"):
        text = (PROJECT / name).read_text()
        for entry in text.replace("\\\n", " ").strip().splitlines():
            assert "--hash=sha256:" in entry, entry
        assert "://" not in text
    assert '"resolved"' not in (PROJECT / "package-lock.json").read_text()


def test_the_lock_for_tests_holds_all_of_the_lock_for_running() -> None:
    runtime, tests = (
        set((PROJECT / name).read_text().replace("\\\n", " ").splitlines())
        for name in ("requirements.txt", "requirements-dev.txt")
    )
    assert runtime - tests == set()


@pytest.mark.parametrize("script", ["run.sh", "test.sh", "config/setup.sh", ".ci/run"])
def test_the_scripts_are_plain_posix_shell(script: str) -> None:
    shell = shutil.which("dash") or "/bin/sh"
    done = subprocess.run([shell, "-n", script], cwd=PROJECT, capture_output=True, text=True)  # noqa: S603
    assert (done.returncode, done.stderr) == (0, "")


BEFORE_THE_WORKERS = """
import gc, runpy, sys
from config.wsgi import application
from django.db import connection
runpy.run_path("config/gunicorn.py")["when_ready"](None)
loaded = "governance.dashboard.views.quarter" in sys.modules
sys.exit(str([gc.get_freeze_count() > 100_000, loaded, connection.connection]))
"""


def test_what_workers_share_is_loaded_and_left_alone_by_the_collector_and_no_connection_is(
    tmp_path: Path,
) -> None:
    assert run(sys.executable, "-c", BEFORE_THE_WORKERS, data=tmp_path, MODE="demo") == (
        1,
        "[True, True, None]\n",
    )
