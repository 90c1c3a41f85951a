"""The decision behind a date change: named later, changed, taken out, and read wherever the move is."""

from datetime import date

import pytest

from core.change import change
from core.domain.windows import DateWindow, parse_window
from core.permissions import Role
from governance.models import DecidedMove
from governance.oversight.domain.ties import WHY_NOT
from programmes.domain.moves import DateMoveState
from tests.factories.governance_risks import DecidedMoveFactory, DecisionFactory
from tests.factories.partnerships import BoardFactory, person_with
from tests.factories.programmes import ActionFactory, DateChangeFactory, PlanFactory

JULY = date(2026, 7, 20)
PAGE = "/p/tees/actions/ES-01/moves/1/"
FORM = f"{PAGE}decision/"


@pytest.fixture
def action(partnership):
    return ActionFactory(
        plan=PlanFactory(partnership=partnership), partnership=partnership, reference="ES-01"
    )


@pytest.fixture
def move(action, board):
    """From June to September, approved by the joint committee on 20 July 2026."""
    return DateChangeFactory(
        action=action, number=1, state="approved", board=board, decided_on=JULY, minute="14.2"
    )


@pytest.fixture
def decision(partnership, board):
    """Taken by the same board on the same day."""
    return DecisionFactory(
        partnership=partnership, reference="D-07", title="Later desk", board=board,
        decided=DateWindow.day(JULY),
    )  # fmt: skip


@pytest.fixture
def reader(client, secretary):
    client.force_login(secretary)
    return client


def sent(page, **given):
    return {"version": page.context["form"]["version"].value() or "", "do": "tie", **given}


def tie(client, decision, **given):
    return client.post(FORM, sent(client.get(FORM), decision=decision.pk, **given))


def test_the_decision_is_tied_from_the_date_change_and_read_there(reader, move, decision):
    answer = tie(reader, decision)
    page = reader.get(PAGE)

    assert answer.headers["Location"] == PAGE
    assert DecidedMove.objects.get().decision == decision
    assert '<a href="/p/tees/decisions/D-07/">D-07 Later desk</a>' in page.content.decode()
    assert f'<a href="{FORM}">Name another decision, or none</a>' in page.content.decode()


def test_decisions_of_the_board_and_day_are_offered_before_all_others(reader, partnership, move, decision):
    DecisionFactory(partnership=partnership, reference="D-01", title="Old", decided=parse_window("May 2026"))
    DecisionFactory(partnership=partnership, reference="D-02", state="due", decided=None)
    DecisionFactory(reference="D-03", title="Somebody else's")

    offered = reader.get(FORM).context["form"]["decision"].field.choices

    assert [(group, [label for _, label in rows]) for group, rows in list(offered)[1:]] == [
        ("Joint Committee, 20 July 2026", ["D-07 Later desk (Joint Committee, 20 July 2026)"]),
        ("Other decisions of this partnership", ["D-01 Old (May 2026)"]),
    ]


def test_where_the_board_recorded_nothing_that_day_the_form_says_so(reader, move):
    form = reader.get(FORM).context["form"]

    assert form["decision"].help_text.startswith("None of this board and day is recorded.")


def test_a_decision_of_another_partnership_is_refused(reader, move):
    answer = tie(reader, DecisionFactory(reference="D-03"))

    assert answer.status_code == 422
    assert DecidedMove.objects.count() == 0


def test_the_row_itself_refuses_a_decision_of_another_partnership(move):
    row = DecidedMove(move=move, decision=DecisionFactory(reference="D-03"))

    with pytest.raises(Exception, match="This decision belongs to another partnership") as refused:
        row.full_clean()

    assert list(refused.value.message_dict) == ["decision"]


def test_no_decision_chosen_is_a_sentence(reader, move, decision):
    answer = reader.post(FORM, sent(reader.get(FORM), decision=""))

    assert answer.status_code == 422
    assert "Choose the decision." in answer.content.decode()


@pytest.mark.parametrize("state", ["proposed", "refused", "applied"])
def test_a_move_no_board_let_stand_takes_no_decision(client, manager, action, decision, state):
    DateChangeFactory(action=action, number=1, state=state)
    client.force_login(manager)

    page = client.get(FORM)
    answer = client.post(FORM, {"decision": decision.pk, "do": "tie"})

    assert page.context["why_not"] == WHY_NOT[DateMoveState(state)]
    assert WHY_NOT[DateMoveState(state)] in page.content.decode()
    assert answer.status_code == 422
    assert DecidedMove.objects.count() == 0


