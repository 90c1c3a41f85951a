"""My updates: everything one person has to write, over every partnership, and submitting it in one step."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView, View

from core import conflicts
from core.domain.words import counted, day_words, listed
from core.models import StaleEdit
from core.templatetags.ui import moment
from programmes import queries, services
from programmes.forms import UpdateForm
from programmes.models import Draft, Update, words_of
from programmes.views.answering import answer_facts, answering, drafted_form, opened, repeated_form

HOME = "/"  # My work belongs to an app above, so its address is spelt, not reversed


@dataclass(frozen=True)
class Task:
    """One row of the list: what to write, how far it is, and where its form opens.

    ``same_url`` gives last quarter's answer again, "" where ``refusal`` says why that is not offered.
    """

    mine: queries.MyUpdate
    state: str
    open_url: str
    same_url: str
    refusal: str
    is_open: bool


class MyUpdatesPage(TemplateView):
    """The task list. The row named in ``?open=`` stands open with its form."""

    template_name = "programmes/my_updates.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The rows by partnership and quarter, and the form of the open one."""
        user, today = self.request.user, timezone.localdate()
        tasks = queries.my_updates(user, today)
        refusals = queries.same_refusals(tasks)
        open_key = self.request.GET.get("open", "")
        ready = sum(task.is_ready for task in tasks)
        context: dict[str, Any] = {
            "title": "My updates",
            "nav": "work",
            "crumbs": [("My work", HOME), ("My updates", "")],
            "groups": task_groups(tasks, refusals, open_key),
            "ready": counted(ready, "update is", "updates are") + " ready to submit" if ready else "",
            "check_url": reverse("programmes:check_updates"),
        }
        if open_key:
            context |= self._opened(open_key, tasks, refusals)
        return super().get_context_data(**kwargs) | context

    def _opened(
        self, open_key: str, tasks: list[queries.MyUpdate], refusals: dict[int, str]
    ) -> dict[str, Any]:
        """The open row's form; 404 for an update that does not wait for this person."""
        mine = next((task for task in tasks if task.key == open_key), None)
        if mine is None:
            raise Http404("That update does not wait for you.")
        row = Update.objects.select_related(
            "round__plan", "action__theme", "action__partnership__status_words"
        ).get(pk=mine.pk)
        draft = Draft.objects.filter(update=row, author=self.request.user).first()
        shown = answering(row, drafted_form(row, draft), self.request.user, draft=draft)
        if "same" in self.request.GET and not refusals.get(mine.pk, "begun"):
            shown["form"] = repeated_form(row, shown["before"])
        return {**shown, "cancel_url": reverse("programmes:my_updates")}


def task_groups(
    tasks: list[queries.MyUpdate], refusals: dict[int, str], open_key: str
) -> list[dict[str, Any]]:
    """The rows under a heading for each partnership and quarter, with the due date and how many are in."""
    groups = []
    for (place, quarter, due), rows in groupby(
        tasks, lambda task: (task.partnership, task.quarter, task.due_on)
    ):
        group = sorted(rows, key=lambda task: task.is_in)  # what is in goes out of the way
        counts = f"{sum(task.is_in for task in group)} of {counted(len(group), 'update')} in"
        groups.append(
            {
                "heading": f"{place}, {quarter.label}",
                "words": f"{counts}. Due {day_words(due)}." if due else f"{counts}.",
                "tasks": [
                    _task(task, refusals.get(task.pk, ""), task.pk in refusals, open_key) for task in group
                ],
            }
        )
    return groups


def _task(task: queries.MyUpdate, refusal: str, is_asked: bool, open_key: str) -> Task:
    return Task(
        mine=task,
        state=state_words(task),
        open_url=opened(task.key),
        same_url=opened(task.key, same="yes") if is_asked and not refusal else "",
        refusal=refusal,
        is_open=task.key == open_key,
    )


def state_words(task: queries.MyUpdate) -> str:
    """How far an update is, for its writer."""
    if task.is_ready:
        state = "Ready to submit"
    elif task.draft_saved_at and not task.is_in:
        state = f"Your draft of {moment(task.draft_saved_at)}"
    else:
        state = task.state.label
    return f"{state}, late" if task.is_late else state


