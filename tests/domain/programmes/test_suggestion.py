"""What the dates alone would say, told only where the officer says better."""

import pytest

from core.domain.status import Confidence
from core.domain.vocabulary import HOUSE
from programmes.domain.suggestion import Late, suggestion

ON, RISK, OFF = Confidence
SURVEY, FORECAST = "Milestone 2", "The date expected"


@pytest.mark.parametrize(
    ("given", "lates", "sentence"),
    [
        (ON, [], ""),
        (ON, [Late(SURVEY, 0)], ""),
        (ON, [Late(SURVEY, -40)], ""),
        (ON, [Late(SURVEY, 1)], "Milestone 2 is 1 day late, which by its dates alone would be at risk."),
        (ON, [Late(SURVEY, 31)], "Milestone 2 is 31 days late, which by its dates alone would be at risk."),
        (ON, [Late(SURVEY, 32)], "Milestone 2 is 32 days late, which by its dates alone would be off track."),
        (RISK, [Late(SURVEY, 31)], ""),
        (RISK, [Late(SURVEY, 3), Late(FORECAST, 92)], "The date expected is 92 days late,"),
        (OFF, [Late(SURVEY, 400)], ""),
        (None, [Late(SURVEY, 400)], ""),
    ],
)
def test_it_speaks_only_where_the_dates_say_worse(given, lates, sentence):
    said = suggestion(given, lates, HOUSE)

    assert (said.startswith(sentence), bool(said)) == (True, bool(sentence))
