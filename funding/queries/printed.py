"""As printed, beside as the record computes: every figure by name, and what disagrees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from funding.domain import position as where
from funding.domain.agreed_split import AgreedSplit
from funding.domain.printed import Computed, PrintedComparison, beside
from funding.domain.reconcile import findings as reconcile
from funding.domain.stated import Ask, PrintedFinding, StatedFacts, Unit
from funding.models import StatedFigure
from funding.queries.books import Books
from funding.queries.parties import splits
from funding.queries.phases import position


def computed(books: Books) -> Mapping[tuple[str, Unit], Sequence[Computed]]:
    """Every figure of the record by name and unit, each with the options that give it."""
    figures: dict[tuple[str, Unit], list[Computed]] = defaultdict(list)

    def note(name: str, value: Decimal | None, by: str = "", of: str = "", unit: Unit = Unit.MONEY) -> None:
        if value is not None:
            figures[name, unit].append(Computed(value, by, of))

    for phase, phase_position in zip(books.phases, position(books).phases, strict=True):
        cost, ref = phase_position.phase, phase_position.phase.reference
        for name in ("annual", "total"):
            note(f"{ref}.{name}", cost.total)
        for name in ("cost", "period_cost"):
            note(f"{ref}.{name}", cost.cost)
        note(f"{ref}.team_total", cost.team_total)
        note(f"{ref}.months", None if cost.months is None else Decimal(cost.months), unit=Unit.MONTHS)
        _note_fundings(note, phase_position)
        if not any(option.order for option in phase_position.options):
            _note_shares(note, ref, splits(books, phase=phase))
    for split in splits(books):
        note(f"{split.reference}.total", split.total)
        for share in split.shares:
            name = f"{split.reference}.{share.code}"
            note(name, share.amount)
            note(f"{name}.each", share.each)
            note(f"{name}.by_rule", share.by_rule)
            note(f"{name}.parties", Decimal(share.count), unit=Unit.COUNT)
            note(name, where.percent_of(share.amount, split.total), unit=Unit.PERCENT)
    return figures


def _note_fundings(note: Any, phase_position: where.PhasePosition) -> None:
    """Funding by option. Once one is agreed, the record has its figures alone."""
    ref = phase_position.phase.reference
    for balance in phase_position.balances:
        option = balance.option
        if option is None:
            continue
        by = option.name
        note(f"{ref}.funding", option.total, by)
        if option.order:
            note(f"{ref}.funding.{option.order}.total", option.total)
            note(f"{ref}.surplus.{option.order}", balance.difference)
        for line in option.lines:
            name = f"{ref}.funding.{line.reference}"
            note(name, line.amount, by)
            for base, words in ((option.total, "of the funding"), (balance.cost, "of the cost")):
                if base:
                    note(name, where.percent_of(line.amount, base), by, words, Unit.PERCENT)
    for ending in phase_position.endings:
        if ending.is_known and ending.cliff.lapses.amount:
            note(f"{ref}.shortfall", ending.cliff.gap.amount, ending.option.name)
            note(f"{ref}.lapses", ending.cliff.lapses.amount, ending.option.name)


def _note_shares(note: Any, ref: str, phase_splits: Sequence[AgreedSplit]) -> None:
    """Where a phase has no option, its split's shares are its sources."""
    for split in phase_splits:
        for share in split.shares:
            note(f"{ref}.funding.{share.code}", share.amount)


def record_figures(books: Books) -> dict[str, Decimal]:
    """The record's money and months by name, where it has one value and not one for each option."""
    figures = {}
    for (name, unit), values in computed(books).items():
        if unit is not Unit.PERCENT and len({value.value for value in values}) == 1:
            figures[name] = values[0].value
    return figures


def findings_in(books: Books, paper: str) -> tuple[PrintedFinding, ...]:
    """What one paper's printed figures disagree with: each other, or the record."""
    rows = [row for row in books.stated if row.paper == paper]
    if not rows:
        return ()
    asks = [
        Ask(row.paragraph, row.value, tuple(name.strip() for name in row.met_by.split(",") if name.strip()))
        for row in rows
        if row.met_by
    ]
    return reconcile([_stated(row) for row in rows], record_figures(books), asks)


def papers(books: Books) -> tuple[str, ...]:
    """The papers whose printed figures are held, by reference."""
    return tuple(dict.fromkeys(row.paper for row in books.stated))


def printed_beside(books: Books, name: str) -> tuple[PrintedComparison, ...]:
    """Printed figures that claim to be a figure of one thing (a phase or split), beside the record's."""
    record = computed(books)
    return tuple(_beside(row, record) for row in books.stated if row.claims.partition(".")[0] == name)


def printed_by_paper(books: Books) -> tuple[tuple[str, tuple[PrintedComparison, ...]], ...]:
    """Pairs of a paper and all its printed figures beside the record's."""
    record = computed(books) if books.stated else {}
    return tuple(
        (paper, tuple(_beside(row, record) for row in books.stated if row.paper == paper))
        for paper in papers(books)
    )


def _beside(row: StatedFigure, record: Mapping[tuple[str, Unit], Sequence[Computed]]) -> PrintedComparison:
    return beside(row.paper, _stated(row), record.get((row.claims, Unit(row.unit)), ()))


def _stated(row: StatedFigure) -> StatedFacts:
    return StatedFacts(
        paragraph=row.paragraph,
        label=row.label,
        value=row.value,
        wording=row.wording,
        unit=Unit(row.unit),
        table=row.table,
        is_total=row.is_total,
        claims=row.claims,
        is_qualified=bool(row.qualifier),
        terms=row.terms,
    )
