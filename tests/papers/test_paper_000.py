"""The university agreement of September 2023 as records: whole, sourced, no more and no less than it says."""

import re

import pytest

from funding.models import Phase, Source
from governance.models import Decision, Meeting, Risk, Undertaking
from governance.reports.drawing import article
from governance.reports.queries import checking
from partnerships.domain.agreement_lifecycle import AgreementState
from partnerships.models import (
    Agreement,
    Board,
    Membership,
    MembershipStatus,
    Statement,
    Strategy,
    Theme,
)
from programmes.models import ImpactAssessment
from tests.markup import tight
from tests.papers.facts import counted_in_files, sourced_rows

pytestmark = pytest.mark.usefixtures("paper_000", "db")


def test_the_files_hold_what_the_paper_prints_and_nothing_twice():
    counted = counted_in_files("000")

    assert counted == {
        "partnerships.organisation": 2,
        "partnerships.partnership": 1,
        "partnerships.statement": 4,
        "partnerships.strategy": 6,
        "partnerships.membership": 2,
        "partnerships.membershipstatus": 2,
        "partnerships.agreement": 1,
        "partnerships.signatory": 2,
        "partnerships.board": 3,
        "partnerships.seat": 4,
        "partnerships.themeset": 1,
        "partnerships.theme": 5,
        "programmes.plan": 1,
        "programmes.impactassessment": 6,
        "funding.source": 1,
        "funding.phase": 1,
        "governance.risk": 2,
        "governance.assessment": 4,
        "governance.meeting": 1,
        "governance.decision": 2,
        "governance.report": 1,
        "governance.headrow": 5,
        "governance.section": 14,
        "governance.paragraph": 34,
        "governance.undertaking": 4,
    }
    assert len(sourced_rows()) == counted.total()


# --- Nothing decided that is only recommended ---------------------------------------------


def test_the_agreement_is_proposed_and_nobody_has_signed_or_may_sign_it():
    agreement = Agreement.objects.get()

    assert (agreement.state, agreement.legal_effect) == (AgreementState.PROPOSED, "not_legally_binding")
    assert (agreement.starts, agreement.ends, agreement.review) == (None, None, None)
    signed = agreement.signatories.values_list("organisation__code", "role", "state", "signed_on")
    assert sorted(signed) == [
        ("chesterfield-bc", "Leader of the Council", "recommended", None),
        ("university-of-derby", "", "not_stated", None),
    ]


def test_only_what_the_paper_reports_as_past_is_decided_and_no_day_is_made_up():
    decided = Decision.objects.order_by("reference").values_list("source", "board", "decided_wording")

    assert list(decided) == [
        ("Cabinet, 19 September 2023, paragraph 4.1", None, ""),
        ("Cabinet, 19 September 2023, paragraphs 4.8 and 9.3", None, ""),
    ]
    assert Meeting.objects.get().decisions.count() == 0


def test_both_members_stand_where_the_paper_has_them_which_is_inferred():
    assert set(Membership.objects.values_list("pays", "votes")) == {(None, None)}
    standings = MembershipStatus.objects.values_list("state", "inferred", "effective_from")
    assert list(standings) == [("expressed_interest", True, None)] * 2


# --- Who and what there is ----------------------------------------------------------------


def test_three_ambitions_and_five_themes_are_held_in_the_papers_order():
    ambitions = Statement.objects.filter(kind="ambition").order_by("order")

    assert [one.order for one in ambitions] == [1, 2, 3]
    assert [(one.reference, one.theme_set.state) for one in Theme.objects.order_by("order")] == [
        ("HW", "proposed"),
        ("IR", "proposed"),
        ("EL", "proposed"),
        ("BP", "proposed"),
        ("AI", "proposed"),
    ]


def test_the_commitment_is_held_as_a_goal_by_inference_only():
    inferred = Statement.objects.filter(inferred=True).values_list("kind", "title")

    assert list(inferred) == [("goal", "Overarching commitment")]


def test_strategies_projects_and_evidence_are_told_apart():
    found = Strategy.objects.values_list("kind", "name")

    assert sorted(found) == [
        (
            "evidence_document",
            "University of Derby and Chesterfield Borough Council – Delivering a shared ambition",
        ),
        ("existing_project", "Construction Skills Hub"),
        ("existing_project", "Derbyshire Rail Industry Innovation Vehicle (DRIIVe)"),
        ("strategy", "Council plan"),
        ("strategy", "Skills Action Plan (2023-27)"),
        ("strategy", "Strategic plan"),
    ]


def test_the_meetings_of_both_heads_are_quarterly_and_answer_to_nobody_stated():
    forum = Board.objects.get(reference="CEVC")

    assert (forum.cadence, forum.parent, forum.kind) == ("Quarterly", None, "forum")
    assert list(forum.seats.values_list("role", "organisation__code", "state")) == [
        ("Chief Executive", "chesterfield-bc", "filled"),
        ("Vice-Chancellor", "university-of-derby", "filled"),
        ("Senior colleagues, as appropriate", "chesterfield-bc", "not_stated"),
        ("Senior colleagues, as appropriate", "university-of-derby", "not_stated"),
    ]


