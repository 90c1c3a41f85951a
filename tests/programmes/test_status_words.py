"""A partnership's own words for statuses: the page they are chosen on, what it refuses, who may, and that a
spreadsheet with them comes back unchanged."""

from dataclasses import replace

import pytest

from core.domain.status import Status
from core.domain.vocabulary import HOUSE, STATES, Counting
from core.transfer import file_of
from programmes.domain.sheets.words import Uncertain, status_words
from programmes.models import Action, StatusWords, Update, words_of
from programmes.queries import imports as queries
from programmes.queries import words_by_partnership
from programmes.queries.own_sheet import own_sheet
from tests.factories.partnerships import PartnershipFactory
from tests.factories.programmes import BRAG, ActionFactory, StatusWordsFactory, UpdateFactory
from tests.programmes.test_plan_import import Q1, TODAY, _files, history_of, upload

pytestmark = pytest.mark.django_db
__all__ = ["_files"]

HERE = "/p/tees/plan/words/"


def sent(**changed):
    """The page's form with the house's words, as a browser sends it."""
    row = StatusWords()
    countings = {
        f"{one.name.lower()}_counting": getattr(row, f"{one.name.lower()}_counting") for one in Status
    }
    return {name: getattr(row, name) for name in STATES} | countings | changed


@pytest.fixture
def reported(round, action, plan, theme):
    """Four actions in Q1: on track, complete, stopped, and one that said nothing."""
    answers = [("in_progress", "on_track"), ("complete", ""), ("stopped", ""), None]
    rows = [
        action,
        *(ActionFactory(plan=plan, theme=theme, reference=f"ES-0{number}") for number in (2, 3, 4)),
    ]
    for row, said in zip(rows, answers, strict=True):
        update = UpdateFactory(round=round, action=row)
        if said:
            update.state, update.stage, update.confidence = "submitted", *said
            update.words = "Done so far."
            update.save()
    return rows


# --- The page -------------------------------------------------------------------------------------


def test_until_somebody_chooses_the_house_s_words_hold_and_no_row_is_written(client, partnership, manager):
    client.force_login(manager)

    page = client.get(HERE)

    assert [(label, status) for label, status, _ in page.context["form"].states][:2] == [
        ("Off track", Status.OFF_TRACK),
        ("At risk", Status.AT_RISK),
    ]
    assert (words_of(partnership), StatusWords.objects.count()) == (HOUSE, 0)


def test_words_are_chosen_changed_and_kept_in_the_history(client, partnership, manager):
    client.force_login(manager)

    client.post(HERE, sent(complete="Delivered", stopped_counting="left_out"))
    client.post(HERE, sent(complete="Blue", version=1, change_reason="As our BRAG report says."))

    row = StatusWords.objects.get()
    words = words_of(type(partnership).objects.get())
    assert (words.word(Status.COMPLETE), row.version) == ("Blue", 2)
    history = client.get(f"{HERE}history/").content.decode()
    assert "As our BRAG report says." in history
    assert [value in history for value in ("Word for complete", "Delivered", "Left out")] == [True] * 3


def test_a_look_says_what_the_percentage_becomes_and_saves_nothing(client, reported, manager):
    client.force_login(manager)
    asked = sent(no_update_counting="left_out", stopped_counting="left_out", complete="Blue", do="preview")

    page = client.post(HERE, asked)

    assert (page.status_code, StatusWords.objects.count()) == (200, 0)
    assert page.context["is_now"] == ("2 of 4 actions are complete or on track, 50.0%.",)
    assert page.context["becomes"] == (
        "2 of 2 counted actions are blue or on track, 100.0%.",
        "Not counted: stopped and no update (2 actions).",
    )
    assert '<span class="tag tag--complete">Blue</span>' in page.content.decode()
    assert 'value="Blue"' in page.content.decode()


@pytest.mark.parametrize("do", ["", "preview"])
@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"complete": ""}, "Give a word for complete."),
        ({"complete": "  "}, "Give a word for complete."),
        ({"complete": "x" * 200}, "Word for complete must be 30 characters or fewer. It has 200"),
        ({"paused": "stopped"}, "“stopped” always means something else. Give paused another word."),
        (
            {"paused": "Held", "stopped": "held"},
            "“held” is the word for paused and for stopped. Give each a word of its own.",
        ),
        ({"on_track": "Red"}, "“Red” always means something else. Give on track another word."),
        (
            {"on_track_counting": "counted", "complete_counting": "counted"},
            "Choose at least one status that counts as on course. Without one there is no percentage.",
        ),
        ({"on_track_counting": "lovely"}, "Choose the on track in the percentage from the list."),
    ],
)
def test_bad_words_are_refused_in_a_sentence(client, partnership, manager, changed, message, do):
    client.force_login(manager)

    answer = client.post(HERE, sent(**changed, do=do))

    assert (answer.status_code, StatusWords.objects.count()) == (422, 0)
    assert message in answer.content.decode()


