"""One audited model through page, edit, conflict and history: the pattern of all others."""

import pytest

from core.change import change
from partnerships.models import Board


def save_as(user, board, **values):
    """Somebody else's save, meanwhile."""
    with change(by=user, reason="Meanwhile."):
        row = Board.objects.get(pk=board.pk)
        for name, value in values.items():
            setattr(row, name, value)
        row.save()


def edit(client, board, version=1, **values):
    data = {
        "name": board.name,
        "kind": board.kind,
        "cadence": "",
        "terms": "",
        "quorum": "",
        "parent": "",
        "version": version,
    }
    return client.post(f"/p/tees/boards/{board.reference}/edit/", data | values)


def test_a_reader_sees_the_board_and_no_button_to_change_it(client, board, chief_executive):
    client.force_login(chief_executive)

    page = client.get("/p/tees/boards/JC/")

    assert page.status_code == 200
    assert b"/p/tees/boards/JC/edit/" not in page.content


def test_a_stranger_is_told_there_is_no_such_board(client, board, stranger):
    client.force_login(stranger)

    assert client.get("/p/tees/boards/JC/").status_code == 404
    assert edit(client, board, name="Taken over").status_code == 404


def test_a_reader_may_not_change_it(client, board, chief_executive):
    client.force_login(chief_executive)

    assert edit(client, board, name="Mine").status_code == 403
    board.refresh_from_db()
    assert board.name == "Joint Committee"


def test_somebody_not_signed_in_is_asked_to_sign_in(client, board):
    page = client.get("/p/tees/boards/JC/")

    assert page.status_code == 302
    assert page.url == "/sign-in/?next=/p/tees/boards/JC/"


def test_a_change_is_saved_with_who_and_why(client, board, manager):
    client.force_login(manager)

    page = edit(client, board, cadence="Quarterly", change_reason="Agreed in May.")

    assert page.status_code == 302
    board.refresh_from_db()
    newest = board.history.first()
    assert (board.cadence, board.version) == ("Quarterly", 2)
    assert (newest.history_user, newest.history_change_reason) == (manager, "Agreed in May.")


def test_saving_without_a_change_writes_no_history(client, board, manager):
    client.force_login(manager)

    edit(client, board)

    board.refresh_from_db()
    assert (board.version, board.history.count()) == (1, 1)


def test_a_wrong_value_comes_back_with_everything_typed(client, board, manager):
    client.force_login(manager)

    page = edit(client, board, name="", terms="Long and careful words")

    assert page.status_code == 422
    assert b"Long and careful words" in page.content


def test_changes_to_different_fields_are_merged_without_a_question(client, board, manager, administrator):
    save_as(administrator, board, quorum=4)
    client.force_login(manager)

    page = edit(client, board, cadence="Quarterly")

    assert page.status_code == 302
    board.refresh_from_db()
    assert (board.quorum, board.cadence, board.version) == (4, "Quarterly", 3)


def test_a_clash_is_asked_about_and_overwrites_nothing(client, board, manager, administrator):
    save_as(administrator, board, name="Leadership Board", quorum=4)
    client.force_login(manager)

    page = edit(client, board, name="Strategic Board", terms="My words")

    assert page.status_code == 409
    for words in (b"Leadership Board", b"Strategic Board", b"Joint Committee", b"My words"):
        assert words in page.content
    board.refresh_from_db()
    assert (board.name, board.terms, board.version) == ("Leadership Board", "", 2)


@pytest.mark.parametrize(
    ("answer", "name"),
    [("yours", "Strategic Board"), ("theirs", "Leadership Board"), ("original", "Joint Committee")],
)
def test_the_answer_to_a_clash_is_carried_out(client, board, manager, administrator, answer, name):
    save_as(administrator, board, name="Leadership Board", quorum=4)
    client.force_login(manager)
    page = edit(client, board, name="Strategic Board", terms="My words")

    data = dict(page.context["hidden"]) | {"keep-name": answer}
    page = client.post("/p/tees/boards/JC/edit/", data)

    assert page.status_code == 302
    board.refresh_from_db()
    assert (board.name, board.terms, board.quorum) == (name, "My words", 4)


def test_history_says_who_changed_which_field_and_brings_a_version_back(client, board, manager):
    client.force_login(manager)
    edit(client, board, name="Strategic Board", change_reason="New name.")

    page = client.get("/p/tees/boards/JC/history/")

    newest = page.context["entries"][0]
    assert (newest.who, newest.reason) == (manager.name, "New name.")
    assert [tuple(one) for one in newest.changes] == [("Name", "Joint Committee", "Strategic Board")]
    page = client.post("/p/tees/boards/JC/history/", {"version": "1"})
    board.refresh_from_db()
    assert (board.name, board.version) == ("Joint Committee", 3)
