"""The city framework of 2018 as records: boards, strategies, goal and outcomes, findings, sign-off."""

import datetime
import re

import pytest

from governance.dashboard.queries.plan_page import plan_on_a_page
from governance.models import Clearance, Decision, Finding, Meeting, Report, Undertaking
from governance.reports.drawing import article
from governance.reports.drawing.paragraphs import html_of
from governance.reports.queries import checking
from partnerships.models import Board, Brand, Membership, Organisation, Partnership, Seat, Statement, Strategy
from programmes.models import ImpactAssessment
from tests.markup import tight
from tests.papers.facts import counted_in_files, sourced_rows

JUNE = datetime.date(2018, 6, 30)

pytestmark = pytest.mark.usefixtures("paper_001", "db")


def test_the_files_hold_what_the_paper_prints_and_nothing_twice():
    counted = counted_in_files("001")

    assert counted == {
        "partnerships.organisation": 5,
        "partnerships.partnership": 1,
        "partnerships.brand": 2,
        "partnerships.statement": 14,
        "partnerships.membership": 3,
        "partnerships.membershipstatus": 2,
        "partnerships.board": 15,
        "partnerships.seat": 2,
        "partnerships.strategy": 13,
        "programmes.impactassessment": 1,
        "funding.source": 1,
        "governance.decision": 5,
        "governance.report": 1,
        "governance.section": 20,
        "governance.paragraph": 48,
        "governance.clearance": 7,
        "governance.undertaking": 8,
        "governance.finding": 22,
    }
    assert len(sourced_rows()) == counted.total()


# --- Who and what there is ----------------------------------------------------------------


def test_five_outcome_boards_stand_in_june_2018_and_the_task_force_does_not_yet():
    standing = Board.objects.filter(Board.on(JUNE), partnership__isnull=False)

    assert list(standing.filter(kind="thematic_board").order_by("pk").values_list("name", flat=True)) == [
        "Children, Families and Learners Board",
        "Health and Wellbeing Board",
        "Safer Communities Board",
        "Derby Renaissance Board",
        "Culture and Leisure Board",
    ]
    assert set(standing.values_list("parent", flat=True)) == {None}
    later = Board.objects.filter(partnership__isnull=False).exclude(pk__in=standing)
    assert list(later.values_list("name", "inferred")) == [("Derby Partnership Task Force", True)]


def test_each_outcome_board_owns_its_strategy_and_the_last_owns_two():
    owned = {
        one.reference: one.strategies.count()
        for one in Board.objects.filter(kind="thematic_board").order_by("pk")
    }

    assert owned == {"CFL": 1, "HWB": 1, "SCB": 1, "DRB": 1, "CLB": 2}
    assert Strategy.objects.filter(board=None).count() == 7


def test_goal_vision_ambition_and_outcomes_are_those_of_the_plan_on_a_page():
    kinds = list(Statement.objects.values_list("kind", flat=True))

    assert {kind: kinds.count(kind) for kind in sorted(set(kinds))} == {
        "activity": 3, "ambition": 4, "goal": 1, "priority_outcome": 5, "vision": 1,
    }  # fmt: skip
    ambition = Statement.objects.get(kind="ambition", parent=None)
    assert ambition.children.count() == 3


def test_no_priority_outcome_is_linked_to_a_board_because_none_is_printed():
    assert set(Statement.objects.filter(kind="priority_outcome").values_list("parent", flat=True)) == {None}


def test_unnamed_partners_are_one_group_of_a_size_not_stated():
    group = Organisation.objects.get(kind="group_of_bodies")

    assert (group.name, group.members_counted) == ("Partners of the Derby Partnership", None)
    inferred = Membership.objects.filter(inferred=True).values_list("organisation__code", flat=True)
    assert list(inferred) == ["university-of-derby"]


def test_the_name_that_was_lost_is_a_retired_one():
    assert sorted(Brand.objects.values_list("name", "state")) == [
        ("Derby City Partnership", "retired"),
        ("Derby Partnership", "in_use"),
    ]


def test_the_coordinating_group_is_chaired_by_a_role():
    assert list(Seat.objects.values_list("role", "chairs", "state")) == [
        ("Director of Public Health", True, "filled"),
        ("Lead Officers of the thematic boards", False, "not_stated"),
    ]


