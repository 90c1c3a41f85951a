"""Blocks: the same figures on a page, in a report and in a spreadsheet."""

from datetime import date
from decimal import Decimal

import pytest

from core.blocks import Block, BlockContext, block, blocks_for, report_blocks
from core.permissions import Role
from tests.factories.partnerships import PartnershipFactory, person_with
from tests.markup import tight

KEYS = [
    "funding.ahead",
    "funding.contributions",
    "funding.line_shares",
    "funding.payers",
    "funding.phase_cost",
    "funding.phase_funding",
    "funding.position",
    "funding.sources",
    "funding.spend",
    "funding.split",
    "funding.stated",
    "funding.transfers",
    "funding.years",
]


@pytest.fixture
def drawn_for(partnership, chief_executive, july_2023):
    """What a block is drawn for, with these params."""

    def context(surface="page", **params):
        return BlockContext(
            partnership=partnership,
            viewer=chief_executive,
            today=date(2023, 7, 20),
            surface=surface,
            params=params,
        )

    return context


def offered(key) -> Block:
    found = block(key)
    assert found is not None
    return found


def figures(key, context):
    one = offered(key)
    return {name: each.printed for name, each in one.figures(one.result(context)).items()}


def test_the_app_offers_these_blocks_and_one_of_them_never_prints(db):
    assert sorted(one.key for one in blocks_for(None) if one.key.startswith("funding.")) == KEYS
    assert "funding.stated" not in {one.key for one in report_blocks()}


def test_a_block_without_params_answers_for_every_phase(drawn_for):
    assert figures("funding.phase_cost", drawn_for()) == {
        "PH-1.total": "£140,323",
        "PH-1.team_total": "£135,323",
        "PH-1.period_cost": "£70,161.50",
        "PH-2.total": "£357,747",
        "PH-2.team_total": "£282,747",
        "PH-2.period_cost": "£357,747",
        "PH-2022.total": "Not stated",
        "PH-2022.team_total": "Not stated",
        "PH-2022.period_cost": "Not stated",
    }
    assert figures("funding.phase_funding", drawn_for()) == {
        "PH-1.funding.1.total": "£70,161",
        "PH-1.surplus.1": "-£0.50",
        "PH-2.funding.1.total": "£358,000",
        "PH-2.funding.2.total": "£358,000",
        "PH-2.surplus.1": "£253",
        "PH-2.surplus.2": "£253",
    }


def test_splits_contributions_and_the_position_have_figures_by_name(drawn_for):
    assert figures("funding.split", drawn_for()) == {
        "SP-1.total": "£331,549",
        "SP-1.county": "£174,499",
        "SP-1.chesterfield": "£52,350",
        "SP-1.dales": "£52,350",
        "SP-1.high-peak": "£52,350",
    }
    assert figures("funding.position", drawn_for()) == {
        "PH-2.lapses.1": "£94,000",
        "PH-2.next_gap.1": "£93,747",
        "PH-2.lapses.2": "£134,000",
        "PH-2.next_gap.2": "£133,747",
    }
    assert figures("funding.contributions", drawn_for()) == {
        "county.committed": "£0",
        "county.received": "£0",
        "all.committed": "£0",
        "all.received": "£0",
    }


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("surface", ["page", "print"])
def test_each_block_draws_on_both_surfaces_with_its_own_id_nowhere(drawn_for, key, surface):
    html = offered(key).draw(drawn_for(surface))

    assert "<html" not in html
    assert html.count("<table") == html.count("<caption")
    assert ("<a " in html) == (surface == "page" and key == "funding.position")


@pytest.mark.parametrize("key", KEYS)
def test_each_block_draws_for_an_empty_partnership(chief_executive, key):
    context = BlockContext(partnership=PartnershipFactory(), viewer=chief_executive, today=date(2023, 7, 20))

    assert "recorded yet." in offered(key).draw(context)


@pytest.mark.parametrize(
    ("key", "params", "sentence"),
    [
        ("funding.phase_cost", {"phase": "PH-9"}, "There is no phase PH-9 here."),
        ("funding.phase_funding", {"phase": "PH-9"}, "There is no phase PH-9 here."),
        (
            "funding.phase_funding",
            {"phase": "PH-2", "option": "x"},
            "Phase 2: no funding option is recorded.",
        ),
        ("funding.split", {"split": "SP-9"}, "There is no split SP-9 here."),
        ("funding.stated", {"paper": "X"}, "There is no printed figure X here."),
    ],
)
def test_what_is_not_there_is_said_in_a_sentence(drawn_for, key, params, sentence):
    assert sentence in offered(key).draw(drawn_for(**params))


def table_of(key, context):
    one = offered(key)
    return one.table(one.result(context))


def test_the_cost_table_has_posts_the_team_lines_and_the_total(drawn_for):
    table = table_of("funding.phase_cost", drawn_for(phase="PH-1"))

    assert [row[1:] for row in table.rows] == [
        ("G12 Programme Manager", Decimal("1.00"), Decimal("56623.00"), Decimal("56623.00")),
        ("G9 Project Officer", Decimal("2.00"), Decimal("39350.00"), Decimal("78700.00")),
        ("Team total", None, None, Decimal("135323.00")),
        ("Equipment, travel and host authority", None, None, Decimal("5000.00")),
    ]
    assert table.total == ("Phase 1", "Total", None, None, Decimal("140323.00"))
    assert table.note.startswith("6 of 12 months of £140,323, £70,161.50.")


