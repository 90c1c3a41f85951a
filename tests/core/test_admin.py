"""The admin keeps the rules of our own pages."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from core.change import change
from partnerships.models import Board
from tests.factories.partnerships import BoardFactory, SeatFactory


def form_of(board, **values):
    seats = list(board.seats.all())
    data = {
        "partnership": board.partnership_id,
        "organisation": "",
        "reference": board.reference,
        "name": board.name,
        "kind": board.kind,
        "parent": "",
        "successor": "",
        "terms": "",
        "quorum": "",
        "cadence": "",
        "effective_from": "",
        "effective_to": "",
        "source": "",
        "version": board.version,
        "seats-TOTAL_FORMS": len(seats),
        "seats-INITIAL_FORMS": len(seats),
    }
    for number, seat in enumerate(seats):
        data |= {
            f"seats-{number}-id": seat.pk,
            f"seats-{number}-board": board.pk,
            f"seats-{number}-order": seat.order,
            f"seats-{number}-role": seat.role,
            f"seats-{number}-state": seat.state,
            f"seats-{number}-votes": "unknown",
            f"seats-{number}-organisation": "",
            f"seats-{number}-effective_from": "",
            f"seats-{number}-effective_to": "",
            f"seats-{number}-version": seat.version,
        }
    return data | values


@pytest.fixture
def admin(client, manager):
    client.force_login(manager)
    return client


def address(board, tail="change"):
    return f"/admin/partnerships/board/{board.pk}/{tail}/"


def test_a_row_of_another_partnership_is_not_there(admin):
    page = admin.get(address(BoardFactory()), follow=True)

    assert "doesn’t exist" in page.content.decode()


def test_a_change_carries_its_reason_into_history(admin, board, manager):
    page = admin.post(address(board), form_of(board, name="New name", change_reason="Agreed."))

    assert page.status_code == 302
    newest = board.history.first()
    assert (newest.name, newest.history_user, newest.history_change_reason) == (
        "New name",
        manager,
        "Agreed.",
    )


def test_a_stale_row_gets_the_conflict_page(admin, board, administrator):
    form = form_of(board, name="Mine")
    with change(by=administrator):
        other = Board.objects.get(pk=board.pk)
        other.name = "Theirs"
        other.save()

    page = admin.post(address(board), form)

    assert page.status_code == 409
    board.refresh_from_db()
    assert board.name == "Theirs"


def test_a_stale_part_of_a_row_gets_the_conflict_page(admin, board, administrator):
    seat = SeatFactory(board=board)
    form = form_of(board, **{"seats-0-role": "Mine"})
    with change(by=administrator):
        seat.role = "Theirs"
        seat.save()

    page = admin.post(address(board), form)

    assert page.status_code == 409
    seat.refresh_from_db()
    assert seat.role == "Theirs"
    page = admin.post(address(board), dict(page.context["hidden"]) | {"keep-seats-0-role": "yours"})
    seat.refresh_from_db()
    assert (page.status_code, seat.role) == (302, "Mine")


def test_a_board_cannot_be_put_into_a_partnership_out_of_reach(admin, board):
    elsewhere = BoardFactory().partnership

    admin.post(address(board), form_of(board, partnership=elsewhere.pk))

    board.refresh_from_db()
    assert board.partnership.slug == "tees"


def test_nothing_can_be_deleted(admin, board):
    assert admin.post(address(board, "delete"), {"post": "yes"}).status_code == 403


def test_archiving_keeps_the_row_and_its_history(admin, board):
    admin.post("/admin/partnerships/board/", {"action": "archive_rows", "_selected_action": [board.pk]})

    board.refresh_from_db()
    assert board.archived_at is not None
    assert board.history.count() == 2


def test_history_shows_fields_and_restores(admin, board):
    admin.post(address(board), form_of(board, name="New name"))

    page = admin.get(address(board, "history"))
    assert [tuple(one) for one in page.context["entries"][0].changes] == [
        ("Name", "Joint Committee", "New name")
    ]
    admin.post(address(board, "restore"), {"version": "1"})

    board.refresh_from_db()
    assert (board.name, board.version) == ("Joint Committee", 3)


def exported(admin, kind):
    formats = {"csv": "0", "xlsx": "1"}
    fields = {
        f"boardresource_{name}": "on"
        for name in ("partnership", "organisation", "reference", "name", "kind", "quorum", "terms", "version")
    }
    return admin.post(
        "/admin/partnerships/board/export/", {"format": formats[kind], "resource": "", **fields}
    ).content


def test_an_export_holds_only_rows_in_reach_and_no_formula(admin, board):
    BoardFactory(name="Not ours")
    board.terms = "=HYPERLINK(1)"
    board.quorum = 4
    board.save()

    text = exported(admin, "csv").decode()
    sheet = load_workbook(io.BytesIO(exported(admin, "xlsx"))).active

    assert "Not ours" not in text
    assert "'=HYPERLINK(1)" in text
    headings = [cell.value for cell in sheet[1]]
    terms, quorum = sheet[2][headings.index("terms")], sheet[2][headings.index("quorum")]
    assert (terms.data_type, terms.value, quorum.value) == ("s", "=HYPERLINK(1)", 4)


def upload(admin, text):
    file = SimpleUploadedFile("boards.csv", text.encode(), content_type="text/csv")
    return admin.post("/admin/partnerships/board/import/", {"format": "0", "import_file": file})


def confirm(admin, page):
    return admin.post("/admin/partnerships/board/process_import/", page.context["confirm_form"].initial)


def test_an_import_shows_what_it_would_do_and_does_it_on_confirmation(admin, board, manager):
    text = "partnership,reference,name,kind\ntees,JC,Renamed,joint_committee\ntees,HW,Health,thematic_board\n"

    page = upload(admin, text)
    assert Board.objects.filter(name="Renamed").count() == 0
    confirm(admin, page)

    board.refresh_from_db()
    assert (board.name, Board.objects.get(reference="HW").name) == ("Renamed", "Health")
    newest = board.history.first()
    assert (newest.history_user, newest.history_change_reason) == (manager, "Import of boards.csv")


def test_an_import_of_what_was_exported_changes_nothing(admin, board):
    page = upload(admin, exported(admin, "csv").decode())
    confirm(admin, page)

    assert board.history.count() == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("partnership,reference,titel\ntees,JC,x\n", "headings this list does not know: titel"),
        (
            "partnership,reference,name,kind,version\ntees,JC,Late,joint_committee,7\n",
            "changed after this file was exported",
        ),
        (
            "partnership,reference,name,kind\nnowhere,JC,x,joint_committee\n",
            "There is no partnership called nowhere",
        ),
        (
            "partnership,reference,name,kind\ntees,JC,x,joint_committee\ntees,JC,y,joint_committee\n",
            "repeats tees, JC",
        ),
    ],
)
def test_a_wrong_file_is_refused_in_words_and_changes_nothing(admin, board, text, words):
    page = upload(admin, text)

    assert words in page.content.decode()
    board.refresh_from_db()
    assert board.name == "Joint Committee"


def test_an_import_cannot_reach_another_partnership(admin, board):
    other = BoardFactory(reference="OB")
    page = upload(admin, f"partnership,reference,name,kind\n{other.partnership.slug},OB,Taken,forum\n")

    other.refresh_from_db()
    assert other.name != "Taken"
    assert "cannot change" in page.content.decode()
