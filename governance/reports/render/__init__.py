"""PDFs: the only way to one, and the only package that knows the PDF engine.

No web worker loads the engine: it is slow to load and keeps the memory it once took. A renderer, one
long-lived process for all workers, listens on a socket in the data folder; it keeps one warm child that
draws one document at a time. The child is replaced after so many documents or when it has grown too large,
and ended when a document takes too long, so that no document can take the service with it.

``manage.py run_renderer`` starts the renderer. Where none runs and RENDERER_STARTS_ITSELF is set (the
demonstration, the tests, a bare ``runserver``) the first document starts one that ends with the process
that asked. Without that setting the answer is RenderFailed: in production a renderer that nobody watches
over is a fault to be seen, not to be papered over.

This module is the web workers' side; ``renderer`` is the long-lived process, ``engine`` its child.
"""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import hmac
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Connection
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[3]
LONGEST_SOCKET_PATH = 100  # the kernel takes 107 bytes
STARTING_TIME = 20.0  # seconds a renderer of our own has to start listening
STILL_TRYING = 0.05  # seconds between two looks at something that is starting

SAVED = "Your report is saved."
NOT_RUNNING = f"PDFs cannot be made just now: the renderer is not running. {SAVED} Try again later."
OTHER_KEY = (
    "PDFs cannot be made just now: the renderer was started with another secret key. "
    f"{SAVED} Ask for it to be restarted."
)
BUSY = f"Too many PDFs are being made at once. {SAVED} Try again in a minute."


class RenderFailed(Exception):
    """No PDF. The message is a sentence for the person who asked; pages answer it with status 503."""


@dataclass(frozen=True)
class Rendered:
    """A PDF and what it took.

    ``cpu_seconds`` of the child for this document alone; ``memory`` is its resident MB afterwards, and
    ``documents`` how many it has drawn since it started.
    """

    pdf: bytes
    pages: int
    cpu_seconds: float
    memory: int
    documents: int


def render_pdf(html: str, *, title: str, made_at: datetime) -> bytes:
    """A whole HTML document as PDF/UA-1. Raises RenderFailed.

    ``made_at`` becomes the file's dates: the same document with the same moment gives the same bytes.
    """
    return render(html, title=title, made_at=made_at).pdf


def render(html: str, *, title: str, made_at: datetime, patience: float = 26.0) -> Rendered:
    """As render_pdf, with what it took. Raises RenderFailed.

    ``patience`` in seconds covers waiting for a turn and drawing; the web server's own limit is 30.
    """
    # Only web workers have the settings; the renderer's own processes are told what they need.
    from django.conf import settings  # noqa: PLC0415

    moment = made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    request = json.dumps({"html": html, "title": title, "made_at": moment}).encode()
    address, key = address_of(settings.RENDERER_SOCKET), key_of(settings.SECRET_KEY)
    try:
        with _reach(address, key, starts_itself=settings.RENDERER_STARTS_ITSELF) as connection:
            connection.send_bytes(request)
            if not connection.poll(patience):
                raise RenderFailed(BUSY)
            return _rendered(connection.recv_bytes())
    except (EOFError, OSError) as broken:
        raise RenderFailed(NOT_RUNNING) from broken


def address_of(path: str | os.PathLike[str]) -> str:
    """The socket's address: the path itself, or a short one drawn from it where the kernel takes no more."""
    text = str(path)
    if len(os.fsencode(text)) <= LONGEST_SOCKET_PATH:
        return text
    return f"{tempfile.gettempdir()}/joint-plan-{hashlib.sha256(text.encode()).hexdigest()[:16]}.sock"


def key_of(secret: str) -> bytes:
    """The key both ends prove to each other that they know, drawn from the secret key."""
    return hmac.digest(secret.encode(), b"governance.render", "sha256")


def python(call: str) -> list[str]:
    """The command that makes a call of this package in a process of its own."""
    module, _, function = call.partition(".")
    return [sys.executable, "-c", f"from governance.reports.render import {module}; {module}.{function}"]


def _rendered(answer: bytes) -> Rendered:
    head, _, body = answer.partition(b"\n")
    facts = json.loads(head)
    if "sorry" in facts:
        raise RenderFailed(facts["sorry"])
    return Rendered(pdf=body, **facts)


def _reach(address: str, key: bytes, *, starts_itself: bool) -> Connection[Any, Any]:
    """A connection to the renderer, which is started first where that is wanted."""
    connection = _connected(address, key)
    if connection is None and starts_itself:
        own = _own_renderer(address, key)
        give_up = time.monotonic() + STARTING_TIME
        while connection is None and own.poll() is None and time.monotonic() < give_up:
            time.sleep(STILL_TRYING)
            connection = _connected(address, key)
        # Another worker's renderer may have been quicker to take the address, and ours has ended.
        connection = connection or _connected(address, key)
    if connection is None:
        raise RenderFailed(NOT_RUNNING)
    return connection


def _connected(address: str, key: bytes) -> Connection[Any, Any] | None:
    """A connection, or None while nobody answers. Raises RenderFailed where waiting would not help."""
    try:
        return Client(address, "AF_UNIX", authkey=key)
    except AuthenticationError as refused:
        raise RenderFailed(OTHER_KEY) from refused
    except (FileNotFoundError, ConnectionError, EOFError):
        return None


_own: subprocess.Popen[bytes] | None = None


def _own_renderer(address: str, key: bytes) -> subprocess.Popen[bytes]:
    """Start a renderer that lives as long as this process: it ends when its standard input does."""
    global _own
    if _own is not None and _own.poll() is None:
        return _own
    _end_own_renderer()
    _own = subprocess.Popen(  # noqa: S603 - our own code
        python("renderer.serve_for_parent()"), stdin=subprocess.PIPE, cwd=PROJECT
    )
    assert _own.stdin is not None
    _own.stdin.write(json.dumps({"address": address, "key": key.hex()}).encode() + b"\n")
    _own.stdin.flush()
    return _own


@atexit.register
def _end_own_renderer() -> None:
    global _own
    if _own is not None:
        with contextlib.suppress(BrokenPipeError):
            _own.communicate()
        _own = None
