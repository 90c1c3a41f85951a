"""Writing updates: the task list, the form, private drafts, conflicts, and signing off."""

import pytest

from core import history
from programmes import services
from programmes.models import Action, Draft, Update
from tests.factories.programmes import ActionFactory, DateChangeFactory, RoundFactory, UpdateFactory
from tests.programmes.answers import NOW, OFF_TRACK, TODAY, answered, submitted

pytestmark = pytest.mark.usefixtures("july")

HERE = "/p/tees/updates/2026-27-q1/ES-01/"
SECRET = "Half a thought nobody should read"


def typed(version=1, do="submit", **values):
    return {
        "stage": "in_progress",
        "confidence": "on_track",
        "forecast": "",
        "words": "Forty firms have signed.",
        "reason": "",
        "recovery": "",
        "recovery_owner": "",
        "recovery_on": "",
        "actual_on": "",
        "help_wanted": "",
        "version": version,
        "do": do,
    } | values


# --- the task list --------------------------------------------------------------------------------


def test_the_task_list_says_what_is_due_and_how_far_it_is(client, plan, theme, update, officer):
    done = UpdateFactory(
        round=update.round, action=ActionFactory(plan=plan, theme=theme, reference="ES-02", lead=officer)
    )
    submitted(done, officer)
    client.force_login(officer)

    page = client.get("/p/tees/updates/")

    group = page.context["groups"][0]
    assert (group["heading"], group["words"], group["due"]) == (
        "Q1 2026/27",
        "1 of 2 updates in",
        "Due 14 July 2026",
    )
    assert [(row.cells[0], str(row.cells[3]), row.url) for row in group["rows"]] == [
        ("ES-01", "Not started", HERE),
        ("ES-02", "Submitted", HERE.replace("ES-01", "ES-02")),
    ]


def test_nothing_due_is_said_in_words(client, update, other_officer):
    client.force_login(other_officer)

    text = client.get("/p/tees/updates/").content.decode()

    assert "Nothing is waiting for you. Q1 2026/27 is open until 14 July 2026." in text


def test_a_manager_sees_what_is_missing_by_organisation_and_what_waits(
    client, update, action, manager, officer
):
    DateChangeFactory(action=action, number=1)
    client.force_login(manager)
    page = client.get("/p/tees/updates/")
    text = page.content.decode()

    assert "0 of 1 update received (0%)" in text
    assert [row.cells for row in page.context["rounds"][0]["missing"]] == [
        ("ES-01", "Share apprenticeship levy", action.owner.name, officer.name, "Not started")
    ]
    assert "ES-01: June 2026 to September 2026" in text


def test_an_officer_does_not_see_the_chase_list(client, update, officer):
    client.force_login(officer)

    assert client.get("/p/tees/updates/").context["rounds"] == []


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(("person", "queries"), [("officer", 8), ("manager", 10)])
def test_the_task_list_costs_the_same_for_any_number(
    client, request, plan, theme, round, officer, django_assert_num_queries, rows, person, queries
):
    for number in range(rows):
        action = ActionFactory(plan=plan, theme=theme, reference=f"ES-1{number}", lead=officer)
        UpdateFactory(round=round, action=action)
    client.force_login(request.getfixturevalue(person))

    with django_assert_num_queries(queries):
        client.get("/p/tees/updates/")


# --- the form -------------------------------------------------------------------------------------


def test_last_quarters_words_stand_beside(client, plan, action, update, officer):
    before = UpdateFactory(
        round=RoundFactory(plan=plan, year=2025, quarter_number=4, state="planned"), action=action
    )
    before.round.state = "closed"
    before.round.save()
    Update.history.all()
    before.state, before.stage, before.confidence = "signed_off", "in_progress", "at_risk"
    before.words = "Thirty firms had signed."
    before.save()
    client.force_login(officer)

    text = client.get(HERE).content.decode()

    for words in (
        "Thirty firms had signed.",
        "At risk",
        "Q4 2025/26",
        "It will be done by its date without help.",
    ):
        assert words in text