class CheckUpdates(View):
    """Read once more what is ready, then submit all of it."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Every ready answer as it would be submitted, and what stands in the way of one that cannot be."""
        return self._page([_checked(draft) for draft in queries.ready_drafts(request.user)])

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Submit what was shown. What somebody else changed meanwhile stays here and says so."""
        shown = set(request.POST.getlist("draft"))
        chosen = [draft for draft in queries.ready_drafts(request.user) if _stamp(draft) in shown]
        done, left = [], []
        for draft in chosen:
            checked = _checked(draft)
            if checked["problem"] or not self._submit(checked):
                left.append(checked)
            else:
                done.append(draft.update)
        if done:
            messages.success(request, submitted_words(done))
        if left:
            return self._page(left, status=409)
        if not done:
            messages.info(request, "Nothing was left to submit. What you sent before has arrived.")
        return redirect(reverse("programmes:my_updates"))

    def _submit(self, checked: dict[str, Any]) -> bool:
        """Submit one answer; where somebody saved meanwhile and nothing clashes, what both wrote."""
        try:
            try:
                self._send(checked["form"])
            except StaleEdit:
                self._send(_merged(checked["form"]))
        except StaleEdit:
            checked["problem"] = "Somebody else saved this update while you were writing. Open it and choose."
        except ValidationError as refused:
            checked["problem"] = " ".join(refused.messages)
        return not checked["problem"]

    def _send(self, form: UpdateForm) -> None:
        services.submit_update(
            update=form.instance, by=self.request.user, now=timezone.now(), today=timezone.localdate()
        )

    def _page(self, checked: list[dict[str, Any]], status: int = 200) -> HttpResponse:
        hints = queries.hints_for([answer["row"] for answer in checked], timezone.localdate())
        context = {
            "title": "Check your updates",
            "nav": "work",
            "crumbs": [
                ("My work", HOME),
                ("My updates", reverse("programmes:my_updates")),
                ("Check", ""),
            ],
            "checked": [answer | {"hint": hints[answer["row"].pk]} for answer in checked],
            "button": f"Submit {counted(len(checked), 'update')}",
            "mine_url": reverse("programmes:my_updates"),
        }
        return render(self.request, "programmes/check_updates.html", context, status=status)


def _stamp(draft: Draft) -> str:
    """Names a draft as it stood: one changed since the page was drawn has another stamp."""
    return f"{draft.pk}-{draft.saved_at:%Y%m%d%H%M%S%f}"


def _checked(draft: Draft) -> dict[str, Any]:
    """A ready draft as facts, its form filled with it, and why it cannot be submitted, "" when it can."""
    row = draft.update
    form = UpdateForm(_as_sent({**draft.typed, "version": str(draft.version)}), instance=row)
    problems = row.writing_problems()
    sentences = [problem.message for problem in problems]
    if not form.is_valid():
        sentences += [words for errors in form.errors.values() for words in errors]
    return {
        "draft": draft,
        "stamp": _stamp(draft),
        "row": row,
        "form": form,
        "facts": answer_facts(row, words_of(row.action.partnership)),
        "problem": " ".join(dict.fromkeys(sentences)),
        "url": row.get_absolute_url(),
    }


def _as_sent(values: dict[str, str]) -> QueryDict:
    """Values as a browser would send them."""
    query = QueryDict(mutable=True)
    query.update(values)
    return query


def _merged(form: UpdateForm) -> UpdateForm:
    """The form with what only somebody else changed. Raises StaleEdit where both changed the same field."""
    row = form.instance
    fresh = Update.objects.select_related("round__plan", "action__partnership").get(pk=row.pk)
    stale = UpdateForm(form.data, instance=fresh)
    conflict = conflicts.find([stale], form.data)
    if conflict.clashes:
        raise StaleEdit(fresh, row.version)
    merged = UpdateForm(conflict.merged, instance=fresh)
    if not merged.is_valid():
        raise ValidationError([words for errors in merged.errors.values() for words in errors])
    return merged


def submitted_words(done: list[Update]) -> str:
    """What was submitted, and who agrees it by when."""
    references = listed([update.action.reference for update in done])
    sentence = f"Submitted: {references}."
    agreeing = {update.round.sign_off_on for update in done if update.round.plan.signs_off}
    if not agreeing:
        return sentence
    days = sorted(day for day in agreeing if day)
    until = f" by {day_words(days[-1])}" if days else ""
    return f"{sentence} The theme's lead agrees {'it' if len(done) == 1 else 'them'}{until}."