def test_the_dedicated_resource_has_a_source_and_no_amount():
    assert Source.objects.get().name == "Markham Vale business rates retention"
    phase = Phase.objects.get()
    assert (phase.state, phase.posts.count(), phase.options.count()) == ("not_stated", 0, 0)


def test_assessments_stand_as_the_paper_has_them_for_agreement_and_projects():
    found = ImpactAssessment.objects.order_by("reference").values_list("kind", "state")

    assert list(found) == [
        ("equality", "not_needed"),
        ("equality", "to_do"),
        ("equality", "preliminary"),
        ("climate", "not_needed"),
        ("climate", "to_do"),
        ("climate", "done"),
    ]
    assert {one.done_on for one in ImpactAssessment.objects.all()} == {None}


def test_both_risks_are_scored_before_and_after_as_the_table_prints_them():
    scored = {
        risk.reference: [
            risk.matrix.impact_words[one.impact - 1][0] + risk.matrix.likelihood_words[one.likelihood - 1][0]
            for one in risk.assessments.order_by("number")
        ]
        for risk in Risk.objects.all()
    }

    assert scored == {"R-01": ["LL", "LL"], "R-02": ["MM", "ML"]}


def test_what_is_to_be_reported_and_assessed_later_is_an_undertaking_with_its_paragraph():
    found = Undertaking.objects.order_by("reference").values_list("kind", "state", "source")

    assert [(kind, state, source.rpartition(" ")[2]) for kind, state, source in found] == [
        ("report_back", "given", "7.1"),
        ("assess", "given", "10.1"),
        ("assess", "given", "11.1"),
        ("officer_time", "asked", "4.11"),
    ]


# --- The report in its house style --------------------------------------------------------


def test_its_sections_are_those_of_its_house_style_one_by_one(shown):
    style = shown.report.house_style.sections
    sections = shown.document.sections

    assert [(one.key, one.heading, one.kind.value) for one in sections] == [
        (part["key"], part["heading"], part["kind"]) for part in style
    ]
    assert [one.number for one in sections] == [*(f"{n}.0" for n in range(1, 13)), "", ""]
    assert [one.label for one in shown.document.head][:5] == shown.report.house_style.head_labels


def test_its_paragraphs_get_the_numbers_the_paper_has_from_their_place_alone(shown):
    numbers = [one.number for one in shown.document.every_paragraph() if one.number]
    held = shown.report.sections.values_list("paragraphs__source", flat=True).order_by(
        "order", "paragraphs__order"
    )

    assert numbers == [source.rpartition(" ")[2] for source in held if ", paragraph " in source]
    assert numbers[-4:] == ["10.1", "10.2", "11.1", "11.2"]
    assert [(one.number, one.verb) for one in shown.document.recommendations()] == [
        ("2.1", "Note"),
        ("2.2", "Approve"),
        ("2.3", "Endorse"),
    ]


def test_its_risk_table_has_the_columns_of_its_house_style_in_their_order(shown):
    table = next(one.table for one in shown.document.every_paragraph() if one.table)
    printed = [heading.removesuffix(" after") for heading in table.headings]

    assert printed == shown.report.house_style.risk_headings
    assert [(row[1:3], row[4:]) for row in table.rows] == [
        (("L", "L"), ("L", "L")),
        (("M", "M"), ("M", "L")),
    ]


def test_its_end_panels_are_drawn_as_rows_and_a_blank_one_says_so(shown):
    drawn = tight(article.draw(shown))
    rows = re.findall(r'<th scope="row">([^<]+)</th><td>(?:<p>)?([^<\n]*)', drawn)

    assert rows[6:] == [
        ("Key decision number", "Not stated"),
        ("Wards affected", "Not stated"),
        ("Report author", "Executive Director; Service Director – Economic Growth"),
        ("Background documents", "Not stated"),
        ("Appendices to the report", ""),
    ]


# --- What it got wrong --------------------------------------------------------------------


def test_what_it_got_wrong_is_found_with_its_places_and_nothing_else(shown):
    found = checking.all_wrong(shown)

    assert found.summary == "3 disagreements and 3 blank rows in this paper, each beside its paragraphs"
    assert [(sentence, [name for name, _place in places]) for sentence, places in found.sentences] == [
        ("One name is written DRIIVe and DRIIVE.", ["4.8", "6.1"]),
        ("The text cites Appendix A. The list of appendices calls it Appendix 1.", ["2.1", "4.2"]),
        ("The text cites Appendix B. The list of appendices calls it Appendix 2.", ["2.2", "4.5"]),
        (
            "“Key decision number” is blank, although its notice of 28 days is printed.",
            ["Decision information"],
        ),
        ("“Wards affected” is blank.", ["Decision information"]),
        (
            "“Background documents” is blank, although its notice of 4 years is printed.",
            ["Document information"],
        ),
    ]


def test_each_note_stands_at_a_place_of_the_page_and_none_of_them_prints(shown):
    found = checking.all_wrong(shown)
    bare = article.draw(shown)
    noted, elsewhere = article.with_notes(bare, found.beside)

    assert elsewhere == []
    assert noted.count('<aside class="margin-note no-print">') == len(found.beside) == 9
    assert "<aside" not in bare
