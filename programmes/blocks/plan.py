"""What programmes offers to pages, dashboards and reports: statuses, actions, milestones, my updates.

Each answers for the context's quarter from that quarter's own updates; without a quarter, for the
newest that has started.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from core.blocks import Block, BlockContext, Cell, Figure, Table, register
from core.charts import Svg, status_bar
from core.domain.periods import Quarter
from core.domain.status import Status
from core.domain.vocabulary import OnCourse, Vocabulary
from core.domain.words import counted, day_stated, day_words
from core.tables import Column, Row
from core.templatetags.ui import status_tag, trend
from programmes import queries
from programmes.domain.baseline import PromiseOutcome
from programmes.domain.position import ActionPosition, MilestoneDue, QuarterPosition
from programmes.models import Plan, Update, words_of


def plan_of(context: BlockContext) -> Plan | None:
    """The plan named in the parameters, else the partnership's first."""
    reference = context.params.get("plan")
    if not reference:
        return queries.plan_of(context.partnership)
    plan: Plan | None = context.partnership.plans.live().filter(reference=reference).first()
    return plan


def quarter_of(context: BlockContext) -> Quarter:
    """The context's quarter, else the newest with a round that started, else the one that ended last."""
    if context.quarter:
        return context.quarter
    return queries.shown_quarter(context.partnership).quarter or Quarter.of(context.today).previous()


def position_of(context: BlockContext) -> QuarterPosition:
    """Where the plan stands; a partnership without a plan stands nowhere, with no action."""
    plan, quarter = plan_of(context), quarter_of(context)
    if plan is None:
        return QuarterPosition("", quarter, None, None, (), words_of(context.partnership))
    return queries.quarter_position(plan, quarter)


@dataclass(frozen=True)
class StatusKeyEntry:
    """One status in a chart's key: how many now and the quarter before, and where they are listed."""

    status: Status
    count: int
    url: str
    before: int


@dataclass(frozen=True)
class StatusCounts:
    """How many actions there are of each status. ``table`` and ``chart`` say the same thing."""

    finding: str
    quarter: str
    received: str
    total: int
    on_course: OnCourse
    entries: tuple[StatusKeyEntry, ...]
    chart: Svg

    @property
    def words(self) -> Vocabulary:
        """What the partnership calls the statuses."""
        return self.on_course.words


