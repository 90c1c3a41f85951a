"""Bringing a council's own spreadsheet in: upload, match, explain, look, confirm, undo."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.generic import View

from core.blocks import Table
from core.domain.periods import Quarter
from core.domain.words import counted, day_words
from core.models import StaleEdit
from core.permissions import Verb
from core.tables import Column, Row
from core.transfer import file_of
from partnerships.models import Organisation, Outcome, Theme
from partnerships.views import InPartnershipPage
from programmes import services
from programmes.domain.sheets.columns import PlanColumn, meanings
from programmes.domain.sheets.effects import Outcome as Became
from programmes.domain.sheets.reading import Finding
from programmes.models import PlanImport
from programmes.queries import imports as queries
from programmes.queries import shown_quarter
from programmes.sheet_forms import ColumnsForm, ImportConfirmForm, UploadForm, WordsForm, name_choices

SHOWN = 200  # rows of a preview on the page; the file has all of them
QUARTERS = 8  # how many quarters back a spreadsheet may report for
IMPORTS = (
    Column("No.", "ref"),
    Column("File", "main"),
    Column("State"),
    Column("Imported by"),
    Column("Created", "num"),
    Column("Changed", "num"),
    Column("Unchanged", "num"),
)
CELLS = (Column("Where", "main"), Column("What it says"), Column("What to do"))
CHANGES = (
    Column("Row", "num"),
    Column("Reference", "ref"),
    Column("Action", "main"),
    Column("What"),
    Column("Before"),
    Column("After"),
)


class ImportPlace(InPartnershipPage):
    """Finds the import in the address, and draws the way back to the plan."""

    model = PlanImport

    def row(self) -> PlanImport:
        """The import, or 404."""
        found: PlanImport = get_object_or_404(
            self.rows().select_related("file", "read", "done_by"), number=self.kwargs["number"]
        )
        found.partnership = self.partnership
        return found

    def waiting(self) -> PlanImport:
        """The import, which may still be changed by whoever asks; 403 or 404 otherwise."""
        found = self.row()
        self.must(Verb.IMPORT, found)
        return found

    def shell_of(self, *crumbs: tuple[str, str]) -> dict[str, Any]:
        """The shell with the plan and its imports in the breadcrumbs."""
        place = self.partnership.slug
        return self.shell(
            ("Plan", reverse("programmes:plan", args=[place])),
            ("Imports", reverse("programmes:imports", args=[place]) if crumbs else ""),
            *crumbs,
        )

    def next_step(self, imported: PlanImport) -> str:
        """The questions, or the preview when there are none."""
        asked = queries.examine(imported, timezone.localdate()).questions
        return self.address("import_words", imported) if asked else imported.get_absolute_url()

    def address(self, name: str, imported: PlanImport) -> str:
        """A page of the import."""
        return reverse(f"programmes:{name}", args=[self.partnership.slug, imported.number])


class ImportList(ImportPlace, View):
    """Every spreadsheet that was brought in, newest first."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The list, and the way to a new one."""
        rows = self.rows().live().select_related("file", "done_by").order_by("-number")
        may_add = self.may(Verb.IMPORT, self.partnership)
        context = {
            "title": "Imports of the plan",
            "columns": IMPORTS,
            "rows": [self._row(one) for one in rows],
            "count": len(rows),
            "noun": "import" if len(rows) == 1 else "imports",
            "caption": "Imports",
            "empty": {"text": "No spreadsheet has been brought in yet."},
            "add_label": "Bring in your spreadsheet",
            "add_url": reverse("programmes:import_add", args=[self.partnership.slug]) if may_add else "",
            **self.shell_of(),
        }
        return render(request, "programmes/imports.html", context)

    def _row(self, one: PlanImport) -> Row:
        one.partnership = self.partnership
        counts = [one.counts.get(name, "") for name in ("created", "changed", "unchanged")]
        who = str(one.done_by) if one.done_by else ("The system" if one.done_at else "Not yet")
        return Row((one.number, one.file.name, one.get_state_display(), who, *counts), one.get_absolute_url())


