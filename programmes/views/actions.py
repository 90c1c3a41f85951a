"""An action: its page, changing and adding it, its history, its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.views.generic import View

from core.blocks import BlockContext, blocks_for
from core.domain.status import Status
from core.domain.words import NOT_STATED, day_words
from core.permissions import Verb
from core.tables import Column, Row
from core.templatetags.ui import status_tag
from core.views import AddPage, DetailPage, EditPage, HistoryPage
from partnerships.views import InPartnershipPage
from programmes import queries, services
from programmes.domain.moves import DateMoveState
from programmes.forms import ActionForm, EvidenceForm
from programmes.models import Action, DateChange, Evidence, Milestone, Update, words_of
from programmes.views.assessments import assessment_lines
from programmes.views.links import link_facts
from programmes.views.place import InActionPage

MILESTONES = (
    Column("No.", "ref"),
    Column("Milestone", "main"),
    Column("Original date", "date"),
    Column("Current date", "date"),
    Column("Done", "date"),
    Column("How far it moved"),
)
CHANGES = Column("Change")


@dataclass(frozen=True)
class DrawnBlock:
    """A block of another app, drawn for this page."""

    heading: str
    body: SafeString


class ActionPage(InActionPage, DetailPage):
    """One action: the single place where its truth stands."""

    model = Action
    template_name = "programmes/action.html"

    def row(self) -> Action:
        """With everything its facts name."""
        rows = self.rows().select_related("theme", "plan", "owner", "lead", "outcome", "reported_in")
        action: Action = get_object_or_404(rows, reference=self.kwargs["reference"])
        action.partnership = self.partnership
        return action

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Status, facts, milestones, updates, evidence and what other apps say of it."""
        context = super().get_context_data(**kwargs)
        action: Action = context["row"]
        may_change = context["may_change"]
        shown = queries.shown_quarter(self.partnership)
        may_add = self.may(Verb.ADD, action, model=Milestone) if not may_change else True
        here, moves = action.get_absolute_url(), queries.moves_of(action)
        for move in moves:
            move.action = action
        return context | {
            "title": action.title,
            "reference": action.reference,
            "tag": self._tag(action, shown),
            "meta": self._meta(action, shown),
            "warning": self._warning(action),
            "actions": self._buttons(action, shown, may_change),
            "facts": self._facts(action, moves, may_change),
            "milestones": milestone_table(action, moves, may_change=may_add),
            "milestone_columns": (*MILESTONES, CHANGES) if may_add else MILESTONES,
            "milestone_add": f"{here}milestones/add/" if may_add else "",
            "waiting": [move for move in moves if move.state == DateMoveState.PROPOSED],
            "updates": queries.latest_updates(action),
            "words": words_of(self.partnership),
            "evidence": action.evidence.live().select_related("file", "round").order_by("number"),
            "evidence_add": f"{here}evidence/add/" if may_add else "",
            "blocks": self._blocks(action),
            "history_url": f"{here}history/",
            **self.shell_of(action),
        }

    def _tag(self, action: Action, shown: queries.ShownQuarter) -> SafeString:
        row = queries.with_answers(Action.objects.filter(pk=action.pk), shown).values_list(*queries.ANSWERS)
        action.shown_status, action.shown_before = queries.statuses(row.get(), shown)
        return status_tag(action.shown_status, words_of(self.partnership))

    def _meta(self, action: Action, shown: queries.ShownQuarter) -> str:
        if shown.quarter is None:
            return "Nothing has been reported yet"
        before, words = action.shown_before, words_of(self.partnership)
        was = "new this quarter" if before is None else f"{words.inside(before)} the quarter before"
        if action.shown_status is Status.NO_UPDATE and action.reported_in:
            was = f"last reported {words.inside(action.status)} in {action.reported_in}"
        return f"in {shown.quarter.label}, {was}"

    def _warning(self, action: Action) -> str:
        if action.archived_at:
            return "This action is archived: it is in no list and in no count."
        if action.is_overdue(timezone.localdate()):
            return f"Overdue: it was due {action.current.wording}."
        return ""

    def _buttons(
        self, action: Action, shown: queries.ShownQuarter, may_change: bool
    ) -> list[tuple[str, str]]:
        here, buttons = action.get_absolute_url(), []
        mine = Update.objects.live().visible_to(self.request.user, Verb.ANSWER)
        update = (
            mine.filter(action=action, round__in=shown.rounds).select_related("round").order_by("pk").first()
        )
        if update and not update.writing_problems():
            update.action = action
            verb = "Correct" if update.is_in else "Give"
            buttons.append((f"{verb} its update for {update.round}", update.get_absolute_url()))
        if may_change:
            buttons += [("Change", f"{here}edit/"), ("Change its links", f"{here}links/")]
        if may_change and action.current and not action.actual_on:
            buttons.append(("Change its date", f"{here}date/"))
        return buttons

    def _facts(self, action: Action, moves: list[DateChange], may_assess: bool) -> list[tuple[str, object]]:
        slip = queries.moved_words(action, [move for move in moves if move.milestone_id is None])
        supporters = [
            f"{support.organisation}: {support.contribution}"
            if support.contribution
            else str(support.organisation)
            for support in action.supporters.live()
            .select_related("organisation")
            .order_by("organisation__name")
        ]
        return [
            ("What it is", action.description or NOT_STATED),
            ("Theme", action.theme.name),
            ("Outcome", str(action.outcome or NOT_STATED)),
            ("Owner", str(action.owner or "No owner")),
            ("Lead", _lead(action)),
            ("Supported by", "\n".join(supporters) or "None recorded"),
            *link_facts(action, queries.links_of(action)),
            ("Starts", str(action.starts or NOT_STATED)),
            ("Original date", str(action.original or "No date")),
            ("Current date", f"{action.current} ({slip})" if action.current else "No date"),
            ("Finished on", day_words(action.actual_on) if action.actual_on else "Not finished"),
            ("Impact assessments", assessment_lines(action, may_assess)),
            ("Where this comes from", action.source or NOT_STATED),
            *((heading, words) for heading, words in action.extra.items() if words),
        ]

    def _blocks(self, action: Action) -> list[DrawnBlock]:
        context = BlockContext(
            partnership=self.partnership,
            viewer=self.request.user,
            today=timezone.localdate(),
            subject=action,
        )
        return [DrawnBlock(block.title, block.draw(context)) for block in blocks_for("programmes.Action")]


