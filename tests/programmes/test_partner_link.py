"""A partner body answers three questions through a link, without an account."""

from datetime import date

import pytest
import time_machine
from django.test import Client

from core import history
from programmes import services
from programmes.models import Draft, PartnerLink, Update
from tests.factories.partnerships import OrganisationFactory
from tests.factories.programmes import ActionFactory, RoundFactory, UpdateFactory
from tests.programmes.answers import NOW, TODAY, submitted

pytestmark = pytest.mark.usefixtures("july")

WORDS = "Forty beds are ready."


@pytest.fixture
def asked(update, action, borough):
    """ES-01, owned by the borough."""
    action.owner = borough
    action.save()
    update.action = action
    return update


@pytest.fixture
def link(plan, asked, borough, manager):
    """The borough's link, until the end of July."""
    return services.make_link(
        plan=plan, organisation=borough, expires_on=date(2026, 7, 31), by=manager, today=TODAY
    )


@pytest.fixture
def address(link):
    """Where it leads."""
    return f"/answer/{services.token_of(link)}/"


def answers(update, going="on-track", words=WORDS, help_wanted="", version=1):
    prefix = f"a{update.pk}"
    return {
        "update": update.pk,
        "version": version,
        f"{prefix}-going": going,
        f"{prefix}-words": words,
        f"{prefix}-help_wanted": help_wanted,
    }


def test_it_asks_three_questions_about_the_body_s_actions_and_shows_nothing_else(address, asked, plan, theme):
    other = ActionFactory(plan=plan, theme=theme, reference="ES-02", title="Somebody else's action")
    UpdateFactory(round=asked.round, action=other)

    page = Client().get(address)

    text = page.content.decode()
    assert [list(one.form.fields) for one in page.context["questions"]] == [["going", "words", "help_wanted"]]
    for words in ("How is it going?", "What happened, and what is next?", "Has a date changed"):
        assert words in text
    assert ("ES-01" in text, "ES-02" in text, "Somebody else" in text, "Updates from" in text) == (
        True,
        False,
        False,
        True,
    )
    assert (page["X-Robots-Tag"], "no-store" in page["Cache-Control"]) == ("noindex", True)


def test_the_answers_are_an_update_of_the_body(address, asked, borough, theme_lead, client):
    page = Client().post(address, answers(asked, help_wanted="A room in May"), follow=True)

    asked.refresh_from_db()
    assert (asked.state, asked.confidence, asked.words, asked.help_wanted, asked.said_by) == (
        "submitted",
        "on_track",
        WORDS,
        "A room in May",
        "Example Borough",
    )
    assert "Thank you. Your answer about ES-01 has arrived." in page.content.decode()
    client.force_login(theme_lead)
    assert [one.said_by for one, _ in client.get("/p/tees/updates/sign-off/").context["queue"]] == [
        "Example Borough"
    ]


def test_the_last_answer_stands_in_the_questions(address, asked):
    Client().post(address, answers(asked))

    form = Client().get(address).context["questions"][0].form

    assert [form[name].value() for name in ("going", "words", "help_wanted")] == ["on-track", WORDS, None]


def test_last_quarter_s_answer_is_filled_in_and_said_to_be_that(address, asked, plan):
    unheard = Client().get(address).context["questions"][0].state
    last = RoundFactory(plan=plan, year=2025, quarter_number=4, state="locked")
    UpdateFactory(
        round=last,
        action=asked.action,
        state="signed_off",
        stage="in_progress",
        confidence="at_risk",
        words="Soon.",
    )

    question = Client().get(address).context["questions"][0]

    assert (unheard, question.state) == (
        "Not answered yet.",
        "Not answered yet. Your answer for Q4 2025/26 is filled in.",
    )
    assert [question.form[name].value() for name in ("going", "words")] == ["at-risk", "Soon."]


def test_every_use_is_in_the_link_s_history(address, link, asked):
    Client().get(address)
    Client().post(address, answers(asked))

    link.refresh_from_db()
    assert (link.uses, link.used_at) == (2, NOW)
    assert [entry.reason for entry in history.entries(link)] == ["Answered ES-01: on track.", "Opened.", ""]
    assert history.entries(asked)[0].reason == "Answered by Example Borough through link 1."


@pytest.mark.parametrize("going", ["off-track", "complete"])
def test_what_three_answers_cannot_settle_is_kept_for_whoever_made_the_link(
    client, address, asked, manager, going
):
    page = Client().post(address, answers(asked, going=going, help_wanted="The panel"), follow=True)

    asked.refresh_from_db()
    draft = Draft.objects.get()
    assert f"Thank you. {manager.name} will ask you about the rest of ES-01." in page.content.decode()
    assert (asked.state, draft.author, draft.typed["words"], draft.typed["help_wanted"]) == (
        "draft",
        manager,
        WORDS,
        "The panel",
    )
    client.force_login(manager)
    tasks = client.get("/updates/").context["groups"][0]["tasks"]
    assert [one.mine.reference for one in tasks] == ["ES-01"]


def test_what_the_maker_had_begun_to_write_is_not_lost(address, asked, manager):
    services.save_draft(update=asked, typed={"words": "My own words"}, by=manager, now=NOW)

    Client().post(address, answers(asked, going="off-track"))

    assert Draft.objects.get().typed["words"] == f"My own words\n\n{WORDS}"


