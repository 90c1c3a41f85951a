"""The Cabinet paper of February 2020 as records: who takes part, who pays, what it got wrong."""

import datetime
import re
from decimal import Decimal

import pytest

from funding.domain.print_rounding import PrintRounding, printed_as
from funding.domain.split import each_of
from funding.models import Contribution, CostLine, Phase, Split, StatedFigure
from funding.queries import Books, position, printed_beside, splits
from governance.models import Decision, Meeting, Report, Undertaking
from governance.reports.domain.checks import typed_amounts
from governance.reports.domain.repeats import departures
from governance.reports.drawing import article, paper
from governance.reports.queries import checking, documents
from partnerships.models import Board, MembershipStatus, Organisation, Partnership, Statement
from programmes.models import ImpactAssessment
from tests.papers.facts import TODAY, counted_in_files, document_of, sourced_rows

pytestmark = pytest.mark.usefixtures("paper_003", "db")


@pytest.fixture
def books(reader):
    """The paper's money."""
    return Books(Partnership.objects.get(), reader)


def test_the_files_hold_what_the_paper_prints_and_nothing_twice():
    counted = counted_in_files("003")

    assert counted == {
        "partnerships.organisation": 5,
        "partnerships.partnership": 1,
        "partnerships.statement": 37,
        "partnerships.strategy": 2,
        "partnerships.membership": 4,
        "partnerships.membershipstatus": 4,
        "partnerships.board": 5,
        "partnerships.seat": 2,
        "funding.phase": 2,
        "funding.costline": 1,
        "funding.source": 1,
        "funding.split": 1,
        "funding.share": 2,
        "funding.contribution": 1,
        "funding.statedfigure": 9,
        "governance.meeting": 2,
        "governance.decision": 3,
        "governance.undertaking": 1,
        "programmes.impactassessment": 1,
        "governance.report": 1,
        "governance.headrow": 4,
        "governance.section": 10,
        "governance.paragraph": 32,
    }
    assert len(sourced_rows()) == counted.total()


# --- Who takes part -----------------------------------------------------------------------


def test_interest_and_a_reserved_position_are_two_states_of_the_same_day_and_nobody_is_a_member():
    standings = {
        one.membership.organisation.code: (one.state, one.effective_from, one.inferred)
        for one in MembershipStatus.objects.all()
    }

    day = datetime.date(2020, 1, 10)
    assert standings == {
        "derbyshire-cc": ("expressed_interest", day, False),
        "derbyshire-districts": ("expressed_interest", day, False),
        "chesterfield-bc": ("expressed_interest", day, True),
        "derby-city-council": ("position_reserved", day, False),
    }


def test_the_eight_are_one_group_of_which_the_paper_names_one():
    group = Organisation.objects.get(code="derbyshire-districts")

    assert (group.kind, group.members_counted) == ("group_of_bodies", 8)
    assert [one.code for one in group.parts.all()] == ["chesterfield-bc"]


def test_the_sub_group_answers_to_the_chief_executives_and_the_steering_group_to_nobody_stated():
    parents = {
        one.reference: one.parent.reference if one.parent else None
        for one in Board.objects.filter(partnership__isnull=False)
    }

    assert parents == {"D2JC": None, "CEO": None, "SUB": "CEO", "SG": None}


def test_statements_are_counted_as_the_paper_counts_them():
    kinds = [one.kind for one in Statement.objects.all()]
    by_stream = [
        stream.children.filter(kind="activity").count()
        for stream in Statement.objects.filter(kind="workstream").order_by("order")
    ]

    assert {kind: kinds.count(kind) for kind in sorted(set(kinds))} == {
        "activity": 15, "focus_area": 5, "goal": 7, "principle": 5, "success_factor": 3, "workstream": 2,
    }  # fmt: skip
    assert by_stream == [10, 3]


# --- Money --------------------------------------------------------------------------------


def test_the_phases_have_names_of_their_own_and_the_second_one_sum_and_no_dates(books):
    phases = {one.reference: one for one in Phase.objects.all()}
    second = next(one for one in position(books).phases if one.phase.reference == "PH-2").phase

    assert [one.name for one in phases.values()] == [
        "Phase 1 of the consultants",
        "Phase 2 of the consultants",
    ]
    assert (second.first, second.last, second.cost) == (None, None, 350000)
    assert second.working == "£350,000 for the whole phase."
    assert second.period == "Six months, from a start still to be agreed"
    assert CostLine.objects.get().qualifier == "in_the_region_of"


def test_the_split_is_whole_and_each_of_the_eight_pays_an_eighth_of_their_share(books):
    held, (drawn,) = Split.objects.get(), splits(books)
    county, districts = drawn.shares

    assert held.total == Decimal(350000)
    assert held.total * Decimal("62.5") / 100 == county.amount == Decimal(218750)
    assert held.total * Decimal("37.5") / 100 == districts.amount == Decimal(131250)
    assert (county.amount + districts.amount, county.departure, districts.departure) == (held.total, 0, 0)
    assert each_of(districts.amount, districts.count) == (Decimal("16406.25"),) * 8
    assert districts.each == Decimal("16406.25")


def test_the_printed_17_000_is_the_exact_share_rounded_up_and_eight_of_it_are_too_much(books):
    each = splits(books)[0].shares[1].each
    printed = Contribution.objects.get()

    assert (printed.amount, printed.qualifier, printed.state) == (17000, "estimated", "proposed")
    assert str(printed.source_of_money) == "Reserves of Chesterfield Borough Council"
    assert printed_as(each, PrintRounding.UP, Decimal(1000)).printed == printed.amount
    assert printed.amount - each == Decimal("593.75")
    assert 8 * printed.amount == 136000 == 131250 + 4750
    assert 218750 + 8 * printed.amount == 354750


