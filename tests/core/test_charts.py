"""Charts: exact lengths, escaped labels, and something sensible when there is nothing to draw."""

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from core import charts
from core.charts import (
    Fall,
    PhaseBar,
    money_bars,
    shares_of_width,
    spark_shapes,
    status_bar,
    trend_words,
    waterfall,
)
from core.domain.status import Status
from core.domain.vocabulary import HOUSE

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert(\"1\")</script> & 'more'"


def drawn(svg):
    """The chart parsed, which also shows that it is well-formed."""
    return ElementTree.fromstring(svg)  # noqa: S314 - our own output


def segments(svg):
    """The x and width of each segment of a status bar, in hundredths of a per cent."""
    pairs = re.findall(rf'<rect x="([\d.]+)%" y="0" width="([\d.]+)%" height="{charts.BAR_HEIGHT}"', svg)
    return [(hundredths(start), hundredths(width)) for start, width in pairs]


def hundredths(percent):
    return int(Decimal(percent) * 100)


def words_in(svg):
    return [element.text for element in drawn(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize(
    "counts",
    [[1], [1, 1, 1], [2, 4, 11, 5, 2], [1, 999], [1, 1, 1, 1, 1, 1, 1, 9993], [7, 7, 7, 7, 7, 7, 7]],
)
def test_widths_add_up_to_the_whole_and_none_is_too_narrow_to_see(counts):
    widths = shares_of_width(counts)

    assert sum(widths) == 10_000
    assert min(widths) >= charts.NARROWEST


def test_equal_counts_get_equal_widths_but_for_the_rounding():
    assert shares_of_width([3, 3, 3]) == [3334, 3333, 3333]


def test_nothing_to_share_gives_no_widths():
    assert shares_of_width([]) == []


def test_segments_follow_one_another_from_edge_to_edge():
    bar = status_bar({Status.ON_TRACK: 11, Status.OFF_TRACK: 2, Status.COMPLETE: 5}, "Two are off track")

    ends = 0
    for start, width in segments(bar):
        assert start == ends
        ends = start + width
    assert ends == 10_000


def test_segments_come_worst_first_whatever_the_order_given():
    bar = status_bar({Status.COMPLETE: 1, Status.ON_TRACK: 1, Status.OFF_TRACK: 1}, "One each")

    fills = re.findall(rf'height="{charts.BAR_HEIGHT}" fill="([^"]+)"/>', bar)[:3]
    assert fills == ["#8e1220", "#4fb08a", "url(#status-complete)"]


def test_a_status_nobody_has_draws_no_segment():
    assert len(segments(status_bar({Status.ON_TRACK: 3, Status.AT_RISK: 0}, "All on track"))) == 1


def test_a_bar_of_nothing_says_so():
    assert words_in(status_bar({}, "No actions yet")) == ["No actions"]


def test_a_segment_too_narrow_for_its_number_leaves_it_to_the_key():
    bar = status_bar({Status.OFF_TRACK: 1, Status.ON_TRACK: 99}, "One is off track")

    assert words_in(bar) == ["99"]


@pytest.mark.parametrize(
    "draw",
    [
        lambda title, uid: status_bar({Status.ON_TRACK: 1}, title, uid=uid),
        lambda title, uid: money_bars([PhaseBar(title, Decimal(2), Decimal(1))], title, uid=uid),
        lambda title, uid: spark_shapes([Status.ON_TRACK], title, uid=uid),
    ],
)
class TestEveryChart:
    def test_is_an_image_named_by_its_title(self, draw):
        chart = drawn(draw("Finding", "one"))

        title = chart.find(f"{SVG}title")
        assert (chart.get("role"), chart.get("aria-labelledby"), title.text) == (
            "img",
            title.get("id"),
            "Finding",
        )

    def test_keeps_hostile_words_as_words(self, draw):
        chart = drawn(draw(HOSTILE, "one"))

        assert chart.find(f"{SVG}title").text == HOSTILE
        assert [element for element in chart.iter() if element.tag.endswith("script")] == []

    def test_shares_no_id_with_another_on_the_page(self, draw):
        def ids(svg):
            return {element.get("id") for element in drawn(svg).iter() if element.get("id")}

        assert ids(draw("Same", "one")) & ids(draw("Same", "two")) == set()

    def test_refers_only_to_patterns_it_carries(self, draw):
        chart = draw("Finding", "one")

        carried = set(re.findall(r'<pattern id="([^"]+)"', chart))
        assert set(re.findall(r"url\(#([^)]+)\)", chart)) <= carried

    def test_has_no_style_the_content_policy_would_refuse(self, draw):
        assert re.search(r"style|<script|\son\w+=", draw("Finding", "one")) is None

    def test_goes_into_a_template_as_it_is(self, draw):
        chart = draw(HOSTILE, "one")

        assert chart.__html__() == chart


def test_cost_and_funding_of_every_phase_share_one_scale():
    phases = [PhaseBar("One", Decimal(100), Decimal(50)), PhaseBar("Two", Decimal(200), Decimal(200))]

    bars = re.findall(
        r'<rect x="0" y="\d+" width="([\d.]+)%"', money_bars(phases, "Half of phase one is found")
    )
    assert bars == ["50.00", "25.00", "100.00", "100.00"]


def test_a_gap_starts_where_the_funding_ends_and_ends_where_the_cost_does():
    chart = money_bars([PhaseBar("Two", Decimal(357747), Decimal(263747))], "£94,000 short")

    funding = re.findall(r'<rect x="0" y="\d+" width="([\d.]+)%"[^>]*fill="#4fb08a"', chart)
    gap = re.findall(r'<rect x="([\d.]+)%" y="\d+" width="([\d.]+)%"[^>]*stroke-dasharray', chart)
    assert [hundredths(gap[0][0]), sum(map(hundredths, gap[0]))] == [hundredths(funding[0]), 10_000]


@pytest.mark.parametrize(
    ("cost", "funding", "words"),
    [
        (357747, 263747, "Funding £263,747, gap £94,000"),
        (357747, 358000, "Funding £358,000, £253 over"),
        (100, 100, "Funding £100"),
        (0, 0, "Funding £0"),
    ],
)
def test_the_words_beside_a_bar_name_the_gap_or_what_is_over(cost, funding, words):
    chart = money_bars([PhaseBar("Two", Decimal(cost), Decimal(funding))], "Finding")

    assert words_in(chart) == ["Two", f"Cost £{cost:,}", words]


def test_nothing_found_is_all_gap():
    chart = money_bars([PhaseBar("Two", Decimal(10), Decimal(0))], "Nothing is found")

    assert re.findall(r'x="([\d.]+)%" y="\d+" width="([\d.]+)%"[^>]*dasharray', chart) == [("0.00", "100.00")]


def test_no_phases_say_so():
    assert words_in(money_bars([], "No phases yet")) == ["No phases"]


def test_an_amount_below_nought_has_no_bar():
    with pytest.raises(ValueError, match="below nought"):
        money_bars([PhaseBar("Two", Decimal(10), Decimal(-1))], "Finding")


def test_a_long_label_is_cut_before_it_leaves_the_chart():
    chart = money_bars([PhaseBar("x" * 200, Decimal(1), Decimal(1))], "Finding")

    assert words_in(chart)[0] == "x" * 59 + "…"


def test_only_the_last_eight_statuses_are_shown_oldest_first():
    statuses = [Status.OFF_TRACK] * 2 + [Status.ON_TRACK] * 7 + [Status.COMPLETE]

    chart = spark_shapes(statuses, trend_words(statuses, HOUSE))
    assert (chart.count("<circle"), chart.count("<rect"), chart.count('fill="#8e1220"')) == (7, 1, 0)
    assert (
        trend_words(statuses, HOUSE)
        == "On track, on track, on track, on track, on track, on track, on track, complete"
    )


def test_every_status_has_a_shape_and_a_fill_of_its_own():
    assert set(charts.SHAPES) == set(charts.FILLS) == set(Status)
    assert len(set(charts.SHAPES.values())) == len(Status)


def test_a_waterfall_takes_each_source_off_the_cost_and_ends_in_the_gap() -> None:
    falls = [Fall("County", Decimal(144000)), Fall("Pool", Decimal(94000))]

    svg = waterfall(Fall("Cost", Decimal(357747)), falls, "Phase 2 is £119,747 short")

    words = re.findall(r">([^<>]+)</text>", svg)
    assert words == ["Cost £357,747", "County £144,000", "Pool £94,000", "Gap £119,747"]
    bars = re.findall(r'<rect x="([\d.]+)%?" y="\d+" width="([\d.]+)%" height="16"', svg)
    assert bars == [("0.00", "100.00"), ("59.74", "40.26"), ("33.47", "26.27"), ("0.00", "33.47")]
    assert 'stroke-dasharray="4 3"' in svg


def test_a_waterfall_says_what_is_over_and_refuses_what_has_no_length() -> None:
    assert "Over £253" in waterfall(Fall("Cost", Decimal(100)), [Fall("Fund", Decimal(353))], "Over")
    assert "Nothing left" in waterfall(Fall("Cost", Decimal(0)), [], "Nothing")
    with pytest.raises(ValueError, match="below nought"):
        waterfall(Fall("Cost", Decimal(-1)), [], "Wrong")
