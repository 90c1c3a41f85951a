"""A data folder and a database of its own for a process that is started by the benchmark or the battery."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.conf import settings
from psycopg import sql


@contextmanager
def scratch_place(server: str) -> Iterator[dict[str, str]]:
    """The environment of such a process. Folder and database are gone at the end.

    ``server`` is the address of a PostgreSQL, where a database is made beside the one it names; without it
    the database is SQLite's.
    """
    with tempfile.TemporaryDirectory(prefix="joint-plan-scratch-") as folder, _database(server) as url:
        (Path(folder) / "vendor").symlink_to(settings.VENDOR_DIR)
        yield {"MODE": "demo", "DATA_DIR": folder, "DATABASE_URL": url, "LOG_LEVEL": "ERROR"}


@contextmanager
def _database(server: str) -> Iterator[str]:
    if not server.startswith("postgres"):
        yield ""
        return
    name = f"joint_plan_scratch_{os.getpid()}"
    base, _, query = server.partition("?")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield f"{base.rpartition('/')[0]}/{name}" + (f"?{query}" if query else "")
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