def test_an_officer_submits_and_the_action_shows_it(client, update, officer):
    client.force_login(officer)

    page = client.post(HERE, typed(forecast="September 2026"), follow=True)

    update.refresh_from_db()
    assert page.redirect_chain == [("/p/tees/updates/", 302)]
    assert (update.state, update.forecast.wording, Action.objects.get().confidence) == (
        "submitted",
        "September 2026",
        "on_track",
    )
    assert "ES-01 is submitted for Q1 2026/27. The theme&#x27;s lead agrees it next." in page.content.decode()


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"stage": ""}, "Say which stage the action has reached."),
        ({"confidence": "off_track"}, "Say who will do it."),
        ({"confidence": "at_risk"}, "Say why this action is at risk."),
        ({"words": "x" * 601}, "must be 600 characters or fewer. It has 601"),
        ({"forecast": "31 February 2027"}, "There is no 31 February 2027."),
        ({"stage": "complete", "confidence": ""}, "Give the day on which it was finished."),
        ({"stage": "nonsense"}, "Choose how far has it come? from the list."),
    ],
)
def test_what_is_missing_is_said_and_everything_typed_is_kept(client, update, officer, values, words):
    client.force_login(officer)

    page = client.post(HERE, typed(help_wanted="A decision by the board", **values))

    text = page.content.decode()
    assert page.status_code == 422
    assert (words in text, "A decision by the board" in text) == (True, True)
    update.refresh_from_db()
    assert (update.state, update.words) == ("not_started", "")


def test_a_line_break_counts_as_one_character(client, update, officer):
    client.force_login(officer)

    page = client.post(HERE, typed(words="\r\n".join(["x" * 299, "y" * 300])))

    assert page.status_code == 302


def test_a_confidence_the_stage_has_no_use_for_is_dropped(client, update, officer):
    client.force_login(officer)

    client.post(HERE, typed(stage="paused", confidence="on_track"))

    update.refresh_from_db()
    assert (update.stage, update.confidence) == ("paused", "")


@pytest.mark.parametrize("person", ["chief_executive", "other_officer"])
def test_readers_read_and_may_not_write(client, request, update, officer, person):
    submitted(update, officer, words="Forty firms have signed.")
    client.force_login(request.getfixturevalue(person))

    page = client.get(HERE)

    assert (page.status_code, b"Forty firms have signed." in page.content) == (200, True)
    assert b"Save draft" not in page.content
    for do in ("draft", "submit", "discard"):
        assert client.post(HERE, typed(do=do)).status_code == 403
    assert Draft.objects.count() == 0


def test_a_partner_officer_writes_for_their_own_organisation_only(
    client, plan, theme, update, action, borough, partner_officer
):
    client.force_login(partner_officer)
    assert client.post(HERE, typed()).status_code == 403

    action.owner = borough
    action.save()

    assert client.post(HERE, typed()).status_code == 302


@pytest.mark.parametrize("address", [HERE, f"{HERE}history/", f"{HERE}sign-off/", "/p/tees/updates/"])
def test_a_stranger_is_told_there_is_no_such_update(client, update, stranger, address):
    client.force_login(stranger)

    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "address",
    ["/p/tees/updates/2026-29-q1/ES-01/", "/p/tees/updates/2026-27-q5/ES-01/", HERE.replace("01", "02")],
)
def test_an_address_of_no_quarter_or_no_action_is_not_there(client, update, officer, address):
    client.force_login(officer)

    assert client.get(address).status_code == 404


# --- drafts ---------------------------------------------------------------------------------------


