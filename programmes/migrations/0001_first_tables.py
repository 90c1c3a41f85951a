"""What: plans, actions, milestones, rounds, updates and measures, with their histories."""

from decimal import Decimal

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import core.change
import core.schema


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_first_tables"),
        ("partnerships", "0001_first_tables"),
    ]

    operations = [
        core.schema.CreateTables(
            models=[
                migrations.CreateModel(
                    name="Plan",
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
                        ("name", models.CharField(max_length=160)),
                        (
                            "theme_set",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plans",
                                to="partnerships.themeset",
                            ),
                        ),
                        (
                            "board",
                            models.ForeignKey(
                                blank=True,
                                help_text="The board it answers to.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plans",
                                to="partnerships.board",
                            ),
                        ),
                        ("starts_on", models.DateField(blank=True, null=True)),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        (
                            "signs_off",
                            models.BooleanField(
                                default=True,
                                help_text="A small partnership may switch this off.",
                                verbose_name="leads sign updates off",
                            ),
                        ),
                        (
                            "tolerance_days",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Counted from the original date, within its quarter. Empty for no such limit.",
                                null=True,
                                verbose_name="days a date may slip without a decision",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["partnership", "reference"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "reference"), name="programmes_plan_reference"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on__isnull", True),
                                    ("starts_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="programmes_plan_ends_after_start",
                                violation_error_message="The plan must end on or after the day it starts.",
                            ),
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPlan",
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
                        ("name", models.CharField(max_length=160)),
                        ("starts_on", models.DateField(blank=True, null=True)),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        (
                            "signs_off",
                            models.BooleanField(
                                default=True,
                                help_text="A small partnership may switch this off.",
                                verbose_name="leads sign updates off",
                            ),
                        ),
                        (
                            "tolerance_days",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Counted from the original date, within its quarter. Empty for no such limit.",
                                null=True,
                                verbose_name="days a date may slip without a decision",
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
                                help_text="The board it answers to.",
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
                        "verbose_name": "historical plan",
                        "verbose_name_plural": "historical plans",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="programmes__id_ea138e_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Round",
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
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rounds",
                                to="programmes.plan",
                            ),
                        ),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                help_text="The year it starts in: 2026 for 2026/27.",
                                validators=[
                                    django.core.validators.MinValueValidator(2000),
                                    django.core.validators.MaxValueValidator(2100),
                                ],
                                verbose_name="financial year",
                            ),
                        ),
                        (
                            "quarter_number",
                            models.PositiveSmallIntegerField(
                                help_text="1 is April to June.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(4),
                                ],
                                verbose_name="quarter",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("open", "Open"),
                                    ("closed", "Closed"),
                                    ("locked", "Locked"),
                                ],
                                default="planned",
                                editable=False,
                                max_length=12,
                            ),
                        ),
                        ("opens_on", models.DateField(blank=True, null=True)),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("sign_off_on", models.DateField(blank=True, null=True, verbose_name="sign off by")),
                        ("lock_on", models.DateField(blank=True, null=True, verbose_name="locks on")),
                        ("locked_at", models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "ordering": ["plan", "-year", "-quarter_number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("plan", "year", "quarter_number"),
                                name="programmes_round_once",
                                violation_error_message="This plan already has a round for that quarter.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "open")),
                                fields=("plan",),
                                name="programmes_round_one_open",
                                violation_error_message="Another round of this plan is open. Close it first.",
                            ),
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalRound",
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
                            "year",
                            models.PositiveSmallIntegerField(
                                help_text="The year it starts in: 2026 for 2026/27.",
                                validators=[
                                    django.core.validators.MinValueValidator(2000),
                                    django.core.validators.MaxValueValidator(2100),
                                ],
                                verbose_name="financial year",
                            ),
                        ),
                        (
                            "quarter_number",
                            models.PositiveSmallIntegerField(
                                help_text="1 is April to June.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(4),
                                ],
                                verbose_name="quarter",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("open", "Open"),
                                    ("closed", "Closed"),
                                    ("locked", "Locked"),
                                ],
                                default="planned",
                                editable=False,
                                max_length=12,
                            ),
                        ),
                        ("opens_on", models.DateField(blank=True, null=True)),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("sign_off_on", models.DateField(blank=True, null=True, verbose_name="sign off by")),
                        ("lock_on", models.DateField(blank=True, null=True, verbose_name="locks on")),
                        ("locked_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programmes.plan",
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
                        "verbose_name": "historical round",
                        "verbose_name_plural": "historical rounds",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="programmes__id_74e934_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Action",
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
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions",
                                to="programmes.plan",
                            ),
                        ),
                        (
                            "theme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions",
                                to="partnerships.theme",
                            ),
                        ),
                        (
                            "outcome",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions",
                                to="partnerships.outcome",
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("description", models.TextField(blank=True)),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions",
                                to="partnerships.organisation",
                                verbose_name="owner organisation",
                            ),
                        ),
                        (
                            "lead",
                            models.ForeignKey(
                                blank=True,
                                help_text="Who gives its updates. Empty is a vacancy.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="led_actions",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("lead_role", models.CharField(blank=True, max_length=160)),
                        (
                            "actual_on",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="actual date"
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("not_started", "Not started"),
                                    ("in_progress", "In progress"),
                                    ("paused", "Paused"),
                                    ("complete", "Complete"),
                                    ("stopped", "Stopped"),
                                ],
                                default="not_started",
                                editable=False,
                                max_length=20,
                            ),
                        ),
                        (
                            "confidence",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("on_track", "On track"),
                                    ("at_risk", "At risk"),
                                    ("off_track", "Off track"),
                                ],
                                editable=False,
                                max_length=20,
                            ),
                        ),
                        (
                            "reported_in",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="programmes.round",
                            ),
                        ),
                        (
                            "extra",
                            models.JSONField(
                                blank=True,
                                default=dict,
                                editable=False,
                                verbose_name="other columns of its spreadsheet",
                            ),
                        ),
                        (
                            "searched",
                            models.GeneratedField(
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
                            "original_first",
                            models.DateField(blank=True, null=True, verbose_name="original date: first day"),
                        ),
                        (
                            "original_last",
                            models.DateField(blank=True, null=True, verbose_name="original date: last day"),
                        ),
                        (
                            "original_wording",
                            models.CharField(blank=True, max_length=60, verbose_name="original date"),
                        ),
                        (
                            "current_first",
                            models.DateField(blank=True, null=True, verbose_name="current date: first day"),
                        ),
                        (
                            "current_last",
                            models.DateField(blank=True, null=True, verbose_name="current date: last day"),
                        ),
                        (
                            "current_wording",
                            models.CharField(blank=True, max_length=60, verbose_name="current date"),
                        ),
                    ],
                    options={
                        "ordering": ["partnership", "reference"],
                        "indexes": [
                            models.Index(
                                fields=["partnership", "owner", "archived_at"],
                                name="programmes_action_owners",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "reference"), name="programmes_action_reference"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalAction",
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
                        ("description", models.TextField(blank=True)),
                        ("lead_role", models.CharField(blank=True, max_length=160)),
                        (
                            "actual_on",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="actual date"
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("not_started", "Not started"),
                                    ("in_progress", "In progress"),
                                    ("paused", "Paused"),
                                    ("complete", "Complete"),
                                    ("stopped", "Stopped"),
                                ],
                                default="not_started",
                                editable=False,
                                max_length=20,
                            ),
                        ),
                        (
                            "confidence",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("on_track", "On track"),
                                    ("at_risk", "At risk"),
                                    ("off_track", "Off track"),
                                ],
                                editable=False,
                                max_length=20,
                            ),
                        ),
                        (
                            "extra",
                            models.JSONField(
                                blank=True,
                                default=dict,
                                editable=False,
                                verbose_name="other columns of its spreadsheet",
                            ),
                        ),
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
                            "original_first",
                            models.DateField(blank=True, null=True, verbose_name="original date: first day"),
                        ),
                        (
                            "original_last",
                            models.DateField(blank=True, null=True, verbose_name="original date: last day"),
                        ),
                        (
                            "original_wording",
                            models.CharField(blank=True, max_length=60, verbose_name="original date"),
                        ),
                        (
                            "current_first",
                            models.DateField(blank=True, null=True, verbose_name="current date: first day"),
                        ),
                        (
                            "current_last",
                            models.DateField(blank=True, null=True, verbose_name="current date: last day"),
                        ),
                        (
                            "current_wording",
                            models.CharField(blank=True, max_length=60, verbose_name="current date"),
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
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programmes.plan",
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
                        (
                            "outcome",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.outcome",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.organisation",
                                verbose_name="owner organisation",
                            ),
                        ),
                        (
                            "lead",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Who gives its updates. Empty is a vacancy.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "reported_in",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programmes.round",
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
                        "verbose_name": "historical action",
                        "verbose_name_plural": "historical actions",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="programmes__id_a8a2f4_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Milestone",
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
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="milestones",
                                to="programmes.action",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(default=1)),
                        ("title", models.CharField(max_length=200)),
                        ("actual_on", models.DateField(blank=True, null=True, verbose_name="actual date")),
                        (
                            "extra",
                            models.JSONField(
                                blank=True,
                                default=dict,
                                editable=False,
                                verbose_name="other columns of its spreadsheet",
                            ),
                        ),
                        (
                            "original_first",
                            models.DateField(blank=True, null=True, verbose_name="original date: first day"),
                        ),
                        (
                            "original_last",
                            models.DateField(blank=True, null=True, verbose_name="original date: last day"),
                        ),
                        (
                            "original_wording",
                            models.CharField(blank=True, max_length=60, verbose_name="original date"),
                        ),
                        (
                            "current_first",
                            models.DateField(blank=True, null=True, verbose_name="current date: first day"),
                        ),
                        (
                            "current_last",
                            models.DateField(blank=True, null=True, verbose_name="current date: last day"),
                        ),
                        (
                            "current_wording",
                            models.CharField(blank=True, max_length=60, verbose_name="current date"),
                        ),
                    ],
                    options={
                        "ordering": ["action", "number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("action", "number"), name="programmes_milestone_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalMilestone",
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
                        ("number", models.PositiveSmallIntegerField(default=1)),
                        ("title", models.CharField(max_length=200)),
                        ("actual_on", models.DateField(blank=True, null=True, verbose_name="actual date")),
                        (
                            "extra",
                            models.JSONField(
                                blank=True,
                                default=dict,
                                editable=False,
                                verbose_name="other columns of its spreadsheet",
                            ),
                        ),
                        (
                            "original_first",
                            models.DateField(blank=True, null=True, verbose_name="original date: first day"),
                        ),
                        (
                            "original_last",
                            models.DateField(blank=True, null=True, verbose_name="original date: last day"),
                        ),
                        (
                            "original_wording",
                            models.CharField(blank=True, max_length=60, verbose_name="original date"),
                        ),
                        (
                            "current_first",
                            models.DateField(blank=True, null=True, verbose_name="current date: first day"),
                        ),
                        (
                            "current_last",
                            models.DateField(blank=True, null=True, verbose_name="current date: last day"),
                        ),
                        (
                            "current_wording",
                            models.CharField(blank=True, max_length=60, verbose_name="current date"),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programmes.action",
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
                        "verbose_name": "historical milestone",
                        "verbose_name_plural": "historical milestones",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="programmes__id_cca40c_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Support",
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
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="supporters",
                                to="programmes.action",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="supported",
                                to="partnerships.organisation",
                            ),
                        ),
                        (
                            "contribution",
                            models.CharField(blank=True, max_length=200, verbose_name="what it does"),
                        ),
                    ],
                    options={
                        "ordering": ["action", "organisation"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("action", "organisation"), name="programmes_support_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalSupport",
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
                            "contribution",
                            models.CharField(blank=True, max_length=200, verbose_name="what it does"),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programmes.action",
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
                        "verbose_name": "historical support",
                        "verbose_name_plural": "historical supports",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="programmes__id_2781bf_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="PartnerLink",
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
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="partner_links",
                                to="programmes.plan",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="partner_links",
                                to="partnerships.organisation",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(default=1, editable=False)),
                        (
                            "made_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="made by",
                            ),
                        ),
                        ("expires_on", models.DateField(verbose_name="last day it works")),
                        ("revoked_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "used_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="last used"
                            ),
                        ),
                        ("uses", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "ordering": ["plan", "organisation", "number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("plan", "organisation", "number"), name="programmes_partnerlink_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPartnerLink",
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
                        ("number", models.PositiveSmallIntegerField(default=1, editable=False)),
                        ("expires_on", models.DateField(verbose_name="last day it works")),
                        ("revoked_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "used_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="last used"
                            ),
                        ),
                        ("uses", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programmes.plan",
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
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="made by",
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
                        "verbose_name": "historical partner link",
                        "verbose_name_plural": "historical partner links",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="programmes__id_c385c3_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Reminder",
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
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reminders",
                                to="programmes.round",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "occasion",
                            models.CharField(
                                choices=[
                                    ("opened", "Opened"),
                                    ("due_soon", "Due soon"),
                                    ("due_today", "Due today"),
                                    ("late", "Late"),
                                    ("by_hand", "By hand"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("due_on", models.DateField()),
                        ("sent_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["round", "due_on", "occasion", "person"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("round", "person", "occasion", "due_on"),
                                name="programmes_reminder_once",
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalReminder",
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
                            "occasion",
                            models.CharField(
                                choices=[
                                    ("opened", "Opened"),
                                    ("due_soon", "Due soon"),
                                    ("due_today", "Due today"),
                                    ("late", "Late"),
                                    ("by_hand", "By hand"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("due_on", models.DateField()),
                        ("sent_at", models.DateTimeField()),
                        (
                            "round",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programmes.round",
                            ),
                        ),
                        (
                            "person",
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
                        "verbose_name": "historical reminder",
                        "verbose_name_plural": "historical reminders",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="programmes__id_00b053_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="CalendarFeed",
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
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="calendar_feeds",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(default=1)),
                        ("revoked_at", models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "ordering": ["person", "number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("person", "number"), name="programmes_calendarfeed_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalCalendarFeed",
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
                        ("number", models.PositiveSmallIntegerField(default=1)),
                        ("revoked_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "person",
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
                        "verbose_name": "historical calendar feed",
                        "verbose_name_plural": "historical calendar feeds",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="programmes__id_7fdbde_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="StatusWords",
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
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="status_words",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "not_started",
                            models.CharField(
                                blank=True,
                                default="Not started",
                                max_length=30,
                                verbose_name="word for not started",
                            ),
                        ),
                        (
                            "in_progress",
                            models.CharField(
                                blank=True,
                                default="In progress",
                                max_length=30,
                                verbose_name="word for in progress",
                            ),
                        ),
                        (
                            "paused",
                            models.CharField(
                                blank=True, default="Paused", max_length=30, verbose_name="word for paused"
                            ),
                        ),
                        (
                            "complete",
                            models.CharField(
                                blank=True,
                                default="Complete",
                                max_length=30,
                                verbose_name="word for complete",
                            ),
                        ),
                        (
                            "stopped",
                            models.CharField(
                                blank=True, default="Stopped", max_length=30, verbose_name="word for stopped"
                            ),
                        ),
                        (
                            "on_track",
                            models.CharField(
                                blank=True,
                                default="On track",
                                max_length=30,
                                verbose_name="word for on track",
                            ),
                        ),
                        (
                            "at_risk",
                            models.CharField(
                                blank=True, default="At risk", max_length=30, verbose_name="word for at risk"
                            ),
                        ),
                        (
                            "off_track",
                            models.CharField(
                                blank=True,
                                default="Off track",
                                max_length=30,
                                verbose_name="word for off track",
                            ),
                        ),
                        (
                            "no_update",
                            models.CharField(
                                blank=True,
                                default="No update",
                                max_length=30,
                                verbose_name="word for no update",
                            ),
                        ),
                        (
                            "off_track_counting",
                            models.CharField(
                                choices=[
                                    ("on_course", "Counted, on course"),
                                    ("counted", "Counted, not on course"),
                                    ("left_out", "Left out"),
                                ],
                                default="counted",
                                max_length=12,
                                verbose_name="off track in the percentage",
                            ),
                        ),
                        (
                            "at_risk_counting",
                            models.CharField(
                                choices=[
                                    ("on_course", "Counted, on course"),
                                    ("counted", "Counted, not on course"),
                                    ("left_out", "Left out"),
                                ],
                                default="counted",
                                max_length=12,
                                verbose_name="at risk in the percentage",
                            ),
                        ),
                        (
                            "on_track_counting",
                            models.CharField(
                                choices=[
                                    ("on_course", "Counted, on course"),
                                    ("counted", "Counted, not on course"),
                                    ("left_out", "Left out"),
                                ],
                                default="on_course",
                                max_length=12,
                                verbose_name="on track in the percentage",
                            ),
                        ),
                        (
                            "complete_counting",
                            models.CharField(
                                choices=[
                                    ("on_course", "Counted, on course"),
                                    ("counted", "Counted, not on course"),
                                    ("left_out", "Left out"),
                                ],
                                default="on_course",
                                max_length=12,
                                verbose_name="complete in the percentage",
                            ),
                        ),
                        (
                            "not_started_counting",
                            models.CharField(
                                choices=[
                                    ("on_course", "Counted, on course"),
                                    ("counted", "Counted, not on course"),
                                    ("left_out", "Left out"),
                                ],
                                default="counted",
                                max_length=12,
                                verbose_name="not started in the percentage",
                            ),
                        ),
                        (
                            "paused_counting",
                            models.CharField(
                                choices=[
                                    ("on_course", "Counted, on course"),
                                    ("counted", "Counted, not on course"),
                                    ("left_out", "Left out"),
                                ],
                                default="counted",
                                max_length=12,
                                verbose_name="paused in the percentage",
                            ),
                        ),
                        (
                            "stopped_counting",
                            models.CharField(
                                choices=[
                                    ("on_course", "Counted, on course"),
                                    ("counted", "Counted, not on course"),
                                    ("left_out", "Left out"),
                                ],
                                default="counted",
                                max_length=12,
                                verbose_name="stopped in the percentage",
                            ),
                        ),
                        (
                            "no_update_counting",
                            models.CharField(
                                choices=[
                                    ("on_course", "Counted, on course"),
                                    ("counted", "Counted, not on course"),
                                    ("left_out", "Left out"),
                                ],
                                default="counted",
                                max_length=12,
                                verbose_name="no update in the percentage",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "words of a partnership for statuses",
                        "verbose_name_plural": "words of partnerships for statuses",
                        "ordering": ["partnership"],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalStatusWords",
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
                            "not_started",
                            models.CharField(
                                blank=True,
                                default="Not started",
                                max_length=30,
                                verbose_name="word for not started",
                            ),
                        ),
                        (
                            "in_progress",
                            models.CharField(
                                blank=True,
                                default="In progress",
                                max_length=30,
                                verbose_name="word for in progress",
                            ),
                        ),
                        (
                            "paused",
                            models.CharField(
                                blank=True, default="Paused", max_length=30, verbose_name="word for paused"
                            ),
                        ),
                        (
                            "complete",
                            models.CharField(
                                blank=True,
                                default="Complete",
                                max_length=30,
                                verbose_name="word for complete",
                            ),
                        ),
                        (
                            "stopped",
                            models.CharField(
                                blank=True, default="Stopped", max_length=30, verbose_name="word for stopped"
                            ),
                        ),
                        (
                            "on_track",
                            models.CharField(
                                blank=True,
                                default="On track",
                                max_length=30,
                                verbose_name="word for on track",
                            ),
                        ),
                        (
                            "at_risk",
                            models.CharField(
                                blank=True, default="At risk", max_length=30, verbose_name="word for at risk"
                            ),
                        ),
                        (
                            "off_track",
                            models.CharField(
                                blank=True,
                                default="Off track",
                                max_length=30,
                                verbose_name="word for off track",
                            ),
                        ),
                        (
                            "no_update",
                            models.CharField(
                                blank=True,
                                default="No update",
                                max_length=30,
                                verbose_name="word for no update",
                            ),
                        ),
                        (
                            "off_track_counting",
                            models.CharField(
                                choices=[
                                    ("on_course", "Counted, on course"),
                                    ("counted", "Counted, not on course"),
                                    ("left_out", "Left out"),
                                ],
                                default="counted",
                                max_length=12,
                                verbose_name="off track in the percentage",
                            ),
                        ),
                        (
                            "at_risk_counting",
                            models.CharField(
                                choices=[
                                    ("on_course", "Counted, on course"),
                                    ("counted", "Counted, not on course"),
                                    ("left_out", "Left out"),
                                ],
                                default="counted",
                                max_length=12,
                                verbose_name="at risk in the percentage",
                            ),
                        ),
                        (
                            "on_track_counting",
                            models.CharField(
                                choices=[
                                    ("on_course", "Counted, on course"),
                                    ("counted", "Counted, not on course"),
                                    ("left_out", "Left out"),
                                ],
                                default="on_course",
                                max_length=12,
                                verbose_name="on track in the percentage",
                            ),
                        ),
                        (
                            "complete_counting",
                            models.CharField(
                                choices=[
                                    ("on_course", "Counted, on course"),
                                    ("counted", "Counted, not on course"),
                                    ("left_out", "Left out"),
                                ],
                                default="on_course",
                                max_length=12,
                                verbose_name="complete in the percentage",
                            ),
                        ),
                        (
                            "not_started_counting",
                            models.CharField(
                                choices=[
                                    ("on_course", "Counted, on course"),
                                    ("counted", "Counted, not on course"),
                                    ("left_out", "Left out"),
                                ],
                                default="counted",
                                max_length=12,
                                verbose_name="not started in the percentage",
                            ),
                        ),
                        (
                            "paused_counting",
                            models.CharField(
                                choices=[
                                    ("on_course", "Counted, on course"),
                                    ("counted", "Counted, not on course"),
                                    ("left_out", "Left out"),
                                ],
                                default="counted",
                                max_length=12,
                                verbose_name="paused in the percentage",
                            ),
                        ),
                        (
                            "stopped_counting",
                            models.CharField(
                                choices=[
                                    ("on_course", "Counted, on course"),
                                    ("counted", "Counted, not on course"),
                                    ("left_out", "Left out"),
                                ],
                                default="counted",
                                max_length=12,
                                verbose_name="stopped in the percentage",
                            ),
                        ),
                        (
                            "no_update_counting",
                            models.CharField(
                                choices=[
                                    ("on_course", "Counted, on course"),
                                    ("counted", "Counted, not on course"),
                                    ("left_out", "Left out"),
                                ],
                                default="counted",
                                max_length=12,
                                verbose_name="no update in the percentage",
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
                        "verbose_name": "historical words of a partnership for statuses",
                        "verbose_name_plural": "historical words of partnerships for statuses",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="programmes__id_3439ce_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Update",
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
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="updates",
                                to="programmes.round",
                            ),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="updates",
                                to="programmes.action",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("not_started", "Not started"),
                                    ("draft", "Draft"),
                                    ("submitted", "Submitted"),
                                    ("returned", "Returned"),
                                    ("signed_off", "Signed off"),
                                ],
                                default="not_started",
                                editable=False,
                                max_length=12,
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("not_started", "Not started"),
                                    ("in_progress", "In progress"),
                                    ("paused", "Paused"),
                                    ("complete", "Complete"),
                                    ("stopped", "Stopped"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "confidence",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("on_track", "On track"),
                                    ("at_risk", "At risk"),
                                    ("off_track", "Off track"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("actual_on", models.DateField(blank=True, null=True, verbose_name="actual date")),
                        (
                            "words",
                            models.TextField(
                                blank=True, max_length=600, verbose_name="what happened and what is next"
                            ),
                        ),
                        (
                            "reason",
                            models.TextField(
                                blank=True, max_length=600, verbose_name="why it is at risk or off track"
                            ),
                        ),
                        (
                            "recovery",
                            models.TextField(blank=True, max_length=600, verbose_name="recovery step"),
                        ),
                        (
                            "recovery_owner",
                            models.CharField(blank=True, max_length=160, verbose_name="who will do it"),
                        ),
                        (
                            "recovery_on",
                            models.DateField(blank=True, null=True, verbose_name="when it will be done"),
                        ),
                        (
                            "help_wanted",
                            models.TextField(
                                blank=True, max_length=600, verbose_name="help or a decision needed"
                            ),
                        ),
                        (
                            "returned_note",
                            models.TextField(
                                blank=True, editable=False, max_length=600, verbose_name="why it was returned"
                            ),
                        ),
                        (
                            "submitted_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("submitted_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnerships.organisation",
                                verbose_name="answered through a link by",
                            ),
                        ),
                        (
                            "signed_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("signed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        ("reopened_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "reopened_why",
                            models.TextField(blank=True, editable=False, verbose_name="why it was reopened"),
                        ),
                        (
                            "due_on",
                            models.DateField(
                                blank=True,
                                editable=False,
                                help_text="Where it has more time than its round.",
                                null=True,
                                verbose_name="due on",
                            ),
                        ),
                        (
                            "forecast_first",
                            models.DateField(blank=True, null=True, verbose_name="forecast date: first day"),
                        ),
                        (
                            "forecast_last",
                            models.DateField(blank=True, null=True, verbose_name="forecast date: last day"),
                        ),
                        (
                            "forecast_wording",
                            models.CharField(blank=True, max_length=60, verbose_name="forecast date"),
                        ),
                    ],
                    options={
                        "ordering": ["round", "action"],
                        "constraints": [
                            models.UniqueConstraint(fields=("round", "action"), name="programmes_update_once")
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalUpdate",
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
                            "state",
                            models.CharField(
                                choices=[
                                    ("not_started", "Not started"),
                                    ("draft", "Draft"),
                                    ("submitted", "Submitted"),
                                    ("returned", "Returned"),
                                    ("signed_off", "Signed off"),
                                ],
                                default="not_started",
                                editable=False,
                                max_length=12,
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("not_started", "Not started"),
                                    ("in_progress", "In progress"),
                                    ("paused", "Paused"),
                                    ("complete", "Complete"),
                                    ("stopped", "Stopped"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "confidence",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("on_track", "On track"),
                                    ("at_risk", "At risk"),
                                    ("off_track", "Off track"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("actual_on", models.DateField(blank=True, null=True, verbose_name="actual date")),
                        (
                            "words",
                            models.TextField(
                                blank=True, max_length=600, verbose_name="what happened and what is next"
                            ),
                        ),
                        (
                            "reason",
                            models.TextField(
                                blank=True, max_length=600, verbose_name="why it is at risk or off track"
                            ),
                        ),
                        (
                            "recovery",
                            models.TextField(blank=True, max_length=600, verbose_name="recovery step"),
                        ),
                        (
                            "recovery_owner",
                            models.CharField(blank=True, max_length=160, verbose_name="who will do it"),
                        ),
                        (
                            "recovery_on",
                            models.DateField(blank=True, null=True, verbose_name="when it will be done"),
                        ),
                        (
                            "help_wanted",
                            models.TextField(
                                blank=True, max_length=600, verbose_name="help or a decision needed"
                            ),
                        ),
                        (
                            "returned_note",
                            models.TextField(
                                blank=True, editable=False, max_length=600, verbose_name="why it was returned"
                            ),
                        ),
                        ("submitted_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        ("signed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        ("reopened_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "reopened_why",
                            models.TextField(blank=True, editable=False, verbose_name="why it was reopened"),
                        ),
                        (
                            "due_on",
                            models.DateField(
                                blank=True,
                                editable=False,
                                help_text="Where it has more time than its round.",
                                null=True,
                                verbose_name="due on",
                            ),
                        ),
                        (
                            "forecast_first",
                            models.DateField(blank=True, null=True, verbose_name="forecast date: first day"),
                        ),
                        (
                            "forecast_last",
                            models.DateField(blank=True, null=True, verbose_name="forecast date: last day"),
                        ),
                        (
                            "forecast_wording",
                            models.CharField(blank=True, max_length=60, verbose_name="forecast date"),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programmes.round",
                            ),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programmes.action",
                            ),
                        ),
                        (
                            "submitted_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.organisation",
                                verbose_name="answered through a link by",
                            ),
                        ),
                        (
                            "signed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
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
                        "verbose_name": "historical update",
                        "verbose_name_plural": "historical updates",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="programmes__id_6313db_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="DateChange",
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
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="date_changes",
                                to="programmes.action",
                            ),
                        ),
                        (
                            "milestone",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="date_changes",
                                to="programmes.milestone",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="date_changes",
                                to="programmes.round",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(default=1)),
                        ("why", models.TextField(verbose_name="reason")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("within_its_quarter", "Within its quarter"),
                                    ("leaves_its_quarter", "Leaves its quarter"),
                                    ("beyond_tolerance", "Beyond tolerance"),
                                ],
                                editable=False,
                                max_length=20,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("applied", "Applied"),
                                    ("proposed", "Proposed"),
                                    ("noted", "Noted"),
                                    ("approved", "Approved"),
                                    ("refused", "Refused"),
                                ],
                                editable=False,
                                max_length=12,
                            ),
                        ),
                        ("asked_on", models.DateField(verbose_name="asked for on")),
                        (
                            "board",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="date_changes",
                                to="partnerships.board",
                            ),
                        ),
                        ("decided_on", models.DateField(blank=True, null=True)),
                        ("minute", models.CharField(blank=True, max_length=60)),
                        (
                            "before_first",
                            models.DateField(blank=True, null=True, verbose_name="date before: first day"),
                        ),
                        (
                            "before_last",
                            models.DateField(blank=True, null=True, verbose_name="date before: last day"),
                        ),
                        (
                            "before_wording",
                            models.CharField(blank=True, max_length=60, verbose_name="date before"),
                        ),
                        (
                            "after_first",
                            models.DateField(blank=True, null=True, verbose_name="date after: first day"),
                        ),
                        (
                            "after_last",
                            models.DateField(blank=True, null=True, verbose_name="date after: last day"),
                        ),
                        (
                            "after_wording",
                            models.CharField(blank=True, max_length=60, verbose_name="date after"),
                        ),
                    ],
                    options={
                        "ordering": ["action", "number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("action", "number"), name="programmes_datechange_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ["approved", "noted"]), _negated=True),
                                    models.Q(("board__isnull", False), ("decided_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="programmes_datechange_decision",
                                violation_error_message="An approved or noted move names the board and the date.",
                            ),
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalDateChange",
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
                        ("number", models.PositiveSmallIntegerField(default=1)),
                        ("why", models.TextField(verbose_name="reason")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("within_its_quarter", "Within its quarter"),
                                    ("leaves_its_quarter", "Leaves its quarter"),
                                    ("beyond_tolerance", "Beyond tolerance"),
                                ],
                                editable=False,
                                max_length=20,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("applied", "Applied"),
                                    ("proposed", "Proposed"),
                                    ("noted", "Noted"),
                                    ("approved", "Approved"),
                                    ("refused", "Refused"),
                                ],
                                editable=False,
                                max_length=12,
                            ),
                        ),
                        ("asked_on", models.DateField(verbose_name="asked for on")),
                        ("decided_on", models.DateField(blank=True, null=True)),
                        ("minute", models.CharField(blank=True, max_length=60)),
                        (
                            "before_first",
                            models.DateField(blank=True, null=True, verbose_name="date before: first day"),
                        ),
                        (
                            "before_last",
                            models.DateField(blank=True, null=True, verbose_name="date before: last day"),
                        ),
                        (
                            "before_wording",
                            models.CharField(blank=True, max_length=60, verbose_name="date before"),
                        ),
                        (
                            "after_first",
                            models.DateField(blank=True, null=True, verbose_name="date after: first day"),
                        ),
                        (
                            "after_last",
                            models.DateField(blank=True, null=True, verbose_name="date after: last day"),
                        ),
                        (
                            "after_wording",
                            models.CharField(blank=True, max_length=60, verbose_name="date after"),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programmes.action",
                            ),
                        ),
                        (
                            "milestone",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programmes.milestone",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programmes.round",
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
                        "verbose_name": "historical date change",
                        "verbose_name_plural": "historical date changes",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="programmes__id_bc1f6c_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Evidence",
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
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evidence",
                                to="programmes.action",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evidence",
                                to="programmes.round",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(default=1)),
                        ("title", models.CharField(max_length=200)),
                        ("link", models.URLField(blank=True)),
                        (
                            "file",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evidence",
                                to="core.file",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "evidence",
                        "ordering": ["action", "number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("action", "number"), name="programmes_evidence_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("link", ""), _negated=True),
                                    ("file__isnull", False),
                                    _connector="OR",
                                ),
                                name="programmes_evidence_something",
                                violation_error_message="Give a link or a file.",
                            ),
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalEvidence",
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
                        ("number", models.PositiveSmallIntegerField(default=1)),
                        ("title", models.CharField(max_length=200)),
                        ("link", models.URLField(blank=True)),
                        (
                            "action",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programmes.action",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programmes.round",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="core.file",
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
                        "verbose_name": "historical evidence",
                        "verbose_name_plural": "historical evidence",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="programmes__id_a21931_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Draft",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "update",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="drafts",
                                to="programmes.update",
                            ),
                        ),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("typed", models.JSONField(default=dict)),
                        ("version", models.PositiveIntegerField()),
                        ("saved_at", models.DateTimeField()),
                        ("is_ready", models.BooleanField(default=False)),
                    ],
                    options={
                        "ordering": ["update", "author"],
                        "constraints": [
                            models.UniqueConstraint(fields=("update", "author"), name="programmes_draft_once")
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="ImpactAssessment",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("equality", "Equality"),
                                    ("climate", "Climate"),
                                    ("other", "Other"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="impact_assessments",
                                to="programmes.action",
                            ),
                        ),
                        (
                            "subject",
                            models.CharField(
                                blank=True,
                                help_text="Where it is no action of the plan.",
                                max_length=200,
                                verbose_name="what it is about",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("not_needed", "Not needed"),
                                    ("to_do", "To do"),
                                    ("preliminary", "Preliminary"),
                                    ("done", "Done"),
                                ],
                                default="to_do",
                                max_length=12,
                            ),
                        ),
                        ("because", models.TextField(blank=True, verbose_name="why not, or what is known")),
                        (
                            "done_on",
                            models.DateField(blank=True, help_text="Empty means not stated.", null=True),
                        ),
                        (
                            "due_first",
                            models.DateField(blank=True, null=True, verbose_name="to do by: first day"),
                        ),
                        (
                            "due_last",
                            models.DateField(blank=True, null=True, verbose_name="to do by: last day"),
                        ),
                        ("due_wording", models.CharField(blank=True, max_length=60, verbose_name="to do by")),
                    ],
                    options={
                        "ordering": ["partnership", "kind", "reference"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "reference"),
                                name="programmes_impactassessment_reference",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("action__isnull", False), ("subject", "")),
                                    models.Q(("action", None), models.Q(("subject", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="programmes_impactassessment_one_subject",
                                violation_error_message="Choose an action, or say in words what is assessed; not both.",
                            ),
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalImpactAssessment",
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
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("equality", "Equality"),
                                    ("climate", "Climate"),
                                    ("other", "Other"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "subject",
                            models.CharField(
                                blank=True,
                                help_text="Where it is no action of the plan.",
                                max_length=200,
                                verbose_name="what it is about",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("not_needed", "Not needed"),
                                    ("to_do", "To do"),
                                    ("preliminary", "Preliminary"),
                                    ("done", "Done"),
                                ],
                                default="to_do",
                                max_length=12,
                            ),
                        ),
                        ("because", models.TextField(blank=True, verbose_name="why not, or what is known")),
                        (
                            "done_on",
                            models.DateField(blank=True, help_text="Empty means not stated.", null=True),
                        ),
                        (
                            "due_first",
                            models.DateField(blank=True, null=True, verbose_name="to do by: first day"),
                        ),
                        (
                            "due_last",
                            models.DateField(blank=True, null=True, verbose_name="to do by: last day"),
                        ),
                        ("due_wording", models.CharField(blank=True, max_length=60, verbose_name="to do by")),
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
                            "action",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programmes.action",
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
                        "verbose_name": "historical impact assessment",
                        "verbose_name_plural": "historical impact assessments",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="programmes__id_ad2533_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="PlanImport",
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
                                related_name="plan_imports",
                                to="partnerships.partnership",
                            ),
                        ),
                        ("number", models.PositiveIntegerField(default=1)),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                help_text="Empty until it is done.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="imports",
                                to="programmes.plan",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.file",
                            ),
                        ),
                        (
                            "read",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.file",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("waiting", "Waiting"), ("done", "Done"), ("undone", "Undone")],
                                default="waiting",
                                editable=False,
                                max_length=8,
                            ),
                        ),
                        ("sheets", models.JSONField(default=list, editable=False)),
                        (
                            "columns",
                            models.JSONField(
                                default=dict, editable=False, verbose_name="what its columns mean"
                            ),
                        ),
                        (
                            "filled_down",
                            models.JSONField(
                                default=list,
                                editable=False,
                                verbose_name="columns that repeat the cell above",
                            ),
                        ),
                        (
                            "answers",
                            models.JSONField(
                                default=dict, editable=False, verbose_name="what its words mean"
                            ),
                        ),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                editable=False, null=True, verbose_name="financial year"
                            ),
                        ),
                        (
                            "quarter_number",
                            models.PositiveSmallIntegerField(
                                editable=False, null=True, verbose_name="quarter"
                            ),
                        ),
                        (
                            "reason",
                            models.TextField(blank=True, editable=False, verbose_name="why dates move"),
                        ),
                        (
                            "counts",
                            models.JSONField(
                                default=dict, editable=False, verbose_name="rows by what became of them"
                            ),
                        ),
                        ("done_change", models.UUIDField(editable=False, null=True)),
                        ("done_at", models.DateTimeField(editable=False, null=True)),
                        (
                            "done_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "import of a plan",
                        "verbose_name_plural": "imports of plans",
                        "ordering": ["partnership", "-number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "number"), name="programmes_planimport_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPlanImport",
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
                        ("number", models.PositiveIntegerField(default=1)),
                        (
                            "state",
                            models.CharField(
                                choices=[("waiting", "Waiting"), ("done", "Done"), ("undone", "Undone")],
                                default="waiting",
                                editable=False,
                                max_length=8,
                            ),
                        ),
                        ("sheets", models.JSONField(default=list, editable=False)),
                        (
                            "columns",
                            models.JSONField(
                                default=dict, editable=False, verbose_name="what its columns mean"
                            ),
                        ),
                        (
                            "filled_down",
                            models.JSONField(
                                default=list,
                                editable=False,
                                verbose_name="columns that repeat the cell above",
                            ),
                        ),
                        (
                            "answers",
                            models.JSONField(
                                default=dict, editable=False, verbose_name="what its words mean"
                            ),
                        ),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                editable=False, null=True, verbose_name="financial year"
                            ),
                        ),
                        (
                            "quarter_number",
                            models.PositiveSmallIntegerField(
                                editable=False, null=True, verbose_name="quarter"
                            ),
                        ),
                        (
                            "reason",
                            models.TextField(blank=True, editable=False, verbose_name="why dates move"),
                        ),
                        (
                            "counts",
                            models.JSONField(
                                default=dict, editable=False, verbose_name="rows by what became of them"
                            ),
                        ),
                        ("done_change", models.UUIDField(editable=False, null=True)),
                        ("done_at", models.DateTimeField(editable=False, null=True)),
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
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                help_text="Empty until it is done.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programmes.plan",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="core.file",
                            ),
                        ),
                        (
                            "read",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="core.file",
                            ),
                        ),
                        (
                            "done_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
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
                        "verbose_name": "historical import of a plan",
                        "verbose_name_plural": "historical imports of plans",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="programmes__id_75b35d_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="SheetLayout",
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
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sheet_layout",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "sheet",
                            models.CharField(
                                blank=True, help_text="What its sheet is called.", max_length=200
                            ),
                        ),
                        (
                            "headings",
                            models.JSONField(
                                default=list, editable=False, verbose_name="headings in their order"
                            ),
                        ),
                        (
                            "columns",
                            models.JSONField(
                                default=dict, editable=False, verbose_name="what its columns mean"
                            ),
                        ),
                        (
                            "references",
                            models.JSONField(
                                default=list, editable=False, verbose_name="actions in their order"
                            ),
                        ),
                        (
                            "filled_down",
                            models.JSONField(
                                default=list,
                                editable=False,
                                verbose_name="columns that repeat the cell above",
                            ),
                        ),
                        (
                            "answers",
                            models.JSONField(
                                default=dict, editable=False, verbose_name="what its words mean"
                            ),
                        ),
                        (
                            "words",
                            models.JSONField(
                                default=dict, editable=False, verbose_name="its own words for statuses"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "layout of a spreadsheet",
                        "verbose_name_plural": "layouts of spreadsheets",
                        "ordering": ["partnership"],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalSheetLayout",
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
                            "sheet",
                            models.CharField(
                                blank=True, help_text="What its sheet is called.", max_length=200
                            ),
                        ),
                        (
                            "headings",
                            models.JSONField(
                                default=list, editable=False, verbose_name="headings in their order"
                            ),
                        ),
                        (
                            "columns",
                            models.JSONField(
                                default=dict, editable=False, verbose_name="what its columns mean"
                            ),
                        ),
                        (
                            "references",
                            models.JSONField(
                                default=list, editable=False, verbose_name="actions in their order"
                            ),
                        ),
                        (
                            "filled_down",
                            models.JSONField(
                                default=list,
                                editable=False,
                                verbose_name="columns that repeat the cell above",
                            ),
                        ),
                        (
                            "answers",
                            models.JSONField(
                                default=dict, editable=False, verbose_name="what its words mean"
                            ),
                        ),
                        (
                            "words",
                            models.JSONField(
                                default=dict, editable=False, verbose_name="its own words for statuses"
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
                        "verbose_name": "historical layout of a spreadsheet",
                        "verbose_name_plural": "historical layouts of spreadsheets",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="programmes__id_8fde41_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Dependency",
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
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="dependencies",
                                to="programmes.action",
                            ),
                        ),
                        (
                            "needs",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="needed_by",
                                to="programmes.action",
                                verbose_name="action it waits for",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(blank=True, max_length=200, verbose_name="why it has to wait"),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "dependencies",
                        "ordering": ["action", "needs"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("action", "needs"), name="programmes_dependency_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalDependency",
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
                            "note",
                            models.CharField(blank=True, max_length=200, verbose_name="why it has to wait"),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programmes.action",
                            ),
                        ),
                        (
                            "needs",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programmes.action",
                                verbose_name="action it waits for",
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
                        "verbose_name": "historical dependency",
                        "verbose_name_plural": "historical dependencies",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="programmes__id_0e32b1_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Objective",
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
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="objectives",
                                to="partnerships.organisation",
                            ),
                        ),
                        ("wording", models.CharField(max_length=300, verbose_name="objective")),
                        (
                            "document",
                            models.CharField(
                                blank=True,
                                help_text="For example: Council plan 2024 to 2028.",
                                max_length=160,
                                verbose_name="corporate plan",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["partnership", "organisation", "reference"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "reference"), name="programmes_objective_reference"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalObjective",
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
                        ("wording", models.CharField(max_length=300, verbose_name="objective")),
                        (
                            "document",
                            models.CharField(
                                blank=True,
                                help_text="For example: Council plan 2024 to 2028.",
                                max_length=160,
                                verbose_name="corporate plan",
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
                        "verbose_name": "historical objective",
                        "verbose_name_plural": "historical objectives",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="programmes__id_873501_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Purpose",
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
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="purposes",
                                to="programmes.action",
                            ),
                        ),
                        (
                            "strategy",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="served_by",
                                to="partnerships.strategy",
                            ),
                        ),
                        (
                            "objective",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="served_by",
                                to="programmes.objective",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["action", "strategy", "objective"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("action", "strategy"), name="programmes_purpose_strategy_once"
                            ),
                            models.UniqueConstraint(
                                fields=("action", "objective"), name="programmes_purpose_objective_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("objective", None), ("strategy__isnull", False)),
                                    models.Q(("objective__isnull", False), ("strategy", None)),
                                    _connector="OR",
                                ),
                                name="programmes_purpose_one_of_two",
                                violation_error_message="Choose a strategy or an objective, one of the two.",
                            ),
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPurpose",
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
                            "action",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programmes.action",
                            ),
                        ),
                        (
                            "strategy",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.strategy",
                            ),
                        ),
                        (
                            "objective",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programmes.objective",
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
                        "verbose_name": "historical purpose",
                        "verbose_name_plural": "historical purposes",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="programmes__id_b37eca_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Measure",
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
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="measures",
                                to="programmes.plan",
                            ),
                        ),
                        (
                            "theme",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="measures",
                                to="partnerships.theme",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="measures",
                                to="partnerships.organisation",
                                verbose_name="owner organisation",
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("definition", models.TextField(blank=True)),
                        (
                            "unit",
                            models.CharField(help_text="For example: homes, %, £, days.", max_length=40),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("performance", "Performance"), ("population", "Population")],
                                default="performance",
                                help_text="Somebody answers for a performance measure; nobody alone for a population measure.",
                                max_length=12,
                            ),
                        ),
                        (
                            "direction",
                            models.CharField(
                                choices=[
                                    ("higher_is_better", "Higher is better"),
                                    ("lower_is_better", "Lower is better"),
                                    ("neither", "Neither"),
                                ],
                                default="higher_is_better",
                                max_length=20,
                                verbose_name="which way is good",
                            ),
                        ),
                        (
                            "frequency",
                            models.CharField(
                                choices=[("quarterly", "Quarterly"), ("yearly", "Yearly")],
                                default="quarterly",
                                max_length=10,
                                verbose_name="how often",
                            ),
                        ),
                        (
                            "days_to_report",
                            models.PositiveSmallIntegerField(
                                default=30,
                                help_text="After the end of the period. Until then a missing figure is not missing.",
                                validators=[django.core.validators.MaxValueValidator(730)],
                                verbose_name="days until its figure is owed",
                            ),
                        ),
                        (
                            "numerator",
                            models.CharField(blank=True, max_length=200, verbose_name="what is counted"),
                        ),
                        (
                            "denominator",
                            models.CharField(blank=True, max_length=200, verbose_name="out of what"),
                        ),
                        (
                            "per",
                            models.DecimalField(
                                decimal_places=4,
                                default=Decimal("1"),
                                help_text="What the share is multiplied by: 100 for a percentage, 1,000 for a rate per thousand.",
                                max_digits=16,
                                validators=[django.core.validators.MinValueValidator(Decimal("0.0001"))],
                                verbose_name="times",
                            ),
                        ),
                        (
                            "data_source",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="where its figures come from"
                            ),
                        ),
                        (
                            "baseline",
                            models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True),
                        ),
                        (
                            "baseline_when",
                            models.CharField(
                                blank=True,
                                help_text="For example: 2024/25.",
                                max_length=60,
                                verbose_name="when the baseline was measured",
                            ),
                        ),
                        (
                            "tolerance",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                help_text="How far short of its target a figure may be, in the measure's own unit.",
                                max_digits=16,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["partnership", "reference"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "reference"), name="programmes_measure_reference"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalMeasure",
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
                        ("definition", models.TextField(blank=True)),
                        (
                            "unit",
                            models.CharField(help_text="For example: homes, %, £, days.", max_length=40),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("performance", "Performance"), ("population", "Population")],
                                default="performance",
                                help_text="Somebody answers for a performance measure; nobody alone for a population measure.",
                                max_length=12,
                            ),
                        ),
                        (
                            "direction",
                            models.CharField(
                                choices=[
                                    ("higher_is_better", "Higher is better"),
                                    ("lower_is_better", "Lower is better"),
                                    ("neither", "Neither"),
                                ],
                                default="higher_is_better",
                                max_length=20,
                                verbose_name="which way is good",
                            ),
                        ),
                        (
                            "frequency",
                            models.CharField(
                                choices=[("quarterly", "Quarterly"), ("yearly", "Yearly")],
                                default="quarterly",
                                max_length=10,
                                verbose_name="how often",
                            ),
                        ),
                        (
                            "days_to_report",
                            models.PositiveSmallIntegerField(
                                default=30,
                                help_text="After the end of the period. Until then a missing figure is not missing.",
                                validators=[django.core.validators.MaxValueValidator(730)],
                                verbose_name="days until its figure is owed",
                            ),
                        ),
                        (
                            "numerator",
                            models.CharField(blank=True, max_length=200, verbose_name="what is counted"),
                        ),
                        (
                            "denominator",
                            models.CharField(blank=True, max_length=200, verbose_name="out of what"),
                        ),
                        (
                            "per",
                            models.DecimalField(
                                decimal_places=4,
                                default=Decimal("1"),
                                help_text="What the share is multiplied by: 100 for a percentage, 1,000 for a rate per thousand.",
                                max_digits=16,
                                validators=[django.core.validators.MinValueValidator(Decimal("0.0001"))],
                                verbose_name="times",
                            ),
                        ),
                        (
                            "data_source",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="where its figures come from"
                            ),
                        ),
                        (
                            "baseline",
                            models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True),
                        ),
                        (
                            "baseline_when",
                            models.CharField(
                                blank=True,
                                help_text="For example: 2024/25.",
                                max_length=60,
                                verbose_name="when the baseline was measured",
                            ),
                        ),
                        (
                            "tolerance",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                help_text="How far short of its target a figure may be, in the measure's own unit.",
                                max_digits=16,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
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
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programmes.plan",
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
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.organisation",
                                verbose_name="owner organisation",
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
                        "verbose_name": "historical measure",
                        "verbose_name_plural": "historical measures",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="programmes__id_792ea1_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Reading",
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
                            "measure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="readings",
                                to="programmes.measure",
                            ),
                        ),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(2000),
                                    django.core.validators.MaxValueValidator(2100),
                                ],
                                verbose_name="financial year",
                            ),
                        ),
                        (
                            "quarter_number",
                            models.PositiveSmallIntegerField(
                                default=0,
                                help_text="0 means the whole year.",
                                validators=[django.core.validators.MaxValueValidator(4)],
                                verbose_name="quarter",
                            ),
                        ),
                        (
                            "target",
                            models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True),
                        ),
                        (
                            "tolerance",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                help_text="Empty means the measure's own.",
                                max_digits=16,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                            ),
                        ),
                        (
                            "numerator",
                            models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True),
                        ),
                        (
                            "denominator",
                            models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True),
                        ),
                        (
                            "actual",
                            models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True),
                        ),
                        (
                            "year_end_forecast",
                            models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True),
                        ),
                        ("note", models.CharField(blank=True, max_length=300)),
                    ],
                    options={
                        "ordering": ["measure", "year", "quarter_number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("measure", "year", "quarter_number"),
                                name="programmes_reading_once",
                                violation_error_message="This measure has figures for that period already. Change those.",
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalReading",
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
                            "year",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(2000),
                                    django.core.validators.MaxValueValidator(2100),
                                ],
                                verbose_name="financial year",
                            ),
                        ),
                        (
                            "quarter_number",
                            models.PositiveSmallIntegerField(
                                default=0,
                                help_text="0 means the whole year.",
                                validators=[django.core.validators.MaxValueValidator(4)],
                                verbose_name="quarter",
                            ),
                        ),
                        (
                            "target",
                            models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True),
                        ),
                        (
                            "tolerance",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                help_text="Empty means the measure's own.",
                                max_digits=16,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                            ),
                        ),
                        (
                            "numerator",
                            models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True),
                        ),
                        (
                            "denominator",
                            models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True),
                        ),
                        (
                            "actual",
                            models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True),
                        ),
                        (
                            "year_end_forecast",
                            models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True),
                        ),
                        ("note", models.CharField(blank=True, max_length=300)),
                        (
                            "measure",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programmes.measure",
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
                        "verbose_name": "historical reading",
                        "verbose_name_plural": "historical readings",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="programmes__id_8c0514_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="SavedView",
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
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="saved_views",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("name", models.CharField(max_length=80)),
                        (
                            "query",
                            models.CharField(
                                blank=True, editable=False, max_length=500, verbose_name="filters"
                            ),
                        ),
                        (
                            "shared",
                            models.BooleanField(
                                default=False,
                                help_text="Otherwise only you see it.",
                                verbose_name="for everybody who reads the plan",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["partnership", "name", "reference"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "reference"), name="programmes_savedview_reference"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalSavedView",
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
                        ("name", models.CharField(max_length=80)),
                        (
                            "query",
                            models.CharField(
                                blank=True, editable=False, max_length=500, verbose_name="filters"
                            ),
                        ),
                        (
                            "shared",
                            models.BooleanField(
                                default=False,
                                help_text="Otherwise only you see it.",
                                verbose_name="for everybody who reads the plan",
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
                            "owner",
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
                        "verbose_name": "historical saved view",
                        "verbose_name_plural": "historical saved views",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="programmes__id_31fc6d_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
            ],
        ),
    ]
