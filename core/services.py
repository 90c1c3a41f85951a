"""The kernel's writes: a plain edit, archiving, restoring, drawing a reference, keeping a file."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable
from datetime import datetime
from typing import Any, TypeVar

from django.core.files.base import ContentFile
from django.db import transaction
from django.forms import ModelForm

from core.change import change
from core.domain.numbers import whole_number
from core.models import AuditedModel, Counter, File

Row = TypeVar("Row", bound=AuditedModel)
LONGEST_PREFIX, LARGEST_NUMBER = 20, 2**31 - 1  # what a counter's columns hold; nothing beyond is drawn


@transaction.atomic
def save_form(form: ModelForm[Row], *, by: Any, reason: str = "") -> Row:
    """Save a valid form as one change. Raises StaleEdit when somebody else saved meanwhile."""
    with change(by=by, reason=reason):
        return form.save()


@transaction.atomic
def save_row(row: Row, *, by: Any, reason: str = "") -> Row:
    """Check a row as forms do, then save it. Raises ValidationError, StaleEdit."""
    with change(by=by, reason=reason):
        row.full_clean()
        row.clean_alone()
        row.save()
    return row


@transaction.atomic
def archive(row: Row, *, by: Any, reason: str, moment: datetime) -> Row:
    """Take a row out of every list. It keeps its history and its reference, and can come back.

    Raises ValidationError when the row's own rules refuse it: what is frozen stays in its list.
    """
    with change(by=by, reason=reason):
        row.archived_at = moment
        row.clean()
        row.clean_alone()
        row.save()
    return row


@transaction.atomic
def unarchive(row: Row, *, by: Any, reason: str) -> Row:
    """Bring an archived row back. Raises ValidationError when the row's own rules refuse it."""
    with change(by=by, reason=reason):
        row.archived_at = None
        row.clean()
        row.clean_alone()
        row.save()
    return row


@transaction.atomic
def restore(row: Row, past: Any, *, by: Any, reason: str) -> Row:
    """Make a row what it was, as a new version. ``past`` is one of its history rows.

    Only what people edit comes back. What services keep (a state, a signature) stays as it is, or
    bringing back old words would undo what was agreed since. Raises ValidationError when what it
    pointed at is gone or a rule now refuses it, StaleEdit when somebody saved since ``row`` was read.
    """
    for field in row._meta.concrete_fields:
        if field.editable and not field.primary_key:
            setattr(row, field.attname, getattr(past, field.attname))
    return save_row(row, by=by, reason=reason)


def next_reference(scope: str, prefix: str, *, width: int = 2) -> str:
    """The next reference in a scope, such as "ES-05". Never given twice, even when the row is not kept.

    ``width`` is the least number of digits: 3 gives "JC-2026-014".
    """
    return next_references(scope, prefix, 1, width=width)[0]


@transaction.atomic
def next_references(
    scope: str, prefix: str, number: int, *, width: int = 2, taken: Container[str] = ()
) -> list[str]:
    """As many new references in a scope, past any that is ``taken`` without the counter knowing."""
    Counter.objects.get_or_create(scope=scope, prefix=prefix)
    counter = Counter.objects.select_for_update().get(scope=scope, prefix=prefix)
    drawn: list[str] = []
    while len(drawn) < number:
        counter.last += 1
        reference = f"{prefix}-{counter.last:0{width}d}"
        if reference not in taken:
            drawn.append(reference)
    counter.save()
    return drawn


def note_reference(scope: str, reference: str) -> None:
    """Tell the counter of a reference from outside (a fixture, an import), so it is not given again."""
    note_references(scope, [reference])


@transaction.atomic
def note_references(scope: str, references: Iterable[str]) -> None:
    """The same for many: one counter is written for each prefix."""
    last: dict[str, int] = {}
    for prefix, _, digits in (reference.rpartition("-") for reference in references):
        number = whole_number(digits)
        if 0 < len(prefix) <= LONGEST_PREFIX and number is not None and number <= LARGEST_NUMBER:
            last[prefix] = max(number, last.get(prefix, 0))
    for prefix, number in last.items():
        counter, _ = Counter.objects.get_or_create(scope=scope, prefix=prefix)
        if number > counter.last:
            counter.last = number
            counter.save()


@transaction.atomic
def keep_file(content: bytes, *, name: str, media_type: str, by: Any, moment: datetime) -> File:
    """Store bytes privately and remember what they are."""
    file = File(
        name=name,
        media_type=media_type,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        added_at=moment,
        added_by=by,
    )
    file.content.save(name, ContentFile(content), save=False)
    file.save()
    return file
