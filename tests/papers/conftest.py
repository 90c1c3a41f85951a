"""The papers as records, each loaded by itself as Django loads fixtures."""

from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction

from core.permissions import Role
from governance.models import Report
from governance.reports.queries import documents
from partnerships.models import Partnership
from tests.factories.partnerships import person_with
from tests.papers.facts import TODAY

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


def files_of(name):
    """The files of one paper, with the reference lists before them."""
    return [
        str(file)
        for folder in ("reference", f"papers/{name}")
        for file in sorted((FIXTURES / folder).glob("*.json"))
    ]


@contextmanager
def loaded_alone(name, blocker):
    """A paper's rows in the database, and no others; gone at the end."""
    with blocker.unblock(), transaction.atomic():
        call_command("loaddata", *files_of(name), verbosity=0)
        yield
        transaction.set_rollback(True)


def held(name):
    """A paper's rows, loaded once for the tests of a module and gone after the last of them."""

    @pytest.fixture(scope="module")
    def loaded_once(django_db_setup, django_db_blocker):
        with loaded_alone(name, django_db_blocker):
            yield

    return loaded_once


paper = held("002")
paper_000 = held("000")
paper_001 = held("001")
paper_003 = held("003")
paper_004 = held("004")


@pytest.fixture
def reader():
    """A chief executive of the paper's partnership."""
    return person_with(Role.CHIEF_EXECUTIVE, partnership=Partnership.objects.get())


@pytest.fixture
def shown(reader):
    """The paper's one report as printed, as its reader sees it."""
    report = Report.objects.select_related("partnership", "board", "meeting", "house_style", "round").get()
    return documents.whole(report, viewer=reader, today=TODAY)
