"""Scoring risks on a council's own matrix."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.status import Movement
from governance.oversight.domain.risk_score import (
    MatrixFacts,
    Score,
    crosses_band_upward,
    risk_movement,
    score_of,
)

THREE = ("Low", "Medium", "High")
LETTERS = MatrixFacts(THREE, THREE, ((1, "Low"), (3, "Medium"), (6, "High")))
FIVE = MatrixFacts(
    ("Negligible", "Minor", "Moderate", "Major", "Severe"),
    ("Rare", "Unlikely", "Possible", "Likely", "Almost certain"),
    ((1, "Low"), (5, "Medium"), (10, "High"), (20, "Critical")),
)
LEVELS = st.integers(1, 5)


def scored(matrix: MatrixFacts, impact: int, likelihood: int) -> Score:
    score = score_of(matrix, impact, likelihood)
    assert score is not None
    return score


def test_a_score_is_impact_times_likelihood_in_its_band() -> None:
    assert score_of(LETTERS, 2, 1) == Score(2, 1, 2, "Low", 0, "Impact medium, likelihood low: 2 of 9")
    assert score_of(FIVE, 4, 5) == Score(
        4, 5, 20, "Critical", 3, "Impact major, likelihood almost certain: 20 of 25"
    )


@pytest.mark.parametrize(("impact", "likelihood"), [(None, 1), (1, None), (None, None)])
def test_half_a_score_is_no_score(impact: int | None, likelihood: int | None) -> None:
    assert score_of(LETTERS, impact, likelihood) is None


def test_a_level_beyond_the_matrix_cannot_be_scored() -> None:
    with pytest.raises(ValueError, match=r"4 is not a level of impact\. This matrix has 1 to 3"):
        score_of(LETTERS, 4, 1)


@pytest.mark.parametrize(
    "bands", [(), ((2, "Low"),), ((1, "Low"), (1, "High")), ((1, "Low"), (6, "H"), (3, "M"))]
)
def test_bands_have_to_start_at_one_and_rise(bands: tuple[tuple[int, str], ...]) -> None:
    with pytest.raises(ValueError, match="start at a score of 1"):
        MatrixFacts(THREE, THREE, bands)


def test_movement_goes_by_band_and_inside_a_band_by_score() -> None:
    low, middle, high = scored(LETTERS, 1, 1), scored(LETTERS, 2, 2), scored(LETTERS, 3, 3)

    assert risk_movement(low, high) is Movement.WORSE
    assert risk_movement(middle, low) is Movement.BETTER
    assert risk_movement(scored(LETTERS, 1, 2), low) is Movement.BETTER
    assert risk_movement(low, low) is Movement.SAME
    assert risk_movement(None, low) is Movement.NEW
    assert risk_movement(low, None) is None


def test_only_a_higher_band_is_a_crossing() -> None:
    low, higher, high = scored(LETTERS, 1, 1), scored(LETTERS, 2, 1), scored(LETTERS, 3, 3)

    crossings = [crosses_band_upward(before, high) for before in (low, None)]

    assert crossings == [True, False]
    assert crosses_band_upward(low, higher) is False
    assert crosses_band_upward(high, low) is False


@given(LEVELS, LEVELS, LEVELS, LEVELS)
def test_more_impact_or_likelihood_never_lowers_the_band(
    impact: int, likelihood: int, other_impact: int, other_likelihood: int
) -> None:
    lower = scored(FIVE, min(impact, other_impact), min(likelihood, other_likelihood))
    higher = scored(FIVE, max(impact, other_impact), max(likelihood, other_likelihood))

    assert lower.band_number <= higher.band_number
    assert risk_movement(lower, higher) is not Movement.BETTER