def test_two_who_change_different_words_both_have_their_way(client, partnership, manager):
    StatusWordsFactory(partnership=partnership)
    client.force_login(manager)

    client.post(HERE, sent(complete="Blue", version=1))
    answer = client.post(HERE, sent(off_track="Red", version=1))

    row = StatusWords.objects.get()
    assert (answer.status_code, row.complete, row.off_track) == (302, "Blue", "Red")


def test_who_reads_the_plan_does_not_choose_its_words(client, partnership, chief_executive, stranger):
    seen = []
    for person in (chief_executive, stranger):
        client.force_login(person)
        seen.append((client.get(HERE).status_code, client.post(HERE, sent()).status_code))

    assert (seen, StatusWords.objects.count()) == ([(403, 403), (404, 404)], 0)


def test_archived_words_are_not_spoken_and_come_back_by_saving_the_page(client, partnership, manager):
    row = StatusWordsFactory(partnership=partnership, complete="Blue")
    row.archived_at = "2026-07-01T00:00:00Z"
    row.save()
    before = words_of(type(partnership).objects.get())
    client.force_login(manager)

    client.post(HERE, sent(complete="Delivered", version=2))

    after = words_of(type(partnership).objects.get())
    assert (before.word(Status.COMPLETE), after.word(Status.COMPLETE)) == ("Complete", "Delivered")


def test_each_partnership_has_its_own_words_in_one_query(partnership, django_assert_num_queries):
    StatusWordsFactory(partnership=partnership, complete="Blue")
    other = PartnershipFactory()

    with django_assert_num_queries(1):
        found = words_by_partnership([partnership.pk, other.pk])

    assert {pk: words.word(Status.COMPLETE) for pk, words in found.items()} == {
        partnership.pk: "Blue",
        other.pk: "Complete",
    }


# --- Spreadsheets ---------------------------------------------------------------------------------


def renamed(**words):
    named = (
        HOUSE.words
        if not words
        else [words.get(name, word) for name, word in zip(STATES, HOUSE.words, strict=True)]
    )
    return replace(HOUSE, words=tuple(named))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("blue", ("complete", None)),
        ("MOVING", ("in_progress", None)),
        ("Halted", ("paused", None)),
        ("Unheard", None),
        ("On track", ("in_progress", "on_track")),
        ("delivered", ("complete", None)),
    ],
)
def test_a_partnership_s_own_words_are_certain_and_ours_stay_so(said, meant):
    earlier = {"blue": "on-track"}  # what an older file meant by it gives way

    assert status_words(said, earlier, renamed(**BRAG)) == meant


def test_a_word_of_another_partnership_is_asked_about():
    with pytest.raises(Uncertain, match="not a status we know"):
        status_words("Halted", {}, HOUSE)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_own_words_go_out_and_come_in_again_without_a_change(reported, partnership, manager, kind):
    StatusWordsFactory(partnership=partnership, **BRAG)
    partnership = type(partnership).objects.get()
    table = own_sheet(partnership, Action.objects.live().filter(partnership=partnership))
    at = table.headings.index("Status"), table.headings.index("On track or not")
    before = history_of(Action, Update)

    examined = queries.examine(
        upload(partnership, manager, file_of(table, kind)[0], f"own.{kind}", Q1), TODAY
    )

    assert [tuple(row[one] for one in at) for row in table.rows] == [
        ("Moving", "Green"),
        ("Blue", ""),
        ("Ended", ""),
        ("", ""),
    ]
    assert (examined.questions, examined.refused) == ([], [])
    assert [one.differences for one in examined.changes.actions] == [[], [], [], []]
    assert history_of(Action, Update) == before


def test_the_preview_and_the_questions_of_an_import_speak_them(client, reported, partnership, manager):
    StatusWordsFactory(partnership=partnership, **BRAG)
    partnership = type(partnership).objects.get()
    file = b"Reference,Action,Status\nES-01,,Blue\nES-02,,Purple\nES-04,,Red\n"

    examined = queries.examine(upload(partnership, manager, file, "plan.csv", Q1), TODAY)

    assert [one.text for one in examined.questions] == ["Purple"]
    said = [one for change in examined.changes.actions for one in change.differences]
    assert ("Status", "Moving", "Blue") in said
    assert ("Green or not", "", "Red") in said
    assert [one.message.partition(":")[0] for one in examined.notes] == [
        "Blue without the day",
        "Red without a reason, a recovery step, somebody to do it and a date for it",
    ]


def test_shares_are_said_in_words_people_choose_between():
    assert [one.label for one in Counting] == ["Counted, on course", "Counted, not on course", "Left out"]
