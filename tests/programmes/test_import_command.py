"""manage.py import_plan: the same import without the pages."""

import json
from datetime import date

import pytest
import time_machine
from django.core.management import CommandError, call_command

from core.permissions import Role
from programmes.models import Action, PlanImport
from tests.factories.partnerships import OrganisationFactory, person_with
from tests.programmes.messy import messy

pytestmark = pytest.mark.django_db
ANSWERS = [
    "--answer=theme:Homes=+",
    "--answer=theme:Employment and skills=+",
    "--answer=owner_organisation:EB=borough",
    "--answer=status:Blue=complete",
    "--answer=original_date:summer 2027=June to August 2027",
]


@pytest.fixture(autouse=True)
def _placed(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    with time_machine.travel(date(2026, 7, 6), tick=False):
        yield


@pytest.fixture
def file(tmp_path):
    OrganisationFactory(code="borough", name="Example Borough")
    path = tmp_path / "plan.xlsx"
    path.write_bytes(messy())
    return path


@pytest.fixture
def run(partnership, capsys):
    """The command for the partnership; what it printed and how it ended."""

    def call(*arguments):
        try:
            call_command("import_plan", *map(str, arguments), f"--partnership={partnership.slug}")
        except CommandError as refused:
            return capsys.readouterr().out, str(refused)
        return capsys.readouterr().out, ""

    return call


def test_it_imports_what_the_pages_would(run, file):
    out, refused = run(file, "--quarter=2026-27-q1", *ANSWERS)
    assert (refused, Action.objects.count()) == ("", 5)
    assert out.splitlines()[:2] == [
        "Imported: plan.xlsx into tees.",
        "6 rows read, 5 created, 0 changed, 0 unchanged, 0 refused.",
    ]


def test_a_dry_run_says_the_same_and_leaves_nothing(run, file, settings):
    out, refused = run(file, "--quarter=2026-27-q1", "--dry-run", "--format=json", *ANSWERS)
    report = json.loads(out)
    assert refused == ""
    assert {
        name: report[name] for name in ("state", "rows", "created", "changed", "unchanged", "refused")
    } == {
        "state": "dry run",
        "rows": 6,
        "created": 5,
        "changed": 0,
        "unchanged": 0,
        "refused": 0,
    }
    assert report["changes"][0]["differences"][0] == {
        "what": "Action",
        "before": "",
        "after": "Share the levy",
    }
    assert (Action.objects.count(), PlanImport.objects.count()) == (0, 0)
    assert [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()] == []


def test_what_is_asked_names_its_cell_and_imports_nothing(run, file):
    out, refused = run(file, "--quarter=2026-27-q1", "--format=json", *ANSWERS[:-1])
    assert (refused, Action.objects.count()) == ("Nothing was imported.", 0)
    (cell,) = [one for one in json.loads(out)["cells"] if one["refused"]]
    assert (cell["sheet"], cell["row"], cell["column"], cell["heading"], cell["value"], cell["rule"]) == (
        "Plan 26-27",
        11,
        "G",
        "Original date",
        "summer 2027",
        "asked",
    )


def test_a_heading_is_given_its_meaning(run, tmp_path):
    path = tmp_path / "plan.csv"
    path.write_text("Ref,Action,Theme,Finish by\nES-01,Share,Skills,June 2027\n")
    _, refused = run(path, "--column=Finish by=due_date", "--answer=theme:Skills=+")
    assert (refused, str(Action.objects.get().current)) == ("", "June 2027")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Say which quarter the statuses and words belong to."),
        (["--column=Nothing=due_date"], "Nothing=due_date: write HEADING=COLUMN"),
        (["--answer=blue"], "blue: write COLUMN:WORDS=ANSWER"),
        (["--user=nobody@example.org"], "nobody@example.org may not import into"),
        (["--quarter=2026-27-q4"], "Q4 2026/27 begins on 1 January 2027."),
    ],
)
def test_what_it_cannot_do_is_a_sentence(run, file, arguments, sentence):
    out, refused = run(file, *arguments)
    assert (out, refused[: len(sentence)]) == ("", sentence)


def test_it_is_told_who_imports(run, file, partnership):
    manager = person_with(Role.PROGRAMME_MANAGER, partnership=partnership)
    run(file, "--quarter=2026-27-q1", f"--user={manager.email}", *ANSWERS)
    assert PlanImport.objects.get().done_by == manager
    officer = person_with(Role.OFFICER, partnership=partnership)
    _, refused = run(file, "--quarter=2026-27-q1", f"--user={officer.email}")
    assert refused == f"{officer.email} may not import into {partnership}."


def test_a_file_that_is_not_there_is_a_sentence(run, tmp_path):
    path = tmp_path / "none.csv"
    assert run(path) == ("", f"{path} cannot be read: No such file or directory.")
