"""The slides of July 2021 as records: boards and their themes, members, roles, next steps, feedback."""

import datetime
import re

import pytest

from funding.models import StatedFigure
from governance.models import Decision, Finding, Meeting, Report
from governance.reports.drawing import article, paper
from governance.reports.queries import checking, documents
from partnerships.models import (
    Board,
    Membership,
    MembershipStatus,
    Organisation,
    Seat,
    Statement,
    Strategy,
    Theme,
    ThemeSet,
)
from programmes.models import Action, Plan
from tests.papers.facts import TODAY, counted_in_files, document_of, sourced_rows

pytestmark = pytest.mark.usefixtures("paper_004", "db")


def test_the_files_hold_what_the_slides_print_and_nothing_twice():
    counted = counted_in_files("004")

    assert counted == {
        "partnerships.organisation": 18,
        "partnerships.partnership": 1,
        "partnerships.brand": 2,
        "partnerships.statement": 27,
        "partnerships.strategy": 3,
        "partnerships.membership": 16,
        "partnerships.membershipstatus": 16,
        "partnerships.board": 11,
        "partnerships.seat": 16,
        "partnerships.themeset": 3,
        "partnerships.theme": 7,
        "programmes.plan": 1,
        "programmes.action": 8,
        "funding.statedfigure": 2,
        "governance.finding": 17,
        "governance.decision": 1,
        "governance.report": 1,
        "governance.headrow": 3,
        "governance.section": 14,
        "governance.paragraph": 19,
    }
    assert len(sourced_rows()) == counted.total()


# --- Who and what there is ----------------------------------------------------------------


def test_fifteen_lines_name_sixteen_parties():
    lines = [one.source.rpartition(" ")[2] for one in Membership.objects.order_by("pk")]

    assert len(lines) == Seat.objects.count() == 16
    assert len(set(lines)) == 15
    assert sorted(set(lines), key=lines.count)[-1] == "4"
    assert [one.organisation.code for one in Membership.objects.filter(source__endswith="line 4")] == [
        "rolls-royce",
        "tmuk",
    ]
    assert set(MembershipStatus.objects.values_list("state", flat=True)) == {"participating"}


def test_three_seats_have_the_role_the_slide_prints_and_no_other_role_is_made_up():
    roles = list(Seat.objects.order_by("order").values_list("role", flat=True))

    assert roles == ["Group leaders", "Vice Chancellor", "CX (Chief Executive)", *["Role not printed"] * 13]


def test_six_boards_stand_below_two_recovery_groups_and_no_parent_is_stated():
    boards = {one.reference: one for one in Board.objects.filter(partnership__isnull=False)}
    six = [one.board.reference for one in Theme.objects.filter(theme_set__reference="current")]

    assert six == ["REN", "CLT", "STC", "CFL", "HWB", "SAF"]
    assert set(boards) - set(six) == {"PB", "CRB", "ERSG", "SHG"}
    assert {one.parent for one in boards.values()} == {None}
    assert boards["PB"].effective_from == datetime.date(2020, 6, 1)


def test_a_board_that_was_called_otherwise_in_2018_says_so():
    renamed = [one.reference for one in Board.objects.all() if "framework of 2018" in one.terms]

    assert sorted(renamed) == ["CLT", "REN", "SAF", "STC"]


def test_themes_are_paired_with_their_boards_and_the_four_new_ones_have_no_names():
    pairs = [(one.name, one.board.name) for one in Theme.objects.filter(theme_set__reference="current")]

    assert pairs == [
        ("Our Economy", "Renaissance Board"),
        ("Our Culture", "Culture and Leisure and Tourism Board"),
        ("Our Community", "Stronger Community Board"),
        ("Our Learning", "Children Families and Learners Board"),
        ("Our Health and Well Being", "Health and Well Being Board"),
        ("Our Safety", "Safer Community Board"),
    ]
    assert ThemeSet.objects.get(reference="recovery").themes.count() == 0


def test_roles_principles_and_tiers_are_counted_as_the_slides_count_them():
    kinds = list(Statement.objects.values_list("kind", flat=True))
    roles = Statement.objects.filter(kind="role")

    assert {kind: kinds.count(kind) for kind in sorted(set(kinds))} == {
        "goal": 3, "key_element": 3, "need": 5, "principle": 6, "role": 9, "vision": 1,
    }  # fmt: skip
    assert [roles.filter(source__endswith=f"slide {slide}").count() for slide in (3, 6)] == [5, 4]


def test_the_evidence_base_is_held_as_something_still_to_come():
    one = Strategy.objects.get(kind="evidence_document")

    assert (one.name, one.source[-8:]) == ("Evidence base, to be refreshed against four themes", "slide 14")


# --- The plan -----------------------------------------------------------------------------