def milestone_table(action: Action, moves: list[DateChange], *, may_change: bool) -> list[Row]:
    """The milestones as rows, with links to change them where that is allowed."""
    here = action.get_absolute_url()
    rows = []
    for milestone in queries.milestone_rows(action, moves, timezone.localdate()):
        current: object = milestone.current
        if milestone.proposed:
            current = format_html("{}<br>{} proposed", milestone.current, milestone.proposed)
        done: object = milestone.done or ("Overdue" if milestone.is_overdue else "Not yet")
        cells = [milestone.number, milestone.title, milestone.original, current, done, milestone.slip]
        if may_change:
            cells.append(_links(milestone, f"{here}milestones/{milestone.number}/"))
        rows.append(Row(cells, anchor=f"milestone-{milestone.number}"))
    return rows


def _links(row: queries.MilestoneRow, base: str) -> SafeString:
    """What can be done to a milestone; each link names it for those who hear links out of context."""
    offers = [("Change words", "edit/")]
    if not row.is_done:
        offers = [("Mark done", "done/"), ("Change date", "date/"), *offers]
    return format_html_join(
        ", ",
        '<a href="{}{}">{}<span class="visually-hidden"> of milestone {}</span></a>',
        [(base, tail, label, row.number) for label, tail in offers],
    )


