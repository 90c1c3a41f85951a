"""The quarterly dashboard: what a chief executive reads in five minutes, and takes along on one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.html import format_html
from django.views.generic import View

from core import charts
from core.domain.periods import Quarter
from core.domain.status import Movement, Status
from core.domain.vocabulary import Vocabulary
from core.domain.words import counted, day_words, listed
from core.tables import Column, Row
from core.templatetags.ui import status_tag
from governance.dashboard.domain.attention import LONGEST_LIST, AttentionItem, AttentionKind, Change
from governance.dashboard.domain.quarter import (
    Coming,
    ComingKind,
    Dashboard,
    attention_words,
    change_words,
    detail_words,
)
from governance.dashboard.domain.standing import Counts, ThemeStanding
from governance.dashboard.queries import quarter as queries
from governance.dashboard.queries.standing import Period, period
from governance.models import Risk
from governance.oversight import blocks
from governance.oversight.domain.register import RegisterLine
from partnerships.views import InPartnershipPage
from programmes.domain.rounds import RoundState
from programmes.models import words_of

SHOWN_COMING = 6


@dataclass(frozen=True)
class KeyEntry:
    """A status in the chart's key: how many now and before, and the list of them."""

    status: Status
    count: int
    url: str
    before: int | None


@dataclass(frozen=True)
class Line:
    """One line of the attention list or of what changed: a mark, a few words, a link, the detail."""

    tag: Any
    words: str
    url: str
    reference: str
    title: str
    detail: str


@dataclass(frozen=True)
class Addresses:
    """Where a dashboard's links lead. All lie below the partnership, so they are put together here:
    asking for each by name would cost more than the rest of the page."""

    base: str
    quarter: Quarter
    is_newest: bool
    plans: tuple[str, ...]

    def actions(self, **filters: str) -> str:
        """The plan's list, in the dashboard's quarter."""
        given = {**filters, "quarter": self.quarter.slug}
        return f"{self.base}plan/?{'&'.join(f'{name}={value}' for name, value in given.items())}"

    def item(self, kind: AttentionKind, reference: str) -> str:
        """Where an item of the attention list is explained."""
        places = {
            AttentionKind.DECISION_DUE: "decisions",
            AttentionKind.RISK_UP: "risks",
            AttentionKind.FUNDING_GAP: "money",
        }
        return f"{self.base}{places.get(kind, 'actions')}/{reference}/"

    def coming(self, one: Coming) -> str:
        """Where something that comes up is found."""
        if one.kind is ComingKind.DECISION:
            return f"{self.base}decisions/{one.reference}/"
        if one.kind is ComingKind.MEETING:
            return ""
        return f"{self.base}actions/{one.reference}/"

    @property
    def updates(self) -> str:
        """The quarter's round, which counts what is in; the page of all where several plans have one."""
        one = f"rounds/{self.plans[0]}/{self.quarter.slug}/" if len(self.plans) == 1 else ""
        return f"{self.base}updates/{one}"

    @property
    def risks(self) -> str:
        """The register on the day the dashboard shows."""
        return f"{self.base}risks/" + ("?state=open" if self.is_newest else f"?quarter={self.quarter.slug}")

    @property
    def here(self) -> str:
        return f"{self.base}dashboard/{self.quarter.slug}/"

    @property
    def report(self) -> str:
        """The quarter's progress report."""
        return f"{self.base}progress/{self.quarter.slug}/"


