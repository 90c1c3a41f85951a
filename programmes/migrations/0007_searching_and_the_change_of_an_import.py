"""A search looks through one column; the history of an import tells its changes apart as every history does.

The import's own column had the name of history's, and took its place there.
"""

import uuid

import django.db.models.functions.text
from django.db import migrations, models

import core.change


def told_apart(apps, schema_editor):
    """What is known of the changes of old rows: when an import was done. The others were made one by one."""
    past = apps.get_model("programmes", "HistoricalPlanImport")
    for row in past.objects.all():
        row.change_set = (row.done_change if row.state == "done" else None) or uuid.uuid4()
        row.save(update_fields=["change_set"])


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0001_squashed_0006_saved_views"),
    ]

    operations = [
        migrations.AddField(
            model_name="action",
            name="searched",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.db.models.functions.text.Lower(
                    django.db.models.functions.text.Concat(
                        "reference",
                        models.Value("\n"),
                        "title",
                        models.Value("\n"),
                        "description",
                        output_field=models.TextField(),
                    )
                ),
                output_field=models.TextField(),
                verbose_name="what a search looks through",
            ),
        ),
        migrations.RenameField("planimport", "change_set", "done_change"),
        migrations.RenameField("historicalplanimport", "change_set", "done_change"),
        migrations.AddField(
            model_name="historicalplanimport",
            name="change_set",
            field=models.UUIDField(null=True, default=core.change.current_change_set, editable=False),
        ),
        migrations.RunPython(told_apart, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="historicalplanimport",
            name="change_set",
            field=models.UUIDField(db_index=True, default=core.change.current_change_set, editable=False),
        ),
    ]
