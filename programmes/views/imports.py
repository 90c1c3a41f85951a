"""Bringing a council's own spreadsheet in: upload, match, explain, look, confirm, undo."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.generic import View

from core.domain.periods import Quarter
from core.domain.status import Status
from core.domain.words import counted
from core.permissions import Verb
from core.tables import Column, Row
from partnerships.models import Membership, Organisation, Outcome, Theme, ThemeSet
from partnerships.views import InPartnershipPage
from programmes import services
from programmes.domain.sheets.columns import PlanColumn, meanings
from programmes.models import PlanImport, words_of
from programmes.queries import imports as queries
from programmes.queries import shown_quarter
from programmes.sheet_forms import ColumnsForm, UploadForm, WordsForm, name_choices

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


class ImportPlace(InPartnershipPage):
    """Finds the import in the address, and draws the way back to the plan."""

    model = PlanImport

    def row(self) -> PlanImport:
        """The import, or 404."""
        imported: PlanImport = get_object_or_404(
            self.rows().select_related("file", "read", "done_by"), number=self.kwargs["number"]
        )
        imported.partnership = self.partnership
        return imported

    def waiting(self) -> PlanImport:
        """The import, which the user may still change; 403 or 404 otherwise."""
        imported = self.row()
        self.must(Verb.IMPORT, imported)
        return imported

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
        questions = queries.examine(imported, timezone.localdate()).questions
        return self.address("import_words", imported) if questions else imported.get_absolute_url()

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
            "rows": [self._row(imported) for imported in rows],
            "count": len(rows),
            "noun": "import" if len(rows) == 1 else "imports",
            "caption": "Imports",
            "empty": {"text": "No spreadsheet has been brought in yet."},
            "add_label": "Bring in your spreadsheet",
            "other_links": self._out(),
            "add_url": reverse("programmes:import_add", args=[self.partnership.slug]) if may_add else "",
            **self.shell_of(),
        }
        return render(request, "programmes/imports.html", context)

    def _out(self) -> list[tuple[str, str]]:
        """The ways out again."""
        place = self.partnership.slug
        own = [
            (
                f"The plan in these columns as {kind.upper()}",
                reverse("programmes:own_sheet", args=[place, kind]),
            )
            for kind in ("xlsx", "csv")
        ]
        return [*own, ("The whole partnership as one workbook", reverse("programmes:workbook", args=[place]))]

    def _row(self, imported: PlanImport) -> Row:
        imported.partnership = self.partnership
        counts = [imported.counts.get(name, "") for name in ("created", "changed", "unchanged")]
        who = str(imported.done_by) if imported.done_by else ("The system" if imported.done_at else "Not yet")
        return Row(
            (imported.number, imported.file.name, imported.get_state_display(), who, *counts),
            imported.get_absolute_url(),
        )


class ImportAdd(ImportPlace, View):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
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
        imported = self.waiting()
        form = self._form(imported, request.POST)
        if form.is_valid():
            try:
                services.match_columns(
                    imported=imported, by=request.user, today=timezone.localdate(), **form.chosen
                )
            except ValidationError as refused:
                form.refuse(refused)
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
        return render(self.request, "programmes/import_columns.html", context, status=status)


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
                form.refuse(refused)
            else:
                return redirect(self.next_step(imported))
        return self._page(imported, form, status=422)

    def _form(self, imported: PlanImport, data: Any = None) -> WordsForm:
        questions = queries.examine(imported, timezone.localdate()).questions
        return WordsForm(data, questions=questions, names=self._names())

    def _names(self) -> dict[PlanColumn, list[Any]]:
        """Themes in force or proposed, outcomes, and organisations with the partners first."""
        here = self.partnership
        themes = Theme.objects.live().filter(partnership=here).values_list("reference", "name")
        outcomes = Outcome.objects.live().filter(partnership=here).values_list("reference", "wording")
        themes = themes.exclude(theme_set__state=ThemeSet.State.REPLACED)
        bodies = Organisation.objects.live().visible_to(self.request.user)
        partners = Membership.objects.live().filter(partnership=here).values("organisation")
        groups = {
            "Partners": bodies.filter(pk__in=partners),
            "Other organisations": bodies.exclude(pk__in=partners),
        }
        grouped = [(label, list(rows.values_list("code", "name"))) for label, rows in groups.items()]
        may_add_body = self.may(Verb.ADD, model=Organisation)
        choices = {
            PlanColumn.THEME: (themes, self.may(Verb.ADD, here, model=Theme)),
            PlanColumn.OUTCOME: (outcomes, self.may(Verb.ADD, here, model=Outcome)),
            PlanColumn.OWNER: ([group for group in grouped if group[1]], may_add_body),
        }
        names = {
            column: name_choices(column, rows, may_add=may_add) for column, (rows, may_add) in choices.items()
        }
        return names | {PlanColumn.STATUS: words_of(here).choices(*Status)}

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