class ImportAdd(ImportPlace, View):
    """The file."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Where to choose it."""
        self.must(Verb.IMPORT, self.partnership)
        return self._page(UploadForm())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Read it, or say why it is not taken."""
        self.must(Verb.IMPORT, self.partnership)
        form = UploadForm(request.POST, request.FILES)
        if form.is_valid():
            file = form.cleaned_data["file"]
            try:
                imported = services.upload_plan(
                    partnership=self.partnership,
                    content=file.read(),
                    name=file.name,
                    by=request.user,
                    moment=timezone.now(),
                )
            except ValidationError as refused:
                form.add_error(None, refused)
            else:
                return redirect(self.address("import_columns", imported))
        return self._page(form, status=422)

    def _page(self, form: UploadForm, status: int = 200) -> HttpResponse:
        context = {
            "title": "Bring in your spreadsheet",
            "lede": "Step 1 of 4. Nothing changes until you have seen what will and said yes.",
            "form": form,
            "submit_label": "Read it",
            "cancel_url": reverse("programmes:imports", args=[self.partnership.slug]),
            **self.shell_of(("Bring in your spreadsheet", "")),
        }
        return render(self.request, "core/form.html", context, status=status)


class ImportColumns(ImportPlace, View):
    """What its columns mean."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """As far as the headings say it."""
        imported = self.waiting()
        return self._page(imported, self._form(imported))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Keep the answer."""
        imported = self.waiting()
        form = self._form(imported, request.POST)
        if form.is_valid():
            try:
                services.match_columns(
                    imported=imported, by=request.user, today=timezone.localdate(), **form.chosen
                )
            except ValidationError as refused:
                form.refuse(refused) if hasattr(refused, "error_dict") else form.add_error(None, refused)
            else:
                return redirect(self.next_step(imported))
        return self._page(imported, form, status=422)

    def _form(self, imported: PlanImport, data: Any = None) -> ColumnsForm:
        tables = queries.tables_of(queries.sheets_of(imported), [])
        headings = {heading: None for table in tables for heading in table.headings}
        columns, uncertain = meanings(headings, imported.columns)
        quarter = Quarter.of(timezone.localdate())
        quarters = [quarter]
        while len(quarters) < QUARTERS:
            quarters.append(quarters[-1].previous())
        return ColumnsForm(
            data,
            tables=tables,
            chosen=imported.sheets,
            columns=columns,
            uncertain=uncertain,
            filled_down=imported.filled_down,
            quarters=quarters,
            quarter=imported.quarter or shown_quarter(self.partnership).quarter,
        )

    def _page(self, imported: PlanImport, form: ColumnsForm, status: int = 200) -> HttpResponse:
        context = {
            "title": "What its columns mean",
            "lede": f"Step 2 of 4. {imported.file}. What we know is filled in; a column of its own is kept, "
            "shown with its action and exported again.",
            "form": form,
            "submit_label": "Go on",
            "cancel_url": reverse("programmes:imports", args=[self.partnership.slug]),
            **self.shell_of((f"Import {imported.number}", imported.get_absolute_url()), ("Columns", "")),
        }
        return render(self.request, "core/form.html", context, status=status)


