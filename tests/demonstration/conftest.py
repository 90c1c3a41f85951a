"""The demonstration, loaded once for all tests here; those that load one of their own are in tests/core."""

import datetime

import pytest
from django.db import transaction

from core import seeding
from tests.factories.governance_reports import nothing_drawn

TODAY = datetime.date(2026, 11, 22)


@pytest.fixture(scope="package")
def loaded(django_db_setup, django_db_blocker):
    """The demonstration as it is on a day in November; what a test writes is taken back before the next."""
    with django_db_blocker.unblock(), transaction.atomic():
        with nothing_drawn():
            seeding.load(TODAY)
        yield
        transaction.set_rollback(True)
