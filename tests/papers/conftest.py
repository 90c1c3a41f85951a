"""The papers as records, each loaded by itself as Django loads fixtures."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


def files_of(name):
    """The files of one paper, with the reference lists before them."""
    return [
        str(file)
        for folder in ("reference", f"papers/{name}")
        for file in sorted((FIXTURES / folder).glob("*.json"))
    ]


def held(name):
    """A paper's rows, loaded once for the tests of a module and gone after the last of them."""

    @pytest.fixture(scope="module")
    def loaded(django_db_setup, django_db_blocker):
        with django_db_blocker.unblock(), transaction.atomic():
            call_command("loaddata", *files_of(name), verbosity=0)
            yield
            transaction.set_rollback(True)

    return loaded


paper = held("002")
paper_000 = held("000")
paper_001 = held("001")
paper_003 = held("003")
paper_004 = held("004")
