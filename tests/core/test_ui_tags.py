"""What templates print: words for figures, dates and statuses, and tables whose cells are text."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.utils.safestring import mark_safe

from core.domain.periods import Quarter
from core.domain.status import Status
from core.domain.vocabulary import HOUSE
from core.tables import Column, Row, table_body
from core.templatetags import ui

HOSTILE = "<b>&\"'"
ESCAPED = "&lt;b&gt;&amp;&quot;&#x27;"


def printed(source, **context):
    return Template("{% load ui %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Decimal("357747"), "£357,747"),
        (Decimal("70161.50"), "£70,161.50"),
        (Decimal("-253"), "-£253"),
        (Decimal(0), "£0"),
        (None, "Not stated"),
    ],
)
def test_money_is_printed_in_full_and_nothing_known_is_not_nought(amount, words):
    assert ui.money(amount) == words


@pytest.mark.parametrize(
    ("share", "words"), [(Decimal("40.25"), "40.25%"), (Decimal(100), "100%"), (None, "Not stated")]
)
def test_a_percentage_keeps_the_places_it_was_given(share, words):
    assert ui.pct(share) == words


def test_a_quarter_is_printed_by_its_label():
    assert (ui.quarter(Quarter.parse("2026-27-q1")), ui.quarter(None)) == ("Q1 2026/27", "Not stated")


def test_a_day_is_printed_without_a_nought_before_it():
    assert (ui.day(date(2023, 7, 2)), ui.day(None)) == ("2 July 2023", "Not stated")


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 7, 20, 13, 5, tzinfo=UTC), "20 July 2026 at 2:05pm"),
        (datetime(2026, 1, 20, 0, 5, tzinfo=UTC), "20 January 2026 at 12:05am"),
        (datetime(2026, 1, 20, 12, 0, tzinfo=UTC), "20 January 2026 at 12:00pm"),
        (None, "Not stated"),
    ],
)
def test_a_moment_is_printed_in_the_time_kept_here(moment, words):
    assert ui.moment(moment) == words


def test_a_moment_late_in_the_evening_is_on_the_day_it_was_here():
    assert ui.day(datetime(2026, 7, 20, 23, 30, tzinfo=UTC)) == "21 July 2026"


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (Status.OFF_TRACK, Status.AT_RISK, "was at risk"),
        (Status.OFF_TRACK, Status.OFF_TRACK, "no change"),
        (Status.OFF_TRACK, None, "new"),
        (None, Status.AT_RISK, ""),
    ],
)
def test_a_trend_is_words(now, before, words):
    assert ui.trend(now, before, HOUSE) == words


@pytest.mark.parametrize("status", list(Status))
def test_a_status_is_its_shape_and_its_word(status):
    tag = f'<span class="tag tag--{status.value}">{status.label}</span>'

    assert ui.status_tag(status, HOUSE) == ui.status_tag(status.value, HOUSE) == tag


def test_a_status_nobody_knows_is_no_update():
    assert ui.status_tag(None, HOUSE) == ui.status_tag("", HOUSE) == ui.status_tag(Status.NO_UPDATE, HOUSE)


def test_a_partnership_s_own_word_takes_the_place_of_ours_and_the_shape_stays():
    words = replace(HOUSE, words=tuple("RAG <red>" if one == "Off track" else one for one in HOUSE.words))

    assert ui.status_tag("off-track", words) == '<span class="tag tag--off-track">RAG &lt;red&gt;</span>'
    assert ui.trend(Status.AT_RISK, Status.OFF_TRACK, words) == "was RAG <red>"
    assert ui.status_key("off-track", 2, words) == (
        '<li class="key__item shape shape--off-track">2 RAG &lt;red&gt;</li>'
    )


def test_a_word_that_is_no_status_is_refused():
    with pytest.raises(ValueError, match="green"):
        ui.status_tag("green", HOUSE)


def test_an_entry_of_a_key_links_its_count_and_says_what_it_was():
    assert ui.status_key(Status.AT_RISK, 4, HOUSE, "/list/?a=1&b=2", 6) == (
        '<li class="key__item shape shape--at-risk"><a href="/list/?a=1&amp;b=2">4 at risk</a> (was 6)</li>'
    )


def test_an_entry_of_a_key_on_paper_has_no_link():
    assert ui.status_key("at-risk", 4, HOUSE) == '<li class="key__item shape shape--at-risk">4 at risk</li>'


def test_a_version_travels_as_a_hidden_field():
    assert printed("{% hidden_version 7 %}") == '<input type="hidden" name="version" value="7">'


def test_page_numbers_leave_out_what_lies_between():
    page = Paginator(range(480), 50).page(5)

    assert ui.page_numbers(page) == [1, page.paginator.ELLIPSIS, 4, 5, 6, page.paginator.ELLIPSIS, 10]


class TestTable:
    COLUMNS = (Column("Ref", "ref"), Column("Action", "main"), Column("Cost (£)", "num"))

    def test_a_row_has_a_heading_that_leads_somewhere_and_cells_that_name_their_column(self):
        rows = [Row(("ES-04", "Levy", "12,000"), "/a/")]

        assert table_body(self.COLUMNS, rows) == (
            '<tr><td class="ref" data-label="Ref">ES-04</td>'
            '<th scope="row" class="main"><a href="/a/">Levy</a></th>'
            '<td class="num" data-label="Cost (£)">12,000</td></tr>\n'
        )

    def test_the_first_cell_heads_the_row_when_no_column_says_it_does(self):
        assert table_body((Column("Name"), Column("Since")), [Row(("Council", None))]) == (
            '<tr><th scope="row">Council</th><td data-label="Since"></td></tr>\n'
        )

    def test_every_part_that_comes_from_people_is_escaped(self):
        columns = (Column(HOSTILE), Column(HOSTILE, HOSTILE))
        rows = [Row((HOSTILE, HOSTILE), HOSTILE, HOSTILE, css=HOSTILE)]

        body = table_body(columns, rows)

        assert (body.count(ESCAPED), HOSTILE in body) == (7, False)

    def test_a_status_tag_stays_mark_up(self):
        body = table_body((Column("Name"), Column("Status")), [Row(("A", mark_safe("<b>x</b>")))])

        assert '<td data-label="Status"><b>x</b></td>' in body

    def test_the_tag_draws_the_rows(self):
        rows = [Row(("A", "B", "C"))]

        assert printed("{% table_rows columns rows %}", columns=self.COLUMNS, rows=rows) == table_body(
            self.COLUMNS, rows
        )
