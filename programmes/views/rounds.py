"""Rounds: opened, closed, locked and reopened by whoever runs the plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.generic import View

from core.domain.status import Status
from core.domain.vocabulary import Vocabulary
from core.domain.words import day_words
from core.models import StaleEdit
from core.permissions import Verb
from core.tables import Column, Row
from core.views import DetailPage, EditPage
from partnerships.views import InPartnershipPage
from programmes import queries, services
from programmes.domain.rolling import RolledAction, becomes_words, rolled_words
from programmes.domain.rounds import RoundState, round_dates
from programmes.forms import ConfirmForm, ReopenRoundForm, ReopenUpdatesForm, RoundForm
from programmes.models import Plan, Round, Update, words_of

ROLLED = (
    Column("Reference", "ref"),
    Column("Action", "main"),
    Column("Due", "date"),
    Column("What becomes of it"),
)
MISSING = (Column("Reference", "ref"), Column("Action", "main"), Column("Owner"), Column("State"))


class RoundPlace(InPartnershipPage):
    """A page of one plan's round of one quarter."""

    model = Round

    def plan(self) -> Plan:
        """The plan in the address, or 404."""
        rows = Plan.objects.live().visible_to(self.request.user).filter(partnership=self.partnership)
        found: Plan = get_object_or_404(rows, reference=self.kwargs["plan"])
        found.partnership = self.partnership
        return found

    def row(self) -> Round:
        """The round in the address, or 404."""
        quarter, plan = self.kwargs["quarter"], self.plan()
        found: Round = get_object_or_404(
            self.rows().live(), plan=plan, year=quarter.year.start, quarter_number=quarter.number
        )
        found.plan = plan
        return found

    def shell_of(self, *crumbs: tuple[str, str]) -> dict[str, Any]:
        """The shell with the updates and the round in the breadcrumbs."""
        quarter, slug = self.kwargs["quarter"], self.partnership.slug
        updates = ("Updates", reverse("programmes:updates", args=[slug]))
        own = reverse("programmes:round", args=[slug, self.kwargs["plan"], quarter]) if crumbs else ""
        return self.shell(updates, (quarter.label, own), *crumbs)


class RoundPage(RoundPlace, DetailPage):
    """A round: its dates, how much is in, and what can be done with it now."""

    template_name = "core/detail.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Facts and buttons."""
        context = super().get_context_data(**kwargs)
        row: Round = context["row"]
        chase = queries.chase_list(row)
        days = {
            "Opens": row.opens_on,
            "Due": row.due_on,
            "Signed off by": row.sign_off_on,
            "Locks": row.lock_on,
        }
        return context | {
            "title": f"Round of {row}",
            "meta": f"{row.plan.name}, {row.quarter.long_label}",
            "actions": self._buttons(row),
            "facts": [
                ("State", row.get_state_display()),
                *((label, day_words(day) if day else "Not stated") for label, day in days.items()),
                ("Received", chase.whole.wording),
                ("Waiting to be signed off", str(len(chase.unsigned)) if row.plan.signs_off else "Not used"),
                *([("Locked", day_words(timezone.localdate(row.locked_at)))] if row.locked_at else []),
            ],
            **self.shell_of(),
        }

    def _buttons(self, row: Round) -> list[tuple[str, str]]:
        if not self.may(Verb.RUN, row):
            return []
        here = row.get_absolute_url()
        offered = [
            (act.button, f"{here}{name}/") for name, act in ACTS.items() if row.state in act.offered_in
        ]
        return [*offered, *([("Change its dates", f"{here}edit/")] if row.state != RoundState.LOCKED else [])]


class RoundEdit(RoundPlace, EditPage):
    """Change a round's dates."""

    form_class = RoundForm
    verb = Verb.RUN

    def context(self, row: Round, form: Any) -> dict[str, Any]:
        """Inside the partnership's shell."""
        return super().context(row, form) | {
            "title": f"Change the dates of {row}",
            **self.shell_of(("Change its dates", "")),
        }


@dataclass(frozen=True)
class Act:
    """One thing that can be done with a round: its words, its form, and the service that does it."""

    title: str
    button: str
    effect: str
    done: str
    offered_in: tuple[RoundState, ...]
    form: type[forms.Form]
    do: Callable[..., object]
    lists_missing: bool = False