def test_printed_figures_stand_beside_the_record_with_what_lies_between(books):
    beside = {
        (one.stated.paragraph, one.stated.label): (one.printed, one.record, one.difference)
        for name in ("SP-1", "PH-2")
        for one in printed_beside(books, name)
    }

    assert beside == {
        ("4.3", "phase 2"): ("six months", "Not computed", "Nothing to compare with"),
        ("4.4", "district and borough councils"): ("all eight", "8", "None"),
        ("5.1", "the cost of phase 2"): ("in the region of £350,000", "£350,000", "None"),
        ("5.1", "the County Council’s share"): ("62.5%", "62.5%", "None"),
        ("5.1", "the share of the district and borough councils"): ("37.5%", "37.5%", "None"),
        ("5.1", "district and borough councils"): ("8 councils", "8", "None"),
        ("5.2", "Chesterfield Borough Council, one of the eight"): (
            "estimated to be £17,000",
            "£16,406.25",
            "£593.75 more printed, rounded up to the next £1,000",
        ),
    }


# --- Decisions ----------------------------------------------------------------------------


def test_only_what_the_paper_reports_as_past_is_decided():
    decisions = [
        (one.reference, one.decided_wording, one.state, one.inferred)
        for one in Decision.objects.order_by("reference")
    ]

    assert decisions == [
        ("D-01", "June 2019", "decided", False),
        ("D-02", "November 2019", "decided", True),
        ("D-03", "", "due", False),
    ]
    assert {str(one) for one in Meeting.objects.all()} == {
        "D2 Joint Committee for Economic Prosperity, 10 January 2020",
        "Cabinet, 25 February 2020",
    }


def test_the_key_decision_keeps_its_number_and_its_wards():
    wording = Decision.objects.get(reference="D-03").wording
    panel = [one.text for one in document_of("CAB-2020-001").sections[8].paragraphs]

    assert wording.startswith("Key decision 941. Wards affected: all.")
    assert panel == ["**Key decision number:** 941", "**Wards affected:** ALL"]


def test_equality_is_still_to_be_assessed():
    undertaking, assessment = Undertaking.objects.get(), ImpactAssessment.objects.get()

    assert (undertaking.kind, undertaking.state, undertaking.source[-3:]) == ("assess", "given", "6.1")
    assert (assessment.kind, assessment.state, assessment.subject) == ("equality", "to_do", "Phase 2")


# --- The report ---------------------------------------------------------------------------


def test_every_paragraph_gets_the_number_it_has_in_the_paper():
    document = document_of("CAB-2020-001")
    numbers = [one.number for one in document.every_paragraph() if one.number]
    counted = [len([1 for one in section.paragraphs if one.number]) for section in document.sections]

    named = [(one.number, one.id) for one in document.every_paragraph() if one.number]
    assert [number for number, source in named if not source.endswith(f" {number}")] == []
    assert (len(numbers), len(set(numbers))) == (26, 26)
    assert counted == [1, 4, 8, 4, 3, 1, 4, 1, 0, 0]


def test_the_sections_are_the_paper_s_with_their_numbers():
    assert [(one.number, one.heading) for one in document_of("CAB-2020-001").sections] == [
        ("1.0", "Purpose of report"),
        ("2.0", "Recommendations"),
        ("3.0", "Background and Phase 1"),
        ("4.0", "Phase 2 – Proposed Approach"),
        ("5.0", "Resource considerations"),
        ("6.0", "Equalities considerations"),
        ("7.0", "Recommendations"),
        ("8.0", "Reason for recommendations"),
        ("", "Decision information"),
        ("", "Document information"),
    ]


def test_section_7_says_what_section_2_says():
    document = document_of("CAB-2020-001")

    ((again, differ),) = departures(document)

    assert (again.number, again.repeats, differ) == ("7.0", "recommendations", ())
    assert [(one.text, one.verb) for one in document.sections[1].paragraphs] == [
        (one.text, one.verb) for one in again.paragraphs
    ]


def test_the_report_has_the_sections_and_the_head_its_house_style_asks_for():
    report = Report.objects.get()

    assert [part["key"] for part in report.house_style.sections] == [one.key for one in report.sections.all()]
    assert report.house_style.head_labels == [one.label for one in report.head_rows.all()]


def test_the_sums_in_the_printed_sentences_are_those_held_as_stated():
    printed = [
        (one.number, amount)
        for one in document_of("CAB-2020-001").every_paragraph()
        for amount in typed_amounts(one.text)
    ]

    assert printed == list(StatedFigure.objects.filter(unit="pounds").values_list("paragraph", "value"))


def test_two_things_stand_beside_the_paper_and_no_other(shown):
    found = checking.all_wrong(shown)

    assert found.sentences == (
        (
            "Paragraph 5.2 says £17,000 for Chesterfield Borough Council, one of the eight. The record says "
            "£16,406.25. They are £593.75 apart. Eight times £17,000 is £136,000, £4,750 more than the "
            "£131,250 they share.",
            (("5.2", "p5-2"),),
        ),
        ("The title carries the code LC000, in which no number was ever filled in.", (("title", "purpose"),)),
    )
    assert {one.place for one in found.beside} == {"p5-2", "purpose"}


def test_a_report_that_is_no_slides_is_set_as_a_report(reader):
    shown = documents.whole(Report.objects.get(), viewer=reader, today=TODAY, surface="print")

    assert '<div class="slides">' not in paper.sheet(shown, article.draw(shown))


def test_people_appear_by_role_only():
    text = " ".join(one.text for one in document_of("CAB-2020-001").every_paragraph())

    assert re.findall(r"[\w.]+@[\w.]+|\b0\d{3,4} ?\d{5,}", text) == []
    assert Report.objects.get().author_role == "Chief Executive"
