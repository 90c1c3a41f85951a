"""The demonstration, once for a module that asks for it."""

import datetime

import pytest
from django.db import transaction

from core import seeding

TODAY = datetime.date(2026, 11, 22)


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The demonstration as it is on a day in November, once for the tests of the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        seeding.load(TODAY)
        yield
        transaction.set_rollback(True)
