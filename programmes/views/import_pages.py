"""What an import will change, the button that does it, and taking it back as one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.views.generic import View

from core.blocks import Table
from core.domain.moments import london_day
from core.domain.words import counted, day_words
from core.downloads import TABLE_KINDS, must_be_table, table_download
from core.models import StaleEdit
from core.permissions import Verb
from core.tables import Column, Row
from programmes import services
from programmes.domain.sheets.columns import PlanColumn
from programmes.domain.sheets.effects import ImportOutcome
from programmes.domain.sheets.rows import SheetFinding
from programmes.models import PlanImport
from programmes.queries import imports as queries
from programmes.sheet_forms import ImportConfirmForm
from programmes.views.imports import ImportPlace

SHOWN = 200  # rows of a preview on the page; the file has all of them
CELLS = (Column("Where", "main"), Column("What it says"), Column("What to do"))
CHANGES = (
    Column("Row", "num"),
    Column("Reference", "ref"),
    Column("Action", "main"),
    Column("What"),
    Column("Before"),
    Column("After"),
)


class ImportPage(ImportPlace, View):
    """What an import will change and the button that does it; afterwards what it changed."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The preview or the result."""
        imported = self.row()
        if imported.state == PlanImport.State.WAITING:
            return self._preview(imported, None)
        return render(request, "programmes/import_done.html", self._done(imported))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Confirm exactly what was shown."""
        imported = self.waiting()
        examined = queries.examine(imported, timezone.localdate())
        form = ImportConfirmForm(request.POST, needs_reason=examined.needs_reason)
        if not form.is_valid():
            return self._preview(imported, form, status=422)
        try:
            services.confirm_import(
                imported=imported,
                seal=form.cleaned_data["seal"],
                reason=form.cleaned_data.get("reason", ""),
                by=request.user,
                moment=timezone.now(),
                today=timezone.localdate(),
            )
        except (ValidationError, StaleEdit) as refused:
            error = refused if isinstance(refused, ValidationError) else "Somebody else works on this import."
            form.add_error(None, error)
            return self._preview(self.row(), form, status=409)
        messages.success(request, f"Imported. {_summary(imported.counts)}")
        return redirect(imported.get_absolute_url())

    def _preview(
        self, imported: PlanImport, form: ImportConfirmForm | None, status: int = 200
    ) -> HttpResponse:
        examined = queries.examine(imported, timezone.localdate())
        may_import = self.may(Verb.IMPORT, imported)
        changes = change_rows(examined)
        fresh = ImportConfirmForm(initial={"seal": examined.seal}, needs_reason=examined.needs_reason)
        if form is not None:  # what was typed, sealed with what is shown now
            form.data = form.data.copy()
            form.data["seal"] = examined.seal
        context = {
            "title": f"Import {imported.number}: what will change",
            "lede": f"Step 4 of 4. {imported.file}. {_summary(examined.counts)}",
            "imported": imported,
            "examined": examined,
            "form": form or fresh,
            "may_confirm": may_import and examined.is_ready,
            "may_import": may_import,
            "nothing": not changes,
            "cell_columns": CELLS,
            "refused": [cell_row(finding) for finding in examined.refused[:SHOWN]],
            "notes": [cell_row(finding) for finding in examined.notes[:SHOWN]],
            "change_columns": CHANGES,
            "changes": [Row((*cells[:-1], _lines(cells[-1]))) for cells in changes[:SHOWN]],
            "not_shown": max(0, len(changes) - SHOWN),
            "columns_url": self.address("import_columns", imported),
            "words_url": self.address("import_words", imported),
            "files": [
                (f"{label} as {kind.upper()}", f"{imported.get_absolute_url()}{name}.{kind}")
                for name, label in (("cells", "Cells"), ("changes", "Changes"))
                for kind in TABLE_KINDS
            ],
            **self.shell_of((f"Import {imported.number}", "")),
        }
        return render(self.request, "programmes/import_preview.html", context, status=status)

    def _done(self, imported: PlanImport) -> dict[str, Any]:
        undone = imported.state == PlanImport.State.UNDONE
        quarter = imported.quarter
        return {
            "title": f"Import {imported.number}",
            "tag_words": imported.get_state_display(),
            "imported": imported,
            "facts": [
                ("File", imported.file.name),
                ("State", imported.get_state_display()),
                ("Imported", day_words(london_day(imported.done_at)) if imported.done_at else ""),
                ("By", str(imported.done_by or "The system")),
                ("Statuses of", quarter.label if quarter else "No quarter: it had no statuses"),
                *((label, imported.counts.get(name, 0)) for name, label in COUNTS),
            ],
            # The report is an upper app's, so its address is spelt, as in the side navigation.
            "report_url": f"{self.partnership.get_absolute_url()}progress/{quarter.slug}/"
            if quarter and not undone
            else "",
            "undo_url": self.address("import_undo", imported)
            if not undone and self.may(Verb.IMPORT, imported)
            else "",
            "plan_url": reverse("programmes:plan", args=[self.partnership.slug]),
            **self.shell_of((f"Import {imported.number}", "")),
        }


COUNTS = (
    ("rows", "Rows read"),
    ("created", "Actions added"),
    ("changed", "Actions changed"),
    ("unchanged", "Actions unchanged"),
)


class ImportFile(ImportPlace, View):
    """The cells to put right, or everything that will change, as a spreadsheet."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The file; there is none for an import that is done."""
        name, kind = self.kwargs["name"], self.kwargs["kind"]
        imported = self.row()
        self.must(Verb.EXPORT, imported)
        must_be_table(kind)
        if name not in ("cells", "changes"):
            raise Http404("There is no such list of this import.")
        if imported.state != PlanImport.State.WAITING:
            raise Http404("This import is done; its changes are in the history.")
        examined = queries.examine(imported, timezone.localdate())
        return table_download(_list(name, examined), kind, f"import-{imported.number}-{name}")


