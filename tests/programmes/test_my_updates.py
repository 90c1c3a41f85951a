"""My updates: one list over all partnerships, a row that opens in place, and submitting all in one step."""

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from core.domain.windows import DateWindow
from programmes import services
from programmes.models import Draft, Evidence, Update
from tests.factories.partnerships import GrantFactory, PartnershipFactory
from tests.factories.programmes import (
    ActionFactory,
    MilestoneFactory,
    PlanFactory,
    RoundFactory,
    UpdateFactory,
)
from tests.programmes.answers import NOW, TODAY, submitted
from tests.programmes.test_update_pages import HERE, SECRET, typed

pytestmark = pytest.mark.usefixtures("july")

LATER = DateWindow.month(2027, 6)
KEY = "tees/2026-27-q1/ES-01"
OPEN = f"/updates/?open={KEY}#open"


@pytest.fixture
def second(plan, theme, update, officer):
    """ES-02, the officer's other action, asked in the same round."""
    action = ActionFactory(
        plan=plan, theme=theme, reference="ES-02", title="Open a skills hub", lead=officer, original=LATER
    )
    return UpdateFactory(round=update.round, action=action)


@pytest.fixture
def said_before(plan, second):
    """What ES-02 said the quarter before."""
    past = UpdateFactory(
        round=RoundFactory(plan=plan, year=2025, quarter_number=4, state="locked"), action=second.action
    )
    past.state, past.stage, past.confidence = "signed_off", "in_progress", "on_track"
    past.words, past.help_wanted = "Thirty firms had signed.", "A room"
    past.save()
    return past


def tasks(page):
    return [task for group in page.context["groups"] for task in group["tasks"]]


# --- the list -------------------------------------------------------------------------------------


def test_it_lists_the_updates_of_every_partnership_under_headings(client, second, officer):
    other = PlanFactory(partnership=PartnershipFactory(slug="wear", name="Wear"))
    GrantFactory(user=officer, role="officer", partnership=other.partnership)
    UpdateFactory(
        round=RoundFactory(plan=other), action=ActionFactory(plan=other, reference="W-01", lead=officer)
    )
    client.force_login(officer)

    page = client.get("/updates/")

    assert [
        (group["heading"], group["words"], [task.mine.reference for task in group["tasks"]])
        for group in page.context["groups"]
    ] == [
        (
            f"{second.action.partnership}, Q1 2026/27",
            "0 of 2 updates in. Due 14 July 2026.",
            ["ES-01", "ES-02"],
        ),
        ("Wear, Q1 2026/27", "0 of 1 update in. Due 14 July 2026.", ["W-01"]),
    ]


def test_whoever_has_nothing_to_write_is_told_so(client, update, chief_executive):
    client.force_login(chief_executive)

    assert b"Nothing is waiting for you." in client.get("/updates/").content


def test_a_row_opens_in_place_with_its_form_and_last_quarter_s_words(client, said_before, officer):
    client.force_login(officer)

    page = client.get("/updates/?open=tees/2026-27-q1/ES-02")

    assert [(task.mine.reference, task.is_open) for task in tasks(page)] == [
        ("ES-01", False),
        ("ES-02", True),
    ]
    text = page.content.decode()
    assert 'action="/p/tees/updates/2026-27-q1/ES-02/"' in text
    assert "Thirty firms had signed." in text


@pytest.mark.parametrize("key", ["tees/2026-27-q1/ES-99", "nonsense", "wear/2026-27-q1/ES-01"])
def test_an_update_that_does_not_wait_for_you_opens_nowhere(client, update, officer, key):
    client.force_login(officer)

    assert client.get("/updates/", {"open": key}).status_code == 404


def test_somebody_elses_update_does_not_open(client, update, other_officer):
    client.force_login(other_officer)

    assert client.get("/updates/", {"open": KEY}).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_for_any_number(
    client, plan, theme, round, officer, django_assert_num_queries, rows
):
    for number in range(rows):
        action = ActionFactory(plan=plan, theme=theme, reference=f"ES-1{number}", lead=officer)
        UpdateFactory(round=round, action=action)
    client.force_login(officer)

    with django_assert_num_queries(10):
        client.get("/updates/")


# --- the same as last quarter ---------------------------------------------------------------------


