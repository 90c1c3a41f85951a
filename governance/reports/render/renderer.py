"""The long-lived process: listens, and passes one document after another to its warm child."""

from __future__ import annotations

import contextlib
import fcntl
import json
import logging
import os
import resource
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import AuthenticationError
from multiprocessing.connection import Connection, Listener, answer_challenge, deliver_challenge
from pathlib import Path
from typing import Any, NoReturn

from governance.reports.render import PROJECT, SAVED, STILL_TRYING, python

log = logging.getLogger(__name__)

LARGEST_REQUEST = 20 * 1024 * 1024
WATCHED_EVERY = 0.2  # seconds between two looks at a child at work
GREETING_TIME = 5.0  # seconds a client has to say what it wants
# What would else make two files of one document differ: the order of sets, and the clock, which the font
# library writes into every font it embeds.
SAME_EVERY_TIME = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "946684800"}

TOO_SLOW = f"This PDF took longer than {{:g}} seconds, so it was stopped. {SAVED} Shorten it or try again."
TOO_LARGE = f"This PDF needs more memory than the server gives to one, so it was stopped. {SAVED} Shorten it."
BROKEN = f"This PDF could not be made. {SAVED} What went wrong is in the server's log."


@dataclass(frozen=True)
class Limits:
    """What one document and one child may take.

    ``seconds`` for one document. ``memory`` in MB of resident memory: a child at work above it is ended,
    one above half of it after a document is replaced. ``documents`` for one child.
    """

    seconds: float = 20.0
    memory: int = 1200
    documents: int = 200


class AlreadyServed(Exception):
    """Another renderer holds the address."""


def serve_for_parent() -> None:
    """The renderer that somebody's first document starts: its standard input says where, and ends it."""
    start = json.loads(sys.stdin.readline())

    def follow() -> None:
        sys.stdin.read()
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=follow, daemon=True).start()
    with contextlib.suppress(AlreadyServed):
        Renderer(start["address"], bytes.fromhex(start["key"])).serve()


class Renderer:
    """Answers clients, each in a thread, and draws one document at a time."""

    def __init__(self, address: str, key: bytes, limits: Limits | None = None) -> None:
        self.address = address
        self.key = key
        self._child = Child(limits or Limits())
        self._one_at_a_time = threading.Lock()

    def serve(self) -> NoReturn:
        """Until a signal ends it. Raises AlreadyServed."""
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        with held(self.address), listening(self.address) as listener:
            try:
                self._child.start()
                while True:
                    connection = listener.accept()
                    threading.Thread(target=self._answer, args=(connection,), daemon=True).start()
            finally:
                self._child.end()

    def _answer(self, connection: Connection[Any, Any]) -> None:
        """One client, from greeting to answer. Whatever it does wrong ends with it."""
        with connection, contextlib.suppress(EOFError, OSError):
            if not self._greet(connection) or not connection.poll(GREETING_TIME):
                return
            request = connection.recv_bytes(LARGEST_REQUEST)
            with self._one_at_a_time:
                if connection.poll(0):
                    return  # it has gone: a client that waits says nothing
                answer = self._child.draw(request)
            connection.send_bytes(answer)

    def _greet(self, connection: Connection[Any, Any]) -> bool:
        """Both prove that they know the key.

        Listener.accept() would do the same, but there one silent client stops all others.
        """
        try:
            deliver_challenge(connection, self.key)
            answer_challenge(connection, self.key)
        except AuthenticationError:
            log.warning("Somebody without the key asked for a PDF.")
            return False
        return True


@contextlib.contextmanager
def held(address: str, patience: float = 10.0) -> Iterator[None]:
    """Hold the address for this process alone; the kernel lets go of it however the process ends.

    Waits a little for a renderer that is just ending. Raises AlreadyServed.
    """
    with Path(f"{address}.lock").open("w") as lock:
        give_up = time.monotonic() + patience
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > give_up:
                    raise AlreadyServed(f"Another renderer already listens at {address}.") from None
                time.sleep(STILL_TRYING)
        yield


@contextlib.contextmanager
def listening(address: str) -> Iterator[Listener]:
    """A socket only this account may use. One that a killed renderer left behind is taken away first."""
    Path(address).unlink(missing_ok=True)
    mask = os.umask(0o177)
    try:
        listener = Listener(address, "AF_UNIX", backlog=32)
    finally:
        os.umask(mask)
    with listener:
        yield listener


class Child:
    """The process that has the engine loaded. Replaced when it is old, large, late or dead."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._pipe: Connection[Any, Any] | None = None

    def start(self) -> None:
        """A fresh child; it warms itself up before it is asked anything."""
        self.end()
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own code
                python(f"engine.work({theirs.fileno()})"),
                pass_fds=[theirs.fileno()],
                cwd=PROJECT,
                env=os.environ | SAME_EVERY_TIME,
                stdin=subprocess.DEVNULL,
            )
        self._pipe = Connection(ours.detach())

    def end(self) -> None:
        """End it at once; what it was drawing is lost."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None

    def draw(self, request: bytes) -> bytes:
        """The answer to one request: a PDF, or a sentence why there is none."""
        if self._process is None or self._process.poll() is not None:
            self.start()
        assert self._pipe is not None
        try:
            self._pipe.send_bytes(request)
            if sentence := self._wait():
                self.start()
                return sorry(sentence)
            answer: bytes = self._pipe.recv_bytes()
        except (EOFError, OSError):
            log.exception("The process that draws PDFs ended while it was drawing one.")
            self.start()
            return sorry(BROKEN)
        if self._is_worn(answer):
            self.start()
        return answer

    def _wait(self) -> str:
        """Wait for the answer; a sentence when the child must be ended instead."""
        assert self._process is not None
        assert self._pipe is not None
        give_up = time.monotonic() + self.limits.seconds
        while not self._pipe.poll(WATCHED_EVERY):
            if time.monotonic() > give_up:
                return TOO_SLOW.format(self.limits.seconds)
            if resident(self._process.pid) > self.limits.memory:
                return TOO_LARGE
        return ""

    def _is_worn(self, answer: bytes) -> bool:
        facts = json.loads(answer.partition(b"\n")[0])
        is_old = facts.get("documents", 0) >= self.limits.documents
        return bool(is_old or facts.get("memory", 0) > self.limits.memory / 2)


def resident(pid: int) -> int:
    """Resident memory of a process in MB; 0 where the system does not say."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * resource.getpagesize() // 2**20


def sorry(sentence: str) -> bytes:
    """The answer when there is no PDF."""
    return json.dumps({"sorry": sentence}).encode() + b"\n"
