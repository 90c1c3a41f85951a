"""Covering pairs: few rows in which every two values of two factors stand together once."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

Pair = tuple[tuple[str, int], tuple[str, int]]


def covering(factors: Mapping[str, Sequence[Any]], draw: random.Random) -> list[dict[str, Any]]:
    """Rows with a value for each factor, such that every pair of values of two factors stands in some row.

    Each row begins with a pair no row has yet, and takes for each other factor the value that makes most new
    pairs with those it has.
    """
    left = {
        ((one, first), (other, second))
        for one, other in combinations(sorted(factors), 2)
        for first in range(len(factors[one]))
        for second in range(len(factors[other]))
    }
    waiting = sorted(left)
    draw.shuffle(waiting)
    rows = []
    for pair in waiting:
        if pair in left:
            row = dict(pair)
            for name in draw.sample(sorted(factors), len(factors)):
                if name not in row:
                    row[name] = _best(name, len(factors[name]), row, left, draw)
            left -= _pairs(row)
            rows.append({name: factors[name][place] for name, place in row.items()})
    return rows


def _best(name: str, number: int, row: dict[str, int], left: set[Pair], draw: random.Random) -> int:
    order = draw.sample(range(number), number)
    return max(order, key=lambda place: sum(_pair(name, place, *taken) in left for taken in row.items()))


def _pair(one: str, first: int, other: str, second: int) -> Pair:
    return ((one, first), (other, second)) if one < other else ((other, second), (one, first))


def _pairs(row: dict[str, int]) -> set[Pair]:
    return {_pair(*one, *other) for one, other in combinations(row.items(), 2)}