def test_a_draft_comes_back_word_for_word(client, update, officer):
    client.force_login(officer)

    page = client.post(HERE, typed(do="draft", words=SECRET, forecast="31 Febuary", stage=""), follow=True)

    text = page.content.decode()
    for words in (SECRET, "31 Febuary", "Draft saved on 6 July 2026 at 10:42am. Nothing is submitted yet."):
        assert words in text
    page = client.post(HERE, typed(version=page.context["form"]["version"].value()))
    assert page.status_code == 302
    assert Draft.objects.count() == 0


def test_a_draft_can_be_thrown_away(client, update, officer):
    client.force_login(officer)
    client.post(HERE, typed(do="draft", words=SECRET))

    page = client.post(HERE, {"do": "discard"}, follow=True)

    update.refresh_from_db()
    assert (SECRET in page.content.decode(), update.state) == (False, "not_started")


def test_a_drafts_words_are_on_nobody_elses_page_export_or_history(
    client, update, action, officer, other_officer, theme_lead, manager, administrator, chief_executive
):
    client.force_login(officer)
    client.post(HERE, typed(do="draft", words=SECRET))
    pages = [
        HERE,
        f"{HERE}history/",
        "/p/tees/updates/",
        "/p/tees/updates/sign-off/",
        "/p/tees/plan/export.csv",
        "/p/tees/actions/ES-01/",
        "/p/tees/actions/ES-01/history/",
    ]

    for person in (other_officer, manager, administrator, chief_executive):
        client.force_login(person)
        for address in pages:
            answer = client.get(address)
            assert answer.status_code == 200
            assert SECRET not in answer.content.decode(), address
    assert SECRET not in str([entry.changes for entry in history.entries(update)])
    client.force_login(theme_lead)
    assert SECRET in client.get(HERE).content.decode()


def test_a_draft_in_a_closed_round_is_refused_and_its_words_stay_on_the_page(
    client, update, officer, manager
):
    services.close_round(round=update.round, by=manager)
    client.force_login(officer)

    page = client.post(HERE, typed(do="draft", words=SECRET))

    text = page.content.decode()
    assert page.status_code == 422
    assert ("The round for Q1 2026/27 is closed." in text, SECRET in text) == (True, True)


# --- two at once ----------------------------------------------------------------------------------


def test_the_second_to_submit_gets_both_versions_and_loses_nothing(client, update, officer, theme_lead):
    submitted(update, theme_lead, words="The lead's words", forecast=None)
    client.force_login(officer)

    page = client.post(HERE, typed(words="The officer's words", forecast="September 2026"))

    assert page.status_code == 409
    text = page.content.decode()
    for words in ("The lead&#x27;s words", "The officer&#x27;s words", "September 2026", theme_lead.name):
        assert words in text
    update.refresh_from_db()
    assert update.words == "The lead's words"
    page = client.post(HERE, dict(page.context["hidden"]) | {"keep-words": "other", "other-words": "Both."})
    update.refresh_from_db()
    assert (page.status_code, update.words, update.forecast.wording) == (302, "Both.", "September 2026")


def test_two_dates_as_people_write_them_clash_as_such(client, update, officer, theme_lead):
    given = answered(update)
    given.forecast_first = given.forecast_last = TODAY
    given.forecast_wording = "6 July 2026"
    services.submit_update(update=given, by=theme_lead, now=NOW, today=TODAY)
    client.force_login(officer)

    page = client.post(HERE, typed(forecast="Q2 2026/27"))

    assert page.status_code == 409
    assert [(one.theirs, one.yours) for one in page.context["clashes"]] == [("6 July 2026", "Q2 2026/27")]
    page = client.post(HERE, dict(page.context["hidden"]) | {"keep-forecast": "yours"})
    update.refresh_from_db()
    assert (page.status_code, update.forecast.wording) == (302, "Q2 2026/27")


def test_pressing_submit_twice_writes_one_version(client, update, officer):
    client.force_login(officer)

    first, second = client.post(HERE, typed()), client.post(HERE, typed())

    update.refresh_from_db()
    assert (first.status_code, second.status_code, update.version) == (302, 302, 2)


