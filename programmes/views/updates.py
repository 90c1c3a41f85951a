"""Updates: what I have to write, the form, and what a lead agrees."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.generic import TemplateView

from core.domain.numbers import whole_number
from core.domain.words import counted, day_words
from core.history import Labels
from core.permissions import Verb
from core.tables import Column, Row
from core.templatetags.ui import moment, status_tag
from core.views import EditPage, HistoryPage
from partnerships.views import InPartnershipPage
from programmes import queries, services
from programmes.domain.rounds import RoundState, UpdateState
from programmes.forms import EvidenceForm, UpdateForm
from programmes.models import DateChange, Draft, Evidence, Round, Update, field_labels, words_of
from programmes.views.answering import (
    EVIDENCE,
    answering,
    drafted_form,
    is_autosave,
    opened,
)
from programmes.views.round_acts import MISSING

MINE = (
    Column("Reference", "ref"),
    Column("Action", "main"),
    Column("Last quarter"),
    Column("State"),
)
OWNERS = (Column("Organisation", "main"), Column("In", "num"), Column("Due", "num"))


class UpdatesPage(InPartnershipPage, TemplateView):
    """An officer's task list, and for those who run the rounds what is in and what is missing."""

    model = Update
    template_name = "programmes/updates.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Mine, the newest round of each plan, and moves that wait."""
        user, today = self.request.user, timezone.localdate()
        mine = queries.my_updates(user, today, rows=self.rows())
        runs = self.may(Verb.RUN, self.partnership, model=Round)
        return super().get_context_data(**kwargs) | dict(
            title="Updates",
            groups=_by_round(mine),
            columns=MINE,
            nothing="" if mine else self._nothing(),
            to_sign=len(queries.to_sign_off(user, self.rows())),
            sign_url=reverse("programmes:sign_off", args=[self.partnership.slug]),
            rounds=[self._chased(row) for row in self._newest_rounds()] if runs else [],
            openings=self._openings() if runs else [],
            links_url=reverse("programmes:partner_links", args=[self.partnership.slug]) if runs else "",
            earlier=self._earlier() if runs else [],
            owners=OWNERS,
            missing=MISSING,
            waiting=queries.moves_waiting(self._moves()) if runs else [],
            **self.shell(("Updates", "")),
        )

    def _nothing(self) -> str:
        rounds = self._newest_rounds()
        if rounds and rounds[0].state == RoundState.OPEN:
            return f"Nothing is waiting for you. {rounds[0]} is open until {day_words(rounds[0].due_on)}."
        return "Nothing is waiting for you. No round is open."

    @cached_property
    def _started(self) -> list[Round]:
        rows = Round.objects.live().filter(plan__partnership=self.partnership, plan__archived_at=None)
        return list(rows.exclude(state=RoundState.PLANNED).select_related("plan__partnership"))

    def _newest_rounds(self) -> list[Round]:
        newest: dict[int, Round] = {}
        for row in self._started:
            newest.setdefault(row.plan_id, row)
        return list(newest.values())

    def _earlier(self) -> list[tuple[str, str]]:
        newest = self._newest_rounds()
        rows = [row for row in self._started if row not in newest]
        return [(f"{row} ({row.get_state_display().lower()})", row.get_absolute_url()) for row in rows]

    def _chased(self, row: Round) -> dict[str, Any]:
        chase = queries.chase_list(row)
        return {
            "round": row,
            "words": chase.whole.wording,
            "owners": [Row((name, share.received, share.due)) for name, share in chase.by_owner.items()],
            "missing": [Row(cells, self._action_url(cells[0])) for cells in chase.missing],
            "due": f"Due {day_words(row.due_on)}" if row.due_on else "",
        }

    def _openings(self) -> list[tuple[str, str]]:
        """The next round of each plan that has none open: label and address of its opening."""
        openings = []
        for plan in self.partnership.plans.live():
            if any(row.plan_id == plan.pk and row.state == RoundState.OPEN for row in self._started):
                continue
            quarter = queries.next_quarter(plan, timezone.localdate())
            url = reverse(
                "programmes:round_act", args=[self.partnership.slug, plan.reference, quarter, "open"]
            )
            openings.append((f"Open {quarter.label} of {plan}", url))
        return openings

    def _moves(self) -> Any:
        return DateChange.objects.filter(action__partnership=self.partnership)

    def _action_url(self, reference: str) -> str:
        return reverse("programmes:action", args=[self.partnership.slug, reference])


