"""Phases: what they cost, what may fund them, and where that leaves the money."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from core.domain.words import day_words
from funding.domain import position as where
from funding.domain.phase_cost import PostFacts, months_paid
from funding.domain.phase_facts import CostRow, PhaseCost
from funding.models import Option, OptionLine, Phase, Source, Split
from funding.queries.books import Books
from partnerships.models import Board, Organisation, Theme


def phase_costs(books: Books, reference: str = "") -> tuple[PhaseCost, ...]:
    """What each phase costs, or only the one with that reference. Three queries."""
    return tuple(_phase_cost(books, phase) for phase in books.phases if reference in ("", phase.reference))


def _phase_cost(books: Books, phase: Phase) -> PhaseCost:
    posts = [
        CostRow(
            label=str(post),
            cost=PostFacts(str(post), post.number, post.unit_cost).cost,
            kind="Post",
            title=f"{post.grade} {post.title}".strip(),
            number=post.number,
            unit_cost=post.unit_cost,
            source=post.source,
            theme=_name(books.named(post, "theme", Theme)),
            months=months_paid(post.starts_on, post.months, phase.starts_on, phase.ends_on),
            rule=_name(books.named(post, "split", Split)),
        )
        for post in books.posts[phase.pk]
    ]
    lines = [
        CostRow(
            label=f"{line.name} ({line.get_qualifier_display().lower()})" if line.qualifier else line.name,
            cost=line.amount,
            kind=line.get_kind_display(),
            source=line.source,
            rule=_name(books.named(line, "split", Split)),
        )
        for line in books.lines[phase.pk]
    ]
    return PhaseCost(
        reference=phase.reference,
        name=phase.name,
        state=phase.get_state_display(),
        period=where.phase_words(
            phase.starts_on,
            phase.ends_on,
            phase.period_wording,  # type: ignore[attr-defined]  # one of its window columns
        ),
        first=phase.starts_on,
        last=phase.ends_on,
        months_charged=phase.months_charged,
        is_one_sum=phase.is_one_sum,
        posts=tuple(posts),
        lines=tuple(lines),
        url=f"/p/{books.partnership.slug}/money/{phase.reference}/",
    )


def _name(row: object) -> str:
    return "" if row is None else str(row)


def fundings(books: Books, phase: Phase) -> tuple[where.Funding, ...]:
    """The options of a phase in order; where there is none, its splits stand in for one."""
    options = tuple(_funding(books, phase, option) for option in books.options[phase.pk])
    if options:
        return options
    return tuple(
        where.Funding(
            0, split.name, split.get_state_display(), split.total, is_agreed=split.state == "agreed"
        )
        for split in books.splits
        if split.phase_id == phase.pk and split.state != Split.State.REPLACED
    )


def _funding(books: Books, phase: Phase, option: Option) -> where.Funding:
    lines = tuple(_funding_line(books, phase, line) for line in books.option_lines[option.pk])
    board = books.named(option, "board", Board)
    return where.Funding(
        order=option.order,
        name=option.name,
        state=option.get_state_display(),
        total=sum((line.amount for line in lines), Decimal(0)),
        lines=lines,
        is_agreed=option.state == Option.State.AGREED,
        is_set_aside=option.state == Option.State.NOT_TAKEN,
        decision=decision_words(board, option.decided_on, option.minute),
        source=option.source,
    )


def _funding_line(books: Books, phase: Phase, line: OptionLine) -> where.FundingLine:
    source: Source = books.named(line, "source_of_money", Source)
    holder = books.named(source, "holder", Organisation)
    one_off = where.ends_with(source.kind == Source.Kind.ONE_OFF, source.expires_on, phase.ends_on)
    return where.FundingLine(
        source=source.name,
        reference=source.reference,
        amount=line.amount,
        kind=source.get_kind_display(),
        is_one_off=one_off,
        recurs=source.kind == Source.Kind.RECURRING,
        printed_percent=line.printed_percent,
        expires_on=source.expires_on,
        holder=holder.name if holder else "",
        holder_code=holder.code if holder else "",
    )


def decision_words(board: Board | None, decided_on: date | None, minute: str) -> str:
    """A decision in a few words: who, when, which minute; empty when nobody decided."""
    if board is None and decided_on is None:
        return ""
    parts = [str(board) if board else "", day_words(decided_on) if decided_on else ""]
    parts.append(f"minute {minute}" if minute else "")
    return ", ".join(part for part in parts if part)


def position(books: Books) -> where.Position:
    """Every phase's cost, funding, balance and what ends. Six queries for any number of phases."""
    costs = phase_costs(books)
    return where.Position(
        tuple(
            where.phase_position(cost, fundings(books, phase), where.is_last(cost, costs))
            for phase, cost in zip(books.phases, costs, strict=True)
        )
    )
