"""Figures and tables of the record, as one report quotes them."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

from core import blocks
from core.blocks import Block, BlockContext, Cell, Choice, Figure, Table
from core.domain.money import pounds
from core.domain.words import day_words
from governance.reports.domain.checks import KnownFigure
from governance.reports.domain.document import LiveChart, TableData
from governance.reports.domain.markup import Token, tokens

log = logging.getLogger(__name__)

Params = Mapping[str, Any]
FEWEST_COLUMNS = 2


@dataclass(frozen=True)
class LiveTable:
    """A live table as it stands in a report: its rows, and the chart above them when the block has one.

    A block without rows has no table; then ``drawn`` is all there is, as the block's own template made it.
    """

    table: TableData | None
    chart: LiveChart | None = None
    drawn: str = ""


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
        figure = self._figures(block).get(token.figure)
        if figure is not None:
            self.quoted[token.source] = figure
        return figure

    def printed(self, token: Token) -> str | None:
        """How a token prints, or None."""
        figure = self.figure(token)
        return None if figure is None else figure.printed

    def figures_in(self, text: str) -> dict[str, str]:
        """How each figure a text quotes prints, by its source; one that nobody knows is left out."""
        printed = {token.source: self.printed(token) for token in tokens(text)}
        return {source: words for source, words in printed.items() if words is not None}

    def table(self, key: str, params: Params, caption: str) -> LiveTable | None:
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
                return LiveTable(None, drawn=block.draw(context, result))
            return LiveTable(table_data(table, caption, params), chart_of(block, result))
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


def chart_of(block: Block, result: Any) -> LiveChart | None:
    """The chart a block's result carries; None when it has none."""
    chart = getattr(result, "chart", None)
    return None if chart is None else LiveChart(block.title, chart)


def table_data(table: Table, caption: str = "", params: Params | None = None) -> TableData:
    """A block's table as a report prints it.

    A column that names what was asked for ("Phase", of a table of one phase) is left out, and so is one that
    says nothing. One that says the same in every row is said once, in the caption. Money carries no sign,
    because units stand in the headings.
    """
    rows = [tuple(cell_words(cell) for cell in row) for row in table.rows]
    columns = [[row[place] for row in rows] for place in range(len(table.headings))]
    needless = _needless(table, columns, params or {})
    repeated = _repeated(table, columns) - needless
    kept = [place for place in range(len(columns)) if place not in needless | repeated]
    if len(kept) < FEWEST_COLUMNS:
        repeated, kept = set(), list(range(len(columns)))
    return TableData(
        caption=caption or _caption(table, [columns[place][0] for place in sorted(repeated)]),
        headings=tuple(table.headings[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in rows),
        numeric=frozenset(new for new, place in enumerate(kept) if place in table.numeric),
        total=None if table.total is None else tuple(cell_words(table.total[place]) for place in kept),
        note=table.note,
    )


Columns = Sequence[Sequence[str]]


def _needless(table: Table, columns: Columns, params: Params) -> set[int]:
    """The places of columns that name what was asked for, or say nothing."""
    asked = {name.lower() for name in params}
    headings = enumerate(table.headings)
    return {place for place, heading in headings if heading.lower() in asked or set(columns[place]) == {""}}


def _repeated(table: Table, columns: Columns) -> set[int]:
    """The places of columns that say the same in each of several rows. A number is never one of them."""
    return {
        place
        for place, words in enumerate(columns)
        if len(words) > 1 and len(set(words)) == 1 and place not in table.numeric
    }


def _caption(table: Table, repeated: Sequence[str]) -> str:
    """The table's own caption, and what all its rows say unless it says that already."""
    new = ", ".join(word for word in repeated if word not in table.caption)
    return ": ".join(filter(None, [table.caption, new]))


def cell_words(cell: Cell) -> str:
    """One value of a table as printed. Units stand in the heading, so money carries no sign."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return pounds(cell).replace("£", "")
    if isinstance(cell, datetime | date):
        return day_words(cell)
    return f"{cell:,}" if isinstance(cell, int) else str(cell)