def test_only_what_the_paper_reports_as_past_is_decided_with_its_printed_precision():
    found = Decision.objects.order_by("reference").values_list("decided_wording", "inferred")

    assert list(found) == [
        ("February 2018", True),
        ("March 2018", False),
        ("", False),
        ("", False),
        ("2015", False),
    ]
    assert Meeting.objects.count() == 0
    assert Report.objects.get().meeting is None


def test_the_request_to_all_five_boards_is_an_undertaking_of_each_that_nobody_gave_yet():
    asked = Undertaking.objects.filter(kind="officer_time")

    assert set(asked.values_list("state", "due_wording")) == {("asked", "June 2018")}
    assert sorted(asked.values_list("owner_role", flat=True)) == sorted(
        Board.objects.filter(kind="thematic_board").values_list("name", flat=True)
    )


def test_findings_stand_under_their_headings_with_needs_and_the_four_ranked_priorities():
    found = list(Finding.objects.values_list("group", "kind"))

    assert {one: found.count(one) for one in found} == {
        ("Needs agreed in February", "need"): 5,
        ("LGA Corporate Peer Review, 2017", "finding"): 1,
        ("LGA Corporate Peer Review, 2017", "need"): 1,
        ("Vision", "finding"): 3,
        ("Priorities", "finding"): 2,
        ("Priorities", "ranked_priority"): 4,
        ("Engagement", "finding"): 3,
        ("Communication", "finding"): 3,
    }
    ranked = Finding.objects.filter(kind="ranked_priority").order_by("order")
    assert [one.order for one in ranked] == [1, 2, 3, 4]
    assert ranked[0].wording == "Promote social mobility and tackle inequality"
    assert {bool(one.answer) for one in Finding.objects.filter(group="Needs agreed in February")} == {True}


def test_equality_is_still_to_be_assessed_project_by_project():
    one = ImpactAssessment.objects.get()

    assert (one.kind, one.state, one.due, one.done_on) == ("equality", "to_do", None, None)


def test_six_officers_signed_off_and_the_blank_role_waits():
    signed = Clearance.objects.order_by("pk").values_list("role", "state", "inferred")

    assert [role for role, state, _inferred in signed if state == "signed"] == [
        "Legal officer",
        "Financial officer",
        "Human Resources officer",
        "Service Director(s)",
        "Other(s): equality and diversity",
        "Other(s): performance and intelligence",
    ]
    assert [one for one in signed if one[1] != "signed"] == [("Estates/Property officer", "asked", True)]
    assert set(Clearance.objects.values_list("officer", "signed_at")) == {(None, None)}


# --- The report in its house style --------------------------------------------------------


def test_its_sections_are_those_of_its_house_style_one_by_one_in_report_and_appendices(shown):
    style = shown.report.house_style.sections
    document = shown.document

    assert [one.key for one in document.every_section()] == [part["key"] for part in style]
    assert [[one.key for one in appendix.sections] for appendix in document.appendices] == [
        [part["key"] for part in style if part.get("appendix") == number] for number in (1, 2, 3)
    ]
    assert [one.heading for one in document.sections[:5]] == [
        "SUMMARY",
        "RECOMMENDATIONS",
        "REASONS FOR RECOMMENDATIONS",
        "SUPPORTING INFORMATION",
        "OTHER OPTIONS CONSIDERED",
    ]
    assert [(one.label, one.title) for one in document.appendices] == [
        ("Appendix 1", "Implications"),
        ("Appendix 2", ""),
        ("Appendix 3", ""),
    ]


def test_no_heading_has_a_number_and_the_numbers_begin_again_in_appendix_1(shown):
    document = shown.document
    body = [one.number for section in document.sections for one in section.paragraphs if one.number]
    first = [
        one.number for section in document.appendices[0].sections for one in section.paragraphs if one.number
    ]

    assert {section.number for section in document.every_section()} == {""}
    assert body == [
        *("1.1", "1.2", "1.3", "2.1", "2.2", "3.1"),
        *(f"4.{n}" for n in range(1, 8)),
        "5.1",
    ]
    assert first == ["1.1", "2.1", "3.1", "4.1", "5.1", "5.2", "6.1", "7.1", "8.1", "9.1", "10.1"]


