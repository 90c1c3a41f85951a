"""Reads: a partnership's money as plain facts, today or at a moment, handed to the rules."""

from funding.queries.books import Books
from funding.queries.ledger import condition_of, contributions, steps_of, sums_given, transfers
from funding.queries.outlook import who_pays
from funding.queries.parties import line_shares, splits
from funding.queries.phases import fundings, phase_costs, position
from funding.queries.printed import (
    findings_in,
    papers,
    printed_beside,
    printed_by_paper,
    record_figures,
)
from funding.queries.quick import QuickBooks
from funding.queries.spend import moves, recorded_lines, spending, spent_by_phase

__all__ = [
    "Books",
    "QuickBooks",
    "condition_of",
    "contributions",
    "findings_in",
    "fundings",
    "line_shares",
    "moves",
    "papers",
    "phase_costs",
    "position",
    "printed_beside",
    "printed_by_paper",
    "record_figures",
    "recorded_lines",
    "spending",
    "spent_by_phase",
    "splits",
    "steps_of",
    "sums_given",
    "transfers",
    "who_pays",
]
