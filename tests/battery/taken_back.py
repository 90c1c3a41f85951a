"""Writes that are taken back, so that the next case finds the world as it was."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction


@contextmanager
def taken_back() -> Iterator[None]:
    """A block whose writes are gone at its end."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