def _by_round(mine: list[queries.MyUpdate]) -> list[dict[str, Any]]:
    """The task list by quarter: a heading with the due date, how many are in, and the rows."""
    groups: dict[tuple[Any, Any], list[queries.MyUpdate]] = {}
    for task in mine:
        groups.setdefault((task.quarter, task.due_on), []).append(task)
    return [
        {
            "heading": quarter.label,
            "id": quarter.slug,
            "due": f"Due {day_words(due)}" if due else "",
            "words": f"{sum(task.is_in for task in rows)} of {counted(len(rows), 'update')} in",
            "rows": [_task(task) for task in rows],
        }
        for (quarter, due), rows in groups.items()
    ]


def _task(task: queries.MyUpdate) -> Row:
    state: str = task.state.label
    if task.draft_saved_at and not task.is_in:
        state = f"{state}: your draft of {moment(task.draft_saved_at)}"
    if task.is_late:
        state = f"{state}, late"
    last = status_tag(task.before, task.vocabulary) if task.before else "New"
    return Row((task.reference, task.title, last, format_html("{}", state)), task.url)


class UpdatePlace(InPartnershipPage):
    """A page of one update: /updates/<quarter>/<reference>/."""

    model = Update

    def row(self) -> Update:
        """The update in the address, or 404."""
        quarter = self.kwargs["quarter"]
        rows = self.rows().select_related(
            "round__plan", "action__theme", "submitted_by", "answered_by", "signed_by"
        )
        update: Update = get_object_or_404(
            rows,
            action__reference=self.kwargs["reference"],
            round__year=quarter.year.start,
            round__quarter_number=quarter.number,
        )
        update.action.partnership = self.partnership
        return update

    def labels(self) -> Labels:
        """Stages and confidences in the partnership's words."""
        return field_labels(words_of(self.partnership))

    def shell_of(self, update: Update, *crumbs: tuple[str, str]) -> dict[str, Any]:
        """The shell with the updates in the breadcrumbs."""
        updates = ("Updates", reverse("programmes:updates", args=[self.partnership.slug]))
        own = update.get_absolute_url() if crumbs else ""
        return self.shell(updates, (f"{update.action.reference}, {update.round}", own), *crumbs)


