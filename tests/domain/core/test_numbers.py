"""Numbers as addresses and forms send them, and as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.domain.numbers import parse_decimal, plain_decimal, whole_number


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("007", 7), ("9" * 18, 10**18 - 1), (12, 12)])
def test_digits_are_a_number(text, number):
    assert whole_number(text) == number


@pytest.mark.parametrize("text", ["", " 1", "-1", "1.0", "²", "٣", "x", "\0", None, "9" * 19, "9" * 5000])
def test_anything_else_is_none(text):
    assert whole_number(text) is None


@given(some.decimals(min_value=-(10**11), max_value=10**11, places=4))
def test_a_number_printed_for_people_is_read_back_exactly(value):
    assert parse_decimal(plain_decimal(value)) == value


@pytest.mark.parametrize("text", ["", "1,20", "12,3456", "1.2.3", "NaN", "1e5", "²", "ten", "1" * 41])
def test_what_is_no_number_is_said(text):
    with pytest.raises(ValueError, match=r"is not a number\. Write it like 58\.5 or 1,204\."):
        parse_decimal(text)
