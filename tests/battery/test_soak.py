"""A server asked for everything at once for minutes makes no error and holds no more memory at the end."""

import re

import pytest

pytestmark = pytest.mark.battery


def test_a_server_under_mixed_requests_makes_no_error_and_does_not_grow(played):
    said = played("tests.battery.soak")

    answers, saved = map(int, re.findall(r"(\d+) answers, (\d+) of them saved", said)[0])
    assert answers >= 20
    assert saved >= 2