class UpdatePage(UpdatePlace, EditPage):
    """Write one update, or read it. Last quarter's words stand beside."""

    form_class = UpdateForm
    template_name = "programmes/update.html"
    verb = Verb.ANSWER

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form with one's own draft in it; the words alone for those who only read."""
        row = self.row()
        draft = Draft.objects.filter(update=row, author=request.user).first()
        return render(request, self.template_name, self.context(row, drafted_form(row, draft), draft=draft))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Keep a draft, a finished answer or evidence; throw the draft away; or submit."""
        keep = {
            "draft": self._keep_draft,
            "next": self._keep_ready,
            "evidence": self._keep_evidence,
            "discard": self._discard,
        }.get(request.POST.get("do", ""))
        if keep is None:
            return super().post(request, *args, **kwargs)
        row = self.row()
        self.must(self.verb, row)
        row.version = whole_number(request.POST.get("version", "")) or row.version
        return keep(row)

    def _discard(self, row: Update) -> HttpResponse:
        services.discard_draft(update=row, by=self.request.user)
        messages.success(self.request, "Your draft is gone.")
        return redirect(row.get_absolute_url())

    def _keep_draft(self, row: Update) -> HttpResponse:
        """Keep what stands in the form as it is. A script that saves while somebody writes wants one line."""
        typed, by_itself = UpdateForm(self.request.POST, instance=row).typed(), is_autosave(self.request)
        if by_itself and self._is_overtaken(row):
            return HttpResponse("Submitted.", content_type="text/plain")
        try:
            draft = services.save_draft(update=row, typed=typed, by=self.request.user, now=timezone.now())
        except ValidationError as refused:
            if by_itself:
                return HttpResponse(" ".join(refused.messages), status=422, content_type="text/plain")
            return self._refused(refused)
        words = f"Draft saved on {moment(draft.saved_at)}. Nothing is submitted yet."
        if by_itself:
            return HttpResponse(words, content_type="text/plain")
        messages.success(self.request, words)
        return redirect(row.get_absolute_url())

    def _is_overtaken(self, row: Update) -> bool:
        """Whether the person's own submission was quicker than the script that still saves a draft of it."""
        stored = self.row()
        return stored.is_in and stored.submitted_by == self.request.user and row.version < stored.version

    def _keep_ready(self, row: Update) -> HttpResponse:
        """Save and next: keep a finished answer with the others, and open the next one to write."""
        form = UpdateForm(self.request.POST, instance=row)
        if not form.is_valid():
            return render(self.request, self.template_name, self.context(self.row(), form), status=422)
        try:
            services.save_ready(
                update=form.instance,
                typed=form.typed(),
                by=self.request.user,
                now=timezone.now(),
                today=timezone.localdate(),
            )
        except ValidationError as refused:
            form.add_error(None, refused)
            return render(self.request, self.template_name, self.context(self.row(), form), status=422)
        tasks = queries.my_updates(self.request.user, timezone.localdate())
        following = queries.next_of_mine(tasks, row.pk)
        if following is None:
            return redirect(reverse("programmes:check_updates"))
        messages.success(self.request, f"{row.action.reference} is ready to submit.")
        return redirect(opened(following.key))

    def _keep_evidence(self, row: Update) -> HttpResponse:
        """Keep a file or a link, and what is typed as a draft. Evidence raises no version of the update."""
        self.must(Verb.ADD, row.action, model=Evidence)
        form = EvidenceForm(self.request.POST, self.request.FILES, prefix=EVIDENCE)
        typed = UpdateForm(self.request.POST, instance=row).typed()
        if form.is_valid():
            try:
                services.save_draft(update=row, typed=typed, by=self.request.user, now=timezone.now())
                added = services.add_evidence(
                    action=row.action,
                    shown_in=row.round,
                    by=self.request.user,
                    moment=timezone.now(),
                    **form.evidence(),
                )
            except ValidationError as refused:
                form.add_error(None, ValidationError(refused.messages))
            else:
                messages.success(self.request, f"{added.title} is added, and your draft is kept.")
                return redirect(f"{row.get_absolute_url()}#{EVIDENCE}")
        shown = self.row()
        written = UpdateForm(instance=shown, initial={**typed, "version": row.version})
        context = self.context(shown, written, evidence_form=form)
        return render(self.request, self.template_name, context, status=422)

    def _refused(self, refused: ValidationError) -> HttpResponse:
        form = UpdateForm(self.request.POST, instance=self.row())
        form.errors.clear()
        form.add_error(None, refused)
        return render(self.request, self.template_name, self.context(self.row(), form), status=422)

    def save(self, form: Any) -> Update:
        return services.submit_update(
            update=form.instance, by=self.request.user, now=timezone.now(), today=timezone.localdate()
        )

    def said(self, row: Update) -> str:
        """What was submitted, and who reads it next."""
        lead = " The theme's lead agrees it next." if row.round.plan.signs_off else ""
        return f"{row.action.reference} is submitted for {row.round}.{lead}"

    def success_url(self, row: Update) -> str:
        """The partnership's list of updates."""
        return reverse("programmes:updates", args=[self.partnership.slug])

    def context(
        self, row: Update, form: Any, draft: Draft | None = None, evidence_form: EvidenceForm | None = None
    ) -> dict[str, Any]:
        """The form or the words, what was said last quarter, and why it cannot be written if it cannot."""
        may_answer = self.may(self.verb, row)
        problems = row.writing_problems()
        return {
            **answering(row, form, self.request.user, draft=draft, evidence_form=evidence_form),
            "title": f"{row.round} update: {row.action.title}",
            "reference": row.action.reference,
            "meta": f"Due {day_words(row.due)}" if row.due else "",
            "writes": may_answer and (not problems or form.is_bound),
            "locked": problems[0].message if problems else "",
            "review_url": f"{row.get_absolute_url()}sign-off/" if self._reviews(row) else "",
            "cancel_url": reverse("programmes:updates", args=[self.partnership.slug]),
            **self.shell_of(row),
        }

    def _reviews(self, row: Update) -> bool:
        return row.state == UpdateState.SUBMITTED and row.round.plan.signs_off and self.may(Verb.SIGN, row)


class UpdateHistory(UpdatePlace, HistoryPage):
    """Who submitted, returned and agreed what. Drafts are not in it.

    Nothing is restored from here: old words come back by being submitted again, so that they are checked
    and signed.
    """

    http_method_names = ["get", "head", "options"]

    def extra(self, row: Update) -> dict[str, Any]:
        """Inside the partnership's shell; an update is written again on its own page."""
        return {"restore_url": "", **self.shell_of(row, ("History", ""))}
