"""Where the money stands: what a phase costs, what is found for it, what is missing and what ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from core.domain.money import pct, pounds, round_half_up
from core.domain.words import NOT_STATED, day_words, listed
from funding.domain.cliff import Cliff, SourceFacts, cliff
from funding.domain.phase_cost import funding_balance
from funding.domain.phase_facts import PhaseCost

ROUNDING = Decimal(1)  # papers print whole pounds: less than one is no gap to report in a headline


@dataclass(frozen=True)
class FundingLine:
    """What one source gives in one option, in pounds. ``is_one_off`` is money known to end with the phase.

    ``expires_on`` is the last day it can be spent, ``holder`` whose it is, "" where nobody says.
    """

    source: str
    reference: str
    amount: Decimal
    kind: str = NOT_STATED
    is_one_off: bool = False
    recurs: bool = False
    printed_percent: Decimal | None = None
    expires_on: date | None = None
    holder: str = ""
    holder_code: str = ""

    @property
    def may_end(self) -> bool:
        """Nobody says whether it recurs."""
        return not (self.is_one_off or self.recurs)


@dataclass(frozen=True)
class Funding:
    """One way of funding a phase: an option, or a split where no option is recorded (order 0)."""

    order: int
    name: str
    state: str
    total: Decimal
    lines: tuple[FundingLine, ...] = ()
    is_agreed: bool = False
    is_set_aside: bool = False
    decision: str = ""
    source: str = ""

    def share(self, amount: Decimal) -> str:
        """An amount as an exact share of this funding, two decimals."""
        return pct(amount, self.total, 2) if self.total else NOT_STATED


@dataclass(frozen=True)
class Balance:
    """Cost and funding of a phase by one option. ``difference`` is funding less cost in pounds.

    It is None while either is not stated; ``sentence`` is there whatever is known.
    """

    option: Funding | None
    cost: Decimal | None
    funding: Decimal | None
    difference: Decimal | None
    sentence: str

    @property
    def is_gap(self) -> bool:
        """A gap of a pound or more; pennies left off in print are shown but are no gap."""
        return self.difference is not None and self.difference <= -ROUNDING

    @property
    def is_surplus(self) -> bool:
        return self.difference is not None and self.difference >= ROUNDING

    @property
    def words(self) -> str:
        """The difference for a table's cell."""
        if self.difference is None:
            return NOT_STATED
        if not self.difference:
            return "None"
        return f"{pounds(abs(self.difference))} {'surplus' if self.difference > 0 else 'gap'}"


@dataclass(frozen=True)
class Ending:
    """What happens by one option when the last phase has ended.

    ``cliff`` is what is known. ``assumed`` has, for each source of which nobody says whether it recurs,
    its name and the cliff as if it alone ended; it is empty once any source is known to end.
    """

    option: Funding
    cliff: Cliff
    assumed: tuple[tuple[str, Cliff], ...] = ()

    @property
    def is_known(self) -> bool:
        return not self.assumed


@dataclass(frozen=True)
class PhasePosition:
    """One phase: its cost, every option that may fund it, the balances, and what ends after it."""

    phase: PhaseCost
    options: tuple[Funding, ...]
    balances: tuple[Balance, ...]
    endings: tuple[Ending, ...]

    @property
    def assumed(self) -> tuple[tuple[str, str, Decimal, Decimal], ...]:
        """For every option and source that may end: their names, what lapses and the gap that leaves."""
        return tuple(
            (ending.option.name, source, assumed_cliff.lapses.amount, assumed_cliff.gap.amount)
            for ending in self.endings
            for source, assumed_cliff in ending.assumed
        )

    @property
    def all_balances(self) -> tuple[Balance, ...]:
        """Every option held against the cost, those set aside too: they stay readable."""
        return tuple(balance(self.phase.cost, option) for option in self.options)


