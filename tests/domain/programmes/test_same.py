"""When last quarter's answer may be given again."""

from datetime import date

import pytest

from core.domain.periods import FinancialYear, Quarter
from core.domain.status import Confidence, Stage
from core.domain.vocabulary import HOUSE
from core.domain.windows import DateWindow
from programmes.domain.same import Due, is_same_text, same_refusal, unchanged_run
from programmes.domain.updates import UpdateFacts

Q2 = Quarter(FinancialYear(2026), 2)  # July to September 2026


def said(confidence=Confidence.ON_TRACK, words="Forty firms have signed."):
    return UpdateFacts(Stage.IN_PROGRESS, confidence, words)


def due(year, month, what="The action", is_done=False):
    return Due(what, DateWindow.month(year, month), is_done)


@pytest.mark.parametrize(
    ("before", "run", "dues", "sentence"),
    [
        (said(), 0, [], ""),
        (said(Confidence.AT_RISK), 0, [due(2027, 3)], ""),
        (None, 0, [], "No answer was received last quarter that could be given again."),
        (said(words="  "), 0, [], "No answer was received last quarter that could be given again."),
        (said(Confidence.OFF_TRACK), 0, [], "It was off track last quarter, so say how it goes now."),
        (
            said(),
            0,
            [due(2026, 8, "Milestone 2")],
            "Milestone 2 fell due August 2026, so say what became of it.",
        ),
        (
            said(),
            0,
            [due(2026, 8, "Milestone 2", is_done=True)],
            "Milestone 2 fell due August 2026, so say what became of it.",
        ),
        (said(), 0, [due(2026, 5)], "The action fell due May 2026, so say what became of it."),
        (said(), 0, [due(2026, 5, is_done=True)], ""),
        (said(), 0, [due(2026, 11)], ""),
        (said(), 1, [due(2026, 11)], ""),
        (
            said(),
            2,
            [due(2026, 11)],
            "The same was said for 2 quarters, and the action is due November 2026.",
        ),
        (said(), 2, [due(2027, 1)], ""),
        (said(), 3, [], ""),
    ],
)
def test_it_is_refused_in_words_or_offered(before, run, dues, sentence):
    assert same_refusal(before, run, dues, Q2, HOUSE) == sentence


@pytest.mark.parametrize(
    ("words", "run"),
    [([], 0), (["a"], 0), (["a", "b"], 0), (["a", "A "], 1), (["a", "a", "a", "b", "b"], 2), (["", ""], 0)],
)
def test_quarters_that_said_the_same_are_counted_from_the_newest(words, run):
    assert unchanged_run(words) == run


def test_spacing_and_capitals_are_no_news():
    assert is_same_text("Forty  firms\nhave signed.", "forty firms have signed.") is True
    assert is_same_text("Forty firms have signed.", "Fifty firms have signed.") is False


def test_a_date_falls_due_on_the_last_day_of_its_window():
    whole = Due("The action", DateWindow(date(2026, 6, 1), date(2026, 7, 31), "June to July 2026"))

    assert whole.fell_due_in(Q2) is True
    assert whole.fell_due_in(Q2.previous()) is False
