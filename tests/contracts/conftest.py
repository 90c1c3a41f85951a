"""The world every contract about addresses is tested in."""

from contextlib import ExitStack, contextmanager

import pytest
from django.db import transaction
from django.test import override_settings

from tests.contracts.world import build_world
from tests.factories.governance_reports import nothing_drawn


@pytest.fixture(scope="module")
def worlds(django_db_setup, django_db_blocker, tmp_path_factory):
    """Both partnerships, made once for the tests of a module and gone after the last of them.

    What a test writes is taken back before the next. Files go to a folder of the module; PDFs are not drawn.
    """
    with ExitStack() as stack:
        stack.enter_context(django_db_blocker.unblock())
        stack.enter_context(override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("files")))
        stack.enter_context(nothing_drawn())
        stack.enter_context(_undone())
        yield build_world("tees", "Tees"), build_world("elsewhere", "Elsewhere")


@pytest.fixture
def world(worlds, db):
    """The partnership most tests are about."""
    return worlds[0]


@pytest.fixture
def elsewhere(worlds, db):
    """Another one, none of whose words may be read in the first."""
    return worlds[1]


@contextmanager
def _undone():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def undone():
    """A block whose writes are taken back, so that the next request finds the world as it was."""
    return _undone
