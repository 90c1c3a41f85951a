"""Loading the demonstration into an empty database, on any day, once; and never in production."""

import datetime

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from core import removal, seeding
from core.models import AuditedModel, User
from governance.models import HouseStyle, Matrix
from partnerships.models import Organisation, Partnership
from tests.core.conftest import BODY, WHOLE
from tests.demonstration.freshness import assert_as_fresh_as_on
from tests.factories.governance_reports import nothing_drawn
from tests.factories.partnerships import GrantFactory, PartnershipFactory
from tests.thorough import kept_when_fast

pytestmark = pytest.mark.django_db
AUDITED = [model for model in apps.get_models() if issubclass(model, AuditedModel)]


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """A demonstration's data folder of its own."""
    settings.DEMO, settings.DATA_DIR = True, tmp_path
    return tmp_path


def said(capsys, *words):
    """What a command prints."""
    call_command(*words)
    return capsys.readouterr().out


DAYS = (
    datetime.date(2026, 10, 1),  # the first day of a quarter
    datetime.date(2027, 1, 1),  # a bank holiday before the round's usual opening
    datetime.date(2028, 2, 29),  # a leap day
    datetime.date(2031, 5, 4),  # a Sunday years later
)


@pytest.mark.thorough  # a fifth day, on which it is loaded for all of tests/demonstration, is looked at there
@pytest.mark.parametrize("today", DAYS)
def test_the_example_never_goes_stale(today):
    with nothing_drawn():
        seeding.load(today)

    assert_as_fresh_as_on(today)


def test_production_never_loads_it(settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="never loaded in production"):
        call_command("seed_demo")

    assert (Partnership.objects.count(), User.objects.count()) == (0, 0)


def test_a_day_that_is_none_is_said_in_words():
    with pytest.raises(CommandError, match=r"31 June is not a day\. Write it like 2026-11-22\."):
        call_command("seed_demo", "--today", "31 June")


def test_a_database_with_partnerships_of_its_own_is_left_alone(capsys):
    PartnershipFactory()

    said(capsys, "seed_demo")

    assert (Partnership.objects.count(), User.objects.count()) == (1, 0)
    assert seeding.kept_sign_ins() == ""


def test_an_empty_database_has_nothing_to_remove(capsys):
    assert said(capsys, "remove_demo", "--yes") == "Removed 0 rows of the demonstration.\n"


def comparable(row):
    """A row's own values, without its key."""
    names = [field.name for field in row._meta.concrete_fields if field.name not in {"id", "version"}]
    return row.natural_key(), {
        name: value.natural_key() if isinstance(value := getattr(row, name), AuditedModel) else value
        for name in names
    }


def everything():
    """Every audited row by model, in a form two loads can be compared in."""
    return {model.__name__: sorted(map(repr, map(comparable, model.objects.all()))) for model in AUDITED}


# Two papers that name the same bodies, and all there is.
SOME = tuple(folder for folder in seeding.FOLDERS if folder.name in {"reference", "papers/003", "papers/004"})


@pytest.mark.parametrize(
    "loaded", kept_when_fast((SOME, seeding.FOLDERS), {SOME}), ids=["two papers", "everything"]
)
def test_plain_loaddata_of_the_same_files_gives_the_rows_the_story_begins_with(loaded, tmp_path, monkeypatch):
    monkeypatch.setattr(seeding, "STORIES", ())
    if loaded == SOME:
        (tmp_path / "people.json").write_text("[]")
        monkeypatch.setattr(seeding, "FOLDERS", SOME)
        monkeypatch.setattr(seeding, "PEOPLE", tmp_path / "people.json")
    seeding.load(datetime.date(2026, 11, 22))
    begun = everything()
    removal.remove()
    Matrix.objects.all().delete()
    HouseStyle.objects.all().delete()

    # A body several papers name keeps the row of the first; plain loading keeps that of the last it reads.
    rest = [folder for folder in seeding.FOLDERS if not folder.cites]
    folders = [rest[0], *reversed([folder for folder in seeding.FOLDERS if folder.cites]), *rest[1:]]
    files = [str(path) for folder in folders for path in seeding.files_of(folder)]
    call_command("loaddata", *files, verbosity=0)

    assert everything() | {"Grant": []} == begun | {"Grant": []}  # people and their grants are no files


def test_what_had_to_stay_is_used_again(files):
    files([BODY, WHOLE])
    seeding.load(datetime.date(2024, 5, 20))
    council = Organisation.objects.get(code="town-bc")
    GrantFactory(partnership=None, organisation=council)
    assert removal.remove().kept[0].startswith("Town (used by the grant")

    seeding.load(datetime.date(2024, 5, 20))

    assert Organisation.objects.get(code="town-bc") == council
