"""The admin forbids what the pages forbid, and does the rest through the same services."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from core.change import change
from programmes import services
from programmes.models import Action, DateChange, Draft, Milestone, Round, Update
from tests.factories.programmes import (
    ActionFactory,
    DateChangeFactory,
    EvidenceFactory,
    MeasureFactory,
    MilestoneFactory,
    PlanFactory,
    ReadingFactory,
    RoundFactory,
    StatusWordsFactory,
    SupportFactory,
    UpdateFactory,
)
from tests.programmes.answers import NOW, OFF_TRACK, submitted

pytestmark = pytest.mark.usefixtures("july")

SECRET = "Half a thought nobody should read"


@pytest.fixture
def admin(client, manager):
    """The programme manager, in the admin."""
    client.force_login(manager)
    return client


def at(row, tail="change"):
    return f"/admin/programmes/{row._meta.model_name}/{row.pk}/{tail}/"


def no_parts(*prefixes):
    return {f"{prefix}-{kind}_FORMS": 0 for prefix in prefixes for kind in ("TOTAL", "INITIAL")}


def action_form(action, **values):
    milestones = list(action.milestones.all()) if action.pk else []
    data = {
        "plan": action.plan_id,
        "theme": action.theme_id,
        "outcome": "",
        "title": action.title,
        "description": "",
        "owner": action.owner_id or "",
        "lead": action.lead_id or "",
        "lead_role": "",
        "starts": "",
        "source": "",
        "version": action.version,
        **no_parts("supporters", "dependencies", "purposes", "date_changes", "updates"),
        "milestones-TOTAL_FORMS": len(milestones),
        "milestones-INITIAL_FORMS": len(milestones),
    }
    for number, row in enumerate(milestones):
        data |= {
            f"milestones-{number}-id": row.pk,
            f"milestones-{number}-action": action.pk,
            f"milestones-{number}-title": row.title,
            f"milestones-{number}-actual_on": "",
            f"milestones-{number}-version": row.version,
        }
    return data | values


def update_form(update, **values):
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
        "version": update.version,
        "change_reason": "The officer is away.",
    } | values


def errors_of(page):
    assert page.status_code == 200, page.status_code
    return page.content.decode()


# --- every list and form opens --------------------------------------------------------------------


def test_every_list_and_every_row_opens_with_a_way_to_the_site(admin, plan, theme, update, action, board):
    rows = [
        plan,
        update.round,
        action,
        update,
        MilestoneFactory(action=action, number=1),
        SupportFactory(action=action),
        DateChangeFactory(action=action, number=1),
        EvidenceFactory(action=action, number=1),
        ReadingFactory(measure=MeasureFactory(plan=plan)),
    ]
    for row in rows:
        name = row._meta.model_name
        assert admin.get(f"/admin/programmes/{name}/?q=x").status_code == 200, name
        page = admin.get(at(row))
        assert page.status_code == 200, name
        has_page = hasattr(row, "get_absolute_url")
        assert ("View on site" in page.content.decode()) == has_page, name
        assert admin.get(at(row, "history")).status_code == 200, name


def test_rows_of_another_partnership_are_not_there(admin, plan):
    elsewhere = UpdateFactory()

    for row in (elsewhere, elsewhere.action, elsewhere.round, PlanFactory()):
        assert "doesn’t exist" in admin.get(at(row), follow=True).content.decode()


# --- actions and their milestones -----------------------------------------------------------------


def test_an_action_is_added_with_a_drawn_reference_and_joins_the_open_round(admin, plan, theme, round):
    new = Action(plan=plan, theme=theme, title="Pool training")

    page = admin.post(
        "/admin/programmes/action/add/",
        action_form(new, partnership=plan.partnership_id, reference="", original="June 2026"),
    )

    action = Action.objects.get()
    assert page.status_code == 302, errors_of(page)
    assert (action.reference, action.current.wording, action.updates.get().round) == (
        "ES-01",
        "June 2026",
        round,
    )


def test_an_action_cannot_be_put_into_another_partnership(admin, plan):
    other = PlanFactory()
    new = Action(plan=other, title="x")

    admin.post("/admin/programmes/action/add/", action_form(new, partnership=other.partnership_id, theme=""))

    assert Action.objects.count() == 0


def test_a_milestone_is_added_and_changed_inside_its_action(admin, action):
    MilestoneFactory(action=action, number=1, title="Sign")
    form = action_form(
        action,
        **{
            "milestones-0-title": "Sign and seal",
            "milestones-1-title": "Start",
            "milestones-1-original": "Q2 2026/27",
            "milestones-1-actual_on": "",
            "milestones-TOTAL_FORMS": 2,
            "change_reason": "Agreed.",
        },
    )

    page = admin.post(at(action), form)

    assert page.status_code == 302, errors_of(page)
    assert [(one.number, one.title, one.current.wording) for one in Milestone.objects.all()] == [
        (1, "Sign and seal", "June 2026"),
        (2, "Start", "Q2 2026/27"),
    ]
    assert Milestone.objects.get(number=1).history.first().history_change_reason == "Agreed."


@pytest.mark.parametrize(
    "values",
    [
        {"original": "December 2026", "current": "December 2026", "title": "Moved"},
        {
            "current_first": "2026-12-01",
            "current_last": "2026-12-31",
            "current_wording": "December 2026",
            "title": "Moved",
        },
        {
            "milestones-0-original": "December 2026",
            "milestones-0-current_last": "2026-12-31",
            "title": "Moved",
        },
    ],
)
def test_no_date_can_be_moved_from_a_form_of_the_admin(admin, action, values):
    milestone = MilestoneFactory(action=action, number=1)

    page = admin.post(at(action), action_form(action, **values))

    action.refresh_from_db()
    milestone.refresh_from_db()
    assert (page.status_code, action.title) == (302, "Moved")
    for row in (action, milestone):
        assert (row.original.wording, row.current.wording) == ("June 2026", "June 2026")


def test_a_milestone_cannot_be_done_tomorrow(admin, action):
    MilestoneFactory(action=action, number=1)

    page = admin.post(at(action), action_form(action, **{"milestones-0-actual_on": "7 July 2026"}))

    assert "7 July 2026 is still to come." in errors_of(page)
    assert Milestone.objects.get().actual_on is None


def test_two_who_save_an_action_meet_on_the_conflict_page(admin, action, administrator):
    form = action_form(action, title="Mine")
    with change(by=administrator):
        other = Action.objects.get(pk=action.pk)
        other.title = "Theirs"
        other.save()

    page = admin.post(at(action), form)

    assert page.status_code == 409
    admin.post(at(action), dict(page.context["hidden"]) | {"keep-title": "yours"})
    action.refresh_from_db()
    assert action.title == "Mine"


# --- updates and rounds ---------------------------------------------------------------------------


def test_saving_an_update_submits_it_and_the_action_shows_it(admin, update, manager):
    page = admin.post(at(update), update_form(update, **OFF_TRACK | {"recovery_on": "12 August 2026"}))

    update.refresh_from_db()
    assert page.status_code == 302, errors_of(page)
    assert (update.state, update.submitted_by, Action.objects.get().confidence) == (
        "submitted",
        manager,
        "off_track",
    )
    assert update.history.first().history_change_reason == "The officer is away."


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"confidence": "off_track"}, "Say what will be done to recover it."),
        (OFF_TRACK | {"recovery_on": "5 July 2026"}, "5 July 2026 has passed."),
        (
            {"stage": "complete", "confidence": "", "actual_on": "7 July 2026"},
            "7 July 2026 is still to come.",
        ),
    ],
)
def test_an_update_owes_the_same_answers_as_on_its_page(admin, update, values, words):
    page = admin.post(at(update), update_form(update, **values))

    update.refresh_from_db()
    assert words in errors_of(page)
    assert update.state == "not_started"


@pytest.mark.parametrize("state", ["planned", "closed", "locked"])
def test_a_round_that_is_not_open_takes_no_update_here_either(admin, plan, action, state):
    update = UpdateFactory(round=RoundFactory(plan=plan, state=state), action=action)

    page = admin.post(at(update), update_form(update))

    update.refresh_from_db()
    assert "Q1 2026/27" in errors_of(page)
    assert (update.words, update.state, update.version) == ("", "not_started", 1)


def test_a_stale_update_meets_both_versions(admin, update, officer):
    form = update_form(update, words="The manager's words")
    submitted(update, officer, words="The officer's words")

    page = admin.post(at(update), form)

    update.refresh_from_db()
    assert (page.status_code, update.words) == (409, "The officer's words")


def test_old_words_do_not_come_back_by_restoring(admin, update, officer):
    submitted(update, officer, words="First")
    submitted(update, officer, words="Second")

    page = admin.post(at(update, "restore"), {"version": "2"}, follow=True)

    update.refresh_from_db()
    assert update.words == "Second"
    assert "Old words come back by being submitted again" in page.content.decode()


@pytest.mark.parametrize("kind", ["update", "round", "datechange"])
def test_what_was_reported_cannot_be_archived_away(admin, update, kind):
    page = admin.get(f"/admin/programmes/{kind}/")

    assert "archive_rows" not in page.content.decode()


def test_rounds_are_opened_closed_and_locked_by_the_same_services(admin, plan, action, manager):
    planned = RoundFactory(plan=plan, state="planned")

    def act(name):
        data = {"action": f"{name}_rounds", "_selected_action": [planned.pk]}
        text = admin.post("/admin/programmes/round/", data, follow=True).content.decode()
        return Round.objects.get().state, text

    assert act("lock")[0] == "planned"
    assert "cannot move to locked from there." in act("lock")[1]
    assert [act(name)[0] for name in ("open", "close", "lock")] == ["open", "closed", "locked"]
    assert Update.objects.get().action == action


def test_a_locked_round_keeps_its_dates_here_too(admin, plan):
    locked = RoundFactory(plan=plan, state="locked")
    form = {
        "plan": plan.pk,
        "year": 2026,
        "quarter_number": 1,
        "opens_on": "1 July 2026",
        "due_on": "20 July 2026",
        "sign_off_on": "20 July 2026",
        "lock_on": "21 July 2026",
        "source": "",
        "version": 1,
    }

    page = admin.post(at(locked), form)

    locked.refresh_from_db()
    assert "A locked round keeps its dates too." in errors_of(page)
    assert locked.due_on == date(2026, 7, 14)


def test_a_rounds_state_cannot_be_typed(admin, round, plan):
    form = {
        "plan": plan.pk,
        "year": 2026,
        "quarter_number": 1,
        "opens_on": "",
        "due_on": "",
        "sign_off_on": "",
        "lock_on": "",
        "source": "",
        "version": 1,
        "state": "locked",
    }

    admin.post(at(round), form)

    round.refresh_from_db()
    assert round.state == "open"


def test_a_moved_date_takes_a_minute_and_nothing_else(admin, action, board):
    move = DateChangeFactory(
        action=action, number=1, state="approved", board=board, decided_on=date(2026, 7, 3)
    )
    form = {"minute": "14.2", "why": "Another reason", "state": "refused", "source": "", "version": 1}

    admin.post(at(move), form)

    move.refresh_from_db()
    assert (move.minute, move.why, move.state) == ("14.2", "The survey found asbestos.", "approved")


# --- drafts, exports and imports ------------------------------------------------------------------


def test_no_page_history_or_export_of_the_admin_holds_a_draft(client, update, officer, administrator):
    services.save_draft(update=update, typed={"words": SECRET}, by=officer, now=NOW)
    client.force_login(administrator)
    addresses = [
        at(update),
        at(update, "history"),
        at(update.action),
        at(update.action, "history"),
        "/admin/programmes/update/",
        "/admin/programmes/",
        "/admin/",
    ]

    for address in addresses:
        page = client.get(address)
        assert page.status_code == 200
        assert SECRET not in page.content.decode(), address
        assert "draft/" not in page.content.decode(), address
    assert SECRET not in exported(client, "update", "words", "state").decode()
    assert Draft.objects.count() == 1


def exported(admin, model, *names, kind="0"):
    columns = {f"{model}resource_{name}": "on" for name in names}
    return admin.post(
        f"/admin/programmes/{model}/export/", {"format": kind, "resource": "", **columns}
    ).content


def imported(admin, model, text):
    file = SimpleUploadedFile(f"{model}.csv", text.encode(), content_type="text/csv")
    page = admin.post(f"/admin/programmes/{model}/import/", {"format": "0", "import_file": file})
    if page.context.get("confirm_form"):
        admin.post(f"/admin/programmes/{model}/process_import/", page.context["confirm_form"].initial)
    return page.content.decode()


def test_imported_actions_are_added_as_on_the_screens(admin, plan, theme, round):
    imported(
        admin,
        "action",
        "partnership,reference,plan,theme,title,original_first,original_last,original_wording\n"
        "tees,ES-07,tees / DP,tees / ES,Pool training,2026-09-01,2026-09-30,September 2026\n",
    )

    action = Action.objects.get()
    assert (action.current.wording, action.updates.get().round) == ("September 2026", round)
    again = services.add_action(
        action=Action(plan=plan, partnership=plan.partnership, theme=theme, title="Next"), by=None
    )
    assert again.reference == "ES-08"


def test_an_imported_update_is_submitted_in_an_open_round_and_refused_in_a_locked_one(
    admin, update, manager, plan
):
    locked = UpdateFactory(
        round=RoundFactory(plan=plan, year=2025, quarter_number=4, state="locked"), action=update.action
    )
    heading = "round,action,stage,confidence,words\n"

    imported(
        admin, "update", f"{heading}tees / DP / 2026 / 1,tees / ES-01,in_progress,on_track,Forty firms.\n"
    )
    refused = imported(
        admin, "update", f"{heading}tees / DP / 2025 / 4,tees / ES-01,in_progress,on_track,Late.\n"
    )

    update.refresh_from_db()
    locked.refresh_from_db()
    assert (update.state, update.words, Action.objects.get().confidence) == (
        "submitted",
        "Forty firms.",
        "on_track",
    )
    assert "Q4 2025/26 is locked." in refused
    assert locked.words == ""


def test_an_import_moves_no_date(admin, action):
    text = imported(
        admin,
        "action",
        "partnership,reference,current_first,current_last,current_wording\n"
        "tees,ES-01,2026-12-01,2026-12-31,December 2026\n",
    )

    action.refresh_from_db()
    assert "A date is moved with a reason." in text
    assert action.current.wording == "June 2026"


def test_moves_are_not_imported(admin, action):
    assert admin.get("/admin/programmes/datechange/import/").status_code == 403
    assert DateChange.objects.count() == 0


def test_exports_hold_dates_as_dates_and_only_rows_in_reach(admin, action):
    ActionFactory(title="Not ours")

    sheet = load_workbook(
        io.BytesIO(exported(admin, "action", "reference", "title", "current_last", kind="1"))
    ).active

    headings = [cell.value for cell in sheet[1]]
    row = dict(zip(headings, sheet[2], strict=True))
    assert (sheet.max_row, row["reference"].value, row["current_last"].is_date) == (2, "ES-01", True)


def test_the_list_of_actions_says_each_status_in_its_partnership_s_words(admin, partnership, update, manager):
    submitted(update, manager)
    StatusWordsFactory(partnership=partnership, on_track="Green")

    page = admin.get("/admin/programmes/action/").content.decode()

    assert '<td class="field-status_label">Green</td>' in page
