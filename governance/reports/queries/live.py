"""Figures and tables of the record, as one report quotes them."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.utils.html import format_html

from core import blocks
from core.blocks import Block, BlockContext, Cell, Choice, Figure, Table
from core.domain.money import pounds
from core.domain.words import day_words
from governance.reports.domain.checks import KnownFigure
from governance.reports.domain.document import TableData
from governance.reports.domain.markup import Token

log = logging.getLogger(__name__)

Params = Mapping[str, Any]
FEWEST_COLUMNS = 2


@dataclass(frozen=True)
class Drawn:
    """A live table as it stands in a report: its rows, and the chart above them when the block has one.

    A block without rows has no table; then ``html`` is all that it draws.
    """

    table: TableData | None
    html: str


class Live:
    """The record as one report sees it. Each block is asked once, however often it is quoted.

    A block that nobody offers, or that fails, costs its own place and never the page: it answers None,
    the page prints a visible gap, and the checks refuse to publish it.
    """

    def __init__(self, context: BlockContext) -> None:
        self.context = context
        self.quoted: dict[str, Figure] = {}
        self._results: dict[tuple[str, str], Any] = {}

    def figure(self, token: Token) -> Figure | None:
        """The figure a token names, or None."""
        block = blocks.block(token.block)
        if block is None or not block.in_reports:
            return None
        found = self._figures(block).get(token.figure)
        if found is not None:
            self.quoted[token.source] = found
        return found

    def printed(self, token: Token) -> str | None:
        """How a token prints, or None."""
        found = self.figure(token)
        return None if found is None else found.printed

    def drawn(self, key: str, params: Params, caption: str) -> Drawn | None:
        """A live table; the caption given, or the block's own."""
        block = blocks.block(key)
        if block is None or not block.in_reports:
            return None
        context = replace(self.context, params=params)
        result = self._result(block, params)
        if result is None:
            return None
        try:
            table = block.table(result)
            if table is None or not table.rows:
                return Drawn(None, block.draw(context, result))
            return Drawn(table_data(table, caption, params), chart_of(block, result))
        except Exception:
            log.exception("The block %s could not be drawn in a report.", key)
            return None

    def choices(self) -> Iterator[tuple[Block, Choice]]:
        """Every live table a report may insert, in every way it may be."""
        for block in blocks.report_blocks():
            try:
                yield from ((block, choice) for choice in block.choices(self.context))
            except Exception:
                log.exception("The block %s could not say how it is inserted.", block.key)

    def offered(self) -> Iterator[tuple[Block, Mapping[str, Figure]]]:
        """Every block a report may quote, with its figures now."""
        for block in blocks.report_blocks():
            if figures := self._figures(block):
                yield block, figures

    @cached_property
    def known_money(self) -> list[KnownFigure]:
        """Every sum of the record that prose may have been meant to quote."""
        return [
            KnownFigure(Token(block.key, name), figure.value, figure.meaning)
            for block, figures in self.offered()
            for name, figure in figures.items()
            if isinstance(figure.value, Decimal) and "£" in figure.printed
        ]

    def _figures(self, block: Block) -> Mapping[str, Figure]:
        result = self._result(block, {})
        if result is None:
            return {}
        try:
            return block.figures(result)
        except Exception:
            log.exception("The figures of the block %s could not be read.", block.key)
            return {}

    def _result(self, block: Block, params: Params) -> Any:
        key = (block.key, repr(sorted(params.items())))
        if key not in self._results:
            try:
                self._results[key] = block.result(replace(self.context, params=params))
            except Exception:
                # Whatever is wrong in one app's block, the secretary's report still opens.
                log.exception("The block %s could not be asked for a report.", block.key)
                self._results[key] = None
        return self._results[key]


def chart_of(block: Block, result: Any) -> str:
    """The chart a block's result carries, as a figure; nothing when it has none."""
    chart = getattr(result, "chart", None)
    if chart is None:
        return ""
    return format_html(
        '<figure class="chart paper"><figcaption>{}</figcaption>{}</figure>', block.title, chart
    )


def table_data(table: Table, caption: str = "", params: Params | None = None) -> TableData:
    """A block's table as a report prints it.

    A column that names what was asked for ("Phase", of a table of one phase) is left out, and so is one that
    says nothing. One that says the same in every row is said once, in the caption. Money carries no sign,
    because units stand in the headings.
    """
    rows = [tuple(cell_words(cell) for cell in row) for row in table.rows]
    words = [{row[at] for row in rows} for at in range(len(table.headings))]
    asked = {name.lower() for name in params or {}}
    needless = {
        at for at, heading in enumerate(table.headings) if heading.lower() in asked or words[at] == {""}
    }
    same = {
        at
        for at, said in enumerate(words)
        if len(said) == 1 and len(rows) > 1 and at not in needless and at not in table.numeric
    }
    kept = [at for at in range(len(words)) if at not in needless | same]
    if len(kept) < FEWEST_COLUMNS:
        same, kept = set(), list(range(len(words)))
    names = [word for at in sorted(same) for word in words[at] if word not in table.caption]
    return TableData(
        caption=caption or ": ".join(filter(None, [table.caption, ", ".join(names)])),
        headings=tuple(table.headings[at] for at in kept),
        rows=tuple(tuple(row[at] for at in kept) for row in rows),
        numeric=frozenset(place for place, at in enumerate(kept) if at in table.numeric),
        total=None if table.total is None else tuple(cell_words(table.total[at]) for at in kept),
        note=table.note,
    )


def cell_words(cell: Cell) -> str:
    """One value of a table as printed. Units stand in the heading, so money carries no sign."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return pounds(cell).replace("£", "")
    if isinstance(cell, datetime | date):
        return day_words(cell)
    return f"{cell:,}" if isinstance(cell, int) else str(cell)
