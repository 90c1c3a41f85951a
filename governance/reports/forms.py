"""Forms of reports."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from core.form_fields import WindowField
from core.forms import AuditedForm
from core.permissions import Verb
from governance.models import HeadRow, HouseStyle, Paragraph, Report
from governance.reports.domain.document import ParagraphKind
from partnerships.models import Board, Partnership
from programmes.models import Round


class MeetingDayField(WindowField):
    """The day of a meeting, typed as people write it; gives a date, or None when empty."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"help_text": "For example, 20 July 2026."} | options)

    def to_python(self, value: Any) -> Any:
        """A date; "July 2026" is not one."""
        window = super().to_python(value)
        if window is None:
            return None
        if not window.is_day:
            raise ValidationError(f"{window.wording} is not one day. Write it like 20 July 2026.", code="day")
        return window.first

    def prepare_value(self, value: Any) -> Any:
        """A date as it would be typed."""
        return f"{value:%-d %B %Y}" if isinstance(value, datetime.date) else value


def quarters_of(partnership: Partnership) -> Any:
    """The rounds a report can take its figures from, newest first."""
    rounds = Round.objects.live().filter(plan__partnership=partnership).select_related("plan")
    return rounds.order_by("-year", "-quarter_number", "plan")


class NewReportForm(forms.Form):
    """A new report: whose structure it takes, for which board, meeting and quarter."""

    copy_of = forms.ModelChoiceField(
        Report.objects.none(),
        label="Copy the structure of",
        required=False,
        empty_label="No report: start from a house style",
        help_text="Sections, sub-headings and recommendations come along. Other words and figures do not.",
    )
    house_style = forms.ModelChoiceField(
        HouseStyle.objects.none(),
        label="House style",
        required=False,
        empty_label="That of the report copied",
    )
    board = forms.ModelChoiceField(Board.objects.none(), label="Board it goes to")
    title = forms.CharField(label="Title", max_length=200)
    held_on = MeetingDayField(label="Date of the meeting", required=False)
    round = forms.ModelChoiceField(
        Round.objects.none(),
        label="Quarter",
        required=False,
        empty_label="No quarter: figures as they stand",
        help_text="Live figures and tables show this quarter.",
    )

    def __init__(self, *args: Any, partnership: Partnership, boards: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reports = Report.objects.live().visible_to(user, Verb.VIEW).filter(partnership=partnership)
        choices = {
            "copy_of": reports.order_by("-reference"),
            "house_style": HouseStyle.objects.live(),
            "board": boards,
            "round": quarters_of(partnership),
        }
        for name, rows in choices.items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A house style must come from somewhere."""
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("house_style") and "house_style" not in self.errors:
            if cleaned.get("copy_of"):
                cleaned["house_style"] = cleaned["copy_of"].house_style
            elif "copy_of" not in self.errors:
                self.add_error("house_style", "Choose a house style, or a report to copy.")
        return cleaned


class ReportForm(AuditedForm):
    """A report's own facts. Its board gave it its reference, so that stays."""

    held_on = MeetingDayField(label="Date of the meeting", required=False)

    class Meta:
        model = Report
        fields = ("title", "round", "is_public", "author_role")

    field_order = ("title", "held_on", "round", "is_public", "author_role")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        report: Report = self.instance
        self.fields["round"].queryset = quarters_of(report.partnership)  # type: ignore[attr-defined]
        self.fields["round"].empty_label = "No quarter: figures as they stand"  # type: ignore[attr-defined]
        self.fields["author_role"].label = "Report author's role"
        self.initial.setdefault("held_on", report.meeting.held_on if report.meeting else None)


class HeadRowForm(AuditedForm):
    """What one row of the head block says; its label is the house style's."""

    change_reason = None  # type: ignore[assignment]

    class Meta:
        model = HeadRow
        fields = ("value",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["value"].label = self.instance.label
        self.fields["value"].help_text = ""  # said once above all of them


WRITTEN_WIDTH = 70  # characters in a line of the box
# A live table is inserted from the list of them, never made out of words.
WRITTEN_KINDS = [kind for kind in ParagraphKind if kind is not ParagraphKind.BLOCK]


class ParagraphForm(AuditedForm):
    """One paragraph on its section's page. The reason is given once for the page."""

    change_reason = None  # type: ignore[assignment]

    class Meta:
        model = Paragraph
        fields = ("kind", "verb", "text", "caption")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row: Paragraph = self.instance
        self.fields["text"].label = "Words"
        self.fields["verb"].label = "Asks the board to"
        self.fields["caption"].label = "Caption"
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in WRITTEN_KINDS]  # type: ignore[attr-defined]
        lines = sum(1 + len(line) // WRITTEN_WIDTH for line in row.text.split("\n"))
        self.fields["text"].widget.attrs["rows"] = str(min(24, 1 + lines))
        if row.kind == ParagraphKind.BLOCK:
            del self.fields["kind"], self.fields["verb"], self.fields["text"]
            return
        if row.kind != ParagraphKind.TABLE:
            del self.fields["caption"]
        if row.kind != ParagraphKind.RECOMMENDATION:
            del self.fields["verb"]


class ReasonForm(forms.Form):
    """Why a section changes, once for all of its paragraphs."""

    change_reason = forms.CharField(
        label="Reason for the change",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Kept in the history, for whoever asks later.",
    )


class PublishForm(forms.Form):
    """The last look before a report is frozen."""

    seen = forms.CharField(widget=forms.HiddenInput)
    note = forms.CharField(
        label="What this corrects",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Readers see it beside the new version.",
    )

    def __init__(self, *args: Any, is_correction: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_correction:
            del self.fields["note"]


class CorrectionForm(forms.Form):
    """Why a published report is opened again."""

    reason = forms.CharField(
        label="What has to be corrected", max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
