"""How long it takes to divide the lines of a large programme; no database."""

from __future__ import annotations

import time
from decimal import Decimal

from funding.domain.split import Basis, Divisions, Party, SplitRule

LINES, PARTIES = 10_000, 12


def seconds(times: int = 3) -> float:
    """Processor seconds for dividing 10,000 lines over 12 parties by weights: the least of so many times."""
    parties = tuple(
        Party(f"Council {number}", Basis.WEIGHT, Decimal(number * 1000 + 7))
        for number in range(1, PARTIES + 1)
    )
    lines = [Decimal(number * 37 + 11) / 100 for number in range(LINES)]
    spent = []
    for _ in range(times):
        before = time.process_time()
        divisions = Divisions(SplitRule(parties))
        for line in lines:
            if sum(divisions.of(line).amounts) != line:
                raise ValueError(f"The shares of {line} do not come to it.")
        spent.append(time.process_time() - before)
    return min(spent)
