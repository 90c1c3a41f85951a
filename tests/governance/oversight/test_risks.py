"""The risk register: scores with their words, unscored kept apart, assessments that stay."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from core.blocks import BlockContext, block
from core.change import change
from core.domain.periods import Quarter
from core.permissions import Role
from governance.models import Assessment, Risk
from tests.factories.governance_risks import AssessmentFactory, MatrixFactory, RiskFactory
from tests.factories.partnerships import BoardFactory, MembershipFactory, PartnershipFactory, person_with

BEFORE, NOW, TARGET = Assessment.Stage.BEFORE, Assessment.Stage.NOW, Assessment.Stage.TARGET
APRIL, JUNE, SEPTEMBER = (datetime.date(2026, month, 1) for month in (4, 6, 9))


@pytest.fixture
def matrix(db):
    return MatrixFactory(code="five", name="Joint five by five")


@pytest.fixture
def risk(partnership, matrix):
    return RiskFactory(partnership=partnership, matrix=matrix, reference="R-01", title="Posts stay vacant")


@pytest.fixture
def reader(client, chief_executive):
    client.force_login(chief_executive)
    return client


@pytest.fixture
def writer(client, manager):
    client.force_login(manager)
    return client


def scored(partnership, matrix, *scores, **values):
    """A risk whose assessments now, one a month from April, were these pairs of impact and likelihood."""
    risk = RiskFactory(partnership=partnership, matrix=matrix, **values)
    for month, (impact, likelihood) in enumerate(scores, start=4):
        AssessmentFactory(
            risk=risk, impact=impact, likelihood=likelihood, assessed_on=datetime.date(2026, month, 1)
        )
    return risk


def cells(page, reference):
    """The words of one line of the register."""
    line = next(row for row in page.context["rows"] if row.cells[0] == reference)
    return [str(cell).replace("</span>", "").rpartition('">')[2] for cell in line.cells]


def references(page):
    return [row.cells[0] for row in page.context["rows"]]


def form_of(risk, **values):
    kept = {
        "title": risk.title, "cause": "", "effect": "", "mitigation": "", "mitigation_due_on": "",
        "response": "not_stated", "owner": "", "owner_role": "", "lead": "", "matrix": risk.matrix_id,
        "action": "", "board": "", "phase": "", "raised_on": "", "review_on": "", "state": "open",
        "closed_on": "", "version": risk.version,
    }  # fmt: skip
    return kept | values


def answers(**values):
    return {
        "stage": "now",
        "impact": "4",
        "likelihood": "3",
        "assessed_on": "1/6/2026",
        "note": "",
        "version": "1",
    } | values


# --- The register ---------------------------------------------------------------------------


def test_a_line_shows_the_score_before_now_and_as_aimed_at_with_the_words_of_its_bands(
    reader, risk, partnership
):
    AssessmentFactory(risk=risk, stage=BEFORE, impact=5, likelihood=4, assessed_on=APRIL)
    AssessmentFactory(risk=risk, stage=NOW, impact=4, likelihood=3, assessed_on=APRIL)
    AssessmentFactory(risk=risk, stage=TARGET, impact=2, likelihood=2, assessed_on=APRIL)

    line = cells(reader.get("/p/tees/risks/"), "R-01")

    assert line == [
        "R-01", "Posts stay vacant", "Not stated",
        "20 Severe", "12 High", "4 Low", "First score", "Not stated",
    ]  # fmt: skip


def test_a_risk_nobody_scored_is_not_scored_and_sorts_after_the_lowest_score(
    reader, risk, partnership, matrix
):
    scored(partnership, matrix, (1, 1), reference="R-02")

    page = reader.get("/p/tees/risks/")

    assert references(page) == ["R-02", "R-01"]
    assert cells(page, "R-01")[3:7] == ["Not scored", "Not scored", "Not scored", ""]


def test_the_worst_comes_first_and_equals_by_reference(reader, partnership, matrix):
    scored(partnership, matrix, (3, 3), reference="R-01")
    scored(partnership, matrix, (5, 4), reference="R-02")
    scored(partnership, matrix, (3, 3), reference="R-03")

    assert references(reader.get("/p/tees/risks/")) == ["R-02", "R-01", "R-03"]


def test_a_band_ranks_before_a_figure_because_two_matrices_count_differently(reader, partnership, matrix):
    letters = MatrixFactory(
        code="letters",
        impact_words=["Low", "Medium", "High"],
        likelihood_words=["Low", "Medium", "High"],
        bands=[[1, "Low"], [3, "Medium"], [6, "High"]],
    )
    scored(partnership, letters, (3, 3), reference="R-01")
    scored(partnership, matrix, (3, 3), reference="R-02")

    page = reader.get("/p/tees/risks/")

    assert references(page) == ["R-01", "R-02"]
    assert [cells(page, one)[4] for one in references(page)] == ["9 High", "9 Medium"]


@pytest.mark.parametrize(
    ("scores", "words"),
    [
        ([(3, 3), (4, 4)], "Up from 9"),
        ([(4, 4), (3, 3)], "Down from 16"),
        ([(3, 3), (3, 3)], "No change"),
        ([(3, 3)], "First score"),
        ([(5, 5), (2, 2), (3, 3)], "Up from 4"),
    ],
)
def test_the_trend_compares_with_the_assessment_before(reader, partnership, matrix, scores, words):
    scored(partnership, matrix, *scores, reference="R-01")

    assert cells(reader.get("/p/tees/risks/"), "R-01")[6] == words


def test_closed_risks_are_left_out_until_asked_for(reader, partnership, matrix, risk):
    RiskFactory(partnership=partnership, matrix=matrix, reference="R-02", state="closed", closed_on=JUNE)

    assert references(reader.get("/p/tees/risks/")) == ["R-01"]
    assert references(reader.get("/p/tees/risks/?state=closed")) == ["R-02"]
    assert references(reader.get("/p/tees/risks/?state=all")) == ["R-01", "R-02"]


def test_the_register_is_narrowed_by_band_and_the_unscored_are_a_band_of_their_own(
    reader, partnership, matrix, risk
):
    scored(partnership, matrix, (5, 4), reference="R-02")
    scored(partnership, matrix, (4, 3), reference="R-03")

    assert references(reader.get("/p/tees/risks/?band=severe")) == ["R-02"]
    assert references(reader.get("/p/tees/risks/?band=high")) == ["R-03"]
    assert references(reader.get("/p/tees/risks/?band=medium")) == []
    assert references(reader.get("/p/tees/risks/?band=unscored")) == ["R-01"]


def test_the_register_is_narrowed_by_owner_and_by_review(reader, partnership, matrix):
    member = MembershipFactory(partnership=partnership, organisation__code="north").organisation
    today = timezone.localdate()
    late, soon, later = (today + datetime.timedelta(days=number) for number in (-1, 30, 31))
    RiskFactory(partnership=partnership, matrix=matrix, reference="R-01", owner=member, review_on=late)
    RiskFactory(partnership=partnership, matrix=matrix, reference="R-02", review_on=soon)
    RiskFactory(partnership=partnership, matrix=matrix, reference="R-03", review_on=later)

    assert references(reader.get("/p/tees/risks/?owner=north")) == ["R-01"]
    assert references(reader.get("/p/tees/risks/?review=overdue")) == ["R-01"]
    assert references(reader.get("/p/tees/risks/?review=soon")) == ["R-02"]
    assert references(reader.get("/p/tees/risks/?sort=review")) == ["R-01", "R-02", "R-03"]


def test_the_register_can_be_read_as_it_stood_at_the_end_of_a_quarter(reader, partnership, matrix):
    scored(partnership, matrix, (3, 3), (3, 3), (3, 3), (5, 5), reference="R-01")
    RiskFactory(partnership=partnership, matrix=matrix, reference="R-02", raised_on=SEPTEMBER)
    RiskFactory(partnership=partnership, matrix=matrix, reference="R-03", state="closed", closed_on=SEPTEMBER)

    page = reader.get("/p/tees/risks/?quarter=2026-27-q1")

    assert references(page) == ["R-01", "R-03"]
    assert cells(page, "R-01")[4] == "9 Medium"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("quarter=soon", "is not a quarter. Write it like Q1 2026/27."),
        ("band=purple", "Choose the score now from the list."),
        ("sort=colour", "The risk register cannot be sorted by “colour”."),
        ("ref=R-01", "This list has no filter called “ref”."),
    ],
)
def test_an_address_that_is_no_filter_is_answered_with_a_sentence(reader, risk, query, sentence):
    page = reader.get(f"/p/tees/risks/?{query}")

    assert page.status_code == 400
    assert sentence in page.content.decode()


def test_a_partnership_without_risks_says_none_recorded_and_offers_to_add_one(client, partnership, manager):
    client.force_login(manager)

    page = client.get("/p/tees/risks/").content.decode()

    assert "None recorded." in page
    assert "/p/tees/risks/add/" in page


def test_a_reader_is_not_offered_to_add_one(reader, partnership):
    assert b"/p/tees/risks/add/" not in reader.get("/p/tees/risks/").content


@pytest.mark.parametrize("number", [1, 3])
def test_the_register_asks_the_database_as_often_for_one_risk_as_for_three(
    reader, partnership, matrix, django_assert_num_queries, number
):
    for _ in range(number):
        scored(partnership, matrix, (3, 3), (4, 4))

    with django_assert_num_queries(9):
        assert len(references(reader.get("/p/tees/risks/"))) == number


# --- One risk -------------------------------------------------------------------------------


def test_a_risk_shows_its_scores_in_the_words_of_its_matrix(reader, risk):
    AssessmentFactory(risk=risk, impact=4, likelihood=3, assessed_on=APRIL)

    page = reader.get("/p/tees/risks/R-01/")

    assert [str(row.cells[2]) for row in page.context["scores"]] == [
        "",
        "Impact major, likelihood possible: 12 of 25",
        "",
    ]
    assert page.context["scores"][0].cells[1] == "Not scored"


def test_every_assessment_stays_in_the_order_it_was_given(reader, partnership, matrix):
    scored(partnership, matrix, (3, 3), (4, 4), reference="R-01")

    rows = reader.get("/p/tees/risks/R-01/").context["assessed"]["rows"]

    assert [(row.cells[0], row.cells[2], row.cells[3]) for row in rows] == [
        ("1 May 2026", "Major", "Likely"),
        ("1 April 2026", "Moderate", "Possible"),
    ]


def test_a_matrix_that_prints_likelihood_first_is_shown_so(reader, partnership):
    matrix = MatrixFactory(impact_first=False)
    scored(partnership, matrix, (4, 3), reference="R-01")

    assessed = reader.get("/p/tees/risks/R-01/").context["assessed"]

    assert [column.label for column in assessed["columns"]][2:4] == ["Likelihood", "Impact"]
    assert assessed["rows"][0].cells[2:4] == ("Possible", "Major")


def test_what_nobody_stated_is_called_not_stated_and_an_inferred_source_says_so(reader, risk):
    risk.source, risk.inferred = "JC-2023-001, paragraph 9.1", True
    risk.save()

    facts = dict(reader.get("/p/tees/risks/R-01/").context["facts"])

    assert {facts[name] for name in ("What could cause it", "Owner", "Raised", "Review due")} == {
        "Not stated"
    }
    assert facts["Where this comes from"] == "JC-2023-001, paragraph 9.1 (inferred)"
    assert facts["About"] == "The whole partnership"


def test_a_risk_about_a_board_leads_to_it(reader, risk, board):
    risk.board = board
    risk.save()

    facts = dict(reader.get("/p/tees/risks/R-01/").context["facts"])

    assert facts["About"] == '<a href="/p/tees/boards/JC/">Joint Committee</a>'


def test_a_review_that_is_late_is_said_above_the_facts(reader, risk):
    risk.review_on = timezone.localdate() - datetime.timedelta(days=1)
    risk.save()

    assert reader.get("/p/tees/risks/R-01/").context["warning"].startswith("The review was due on ")


def test_a_review_due_today_is_not_late(reader, risk):
    risk.review_on = timezone.localdate()
    risk.save()

    assert reader.get("/p/tees/risks/R-01/").context["warning"] == ""


def test_the_last_ten_changes_are_shown(reader, risk):
    for number in range(12):
        risk.mitigation = f"Step {number}"
        risk.save()

    assert len(reader.get("/p/tees/risks/R-01/").context["history"]) == 10


@pytest.mark.parametrize("number", [1, 3])
def test_one_risk_asks_the_database_as_often_however_often_it_was_assessed(
    reader, partnership, matrix, board, django_assert_num_queries, number
):
    risk = scored(partnership, matrix, *[(3, 3)] * number, reference="R-01", board=board)
    for step in range(number):
        risk.mitigation = f"Step {step}"
        risk.save()

    with django_assert_num_queries(9):
        reader.get("/p/tees/risks/R-01/")


# --- Adding, changing, assessing --------------------------------------------------------------


def added(risk, **values):
    """What the form for a new risk sends."""
    return {
        name: value for name, value in form_of(risk, **values).items() if name not in ("state", "closed_on")
    }


def test_a_new_risk_draws_the_next_reference_that_nobody_has(writer, risk, manager):
    page = writer.post("/p/tees/risks/add/", added(risk, title="Money runs out"))

    new = Risk.objects.get(title="Money runs out")
    assert (page.status_code, page.url) == (302, "/p/tees/risks/R-02/")
    assert (new.reference, new.state, new.history.get().history_user) == ("R-02", "open", manager)


def test_a_reference_is_not_given_again_after_its_risk_is_archived(writer, risk):
    writer.post("/p/tees/risks/add/", added(risk, title="Money runs out"))
    gone = Risk.objects.get(reference="R-02")
    gone.archived_at = timezone.now()
    gone.save()

    writer.post("/p/tees/risks/add/", added(risk, title="Posts cost more"))

    assert Risk.objects.get(title="Posts cost more").reference == "R-03"


def test_a_risk_without_a_title_comes_back_with_everything_typed(writer, risk):
    page = writer.post("/p/tees/risks/add/", added(risk, title="", cause="Long and careful words"))

    assert page.status_code == 422
    assert "Long and careful words" in page.content.decode()
    assert Risk.objects.count() == 1


def test_owner_action_board_and_phase_are_the_partnerships_own(writer, risk):
    elsewhere = BoardFactory()
    stranger = MembershipFactory().organisation

    page = writer.post("/p/tees/risks/R-01/edit/", form_of(risk, board=elsewhere.pk, owner=stranger.pk))

    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"board", "owner"}


def test_the_matrix_stays_once_a_risk_is_scored(writer, risk, matrix):
    AssessmentFactory(risk=risk)
    other = MatrixFactory()

    writer.post("/p/tees/risks/R-01/edit/", form_of(risk, matrix=other.pk, title="Posts are vacant"))

    risk.refresh_from_db()
    assert (risk.title, risk.matrix) == ("Posts are vacant", matrix)


def test_the_rule_about_the_matrix_holds_in_the_admin_too(risk):
    AssessmentFactory(risk=risk)
    risk.matrix = MatrixFactory()

    with pytest.raises(ValidationError, match="scored on its matrix"):
        risk.full_clean()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"state": "open", "closed_on": "1/6/2026"}, "An open risk has no closing date."),
        (
            {"state": "closed", "raised_on": "1/6/2026", "closed_on": "31/5/2026"},
            "The closing date must be on or after 1 June 2026",
        ),
    ],
)
def test_dates_that_cannot_be_are_refused_in_words(writer, risk, values, sentence):
    page = writer.post("/p/tees/risks/R-01/edit/", form_of(risk, **values))

    assert page.status_code == 422
    assert sentence in page.content.decode()


def test_a_stale_form_gets_the_conflict_page_with_both_versions(writer, risk, administrator):
    with change(by=administrator):
        other = Risk.objects.get(pk=risk.pk)
        other.title = "Posts are hard to fill"
        other.save()

    page = writer.post("/p/tees/risks/R-01/edit/", form_of(risk, title="Nobody applies"))

    assert page.status_code == 409
    assert "Posts are hard to fill" in page.content.decode()
    assert "Nobody applies" in page.content.decode()


def test_an_assessment_is_a_further_one_and_the_one_before_stays(writer, risk, manager):
    AssessmentFactory(risk=risk, number=1, impact=3, likelihood=3, assessed_on=APRIL)

    page = writer.post("/p/tees/risks/R-01/assess/", answers(note="Two posts filled"))

    assert (page.status_code, page.url) == (302, "/p/tees/risks/R-01/")
    kept = list(risk.assessments.order_by("number").values_list("number", "impact", "likelihood", "note"))
    assert kept == [(1, 3, 3, ""), (2, 4, 3, "Two posts filled")]
    assert risk.assessments.get(number=2).history.get().history_user == manager


def test_the_levels_are_offered_with_number_and_word(writer, risk):
    form = writer.get("/p/tees/risks/R-01/assess/").context["form"]

    assert form.fields["impact"].choices == [
        ("1", "1 Negligible"),
        ("2", "2 Minor"),
        ("3", "3 Moderate"),
        ("4", "4 Major"),
        ("5", "5 Critical"),
    ]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"impact": "6"}, "Choose the impact from the list."),
        ({"likelihood": ""}, "Choose the likelihood"),
        ({"assessed_on": "31/2/2026"}, "Day of the assessment must be a real date"),
        ({"assessed_on": "1/1/2099"}, "The day of the assessment must be today"),
    ],
)
def test_a_wrong_assessment_comes_back_with_everything_typed(writer, risk, values, sentence):
    page = writer.post("/p/tees/risks/R-01/assess/", answers(note="Two posts filled", **values))

    assert page.status_code == 422
    assert sentence in page.content.decode()
    assert "Two posts filled" in page.content.decode()
    assert risk.assessments.count() == 0


def test_a_closed_risk_is_opened_before_it_is_assessed(writer, risk):
    risk.state = "closed"
    risk.save()

    page = writer.post("/p/tees/risks/R-01/assess/", answers())

    assert page.status_code == 422
    assert "Open it again before assessing it." in page.content.decode()
    assert ("Assess", "/p/tees/risks/R-01/assess/") not in writer.get("/p/tees/risks/R-01/").context[
        "actions"
    ]


# --- Who may ----------------------------------------------------------------------------------

WRITING = ("/p/tees/risks/add/", "/p/tees/risks/R-01/edit/", "/p/tees/risks/R-01/assess/")
READING = ("/p/tees/risks/", "/p/tees/risks/map/", "/p/tees/risks/R-01/", "/p/tees/risks/R-01/history/")


@pytest.mark.parametrize("address", [*READING, *WRITING])
def test_a_stranger_is_told_there_is_no_such_page(client, risk, stranger, address):
    client.force_login(stranger)

    assert client.get(address).status_code == 404
    assert client.post(address, form_of(risk)).status_code in (404, 405)


@pytest.mark.parametrize(
    "role", [Role.CHIEF_EXECUTIVE, Role.OFFICER, Role.COMMITTEE_SECRETARY, Role.THEME_LEAD]
)
def test_readers_read_the_register_and_may_not_write_it(client, partnership, risk, role):
    client.force_login(person_with(role, partnership=partnership))

    assert [client.get(one).status_code for one in READING] == [200, 200, 200, 200]
    assert [client.get(one).status_code for one in WRITING] == [403, 403, 403]
    assert client.post("/p/tees/risks/R-01/assess/", answers()).status_code == 403
    assert client.get("/p/tees/risks/R-01/").context["actions"] == []


@pytest.mark.parametrize("role", [Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR])
def test_managers_and_administrators_write_it(client, partnership, risk, role):
    place = {} if role is Role.ADMINISTRATOR else {"partnership": partnership}
    client.force_login(person_with(role, **place))

    assert [client.get(one).status_code for one in [*READING, *WRITING]] == [200] * 7


def test_a_risk_of_another_partnership_is_neither_listed_nor_found(reader, risk):
    other = RiskFactory(partnership=PartnershipFactory(slug="elsewhere"), reference="R-77")

    assert references(reader.get("/p/tees/risks/")) == ["R-01"]
    assert reader.get("/p/tees/risks/R-77/").status_code == 404
    assert reader.get(f"/p/elsewhere/risks/{other.reference}/").status_code == 404


# --- The map ----------------------------------------------------------------------------------


def test_the_map_places_each_risk_in_its_cell_and_names_the_unscored(reader, partnership, matrix, risk):
    scored(partnership, matrix, (4, 3), reference="R-02", title="Energy prices")

    (found,) = reader.get("/p/tees/risks/map/").context["maps"]

    assert [word for word, _ in found["rows"]] == ["Almost certain", "Likely", "Possible", "Unlikely", "Rare"]
    possible = dict(found["rows"])["Possible"]
    assert [str(tag).rpartition(">")[0].rpartition(">")[2][:-6] for tag, _ in possible] == [
        "3 Low",
        "6 Medium",
        "9 Medium",
        "12 High",
        "15 High",
    ]
    assert [risks for _, risks in possible] == [(), (), (), (("R-02", "Energy prices"),), ()]
    assert found["unscored"] == (("R-01", "Posts stay vacant"),)


def test_the_map_shows_targets_when_asked_and_refuses_what_is_no_stage(reader, risk):
    AssessmentFactory(risk=risk, stage=TARGET, impact=1, likelihood=1, assessed_on=APRIL)

    (found,) = reader.get("/p/tees/risks/map/?stage=target").context["maps"]

    assert dict(found["rows"])["Rare"][0][1] == (("R-01", "Posts stay vacant"),)
    assert reader.get("/p/tees/risks/map/?stage=never").status_code == 400


@pytest.mark.parametrize("number", [1, 3])
def test_the_map_asks_the_database_as_often_for_one_risk_as_for_three(
    reader, partnership, matrix, django_assert_num_queries, number
):
    for _ in range(number):
        scored(partnership, matrix, (3, 3))

    with django_assert_num_queries(5):
        reader.get("/p/tees/risks/map/")


# --- Blocks: what other pages and reports show of risks ------------------------------------------


def drawn(key, partnership, viewer, **context):
    """A block's result and its HTML."""
    made = BlockContext(partnership=partnership, viewer=viewer, today=datetime.date(2026, 11, 1), **context)
    found = block(key)
    result = found.result(made)
    return found, result, found.draw(made, result)


