"""Whole numbers as addresses and forms send them."""

import pytest

from core.domain.numbers import whole_number


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("007", 7), ("9" * 18, 10**18 - 1), (12, 12)])
def test_digits_are_a_number(text, number):
    assert whole_number(text) == number


@pytest.mark.parametrize("text", ["", " 1", "-1", "1.0", "²", "٣", "x", "\0", None, "9" * 19, "9" * 5000])
def test_anything_else_is_none(text):
    assert whole_number(text) is None
