"""Whatever was acknowledged is there after a kill, with its history, and nothing is there by half."""

import re

import pytest

pytestmark = pytest.mark.battery


def test_nothing_acknowledged_is_lost_when_the_writer_is_killed(played):
    said = played("tests.battery.kills")

    kills, writes = map(int, re.findall(r"(\d+) kills, (\d+) acknowledged writes", said)[0])
    assert kills >= 5
    assert writes >= kills
