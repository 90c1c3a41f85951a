"""The money over the years: what each costs and has, who pays which share, and what is missing later."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.domain.money import apportion, pounds
from core.domain.periods import FinancialYear
from core.domain.words import NOT_STATED, counted, listed, number_words, sentence_case
from funding.domain.position import Funding, FundingLine, PhasePosition, Position, percent_of

YEARS_AHEAD = 3


@dataclass(frozen=True)
class Between:
    """An amount in pounds, or what it lies between where proposals differ that stand side by side."""

    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)

    @classmethod
    def of(cls, amounts: Iterable[Decimal]) -> "Between":
        values = list(amounts) or [Decimal(0)]
        return cls(min(values), max(values))

    def plus(self, other: "Between") -> "Between":
        return Between(self.low + other.low, self.high + other.high)

    @property
    def is_one(self) -> bool:
        return self.low == self.high

    @property
    def words(self) -> str:
        return pounds(self.low) if self.is_one else f"{pounds(self.low)} to {pounds(self.high)}"


@dataclass(frozen=True)
class YearTotal:
    """One financial year's cost and funding; ``label`` is "No dates" for phases without any.

    ``cost`` is None while a phase of that year has no stated cost.
    """

    label: str
    cost: Decimal | None
    funding: Between

    @property
    def difference(self) -> str:
        """What is over or missing, as a cell."""
        if self.cost is None:
            return NOT_STATED
        gaps = [self.funding.low - self.cost, self.funding.high - self.cost]
        if gaps[0] == gaps[1]:
            return _over(gaps[0])
        return f"{_over(gaps[0])} to {_over(gaps[1])}"


@dataclass(frozen=True)
class SourceTotal:
    """What one source gives to all phases."""

    name: str
    reference: str
    kind: str
    expires_on: date | None
    amount: Between


@dataclass(frozen=True)
class PartyPart:
    """What one party pays of one phase, in pounds, with the cost and the funding it is a part of.

    Either is None while it is not stated. ``by`` names the proposals, where they differ.
    """

    party: str
    code: str
    phase: str
    reference: str
    amount: Decimal
    cost: Decimal | None
    funding: Decimal | None
    by: tuple[str, ...] = ()

    @property
    def of_cost(self) -> Decimal | None:
        """Its share of the cost in per cent, two decimals."""
        return percent_of(self.amount, self.cost) if self.cost else None

    @property
    def of_funding(self) -> Decimal | None:
        """Its share of the funding in per cent, two decimals."""
        return percent_of(self.amount, self.funding) if self.funding else None


@dataclass(frozen=True)
class YearGap:
    """A year after the last funded one: what goes on being paid, what has lapsed, and the gap.

    ``gap`` lies between what is missing if every source of which nobody says so pays again, and if none does.
    ``by_partner`` divides the gap as the last phase is paid, when the gap is one figure.
    """

    year: str
    cost: Decimal
    pays_again: Decimal
    lapsed: Decimal
    gap: Between
    assumption: str
    by_partner: tuple[tuple[str, Decimal], ...] = ()


def counting(phase_position: PhasePosition) -> tuple[Funding, ...]:
    """The proposals that stand for a phase: the agreed one alone once there is one."""
    return tuple(balance.option for balance in phase_position.balances if balance.option is not None)


def year_totals(position: Position) -> tuple[YearTotal, ...]:
    """Cost and funding by financial year, oldest first, divided by the months of each phase in it.

    Phases without dates come last.
    """
    costs: dict[str, Decimal | None] = {}
    funding: dict[str, Between] = {}
    for phase_position in position.phases:
        months = _months_by_year(phase_position.phase.first, phase_position.phase.last)
        for label, amount in _spread(phase_position.phase.cost or Decimal(0), months):
            so_far = costs.get(label, Decimal(0))
            costs[label] = None if phase_position.phase.cost is None or so_far is None else so_far + amount
        by_option = [dict(_spread(option.total, months)) for option in counting(phase_position)]
        for label in months:
            low_high = Between.of(spread[label] for spread in by_option)
            funding[label] = funding.get(label, Between()).plus(low_high)
    order = sorted(costs, key=lambda label: (not label[:1].isdigit(), label))
    return tuple(YearTotal(label, costs[label], funding[label]) for label in order)


def source_totals(position: Position) -> tuple[SourceTotal, ...]:
    """What each source gives over all phases, in the order they are first named."""
    lines: dict[str, FundingLine] = {}
    amounts: dict[str, Between] = {}
    for phase_position in position.phases:
        for option in counting(phase_position):
            lines |= {line.reference: line for line in option.lines if line.reference not in lines}
        for reference in lines:
            option_amounts = [_given(option, reference) for option in counting(phase_position)]
            amounts[reference] = amounts.get(reference, Between()).plus(Between.of(option_amounts))
    return tuple(
        SourceTotal(line.source, reference, line.kind, line.expires_on, amounts[reference])
        for reference, line in lines.items()
    )


def party_parts(
    position: Position, splits: Mapping[str, Sequence[tuple[str, str, Decimal]]]
) -> tuple[PartyPart, ...]:
    """What each party pays of each phase: by the phase's split, else by who holds its sources.

    ``splits`` has for a phase's reference the shares of its split: name, code and amount in pounds.
    """
    return tuple(
        part
        for phase_position in position.phases
        for part in _parts_of(phase_position, splits.get(phase_position.phase.reference))
    )


def all_phases(parts: Sequence[PartyPart]) -> dict[tuple[str, str], Between]:
    """What each party pays of all phases together, by name and code, in the order of the parts."""
    totals: dict[tuple[str, str], Between] = {}
    for party in dict.fromkeys((part.party, part.code) for part in parts):
        paid_parts = [part for part in parts if (part.party, part.code) == party]
        for reference in dict.fromkeys(part.reference for part in paid_parts):
            amounts = Between.of(part.amount for part in paid_parts if part.reference == reference)
            totals[party] = totals.get(party, Between()).plus(amounts)
    return totals


def benefit_words(members: Sequence[tuple[str, str]], parts: Sequence[PartyPart]) -> tuple[str, ...]:
    """Who of the members pays and who has the benefit without paying, as sentences.

    ``members`` are pairs of name and code of all that have the benefit: everybody who takes part, because
    what a partnership does is for all its members. Those who pay and are no members are named as well.
    """
    paying = dict.fromkeys((part.party, part.code) for part in parts if part.amount)
    codes = {code for _, code in members}
    paid = {code for _, code in paying}
    payers = [name for name, code in members if code in paid]
    non_payers = [name for name, _ in members if name not in payers]
    payers_outside = [name for name, code in paying if code not in codes]
    if payers:
        pay = "pays" if len(payers) == 1 else "pay"
        sentences = [f"{_count(payers, members)} {pay} for what is done: {listed(payers)}."]
    else:
        sentences = [f"None of {counted(len(members), 'member')} pays for what is done."]
    if non_payers:
        verb = "has" if len(non_payers) == 1 else "have"
        sentences.append(
            f"{_count(non_payers, members)} {verb} the benefit and no share of the cost: "
            f"{listed(non_payers)}."
        )
    if payers_outside:
        verb = "pays and is no member" if len(payers_outside) == 1 else "pay and are no members"
        sentences.append(f"{listed(payers_outside)} {verb}.")
    return tuple(sentences)


def years_ahead(
    phase_position: PhasePosition, parts: Sequence[PartyPart], years: int = YEARS_AHEAD
) -> tuple[tuple[str, tuple[YearGap, ...]], ...]:
    """The years after the last phase, by proposal; none without the cost of a year and a last day."""
    if (
        phase_position.phase.last is None
        or phase_position.phase.total is None
        or phase_position.phase.is_one_sum
    ):
        return ()
    first, cost, gaps = FinancialYear.of(phase_position.phase.last).next(), phase_position.phase.total, []
    ahead = [FinancialYear(first.start + number) for number in range(years)]
    phase_parts = [part for part in parts if part.reference == phase_position.phase.reference]
    for option in counting(phase_position):
        if option.lines:
            option_parts = [part for part in phase_parts if not part.by or option.name in part.by]
            gaps.append((option.name, tuple(_year_gap(year, cost, option, option_parts) for year in ahead)))
    return tuple(gaps)


def _year_gap(year: FinancialYear, cost: Decimal, option: Funding, parts: Sequence[PartyPart]) -> YearGap:
    ended = [line for line in option.lines if _has_ended(line, year)]
    unstated = [line for line in option.lines if line not in ended and line.may_end]
    lasting = [line for line in option.lines if line not in ended and line not in unstated]
    paid_again, maybe_paid = _sum(lasting), _sum(unstated)
    gap = Between(max(cost - paid_again - maybe_paid, Decimal(0)), max(cost - paid_again, Decimal(0)))
    return YearGap(
        year.label,
        cost,
        paid_again,
        _sum(ended),
        gap,
        _assumption(year, cost, lasting, unstated, ended),
        _by_partner(gap.low, parts) if gap.is_one and gap.low else (),
    )


def _has_ended(line: FundingLine, year: FinancialYear) -> bool:
    return line.is_one_off or (line.expires_on is not None and line.expires_on < year.first_day)


def _assumption(
    year: FinancialYear,
    cost: Decimal,
    lasting: Sequence[FundingLine],
    unsaid: Sequence[FundingLine],
    ended: Sequence[FundingLine],
) -> str:
    clauses = [f"{year.label} costs {pounds(cost)} again"]
    if lasting:
        clauses.append(f"{_names(lasting)} {'pays' if len(lasting) == 1 else 'pay'} the same")
    if ended:
        clauses.append(f"{_names(ended)} {'has' if len(ended) == 1 else 'have'} ended")
    if unsaid:
        clauses.append(f"nobody says whether {_names(unsaid)} {'recurs' if len(unsaid) == 1 else 'recur'}")
    return f"{listed(clauses)}."


def _by_partner(gap: Decimal, parts: Sequence[PartyPart]) -> tuple[tuple[str, Decimal], ...]:
    """The gap in the proportion in which the last phase is paid."""
    weights = [part.amount for part in parts]
    if not any(weights):
        return ()
    shares = apportion(gap, weights)
    return tuple((part.party, share) for part, share in zip(parts, shares, strict=True))


def _parts_of(
    phase_position: PhasePosition, shares: Sequence[tuple[str, str, Decimal]] | None
) -> Iterable[PartyPart]:
    funding = {option.total for option in counting(phase_position)}
    if shares is not None:
        whole = funding.pop() if len(funding) == 1 else None
        return [_part(phase_position, name, code, amount, whole) for name, code, amount in shares]
    option_names: dict[tuple[str, str, Decimal, Decimal], list[str]] = {}
    for option in counting(phase_position):
        for line in _holders(option):
            option_names.setdefault((*line, option.total), []).append(option.name)
    several = len(counting(phase_position))
    return [
        _part(phase_position, name, code, amount, whole, () if len(by) == several else tuple(by))
        for (name, code, amount, whole), by in option_names.items()
    ]


def _holders(option: Funding) -> Iterable[tuple[str, str, Decimal]]:
    amounts: dict[tuple[str, str], Decimal] = {}
    for line in option.lines:
        if line.holder_code:
            key = (line.holder, line.holder_code)
            amounts[key] = amounts.get(key, Decimal(0)) + line.amount
    return [(*key, amount) for key, amount in amounts.items()]


def _part(
    phase_position: PhasePosition,
    name: str,
    code: str,
    amount: Decimal,
    funding: Decimal | None,
    by: tuple[str, ...] = (),
) -> PartyPart:
    phase = phase_position.phase
    return PartyPart(
        name,
        code,
        phase.name,
        phase.reference,
        amount,
        phase.cost,
        funding,
        by,
    )


def _months_by_year(first: date | None, last: date | None) -> dict[str, int]:
    if first is None or last is None:
        return {"No dates": 1}
    months: dict[str, int] = {}
    month = first.year * 12 + first.month - 1
    while month <= last.year * 12 + last.month - 1:
        label = FinancialYear.of(date(month // 12, month % 12 + 1, 1)).label
        months[label] = months.get(label, 0) + 1
        month += 1
    return months


def _spread(amount: Decimal, months: Mapping[str, int]) -> list[tuple[str, Decimal]]:
    return list(zip(months, apportion(amount, list(months.values())), strict=True))


def _given(option: Funding, reference: str) -> Decimal:
    return sum((line.amount for line in option.lines if line.reference == reference), Decimal(0))


def _sum(lines: Iterable[FundingLine]) -> Decimal:
    return sum((line.amount for line in lines), Decimal(0))


def _names(lines: Sequence[FundingLine]) -> str:
    return listed([line.source for line in lines])


def _over(amount: Decimal) -> str:
    if not amount:
        return "None"
    return f"{pounds(abs(amount))} {'surplus' if amount > 0 else 'gap'}"


def _count(names: Sequence[str], members: Sequence[tuple[str, str]]) -> str:
    return f"{sentence_case(number_words(len(names)))} of {counted(len(members), 'member')}"