class ImportUndo(ImportPlace, View):
    """Everything the import did, taken back as one."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._page(self.waiting())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        imported = self.waiting()
        try:
            services.undo_import(imported=imported, by=request.user)
        except ValidationError as refused:
            return self._page(self.row(), " ".join(refused.messages), status=409)
        messages.success(request, f"Import {imported.number} is undone. Its file is kept.")
        return redirect(imported.get_absolute_url())

    def _page(self, imported: PlanImport, refused: str = "", status: int = 200) -> HttpResponse:
        context = {
            "title": f"Undo import {imported.number}",
            "lede": "What it added goes again, what it changed is what it was. Its history stays.",
            "refused": refused,
            "imported": imported,
            "cancel_url": imported.get_absolute_url(),
            **self.shell_of((f"Import {imported.number}", imported.get_absolute_url()), ("Undo", "")),
        }
        return render(self.request, "programmes/import_undo.html", context, status=status)


def cell_row(finding: SheetFinding) -> Row:
    """Where, what it says, what to do."""
    return Row((str(finding.place), finding.value, finding.message))


def change_rows(examined: queries.Examined) -> list[tuple[Any, ...]]:
    """A line for everything that changes, and one for each action that is added."""
    lines: list[tuple[Any, ...]] = []
    for change in examined.changes.actions:
        if change.outcome is ImportOutcome.UNCHANGED:
            continue
        stored = change.stored
        reference = stored.reference if stored else change.entry.reference or "Drawn when imported"
        head = (
            change.entry.place.row,
            reference,
            change.entry.title or str(stored.values["title"] if stored else ""),
        )
        if stored is None:
            lines.append((*head, "Added", "", "\n".join(_added_lines(change))))
        else:
            lines += [(*head, label, before, after) for label, before, after in change.differences]
    return lines


def _lines(words: str) -> SafeString:
    """Words with their line breaks."""
    return format_html_join(mark_safe("<br>"), "{}", ((line,) for line in words.splitlines()))


def _added_lines(change: Any) -> list[str]:
    return [f"{label}: {after}" for label, _, after in change.differences if label != PlanColumn.TITLE.label]


def _list(name: str, examined: queries.Examined) -> Table:
    if name == "changes":
        return Table(
            "What will change", tuple(column.label for column in CHANGES), tuple(change_rows(examined))
        )
    headings = ("Sheet", "Row", "Cell", "Heading", "Value", "Rule", "Sentence", "Refused")
    rows = tuple(
        (
            finding.place.sheet,
            finding.place.row,
            finding.place.cell,
            finding.place.heading,
            finding.value,
            finding.rule,
            finding.message,
            "Yes" if finding.refused else "No",
        )
        for finding in examined.findings
    )
    return Table("Cells", headings, rows)


def _summary(counts: dict[str, int]) -> str:
    parts = [f"{counted(counts['rows'], 'row')} read"]
    parts += [f"{counts[name]} {name}" for name in ("created", "changed", "unchanged")]
    return ", ".join(parts) + "."