def test_the_same_as_last_quarter_fills_the_form_and_repeats_no_call_for_help(client, said_before, officer):
    client.force_login(officer)
    same = tasks(client.get("/updates/"))[1].same_url
    assert same == "/updates/?open=tees/2026-27-q1/ES-02&same=yes#open"

    form = client.get(same).context["form"]

    assert [form[name].value() for name in ("stage", "confidence", "words", "help_wanted")] == [
        "in_progress",
        "on_track",
        "Thirty firms had signed.",
        "",
    ]


def test_the_same_is_not_offered_where_something_fell_due_and_the_page_says_why(client, update, officer):
    client.force_login(officer)

    page = client.get(OPEN + "&same=yes")

    assert [(task.same_url, task.refusal) for task in tasks(page)] == [
        ("", "No answer was received last quarter that could be given again.")
    ]
    assert page.context["form"]["words"].value() == ""


def test_the_same_is_not_offered_over_an_own_draft(client, said_before, second, officer):
    services.save_draft(update=second, typed={"words": SECRET}, by=officer, now=NOW)
    client.force_login(officer)

    page = client.get("/updates/?open=tees/2026-27-q1/ES-02&same=yes")

    assert (tasks(page)[1].same_url, page.context["form"]["words"].value()) == ("", SECRET)


# --- save and next, check and submit --------------------------------------------------------------


def test_save_and_next_keeps_the_answer_and_opens_the_next(client, second, officer):
    client.force_login(officer)

    first = client.post(HERE, typed(do="next"))
    last = client.post(HERE.replace("ES-01", "ES-02"), typed(do="next"))

    assert (first.url, last.url) == ("/updates/?open=tees/2026-27-q1/ES-02#open", "/updates/check/")
    assert [task.state for task in tasks(client.get("/updates/"))] == ["Ready to submit", "Ready to submit"]
    assert list(Update.objects.order_by("pk").values_list("state", flat=True)) == ["draft", "draft"]


def test_an_answer_that_could_not_be_submitted_is_not_ready(client, update, officer):
    client.force_login(officer)

    page = client.post(HERE, typed(do="next", confidence="off_track", words="Kept on the page"))

    text = page.content.decode()
    assert page.status_code == 422
    assert ("Say who will do it." in text, "Kept on the page" in text) == (True, True)
    assert Draft.objects.count() == 0


def test_writing_again_makes_it_a_draft_once_more(client, update, officer):
    client.force_login(officer)
    client.post(HERE, typed(do="next"))

    client.post(HERE, typed(do="draft", words="Half a"))

    assert Draft.objects.get().is_ready is False


def test_everything_ready_is_read_once_more_and_submitted_in_one_step(client, second, officer):
    client.force_login(officer)
    for reference in ("ES-01", "ES-02"):
        client.post(HERE.replace("ES-01", reference), typed(do="next", words=f"About {reference}."))
    page = client.get("/updates/check/")
    assert page.context["button"] == "Submit 2 updates"
    assert "About ES-02." in page.content.decode()

    stamps = {"draft": [one["stamp"] for one in page.context["checked"]]}
    sent = client.post("/updates/check/", stamps, follow=True)
    again = client.post("/updates/check/", stamps, follow=True)

    assert [(one.state, one.words) for one in Update.objects.order_by("pk")] == [
        ("submitted", "About ES-01."),
        ("submitted", "About ES-02."),
    ]
    assert Draft.objects.count() == 0
    said = "Submitted: ES-01 and ES-02. The theme&#x27;s lead agrees them by 17 July 2026."
    assert said in sent.content.decode()
    assert "Nothing was left to submit. What you sent before has arrived." in again.content.decode()


def test_the_check_says_where_the_dates_would_say_worse(client, update, officer):
    MilestoneFactory(action=update.action, number=2, title="Survey", original=DateWindow.month(2026, 5))
    client.force_login(officer)
    client.post(HERE, typed(do="next", forecast="September 2026"))

    checked = client.get("/updates/check/").context["checked"]

    assert [one["hint"] for one in checked] == [
        "The date expected is 92 days late, which by its dates alone would be off track."
    ]