@pytest.mark.parametrize(
    ("going", "words", "sentence"),
    [
        ("", WORDS, "Say how it is going."),
        ("no-update", WORDS, "Choose how is it going? from the list."),
        ("on-track", "", "Say what happened and what is next."),
        ("on-track", "x" * 601, "must be 600 characters or fewer. It has 601"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(address, asked, going, words, sentence):
    page = Client().post(address, answers(asked, going=going, words=words, help_wanted="A room"))

    text = page.content.decode()
    asked.refresh_from_db()
    assert (page.status_code, sentence in text, "A room" in text, asked.state) == (
        422,
        True,
        True,
        "not_started",
    )


def test_after_its_last_day_it_says_so(address, asked):
    with time_machine.travel(NOW.replace(month=8, day=1), tick=False):
        answers_then = [Client().get(address), Client().post(address, answers(asked))]

    asked.refresh_from_db()
    said = "This link does not work any more. Ask whoever sent it for a new one."
    assert [(one.status_code, said in one.content.decode()) for one in answers_then] == [(410, True)] * 2
    assert (asked.state, "ES-01" in answers_then[0].content.decode()) == ("not_started", False)


def test_a_revoked_link_says_so(address, link, asked, manager, client):
    client.force_login(manager)

    page = client.post("/p/tees/updates/links/", {"revoke": link.pk}, follow=True)

    assert "Link 1 for Example Borough does not work any more." in page.content.decode()
    assert Client().get(address).status_code == 410
    assert Client().post(address, answers(asked)).status_code == 410


def test_another_body_s_action_cannot_be_answered_through_it(address, asked, plan, theme):
    other = UpdateFactory(
        round=asked.round,
        action=ActionFactory(plan=plan, theme=theme, reference="ES-02", owner=OrganisationFactory()),
    )

    page = Client().post(address, answers(other))

    other.refresh_from_db()
    assert (page.status_code, other.state) == (403, "not_started")
    assert "This action is not one of those the link is for." in page.content.decode()


@pytest.mark.parametrize("token", ["1", "nonsense", "MQ:1wabcd:forged"])
def test_a_link_nobody_was_given_is_not_one(link, token):
    page = Client().get(f"/answer/{token}/")

    assert page.status_code == 404
    assert "This is not a link of ours." in page.content.decode()


def test_the_same_answer_twice_is_one_version(address, asked):
    person = Client()

    first, second = (person.post(address, answers(asked)) for _ in range(2))

    assert (first.status_code, second.status_code, Update.objects.get().version) == (302, 302, 2)


def test_what_somebody_else_answered_meanwhile_is_not_overwritten(address, asked, officer):
    submitted(asked, officer, words="The officer's words")

    page = Client().post(address, answers(asked))

    asked.refresh_from_db()
    assert (page.status_code, asked.words, WORDS in page.content.decode()) == (
        409,
        "The officer's words",
        True,
    )


def test_a_locked_quarter_asks_nothing(address, asked, manager):
    services.close_round(round=asked.round, by=manager)
    asked.round.refresh_from_db()
    services.lock_round(round=asked.round, by=manager, now=NOW)

    page = Client().get(address)

    assert "Nothing is asked of Example Borough just now." in page.content.decode()
    assert Client().post(address, answers(asked)).status_code == 403


# --- making links ---------------------------------------------------------------------------------


def test_a_manager_makes_a_link_and_reads_its_address(client, asked, borough, plan, manager):
    client.force_login(manager)

    page = client.post(
        "/p/tees/updates/links/",
        {"plan": plan.pk, "organisation": borough.pk, "expires_on": "31 July 2026"},
        follow=True,
    )

    link = PartnerLink.objects.get()
    assert (link.made_by, link.expires_on) == (manager, date(2026, 7, 31))
    assert f"/answer/{services.token_of(link)}/" in page.content.decode()


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"expires_on": "5 July 2026"}, "This day is over."),
        ({"expires_on": "31 December 2026"}, "A link works for 120 days at most."),
        ({"expires_on": ""}, "Give the last day it works."),
        ({"organisation": ""}, "Choose the organisation."),
    ],
)
def test_a_link_that_cannot_be_is_refused_in_words(client, asked, borough, plan, manager, sent, words):
    client.force_login(manager)
    given = {"plan": plan.pk, "organisation": borough.pk, "expires_on": "31 July 2026"}

    page = client.post("/p/tees/updates/links/", given | sent)

    assert (page.status_code, words in page.content.decode(), PartnerLink.objects.count()) == (422, True, 0)


def test_a_body_that_owns_no_action_has_nothing_to_answer(client, asked, plan, manager):
    client.force_login(manager)

    page = client.post(
        "/p/tees/updates/links/",
        {"plan": plan.pk, "organisation": OrganisationFactory().pk, "expires_on": "31 July 2026"},
    )

    assert page.status_code == 422


@pytest.mark.parametrize("person", ["officer", "theme_lead", "chief_executive"])
def test_nobody_else_reads_the_addresses(client, request, link, person):
    client.force_login(request.getfixturevalue(person))

    page = client.get("/p/tees/updates/links/")

    assert (page.status_code, "/answer/" in page.content.decode()) == (403, False)
