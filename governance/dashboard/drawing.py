"""A quarter's dashboard drawn: its addresses, tags, lines and rows, the same on screen and paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html

from core import charts
from core.domain.periods import Quarter
from core.domain.status import Movement, Status
from core.domain.vocabulary import Vocabulary
from core.domain.words import counted, day_words, listed
from core.tables import Column, Row
from core.templatetags.ui import status_tag
from governance.dashboard.domain.attention import AttentionItem, AttentionKind, QuarterChange
from governance.dashboard.domain.quarter import (
    Coming,
    ComingKind,
    Dashboard,
    attention_words,
    change_words,
    detail_words,
)
from governance.dashboard.domain.standing import Counts, ThemeStanding
from governance.dashboard.queries.standing import DashboardPeriod
from governance.oversight.domain.register import RegisterLine
from governance.oversight.drawing import band_tag
from programmes.domain.rounds import RoundState


@dataclass(frozen=True)
class ChartKeyEntry:
    """A status in the chart's key: how many now and before, and the list of them."""

    status: Status
    count: int
    url: str
    before: int | None


@dataclass(frozen=True)
class DashboardLine:
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

    def coming(self, coming: Coming) -> str:
        """Where something that comes up is found; a meeting has no page."""
        if coming.kind is ComingKind.DECISION:
            return f"{self.base}decisions/{coming.reference}/"
        if coming.kind is ComingKind.MEETING:
            return ""
        return f"{self.base}actions/{coming.reference}/"

    @property
    def updates(self) -> str:
        """The quarter's round, which counts what is in; the page of all where several plans have one."""
        only_round = f"rounds/{self.plans[0]}/{self.quarter.slug}/" if len(self.plans) == 1 else ""
        return f"{self.base}updates/{only_round}"

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


RISK_COLUMNS = (Column("Risk", "main"), Column("Before controls"), Column("Now"), Column("Target"))
COMING_COLUMNS = (Column("When", "date"), Column("What", "main"), Column("Kind"))


def state_words(period: DashboardPeriod) -> str:
    """How firm the figures are: locked, or by when updates are due."""
    if period.state is RoundState.LOCKED:
        return f"Locked {day_words(period.locked_on)}." if period.locked_on else "Locked."
    if period.state is RoundState.CLOSED:
        return "Closed, not locked yet."
    if period.due_on is None:
        return "Open for updates."
    is_late = period.due_on < period.until
    return f"Open. Updates {'were' if is_late else 'are'} due by {day_words(period.due_on)}."


def chart(counts: Counts, quarter: Quarter, words: Vocabulary) -> charts.Svg:
    """The status bar; its title says what the key says, for whoever does not see it."""
    present = [f"{number:,} {words.inside(status)}" for status, number in counts.now.items() if number]
    title = (
        f"{counted(counts.total, 'action')} in {quarter.label}: {listed(present)}"
        if present
        else "No actions"
    )
    return charts.status_bar(counts.now, title, uid="status")


def key_entries(counts: Counts, to: Addresses, has_before: bool) -> list[ChartKeyEntry]:
    """Every status that any action has or had."""
    before = counts.before if has_before else None
    return [
        ChartKeyEntry(status, number, to.actions(status=status.value), before[status] if before else None)
        for status, number in counts.now.items()
        if number or (before and before[status])
    ]


def attention_line(
    item: AttentionItem, dashboard: Dashboard, to: Addresses, words: Vocabulary
) -> DashboardLine:
    """An item with its status as a tag, or with the word for what it is."""
    status = ITEM_STATUS.get(item.kind)
    detail = attention_words(item, dashboard.before_of.get(item.reference), words)
    return DashboardLine(
        tag=status_tag(status, words) if status else "",
        words=f"{detail}." if detail else "",
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


def change_lines(dashboard: Dashboard, to: Addresses) -> list[DashboardLine]:
    """What moved: worse, better, then the rest."""
    if dashboard.changes is None:
        return []
    shown = dashboard.changes.shown
    return [change_line(change, dashboard, to) for change in (*shown.worse, *shown.better, *shown.other)]


def change_line(change: QuarterChange, dashboard: Dashboard, to: Addresses) -> DashboardLine:
    """One change; what is no action is a risk."""
    of_action = change.reference in dashboard.before_of
    kind = AttentionKind.NEWLY_OFF_TRACK if of_action else AttentionKind.RISK_UP
    return DashboardLine(
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
        *(Column(quarter.label, "mark") for quarter in past),
        Column("Now"),
        Column("Actions"),
    ]


def theme_row(theme: ThemeStanding, to: Addresses, past: int, words: Vocabulary) -> Row:
    """A theme's most worrying status in each quarter, the newest in words with how many have it."""
    url = to.actions(theme=theme.reference, status=theme.status.value)
    number = format_html('<a href="{}">{} of {}</a>', url, f"{theme.in_status:,}", f"{theme.number:,}")
    statuses = (*theme.earlier, theme.before) if past else ()
    marks = [
        charts.spark_shapes([status], words.word(status), uid=f"{theme.reference}-{place}")
        if status
        else "New"
        for place, status in enumerate(statuses)
    ]
    cells = (theme.name, *marks, status_tag(theme.status, words), number)
    return Row(cells, to.actions(theme=theme.reference))


def risk_row(risk: RegisterLine, to: Addresses) -> Row:
    """A risk before controls, now and as aimed at; whether it rose or fell stands with its score."""
    standing = risk.standing
    before, now, target = (
        band_tag(score, standing.matrix) for score in (standing.before, standing.now, standing.target)
    )
    if standing.movement in (Movement.WORSE, Movement.BETTER):
        now = format_html('{} <span class="quiet">{}</span>', now, standing.trend)
    return Row((f"{risk.reference} {risk.title}", before, now, target), f"{to.base}risks/{risk.reference}/")


def coming_row(coming: Coming, to: Addresses) -> Row:
    """Something with a date."""
    name = f"{coming.reference} {coming.title}" if coming.reference else coming.title
    where = f", {coming.where}" if coming.where else ""
    return Row((coming.when, name, f"{coming.kind.label}{where}"), to.coming(coming))
