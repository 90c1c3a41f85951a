"""The database cache's table, so that no separate command has to be remembered."""

from django.core.management import call_command
from django.db import migrations


def create(apps, schema_editor):
    call_command("createcachetable", "core_cache", database=schema_editor.connection.alias, verbosity=0)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE IF EXISTS core_cache")


class Migration(migrations.Migration):
    """Sign-in limits are counted there, over all workers together."""

    dependencies = [("core", "0001_first_tables")]
    operations = [migrations.RunPython(create, drop)]
