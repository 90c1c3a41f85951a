"""Oversight: risks, meetings, decisions and reports, with their histories."""

import uuid

import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import core.change
import core.schema
import governance.models.risk


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_first_tables"),
        ("funding", "0001_first_tables"),
        ("partnerships", "0001_first_tables"),
        ("programmes", "0001_first_tables"),
    ]

    operations = [
        core.schema.CreateTables(
            models=[
                migrations.CreateModel(
                    name="Meeting",
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
                            "board",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="meetings",
                                to="partnerships.board",
                            ),
                        ),
                        ("held_on", models.DateField(verbose_name="date")),
                        ("starts_at", models.TimeField(blank=True, null=True)),
                        ("place", models.CharField(blank=True, max_length=160)),
                        (
                            "agenda_due_on",
                            models.DateField(
                                blank=True, help_text="The last day for publishing the agenda.", null=True
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-held_on"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("board", "held_on"), name="governance_meeting_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalMeeting",
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
                        ("held_on", models.DateField(verbose_name="date")),
                        ("starts_at", models.TimeField(blank=True, null=True)),
                        ("place", models.CharField(blank=True, max_length=160)),
                        (
                            "agenda_due_on",
                            models.DateField(
                                blank=True, help_text="The last day for publishing the agenda.", null=True
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
                        "verbose_name": "historical meeting",
                        "verbose_name_plural": "historical meetings",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="governance__id_f20bb6_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Decision",
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
                            "board",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decisions",
                                to="partnerships.board",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decisions",
                                to="governance.meeting",
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("wording", models.TextField(blank=True)),
                        ("due_on", models.DateField(blank=True, null=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("decided", "Decided"),
                                    ("deferred", "Deferred"),
                                    ("due", "Due"),
                                    ("superseded", "Superseded"),
                                ],
                                default="decided",
                                max_length=12,
                            ),
                        ),
                        ("minute", models.CharField(blank=True, max_length=60)),
                        (
                            "decided_first",
                            models.DateField(blank=True, null=True, verbose_name="decided: first day"),
                        ),
                        (
                            "decided_last",
                            models.DateField(blank=True, null=True, verbose_name="decided: last day"),
                        ),
                        (
                            "decided_wording",
                            models.CharField(blank=True, max_length=60, verbose_name="decided"),
                        ),
                    ],
                    options={
                        "ordering": ["partnership", "-decided_last", "reference"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "reference"), name="governance_decision_reference"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalDecision",
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
                        ("wording", models.TextField(blank=True)),
                        ("due_on", models.DateField(blank=True, null=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("decided", "Decided"),
                                    ("deferred", "Deferred"),
                                    ("due", "Due"),
                                    ("superseded", "Superseded"),
                                ],
                                default="decided",
                                max_length=12,
                            ),
                        ),
                        ("minute", models.CharField(blank=True, max_length=60)),
                        (
                            "decided_first",
                            models.DateField(blank=True, null=True, verbose_name="decided: first day"),
                        ),
                        (
                            "decided_last",
                            models.DateField(blank=True, null=True, verbose_name="decided: last day"),
                        ),
                        (
                            "decided_wording",
                            models.CharField(blank=True, max_length=60, verbose_name="decided"),
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
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="governance.meeting",
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
                        "verbose_name": "historical decision",
                        "verbose_name_plural": "historical decisions",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="governance__id_60588f_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HouseStyle",
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
                        ("name", models.CharField(max_length=160)),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="house_styles",
                                to="partnerships.organisation",
                            ),
                        ),
                        (
                            "head_labels",
                            models.JSONField(
                                blank=True, default=list, help_text="The rows of the head block, in order."
                            ),
                        ),
                        (
                            "sections",
                            models.JSONField(
                                blank=True,
                                default=list,
                                help_text="For each section: key, heading, kind, and whether it is required.",
                            ),
                        ),
                        (
                            "risk_headings",
                            models.JSONField(
                                blank=True, default=list, help_text="The columns of the risk table, in order."
                            ),
                        ),
                        (
                            "layout",
                            models.CharField(
                                choices=[("report", "Report"), ("slides", "Slides")],
                                default="report",
                                max_length=8,
                            ),
                        ),
                        (
                            "headings_numbered",
                            models.BooleanField(
                                default=True,
                                help_text="Some councils number paragraphs only.",
                                verbose_name="headings are numbered",
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
                    name="HistoricalHouseStyle",
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
                        ("name", models.CharField(max_length=160)),
                        (
                            "head_labels",
                            models.JSONField(
                                blank=True, default=list, help_text="The rows of the head block, in order."
                            ),
                        ),
                        (
                            "sections",
                            models.JSONField(
                                blank=True,
                                default=list,
                                help_text="For each section: key, heading, kind, and whether it is required.",
                            ),
                        ),
                        (
                            "risk_headings",
                            models.JSONField(
                                blank=True, default=list, help_text="The columns of the risk table, in order."
                            ),
                        ),
                        (
                            "layout",
                            models.CharField(
                                choices=[("report", "Report"), ("slides", "Slides")],
                                default="report",
                                max_length=8,
                            ),
                        ),
                        (
                            "headings_numbered",
                            models.BooleanField(
                                default=True,
                                help_text="Some councils number paragraphs only.",
                                verbose_name="headings are numbered",
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
                        "verbose_name": "historical house style",
                        "verbose_name_plural": "historical house styles",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="governance__id_a83196_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Report",
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
                            "board",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reports",
                                to="partnerships.board",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reports",
                                to="governance.meeting",
                            ),
                        ),
                        (
                            "house_style",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reports",
                                to="governance.housestyle",
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("written_here", "Written here"),
                                    ("as_printed", "As printed"),
                                    ("from_the_record", "From the record"),
                                ],
                                default="written_here",
                                max_length=16,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("published", "Published"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=12,
                            ),
                        ),
                        (
                            "based_on",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="copies",
                                to="governance.report",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reports",
                                to="programmes.round",
                                verbose_name="quarter",
                            ),
                        ),
                        ("is_public", models.BooleanField(default=True, verbose_name="for publication")),
                        ("author_role", models.CharField(blank=True, max_length=160)),
                        (
                            "paper",
                            models.CharField(
                                blank=True,
                                help_text="The reference under which its printed figures are held.",
                                max_length=40,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["partnership", "-reference"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "reference"), name="governance_report_reference"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalReport",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("written_here", "Written here"),
                                    ("as_printed", "As printed"),
                                    ("from_the_record", "From the record"),
                                ],
                                default="written_here",
                                max_length=16,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("published", "Published"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=12,
                            ),
                        ),
                        ("is_public", models.BooleanField(default=True, verbose_name="for publication")),
                        ("author_role", models.CharField(blank=True, max_length=160)),
                        (
                            "paper",
                            models.CharField(
                                blank=True,
                                help_text="The reference under which its printed figures are held.",
                                max_length=40,
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
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="governance.meeting",
                            ),
                        ),
                        (
                            "house_style",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="governance.housestyle",
                            ),
                        ),
                        (
                            "based_on",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="governance.report",
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
                                verbose_name="quarter",
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
                        "verbose_name": "historical report",
                        "verbose_name_plural": "historical reports",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="governance__id_3d02fd_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HeadRow",
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
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="head_rows",
                                to="governance.report",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1)),
                        ("label", models.CharField(max_length=80)),
                        (
                            "value",
                            models.CharField(
                                blank=True, help_text="Empty prints as not stated.", max_length=300
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["report", "order"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("report", "order"), name="governance_headrow_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalHeadRow",
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
                        ("label", models.CharField(max_length=80)),
                        (
                            "value",
                            models.CharField(
                                blank=True, help_text="Empty prints as not stated.", max_length=300
                            ),
                        ),
                        (
                            "report",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="governance.report",
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
                        "verbose_name": "historical head row",
                        "verbose_name_plural": "historical head rows",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="governance__id_1c5927_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Section",
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
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sections",
                                to="governance.report",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1)),
                        ("key", models.SlugField(help_text="What the house style calls it.", max_length=40)),
                        ("heading", models.CharField(max_length=160)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("text", "Text"),
                                    ("recommendations", "Recommendations"),
                                    ("risk_table", "Risk table"),
                                    ("unnumbered_panel", "Unnumbered panel"),
                                ],
                                default="text",
                                max_length=20,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["report", "order"],
                        "constraints": [
                            models.UniqueConstraint(fields=("report", "key"), name="governance_section_once")
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalSection",
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
                        ("key", models.SlugField(help_text="What the house style calls it.", max_length=40)),
                        ("heading", models.CharField(max_length=160)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("text", "Text"),
                                    ("recommendations", "Recommendations"),
                                    ("risk_table", "Risk table"),
                                    ("unnumbered_panel", "Unnumbered panel"),
                                ],
                                default="text",
                                max_length=20,
                            ),
                        ),
                        (
                            "report",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="governance.report",
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
                        "verbose_name": "historical section",
                        "verbose_name_plural": "historical sections",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="governance__id_75fc80_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Paragraph",
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
                            "section",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="paragraphs",
                                to="governance.section",
                            ),
                        ),
                        ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("order", models.PositiveSmallIntegerField(default=1)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("paragraph", "Paragraph"),
                                    ("recommendation", "Recommendation"),
                                    ("sub_heading", "Sub heading"),
                                    ("list", "List"),
                                    ("table", "Table"),
                                    ("live_table", "Live table"),
                                ],
                                default="paragraph",
                                max_length=16,
                            ),
                        ),
                        (
                            "verb",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("agree", "Agree"),
                                    ("agree_in_principle", "Agree in principle"),
                                    ("approve", "Approve"),
                                    ("note", "Note"),
                                    ("endorse", "Endorse"),
                                    ("support", "Support"),
                                    ("commit", "Commit"),
                                    ("delegate", "Delegate"),
                                    ("appoint", "Appoint"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("text", models.TextField(blank=True)),
                        (
                            "block",
                            models.CharField(
                                blank=True,
                                help_text="The block drawn here.",
                                max_length=60,
                                verbose_name="live table",
                            ),
                        ),
                        ("block_params", models.JSONField(blank=True, default=dict)),
                        ("caption", models.CharField(blank=True, max_length=200)),
                        (
                            "is_draft",
                            models.BooleanField(
                                default=False,
                                help_text="Its words come from an earlier report; nobody has said yet that they hold for this one.",
                                verbose_name="copied, not yet confirmed",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["section", "order"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("section", "order"), name="governance_paragraph_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalParagraph",
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
                        ("uid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("order", models.PositiveSmallIntegerField(default=1)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("paragraph", "Paragraph"),
                                    ("recommendation", "Recommendation"),
                                    ("sub_heading", "Sub heading"),
                                    ("list", "List"),
                                    ("table", "Table"),
                                    ("live_table", "Live table"),
                                ],
                                default="paragraph",
                                max_length=16,
                            ),
                        ),
                        (
                            "verb",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("agree", "Agree"),
                                    ("agree_in_principle", "Agree in principle"),
                                    ("approve", "Approve"),
                                    ("note", "Note"),
                                    ("endorse", "Endorse"),
                                    ("support", "Support"),
                                    ("commit", "Commit"),
                                    ("delegate", "Delegate"),
                                    ("appoint", "Appoint"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("text", models.TextField(blank=True)),
                        (
                            "block",
                            models.CharField(
                                blank=True,
                                help_text="The block drawn here.",
                                max_length=60,
                                verbose_name="live table",
                            ),
                        ),
                        ("block_params", models.JSONField(blank=True, default=dict)),
                        ("caption", models.CharField(blank=True, max_length=200)),
                        (
                            "is_draft",
                            models.BooleanField(
                                default=False,
                                help_text="Its words come from an earlier report; nobody has said yet that they hold for this one.",
                                verbose_name="copied, not yet confirmed",
                            ),
                        ),
                        (
                            "section",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="governance.section",
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
                        "verbose_name": "historical paragraph",
                        "verbose_name_plural": "historical paragraphs",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="governance__id_a08508_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Clearance",
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
                            "section",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="clearances",
                                to="governance.section",
                            ),
                        ),
                        ("role", models.CharField(max_length=120)),
                        (
                            "officer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="clearances",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Asked"),
                                    ("answered", "Answered"),
                                    ("signed", "Signed"),
                                    ("not_required", "Not required"),
                                ],
                                default="asked",
                                max_length=14,
                            ),
                        ),
                        ("comment", models.TextField(blank=True)),
                        ("signed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "section_digest",
                            models.CharField(
                                blank=True, max_length=64, verbose_name="digest of the section signed"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["section", "role"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("section", "role"), name="governance_clearance_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalClearance",
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
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Asked"),
                                    ("answered", "Answered"),
                                    ("signed", "Signed"),
                                    ("not_required", "Not required"),
                                ],
                                default="asked",
                                max_length=14,
                            ),
                        ),
                        ("comment", models.TextField(blank=True)),
                        ("signed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "section_digest",
                            models.CharField(
                                blank=True, max_length=64, verbose_name="digest of the section signed"
                            ),
                        ),
                        (
                            "section",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="governance.section",
                            ),
                        ),
                        (
                            "officer",
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
                        "verbose_name": "historical clearance",
                        "verbose_name_plural": "historical clearances",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="governance__id_cb3a5f_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Publication",
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
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="publications",
                                to="governance.report",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(default=1, verbose_name="version")),
                        ("issued_at", models.DateTimeField()),
                        (
                            "issued_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="publications",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("data_as_at", models.DateTimeField()),
                        ("html", models.TextField()),
                        ("values", models.JSONField(default=dict)),
                        (
                            "pdf",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="publications",
                                to="core.file",
                            ),
                        ),
                        ("sha256", models.CharField(max_length=64, verbose_name="SHA-256 of the HTML")),
                        (
                            "made_with",
                            models.CharField(max_length=40, verbose_name="version of the software"),
                        ),
                        ("is_public", models.BooleanField(default=False)),
                        ("note", models.TextField(blank=True, verbose_name="public note")),
                    ],
                    options={
                        "ordering": ["report", "-number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("report", "number"), name="governance_publication_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPublication",
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
                        ("number", models.PositiveSmallIntegerField(default=1, verbose_name="version")),
                        ("issued_at", models.DateTimeField()),
                        ("data_as_at", models.DateTimeField()),
                        ("html", models.TextField()),
                        ("values", models.JSONField(default=dict)),
                        ("sha256", models.CharField(max_length=64, verbose_name="SHA-256 of the HTML")),
                        (
                            "made_with",
                            models.CharField(max_length=40, verbose_name="version of the software"),
                        ),
                        ("is_public", models.BooleanField(default=False)),
                        ("note", models.TextField(blank=True, verbose_name="public note")),
                        (
                            "report",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="governance.report",
                            ),
                        ),
                        (
                            "issued_by",
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
                            "pdf",
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
                        "verbose_name": "historical publication",
                        "verbose_name_plural": "historical publications",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="governance__id_6d87d1_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Matrix",
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
                        ("code", models.SlugField(max_length=40)),
                        (
                            "edition",
                            models.PositiveSmallIntegerField(default=1, verbose_name="version of the matrix"),
                        ),
                        ("name", models.CharField(max_length=160)),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="matrices",
                                to="partnerships.organisation",
                            ),
                        ),
                        (
                            "impact_words",
                            models.JSONField(
                                help_text='Lowest first, for example ["Low", "Medium", "High"].',
                                validators=[governance.models.risk._words],
                            ),
                        ),
                        (
                            "likelihood_words",
                            models.JSONField(
                                help_text="Lowest first.", validators=[governance.models.risk._words]
                            ),
                        ),
                        (
                            "bands",
                            models.JSONField(
                                help_text='Lowest score and word of each band: [[1, "Low"], [3, "Medium"], [6, "High"]].'
                            ),
                        ),
                        (
                            "impact_first",
                            models.BooleanField(
                                default=True, verbose_name="impact is printed before likelihood"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "matrices",
                        "ordering": ["name", "edition"],
                        "constraints": [
                            models.UniqueConstraint(fields=("code", "edition"), name="governance_matrix_once")
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalMatrix",
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
                        (
                            "edition",
                            models.PositiveSmallIntegerField(default=1, verbose_name="version of the matrix"),
                        ),
                        ("name", models.CharField(max_length=160)),
                        (
                            "impact_words",
                            models.JSONField(
                                help_text='Lowest first, for example ["Low", "Medium", "High"].',
                                validators=[governance.models.risk._words],
                            ),
                        ),
                        (
                            "likelihood_words",
                            models.JSONField(
                                help_text="Lowest first.", validators=[governance.models.risk._words]
                            ),
                        ),
                        (
                            "bands",
                            models.JSONField(
                                help_text='Lowest score and word of each band: [[1, "Low"], [3, "Medium"], [6, "High"]].'
                            ),
                        ),
                        (
                            "impact_first",
                            models.BooleanField(
                                default=True, verbose_name="impact is printed before likelihood"
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
                        "verbose_name": "historical matrix",
                        "verbose_name_plural": "historical matrices",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="governance__id_cc6870_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Risk",
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
                        ("cause", models.TextField(blank=True)),
                        ("effect", models.TextField(blank=True)),
                        ("mitigation", models.TextField(blank=True)),
                        ("mitigation_due_on", models.DateField(blank=True, null=True)),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="risks",
                                to="partnerships.organisation",
                            ),
                        ),
                        ("owner_role", models.CharField(blank=True, max_length=160)),
                        (
                            "lead",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="led_risks",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "matrix",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="risks",
                                to="governance.matrix",
                            ),
                        ),
                        (
                            "response",
                            models.CharField(
                                choices=[
                                    ("treat", "Treat"),
                                    ("tolerate", "Tolerate"),
                                    ("transfer", "Transfer"),
                                    ("terminate", "Terminate"),
                                    ("not_stated", "Not stated"),
                                ],
                                default="not_stated",
                                max_length=12,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "Open"), ("closed", "Closed")], default="open", max_length=8
                            ),
                        ),
                        (
                            "raised_on",
                            models.DateField(
                                blank=True,
                                help_text="Empty means that nobody stated it.",
                                null=True,
                                verbose_name="raised on",
                            ),
                        ),
                        ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                        ("review_on", models.DateField(blank=True, null=True, verbose_name="review due")),
                        (
                            "action",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="risks",
                                to="programmes.action",
                            ),
                        ),
                        (
                            "board",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="risks",
                                to="partnerships.board",
                            ),
                        ),
                        (
                            "phase",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="risks",
                                to="funding.phase",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["partnership", "reference"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "reference"), name="governance_risk_reference"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("action", None), ("board", None)),
                                    models.Q(("action", None), ("phase", None)),
                                    models.Q(("board", None), ("phase", None)),
                                    _connector="OR",
                                ),
                                name="governance_risk_one_subject",
                                violation_error_message="A risk is about one action, one board or one phase, or none.",
                            ),
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalRisk",
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
                        ("cause", models.TextField(blank=True)),
                        ("effect", models.TextField(blank=True)),
                        ("mitigation", models.TextField(blank=True)),
                        ("mitigation_due_on", models.DateField(blank=True, null=True)),
                        ("owner_role", models.CharField(blank=True, max_length=160)),
                        (
                            "response",
                            models.CharField(
                                choices=[
                                    ("treat", "Treat"),
                                    ("tolerate", "Tolerate"),
                                    ("transfer", "Transfer"),
                                    ("terminate", "Terminate"),
                                    ("not_stated", "Not stated"),
                                ],
                                default="not_stated",
                                max_length=12,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "Open"), ("closed", "Closed")], default="open", max_length=8
                            ),
                        ),
                        (
                            "raised_on",
                            models.DateField(
                                blank=True,
                                help_text="Empty means that nobody stated it.",
                                null=True,
                                verbose_name="raised on",
                            ),
                        ),
                        ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                        ("review_on", models.DateField(blank=True, null=True, verbose_name="review due")),
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
                                to="partnerships.organisation",
                            ),
                        ),
                        (
                            "lead",
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
                            "matrix",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="governance.matrix",
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
                        "verbose_name": "historical risk",
                        "verbose_name_plural": "historical risks",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="governance__id_f1a149_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Assessment",
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
                            "risk",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessments",
                                to="governance.risk",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(default=1)),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("before_controls", "Before controls"),
                                    ("now", "Now"),
                                    ("target", "Target"),
                                ],
                                default="now",
                                max_length=16,
                            ),
                        ),
                        ("assessed_on", models.DateField()),
                        (
                            "impact",
                            models.PositiveSmallIntegerField(help_text="1 is the lowest word of the matrix."),
                        ),
                        (
                            "likelihood",
                            models.PositiveSmallIntegerField(help_text="1 is the lowest word of the matrix."),
                        ),
                        ("note", models.CharField(blank=True, max_length=300)),
                    ],
                    options={
                        "ordering": ["risk", "assessed_on", "number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("risk", "number"), name="governance_assessment_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("impact__gte", 1), ("likelihood__gte", 1)),
                                name="governance_assessment_scores_from_one",
                                violation_error_message="Scores start at 1.",
                            ),
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalAssessment",
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
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("before_controls", "Before controls"),
                                    ("now", "Now"),
                                    ("target", "Target"),
                                ],
                                default="now",
                                max_length=16,
                            ),
                        ),
                        ("assessed_on", models.DateField()),
                        (
                            "impact",
                            models.PositiveSmallIntegerField(help_text="1 is the lowest word of the matrix."),
                        ),
                        (
                            "likelihood",
                            models.PositiveSmallIntegerField(help_text="1 is the lowest word of the matrix."),
                        ),
                        ("note", models.CharField(blank=True, max_length=300)),
                        (
                            "risk",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="governance.risk",
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
                        "verbose_name": "historical assessment",
                        "verbose_name_plural": "historical assessments",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="governance__id_3d7081_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="DecidedMove",
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
                            "move",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decisions",
                                to="programmes.datechange",
                                verbose_name="date change",
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="moves",
                                to="governance.decision",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "decision of a date change",
                        "verbose_name_plural": "decisions of date changes",
                        "ordering": ["move"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("move",),
                                name="governance_decidedmove_once",
                                violation_error_message="Somebody tied a decision to this date change just now. Look again.",
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalDecidedMove",
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
                            "move",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programmes.datechange",
                                verbose_name="date change",
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="governance.decision",
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
                        "verbose_name": "historical decision of a date change",
                        "verbose_name_plural": "historical decisions of date changes",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="governance__id_8773be_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Undertaking",
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
                                    ("report_back", "Report back"),
                                    ("assess", "Assess"),
                                    ("host", "Host"),
                                    ("redeploy", "Redeploy"),
                                    ("officer_time", "Officer time"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("wording", models.TextField(verbose_name="what is to be done")),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                help_text="Empty means that the paper names none.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="undertakings",
                                to="partnerships.organisation",
                                verbose_name="owner organisation",
                            ),
                        ),
                        ("owner_role", models.CharField(blank=True, max_length=160)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Asked"),
                                    ("given", "Given"),
                                    ("refused", "Refused"),
                                    ("met", "Met"),
                                ],
                                default="asked",
                                max_length=8,
                            ),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                blank=True,
                                help_text="The action of the plan that carries it out.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="undertakings",
                                to="programmes.action",
                            ),
                        ),
                        (
                            "said_on",
                            models.DateField(
                                blank=True,
                                help_text="The day of the state it is in.",
                                null=True,
                                verbose_name="asked, given or refused on",
                            ),
                        ),
                        (
                            "met_at",
                            models.CharField(
                                blank=True,
                                help_text="The meeting, minute or paper.",
                                max_length=200,
                                verbose_name="where it was met",
                            ),
                        ),
                        ("due_first", models.DateField(blank=True, null=True, verbose_name="due: first day")),
                        ("due_last", models.DateField(blank=True, null=True, verbose_name="due: last day")),
                        ("due_wording", models.CharField(blank=True, max_length=60, verbose_name="due")),
                    ],
                    options={
                        "ordering": ["partnership", "reference"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "reference"), name="governance_undertaking_reference"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalUndertaking",
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
                                    ("report_back", "Report back"),
                                    ("assess", "Assess"),
                                    ("host", "Host"),
                                    ("redeploy", "Redeploy"),
                                    ("officer_time", "Officer time"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("wording", models.TextField(verbose_name="what is to be done")),
                        ("owner_role", models.CharField(blank=True, max_length=160)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Asked"),
                                    ("given", "Given"),
                                    ("refused", "Refused"),
                                    ("met", "Met"),
                                ],
                                default="asked",
                                max_length=8,
                            ),
                        ),
                        (
                            "said_on",
                            models.DateField(
                                blank=True,
                                help_text="The day of the state it is in.",
                                null=True,
                                verbose_name="asked, given or refused on",
                            ),
                        ),
                        (
                            "met_at",
                            models.CharField(
                                blank=True,
                                help_text="The meeting, minute or paper.",
                                max_length=200,
                                verbose_name="where it was met",
                            ),
                        ),
                        ("due_first", models.DateField(blank=True, null=True, verbose_name="due: first day")),
                        ("due_last", models.DateField(blank=True, null=True, verbose_name="due: last day")),
                        ("due_wording", models.CharField(blank=True, max_length=60, verbose_name="due")),
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
                                help_text="Empty means that the paper names none.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="partnerships.organisation",
                                verbose_name="owner organisation",
                            ),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The action of the plan that carries it out.",
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
                        "verbose_name": "historical undertaking",
                        "verbose_name_plural": "historical undertakings",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="governance__id_f40520_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Finding",
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
                                related_name="findings",
                                to="partnerships.partnership",
                            ),
                        ),
                        ("group", models.CharField(help_text="The heading it stands under.", max_length=120)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("need", "Need"),
                                    ("finding", "Finding"),
                                    ("feedback", "Feedback"),
                                    ("ranked_priority", "Ranked priority"),
                                ],
                                max_length=16,
                            ),
                        ),
                        (
                            "order",
                            models.PositiveSmallIntegerField(
                                default=1, help_text="For a ranked priority, its rank."
                            ),
                        ),
                        ("wording", models.TextField(verbose_name="what was said")),
                        ("said_by", models.CharField(blank=True, max_length=200, verbose_name="who said it")),
                        ("answer", models.TextField(blank=True, verbose_name="what was done about it")),
                    ],
                    options={
                        "ordering": ["partnership", "group", "kind", "order"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "group", "kind", "order"),
                                name="governance_finding_once",
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalFinding",
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
                        ("group", models.CharField(help_text="The heading it stands under.", max_length=120)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("need", "Need"),
                                    ("finding", "Finding"),
                                    ("feedback", "Feedback"),
                                    ("ranked_priority", "Ranked priority"),
                                ],
                                max_length=16,
                            ),
                        ),
                        (
                            "order",
                            models.PositiveSmallIntegerField(
                                default=1, help_text="For a ranked priority, its rank."
                            ),
                        ),
                        ("wording", models.TextField(verbose_name="what was said")),
                        ("said_by", models.CharField(blank=True, max_length=200, verbose_name="who said it")),
                        ("answer", models.TextField(blank=True, verbose_name="what was done about it")),
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
                        "verbose_name": "historical finding",
                        "verbose_name_plural": "historical findings",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(fields=["id", "history_date"], name="governance__id_12cada_idx")
                        ],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
            ],
        ),
    ]
