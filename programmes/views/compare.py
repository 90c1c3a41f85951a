"""Any two quarters side by side: what moved, each under its own themes."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.generic import View

from core.blocks import Cell, Table
from core.domain.vocabulary import Vocabulary
from core.downloads import TABLE_KINDS, must_be_table, table_download
from core.permissions import Verb
from core.tables import Column, Row
from core.templatetags.ui import status_tag
from partnerships.views import InPartnershipPage
from programmes import queries
from programmes.domain.compare import Compared, Took, compared, movement_words, summary
from programmes.filters import CompareFilter
from programmes.models import Action, words_of

ABSENT = "Not in it"


class CompareQuarters(InPartnershipPage, View):
    """The movement table of two quarters."""

    model = Action

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The table; status 400 when the address asks for no two quarters there are."""
        form = self.filter()
        rows = self.compared(form) if form.is_valid() else []
        shown = self.shown(form, rows)
        plan = reverse("programmes:plan", args=[self.partnership.slug])
        query = form.query().removesuffix("&")
        files = [(f"Download as {kind.upper()}", f"{request.path}export.{kind}") for kind in TABLE_KINDS]
        context = {
            "title": "Compare quarters",
            "lede": self.lede(form, rows),
            "filter_form": form,
            "chips": form.chips(),
            "clear_url": request.path,
            "count": len(shown),
            "noun": "action" if len(shown) == 1 else "actions",
            "caption": "What moved",
            "columns": self.columns(form),
            "rows": [_row(action, words_of(self.partnership)) for action in shown],
            "other_links": [(label, f"{url}?{query}" if query else url) for label, url in files],
            "empty": {"text": "Nothing moved between these two quarters."},
            **self.shell(("Plan", plan), ("Compare quarters", "")),
        }
        return render(request, "core/list.html", context, status=400 if form.errors else 200)

    def filter(self) -> CompareFilter:
        self.must(Verb.VIEW, self.partnership)
        started = queries.shown_quarter(self.partnership).started
        return CompareFilter(self.request.GET, started=started)

    def compared(self, form: CompareFilter) -> list[Compared]:
        """Every action of the two quarters; none without a plan or a round."""
        plan, quarters = queries.plan_of(self.partnership), form.quarters
        if plan is None or quarters is None:
            return []
        today = timezone.localdate()
        earlier, later = (queries.quarter_position(plan, quarter).actions for quarter in quarters)
        before, after = (queries.dates_collected(plan, quarter, today) for quarter in quarters)
        return compared(earlier, later, (before, after))

    def shown(self, form: CompareFilter, rows: list[Compared]) -> list[Compared]:
        """What moved, unless every action was asked for."""
        everything = form.is_valid() and form.cleaned_data["show"] == "all"
        return [action for action in rows if everything or action.has_moved]

    def lede(self, form: CompareFilter, rows: list[Compared]) -> str:
        """The comparison in a sentence."""
        if not form.is_valid() or not form.quarters:
            return "Two quarters can be compared once their rounds have been open."
        before, after = form.quarters
        return f"From {before} to {after}. {summary(rows)}"

    def columns(self, form: CompareFilter) -> tuple[Column, ...]:
        """Each quarter's columns carry its name."""
        before, after = self.names(form)
        return (
            Column("Reference", "ref"),
            Column("Action", "main"),
            Column("Theme"),
            Column(f"Status in {before}"),
            Column(f"Status in {after}"),
            Column("Due"),
            Column("What moved"),
        )

    def names(self, form: CompareFilter) -> tuple[object, object]:
        """The two quarters, or words for them where there are none."""
        return (form.quarters if form.is_valid() else None) or ("the earlier", "the later")


class CompareExport(CompareQuarters):
    """The same table as CSV or XLSX."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The file; the page itself, with status 400, when the address asks for no two quarters."""
        must_be_table(self.kwargs["kind"])
        self.must(Verb.EXPORT, self.partnership)
        form = self.filter()
        if not form.is_valid():
            return super().get(request, *args, **kwargs)
        rows, words = self.shown(form, self.compared(form)), words_of(self.partnership)
        parts = [
            f"{heading} {quarter}"
            for heading in ("Theme in", "Status in", "Due as of")
            for quarter in self.names(form)
        ]
        headings = ("Reference", "Action", *parts, "What moved", "Days later")
        table = Table("What moved", headings, tuple((*_words(action, words), action.slip) for action in rows))
        return table_download(table, self.kwargs["kind"], f"{self.partnership.slug}-compared")


def _words(action: Compared, words: Vocabulary) -> tuple[Cell, ...]:
    """A line as plain words."""
    was, now = action.took is not Took.ONLY_LATER, action.took is not Took.ONLY_EARLIER
    return (
        action.reference,
        action.title,
        action.theme_before or ABSENT,
        action.theme or ABSENT,
        words.word(action.before) if action.before else ABSENT,
        words.word(action.now) if action.now else ABSENT,
        str(action.due_before or "No date") if was else ABSENT,
        str(action.due or "No date") if now else ABSENT,
        movement_words(action),
    )


def _row(action: Compared, words: Vocabulary) -> Row:
    reference, title, theme_before, theme, before, now, due_before, due, moved = _words(action, words)
    cells: tuple[object, ...] = (
        reference,
        title,
        _then(theme_before, theme),
        status_tag(action.before, words) if action.before else before,
        status_tag(action.now, words) if action.now else now,
        _then(due_before, due),
        moved,
    )
    return Row(cells, action.url)


def _then(before: Cell, after: Cell) -> str:
    """What it was and what it became; one of them where they are the same or there is no other."""
    if before in (after, ABSENT):
        return str(after)
    return str(before) if after == ABSENT else f"{before}, then {after}"
