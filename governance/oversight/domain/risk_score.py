"""Scoring risks on a council's own matrix, from three letters to five by five.

A risk nobody has scored has no score. It is counted as that, and "NA" in a table is not a
score of nought: leaving a risk out of the count is how a register comes to look calm.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from core.domain.status import Movement

NOT_SCORED = "Not scored"
NO_ANSWER = frozenset({"", "-", "na", "n/a", "none", "tbc", "not stated", "not scored"})


@dataclass(frozen=True)
class MatrixFacts:
    """One body's way of scoring: words for each axis, lowest first, and the bands of the product.

    ``bands`` pairs the lowest score of each band with its word, rising from 1:
    ((1, "Low"), (3, "Medium"), (6, "High")). Raises ValueError when they do not.
    """

    impact_words: tuple[str, ...]
    likelihood_words: tuple[str, ...]
    bands: tuple[tuple[int, str], ...]

    def __post_init__(self) -> None:
        lowest = [score for score, _ in self.bands]
        if not lowest or lowest[0] != 1 or lowest != sorted(set(lowest)):
            raise ValueError("Bands start at a score of 1 and rise from there.")

    @property
    def highest(self) -> int:
        return len(self.impact_words) * len(self.likelihood_words)

    def band_number(self, score: int) -> int:
        """Which band a score falls in, 0 for the lowest."""
        return max(place for place, (lowest, _) in enumerate(self.bands) if score >= lowest)


@dataclass(frozen=True)
class Score:
    """A risk's place in its matrix. ``band_number`` is 0 for the lowest band."""

    impact: int
    likelihood: int
    value: int
    band: str
    band_number: int
    wording: str


def score_of(matrix: MatrixFacts, impact: int | None, likelihood: int | None) -> Score | None:
    """Impact times likelihood with its band; None unless both are given.

    Levels count from 1. Raises ValueError for a level the matrix does not have.
    """
    if impact is None or likelihood is None:
        return None
    impact_word = _word(matrix.impact_words, impact, "impact")
    likelihood_word = _word(matrix.likelihood_words, likelihood, "likelihood")
    value = impact * likelihood
    number = matrix.band_number(value)
    wording = (
        f"Impact {impact_word.lower()}, likelihood {likelihood_word.lower()}: {value} of {matrix.highest}"
    )
    return Score(impact, likelihood, value, matrix.bands[number][1], number, wording)


def risk_movement(before: Score | None, after: Score | None) -> Movement | None:
    """Whether a risk got worse: by its band first, by its score inside a band.

    New when it was not scored before; None when it is not scored now, which nobody can compare.
    """
    if after is None:
        return None
    if before is None:
        return Movement.NEW
    earlier, later = (before.band_number, before.value), (after.band_number, after.value)
    if earlier == later:
        return Movement.SAME
    return Movement.WORSE if later > earlier else Movement.BETTER


def crosses_band_upward(before: Score | None, after: Score | None) -> bool:
    """Whether a risk has moved into a higher band than it was in."""
    return before is not None and after is not None and after.band_number > before.band_number


def _word(words: Sequence[str], level: int, axis: str) -> str:
    if not 1 <= level <= len(words):
        raise ValueError(f"{level} is not a level of {axis}. This matrix has 1 to {len(words)}.")
    return words[level - 1]