class ImportWords(ImportPlace, View):
    """What its words mean, where that is not certain."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The questions, where there are any left."""
        imported = self.waiting()
        return self._page(imported, self._form(imported))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Keep the answers; they may lead to further questions."""
        imported = self.waiting()
        form = self._form(imported, request.POST)
        if form.is_valid():
            try:
                services.answer_questions(imported=imported, answers=form.answers, by=request.user)
            except ValidationError as refused:
                form.refuse(refused) if hasattr(refused, "error_dict") else form.add_error(None, refused)
            else:
                return redirect(self.next_step(imported))
        return self._page(imported, form, status=422)

    def _form(self, imported: PlanImport, data: Any = None) -> WordsForm:
        questions = queries.examine(imported, timezone.localdate()).questions
        return WordsForm(data, questions=questions, names=self._names())

    def _names(self) -> dict[PlanColumn, list[tuple[str, str]]]:
        here = self.partnership
        themes = Theme.objects.live().filter(partnership=here).values_list("reference", "name")
        outcomes = Outcome.objects.live().filter(partnership=here).values_list("reference", "wording")
        bodies = Organisation.objects.live().visible_to(self.request.user).values_list("code", "name")
        may_add_body = self.may(Verb.ADD, model=Organisation)
        found = {
            PlanColumn.THEME: (themes, self.may(Verb.ADD, here, model=Theme)),
            PlanColumn.OUTCOME: (outcomes, self.may(Verb.ADD, here, model=Outcome)),
            PlanColumn.OWNER: (bodies, may_add_body),
        }
        return {
            column: name_choices(column, rows, may_add=may_add) for column, (rows, may_add) in found.items()
        }

    def _page(self, imported: PlanImport, form: WordsForm, status: int = 200) -> HttpResponse:
        context = {
            "title": "What its words mean",
            "lede": f"Step 3 of 4. {counted(len(form.questions), 'word')} could mean more than one thing. "
            "Your answers are remembered for the next file.",
            "form": form,
            "submit_label": "Go on",
            "cancel_url": imported.get_absolute_url(),
            **self.shell_of((f"Import {imported.number}", imported.get_absolute_url()), ("Words", "")),
        }
        return render(self.request, "core/form.html", context, status=status)


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
            said = refused if isinstance(refused, ValidationError) else "Somebody else works on this import."
            form.add_error(None, said)
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
            "refused": [cell_row(one) for one in examined.refused[:SHOWN]],
            "notes": [cell_row(one) for one in examined.notes[:SHOWN]],
            "change_columns": CHANGES,
            "changes": [Row(cells) for cells in changes[:SHOWN]],
            "not_shown": max(0, len(changes) - SHOWN),
            "columns_url": self.address("import_columns", imported),
            "words_url": self.address("import_words", imported),
            "files": [
                (f"{label} as {kind.upper()}", f"{imported.get_absolute_url()}{name}.{kind}")
                for name, label in (("cells", "Cells"), ("changes", "Changes"))
                for kind in ("csv", "xlsx")
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
                ("Imported", day_words(timezone.localdate(imported.done_at)) if imported.done_at else ""),
                ("By", str(imported.done_by or "The system")),
                ("Statuses of", quarter.label if quarter else "No quarter: it had no statuses"),
                *((label, imported.counts.get(name, 0)) for name, label in COUNTS),
            ],
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
        if name not in ("cells", "changes") or kind not in ("csv", "xlsx"):
            raise Http404("There is no such list of this import.")
        if imported.state != PlanImport.State.WAITING:
            raise Http404("This import is done; its changes are in the history.")
        examined = queries.examine(imported, timezone.localdate())
        content, media_type = file_of(_list(name, examined), kind)
        response = HttpResponse(content, content_type=media_type)
        response["Content-Disposition"] = f'attachment; filename="import-{imported.number}-{name}.{kind}"'
        return response


class ImportUndo(ImportPlace, View):
    """Everything the import did, taken back as one."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What that means."""
        return self._page(self.waiting())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do it, or say why not."""
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


def cell_row(finding: Finding) -> Row:
    """Where, what it says, what to do."""
    return Row((str(finding.place), finding.value, finding.message))


def change_rows(examined: queries.Examined) -> list[tuple[Any, ...]]:
    """A line for everything that changes, and one for each action that is added."""
    lines: list[tuple[Any, ...]] = []
    for one in examined.changes.actions:
        if one.outcome is Became.UNCHANGED:
            continue
        held = one.stored
        reference = held.reference if held else one.entry.reference or "Drawn when imported"
        head = (one.entry.place.row, reference, one.entry.title or str(held.values["title"] if held else ""))
        if held is None:
            lines.append((*head, "Added", "", ", ".join(_told(one))))
        else:
            lines += [(*head, label, before, after) for label, before, after in one.differences]
    return lines


def _told(one: Any) -> list[str]:
    return [f"{label}: {after}" for label, _, after in one.differences if label != PlanColumn.TITLE.label]


def _list(name: str, examined: queries.Examined) -> Table:
    if name == "changes":
        return Table(
            "What will change", tuple(column.label for column in CHANGES), tuple(change_rows(examined))
        )
    headings = ("Sheet", "Row", "Cell", "Heading", "Value", "Rule", "Sentence", "Refused")
    rows = tuple(
        (
            one.place.sheet,
            one.place.row,
            one.place.cell,
            one.place.heading,
            one.value,
            one.rule,
            one.message,
            "Yes" if one.refused else "No",
        )
        for one in examined.findings
    )
    return Table("Cells", headings, rows)


def _summary(counts: dict[str, int]) -> str:
    said = [f"{counted(counts['rows'], 'row')} read"]
    said += [f"{counts[name]} {name}" for name in ("created", "changed", "unchanged")]
    return ", ".join(said) + "."