class DashboardPage(InPartnershipPage, View):
    """The quarter in the address, else the newest one that was reported on."""

    model = Risk
    template_name = "governance/dashboard.html"
    limit: int | None = LONGEST_LIST

    @cached_property
    def period(self) -> Period | None:
        """The quarter shown; 404 for one in the address that nobody has reported on."""
        slug = self.kwargs.get("quarter")
        wanted = None
        if slug:
            try:
                wanted = Quarter.parse(slug)
            except ValueError as wrong:
                raise Http404(str(wrong)) from wrong
        found = period(self.partnership, wanted, timezone.localdate())
        if slug and (found is None or found.quarter.slug != slug):
            raise Http404(f"{wanted} has not been reported on here.")
        return found

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page; a sentence while nothing has been reported."""
        at = self.period
        if at is None:
            empty = {
                "title": "Dashboard",
                "money": queries.money_today(self.partnership, request.user, timezone.localdate()).sentences,
                "money_url": f"{self.partnership.get_absolute_url()}money/",
                **self.shell(("Dashboard", "")),
            }
            return render(request, "governance/dashboard_empty.html", empty)
        found = queries.quarter_dashboard(self.partnership, request.user, at, self.limit)
        return render(request, self.template_name, self.context(found, at))

    @property
    def base(self) -> str:
        """What every address on the page begins with."""
        return self.partnership.get_absolute_url()

    def context(self, found: Dashboard, at: Period) -> dict[str, Any]:
        """Everything the template shows, finished."""
        to = Addresses(self.base, at.quarter, at.is_newest, at.plans)
        words = words_of(self.partnership)
        return {
            "title": at.quarter.long_label.partition(" (")[0],
            "months": at.quarter.long_label.partition(" (")[2].rstrip(")"),
            "to": to,
            "state": state_words(at),
            "received": found.counts.received,
            "is_draft": at.state is not RoundState.LOCKED,
            "verdict": " ".join(found.verdict),
            "words": words,
            "chart": chart(found.counts, at.quarter, words),
            "entries": key_entries(found.counts, to, at.has_before),
            "attention": [attention_line(one, found, to, words) for one in found.attention.shown],
            "pressing": found.pressing,
            "off_track": words.inside(Status.OFF_TRACK),
            "more_attention": found.attention.more_wording,
            "before": at.quarter.previous().long_label.partition(" ")[2].partition(" ")[0],
            "changes": change_lines(found, to),
            "unchanged": found.changes.shown.unchanged if found.changes else "",
            "more_changes": f"and {found.changes.more:,} more"
            if found.changes and found.changes.more
            else "",
            "has_before": at.has_before,
            "money": found.money.sentences,
            "money_url": f"{to.base}money/",
            "as_at": day_words(at.until),
            **self.below(found, at, to),
            **self.around(at, to),
        }

    def below(self, found: Dashboard, at: Period, to: Addresses) -> dict[str, Any]:
        """What follows below the fold."""
        return {
            "theme_columns": theme_columns(at.past),
            "themes": [theme_row(one, to, len(at.past), words_of(self.partnership)) for one in found.themes],
            "risk_columns": RISK_COLUMNS,
            "risks": [risk_row(one, to) for one in found.risks],
            "risk_count": counted(found.open_risks, "open risk"),
            "is_newest": at.is_newest,
            "decisions": [coming_row(one, to) for one in found.decisions[:LONGEST_LIST]],
            "decision_count": counted(len(found.decisions), "decision"),
            "coming_columns": COMING_COLUMNS,
            "coming": [coming_row(one, to) for one in found.coming[:SHOWN_COMING]],
        }

    def around(self, at: Period, to: Addresses) -> dict[str, Any]:
        """The shell, and the way to other quarters."""
        earlier = [one for one in at.started if one < at.quarter]
        later = [one for one in at.started if one > at.quarter]
        near = [*earlier[:1], *later[-1:]]
        return {
            "quarters": [(one.label, f"{to.base}dashboard/{one.slug}/") for one in near],
            **self.shell(("Dashboard", "")),
            "side_items": [],  # the width goes to the dashboard; its links lead everywhere the menu does
        }


class WholeList(DashboardPage):
    """One of the dashboard's two lists in full, where it shows only the first few lines."""

    template_name = "governance/dashboard_list.html"
    limit = None
    which = "attention"

    def context(self, found: Dashboard, at: Period) -> dict[str, Any]:
        """All lines and their number."""
        context = super().context(found, at)
        lines = context[self.which]
        headings = {
            "attention": "Needs attention",
            "changes": f"Changed since {at.quarter.previous().label}",
        }
        empty = {"attention": "Nothing needs attention.", "changes": "Nothing changed."}
        heading = headings[self.which]
        return context | {
            "title": f"{heading}, {at.quarter.label}",
            "lines": lines,
            "count": len(lines),
            "nothing": empty[self.which],
            **self.shell(("Dashboard", context["to"].here), (heading, "")),
        }


RISK_COLUMNS = (Column("Risk", "main"), Column("Before controls"), Column("Now"), Column("Target"))
COMING_COLUMNS = (Column("When", "date"), Column("What", "main"), Column("Kind"))


def state_words(at: Period) -> str:
    """How firm the figures are: locked, or by when updates are due."""
    if at.state is RoundState.LOCKED:
        return f"Locked {day_words(at.locked_on)}." if at.locked_on else "Locked."
    if at.state is RoundState.CLOSED:
        return "Closed, not locked yet."
    if at.due_on is None:
        return "Open for updates."
    late = at.due_on < at.until
    return f"Open. Updates {'were' if late else 'are'} due by {day_words(at.due_on)}."


