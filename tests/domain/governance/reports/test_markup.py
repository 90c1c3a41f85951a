"""The restricted Markdown of report paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.reports.domain.document import TableData
from governance.reports.domain.markup import Token, plain, render, table_data, tokens

TOTAL = Token("funding.phase_cost", "PH-2.total")
FIGURES = {TOTAL: "£357,747", Token("plan", "lead"): "Skills & <b>jobs</b>"}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**Bold** and *italic*.", "<p><strong>Bold</strong> and <em>italic</em>.</p>"),
        ("One line\nand another.", "<p>One line<br>\nand another.</p>"),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
        ("a) one\nb) two", '<ol type="a">\n<li>one</li>\n<li>two</li>\n</ol>'),
        ("c) goes on", '<ol start="3" type="a">\n<li>goes on</li>\n</ol>'),
        (
            "[the plan](https://example.org/plan?a=1&b=2)",
            '<p><a href="https://example.org/plan?a=1&amp;b=2">the plan</a></p>',
        ),
    ],
)
def test_what_officers_may_write_is_drawn(text: str, html: str) -> None:
    assert render(text, FIGURES.get) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("[here](javascript:alert(1))", "<p>[here](javascript:alert(1))</p>"),
        ("[here](http://example.org)", "<p>[here](http://example.org)</p>"),
        ("# Not a heading", "<p># Not a heading</p>"),
        ("2023. The year began.", "<p>2023. The year began.</p>"),
        ("1) Not a list", "<p>1) Not a list</p>"),
        ("    not code", "<p>not code</p>"),
        ("`not code`", "<p>`not code`</p>"),
        ("A &amp; B", "<p>A &amp;amp; B</p>"),
    ],
)
def test_everything_else_is_printed_as_typed(text: str, html: str) -> None:
    assert render(text, FIGURES.get) == html


def test_a_live_figure_is_printed_in_its_place_and_only_as_text() -> None:
    text = "It costs **[[funding.phase_cost:PH-2.total]]** under [[plan:lead]]."

    assert render(text, FIGURES.get) == (
        "<p>It costs <strong>£357,747</strong> under Skills &amp; &lt;b&gt;jobs&lt;/b&gt;.</p>"
    )


def test_a_figure_nobody_knows_is_printed_as_a_gap_anybody_can_see() -> None:
    text = "It costs [[funding.cost:PH-9.total]]."

    assert render(text, FIGURES.get) == (
        '<p>It costs <span class="figure-missing">[No figure called funding.cost:PH-9.total]</span>.</p>'
    )


def test_figures_are_listed_in_order_wherever_they_stand() -> None:
    text = "- [[b_c:d_e]]\n\n| A |\n|---|\n| **[[plan:lead]]** |\n\nAgain [[b_c:d_e]]."

    assert tokens(text) == [Token("b_c", "d_e"), Token("plan", "lead"), Token("b_c", "d_e")]
    assert tokens(text)[0].source == "[[b_c:d_e]]"


@pytest.mark.parametrize("text", [r"\[[plan:lead]]", "[[plan]]", "[[two words:here]]", "[[plan:lead]"])
def test_brackets_that_are_no_token_stay_brackets(text: str) -> None:
    assert tokens(text) == []


def test_plain_text_has_the_words_and_figures_without_the_marks() -> None:
    text = "**It** costs [[funding.phase_cost:PH-2.total]]\n[here](https://example.org).\n\n- one\n- two"

    assert plain(text, FIGURES.get) == "It costs £357,747 here.\none\ntwo"


def test_a_pipe_table_becomes_cells_with_its_total_apart() -> None:
    text = (
        "| Post | Cost |\n|---|--:|\n| Manager | 56,623 |\n"
        "| **Total** | **[[funding.phase_cost:PH-2.total]]** |"
    )

    assert table_data(text, FIGURES.get, "Phase 2 resource") == TableData(
        "Phase 2 resource",
        ("Post", "Cost"),
        (("Manager", "56,623"),),
        numeric=frozenset({1}),
        total=("Total", "£357,747"),
    )


def test_a_table_without_a_bold_last_row_has_no_total() -> None:
    table = table_data("| A |\n|---|\n| **x** y |\n| 2 |", FIGURES.get, "")

    assert table == TableData("", ("A",), (("x y",), ("2",)))


def test_a_text_without_a_table_has_none() -> None:
    assert table_data("Words only.", FIGURES.get, "") is None


def test_a_table_in_running_text_is_drawn_with_heads_and_classes_but_no_style() -> None:
    assert render("| A | £ |\n|---|--:|\n| x | 5 |", FIGURES.get) == (
        '<table>\n<thead>\n<tr>\n<th scope="col">A</th>\n<th class="numeric" scope="col">£</th>\n</tr>\n'
        '</thead>\n<tbody>\n<tr>\n<td>x</td>\n<td class="numeric">5</td>\n</tr>\n</tbody>\n</table>'
    )


@given(st.text("<>[]()*_|-ab:/\\\n &\"'https", max_size=60))
def test_no_text_at_all_draws_a_script_or_a_style(text: str) -> None:
    html = render(text, FIGURES.get)

    assert "<script" not in html
    assert "style=" not in html.replace("&", "")
    assert "javascript:" not in html


@given(st.text("ab *_<>&", max_size=30))
def test_a_figure_never_becomes_mark_up(printed: str) -> None:
    assert render("[[plan:lead]]", lambda token: printed).count("<") == render("x", FIGURES.get).count("<")