def test_a_cost_nobody_states_is_not_an_empty_cell(drawn_for):
    table = table_of("funding.phase_cost", drawn_for(phase="PH-2022"))

    assert {row[3:] for row in table.rows} == {("Not stated", "Not stated")}
    assert table.total == ("Team of 2022", "Total", None, None, "Not stated")


def test_the_funding_of_one_option_has_exact_shares_beside_the_printed_one(drawn_for):
    table = table_of("funding.phase_funding", drawn_for(phase="PH-2", option="2"))

    assert table.caption == "Funding of Phase 2: Paragraph 6.2"
    assert table.headings == ("Source", "Amount (£)", "Share of funding (%)", "Share as printed (%)")
    assert table.rows == (
        ("County Council", Decimal("144000.00"), Decimal("40.22"), Decimal("40.00")),
        ("DEP", Decimal("80000.00"), Decimal("22.35"), None),
        ("Rate pool", Decimal("134000.00"), Decimal("37.43"), None),
    )
    assert table.total == ("Total", Decimal("358000.00"), None, None)
    assert table.note == "Funding of £358,000 is £253 more than the cost of £357,747."


def test_options_are_side_by_side_for_one_phase_and_under_each_other_for_all(drawn_for):
    side_by_side = table_of("funding.phase_funding", drawn_for(phase="PH-2"))
    everything = table_of("funding.phase_funding", drawn_for())

    assert [row[:2] + row[4:5] for row in side_by_side.rows] == [
        ("County Council", Decimal(144000), Decimal(144000)),
        ("DEP", Decimal(120000), Decimal(80000)),
        ("Rate pool", Decimal(94000), Decimal(134000)),
    ]
    assert len(everything.rows) == 7


def test_the_rule_stands_beside_the_shares_only_where_one_departs(drawn_for, july_2023):
    plain = table_of("funding.split", drawn_for(split="SP-1"))
    for share, amount in zip(july_2023.split.shares.all(), (174000, 52849), strict=False):
        share.amount = Decimal(amount)
        share.save()
    departing = table_of("funding.split", drawn_for(split="SP-1"))

    assert (len(plain.headings), plain.total) == (5, ("Shares of 2022", "Total", "", Decimal(331549), None))
    assert [row[-1] for row in departing.rows] == [Decimal(-499), Decimal(499), 0, 0]
    assert {len(row) for row in departing.rows} == {len(departing.headings), len(departing.total)}


def test_the_position_tells_in_its_note_what_lapses_and_the_gap(drawn_for):
    note = table_of("funding.position", drawn_for()).note

    assert note.startswith(
        "Phase 2 has £253 more than it costs. What lapses by Paragraph 4.31 is £94,000: Rate"
    )
    assert "The gap is then £93,747: County Council (£144,000) and DEP (£120,000) pay the same again" in note


def test_a_report_is_offered_each_phase_option_and_split_by_name(drawn_for):
    asked = ("funding.phase_cost", "funding.phase_funding", "funding.split")

    assert {key: [choice.label for choice in offered(key).choices(drawn_for())] for key in asked} == {
        "funding.phase_cost": [
            "What every phase costs",
            "What Phase 1 costs",
            "What Phase 2 costs",
            "What Team of 2022 costs",
        ],
        "funding.phase_funding": [
            "Phase 1: Paragraph 4.31",
            "Phase 2: every option",
            "Phase 2: Paragraph 4.31",
            "Phase 2: Paragraph 6.2",
        ],
        "funding.split": ["Shares of 2022"],
    }


UNUSED = ("funding.line_shares", "funding.spend", "funding.transfers")


# The paper divides no line, has no entry and spends nothing: their own tests have their rows.
@pytest.mark.parametrize("key", [key for key in KEYS if key not in UNUSED])
def test_however_a_block_is_inserted_its_rows_are_as_wide_as_its_headings(drawn_for, key):
    widths = []
    for choice in offered(key).choices(drawn_for()):
        table = table_of(key, drawn_for(**choice.params))
        widths += [(len(table.headings), len(row)) for row in (*table.rows, *filter(None, [table.total]))]

    assert widths
    assert [pair for pair in widths if pair[0] != pair[1]] == []


def test_options_stand_side_by_side_with_a_sentence_each(drawn_for):
    html = offered("funding.phase_funding").draw(drawn_for(phase="PH-2"))

    assert html.count("Funding of £358,000 is £253 more than the cost of £357,747.") == 2
    assert html.count("40.22%") == 2
    assert html.count("(printed as 40%)") == 2


def test_the_position_draws_one_pair_of_bars_for_options_that_give_the_same(drawn_for):
    html = offered("funding.position").draw(drawn_for())

    assert html.count("<svg") == 1
    assert html.count("Cost £") == 2  # one for each phase with a stated cost
    assert "Phase 2 has £253 more than it costs" in html


def test_what_disagrees_is_listed_in_eight_sentences(drawn_for):
    one = offered("funding.stated")
    ((paper, found),) = one.result(drawn_for(paper="JC-2023-07")).items

    assert (paper, len(found)) == ("JC-2023-07", 8)
    assert "8 things disagree" in tight(one.draw(drawn_for(paper="JC-2023-07")))


def test_a_viewer_without_reach_is_shown_nothing(partnership, july_2023):
    stranger = person_with(Role.OFFICER, partnership=PartnershipFactory())
    context = BlockContext(partnership=partnership, viewer=stranger, today=date(2023, 7, 20))

    assert all(not figures(key, context) for key in KEYS if key != "funding.contributions")
    assert offered("funding.contributions").result(context).partners == ()