@dataclass(frozen=True)
class Position:
    """The whole partnership's money, phase by phase, oldest first."""

    phases: tuple[PhasePosition, ...]

    @property
    def balances(self) -> tuple[tuple[PhaseCost, Balance], ...]:
        return tuple((phase.phase, compared) for phase in self.phases for compared in phase.balances)

    @property
    def headline(self) -> str:
        """What a chart of it would be called: gaps first, then what is over."""
        gaps = _grouped(
            [(phase, compared) for phase, compared in self.balances if compared.is_gap], "is {} short"
        )
        surpluses = _grouped(
            [(phase, compared) for phase, compared in self.balances if compared.is_surplus],
            "has {} more than it costs",
        )
        unknown = [phase.name for phase, compared in self.balances if compared.difference is None]
        if gaps:
            return gaps
        if surpluses:
            return surpluses
        if unknown:
            return f"Not everything is stated for {listed(list(dict.fromkeys(unknown)))}"
        return "Funding meets the cost of every phase" if self.phases else "No phases are recorded"


def percent_of(amount: Decimal, base: Decimal) -> Decimal:
    """An amount as a percentage of a base that is not zero, two decimals, half up."""
    return round_half_up(Fraction(amount) * 100 / Fraction(base), Decimal("0.01"))


def balance(cost: Decimal | None, option: Funding | None) -> Balance:
    """Compare what a phase costs with what one option gives; a sentence in every case."""
    funding = option.total if option else None
    if cost is not None and funding is not None:
        return Balance(option, cost, funding, funding - cost, funding_balance(cost, funding))
    if cost is not None:
        words = f"No funding is recorded for the cost of {pounds(cost)}."
    elif funding is not None:
        words = f"Funding of {pounds(funding)} cannot be held against the cost, which is not stated."
    else:
        words = "Neither cost nor funding is stated."
    return Balance(option, cost, funding, None, words)


def phase_position(phase: PhaseCost, options: Sequence[Funding], is_last: bool) -> PhasePosition:
    """One phase's position. Once an option is agreed, it alone is held against the cost.

    What ends is worked out for the last phase only: money of an earlier one is followed by the next.
    """
    counting = _counting(options)
    balances = tuple(balance(phase.cost, option) for option in counting) or (balance(phase.cost, None),)
    endings: list[Ending] = []
    if is_last and phase.last is not None and phase.cost is not None:
        endings = [_ending(phase.cost, option, phase.last) for option in counting if option.lines]
    return PhasePosition(phase, tuple(options), balances, tuple(endings))


def is_last(phase: PhaseCost, others: Sequence[PhaseCost]) -> bool:
    """Whether no other phase goes on after this one has ended."""
    return phase.last is not None and not any(
        other.last is not None and other.last > phase.last for other in others if other is not phase
    )


def ends_with(is_one_off: bool, expires_on: date | None, phase_ends: date | None) -> bool:
    """Whether a source is known to end with the phase: it is one-off, or it expires by then."""
    return is_one_off or (expires_on is not None and phase_ends is not None and expires_on <= phase_ends)


def phase_words(first: date | None, last: date | None, printed: str) -> str:
    """A phase's time: as printed, else from its dates, else not stated."""
    if printed:
        return printed
    if first and last:
        return f"{day_words(first)} to {day_words(last)}"
    return f"From {day_words(first)}" if first else NOT_STATED


def _counting(options: Sequence[Funding]) -> list[Funding]:
    agreed = [option for option in options if option.is_agreed]
    return agreed or [option for option in options if not option.is_set_aside]


def _ending(cost: Decimal, option: Funding, last: date) -> Ending:
    known = cliff(cost, _facts(option.lines), last)
    if any(line.is_one_off for line in option.lines):
        return Ending(option, known)
    unstated = [line for line in option.lines if line.may_end]
    assumed = [(line.source, cliff(cost, _facts(option.lines, line), last)) for line in unstated]
    return Ending(option, known, tuple(assumed))


def _facts(lines: Sequence[FundingLine], ending: FundingLine | None = None) -> list[SourceFacts]:
    """The sources as the cliff knows them; ``ending`` is taken to end as well."""
    return [SourceFacts(line.source, line.amount, line.is_one_off or line is ending) for line in lines]


def _grouped(balances: Sequence[tuple[PhaseCost, Balance]], words: str) -> str:
    """Such as: Phase 2 is £94,000 short. A phase is named once, with each amount its options leave."""
    clauses = []
    for name in dict.fromkeys(phase.name for phase, _ in balances):
        amounts = dict.fromkeys(
            abs(compared.difference)
            for phase, compared in balances
            if phase.name == name and compared.difference is not None
        )
        clauses.append(f"{name} {words.format(listed([pounds(amount) for amount in amounts], 'or'))}")
    return listed(clauses)