def test_what_somebody_else_submitted_meanwhile_is_asked_about_and_the_rest_goes_through(
    client, second, update, officer, theme_lead
):
    client.force_login(officer)
    for reference in ("ES-01", "ES-02"):
        client.post(HERE.replace("ES-01", reference), typed(do="next"))
    stamps = {"draft": [one["stamp"] for one in client.get("/updates/check/").context["checked"]]}
    submitted(update, theme_lead, words="The lead's words")

    page = client.post("/updates/check/", stamps)

    assert page.status_code == 409
    assert [(one["row"].action.reference, one["problem"]) for one in page.context["checked"]] == [
        ("ES-01", "Somebody else saved this update while you were writing. Open it and choose.")
    ]
    update.refresh_from_db()
    second.refresh_from_db()
    assert (update.words, second.state) == ("The lead's words", "submitted")


def test_a_form_drawn_before_its_own_first_draft_was_kept_is_submitted_all_the_same(client, update, officer):
    client.force_login(officer)
    client.post(HERE, typed(do="draft", words="Half a"), headers={"X-Autosave": "yes"})
    client.post(HERE, typed(do="next"))  # still carries the version from before the draft
    stamps = {"draft": [one["stamp"] for one in client.get("/updates/check/").context["checked"]]}

    client.post("/updates/check/", stamps)

    update.refresh_from_db()
    assert (update.state, update.words) == ("submitted", "Forty firms have signed.")


def test_a_draft_changed_after_the_check_is_not_submitted_unread(client, update, officer):
    client.force_login(officer)
    client.post(HERE, typed(do="next"))
    stamps = {"draft": [one["stamp"] for one in client.get("/updates/check/").context["checked"]]}
    with time_machine.travel(NOW.replace(hour=11), tick=False):
        client.post(HERE, typed(do="next", words="Written in another window."))

        client.post("/updates/check/", stamps)

    update.refresh_from_db()
    assert (update.state, Draft.objects.count()) == ("draft", 1)


def test_a_round_locked_meanwhile_keeps_the_draft_and_says_why(client, update, officer, manager):
    client.force_login(officer)
    client.post(HERE, typed(do="next"))
    services.close_round(round=update.round, by=manager)

    page = client.get("/updates/check/")

    assert [one["problem"] for one in page.context["checked"]] == [
        "The round for Q1 2026/27 is closed. Ask a programme manager to open it again."
    ]


def test_nobody_submits_somebody_elses_ready_draft(client, update, officer, other_officer):
    client.force_login(officer)
    client.post(HERE, typed(do="next"))
    stamps = {"draft": [one["stamp"] for one in client.get("/updates/check/").context["checked"]]}
    client.force_login(other_officer)

    client.post("/updates/check/", stamps)

    update.refresh_from_db()
    assert (update.state, client.get("/updates/check/").context["checked"]) == ("draft", [])


# --- drafts that save themselves -------------------------------------------------------------------


def test_a_script_keeps_the_draft_and_is_told_so_in_one_line(client, update, officer):
    client.force_login(officer)

    answer = client.post(HERE, typed(do="draft", words=SECRET), headers={"X-Autosave": "yes"})

    assert (answer.status_code, answer["Content-Type"], answer.content.decode()) == (
        200,
        "text/plain",
        "Draft saved on 6 July 2026 at 10:42am. Nothing is submitted yet.",
    )
    assert Draft.objects.get().typed["words"] == SECRET


def test_a_script_is_told_why_a_draft_cannot_be_kept(client, update, officer, manager):
    services.close_round(round=update.round, by=manager)
    client.force_login(officer)

    answer = client.post(HERE, typed(do="draft", words=SECRET), headers={"X-Autosave": "yes"})

    assert (answer.status_code, answer.content.decode()) == (
        422,
        "The round for Q1 2026/27 is closed. Ask a programme manager to open it again.",
    )


def test_a_script_that_comes_after_the_submission_begins_no_new_draft(client, update, officer):
    client.force_login(officer)
    client.post(HERE, typed())

    answer = client.post(HERE, typed(do="draft"), headers={"X-Autosave": "yes"})

    assert (answer.content.decode(), Draft.objects.count()) == ("Submitted.", 0)


def test_a_script_that_repeats_what_is_finished_leaves_it_ready(client, update, officer):
    client.force_login(officer)
    client.post(HERE, typed(do="next"))

    client.post(HERE, typed(do="draft"), headers={"X-Autosave": "yes"})
    repeated = Draft.objects.get().is_ready
    client.post(HERE, typed(do="draft", words="Something else"), headers={"X-Autosave": "yes"})

    assert (repeated, Draft.objects.get().is_ready) == (True, False)


# --- evidence --------------------------------------------------------------------------------------