def chart(counts: Counts, quarter: Quarter, words: Vocabulary) -> charts.Svg:
    """The status bar; its title says what the key says, for whoever does not see it."""
    present = [f"{number:,} {words.inside(status)}" for status, number in counts.now.items() if number]
    title = (
        f"{counted(counts.total, 'action')} in {quarter.label}: {listed(present)}"
        if present
        else "No actions"
    )
    return charts.status_bar(counts.now, title, uid="status")


def key_entries(counts: Counts, to: Addresses, has_before: bool) -> list[KeyEntry]:
    """Every status that any action has or had."""
    before = counts.before if has_before else None
    return [
        KeyEntry(status, number, to.actions(status=status.value), before[status] if before else None)
        for status, number in counts.now.items()
        if number or (before and before[status])
    ]


def attention_line(item: AttentionItem, found: Dashboard, to: Addresses, words: Vocabulary) -> Line:
    """An item with its status as a tag, or with the word for what it is."""
    status = ITEM_STATUS.get(item.kind)
    said = attention_words(item, found.before_of.get(item.reference), words)
    return Line(
        tag=status_tag(status, words) if status else "",
        words=f"{said}." if said else "",
        url=to.item(item.kind, item.reference),
        reference=item.reference,
        title=item.title,
        detail=detail_words(item),
    )


ITEM_STATUS = {
    AttentionKind.NEWLY_OFF_TRACK: Status.OFF_TRACK,
    AttentionKind.OFF_TRACK_AGAIN: Status.OFF_TRACK,
    AttentionKind.NO_UPDATE: Status.NO_UPDATE,
}


def change_lines(found: Dashboard, to: Addresses) -> list[Line]:
    """What moved: worse, better, then the rest."""
    if found.changes is None:
        return []
    shown = found.changes.shown
    return [change_line(one, found, to) for one in (*shown.worse, *shown.better, *shown.other)]


def change_line(change: Change, found: Dashboard, to: Addresses) -> Line:
    """One change; what is no action is a risk."""
    of_action = change.reference in found.before_of
    kind = AttentionKind.NEWLY_OFF_TRACK if of_action else AttentionKind.RISK_UP
    return Line(
        tag="",
        words=f"{change_words(change)}.",
        url=to.item(kind, change.reference),
        reference=change.reference,
        title=change.title,
        detail="" if change.movement is Movement.NEW else change.wording,
    )


def theme_columns(past: Sequence[Quarter]) -> list[Column]:
    """The theme, a column for each quarter looked back to, and the quarter itself."""
    return [
        Column("Theme", "main"),
        *(Column(one.label, "mark") for one in past),
        Column("Now"),
        Column("Actions"),
    ]


def theme_row(one: ThemeStanding, to: Addresses, past: int, words: Vocabulary) -> Row:
    """A theme's most worrying status in each quarter, the newest in words with how many have it."""
    url = to.actions(theme=one.reference, status=one.status.value)
    number = format_html('<a href="{}">{} of {}</a>', url, f"{one.in_status:,}", f"{one.number:,}")
    statuses = (*one.earlier, one.before) if past else ()
    marks = [
        charts.spark_shapes([status], words.word(status), uid=f"{one.reference}-{at}") if status else "New"
        for at, status in enumerate(statuses)
    ]
    return Row((one.name, *marks, status_tag(one.status, words), number), to.actions(theme=one.reference))


def risk_row(one: RegisterLine, to: Addresses) -> Row:
    """A risk before controls, now and as aimed at; whether it rose or fell stands with its score."""
    standing = one.standing
    before, now, target = (
        blocks.band_tag(score, standing.matrix) for score in (standing.before, standing.now, standing.target)
    )
    if standing.movement in (Movement.WORSE, Movement.BETTER):
        now = format_html('{} <span class="quiet">{}</span>', now, standing.trend)
    return Row((f"{one.reference} {one.title}", before, now, target), f"{to.base}risks/{one.reference}/")


def coming_row(one: Coming, to: Addresses) -> Row:
    """Something with a date."""
    name = f"{one.reference} {one.title}" if one.reference else one.title
    where = f", {one.where}" if one.where else ""
    return Row((one.when, name, f"{one.kind.label}{where}"), to.coming(one))
