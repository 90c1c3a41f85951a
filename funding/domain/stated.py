"""Figures as papers printed them, and what is found when they are held against each other."""

from dataclasses import dataclass
from decimal import Decimal

from core.domain.money import pounds
from core.domain.words import Labelled


class Unit(Labelled):
    """What a printed value counts."""

    MONEY = "pounds"
    PERCENT = "per_cent"
    MONTHS = "months"
    COUNT = "count"


class Terms(Labelled):
    """Whether a place makes a sum depend on something. Most say neither."""

    CONDITIONAL = "conditional"
    UNCONDITIONAL = "unconditional"


class FindingCode(Labelled):
    """The kinds of disagreement, by name."""

    TOTAL_UNLIKE_LINES = "total_unlike_lines"
    TRANSPOSED = "digits_transposed"
    TWO_TABLES = "two_tables_differ"
    TWO_VALUES = "two_values"
    UNLIKE_RECORD = "unlike_record"
    FUNDING_UNLIKE_COST = "funding_unlike_cost"
    PERCENT_UNLIKE_BASE = "percentage_unlike_base"
    SOURCES_UNLIKE_SUM = "sources_unlike_sum"
    PERIOD_UNLIKE_MONTHS = "period_unlike_months"
    TERMS_DIFFER = "terms_differ"
    SHARE_UNLIKE_RULE = "share_unlike_rule"


@dataclass(frozen=True)
class StatedFacts:
    """One figure as a paper printed it.

    ``table`` is the title of the table it stands in, "" in prose; rows of a table come in
    their printed order. ``claims`` is the name of the record's figure it claims to be. ``terms`` is a value
    of Terms where the place says whether the sum is conditional.
    """

    paragraph: str
    label: str
    value: Decimal
    wording: str = ""
    unit: Unit = Unit.MONEY
    table: str = ""
    is_total: bool = False
    claims: str = ""
    is_qualified: bool = False
    terms: str = ""

    @property
    def place(self) -> str:
        """Where it stands. A place with a name ("slide 9") is called by that name."""
        if self.table:
            return f"the table in {self.paragraph}"
        return f"paragraph {self.paragraph}" if self.paragraph[:1].isdigit() else self.paragraph

    @property
    def printed(self) -> str:
        return pounds(self.value) if self.unit is Unit.MONEY else f"{self.value.normalize():,f}"


@dataclass(frozen=True)
class Ask:
    """A recommendation that asks for a sum and names the sources to meet it, by their claims."""

    paragraph: str
    value: Decimal
    sources: tuple[str, ...]


@dataclass(frozen=True)
class PrintedFinding:
    """One disagreement. ``difference`` is how far apart the figures are, in their own unit."""

    code: FindingCode
    sentence: str
    places: tuple[StatedFacts, ...]
    difference: Decimal
