"""The state of a membership for a time is called so; its table follows, and people read the same words."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("partnerships", "0001_squashed_0003_standing_in"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="standing", name="partnerships_standing_once"),
        migrations.RenameModel(old_name="Standing", new_name="MembershipStatus"),
        migrations.RenameModel(old_name="HistoricalStanding", new_name="HistoricalMembershipStatus"),
        migrations.RenameIndex(
            model_name="historicalmembershipstatus",
            new_name="partnership_id_644f61_idx",
            old_name="partnership_id_3c0d7c_idx",
        ),
        migrations.AlterModelOptions(
            name="membershipstatus",
            options={"ordering": ["membership", "order"], "verbose_name": "standing"},
        ),
        migrations.AlterField(
            model_name="membershipstatus",
            name="membership",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="statuses",
                to="partnerships.membership",
            ),
        ),
        migrations.AddConstraint(
            model_name="membershipstatus",
            constraint=models.UniqueConstraint(
                fields=("membership", "order"), name="partnerships_membershipstatus_once"
            ),
        ),
    ]