def test_the_register_in_a_report_says_the_same_as_the_register_on_its_page(
    reader, partnership, matrix, risk, chief_executive
):
    scored(partnership, matrix, (4, 3), (5, 4), reference="R-02", title="Energy prices")

    found, result, html = drawn("governance.risks", partnership, chief_executive, surface="print")

    assert [row[0] for row in found.table(result).rows] == references(reader.get("/p/tees/risks/"))
    assert found.table(result).rows[0] == (
        "R-02", "Energy prices", "Not stated", "Not scored", "20 Severe", "Not scored",
    )  # fmt: skip
    assert "<a " not in html


def test_figures_about_risks_count_the_unscored_apart(partnership, matrix, risk, chief_executive):
    scored(partnership, matrix, (5, 4), reference="R-02")

    found, result, _ = drawn("governance.risks", partnership, chief_executive)

    printed = {name: figure.printed for name, figure in found.figures(result).items()}
    assert printed == {"open": "2", "low": "0", "medium": "0", "high": "0", "severe": "1", "unscored": "1"}


def test_a_report_of_a_past_quarter_shows_risks_as_they_stood_then(partnership, matrix, chief_executive):
    scored(partnership, matrix, (3, 3), (3, 3), (3, 3), (5, 5), reference="R-01")

    _, result, _ = drawn(
        "governance.risks", partnership, chief_executive, quarter=Quarter.parse("2026-27-q1")
    )

    assert result.flat.rows[0][4] == "9 Medium"


def test_a_committee_papers_table_prints_levels_as_words(partnership, matrix, risk, chief_executive):
    AssessmentFactory(risk=risk, stage=BEFORE, impact=5, likelihood=4, assessed_on=APRIL)

    found, result, _ = drawn("governance.risk_table", partnership, chief_executive)

    assert found.table(result).rows == (
        ("Posts stay vacant", "Critical", "Likely", "Not stated", "Not scored", "Not scored"),
    )


def test_a_table_of_no_risks_prints_none_recorded(partnership, chief_executive):
    found, result, html = drawn("governance.risk_table", partnership, chief_executive)

    assert found.table(result) is None
    assert "<p>None recorded.</p>" in html


def test_a_boards_page_shows_the_risks_about_it_and_no_others(partnership, risk, board, chief_executive):
    RiskFactory(partnership=partnership, reference="R-02", board=board)

    _, result, html = drawn("governance.board_risks", partnership, chief_executive, subject=board)

    assert [row.cells[0] for row in result.rows] == ["R-02"]
    assert 'href="/p/tees/risks/R-02/"' in html


def test_nobody_is_shown_risks_out_of_their_reach(partnership, risk, stranger):
    _, result, _ = drawn("governance.risks", partnership, stranger)

    assert result.rows == ()
