"""The first tables, with their constraints and indexes: SQLite would copy a table for each one added later."""

import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import core.change
import core.domain.status
import programmes.domain.rounds
import programmes.models.measure


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0002_cache_table"),
        ("core", "__first__"),
        ("partnerships", "0001_first_tables"),
    ]

    operations = [
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
                    models.DateField(blank=True, editable=False, null=True, verbose_name="actual date"),
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
                        default=core.domain.status.Stage["NOT_STARTED"],
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
                ("starts_first", models.DateField(blank=True, null=True, verbose_name="starts: first day")),
                ("starts_last", models.DateField(blank=True, null=True, verbose_name="starts: last day")),
                ("starts_wording", models.CharField(blank=True, max_length=60, verbose_name="starts")),
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
                ("current_wording", models.CharField(blank=True, max_length=60, verbose_name="current date")),
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
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="partnerships.partnership",
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
            ],
            options={
                "ordering": ["partnership", "reference"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("partnership", "reference"), name="programmes_action_reference"
                    )
                ],
            },
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
                ("number", models.PositiveSmallIntegerField(default=1)),
                ("title", models.CharField(max_length=200)),
                ("actual_on", models.DateField(blank=True, null=True, verbose_name="actual date")),
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
                ("current_wording", models.CharField(blank=True, max_length=60, verbose_name="current date")),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="milestones",
                        to="programmes.action",
                    ),
                ),
            ],
            options={
                "ordering": ["action", "number"],
                "constraints": [
                    models.UniqueConstraint(fields=("action", "number"), name="programmes_milestone_once")
                ],
            },
        ),
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
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="partnerships.partnership",
                    ),
                ),
                (
                    "theme_set",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="partnerships.themeset",
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
            },
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
                ("unit", models.CharField(max_length=40)),
                (
                    "kind",
                    models.CharField(
                        choices=[("performance", "Performance"), ("population", "Population")],
                        default=programmes.models.measure.Measure.Kind["PERFORMANCE"],
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
                        default=programmes.models.measure.Measure.Direction["UP"],
                        max_length=20,
                    ),
                ),
                ("baseline", models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True)),
                ("tolerance", models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True)),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="partnerships.partnership",
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
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measures",
                        to="programmes.plan",
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
            },
        ),
        migrations.CreateModel(
            name="HistoricalRound",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "change_set",
                    models.UUIDField(db_index=True, default=core.change.current_change_set, editable=False),
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
                ("history_change_reason", models.TextField(blank=True, default="", verbose_name="reason")),
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
                        default=programmes.domain.rounds.RoundState["PLANNED"],
                        editable=False,
                        max_length=12,
                    ),
                ),
                ("opens_on", models.DateField(blank=True, null=True)),
                ("due_on", models.DateField(blank=True, null=True)),
                ("sign_off_on", models.DateField(blank=True, null=True, verbose_name="sign off by")),
                ("lock_on", models.DateField(blank=True, null=True, verbose_name="locks on")),
                ("locked_at", models.DateTimeField(blank=True, editable=False, null=True)),
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
            ],
            options={
                "verbose_name": "historical round",
                "verbose_name_plural": "historical rounds",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["id", "history_date"], name="programmes__id_74e934_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMeasure",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "change_set",
                    models.UUIDField(db_index=True, default=core.change.current_change_set, editable=False),
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
                ("history_change_reason", models.TextField(blank=True, default="", verbose_name="reason")),
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
                ("unit", models.CharField(max_length=40)),
                (
                    "kind",
                    models.CharField(
                        choices=[("performance", "Performance"), ("population", "Population")],
                        default=programmes.models.measure.Measure.Kind["PERFORMANCE"],
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
                        default=programmes.models.measure.Measure.Direction["UP"],
                        max_length=20,
                    ),
                ),
                ("baseline", models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True)),
                ("tolerance", models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True)),
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
            ],
            options={
                "verbose_name": "historical measure",
                "verbose_name_plural": "historical measures",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["id", "history_date"], name="programmes__id_792ea1_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="action",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="actions", to="programmes.plan"
            ),
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
                ("target", models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True)),
                ("actual", models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True)),
                (
                    "year_end_forecast",
                    models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True),
                ),
                ("note", models.CharField(blank=True, max_length=300)),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="readings",
                        to="programmes.measure",
                    ),
                ),
            ],
            options={
                "ordering": ["measure", "year", "quarter_number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("measure", "year", "quarter_number"), name="programmes_reading_once"
                    )
                ],
            },
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
                        default=programmes.domain.rounds.RoundState["PLANNED"],
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rounds",
                        to="programmes.plan",
                    ),
                ),
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
                        condition=models.Q(("state", programmes.domain.rounds.RoundState["OPEN"])),
                        fields=("plan",),
                        name="programmes_round_one_open",
                        violation_error_message="Another round of this plan is open. Close it first.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalUpdate",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "change_set",
                    models.UUIDField(db_index=True, default=core.change.current_change_set, editable=False),
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
                ("history_change_reason", models.TextField(blank=True, default="", verbose_name="reason")),
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
                        default=programmes.domain.rounds.UpdateState["NOT_STARTED"],
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
                ("recovery", models.TextField(blank=True, max_length=600, verbose_name="recovery step")),
                (
                    "recovery_owner",
                    models.CharField(blank=True, max_length=160, verbose_name="who will do it"),
                ),
                ("recovery_on", models.DateField(blank=True, null=True, verbose_name="when it will be done")),
                (
                    "help_wanted",
                    models.TextField(blank=True, max_length=600, verbose_name="help or a decision needed"),
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
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            ],
            options={
                "verbose_name": "historical update",
                "verbose_name_plural": "historical updates",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["id", "history_date"], name="programmes__id_6313db_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalEvidence",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "change_set",
                    models.UUIDField(db_index=True, default=core.change.current_change_set, editable=False),
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
                ("history_change_reason", models.TextField(blank=True, default="", verbose_name="reason")),
                ("number", models.PositiveSmallIntegerField(default=1)),
                ("title", models.CharField(max_length=200)),
                ("link", models.URLField(blank=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            ],
            options={
                "verbose_name": "historical evidence",
                "verbose_name_plural": "historical evidence",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["id", "history_date"], name="programmes__id_a21931_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDateChange",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "change_set",
                    models.UUIDField(db_index=True, default=core.change.current_change_set, editable=False),
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
                ("history_change_reason", models.TextField(blank=True, default="", verbose_name="reason")),
                ("number", models.PositiveSmallIntegerField(default=1)),
                ("why", models.TextField(verbose_name="reason")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("within_its_quarter", "Within its quarter"),
                            ("leaves_its_quarter", "Leaves its quarter"),
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
                ("before_wording", models.CharField(blank=True, max_length=60, verbose_name="date before")),
                (
                    "after_first",
                    models.DateField(blank=True, null=True, verbose_name="date after: first day"),
                ),
                ("after_last", models.DateField(blank=True, null=True, verbose_name="date after: last day")),
                ("after_wording", models.CharField(blank=True, max_length=60, verbose_name="date after")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            ],
            options={
                "verbose_name": "historical date change",
                "verbose_name_plural": "historical date changes",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["id", "history_date"], name="programmes__id_bc1f6c_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAction",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "change_set",
                    models.UUIDField(db_index=True, default=core.change.current_change_set, editable=False),
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
                ("history_change_reason", models.TextField(blank=True, default="", verbose_name="reason")),
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
                    models.DateField(blank=True, editable=False, null=True, verbose_name="actual date"),
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
                        default=core.domain.status.Stage["NOT_STARTED"],
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
                ("starts_first", models.DateField(blank=True, null=True, verbose_name="starts: first day")),
                ("starts_last", models.DateField(blank=True, null=True, verbose_name="starts: last day")),
                ("starts_wording", models.CharField(blank=True, max_length=60, verbose_name="starts")),
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
                ("current_wording", models.CharField(blank=True, max_length=60, verbose_name="current date")),
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
            ],
            options={
                "verbose_name": "historical action",
                "verbose_name_plural": "historical actions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["id", "history_date"], name="programmes__id_a8a2f4_idx")],
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
                ("number", models.PositiveSmallIntegerField(default=1)),
                ("title", models.CharField(max_length=200)),
                ("link", models.URLField(blank=True)),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="programmes.action",
                    ),
                ),
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
            ],
            options={
                "verbose_name_plural": "evidence",
                "ordering": ["action", "number"],
                "constraints": [
                    models.UniqueConstraint(fields=("action", "number"), name="programmes_evidence_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("link", ""), _negated=True), ("file__isnull", False), _connector="OR"
                        ),
                        name="programmes_evidence_something",
                        violation_error_message="Give a link or a file.",
                    ),
                ],
            },
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
                ("number", models.PositiveSmallIntegerField(default=1)),
                ("why", models.TextField(verbose_name="reason")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("within_its_quarter", "Within its quarter"),
                            ("leaves_its_quarter", "Leaves its quarter"),
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
                ("before_wording", models.CharField(blank=True, max_length=60, verbose_name="date before")),
                (
                    "after_first",
                    models.DateField(blank=True, null=True, verbose_name="date after: first day"),
                ),
                ("after_last", models.DateField(blank=True, null=True, verbose_name="date after: last day")),
                ("after_wording", models.CharField(blank=True, max_length=60, verbose_name="date after")),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="date_changes",
                        to="programmes.action",
                    ),
                ),
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
            ],
            options={
                "ordering": ["action", "number"],
                "constraints": [
                    models.UniqueConstraint(fields=("action", "number"), name="programmes_datechange_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "approved"), _negated=True),
                            models.Q(("board__isnull", False), ("decided_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="programmes_datechange_decision",
                        violation_error_message="An approved move names the board that decided and the date.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="action",
            name="reported_in",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="programmes.round",
            ),
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
                ("contribution", models.CharField(blank=True, max_length=200, verbose_name="what it does")),
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
            ],
            options={
                "ordering": ["action", "organisation"],
                "constraints": [
                    models.UniqueConstraint(fields=("action", "organisation"), name="programmes_support_once")
                ],
            },
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
                    "state",
                    models.CharField(
                        choices=[
                            ("not_started", "Not started"),
                            ("draft", "Draft"),
                            ("submitted", "Submitted"),
                            ("returned", "Returned"),
                            ("signed_off", "Signed off"),
                        ],
                        default=programmes.domain.rounds.UpdateState["NOT_STARTED"],
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
                ("recovery", models.TextField(blank=True, max_length=600, verbose_name="recovery step")),
                (
                    "recovery_owner",
                    models.CharField(blank=True, max_length=160, verbose_name="who will do it"),
                ),
                ("recovery_on", models.DateField(blank=True, null=True, verbose_name="when it will be done")),
                (
                    "help_wanted",
                    models.TextField(blank=True, max_length=600, verbose_name="help or a decision needed"),
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
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="updates",
                        to="programmes.action",
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
            ],
            options={
                "ordering": ["round", "action"],
                "constraints": [
                    models.UniqueConstraint(fields=("round", "action"), name="programmes_update_once")
                ],
            },
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
                ("typed", models.JSONField(default=dict)),
                ("version", models.PositiveIntegerField()),
                ("saved_at", models.DateTimeField()),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            ],
            options={
                "ordering": ["update", "author"],
                "constraints": [
                    models.UniqueConstraint(fields=("update", "author"), name="programmes_draft_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalMilestone",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "change_set",
                    models.UUIDField(db_index=True, default=core.change.current_change_set, editable=False),
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
                ("history_change_reason", models.TextField(blank=True, default="", verbose_name="reason")),
                ("number", models.PositiveSmallIntegerField(default=1)),
                ("title", models.CharField(max_length=200)),
                ("actual_on", models.DateField(blank=True, null=True, verbose_name="actual date")),
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
                ("current_wording", models.CharField(blank=True, max_length=60, verbose_name="current date")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                "indexes": [models.Index(fields=["id", "history_date"], name="programmes__id_cca40c_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPlan",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "change_set",
                    models.UUIDField(db_index=True, default=core.change.current_change_set, editable=False),
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
                ("history_change_reason", models.TextField(blank=True, default="", verbose_name="reason")),
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
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
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
            ],
            options={
                "verbose_name": "historical plan",
                "verbose_name_plural": "historical plans",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["id", "history_date"], name="programmes__id_ea138e_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSupport",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "change_set",
                    models.UUIDField(db_index=True, default=core.change.current_change_set, editable=False),
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
                ("history_change_reason", models.TextField(blank=True, default="", verbose_name="reason")),
                ("contribution", models.CharField(blank=True, max_length=200, verbose_name="what it does")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            ],
            options={
                "verbose_name": "historical support",
                "verbose_name_plural": "historical supports",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["id", "history_date"], name="programmes__id_2781bf_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalReading",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "change_set",
                    models.UUIDField(db_index=True, default=core.change.current_change_set, editable=False),
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
                ("history_change_reason", models.TextField(blank=True, default="", verbose_name="reason")),
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
                ("target", models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True)),
                ("actual", models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True)),
                (
                    "year_end_forecast",
                    models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True),
                ),
                ("note", models.CharField(blank=True, max_length=300)),
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
            ],
            options={
                "verbose_name": "historical reading",
                "verbose_name_plural": "historical readings",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["id", "history_date"], name="programmes__id_8c0514_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
    ]
