"""Parties: how amounts are split between them, and what each gives."""

from __future__ import annotations

from collections.abc import Sequence

from core.domain.problems import Problem
from core.domain.words import NOT_STATED
from funding.domain import agreed_split as agreed
from funding.domain.agreed_split import worked_amounts
from funding.domain.contribution import ContributionState, Given
from funding.domain.split import Basis, Party, RemainderRule, SplitRule
from funding.models import Contribution, Phase, Share, Source, Split
from funding.queries.books import Books
from funding.queries.phases import decision_words
from partnerships.models import Board, Organisation

BASES = {
    Split.Rule.WEIGHTS: Basis.WEIGHT,
    Split.Rule.PERCENT: Basis.PERCENT,
    Split.Rule.EQUAL: Basis.EQUAL,
    Split.Rule.FIXED: Basis.FIXED,
}


def splits(books: Books, reference: str = "", phase: Phase | None = None) -> tuple[agreed.AgreedSplit, ...]:
    """Every split with its shares and the rule's working, or one, or a phase's. Two queries."""
    return tuple(
        _split(books, split)
        for split in books.splits
        if reference in ("", split.reference) and (phase is None or split.phase_id == phase.pk)
    )


def _split(books: Books, split: Split) -> agreed.AgreedSplit:
    shares = books.shares[split.pk]
    names = {share.pk: books.named(share, "organisation", Organisation) for share in shares}
    rule = split_rule(split, [(names[share.pk].name, share) for share in shares])
    words = agreed.rule_words(split.get_rule_display(), split.unit, rule.remainder, rule.remainder_to)
    return agreed.agreed_split(
        reference=split.reference,
        name=split.name,
        state=split.get_state_display(),
        rule_words=words,
        total=split.total,
        rule=rule,
        agreed=[
            agreed.Agreed(
                names[share.pk].name, names[share.pk].code, share.amount, _basis(split, share), share.parties
            )
            for share in shares
        ],
        qualifier=split.qualifier,
    )


def split_rule(split: Split, shares: Sequence[tuple[str, Share]]) -> SplitRule:
    """The rule of a split as the domain knows it; ``shares`` are pairs of the party's name and its share.

    Fixed sums leave no remainder, so nobody has to be named for it.
    """
    basis = BASES[Split.Rule(split.rule)]
    fixed = basis is Basis.FIXED
    takers = [name for name, share in shares if share.takes_remainder]
    return SplitRule(
        parties=tuple(
            Party(
                name,
                basis,
                share.amount if fixed else None if basis is Basis.EQUAL else share.weight,
                count=share.parties,
            )
            for name, share in shares
        ),
        unit=split.unit,
        remainder=RemainderRule.LARGEST_REMAINDER if fixed else RemainderRule(split.remainder),
        remainder_to=takers[0] if takers and split.remainder == Split.Remainder.NAMED else "",
    )


def worked_shares(split: Split, shares: Sequence[Share]) -> list[Problem]:
    """Fill in the amounts the rule gives where all are empty; say what keeps the split from being whole.

    The shares are the live ones, all of them, saved or not; only their ``amount`` is set.
    """
    rule = split_rule(split, [(share.organisation.name, share) for share in shares])
    amounts, problems = worked_amounts(split.total, rule, [share.amount for share in shares])
    for share, amount in zip(shares, amounts, strict=False):
        share.amount = amount
    return problems


def _basis(split: Split, share: Share) -> str:
    if split.rule == Split.Rule.EQUAL:
        return "Equal"
    if split.rule == Split.Rule.FIXED:
        return "Fixed"
    if share.weight is None:
        return NOT_STATED
    return f"{share.weight.normalize():f}{'%' if split.rule == Split.Rule.PERCENT else ''}"


def contributions(books: Books) -> tuple[Given, ...]:
    """Every contribution in the partnership, by reference. Two queries."""
    names = {one.pk: one.name for one in books.phases}
    return tuple(_given(books, one, names.get(one.phase_id, "")) for one in books.contributions)


def _given(books: Books, one: Contribution, phase: str) -> Given:
    giver = books.named(one, "organisation", Organisation)
    source = books.named(one, "source_of_money", Source)
    return Given(
        reference=one.reference,
        giver=giver.name,
        code=giver.code,
        phase=phase,
        source=source.name if source else "",
        amount=one.amount,
        state=ContributionState(one.state),
        since=one.state_on,
        decision=decision_words(books.named(one, "board", Board), one.decided_on, one.minute),
        condition=one.condition,
        condition_met=one.condition_met,
    )