def test_the_numbers_are_those_of_the_paragraphs_they_were_taken_from(shown):
    sources = shown.report.sections.values_list("paragraphs__source", flat=True).order_by(
        "order", "paragraphs__order"
    )
    taken = [source.rpartition("paragraph ")[2] for source in sources if "paragraph " in source]

    assert [one.number for one in shown.document.every_paragraph() if one.number] == taken


def test_no_two_places_of_the_page_have_one_name_although_numbers_come_twice(shown):
    names = re.findall(r' id="([^"]+)"', article.draw(shown))

    assert len(names) == len(set(names))
    assert {"p1-1", "appendix-1-p1-1"} <= set(names)


def test_the_lettered_list_goes_on_after_the_sentence_between_its_halves(shown):
    drawn = next(
        html_of(paragraph) for paragraph in shown.document.every_paragraph() if paragraph.number == "4.6"
    )

    assert re.findall(r"<ol[^>]*>", drawn) == ['<ol type="a">', '<ol start="3" type="a">']


def test_the_approval_panel_has_the_papers_roles_in_order_one_of_them_blank(shown):
    panel = next(one for one in shown.document.sections if one.key == "approved-by")
    drawn = tight(article.draw(shown))
    rows = dict(re.findall(r'<th scope="row">([^<]+)</th><td>(?:<p>)?([^<\n]*)', drawn))

    assert [paragraph.text.partition(":")[0].strip("*") for paragraph in panel.paragraphs] == [
        "Legal officer",
        "Financial officer",
        "Human Resources officer",
        "Estates/Property officer",
        "Service Director(s)",
        "Other(s)",
    ]
    assert (rows["Estates/Property officer"], rows["Legal officer"]) == (
        "Not stated",
        "Head of Legal Services",
    )


# --- What it got wrong --------------------------------------------------------------------


def test_what_it_got_wrong_is_found_with_its_places_and_nothing_else(shown):
    found = checking.all_wrong(shown)

    approved, contact = "This report has been approved by the following officers", shown.document.sections[6]
    framework = "Derby Partnership Leadership and Governance Framework"
    assert [(sentence, [name for name, _place in places]) for sentence, places in found.sentences] == [
        (
            "One span of years is written 2018-19, 2018-2019 and 2018/19.",
            ["1.1", contact.heading, "The Derby Plan 2018/19"],
        ),
        ("One name is written Taskforce and Task Force.", ["1.3", "4.6"]),
        ("One name is written Wellbeing and Well Being.", ["2.1", "4.4"]),
        ("One name is written Co-ordinating and Coordinating.", ["4.6", framework]),
        (
            "A telephone number has 12 digits; in the United Kingdom one has 10 or 11.",
            [contact.heading],
        ),
        ("“Estates/Property officer” is blank.", [approved]),
    ]
    assert found.summary == "5 disagreements and 1 blank row in this paper, each beside its paragraphs"


def test_each_note_stands_at_a_place_of_the_page(shown):
    found = checking.all_wrong(shown)

    noted, elsewhere = article.with_notes(article.draw(shown), found.beside)

    assert (elsewhere, noted.count("margin-note no-print")) == ([], 11)


# --- The plan on a page -------------------------------------------------------------------


def test_the_plan_on_a_page_has_what_appendix_2_has():
    plan = plan_on_a_page(Partnership.objects.get(), JUNE)
    found = {band.label: [(item.words, item.under) for item in band.items] for band in plan.bands}

    assert list(found) == [
        "Ambition",
        "Vision",
        "Goal",
        "Priority outcomes",
        "Boards and their strategies",
        "Statutory boards",
        "Who leads and coordinates",
        "Strategies and plans besides",
    ]
    assert len(found["Ambition"][0][1]) == 3
    assert found["Boards and their strategies"] == [
        ("Children, Families and Learners Board", ("Derby Children & Young People’s Plan",)),
        ("Health and Wellbeing Board", ("Derby Health and Well Being Strategy",)),
        ("Safer Communities Board", ("Derby Community Safety Plan",)),
        ("Derby Renaissance Board", ("The Four Pillars: Derby’s Economic Growth Strategy",)),
        ("Culture and Leisure Board", ("Derby Culture Strategy", "Derby Leisure Strategy")),
    ]
    assert (len(found["Priority outcomes"]), len(found["Statutory boards"])) == (5, 2)
