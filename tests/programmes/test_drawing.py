"""A figure against its target, and a time among quarters: exact places, escaped words, no styles."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from programmes.drawing import bullet, span

YEAR = (date(2026, 4, 1), date(2027, 3, 31))
days = some.dates(date(2025, 1, 1), date(2028, 12, 31))


def places(svg, name):
    return [Decimal(found) for found in re.findall(rf'{name}="([\d.]+)%"', svg)]


def test_a_bar_and_its_target_are_on_one_scale():
    chart = bullet(Decimal(50), Decimal(100), ("50", "100"), "Half", uid="m")

    [bar] = places(chart, 'fill="#ffffff" stroke="#1b1f2a"/><rect x="0" y="28" width')
    assert abs(bar * 2 - places(chart, "x1")[0]) <= Decimal("0.01")


def test_a_chart_without_a_figure_has_a_target_and_no_bar():
    chart = bullet(None, Decimal(100), ("Not stated", "100"), "Nothing yet", uid="m")

    assert (len(places(chart, "x1")), chart.count("<rect")) == (1, 1)


def test_nothing_below_nought_is_drawn():
    with pytest.raises(ValueError, match="below nought"):
        bullet(Decimal(-1), None, ("-1", ""), "Below", uid="m")


def test_words_are_escaped_and_nothing_is_a_style():
    chart = bullet(Decimal(1), None, ("<b>1</b>", ""), "<script>", uid='"x"')

    assert ("<b>" in chart, "<script>" in chart, "style=" in chart) == (False, False, False)


def test_a_bar_covers_its_first_and_its_last_day():
    chart = span(YEAR, (date(2026, 4, 1), date(2026, 6, 30)), [], date(2020, 1, 1), "Q1", uid="s")

    assert re.findall(r'<rect x="([\d.]+)%" y="3" width="([\d.]+)%"', chart) == [("0.00", "24.93")]


def test_today_and_marks_outside_the_time_shown_are_not_drawn():
    outside = [date(2026, 3, 31), date(2027, 4, 1)]

    chart = span(YEAR, None, outside, outside[0], "Nothing", uid="s")

    assert ("<line" in chart, "<path" in chart) == (False, False)


@given(days, days, days)
def test_whatever_the_dates_a_bar_stays_within_the_time_shown(one, other, today):
    bar = (min(one, other), max(one, other))

    chart = span(YEAR, bar, [one, other], today, "Any", uid="s", dashed=bar)

    for start, width in re.findall(r'<rect x="([\d.]+)%" y="3" width="([\d.]+)%"', chart):
        assert 0 <= Decimal(start) <= Decimal(start) + Decimal(width) <= 100
    assert chart.count("<path") == sum(YEAR[0] <= day <= YEAR[1] for day in (one, other))