@dataclass(frozen=True)
class PlanListing:
    """Rows for pages (with marks and links) and the same flattened (plain values).

    ``nothing`` is the sentence when there are none; ``note`` stands under the table. ``counts`` are
    (name, number, meaning).
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    flat: tuple[tuple[Cell, ...], ...]
    nothing: str
    note: str = ""
    counts: tuple[tuple[str, int, str], ...] = ()


class PlanListingBlock(Block):
    """A block whose result is a table of rows."""

    template = "programmes/blocks/listing.html"

    def table(self, result: Any) -> Table | None:
        """The rows as plain values; None when there are none."""
        if not result.rows:
            return None
        headings = tuple(column.label for column in result.columns)
        return Table(result.caption, headings, result.flat, note=result.note)

    def figures(self, result: Any) -> Mapping[str, Figure]:
        """How many there are, by name."""
        return {name: Figure(number, str(number), meaning) for name, number, meaning in result.counts}


def columns(*pairs: tuple[str, str]) -> tuple[Column, ...]:
    """Columns from headings and kinds."""
    return tuple(Column(label, kind) for label, kind in pairs)


@register
class StatusCountsBlock(Block):
    """The plan at a glance: a bar of all actions by status, worst first."""

    key = "programmes.status_counts"
    title = "Actions by status"
    template = "programmes/blocks/status_counts.html"

    def result(self, context: BlockContext) -> StatusCounts:
        """Counts of the quarter and of the one before; every status is there, zeros included."""
        position = position_of(context)
        now, before = position.counts, position.counts_before
        base = reverse("programmes:plan", args=[context.partnership.slug])
        links = context.surface == "page"
        return StatusCounts(
            finding=position.finding,
            quarter=position.quarter.label,
            received=position.completeness.wording,
            total=position.total,
            on_course=position.on_course,
            entries=tuple(
                StatusKeyEntry(
                    status,
                    number,
                    f"{base}?status={status}&quarter={position.quarter.slug}" if links and number else "",
                    before[status],
                )
                for status, number in now.items()
            ),
            chart=status_bar(now, position.finding, uid="programmes-status"),
        )

    def table(self, result: StatusCounts) -> Table:
        """A row for each status: how many now, how many the quarter before."""
        rows = tuple((result.words.word(entry.status), entry.count, entry.before) for entry in result.entries)
        return Table(
            f"Actions by status, {result.quarter}",
            ("Status", "Actions", "Quarter before"),
            rows,
            numeric=frozenset({1, 2}),
            total=("All actions", result.total, sum(entry.before for entry in result.entries)),
            note=f"{result.received}. {result.on_course.wording}",
        )

    def figures(self, result: StatusCounts) -> Mapping[str, Figure]:
        """Each count under its status ("off_track"), "total", and those of the percentage."""
        named = {
            entry.status.value.replace("-", "_"): Figure(
                entry.count,
                str(entry.count),
                f"{result.words.word(entry.status)} actions in {result.quarter}",
            )
            for entry in result.entries
        }
        total = Figure(result.total, str(result.total), f"All actions in {result.quarter}")
        return named | {"total": total} | _shared(result.on_course, result.quarter)


def _shared(on_course: OnCourse, quarter: str) -> dict[str, Figure]:
    """The percentage with the two numbers it is made of; none where nothing counts."""
    numbers = {
        "on_course": Figure(on_course.good, str(on_course.good), f"Actions on course in {quarter}"),
        "counted": Figure(
            on_course.counted, str(on_course.counted), f"Actions the percentage counts in {quarter}"
        ),
    }
    if not on_course.counted:
        return numbers
    meaning = f"Share of the counted actions on course in {quarter}"
    return numbers | {"percentage": Figure(on_course.percentage, on_course.percentage, meaning)}


@register
class ActionsBlock(PlanListingBlock):
    """Every action with its dates and status. ``params``: plan, theme, status, owner (a code)."""

    key = "programmes.actions"
    title = "Actions of the plan"

    def result(self, context: BlockContext) -> PlanListing:
        """The actions of the quarter that the parameters leave."""
        position = position_of(context)
        words = position.vocabulary
        chosen = [action for action in position.actions if _chosen(action, context.params)]
        return PlanListing(
            caption=f"Actions of the plan, {position.quarter.label}",
            columns=columns(
                ("Reference", "ref"),
                ("Action", "main"),
                ("Owner", ""),
                ("Original date", "date"),
                ("Current date", "date"),
                ("Status", ""),
                ("Since last quarter", ""),
            ),
            rows=tuple(
                Row(
                    (
                        *_dated(action),
                        status_tag(action.status, words),
                        trend(action.status, action.before, words),
                    ),
                    _url(action, context),
                )
                for action in chosen
            ),
            flat=tuple(
                (*_dated(action), words.word(action.status), trend(action.status, action.before, words))
                for action in chosen
            ),
            nothing=f"No action of the plan is among these in {position.quarter.label}.",
            counts=(("shown", len(chosen), f"Actions listed, {position.quarter.label}"),),
        )


@register
class OffTrackBlock(PlanListingBlock):
    """What is off track: why, what brings it back, who does that, by when."""

    key = "programmes.off_track"
    title = "Off track"

    def result(self, context: BlockContext) -> PlanListing:
        """The actions off track in the quarter, and how many said nothing."""
        position = position_of(context)
        off, silent = position.with_status(Status.OFF_TRACK), position.counts[Status.NO_UPDATE]
        words = position.vocabulary
        called = words.inside(Status.OFF_TRACK)
        return PlanListing(
            caption=f"Actions {called}, {position.quarter.label}",
            columns=columns(
                ("Reference", "ref"),
                ("Action", "main"),
                ("Why", ""),
                ("What brings it back", ""),
                ("Who", ""),
                ("By", "date"),
                ("Current date", "date"),
            ),
            rows=tuple(Row(_recovery(action), _url(action, context)) for action in off),
            flat=tuple(_recovery(action) for action in off),
            nothing=f"No action is reported {called} in {position.quarter.label}.",
            note=f"Nothing was heard of {counted(silent, 'action')}." if silent else "",
            counts=(
                ("off_track", len(off), f"Actions {called}, {position.quarter.label}"),
                ("no_update", silent, f"{words.word(Status.NO_UPDATE)} actions, {position.quarter.label}"),
            ),
        )


@register
class MilestonesDueBlock(PlanListingBlock):
    """What was promised for the quarter, and whether it is so."""

    key = "programmes.milestones_due"
    title = "Milestones due"

    def result(self, context: BlockContext) -> PlanListing:
        """The milestones due in the quarter as it began, a moved one as not met."""
        plan, quarter = plan_of(context), quarter_of(context)
        due = queries.milestones_due(plan, quarter, context.today) if plan else ()
        return PlanListing(
            caption=f"Milestones due in {quarter.label}",
            columns=columns(
                ("Action", "ref"),
                ("Milestone", "main"),
                ("Original date", "date"),
                ("Promised for", "date"),
                ("Done", "date"),
                ("What became of it", ""),
            ),
            rows=tuple(
                Row(_promise(milestone), milestone.url if context.surface == "page" else "")
                for milestone in due
            ),
            flat=tuple(_promise(milestone) for milestone in due),
            nothing=f"No milestone was due in {quarter.label}.",
            counts=_promise_counts(due, quarter),
        )


@register
class MyUpdatesBlock(PlanListingBlock):
    """What the viewer has to write now; of every partnership when the context names none."""

    key = "programmes.my_updates"
    title = "My updates"
    in_reports = False

    def result(self, context: BlockContext) -> PlanListing:
        """The viewer's updates that are not in, soonest first."""
        rows = Update.objects.all()
        if context.partnership:
            rows = rows.filter(action__partnership=context.partnership)
        mine = queries.my_updates(context.viewer, context.today, rows=rows)
        waiting = [update for update in mine if not update.is_in]
        return PlanListing(
            caption="Updates you have to give",
            columns=columns(
                ("Reference", "ref"), ("Action", "main"), ("Partnership", ""), ("Due", "date"), ("State", "")
            ),
            rows=tuple(Row(_asked(update), update.url) for update in waiting),
            flat=tuple(_asked(update) for update in waiting),
            nothing="You have no update to give.",
            note=f"{counted(len(mine) - len(waiting), 'update')} already in."
            if len(mine) > len(waiting)
            else "",
            counts=(("waiting", len(waiting), "Updates you have to give"),),
        )


