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
from django.views.generic import TemplateView, View

from core.domain.numbers import whole_number
from core.domain.words import counted, day_words
from core.models import StaleEdit
from core.permissions import Verb
from core.tables import Column, Row
from core.templatetags.ui import moment, status_tag
from core.views import EditPage, HistoryPage
from partnerships.views import InPartnershipPage
from programmes import queries, services
from programmes.domain.rounds import RoundState, UpdateState
from programmes.forms import NoteForm, UpdateForm
from programmes.models import DateChange, Draft, Round, Update

MINE = (
    Column("Reference", "ref"),
    Column("Action", "main"),
    Column("Last quarter"),
    Column("State"),
)
MISSING = (
    Column("Reference", "ref"),
    Column("Action", "main"),
    Column("Owner"),
    Column("Lead"),
    Column("State"),
)
OWNERS = (Column("Organisation", "main"), Column("In", "num"), Column("Due", "num"))


class UpdatesPage(InPartnershipPage, TemplateView):
    """An officer's task list, and for whoever runs the rounds what is in and what is missing."""

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
            rounds=[self._chased(one) for one in self._newest_rounds()] if runs else [],
            openings=self._openings() if runs else [],
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
        for one in self._started:
            newest.setdefault(one.plan_id, one)
        return list(newest.values())

    def _earlier(self) -> list[tuple[str, str]]:
        newest = self._newest_rounds()
        rows = [one for one in self._started if one not in newest]
        return [(f"{one} ({one.get_state_display().lower()})", one.get_absolute_url()) for one in rows]

    def _chased(self, one: Round) -> dict[str, Any]:
        chase = queries.chase_list(one)
        return {
            "round": one,
            "words": chase.whole.wording,
            "owners": [Row((name, share.received, share.due)) for name, share in chase.by_owner.items()],
            "missing": [Row(cells, self._action_url(cells[0])) for cells in chase.missing],
            "due": f"Due {day_words(one.due_on)}" if one.due_on else "",
        }

    def _openings(self) -> list[tuple[str, str]]:
        """The next round of each plan that has none open: label and address of its opening."""
        found = []
        for plan in self.partnership.plans.live():
            if any(one.plan_id == plan.pk and one.state == RoundState.OPEN for one in self._started):
                continue
            quarter = queries.next_quarter(plan, timezone.localdate())
            url = reverse(
                "programmes:round_act", args=[self.partnership.slug, plan.reference, quarter, "open"]
            )
            found.append((f"Open {quarter.label} of {plan}", url))
        return found

    def _moves(self) -> Any:
        return DateChange.objects.filter(action__partnership=self.partnership)

    def _action_url(self, reference: str) -> str:
        return reverse("programmes:action", args=[self.partnership.slug, reference])


def _by_round(mine: list[queries.MyUpdate]) -> list[dict[str, Any]]:
    """The task list by quarter: a heading with the due date, how many are in, and the rows."""
    groups: dict[tuple[Any, Any], list[queries.MyUpdate]] = {}
    for one in mine:
        groups.setdefault((one.quarter, one.due_on), []).append(one)
    return [
        {
            "heading": quarter.label,
            "id": quarter.slug,
            "due": f"Due {day_words(due)}" if due else "",
            "words": f"{sum(one.is_in for one in rows)} of {counted(len(rows), 'update')} in",
            "rows": [_task(one) for one in rows],
        }
        for (quarter, due), rows in groups.items()
    ]


def _task(one: queries.MyUpdate) -> Row:
    state: str = one.state.label
    if one.draft_saved_at and not one.is_in:
        state = f"{state}: your draft of {moment(one.draft_saved_at)}"
    if one.is_late:
        state = f"{state}, late"
    last = status_tag(one.before) if one.before else "New"
    return Row((one.reference, one.title, last, format_html("{}", state)), one.url)


