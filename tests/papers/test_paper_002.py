"""The joint committee's paper of July 2023 as records: whole, sourced, neither more nor less than it says."""

import re
from collections import Counter

import pytest
from django.core.management import call_command

from funding.models import Contribution, Option, Phase, Saving, Source, StatedFigure
from governance.models import Decision, HouseStyle, Report, Risk, Undertaking
from governance.reports.domain import markup
from governance.reports.domain.checks import typed_amounts
from governance.reports.domain.document import ParagraphKind, SectionKind
from governance.reports.drawing.paragraphs import html_of
from governance.reports.queries import checking, documents
from partnerships.domain.succession import SuccessionLink, carry_over, crosswalk_problems, through
from partnerships.models import (
    Agreement,
    Brand,
    Lead,
    Membership,
    MembershipStatus,
    Theme,
    ThemeLink,
)
from tests.papers.facts import TODAY, counted_in_files, document_of, sourced_rows

pytestmark = pytest.mark.usefixtures("paper", "db")


def test_the_files_hold_what_the_paper_prints_and_nothing_twice():
    counted = counted_in_files("002")

    assert counted == {
        "partnerships.organisation": 10,
        "partnerships.partnership": 1,
        "partnerships.brand": 2,
        "partnerships.host": 2,
        "partnerships.statement": 11,
        "partnerships.strategy": 1,
        "partnerships.membership": 9,
        "partnerships.membershipstatus": 9,
        "partnerships.board": 2,
        "partnerships.themeset": 3,
        "partnerships.theme": 18,
        "partnerships.themelink": 16,
        "partnerships.lead": 12,
        "funding.phase": 3,
        "funding.post": 10,
        "funding.costline": 4,
        "funding.source": 3,
        "funding.option": 3,
        "funding.optionline": 7,
        "funding.split": 1,
        "funding.share": 4,
        "funding.contribution": 1,
        "funding.saving": 1,
        "funding.statedfigure": 52,
        "governance.meeting": 2,
        "governance.decision": 4,
        "governance.undertaking": 9,
        "governance.report": 2,
        "governance.headrow": 8,
        "governance.section": 24,
        "governance.paragraph": 150,
    }
    assert len(sourced_rows()) == counted.total()


def test_one_command_gives_each_row_its_first_history_entry_and_a_second_time_none():
    rows = sourced_rows()
    assert {row.history.count() for row in rows} == {0}

    for _ in range(2):
        call_command("populate_history", auto=True, verbosity=0)

    assert {row.history.count() for row in rows} == {1}
    entry = Phase.objects.get(reference="PH-2").history.get()
    assert (entry.history_type, entry.version, entry.change_set is not None) == ("+", 1, True)


def test_nothing_but_what_the_paper_reports_as_past_is_decided():
    decided = list(
        Decision.objects.order_by("reference").values_list("reference", "decided_wording", "state")
    )

    assert decided == [
        ("D-01", "4 April 2022", "decided"),
        ("D-02", "4 April 2022", "decided"),
        ("D-03", "4 April 2022", "decided"),
        ("D-04", "January 2023", "decided"),
    ]
    assert Decision.objects.get(reference="D-04").board is None


def test_nothing_counts_as_agreed_or_signed_because_it_is_recommended():
    assert set(Option.objects.values_list("state", flat=True)) == {"proposed"}
    assert set(Contribution.objects.values_list("state", flat=True)) == {"proposed"}
    assert dict(Phase.objects.values_list("reference", "state")) == {
        "TEAM-2022": "agreed",
        "PH-1": "proposed",
        "PH-2": "proposed",
    }
    assert dict(Brand.objects.values_list("name", "state")) == {
        "Vision Derbyshire": "in_use",
        "Derbyshire Strategic Leadership": "proposed",
    }
    assert Agreement.objects.count() == 0


def test_what_the_paper_leaves_open_is_not_stated():
    assert set(Source.objects.values_list("kind", "security")) == {("not_stated", "not_stated")}
    assert set(Lead.objects.values_list("state", "role")) == {("not_stated", "")}
    assert set(Membership.objects.values_list("votes", flat=True)) == {None}
    assert Risk.objects.count() == 0


def test_the_county_pays_for_phase_1_on_a_condition():
    one = Contribution.objects.get()

    assert (one.amount, one.condition_met, one.condition.startswith("All councils agree")) == (
        70161,
        None,
        True,
    )


