"""The plan as a timeline: a table whose dates are words, with a bar for each action among its columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from core.charts import Svg
from core.domain.periods import FinancialYear
from core.templatetags.ui import status_tag
from programmes.domain.timeline import TimeShown, bar_of, time_shown
from programmes.drawing import span
from programmes.filters import TimelineFilter
from programmes.queries import TimelineRow, timeline_rows
from programmes.views.plan import PlanRows

UNDATED = "Without a date"
LEDE = (
    "A bar runs from the start to the agreed date. A broken outline is the date first promised, a diamond a "
    "milestone, the broken line today."
)


@dataclass(frozen=True)
class TimelineLine:
    """One action as the table shows it."""

    reference: str
    title: str
    url: str
    dates: str
    status: SafeString
    needs: SafeString | str
    bar: Svg


class PlanTimeline(PlanRows):
    """The filtered plan in time, by theme; what has no date comes first."""

    filter_form = TimelineFilter
    template_name = "programmes/timeline.html"
    page_size = 100

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The groups with their lines, and the columns above their bars."""
        form: TimelineFilter = kwargs["filter_form"]
        rows = timeline_rows(kwargs["page"].object_list, form.shown) if form.is_valid() else []
        windows = [window for row in rows for window in (row.starts, row.original, row.current) if window]
        shown = time_shown(windows, form.today, self._year(form))
        return super().get_context_data(
            title="Timeline",
            lede=LEDE,
            noun="action" if kwargs["count"] == 1 else "actions",
            time=shown,
            groups=self._groups(rows, shown, form),
            chips=form.chips(),
            clear_url=self.request.path,
            query=form.query(),
            empty=self.empty(form, may_add=False),
            **self.shell(("Plan", self.here), ("Timeline", "")),
            **kwargs,
        )

    def _year(self, form: TimelineFilter) -> FinancialYear | None:
        slug = form.cleaned_data["year"] if form.is_valid() else ""
        return FinancialYear.parse(slug) if slug else None

    def _groups(
        self, rows: list[TimelineRow], shown: TimeShown, form: TimelineFilter
    ) -> list[tuple[str, list[TimelineLine]]]:
        """Themes in the order of the plan's own filter, the undated first."""
        names = {theme.pk: theme.name for theme in form.themes}
        groups: dict[str, list[TimelineLine]] = {UNDATED: [], **{name: [] for name in names.values()}}
        for row in rows:
            group = names[row.theme] if row.current else UNDATED
            groups[group].append(self._line(row, shown, form))
        return [(name, lines) for name, lines in groups.items() if lines]

    def _line(self, row: TimelineRow, shown: TimeShown, form: TimelineFilter) -> TimelineLine:
        due = str(row.current or "No date")
        dates = f"{row.starts} to {due}" if row.starts else due
        moved = row.original and row.current and not row.original.is_same_time_as(row.current)
        return TimelineLine(
            reference=row.reference,
            title=row.title,
            url=f"{self.base}{row.reference}/",
            dates=f"{dates}, first promised {row.original}" if moved else dates,
            status=status_tag(row.status, form.vocabulary),
            needs=_needs(row, self.base),
            bar=span(
                shown.days,
                bar_of(row.starts, row.current),
                row.marks,
                form.today,
                f"{row.reference}: {dates}",
                uid=f"bar-{row.reference}",
                dashed=bar_of(row.starts, row.original) if moved else None,
            ),
        )


def _needs(row: TimelineRow, base: str) -> SafeString | str:
    parts = [
        (base, needed.reference, needed.reference, ", due too late" if needed.reference in row.late else "")
        for needed in row.needs
    ]
    return format_html_join("; ", '<a href="{}{}/">{}</a>{}', parts) if parts else format_html("{}", "None")
