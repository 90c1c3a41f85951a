"""Parties: how amounts are split between them, whole and line by line."""

from __future__ import annotations

from decimal import Decimal

from core.domain.money import pounds
from core.domain.words import NOT_STATED, day_words
from funding.domain import agreed_split as agreed
from funding.domain.line_shares import LinesDivided, LineToDivide, divide_lines
from funding.domain.phase_facts import PhaseCost
from funding.domain.position import ROUNDING
from funding.domain.split import Basis, Divisions
from funding.domain.split_words import plain
from funding.models import CostLine, Phase, Post, Share, Split
from funding.queries.books import Books
from funding.queries.outlook import party, usual_split


def splits(books: Books, reference: str = "", phase: Phase | None = None) -> tuple[agreed.AgreedSplit, ...]:
    """Every split with its shares and the rule's working, or one, or a phase's. Two queries."""
    return tuple(
        _split(books, split)
        for split in books.splits
        if reference in ("", split.reference) and (phase is None or split.phase_id == phase.pk)
    )


def line_shares(books: Books, phase: Phase, cost: PhaseCost) -> LinesDivided:
    """A phase's lines for its own time, each divided like the split it names, else like the whole phase.

    No more queries than the books'.
    """
    usual = usual_split(books, phase)
    if usual is not None and (cost.cost is None or abs(usual.total - cost.cost) >= ROUNDING):
        usual = None  # it divides a part of the cost, and which lines is not known
    amounts = cost.for_its_time
    if amounts is None:
        return LinesDivided(())
    rows: list[Post | CostLine] = [*books.posts[phase.pk], *books.lines[phase.pk]]
    by_key = {split.pk: split for split in books.splits}
    follows = [by_key.get(row.split_id) if row.split_id else usual for row in rows]
    rules = {
        split.reference: Divisions(
            split.rule_of([(party(books, share).name, share) for share in books.shares[split.pk]])
        )
        for split in dict.fromkeys(follows)
        if split is not None
    }
    lines = [
        LineToDivide(row.label, amount, split.reference if split else "")
        for row, amount, split in zip(cost.rows, amounts, follows, strict=True)
    ]
    return divide_lines(lines, rules)


def _split(books: Books, split: Split) -> agreed.AgreedSplit:
    shares = books.shares[split.pk]
    names = {share.pk: party(books, share) for share in shares}
    rule = split.rule_of([(names[share.pk].name, share) for share in shares])
    words = agreed.rule_words(
        split.get_rule_display(), split.unit, rule.remainder, rule.remainder_to, _weights(split)
    )
    return agreed.agreed_split(
        reference=split.reference,
        name=split.name,
        state=split.get_state_display(),
        rule_words=words,
        total=split.total,
        rule=rule,
        agreed=[
            agreed.Agreed(
                names[share.pk].name,
                names[share.pk].code,
                share.amount,
                _basis(split, share),
                share.parties,
                share.departs,
            )
            for share in shares
        ],
        qualifier=split.qualifier,
    )


def _weights(split: Split) -> str:
    day = f"as at {day_words(split.weights_on)}" if split.weights_on else ""
    return ", ".join(filter(None, [split.weights_from, day]))


def _basis(split: Split, share: Share) -> str:
    """What the share follows from, in a few words."""
    basis = share.basis_of(split)
    most = f", up to {pounds(share.ceiling)}" if share.ceiling is not None else ""
    if basis in (Basis.EQUAL, Basis.FIXED):
        return f"{basis.label}{most}"
    if basis is Basis.REMAINDER:
        return f"What is left{most}"
    if share.weight is None:
        return NOT_STATED
    if basis is Basis.PER_UNIT:
        return f"{pounds(share.weight)} x {plain(share.units or Decimal(0))}"
    return f"{plain(share.weight)}{'%' if basis is Basis.PERCENT else ''}{most}"
