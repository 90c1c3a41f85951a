"""The rows: a partnership's money as it is today, or as it was at a moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

from core.models import AuditedModel
from core.timeline import at
from funding.models import (
    Actual,
    Contribution,
    CostLine,
    Option,
    OptionLine,
    Phase,
    Post,
    ProfileMove,
    ProfileQuarter,
    Saving,
    Share,
    Split,
    StatedFigure,
    Transfer,
)
from partnerships.models import Organisation, Partnership

NO_DATE = date.max


class Books:
    """The money rows of one partnership that a viewer reaches, each table read once and only when asked for.

    ``moment`` None is today; otherwise rows are as they were then, while reach is the viewer's today.
    Rows at a moment lead to today's neighbours when followed, so names are looked up here.
    """

    def __init__(self, partnership: Partnership, viewer: Any, moment: datetime | None = None) -> None:
        self.partnership = partnership
        self.viewer = viewer
        self.moment = moment

    @cached_property
    def phases(self) -> list[Phase]:
        """Oldest first; those without a date last."""
        phases = self._top(Phase)
        return sorted(phases, key=lambda phase: (phase.starts_on or NO_DATE, phase.reference))

    @cached_property
    def posts(self) -> Mapping[int, list[Post]]:
        return self._parts(Post, "phase", self.phases, "theme", "split")

    @cached_property
    def lines(self) -> Mapping[int, list[CostLine]]:
        return self._parts(CostLine, "phase", self.phases, "split")

    @cached_property
    def options(self) -> Mapping[int, list[Option]]:
        return self._parts(Option, "phase", self.phases, "board")

    @cached_property
    def option_lines(self) -> Mapping[int, list[OptionLine]]:
        options = [option for group in self.options.values() for option in group]
        return self._parts(OptionLine, "option", options, "source_of_money__holder")

    @cached_property
    def splits(self) -> list[Split]:
        return sorted(self._top(Split), key=lambda split: split.reference)

    @cached_property
    def shares(self) -> Mapping[int, list[Share]]:
        return self._parts(Share, "split", self.splits, "organisation")

    @cached_property
    def paid(self) -> Mapping[int, list[tuple[str, str, Decimal]]]:
        """Name, code and amount of every share, by split."""
        return {
            key: [
                (body.name, body.code, share.amount)
                for share in shares
                for body in [self.named(share, "organisation", Organisation)]
            ]
            for key, shares in self.shares.items()
        }

    @cached_property
    def contributions(self) -> list[Contribution]:
        contributions = self._top(Contribution, "organisation", "source_of_money", "board")
        return sorted(contributions, key=lambda contribution: contribution.reference)

    @cached_property
    def transfers(self) -> list[Transfer]:
        transfers = self._top(Transfer, "payer", "payee", "board", "phase")
        return sorted(transfers, key=lambda transfer: (transfer.on, transfer.reference))

    @cached_property
    def profile(self) -> Mapping[int, list[ProfileQuarter]]:
        return self._parts(ProfileQuarter, "phase", self.phases, order="year")

    @cached_property
    def moves(self) -> list[ProfileMove]:
        return sorted(self._top(ProfileMove, "board"), key=lambda move: move.reference)

    @cached_property
    def actuals(self) -> Mapping[int, list[Actual]]:
        return self._parts(Actual, "phase", self.phases, order="on")

    @cached_property
    def savings(self) -> list[Saving]:
        return sorted(self._top(Saving), key=lambda saving: saving.reference)

    @cached_property
    def stated(self) -> list[StatedFigure]:
        return sorted(self._top(StatedFigure), key=lambda figure: (figure.paper, figure.number))

    def named(self, row: Any, field: str, model: type[AuditedModel]) -> Any:
        """The row a foreign key leads to, as it was at the moment; None when there is none.

        A row recorded only later (a body entered after the fact) is shown as it is today.
        """
        key = getattr(row, f"{field}_id")
        if key is None:
            return None
        earlier = self._then(model).get(key) if self.moment else None
        return earlier or getattr(row, field)

    def _then(self, model: type[AuditedModel]) -> Mapping[int, Any]:
        kept: dict[Any, dict[int, Any]] = self.__dict__.setdefault("_kept", {})
        if model not in kept:
            kept[model] = {row.pk: row for row in at(model, self.moment)}
        return kept[model]

    def _top(self, model: type[AuditedModel], *related: str) -> list[Any]:
        reached = model.objects.visible_to(self.viewer).filter(partnership=self.partnership).order_by()
        if self.moment is None:
            return list(reached.live().select_related(*related) if related else reached.live())
        keys = set(reached.values_list("pk", flat=True))
        return [row for row in self._then(model).values() if row.pk in keys and row.archived_at is None]

    def _parts(
        self,
        model: type[AuditedModel],
        column: str,
        parents: Sequence[AuditedModel],
        *related: str,
        order: str = "order",
    ) -> Mapping[int, list[Any]]:
        """Live parts by the key of the row they belong to, in order. No query when there is nothing."""
        keys = {row.pk for row in parents}
        grouped: dict[int, list[Any]] = defaultdict(list)
        if not keys:
            return grouped
        if self.moment is None:
            rows = model.objects.live().filter(**{f"{column}__in": keys}).order_by(order)
            parts = list(rows.select_related(*related) if related else rows)
        else:
            parts = sorted(
                (row for row in self._then(model).values() if row.archived_at is None),
                key=lambda row: getattr(row, order),
            )
        for row in parts:
            if getattr(row, f"{column}_id") in keys:
                grouped[getattr(row, f"{column}_id")].append(row)
        return grouped
