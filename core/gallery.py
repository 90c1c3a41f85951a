"""Invented contents for the gallery of components: every part, in every state, on one page.

The gallery is where a change of look is looked at, and what the accessibility tests run over.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.core.paginator import Paginator

from core import charts
from core.conflicts import Clash
from core.domain.status import CONFIDENCE_DEFINITIONS, Confidence, Status
from core.domain.vocabulary import HOUSE
from core.domain.words import NOT_STATED
from core.form_fields import MoneyField, WindowField
from core.history import Entry, FieldChange
from core.tables import Column, Row
from core.templatetags.ui import status_tag
from core.widgets import HintedCheckboxes, HintedRadios

COUNTS = dict(zip(Status, (2, 4, 11, 5, 2, 1, 0, 1), strict=True))
BEFORE = dict(zip(Status, (1, 6, 12, 2, 3, 1, 0, 1), strict=True))
STATEMENT = "Two of 26 actions are off track, one more than last quarter"


@dataclass(frozen=True)
class Link:
    """An entry of a menu or a chip."""

    label: str
    url: str
    current: bool = False


@dataclass(frozen=True)
class KeyEntry:
    """An entry of a chart's key."""

    status: Status
    count: int
    before: int
    url: str = "#status-charts"


class SampleForm(forms.Form):
    """One field of every kind."""

    title = forms.CharField(label="Title", max_length=60)
    owner = forms.EmailField(label="E-mail of the owner", help_text="The person who writes the updates.")
    words = forms.CharField(
        label="What has happened",
        max_length=120,
        help_text="In a sentence or two.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    due = WindowField(label="Due date", required=False)
    cost = MoneyField(label="Cost", help_text="In pounds, with or without pence.")
    posts = forms.IntegerField(label="Posts", required=False)
    theme = forms.ChoiceField(
        label="Theme", choices=[("", "Choose a theme"), ("es", "Employment and skills")]
    )
    confidence = forms.ChoiceField(
        label="How is it going?",
        choices=Confidence.choices(),
        widget=HintedRadios(hints={choice.value: text for choice, text in CONFIDENCE_DEFINITIONS.items()}),
    )
    boards = forms.MultipleChoiceField(
        label="Boards to tell",
        required=False,
        choices=[("jc", "Joint committee"), ("sg", "Steering group")],
        widget=HintedCheckboxes(hints={"sg": "Meets every six weeks."}),
    )
    evidence = forms.FileField(
        label="Evidence", required=False, help_text="A PDF or a spreadsheet, up to 20 MB."
    )
    agreed = forms.BooleanField(label="The theme lead has seen this")


class GalleryFilter(forms.Form):
    """A few filters."""

    theme = forms.ChoiceField(
        label="Theme", required=False, choices=[("", "Any theme"), ("es", "Employment and skills")]
    )
    status = forms.ChoiceField(
        label="Status", required=False, choices=[("", "Any status"), *Status.choices()]
    )
    words = forms.CharField(label="Words in the title", required=False)


def gallery_context() -> dict[str, Any]:
    """Everything core/gallery.html shows."""
    return {
        "title": "Components",
        "nav": "",
        "crumbs": [("Joint Plan", "/"), ("Help", "/help/"), ("Components", "")],
        "side_items": [
            Link("Overview", "#overview", True),
            Link("Plan", "#plan"),
            Link("Risks and issues", "#risks"),
        ],
        "partnership": "Example partnership",
        "statuses": list(Status),
        "words": HOUSE,
        **_charts(),
        **_tables(),
        **_forms(),
        **_changes(),
    }


def _charts() -> dict[str, Any]:
    phases = [
        charts.PhaseBar("Phase 1, 2022/23", Decimal(203500), Decimal(203500)),
        charts.PhaseBar("Phase 2, 2023/24", Decimal(357747), Decimal(263747)),
        charts.PhaseBar("Phase 3, 2024/25", Decimal(120000), Decimal(126000)),
    ]
    last_four = [Status.AT_RISK, Status.AT_RISK, Status.OFF_TRACK, Status.NO_UPDATE]
    return {
        "statement": STATEMENT,
        "status_chart": charts.status_bar(COUNTS, STATEMENT, uid="gallery-status"),
        "status_chart_again": charts.status_bar(COUNTS, STATEMENT, uid="gallery-verdict"),
        "empty_chart": charts.status_bar({}, "No actions yet", uid="gallery-empty"),
        "money_chart": charts.money_bars(phases, "Phase 2 is £94,000 short", uid="gallery-money"),
        "spark": charts.spark_shapes(last_four, charts.trend_words(last_four, HOUSE), uid="gallery-spark"),
        "spark_words": charts.trend_words(last_four, HOUSE),
        "key_entries": [KeyEntry(status, count, BEFORE[status]) for status, count in COUNTS.items()],
    }


def _tables() -> dict[str, Any]:
    columns = [
        Column("Reference", "ref", sort_url="?sort=reference", sorted="ascending"),
        Column("Action", "main", sort_url="?sort=title"),
        Column("Status"),
        Column("Due", "date"),
        Column("Cost (£)", "num"),
    ]
    rows = [
        Row(
            (
                "ES-04",
                "Agree how unused apprenticeship levy is shared",
                status_tag(Status.OFF_TRACK, HOUSE),
                "12 August 2026",
                "12,000",
            ),
            "#es-04",
        ),
        Row(
            (
                "CC-02",
                "Publish the county-wide energy study",
                status_tag(Status.AT_RISK, HOUSE),
                "5 September 2026",
                "94,000",
            ),
            "#cc-02",
        ),
        Row(
            (
                "PH-01",
                "Map public land that could take homes",
                status_tag(Status.ON_TRACK, HOUSE),
                NOT_STATED,
                "0",
            ),
            "#ph-01",
        ),
    ]
    return {
        "columns": columns,
        "rows": rows,
        "totals": [Row(("", "Total", "", "", "106,000"))],
        "page": Paginator(range(480), 50).page(5),
        "query": "theme=es&",
        "filter_form": GalleryFilter({"theme": "es"}, prefix="filter"),
        "chips": [Link("Theme: Employment and skills", "?"), Link("Status: Off track", "?")],
        "facts": [
            ("Owner", "Head of Skills"),
            ("Original date", "30 June 2026"),
            ("Forecast date", "12 August 2026\n43 days later"),
        ],
    }


def _forms() -> dict[str, Any]:
    wrong = {
        "title": "x" * 75,
        "owner": "nobody",
        "cost": "lots",
        "theme": "zz",
        "due": "soon",
        "words": "y" * 130,
    }
    return {
        "empty_form": SampleForm(prefix="empty"),
        "wrong_form": SampleForm({f"wrong-{name}": value for name, value in wrong.items()}, prefix="wrong"),
    }


def _changes() -> dict[str, Any]:
    moment = datetime(2026, 7, 9, 9, 31, tzinfo=UTC)
    moved = (
        FieldChange("Forecast date", "30 June 2026", "12 August 2026"),
        FieldChange("Confidence", "At risk", "Off track"),
    )
    return {
        "moment": moment,
        "entries": [
            Entry(3, 3, moment, "Head of Skills", "Legal advice came late.", "Changed", moved, True),
            Entry(
                2,
                2,
                moment.replace(day=2),
                "Programme manager",
                "",
                "Changed",
                (FieldChange("Owner", "empty", "Head of Skills"),),
            ),
            Entry(1, 1, moment.replace(day=1), "Programme manager", "", "Added", ()),
        ],
        "clashes": [
            Clash("forecast", "Forecast date", "30 June 2026", "12 August 2026", "1 September", False, ()),
            Clash("words", "What has happened", "empty", "Advice is late.", "Advice came.", True, ()),
        ],
    }
