"""The migrations make the schema the models describe, and many tables at once are the tables one by one."""

from django.apps import apps
from django.db import migrations, models
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState

from core.schema import CreateTables

OURS = ("core_", "partnerships_", "programmes_", "funding_", "governance_")
POSTGRES_QUESTION = """
    SELECT t.relname, 'column', a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || ' ' || a.attnotnull || ' ' || a.attidentity::text
        || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), 'no default')
    FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
        LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum
    WHERE t.relkind = 'r' AND t.relnamespace = 'scratch'::regnamespace
    UNION ALL
    SELECT t.relname, c.conname, pg_get_constraintdef(c.oid)
    FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid WHERE t.relnamespace = 'scratch'::regnamespace
    UNION ALL
    SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'scratch'
"""


def schema_of(connection):
    """{table: sorted definitions of its columns, constraints and indexes}, as the database words them.

    Of the tables of our apps: the libraries' are their own affair.
    """
    found = {}
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRES_QUESTION)
            for table, name, definition in cursor:
                found.setdefault(table, []).append(f"{name}: {definition}")
        else:
            cursor.execute("SELECT tbl_name, type, sql FROM sqlite_master WHERE sql IS NOT NULL")
            for table, kind, sql in cursor:
                found.setdefault(table, []).extend(definitions(sql) if kind == "table" else [sql])
    return {table: sorted(parts) for table, parts in found.items() if table.startswith(OURS)}


def definitions(sql):
    """What stands between the commas of CREATE TABLE "name" (…), wherever a column stands."""
    parts, depth, quoted = [""], 0, False
    for character in sql[sql.index("(") + 1 : sql.rindex(")")]:
        quoted ^= character == "'"
        depth += {"(": 1, ")": -1}.get(character, 0) if not quoted else 0
        if character == "," and not depth and not quoted:
            parts.append("")
        else:
            parts[-1] += character
    return [part.strip() for part in parts]


def test_the_migrations_make_the_schema_the_models_describe(scratch, settings):
    settings.MIGRATION_MODULES = {}  # the fast part of the tests does without
    connection = scratch()
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    migrated = schema_of(connection)

    connection = scratch()
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            if model._meta.managed and not model._meta.proxy:
                editor.create_model(model)
    described = schema_of(connection)

    del migrated["core_cache"]  # no model's: the cache's table is made by a migration
    assert migrated == described


RING = [
    migrations.CreateModel(
        "Board",
        [
            ("id", models.BigAutoField(primary_key=True)),
            ("name", models.CharField(max_length=40)),
            ("chair", models.ForeignKey("core.Member", models.PROTECT, null=True, related_name="+")),
        ],
        {"constraints": [models.UniqueConstraint(fields=["name"], name="core_board_once")]},
    ),
    migrations.CreateModel(
        "Member",
        [
            ("id", models.BigAutoField(primary_key=True)),
            ("board", models.ForeignKey("core.Board", models.CASCADE)),
            ("friends", models.ManyToManyField("core.Member")),
            ("joined_on", models.DateField()),
        ],
        {"indexes": [models.Index(fields=["board", "joined_on"], name="core_member_joined")]},
    ),
]
# The same, as Django would write it: what closes the ring comes when both are there.
STEP_BY_STEP = [
    migrations.CreateModel("Board", RING[0].fields[:2], RING[0].options),
    RING[1],
    migrations.AddField("Board", *RING[0].fields[2]),
]


def applied(editor, operations, **options):
    """The state after those operations, which the editor's database has now."""
    before = ProjectState()
    before.apps  # noqa: B018 # drawn, as `migrate` does before the first migration
    return step(operations).apply(before, editor, **options)


def step(operations):
    migration = migrations.Migration("0001", "core")
    migration.operations = operations
    return migration


def test_tables_in_a_ring_are_the_same_created_at_once_and_step_by_step(scratch):
    connection = scratch()
    with connection.schema_editor() as editor:
        at_once = applied(editor, [CreateTables(RING)])
    schema = schema_of(connection)
    assert set(schema) == {"core_board", "core_member", "core_member_friends"}
    connection = scratch()
    with connection.schema_editor() as editor:
        step_by_step = applied(editor, STEP_BY_STEP)
    assert schema == schema_of(connection)
    assert at_once == step_by_step


def test_tables_created_at_once_are_dropped_at_once(scratch):
    connection = scratch()
    with connection.schema_editor() as editor:
        applied(editor, [CreateTables(RING)])
    with connection.schema_editor() as editor:
        step([CreateTables(RING)]).unapply(ProjectState(), editor)
    assert schema_of(connection) == {}


def test_the_sql_of_many_tables_can_be_read_beforehand(scratch):
    connection = scratch()
    with connection.schema_editor(collect_sql=True) as editor:
        applied(editor, [CreateTables(RING)], collect_sql=True)
    assert editor.collected_sql[1] == "-- Create the tables of Board, Member"
    assert sum(line.startswith("CREATE TABLE") for line in editor.collected_sql) == 3
    assert schema_of(connection) == {}