def test_evidence_is_added_in_the_row_and_the_words_are_kept_as_a_draft(client, update, officer):
    client.force_login(officer)
    upload = SimpleUploadedFile("agreement.pdf", b"%PDF-1.7", "application/pdf")

    page = client.post(HERE, typed(do="evidence", words=SECRET) | {"evidence-upload": upload})

    added = Evidence.objects.get()
    assert (page.status_code, added.title, added.round, added.file.name) == (
        302,
        "agreement.pdf",
        update.round,
        "agreement.pdf",
    )
    assert Draft.objects.get().typed["words"] == SECRET


def test_evidence_causes_no_conflict_for_anybody(client, update, officer, theme_lead):
    client.force_login(officer)
    client.post(HERE, typed(do="draft"))
    seen = Update.objects.get().version
    client.force_login(theme_lead)
    client.post(HERE, typed(do="evidence", version=seen) | {"evidence-link": "https://example.org/paper"})
    client.force_login(officer)

    page = client.post(HERE, typed(version=seen))

    assert (page.status_code, Update.objects.get().submitted_by) == (302, officer)


def test_evidence_that_is_none_is_said_and_what_was_typed_stays(client, update, officer):
    client.force_login(officer)
    upload = SimpleUploadedFile("run.exe", b"MZ", "application/octet-stream")

    for sent, words in (
        ({"evidence-upload": upload}, "run.exe is not of a kind we can keep."),
        ({"evidence-title": "Nothing"}, "Give a link or a file."),
    ):
        page = client.post(HERE, typed(do="evidence", words=SECRET) | sent)
        text = page.content.decode()
        assert (page.status_code, words in text, SECRET in text) == (422, True, True)
    assert Evidence.objects.count() == 0


# --- agreeing what raises no question ---------------------------------------------------------------


def test_a_lead_sees_what_to_look_at_twice(client, said_before, second, officer, theme_lead):
    submitted(second, officer, words="Thirty firms had signed.")
    client.force_login(theme_lead)

    queue = client.get("/p/tees/updates/sign-off/").context["queue"]
    review = client.get("/p/tees/updates/2026-27-q1/ES-02/sign-off/").content.decode()

    assert [(one.reference, flags) for one, flags in queue] == [
        ("ES-02", ("The words are those of last quarter.",))
    ]
    assert "The words are those of last quarter." in review


def test_a_lead_agrees_all_that_raise_no_question_at_once(
    client, plan, theme, update, second, officer, theme_lead
):
    third = UpdateFactory(
        round=update.round, action=ActionFactory(plan=plan, theme=theme, reference="ES-03", lead=officer)
    )
    submitted(update, officer)
    submitted(second, officer)
    submitted(third, officer, confidence="at_risk", reason="Late")
    client.force_login(theme_lead)
    assert "raise no question (2)" in client.get("/p/tees/updates/sign-off/").content.decode()
    page = client.get("/p/tees/updates/sign-off/all/")

    sent = {"update": [stamp for _, stamp in page.context["queue"]]}
    done = client.post("/p/tees/updates/sign-off/all/", sent, follow=True)

    assert "Signed off: ES-01 and ES-02." in done.content.decode()
    states = Update.objects.order_by("action__reference").values_list("state", flat=True)
    assert list(states) == ["signed_off", "signed_off", "submitted"]


def test_what_changed_while_the_lead_read_is_not_agreed_with_the_rest(client, update, officer, theme_lead):
    submitted(update, officer)
    client.force_login(theme_lead)
    stamps = [stamp for _, stamp in client.get("/p/tees/updates/sign-off/all/").context["queue"]]
    submitted(update, officer, words="Fifty firms have signed.")

    done = client.post("/p/tees/updates/sign-off/all/", {"update": stamps}, follow=True)

    update.refresh_from_db()
    assert update.state == "submitted"
    assert "1 update changed while you were reading" in done.content.decode()


def test_two_leads_who_sign_at_once_sign_once(client, update, officer, theme_lead, manager):
    given = submitted(update, officer)
    services.sign_off_update(update=Update.objects.get(), by=manager, now=NOW)
    client.force_login(theme_lead)

    page = client.post(f"{HERE}sign-off/", {"do": "agree", "version": given.version})

    update.refresh_from_db()
    assert (page.status_code, update.signed_by, TODAY.year) == (422, manager, 2026)
    assert "This update is already signed off." in page.content.decode()
