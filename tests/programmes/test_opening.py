"""Rolling forward: what is left behind is shown, the preview goes out as a file, and a slip is taken back."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError

from core.domain.periods import FinancialYear, Quarter
from core.models import StaleEdit
from programmes import services
from programmes.models import Round, Update
from tests.factories.programmes import (
    ActionFactory,
    EvidenceFactory,
    PlanFactory,
    UpdateFactory,
)
from tests.programmes.answers import NOW, submitted

pytestmark = pytest.mark.usefixtures("july")

Q2 = Quarter(FinancialYear(2026), 2)
HERE = "/p/tees/updates/rounds/DP/2026-27-q2/"
JULY = date(2026, 7, 6)


@pytest.fixture
def behind(plan, theme, round, update, officer, manager):
    """Q1 is closed: ES-01 waits for its lead, nothing came of ES-02."""
    submitted(update, officer)
    UpdateFactory(round=round, action=ActionFactory(plan=plan, theme=theme, reference="ES-02", title="Hub"))
    round.refresh_from_db()
    return services.close_round(round=round, by=manager)


def opened(plan, manager, reason=""):
    return services.open_round(plan=plan, quarter=Q2, by=manager, today=JULY, reason=reason)


@pytest.fixture
def manages(client, manager):
    client.force_login(manager)
    return client


def test_the_opening_shows_what_earlier_rounds_still_lack(manages, behind):
    page = manages.get(f"{HERE}open/")

    assert page.context["left_words"] == (
        "1 update is missing and stays “No update” and 1 update waits to be signed off."
    )
    assert [(row.cells[0], row.cells[3], row.cells[4]) for row in page.context["left"]] == [
        ("ES-01", "Q1 2026/27", "Submitted"),
        ("ES-02", "Q1 2026/27", "Not started"),
    ]


def test_unsigned_updates_hold_the_quarter_back_until_somebody_says_why(manages, behind):
    answer = manages.post(f"{HERE}open/")

    assert answer.status_code == 422
    assert "Have them signed off first, or say why the quarter opens all the same." in answer.content.decode()
    assert Round.objects.count() == 1

    manages.post(f"{HERE}open/", {"reason": "The lead is on leave."})

    made = Round.objects.get(quarter_number=2)
    assert (made.state, made.history.first().history_change_reason) == ("open", "The lead is on leave.")


def test_the_service_holds_it_back_whoever_asks(plan, behind, manager):
    with pytest.raises(ValidationError, match="ES-01 waits to be signed off"):
        opened(plan, manager)


def test_where_leads_do_not_sign_off_nothing_waits(plan, behind, manager):
    plan.signs_off = False
    plan.save()

    assert opened(plan, manager).state == "open"


def test_what_is_only_missing_holds_nothing_back(plan, round, update, manager):
    services.close_round(round=round, by=manager)

    assert opened(plan, manager).state == "open"


def test_another_plan_of_the_partnership_leaves_nothing_behind_in_this_one(plan, behind, manager):
    other = PlanFactory(partnership=plan.partnership, theme_set=plan.theme_set, reference="OP")

    assert opened(other, manager).state == "open"


def test_the_preview_goes_out_as_a_file_before_anything_is_done(manages, behind):
    page = manages.get(f"{HERE}open/").content.decode()
    assert f'<a href="{HERE}preview.csv">Download this preview as CSV</a>' in page

    text = manages.get(f"{HERE}preview.csv").content.decode("utf-8-sig")

    lines = text.splitlines()
    assert lines[0] == (
        "Reference,Action,Owner,Lead,Due,Update of the last round,What becomes of it,Why somebody should ask"
    )
    assert [line.split(",")[0] for line in lines[1:3]] == ["ES-01", "ES-02"]
    assert "Submitted" in lines[1]
    assert manages.get(f"{HERE}preview.xlsx").status_code == 200
    assert manages.get(f"{HERE}preview.pdf").status_code == 404
    assert Round.objects.count() == 1


def test_an_opening_is_taken_back_as_one_and_the_round_is_planned_again(manages, plan, action):
    opened(plan, None)
    assert f"{HERE}take-back/" in manages.get(HERE).content.decode()

    page = manages.post(f"{HERE}take-back/", follow=True)

    row = Round.objects.get()
    assert "The opening of Q2 2026/27 is taken back." in page.content.decode()
    assert (row.state, row.due_on, Update.objects.count()) == ("planned", date(2026, 10, 14), 0)
    gone = Update.history.filter(action=action).latest("history_id")
    assert (gone.history_type, gone.change_set) == ("-", row.history.first().change_set)


def test_what_was_taken_back_opens_again_and_has_another_day(plan, action, manager):
    first = opened(plan, manager)
    services.take_back_opening(round=first, by=manager, now=NOW + timedelta(hours=23))

    with time_machine.travel(NOW + timedelta(hours=30), tick=False):
        again = opened(plan, manager)
        services.take_back_opening(round=again, by=manager, now=NOW + timedelta(hours=31))

    assert (Round.objects.get().state, Update.objects.count()) == ("planned", 0)


def test_after_a_day_it_stays_open(client, plan, action, manager):
    opened(plan, None)

    with time_machine.travel(NOW + timedelta(hours=25), tick=False):
        client.force_login(manager)
        page, answer = client.get(HERE), client.post(f"{HERE}take-back/")

    assert "take-back" not in page.content.decode()
    assert answer.status_code == 422
    assert "It was opened more than 24 hours ago" in answer.content.decode()
    assert Update.objects.count() == 1


@pytest.mark.parametrize("begun", ["draft", "submitted", "evidence"])
def test_once_somebody_has_begun_it_stays_open_and_says_who(manages, plan, action, officer, begun):
    update = opened(plan, None).updates.get()
    if begun == "draft":
        services.save_draft(update=update, typed={"words": "Half"}, by=officer, now=NOW)
    elif begun == "submitted":
        submitted(update, officer)
    else:
        EvidenceFactory(action=action, round=update.round)

    answer = manages.post(f"{HERE}take-back/")

    assert answer.status_code == 422
    assert "Somebody has begun the update of ES-01." in answer.content.decode()
    assert (Round.objects.get().state, Update.objects.count()) == ("open", 1)


def test_a_round_somebody_changed_meanwhile_is_looked_at_again(plan, action, manager):
    row = opened(plan, manager)
    Round.objects.get(pk=row.pk).save()
    fresh = Round.objects.get(pk=row.pk)
    fresh.due_on = date(2026, 10, 15)
    fresh.save()

    with pytest.raises(StaleEdit):
        services.take_back_opening(round=row, by=manager, now=NOW)


def test_only_who_runs_the_plan_takes_it_back(client, plan, action, theme_lead):
    opened(plan, None)
    client.force_login(theme_lead)

    assert client.post(f"{HERE}take-back/").status_code == 403
    assert Update.objects.count() == 1


def test_a_closed_round_is_not_taken_back(manages, plan, action, manager):
    services.close_round(round=opened(plan, manager), by=manager)

    assert manages.post(f"{HERE}take-back/").status_code == 422
    assert Round.objects.get().state == "closed"
