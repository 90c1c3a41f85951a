"""Money: phases, sources, splits, contributions, spending and printed figures, with their histories."""

from decimal import Decimal

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
        ("partnerships", "0001_first_tables"),
        ("programmes", "0001_first_tables"),
    ]

    operations = [
        core.schema.CreateTables(
            models=[
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
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="phases",
                                to="programmes.plan",
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
                                default="proposed",
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
                        (
                            "is_one_sum",
                            models.BooleanField(
                                default=False,
                                help_text="As a price for a piece of work is. Otherwise posts and lines are for a year.",
                                verbose_name="its costs are for the whole phase",
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "period_first",
                            models.DateField(
                                blank=True, null=True, verbose_name="period as printed: first day"
                            ),
                        ),
                        (
                            "period_last",
                            models.DateField(
                                blank=True, null=True, verbose_name="period as printed: last day"
                            ),
                        ),
                        (
                            "period_wording",
                            models.CharField(blank=True, max_length=60, verbose_name="period as printed"),
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
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPhase",
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
                                default="proposed",
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
                        (
                            "is_one_sum",
                            models.BooleanField(
                                default=False,
                                help_text="As a price for a piece of work is. Otherwise posts and lines are for a year.",
                                verbose_name="its costs are for the whole phase",
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "period_first",
                            models.DateField(
                                blank=True, null=True, verbose_name="period as printed: first day"
                            ),
                        ),
                        (
                            "period_last",
                            models.DateField(
                                blank=True, null=True, verbose_name="period as printed: last day"
                            ),
                        ),
                        (
                            "period_wording",
                            models.CharField(blank=True, max_length=60, verbose_name="period as printed"),
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
                        "verbose_name": "historical phase",
                        "verbose_name_plural": "historical phases",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="funding_his_id_12f7ae_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
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
                        (
                            "phase",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="posts",
                                to="funding.phase",
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
                            "starts_on",
                            models.DateField(
                                blank=True,
                                help_text="Empty means from the first day of the phase.",
                                null=True,
                                verbose_name="filled from",
                            ),
                        ),
                        (
                            "months",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Empty means until the phase ends, or as many months as the phase is charged for.",
                                null=True,
                                verbose_name="months paid for",
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
                        (
                            "split",
                            models.ForeignKey(
                                blank=True,
                                help_text="The split whose rule and parties this line follows. Empty means as the rest of the phase.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="posts",
                                to="funding.split",
                                verbose_name="divided like",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["phase", "order"],
                        "constraints": [
                            models.UniqueConstraint(fields=("phase", "order"), name="funding_post_once")
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPost",
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
                            "starts_on",
                            models.DateField(
                                blank=True,
                                help_text="Empty means from the first day of the phase.",
                                null=True,
                                verbose_name="filled from",
                            ),
                        ),
                        (
                            "months",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Empty means until the phase ends, or as many months as the phase is charged for.",
                                null=True,
                                verbose_name="months paid for",
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
                            "split",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The split whose rule and parties this line follows. Empty means as the rest of the phase.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="funding.split",
                                verbose_name="divided like",
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
                        "verbose_name": "historical post",
                        "verbose_name_plural": "historical posts",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="funding_his_id_d9064d_idx")
                        ],
                        "constraints": [],
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
                        (
                            "phase",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lines",
                                to="funding.phase",
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
                            "qualifier",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("in_the_region_of", "In the region of"),
                                    ("estimated", "Estimated"),
                                    ("up_to", "Up to"),
                                ],
                                max_length=16,
                                verbose_name="what is said about the amount",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("revenue", "Revenue"), ("capital", "Capital")],
                                default="revenue",
                                max_length=10,
                            ),
                        ),
                        (
                            "split",
                            models.ForeignKey(
                                blank=True,
                                help_text="The split whose rule and parties this line follows. Empty means as the rest of the phase.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cost_lines",
                                to="funding.split",
                                verbose_name="divided like",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["phase", "order"],
                        "constraints": [
                            models.UniqueConstraint(fields=("phase", "order"), name="funding_costline_once")
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalCostLine",
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
                            "qualifier",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("in_the_region_of", "In the region of"),
                                    ("estimated", "Estimated"),
                                    ("up_to", "Up to"),
                                ],
                                max_length=16,
                                verbose_name="what is said about the amount",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("revenue", "Revenue"), ("capital", "Capital")],
                                default="revenue",
                                max_length=10,
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
                            "split",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The split whose rule and parties this line follows. Empty means as the rest of the phase.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="funding.split",
                                verbose_name="divided like",
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
                        "verbose_name": "historical cost line",
                        "verbose_name_plural": "historical cost lines",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="funding_his_id_845882_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Saving",
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
                            "phase",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="savings",
                                to="funding.phase",
                            ),
                        ),
                        ("wording", models.CharField(max_length=300, verbose_name="what is saved")),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=14,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="amount estimated (£)",
                            ),
                        ),
                        (
                            "qualifier",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("in_the_region_of", "In the region of"),
                                    ("estimated", "Estimated"),
                                    ("up_to", "Up to"),
                                ],
                                max_length=16,
                                verbose_name="what is said about the amount",
                            ),
                        ),
                        (
                            "estimated_by",
                            models.CharField(
                                blank=True,
                                help_text="Empty means not stated.",
                                max_length=200,
                                verbose_name="where the estimate comes from",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("estimated", "Estimated"),
                                    ("realised", "Realised"),
                                    ("not_realised", "Not realised"),
                                ],
                                default="estimated",
                                max_length=16,
                            ),
                        ),
                        (
                            "realised",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=14,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="amount realised (£)",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["partnership", "reference"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "reference"), name="funding_saving_reference"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalSaving",
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
                        ("wording", models.CharField(max_length=300, verbose_name="what is saved")),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=14,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="amount estimated (£)",
                            ),
                        ),
                        (
                            "qualifier",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("in_the_region_of", "In the region of"),
                                    ("estimated", "Estimated"),
                                    ("up_to", "Up to"),
                                ],
                                max_length=16,
                                verbose_name="what is said about the amount",
                            ),
                        ),
                        (
                            "estimated_by",
                            models.CharField(
                                blank=True,
                                help_text="Empty means not stated.",
                                max_length=200,
                                verbose_name="where the estimate comes from",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("estimated", "Estimated"),
                                    ("realised", "Realised"),
                                    ("not_realised", "Not realised"),
                                ],
                                default="estimated",
                                max_length=16,
                            ),
                        ),
                        (
                            "realised",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=14,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="amount realised (£)",
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
                        "verbose_name": "historical saving",
                        "verbose_name_plural": "historical savings",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="funding_his_id_31f5a7_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("one_off", "One off"),
                                    ("recurring", "Recurring"),
                                    ("not_stated", "Not stated"),
                                ],
                                default="not_stated",
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
                                default="not_stated",
                                max_length=12,
                            ),
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
                        ("condition", models.TextField(blank=True)),
                        (
                            "expires_on",
                            models.DateField(
                                blank=True, help_text="The last day it can be spent.", null=True
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
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalSource",
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
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("one_off", "One off"),
                                    ("recurring", "Recurring"),
                                    ("not_stated", "Not stated"),
                                ],
                                default="not_stated",
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
                                default="not_stated",
                                max_length=12,
                            ),
                        ),
                        ("condition", models.TextField(blank=True)),
                        (
                            "expires_on",
                            models.DateField(
                                blank=True, help_text="The last day it can be spent.", null=True
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
                        "verbose_name": "historical source",
                        "verbose_name_plural": "historical sources",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="funding_his_id_3d2ea2_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
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
                        (
                            "phase",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="options",
                                to="funding.phase",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1)),
                        ("name", models.CharField(max_length=160)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("proposed", "Proposed"),
                                    ("agreed", "Agreed"),
                                    ("not_taken", "Not taken"),
                                ],
                                default="proposed",
                                max_length=12,
                            ),
                        ),
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
                        ("decided_on", models.DateField(blank=True, null=True)),
                        ("minute", models.CharField(blank=True, max_length=60)),
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
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalOption",
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
                        ("order", models.PositiveSmallIntegerField(default=1)),
                        ("name", models.CharField(max_length=160)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("proposed", "Proposed"),
                                    ("agreed", "Agreed"),
                                    ("not_taken", "Not taken"),
                                ],
                                default="proposed",
                                max_length=12,
                            ),
                        ),
                        ("decided_on", models.DateField(blank=True, null=True)),
                        ("minute", models.CharField(blank=True, max_length=60)),
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
                        "verbose_name": "historical option",
                        "verbose_name_plural": "historical options",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="funding_his_id_6fc6ef_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
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
                        (
                            "option",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lines",
                                to="funding.option",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1)),
                        (
                            "source_of_money",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lines",
                                to="funding.source",
                                verbose_name="source",
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
                    ],
                    options={
                        "ordering": ["option", "order"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("option", "order"), name="funding_optionline_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalOptionLine",
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
                        "verbose_name": "historical option line",
                        "verbose_name_plural": "historical option lines",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="funding_his_id_e8c80b_idx")
                        ],
                        "constraints": [],
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
                            "phase",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contributions",
                                to="funding.phase",
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
                            "qualifier",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("in_the_region_of", "In the region of"),
                                    ("estimated", "Estimated"),
                                    ("up_to", "Up to"),
                                ],
                                max_length=16,
                                verbose_name="what is said about the amount",
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
                                default="proposed",
                                max_length=20,
                            ),
                        ),
                        ("state_on", models.DateField(blank=True, null=True, verbose_name="since")),
                        ("condition", models.TextField(blank=True)),
                        (
                            "condition_kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("decision", "A decision"),
                                    ("date", "A date"),
                                    ("others_commitment", "The others' commitment"),
                                ],
                                max_length=20,
                                verbose_name="what the condition waits for",
                            ),
                        ),
                        (
                            "condition_on",
                            models.DateField(
                                blank=True,
                                help_text="Where it waits for a date.",
                                null=True,
                                verbose_name="day the condition waits for",
                            ),
                        ),
                        (
                            "condition_met",
                            models.BooleanField(
                                blank=True, help_text="Empty when there is no condition.", null=True
                            ),
                        ),
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
                        ("decided_on", models.DateField(blank=True, null=True)),
                        ("minute", models.CharField(blank=True, max_length=60)),
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
                                    models.Q(
                                        ("state__in", ["committed", "invoiced", "received"]), _negated=True
                                    ),
                                    _connector="OR",
                                ),
                                name="funding_contribution_condition",
                                violation_error_message="Its condition is not met, so it cannot be committed.",
                            ),
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalContribution",
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
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=14,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="amount (£)",
                            ),
                        ),
                        (
                            "qualifier",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("in_the_region_of", "In the region of"),
                                    ("estimated", "Estimated"),
                                    ("up_to", "Up to"),
                                ],
                                max_length=16,
                                verbose_name="what is said about the amount",
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
                                default="proposed",
                                max_length=20,
                            ),
                        ),
                        ("state_on", models.DateField(blank=True, null=True, verbose_name="since")),
                        ("condition", models.TextField(blank=True)),
                        (
                            "condition_kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("decision", "A decision"),
                                    ("date", "A date"),
                                    ("others_commitment", "The others' commitment"),
                                ],
                                max_length=20,
                                verbose_name="what the condition waits for",
                            ),
                        ),
                        (
                            "condition_on",
                            models.DateField(
                                blank=True,
                                help_text="Where it waits for a date.",
                                null=True,
                                verbose_name="day the condition waits for",
                            ),
                        ),
                        (
                            "condition_met",
                            models.BooleanField(
                                blank=True, help_text="Empty when there is no condition.", null=True
                            ),
                        ),
                        ("decided_on", models.DateField(blank=True, null=True)),
                        ("minute", models.CharField(blank=True, max_length=60)),
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
                        "verbose_name": "historical contribution",
                        "verbose_name_plural": "historical contributions",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="funding_his_id_f586e8_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ProfileQuarter",
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
                            "phase",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="profile",
                                to="funding.phase",
                            ),
                        ),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                help_text="The year in which it starts: 2026 for 2026/27.",
                                validators=[
                                    django.core.validators.MinValueValidator(2000),
                                    django.core.validators.MaxValueValidator(2199),
                                ],
                                verbose_name="financial year",
                            ),
                        ),
                        (
                            "quarter_number",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(4),
                                ],
                                verbose_name="quarter",
                            ),
                        ),
                        (
                            "approved",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=14,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="approved (£)",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["phase", "year", "quarter_number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("phase", "year", "quarter_number"), name="funding_profile_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalProfileQuarter",
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
                                help_text="The year in which it starts: 2026 for 2026/27.",
                                validators=[
                                    django.core.validators.MinValueValidator(2000),
                                    django.core.validators.MaxValueValidator(2199),
                                ],
                                verbose_name="financial year",
                            ),
                        ),
                        (
                            "quarter_number",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(4),
                                ],
                                verbose_name="quarter",
                            ),
                        ),
                        (
                            "approved",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=14,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="approved (£)",
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
                        "verbose_name": "historical profile quarter",
                        "verbose_name_plural": "historical profile quarters",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="funding_his_id_b1a2d2_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ProfileMove",
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
                            "phase",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="moves",
                                to="funding.phase",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("carry_forward", "Carry-forward"), ("reprofile", "Re-profiling")],
                                default="carry_forward",
                                max_length=14,
                            ),
                        ),
                        (
                            "from_year",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(2000),
                                    django.core.validators.MaxValueValidator(2199),
                                ],
                                verbose_name="from the financial year",
                            ),
                        ),
                        (
                            "from_quarter",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(4),
                                ],
                                verbose_name="from quarter",
                            ),
                        ),
                        (
                            "to_year",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(2000),
                                    django.core.validators.MaxValueValidator(2199),
                                ],
                                verbose_name="to the financial year",
                            ),
                        ),
                        (
                            "to_quarter",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(4),
                                ],
                                verbose_name="to quarter",
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=14,
                                validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                                verbose_name="amount (£)",
                            ),
                        ),
                        ("why", models.TextField(verbose_name="why")),
                        ("asked_on", models.DateField(verbose_name="asked on")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("requested", "Requested"),
                                    ("approved", "Approved"),
                                    ("refused", "Refused"),
                                ],
                                default="requested",
                                max_length=10,
                            ),
                        ),
                        (
                            "board",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="profile_moves",
                                to="partnerships.board",
                                verbose_name="decided by",
                            ),
                        ),
                        ("decided_on", models.DateField(blank=True, null=True)),
                        ("minute", models.CharField(blank=True, max_length=60)),
                    ],
                    options={
                        "ordering": ["partnership", "reference"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "reference"), name="funding_move_reference"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state", "requested"),
                                    models.Q(("board__isnull", False), ("decided_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="funding_move_by_decision",
                                violation_error_message="A request is decided by a board: say which, and when.",
                            ),
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalProfileMove",
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
                                choices=[("carry_forward", "Carry-forward"), ("reprofile", "Re-profiling")],
                                default="carry_forward",
                                max_length=14,
                            ),
                        ),
                        (
                            "from_year",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(2000),
                                    django.core.validators.MaxValueValidator(2199),
                                ],
                                verbose_name="from the financial year",
                            ),
                        ),
                        (
                            "from_quarter",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(4),
                                ],
                                verbose_name="from quarter",
                            ),
                        ),
                        (
                            "to_year",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(2000),
                                    django.core.validators.MaxValueValidator(2199),
                                ],
                                verbose_name="to the financial year",
                            ),
                        ),
                        (
                            "to_quarter",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(4),
                                ],
                                verbose_name="to quarter",
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=14,
                                validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                                verbose_name="amount (£)",
                            ),
                        ),
                        ("why", models.TextField(verbose_name="why")),
                        ("asked_on", models.DateField(verbose_name="asked on")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("requested", "Requested"),
                                    ("approved", "Approved"),
                                    ("refused", "Refused"),
                                ],
                                default="requested",
                                max_length=10,
                            ),
                        ),
                        ("decided_on", models.DateField(blank=True, null=True)),
                        ("minute", models.CharField(blank=True, max_length=60)),
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
                        "verbose_name": "historical profile move",
                        "verbose_name_plural": "historical profile moves",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="funding_his_id_1380d4_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Actual",
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
                            "phase",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actuals",
                                to="funding.phase",
                            ),
                        ),
                        (
                            "ledger_reference",
                            models.CharField(max_length=60, verbose_name="reference in the ledger"),
                        ),
                        ("on", models.DateField(verbose_name="date")),
                        ("wording", models.CharField(blank=True, max_length=300, verbose_name="what for")),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                help_text="A credit is below nought.",
                                max_digits=14,
                                verbose_name="amount (£)",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["phase", "on", "ledger_reference"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("phase", "ledger_reference"), name="funding_actual_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalActual",
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
                            "ledger_reference",
                            models.CharField(max_length=60, verbose_name="reference in the ledger"),
                        ),
                        ("on", models.DateField(verbose_name="date")),
                        ("wording", models.CharField(blank=True, max_length=300, verbose_name="what for")),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                help_text="A credit is below nought.",
                                max_digits=14,
                                verbose_name="amount (£)",
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
                        "verbose_name": "historical actual",
                        "verbose_name_plural": "historical actuals",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="funding_his_id_f60096_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
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
                            "phase",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="splits",
                                to="funding.phase",
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
                            "qualifier",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("in_the_region_of", "In the region of"),
                                    ("estimated", "Estimated"),
                                    ("up_to", "Up to"),
                                ],
                                max_length=16,
                                verbose_name="what is said about the total",
                            ),
                        ),
                        (
                            "rule",
                            models.CharField(
                                choices=[
                                    ("by_weights", "By weights"),
                                    ("by_population", "By population"),
                                    ("by_percentage", "By percentage"),
                                    ("equally", "Equally"),
                                    ("fixed_sums", "Fixed sums"),
                                    ("per_unit", "So much for each unit"),
                                ],
                                default="by_weights",
                                max_length=16,
                            ),
                        ),
                        (
                            "weights_from",
                            models.CharField(
                                blank=True,
                                help_text="For a split by population: the estimate or census, and which year it is for.",
                                max_length=200,
                                verbose_name="where the weights come from",
                            ),
                        ),
                        (
                            "weights_on",
                            models.DateField(
                                blank=True,
                                help_text="The day the figures were counted for.",
                                null=True,
                                verbose_name="day the weights are of",
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
                                default="named_party",
                                max_length=20,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("proposed", "Proposed"),
                                    ("agreed", "Agreed"),
                                    ("replaced", "Replaced"),
                                ],
                                default="proposed",
                                max_length=12,
                            ),
                        ),
                        ("decided_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["partnership", "reference"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "reference"), name="funding_split_reference"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalSplit",
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
                            "qualifier",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("in_the_region_of", "In the region of"),
                                    ("estimated", "Estimated"),
                                    ("up_to", "Up to"),
                                ],
                                max_length=16,
                                verbose_name="what is said about the total",
                            ),
                        ),
                        (
                            "rule",
                            models.CharField(
                                choices=[
                                    ("by_weights", "By weights"),
                                    ("by_population", "By population"),
                                    ("by_percentage", "By percentage"),
                                    ("equally", "Equally"),
                                    ("fixed_sums", "Fixed sums"),
                                    ("per_unit", "So much for each unit"),
                                ],
                                default="by_weights",
                                max_length=16,
                            ),
                        ),
                        (
                            "weights_from",
                            models.CharField(
                                blank=True,
                                help_text="For a split by population: the estimate or census, and which year it is for.",
                                max_length=200,
                                verbose_name="where the weights come from",
                            ),
                        ),
                        (
                            "weights_on",
                            models.DateField(
                                blank=True,
                                help_text="The day the figures were counted for.",
                                null=True,
                                verbose_name="day the weights are of",
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
                                default="named_party",
                                max_length=20,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("proposed", "Proposed"),
                                    ("agreed", "Agreed"),
                                    ("replaced", "Replaced"),
                                ],
                                default="proposed",
                                max_length=12,
                            ),
                        ),
                        ("decided_on", models.DateField(blank=True, null=True)),
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
                        "verbose_name": "historical split",
                        "verbose_name_plural": "historical splits",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="funding_his_id_93f9d7_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
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
                        (
                            "split",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="shares",
                                to="funding.split",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="shares",
                                to="partnerships.organisation",
                            ),
                        ),
                        (
                            "parties",
                            models.PositiveSmallIntegerField(
                                default=1,
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="stands for so many equal parties",
                            ),
                        ),
                        (
                            "basis",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("weight", "Weight"),
                                    ("percent", "Percent"),
                                    ("equal", "Equal"),
                                    ("fixed", "Fixed"),
                                    ("per_unit", "So much for each unit"),
                                    ("remainder", "Remainder"),
                                ],
                                help_text="Empty means by the rule of the split.",
                                max_length=12,
                                verbose_name="on a basis of its own",
                            ),
                        ),
                        (
                            "weight",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                max_digits=12,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="weight, percentage or price of a unit",
                            ),
                        ),
                        (
                            "units",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                help_text="Where it pays so much for each.",
                                max_digits=12,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="number of units",
                            ),
                        ),
                        (
                            "ceiling",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=14,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="pays no more than (£)",
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
                            "departs",
                            models.CharField(
                                blank=True,
                                help_text="Where the amount agreed is not the one the rule gives.",
                                max_length=300,
                                verbose_name="why it departs from the rule",
                            ),
                        ),
                        ("takes_remainder", models.BooleanField(default=False)),
                    ],
                    options={
                        "ordering": ["split", "order"],
                        "constraints": [
                            models.UniqueConstraint(fields=("split", "order"), name="funding_share_once")
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalShare",
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
                        ("order", models.PositiveSmallIntegerField(default=1)),
                        (
                            "parties",
                            models.PositiveSmallIntegerField(
                                default=1,
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="stands for so many equal parties",
                            ),
                        ),
                        (
                            "basis",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("weight", "Weight"),
                                    ("percent", "Percent"),
                                    ("equal", "Equal"),
                                    ("fixed", "Fixed"),
                                    ("per_unit", "So much for each unit"),
                                    ("remainder", "Remainder"),
                                ],
                                help_text="Empty means by the rule of the split.",
                                max_length=12,
                                verbose_name="on a basis of its own",
                            ),
                        ),
                        (
                            "weight",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                max_digits=12,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="weight, percentage or price of a unit",
                            ),
                        ),
                        (
                            "units",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                help_text="Where it pays so much for each.",
                                max_digits=12,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="number of units",
                            ),
                        ),
                        (
                            "ceiling",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=14,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="pays no more than (£)",
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
                            "departs",
                            models.CharField(
                                blank=True,
                                help_text="Where the amount agreed is not the one the rule gives.",
                                max_length=300,
                                verbose_name="why it departs from the rule",
                            ),
                        ),
                        ("takes_remainder", models.BooleanField(default=False)),
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
                        "verbose_name": "historical share",
                        "verbose_name_plural": "historical shares",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="funding_his_id_46180e_idx")
                        ],
                        "constraints": [],
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
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="stated_figures",
                                to="partnerships.partnership",
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
                                default="pounds",
                                max_length=10,
                            ),
                        ),
                        (
                            "qualifier",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("in_the_region_of", "In the region of"),
                                    ("estimated", "Estimated"),
                                    ("up_to", "Up to"),
                                ],
                                max_length=16,
                                verbose_name="what is said about the figure",
                            ),
                        ),
                        ("wording", models.CharField(max_length=200, verbose_name="as printed")),
                        (
                            "table",
                            models.CharField(
                                blank=True,
                                help_text="The table it stands in; empty for prose.",
                                max_length=120,
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
                            "terms",
                            models.CharField(
                                blank=True,
                                choices=[("conditional", "Conditional"), ("unconditional", "Unconditional")],
                                help_text="Where this place says whether the sum is given on a condition.",
                                max_length=14,
                                verbose_name="depends on something",
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
                    ],
                    options={
                        "ordering": ["partnership", "paper", "number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "paper", "number"), name="funding_statedfigure_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalStatedFigure",
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
                                default="pounds",
                                max_length=10,
                            ),
                        ),
                        (
                            "qualifier",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("in_the_region_of", "In the region of"),
                                    ("estimated", "Estimated"),
                                    ("up_to", "Up to"),
                                ],
                                max_length=16,
                                verbose_name="what is said about the figure",
                            ),
                        ),
                        ("wording", models.CharField(max_length=200, verbose_name="as printed")),
                        (
                            "table",
                            models.CharField(
                                blank=True,
                                help_text="The table it stands in; empty for prose.",
                                max_length=120,
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
                            "terms",
                            models.CharField(
                                blank=True,
                                choices=[("conditional", "Conditional"), ("unconditional", "Unconditional")],
                                help_text="Where this place says whether the sum is given on a condition.",
                                max_length=14,
                                verbose_name="depends on something",
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
                        "verbose_name": "historical stated figure",
                        "verbose_name_plural": "historical stated figures",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="funding_his_id_754c0f_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Transfer",
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
                            "phase",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="transfers",
                                to="funding.phase",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("rebalancing", "Re-balancing"), ("repayment", "Repayment")],
                                default="rebalancing",
                                max_length=12,
                            ),
                        ),
                        (
                            "payer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="transfers_paid",
                                to="partnerships.organisation",
                                verbose_name="who pays more",
                            ),
                        ),
                        (
                            "payee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="transfers_taken",
                                to="partnerships.organisation",
                                verbose_name="who pays less, or is repaid",
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=14,
                                validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                                verbose_name="amount (£)",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="from which day")),
                        (
                            "board",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="transfers",
                                to="partnerships.board",
                                verbose_name="decided by",
                            ),
                        ),
                        ("decided_on", models.DateField()),
                        ("minute", models.CharField(blank=True, max_length=60)),
                        ("why", models.CharField(max_length=300, verbose_name="why")),
                    ],
                    options={
                        "ordering": ["partnership", "reference"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "reference"), name="funding_transfer_reference"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalTransfer",
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
                                choices=[("rebalancing", "Re-balancing"), ("repayment", "Repayment")],
                                default="rebalancing",
                                max_length=12,
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=14,
                                validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                                verbose_name="amount (£)",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="from which day")),
                        ("decided_on", models.DateField()),
                        ("minute", models.CharField(blank=True, max_length=60)),
                        ("why", models.CharField(max_length=300, verbose_name="why")),
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
                            "payer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.organisation",
                                verbose_name="who pays more",
                            ),
                        ),
                        (
                            "payee",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.organisation",
                                verbose_name="who pays less, or is repaid",
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
                        "verbose_name": "historical transfer",
                        "verbose_name_plural": "historical transfers",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="funding_his_id_0f1855_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
            ],
        ),
    ]
