"""What a lead is asked to look at twice."""

import pytest

from core.domain.status import Status
from core.domain.vocabulary import HOUSE
from programmes.domain.flags import FlagFacts, OverdueStep, flags

SURVEY = OverdueStep(2, "Survey of the site", "30 June 2026")


def facts(**given):
    plain = {
        "status": Status.ON_TRACK,
        "before": Status.ON_TRACK,
        "words": "Fifty firms have signed.",
        "words_before": "Forty firms have signed.",
        "evidence": 0,
        "moves": 0,
    }
    return FlagFacts(**(plain | given))


@pytest.mark.parametrize(
    ("given", "sentences"),
    [
        ({}, ()),
        (
            {"before": Status.OFF_TRACK},
            ("It was off track last quarter, and nothing was added that shows what changed.",),
        ),
        ({"before": Status.OFF_TRACK, "evidence": 1}, ()),
        ({"before": None}, ()),
        ({"before": Status.NOT_STARTED}, ()),
        ({"before": Status.NO_UPDATE}, ()),
        (
            {"status": Status.COMPLETE},
            ("It was on track last quarter, and nothing was added that shows what changed.",),
        ),
        ({"moves": 1}, ()),
        ({"moves": 2}, ("An agreed date has moved twice.",)),
        ({"moves": 3}, ("An agreed date has moved three times.",)),
        ({"words": "forty firms have signed."}, ("The words are those of last quarter.",)),
        ({"words": "", "words_before": ""}, ()),
        (
            {"overdue": (SURVEY,)},
            ("Milestone 2, Survey of the site, was due 30 June 2026 and is not mentioned.",),
        ),
        ({"overdue": (SURVEY,), "words": "The survey of the site starts in May."}, ()),
        ({"overdue": (SURVEY,), "words": "Milestone 2 waits for the owner."}, ()),
    ],
)
def test_each_question_is_a_sentence(given, sentences):
    assert flags(facts(**given), HOUSE) == sentences


def test_several_questions_come_most_serious_first():
    given = facts(before=Status.AT_RISK, words_before="Fifty firms have signed.", moves=2, overdue=(SURVEY,))

    assert [one.split()[0] for one in flags(given, HOUSE)] == ["Milestone", "It", "An", "The"]
