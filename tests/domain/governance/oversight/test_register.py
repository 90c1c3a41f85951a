"""One line of the risk register."""

import pytest

from governance.oversight.domain.register import RegisterLine, RiskStanding, score_words
from governance.oversight.domain.risk_score import MatrixFacts, score_of

LEVELS = ("Low", "Medium", "High")
MATRIX = MatrixFacts(LEVELS, LEVELS, ((1, "Low"), (3, "Medium"), (6, "High")))


def line(reference, impact=None, likelihood=None):
    now = score_of(MATRIX, impact, likelihood)
    return RegisterLine(1, reference, "", "", "open", None, "", None, "", RiskStanding(MATRIX, now=now))


@pytest.mark.parametrize(
    ("earlier", "now", "words"),
    [
        ((2, 2), (3, 3), "Up from 4"),
        ((3, 3), (1, 1), "Down from 9"),
        ((2, 3), (3, 2), "No change"),
        (None, (1, 1), "First score"),
        ((1, 1), None, ""),
        (None, None, ""),
    ],
)
def test_the_trend_is_said_in_words(earlier, now, words):
    scores = {
        name: score_of(MATRIX, *pair) if pair else None for name, pair in (("earlier", earlier), ("now", now))
    }

    assert RiskStanding(MATRIX, **scores).trend == words


def test_the_register_is_sorted_worst_first_and_the_unscored_last():
    lines = [line("R-01"), line("R-02", 1, 1), line("R-03", 3, 3), line("R-04", 3, 2), line("R-05", 3, 3)]

    assert [one.reference for one in sorted(lines, key=lambda one: one.rank)] == [
        "R-03",
        "R-05",
        "R-04",
        "R-02",
        "R-01",
    ]


def test_a_score_is_printed_with_its_band_and_nothing_as_not_scored():
    assert [score_words(one) for one in (score_of(MATRIX, 3, 3), None)] == ["9 High", "Not scored"]
