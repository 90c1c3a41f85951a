"""manage.py import_plan: a council's own spreadsheet into the plan, without the pages."""

from __future__ import annotations

import json
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from core.domain.moments import london_day
from core.domain.periods import Quarter
from core.domain.sheets import folded
from core.domain.words import counted
from core.models import User
from core.permissions import Verb
from partnerships.models import Partnership
from programmes import services
from programmes.domain.sheets.columns import PlanColumn, meanings
from programmes.models import PlanImport
from programmes.queries import imports as queries


class Command(BaseCommand):
    """Reads, matches, answers and confirms as the pages do, and prints what came of it."""

    help = "Import a plan from CSV or XLSX. Nothing is imported while a cell is refused or asked about."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, the place, and what the pages would ask."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--partnership", required=True, help="its part of the address")
        parser.add_argument("--quarter", type=_quarter, help="of the statuses, as 2026-27-q1")
        parser.add_argument(
            "--column", action="append", default=[], help="HEADING=COLUMN, such as 'By when=due_date'"
        )
        parser.add_argument(
            "--answer",
            action="append",
            default=[],
            help="COLUMN:WORDS=ANSWER, such as 'status:blue=complete'",
        )
        parser.add_argument("--reason", default="", help="why dates move, where the file does not say")
        parser.add_argument("--user", help="e-mail of whoever imports it; else the system does")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, and do nothing")
        parser.add_argument("--format", choices=("text", "json"), default="text")

    def handle(self, **options: Any) -> None:
        """Import and report. Ends with status 1, and nothing imported, when a cell is refused."""
        partnership = Partnership.objects.live().filter(slug=options["partnership"]).first()
        if partnership is None:
            raise CommandError(f"There is no partnership {options['partnership']}.")
        try:
            content = options["file"].read_bytes()
        except OSError as missing:
            raise CommandError(f"{options['file']} cannot be read: {missing.strerror}.") from missing
        try:
            with transaction.atomic():
                report = self.run(partnership, content, options)
                if report["state"] != "imported":
                    transaction.set_rollback(True)
        except ValidationError as refused:
            raise CommandError(" ".join(refused.messages)) from refused
        self.stdout.write(json.dumps(report, indent=1) if options["format"] == "json" else _text(report))
        if report["state"] == "refused":
            raise CommandError("Nothing was imported.")

    def run(self, partnership: Partnership, content: bytes, options: dict[str, Any]) -> dict[str, Any]:
        """The steps of the pages, in one transaction."""
        by, now = _user(options["user"], partnership), timezone.now()
        today, answers = london_day(now), _answers(options["answer"])
        imported = services.upload_plan(
            partnership=partnership, content=content, name=options["file"].name, by=by, moment=now
        )
        try:
            services.match_columns(
                imported=imported,
                sheets=imported.sheets,
                columns=_columns(imported, options["column"]),
                filled_down=imported.filled_down,
                quarter=options["quarter"],
                by=by,
                today=today,
            )
            services.answer_questions(imported=imported, answers=answers, by=by)
            imported.reason = options["reason"]
            examined = queries.examine(imported, today)
            state = "dry run" if options["dry_run"] else "imported"
            if not examined.is_ready or examined.needs_reason:
                state = "refused"
            elif not options["dry_run"]:
                services.confirm_import(
                    imported=imported,
                    seal=examined.seal,
                    reason=options["reason"],
                    by=by,
                    moment=now,
                    today=today,
                )
        except BaseException:
            _forget(imported)
            raise
        if state != "imported":
            _forget(imported)
        return _report(imported, examined, state)


def _quarter(text: str) -> Quarter:
    try:
        return Quarter.parse(text)
    except ValueError as wrong:
        raise ArgumentTypeError(str(wrong)) from wrong


def _user(email: str | None, partnership: Partnership) -> User | None:
    if not email:
        return None
    user = User.objects.filter(email__iexact=email).first()
    if user is None or not user.has_perm(f"programmes.{Verb.IMPORT}_planimport", partnership):
        raise CommandError(f"{email} may not import into {partnership}.")
    return user


