"""What those who run the plan do with a round, from opening it to reopening what was locked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.generic import View

from core.domain.status import Status
from core.domain.vocabulary import Vocabulary
from core.domain.words import day_stated, day_words, listed
from core.downloads import TABLE_KINDS
from core.models import StaleEdit
from core.permissions import Verb
from core.tables import Column, Row
from programmes import queries, services
from programmes.domain.rolling import (
    RolledAction,
    becomes_words,
    left_words,
    rolled_words,
    take_back_problems,
)
from programmes.domain.rounds import RoundState, UpdateState, round_dates
from programmes.forms import (
    ConfirmForm,
    ExtendForm,
    OpeningForm,
    RemindForm,
    ReopenRoundForm,
    ReopenUpdatesForm,
)
from programmes.models import Round, Update, words_of
from programmes.views.place import RoundPlace
from programmes.views.reminding import not_reminded, remind, to_remind

ROLLED = (
    Column("Reference", "ref"),
    Column("Action", "main"),
    Column("Due", "date"),
    Column("What becomes of it"),
)
LEFT = (
    Column("Reference", "ref"),
    Column("Action", "main"),
    Column("Owner"),
    Column("Quarter"),
    Column("State"),
)
MISSING = (
    Column("Reference", "ref"),
    Column("Action", "main"),
    Column("Owner"),
    Column("Lead"),
    Column("State"),
)


@dataclass(frozen=True)
class Act:
    """One thing that can be done with a round: its words, its form, and the service that does it.

    ``do`` may give the sentence that is said afterwards; where it gives none, ``done`` is.
    """

    title: str
    button: str
    effect: str
    done: str
    offered_in: tuple[RoundState, ...]
    form: type[forms.Form]
    do: Callable[..., str | None]
    lists_missing: bool = False
    still: Callable[[Round], bool] = lambda row: True  # whether the button makes sense now


def _open(view: RoundAct, cleaned: dict[str, Any]) -> None:
    services.open_round(
        plan=view.plan(),
        quarter=view.kwargs["quarter"],
        by=view.request.user,
        today=timezone.localdate(),
        reason=cleaned.get("reason", ""),
    )


def _take_back(view: RoundAct, cleaned: dict[str, Any]) -> None:
    services.take_back_opening(round=view.row(), by=view.request.user, now=timezone.now())


def _can_be_taken_back(row: Round) -> bool:
    problems = take_back_problems(
        RoundState(row.state), queries.opened_at(row), queries.begun_in(row), timezone.now()
    )
    return not problems


def _close(view: RoundAct, cleaned: dict[str, Any]) -> None:
    services.close_round(round=view.row(), by=view.request.user)


def _lock(view: RoundAct, cleaned: dict[str, Any]) -> None:
    services.lock_round(round=view.row(), by=view.request.user, now=timezone.now())


def _open_again(view: RoundAct, cleaned: dict[str, Any]) -> None:
    services.reopen_round(
        round=view.row(), due_on=cleaned["due"], reason=cleaned["reason"], by=view.request.user
    )


def _reopen(view: RoundAct, cleaned: dict[str, Any]) -> None:
    services.reopen_updates(
        round=view.row(),
        updates=list(cleaned["updates"]),
        reason=cleaned["reason"],
        by=view.request.user,
        now=timezone.now(),
    )


def _remind(view: RoundAct, cleaned: dict[str, Any]) -> str:
    return remind(view.row(), set(cleaned["people"]), by=view.request.user, now=timezone.now())


def _extend(view: RoundAct, cleaned: dict[str, Any]) -> str:
    about = {
        "round": view.row(),
        "due_on": cleaned["due"],
        "reason": cleaned["reason"],
        "by": view.request.user,
        "today": timezone.localdate(),
    }
    if cleaned["whose"] == "everybody":
        services.extend_round(**about)
        return f"Everybody has until {day_words(cleaned['due'])}."
    chosen = services.extend_updates(updates=cleaned["updates"], **about)
    references = listed([update.action.reference for update in chosen])
    verb = "has" if len(chosen) == 1 else "have"
    return f"{references} {verb} until {day_words(cleaned['due'])}."


IN = (UpdateState.SUBMITTED, UpdateState.SIGNED_OFF)
ENDED = (RoundState.CLOSED, RoundState.LOCKED)
ACTS = {
    "open": Act(
        "Open {quarter}",
        "Open the round",
        "Every action that is not finished is asked for an update. References, dates and open milestones "
        "stay as they are; last quarter's words stand beside the new form.",
        "{quarter} is open.",
        (RoundState.PLANNED,),
        ConfirmForm,
        _open,
    ),
    "take-back": Act(
        "Take back the opening of {quarter}",
        "Take the opening back",
        "No update is asked for any more, and the round is planned again with its dates. This can be done "
        "for a day, and only before anybody has begun.",
        "The opening of {quarter} is taken back. The round is planned again.",
        (RoundState.OPEN,),
        ConfirmForm,
        _take_back,
        still=_can_be_taken_back,
    ),
    "remind": Act(
        "Remind who is missing in {quarter}",
        "Remind who is missing",
        "Everybody you leave ticked gets one letter now about all they have not sent, or whoever stands in "
        "for them. Nobody gets two in one day.",
        "",
        (RoundState.OPEN,),
        RemindForm,
        _remind,
    ),
    "extend": Act(
        "Give more time in {quarter}",
        "Give more time",
        "The due date moves, for everybody or for the updates you name, until the round locks at the "
        "latest. Letters and calendars follow it.",
        "",
        (RoundState.OPEN,),
        ExtendForm,
        _extend,
    ),
    "close": Act(
        "Close {quarter}",
        "Close the round",
        "Officers can no longer write. Leads still sign off, and what they return can still be answered.",
        "{quarter} is closed.",
        (RoundState.OPEN,),
        ConfirmForm,
        _close,
        lists_missing=True,
    ),
    "lock": Act(
        "Lock {quarter}",
        "Lock the round",
        "Nothing in it changes any more, here or in the admin. What is missing stays “{no_update}”, "
        "never last quarter's status. Single updates can be reopened with a reason.",
        "{quarter} is locked.",
        (RoundState.CLOSED,),
        ConfirmForm,
        _lock,
        lists_missing=True,
    ),
    "open-again": Act(
        "Open {quarter} again",
        "Open the round again",
        "Everybody can write again until the new due date.",
        "{quarter} is open again.",
        (RoundState.CLOSED,),
        ReopenRoundForm,
        _open_again,
    ),
    "reopen": Act(
        "Reopen updates of {quarter}",
        "Reopen updates",
        "The updates you name can be written again. All others stay as they are.",
        "Reopened. Their officers find them under Updates.",
        ENDED,
        ReopenUpdatesForm,
        _reopen,
    ),
}


class RoundAct(RoundPlace, View):
    """A confirm page for one thing done with a round, with what is missing where that matters."""

    @property
    def act(self) -> Act:
        """What the address asks for, or 404."""
        if self.kwargs["act"] not in ACTS:
            raise Http404("Nothing of this name is done with a round.")
        return ACTS[self.kwargs["act"]]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self._must_run()
        return self._page(self._form())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self._must_run()
        form = self._form(request.POST)
        if form.is_valid():
            try:
                message = self.act.do(self, form.cleaned_data) or self._words(self.act.done)
            except StaleEdit:
                form.add_error(
                    None, "Somebody changed this round just now. Look at it again before you go on."
                )
                return self._page(form, status=409)
            except ValidationError as refused:
                say_refusal(form, refused)
            else:
                messages.success(request, message)
                return redirect(reverse("programmes:round", kwargs=self.round_kwargs()))
        return self._page(form, status=422)

    def round_kwargs(self) -> dict[str, Any]:
        """The address of the round itself."""
        return {name: self.kwargs[name] for name in ("partnership", "plan", "quarter")}

    def _must_run(self) -> None:
        if self.kwargs["act"] == "open":
            self.must(Verb.RUN, self.plan(), model=Round)
        else:
            self.must(Verb.RUN, self.row())

    def _form(self, data: Any = None) -> forms.Form:
        if self.act.form is RemindForm:
            return RemindForm(data, people=to_remind(self.row(), timezone.localdate()))
        if self.act.form is ExtendForm:
            return ExtendForm(data, rows=self._missing())
        if self.act.form is ReopenUpdatesForm:
            rows = Update.objects.live().filter(round=self.row()).select_related("action", "round")
            return ReopenUpdatesForm(data, rows=rows.order_by("action__reference"))
        if self.kwargs["act"] == "open" and any(update.is_unsigned for update in self._left):
            return OpeningForm(data)
        return self.act.form(data)

    def _page(self, form: forms.Form, status: int = 200) -> HttpResponse:
        title = self._words(self.act.title)
        chase = queries.chase_list(self.row()) if self.act.lists_missing else None
        opens = self.kwargs["act"] == "open"
        left = self._left if opens else []
        unsigned = sum(update.is_unsigned for update in left)
        rolled = (
            queries.rolled_forward(self.plan(), self.kwargs["quarter"], timezone.localdate()) if opens else []
        )
        words = words_of(self.partnership)
        notes = not_reminded(self.row(), timezone.localdate()) if self.act.form is RemindForm else []
        context = {
            "title": title,
            "form": form,
            "lede": self._words(self.act.effect),
            "notes": notes,
            "nobody": isinstance(form, RemindForm) and not form.people,
            "rolled_words": rolled_words(rolled, words) if rolled else "",
            "rolled_columns": ROLLED,
            "rolled": [_rolled_row(action, words) for action in rolled],
            "previews": self._preview_links() if rolled else [],
            "left_words": left_words(len(left) - unsigned, unsigned, words),
            "left_columns": LEFT,
            "left": [
                Row((update.reference, update.title, update.owner, update.quarter, update.state.label))
                for update in left
            ],
            "dates": self._dates() if opens else [],
            "received": chase.whole.wording if chase else "",
            "columns": MISSING,
            "missing": [Row(cells) for cells in chase.missing] if chase else [],
            "unsigned": chase.unsigned if chase else (),
            "submit_label": self.act.button,
            "cancel_url": reverse("programmes:updates", args=[self.partnership.slug]),
            **self.shell_of((title, "")),
        }
        return render(self.request, "programmes/round_act.html", context, status=status)

    def _missing(self) -> Any:
        rows = self.row().updates.live().filter(action__archived_at=None).exclude(state__in=IN)
        return rows.select_related("action", "round").order_by("action__reference")

    @cached_property
    def _left(self) -> list[queries.Lacking]:
        """What earlier rounds lack."""
        return queries.still_lacking(self.plan(), self.kwargs["quarter"])

    def _preview_links(self) -> list[tuple[str, str]]:
        here = self.request.path.removesuffix("open/")
        return [(f"Download this preview as {kind.upper()}", f"{here}preview.{kind}") for kind in TABLE_KINDS]

    def _dates(self) -> list[tuple[str, str]]:
        quarter, plan = self.kwargs["quarter"], self.plan()
        row = plan.rounds.filter(year=quarter.year.start, quarter_number=quarter.number).first()
        standard = round_dates(quarter, queries.closures(plan))
        days = {
            "Due": row.due_on if row else standard.due,
            "Signed off by": row.sign_off_on if row else standard.sign_off,
            "Locks": row.lock_on if row else standard.lock,
        }
        return [(label, day_stated(day)) for label, day in days.items()]

    def _words(self, text: str) -> str:
        no_update = words_of(self.partnership).word(Status.NO_UPDATE)
        return text.format(quarter=self.kwargs["quarter"].label, no_update=no_update)


def _rolled_row(action: RolledAction, words: Vocabulary) -> Row:
    becomes = becomes_words(action.becomes, words)
    return Row(
        (action.reference, action.title, action.due, f"{becomes}. {action.why}" if action.why else becomes)
    )


def say_refusal(form: forms.Form, refused: ValidationError) -> None:
    """Each sentence beside its field, where the form has it."""
    if not hasattr(refused, "error_dict"):
        form.add_error(None, refused)
        return
    for name, errors in refused.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)
