"""Rows in an order people choose."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.reports.domain.places import HIGHEST, STEP, between, spread


@pytest.mark.parametrize(
    ("before", "after", "last", "place"),
    [
        (None, None, 0, 10),
        (30, None, 30, 40),
        (30, None, 50, 60),
        (10, 20, 30, 15),
        (None, 10, 30, 5),
        (10, 11, 30, None),
        (None, 1, 30, None),
        (HIGHEST, None, HIGHEST, None),
    ],
)
def test_a_row_goes_between_two_others_when_there_is_room(before, after, last, place):
    assert between(before, after, last) == place


@given(st.lists(st.integers(1, 3000), unique=True, max_size=60).map(sorted))
def test_spreading_keeps_the_order_makes_room_and_meets_no_present_place(places):
    fresh = spread(places)

    assert fresh == sorted(fresh)
    assert not set(fresh) & set(places)
    assert {after - before for before, after in pairwise(fresh)} <= {STEP}


def test_a_list_at_the_top_of_the_column_is_spread_below():
    assert spread([HIGHEST - 1, HIGHEST]) == [10, 20]


def test_a_list_too_long_is_refused_in_words():
    with pytest.raises(ValueError, match=r"^This section has no room"):
        spread(range(1, HIGHEST + 1))
