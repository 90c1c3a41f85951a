"""The kernel's writes: a plain edit, archiving, restoring, drawing a reference, keeping a file."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any, TypeVar

from django.core.files.base import ContentFile
from django.db import transaction
from django.forms import ModelForm

from core.change import change
from core.domain.numbers import whole_number
from core.models import AuditedModel, Counter, File

Row = TypeVar("Row", bound=AuditedModel)


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
        row.save()
    return row


@transaction.atomic
def unarchive(row: Row, *, by: Any, reason: str) -> Row:
    """Bring an archived row back. Raises ValidationError when the row's own rules refuse it."""
    with change(by=by, reason=reason):
        row.archived_at = None
        row.clean()
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


@transaction.atomic
def next_reference(scope: str, prefix: str, *, width: int = 2) -> str:
    """The next reference in a scope, such as "ES-05". Never given twice, even when the row is not kept.

    ``width`` is the least number of digits: 3 gives "JC-2026-014".
    """
    Counter.objects.get_or_create(scope=scope, prefix=prefix)
    counter = Counter.objects.select_for_update().get(scope=scope, prefix=prefix)
    counter.last += 1
    counter.save()
    return f"{prefix}-{counter.last:0{width}d}"


@transaction.atomic
def note_reference(scope: str, reference: str) -> None:
    """Tell the counter of a reference from outside (a fixture, an import), so it is not given again."""
    prefix, _, last = reference.rpartition("-")
    number = whole_number(last)
    if not prefix or number is None:
        return
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