def test_what_the_paper_asks_for_beside_money_has_an_owner_and_is_not_yet_given():
    asked = [
        (
            one.kind,
            one.owner.code if one.owner else one.owner_role,
            one.state,
            one.source.partition("2023, ")[2],
        )
        for one in Undertaking.objects.all()
    ]

    assert asked == [
        ("report_back", "", "asked", "paragraphs 2.8 and 4.35"),
        ("report_back", "", "given", "paragraph 4.34"),
        ("host", "derbyshire-cc", "asked", "paragraph 8.1"),
        ("officer_time", "derbyshire-cc", "asked", "paragraph 8.2"),
        ("officer_time", "Lead officers of the themes", "asked", "paragraph 8.2"),
        ("redeploy", "derbyshire-cc", "asked", "paragraph 8.4"),
        ("redeploy", "chesterfield-bc", "asked", "paragraph 8.4"),
        ("redeploy", "derbyshire-dales-dc", "asked", "paragraph 8.4"),
        ("redeploy", "high-peak-bc", "asked", "paragraph 8.4"),
    ]


def test_the_saving_the_paper_claims_is_an_estimate_and_the_figure_it_prints():
    one = Saving.objects.get()

    assert (one.amount, one.qualifier, one.state, one.realised) == (
        120000, "in_the_region_of", "estimated", None,
    )  # fmt: skip
    assert StatedFigure.objects.get(paragraph="4.28").value == one.amount


def test_the_four_full_members_are_printed_and_the_five_others_concluded():
    standings = set(
        MembershipStatus.objects.values_list(
            "membership__organisation__code", "state", "inferred", "membership__pays"
        )
    )

    assert standings == {
        ("derbyshire-cc", "participating", False, True),
        ("chesterfield-bc", "participating", False, True),
        ("derbyshire-dales-dc", "participating", False, True),
        ("high-peak-bc", "participating", False, True),
        ("amber-valley-bc", "non_participating", True, False),
        ("bolsover-dc", "non_participating", True, False),
        ("erewash-bc", "non_participating", True, False),
        ("north-east-derbyshire-dc", "non_participating", True, False),
        ("south-derbyshire-dc", "non_participating", True, False),
    }


def names_of(reference):
    return list(Theme.objects.filter(theme_set__reference=reference).values_list("name", flat=True))


def links_between(first, second):
    found = ThemeLink.objects.filter(
        predecessor__theme_set__reference=first, successor__theme_set__reference=second
    )
    return [SuccessionLink(link.predecessor.name, link.successor.name, link.inferred) for link in found]


def test_four_themes_become_six_by_way_of_the_county_deal_and_none_is_lost():
    old, deal, new = names_of("ambitions"), names_of("county-deal"), names_of("proposed-2023")
    first, second = links_between("ambitions", "county-deal"), links_between("county-deal", "proposed-2023")

    assert [len(old), len(deal), len(new)] == [4, 8, 6]
    assert crosswalk_problems(old, deal, first) == crosswalk_problems(deal, new, second) == []
    assert set(through(first, second)) == {
        SuccessionLink("Seize innovation", "Economic Delivery and Growth"),
        SuccessionLink("Establish relentless ambition", "Employment and Skills"),
        SuccessionLink("Build proactive communities", "Health and Communities"),
        SuccessionLink("Build proactive communities", "Public Service Reform", inferred=True),
        SuccessionLink("Live and work sustainably", "Climate Change", inferred=True),
        SuccessionLink("Live and work sustainably", "Planning and Housing", inferred=True),
    }


def test_a_project_of_every_old_theme_finds_its_new_one():
    links = through(links_between("ambitions", "county-deal"), links_between("county-deal", "proposed-2023"))
    placed = {f"Project {theme}": theme for theme in names_of("ambitions")}

    carried = {one.item: one.new for one in carry_over(placed, links)}

    assert {item: len(new) for item, new in carried.items()} == {
        "Project Seize innovation": 1,
        "Project Establish relentless ambition": 1,
        "Project Build proactive communities": 2,
        "Project Live and work sustainably": 2,
    }


# --- The two versions of the report -------------------------------------------------------


BOTH = pytest.mark.parametrize("reference", ["JC-2023-001", "JC-2023-002"])


@BOTH
def test_every_paragraph_gets_the_number_it_has_in_the_paper(reference):
    document = document_of(reference)
    counted = {
        f"{section.number[:-2]}": len([1 for one in section.paragraphs if one.number])
        for section in document.sections
    }

    numbers = [one.number for one in document.every_paragraph() if one.number]
    wrong = [
        one.number
        for one in document.every_paragraph()
        if one.number and not one.id.endswith(f" {one.number}")
    ]

    assert wrong == []
    assert len(numbers) == len(set(numbers)) == 56
    assert list(counted.values()) == [1, 8, 1, 35, 1, 3, 1, 4, 1, 1, 0, 0]


def test_both_versions_have_the_same_structure():
    printed, record = document_of("JC-2023-001"), document_of("JC-2023-002")

    assert [section.heading for section in printed.sections] == [one.heading for one in record.sections]
    kinds = [(one.number, one.kind) for one in printed.every_paragraph()]
    drawn = {ParagraphKind.BLOCK: ParagraphKind.TABLE}
    assert kinds == [(one.number, drawn.get(one.kind, one.kind)) for one in record.every_paragraph()]


