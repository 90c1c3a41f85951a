"""Updates: private drafts, honest submissions, sign-off."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from core.change import change
from core.domain.status import Status
from core.models import StaleEdit
from programmes import services
from programmes.models import Action, Draft, Update
from tests.factories.programmes import RoundFactory, UpdateFactory
from tests.programmes.answers import NOW, OFF_TRACK, TODAY, answered, submitted


def test_throwing_a_draft_away_changes_nothing_in_a_locked_quarter(update, officer, manager):
    services.save_draft(update=update, typed={"words": "Half"}, by=officer, now=NOW)
    services.close_round(round=update.round, by=manager)
    update.round.refresh_from_db()
    services.lock_round(round=update.round, by=manager, now=NOW)

    services.discard_draft(update=update, by=officer)

    kept = Update.objects.get()
    assert (kept.state, kept.version, Draft.objects.count()) == ("draft", 2, 0)


def draft(update, by, **typed):
    return services.save_draft(update=update, typed=typed, by=by, now=NOW)


def test_a_draft_keeps_every_character_and_touches_no_word_of_the_record(update, officer):
    draft(update, officer, words="Forty firms, ", forecast="31 Febuary")

    update.refresh_from_db()
    kept = Draft.objects.get()
    assert kept.typed == {"words": "Forty firms, ", "forecast": "31 Febuary"}
    assert (update.state, update.words, update.is_in) == ("draft", "", False)
    assert [row.words for row in update.history.all()] == ["", ""]


def test_each_person_has_a_draft_of_their_own(update, officer, theme_lead):
    draft(update, officer, words="Mine")
    draft(Update.objects.get(pk=update.pk), theme_lead, words="Theirs")
    draft(Update.objects.get(pk=update.pk), officer, words="Mine, longer")

    assert {one.author: one.typed["words"] for one in Draft.objects.all()} == {
        officer: "Mine, longer",
        theme_lead: "Theirs",
    }


def test_a_discarded_draft_leaves_the_update_not_started(update, officer):
    draft(update, officer, words="x")

    services.discard_draft(update=update, by=officer)

    update.refresh_from_db()
    assert (update.state, Draft.objects.count()) == ("not_started", 0)


def test_a_draft_longer_than_a_book_is_refused(update, officer):
    with pytest.raises(ValidationError, match="longer than a draft can be"):
        draft(update, officer, words="x" * 20_001)


def test_submitting_shows_on_the_action_and_ends_the_draft(update, officer, round):
    draft(update, officer, words="x")

    submitted(update, officer, **OFF_TRACK)

    action = Action.objects.get(reference="ES-01")
    update.refresh_from_db()
    assert (action.status, action.reported_in) == (Status.OFF_TRACK, round)
    assert (update.state, update.submitted_by, update.submitted_at) == ("submitted", officer, NOW)
    assert Draft.objects.count() == 0


def test_a_complete_action_shows_the_day_it_was_finished(update, officer):
    submitted(update, officer, stage="complete", confidence="", actual_on=date(2026, 6, 30))

    action = Action.objects.get()
    assert (action.status, action.actual_on) == (Status.COMPLETE, date(2026, 6, 30))


@pytest.mark.parametrize(
    ("answer", "field", "words"),
    [
        ({"stage": ""}, "stage", "Say which stage the action has reached."),
        ({"confidence": ""}, "confidence", "Say whether the action is on track, at risk or off track."),
        ({"words": ""}, "words", "Say what happened and what is next."),
        ({"confidence": "at_risk"}, "reason", "Say why this action is at risk."),
        (OFF_TRACK | {"recovery": ""}, "recovery", "Say what will be done to recover it."),
        (
            OFF_TRACK | {"recovery_on": date(2026, 7, 5)},
            "recovery_on",
            "5 July 2026 has passed. Give a recovery date from today on.",
        ),
    ],
)
def test_an_answer_with_a_gap_is_refused_beside_its_field(update, officer, answer, field, words):
    with pytest.raises(ValidationError) as refused:
        submitted(update, officer, **answer)
    assert refused.value.message_dict == {field: [words]}
    update.refresh_from_db()
    assert update.state == "not_started"


def test_a_submitted_answer_can_be_corrected_while_the_round_is_open(update, officer):
    submitted(update, officer)

    submitted(update, officer, words="Fifty firms have signed.")

    update.refresh_from_db()
    assert (update.state, update.words) == ("submitted", "Fifty firms have signed.")


def test_submitting_the_same_answer_twice_writes_it_once(update, officer):
    submitted(update, officer)

    submitted(update, officer)

    update.refresh_from_db()
    assert (update.version, update.history.count(), Action.history.count()) == (2, 2, 2)


def test_the_second_of_two_who_submit_is_told(update, officer, theme_lead):
    mine = answered(update, words="Mine")
    submitted(update, theme_lead, words="Theirs")

    with pytest.raises(StaleEdit):
        services.submit_update(update=mine, by=officer, now=NOW, today=TODAY)
    update.refresh_from_db()
    assert (update.words, update.submitted_by) == ("Theirs", theme_lead)


def test_somebody_elses_submission_leaves_my_draft_alone(update, officer, theme_lead):
    draft(update, officer, words="Mine")

    submitted(update, theme_lead, words="Theirs")

    assert Draft.objects.get(author=officer).typed == {"words": "Mine"}


def test_a_returned_update_counts_as_missing_until_it_is_submitted_again(update, officer, theme_lead):
    given = submitted(update, officer)

    services.return_update(update=given, note="Which firms?", by=theme_lead)

    action = Action.objects.get()
    update.refresh_from_db()
    assert (update.state, update.returned_note, update.is_in) == ("returned", "Which firms?", False)
    assert (action.status, action.reported_in) == (Status.NO_UPDATE, None)
    assert submitted(update, officer, words="Forty named firms.").is_in


def test_a_return_says_what_has_to_change(update, officer, theme_lead):
    given = submitted(update, officer)

    with pytest.raises(ValidationError, match="Say what has to change"):
        services.return_update(update=given, note="  ", by=theme_lead)


def test_returning_one_falls_back_on_the_quarter_before(plan, action, officer, theme_lead):
    before = RoundFactory(plan=plan, year=2025, quarter_number=4)
    submitted(UpdateFactory(round=before, action=action), officer)
    services.close_round(round=before, by=None)
    given = submitted(UpdateFactory(round=RoundFactory(plan=plan), action=action), officer, **OFF_TRACK)

    services.return_update(update=given, note="Which advice?", by=theme_lead)

    action.refresh_from_db()
    assert (action.status, action.reported_in) == (Status.ON_TRACK, before)


def test_a_signed_off_update_is_not_changed(update, officer, theme_lead):
    services.sign_off_update(update=submitted(update, officer), by=theme_lead, now=NOW)

    with pytest.raises(ValidationError, match="This update is signed off"):
        submitted(update, officer)
    update.refresh_from_db()
    assert (update.state, update.signed_by) == ("signed_off", theme_lead)


@pytest.mark.parametrize("state", ["not_started", "draft", "returned", "signed_off"])
def test_only_what_was_submitted_is_signed_off(round, action, theme_lead, state):
    update = UpdateFactory(round=round, action=action, state=state)

    with pytest.raises(ValidationError):
        services.sign_off_update(update=update, by=theme_lead, now=NOW)


@pytest.mark.parametrize("state", ["planned", "closed", "locked"])
def test_a_round_that_is_not_open_takes_no_answer(plan, action, officer, state):
    update = UpdateFactory(round=RoundFactory(plan=plan, state=state), action=action)

    for attempt in (lambda: submitted(update, officer), lambda: draft(update, officer, words="x")):
        with pytest.raises(ValidationError, match="Q1 2026/27"):
            attempt()


def test_a_closed_round_still_takes_what_was_returned(plan, action, officer):
    update = UpdateFactory(round=RoundFactory(plan=plan, state="closed"), action=action, state="returned")

    assert submitted(update, officer).state == "submitted"


@pytest.mark.parametrize(
    "act",
    [
        lambda update, by: services.sign_off_update(update=update, by=by, now=NOW),
        lambda update, by: services.return_update(update=update, note="x", by=by),
    ],
    ids=["sign", "return"],
)
def test_a_locked_round_is_neither_signed_nor_returned(plan, action, theme_lead, act):
    update = UpdateFactory(round=RoundFactory(plan=plan, state="locked"), action=action, state="submitted")

    with pytest.raises(ValidationError, match="is locked"):
        act(update, theme_lead)


def test_the_row_itself_refuses_to_change_in_a_locked_round(plan, action):
    """What the admin, an import and a restored version come up against."""
    update = UpdateFactory(
        round=RoundFactory(plan=plan, state="locked"), action=action, state="submitted", words="As it was."
    )
    update.words = "As we wish it had been."

    with pytest.raises(ValidationError, match="Q1 2026/27 is locked"):
        update.full_clean()


def test_past_moments_reach_the_history(update, officer):
    past = datetime(2025, 1, 15, 10, 0, tzinfo=UTC)

    with change(moment=past):
        given = services.submit_update(
            update=answered(update), by=officer, now=past, today=past.date() + timedelta(days=1)
        )

    assert given.submitted_at == past
    newest = [model.history.latest("history_id") for model in (Update, Action)]
    assert [row.history_date for row in newest] == [past, past]
