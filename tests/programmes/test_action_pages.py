"""An action's pages: reading, changing, adding, conflicts, history, milestones, moved dates, evidence."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from core.change import change
from core.domain.windows import parse_window
from programmes import services
from programmes.models import Action, DateChange, Evidence, Milestone
from tests.factories.programmes import (
    ActionFactory,
    DateChangeFactory,
    EvidenceFactory,
    MilestoneFactory,
    RoundFactory,
    UpdateFactory,
)
from tests.markup import tight
from tests.programmes.answers import OFF_TRACK, TODAY, submitted

pytestmark = pytest.mark.usefixtures("july")

HERE = "/p/tees/actions/ES-01/"


@pytest.fixture
def milestone(action):
    """Due on 10 July 2026."""
    return MilestoneFactory(action=action, number=1, title="Sign", original=parse_window("10 July 2026"))


def form_of(action, **values):
    return {
        "theme": action.theme_id,
        "outcome": "",
        "title": action.title,
        "description": action.description,
        "owner": action.owner_id or "",
        "lead": action.lead_id or "",
        "lead_role": action.lead_role,
        "starts": "",
        "version": action.version,
    } | values


def text_of(client, address, status=200):
    page = client.get(address)
    assert page.status_code == status
    return page.content.decode()


# --- reading --------------------------------------------------------------------------------------


def test_the_page_shows_dates_milestones_updates_and_evidence(
    client, action, milestone, update, officer, manager, board
):
    move = services.move_date(
        dated=milestone, window=parse_window("30 October 2026"), reason="Late.", by=officer, today=TODAY
    )
    services.approve_move(move=move, board=board, decided_on=TODAY, by=manager, today=TODAY)
    submitted(update, officer, **OFF_TRACK)
    EvidenceFactory(action=action, title="Counsel's advice")
    client.force_login(officer)

    text = text_of(client, HERE)

    for words in (
        "10 July 2026",
        "30 October 2026",
        "Moved once, 112 days later than 10 July 2026",
        "Legal advice came late.",
        "Use the county&#x27;s panel.",
        "Head of Skills, by 12 August 2026",
        "Counsel&#x27;s advice",
        "Overdue: it was due June 2026.",
        "in Q1 2026/27, new this quarter",
    ):
        assert words in text


def test_columns_its_spreadsheet_brought_stand_below_its_facts(client, action, officer):
    action.extra = {"Ward": "Castle", "Cost code": ""}
    action.save()
    client.force_login(officer)

    assert list(client.get(HERE).context["facts"])[-1] == ("Ward", "Castle")


def test_silence_this_quarter_says_what_was_last_reported(client, plan, action, officer):
    before = RoundFactory(plan=plan, year=2025, quarter_number=4)
    submitted(UpdateFactory(round=before, action=action), officer)
    services.close_round(round=before, by=None)
    UpdateFactory(round=RoundFactory(plan=plan), action=action)
    client.force_login(officer)

    text = text_of(client, HERE)

    assert "in Q1 2026/27, last reported on track in Q4 2025/26" in text


@pytest.mark.parametrize(
    ("person", "buttons"),
    [
        ("officer", ["Give its update for Q1 2026/27", "Change", "Change its links", "Change its date"]),
        ("theme_lead", ["Give its update for Q1 2026/27", "Change", "Change its links", "Change its date"]),
        ("manager", ["Give its update for Q1 2026/27", "Change", "Change its links", "Change its date"]),
        ("other_officer", []),
        ("chief_executive", []),
    ],
)
def test_buttons_are_there_for_those_who_may(client, request, update, person, buttons):
    someone = request.getfixturevalue(person)
    client.force_login(someone)

    page = client.get(HERE)

    assert [label for label, _ in page.context["actions"]] == buttons
    assert (b"Add a milestone" in page.content) == bool(buttons)


def test_a_partner_officer_updates_their_own_action_and_changes_nothing_else(
    client, update, action, borough, partner_officer
):
    client.force_login(partner_officer)
    assert client.get(HERE).context["actions"] == []

    action.owner = borough
    action.save()
    page = client.get(HERE)

    assert [label for label, _ in page.context["actions"]] == ["Give its update for Q1 2026/27"]
    assert b"Add a milestone" in page.content
    assert client.get(f"{HERE}edit/").status_code == 403


@pytest.mark.parametrize(
    "tail",
    [
        "",
        "edit/",
        "history/",
        "date/",
        "milestones/add/",
        "milestones/1/edit/",
        "milestones/1/date/",
        "milestones/1/done/",
        "milestones/1/history/",
        "evidence/add/",
        "evidence/1/",
        "moves/1/",
    ],
)
def test_a_stranger_is_told_there_is_no_such_action(client, milestone, stranger, tail):
    client.force_login(stranger)

    assert client.get(HERE + tail).status_code == 404


@pytest.mark.parametrize(
    "tail",
    [
        "edit/",
        "date/",
        "milestones/add/",
        "milestones/1/edit/",
        "milestones/1/date/",
        "milestones/1/done/",
        "evidence/add/",
    ],
)
@pytest.mark.parametrize("person", ["chief_executive", "other_officer"])
def test_those_who_only_read_may_change_nothing(client, request, milestone, tail, person):
    client.force_login(request.getfixturevalue(person))

    assert client.get(HERE + tail).status_code == 403
    assert client.post(HERE + tail, {"title": "x", "date": "June 2027", "reason": "x"}).status_code == 403
    assert (Milestone.objects.count(), DateChange.objects.count()) == (1, 0)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_costs_the_same_for_any_number_of_parts(
    client, plan, action, update, officer, django_assert_num_queries, rows, monkeypatch
):
    """What the apps above say of an action costs what they say it costs, and is tested there."""
    monkeypatch.setattr("programmes.views.actions.blocks_for", lambda subject: [])
    for number in range(1, rows + 1):
        MilestoneFactory(action=action, number=number)
        EvidenceFactory(action=action, number=number)
        DateChangeFactory(action=action, number=number, state="applied")
    for number in range(1, rows):
        UpdateFactory(
            round=RoundFactory(plan=plan, year=2025, quarter_number=number, state="locked"), action=action
        )
    client.force_login(officer)

    with django_assert_num_queries(19):
        client.get(HERE)


# --- changing and adding --------------------------------------------------------------------------


def test_a_change_is_saved_with_who_and_why(client, action, officer):
    client.force_login(officer)

    page = client.post(f"{HERE}edit/", form_of(action, title="Pool levy", change_reason="Clearer."))

    assert (page.status_code, page.url) == (302, HERE)
    newest = action.history.first()
    assert (newest.title, newest.history_user, newest.history_change_reason) == (
        "Pool levy",
        officer,
        "Clearer.",
    )


def test_a_wrong_value_comes_back_with_everything_typed(client, action, officer):
    client.force_login(officer)

    page = client.post(f"{HERE}edit/", form_of(action, title="", description="Long words", starts="soon"))

    assert page.status_code == 422
    text = page.content.decode()
    for words in ("Long words", "soon", "is not a date we can read", "Enter what will be done"):
        assert words in text


def test_a_clash_shows_both_versions_and_loses_nothing(client, action, officer, manager):
    with change(by=manager):
        other = Action.objects.get(pk=action.pk)
        other.title, other.lead_role = "Share the levy", "Head of Skills"
        other.save()
    client.force_login(officer)

    page = client.post(f"{HERE}edit/", form_of(action, title="Pool levy", description="My words"))

    assert page.status_code == 409
    for words in ("Share the levy", "Pool levy", "Share apprenticeship levy", "My words"):
        assert words in page.content.decode()
    page = client.post(f"{HERE}edit/", dict(page.context["hidden"]) | {"keep-title": "yours"})
    action.refresh_from_db()
    assert (action.title, action.description, action.lead_role) == ("Pool levy", "My words", "Head of Skills")


def test_a_date_is_not_changed_by_editing(client, action, officer):
    client.force_login(officer)

    client.post(f"{HERE}edit/", form_of(action, original="December 2026", current="December 2026"))

    action.refresh_from_db()
    assert (action.original.wording, action.current.wording) == ("June 2026", "June 2026")


def test_an_action_without_a_date_gets_its_first_one_here(client, plan, theme, officer):
    undated = ActionFactory(plan=plan, theme=theme, reference="ES-02", original=None, lead=officer)
    client.force_login(officer)

    client.post("/p/tees/actions/ES-02/edit/", form_of(undated, owner="", original="December 2026"))

    undated.refresh_from_db()
    assert (undated.original.wording, undated.current.wording) == ("December 2026", "December 2026")


@pytest.mark.parametrize("person", ["manager", "theme_lead"])
def test_leads_and_managers_add_actions(client, request, plan, theme, person):
    client.force_login(request.getfixturevalue(person))

    page = client.post(
        "/p/tees/actions/add/",
        {
            "theme": theme.pk,
            "title": "Pool training",
            "original": "Q3 2026/27",
            "owner": "",
            "lead": "",
            "outcome": "",
        },
    )

    action = Action.objects.get()
    assert (page.status_code, page.url) == (302, HERE)
    assert (action.reference, action.plan, action.current.wording) == ("ES-01", plan, "Q3 2026/27")


@pytest.mark.parametrize("person", ["officer", "chief_executive"])
def test_officers_and_readers_add_no_action(client, request, plan, theme, person):
    client.force_login(request.getfixturevalue(person))

    page = client.post("/p/tees/actions/add/", {"theme": theme.pk, "title": "x"})

    assert (page.status_code, Action.objects.count()) == (403, 0)


def test_history_says_who_changed_what_and_brings_it_back(client, action, officer):
    client.force_login(officer)
    client.post(f"{HERE}edit/", form_of(action, title="Pool levy", change_reason="Clearer."))

    page = client.get(f"{HERE}history/")
    newest = page.context["entries"][0]
    assert (newest.who, newest.reason, len(newest.changes)) == (officer.name, "Clearer.", 1)
    client.post(f"{HERE}history/", {"version": "1"})

    action.refresh_from_db()
    assert (action.title, action.version) == ("Share apprenticeship levy", 3)


def test_bringing_old_words_back_leaves_what_was_reported_since(client, action, update, officer):
    submitted(update, officer, **OFF_TRACK)
    client.force_login(officer)

    client.post(f"{HERE}history/", {"version": "1"})

    action.refresh_from_db()
    assert (action.confidence, action.reported_in) == ("off_track", update.round)


def test_bringing_back_a_version_does_not_move_a_date_in_silence(client, action, milestone, officer):
    services.move_date(
        dated=milestone, window=parse_window("24 July 2026"), reason="Late.", by=officer, today=TODAY
    )
    client.force_login(officer)

    page = client.post(f"{HERE}milestones/1/history/", {"version": "1"}, follow=True)

    milestone.refresh_from_db()
    assert milestone.current.wording == "24 July 2026"
    assert "A date is moved with a reason." in page.content.decode()


# --- milestones and moved dates -------------------------------------------------------------------


def test_a_milestone_is_added_with_its_date(client, action, officer):
    client.force_login(officer)

    page = client.post(f"{HERE}milestones/add/", {"title": "Sign", "original": "15 August 2026"})

    milestone = Milestone.objects.get()
    assert (page.status_code, page.url) == (302, f"{HERE}#milestone-1")
    assert (milestone.title, milestone.original.wording, milestone.current.wording) == (
        "Sign",
        "15 August 2026",
        "15 August 2026",
    )


def test_a_milestone_without_a_date_is_refused_with_its_words_kept(client, action, officer):
    client.force_login(officer)

    page = client.post(f"{HERE}milestones/add/", {"title": "Sign", "original": "31 February 2026"})

    assert page.status_code == 422
    text = page.content.decode()
    assert ("There is no 31 February 2026." in text, 'value="Sign"' in text) == (True, True)


def test_a_milestone_before_its_action_is_refused_wherever_it_would_come_to_be(client, action, officer):
    action.starts = parse_window("July 2026")
    action.save()
    step = MilestoneFactory(action=action, number=1, original=parse_window("10 August 2026"))
    client.force_login(officer)

    added = client.post(f"{HERE}milestones/add/", {"title": "Sign", "original": "June 2026"})
    moved = client.post(
        f"{HERE}milestones/1/date/", {"date": "30 June 2026", "reason": "Sooner.", "version": step.version}
    )
    form = client.get(f"{HERE}edit/").context["form"]
    later = {name: form[name].value() or "" for name in form.fields} | {"starts": "September 2026"}
    started = client.post(f"{HERE}edit/", later)

    step.refresh_from_db()
    said = [(one.status_code, one.content.decode()) for one in (added, moved, started)]
    assert [status for status, _ in said] == [422, 422, 422]
    assert "ES-01 starts July 2026. A milestone cannot be due before that." in said[0][1]
    assert "Give a date that" in said[1][1]
    assert f"Milestone 1, {step.title}, is due 10 August 2026. Move it first" in said[2][1]
    assert (Milestone.objects.count(), str(step.current)) == (1, "10 August 2026")


def test_a_milestone_is_renamed_and_marked_done(client, milestone, officer):
    client.force_login(officer)

    client.post(f"{HERE}milestones/1/edit/", {"title": "Sign and seal", "version": 1})
    page = client.post(f"{HERE}milestones/1/done/", {"actual_on": "3 July 2026", "version": 2})

    milestone.refresh_from_db()
    assert (page.status_code, milestone.title, milestone.actual_on) == (
        302,
        "Sign and seal",
        date(2026, 7, 3),
    )


def test_a_move_within_the_quarter_is_done_at_once(client, milestone, officer):
    client.force_login(officer)

    page = client.post(
        f"{HERE}milestones/1/date/",
        {"date": "24 July 2026", "reason": "Lawyer away.", "version": 1},
        follow=True,
    )

    milestone.refresh_from_db()
    assert milestone.current.wording == "24 July 2026"
    assert "The date is now 24 July 2026." in page.content.decode()


def test_a_move_out_of_the_quarter_waits_and_says_so(client, milestone, officer):
    client.force_login(officer)

    page = client.post(
        f"{HERE}milestones/1/date/",
        {"date": "October 2026", "reason": "Lawyer away.", "version": 1},
        follow=True,
    )

    milestone.refresh_from_db()
    text = tight(page.content.decode())
    assert milestone.current.wording == "10 July 2026"
    assert "October 2026 is outside the quarter, so it waits for a decision." in text
    assert "A move of milestone 1 from 10 July 2026 to October 2026 waits for a decision." in text


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"date": "24 July 2026", "reason": ""}, "Say why the date moves."),
        ({"date": "", "reason": "x"}, "Give the new date."),
        ({"date": "later", "reason": "x"}, "is not a date we can read"),
    ],
)
def test_a_move_without_date_or_reason_comes_back_with_what_was_typed(
    client, milestone, officer, values, words
):
    client.force_login(officer)

    page = client.post(f"{HERE}milestones/1/date/", values | {"version": 1})

    assert page.status_code == 422
    assert words in page.content.decode()


def test_two_moves_of_one_date_meet_on_the_conflict_page(client, milestone, officer, theme_lead):
    services.move_date(
        dated=milestone, window=parse_window("17 July 2026"), reason="Mine.", by=theme_lead, today=TODAY
    )
    client.force_login(officer)
    typed = {"date": "24 July 2026", "reason": "Lawyer away.", "version": 1}

    page = client.post(f"{HERE}milestones/1/date/", typed)

    assert page.status_code == 409
    for words in ("17 July 2026", "24 July 2026", "10 July 2026", theme_lead.name):
        assert words in page.content.decode()
    page = client.post(f"{HERE}milestones/1/date/", dict(page.context["hidden"]) | {"keep-date": "yours"})
    milestone.refresh_from_db()
    assert (page.status_code, milestone.current.wording) == (302, "24 July 2026")
    assert DateChange.objects.count() == 2


def test_the_date_of_the_action_itself_moves_too(client, action, officer):
    client.force_login(officer)

    client.post(f"{HERE}date/", {"date": "September 2026", "reason": "Late.", "version": 1})

    assert DateChange.objects.get().state == "proposed"


@pytest.fixture
def request_of_officer(milestone, officer):
    """A proposed move to October."""
    return services.move_date(
        dated=milestone, window=parse_window("October 2026"), reason="Lawyer away.", by=officer, today=TODAY
    )


def test_a_manager_approves_a_move_naming_board_and_day(
    client, request_of_officer, milestone, manager, board
):
    client.force_login(manager)

    page = client.post(
        f"{HERE}moves/1/",
        {"do": "approve", "board": board.pk, "decided_on": "6 July 2026", "minute": "14.2", "version": 1},
        follow=True,
    )

    milestone.refresh_from_db()
    assert milestone.current.wording == "October 2026"
    assert "Approved. The date is now October 2026." in page.content.decode()
    assert "Approved, Joint Committee, 14.2, 6 July 2026" in text_of(client, f"{HERE}moves/1/")


def test_an_approval_without_a_board_is_refused(client, request_of_officer, milestone, manager):
    client.force_login(manager)

    page = client.post(f"{HERE}moves/1/", {"do": "approve", "minute": "14.2", "version": 1})

    text = page.content.decode()
    assert page.status_code == 422
    assert ("Name the board that approved it." in text, 'value="14.2"' in text) == (True, True)


def test_a_manager_refuses_a_move_with_a_reason(client, request_of_officer, milestone, manager):
    client.force_login(manager)
    assert client.post(f"{HERE}moves/1/", {"do": "refuse", "version": 1}).status_code == 422

    client.post(f"{HERE}moves/1/", {"do": "refuse", "reason": "Grant ends.", "version": 1})

    milestone.refresh_from_db()
    request_of_officer.refresh_from_db()
    assert (milestone.current.wording, request_of_officer.state) == ("10 July 2026", "refused")


@pytest.mark.parametrize("person", ["officer", "theme_lead", "chief_executive"])
def test_nobody_else_decides_a_move_but_all_may_read_it(client, request, request_of_officer, person):
    client.force_login(request.getfixturevalue(person))

    text = text_of(client, f"{HERE}moves/1/")

    assert ("Lawyer away." in text, ">Approve<" in text) == (True, False)
    assert client.post(f"{HERE}moves/1/", {"do": "refuse", "reason": "x"}).status_code == 403


# --- evidence -------------------------------------------------------------------------------------


def test_a_file_is_kept_and_served_to_those_who_read_the_action(
    client, action, officer, chief_executive, stranger
):
    client.force_login(officer)
    file = SimpleUploadedFile("Advice.pdf", b"%PDF-1.7")

    page = client.post(f"{HERE}evidence/add/", {"title": "Advice", "upload": file})
    assert (page.status_code, page.url) == (302, f"{HERE}#evidence")

    client.force_login(chief_executive)
    answer = client.get(f"{HERE}evidence/1/")
    assert (answer.getvalue(), answer["Content-Type"]) == (b"%PDF-1.7", "application/pdf")
    assert answer["Content-Disposition"] == 'attachment; filename="Advice.pdf"'
    client.force_login(stranger)
    assert client.get(f"{HERE}evidence/1/").status_code == 404


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"title": "Advice"}, "Give a link or a file."),
        ({"title": "Advice", "link": "javascript:alert(1)"}, "Link cannot be read as it is written."),
        ({"title": ""}, "Give a link or a file."),
    ],
)
def test_evidence_that_shows_nothing_is_refused(client, action, officer, values, words):
    client.force_login(officer)

    page = client.post(f"{HERE}evidence/add/", values)

    assert (page.status_code, Evidence.objects.count()) == (422, 0)
    assert words in page.content.decode()


def test_evidence_that_is_a_link_has_no_file_to_serve(client, action, officer):
    EvidenceFactory(action=action, number=1)
    client.force_login(officer)

    assert client.get(f"{HERE}evidence/1/").status_code == 404