def test_the_version_from_the_record_is_based_on_the_one_as_printed():
    record = Report.objects.get(reference="JC-2023-002")

    assert (record.kind, record.based_on.reference, record.based_on.kind) == (
        "from_the_record",
        "JC-2023-001",
        "as_printed",
    )


def test_the_record_draws_its_tables_live_and_types_no_sum_it_could_quote():
    document = document_of("JC-2023-002")
    blocks = [one.block for one in document.every_paragraph() if one.block]
    typed = [str(amount) for one in document.every_paragraph() for amount in typed_amounts(one.text)]

    assert blocks == [
        "funding.phase_cost",
        "funding.phase_cost",
        "funding.split",
        "funding.phase_funding",
        "funding.phase_funding",
        "funding.phase_funding",
        "funding.phase_funding",
        "governance.risk_table",
    ]
    assert typed == ["120000"]  # a saving the paper estimates and no row of the record computes


def drawn(reference, reader):
    """The report as its pages draw it, with the record's figures in it."""
    return documents.whole(Report.objects.get(reference=reference), viewer=reader, today=TODAY)


def test_every_figure_quoted_from_the_record_is_found_and_every_table_drawn(reader):
    shown = drawn("JC-2023-002", reader)
    paragraphs = list(shown.document.every_paragraph())

    assert [one.number for one in paragraphs if "figure-missing" in html_of(one) or one.is_missing] == []
    assert [one.table.title for one in paragraphs if one.table] == [
        "Table 1: Old themes, areas of the county deal and new themes",
        "Table 2: Phase 1 resource",
        "Table 3: Phase 2 resource",
        "Table 4: Shares agreed in 2022",
        "Table 5: Phase 1 funding 23/24",
        "Table 6: Phase 2 funding 24/25 (proposal)",
        "Table 7: Phase 1 funding 23/24",
        "Table 8: Phase 2 funding 24/25",
    ]
    quoted = {one.number: re.findall(r"£[\d,.]*\d", html_of(one)) for one in paragraphs if "[[" in one.text}
    assert quoted == {
        "2.5": ["£70,161.50"],
        "2.6": ["£357,747"],
        "4.20": ["£331,549"],
        "4.24": ["£140,323", "£70,161.50"],
        "4.25": ["£357,747"],
        "4.27": ["£331,549"],
        "4.30": ["£70,161", "£357,747"],
        "4.32": ["£358,000", "£253"],
        "6.1": ["£70,161", "£357,747"],
        "6.3": ["£358,000", "£253"],
    }


@BOTH
def test_nine_disagreements_stand_beside_either_version_and_nothing_keeps_it_from_print(reference, reader):
    shown = drawn(reference, reader)

    beside = checking.disagreements(shown.report, shown.live)

    assert (len(beside.sentences), beside.trouble) == (9, "")
    assert checking.all_wrong(shown) == beside
    assert checking.findings(shown) == ()


def test_the_sums_in_the_printed_sentences_are_those_held_as_stated():
    document = document_of("JC-2023-001")
    printed = [
        (one.number, amount)
        for one in document.every_paragraph()
        for amount in typed_amounts(one.text)
        if one.kind is not ParagraphKind.TABLE
    ]
    stated = StatedFigure.objects.filter(unit="pounds", table="", inferred=False).values_list(
        "paragraph", "value"
    )

    assert Counter(printed) == Counter(stated)


def test_the_sums_in_the_printed_tables_are_those_held_as_stated():
    document = document_of("JC-2023-001")
    texts = [one.text for one in document.every_paragraph() if one.kind is ParagraphKind.TABLE]
    tables = [markup.table_data(text, lambda token: None, "") for text in texts]
    printed = [
        int(row[1].replace(",", ""))
        for table in tables
        if table.numeric
        for row in (*table.rows, table.total)
    ]
    stated = [int(one.value) for one in StatedFigure.objects.filter(unit="pounds").exclude(table="")]

    assert printed == stated


@BOTH
def test_people_appear_by_role_only(reference):
    text = " ".join(one.text for one in document_of(reference).every_paragraph())

    assert re.findall(r"[\w.]+@[\w.]+|\b0\d{3,4} ?\d{5,}", text) == []


def test_every_house_style_names_its_sections_once_and_has_a_place_for_recommendations():
    for style in HouseStyle.objects.all():
        keys = [section["key"] for section in style.sections]
        assert len(keys) == len(set(keys))
        asked = [section["kind"] for section in style.sections].count("recommendations")
        assert asked in ((0,) if style.layout == HouseStyle.Layout.SLIDES else (1, 2))
        assert {section["kind"] for section in style.sections} <= set(SectionKind)


def test_the_report_has_the_sections_its_house_style_asks_for():
    style = HouseStyle.objects.get(code="joint-committee-2023")
    report = Report.objects.get(reference="JC-2023-001")

    assert [section["key"] for section in style.sections] == [
        section.key for section in report.sections.all()
    ]
    assert style.head_labels == [row.label for row in report.head_rows.all()]
