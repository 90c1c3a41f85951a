"""A council's own spreadsheet: into the plan, out of it again, and every way in which it may be wrong."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from core.domain.periods import FinancialYear, Quarter
from core.domain.status import Status
from core.domain.windows import DateWindow
from core.permissions import Role
from partnerships.models import Organisation, Theme
from programmes import services
from programmes.domain.moves import DateMoveState
from programmes.domain.rounds import RoundState, UpdateState
from programmes.domain.sheets.columns import PlanColumn, meanings
from programmes.models import Action, DateChange, Milestone, Plan, PlanImport, Round, SheetLayout, Update
from programmes.queries import imports as queries
from tests.factories.partnerships import OrganisationFactory, person_with
from tests.programmes.messy import messy

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 7, 6, 9, tzinfo=UTC)
TODAY = date(2026, 7, 6)
Q1 = Quarter(FinancialYear(2026), 1)
C = PlanColumn
ANSWERS = {
    (C.THEME, "employment and skills"): "+",
    (C.THEME, "homes"): "+",
    (C.OWNER, "eb"): "borough",
    (C.STATUS, "blue"): "complete",
    (C.ORIGINAL, "summer 2027"): "June to August 2027",
}


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def manager(partnership):
    return person_with(Role.PROGRAMME_MANAGER, partnership=partnership)


@pytest.fixture
def owner():
    return OrganisationFactory(code="borough", name="Example Borough")


def upload(partnership, by, content, name="plan.csv", quarter=None):
    """An uploaded file with its columns matched as the headings say."""
    content = content.encode() if isinstance(content, str) else content
    imported = services.upload_plan(partnership=partnership, content=content, name=name, by=by, moment=NOW)
    tables = queries.tables_of(queries.sheets_of(imported), [])
    headings = [heading for table in tables for heading in table.headings]
    columns, _ = meanings(headings, imported.columns)
    return services.match_columns(
        imported=imported,
        sheets=imported.sheets,
        columns=columns,
        filled_down=[],
        quarter=quarter,
        by=by,
        today=TODAY,
    )


def confirm(imported, by, reason=""):
    seal = queries.examine(imported, TODAY).seal
    return services.confirm_import(
        imported=imported, seal=seal, reason=reason, by=by, moment=NOW, today=TODAY
    )


@pytest.fixture
def done(partnership, manager, owner):
    """The messy workbook, imported."""
    imported = upload(partnership, manager, messy(), "plan.xlsx", Q1)
    services.answer_questions(imported=imported, answers=ANSWERS, by=manager)
    return confirm(imported, manager)


def rows_of(*models):
    return [model.objects.count() for model in models]


def history_of(*models):
    return [model.history.count() for model in models]


WRITTEN = (Plan, Action, Milestone, DateChange, Round, Update, Theme, Organisation)


def test_what_is_not_certain_is_asked_and_nothing_is_written_meanwhile(partnership, manager, owner):
    imported = upload(partnership, manager, messy(), "plan.xlsx", Q1)
    asked = [(one.column, one.key, one.rows) for one in queries.examine(imported, TODAY).questions]
    assert asked == [
        (C.THEME, "employment and skills", 3),
        (C.OWNER, "eb", 1),
        (C.STATUS, "blue", 1),
        (C.THEME, "homes", 3),
        (C.ORIGINAL, "summer 2027", 1),
    ]
    with pytest.raises(ValidationError, match="still asked about or refused"):
        confirm(imported, manager)
    assert rows_of(Plan, Action, Round, Update) == [0, 0, 0, 0]


def test_the_messy_workbook_becomes_the_plan_it_means(done):
    shown = [
        (
            one.reference,
            one.title,
            one.theme.reference,
            str(one.owner or ""),
            str(one.original or ""),
            str(one.current or ""),
            one.status,
            one.extra,
        )
        for one in Action.objects.order_by("reference")
    ]
    body = "Example Borough"
    assert shown == [
        ("1-3", "Build homes", "HO", body, "July to August 2027", "July to August 2027", Status.ON_TRACK,
         {"Ref": "1.3", "Budget (£)": "2000"}),
        ("ES-01", "Share the levy", "ES", body, "June 2026", "End of 2026/27", Status.OFF_TRACK,
         {"Ref": "ES 01", "Budget (£)": "£12,500", "Ward": "Central"}),
        ("ES-02", "Open a hub", "ES", body, "30 June 2026", "30 June 2026", Status.COMPLETE,
         {"Ref": "ES 02"}),
        ("HO-04", "Licence landlords", "HO", "", "", "", Status.NO_UPDATE, {"Ward": "North"}),
        ("HO-05", "Retrofit", "HO", body, "June to August 2027", "June to August 2027", Status.AT_RISK, {}),
    ]  # fmt: skip


def test_its_quarter_is_reported_in_an_open_round(done, manager):
    asked = Round.objects.get()
    assert (asked.quarter, asked.state) == (Q1, RoundState.OPEN)
    states = dict(asked.updates.values_list("action__reference", "state"))
    assert states == {
        "1-3": UpdateState.SUBMITTED,
        "ES-01": UpdateState.SUBMITTED,
        "ES-02": UpdateState.SUBMITTED,
        "HO-04": UpdateState.NOT_STARTED,
        "HO-05": UpdateState.SUBMITTED,
    }
    red = asked.updates.get(action__reference="ES-01")
    assert (red.reason, red.recovery, red.recovery_owner, red.recovery_on, red.help_wanted) == (
        "The college withdrew.",
        "Find another college.",
        "Head of Skills",
        date(2026, 9, 30),
        "A decision on who pays.",
    )
    assert red.submitted_by == manager


def test_a_date_the_file_had_moved_is_kept_as_a_move(done):
    move = DateChange.objects.get()
    assert (str(move), move.state, move.why) == (
        "ES-01: June 2026 to End of 2026/27",
        DateMoveState.APPLIED,
        "The file gives both dates: it had moved before it was imported.",
    )


def test_every_row_has_one_history_row_of_one_change_set(done):
    for model in (Action, Update, Milestone, DateChange, Plan, Theme):
        assert set(model.history.values_list("change_set", flat=True)) == {done.done_change}
        assert model.history.count() == model.objects.count()
    past = Action.history.get(reference="ES-01")
    assert (past.history_type, past.history_user, past.history_change_reason, past.version) == (
        "+",
        done.done_by,
        "Imported from plan.xlsx, import 1.",
        1,
    )


def test_the_same_file_again_asks_nothing_changes_nothing_and_writes_no_history(done, partnership, manager):
    before = history_of(*WRITTEN, SheetLayout)
    again = upload(partnership, manager, messy(), "plan.xlsx", Q1)
    examined = queries.examine(again, TODAY)
    assert (examined.questions, examined.refused) == ([], [])
    assert examined.counts == {"rows": 6, "created": 0, "changed": 0, "unchanged": 5, "refused": 0}
    confirm(again, manager)
    assert history_of(*WRITTEN, SheetLayout) == before


def test_an_import_is_undone_as_one(done, manager):
    services.undo_import(imported=done, by=manager)
    assert rows_of(Plan, Action, Milestone, DateChange, Round, Update, Theme) == [0] * 7
    assert (done.state, Action.history.filter(history_type="-").count()) == (PlanImport.State.UNDONE, 5)


def test_what_an_import_changed_is_what_it_was_after_undoing(done, partnership, manager):
    file = "Ref,Action,Status,Ward\nES 01,Share the whole levy,Green,South\n"
    second = confirm(upload(partnership, manager, file, quarter=Q1), manager)
    action = Action.objects.get(reference="ES-01")
    assert (action.title, action.status, action.extra["Ward"]) == (
        "Share the whole levy",
        Status.ON_TRACK,
        "South",
    )
    services.undo_import(imported=second, by=manager)
    action.refresh_from_db()
    assert (action.title, action.status, action.extra["Ward"], action.version) == (
        "Share the levy",
        Status.OFF_TRACK,
        "Central",
        3,
    )
    assert Update.objects.get(action=action).confidence == "off_track"


def test_an_import_is_not_undone_over_what_somebody_did_since(done, manager):
    action = Action.objects.get(reference="ES-02")
    action.title = "Open two hubs"
    action.save()
    with pytest.raises(ValidationError, match="ES-02 Open two hubs changed since"):
        services.undo_import(imported=done, by=manager)
    assert (Action.objects.count(), PlanImport.objects.get(pk=done.pk).state) == (5, "done")


def test_undoing_never_takes_what_came_to_depend_on_it(done, manager):
    action = Action.objects.get(reference="ES-02")
    services.add_milestone(action=action, title="Paint", window=DateWindow.month(2026, 9), by=manager)
    with pytest.raises(ValidationError, match=r"ES-02/1 Paint .milestone. has come to belong"):
        services.undo_import(imported=done, by=manager)
    assert Action.objects.count() == 5


def test_a_reference_of_an_undone_import_is_drawn_by_nobody_else(done, partnership, manager):
    services.undo_import(imported=done, by=manager)
    theme = Theme(partnership=partnership, theme_set=partnership.theme_sets.create(reference="x", name="X"))
    theme.reference, theme.name = "ES", "Skills"
    theme.save()
    plan = Plan.objects.create(
        partnership=partnership, theme_set=theme.theme_set, reference="DP", name="Plan"
    )
    added = services.add_action(
        action=Action(partnership=partnership, plan=plan, theme=theme, title="New"), by=manager
    )
    assert added.reference == "ES-03"


def test_one_refused_cell_keeps_everything_out(done, partnership, manager):
    before = history_of(*WRITTEN)
    rows = "Ref,Action,Original date,Due\nES 01,New title,May 2026,\nES-09,Brand new,,June 2027\n"
    imported = upload(partnership, manager, rows)
    refused = queries.examine(imported, TODAY).refused
    assert [(str(one.place), one.value, one.rule) for one in refused] == [
        ("plan.csv, row 2, column C (Original date)", "May 2026", "original_date")
    ]
    with pytest.raises(ValidationError):
        confirm(imported, manager)
    assert history_of(*WRITTEN) == before


def test_a_date_that_moves_asks_why_and_waits_when_it_leaves_its_quarter(done, partnership, manager):
    imported = upload(partnership, manager, "Ref,Action,Due\n1.3,Build homes,March 2028\n")
    assert queries.examine(imported, TODAY).needs_reason is True
    with pytest.raises(ValidationError, match="Say why these dates move"):
        confirm(imported, manager)
    confirm(imported, manager, reason="The site floods.")
    move = DateChange.objects.get(action__reference="1-3")
    assert (move.state, move.why, str(move.action.current)) == (
        DateMoveState.PROPOSED,
        "The site floods.",
        "July to August 2027",
    )
    again = upload(partnership, manager, "Ref,Action,Due\n1.3,Build homes,March 2028\n")
    assert queries.examine(again, TODAY).counts["unchanged"] == 1


def test_a_plan_that_changed_since_the_preview_is_looked_at_again(done, partnership, manager):
    imported = upload(partnership, manager, "Ref,Action,Lead officer\n1.3,Build homes,Head of Homes\n")
    seal = queries.examine(imported, TODAY).seal
    action = Action.objects.get(reference="1-3")
    action.lead_role = "Somebody else"
    action.save()
    with pytest.raises(ValidationError, match="changed since this preview"):
        services.confirm_import(imported=imported, seal=seal, reason="", by=manager, moment=NOW, today=TODAY)


def test_an_import_is_confirmed_once(done, manager):
    with pytest.raises(ValidationError, match="Import 1 is done already"):
        confirm(done, manager)


def test_a_locked_quarter_stays_as_it_is(done, partnership, manager):
    Round.objects.get().history.count()
    asked = services.close_round(round=Round.objects.get(), by=manager)
    services.lock_round(round=asked, by=manager, now=NOW)
    imported = upload(partnership, manager, "Ref,Action,Status\nES 01,Share the levy,Green\n", quarter=Q1)
    assert [(one.rule, one.message) for one in queries.examine(imported, TODAY).refused] == [
        (
            "closed",
            "Q1 2026/27 is locked. A programme manager can reopen this update, giving a reason.",
        )
    ]


def test_another_quarter_waits_until_the_open_one_is_closed(done, partnership, manager):
    q2 = Quarter(FinancialYear(2026), 2)
    imported = upload(partnership, manager, "Ref,Action,Status\nES 01,Share the levy,Green\n", quarter=q2)
    assert [one.message for one in queries.examine(imported, TODAY).refused] == [
        "The round for Q1 2026/27 is open. Import its statuses, or close it first."
    ]


def test_the_next_quarter_comes_in_although_answers_of_the_last_one_wait_to_be_signed_off(
    done, partnership, manager
):
    services.close_round(round=Round.objects.get(), by=manager)
    q2 = Quarter(FinancialYear(2026), 2)
    imported = upload(partnership, manager, "Ref,Action,Status\nES 01,Share the levy,Green\n", quarter=q2)

    confirm(imported, manager)

    opened = Round.objects.get(quarter_number=2)
    assert (opened.state, opened.updates.get(action__reference="ES-01").state) == ("open", "submitted")
    assert opened.history.first().history_change_reason == "Reported in plan.csv, import 2."


def test_statuses_need_a_quarter_that_has_begun(partnership, manager):
    rows = "Ref,Action,Status\nES-01,Share,Green\n"
    with pytest.raises(ValidationError, match="Say which quarter the statuses and words belong to"):
        upload(partnership, manager, rows)
    with pytest.raises(ValidationError, match="Q3 2026/27 begins on 1 October 2026"):
        upload(partnership, manager, rows, quarter=Quarter(FinancialYear(2026), 3))


def test_off_track_without_its_reasons_is_taken_and_said(done, partnership, manager):
    imported = upload(partnership, manager, "Ref,Action,Status\n1.3,Build homes,Red\n", quarter=Q1)
    assert [one.message for one in queries.examine(imported, TODAY).notes] == [
        "Off track without a reason, a recovery step, somebody to do it and a date for it: "
        "the report will say Not stated."
    ]


def test_rows_without_a_reference_are_found_by_their_title_or_draw_the_next(done, partnership, manager):
    rows = "Action,Theme,Lead officer\nShare the levy,Employment and skills,Head\nNew one,Homes,Head\n"
    confirm(upload(partnership, manager, rows), manager)
    assert dict(Action.objects.filter(lead_role="Head").values_list("reference", "title")) == {
        "ES-01": "Share the levy",
        "HO-06": "New one",
    }


def test_a_file_without_any_known_heading_is_refused(partnership, manager):
    with pytest.raises(ValidationError, match=r"notes\.csv has no row of headings we know"):
        upload(partnership, manager, "Dear all\nSee you soon\n", "notes.csv")
