"""Adding to the plan: actions, milestones, evidence; and marking a milestone done."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from core import services as kernel
from core.change import change
from core.domain.windows import DateWindow
from core.validation import raise_problems
from programmes.domain.moves import done_problems
from programmes.domain.rounds import RoundState
from programmes.models import Action, Evidence, Milestone, Round, Update

LARGEST_FILE = 20 * 1024 * 1024
FILE_KINDS = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".csv": "text/csv",
    ".txt": "text/plain",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}


@transaction.atomic
def add_action(*, action: Action, by: Any, reason: str = "") -> Action:
    """Save a new action, unsaved until now, with a reference nobody has had.

    The reference is drawn from the theme's ("ES" gives "ES-05") unless the action brings its own from
    a paper or a spreadsheet. Its first date becomes both the original and the current one. While a
    round of its plan is open the action takes part in it. Raises ValidationError.
    """
    scope = action.partnership.slug
    with change(by=by, reason=reason):
        if action.reference:
            kernel.note_reference(scope, action.reference)
        else:
            action.reference = _unused_reference(action)
        action.full_clean()
        action.save()
        for open_round in action.plan.rounds.live().filter(state=RoundState.OPEN):
            Update(round=open_round, action=action).save()
    return action


@transaction.atomic
def add_milestone(*, action: Action, title: str, window: DateWindow | None, by: Any) -> Milestone:
    """Add a dated step to an action, under the action's next number. Raises ValidationError."""
    with change(by=by):
        milestone = Milestone(action=action, number=_next_number(action, Milestone), title=title)
        milestone.original = milestone.current = window
        milestone.full_clean()
        milestone.save()
    return milestone


@transaction.atomic
def complete_milestone(*, milestone: Milestone, actual_on: date | None, by: Any, today: date) -> Milestone:
    """Say on which day a milestone was reached. Raises ValidationError, StaleEdit."""
    raise_problems(done_problems(actual_on, today))
    milestone.actual_on = actual_on
    return kernel.save_row(milestone, by=by)


@transaction.atomic
def add_evidence(
    *,
    action: Action,
    title: str,
    by: Any,
    moment: datetime,
    link: str = "",
    content: bytes | None = None,
    name: str = "",
    shown_in: Round | None = None,
) -> Evidence:
    """Keep a link, or a file under the name people know, that shows what an action's update says.

    A row of its own, so it raises no version and clashes with nobody's edit. Raises ValidationError
    for a file too large or of a kind that is not taken.
    """
    evidence = Evidence(action=action, title=title, link=link, round=shown_in)
    with change(by=by):
        if content is not None:
            media_type = _media_type(name, len(content))
            evidence.file = kernel.keep_file(content, name=name, media_type=media_type, by=by, moment=moment)
        evidence.number = _next_number(action, Evidence)
        evidence.full_clean()
        evidence.save()
    return evidence


def _unused_reference(action: Action) -> str:
    """The counter's next, past any that reached the table, or once was there, without the counter."""
    while True:
        action.reference = kernel.next_reference(action.partnership.slug, action.theme.reference)
        taken = Action.objects.filter(partnership=action.partnership, reference=action.reference)
        if not (taken.exists() or action.reference_was_used()):
            return action.reference


def _next_number(action: Action, model: type[Milestone] | type[Evidence]) -> int:
    """One more than any number the action's rows ever had; archived rows keep theirs."""
    Action.objects.select_for_update().get(pk=action.pk)  # two people adding at once take turns
    rows: Any = model.objects.filter(action=action)
    return (rows.aggregate(last=Max("number"))["last"] or 0) + 1


def _media_type(name: str, size: int) -> str:
    """The file's kind by its name. It is served as a download, never shown, so the name is enough."""
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    if ending not in FILE_KINDS:
        kinds = ", ".join(sorted(kind.removeprefix(".") for kind in FILE_KINDS))
        raise ValidationError(
            {"upload": f"{name} is not of a kind we can keep. Use {kinds}, or add a link instead."}
        )
    if size > LARGEST_FILE:
        size_words = f"{name} is {size / 1024 / 1024:.0f} MB."
        raise ValidationError({"upload": f"{size_words} Files must be 20 MB or smaller. Add a link instead."})
    return FILE_KINDS[ending]
