"""A council's own spreadsheet into the plan: uploaded, matched, asked about, confirmed, undone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from core import services as kernel
from core.change import change, current_change_set
from core.domain.periods import Quarter
from core.domain.sheets import packed
from core.domain.status import Status
from core.domain.windows import parse_window
from core.domain.words import day_words
from core.sheets import UnreadableFile, read_sheets
from core.undo import undo_change_set
from partnerships.models import Organisation, Outcome, Partnership, Theme, ThemeSet
from programmes.domain.sheets.columns import REPORTED, PlanColumn, meaning_problems, meanings
from programmes.domain.sheets.reading import DATES, DAYS, KEEP
from programmes.models import (
    Action,
    DateChange,
    Milestone,
    Plan,
    PlanImport,
    Round,
    SheetLayout,
    Support,
    Update,
)
from programmes.queries import imports as queries
from programmes.services.import_writing import write_changes

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
UNDONE = (
    Organisation,
    ThemeSet,
    Theme,
    Outcome,
    Plan,
    Round,
    Action,
    Milestone,
    Support,
    DateChange,
    Update,
)  # in the order in which they need each other


@transaction.atomic
def upload_plan(
    *, partnership: Partnership, content: bytes, name: str, by: Any, moment: datetime
) -> PlanImport:
    """Keep a file with its rows as read, ready to be matched; nothing of it is in the plan yet.

    What the partnership's last import said of columns and words is said of this one. Raises ValidationError
    with a sentence for a file that is not taken or holds no table of actions.
    """
    try:
        sheets = read_sheets(content, name)
    except UnreadableFile as refused:
        raise ValidationError({"file": str(refused)}) from refused
    tables = queries.tables_of(sheets, [])
    if not tables:
        raise ValidationError(
            {
                "file": f"{name} has no row of headings we know, such as Reference, Action and Due date. "
                "Put the headings in one row above the actions."
            }
        )
    Partnership.objects.select_for_update().get(pk=partnership.pk)  # two uploads take turns for a number
    last = PlanImport.objects.filter(partnership=partnership).aggregate(last=Max("number"))["last"]
    layout = SheetLayout.objects.filter(partnership=partnership).first()
    kind = XLSX_TYPE if content.startswith(b"PK") else "text/csv"
    rows = json.dumps(packed(sheets), separators=(",", ":")).encode()
    with change(by=by):
        imported = PlanImport(
            partnership=partnership,
            number=(last or 0) + 1,
            file=kernel.keep_file(content, name=name[-200:], media_type=kind, by=by, moment=moment),
            read=kernel.keep_file(
                rows, name="rows.json", media_type="application/json", by=by, moment=moment
            ),
            sheets=[table.sheet for table in tables],
            columns=dict(layout.columns) if layout else {},
            filled_down=list(layout.filled_down) if layout else [],
            answers=dict(layout.answers) if layout else {},
        )
        imported.save()
    return imported


@transaction.atomic
def match_columns(
    *,
    imported: PlanImport,
    sheets: Iterable[str],
    columns: Mapping[str, PlanColumn | None],
    filled_down: Iterable[str],
    quarter: Quarter | None,
    by: Any,
    today: date,
) -> PlanImport:
    """Say which sheets hold the plan, what each heading means and which quarter its statuses belong to.

    Raises ValidationError, under a heading where it is about that column; StaleEdit.
    """
    _raise_unless_waiting(imported)
    chosen = list(sheets)
    problems = {heading or "columns": sentence for heading, sentence in meaning_problems(columns).items()}
    if not chosen:
        problems["sheets"] = "Choose at least one sheet."
    if quarter is None and REPORTED & set(columns.values()):
        problems["quarter"] = "Say which quarter the statuses and words belong to."
    if quarter and quarter.first_day > today:
        begins = day_words(quarter.first_day)
        problems["quarter"] = f"{quarter.label} begins on {begins}. Choose a quarter that has begun."
    if problems:
        raise ValidationError(problems)
    imported.sheets = chosen
    imported.columns = {heading: column.value if column else "" for heading, column in columns.items()}
    imported.filled_down = list(filled_down)
    imported.year = quarter.year.start if quarter else None
    imported.quarter_number = quarter.number if quarter else None
    return kernel.save_row(imported, by=by)


@transaction.atomic
def answer_questions(
    *, imported: PlanImport, answers: Mapping[tuple[PlanColumn, str], str], by: Any
) -> PlanImport:
    """Say what words mean: a status, a date or "none", a reference or code, "+" for new, "-" to keep them.

    Raises ValidationError by the question's own name; StaleEdit.
    """
    _raise_unless_waiting(imported)
    answered = {column: dict(words) for column, words in imported.answers.items()}
    wrong: dict[str, str] = {}
    for (column, key), answer in answers.items():
        try:
            answered.setdefault(column.value, {})[key] = _answer(column, answer.strip())
        except ValueError as refused:
            wrong[f"{column.value}:{key}"] = str(refused)
    if wrong:
        raise ValidationError(wrong)
    imported.answers = answered
    return kernel.save_row(imported, by=by)


def _answer(column: PlanColumn, answer: str) -> str:
    """An answer as it is kept. Raises ValueError."""
    if column in DATES or column in DAYS:
        if answer.casefold() in {"none", KEEP}:
            return ""
        window = parse_window(answer)
        if column in DAYS and not window.is_day:
            raise ValueError(f'"{answer}" is not one day. Write the day, or none.')
        return window.wording
    if column is PlanColumn.STATUS:
        return Status(answer).value
    if not answer:
        raise ValueError("Say what is meant.")
    return answer


@transaction.atomic
def confirm_import(
    *, imported: PlanImport, seal: str, reason: str, by: Any, moment: datetime, today: date
) -> PlanImport:
    """Write everything the preview showed, as one change, or nothing.

    ``seal`` is that of the preview: when the plan has changed meanwhile so that the file would do something
    else, it is refused. ``reason`` is why dates move, where the file does not say. Raises ValidationError,
    StaleEdit.
    """
    _raise_unless_waiting(imported)
    list(Action.objects.select_for_update().filter(partnership=imported.partnership_id).values_list("pk"))
    imported.reason = reason.strip()
    examined = queries.examine(imported, today)
    if not examined.is_ready:
        raise ValidationError("Some cells are still asked about or refused. Put them right first.")
    if examined.seal != seal:
        raise ValidationError(
            "The plan was changed since this preview, so the file would now do something else. "
            "Look at the new preview before you confirm."
        )
    if examined.needs_reason and not imported.reason:
        raise ValidationError({"reason": "Say why these dates move."})
    with change(by=by, reason=f"Imported from {imported.file}, import {imported.number}."):
        imported.plan, references = write_changes(imported, examined, by=by, moment=moment, today=today)
        _remember(imported, examined, references)
        imported.state, imported.counts = PlanImport.State.DONE, examined.counts
        imported.done_change, imported.done_at, imported.done_by = current_change_set(), moment, by
        imported.save()
    return imported


@transaction.atomic
def undo_import(*, imported: PlanImport, by: Any) -> PlanImport:
    """Take everything an import did back, as one change, or nothing. Raises ValidationError, StaleEdit."""
    if imported.state != PlanImport.State.DONE or imported.done_change is None:
        raise ValidationError("Only an import that was done can be undone.")
    reason = f"Import {imported.number} was undone."
    with change(by=by, reason=reason):
        imported.state, imported.plan = PlanImport.State.UNDONE, None
        imported.save()
        undo_change_set(imported.done_change, UNDONE, by=by, reason=reason)
    return imported


def _remember(imported: PlanImport, examined: queries.Examined, references: list[str]) -> None:
    """The file's columns, and what its words meant, for the next file and for the plan's way out."""
    layout = SheetLayout.objects.filter(partnership=imported.partnership).first() or SheetLayout(
        partnership=imported.partnership
    )
    headings = list(dict.fromkeys(heading for table in examined.tables for heading in table.headings))
    columns, _ = meanings(headings, imported.columns)
    layout.sheet = examined.tables[0].sheet[:200]
    layout.headings, layout.references = headings, references
    layout.columns = {
        **layout.columns,
        **{name: column.value if column else "" for name, column in columns.items()},
    }
    layout.filled_down, layout.answers = imported.filled_down, imported.answers
    layout.words = examined.own_words
    layout.save()


def _raise_unless_waiting(imported: PlanImport) -> None:
    stored = PlanImport.objects.select_for_update().get(pk=imported.pk)
    if stored.state != PlanImport.State.WAITING:
        raise ValidationError(
            f"Import {imported.number} is {stored.get_state_display().lower()} already. Upload the file."
        )
