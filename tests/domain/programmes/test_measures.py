"""How a figure stands: targets, tolerances, directions, when it is owed, the year's end, exact shares."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.domain.periods import FinancialYear
from programmes.domain.measures import (
    Direction,
    Frequency,
    MeasureFacts,
    MeasurePeriod,
    MeasureStatus,
    PeriodFigure,
    figure_problems,
    judged,
    owed_words,
    rate,
    standing,
    travel,
    with_unit,
)

YEARLY = MeasureFacts(Direction.UP, Frequency.YEARLY, 30)
QUARTERLY = MeasureFacts(Direction.UP, Frequency.QUARTERLY, 30, Decimal("2"))
Y25, Y26 = MeasurePeriod.parse("2025/26"), MeasurePeriod.parse("2026/27")
Q4, Q1 = MeasurePeriod.parse("Q4 2025/26"), MeasurePeriod.parse("Q1 2026/27")
exact = some.decimals(min_value=-10_000, max_value=10_000, places=4)


def at(period, value=None, target=None, **more):
    def decimal(text):
        return None if text is None else Decimal(text)

    more = {name: decimal(text) for name, text in more.items()}
    return PeriodFigure(period, decimal(value), decimal(target), **more)


@pytest.mark.parametrize(
    ("value", "target", "tolerance", "direction", "status"),
    [
        ("60", "60", None, "UP", "ON_TARGET"),
        ("59.9999", "60", None, "UP", "OFF_TARGET"),
        ("58", "60", "2", "UP", "WITHIN_TOLERANCE"),
        ("57.9999", "60", "2", "UP", "OFF_TARGET"),
        ("62", "60", "2", "DOWN", "WITHIN_TOLERANCE"),
        ("62.0001", "60", "2", "DOWN", "OFF_TARGET"),
        ("12", "60", "2", "DOWN", "ON_TARGET"),
        ("12", "60", "2", "NONE", "NOT_JUDGED"),
        ("12", None, "2", "UP", "NO_TARGET"),
    ],
)
def test_a_figure_is_judged_by_its_target_tolerance_and_direction(
    value, target, tolerance, direction, status
):
    given = [None if one is None else Decimal(one) for one in (value, target, tolerance)]

    assert judged(*given, Direction[direction]) is MeasureStatus[status]


@given(exact, exact, some.decimals(min_value=0, max_value=100, places=4))
def test_lower_is_better_is_higher_is_better_seen_from_the_other_side(value, target, tolerance):
    assert judged(value, target, tolerance, Direction.UP) is judged(
        -value, -target, tolerance, Direction.DOWN
    )


def test_a_yearly_measure_is_not_red_in_may():
    found = standing([at(Y25, "50", "48"), at(Y26, None, "52")], YEARLY, date(2026, 5, 20))

    assert (found.figure.period, found.now) == (Y25, MeasureStatus.ON_TARGET)


def test_a_yearly_measure_without_any_figure_is_due_once_a_year_and_nothing_else():
    found = standing([at(Y26, None, "52")], YEARLY, date(2026, 5, 20))

    assert (found.figure.period, found.now) == (Y26, MeasureStatus.NOT_DUE)
    assert owed_words(found.figure, found.now, YEARLY) == "Due once a year, by 30 April 2027"


@pytest.mark.parametrize(
    ("today", "period", "status"),
    [
        (date(2026, 4, 30), "2024/25", "ON_TARGET"),
        (date(2026, 5, 1), "2025/26", "NO_FIGURE"),
    ],
)
def test_last_year_s_figure_is_missing_only_after_the_days_it_takes(today, period, status):
    rows = [at(MeasurePeriod.parse("2024/25"), "50", "48"), at(Y25, None, "52")]

    found = standing(rows, YEARLY, today)

    assert (found.figure.period.label, found.now.name) == (period, status)


def test_a_quarter_nobody_reported_is_missing_and_never_the_quarter_before_s_figure():
    found = standing([at(Q4, "61", "60")], QUARTERLY, date(2026, 8, 3))

    assert (found.figure.period, found.now, found.before.value) == (Q1, MeasureStatus.NO_FIGURE, Decimal(61))


def test_quarters_before_the_first_known_one_are_not_owed():
    found = standing([at(Q1, None, "60")], QUARTERLY, date(2026, 7, 1))

    assert (found.figure.period, found.now) == (Q1, MeasureStatus.NOT_DUE)


def test_a_measure_nothing_is_known_of_waits_for_the_running_quarter():
    found = standing([], QUARTERLY, date(2026, 5, 20))

    assert (found.figure.period, found.now, found.year_end) == (Q1, MeasureStatus.NOT_DUE, None)


def test_now_and_the_year_s_end_are_two_answers():
    rows = [at(Q1, "55", "60", forecast="81"), at(Y26, None, "80")]

    found = standing(rows, QUARTERLY, date(2026, 7, 20))

    assert (found.now, found.year_target, found.forecast, found.year_end) == (
        MeasureStatus.OFF_TARGET,
        Decimal(80),
        Decimal(81),
        MeasureStatus.ON_TARGET,
    )


def test_without_a_target_for_the_year_the_last_quarter_s_counts():
    rows = [
        at(Q1, "60", "60", forecast="79"),
        at(MeasurePeriod.parse("Q4 2026/27"), None, "80", tolerance="1"),
    ]

    found = standing(rows, QUARTERLY, date(2026, 7, 20))

    assert (found.year_target, found.year_end) == (Decimal(80), MeasureStatus.WITHIN_TOLERANCE)


def test_a_period_s_own_tolerance_counts_before_the_measure_s():
    found = standing([at(Q1, "58", "60", tolerance="1")], QUARTERLY, date(2026, 7, 20))

    assert found.now is MeasureStatus.OFF_TARGET


def test_a_figure_is_compared_with_last_time_and_with_a_year_before():
    rows = [at(MeasurePeriod.parse("Q1 2025/26"), "70"), at(Q4, "50"), at(Q1, "60", "60")]

    found = standing(rows, QUARTERLY, date(2026, 7, 20))

    assert travel(found.figure, found.before, Direction.UP) == "better than in Q4 2025/26"
    assert travel(found.figure, found.year_before, Direction.UP) == "worse than in Q1 2025/26"
    assert travel(found.figure, found.before, Direction.DOWN) == "worse than in Q4 2025/26"
    assert travel(found.figure, found.before, Direction.NONE) == "higher than in Q4 2025/26"
    assert travel(found.figure, found.figure, Direction.UP) == "the same as in Q1 2026/27"
    assert travel(found.figure, None, Direction.UP) == ""


def test_a_share_is_worked_out_to_four_places_half_up():
    assert rate(Decimal(2), Decimal(3), Decimal(100)) == Decimal("66.6667")
    assert rate(Decimal(1), Decimal(8), Decimal("0.001")) == Decimal("0.0001")


@pytest.mark.parametrize(
    ("value", "numerator", "denominator", "message"),
    [
        ("58.5", "117", "200", None),
        (None, "117", "200", None),
        ("59", "117", "200", None),
        ("66.7", "2", "3", None),
        (
            "58",
            "117",
            "200",
            "117 over 200 comes to 58.5, not 58. Leave the figure empty to have it worked out.",
        ),
        ("5", "5", None, "Give both the numerator and the denominator, or neither."),
        ("5", None, "5", "Give both the numerator and the denominator, or neither."),
        (None, "5", "0", "The denominator must be more than nought."),
        (None, "5", "-2", "The denominator must be more than nought."),
        (None, "999999999999", "0.0001", "This comes to more than a figure can hold."),
    ],
)
def test_a_figure_agrees_with_its_two_halves_as_far_as_it_is_printed(value, numerator, denominator, message):
    given = [None if one is None else Decimal(one) for one in (value, numerator, denominator)]

    found = [one.message for one in figure_problems(*given, Decimal(100))]

    assert found == ([message] if message else [])


@pytest.mark.parametrize(
    ("text", "slug", "last"),
    [
        ("Q1 2026/27", "2026-27-q1", date(2026, 6, 30)),
        ("2026-27-q4", "2026-27-q4", date(2027, 3, 31)),
        ("2026/27", "2026-27", date(2027, 3, 31)),
        ("2026-27", "2026-27", date(2027, 3, 31)),
    ],
)
def test_periods_are_read_as_people_write_them(text, slug, last):
    period = MeasurePeriod.parse(text)

    assert (period.slug, period.last_day, MeasurePeriod.parse(period.label)) == (slug, last, period)


@pytest.mark.parametrize("text", ["Q5 2026/27", "May 2026", "2026/29", "", "q"])
def test_what_is_no_period_is_refused_in_words(text):
    with pytest.raises(ValueError, match=r"\."):
        MeasurePeriod.parse(text)


def test_periods_step_back_by_their_own_length():
    assert (Q1.previous(), Y26.previous(), Q1.a_year_before()) == (
        Q4,
        Y25,
        MeasurePeriod(FinancialYear(2025), 1),
    )


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("58.5000", "%", "58.5%"),
        ("1204", "£", "£1,204"),
        ("1204.0000", "homes", "1,204 homes"),
        (None, "homes", "Not stated"),
    ],
)
def test_figures_are_printed_with_their_unit(value, unit, words):
    assert with_unit(None if value is None else Decimal(value), unit) == words