class UpdatePlace(InPartnershipPage):
    """A page of one update: /updates/<quarter>/<reference>/."""

    model = Update

    def row(self) -> Update:
        """The update in the address, or 404."""
        quarter = self.kwargs["quarter"]
        rows = self.rows().select_related("round__plan", "action__theme", "submitted_by", "signed_by")
        found: Update = get_object_or_404(
            rows,
            action__reference=self.kwargs["reference"],
            round__year=quarter.year.start,
            round__quarter_number=quarter.number,
        )
        found.action.partnership = self.partnership
        return found

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
        initial = {**draft.typed, "version": draft.version} if draft else {}
        form = UpdateForm(instance=row, initial=initial)
        return render(request, self.template_name, self.context(row, form, draft))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Keep a draft, throw it away, or submit."""
        do = request.POST.get("do")
        if do not in {"draft", "discard"}:
            return super().post(request, *args, **kwargs)
        row = self.row()
        self.must(self.verb, row)
        if do == "discard":
            services.discard_draft(update=row, by=request.user)
            messages.success(request, "Your draft is gone.")
            return redirect(row.get_absolute_url())
        return self._keep(row)

    def _keep(self, row: Update) -> HttpResponse:
        form = UpdateForm(self.request.POST, instance=row)
        row.version = whole_number(self.request.POST.get("version", "")) or row.version
        try:
            draft = services.save_draft(
                update=row, typed=form.typed(), by=self.request.user, now=timezone.now()
            )
        except ValidationError as refused:
            form.errors.clear()
            form.add_error(None, refused)
            return render(self.request, self.template_name, self.context(self.row(), form), status=422)
        messages.success(self.request, f"Draft saved on {moment(draft.saved_at)}. Nothing is submitted yet.")
        return redirect(row.get_absolute_url())

    def save(self, form: Any) -> Update:
        """Submit it."""
        return services.submit_update(
            update=form.instance, by=self.request.user, now=timezone.now(), today=timezone.localdate()
        )

    def said(self, row: Update) -> str:
        """What was submitted, and who reads it next."""
        lead = " The theme's lead agrees it next." if row.round.plan.signs_off else ""
        return f"{row.action.reference} is submitted for {row.round}.{lead}"

    def success_url(self, row: Update) -> str:
        """The next of mine that is not in, or the task list."""
        following = None
        if self.request.POST.get("do") == "next":
            following = queries.next_of_mine(self.request.user, row)
        if following is not None:
            return str(following.get_absolute_url())
        return reverse("programmes:updates", args=[self.partnership.slug])

    def context(self, row: Update, form: Any, draft: Draft | None = None) -> dict[str, Any]:
        """The form or the words, what was said last quarter, and why it cannot be written if it cannot."""
        may_answer = self.may(self.verb, row)
        problems = row.writing_problems()
        before = queries.answer_before(row)
        return {
            "row": row,
            "form": form,
            "title": f"{row.round} update: {row.action.title}",
            "reference": row.action.reference,
            "meta": f"Due {day_words(row.round.due_on)}" if row.round.due_on else "",
            "writes": may_answer and (not problems or form.is_bound),
            "locked": problems[0].message if problems else "",
            "draft": draft,
            "overtaken": draft is not None and draft.version != row.version and row.is_in,
            "drafts": queries.drafts_shown(row, self.request.user),
            "answer": update_facts(row),
            "before": before,
            "before_facts": update_facts(before) if before else [],
            "has_next": queries.next_of_mine(self.request.user, row) not in (None, row)
            if may_answer
            else False,
            "review_url": f"{row.get_absolute_url()}sign-off/" if self._reviews(row) else "",
            "history_url": f"{row.get_absolute_url()}history/",
            "cancel_url": reverse("programmes:updates", args=[self.partnership.slug]),
            **self.shell_of(row),
        }

    def _reviews(self, row: Update) -> bool:
        return row.state == UpdateState.SUBMITTED and row.round.plan.signs_off and self.may(Verb.SIGN, row)


def update_facts(row: Update) -> list[tuple[str, object]]:
    """What an update that is in says, as facts; nothing for one that is not, whoever asks."""
    if not row.is_in:
        return []
    who = (row.recovery_owner, row.recovery_on and f"by {day_words(row.recovery_on)}")
    given = [
        ("Status", status_tag(row.status)),
        ("What happened, and what is next", row.words),
        ("Expected to be done", str(row.forecast or "")),
        ("Why it is at risk or off track", row.reason),
        ("What will bring it back", "\n".join(filter(None, (row.recovery, ", ".join(filter(None, who)))))),
        ("Finished on", day_words(row.actual_on) if row.actual_on else ""),
        ("Help or a decision asked for", row.help_wanted),
    ]
    return [(label, value) for label, value in given if value]


class SignOffQueue(InPartnershipPage, TemplateView):
    """What a lead has to agree, worst first, this quarter's words beside the last."""

    model = Update
    template_name = "programmes/sign_off.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The queue."""
        updates = ("Updates", reverse("programmes:updates", args=[self.partnership.slug]))
        return super().get_context_data(**kwargs) | dict(
            title="To sign off",
            queue=queries.to_sign_off(self.request.user, self.rows()),
            **self.shell(updates, ("To sign off", "")),
        )


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
                messages.success(request, f"{row.action.reference} is returned to its officer.")
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
        before = queries.answer_before(row)
        context = {
            "row": row,
            "form": form,
            "title": f"Sign off {row.round}: {row.action.title}",
            "reference": row.action.reference,
            "meta": f"From {row.submitted_by}, {moment(row.submitted_at)}" if row.submitted_at else "",
            "answer": update_facts(row),
            "signable": row.state == UpdateState.SUBMITTED,
            "state": row.get_state_display(),
            "before_facts": update_facts(before) if before else [],
            "before": before,
            "evidence": row.action.evidence.live().filter(round=row.round),
            **self.shell_of(row, ("Sign off", "")),
        }
        return render(self.request, "programmes/review.html", context, status=status)


class UpdateHistory(UpdatePlace, HistoryPage):
    """Who submitted, returned and agreed what. Drafts are not in it.

    Nothing is restored from here: old words come back by being submitted again, so that they are checked
    and signed.
    """

    http_method_names = ["get", "head", "options"]

    def extra(self, row: Update) -> dict[str, Any]:
        """Inside the partnership's shell; an update is written again on its own page."""
        return {"restore_url": "", **self.shell_of(row, ("History", ""))}
