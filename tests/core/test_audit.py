"""The base of every row: history, versions, no silent writes, back-dating, ties."""

import datetime

import pytest
from django.utils import timezone

from core import services, timeline
from core.change import bulk_writes, change
from core.models import StaleEdit, UntrackedWrite
from partnerships.models import Board
from tests.factories.partnerships import BoardFactory

pytestmark = pytest.mark.django_db
MARCH = datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)
JUNE = datetime.datetime(2026, 6, 1, tzinfo=datetime.UTC)


def test_a_save_with_an_old_version_is_refused_wherever_it_comes_from(board):
    mine, theirs = Board.objects.get(pk=board.pk), Board.objects.get(pk=board.pk)
    theirs.name = "Theirs"
    theirs.save()

    mine.name = "Mine"
    with pytest.raises(StaleEdit) as stale:
        mine.save()

    assert (stale.value.current.name, stale.value.expected) == ("Theirs", 1)
    assert Board.objects.get(pk=board.pk).name == "Theirs"


@pytest.mark.parametrize(
    "write",
    [
        lambda: Board.objects.update(name="x"),
        lambda: Board.objects.bulk_create([]),
        lambda: Board.objects.bulk_update([], ["name"]),
    ],
)
def test_writes_that_leave_no_history_are_refused(board, write):
    with pytest.raises(UntrackedWrite):
        write()


def test_bulk_writes_are_possible_where_they_are_meant(board):
    with bulk_writes():
        assert Board.objects.update(name="x") == 1


def test_everything_done_together_shares_one_change_set(board):
    with change(reason="Together."):
        other = BoardFactory()
        board.name = "Changed"
        board.save()

    assert board.history.first().change_set == other.history.first().change_set
    assert board.history.first().change_set != board.history.last().change_set


def test_the_past_is_read_as_it_was(board):
    with change(moment=JUNE):
        board.name = "New name"
        board.save()
    Board.history.filter(version=1).update(history_date=MARCH)

    at = {day: [one.name for one in timeline.at(Board, day)] for day in (MARCH, JUNE)}

    assert at == {MARCH: ["Joint Committee"], JUNE: ["New name"]}
    assert [one.name for one in timeline.at(Board, None)] == ["New name"]


def test_two_versions_at_the_same_moment_are_one_row_and_the_later_counts(board):
    Board.history.update(history_date=MARCH)
    with change(moment=MARCH):
        board.name = "Second"
        board.save()

    assert [one.name for one in timeline.at(Board, MARCH)] == ["Second"]


def test_a_reference_is_never_given_twice():
    first = [services.next_reference("tees", "ES") for _ in range(2)]
    services.note_reference("tees", "ES-07")

    assert [*first, services.next_reference("tees", "ES"), services.next_reference("other", "ES")] == [
        "ES-01",
        "ES-02",
        "ES-08",
        "ES-01",
    ]


def test_an_archived_row_leaves_the_lists_and_comes_back(board, manager):
    services.archive(board, by=manager, reason="Merged.", moment=timezone.now())
    gone = Board.objects.live().count()
    services.unarchive(board, by=manager, reason="Split again.")

    assert (gone, Board.objects.live().count()) == (0, 1)


def test_a_kept_file_knows_its_size_and_digest(manager):
    file = services.keep_file(b"abc", name="a.txt", media_type="text/plain", by=manager, moment=MARCH)

    assert (file.size, file.sha256[:8], file.content.read()) == (3, "ba7816bf", b"abc")
    assert "a.txt" not in file.content.name


def test_two_rows_share_the_class_their_histories_are_read_by_and_no_history(board):
    other = BoardFactory(partnership=board.partnership, name="Another")

    assert type(other.history) is type(board.history)
    assert [entry.name for entry in other.history.all()] == ["Another"]
    assert [entry.name for entry in board.history.all()] == ["Joint Committee"]
    assert set(Board.history.values_list("name", flat=True)) == {"Another", "Joint Committee"}
