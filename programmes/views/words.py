"""A partnership's own words for statuses, and what its percentage counts."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from core.domain.status import Status
from core.permissions import Verb
from core.views import EditPage, HistoryPage
from partnerships.views import InPartnershipPage
from programmes import queries
from programmes.forms import StatusWordsForm
from programmes.models import StatusWords, words_of

TITLE = "Words for statuses"


class WordsPlace(InPartnershipPage):
    """The partnership's one row of words; there is none until a word is changed."""

    model = StatusWords

    def row(self) -> StatusWords:
        """The row; a new one with the house's words where there is none."""
        row = StatusWords.objects.filter(partnership=self.partnership).first()
        if row is None:
            return StatusWords(partnership=self.partnership)
        row.archived_at = None  # saving restores words that were archived
        return row

    def must(self, verb: Verb, row: Any = None, *, model: Any = None) -> None:
        """The first words are added to the partnership, later ones change its row."""
        if row is not None and row._state.adding:
            verb, row = Verb.ADD, self.partnership
        super().must(verb, row, model=model)

    def shell_of(self, *crumbs: tuple[str, str]) -> dict[str, Any]:
        """The shell with the plan in the breadcrumbs."""
        return self.shell(("Plan", reverse("programmes:plan", args=[self.partnership.slug])), *crumbs)


class WordsPage(WordsPlace, EditPage):
    """Change the words, after a look at what the percentage becomes."""

    form_class = StatusWordsForm
    template_name = "programmes/words.html"
    saved_message = "Saved. Every page of the partnership speaks these words now."

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save them; by the second button say only what they would make of the percentage."""
        if request.POST.get("do") != "preview":
            return super().post(request, *args, **kwargs)
        row = self.row()
        self.must(self.verb, row)
        form = self.form_class(request.POST, instance=row)
        context = self.context(row, form)
        if not form.is_valid():
            return render(request, self.template_name, context, status=422)
        becomes = form.instance.vocabulary
        context |= {"becomes": becomes.on_course(self.counts).sentences, "words": becomes}
        return render(request, self.template_name, context)

    @cached_property
    def counts(self) -> dict[Status, int]:
        """The plan's actions by status in the newest quarter; none of any where nothing was reported."""
        plan, quarter = queries.plan_of(self.partnership), queries.shown_quarter(self.partnership).quarter
        return queries.quarter_position(plan, quarter).counts if plan and quarter else {}

    def context(self, row: StatusWords, form: Any) -> dict[str, Any]:
        """What the percentage is now, and the words in force beside their shapes."""
        words = words_of(self.partnership)
        return super().context(row, form) | {
            "title": TITLE,
            "lede": "Shapes and colours stay. A published report keeps the words and the percentage it was "
            "published with; every other page speaks the new ones, of earlier quarters too.",
            "words": words,
            "is_now": words.on_course(self.counts).sentences,
            "history_url": "" if row._state.adding else f"{row.get_absolute_url()}history/",
            "cancel_url": reverse("programmes:plan", args=[self.partnership.slug]),
            **self.shell_of((TITLE, "")),
        }


class WordsHistory(WordsPlace, HistoryPage):
    """Who changed which word."""

    def row(self) -> StatusWords:
        """The row, or 404 while nobody has changed a word."""
        row: StatusWords = get_object_or_404(self.rows())
        return row

    def extra(self, row: StatusWords) -> dict[str, Any]:
        return self.shell_of((TITLE, row.get_absolute_url()), ("History", ""))
