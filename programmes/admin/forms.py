"""Forms of the admin: date windows as one box, dates that are moved elsewhere as words."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from core.admin import RowForm
from core.change import current_change
from core.form_fields import WindowField
from core.forms import AuditedForm
from core.validation import raise_problems
from programmes import services
from programmes.domain.moves import done_problems
from programmes.domain.updates import update_problems
from programmes.forms import UpdateForm
from programmes.models import words_of


class NewActionForm(AuditedForm):
    """An action with its first date."""

    starts = WindowField(required=False)
    original = WindowField(required=False)

    class Meta:
        windows = ("starts", "original")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reference"].required = False
        self.fields["reference"].help_text = "Leave empty to draw the next one of its theme."


class ActionAdminForm(AuditedForm):
    """An action; its dates are moved on its page."""

    starts = WindowField(required=False)

    class Meta:
        windows = ("starts",)


class MilestoneRowForm(RowForm):
    """A milestone inside an action: its date is given once, and its number by the service."""

    original = WindowField(required=False)

    class Meta:
        windows = ("original",)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["original"].disabled = not self.instance._state.adding

    def clean_actual_on(self) -> Any:
        """Not a day to come."""
        return past_day(self.cleaned_data["actual_on"])

    def save(self, commit: bool = True) -> Any:
        """A new row through the service of the screens."""
        row = self.instance
        if not commit or not row._state.adding:
            return super().save(commit)
        actual_on = row.actual_on
        self.instance = services.add_milestone(
            action=row.action, title=row.title, window=row.original, by=current_change().actor
        )
        if actual_on:
            today, by = timezone.localdate(), current_change().actor
            services.complete_milestone(milestone=self.instance, actual_on=actual_on, by=by, today=today)
        return self.instance


class MilestoneAdminForm(AuditedForm):
    """A milestone's words and the day it was reached."""

    def clean_actual_on(self) -> Any:
        """Not a day to come."""
        return past_day(self.cleaned_data["actual_on"])


class SubmittedForm(UpdateForm):
    """An update's answer, with the reason for correcting it."""

    change_reason = AuditedForm.base_fields["change_reason"]
    forecast = WindowField(required=False)

    def _post_clean(self) -> None:
        """The two rules about today, which the row itself cannot know."""
        super()._post_clean()
        clock = {"in_the_past", "in_the_future"}
        words = words_of(self.instance.action.partnership)
        problems = update_problems(self.instance.facts, timezone.localdate(), words)
        try:
            raise_problems(problem for problem in problems if problem.code in clock and self.has_changed())
        except ValidationError as refused:
            self.add_error(None, refused)


def past_day(day: Any) -> Any:
    """The day, unless it is still to come."""
    problems = done_problems(day, timezone.localdate()) if day else []
    if problems:
        raise ValidationError(problems[0].message, code=problems[0].code)
    return day
