"""Facts that hold for a time."""

from datetime import date

import pytest
from hypothesis import strategies as st

from core.domain.dated import Span, holding_on, span_problems
from core.domain.problems import Problem

DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    first, last = sorted([draw(DAYS), draw(DAYS)])
    return Span(draw(st.sampled_from([first, None])), draw(st.sampled_from([last, None])))


def test_the_first_and_last_day_are_both_inside() -> None:
    span = Span(date(2020, 5, 1), date(2023, 3, 31))

    inside = [span.contains(day) for day in (date(2020, 5, 1), date(2023, 3, 31), date(2023, 4, 1))]

    assert inside == [True, True, False]


@pytest.mark.parametrize(
    ("span", "wording"),
    [
        (Span(date(2020, 5, 1), date(2023, 3, 31)), "1 May 2020 to 31 March 2023"),
        (Span(first=date(2020, 5, 1)), "from 1 May 2020"),
        (Span(last=date(2023, 3, 31)), "until 31 March 2023"),
        (Span(), "dates not stated"),
    ],
)
def test_a_span_is_printed_as_far_as_it_is_known(span: Span, wording: str) -> None:
    assert span.wording == wording


def test_what_holds_on_a_day_is_found_in_the_order_given() -> None:
    facts = [
        (Span(last=date(2022, 12, 31)), "first host"),
        (Span(first=date(2023, 1, 1)), "second host"),
        (Span(), "brand"),
    ]

    assert holding_on(facts, date(2023, 7, 20)) == ["second host", "brand"]


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    assert span_problems(Span(date(2023, 1, 2), date(2023, 1, 1))) == [
        Problem(
            "effective_to",
            "ends_before_start",
            "The last day, 1 January 2023, is before the first day, 2 January 2023. Change one of them.",
        )
    ]
    assert span_problems(Span(date(2023, 1, 1), date(2023, 1, 1))) == []
