"""The plan's list, and the same list as a spreadsheet."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from core.blocks import Table
from core.downloads import TABLE_KINDS, must_be_table, table_download
from core.filters import PAGE
from core.models import TrackedQuerySet
from core.permissions import Verb
from core.tables import Column, Group, Row
from core.templatetags.ui import status_tag, trend
from core.views import ListPage
from partnerships.views import InPartnershipPage
from programmes.filters import ActionFilter, PlanFilter
from programmes.models import Action, PlanImport, StatusWords
from programmes.queries import ANSWERS, saved_views, statuses, with_answers

COLUMNS = (
    Column("Reference", "ref"),
    Column("Action", "main"),
    Column("Owner"),
    Column("Theme"),
    Column("Due", "date"),
    Column("Status"),
    Column("Since last quarter"),
)
CELLS = (
    "reference",
    "title",
    "owner__name",
    "shown_theme",
    "current_wording",
    *ANSWERS,
)

THEME = CELLS.index("shown_theme")


class PlanRows(InPartnershipPage, ListPage):
    """What every view of the plan shares: its actions, narrowed by the address."""

    model = Action
    filter_form: Any = ActionFilter

    def filter_options(self) -> dict[str, Any]:
        """Choices are the partnership's own; "me" is the user."""
        return {
            "partnership": self.partnership,
            "user": self.request.user,
            "today": timezone.localdate(),
        }

    @cached_property
    def base(self) -> str:
        """The address of an action without its reference: reversing fifty would cost more than the query."""
        return reverse("programmes:action", args=[self.partnership.slug, "X"]).removesuffix("X/")

    @cached_property
    def here(self) -> str:
        """The plan's address, which those of all its pages begin with."""
        return reverse("programmes:plan", args=[self.partnership.slug])

    def empty(self, form: ActionFilter, may_add: bool) -> dict[str, str]:
        if form.errors:
            return {"text": "Nothing is listed until the filters are ones this list has."}
        if form.applied():
            return {"text": "No action matches these filters. Take one off, or clear them all."}
        if may_add:
            return {
                "text": "The plan has no actions yet.",
                "url": f"{self.base}add/",
                "label": "Add the first action",
            }
        return {"text": "The plan has no actions yet. A theme lead or the programme manager adds them."}


class PlanPage(PlanRows):
    """All actions, narrowed by the address, and grouped by it."""

    filter_form = PlanFilter

    template_name = "programmes/plan.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The list, what may be added to it, and ways to take it away."""
        form: PlanFilter = kwargs["filter_form"]
        files = [(f"Download as {kind.upper()}", f"{self.here}export.{kind}") for kind in TABLE_KINDS]
        query, narrowed = (form.query(without).removesuffix("&") for without in (PAGE, "group"))
        links = [
            _asking("Timeline", f"{self.here}timeline/", narrowed),
            ("Compare quarters", f"{self.here}compare/"),
        ]
        if self.may(Verb.CHANGE, self.partnership):
            links.append(_asking("Change several", f"{self.here}bulk/", narrowed))
        if self.may(Verb.ADD, self.partnership, model=StatusWords):
            links.append(("Words for statuses", f"{self.here}words/"))
        if self.may(Verb.IMPORT, self.partnership, model=PlanImport):
            links.append(("Bring in your spreadsheet", f"{self.here}imports/"))
        links.extend(_asking(label, url, query) for label, url in files)
        may_add = self.may(Verb.ADD, self.partnership, model=Action)
        quarter = form.shown.quarter
        return super().get_context_data(
            title="Plan",
            lede=f"Status as reported for {quarter.label}." if quarter else "Nothing has been reported yet.",
            caption="Actions",
            columns=COLUMNS,
            rows=self._rows(form, kwargs["page"].object_list),
            chips=form.chips(),
            clear_url=self.here,
            query=form.query(),
            add_url=f"{self.base}add/" if may_add else "",
            add_label="Add an action",
            other_links=links,
            empty=self.empty(form, may_add),
            **self._saved(query),
            **self.shell(("Plan", "")),
            **kwargs,
        )

    def _saved(self, query: str) -> dict[str, Any]:
        """Saved views; each user changes their own."""
        saved, user = saved_views(self.partnership, self.request.user), self.request.user
        add = f"{self.here}views/add/"
        return {
            "saved": saved,
            "may_keep": {view.pk for view in saved if view.owner_id == user.pk},
            "current": query,
            "save_url": f"{add}?{query}" if query else add,
        }

    def _rows(self, form: PlanFilter, page: Any) -> list[Row | Group]:
        """The page's actions, from plain values: none is built to be thrown away again."""
        if not form.is_valid():
            return []
        themes = {theme.pk: theme.name for theme in form.themes}
        cells = list(with_answers(page, form.shown).values_list(*CELLS))
        if not form.is_grouped:
            return [_row(row, themes, self.base, form) for row in cells]
        rows: list[Row | Group] = []
        for theme, under in groupby(cells, key=lambda row: row[THEME]):
            rows.append(Group(themes[theme]))
            rows.extend(_row(row, themes, self.base, form) for row in under)
        return rows


def _asking(label: str, url: str, query: str) -> tuple[str, str]:
    """A link that takes the filters along."""
    return label, f"{url}?{query}" if query else url


def _row(cells: tuple[Any, ...], themes: dict[int, str], base: str, form: PlanFilter) -> Row:
    reference, title, owner, theme, due, *answers = cells
    status, before = statuses(answers, form.shown)
    return Row(
        (
            reference,
            title,
            owner or "No owner",
            themes[theme],
            due or "No date",
            status_tag(status, form.vocabulary),
            trend(status, before, form.vocabulary),
        ),
        f"{base}{reference}/",
    )


EXPORTED = {
    "Reference": "reference",
    "Action": "title",
    "Description": "description",
    "Theme": "shown_theme",
    "Owner": "owner__name",
    "Lead": "lead__name",
    "Lead's role": "lead_role",
    "Original date": "original_wording",
    "Original date: last day": "original_last",
    "Current date": "current_wording",
    "Current date: last day": "current_last",
    "Finished on": "actual_on",
}


class PlanExport(PlanPage):
    """The filtered list as CSV or XLSX: dates as dates, and no text that a program would run."""

    def rows(self) -> TrackedQuerySet:
        """What the policy lets the user take away."""
        return super().rows().visible_to(self.request.user, Verb.EXPORT)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The file; the list's own page with status 400 when the address asks for no filter."""
        must_be_table(self.kwargs["kind"])
        form, rows = self.filtered()
        if form.errors:
            title = "This list cannot be downloaded"
            context = {"title": title, "form": form, **self.shell(("Plan", self.here))}
            return render(request, "programmes/no_export.html", context, status=400)
        table = _table(rows, form)
        return table_download(table, self.kwargs["kind"], f"{self.partnership.slug}-plan")


def _table(rows: Any, form: PlanFilter) -> Table:
    themes, words, shown = {theme.pk: theme.name for theme in form.themes}, form.vocabulary, form.shown
    label = shown.quarter.label if shown.quarter else ""
    lines = []
    for row in with_answers(rows, shown).values(*EXPORTED.values(), *ANSWERS):
        status, before = statuses([row[name] for name in ANSWERS], shown)
        values = row | {"shown_theme": themes[row["shown_theme"]]}
        cells = ("" if values[name] is None else values[name] for name in EXPORTED.values())
        lines.append((*cells, words.word(status), words.word(before) if before else "", label))
    return Table("Plan", (*EXPORTED, "Status", "Status the quarter before", "Quarter"), tuple(lines))
