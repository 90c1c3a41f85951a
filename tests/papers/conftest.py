"""The July 2023 paper as records, loaded as Django loads fixtures."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
PAPER = [
    str(file) for folder in ("reference", "papers/002") for file in sorted((FIXTURES / folder).glob("*.json"))
]


@pytest.fixture(scope="module")
def paper(django_db_setup, django_db_blocker):
    """The paper's rows, loaded once for the tests of a module and gone after the last of them."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("loaddata", *PAPER, verbosity=0)
        yield
        transaction.set_rollback(True)
