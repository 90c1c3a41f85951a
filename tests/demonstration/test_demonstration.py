"""The demonstration: loaded once with a real past, signed in to by kept passwords, taken out again whole."""

import copy
import datetime
import re
import stat

import pytest
from django.apps import apps
from django.contrib.auth import authenticate
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from core.change import change
from core.models import AuditedModel, Counter, File, User
from core.permissions import Role
from fixtures.queries.files import loaded_keys
from fixtures.queries.people import person
from fixtures.services.loading import load
from fixtures.services.moments import morning_of
from fixtures.services.removal import remove
from fixtures.services.sign_ins import draw_sign_ins, kept_sign_ins
from governance.models import Decision
from partnerships.models import Board, Brand, Grant, Membership, MembershipStatus, Organisation, Partnership
from programmes.models import Action
from tests.demonstration.conftest import TODAY
from tests.demonstration.freshness import assert_as_fresh_as_on
from tests.factories.governance_reports import nothing_drawn
from tests.factories.partnerships import MembershipFactory, PartnershipFactory, StatementFactory

AUDITED = [model for model in apps.get_models() if issubclass(model, AuditedModel)]
ROLES = [role for role in Role if role is not Role.PUBLIC]


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """A demonstration's data folder of its own."""
    settings.DEMO, settings.DATA_DIR = True, tmp_path
    return tmp_path


@pytest.fixture
def demonstration(loaded, db):
    """The demonstration with its sign-ins drawn."""
    return draw_sign_ins()


@pytest.fixture
def storage(demonstration, monkeypatch):
    """The demonstration's private files, as a copy: no transaction brings back a file that was deleted."""
    copied = copy.deepcopy(default_storage._wrapped)
    monkeypatch.setattr(default_storage, "_wrapped", copied)
    return copied


def said(capsys, *words):
    """What a command prints."""
    call_command(*words)
    return capsys.readouterr().out


# --- Loading ------------------------------------------------------------------------------


def test_the_command_loads_once_and_a_second_time_nothing(loaded, db, settings, capsys):
    settings.DATA_DIR = loaded.folder
    assert re.fullmatch(r"The demonstration is loaded: \d+ rows\.\n", loaded.printed)
    rows = Action.objects.count(), User.objects.count(), kept_sign_ins()

    assert said(capsys, "seed_demo") == "The database holds partnerships already, so nothing was loaded.\n"
    assert (Action.objects.count(), User.objects.count(), kept_sign_ins()) == rows


def test_every_row_has_a_past_with_a_reason_and_nothing_is_recorded_ahead_of_today(demonstration):
    end_of_today = morning_of(TODAY) + datetime.timedelta(hours=15)

    for model in AUDITED:
        histories = list(model.history.all())
        assert {row.pk for row in model.objects.all()} == {getattr(one, "id", None) for one in histories}
        assert [one for one in histories if one.history_date > end_of_today] == []


def test_it_is_fresh_on_the_day_it_is_loaded(demonstration):
    assert_as_fresh_as_on(TODAY)


def test_the_papers_rows_entered_history_the_day_after_the_meeting(demonstration):
    entry = Brand.objects.get(name="Derbyshire Strategic Leadership").history.get()

    assert entry.history_change_reason == "Taken from Joint Committee, 20 July 2023, paragraph 4.11."
    assert entry.history_date.date() == datetime.date(2023, 7, 21)
    assert entry.history_user is None


def test_what_happened_on_a_day_entered_history_that_day(demonstration):
    decision = Decision.objects.get(partnership__slug="northshire", reference="D-09")

    assert decision.decided_wording == "7 May 2026"
    assert decision.history.get().history_date.date() == datetime.date(2026, 5, 7)


def test_references_already_used_are_not_given_again(demonstration):
    counters = {(one.scope, one.prefix): one.last for one in Counter.objects.all()}

    assert counters[("northshire", "JG")] == 10
    assert counters[("northshire", "R")] == 12
    assert counters[("vision-derbyshire", "JC-2023")] == 2


# --- People -------------------------------------------------------------------------------


def test_there_is_one_person_for_each_role_by_role_and_at_example_org(demonstration):
    assert [(one.role, one.email) for one in demonstration] == [
        (role, f"{role.value.replace('_', '-')}@example.org") for role in ROLES
    ]


def test_each_of_them_signs_in_with_the_password_kept(demonstration, rf):
    for one in demonstration:
        assert authenticate(rf.post("/sign-in/"), username=one.email, password=one.password) is not None


def test_the_file_is_for_its_owner_only_and_has_one_line_a_person(demonstration, folder):
    place = folder / "demo-sign-ins.txt"

    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    lines = [line.split(", ") for line in place.read_text().splitlines()]
    assert [line[0] for line in lines] == [role.label for role in ROLES]
    assert len({line[2] for line in lines}) == len(ROLES)


def test_the_sign_ins_are_printed_again_the_same(demonstration, capsys):
    assert said(capsys, "seed_demo", "--sign-ins") == "".join(f"{one}\n" for one in demonstration)


def test_a_lost_file_means_new_passwords(demonstration, folder, capsys):
    (folder / "demo-sign-ins.txt").unlink()

    printed = said(capsys, "seed_demo", "--sign-ins")

    assert printed.count("\n") == len(ROLES)
    assert not any(one.password in printed for one in demonstration)