def _chosen(action: ActionPosition, params: Mapping[str, Any]) -> bool:
    values = {"theme": action.theme_reference, "status": action.status.value, "owner": action.owner_code}
    return all(not params.get(name) or params[name] == value for name, value in values.items())


def _url(action: ActionPosition, context: BlockContext) -> str:
    return action.url if context.surface == "page" else ""


def _dated(action: ActionPosition) -> tuple[str, ...]:
    return (
        action.reference,
        action.title,
        action.owner or "No owner",
        str(action.original or "No date"),
        str(action.current or "No date"),
    )


def _recovery(action: ActionPosition) -> tuple[str, ...]:
    return (
        action.reference,
        action.title,
        action.reason,
        action.recovery,
        action.recovery_owner,
        day_words(action.recovery_on) if action.recovery_on else "",
        str(action.current or "No date"),
    )


def _promise(milestone: MilestoneDue) -> tuple[str, ...]:
    return (
        f"{milestone.action_reference}/{milestone.number}",
        milestone.title,
        milestone.original.wording,
        milestone.promised.wording,
        day_words(milestone.actual_on) if milestone.actual_on else "",
        milestone.outcome_words,
    )


def _promise_counts(due: Sequence[MilestoneDue], quarter: Quarter) -> tuple[tuple[str, int, str], ...]:
    met = sum(milestone.outcome is PromiseOutcome.KEPT for milestone in due)
    broken = sum(milestone.outcome in (PromiseOutcome.MISSED, PromiseOutcome.MOVED) for milestone in due)
    return (
        ("due", len(due), f"Milestones due in {quarter.label}"),
        ("met", met, f"Milestones met as promised in {quarter.label}"),
        ("not_met", broken, f"Milestones not met as promised in {quarter.label}"),
    )


def _asked(update: queries.MyUpdate) -> tuple[str, ...]:
    state = f"{update.state.label}, late" if update.is_late else update.state.label
    due = day_stated(update.due_on)
    return (f"{update.reference}, {update.quarter.label}", update.title, update.partnership, due, state)
