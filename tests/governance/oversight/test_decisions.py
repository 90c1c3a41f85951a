"""The register of decisions: what was decided, what is due, and on whose word."""

import datetime

import pytest

from core.blocks import BlockContext, block
from core.domain.windows import parse_window
from core.permissions import Role
from tests.factories.governance_risks import DecisionFactory
from tests.factories.partnerships import BoardFactory, person_with


def titles(page):
    return [row.cells[1] for row in page.context["rows"]]


@pytest.fixture
def reader(client, chief_executive):
    client.force_login(chief_executive)
    return client


def test_decisions_are_listed_newest_first_and_those_still_due_last(reader, partnership):
    DecisionFactory(partnership=partnership, title="Older", decided=parse_window("March 2018"))
    DecisionFactory(
        partnership=partnership, title="Due", decided=None, state="due", due_on=datetime.date(2026, 7, 20)
    )
    DecisionFactory(partnership=partnership, title="Newer", decided=parse_window("4 April 2022"))

    page = reader.get("/p/tees/decisions/")

    assert titles(page) == ["Newer", "Older", "Due"]


def test_a_date_is_printed_as_precisely_as_it_was_given(reader, partnership):
    DecisionFactory(partnership=partnership, decided=parse_window("March 2018"))

    page = reader.get("/p/tees/decisions/")

    assert page.context["rows"][0].cells[3] == "March 2018"


def test_a_decision_whose_day_has_passed_is_no_longer_said_to_be_due(
    reader, partnership, board, chief_executive
):
    DecisionFactory(
        partnership=partnership, reference="D-03", board=board, decided=None, state="due",
        due_on=datetime.date(2020, 2, 25),
    )  # fmt: skip
    context = BlockContext(
        partnership=partnership, viewer=chief_executive, today=datetime.date(2020, 2, 26), subject=board
    )

    listed = reader.get("/p/tees/decisions/").context["rows"][0].cells
    facts = dict(reader.get("/p/tees/decisions/D-03/").context["facts"])
    (boards,) = block("governance.board_decisions").result(context).flat.rows

    assert listed[3:] == ("Not stated", "Was due; outcome not stated", "25 February 2020")
    assert (facts["State"], facts["Decided"]) == ("Was due; outcome not stated", "Not stated")
    assert boards[3] == "Was due 25 February 2020; outcome not stated"


@pytest.mark.parametrize(("state", "words"), [("decided", "Not stated"), ("due", "Not yet")])
def test_a_decision_without_a_date_is_not_stated_when_taken_and_not_yet_when_due(
    reader, partnership, state, words
):
    DecisionFactory(partnership=partnership, decided=None, state=state)

    assert reader.get("/p/tees/decisions/").context["rows"][0].cells[3] == words


def test_a_partnership_without_decisions_says_none_recorded(reader, partnership):
    page = reader.get("/p/tees/decisions/")

    assert "None recorded." in page.content.decode()


def test_the_list_is_narrowed_by_state_and_by_board(reader, partnership, board):
    DecisionFactory(partnership=partnership, title="Theirs", board=board)
    DecisionFactory(partnership=partnership, title="Due there", board=board, state="due")
    DecisionFactory(partnership=partnership, title="Elsewhere", board=BoardFactory(partnership=partnership))

    assert titles(reader.get("/p/tees/decisions/?board=JC&sort=reference")) == ["Theirs", "Due there"]
    assert titles(reader.get("/p/tees/decisions/?board=JC&state=due")) == ["Due there"]


def test_a_filter_in_force_can_be_taken_off_again(reader, partnership, board):
    page = reader.get("/p/tees/decisions/?board=JC&state=due&sort=due")

    assert [(chip.label, chip.url) for chip in page.context["chips"]] == [
        ("State: Due", "?sort=due&board=JC"),
        ("Board: Joint Committee", "?sort=due&state=due"),
    ]
    assert "Nothing in the list of decisions matches these filters." in page.content.decode()


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("colour=red", "This list has no filter called “colour”."),
        ("sort=colour", "The list of decisions cannot be sorted by “colour”."),
        ("state=approved", "Choose the state from the list."),
        ("board=JC2", "Choose the board from the list."),
    ],
)
def test_an_address_that_is_no_filter_is_answered_with_a_sentence(reader, partnership, query, sentence):
    page = reader.get(f"/p/tees/decisions/?{query}")

    assert page.status_code == 400
    assert sentence in page.content.decode()


