"""What a lead agrees: the queue with what to look at twice, one update, and all that raise no question."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView, View

from core.domain.numbers import whole_number
from core.domain.status import Status
from core.domain.words import counted, listed
from core.models import StaleEdit
from core.permissions import Verb
from core.templatetags.ui import moment
from partnerships.views import InPartnershipPage
from programmes import queries, services
from programmes.domain.rounds import UpdateState
from programmes.forms import NoteForm
from programmes.models import Update, words_of
from programmes.views.answering import update_facts
from programmes.views.updates import UpdatePlace


class Queue(InPartnershipPage):
    """The submitted updates the person may agree."""

    model = Update

    def queue(self) -> list[tuple[queries.ToSign, tuple[str, ...]]]:
        """Each with the questions it raises, worst status first."""
        waiting = queries.to_sign_off(self.request.user, self.rows())
        flags = queries.flags_of(waiting, timezone.localdate())
        return [(update, flags[update.pk]) for update in waiting]

    def plain(self) -> list[queries.ToSign]:
        """Those on track that raise no question."""
        return [update for update, flags in self.queue() if update.status is Status.ON_TRACK and not flags]

    def shell_of(self, *crumbs: tuple[str, str]) -> dict[str, Any]:
        """The shell with the updates in the breadcrumbs."""
        updates = ("Updates", reverse("programmes:updates", args=[self.partnership.slug]))
        own = self.queue_url() if crumbs else ""
        return self.shell(updates, ("To sign off", own), *crumbs)

    def queue_url(self) -> str:
        return reverse("programmes:sign_off", args=[self.partnership.slug])


class SignOffQueue(Queue, TemplateView):
    """What a lead has to agree, worst first, this quarter's words beside the last."""

    template_name = "programmes/sign_off.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The queue, and how many could be agreed in one step."""
        queue = self.queue()
        good = words_of(self.partnership).inside(Status.ON_TRACK)
        plain = sum(update.status is Status.ON_TRACK and not flags for update, flags in queue)
        return super().get_context_data(**kwargs) | dict(
            title="To sign off",
            queue=queue,
            plain=f"Agree all that are {good} and raise no question ({plain})" if plain > 1 else "",
            moved=queries.moved_dates(self.request.user, self.rows()),
            plain_url=reverse("programmes:sign_off_all", args=[self.partnership.slug]),
            **self.shell_of(),
        )


class SignOffAll(Queue, View):
    """Agree at once every update on track that raises no question, after reading them on one page."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What would be agreed."""
        return self._page(self.plain())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Agree what was shown, as it was shown; what changed meanwhile waits in the queue."""
        shown = set(request.POST.getlist("update"))
        done, left = [], []
        for update in self.plain():
            if stamp(update) not in shown:
                continue
            row = Update.objects.select_related("round__plan", "action").get(pk=update.pk)
            row.version = update.version
            try:
                services.sign_off_update(update=row, by=request.user, now=timezone.now())
                done.append(update.reference)
            except (StaleEdit, ValidationError):
                left.append(update.reference)
        if done:
            messages.success(request, f"Signed off: {listed(done)}.")
        waiting = len(shown) - len(done)
        if left or waiting:
            words = counted(waiting, "update", "updates")
            messages.warning(
                request, f"{words} changed while you were reading, or somebody else agreed them."
            )
        return redirect(self.queue_url())

    def _page(self, plain: list[queries.ToSign]) -> HttpResponse:
        good = words_of(self.partnership).inside(Status.ON_TRACK)
        context = {
            "title": "Agree all that raise no question",
            "queue": [(update, stamp(update)) for update in plain],
            "button": f"Agree {counted(len(plain), 'update')}",
            "queue_url": self.queue_url(),
            "nothing": f"Nothing that is {good} and raises no question waits for you.",
            **self.shell_of(("Agree all", "")),
        }
        return render(self.request, "programmes/sign_off_all.html", context)


def stamp(update: queries.ToSign) -> str:
    """Names an update as it was read."""
    return f"{update.pk}-{update.version}"


class ReviewPage(UpdatePlace, View):
    """A lead agrees one update, or returns it with a note."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Now and last quarter, side by side."""
        return self._page(self._allowed(), NoteForm())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Agree or return; 409 when the officer changed it since this page was drawn."""
        row = self._allowed()
        row.version = whole_number(request.POST.get("version", "")) or row.version
        form = NoteForm(request.POST)
        if not form.is_valid():
            return self._page(row, form, status=422)
        try:
            if request.POST.get("do") == "return":
                services.return_update(update=row, note=form.cleaned_data["note"], by=request.user)
                has_letter = services.tell_returned(row)
                letter = " They have a letter about it." if has_letter else ""
                messages.success(request, f"{row.action.reference} is returned to its officer.{letter}")
            else:
                services.sign_off_update(update=row, by=request.user, now=timezone.now())
                messages.success(request, f"{row.action.reference} is signed off.")
        except StaleEdit:
            form.add_error(
                None, "This update changed while you were reading. Read it again before you agree."
            )
            return self._page(self.row(), form, status=409)
        except ValidationError as refused:
            form.add_error("note" if "note" in getattr(refused, "error_dict", {}) else None, refused.messages)
            return self._page(self.row(), form, status=422)
        return redirect(reverse("programmes:sign_off", args=[self.partnership.slug]))

    def _allowed(self) -> Update:
        row = self.row()
        self.must(Verb.SIGN, row)
        return row

    def _page(self, row: Update, form: NoteForm, status: int = 200) -> HttpResponse:
        before, words = queries.answer_before(row), words_of(self.partnership)
        context = {
            "row": row,
            "form": form,
            "title": f"Sign off {row.round}: {row.action.title}",
            "reference": row.action.reference,
            "meta": f"From {row.said_by}, {moment(row.submitted_at)}" if row.submitted_at else "",
            "answer": update_facts(row, words),
            "signable": row.state == UpdateState.SUBMITTED,
            "state": row.get_state_display(),
            "flags": queries.flags_of([queries.to_sign(row, before, words)], timezone.localdate())[row.pk],
            "before_facts": update_facts(before, words) if before else [],
            "before": before,
            "evidence": row.action.evidence.live().filter(round=row.round),
            **self.shell_of(row, ("Sign off", "")),
        }
        return render(self.request, "programmes/review.html", context, status=status)