def test_a_draft_begun_before_somebody_submitted_says_so_and_meets_it(client, update, officer, theme_lead):
    client.force_login(officer)
    client.post(HERE, typed(do="draft", words="The officer's words"))
    submitted(update, theme_lead, words="The lead's words")

    page = client.get(HERE)
    assert f"{theme_lead.name} submitted this update on" in page.content.decode()
    page = client.post(
        HERE, typed(version=page.context["form"]["version"].value(), words="The officer's words")
    )

    assert page.status_code == 409


def test_a_locked_round_keeps_what_was_typed_on_the_page_and_changes_nothing(
    client, update, officer, manager
):
    services.close_round(round=update.round, by=manager)
    services.lock_round(round=update.round, by=manager, now=NOW)
    client.force_login(officer)
    assert b"Save draft" not in client.get(HERE).content

    page = client.post(HERE, typed(words="Too late, but kept"))

    text = page.content.decode()
    update.refresh_from_db()
    assert (page.status_code, update.words) == (422, "")
    assert ("Q1 2026/27 is locked." in text, "Too late, but kept" in text) == (True, True)


# --- signing off ----------------------------------------------------------------------------------


def test_a_lead_reads_now_beside_last_and_agrees(client, update, officer, theme_lead):
    given = submitted(update, officer, **OFF_TRACK)
    client.force_login(theme_lead)
    assert [one.reference for one, _ in client.get("/p/tees/updates/sign-off/").context["queue"]] == ["ES-01"]
    assert "Legal advice came late." in client.get(f"{HERE}sign-off/").content.decode()

    page = client.post(f"{HERE}sign-off/", {"do": "agree", "version": given.version})

    update.refresh_from_db()
    assert (page.url, update.state, update.signed_by) == (
        "/p/tees/updates/sign-off/",
        "signed_off",
        theme_lead,
    )


def test_a_lead_returns_with_a_note_that_stands_above_the_officers_form(client, update, officer, theme_lead):
    given = submitted(update, officer)
    client.force_login(theme_lead)
    assert client.post(f"{HERE}sign-off/", {"do": "return", "note": ""}).status_code == 422

    client.post(f"{HERE}sign-off/", {"do": "return", "note": "Which firms?", "version": given.version})

    client.force_login(officer)
    text = client.get(HERE).content.decode()
    assert ("Which firms?" in text, "Save and submit" in text) == (True, True)


def test_what_changed_while_it_was_read_is_not_agreed(client, update, officer, theme_lead):
    given = submitted(update, officer)
    submitted(update, officer, words="Fifty firms have signed.")
    client.force_login(theme_lead)

    page = client.post(f"{HERE}sign-off/", {"do": "agree", "version": given.version})

    update.refresh_from_db()
    assert (page.status_code, update.state) == (409, "submitted")
    assert "Fifty firms have signed." in page.content.decode()


@pytest.mark.parametrize("person", ["officer", "other_officer", "chief_executive"])
def test_nobody_signs_off_who_does_not_lead(client, request, update, officer, person):
    submitted(update, officer)
    client.force_login(request.getfixturevalue(person))

    assert client.get(f"{HERE}sign-off/").status_code == 403
    assert client.post(f"{HERE}sign-off/", {"do": "agree"}).status_code == 403


def test_history_tells_who_did_what_and_restores_nothing(client, update, officer, theme_lead):
    given = submitted(update, officer)
    services.return_update(update=given, note="Which firms?", by=theme_lead)
    client.force_login(officer)

    page = client.get(f"{HERE}history/")

    assert [(entry.who, entry.reason) for entry in page.context["entries"][:2]] == [
        (theme_lead.name, "Which firms?"),
        (officer.name, ""),
    ]
    assert b"Restore" not in page.content
    assert client.post(f"{HERE}history/", {"version": "1"}).status_code == 405