def test_a_tie_is_taken_out_and_comes_back_as_the_same_row_with_its_history(reader, move, decision):
    tie(reader, decision)
    reader.post(
        FORM, sent(reader.get(FORM), decision=decision.pk, do="untie", change_reason="The wrong one.")
    )
    row = DecidedMove.objects.get()

    assert row.archived_at is not None
    assert "No recorded decision is tied to this date change." in reader.get(PAGE).content.decode()

    tie(reader, decision)
    row.refresh_from_db()
    reasons = [one.history_change_reason for one in row.history.order_by("history_id")]
    assert (row.archived_at, row.version) == (None, 3)
    assert reasons == ["", "The wrong one.", ""]
    assert len(reader.get(FORM).context["history"]) == 3


def test_a_decision_that_was_put_off_since_can_be_taken_out(reader, move, decision):
    tie(reader, decision)
    decision.refresh_from_db()
    with change():
        decision.state = "deferred"
        decision.save()

    refused = tie(reader, decision)
    answer = reader.post(FORM, sent(reader.get(FORM), decision="", do="untie"))

    assert (refused.status_code, answer.status_code) == (422, 302)
    assert DecidedMove.objects.live().count() == 0


def test_two_people_naming_different_decisions_are_asked_which(reader, partnership, move, decision):
    tie(reader, decision)
    stale = sent(reader.get(FORM))
    other = DecisionFactory(partnership=partnership, reference="D-08")
    third = DecisionFactory(partnership=partnership, reference="D-09")
    tie(reader, other)

    answer = reader.post(FORM, stale | {"decision": third.pk})

    assert answer.status_code == 409
    assert DecidedMove.objects.get().decision == other


def test_the_action_shows_each_move_with_what_became_of_it(reader, action, move, decision):
    DateChangeFactory(action=action, number=2, state="applied", after=DateWindow.month(2026, 5))
    DecidedMoveFactory(move=move, decision=decision)

    page = reader.get("/p/tees/actions/ES-01/").content.decode()

    assert "Approved, Joint Committee, 14.2, 20 July 2026" in page
    assert '<a href="/p/tees/decisions/D-07/">D-07 Later desk</a>' in page
    assert "None needed" in page


def test_the_decision_shows_the_moves_it_let_stand(reader, move, decision):
    DecidedMoveFactory(move=move, decision=decision)

    page = reader.get("/p/tees/decisions/D-07/").content.decode()

    assert f'<a href="{PAGE}">The action</a>' in page
    assert "June 2026" in page


def test_the_list_of_date_changes_says_which_decision_is_missing(reader, action, move, decision):
    DateChangeFactory(action=action, number=2, state="proposed", asked_on=date(2026, 7, 3))
    DateChangeFactory(action=action, number=3, state="applied")

    page = reader.get("/p/tees/date-changes/")

    assert [row.cells[5:] for row in page.context["rows"]] == [
        ("Proposed", "Not yet"),
        ("Approved, Joint Committee, 14.2, 20 July 2026", "None tied"),
    ]
    assert reader.get("/p/tees/date-changes/?decision=missing").context["count"] == 1
    assert reader.get("/p/tees/date-changes/?state=proposed").context["count"] == 1
    tie(reader, decision)
    assert reader.get("/p/tees/date-changes/?decision=tied").context["count"] == 1
    assert reader.get("/p/tees/date-changes/?decision=missing").context["count"] == 0


def test_the_list_goes_out_as_a_file(reader, move, decision):
    DecidedMoveFactory(move=move, decision=decision)

    answer = reader.get("/p/tees/date-changes/export.csv")

    assert answer.content.decode("utf-8-sig").splitlines()[1].split(",")[:2] == ["ES-01", "The action"]
    assert "D-07 Later desk" in answer.content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_database_as_often_for_one_move_as_for_three(
    reader, action, board, django_assert_num_queries, number
):
    for at in range(number):
        DateChangeFactory(action=action, number=at + 1, state="approved", board=board, decided_on=JULY)

    with django_assert_num_queries(7):
        assert len(reader.get("/p/tees/date-changes/").context["rows"]) == number


def test_who_only_reads_ties_nothing_and_is_not_offered_to(client, partnership, move, chief_executive):
    client.force_login(chief_executive)

    assert FORM not in client.get(PAGE).content.decode()
    assert client.get(FORM).status_code == 403


@pytest.mark.parametrize(("role", "status"), [(Role.COMMITTEE_SECRETARY, 200), (Role.OFFICER, 403)])
def test_a_secretary_ties_decisions_and_an_officer_reads_them(client, partnership, move, role, status):
    client.force_login(person_with(role, partnership=partnership))

    assert client.get(FORM).status_code == status


def test_a_secretary_of_one_board_ties_nothing_to_what_another_board_decided(client, partnership, move):
    other = BoardFactory(partnership=partnership, reference="TB", name="Thematic board")
    client.force_login(person_with(Role.COMMITTEE_SECRETARY, board=other))

    assert client.get(FORM).status_code == 403
