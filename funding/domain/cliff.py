"""What happens when time-limited money ends: the amount that lapses and the gap it leaves.

They are two different numbers. The amount that lapses is what the ending sources pay. The
gap is measured against the cost, and depends on who is assumed to pay again; so every
figure here carries its assumption.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.domain.money import pounds
from core.domain.words import day_words, listed


@dataclass(frozen=True)
class SourceFacts:
    """One source of funding for a phase, in pounds.

    ``is_one_off`` marks money that is known to end; the others are not promised for ever,
    they are merely not known to end.
    """

    name: str
    amount: Decimal
    is_one_off: bool


@dataclass(frozen=True)
class CliffFigure:
    """One amount and what has to be true for it."""

    amount: Decimal
    assumption: str

    @property
    def wording(self) -> str:
        return f"{pounds(self.amount)}: {self.assumption}"


@dataclass(frozen=True)
class Cliff:
    """The three figures for the time after a phase's funding ends, in pounds.

    ``lapses`` stops being paid; ``gap`` is left to find if the other sources pay again;
    ``gap_if_nothing_recurs`` is left to find if none of them does.
    """

    ends_on: date
    lapses: CliffFigure
    gap: CliffFigure
    gap_if_nothing_recurs: CliffFigure

    @property
    def figures(self) -> tuple[CliffFigure, CliffFigure, CliffFigure]:
        return (self.lapses, self.gap, self.gap_if_nothing_recurs)


def cliff(cost: Decimal, sources: Sequence[SourceFacts], ends_on: date) -> Cliff:
    """The cliff after a phase's last funded day, against the same cost for the same time.

    A gap is never negative: money to spare is put into words instead.
    """
    ending = [source for source in sources if source.is_one_off]
    lasting = [source for source in sources if not source.is_one_off]
    lapses = sum((source.amount for source in ending), Decimal(0))
    recurring = sum((source.amount for source in lasting), Decimal(0))
    after = f"after {day_words(ends_on)}"
    return Cliff(
        ends_on,
        CliffFigure(
            lapses, f"{_named(ending)} {_ends(ending)} {after}." if ending else f"nothing ends {after}."
        ),
        CliffFigure(max(cost - recurring, Decimal(0)), _gap_assumption(cost, recurring, lasting)),
        CliffFigure(cost, f"no source pays again {after} and the cost stays {pounds(cost)}."),
    )


def _gap_assumption(cost: Decimal, recurring: Decimal, lasting: Sequence[SourceFacts]) -> str:
    if not lasting:
        return f"no source is known to last and the cost stays {pounds(cost)}."
    again = "pays the same again" if len(lasting) == 1 else "pay the same again"
    words = f"{_named(lasting)} {again} and the cost stays {pounds(cost)}."
    if recurring > cost:
        words += f" That leaves {pounds(recurring - cost)} to spare."
    return words


def _named(sources: Sequence[SourceFacts]) -> str:
    return listed([f"{source.name} ({pounds(source.amount)})" for source in sources])


def _ends(sources: Sequence[SourceFacts]) -> str:
    return "ends" if len(sources) == 1 else "end"
