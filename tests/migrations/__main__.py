"""Writes down rows of every kind, in the columns of today: the world of the contracts, made for this."""

import os
import sys
from pathlib import Path

import django
from django.test.utils import get_runner, setup_test_environment

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.test_settings")
django.setup()

from django.apps import apps  # noqa: E402 - models need Django set up
from django.conf import settings  # noqa: E402 - as above
from django.db.migrations.loader import MigrationLoader  # noqa: E402 - as above

from tests.contracts.world import build_world  # noqa: E402 - as above
from tests.factories.governance_reports import nothing_drawn  # noqa: E402 - as above
from tests.migrations.rows import OURS, written_down  # noqa: E402 - as above

setup_test_environment()
runner = get_runner(settings)(verbosity=0, interactive=False)
databases = runner.setup_databases()
try:
    with nothing_drawn():
        build_world("tees", "Tees")
    last = {app: name for app, name in MigrationLoader(None).graph.leaf_nodes() if app in OURS}
    Path(sys.argv[1]).write_text(written_down(apps, last), encoding="utf-8")
finally:
    runner.teardown_databases(databases)