def _columns(imported: PlanImport, pairs: list[str]) -> dict[str, PlanColumn | None]:
    tables = queries.tables_of(queries.sheets_of(imported), [])
    headings = {heading: None for table in tables for heading in table.headings}
    remembered = dict(imported.columns)
    for pair in pairs:
        heading, equals, column = pair.rpartition("=")
        if not equals or heading not in headings or column not in {"", *PlanColumn}:
            known = ", ".join(PlanColumn)
            raise CommandError(
                f"{pair}: write HEADING=COLUMN, with a heading of the file and one of: {known}."
            )
        remembered[heading] = column
    columns, uncertain = meanings(headings, remembered)
    if uncertain:
        raise CommandError(f"Say with --column what these mean: {', '.join(sorted(uncertain))}.")
    return columns


def _answers(pairs: list[str]) -> dict[tuple[PlanColumn, str], str]:
    answers = {}
    for pair in pairs:
        question, equals, answer = pair.rpartition("=")
        column, colon, words = question.partition(":")
        if not (equals and colon) or column not in set(PlanColumn):
            raise CommandError(f"{pair}: write COLUMN:WORDS=ANSWER, such as status:blue=complete.")
        answers[PlanColumn(column), folded(words)] = answer
    return answers


def _forget(imported: PlanImport) -> None:
    """A run that imports nothing leaves no file behind."""
    for file in (imported.file, imported.read):
        file.content.delete(save=False)


def _report(imported: PlanImport, examined: queries.Examined, state: str) -> dict[str, Any]:
    cells = [
        _cell(finding.place, finding.value, finding.rule, finding.message, finding.refused)
        for finding in examined.findings
    ] + [
        _cell(question.place, question.text, "asked", question.message, True)
        for question in examined.questions
    ]
    if examined.needs_reason:
        cells.append(_cell(None, "", "reason", "Say with --reason why dates move.", True))
    quarter = imported.quarter
    return {
        "state": state,
        "file": imported.file.name,
        "partnership": imported.partnership.slug,
        "quarter": quarter.slug if quarter else None,
        **examined.counts,
        "refused": sum(cell["refused"] for cell in cells),
        "cells": cells,
        "changes": [
            {
                "row": change.entry.place.row,
                "reference": change.stored.reference if change.stored else change.entry.reference,
                "action": change.entry.title,
                "outcome": change.outcome.value,
                "differences": [
                    dict(zip(("what", "before", "after"), difference, strict=True))
                    for difference in change.differences
                ],
            }
            for change in examined.changes.actions
            if change.differences
        ],
    }


def _cell(place: Any, value: str, rule: str, message: str, refused: bool) -> dict[str, Any]:
    return {
        "sheet": place.sheet if place else "",
        "row": place.row if place else None,
        "column": place.cell.rstrip("0123456789") if place else "",
        "heading": place.heading if place else "",
        "value": value,
        "rule": rule,
        "message": message,
        "refused": refused,
    }


def _text(report: dict[str, Any]) -> str:
    state = {
        "imported": "Imported",
        "dry run": "Dry run: nothing was imported",
        "refused": "Refused: nothing was imported",
    }[report["state"]]
    lines = [f"{state}: {report['file']} into {report['partnership']}."]
    lines.append(
        f"{counted(report['rows'], 'row')} read, {report['created']} created, {report['changed']} changed, "
        f"{report['unchanged']} unchanged, {report['refused']} refused."
    )
    for cell in report["cells"]:
        place = ", ".join(
            part
            for part in (
                cell["sheet"],
                f"row {cell['row']}" if cell["row"] else "",
                f"column {cell['column']} ({cell['heading']})" if cell["column"] else "",
            )
            if part
        )
        mark = "Refused" if cell["refused"] else "Noted"
        lines.append(f"{mark} ({cell['rule']}): {place}: {cell['value']!r}. {cell['message']}")
    return "\n".join(lines)
