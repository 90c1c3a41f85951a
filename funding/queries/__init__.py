"""Reads: a partnership's money as plain facts, today or at a moment, handed to the rules."""

from funding.queries.books import Books
from funding.queries.parties import contributions, split_rule, splits, worked_shares
from funding.queries.phases import fundings, phase_costs, position
from funding.queries.printed import (
    findings_in,
    papers,
    printed_beside,
    printed_by_paper,
    record_figures,
)

__all__ = [
    "Books",
    "contributions",
    "findings_in",
    "fundings",
    "papers",
    "phase_costs",
    "position",
    "printed_beside",
    "printed_by_paper",
    "record_figures",
    "split_rule",
    "splits",
    "worked_shares",
]