def _open(view: RoundAct, given: dict[str, Any]) -> None:
    services.open_round(
        plan=view.plan(), quarter=view.kwargs["quarter"], by=view.request.user, today=timezone.localdate()
    )


def _close(view: RoundAct, given: dict[str, Any]) -> None:
    services.close_round(round=view.row(), by=view.request.user)


def _lock(view: RoundAct, given: dict[str, Any]) -> None:
    services.lock_round(round=view.row(), by=view.request.user, now=timezone.now())


def _open_again(view: RoundAct, given: dict[str, Any]) -> None:
    services.reopen_round(round=view.row(), due_on=given["due"], reason=given["reason"], by=view.request.user)


def _reopen(view: RoundAct, given: dict[str, Any]) -> None:
    services.reopen_updates(
        round=view.row(),
        updates=list(given["updates"]),
        reason=given["reason"],
        by=view.request.user,
        now=timezone.now(),
    )


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
            raise Http404("A round can be opened, closed, locked or reopened.")
        return ACTS[self.kwargs["act"]]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What will happen."""
        self._must_run()
        return self._page(self._form())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do it, or say why not."""
        self._must_run()
        form = self._form(request.POST)
        if form.is_valid():
            try:
                self.act.do(self, form.cleaned_data)
            except StaleEdit:
                form.add_error(
                    None, "Somebody changed this round just now. Look at it again before you go on."
                )
                return self._page(form, status=409)
            except ValidationError as refused:
                say_refusal(form, refused)
            else:
                messages.success(request, self._words(self.act.done))
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
        if self.act.form is ReopenUpdatesForm:
            rows = Update.objects.live().filter(round=self.row()).select_related("action", "round")
            return ReopenUpdatesForm(data, rows=rows.order_by("action__reference"))
        return self.act.form(data)

    def _page(self, form: forms.Form, status: int = 200) -> HttpResponse:
        title = self._words(self.act.title)
        chase = queries.chase_list(self.row()) if self.act.lists_missing else None
        opens = self.kwargs["act"] == "open"
        rolled, words = self._rolled() if opens else [], words_of(self.partnership)
        context = {
            "title": title,
            "form": form,
            "lede": self._words(self.act.effect),
            "rolled_words": rolled_words(rolled, words) if rolled else "",
            "rolled_columns": ROLLED,
            "rolled": [_rolled_row(one, words) for one in rolled],
            "dates": self._dates() if opens else [],
            "received": chase.whole.wording if chase else "",
            "columns": MISSING,
            "missing": [Row((one[0], one[1], one[2], one[4])) for one in chase.missing] if chase else [],
            "unsigned": chase.unsigned if chase else (),
            "submit_label": self.act.button,
            "cancel_url": reverse("programmes:updates", args=[self.partnership.slug]),
            **self.shell_of((title, "")),
        }
        return render(self.request, "programmes/round_act.html", context, status=status)

    def _rolled(self) -> list[RolledAction]:
        return queries.rolled_forward(self.plan(), self.kwargs["quarter"], timezone.localdate())

    def _dates(self) -> list[tuple[str, str]]:
        quarter, plan = self.kwargs["quarter"], self.plan()
        found = plan.rounds.filter(year=quarter.year.start, quarter_number=quarter.number).first()
        standard = round_dates(quarter, queries.closures(plan))
        days = {
            "Due": found.due_on if found else standard.due,
            "Signed off by": found.sign_off_on if found else standard.sign_off,
            "Locks": found.lock_on if found else standard.lock,
        }
        return [(label, day_words(day) if day else "Not stated") for label, day in days.items()]

    def _words(self, text: str) -> str:
        no_update = words_of(self.partnership).word(Status.NO_UPDATE)
        return text.format(quarter=self.kwargs["quarter"].label, no_update=no_update)


def _rolled_row(one: RolledAction, words: Vocabulary) -> Row:
    becomes = becomes_words(one.becomes, words)
    return Row((one.reference, one.title, one.due, f"{becomes}. {one.why}" if one.why else becomes))


def say_refusal(form: forms.Form, refused: ValidationError) -> None:
    """Each sentence beside its field, where the form has it."""
    if not hasattr(refused, "error_dict"):
        form.add_error(None, refused)
        return
    for name, errors in refused.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)
