"""The demonstration, loaded once for all tests here; those that load their own are in tests/fixtures."""

import datetime
import io
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from tests.factories.governance_reports import nothing_drawn

TODAY = datetime.date(2026, 11, 22)


@dataclass(frozen=True)
class Loaded:
    """What the command printed, and the data folder it kept the sign-ins in."""

    printed: str
    folder: Path


@pytest.fixture(scope="package")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demonstration as its command loads it on a day in November; what a test writes is taken back before
    the next."""
    folder, printed = tmp_path_factory.mktemp("data"), io.StringIO()
    with django_db_blocker.unblock(), transaction.atomic():
        # The journeys load it with its PDFs.
        with override_settings(DEMO=True, DATA_DIR=folder), nothing_drawn():
            call_command("seed_demo", "--today", TODAY.isoformat(), stdout=printed)
        yield Loaded(printed.getvalue(), folder)
        transaction.set_rollback(True)