def test_a_decision_shows_what_was_decided_and_where_that_is_written(reader, partnership, board):
    DecisionFactory(
        partnership=partnership,
        reference="D-07",
        wording="The county hosts the team.",
        board=board,
        minute="22/14",
        source="JC-2023-001, paragraph 4.22",
        inferred=True,
    )

    facts = dict(reader.get("/p/tees/decisions/D-07/").context["facts"])

    assert facts["As decided"] == "The county hosts the team."
    assert str(facts["Board"]) == "Joint Committee"
    assert facts["Minute"] == "22/14"
    assert facts["Where this comes from"] == "JC-2023-001, paragraph 4.22 (inferred)"


def test_what_nobody_stated_is_called_not_stated(reader, partnership):
    DecisionFactory(partnership=partnership, reference="D-07", decided=None)

    facts = dict(reader.get("/p/tees/decisions/D-07/").context["facts"])

    assert {facts[name] for name in ("As decided", "Board", "Meeting", "Decided", "Minute")} == {"Not stated"}


def test_decisions_of_another_partnership_are_not_there(client, partnership, stranger):
    DecisionFactory(partnership=partnership, reference="D-07")
    client.force_login(stranger)

    for tail in ("", "D-07/", "D-07/history/"):
        assert client.get(f"/p/tees/decisions/{tail}").status_code == 404


def test_a_decision_of_another_partnership_is_not_listed_here(reader, partnership):
    DecisionFactory(title="Somebody else's")

    assert titles(reader.get("/p/tees/decisions/")) == []


def test_a_page_that_the_list_has_not_got_is_not_found(reader, partnership):
    assert reader.get("/p/tees/decisions/?page=2").status_code == 404


def test_history_is_read_by_all_and_restored_by_a_secretary(client, partnership, chief_executive):
    DecisionFactory(partnership=partnership, reference="D-07")
    client.force_login(chief_executive)
    assert client.get("/p/tees/decisions/D-07/history/").status_code == 200
    assert client.post("/p/tees/decisions/D-07/history/", {"version": "1"}).status_code == 403

    client.force_login(person_with(Role.COMMITTEE_SECRETARY, partnership=partnership))

    assert client.post("/p/tees/decisions/D-07/history/", {"version": "1"}).status_code == 302


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_database_as_often_for_one_decision_as_for_three(
    reader, partnership, board, django_assert_num_queries, number
):
    for _ in range(number):
        DecisionFactory(partnership=partnership, board=board)

    with django_assert_num_queries(7):
        assert len(reader.get("/p/tees/decisions/").context["rows"]) == number


@pytest.mark.parametrize("changes", [1, 3])
def test_one_decision_asks_the_database_as_often_however_often_it_changed(
    reader, partnership, board, django_assert_num_queries, changes
):
    decision = DecisionFactory(partnership=partnership, reference="D-07", board=board)
    for number in range(changes):
        decision.minute = f"22/{number}"
        decision.save()

    with django_assert_num_queries(7):
        reader.get("/p/tees/decisions/D-07/")


def test_a_board_is_shown_what_it_decided_and_what_it_is_to_decide(partnership, board, chief_executive):
    DecisionFactory(partnership=partnership, reference="D-01", title="Host", board=board)
    DecisionFactory(
        partnership=partnership, reference="D-02", title="Split", board=board, state="due", decided=None,
        due_on=datetime.date(2026, 7, 20),
    )  # fmt: skip
    DecisionFactory(partnership=partnership, reference="D-03")
    found = block("governance.board_decisions")
    context = BlockContext(
        partnership=partnership, viewer=chief_executive, today=datetime.date(2026, 7, 1), subject=board
    )

    result = found.result(context)

    assert found.table(result).rows == (
        ("D-01", "Host", "Joint Committee", "4 April 2022", "Decided"),
        ("D-02", "Split", "Joint Committee", "Due 20 July 2026", "Due"),
    )
    assert {name: figure.value for name, figure in found.figures(result).items()} == {
        "decided": 1, "deferred": 0, "due": 1, "superseded": 0,
    }  # fmt: skip
