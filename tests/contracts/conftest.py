"""The world every contract about addresses is tested in."""

from contextlib import ExitStack, contextmanager
from unittest.mock import patch

import pytest
from django.db import transaction

from tests.contracts.world import DRAWN, PDF, build_world


@pytest.fixture
def drawn(settings, tmp_path):
    """Files go to a folder of the test; PDFs are not drawn."""
    settings.MEDIA_ROOT = tmp_path
    with ExitStack() as stack:
        for name in DRAWN:
            stack.enter_context(patch(name, return_value=PDF))
        yield


@pytest.fixture
def world(db, drawn):
    """The partnership most tests are about."""
    return build_world("tees", "Tees")


@pytest.fixture
def elsewhere(db, drawn):
    """Another one, none of whose words may be read in the first."""
    return build_world("elsewhere", "Elsewhere")


@contextmanager
def _undone():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def undone():
    """A block whose writes are taken back, so that the next request finds the world as it was."""
    return _undone
