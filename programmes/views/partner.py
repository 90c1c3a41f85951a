"""Partner bodies without accounts: the links a manager makes, and the three questions they lead to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import View

from core.domain.numbers import whole_number
from core.domain.vocabulary import Vocabulary
from core.domain.words import day_words
from core.models import StaleEdit
from core.permissions import Verb
from core.templatetags.ui import moment
from partnerships.models import Organisation
from partnerships.views import InPartnershipPage
from programmes import queries, services
from programmes.domain.rounds import UpdateState
from programmes.forms import PartnerLinkForm, ThreeQuestionsForm
from programmes.models import PartnerLink, Plan, Update, words_of
from programmes.views.round_acts import say_refusal

OVER = "This link does not work any more. Ask whoever sent it for a new one."


class PartnerLinks(InPartnershipPage, View):
    """The links of a partnership: make one, read its address, revoke it. For those who run the rounds."""

    model = PartnerLink

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The links and the form for another."""
        self._allowed()
        return self._page(self._form())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Make or revoke one."""
        self._allowed()
        if "revoke" in request.POST:
            return self._revoke(whole_number(request.POST["revoke"]))
        form = self._form(request.POST)
        if form.is_valid():
            try:
                services.make_link(by=request.user, today=timezone.localdate(), **form.cleaned_data)
            except ValidationError as refused:
                say_refusal(form, refused)
            else:
                body = form.cleaned_data["organisation"]
                messages.success(request, f"The link for {body} is made. Send it to one person there.")
                return redirect(request.path)
        return self._page(form, status=422)

    def _allowed(self) -> None:
        self.must(Verb.ADD, self.partnership)

    def _revoke(self, pk: int | None) -> HttpResponse:
        link = get_object_or_404(self.rows().live(), pk=pk or 0)
        try:
            services.revoke_link(link=link, by=self.request.user, now=timezone.now())
            messages.success(self.request, f"{link} does not work any more.")
        except ValidationError as refused:
            messages.error(self.request, " ".join(refused.messages))
        except StaleEdit:
            messages.error(self.request, "The link was used just now. Press Revoke again.")
        return redirect(self.request.path)

    def _form(self, data: Any = None) -> PartnerLinkForm:
        owned = Organisation.objects.filter(actions__partnership=self.partnership, actions__archived_at=None)
        plans = Plan.objects.live().filter(partnership=self.partnership)
        return PartnerLinkForm(data, plans=plans, organisations=owned.distinct().order_by("name"))

    def _page(self, form: PartnerLinkForm, status: int = 200) -> HttpResponse:
        rows = self.rows().live().select_related("plan", "organisation").order_by("revoked_at", "-pk")
        updates = ("Updates", reverse("programmes:updates", args=[self.partnership.slug]))
        context = {
            "title": "Links for partners",
            "lede": "A link asks a partner body three questions about its own actions, without an account. "
            "Whoever has it can answer until its last day, so send it to one person.",
            "form": form,
            "links": [_shown(link) for link in rows],
            **self.shell(updates, ("Links for partners", "")),
        }
        return render(self.request, "programmes/partner_links.html", context, status=status)


def _shown(link: PartnerLink) -> dict[str, Any]:
    works = link.works_on(timezone.localdate())
    last = f"last on {moment(link.used_at)}" if link.used_at else "never used"
    return {
        "link": link,
        "works": works,
        "address": settings.SITE_URL + link_path(link) if works else "",
        "state": f"Works until {day_words(link.expires_on)}"
        if works
        else f"Revoked on {moment(link.revoked_at)}"
        if link.revoked_at
        else f"Ended on {day_words(link.expires_on)}",
        "used": f"Used {link.uses} times, {last}" if link.uses else "Never used",
    }


def link_path(link: PartnerLink) -> str:
    """A link's secret address on this server."""
    return reverse("programmes:partner_answer", args=[services.token_of(link)])


@dataclass(frozen=True)
class ActionQuestions:
    """One action with its three questions, and how far its answer has come."""

    update: Update
    form: ThreeQuestionsForm
    state: str
    closed: str


