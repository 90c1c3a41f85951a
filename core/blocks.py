"""Blocks: one result, drawn the same on a page, in a report, on paper and in a spreadsheet.

The only way one app offers something to a page above or below it. A block's ``result`` asks the
app's queries and rules once; ``template`` draws it, ``table`` flattens it, ``figures`` names the
numbers that prose may quote, so that a sentence and the table beside it cannot disagree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar

from django.core import checks
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from core.domain.periods import Quarter

Cell = str | int | Decimal | date | None


@dataclass(frozen=True)
class Table:
    """A block flattened: a caption, one heading per column, rows of plain values.

    ``numeric`` holds the positions of columns that are numbers; ``total`` the last row, when there is one.
    """

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numeric: frozenset[int] = frozenset()
    total: tuple[Cell, ...] | None = None
    note: str = ""


@dataclass(frozen=True)
class Figure:
    """A number prose may quote: its value, how it is printed, and what it is in words."""

    value: Decimal | int | date | str
    printed: str
    meaning: str


@dataclass(frozen=True)
class BlockContext:
    """What a block is drawn for.

    ``viewer`` sees only what the policy lets them; ``moment`` None is now; ``surface`` is "page" or
    "print"; ``subject`` is the row whose page it is on, None for the whole partnership. ``shared`` is kept
    from block to block of one page or report: what an app reads once for several of its blocks.

    A page about no row is about no partnership either (My work): there ``partnership`` is None, and
    ``subject`` holds the partnerships its reader reaches.
    """

    partnership: Any
    viewer: Any
    today: date
    quarter: Quarter | None = None
    subject: Any = None
    moment: datetime | None = None
    surface: str = "page"
    params: Mapping[str, Any] = field(default_factory=dict)
    shared: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True)
class Choice:
    """One way a report may insert a block: its name in the list, and the parameters it is drawn with."""

    label: str
    params: Mapping[str, Any] = field(default_factory=dict)


class Block:
    """What one app offers. Subclass, set the class attributes, register an instance.

    ``key`` is stored in reports and never changes: "funding.phase_cost". ``subject`` is the label of the
    model on whose page it appears ("programmes.Action"), the name of its address for a page about no row
    ("governance:work"), None for the partnership as a whole.
    """

    key: ClassVar[str]
    title: ClassVar[str]
    template: ClassVar[str]
    subject: ClassVar[str | None] = None
    in_reports: ClassVar[bool] = True

    def result(self, context: BlockContext) -> Any:
        """A frozen dataclass with everything the template shows."""
        raise NotImplementedError

    def choices(self, context: BlockContext) -> Sequence[Choice]:
        """The ways a report may insert it; a block with parameters lists each row they can name."""
        return (Choice(self.title),)

    def table(self, result: Any) -> Table | None:
        """The result as a table, or None when it has none."""
        return None

    def figures(self, result: Any) -> Mapping[str, Figure]:
        """The numbers prose may quote, by name."""
        return {}

    def draw(self, context: BlockContext, result: Any = None) -> SafeString:
        """The block as HTML; asks for the result unless it is given."""
        shown = self.result(context) if result is None else result
        return render_to_string(
            self.template,
            {"block": self, "result": shown, "surface": context.surface, "table": self.table(shown)},
        )


_registry: dict[str, Block] = {}
_twice: list[str] = []


def register(block_class: type[Block]) -> type[Block]:
    """Class decorator: offer the block."""
    block = block_class()
    if block.key in _registry:
        _twice.append(block.key)
    _registry[block.key] = block
    return block_class


def block(key: str) -> Block | None:
    """The block with that key, or None when no installed app offers it."""
    return _registry.get(key)


def blocks_for(subject: str | None) -> Sequence[Block]:
    """The blocks offered for a model's page ("programmes.Action"), or for the partnership (None)."""
    return [offered for offered in _registry.values() if offered.subject == subject]


def report_blocks() -> Sequence[Block]:
    """The blocks a report may insert, by title."""
    insertable = [offered for offered in _registry.values() if offered.in_reports]
    return sorted(insertable, key=lambda offered: offered.title)


@checks.register
def no_key_twice(**_: Any) -> list[checks.CheckMessage]:
    """Two blocks with one key would draw each other's reports."""
    return [checks.Error(f"Two blocks are registered as {key}.", id="core.E001") for key in _twice]
