"""What every test may use, and the network it may not."""

import copy
import gc
import socket

import pytest
import time_machine
from django.db import transaction

from core.permissions import Role
from tests.factories.crowd import NOW, build_crowd
from tests.factories.partnerships import BoardFactory, PartnershipFactory, person_with

# What a test asks for when it reads or writes the database; each of the others needs one of these.
OF_THE_DATABASE = {"db", "transactional_db", "django_db_setup", "live_server"}
WITHOUT = pytest.StashKey[int]()


def pytest_addoption(parser):
    """What ./test.sh tells the tests."""
    group = parser.getgroup("Joint Plan")
    group.addoption(
        "--only-database",
        action="store_true",
        help="leave out the tests that ask for no database: another one does not change how they end",
    )
    group.addoption("--seed", type=int, help="what the battery draws from; without it, any")
    group.addoption("--seconds", type=float, default=480, help="what the whole battery may take")


def asks_the_database(item):
    """Whether a test is marked for the database, or has a fixture that needs it or lets its test open it; one
    that opens it all the same fails, whichever database it is."""
    ours = (found[-1] for found in item._fixtureinfo.name2fixturedefs.values() if found[-1].baseid)
    return (
        bool(item.get_closest_marker("django_db"))
        or not OF_THE_DATABASE.isdisjoint(item.fixturenames)
        or any("django_db_blocker" in fixture.argnames for fixture in ours)
    )


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """The tests that share the loaded demonstration come first, so that one worker has them all: work is
    taken over from the end of another's list, and a second worker would load it a second time."""
    if config.getoption("only_database"):
        left_out = [item for item in items if not asks_the_database(item)]
        config.stash[WITHOUT] = len(left_out)
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if asks_the_database(item)]
    items.sort(key=lambda item: "loaded" not in item.fixturenames)


def pytest_sessionfinish(session):
    """A worker tells how many tests it left out."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["without"] = session.config.stash.get(WITHOUT, 0)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    """All workers leave out the same tests."""
    node.config.stash[WITHOUT] = getattr(node, "workeroutput", {}).get("without", 0)


def pytest_terminal_summary(terminalreporter, config):
    """Says how many tests were left out."""
    if left_out := config.stash.get(WITHOUT, 0):
        terminalreporter.write_line(f"{left_out:,} tests ask for no database and were left out.")


def pytest_collection_finish():
    """What is imported and collected stays to the end: the garbage collector need not look at it again and
    again, which took a tenth of the suite's time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def no_network(monkeypatch, request):
    """Nothing leaves this machine; a local database and a local browser are allowed."""
    real = socket.socket.connect

    def local_only(self, address):
        host = address[0] if isinstance(address, tuple) else "unix"
        if host not in {"127.0.0.1", "localhost", "::1", "unix"}:
            raise AssertionError(f"A test tried to reach {host}.")
        return real(self, address)

    monkeypatch.setattr(socket.socket, "connect", local_only)


@pytest.fixture
def partnership(db):
    """The partnership a test is about."""
    return PartnershipFactory(slug="tees", name="Tees Example")


@pytest.fixture
def board(partnership):
    """Its joint committee."""
    return BoardFactory(
        partnership=partnership, reference="JC", name="Joint Committee", kind="joint_committee"
    )


@pytest.fixture
def manager(partnership):
    """Its programme manager."""
    return person_with(Role.PROGRAMME_MANAGER, partnership=partnership)


@pytest.fixture
def administrator(db):
    """The installation's administrator."""
    return person_with(Role.ADMINISTRATOR)


@pytest.fixture
def chief_executive(partnership):
    """A chief executive, who reads and changes nothing."""
    return person_with(Role.CHIEF_EXECUTIVE, partnership=partnership)


@pytest.fixture
def stranger(db):
    """Somebody with a role in another partnership."""
    return person_with(Role.PROGRAMME_MANAGER, partnership=PartnershipFactory())


@pytest.fixture(scope="module")
def crowd_once(django_db_setup, django_db_blocker):
    """The crowd of ``tests/factories/crowd.py``, built once for the tests of a module and gone after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        with time_machine.travel(NOW, tick=False):
            built = build_crowd()
        yield built
        transaction.set_rollback(True)


@pytest.fixture
def crowd(crowd_once, db):
    """A copy of it on its day: what a test changes, in its rows or in the database, no other test meets."""
    with time_machine.travel(NOW, tick=False):
        yield copy.deepcopy(crowd_once)