@method_decorator([login_not_required, never_cache], name="dispatch")
class PartnerAnswer(View):
    """Three questions about each of one organisation's actions, and nothing else of the record."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The questions with the last answers in them; 404 for no link, 410 for one that is over."""
        link = services.row_of(PartnerLink, kwargs["token"])
        if link is None or not link.works_on(timezone.localdate()):
            return self._over(link)
        services.note_use(link=link, used_for="Opened.", now=timezone.now())
        return self._page(link)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take the answers about one action; 403 for an action the link is not for."""
        link = services.row_of(PartnerLink, kwargs["token"])
        if link is None or not link.works_on(timezone.localdate()):
            return self._over(link)
        updates = queries.asked_of(link)
        pk = whole_number(request.POST.get("update", ""))
        update = next((update for update in updates if update.pk == pk), None)
        if update is None:
            return self._refused("This action is not one of those the link is for.", 403)
        form = ThreeQuestionsForm(request.POST, prefix=f"a{update.pk}", words=words_of(link.plan.partnership))
        if not form.is_valid():
            return self._page(link, form, status=422)
        update.version = whole_number(request.POST.get("version", "")) or update.version
        return self._answer(link, update, form)

    def _answer(self, link: PartnerLink, update: Update, form: ThreeQuestionsForm) -> HttpResponse:
        cleaned = form.cleaned_data
        try:
            submitted = services.answer_through_link(
                link=link,
                update=update,
                going=form.status(),
                words=cleaned["words"],
                help_wanted=cleaned["help_wanted"],
                now=timezone.now(),
                today=timezone.localdate(),
            )
        except StaleEdit:
            form.add_error(None, "Somebody else answered for this action just now. Your words are below.")
            return self._page(link, form, status=409)
        except ValidationError as refused:
            form.add_error(None, ValidationError(refused.messages))
            return self._page(link, form, status=422)
        reference = update.action.reference
        words = (
            f"Thank you. Your answer about {reference} has arrived."
            if submitted
            else f"Thank you. {link.made_by} will ask you about the rest of {reference}."
        )
        messages.success(self.request, words)
        return redirect(f"{self.request.path}#a{update.pk}")

    def _page(
        self, link: PartnerLink, sent_form: ThreeQuestionsForm | None = None, status: int = 200
    ) -> HttpResponse:
        updates, words = queries.asked_of(link), words_of(link.plan.partnership)
        before = queries.answers_before(updates)
        questions = [_question(update, before.get(update.pk), sent_form, words) for update in updates]
        context = {
            "title": f"Updates from {link.organisation}",
            "form": sent_form,
            "questions": questions,
            "until": day_words(link.expires_on),
            "nothing": "" if questions else f"Nothing is asked of {link.organisation} just now.",
        }
        answer = render(self.request, "programmes/partner_answer.html", context, status=status)
        answer["X-Robots-Tag"] = "noindex"
        return answer

    def _over(self, link: PartnerLink | None) -> HttpResponse:
        if link is None:
            words = "This is not a link of ours. Copy all of it from the letter, to its last character."
            return self._refused(words, 404)
        return self._refused(OVER, 410)

    def _refused(self, words: str, status: int) -> HttpResponse:
        context = {"title": "This link cannot be used", "words": words}
        return render(self.request, "programmes/partner_refused.html", context, status=status)


def _question(
    update: Update, before: Update | None, sent_form: ThreeQuestionsForm | None, words: Vocabulary
) -> ActionQuestions:
    """An action's form: as it was just sent, else with this quarter's answer, else with the last one."""
    prefix = f"a{update.pk}"
    problems = update.writing_problems()
    last = update if update.is_in else before if before and before.is_in else None
    if sent_form is not None and sent_form.prefix == prefix:
        form = sent_form
    else:
        initial = {"going": last.status, "words": last.words} if last else {}
        form = ThreeQuestionsForm(prefix=prefix, initial=initial, words=words)
    return ActionQuestions(update, form, _state(update, last), problems[0].message if problems else "")


def _state(update: Update, last: Update | None) -> str:
    """Whether the quarter has an answer, and whose words the form was filled in with."""
    if update.is_in and update.submitted_at:
        return f"Answered on {moment(update.submitted_at)}"
    if update.state == UpdateState.RETURNED:
        return f"Returned: {update.returned_note}"
    return f"Not answered yet. Your answer for {last.round} is filled in." if last else "Not answered yet."