def test_the_next_steps_have_the_months_the_slide_prints_first_day_to_last():
    steps = [(one.original.wording, one.original.first, one.original.last) for one in Action.objects.all()]
    day = datetime.date

    assert steps == [
        ("June 2021", day(2021, 6, 1), day(2021, 6, 30)),
        ("July / August 2021", day(2021, 7, 1), day(2021, 8, 31)),
        ("July / August 2021", day(2021, 7, 1), day(2021, 8, 31)),
        ("August / September 2021", day(2021, 8, 1), day(2021, 9, 30)),
        ("September 2021", day(2021, 9, 1), day(2021, 9, 30)),
        ("October 2021", day(2021, 10, 1), day(2021, 10, 31)),
        ("November/December 2021", day(2021, 11, 1), day(2021, 12, 31)),
        ("March 2022", day(2022, 3, 1), day(2022, 3, 31)),
    ]
    plan = Plan.objects.get()
    assert (plan.starts_on, plan.ends_on) == (steps[0][1], steps[-1][2])


def test_a_step_is_overdue_after_the_last_day_of_its_window_and_not_before():
    one = Action.objects.get(reference="TD-02")

    assert [one.is_overdue(datetime.date(2021, month, 1)) for month in (7, 8, 9)] == [False, False, True]


def test_nobody_is_made_up_to_own_a_step():
    assert set(Action.objects.values_list("owner", "lead", "lead_role")) == {(None, None, "")}


# --- What people said, and what was decided -----------------------------------------------


def test_feedback_is_held_under_its_slide_and_traced_only_where_a_slide_answers_it():
    groups = list(Finding.objects.values_list("group", "kind").distinct().order_by("group"))
    answered = [
        (one.order, bool(one.answer)) for one in Finding.objects.filter(group="Shaping workshop, June 2021")
    ]

    assert groups == [
        ("Building Team Derby: reflections a year on", "finding"),
        ("Partnership workshops", "feedback"),
        ("Shaping workshop, June 2021", "feedback"),
    ]
    assert [Finding.objects.filter(group=group).count() for group, _ in groups] == [5, 7, 5]
    assert answered == [(1, True), (2, True), (3, True), (4, True), (5, False)]


def test_the_framework_agreed_is_the_one_decision_and_it_has_no_date():
    one = Decision.objects.get()

    assert (one.title, one.state, one.decided, one.board) == (
        "City Recovery Plan framework", "decided", None, None,
    )  # fmt: skip
    assert Meeting.objects.count() == 0


# --- The slides ---------------------------------------------------------------------------


def test_the_slides_have_their_headings_and_no_numbers():
    document = document_of("SCR-2021-001")

    assert [one.heading for one in document.sections] == [
        "Derby Partnership Board",
        "Role of Partnership Board",
        "Membership",
        "Complexity of our system",
        "Role of the City Council",
        "Building Team Derby: reflections a year on",
        "Team Derby: future context",
        "Current structure",
        "Feedback from partnership workshops",
        "Feedback from shaping workshop held in June 2021",
        "New model of partnership working",
        "Thematic outcome boards",
        "Next steps",
        "Principles of our work",
    ]
    assert {one.number for one in document.sections} == {""}
    assert {one.number for one in document.every_paragraph()} == {""}


def test_the_membership_slide_has_a_bullet_for_every_line():
    slide = document_of("SCR-2021-001").sections[2]

    assert len(re.findall(r"^- ", slide.paragraphs[0].text, re.MULTILINE)) == 15


def test_the_next_steps_slide_says_what_the_plan_holds():
    text = document_of("SCR-2021-001").sections[12].paragraphs[0].text

    assert text == "\n".join(f"- {one.title} – {one.original.wording}" for one in Action.objects.all())


def test_the_report_has_the_slides_and_the_head_its_house_style_asks_for():
    report = Report.objects.get()
    style = report.house_style

    assert [(part["key"], part["heading"]) for part in style.sections] == [
        (one.key, one.heading) for one in report.sections.all()
    ]
    assert (style.layout, style.head_labels) == ("slides", [one.label for one in report.head_rows.all()])


def test_six_themes_against_four_and_two_spellings_stand_beside_and_nothing_else_does(shown):
    found = checking.all_wrong(shown)
    drawn, elsewhere = article.with_notes(article.draw(shown), found.beside)

    assert [sentence for sentence, _ in found.sentences] == [
        "Slide 9 says 6 for themes. Slide 14 says 4. They are 2 apart.",
        "One name is written Well Being and Well-being.",
    ]
    assert {one.place for one in found.beside[:2]} == {"slide-9", "slide-14"}
    assert (elsewhere, drawn.count("margin-note")) == ([], 4)
    assert set(StatedFigure.objects.values_list("value", flat=True)) == {4, 6}


def test_each_slide_has_a_page_of_its_own_across(reader):
    shown = documents.whole(Report.objects.get(), viewer=reader, today=TODAY, surface="print")

    html = paper.sheet(shown, article.draw(shown))

    assert html.count('<div class="slides">') == 1
    assert re.findall(r"\.slides h2 \{[^}]*break-before: (\w+)", html) == ["page"]
    assert re.findall(r"\.slides \{\s*page: (\w+)", html) == ["wide"]


def test_people_appear_by_role_only():
    names = " ".join(Organisation.objects.values_list("name", flat=True))
    head = " ".join(one.value for one in Report.objects.get().head_rows.all())

    assert "One person, named on the slide; role not printed" in head
    assert re.findall(r"[\w.]+@[\w.]+", names + head) == []