def test_every_role_reaches_every_partnership_and_can_do_its_part(demonstration):
    slugs = set(loaded_keys(Partnership))
    may = {
        Role.ADMINISTRATOR: "core.add_user",
        Role.PROGRAMME_MANAGER: "programmes.add_action",
        Role.THEME_LEAD: "programmes.sign_update",
        Role.OFFICER: "programmes.answer_update",
        Role.COMMITTEE_SECRETARY: "governance.publish_report",
        Role.CLEARANCE_OFFICER: "governance.sign_clearance",
        Role.CHIEF_EXECUTIVE: "programmes.view_action",
        Role.PARTNER_OFFICER: "programmes.answer_update",
    }

    for role in ROLES:
        user = person(role)
        reached = set(Partnership.objects.visible_to(user).values_list("slug", flat=True))
        assert (role, reached) == (role, slugs)
        assert user.has_perm(may[role])


def test_the_secretary_may_publish_for_both_joint_committees(demonstration):
    secretary = person(Role.COMMITTEE_SECRETARY)

    for board in Board.objects.filter(reference="JC"):
        assert secretary.has_perm("governance.publish_report", board)


# --- Taking it out ------------------------------------------------------------------------


def left():
    """What audited rows and what history there still are, by model."""
    return {
        model.__name__: (model.objects.count(), model.history.count())
        for model in AUDITED
        if model.objects.exists() or model.history.exists()
    }


def test_one_command_takes_everything_out_but_what_belongs_to_every_installation(
    demonstration, folder, storage, capsys, django_capture_on_commit_callbacks
):
    files = [one.content.name for one in File.objects.all()]
    assert (len(files), {storage.exists(name) for name in files}) == (4, {True})

    with django_capture_on_commit_callbacks(execute=True):
        printed = said(capsys, "remove_demo", "--yes")

    assert re.fullmatch(r"Removed [\d,]+ rows of the demonstration\.\n", printed)
    assert left() == {"HouseStyle": (6, 6), "Matrix": (3, 3)}
    assert (User.objects.count(), Counter.objects.count(), File.objects.count()) == (0, 0, 0)
    assert {storage.exists(name) for name in files} == {False}
    assert not (folder / "demo-sign-ins.txt").exists()


@pytest.mark.thorough  # a small one is taken out and loaded again in tests/core/test_demonstration_loading.py
def test_it_can_be_loaded_again_after_it_was_taken_out(demonstration):
    rows = Action.objects.count(), Organisation.objects.count(), User.objects.count()
    remove()
    assert Partnership.objects.count() == 0

    with nothing_drawn():
        load(TODAY)

    assert (Action.objects.count(), Organisation.objects.count(), User.objects.count()) == rows


@pytest.mark.thorough  # one more way of taking it out
def test_what_people_added_in_the_demonstration_goes_with_it(demonstration):
    StatementFactory(partnership=Partnership.objects.get(slug="northshire"), order=9)

    remove()

    assert left() == {"HouseStyle": (6, 6), "Matrix": (3, 3)}


@pytest.mark.thorough  # one more way of taking it out
def test_another_partnership_keeps_all_it_has_and_the_bodies_it_uses(demonstration):
    other = PartnershipFactory(slug="real", name="Real Partnership")
    MembershipFactory(partnership=other, organisation=Organisation.objects.get(code="derbyshire-cc"))
    before = other.history.count()

    removed = remove()

    assert list(Partnership.objects.values_list("slug", flat=True)) == ["real"]
    assert list(Organisation.objects.values_list("code", flat=True)) == ["derbyshire-cc"]
    assert (Membership.objects.count(), MembershipStatus.objects.count(), other.history.count()) == (
        1,
        0,
        before,
    )
    assert removed.kept == (
        "Derbyshire County Council (used by the membership Derbyshire County Council in Real Partnership)",
    )


@pytest.mark.thorough  # one more way of taking it out
def test_somebody_who_changed_something_else_stays_by_name_and_signs_in_no_more(demonstration, rf):
    manager = person(Role.PROGRAMME_MANAGER)
    password = next(one.password for one in demonstration if one.role is Role.PROGRAMME_MANAGER)
    with change(by=manager, reason="Ours."):
        PartnershipFactory(slug="real")

    removed = remove()

    assert list(User.objects.values_list("email", "is_active", "is_staff")) == [
        ("programme-manager@example.org", False, False)
    ]
    assert Grant.objects.count() == 0
    assert authenticate(rf.post("/sign-in/"), username=manager.email, password=password) is None
    assert removed.kept == ("Programme manager (named in the history of what is left, and signs in no more)",)


def test_nothing_goes_while_something_outside_depends_on_it(demonstration):
    board = Board.objects.get(partnership__slug="northshire", reference="JC")
    Board.objects.create(
        partnership=PartnershipFactory(), reference="X", name="Outside", kind="forum", parent=board
    )
    before = left()

    with pytest.raises(CommandError, match=r"Nothing was removed: .* used by the board Outside"):
        call_command("remove_demo", "--yes")

    assert left() == before


def test_nobody_there_to_be_asked_means_no(demonstration):
    with pytest.raises(CommandError, match="Add --yes"):
        call_command("remove_demo")

    assert Partnership.objects.count() == len(loaded_keys(Partnership))
