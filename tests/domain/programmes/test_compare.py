"""Two quarters side by side: what is called worse, and what is only silence."""

import pytest

from core.domain.status import Status
from core.domain.windows import parse_window
from programmes.domain.compare import Compared, Took, movement_words, summary

JUNE, JULY = parse_window("June 2026"), parse_window("31 July 2026")


def row(before, now, took=Took.BOTH, due=JUNE, theme="Skills"):
    return Compared("ES-01", "Levy", "/", took, "Skills", theme, before, now, JUNE, due)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (row(Status.ON_TRACK, Status.ON_TRACK), "no change"),
        (row(Status.ON_TRACK, Status.AT_RISK), "worse"),
        (row(Status.AT_RISK, Status.ON_TRACK), "better"),
        (row(Status.ON_TRACK, Status.NO_UPDATE), "not heard any more"),
        (row(Status.NO_UPDATE, Status.AT_RISK), "heard again"),
        (row(Status.NO_UPDATE, Status.NO_UPDATE), "no change"),
        (row(None, Status.OFF_TRACK, Took.ONLY_LATER), "new"),
        (row(Status.OFF_TRACK, None, Took.ONLY_EARLIER), "no longer in the plan"),
        (
            row(Status.ON_TRACK, Status.AT_RISK, due=JULY, theme="Growth"),
            "worse, 31 days later, under another theme",
        ),
    ],
)
def test_what_moved_is_said_in_words(one, words):
    assert movement_words(one) == words


def test_silence_is_counted_by_itself_and_never_as_worse():
    rows = [
        row(Status.ON_TRACK, Status.AT_RISK),
        row(Status.ON_TRACK, Status.NO_UPDATE),
        row(Status.AT_RISK, Status.NO_UPDATE),
        row(Status.NO_UPDATE, Status.OFF_TRACK),
    ]

    assert summary(rows) == ("Of 4 actions 1 got worse, 2 were not heard any more and 1 was heard again.")
    assert summary([row(Status.ON_TRACK, Status.ON_TRACK)]) == "Nothing moved between the two."
