"""A phase's cost divided line by line: each line may follow a rule of its own, with parties of its own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.domain.money import pounds
from core.domain.words import listed
from funding.domain.split import Divisions


@dataclass(frozen=True)
class LineToDivide:
    """One line's cost for the phase's own time, in pounds, and the name of the split it follows."""

    label: str
    amount: Decimal
    follows: str


@dataclass(frozen=True)
class LineDivided:
    """One line with what each party pays of it, by the party's name; the problems when nobody can."""

    line: LineToDivide
    shares: Mapping[str, Decimal]
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class LinesDivided:
    """Every line of a phase, and what each party pays of all of them."""

    lines: tuple[LineDivided, ...]

    @property
    def by_party(self) -> dict[str, Decimal]:
        """What each party pays of all lines together, in the order they are first named."""
        amounts: dict[str, Decimal] = {}
        for divided in self.lines:
            for name, amount in divided.shares.items():
                amounts[name] = amounts.get(name, Decimal(0)) + amount
        return amounts

    @property
    def total(self) -> Decimal:
        """What is divided of all lines together."""
        return sum(self.by_party.values(), Decimal(0))

    @property
    def sentence(self) -> str:
        """How much is divided and which lines are not."""
        if not self.lines:
            return "No line follows a split."
        undivided = [divided.line for divided in self.lines if not divided.shares]
        words = f"{pounds(self.total)} is divided between {listed(list(self.by_party)) or 'nobody'}."
        if undivided:
            rest = sum((line.amount for line in undivided), Decimal(0))
            words += f" {pounds(rest)} is not: {listed([line.label for line in undivided])}."
        return words


def divide_lines(lines: Iterable[LineToDivide], rules: Mapping[str, Divisions]) -> LinesDivided:
    """Divide every line by the rule it follows; a line that follows none is kept and divided by nobody.

    Each rule is read once, however many lines follow it. Parties of different rules with one name are one.
    """
    return LinesDivided(tuple(_divided(line, rules.get(line.follows)) for line in lines))


def _divided(line: LineToDivide, rule: Divisions | None) -> LineDivided:
    if rule is None:
        return LineDivided(line, {}, ("No split is recorded for this line.",))
    division = rule.of(line.amount)
    if division.problems:
        return LineDivided(line, {}, tuple(problem.message for problem in division.problems))
    names: Sequence[str] = [party.name for party in rule.rule.parties]
    return LineDivided(line, dict(zip(names, division.amounts, strict=True)))
