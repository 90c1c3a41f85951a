"""How the partnership's measures stand on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch

from programmes.domain.measures import MeasureStanding, MeasureStatus, standing, status_of_figure
from programmes.models import Measure, Reading


@dataclass(frozen=True)
class MeasureShown:
    """A measure, where it stands, and all its figures with their statuses, newest first."""

    measure: Measure
    standing: MeasureStanding
    readings: tuple[tuple[Reading, MeasureStatus], ...]


def measure_standings(rows: Any, today: date) -> list[MeasureShown]:
    """The measures given, in their order, with their live readings. Two queries."""
    readings = Prefetch("readings", Reading.objects.live(), to_attr="live_readings")
    measures = rows.select_related("theme", "owner", "partnership").prefetch_related(readings)
    return [standing_of(measure, measure.live_readings, today) for measure in measures]


def standing_of(measure: Measure, readings: Iterable[Reading], today: date) -> MeasureShown:
    """One measure from its readings."""
    facts, figures = measure.facts, [(reading, reading.figure) for reading in readings]
    newest = sorted(figures, key=lambda pair: (pair[1].period.last_day, -pair[1].period.number), reverse=True)
    return MeasureShown(
        measure=measure,
        standing=standing([figure for _, figure in figures], facts, today),
        readings=tuple((row, status_of_figure(figure, facts, today)) for row, figure in newest),
    )
