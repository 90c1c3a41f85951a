"""The first tables, with their constraints and indexes: SQLite would copy a table for each one added later."""

from decimal import Decimal

import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import core.change
import funding.domain.contribution
import funding.domain.option
import funding.domain.reconcile
import funding.models.phase
import funding.models.source
import funding.models.split


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "__first__"),
        ("partnerships", "0001_first_tables"),
        ("programmes", "0001_first_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Phase",
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("agreed_in_principle", "Agreed in principle"),
                            ("agreed", "Agreed"),
                            ("ended", "Ended"),
                            ("not_stated", "Not stated"),
                        ],
                        default=funding.models.phase.Phase.State["PROPOSED"],
                        max_length=20,
                    ),
                ),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "months_charged",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="When the phase is charged for part of a year of cost.",
                        null=True,
                        verbose_name="months charged",
                    ),
                ),
                ("note", models.TextField(blank=True)),
                (
                    "period_first",
                    models.DateField(blank=True, null=True, verbose_name="period as printed: first day"),
                ),
                (
                    "period_last",
                    models.DateField(blank=True, null=True, verbose_name="period as printed: last day"),
                ),
                (
                    "period_wording",
                    models.CharField(blank=True, max_length=60, verbose_name="period as printed"),
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
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="phases",
                        to="programmes.plan",
                    ),
                ),
            ],
            options={
                "ordering": ["partnership", "starts_on", "reference"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("partnership", "reference"), name="funding_phase_reference"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("starts_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="funding_phase_ends_after_start",
                        violation_error_message="The phase must end on or after the day it starts.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Option",
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
                ("order", models.PositiveSmallIntegerField(default=1)),
                ("name", models.CharField(max_length=160)),
                (
                    "state",
                    models.CharField(
                        choices=[("proposed", "Proposed"), ("agreed", "Agreed"), ("not_taken", "Not taken")],
                        default=funding.domain.option.OptionState["PROPOSED"],
                        max_length=12,
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("minute", models.CharField(blank=True, max_length=60)),
                (
                    "board",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="options",
                        to="partnerships.board",
                        verbose_name="decided by",
                    ),
                ),
                (
                    "phase",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="options",
                        to="funding.phase",
                    ),
                ),
            ],
            options={
                "ordering": ["phase", "order"],
                "constraints": [
                    models.UniqueConstraint(fields=("phase", "order"), name="funding_option_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "agreed")),
                        fields=("phase",),
                        name="funding_option_one_agreed",
                        violation_error_message="Another option for this phase is the agreed one.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "agreed"), _negated=True),
                            models.Q(("board__isnull", False), ("decided_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="funding_option_agreed_by_decision",
                        violation_error_message="An option is agreed by a decision: say which board, and when.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalSplit",
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
                (
                    "total",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=14,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="total (£)",
                    ),
                ),
                (
                    "rule",
                    models.CharField(
                        choices=[
                            ("by_weights", "By weights"),
                            ("by_percentage", "By percentage"),
                            ("equally", "Equally"),
                            ("fixed_sums", "Fixed sums"),
                        ],
                        default=funding.models.split.Split.Rule["WEIGHTS"],
                        max_length=16,
                    ),
                ),
                (
                    "unit",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("0.01"),
                        max_digits=8,
                        validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                        verbose_name="rounded to (£)",
                    ),
                ),
                (
                    "remainder",
                    models.CharField(
                        choices=[
                            ("named_party", "Named party"),
                            ("largest_remainder", "Largest remainder"),
                            ("first_in_order", "First in order"),
                        ],
                        default=funding.models.split.Split.Remainder["NAMED"],
                        max_length=20,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("proposed", "Proposed"), ("agreed", "Agreed"), ("replaced", "Replaced")],
                        default=funding.models.split.Split.State["PROPOSED"],
                        max_length=12,
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True)),
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
                    "phase",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="funding.phase",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical split",
                "verbose_name_plural": "historical splits",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["id", "history_date"], name="funding_his_id_93f9d7_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPost",
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
                ("order", models.PositiveSmallIntegerField(default=1)),
                ("title", models.CharField(max_length=160)),
                ("grade", models.CharField(blank=True, max_length=40)),
                (
                    "number",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("1"),
                        max_digits=6,
                        validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                        verbose_name="number of posts",
                    ),
                ),
                (
                    "unit_cost",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="yearly cost of one post (£, with on-costs)",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        blank=True,
                        help_text="For example permanent, or one-year fixed term.",
                        max_length=120,
                        verbose_name="terms",
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
                    "phase",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="funding.phase",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical post",
                "verbose_name_plural": "historical posts",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["id", "history_date"], name="funding_his_id_d9064d_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOption",
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
                ("order", models.PositiveSmallIntegerField(default=1)),
                ("name", models.CharField(max_length=160)),
                (
                    "state",
                    models.CharField(
                        choices=[("proposed", "Proposed"), ("agreed", "Agreed"), ("not_taken", "Not taken")],
                        default=funding.domain.option.OptionState["PROPOSED"],
                        max_length=12,
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("minute", models.CharField(blank=True, max_length=60)),
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
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="partnerships.board",
                        verbose_name="decided by",
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
                    "phase",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="funding.phase",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical option",
                "verbose_name_plural": "historical options",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["id", "history_date"], name="funding_his_id_6fc6ef_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCostLine",
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
                ("order", models.PositiveSmallIntegerField(default=1)),
                ("name", models.CharField(max_length=200)),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=14,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="yearly amount (£)",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("revenue", "Revenue"), ("capital", "Capital")],
                        default=funding.models.phase.CostLine.Kind["REVENUE"],
                        max_length=10,
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
                (
                    "phase",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="funding.phase",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical cost line",
                "verbose_name_plural": "historical cost lines",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["id", "history_date"], name="funding_his_id_845882_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="CostLine",
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
                ("order", models.PositiveSmallIntegerField(default=1)),
                ("name", models.CharField(max_length=200)),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=14,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="yearly amount (£)",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("revenue", "Revenue"), ("capital", "Capital")],
                        default=funding.models.phase.CostLine.Kind["REVENUE"],
                        max_length=10,
                    ),
                ),
                (
                    "phase",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="funding.phase"
                    ),
                ),
            ],
            options={
                "ordering": ["phase", "order"],
                "constraints": [
                    models.UniqueConstraint(fields=("phase", "order"), name="funding_costline_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Post",
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
                ("order", models.PositiveSmallIntegerField(default=1)),
                ("title", models.CharField(max_length=160)),
                ("grade", models.CharField(blank=True, max_length=40)),
                (
                    "number",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("1"),
                        max_digits=6,
                        validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                        verbose_name="number of posts",
                    ),
                ),
                (
                    "unit_cost",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="yearly cost of one post (£, with on-costs)",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        blank=True,
                        help_text="For example permanent, or one-year fixed term.",
                        max_length=120,
                        verbose_name="terms",
                    ),
                ),
                (
                    "phase",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="posts", to="funding.phase"
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to="partnerships.theme",
                    ),
                ),
            ],
            options={
                "ordering": ["phase", "order"],
                "constraints": [models.UniqueConstraint(fields=("phase", "order"), name="funding_post_once")],
            },
        ),
        migrations.CreateModel(
            name="Source",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("one_off", "One off"),
                            ("recurring", "Recurring"),
                            ("not_stated", "Not stated"),
                        ],
                        default=funding.models.source.Source.Kind["NOT_STATED"],
                        max_length=12,
                    ),
                ),
                (
                    "security",
                    models.CharField(
                        choices=[
                            ("secured", "Secured"),
                            ("unsecured", "Unsecured"),
                            ("in_kind", "In kind"),
                            ("not_stated", "Not stated"),
                        ],
                        default=funding.models.source.Source.Security["NOT_STATED"],
                        max_length=12,
                    ),
                ),
                ("condition", models.TextField(blank=True)),
                (
                    "expires_on",
                    models.DateField(blank=True, help_text="The last day it can be spent.", null=True),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sources",
                        to="partnerships.organisation",
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
            ],
            options={
                "ordering": ["partnership", "reference"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("partnership", "reference"), name="funding_source_reference"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OptionLine",
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
                ("order", models.PositiveSmallIntegerField(default=1)),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=14,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="amount (£)",
                    ),
                ),
                (
                    "printed_percent",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=5,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("0")),
                            django.core.validators.MaxValueValidator(Decimal("100")),
                        ],
                        verbose_name="percentage as printed",
                    ),
                ),
                (
                    "option",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="funding.option"
                    ),
                ),
                (
                    "source_of_money",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="funding.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "ordering": ["option", "order"],
                "constraints": [
                    models.UniqueConstraint(fields=("option", "order"), name="funding_optionline_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalOptionLine",
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
                ("order", models.PositiveSmallIntegerField(default=1)),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=14,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="amount (£)",
                    ),
                ),
                (
                    "printed_percent",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=5,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("0")),
                            django.core.validators.MaxValueValidator(Decimal("100")),
                        ],
                        verbose_name="percentage as printed",
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
                (
                    "option",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="funding.option",
                    ),
                ),
                (
                    "source_of_money",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="funding.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical option line",
                "verbose_name_plural": "historical option lines",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["id", "history_date"], name="funding_his_id_e8c80b_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalContribution",
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
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=14,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="amount (£)",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("agreed_in_principle", "Agreed in principle"),
                            ("committed", "Committed"),
                            ("invoiced", "Invoiced"),
                            ("received", "Received"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default=funding.domain.contribution.ContributionState["PROPOSED"],
                        max_length=20,
                    ),
                ),
                ("state_on", models.DateField(blank=True, null=True, verbose_name="since")),
                ("condition", models.TextField(blank=True)),
                (
                    "condition_met",
                    models.BooleanField(blank=True, help_text="Empty when there is no condition.", null=True),
                ),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("minute", models.CharField(blank=True, max_length=60)),
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
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="partnerships.board",
                        verbose_name="decided by",
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
                    "phase",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="funding.phase",
                    ),
                ),
                (
                    "source_of_money",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="funding.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical contribution",
                "verbose_name_plural": "historical contributions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["id", "history_date"], name="funding_his_id_f586e8_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Contribution",
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
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=14,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="amount (£)",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("agreed_in_principle", "Agreed in principle"),
                            ("committed", "Committed"),
                            ("invoiced", "Invoiced"),
                            ("received", "Received"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default=funding.domain.contribution.ContributionState["PROPOSED"],
                        max_length=20,
                    ),
                ),
                ("state_on", models.DateField(blank=True, null=True, verbose_name="since")),
                ("condition", models.TextField(blank=True)),
                (
                    "condition_met",
                    models.BooleanField(blank=True, help_text="Empty when there is no condition.", null=True),
                ),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("minute", models.CharField(blank=True, max_length=60)),
                (
                    "board",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="partnerships.board",
                        verbose_name="decided by",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="partnerships.organisation",
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
                    "phase",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="funding.phase",
                    ),
                ),
                (
                    "source_of_money",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="funding.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "ordering": ["partnership", "phase", "reference"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("partnership", "reference"), name="funding_contribution_reference"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("condition", ""),
                            ("condition_met", True),
                            models.Q(("state__in", ["committed", "invoiced", "received"]), _negated=True),
                            _connector="OR",
                        ),
                        name="funding_contribution_condition",
                        violation_error_message="Its condition is not met, so it cannot be committed.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Split",
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
                (
                    "total",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=14,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="total (£)",
                    ),
                ),
                (
                    "rule",
                    models.CharField(
                        choices=[
                            ("by_weights", "By weights"),
                            ("by_percentage", "By percentage"),
                            ("equally", "Equally"),
                            ("fixed_sums", "Fixed sums"),
                        ],
                        default=funding.models.split.Split.Rule["WEIGHTS"],
                        max_length=16,
                    ),
                ),
                (
                    "unit",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("0.01"),
                        max_digits=8,
                        validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                        verbose_name="rounded to (£)",
                    ),
                ),
                (
                    "remainder",
                    models.CharField(
                        choices=[
                            ("named_party", "Named party"),
                            ("largest_remainder", "Largest remainder"),
                            ("first_in_order", "First in order"),
                        ],
                        default=funding.models.split.Split.Remainder["NAMED"],
                        max_length=20,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("proposed", "Proposed"), ("agreed", "Agreed"), ("replaced", "Replaced")],
                        default=funding.models.split.Split.State["PROPOSED"],
                        max_length=12,
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True)),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="partnerships.partnership",
                    ),
                ),
                (
                    "phase",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="splits",
                        to="funding.phase",
                    ),
                ),
            ],
            options={
                "ordering": ["partnership", "reference"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("partnership", "reference"), name="funding_split_reference"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Share",
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
                ("order", models.PositiveSmallIntegerField(default=1)),
                (
                    "weight",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=12,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="weight or percentage",
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=14,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="amount (£)",
                    ),
                ),
                ("takes_remainder", models.BooleanField(default=False)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shares",
                        to="partnerships.organisation",
                    ),
                ),
                (
                    "split",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="shares", to="funding.split"
                    ),
                ),
            ],
            options={
                "ordering": ["split", "order"],
                "constraints": [
                    models.UniqueConstraint(fields=("split", "order"), name="funding_share_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalShare",
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
                ("order", models.PositiveSmallIntegerField(default=1)),
                (
                    "weight",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=12,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="weight or percentage",
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=14,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="amount (£)",
                    ),
                ),
                ("takes_remainder", models.BooleanField(default=False)),
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
                    "split",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="funding.split",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical share",
                "verbose_name_plural": "historical shares",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["id", "history_date"], name="funding_his_id_46180e_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="StatedFigure",
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
                    "paper",
                    models.CharField(
                        help_text="The paper's reference, for example JC-2023-001.", max_length=40
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(default=1)),
                ("paragraph", models.CharField(max_length=40)),
                ("label", models.CharField(max_length=200)),
                ("value", models.DecimalField(decimal_places=4, max_digits=16)),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("pounds", "Pounds"),
                            ("per_cent", "Per cent"),
                            ("months", "Months"),
                            ("count", "Count"),
                        ],
                        default=funding.domain.reconcile.Unit["MONEY"],
                        max_length=10,
                    ),
                ),
                ("wording", models.CharField(max_length=200, verbose_name="as printed")),
                (
                    "table",
                    models.CharField(
                        blank=True, help_text="The table it stands in; empty for prose.", max_length=120
                    ),
                ),
                ("is_total", models.BooleanField(default=False, verbose_name="is its table's total")),
                (
                    "claims",
                    models.CharField(
                        blank=True,
                        help_text="The record's figure it claims to be, for example PH-2.cost.",
                        max_length=120,
                    ),
                ),
                (
                    "met_by",
                    models.CharField(
                        blank=True,
                        help_text="For a sum a recommendation asks for: the sources it names, as they are claimed in tables, separated by commas. For example PH-2.funding.SRC-2, PH-2.funding.SRC-3.",
                        max_length=300,
                        verbose_name="sources named to meet it",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stated_figures",
                        to="partnerships.partnership",
                    ),
                ),
            ],
            options={
                "ordering": ["partnership", "paper", "number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("partnership", "paper", "number"), name="funding_statedfigure_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalPhase",
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("agreed_in_principle", "Agreed in principle"),
                            ("agreed", "Agreed"),
                            ("ended", "Ended"),
                            ("not_stated", "Not stated"),
                        ],
                        default=funding.models.phase.Phase.State["PROPOSED"],
                        max_length=20,
                    ),
                ),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "months_charged",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="When the phase is charged for part of a year of cost.",
                        null=True,
                        verbose_name="months charged",
                    ),
                ),
                ("note", models.TextField(blank=True)),
                (
                    "period_first",
                    models.DateField(blank=True, null=True, verbose_name="period as printed: first day"),
                ),
                (
                    "period_last",
                    models.DateField(blank=True, null=True, verbose_name="period as printed: last day"),
                ),
                (
                    "period_wording",
                    models.CharField(blank=True, max_length=60, verbose_name="period as printed"),
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
            ],
            options={
                "verbose_name": "historical phase",
                "verbose_name_plural": "historical phases",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["id", "history_date"], name="funding_his_id_12f7ae_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSource",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("one_off", "One off"),
                            ("recurring", "Recurring"),
                            ("not_stated", "Not stated"),
                        ],
                        default=funding.models.source.Source.Kind["NOT_STATED"],
                        max_length=12,
                    ),
                ),
                (
                    "security",
                    models.CharField(
                        choices=[
                            ("secured", "Secured"),
                            ("unsecured", "Unsecured"),
                            ("in_kind", "In kind"),
                            ("not_stated", "Not stated"),
                        ],
                        default=funding.models.source.Source.Security["NOT_STATED"],
                        max_length=12,
                    ),
                ),
                ("condition", models.TextField(blank=True)),
                (
                    "expires_on",
                    models.DateField(blank=True, help_text="The last day it can be spent.", null=True),
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
                (
                    "holder",
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
            ],
            options={
                "verbose_name": "historical source",
                "verbose_name_plural": "historical sources",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["id", "history_date"], name="funding_his_id_3d2ea2_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalStatedFigure",
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
                    "paper",
                    models.CharField(
                        help_text="The paper's reference, for example JC-2023-001.", max_length=40
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(default=1)),
                ("paragraph", models.CharField(max_length=40)),
                ("label", models.CharField(max_length=200)),
                ("value", models.DecimalField(decimal_places=4, max_digits=16)),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("pounds", "Pounds"),
                            ("per_cent", "Per cent"),
                            ("months", "Months"),
                            ("count", "Count"),
                        ],
                        default=funding.domain.reconcile.Unit["MONEY"],
                        max_length=10,
                    ),
                ),
                ("wording", models.CharField(max_length=200, verbose_name="as printed")),
                (
                    "table",
                    models.CharField(
                        blank=True, help_text="The table it stands in; empty for prose.", max_length=120
                    ),
                ),
                ("is_total", models.BooleanField(default=False, verbose_name="is its table's total")),
                (
                    "claims",
                    models.CharField(
                        blank=True,
                        help_text="The record's figure it claims to be, for example PH-2.cost.",
                        max_length=120,
                    ),
                ),
                (
                    "met_by",
                    models.CharField(
                        blank=True,
                        help_text="For a sum a recommendation asks for: the sources it names, as they are claimed in tables, separated by commas. For example PH-2.funding.SRC-2, PH-2.funding.SRC-3.",
                        max_length=300,
                        verbose_name="sources named to meet it",
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
            ],
            options={
                "verbose_name": "historical stated figure",
                "verbose_name_plural": "historical stated figures",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [models.Index(fields=["id", "history_date"], name="funding_his_id_754c0f_idx")],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
    ]
