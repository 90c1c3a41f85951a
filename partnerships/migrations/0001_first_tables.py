"""Who: organisations, partnerships, agreements, boards, themes, leads and grants, with their histories."""

import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import core.change
import core.schema


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_first_tables"),
    ]

    operations = [
        core.schema.CreateTables(
            models=[
                migrations.CreateModel(
                    name="Organisation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        ("code", models.SlugField(max_length=40, unique=True)),
                        ("name", models.CharField(help_text="The name in use today.", max_length=160)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("county_council", "County council"),
                                    ("district_or_borough_council", "District or borough council"),
                                    ("unitary_council", "Unitary council"),
                                    ("combined_authority", "Combined authority"),
                                    ("university_or_college", "University or college"),
                                    ("health_body", "Health body"),
                                    ("police_or_fire", "Police or fire"),
                                    ("government", "Government"),
                                    ("charity", "Charity"),
                                    ("company", "Company"),
                                    ("group_of_bodies", "Group of bodies"),
                                    ("other", "Other"),
                                ],
                                default="other",
                                max_length=40,
                            ),
                        ),
                        (
                            "part_of",
                            models.ForeignKey(
                                blank=True,
                                help_text="The group of bodies it is one of.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parts",
                                to="partnerships.organisation",
                            ),
                        ),
                        (
                            "members_counted",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Of a group only: how many bodies it has, named or not. Empty means not stated.",
                                null=True,
                                verbose_name="number of members",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["name"],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalOrganisation",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True, blank=True, db_index=True, verbose_name="ID"
                            ),
                        ),
                        (
                            "change_set",
                            models.UUIDField(
                                db_index=True, default=core.change.current_change_set, editable=False
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "history_change_reason",
                            models.TextField(blank=True, default="", verbose_name="reason"),
                        ),
                        ("code", models.SlugField(max_length=40)),
                        ("name", models.CharField(help_text="The name in use today.", max_length=160)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("county_council", "County council"),
                                    ("district_or_borough_council", "District or borough council"),
                                    ("unitary_council", "Unitary council"),
                                    ("combined_authority", "Combined authority"),
                                    ("university_or_college", "University or college"),
                                    ("health_body", "Health body"),
                                    ("police_or_fire", "Police or fire"),
                                    ("government", "Government"),
                                    ("charity", "Charity"),
                                    ("company", "Company"),
                                    ("group_of_bodies", "Group of bodies"),
                                    ("other", "Other"),
                                ],
                                default="other",
                                max_length=40,
                            ),
                        ),
                        (
                            "members_counted",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Of a group only: how many bodies it has, named or not. Empty means not stated.",
                                null=True,
                                verbose_name="number of members",
                            ),
                        ),
                        (
                            "part_of",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The group of bodies it is one of.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.organisation",
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField()),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical organisation",
                        "verbose_name_plural": "historical organisations",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="partnership_id_c861c4_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="OrganisationName",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "effective_from",
                            models.DateField(
                                blank=True,
                                help_text="Empty means not stated.",
                                null=True,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "effective_to",
                            models.DateField(
                                blank=True,
                                help_text="The last day. Empty means it still holds.",
                                null=True,
                                verbose_name="to",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="names",
                                to="partnerships.organisation",
                            ),
                        ),
                        ("name", models.CharField(max_length=160)),
                    ],
                    options={
                        "ordering": [
                            "organisation",
                            models.OrderBy(models.F("effective_from"), nulls_first=True),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("organisation", "name"), name="partnerships_organisationname_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalOrganisationName",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True, blank=True, db_index=True, verbose_name="ID"
                            ),
                        ),
                        (
                            "change_set",
                            models.UUIDField(
                                db_index=True, default=core.change.current_change_set, editable=False
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "history_change_reason",
                            models.TextField(blank=True, default="", verbose_name="reason"),
                        ),
                        (
                            "effective_from",
                            models.DateField(
                                blank=True,
                                help_text="Empty means not stated.",
                                null=True,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "effective_to",
                            models.DateField(
                                blank=True,
                                help_text="The last day. Empty means it still holds.",
                                null=True,
                                verbose_name="to",
                            ),
                        ),
                        ("name", models.CharField(max_length=160)),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.organisation",
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField()),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical organisation name",
                        "verbose_name_plural": "historical organisation names",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="partnership_id_b091b1_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Succession",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "predecessor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="successions",
                                to="partnerships.organisation",
                            ),
                        ),
                        (
                            "successor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="predecessors",
                                to="partnerships.organisation",
                            ),
                        ),
                        ("took_over_on", models.DateField(blank=True, null=True)),
                        ("note", models.CharField(blank=True, max_length=300)),
                    ],
                    options={
                        "ordering": ["took_over_on"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("predecessor", "successor"), name="partnerships_succession_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("predecessor", models.F("successor")), _negated=True),
                                name="partnerships_succession_two_bodies",
                                violation_error_message="A body cannot succeed itself.",
                            ),
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalSuccession",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True, blank=True, db_index=True, verbose_name="ID"
                            ),
                        ),
                        (
                            "change_set",
                            models.UUIDField(
                                db_index=True, default=core.change.current_change_set, editable=False
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "history_change_reason",
                            models.TextField(blank=True, default="", verbose_name="reason"),
                        ),
                        ("took_over_on", models.DateField(blank=True, null=True)),
                        ("note", models.CharField(blank=True, max_length=300)),
                        (
                            "predecessor",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.organisation",
                            ),
                        ),
                        (
                            "successor",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.organisation",
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField()),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical succession",
                        "verbose_name_plural": "historical successions",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="partnership_id_4d9bff_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Contact",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="contacts",
                                to="partnerships.organisation",
                            ),
                        ),
                        ("role", models.CharField(max_length=120)),
                        ("name", models.CharField(blank=True, max_length=120)),
                        ("email", models.EmailField(blank=True, max_length=254)),
                        ("telephone", models.CharField(blank=True, max_length=40)),
                    ],
                    options={
                        "ordering": ["organisation", "role"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("organisation", "role"), name="partnerships_contact_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalContact",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True, blank=True, db_index=True, verbose_name="ID"
                            ),
                        ),
                        (
                            "change_set",
                            models.UUIDField(
                                db_index=True, default=core.change.current_change_set, editable=False
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "history_change_reason",
                            models.TextField(blank=True, default="", verbose_name="reason"),
                        ),
                        ("role", models.CharField(max_length=120)),
                        ("name", models.CharField(blank=True, max_length=120)),
                        ("email", models.EmailField(blank=True, max_length=254)),
                        ("telephone", models.CharField(blank=True, max_length=40)),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.organisation",
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField()),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical contact",
                        "verbose_name_plural": "historical contacts",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="partnership_id_4e5ca7_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ClosedDay",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="closed_days",
                                to="partnerships.organisation",
                            ),
                        ),
                        ("day", models.DateField()),
                        (
                            "reason_closed",
                            models.CharField(blank=True, max_length=120, verbose_name="reason"),
                        ),
                    ],
                    options={
                        "ordering": ["day"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("organisation", "day"), name="partnerships_closedday_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalClosedDay",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True, blank=True, db_index=True, verbose_name="ID"
                            ),
                        ),
                        (
                            "change_set",
                            models.UUIDField(
                                db_index=True, default=core.change.current_change_set, editable=False
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "history_change_reason",
                            models.TextField(blank=True, default="", verbose_name="reason"),
                        ),
                        ("day", models.DateField()),
                        (
                            "reason_closed",
                            models.CharField(blank=True, max_length=120, verbose_name="reason"),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.organisation",
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField()),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical closed day",
                        "verbose_name_plural": "historical closed days",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="partnership_id_9bfaf8_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Partnership",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                help_text="Part of every address below it.", max_length=40, unique=True
                            ),
                        ),
                        ("name", models.CharField(help_text="The name in use today.", max_length=160)),
                        ("summary", models.TextField(blank=True)),
                        (
                            "invented",
                            models.BooleanField(
                                default=False, help_text="An example made up for demonstration."
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["name"],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPartnership",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True, blank=True, db_index=True, verbose_name="ID"
                            ),
                        ),
                        (
                            "change_set",
                            models.UUIDField(
                                db_index=True, default=core.change.current_change_set, editable=False
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "history_change_reason",
                            models.TextField(blank=True, default="", verbose_name="reason"),
                        ),
                        (
                            "slug",
                            models.SlugField(help_text="Part of every address below it.", max_length=40),
                        ),
                        ("name", models.CharField(help_text="The name in use today.", max_length=160)),
                        ("summary", models.TextField(blank=True)),
                        (
                            "invented",
                            models.BooleanField(
                                default=False, help_text="An example made up for demonstration."
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField()),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical partnership",
                        "verbose_name_plural": "historical partnerships",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="partnership_id_555281_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Brand",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "effective_from",
                            models.DateField(
                                blank=True,
                                help_text="Empty means not stated.",
                                null=True,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "effective_to",
                            models.DateField(
                                blank=True,
                                help_text="The last day. Empty means it still holds.",
                                null=True,
                                verbose_name="to",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="brands",
                                to="partnerships.partnership",
                            ),
                        ),
                        ("name", models.CharField(max_length=160)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("in_use", "In use"),
                                    ("proposed", "Proposed"),
                                    ("retired", "Retired"),
                                ],
                                default="in_use",
                                max_length=20,
                            ),
                        ),
                        ("dates_as_printed", models.CharField(blank=True, max_length=120)),
                    ],
                    options={
                        "ordering": [
                            "partnership",
                            models.OrderBy(models.F("effective_from"), nulls_first=True),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "name"), name="partnerships_brand_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalBrand",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True, blank=True, db_index=True, verbose_name="ID"
                            ),
                        ),
                        (
                            "change_set",
                            models.UUIDField(
                                db_index=True, default=core.change.current_change_set, editable=False
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "history_change_reason",
                            models.TextField(blank=True, default="", verbose_name="reason"),
                        ),
                        (
                            "effective_from",
                            models.DateField(
                                blank=True,
                                help_text="Empty means not stated.",
                                null=True,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "effective_to",
                            models.DateField(
                                blank=True,
                                help_text="The last day. Empty means it still holds.",
                                null=True,
                                verbose_name="to",
                            ),
                        ),
                        ("name", models.CharField(max_length=160)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("in_use", "In use"),
                                    ("proposed", "Proposed"),
                                    ("retired", "Retired"),
                                ],
                                default="in_use",
                                max_length=20,
                            ),
                        ),
                        ("dates_as_printed", models.CharField(blank=True, max_length=120)),
                        (
                            "partnership",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField()),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical brand",
                        "verbose_name_plural": "historical brands",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="partnership_id_aa2f25_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Host",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "effective_from",
                            models.DateField(
                                blank=True,
                                help_text="Empty means not stated.",
                                null=True,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "effective_to",
                            models.DateField(
                                blank=True,
                                help_text="The last day. Empty means it still holds.",
                                null=True,
                                verbose_name="to",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="hosts",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hosted",
                                to="partnerships.organisation",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("host_authority", "Host authority"),
                                    ("accountable_body", "Accountable body"),
                                ],
                                default="host_authority",
                                max_length=20,
                            ),
                        ),
                        ("dates_as_printed", models.CharField(blank=True, max_length=120)),
                    ],
                    options={
                        "ordering": [
                            "partnership",
                            "kind",
                            models.OrderBy(models.F("effective_from"), nulls_first=True),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "organisation", "kind"), name="partnerships_host_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalHost",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True, blank=True, db_index=True, verbose_name="ID"
                            ),
                        ),
                        (
                            "change_set",
                            models.UUIDField(
                                db_index=True, default=core.change.current_change_set, editable=False
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "history_change_reason",
                            models.TextField(blank=True, default="", verbose_name="reason"),
                        ),
                        (
                            "effective_from",
                            models.DateField(
                                blank=True,
                                help_text="Empty means not stated.",
                                null=True,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "effective_to",
                            models.DateField(
                                blank=True,
                                help_text="The last day. Empty means it still holds.",
                                null=True,
                                verbose_name="to",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("host_authority", "Host authority"),
                                    ("accountable_body", "Accountable body"),
                                ],
                                default="host_authority",
                                max_length=20,
                            ),
                        ),
                        ("dates_as_printed", models.CharField(blank=True, max_length=120)),
                        (
                            "partnership",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.organisation",
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField()),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical host",
                        "verbose_name_plural": "historical hosts",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="partnership_id_b817dd_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Statement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "effective_from",
                            models.DateField(
                                blank=True,
                                help_text="Empty means not stated.",
                                null=True,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "effective_to",
                            models.DateField(
                                blank=True,
                                help_text="The last day. Empty means it still holds.",
                                null=True,
                                verbose_name="to",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="statements",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                help_text="The workstream an activity is part of, or the vision a line spells out.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="children",
                                to="partnerships.statement",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("goal", "Goal"),
                                    ("vision", "Vision"),
                                    ("ambition", "Ambition"),
                                    ("priority", "Priority"),
                                    ("priority_outcome", "Priority outcome"),
                                    ("principle", "Principle"),
                                    ("need", "Need"),
                                    ("role", "Role"),
                                    ("focus_area", "Focus area"),
                                    ("success_factor", "Success factor"),
                                    ("key_element", "Key element"),
                                    ("workstream", "Workstream"),
                                    ("activity", "Activity"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1)),
                        ("title", models.CharField(max_length=160)),
                        ("wording", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["partnership", "kind", "order"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "kind", "order"), name="partnerships_statement_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalStatement",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True, blank=True, db_index=True, verbose_name="ID"
                            ),
                        ),
                        (
                            "change_set",
                            models.UUIDField(
                                db_index=True, default=core.change.current_change_set, editable=False
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "history_change_reason",
                            models.TextField(blank=True, default="", verbose_name="reason"),
                        ),
                        (
                            "effective_from",
                            models.DateField(
                                blank=True,
                                help_text="Empty means not stated.",
                                null=True,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "effective_to",
                            models.DateField(
                                blank=True,
                                help_text="The last day. Empty means it still holds.",
                                null=True,
                                verbose_name="to",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("goal", "Goal"),
                                    ("vision", "Vision"),
                                    ("ambition", "Ambition"),
                                    ("priority", "Priority"),
                                    ("priority_outcome", "Priority outcome"),
                                    ("principle", "Principle"),
                                    ("need", "Need"),
                                    ("role", "Role"),
                                    ("focus_area", "Focus area"),
                                    ("success_factor", "Success factor"),
                                    ("key_element", "Key element"),
                                    ("workstream", "Workstream"),
                                    ("activity", "Activity"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1)),
                        ("title", models.CharField(max_length=160)),
                        ("wording", models.TextField(blank=True)),
                        (
                            "partnership",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The workstream an activity is part of, or the vision a line spells out.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.statement",
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField()),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical statement",
                        "verbose_name_plural": "historical statements",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="partnership_id_aca25b_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Strategy",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="strategies",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="strategies",
                                to="partnerships.organisation",
                            ),
                        ),
                        (
                            "board",
                            models.ForeignKey(
                                blank=True,
                                help_text="The board that owns it and answers for it.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="strategies",
                                to="partnerships.board",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("strategy", "Strategy"),
                                    ("existing_project", "Existing project"),
                                    ("evidence_document", "Evidence document"),
                                ],
                                default="strategy",
                                max_length=20,
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="what it has to do with this work"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "strategies",
                        "ordering": ["partnership", "name"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "name"), name="partnerships_strategy_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalStrategy",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True, blank=True, db_index=True, verbose_name="ID"
                            ),
                        ),
                        (
                            "change_set",
                            models.UUIDField(
                                db_index=True, default=core.change.current_change_set, editable=False
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "history_change_reason",
                            models.TextField(blank=True, default="", verbose_name="reason"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("strategy", "Strategy"),
                                    ("existing_project", "Existing project"),
                                    ("evidence_document", "Evidence document"),
                                ],
                                default="strategy",
                                max_length=20,
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="what it has to do with this work"
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.organisation",
                            ),
                        ),
                        (
                            "board",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The board that owns it and answers for it.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.board",
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField()),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical strategy",
                        "verbose_name_plural": "historical strategies",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="partnership_id_d75054_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Agreement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                help_text="Permanent and never used again, for example ES-04.",
                                max_length=30,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Za-z0-9][A-Za-z0-9-]*$",
                                        "Use letters, digits and hyphens, for example ES-04.",
                                    )
                                ],
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        (
                            "edition",
                            models.CharField(blank=True, max_length=40, verbose_name="version of the text"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("proposed", "Proposed"),
                                    ("approved_to_sign", "Approved to sign"),
                                    ("signed", "Signed"),
                                    ("in_delivery", "In delivery"),
                                    ("under_review", "Under review"),
                                    ("expired", "Expired"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="proposed",
                                max_length=20,
                            ),
                        ),
                        (
                            "legal_effect",
                            models.CharField(
                                choices=[
                                    ("legally_binding", "Legally binding"),
                                    ("not_legally_binding", "Not legally binding"),
                                    ("not_stated", "Not stated"),
                                ],
                                default="not_stated",
                                max_length=24,
                            ),
                        ),
                        ("summary", models.TextField(blank=True)),
                        (
                            "starts_first",
                            models.DateField(blank=True, null=True, verbose_name="starts: first day"),
                        ),
                        (
                            "starts_last",
                            models.DateField(blank=True, null=True, verbose_name="starts: last day"),
                        ),
                        (
                            "starts_wording",
                            models.CharField(blank=True, max_length=60, verbose_name="starts"),
                        ),
                        (
                            "ends_first",
                            models.DateField(blank=True, null=True, verbose_name="ends: first day"),
                        ),
                        ("ends_last", models.DateField(blank=True, null=True, verbose_name="ends: last day")),
                        ("ends_wording", models.CharField(blank=True, max_length=60, verbose_name="ends")),
                        (
                            "review_first",
                            models.DateField(blank=True, null=True, verbose_name="next review: first day"),
                        ),
                        (
                            "review_last",
                            models.DateField(blank=True, null=True, verbose_name="next review: last day"),
                        ),
                        (
                            "review_wording",
                            models.CharField(blank=True, max_length=60, verbose_name="next review"),
                        ),
                    ],
                    options={
                        "ordering": ["partnership", "reference"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "reference"), name="partnerships_agreement_reference"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalAgreement",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True, blank=True, db_index=True, verbose_name="ID"
                            ),
                        ),
                        (
                            "change_set",
                            models.UUIDField(
                                db_index=True, default=core.change.current_change_set, editable=False
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "history_change_reason",
                            models.TextField(blank=True, default="", verbose_name="reason"),
                        ),
                        (
                            "reference",
                            models.CharField(
                                help_text="Permanent and never used again, for example ES-04.",
                                max_length=30,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Za-z0-9][A-Za-z0-9-]*$",
                                        "Use letters, digits and hyphens, for example ES-04.",
                                    )
                                ],
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        (
                            "edition",
                            models.CharField(blank=True, max_length=40, verbose_name="version of the text"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("proposed", "Proposed"),
                                    ("approved_to_sign", "Approved to sign"),
                                    ("signed", "Signed"),
                                    ("in_delivery", "In delivery"),
                                    ("under_review", "Under review"),
                                    ("expired", "Expired"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="proposed",
                                max_length=20,
                            ),
                        ),
                        (
                            "legal_effect",
                            models.CharField(
                                choices=[
                                    ("legally_binding", "Legally binding"),
                                    ("not_legally_binding", "Not legally binding"),
                                    ("not_stated", "Not stated"),
                                ],
                                default="not_stated",
                                max_length=24,
                            ),
                        ),
                        ("summary", models.TextField(blank=True)),
                        (
                            "starts_first",
                            models.DateField(blank=True, null=True, verbose_name="starts: first day"),
                        ),
                        (
                            "starts_last",
                            models.DateField(blank=True, null=True, verbose_name="starts: last day"),
                        ),
                        (
                            "starts_wording",
                            models.CharField(blank=True, max_length=60, verbose_name="starts"),
                        ),
                        (
                            "ends_first",
                            models.DateField(blank=True, null=True, verbose_name="ends: first day"),
                        ),
                        ("ends_last", models.DateField(blank=True, null=True, verbose_name="ends: last day")),
                        ("ends_wording", models.CharField(blank=True, max_length=60, verbose_name="ends")),
                        (
                            "review_first",
                            models.DateField(blank=True, null=True, verbose_name="next review: first day"),
                        ),
                        (
                            "review_last",
                            models.DateField(blank=True, null=True, verbose_name="next review: last day"),
                        ),
                        (
                            "review_wording",
                            models.CharField(blank=True, max_length=60, verbose_name="next review"),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField()),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical agreement",
                        "verbose_name_plural": "historical agreements",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="partnership_id_2013fa_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Signatory",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "agreement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="signatories",
                                to="partnerships.agreement",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="signatures",
                                to="partnerships.organisation",
                            ),
                        ),
                        ("role", models.CharField(blank=True, max_length=120)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("not_stated", "Not stated"),
                                    ("recommended", "Recommended"),
                                    ("authorised", "Authorised"),
                                    ("signed", "Signed"),
                                    ("refused", "Refused"),
                                ],
                                default="not_stated",
                                max_length=20,
                            ),
                        ),
                        ("signed_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "verbose_name_plural": "signatories",
                        "ordering": ["agreement", "organisation"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("agreement", "organisation"), name="partnerships_signatory_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalSignatory",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True, blank=True, db_index=True, verbose_name="ID"
                            ),
                        ),
                        (
                            "change_set",
                            models.UUIDField(
                                db_index=True, default=core.change.current_change_set, editable=False
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "history_change_reason",
                            models.TextField(blank=True, default="", verbose_name="reason"),
                        ),
                        ("role", models.CharField(blank=True, max_length=120)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("not_stated", "Not stated"),
                                    ("recommended", "Recommended"),
                                    ("authorised", "Authorised"),
                                    ("signed", "Signed"),
                                    ("refused", "Refused"),
                                ],
                                default="not_stated",
                                max_length=20,
                            ),
                        ),
                        ("signed_on", models.DateField(blank=True, null=True)),
                        (
                            "agreement",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.agreement",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.organisation",
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField()),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical signatory",
                        "verbose_name_plural": "historical signatories",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="partnership_id_4ef9c8_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Board",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "effective_from",
                            models.DateField(
                                blank=True,
                                help_text="Empty means not stated.",
                                null=True,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "effective_to",
                            models.DateField(
                                blank=True,
                                help_text="The last day. Empty means it still holds.",
                                null=True,
                                verbose_name="to",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="boards",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                help_text="Only for a council's own board, such as its cabinet.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="boards",
                                to="partnerships.organisation",
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                help_text="Short and permanent, for example JC.",
                                max_length=30,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Za-z0-9][A-Za-z0-9-]*$",
                                        "Use letters, digits and hyphens, for example ES-04.",
                                    )
                                ],
                            ),
                        ),
                        ("name", models.CharField(max_length=160)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("joint_committee", "Joint committee"),
                                    ("cabinet_or_executive", "Cabinet or executive"),
                                    ("council_committee", "Council committee"),
                                    ("statutory_board", "Statutory board"),
                                    ("partnership_board", "Partnership board"),
                                    ("thematic_board", "Thematic board"),
                                    ("steering_group", "Steering group"),
                                    ("working_group", "Working group"),
                                    ("forum", "Forum"),
                                ],
                                max_length=30,
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="children",
                                to="partnerships.board",
                            ),
                        ),
                        (
                            "successor",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="predecessors",
                                to="partnerships.board",
                            ),
                        ),
                        ("terms", models.TextField(blank=True, verbose_name="terms of reference")),
                        ("quorum", models.PositiveSmallIntegerField(blank=True, null=True)),
                        (
                            "cadence",
                            models.CharField(blank=True, max_length=80, verbose_name="how often it meets"),
                        ),
                    ],
                    options={
                        "ordering": ["name"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("organisation__isnull", True), ("partnership__isnull", False)),
                                    models.Q(("organisation__isnull", False), ("partnership__isnull", True)),
                                    _connector="OR",
                                ),
                                name="partnerships_board_one_home",
                                violation_error_message="A board belongs to one partnership or to one organisation.",
                            ),
                            models.UniqueConstraint(
                                fields=("partnership", "reference"),
                                name="partnerships_board_reference_in_partnership",
                                violation_error_message="This partnership already has a board with that reference.",
                            ),
                            models.UniqueConstraint(
                                fields=("organisation", "reference"),
                                name="partnerships_board_reference_in_organisation",
                                violation_error_message="This organisation already has a board with that reference.",
                            ),
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalBoard",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True, blank=True, db_index=True, verbose_name="ID"
                            ),
                        ),
                        (
                            "change_set",
                            models.UUIDField(
                                db_index=True, default=core.change.current_change_set, editable=False
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "history_change_reason",
                            models.TextField(blank=True, default="", verbose_name="reason"),
                        ),
                        (
                            "effective_from",
                            models.DateField(
                                blank=True,
                                help_text="Empty means not stated.",
                                null=True,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "effective_to",
                            models.DateField(
                                blank=True,
                                help_text="The last day. Empty means it still holds.",
                                null=True,
                                verbose_name="to",
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                help_text="Short and permanent, for example JC.",
                                max_length=30,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Za-z0-9][A-Za-z0-9-]*$",
                                        "Use letters, digits and hyphens, for example ES-04.",
                                    )
                                ],
                            ),
                        ),
                        ("name", models.CharField(max_length=160)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("joint_committee", "Joint committee"),
                                    ("cabinet_or_executive", "Cabinet or executive"),
                                    ("council_committee", "Council committee"),
                                    ("statutory_board", "Statutory board"),
                                    ("partnership_board", "Partnership board"),
                                    ("thematic_board", "Thematic board"),
                                    ("steering_group", "Steering group"),
                                    ("working_group", "Working group"),
                                    ("forum", "Forum"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("terms", models.TextField(blank=True, verbose_name="terms of reference")),
                        ("quorum", models.PositiveSmallIntegerField(blank=True, null=True)),
                        (
                            "cadence",
                            models.CharField(blank=True, max_length=80, verbose_name="how often it meets"),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Only for a council's own board, such as its cabinet.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.organisation",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.board",
                            ),
                        ),
                        (
                            "successor",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.board",
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField()),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical board",
                        "verbose_name_plural": "historical boards",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="partnership_id_586d42_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Seat",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "effective_from",
                            models.DateField(
                                blank=True,
                                help_text="Empty means not stated.",
                                null=True,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "effective_to",
                            models.DateField(
                                blank=True,
                                help_text="The last day. Empty means it still holds.",
                                null=True,
                                verbose_name="to",
                            ),
                        ),
                        (
                            "board",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="seats",
                                to="partnerships.board",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1)),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="seats",
                                to="partnerships.organisation",
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                help_text="The role that sits here, for example Leader of the Council.",
                                max_length=160,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("filled", "Filled"),
                                    ("vacant", "Vacant"),
                                    ("not_stated", "Not stated"),
                                ],
                                default="filled",
                                max_length=12,
                            ),
                        ),
                        ("chairs", models.BooleanField(default=False, verbose_name="takes the chair")),
                        (
                            "votes",
                            models.BooleanField(
                                blank=True,
                                help_text="Empty means not stated.",
                                null=True,
                                verbose_name="has a vote",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["board", "order"],
                        "constraints": [
                            models.UniqueConstraint(fields=("board", "order"), name="partnerships_seat_once")
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalSeat",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True, blank=True, db_index=True, verbose_name="ID"
                            ),
                        ),
                        (
                            "change_set",
                            models.UUIDField(
                                db_index=True, default=core.change.current_change_set, editable=False
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "history_change_reason",
                            models.TextField(blank=True, default="", verbose_name="reason"),
                        ),
                        (
                            "effective_from",
                            models.DateField(
                                blank=True,
                                help_text="Empty means not stated.",
                                null=True,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "effective_to",
                            models.DateField(
                                blank=True,
                                help_text="The last day. Empty means it still holds.",
                                null=True,
                                verbose_name="to",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1)),
                        (
                            "role",
                            models.CharField(
                                help_text="The role that sits here, for example Leader of the Council.",
                                max_length=160,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("filled", "Filled"),
                                    ("vacant", "Vacant"),
                                    ("not_stated", "Not stated"),
                                ],
                                default="filled",
                                max_length=12,
                            ),
                        ),
                        ("chairs", models.BooleanField(default=False, verbose_name="takes the chair")),
                        (
                            "votes",
                            models.BooleanField(
                                blank=True,
                                help_text="Empty means not stated.",
                                null=True,
                                verbose_name="has a vote",
                            ),
                        ),
                        (
                            "board",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.board",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.organisation",
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField()),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical seat",
                        "verbose_name_plural": "historical seats",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="partnership_id_c70dad_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Grant",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "effective_from",
                            models.DateField(
                                blank=True,
                                help_text="Empty means not stated.",
                                null=True,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "effective_to",
                            models.DateField(
                                blank=True,
                                help_text="The last day. Empty means it still holds.",
                                null=True,
                                verbose_name="to",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="grants",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("administrator", "Administrator"),
                                    ("programme_manager", "Programme manager"),
                                    ("theme_lead", "Theme lead"),
                                    ("officer", "Officer"),
                                    ("committee_secretary", "Committee secretary"),
                                    ("clearance_officer", "Clearance officer"),
                                    ("chief_executive", "Chief executive"),
                                    ("partner_officer", "Partner officer"),
                                ],
                                max_length=30,
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="grants",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "board",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="grants",
                                to="partnerships.board",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="grants",
                                to="partnerships.organisation",
                            ),
                        ),
                        (
                            "acting_for",
                            models.ForeignKey(
                                blank=True,
                                help_text="Whom they stand in for while that person is away. Empty for a role of their own.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="covers",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["user", "role"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("board", None),
                                        ("organisation", None),
                                        ("partnership", None),
                                        ("role", "administrator"),
                                    ),
                                    models.Q(
                                        models.Q(("role", "administrator"), _negated=True),
                                        models.Q(
                                            models.Q(
                                                ("board", None),
                                                ("organisation", None),
                                                ("partnership__isnull", False),
                                            ),
                                            models.Q(
                                                ("board__isnull", False),
                                                ("organisation", None),
                                                ("partnership", None),
                                            ),
                                            models.Q(
                                                ("board", None),
                                                ("organisation__isnull", False),
                                                ("partnership", None),
                                            ),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="partnerships_grant_one_place",
                                violation_error_message="Name one partnership, one board or one organisation; none for an administrator.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("acting_for", None),
                                    models.Q(
                                        ("effective_to__isnull", False),
                                        models.Q(("acting_for", models.F("user")), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="partnerships_grant_cover_ends",
                                violation_error_message="Somebody else stands in, and until a day: give the last one.",
                            ),
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalGrant",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True, blank=True, db_index=True, verbose_name="ID"
                            ),
                        ),
                        (
                            "change_set",
                            models.UUIDField(
                                db_index=True, default=core.change.current_change_set, editable=False
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "history_change_reason",
                            models.TextField(blank=True, default="", verbose_name="reason"),
                        ),
                        (
                            "effective_from",
                            models.DateField(
                                blank=True,
                                help_text="Empty means not stated.",
                                null=True,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "effective_to",
                            models.DateField(
                                blank=True,
                                help_text="The last day. Empty means it still holds.",
                                null=True,
                                verbose_name="to",
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("administrator", "Administrator"),
                                    ("programme_manager", "Programme manager"),
                                    ("theme_lead", "Theme lead"),
                                    ("officer", "Officer"),
                                    ("committee_secretary", "Committee secretary"),
                                    ("clearance_officer", "Clearance officer"),
                                    ("chief_executive", "Chief executive"),
                                    ("partner_officer", "Partner officer"),
                                ],
                                max_length=30,
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "board",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.board",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.organisation",
                            ),
                        ),
                        (
                            "acting_for",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Whom they stand in for while that person is away. Empty for a role of their own.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField()),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical grant",
                        "verbose_name_plural": "historical grants",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="partnership_id_478571_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Membership",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="memberships",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="memberships",
                                to="partnerships.organisation",
                            ),
                        ),
                        (
                            "pays",
                            models.BooleanField(
                                blank=True,
                                help_text="Empty means not stated.",
                                null=True,
                                verbose_name="pays towards the costs",
                            ),
                        ),
                        (
                            "votes",
                            models.BooleanField(
                                blank=True,
                                help_text="Empty means not stated.",
                                null=True,
                                verbose_name="has a vote",
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=300)),
                    ],
                    options={
                        "ordering": ["partnership", "organisation__name"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "organisation"), name="partnerships_membership_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalMembership",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True, blank=True, db_index=True, verbose_name="ID"
                            ),
                        ),
                        (
                            "change_set",
                            models.UUIDField(
                                db_index=True, default=core.change.current_change_set, editable=False
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "history_change_reason",
                            models.TextField(blank=True, default="", verbose_name="reason"),
                        ),
                        (
                            "pays",
                            models.BooleanField(
                                blank=True,
                                help_text="Empty means not stated.",
                                null=True,
                                verbose_name="pays towards the costs",
                            ),
                        ),
                        (
                            "votes",
                            models.BooleanField(
                                blank=True,
                                help_text="Empty means not stated.",
                                null=True,
                                verbose_name="has a vote",
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=300)),
                        (
                            "partnership",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.organisation",
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField()),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical membership",
                        "verbose_name_plural": "historical memberships",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="partnership_id_85e9f3_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="MembershipStatus",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "effective_from",
                            models.DateField(
                                blank=True,
                                help_text="Empty means not stated.",
                                null=True,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "effective_to",
                            models.DateField(
                                blank=True,
                                help_text="The last day. Empty means it still holds.",
                                null=True,
                                verbose_name="to",
                            ),
                        ),
                        (
                            "membership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="statuses",
                                to="partnerships.membership",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("invited", "Invited"),
                                    ("expressed_interest", "Expressed interest"),
                                    ("position_reserved", "Position reserved"),
                                    ("participating", "Full member"),
                                    ("non_participating", "Not participating"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("dates_as_printed", models.CharField(blank=True, max_length=120)),
                    ],
                    options={
                        "verbose_name": "standing",
                        "ordering": ["membership", "order"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("membership", "order"), name="partnerships_membershipstatus_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalMembershipStatus",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True, blank=True, db_index=True, verbose_name="ID"
                            ),
                        ),
                        (
                            "change_set",
                            models.UUIDField(
                                db_index=True, default=core.change.current_change_set, editable=False
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "history_change_reason",
                            models.TextField(blank=True, default="", verbose_name="reason"),
                        ),
                        (
                            "effective_from",
                            models.DateField(
                                blank=True,
                                help_text="Empty means not stated.",
                                null=True,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "effective_to",
                            models.DateField(
                                blank=True,
                                help_text="The last day. Empty means it still holds.",
                                null=True,
                                verbose_name="to",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("invited", "Invited"),
                                    ("expressed_interest", "Expressed interest"),
                                    ("position_reserved", "Position reserved"),
                                    ("participating", "Full member"),
                                    ("non_participating", "Not participating"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("dates_as_printed", models.CharField(blank=True, max_length=120)),
                        (
                            "membership",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.membership",
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField()),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical standing",
                        "verbose_name_plural": "historical standings",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="partnership_id_644f61_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ThemeSet",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "effective_from",
                            models.DateField(
                                blank=True,
                                help_text="Empty means not stated.",
                                null=True,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "effective_to",
                            models.DateField(
                                blank=True,
                                help_text="The last day. Empty means it still holds.",
                                null=True,
                                verbose_name="to",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="theme_sets",
                                to="partnerships.partnership",
                            ),
                        ),
                        ("reference", models.CharField(max_length=30)),
                        ("name", models.CharField(max_length=160)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("in_force", "In force"),
                                    ("proposed", "Proposed"),
                                    ("replaced", "Replaced"),
                                    ("of_another_body", "Of another body"),
                                ],
                                default="in_force",
                                max_length=20,
                            ),
                        ),
                    ],
                    options={
                        "ordering": [
                            "partnership",
                            models.OrderBy(models.F("effective_from"), nulls_first=True),
                            "reference",
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "reference"), name="partnerships_themeset_reference"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalThemeSet",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True, blank=True, db_index=True, verbose_name="ID"
                            ),
                        ),
                        (
                            "change_set",
                            models.UUIDField(
                                db_index=True, default=core.change.current_change_set, editable=False
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "history_change_reason",
                            models.TextField(blank=True, default="", verbose_name="reason"),
                        ),
                        (
                            "effective_from",
                            models.DateField(
                                blank=True,
                                help_text="Empty means not stated.",
                                null=True,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "effective_to",
                            models.DateField(
                                blank=True,
                                help_text="The last day. Empty means it still holds.",
                                null=True,
                                verbose_name="to",
                            ),
                        ),
                        ("reference", models.CharField(max_length=30)),
                        ("name", models.CharField(max_length=160)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("in_force", "In force"),
                                    ("proposed", "Proposed"),
                                    ("replaced", "Replaced"),
                                    ("of_another_body", "Of another body"),
                                ],
                                default="in_force",
                                max_length=20,
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField()),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical theme set",
                        "verbose_name_plural": "historical theme sets",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="partnership_id_47a6ff_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Theme",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                help_text="Permanent and never used again, for example ES-04.",
                                max_length=30,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Za-z0-9][A-Za-z0-9-]*$",
                                        "Use letters, digits and hyphens, for example ES-04.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "theme_set",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="themes",
                                to="partnerships.themeset",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1)),
                        ("name", models.CharField(max_length=160)),
                        (
                            "board",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="themes",
                                to="partnerships.board",
                            ),
                        ),
                        ("summary", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["theme_set", "order"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "reference"), name="partnerships_theme_reference"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalTheme",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True, blank=True, db_index=True, verbose_name="ID"
                            ),
                        ),
                        (
                            "change_set",
                            models.UUIDField(
                                db_index=True, default=core.change.current_change_set, editable=False
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "history_change_reason",
                            models.TextField(blank=True, default="", verbose_name="reason"),
                        ),
                        (
                            "reference",
                            models.CharField(
                                help_text="Permanent and never used again, for example ES-04.",
                                max_length=30,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Za-z0-9][A-Za-z0-9-]*$",
                                        "Use letters, digits and hyphens, for example ES-04.",
                                    )
                                ],
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1)),
                        ("name", models.CharField(max_length=160)),
                        ("summary", models.TextField(blank=True)),
                        (
                            "partnership",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "theme_set",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.themeset",
                            ),
                        ),
                        (
                            "board",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.board",
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField()),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical theme",
                        "verbose_name_plural": "historical themes",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="partnership_id_213d9b_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ThemeLink",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "predecessor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="links_on",
                                to="partnerships.theme",
                            ),
                        ),
                        (
                            "successor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="links_back",
                                to="partnerships.theme",
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=300)),
                    ],
                    options={
                        "ordering": ["predecessor", "successor"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("predecessor", "successor"), name="partnerships_themelink_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalThemeLink",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True, blank=True, db_index=True, verbose_name="ID"
                            ),
                        ),
                        (
                            "change_set",
                            models.UUIDField(
                                db_index=True, default=core.change.current_change_set, editable=False
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "history_change_reason",
                            models.TextField(blank=True, default="", verbose_name="reason"),
                        ),
                        ("note", models.CharField(blank=True, max_length=300)),
                        (
                            "predecessor",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.theme",
                            ),
                        ),
                        (
                            "successor",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.theme",
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField()),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical theme link",
                        "verbose_name_plural": "historical theme links",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="partnership_id_0a6672_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Outcome",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                help_text="Permanent and never used again, for example ES-04.",
                                max_length=30,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Za-z0-9][A-Za-z0-9-]*$",
                                        "Use letters, digits and hyphens, for example ES-04.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "theme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="outcomes",
                                to="partnerships.theme",
                            ),
                        ),
                        ("wording", models.TextField()),
                    ],
                    options={
                        "ordering": ["partnership", "reference"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "reference"), name="partnerships_outcome_reference"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalOutcome",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True, blank=True, db_index=True, verbose_name="ID"
                            ),
                        ),
                        (
                            "change_set",
                            models.UUIDField(
                                db_index=True, default=core.change.current_change_set, editable=False
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "history_change_reason",
                            models.TextField(blank=True, default="", verbose_name="reason"),
                        ),
                        (
                            "reference",
                            models.CharField(
                                help_text="Permanent and never used again, for example ES-04.",
                                max_length=30,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Za-z0-9][A-Za-z0-9-]*$",
                                        "Use letters, digits and hyphens, for example ES-04.",
                                    )
                                ],
                            ),
                        ),
                        ("wording", models.TextField()),
                        (
                            "partnership",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "theme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.theme",
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField()),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical outcome",
                        "verbose_name_plural": "historical outcomes",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="partnership_id_7ed328_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Lead",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "effective_from",
                            models.DateField(
                                blank=True,
                                help_text="Empty means not stated.",
                                null=True,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "effective_to",
                            models.DateField(
                                blank=True,
                                help_text="The last day. Empty means it still holds.",
                                null=True,
                                verbose_name="to",
                            ),
                        ),
                        (
                            "theme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="leads",
                                to="partnerships.theme",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("lead_leader", "Lead leader"),
                                    ("lead_chief_executive", "Lead chief executive"),
                                    ("lead_officer", "Lead officer"),
                                ],
                                max_length=24,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("filled", "Filled"),
                                    ("vacant", "Vacant"),
                                    ("not_stated", "Not stated"),
                                ],
                                default="filled",
                                max_length=12,
                            ),
                        ),
                        ("role", models.CharField(blank=True, max_length=160)),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="leads",
                                to="partnerships.organisation",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="leads",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["theme", "kind", "order"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("theme", "kind", "order"), name="partnerships_lead_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalLead",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True, blank=True, db_index=True, verbose_name="ID"
                            ),
                        ),
                        (
                            "change_set",
                            models.UUIDField(
                                db_index=True, default=core.change.current_change_set, editable=False
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("archived_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
                                max_length=200,
                                verbose_name="where this comes from",
                            ),
                        ),
                        (
                            "inferred",
                            models.BooleanField(
                                default=False,
                                help_text="The paper does not say this; it was concluded from what it says.",
                            ),
                        ),
                        (
                            "history_change_reason",
                            models.TextField(blank=True, default="", verbose_name="reason"),
                        ),
                        (
                            "effective_from",
                            models.DateField(
                                blank=True,
                                help_text="Empty means not stated.",
                                null=True,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "effective_to",
                            models.DateField(
                                blank=True,
                                help_text="The last day. Empty means it still holds.",
                                null=True,
                                verbose_name="to",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("lead_leader", "Lead leader"),
                                    ("lead_chief_executive", "Lead chief executive"),
                                    ("lead_officer", "Lead officer"),
                                ],
                                max_length=24,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("filled", "Filled"),
                                    ("vacant", "Vacant"),
                                    ("not_stated", "Not stated"),
                                ],
                                default="filled",
                                max_length=12,
                            ),
                        ),
                        ("role", models.CharField(blank=True, max_length=160)),
                        ("order", models.PositiveSmallIntegerField(default=1)),
                        (
                            "theme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.theme",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.organisation",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField()),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical lead",
                        "verbose_name_plural": "historical leads",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="partnership_id_e91678_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
            ],
        ),
    ]