def _lead(action: Action) -> str:
    if action.lead is None:
        return f"{action.lead_role} (vacant)" if action.lead_role else "Vacant"
    return f"{action.lead}, {action.lead_role}" if action.lead_role else str(action.lead)


class ActionEdit(InActionPage, EditPage):
    """Change what an action is; its dates are moved on a page of their own."""

    model = Action
    form_class = ActionForm

    def row(self) -> Action:
        """With the plan its form asks for, in the partnership its address names."""
        return self.action()

    def form_options(self, row: Action) -> dict[str, Any]:
        """Choices are the partnership's."""
        return {"partnership": self.partnership}

    def context(self, row: Action, form: Any) -> dict[str, Any]:
        return super().context(row, form) | {
            "title": f"Change {row.reference}",
            **self.shell_of(row, ("Change", "")),
        }


class ActionAdd(InPartnershipPage, AddPage):
    """Add an action; its reference is drawn from its theme's."""

    model = Action
    form_class = ActionForm

    def place(self) -> Any:
        return self.partnership

    def new(self) -> Action:
        return Action(partnership=self.partnership)

    def form_options(self, row: Action) -> dict[str, Any]:
        """Choices are the partnership's."""
        return {"partnership": self.partnership}

    def save(self, form: Any) -> Action:
        """Through the service, which draws the reference."""
        return services.add_action(action=form.save(commit=False), by=self.request.user)

    def context(self, row: Action, form: Any) -> dict[str, Any]:
        plan = reverse("programmes:plan", args=[self.partnership.slug])
        return {
            "form": form,
            "title": "Add an action",
            "lede": "It gets its reference from its theme when you save it.",
            "submit_label": "Add the action",
            "cancel_url": plan,
            **self.shell(("Plan", plan), ("Add an action", "")),
        }


class ActionHistory(InActionPage, HistoryPage):
    model = Action

    def extra(self, row: Action) -> dict[str, Any]:
        return self.shell_of(row, ("History", ""))


class EvidenceAdd(InActionPage, View):
    """Add a link or a file. A row of its own: it clashes with nobody's edit."""

    model = Evidence

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._page(self._allowed(), EvidenceForm())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Keep it, or say why not."""
        action = self._allowed()
        form = EvidenceForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                self._keep(action, form)
                messages.success(request, "Added.")
                return redirect(f"{action.get_absolute_url()}#evidence")
            except ValidationError as refused:
                form.add_error(None, ValidationError(refused.messages))
        return self._page(action, form, status=422)

    def _keep(self, action: Action, form: EvidenceForm) -> None:
        rounds = queries.shown_quarter(self.partnership).rounds
        services.add_evidence(
            action=action,
            **form.evidence(),
            shown_in=action.plan.rounds.filter(pk__in=rounds).first(),
            by=self.request.user,
            moment=timezone.now(),
        )

    def _allowed(self) -> Action:
        action = self.action()
        self.must(Verb.ADD, action)
        return action

    def _page(self, action: Action, form: EvidenceForm, status: int = 200) -> HttpResponse:
        context = {
            "title": f"Add evidence to {action.reference}",
            "form": form,
            "submit_label": "Add it",
            "cancel_url": action.get_absolute_url(),
            **self.shell_of(action, ("Add evidence", "")),
        }
        return render(self.request, "core/form.html", context, status=status)


class EvidenceFile(InActionPage, View):
    """A kept file, as a download, to those who may read its action."""

    model = Evidence

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> FileResponse:
        """The file; 404 where there is only a link."""
        rows = self.rows().live().filter(action=self.action()).select_related("file")
        evidence = get_object_or_404(rows, number=self.kwargs["number"])
        if evidence.file is None:
            raise Http404("This evidence is a link, not a file.")
        content = evidence.file.content.open("rb")
        return FileResponse(
            content, as_attachment=True, filename=evidence.file.name, content_type=evidence.file.media_type
        )
