"""Nobody's database is left behind: one of an earlier state comes to today's with every row, and its pages answer."""

import json
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.migrations.executor import MigrationExecutor
from django.test import Client

from core.permissions import Role
from tests.migrations.rows import OURS, STATES, insert, rows_of

PAGES = (
    "/",
    "/p/tees/",
    "/p/tees/dashboard/",
    "/p/tees/plan/",
    "/p/tees/money/",
    "/p/tees/risks/",
    "/reports/",
)
MIGRATIONS = sorted(
    path for app in OURS for path in (Path(__file__).parents[2] / app / "migrations").glob("0*.py")
)


# (label of the model, column): what later migrations take away, rename or rewrite on purpose stands here as well.
CHANGED = {("core.User", "joined_at")}  # the moment of inserting, whatever is inserted


@pytest.fixture(params=STATES, ids=lambda path: path.stem)
def rows(request, scratch, settings):
    """The rows of an earlier state; the database that had them is the default one now, and of today's state."""
    settings.MIGRATION_MODULES = {}  # the fast part of the tests does without
    earlier = json.loads(request.param.read_text(encoding="utf-8"))
    connection = scratch()
    executor = MigrationExecutor(connection)
    libraries = [node for node in executor.loader.graph.leaf_nodes() if node[0] not in OURS]
    state = executor.migrate([*earlier["migrations"].items(), *libraries])
    with transaction.atomic():
        insert(state.apps, earlier["rows"])
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    return earlier["rows"]


def test_a_database_of_an_earlier_state_keeps_every_row_and_value_and_its_pages_answer(rows):
    """Where it finds a column lost: one that is taken away and made anew is empty, ``RenameField`` keeps it."""
    today = rows_of(apps)
    lost = {
        (label, column)
        for label, written in rows.items()
        for row, kept in zip(written, today[label], strict=True)
        for column, value in row.items()
        if column not in kept or kept[column] != value
    }
    manager = get_user_model().objects.filter(grants__role=Role.PROGRAMME_MANAGER, is_active=True).first()
    client = Client()
    client.force_login(manager)

    assert lost == CHANGED
    assert {address: client.get(address).status_code for address in PAGES} == dict.fromkeys(PAGES, 200)


def test_the_first_state_has_rows_of_every_kind():
    rows = json.loads(STATES[0].read_text(encoding="utf-8"))["rows"]

    assert [label for label, written in rows.items() if not written] == [
        "core.Counter",
        "core.User_groups",  # nobody has any: the policy is a table in the code
        "core.User_user_permissions",
    ]


@pytest.mark.parametrize("path", MIGRATIONS, ids=lambda path: "/".join(path.parts[-3:]))
def test_a_migration_names_no_choice_of_a_rule(path):
    """A default written as core.domain.status.Stage["PAUSED"] breaks old migrations when its module moves: write the
    value, "paused"."""
    assert (
        re.findall(
            r"\b(?:core|partnerships|programmes|funding|governance)\.[\w.]+\[[^\]]+\]", path.read_text()
        )
        == []
    )
