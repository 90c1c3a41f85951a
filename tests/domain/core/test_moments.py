"""The day of a moment is London's."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from core.domain.moments import LONDON, in_london, london_day, typed_day


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 7, 21, 22, 59, 59, tzinfo=UTC), date(2026, 7, 21)),
        (datetime(2026, 7, 21, 23, 0, tzinfo=UTC), date(2026, 7, 22)),
        (datetime(2026, 7, 21, 23, 30, tzinfo=UTC), date(2026, 7, 22)),
        (datetime(2026, 1, 21, 23, 30, tzinfo=UTC), date(2026, 1, 21)),
        (datetime(2026, 1, 22, 0, 0, tzinfo=UTC), date(2026, 1, 22)),
        (datetime(2026, 7, 22, 0, 30, tzinfo=LONDON), date(2026, 7, 22)),
        (datetime(2026, 7, 22, 1, 30, tzinfo=timezone(timedelta(hours=5))), date(2026, 7, 21)),
    ],
)
def test_the_day_begins_at_midnight_in_london_in_summer_and_in_winter(moment, day):
    assert london_day(moment) == day


def test_the_clock_is_londons():
    here = in_london(datetime(2026, 7, 21, 23, 30, tzinfo=UTC))

    assert f"{here:%d %H:%M %Z}" == "22 00:30 BST"


def test_a_moment_of_no_time_zone_has_no_day_in_london():
    with pytest.raises(ValueError, match="names no time zone"):
        london_day(datetime(2026, 7, 21, 23, 30))


def test_a_day_typed_into_a_spreadsheet_is_that_day():
    assert typed_day(datetime(2026, 7, 22)) == date(2026, 7, 22)
    with pytest.raises(ValueError, match="names a time zone"):
        typed_day(datetime(2026, 7, 21, 23, 30, tzinfo=UTC))
