"""What a council's own spreadsheet costs: in, in again unchanged, and out, measured in this process."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from core.domain.periods import FinancialYear, Quarter
from core.transfer import file_of
from partnerships.models import Organisation, Partnership
from programmes import services
from programmes.domain.sheets.columns import PlanColumn, meanings
from programmes.models import Action, PlanImport
from programmes.queries import imports as queries
from programmes.queries.own_sheet import own_sheet

NOW = datetime(2026, 7, 6, 9, tzinfo=UTC)
TODAY = date(2026, 7, 6)
QUARTER = Quarter(FinancialYear(2026), 1)
HEADINGS = "Ref,Action,Description,Theme,Owner,Lead officer,Start date,Due date,Status,Progress,Budget"
STATUSES = ("Green", "Amber", "Complete", "Not started")
THEMES = 6


@dataclass(frozen=True)
class Timed:
    """One step, for so many rows. ``at_most`` is what it should take, in seconds; 0 where nothing is said."""

    step: str
    rows: int
    seconds: float
    at_most: float = 0.0


def measure(rows: int) -> list[Timed]:
    """Import a plan of so many actions with a status each, import it again, and take it out."""
    partnership = Partnership.objects.create(slug=f"import-{rows}", name="Imported", invented=True)
    Organisation.objects.get_or_create(code="import-body", defaults={"name": "Import Borough"})
    content = _file(rows)
    first, read = _timed(lambda: _matched(partnership, content))
    # What a request works out is gone when the next one begins, so nothing of it is kept here.
    seal, previewed = _timed(lambda: queries.examine(first, TODAY).seal)
    _, confirmed = _timed(lambda: _confirm(first, seal))
    again, _ = _timed(lambda: _matched(partnership, content))
    counts, compared = _timed(lambda: queries.examine(again, TODAY).counts)
    assert counts["unchanged"] == rows, counts
    actions = Action.objects.filter(partnership=partnership)
    csv, written = _timed(lambda: file_of(own_sheet(partnership, actions), "csv"))
    _, workbook = _timed(lambda: file_of(own_sheet(partnership, actions), "xlsx"))
    return [
        Timed("read the file", rows, read),
        Timed("preview and confirm, with history", rows, previewed + confirmed, 3.0),
        Timed("the same file again: nothing changes", rows, compared, 0.6),
        Timed(f"the plan out as CSV, {len(csv[0]):,} bytes", rows, written, 0.5),
        Timed("the plan out as XLSX", rows, workbook),
    ]


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    made = work()
    return made, round(time.perf_counter() - start, 3)


def _file(rows: int) -> bytes:
    lines = (
        f"IM-{number:05d},Deliver scheme {number} with every partner,What it is for,Theme {number % THEMES},"
        f"Import Borough,Head of service,1 April 2026,{number % 28 + 1}/{number % 12 + 1}/2027,"
        f"{STATUSES[number % len(STATUSES)]},Going as planned.,{number * 10}"
        for number in range(1, rows + 1)
    )
    return "\n".join((HEADINGS, *lines)).encode()


def _matched(partnership: Partnership, content: bytes) -> PlanImport:
    imported = services.upload_plan(
        partnership=partnership, content=content, name="plan.csv", by=None, moment=NOW
    )
    services.match_columns(
        imported=imported,
        sheets=imported.sheets,
        columns=meanings(HEADINGS.split(","), {})[0],
        filled_down=[],
        quarter=QUARTER,
        by=None,
        today=TODAY,
    )
    themes = {(PlanColumn.THEME, f"theme {number}"): "+" for number in range(THEMES)}
    return services.answer_questions(imported=imported, answers=themes, by=None)


def _confirm(imported: PlanImport, seal: str) -> PlanImport:
    return services.confirm_import(imported=imported, seal=seal, reason="", by=None, moment=NOW, today=TODAY)
